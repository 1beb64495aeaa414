//! The rail: the quotes of the article with who said them, and its actors.

use super::paint::{self, Canvas, Pen};
use super::{aloud, marks};
use crate::app::screen::{Focus, Listed, Rail, Reader, Words};
use crate::app::shape::Area;
use crate::model::{
    Actor, ActorKind, Article, ArticleId, Attribution, Marks, Place, Quote, Relation, Rule, Via,
};
use crate::study::DOUBT;

/// Draws the quotes on screen.
pub fn quotes(
    (reader, rail): (&Reader, &Rail),
    marks: &Marks,
    (area, focused): (Area, bool),
    canvas: &mut Canvas,
) {
    let Some(article) = reader.article() else {
        return;
    };
    let text = &article.text;
    let quotes = reader.quotes().zip(rail.words()).enumerate();
    let mut row = 0;
    for (nth, (quote, words)) in quotes.skip(rail.quotes().top()) {
        if row >= usize::from(area.height) {
            return;
        }
        let selected = reader.quote_at() == Some(nth);
        let rows = words.lines.len() + 1;
        let at = rail.quotes().at();
        canvas.item((area, row, rows), (nth, at), Some(Focus::Quotes));
        if selected && focused {
            canvas.pen(area, row).put_cursor();
        }
        for line in 0..words.lines.len() {
            spoken(text, words, (line, selected), &mut canvas.pen(area, row));
            row += 1;
        }
        said((article, quote), marks, &mut canvas.pen(area, row));
        row += 1;
    }
    if reader.quotes().len() == 0 {
        let style = canvas.theme().text;
        canvas.pen(area, 0).own(" no quotes", style);
    }
}

/// Who said it, and what people marked.
fn said((article, quote): (&Article, &Quote), marks: &Marks, pen: &mut Pen) {
    marks::sign(marks, (article.id, quote.span), pen);
    pen.skip(1);
    match quote.speaker.is_none() && is_decided(marks, article.id, quote) {
        true => {
            let theme = pen.theme();
            pen.own(theme.signs.user, theme.mark);
            pen.own("nobody", theme.text);
        }
        false => {
            pen.label("Speaker");
            speaker(&article.text, quote, pen);
        }
    }
    let told = marks::told(marks, (article.id, quote.span));
    let style = pen.theme().mark;
    pen.skip(2).fit(&told, style);
}

/// Whether a person said who said it.
fn is_decided(marks: &Marks, article: ArticleId, quote: &Quote) -> bool {
    let on = Place {
        article,
        span: quote.span,
        words: String::new(),
    };
    marks.speaker_on(&on).is_some()
}

fn spoken(text: &str, words: &Words, (nth, selected): (usize, bool), pen: &mut Pen) {
    let (signs, theme) = (*pen.signs(), pen.theme());
    let style = theme.text;
    if nth == 0 {
        pen.sign(selected).own(signs.open, style);
    } else {
        pen.skip(2);
    }
    let line = words.lines.get(nth).map_or("", |line| line.of(text));
    if nth + 1 < words.lines.len() {
        pen.text(line, style);
    } else if words.cut {
        let (kept, _) = paint::cut(line, pen.room().saturating_sub(2), 0);
        pen.text(kept, style).own(signs.more, style);
        pen.own(signs.close, style);
    } else {
        pen.text(line, style).own(signs.close, style);
    }
}

fn speaker(text: &str, quote: &Quote, pen: &mut Pen) {
    let (signs, theme) = (*pen.signs(), pen.theme());
    let Some(speaker) = &quote.speaker else {
        pen.own(signs.none, theme.text);
        pen.own(" speaker unknown", theme.text);
        return;
    };
    let how = how(text, speaker);
    if speaker.rule == Rule::User {
        pen.own(signs.user, theme.mark);
    } else if speaker.confidence.is_guess() {
        pen.own(DOUBT, theme.guess);
    }
    // Where there is not room for both, the name keeps two thirds.
    let room = pen.room().saturating_sub(paint::columns(&how) + 2);
    let room = room.max(pen.room() * 2 / 3);
    pen.fit_into(&speaker.name, room, theme.speaker);
    pen.skip(2).fit(&how, theme.text);
}

/// Cue and via: `said`, `told Reuters`, `said via KCNA`.
fn how(text: &str, speaker: &Attribution) -> String {
    let cue = speaker.cue.map_or("", |cue| cue.of(text).trim());
    let via = speaker.via.as_ref().map(|via| through(cue, via));
    let parts = [Some(cue.to_owned()), via].into_iter().flatten();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

fn through(cue: &str, via: &Via) -> String {
    match via.relation {
        Relation::Told if cue.eq_ignore_ascii_case("told") => via.name.clone(),
        Relation::Told => format!("to {}", via.name),
        Relation::ReportedBy | Relation::Medium => format!("via {}", via.name),
    }
}

/// Draws the actors on screen.
pub fn actors(reader: &Reader, rail: &Rail, (area, focused): (Area, bool), canvas: &mut Canvas) {
    let Some(article) = reader.article() else {
        return;
    };
    let style = canvas.theme().text;
    let mut row = 0;
    let listed = rail.listed().iter().enumerate();
    for (nth, one) in listed.skip(rail.actors().top()) {
        let Some(actor) = reader.actors().get(one.actor) else {
            continue;
        };
        if row >= usize::from(area.height) {
            return;
        }
        // Without the keys the sign would promise a place one is not at.
        let selected = nth == rail.actors().at() && (focused || reader.mention_at().is_some());
        let at = rail.actors().at();
        let rows = 1 + usize::from(!actor.roles.is_empty());
        canvas.item((area, row, rows), (nth, at), Some(Focus::Actors));
        let mut pen = canvas.pen(area, row);
        if selected && focused {
            pen.put_cursor();
        }
        pen.sign(selected);
        match pen.labels() {
            true => {
                let counts = (one.quotes, actor.mentions.len());
                aloud::named((actor.kind, &actor.name), counts, &mut pen);
            }
            false => name(actor, one, &mut pen),
        }
        row += 1;
        if let Some(role) = actor.roles.first() {
            let mut pen = canvas.pen(area, row);
            pen.skip(3).label("Role").fit(role.of(&article.text), style);
            row += 1;
        }
    }
    if reader.actors().is_empty() {
        canvas.pen(area, 0).own(" no actors", style);
    }
}

fn name(actor: &Actor, listed: &Listed, pen: &mut Pen) {
    let theme = pen.theme();
    let mentions = actor.mentions.len();
    let counts = match listed.quotes {
        0 => format!("{}{mentions}", theme.signs.times),
        quotes => format!(
            "{}{quotes} {}{mentions}",
            theme.signs.open, theme.signs.times
        ),
    };
    pen.own(sign(actor.kind), theme.actor(actor.kind)).skip(1);
    let room = pen.room().saturating_sub(paint::columns(&counts) + 1);
    pen.column(&actor.name, room, theme.text);
    pen.right(&counts, theme.text);
}

/// The sign of a kind of actor.
pub fn sign(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "P",
        ActorKind::Organization => "O",
        ActorKind::Place => "@",
    }
}
