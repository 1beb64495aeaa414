//! Counts over time as text, as cells of a table, as JSON.

use serde::Serialize;

use super::json_line;
use super::markdown::{escaped, table_head, table_row};
use crate::study::Timeline;
use crate::text::width::width;

/// The head and a row for every time; what has no date comes last.
pub fn timeline_cells(titles: &[String], counts: &Timeline) -> Vec<Vec<String>> {
    let mut rows = vec![[&["time".to_owned()], titles].concat()];
    for (at, time) in counts.columns.iter().enumerate() {
        let row = counts
            .rows
            .iter()
            .map(|lane| lane.get(at).copied().unwrap_or(0));
        rows.push(row_of(time, row));
    }
    if counts.undated.iter().any(|count| *count > 0) {
        rows.push(row_of("undated", counts.undated.iter().copied()));
    }
    rows
}

fn row_of(time: &str, counts: impl Iterator<Item = usize>) -> Vec<String> {
    let counts = counts.map(|count| count.to_string());
    [time.to_owned()].into_iter().chain(counts).collect()
}

/// The same as a table of Markdown.
pub fn timeline_markdown(cells: &[Vec<String>]) -> Vec<String> {
    let rows = cells.iter().enumerate().map(|(nth, row)| match nth {
        0 => table_head(row),
        _ => table_row(&row.iter().map(|cell| escaped(cell)).collect::<Vec<_>>()),
    });
    rows.collect()
}

/// The same in columns.
pub fn timeline_text(titles: &[String], counts: &Timeline) -> Vec<String> {
    let rows = timeline_cells(titles, counts);
    let columns = titles.len() + 1;
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| width(cell)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    let line = |row: &Vec<String>| {
        let cells = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(at, (cell, room))| {
                let blanks = " ".repeat(room.saturating_sub(width(cell)));
                match at {
                    0 => format!("{cell}{blanks}"),
                    _ => format!("{blanks}{cell}"),
                }
            });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

#[derive(Serialize)]
struct Line<'a> {
    time: Option<&'a str>,
    lane: &'a str,
    count: usize,
}

/// A line for every count that is not zero.
pub fn timeline_json(titles: &[String], counts: &Timeline) -> Vec<String> {
    let mut lines = Vec::new();
    for ((lane, row), undated) in titles.iter().zip(&counts.rows).zip(&counts.undated) {
        let dated = counts
            .columns
            .iter()
            .map(|time| Some(time.as_str()))
            .zip(row);
        for (time, &count) in dated.chain([(None, undated)]) {
            if count > 0 {
                lines.push(json_line(&Line { time, lane, count }));
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_rows_and_lanes_are_columns() {
        let counts = Timeline {
            columns: vec!["2026-01".into(), "2026-02".into()],
            rows: vec![vec![10, 0], vec![1, 2]],
            undated: vec![0, 3],
        };
        let titles = ["Ada".to_owned(), "B".to_owned()];
        let expected = [
            "time     Ada  B",
            "2026-01   10  1",
            "2026-02    0  2",
            "undated    0  3",
        ];
        assert_eq!(timeline_text(&titles, &counts), expected);
        let lines = timeline_json(&titles, &counts);
        assert_eq!(
            lines[0],
            r#"{"time": "2026-01", "lane": "Ada", "count": 10}"#
        );
        assert_eq!(lines[3], r#"{"time": null, "lane": "B", "count": 3}"#);
    }
}
