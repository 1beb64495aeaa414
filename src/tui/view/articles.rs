//! The list of articles: date, source, headline, number of quotes.

use ratatui::buffer::Buffer;

use super::paint::Pen;
use crate::app::screen::Listing;
use crate::app::shape::{Area, Shape};
use crate::store::Row;
use crate::tui::theme::Theme;

/// Which columns the list shows, and how wide they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Columns {
    date: usize,
    source: usize,
    count: usize,
}

/// From this width on there is room for whole dates and longer names.
const ROOMY: u16 = 70;
/// Up to this width a row shows the headline alone.
const HEADLINE_ALONE: u16 = 39;
/// Stacked, the source is dropped below this width.
const SOURCE_STACKED: u16 = 80;

/// Draws the rows on screen.
pub fn draw(listing: &Listing, shape: Shape, area: Area, theme: &Theme, buffer: &mut Buffer) {
    let cursor = listing.cursor();
    let newest = listing.catalog().rows().first();
    let year = newest.and_then(|row| row.published.as_deref()?.get(..4));
    let columns = columns(shape, area.width);
    for line in 0..usize::from(area.height) {
        let nth = cursor.top() + line;
        let Some(row) = listing.row(nth) else {
            break;
        };
        let mut pen = Pen::new(buffer, area, line);
        row_of(row, (nth == cursor.at(), year), columns, (&mut pen, theme));
    }
    if listing.is_empty() && !listing.is_waiting() {
        let mut pen = Pen::new(buffer, area, 0);
        pen.own(" nothing is found; Esc shows all articles", theme.text);
    }
}

fn columns(shape: Shape, width: u16) -> Columns {
    let narrow = matches!(shape, Shape::Stacked | Shape::Single);
    if narrow && width <= HEADLINE_ALONE {
        return Columns {
            date: 0,
            source: 0,
            count: 0,
        };
    }
    let source = match (narrow && width < SOURCE_STACKED, width >= ROOMY) {
        (true, _) => 0,
        (false, true) => 16,
        (false, false) => 10,
    };
    Columns {
        date: if width >= ROOMY { 10 } else { 5 },
        source,
        count: 3,
    }
}

fn row_of(
    row: &Row,
    (selected, year): (bool, Option<&str>),
    columns: Columns,
    (pen, theme): (&mut Pen, &Theme),
) {
    let more = theme.signs.more;
    let style = if selected { theme.selected } else { theme.text };
    pen.own(if selected { ">" } else { " " }, style);
    if columns.date > 0 {
        let date = date(row.published.as_deref(), columns.date, year);
        column(pen, date, columns.date, more, theme);
    }
    if columns.source > 0 {
        let source = row.source.as_deref().unwrap_or_default();
        column(pen, source, columns.source, more, theme);
    }
    let count = match columns.count {
        0 => String::new(),
        wide => format!(" {:>wide$}", row.quotes.min(999)),
    };
    let room = pen.room().saturating_sub(count.len());
    column_of_headline(pen, &row.headline, room, (more, style));
    pen.text(&count, theme.text);
}

fn column(pen: &mut Pen, words: &str, wide: usize, more: &'static str, theme: &Theme) {
    let before = pen.room();
    pen.fit(words, wide, more, theme.text);
    let used = before - pen.room();
    pen.skip((wide + 1).saturating_sub(used));
}

fn column_of_headline(
    pen: &mut Pen,
    headline: &str,
    room: usize,
    (more, style): (&'static str, ratatui::style::Style),
) {
    let before = pen.room();
    pen.fit(headline, room, more, style);
    let used = before - pen.room();
    pen.skip(room.saturating_sub(used));
}

/// The day; on few columns without the year, or the year alone when it is not
/// the year of the newest article.
fn date<'a>(published: Option<&'a str>, wide: usize, year: Option<&str>) -> &'a str {
    let day = published.and_then(|date| date.get(..10).or(Some(date)));
    match day {
        None => "",
        Some(day) if wide >= 10 => day,
        Some(day) if day.get(..4) == year => day.get(5..).unwrap_or(day),
        Some(day) => day.get(..4).unwrap_or(day),
    }
}
