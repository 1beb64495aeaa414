//! The list of articles: date, source, headline, number of quotes.

use super::dates::Days;
use super::names;
use super::paint::{Canvas, Pen};
use super::{aloud, marks};
use crate::app::screen::{Focus, Listing};
use crate::app::shape::{Area, Shape};
use crate::store::Row;

/// Which columns the list shows, and how wide they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Columns {
    dated: bool,
    source: usize,
    count: usize,
}

/// From this width on there is room for some names.
const DATED: u16 = 60;
/// From this width on there is room for most names.
const WIDE: u16 = 80;
/// From this width on there is room for longer names.
const ROOMY: u16 = 70;
/// Below this width the headline needs what the source would take.
const SOURCED: u16 = 46;
/// Up to this width a row shows the headline alone.
const HEADLINE_ALONE: u16 = 39;
/// As wide as this, every list of articles has room for days.
const LEAST_DATED: u16 = 40;
/// Stacked, the source is dropped below this width.
const SOURCE_STACKED: u16 = 80;

/// Draws the rows on screen.
pub fn draw(listing: &Listing, (shape, focused): (Shape, bool), area: Area, canvas: &mut Canvas) {
    let cursor = listing.cursor();
    let columns = columns(shape, area.width);
    let days = days(listing, area.width);
    let marks = listing.catalog().marks();
    let signs = marks::has_article_signs(marks);
    let reads = marks::tells_read(marks);
    for line in 0..usize::from(area.height) {
        let nth = cursor.top() + line;
        let Some(row) = listing.row(nth) else {
            break;
        };
        canvas.item((area, line, 1), (nth, cursor.at()), Some(Focus::List));
        let mut pen = canvas.pen(area, line);
        let selected = nth == cursor.at();
        if selected && focused {
            pen.put_cursor();
        }
        pen.sign(selected);
        if signs {
            marks::article_sign((marks, reads), row.id, &mut pen);
        }
        if pen.labels() {
            aloud::article(row, &mut pen);
            continue;
        }
        if columns.dated {
            let style = pen.theme().text;
            let day = days.word(row.published.as_deref());
            pen.column(day, days.columns(), style).skip(1);
        }
        write(row, columns, &mut pen);
    }
    if listing.is_empty() && !listing.is_waiting() {
        let style = canvas.theme().text;
        let words = " nothing is found; Esc shows all articles";
        canvas.pen(area, 0).fit(words, style);
    }
}

fn columns(shape: Shape, width: u16) -> Columns {
    let narrow = matches!(shape, Shape::Stacked | Shape::Single);
    if narrow && width <= HEADLINE_ALONE {
        return Columns {
            dated: false,
            source: 0,
            count: 0,
        };
    }
    let source = match width {
        _ if narrow && width < SOURCE_STACKED => 0,
        WIDE.. => 19,
        ROOMY.. => 16,
        DATED.. => 12,
        SOURCED.. => 10,
        _ => 0,
    };
    Columns {
        dated: true,
        source,
        count: 2,
    }
}

fn write(row: &Row, columns: Columns, pen: &mut Pen) {
    let text = pen.theme().text;
    if columns.source > 0 {
        let source = row.source.as_deref().unwrap_or_default();
        let source = names::outlet(source, columns.source);
        pen.column(source, columns.source, text).skip(1);
    }
    let count = match columns.count {
        0 => String::new(),
        wide => format!(" {:>wide$}", row.quotes.min(99)),
    };
    let room = pen.room().saturating_sub(count.len());
    pen.column(&row.headline, room, text).text(&count, text);
}

/// How the days of the list are written: it goes from the newest to the oldest.
fn days(listing: &Listing, width: u16) -> Days {
    let rows = listing.catalog().rows();
    let newest = rows.first().and_then(|row| row.published.as_deref());
    let oldest = rows.iter().rev().find_map(|row| row.published.as_deref());
    // A list as narrow as a pane beside others tells days, too.
    Days::on(width.max(LEAST_DATED), [newest, oldest])
}
