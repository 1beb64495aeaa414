//! The first and the last row: where one is, what is typed, what can be done.

use super::paint::{self, Canvas, Pen};
use super::tabs;
use super::{aloud, input};
use crate::app::command::{Part, Show, Step};
use crate::app::keymap::{Hint, Key};
use crate::app::overlay::{Purpose, SearchLine};
use crate::app::screen::{Focus, Reader, Screen};
use crate::app::shape::{Area, Shape};
use crate::app::{Action, App, Weight};
use crate::model::Span;
use crate::text::wrap::wrap;

/// Below this width what an import did would leave no room for where one is.
const SUMMED: u16 = 60;

/// Draws the first row.
pub fn draw(app: &App, area: Area, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let right = right(app, area.width);
    let mut pen = canvas.pen(area, 0);
    pen.keep_free(tabs::kept(&right)).skip(1);
    match is_deep(app) {
        true => breadcrumb(app, &mut pen),
        false => tabs::draw(app, area.width, &mut pen),
    }
    let mut pen = canvas.pen(area, 0);
    pen.keep_free(1).right(&right, theme.text);
}

// Whether there is one pane, and it is not the first.
fn is_deep(app: &App) -> bool {
    let articles = app.articles();
    app.screen() == Screen::Articles
        && articles.layout().shape == Shape::Single
        && articles.focus() != Focus::List
}

fn right(app: &App, width: u16) -> String {
    if let Some(progress) = app.progress() {
        format!("{}/{} read", progress.done, progress.total)
    } else if let Some(summary) = app.imported_summary().filter(|_| width >= SUMMED) {
        summary.to_owned()
    } else if app.look().plain {
        aloud::position(app)
    } else if is_deep(app) {
        position(app)
    } else {
        tabs::right(app, width)
    }
}

/// Which quote one stands at, and how far the text has been seen.
pub fn position(app: &App) -> String {
    let reader = app.articles().reader();
    if let Some(words) = app.articles().selected() {
        return format!("{words} marked");
    }
    let quote = reader.quote_at().map(|nth| {
        let count = reader.quotes().len();
        format!("quote {}/{count}", nth + 1)
    });
    let percent = reader.percent().map(|percent| format!("{percent}%"));
    let deceit = deceit(reader).map(|deceit| deceit + " ·");
    let parts: Vec<String> = deceit.into_iter().chain(quote).chain(percent).collect();
    parts.join(" ")
}

/// What deceives the eye in a text, and what lists it.
pub fn deceit(reader: &Reader) -> Option<String> {
    Some(format!("{} (w)", reader.deceit()?))
}

fn breadcrumb(app: &App, pen: &mut Pen) {
    let articles = app.articles();
    let (signs, theme) = (*pen.signs(), pen.theme());
    pen.own(signs.back, theme.text).own("Articles", theme.text);
    pen.own(signs.deeper, theme.text);
    let last = match articles.focus() {
        Focus::List | Focus::Reader => "",
        Focus::Quotes => "quotes",
        Focus::Actors => "actors",
    };
    let room = match last {
        "" => pen.room(),
        _ => pen
            .room()
            .saturating_sub(last.len() + paint::columns(signs.deeper)),
    };
    let article = articles.reader().article();
    let headline = article.map_or("", |article| article.headline());
    pen.fit_into(headline, room, theme.head);
    if !last.is_empty() {
        pen.own(signs.deeper, theme.text).own(last, theme.text);
    }
}

/// Draws the last row: input, else notice, else hints.
pub fn bottom(app: &App, search: Option<&SearchLine>, canvas: &mut Canvas) {
    let layout = app.articles().layout();
    let area = layout.bottom;
    let theme = canvas.theme();
    if let Some(search) = search {
        canvas.clear(area);
        let right = beside(app, search, theme.signs.more);
        input::draw("/", search.line(), &right, area, canvas);
        if let Some(note) = note(app, search).filter(|_| layout.hints) {
            note_above(&note, area, canvas);
        }
    } else if let Some(notice) = app.notice() {
        canvas.clear(area);
        let style = match notice.weight {
            Weight::Told => theme.text,
            Weight::Failed => theme.error,
        };
        let room = usize::from(area.width).saturating_sub(2);
        let words = with_remedy(&notice.text, room, theme.signs.more);
        canvas.pen(area, 0).skip(1).fit(&words, style);
    } else if layout.hints {
        canvas.clear(area);
        if app.look().hints {
            hint_line(app, &mut canvas.pen(area, 0));
        }
    }
}

/// A line that is too long without its middle: at its end stands what can be done.
fn with_remedy(words: &str, room: usize, more: &str) -> String {
    if paint::columns(words) <= room {
        return words.to_owned();
    }
    let half = room / 2;
    // What stands behind the last border of sentences, if it is no longer than that.
    let borders = words
        .match_indices(['.', ';', ':', ','])
        .map(|(at, _)| at + 1);
    let ends = borders.filter(|at| words[*at..].starts_with(' '));
    let ends = ends.map(|at| words[at..].trim_start());
    let mut ends = ends.filter(|end| !end.is_empty());
    let Some(end) = ends.find(|end| paint::columns(end) <= half) else {
        return words.to_owned();
    };
    let left = room.saturating_sub(paint::columns(end) + paint::columns(more) + 1);
    let (start, _) = paint::cut(words, left, 0);
    format!("{start}{more} {end}")
}

/// What stands beside the input: the first note, counts, and whether an answer is outstanding.
fn beside(app: &App, search: &SearchLine, more: &str) -> String {
    match search.purpose() {
        Purpose::Topics => "issues, parted by commas".to_owned(),
        Purpose::List | Purpose::Quotes | Purpose::Actors | Purpose::Times => {
            let told = tabs::told(app);
            let more = if app.is_waiting() { more } else { "" };
            let hints = app.articles().layout().hints;
            match note(app, search).filter(|_| !hints) {
                Some(note) => format!("{}{more}  {note}", told.count),
                None => format!("{}{more}", told.count),
            }
        }
        Purpose::Text(_) => match app.articles().reader().hits().len() {
            1 => "1 hit".to_owned(),
            count => format!("{count} hits"),
        },
    }
}

/// What is offered when nothing is found, else the first note.
fn note(app: &App, search: &SearchLine) -> Option<String> {
    match search.purpose() {
        Purpose::List | Purpose::Quotes | Purpose::Actors | Purpose::Times => {
            let offered = search.offers().told(search.line().text());
            offered.or_else(|| tabs::told(app).notes.first().cloned())
        }
        Purpose::Text(_) => app.articles().reader().note().map(str::to_owned),
        Purpose::Topics => None,
    }
}

// The note has lines of its own above the input, as many as it needs.
fn note_above(note: &str, input: Area, canvas: &mut Canvas) {
    let room = usize::from(input.width).saturating_sub(2).max(1);
    let lines = wrap(note, Span::new(0, note.len()), room);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(input.y);
    let area = Area::new(input.x, input.y - rows, input.width, rows);
    canvas.clear(area);
    let style = canvas.theme().text;
    for (row, line) in lines.iter().enumerate() {
        canvas.pen(area, row).skip(1).text(line.of(note), style);
    }
}

fn hint_line(app: &App, pen: &mut Pen) {
    let theme = pen.theme();
    for (key, hint) in fitting(app, pen.room()) {
        let from = pen.room();
        pen.skip(1).text(&key.to_string(), theme.head);
        pen.skip(1).own(hint.text, theme.text).skip(1);
        pen.press((from, from - pen.room()), key);
    }
}

/// Whether the screen in front lists nothing that a command could be about.
fn is_bare(app: &App) -> bool {
    match app.screen() {
        Screen::Compare => app.compare().lanes().is_empty(),
        Screen::Basket => app.basket().places().is_empty(),
        Screen::Timeline => app.timeline().rows().is_empty(),
        Screen::Articles | Screen::Quotes | Screen::Actors => false,
    }
}

/// Whether a key does something without any row.
fn is_of_no_row(app: &App, key: Key) -> bool {
    match app.keymap().lookup(app.mode(), key) {
        Some(Action::Command(command)) => matches!(
            command.part(),
            Part::Screen(_)
                | Part::Show(Show::Search | Show::Finder | Show::Palette | Show::Keys)
                | Part::Step(Step::Back | Step::Close)
        ),
        _ => false,
    }
}

/// The hints that fit into `room` columns: the most useful ones, in table order.
fn fitting(app: &App, room: usize) -> Vec<(Key, Hint)> {
    // What needs a row is not offered where there is none.
    let bare = app.overlays().is_empty() && is_bare(app);
    let helps = |key: Key| !bare || is_of_no_row(app, key);
    let all = app.keymap().hints(app.mode());
    let all: Vec<(Key, Hint)> = all.filter(|(key, _)| helps(*key)).collect();
    let mut by_use: Vec<usize> = (0..all.len()).collect();
    by_use.sort_by_key(|&at| all[at].1.priority);
    let mut used = 0;
    let mut kept = Vec::new();
    for at in by_use {
        let (key, hint) = all[at];
        let columns = key.to_string().len() + hint.text.len() + 3;
        if used + columns > room + 1 {
            break;
        }
        used += columns;
        kept.push(at);
    }
    kept.sort_unstable();
    kept.into_iter().map(|at| all[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, room: usize, expected: &str) {
        assert_eq!(with_remedy(words, room, "…"), expected);
    }

    #[test]
    fn a_line_that_is_too_long_keeps_what_can_be_done() {
        let words = "the library is on a full disk, nothing is written; make room, then press R";
        check(words, 100, words);
        check(
            words,
            50,
            "the library is on a full… make room, then press R",
        );
        check(words, 30, "the library is… then press R");
        let one = "a line without any border at all";
        check(one, 12, one);
    }
}
