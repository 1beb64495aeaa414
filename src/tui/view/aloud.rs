//! Rows as a screen reader speaks them: what the row is about first, the name of each
//! value before it, positions in words.

use super::paint::{self, Pen};
use super::rail;
use crate::app::screen::{Focus, Screen};
use crate::app::{ActorItem, App};
use crate::model::ActorKind;
use crate::store::Row;
use crate::study::QuoteRow;

/// From this width on a row tells what stands beside its words.
const SOME: usize = 60;
/// From this width on it tells all of it.
const ALL: usize = 100;

/// Writes an article of the list.
pub fn article(row: &Row, pen: &mut Pen) {
    let day = row
        .published
        .as_deref()
        .map(|date| date.get(..10).unwrap_or(date));
    let quotes = row.quotes.to_string();
    let source = row.source.as_deref().unwrap_or("unknown");
    let fields = [
        ("Date", day.unwrap_or("none")),
        ("Quotes", quotes.as_str()),
        ("Source", source),
    ];
    let style = pen.theme().text;
    about(&fields, pen, |pen, room| {
        pen.column(&row.headline, room, style);
    });
}

/// Writes a quote: who said it, what, and what there is room for.
pub fn passage(row: &QuoteRow, speaker: impl Fn(&mut Pen, usize), pen: &mut Pen) {
    let source = row.source.as_deref().unwrap_or("unknown");
    let fields = [("Date", row.day().unwrap_or("none")), ("Source", source)];
    let style = pen.theme().text;
    about(&fields, pen, |pen, room| {
        let kept = pen.room() - room;
        pen.keep_free(kept);
        if row.span.is_empty() {
            pen.own("Article: ", style);
        } else {
            pen.own("Speaker: ", style);
            let name = row.speaker().map_or(16, |name| paint::columns(name) + 2);
            speaker(pen, name.min(room / 3));
            pen.own("  Quote: ", style);
        }
        let room = pen.room();
        pen.column(&row.words, room, style);
        pen.give_back(kept);
    });
}

/// Writes somebody who is named.
pub fn actor(item: &ActorItem, pen: &mut Pen) {
    let counts = [item.quotes, item.mentions, item.articles].map(|count| count.to_string());
    let fields = [
        ("Quotes", counts[0].as_str()),
        ("Mentions", counts[1].as_str()),
        ("Articles", counts[2].as_str()),
    ];
    let style = pen.theme().text;
    about(&fields, pen, |pen, room| {
        let kind = item.who.kind.map_or("Speaker", kind);
        let before = pen.room();
        pen.own(kind, style).own(": ", style);
        let room = room.saturating_sub(before - pen.room());
        pen.column(&item.who.name, room, style);
    });
}

/// The word for a kind of actor.
pub fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "Person",
        ActorKind::Organization => "Organization",
        ActorKind::Place => "Place",
    }
}

/// Writes an actor of an article with its counts.
pub fn named((who, name): (ActorKind, &str), (quotes, mentions): (usize, usize), pen: &mut Pen) {
    let style = pen.theme().text;
    let counts = format!("  Quotes: {quotes}  Mentions: {mentions}");
    let room = pen.room().saturating_sub(paint::columns(&counts));
    let before = pen.room();
    pen.own(kind(who), style).own(": ", style);
    let room = room.saturating_sub(before - pen.room());
    pen.fit_into(name, room, style).text(&counts, style);
}

// What the row is about takes what the fields leave of it.
fn about(fields: &[(&'static str, &str)], pen: &mut Pen, words: impl FnOnce(&mut Pen, usize)) {
    let told = match pen.room() {
        ALL.. => fields.len(),
        SOME.. => fields.len() - 1,
        _ => 0,
    };
    let fields = fields.get(..told).unwrap_or_default();
    let columns = |(name, value): &(&str, &str)| name.len() + paint::columns(value) + 4;
    let taken: usize = fields.iter().map(columns).sum();
    let style = pen.theme().text;
    words(pen, pen.room().saturating_sub(taken));
    for (name, value) in fields {
        pen.skip(2)
            .own(name, style)
            .own(": ", style)
            .text(value, style);
    }
}

/// Where one is in what has the keys: `2 of 12`; nothing where nothing is listed.
pub fn position(app: &App) -> String {
    let articles = app.articles();
    let (reader, rail) = (articles.reader(), articles.rail());
    let (at, count) = match (app.screen(), articles.focus()) {
        (Screen::Articles, Focus::List) => {
            (articles.listing().cursor().at(), articles.listing().len())
        }
        (Screen::Articles, Focus::Reader) => return in_text(app),
        (Screen::Articles, Focus::Quotes) => (rail.quotes().at(), reader.quotes().len()),
        (Screen::Articles, Focus::Actors) => (rail.actors().at(), rail.listed().len()),
        (Screen::Quotes, _) => return among(app.quotes().list()),
        (Screen::Basket, _) => return among(app.basket().list()),
        (Screen::Actors, _) => match app.actors().person().map(|person| person.passages()) {
            Some(Some(list)) => return among(list),
            Some(None) => return String::new(),
            None => (app.actors().cursor().at(), app.actors().items().len()),
        },
        // The last line of these tells it.
        (Screen::Compare | Screen::Timeline, _) => return String::new(),
    };
    of(at, count)
}

fn among(list: &crate::app::screen::Passages) -> String {
    let position = list.position();
    position.map_or(String::new(), |(nth, all)| format!("{nth} of {all}"))
}

fn in_text(app: &App) -> String {
    let reader = app.articles().reader();
    if let Some(words) = app.articles().selected() {
        return format!("{words} marked");
    }
    let count = reader.quotes().len();
    let quote = reader
        .quote_at()
        .map(|at| format!("quote {}", of(at, count)));
    let percent = reader
        .percent()
        .map(|percent| format!("{percent} per cent"));
    let deceit = super::status::deceit(reader);
    let parts: Vec<String> = deceit.into_iter().chain(quote).chain(percent).collect();
    parts.join(", ")
}

fn of(at: usize, count: usize) -> String {
    match count {
        0 => String::new(),
        _ => format!("{} of {count}", at + 1),
    }
}

/// The letter of a kind, or its word where it is read aloud.
pub fn sign(kind: ActorKind, pen: &mut Pen) {
    let style = pen.theme().actor(kind);
    match pen.labels() {
        true => pen.own(self::kind(kind), style).own(": ", style),
        false => pen.own(rail::sign(kind), style).skip(1),
    };
}
