//! Screen 5: how often lanes speak, over time.

use std::borrow::Cow;

use super::frame::{self, Title};
use super::paint::{self, Canvas, Pen};
use super::{names, tabs};
use crate::app::screen::{Grid, Timeline};
use crate::app::shape::Area;

/// What a screen without any count says.
const NOBODY: &str = "nobody is known to have said anything";

/// The same when a query is the reason.
const NARROWED: &str = "nobody with a name is found; Esc takes the query away";

/// Draws the counts and the line about the cell one stands at.
pub fn draw(timeline: &Timeline, canvas: &mut Canvas) {
    let layout = timeline.layout();
    let Some(slot) = layout.lanes.first() else {
        return;
    };
    // On a wide screen the first row says it.
    let order = Some(timeline.order()).filter(|_| slot.area.width < tabs::ORDERED);
    let voices = match timeline.is_of_lanes() {
        true => "lanes over time",
        false => "who says most",
    };
    // Where there is no line for it, the cell one stands at is told by the edge.
    let cell = timeline.here().filter(|_| layout.about.is_none());
    let cell = cell.map(|cell| cell.short());
    let title = Title {
        left: cell.as_deref().unwrap_or(voices),
        right: order.as_deref().unwrap_or_default(),
        focused: true,
    };
    frame::edge(slot, &title, canvas);
    if timeline.rows().is_empty() {
        let words = match timeline.query().trim().is_empty() {
            true => NOBODY,
            false => NARROWED,
        };
        if !timeline.is_waiting() {
            let style = canvas.theme().text;
            canvas.pen(slot.inner, 0).skip(1).fit(words, style);
        }
        return;
    }
    head(timeline, slot.inner, canvas);
    let (_, below) = slot.inner.split_rows(1);
    let first = timeline.cursor().top();
    let grid = timeline.grid();
    let rows = (first..timeline.rows().len()).take(grid.lanes);
    for (nth, row) in rows.enumerate() {
        canvas.item(
            (below, nth * grid.height, grid.height),
            (row, timeline.cursor().at()),
            None,
        );
        lane(timeline, row, (below, nth * grid.height), canvas);
    }
    if let Some(area) = layout.about {
        about(timeline, area, canvas);
    }
}

/// The times on screen: each is written where the one before leaves room.
fn head(timeline: &Timeline, area: Area, canvas: &mut Canvas) {
    let (grid, theme) = (timeline.grid(), canvas.theme());
    let start = 2 + grid.title;
    let times = &timeline.counts().columns;
    let shown = times.iter().skip(timeline.left()).take(grid.shown);
    let shown: Vec<&str> = shown.map(String::as_str).collect();
    for (nth, at, words) in headings(&shown, grid, start) {
        let here = timeline.left() + nth == timeline.at();
        let style = if here { theme.head } else { theme.text };
        canvas.pen(area, 0).skip(at).text(words, style);
    }
    let mut pen = canvas.pen(area, 0);
    pen.skip(start + grid.shown * grid.cell);
    let undated = if grid.undated > 7 { "undated" } else { "n.d." };
    let style = match timeline.at() == times.len() {
        true => theme.head,
        false => theme.text,
    };
    number(undated, grid.undated, &mut pen, style);
    number("total", grid.total, &mut pen, theme.text);
}

/// The times that are written, each with the column where it begins: first those that
/// begin a year, in full, then others of that year where there is room between.
fn headings<'a>(times: &[&'a str], grid: Grid, start: usize) -> Vec<(usize, usize, &'a str)> {
    let year = |time: &'a str| time.get(..4).unwrap_or(time);
    let begins = |nth: usize| nth == 0 || year(times[nth - 1]) != year(times[nth]);
    // In narrow cells the year is told with the cell one stands at.
    let full = |nth: &usize| grid.bars > 0 && begins(*nth);
    let (first, rest): (Vec<usize>, Vec<usize>) = (0..times.len()).partition(full);
    let mut written: Vec<(usize, usize, &str)> = Vec::new();
    for nth in first.into_iter().chain(rest) {
        let time = times[nth];
        let words = match full(&nth) {
            true => time,
            false => time.get(5..).unwrap_or(time),
        };
        // Above the right end of its cell, as numbers stand: what is wider than the cell
        // stands over the one before, the first one over the titles, which have no head.
        let end = start + nth * grid.cell + grid.cell.saturating_sub(1).max(1);
        let Some(at) = end.checked_sub(words.len()) else {
            continue;
        };
        let is_free =
            |(_, other, its): &(usize, usize, &str)| end < *other || other + its.len() < at;
        if written.iter().all(is_free) {
            written.push((nth, at, words));
        }
    }
    written
}

/// Writes `words` at the right end of `columns` columns.
fn number(words: &str, columns: usize, pen: &mut Pen, style: ratatui::style::Style) {
    let words = if columns == 0 { "" } else { words };
    let gap = columns.saturating_sub(paint::columns(words));
    pen.skip(gap).text(words, style);
}

fn lane(timeline: &Timeline, row: usize, (area, top): (Area, usize), canvas: &mut Canvas) {
    let grid = timeline.grid();
    let base = top + grid.bars.saturating_sub(1);
    let most = timeline.scale(row);
    for line in 0..grid.bars {
        let mut pen = canvas.pen(area, top + line);
        pen.skip(2 + grid.title);
        bars(timeline, (row, grid.bars - 1 - line, most), &mut pen);
    }
    let here = row == timeline.cursor().at();
    let mut pen = canvas.pen(area, base);
    if here {
        pen.put_cursor();
    }
    let theme = pen.theme();
    let lane = timeline.rows().get(row);
    let title = lane.map_or("", |lane| &lane.title);
    let title = match lane.is_some_and(|lane| lane.query.starts_with("source:")) {
        true => Cow::Borrowed(names::outlet(title, grid.title)),
        false => names::speaker(title, grid.title),
    };
    pen.sign(here).column(&title, grid.title, theme.speaker);
    let mut pen = canvas.pen(area, base + usize::from(grid.digits && grid.bars > 0));
    pen.skip(2 + grid.title);
    match grid.digits {
        true => digits(timeline, row, &mut pen),
        false => {
            pen.skip(grid.shown * grid.cell);
        }
    }
    sums(timeline, row, &mut pen);
}

/// One row of the bars, so many rows above the lowest one; a full bar is `most`.
fn bars(timeline: &Timeline, (row, above, most): (usize, usize, usize), pen: &mut Pen) {
    let (grid, theme) = (timeline.grid(), pen.theme());
    for at in shown(timeline, grid) {
        let number = timeline.number(row, at);
        let eighths = (number * 8 * grid.bars).div_ceil(most.max(1));
        let here = row == timeline.cursor().at() && at == timeline.at();
        let style = if here { theme.selected } else { theme.quote };
        let sign = match eighths.saturating_sub(8 * above).min(8) {
            // Nothing was said: that is a finding, and is told where no digit does.
            0 if above == 0 && !grid.digits && number == 0 => theme.signs.furniture,
            eighths => theme.signs.bars.get(eighths).copied().unwrap_or(" "),
        };
        for _ in 0..grid.cell.saturating_sub(1).max(1) {
            pen.own(sign, style);
        }
        pen.skip(usize::from(grid.cell > 1));
    }
}

fn digits(timeline: &Timeline, row: usize, pen: &mut Pen) {
    let (grid, theme) = (timeline.grid(), pen.theme());
    for at in shown(timeline, grid) {
        let here = row == timeline.cursor().at() && at == timeline.at();
        let style = match here && grid.bars == 0 {
            true => theme.selected,
            false => theme.text,
        };
        let words = timeline.number(row, at).to_string();
        number(&words, grid.cell.saturating_sub(1), pen, style);
        pen.skip(1);
    }
}

/// What has no date, and everything.
fn sums(timeline: &Timeline, row: usize, pen: &mut Pen) {
    let (grid, theme) = (timeline.grid(), pen.theme());
    let counts = timeline.counts();
    let last = counts.columns.len();
    if grid.undated > 0 {
        let here = row == timeline.cursor().at() && timeline.at() == last;
        let style = if here { theme.selected } else { theme.text };
        let words = timeline.number(row, last).to_string();
        number(&words, grid.undated, pen, style);
    }
    number(
        &timeline.total(row).to_string(),
        grid.total,
        pen,
        theme.text,
    );
}

fn shown(timeline: &Timeline, grid: Grid) -> impl Iterator<Item = usize> {
    let last = timeline.counts().columns.len();
    (timeline.left()..last).take(grid.shown)
}

/// The cell one stands at, in words.
fn about(timeline: &Timeline, area: Area, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let position = paint::nth_of(
        timeline.cursor().at() + 1,
        timeline.rows().len(),
        &theme.signs,
    );
    let mut pen = canvas.pen(area, 0);
    pen.keep_free(paint::columns(&position) + 2).skip(1);
    if let Some(cell) = timeline.here() {
        pen.fit(&cell.words(), theme.text);
    }
    let mut pen = canvas.pen(area, 0);
    pen.keep_free(1).right(&position, theme.text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_begins_where_it_does() {
        let months: Vec<String> = (0..18)
            .map(|nth| format!("{}-{:02}", 2024 + (nth + 3) / 12, (nth + 3) % 12 + 1))
            .collect();
        let months: Vec<&str> = months.iter().map(String::as_str).collect();
        let grid = Grid {
            cell: 2,
            bars: 1,
            ..Grid::default()
        };
        let mut line = vec![b' '; 60];
        for (_, at, words) in headings(&months, grid, 10) {
            line[at..at + words.len()].copy_from_slice(words.as_bytes());
        }
        let line = String::from_utf8(line).unwrap();
        assert_eq!(
            line.trim_end(),
            "    2024-04  06  08   2025-01  03  05  07  09"
        );
    }
}
