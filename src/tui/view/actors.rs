//! Screen 3: everybody who is named.

use super::frame::{self, Title};
use super::paint::{self, Canvas, Pen};
use super::{aloud, profile, rail};
use crate::app::ActorItem;
use crate::app::keymap::Key;
use crate::app::pointer::Target;
use crate::app::screen::Actors;
use crate::app::shape::{Area, Edge, Slot};
use crate::model::Marks;

/// From this width on the first and the last day are told.
const DATED: u16 = 70;
/// From this width on mentions, articles and sources are told.
const COUNTED: u16 = 50;

/// Draws the list, or the one that is looked at.
pub fn draw(actors: &Actors, marks: &Marks, canvas: &mut Canvas) {
    match actors.person() {
        Some(person) => profile::draw(actors, (person, marks), canvas),
        None => list(actors, canvas),
    }
}

fn list(actors: &Actors, canvas: &mut Canvas) {
    let layout = actors.layout();
    let edge = match layout.list.edge {
        Edge::Frame => Edge::Frame,
        Edge::Rule | Edge::RuleAndSide | Edge::Bare => Edge::Bare,
    };
    let slot = Slot::new(layout.room.body, edge);
    let count = actors.items().len();
    let position = match count {
        0 => String::new(),
        _ => paint::nth_of(actors.cursor().at() + 1, count, &canvas.theme().signs),
    };
    let title = Title {
        left: "actors",
        right: &position,
        focused: true,
    };
    frame::edge(&slot, &title, canvas);
    let theme = canvas.theme();
    if count == 0 && !actors.is_waiting() {
        let words = match actors.query().is_empty() {
            true => "nobody is known",
            false => "nobody is found; Esc shows everybody",
        };
        canvas.pen(slot.inner, 0).skip(1).fit(words, theme.text);
        return;
    }
    heads(slot.inner, canvas);
    let (_, rows) = slot.inner.split_rows(1);
    items(actors, rows, canvas);
}

/// What the columns hold; one orders the list by it.
fn heads(area: Area, canvas: &mut Canvas) {
    canvas.row_target(area, (0, 1), Target::Press(Key::Char('S'), 1));
    let mut pen = canvas.pen(area, 0);
    pen.skip(3);
    // Where each row names its values there is no head to name them.
    let heads = match pen.labels() {
        true => [""; 6],
        false => ["name", "quotes", "named", "articles", "first", "last"],
    };
    columns(heads, area.width, &mut pen);
}

fn items(actors: &Actors, rows: Area, canvas: &mut Canvas) {
    let items = actors.items().iter().enumerate();
    let shown = items.skip(actors.cursor().top());
    for (row, (nth, item)) in shown.take(usize::from(rows.height)).enumerate() {
        canvas.item((rows, row, 1), (nth, actors.cursor().at()), None);
        let mut pen = canvas.pen(rows, row);
        let selected = nth == actors.cursor().at();
        if selected {
            pen.put_cursor();
        }
        pen.sign(selected);
        match pen.labels() {
            true => aloud::actor(item, &mut pen),
            false => write(item, rows.width, &mut pen),
        }
    }
}

fn write(item: &ActorItem, width: u16, pen: &mut Pen) {
    let theme = pen.theme();
    if let Some(kind) = item.who.kind {
        pen.own(rail::sign(kind), theme.actor(kind)).skip(1);
    } else {
        pen.skip(2);
    }
    let counts = [item.quotes, item.mentions, item.articles].map(|count| count.to_string());
    let [quotes, mentions, articles] = &counts;
    let first = item.first.as_deref().unwrap_or_default();
    let last = item.last.as_deref().unwrap_or_default();
    columns(
        [&item.who.name, quotes, mentions, articles, first, last],
        width,
        pen,
    );
}

/// Writes a name, three numbers and two days, as far as there is room.
fn columns(words: [&str; 6], width: u16, pen: &mut Pen) {
    let text = pen.theme().text;
    let [name, quotes, mentions, articles, first, last] = words;
    let dates = if width >= DATED { 24 } else { 0 };
    let counts = if width >= COUNTED { 22 } else { 7 };
    let room = pen.room().saturating_sub(dates + counts);
    pen.column(name, room, text);
    number(quotes, 7, pen);
    if width >= COUNTED {
        number(mentions, 6, pen);
        number(articles, 9, pen);
    }
    if width >= DATED {
        pen.skip(2).column(first, 10, text);
        pen.skip(2).column(last, 10, text);
    }
}

fn number(words: &str, columns: usize, pen: &mut Pen) {
    let text = pen.theme().text;
    let gap = columns.saturating_sub(paint::columns(words));
    pen.skip(gap).text(words, text);
}
