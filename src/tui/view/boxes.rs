//! Boxes in front: the choices for copying, the messages, and the greeting of
//! an empty library.

use super::frame::{self, Title};
use super::input;
use super::paint::{self, Canvas};
use crate::app::front;
use crate::app::overlay::{CopyMenu, MessageList, Save};
use crate::app::shape::Area;
use crate::app::{App, Weight};

/// Draws the choices for copying.
pub fn copy(menu: &CopyMenu, (columns, rows): (u16, u16), canvas: &mut Canvas) {
    let choices = menu.choices();
    let count = u16::try_from(choices.len()).unwrap_or(u16::MAX);
    let slot = front::copy(columns, rows, count);
    canvas.clear(slot.area);
    let title = Title {
        left: "copy",
        focused: true,
        ..Title::default()
    };
    frame::edge(&slot, &title, canvas);
    let shown = choices.iter().enumerate().skip(menu.cursor().top());
    for (row, (nth, choice)) in shown.enumerate() {
        canvas.item((slot.inner, row, 1), (nth, menu.cursor().at()), None);
        let mut pen = canvas.pen(slot.inner, row);
        let theme = pen.theme();
        let selected = nth == menu.cursor().at();
        if selected {
            pen.put_cursor();
        }
        pen.sign(selected).text(&choice.key.to_string(), theme.head);
        // What cannot be copied is told instead of what it would be.
        pen.skip(2)
            .fit(choice.refused.unwrap_or(choice.help), theme.text);
    }
}

/// Draws the forms and the name of a file.
pub fn save(save: &Save, (columns, rows): (u16, u16), canvas: &mut Canvas) {
    let count = u16::try_from(save.forms().len()).unwrap_or(u16::MAX);
    let slot = front::copy(columns, rows, count.saturating_add(1));
    canvas.clear(slot.area);
    let title = Title {
        left: &format!("write {} into a file", save.what()),
        focused: true,
        ..Title::default()
    };
    frame::edge(&slot, &title, canvas);
    let (name, forms) = slot.inner.split_rows(1);
    input::draw(" name ", save.line(), "", name, canvas);
    let shown = save.forms().iter().enumerate().skip(save.cursor().top());
    for (row, (nth, form)) in shown.enumerate() {
        canvas.item((forms, row, 1), (nth, save.cursor().at()), None);
        let mut pen = canvas.pen(forms, row);
        let style = pen.theme().text;
        pen.sign(nth == save.cursor().at()).fit(form.words(), style);
    }
}

/// Draws the messages.
pub fn messages(list: &MessageList, (columns, rows): (u16, u16), canvas: &mut Canvas) {
    let slot = front::messages(columns, rows);
    canvas.clear(slot.area);
    let position = paint::nth_of(list.cursor().at() + 1, list.len(), &canvas.theme().signs);
    let title = Title {
        left: "messages",
        right: &position,
        focused: true,
    };
    frame::edge(&slot, &title, canvas);
    let theme = canvas.theme();
    let mut row = 0;
    let messages = list.messages().enumerate().skip(list.cursor().top());
    for (nth, (notice, lines)) in messages {
        let selected = nth == list.cursor().at();
        let style = match notice.weight {
            Weight::Failed => theme.error,
            Weight::Told => theme.text,
        };
        for (first, line) in lines.iter().enumerate() {
            let mut pen = canvas.pen(slot.inner, row);
            let here = selected && first == 0;
            if here {
                pen.put_cursor();
            }
            pen.sign(here).text(line.of(&notice.text), style);
            row += 1;
        }
        if row >= slot.rows() {
            return;
        }
    }
}

/// What a library without any article says.
const GREETING: [&str; 6] = [
    "There is no article in this library yet.",
    "",
    "pullquote FOLDER      shows the articles of a folder",
    "pullquote add FILE    adds a file to this library",
    "{refresh}                     looks for new files again",
    "{keys}                     lists all keys; {back} ends the program",
];

/// Draws the greeting of an empty library, or how far its first import is.
pub fn greeting(app: &App, area: Area, canvas: &mut Canvas) {
    let style = canvas.theme().text;
    if let Some(progress) = app.progress() {
        let (done, total) = (progress.done, progress.total);
        let words = format!("The articles are being read: {done} of {total}");
        canvas.pen(area, 1).skip(2).fit(&words, style);
        return;
    }
    // On a low screen the blank row above goes first.
    let above = usize::from(usize::from(area.height) > GREETING.len());
    for (row, words) in GREETING.iter().enumerate() {
        let words = canvas.told(words);
        canvas.pen(area, row + above).skip(2).fit(&words, style);
    }
}
