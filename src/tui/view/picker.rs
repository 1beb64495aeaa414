//! An input above choices, at the lower edge, so that what it is about stays seen.

use super::frame::{self, Title};
use super::paint::{self, Canvas, Pen};
use super::{aloud, input};
use crate::app::front;
use crate::app::overlay::{Offer, Picker, Taken};
use crate::model::Searched;

/// Draws the box.
pub fn draw(picker: &Picker, (columns, rows): (u16, u16), canvas: &mut Canvas) {
    let height = u16::try_from(picker.height()).unwrap_or(u16::MAX);
    let layout = front::picker(columns, rows, height);
    canvas.clear(layout.slot.area);
    let count = picker.listed().len();
    let position = match count > usize::from(layout.list.height) {
        true => paint::nth_of(picker.cursor().at() + 1, count, &canvas.theme().signs),
        false => String::new(),
    };
    let title = Title {
        left: &picker.ask().heading(),
        right: &position,
        focused: true,
    };
    frame::edge(&layout.slot, &title, canvas);
    let more = match picker.is_waiting() {
        true => canvas.theme().signs.more,
        false => "",
    };
    input::draw(" ", picker.line(), more, layout.input, canvas);
    if count == 0 && !picker.is_waiting() {
        let style = canvas.theme().text;
        let words = picker.nothing();
        canvas.pen(layout.list, 0).skip(1).fit(words, style);
    }
    let shown = picker.listed().iter().enumerate();
    let shown = shown.skip(picker.cursor().top());
    for (row, (nth, choice)) in shown.take(usize::from(layout.list.height)).enumerate() {
        canvas.item((layout.list, row, 1), (nth, picker.cursor().at()), None);
        let mut pen = canvas.pen(layout.list, row);
        pen.sign(nth == picker.cursor().at());
        write(choice, &mut pen);
    }
}

fn write(choice: &Offer, pen: &mut Pen) {
    let theme = pen.theme();
    if let Some(kind) = choice.kind {
        aloud::sign(kind, pen);
    }
    let origin = if choice.is_set { "  config.toml" } else { "" };
    let unit = match choice.taken {
        Taken::Search(_, Searched::Quotes) => " quotes",
        _ => "",
    };
    let count = choice.count.map(|count| format!("{origin}  {count}{unit}"));
    let count = count.unwrap_or_else(|| origin.to_owned());
    let detail = paint::columns(&choice.detail).min(pen.room() / 2);
    let gap = if detail > 0 { 2 } else { 0 };
    let room = pen.room().saturating_sub(detail + gap + count.len());
    let before = pen.room();
    pen.fit_into(&choice.words, room, theme.text);
    if detail > 0 {
        pen.skip(2).fit_into(&choice.detail, detail, theme.faint);
    }
    let used = before - pen.room();
    pen.skip((before - count.len()).saturating_sub(used));
    pen.text(&count, theme.text);
}
