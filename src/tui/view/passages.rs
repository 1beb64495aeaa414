//! Rows of quotes of many articles: day, speaker, first words, source.

use super::paint::{self, Canvas, Pen};
use crate::app::screen::{Line, Passages};
use crate::app::shape::Area;
use crate::study::{Order, QuoteRow};

/// From this width on there is room for whole dates.
const DATED: u16 = 90;
/// Below this width the day is left out.
const SOME_DATE: u16 = 40;
/// From this width on there is room for the source.
const SOURCED: u16 = 60;
/// Below this width the speaker stands in the place of nothing: words alone.
const SPOKEN: u16 = 32;

/// Which columns the rows have, and how wide they are.
#[derive(Debug, Clone, Copy)]
struct Columns {
    date: usize,
    speaker: usize,
    source: usize,
}

/// Draws the rows on screen; `empty` is said when there is none.
pub fn draw(list: &Passages, area: Area, empty: Option<&str>, canvas: &mut Canvas) {
    let year = newest_year(list);
    let mut columns = columns(area.width, list.order(), list.is_of_one());
    if (1..10).contains(&columns.date) && has_other_years(list, year) {
        columns.date = paint::MONTH;
    }
    let cursor = list.cursor();
    let lines = list.lines().iter().enumerate().skip(cursor.top());
    for (row, (nth, line)) in lines.take(usize::from(area.height)).enumerate() {
        let mut pen = canvas.pen(area, row);
        let selected = nth == cursor.at();
        if selected {
            pen.put_cursor();
        }
        pen.sign(selected);
        match *line {
            Line::Head(first, count) => head(list, (first, count), &mut pen),
            Line::Utterance(at) => {
                let copies = list.utterance(at).map_or(0, |one| one.others.len());
                if let Some(quote) = list.row(*line) {
                    write(quote, (copies, year), columns, &mut pen);
                }
            }
            Line::Copy(..) => {
                if let Some(quote) = list.row(*line) {
                    pen.skip(2);
                    write(quote, (0, year), columns, &mut pen);
                }
            }
        }
    }
    if let Some(words) = empty.filter(|_| list.lines().is_empty()) {
        let style = canvas.theme().text;
        canvas.pen(area, 0).skip(1).fit(words, style);
    }
}

/// The year of the newest quote.
fn newest_year(list: &Passages) -> Option<&str> {
    let rows = list.found().utterances.iter();
    rows.filter_map(|one| year(&one.first)).max()
}

fn has_other_years(list: &Passages, newest: Option<&str>) -> bool {
    let mut rows = list.found().utterances.iter();
    rows.any(|one| year(&one.first).is_some_and(|year| Some(year) != newest))
}

fn year(row: &QuoteRow) -> Option<&str> {
    row.published.as_deref()?.get(..4)
}

fn columns(width: u16, order: Order, of_one: bool) -> Columns {
    let source = match width {
        _ if order == Order::Source || order == Order::Article => 0,
        DATED.. => 16,
        SOURCED.. if of_one => 16,
        SOURCED.. => 10,
        SOME_DATE.. if of_one => 10,
        _ => 0,
    };
    let speaker = match width {
        _ if order == Order::Speaker => 0,
        // Its name stands above; only the sign of a guess is left.
        _ if of_one => 1,
        DATED.. => 20,
        SOURCED.. => 16,
        SPOKEN.. => 12,
        _ => 0,
    };
    Columns {
        date: match width {
            _ if order == Order::Article => 0,
            DATED.. => 10,
            SOME_DATE.. => 5,
            _ => 0,
        },
        speaker,
        source,
    }
}

fn head(list: &Passages, (first, count): (usize, usize), pen: &mut Pen) {
    let theme = pen.theme();
    let Some(utterance) = list.utterance(first) else {
        return;
    };
    let row = &utterance.first;
    let words = match list.order() {
        Order::Date => row.day().unwrap_or("undated").to_owned(),
        Order::Speaker => row.speaker().unwrap_or("speaker unknown").to_owned(),
        Order::Source => row.source.as_deref().unwrap_or("no source").to_owned(),
        Order::Article => {
            let day = row.day().unwrap_or("undated");
            let source = row.source.as_deref().unwrap_or_default();
            [&row.headline, source, day].join(theme.signs.between)
        }
        Order::Story => row.headline.to_string(),
    };
    let count = count.to_string();
    let room = pen.room().saturating_sub(count.len() + 2);
    pen.fit_into(&words, room, theme.head);
    pen.skip(1).text(&count, theme.text);
}

fn write(row: &QuoteRow, (copies, year): (usize, Option<&str>), columns: Columns, pen: &mut Pen) {
    let (signs, theme) = (*pen.signs(), pen.theme());
    if columns.date > 0 {
        let day = paint::date(row.published.as_deref(), columns.date, year);
        pen.column(day, columns.date, theme.text).skip(1);
    }
    if columns.speaker > 0 {
        speaker(row, columns.speaker, pen);
        pen.skip(1);
    }
    let source = match columns.source {
        0 => 0,
        wide => wide + 1,
    };
    let count = match copies {
        0 => String::new(),
        copies => format!(" {}{}", signs.times, copies + 1),
    };
    let room = pen.room().saturating_sub(source + paint::columns(&count));
    spoken(&row.words, room, pen);
    pen.text(&count, theme.text);
    if source > 0 {
        let name = row.source.as_deref().unwrap_or_default();
        let name = paint::whole_words(name, columns.source);
        pen.skip(1).column(name, columns.source, theme.text);
    }
}

fn speaker(row: &QuoteRow, room: usize, pen: &mut Pen) {
    let (signs, theme) = (*pen.signs(), pen.theme());
    match &row.speaker {
        Some(said) if room == 1 => {
            let is_guess = said.confidence.is_guess();
            pen.own(if is_guess { "?" } else { " " }, theme.guess);
        }
        Some(said) if said.confidence.is_guess() => {
            pen.own("? ", theme.guess);
            pen.column(&said.name, room.saturating_sub(2), theme.guess);
        }
        Some(said) => {
            pen.column(&said.name, room, theme.speaker);
        }
        None => {
            pen.column(signs.none, room, theme.text);
        }
    }
}

// The first words between marks, on exactly `room` columns.
fn spoken(words: &str, room: usize, pen: &mut Pen) {
    let (signs, style) = (*pen.signs(), pen.theme().text);
    let before = pen.room();
    let inner = room.saturating_sub(2);
    let (kept, is_cut) = paint::cut(words, inner, 1);
    pen.own(signs.open, style).text(kept, style);
    pen.own(if is_cut { signs.more } else { signs.close }, style);
    let used = before - pen.room();
    pen.skip(room.saturating_sub(used));
}
