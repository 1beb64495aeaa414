//! Screen 4: lanes of quotes side by side.

use super::dates::Days;
use super::frame::{self, Title};
use super::marks;
use super::paint::{self, Canvas, Pen};
use crate::app::pointer::Target;
use crate::app::screen::{Band, Cell, Compare, LINES};
use crate::app::shape::Area;
use crate::model::{Marks, Rule, Span};
use crate::study::{DOUBT, QuoteRow, Speaking, Spoken, difference};

/// What a screen without lanes says.
const GREETING: [&str; 7] = [
    "Up to four lanes stand side by side here.",
    "",
    "{add-lane} on a quote     all that its speaker says",
    "{add-lane} on an actor    all that the name says",
    "{add-lane} on an article  all of its source",
    "",
    "{search} sets the issues, parted by commas",
];

/// Draws the lanes on screen with the signs of what `people` marked, and the line
/// about the quote one stands at.
pub fn draw(compare: &Compare, people: &Marks, canvas: &mut Canvas) {
    let layout = compare.layout();
    if compare.lanes().is_empty() {
        let style = canvas.theme().text;
        for (row, words) in GREETING.iter().enumerate() {
            let words = canvas.told(words);
            canvas.pen(layout.room.body, row).skip(1).fit(&words, style);
        }
        return;
    }
    for (nth, slot) in layout.lanes.iter().enumerate() {
        let lane = compare.first() + nth;
        let Some(of) = compare.lanes().get(lane) else {
            continue;
        };
        let count = match of.found.limited() {
            Some(listed) => format!("newest {listed} of {}", of.found.found),
            None => of.found.found.to_string(),
        };
        let of_all = match layout.lanes.len() < compare.lanes().len() {
            true => format!("lane {} of {}, {count}", lane + 1, compare.lanes().len()),
            false => count,
        };
        let title = Title {
            left: &of.title,
            right: &of_all,
            focused: lane == compare.here(),
        };
        frame::edge(slot, &title, canvas);
        draw_lane((compare, people), lane, slot.inner, canvas);
    }
    if let Some(area) = layout.about {
        about(compare, area, canvas);
    }
}

fn draw_lane((compare, people): (&Compare, &Marks), lane: usize, area: Area, canvas: &mut Canvas) {
    let rows = compare.rows();
    let cursor = rows.cursor();
    let mut row = 0;
    for (nth, band) in rows.bands().iter().enumerate().skip(cursor.top()) {
        if row >= usize::from(area.height) {
            break;
        }
        let here = nth == cursor.at() && lane == compare.here();
        let signed = |at: usize| isize::try_from(at).unwrap_or(isize::MAX);
        let target = Target::Row {
            pane: None,
            down: signed(nth) - signed(cursor.at()),
            right: signed(lane) - signed(compare.here()),
        };
        canvas.row_target(area, (row, rows.height(nth)), target);
        let mut at = row;
        if band.labelled {
            let style = canvas.theme().head;
            let label = rows.label(band);
            canvas.pen(area, at).skip(1).fit(label, style);
            at += 1;
        }
        if here {
            canvas.pen(area, at).put_cursor().sign(true);
        }
        match (band.cells.get(lane), compare.spoken(band, lane)) {
            (Some(Cell::Nothing), _) => {
                let style = canvas.theme().text;
                canvas.pen(area, at).skip(1).own("(nothing found)", style);
            }
            (Some(Cell::Quote(_)), Some(spoken)) => {
                let place = quote(compare, (band, lane), spoken, (area, at), canvas);
                let mut pen = canvas.pen(area, place);
                let first = &spoken.first;
                marks::sign(people, (first.article, first.span), &mut pen);
            }
            _ => {}
        }
        row += rows.height(nth);
    }
}

/// Draws a quote; gives the row below its words, which tells where it stands.
fn quote(
    compare: &Compare,
    (band, lane): (&Band, usize),
    spoken: &Spoken,
    (area, mut row): (Area, usize),
    canvas: &mut Canvas,
) -> usize {
    let theme = canvas.theme();
    let words = &spoken.first.words;
    let lines = band.lines.get(lane).map(Vec::as_slice).unwrap_or_default();
    let marks = differing(compare, (band, lane), words);
    let style_at = |at: usize| match marks.iter().any(|mark| mark.contains(at)) {
        true => theme.hit,
        false => theme.text,
    };
    let last = lines.len().saturating_sub(1);
    for (nth, line) in lines.iter().take(LINES).enumerate() {
        let mut pen = canvas.pen(area, row);
        pen.skip(1);
        match nth {
            0 => pen.own(theme.signs.open, theme.text),
            _ => pen.skip(1),
        };
        pen.runs(line.of(words), |at| style_at(line.start + at));
        if nth == last {
            pen.own(theme.signs.close, theme.text);
        }
        row += 1;
    }
    if lines.len() > LINES {
        hidden(lines.len() - LINES, &mut canvas.pen(area, row));
        row += 1;
    }
    let above = compare.lanes().get(lane).map_or("", |lane| &lane.title);
    place(spoken, above, &mut canvas.pen(area, row));
    row
}

fn hidden(lines: usize, pen: &mut Pen) {
    let theme = pen.theme();
    let count = match lines {
        1 => " 1 more line".to_owned(),
        lines => format!(" {lines} more lines"),
    };
    pen.skip(2).own(theme.signs.more, theme.text);
    pen.text(&count, theme.text);
}

/// Speaker, day and sources, without what the head of the lane says already:
/// `2026-08-14 Reuters, AP`.
fn place(spoken: &Spoken, above: &str, pen: &mut Pen) {
    let theme = pen.theme();
    let called = spoken.first.speaker.as_ref().map(Speaking::called);
    let speaker = called.as_ref().map_or("speaker unknown", |one| &one.name);
    pen.skip(2);
    // That it is a guess the head of the lane does not say.
    if called.as_ref().is_some_and(|one| one.is_guess) {
        pen.own(DOUBT, theme.guess);
    }
    if speaker != above {
        pen.fit(speaker, theme.speaker).skip(1);
    }
    let day = spoken.first.day().unwrap_or("undated");
    let mut outlets = spoken.outlets();
    outlets.own.retain(|source| *source != above);
    let own = outlets.own.join(", ");
    let words = match outlets.elsewhere.len() {
        0 => format!("{day} {own}"),
        count => format!("{day} {own} +{count}"),
    };
    pen.fit(words.trim_end(), theme.faint);
}

/// The words that another lane of the band has not, or has otherwise.
fn differing(compare: &Compare, (band, lane): (&Band, usize), words: &str) -> Vec<Span> {
    if !compare.marks_differences() {
        return Vec::new();
    }
    let lanes = (0..band.cells.len()).filter(|other| *other != lane);
    let mut others = lanes.filter_map(|other| compare.spoken(band, other));
    let longest = others.by_ref().max_by_key(|other| other.first.words.len());
    match longest {
        Some(other) => difference(words, &other.first.words).first,
        None => Vec::new(),
    }
}

/// Who said it, with which verb, where and when.
fn about(compare: &Compare, area: Area, canvas: &mut Canvas) {
    let (theme, between) = (canvas.theme(), canvas.theme().signs.between);
    let rows = compare.rows();
    let position = paint::nth_of(
        rows.cursor().at() + 1,
        rows.bands().len(),
        &canvas.theme().signs,
    );
    let mut pen = canvas.pen(area, 0);
    pen.keep_free(paint::columns(&position) + 2).skip(1);
    match compare.selected() {
        Some(spoken) => {
            let said = &spoken.first;
            speaker(said, &mut pen);
            let day = match said.published.as_deref() {
                Some(published) => Days::Whole.word(Some(published)),
                None => "undated",
            };
            let source = said.source.as_deref().unwrap_or_default();
            let parts = [source, day, &said.headline];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            pen.own(between, theme.text);
            pen.fit(&parts.join(between), theme.text);
        }
        None => {
            pen.own("nothing found here", theme.text);
        }
    }
    if !rows.bands().is_empty() {
        let mut pen = canvas.pen(area, 0);
        pen.keep_free(1).right(&position, theme.text);
    }
}

fn speaker(said: &QuoteRow, pen: &mut Pen) {
    let theme = pen.theme();
    match &said.speaker {
        Some(speaker) if speaker.rule == Some(Rule::User) => {
            pen.own(theme.signs.user, theme.mark);
            pen.text(&speaker.name, theme.speaker);
        }
        Some(speaker) => {
            let called = speaker.called();
            let style = if called.is_guess {
                theme.guess
            } else {
                theme.speaker
            };
            pen.own(called.doubt(), theme.guess)
                .text(&called.name, style);
        }
        None => {
            pen.own("speaker unknown", theme.text);
        }
    }
    if let Some(cue) = &said.cue {
        pen.skip(1).text(cue, theme.cue);
    }
}
