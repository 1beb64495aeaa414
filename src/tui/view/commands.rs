//! The palette and the list of keys.

use super::frame::{self, Title};
use super::input;
use super::paint::{Canvas, Pen};
use crate::app::App;
use crate::app::front;
use crate::app::keymap::{Group, Mode, Row, places_of};
use crate::app::overlay::{Commands, Entry, Jump, Listed};
use crate::app::screen::{Focus, Screen};

/// Columns of the names of commands.
const NAME: usize = 20;
/// Columns of the keys.
const KEYS: usize = 16;
/// Columns of the edge that both its titles leave free.
const EDGE: usize = 8;
/// Columns of the one key that works where one is.
const KEY: usize = 9;

/// Draws the palette or the list of keys over the screen.
pub fn draw(commands: &Commands, app: &App, canvas: &mut Canvas) {
    let (columns, rows) = app.size();
    let layout = front::commands(columns, rows, commands.shows_keys());
    canvas.clear(layout.slot.area);
    let (left, prompt) = match commands.shows_keys() {
        true => ("keys", " find a key: "),
        false => ("commands", ":"),
    };
    // One key does several things: where each of them, the edge says.
    let room = usize::from(layout.slot.area.width).saturating_sub(left.len() + EDGE);
    let places = commands.selected().map(|row| told_places(row, room));
    let places = places.unwrap_or_default();
    let title = Title {
        left,
        right: &places,
        focused: true,
    };
    frame::edge(&layout.slot, &title, canvas);
    input::draw(prompt, commands.line(), "", layout.input, canvas);
    let at = commands.cursor();
    let entries = commands.entries().iter().enumerate().skip(at.top());
    for (row, (nth, entry)) in entries.take(usize::from(layout.list.height)).enumerate() {
        canvas.item((layout.list, row, 1), (nth, at.at()), None);
        let mut pen = canvas.pen(layout.list, row);
        pen.sign(nth == at.at());
        let text = pen.theme().text;
        match entry {
            Entry::Head(group) => {
                let head = pen.theme().head;
                pen.own(Group::title(*group), head);
            }
            Entry::Jump(jump) => {
                pen.fit(&jump_words(*jump, app), text);
            }
            Entry::Command(Listed(of)) if commands.shows_keys() => keys_first(of, &mut pen),
            Entry::Command(Listed(of)) => name_first(of, commands.below(), &mut pen),
        }
    }
    if commands.entries().is_empty() {
        let style = canvas.theme().text;
        canvas
            .pen(layout.list, 0)
            .own(" no command of that name", style);
    }
}

/// Where a command does something, with its name where there is room for both.
fn told_places(row: &Row, room: usize) -> String {
    let places = places_of(row);
    match row.name.len() + 1 + places.len() <= room {
        true => format!("{} {places}", row.name),
        false => places,
    }
}

fn name_first(row: &Row, below: Mode, pen: &mut Pen) {
    let text = pen.theme().text;
    pen.column(row.name, NAME, text);
    let key = row.key_in(below).map(|key| key.to_string());
    let key = key.or_else(|| row.typed().into_iter().next());
    let help = pen.room().saturating_sub(KEY.min(pen.room() / 3));
    let elsewhere = format!("only {}", places_of(row));
    let told = match row.is_for(below) {
        true => row.help,
        false => &elsewhere,
    };
    pen.column(told, help, text)
        .skip(1)
        .fit(&key.unwrap_or_default(), text);
}

fn keys_first(row: &Row, pen: &mut Pen) {
    let text = pen.theme().text;
    let room = KEYS.min(pen.room() / 2);
    pen.skip(1).column(&keys(row), room, text).skip(1);
    pen.fit(row.help, text);
}

fn keys(row: &Row) -> String {
    row.typed().join(" ")
}

fn jump_words(jump: Jump, app: &App) -> String {
    let what = match app.articles().focus() {
        _ if app.screen() == Screen::Quotes => "quote",
        _ if app.screen() == Screen::Compare => "row",
        _ if matches!(app.screen(), Screen::Actors | Screen::Basket) => "row",
        Focus::List => "article",
        Focus::Reader => "paragraph",
        Focus::Quotes => "quote",
        Focus::Actors => "actor",
    };
    match jump {
        Jump::Number(number) => format!("go to {what} {number}"),
        Jump::Percent(share) => format!("go to {share} per cent"),
    }
}
