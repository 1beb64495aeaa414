//! The first row: the screens, how many items are listed, by what they are narrowed.

use super::paint::{self, Pen};
use crate::app::App;
use crate::app::keymap::Key;
use crate::app::screen::Screen;
use crate::app::shape::Shape;

/// From this width on every screen has its name on the first row.
const TABBED: u16 = 120;
/// From this width on the row ends with the order of the list.
pub const ORDERED: u16 = 80;

/// What the first row says of a list.
#[derive(Debug, Default)]
pub struct Told<'a> {
    /// How many items are listed, and of how many.
    pub count: String,
    /// What it is narrowed by.
    pub query: &'a str,
    /// What the search says about the query.
    pub notes: &'a [String],
    /// How it is ordered.
    pub order: String,
}

/// What the first row says of the list in front.
pub fn told(app: &App) -> Told<'_> {
    match app.screen() {
        Screen::Articles => of_articles(app),
        Screen::Quotes => of_quotes(app),
        Screen::Actors => of_actors(app),
        Screen::Compare => of_lanes(app),
        Screen::Basket => of_basket(app),
        Screen::Timeline => of_times(app),
    }
}

fn of_articles(app: &App) -> Told<'_> {
    let listing = app.articles().listing();
    let all = listing.catalog().total();
    Told {
        count: match listing.query().trim().is_empty() {
            true => all.to_string(),
            false => format!("{}/{all}", listing.len()),
        },
        query: listing.query(),
        notes: listing.notes(),
        order: listing.order().words().to_owned(),
    }
}

fn of_quotes(app: &App) -> Told<'_> {
    let quotes = app.quotes();
    let found = quotes.list().found();
    Told {
        count: match found.limited() {
            Some(listed) => format!("newest {listed} of {}", found.found),
            // The same words in several outlets are one row.
            None if found.utterances.len() < found.found => {
                format!("{} in {} rows", found.found, found.utterances.len())
            }
            None => found.found.to_string(),
        },
        query: quotes.query(),
        notes: &found.notes,
        order: quotes.order().words().to_owned(),
    }
}

fn of_actors(app: &App) -> Told<'_> {
    let actors = app.actors();
    Told {
        count: actors.items().len().to_string(),
        query: actors.query(),
        notes: actors.notes(),
        order: actors.order().to_owned(),
    }
}

fn of_lanes(app: &App) -> Told<'_> {
    let compare = app.compare();
    let order = match compare.lanes().is_empty() {
        true => String::new(),
        false => compare.order(),
    };
    Told {
        count: match compare.lanes().len() {
            1 => "1 lane".to_owned(),
            count => format!("{count} lanes"),
        },
        order,
        ..Told::default()
    }
}

fn of_basket(app: &App) -> Told<'_> {
    let basket = app.basket();
    Told {
        count: basket.places().len().to_string(),
        order: basket.order().to_owned(),
        ..Told::default()
    }
}

fn of_times(app: &App) -> Told<'_> {
    let timeline = app.timeline();
    let (one, many) = match timeline.is_of_lanes() {
        true => ("lane", "lanes"),
        false => ("speaker", "speakers"),
    };
    Told {
        count: match timeline.rows().len() {
            1 => format!("1 {one}"),
            count => format!("{count} {many}"),
        },
        query: timeline.query(),
        notes: timeline.notes(),
        order: timeline.order(),
    }
}

/// Writes the screens and what the list in front is narrowed by; gives what
/// belongs on the right.
pub fn draw(app: &App, width: u16, pen: &mut Pen) {
    let told = told(app);
    let theme = pen.theme();
    if width >= TABBED {
        if told.notes.is_empty() {
            pen.own("pullquote", theme.head).skip(1);
        }
        for screen in Screen::ALL {
            let here = screen == app.screen();
            let style = if here { theme.head } else { theme.text };
            let from = pen.room();
            pen.sign(here).own(screen.digit(), style).skip(1);
            pen.own(screen.name(), style).skip(1);
            let digit = screen.digit().chars().next().unwrap_or('1');
            pen.press((from, from - pen.room()), Key::Char(digit));
            let picked = app.basket().places().len();
            if screen == Screen::Basket && picked > 0 {
                pen.text(&format!("({picked})"), style).skip(1);
            }
        }
    } else {
        if app.articles().layout().shape == Shape::Single && app.screen() != Screen::Articles {
            pen.own(theme.signs.back, theme.text);
        }
        pen.own(app.screen().name(), theme.text).skip(1);
        pen.text(&told.count, theme.text);
        if width >= ORDERED && told.query.trim().is_empty() && told.notes.is_empty() {
            others(app, pen);
        }
    }
    if !told.query.trim().is_empty() {
        pen.skip(2).fit(&format!("/{}", told.query), theme.matched);
    }
    if app.is_waiting() {
        pen.skip(1).own(theme.signs.more, theme.text);
    }
    if let Some(note) = told.notes.first() {
        pen.skip(2).fit(note, theme.text);
    }
}

/// Writes the other screens where the row would be empty, so that whoever comes new sees
/// that there are some: all of them, or none.
fn others(app: &App, pen: &mut Pen) {
    let others = Screen::ALL.into_iter();
    let others: Vec<Screen> = others.filter(|screen| *screen != app.screen()).collect();
    let columns: usize = others.iter().map(|screen| screen.name().len() + 4).sum();
    if columns > pen.room() {
        return;
    }
    let theme = pen.theme();
    for screen in others {
        pen.skip(2);
        let from = pen.room();
        // Without bold: each change of the pen crosses the wire.
        pen.own(screen.digit(), theme.text).skip(1);
        pen.own(screen.name(), theme.text);
        let digit = screen.digit().chars().next().unwrap_or('1');
        pen.press((from, from - pen.room()), Key::Char(digit));
    }
}

/// What stands on the right: the order of the list, on a wide screen after the count; no
/// order beside a note, which needs the room.
pub fn right(app: &App, width: u16) -> String {
    let told = told(app);
    match width {
        // What a note says is more than the order, which the rows show.
        TABBED.. if told.notes.is_empty() => format!("{}  {}", told.count, told.order),
        TABBED.. => told.count,
        ORDERED.. if told.notes.is_empty() => told.order,
        _ => String::new(),
    }
}

/// Columns of the right half that are kept free for it.
pub fn kept(right: &str) -> usize {
    paint::columns(right) + 2
}
