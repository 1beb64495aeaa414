//! Drawing: takes `&App`, changes cells, and nothing else.
//!
//! Everything is written in `paint`, which makes words safe; selection is a
//! sign and bold on few cells, because every changed cell crosses the wire.

mod actors;
mod aloud;
mod articles;
mod basket;
mod boxes;
mod commands;
mod compare;
mod cut;
mod dates;
mod finder;
mod frame;
mod input;
mod marks;
mod names;
mod paint;
mod passages;
mod picker;
mod profile;
mod quotes;
mod rail;
mod reader;
mod status;
mod tabs;
mod timeline;
mod why;

use ratatui::Frame;

use self::frame::Title;
use self::paint::Canvas;
pub use self::paint::Extras;
use super::theme::Theme;
use crate::app::App;
use crate::app::overlay::Overlay;
use crate::app::pointer::Target;
use crate::app::screen::{Focus, Screen};
use crate::app::shape::{Area, Edge, Shape, Slot};

/// Draws everything: the screen, then what stands in front of it.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame) {
    draw_all(app, theme, frame);
}

/// The same; tells what clicks mean and which cells are links.
pub fn draw_all(app: &App, theme: &Theme, frame: &mut Frame) -> Extras {
    let size = frame.area();
    let canvas = Canvas::new(theme, frame.buffer_mut());
    let mut canvas = canvas.with_keys((app.keymap(), app.screen_mode()));
    if app.articles().layout().shape == Shape::Floor {
        let screen = Area::new(size.x, size.y, size.width, size.height);
        let words = match size.width {
            0..11 => "20x4",
            11.. => "20x4 needed",
        };
        canvas.pen(screen, 0).own(words, theme.text);
        return Extras::default();
    }
    screen(app, &mut canvas);
    if !app.overlays().is_empty() {
        canvas.stand_in_front();
    }
    let mut search = None;
    for overlay in app.overlays() {
        match overlay {
            Overlay::Finder(finder) => finder::draw(finder, app, &mut canvas),
            Overlay::Commands(commands) => commands::draw(commands, app, &mut canvas),
            Overlay::Copy(menu) => boxes::copy(menu, app.size(), &mut canvas),
            Overlay::Messages(list) => boxes::messages(list, app.size(), &mut canvas),
            Overlay::Picker(picker) => picker::draw(picker, app.size(), &mut canvas),
            Overlay::Why(why) => why::draw(why, app.size(), &mut canvas),
            Overlay::Save(save) => boxes::save(save, app.size(), &mut canvas),
            Overlay::Search(line) => search = Some(line),
        }
    }
    status::bottom(app, search, &mut canvas);
    let cursor = canvas.cursor();
    let extras = canvas.extras();
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
    extras
}

fn screen(app: &App, canvas: &mut Canvas) {
    if let Some(area) = app.articles().layout().status {
        status::draw(app, area, canvas);
    }
    match app.screen() {
        Screen::Articles => panes(app, canvas),
        Screen::Quotes => quotes::draw(app.quotes(), app.marks(), canvas),
        Screen::Actors => actors::draw(app.actors(), app.marks(), canvas),
        Screen::Compare => compare::draw(app.compare(), app.marks(), canvas),
        Screen::Basket => basket::draw(app.basket(), app.marks(), canvas),
        Screen::Timeline => timeline::draw(app.timeline(), canvas),
    }
}

fn panes(app: &App, canvas: &mut Canvas) {
    let articles = app.articles();
    let layout = articles.layout();
    let empty = articles.listing().catalog().is_empty();
    for focus in Focus::ALL {
        if let Some(slot) = layout.slot(focus) {
            edge(app, focus, &slot, canvas);
            canvas.target(slot.area, Target::Pane(focus));
            if !empty {
                pane(app, focus, slot.inner, canvas);
            }
        }
    }
    let greeted = layout.reader.or(layout.list);
    if let Some(slot) = greeted.filter(|_| empty) {
        boxes::greeting(app, slot.inner, canvas);
    }
}

fn pane(app: &App, focus: Focus, area: Area, canvas: &mut Canvas) {
    let articles = app.articles();
    let (reader, rail) = (articles.reader(), articles.rail());
    let focused = articles.focus() == focus;
    match focus {
        Focus::List => {
            let shape = articles.layout().shape;
            articles::draw(articles.listing(), (shape, focused), area, canvas);
        }
        Focus::Reader => {
            if focused {
                canvas.pen(area, reader::row_here(reader)).put_cursor();
            }
            for (row, line) in reader.visible().enumerate() {
                let target = Target::Text { line, column: 0 };
                canvas.row_target(area, (row, 1), target);
            }
            reader::draw(reader, app.marks(), area, canvas);
        }
        Focus::Quotes => rail::quotes((reader, rail), app.marks(), (area, focused), canvas),
        Focus::Actors => rail::actors(reader, rail, (area, focused), canvas),
    }
}

/// Tags and note of what one stands at, then how far one is.
fn reader_right(app: &App, width: u16) -> String {
    let told = reader::told(app.articles().reader(), app.marks(), width);
    let parts = [told, status::position(app)].into_iter();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn edge(app: &App, focus: Focus, slot: &Slot, canvas: &mut Canvas) {
    let articles = app.articles();
    let reader = articles.reader();
    let quotes = format!("quotes {}", reader.quotes().len());
    let actors = format!("actors {}", reader.actors().len());
    let both = articles.layout().quotes.is_some() && articles.layout().actors.is_some();
    let between = canvas.theme().signs.between;
    let headline = || reader.article().map_or("", |article| article.headline());
    let left = match focus {
        Focus::List => "articles".to_owned(),
        Focus::Reader => headline().to_owned(),
        Focus::Quotes if both => quotes,
        Focus::Actors if both => actors,
        Focus::Quotes => [quotes, actors].join(between),
        Focus::Actors => [actors, quotes].join(between),
    };
    let right = match focus {
        Focus::Reader => reader_right(app, slot.area.width),
        Focus::List | Focus::Quotes | Focus::Actors => String::new(),
    };
    let title = Title {
        left: &left,
        right: &right,
        focused: articles.focus() == focus && slot.edge != Edge::Bare,
    };
    frame::edge(slot, &title, canvas);
}
