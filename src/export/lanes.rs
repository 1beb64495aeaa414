//! Lanes side by side as lines for a person, and as JSON.

use serde::Serialize;

use super::comparison::NOTHING;
use super::json_line;
use super::lines::{one_line, sources, speaker};
use crate::study::{Aligned, Spoken};

/// Row by row, in each the lanes one below the other.
pub fn lanes_text(titles: &[&str], rows: &[Aligned], lanes: &[Vec<Spoken>]) -> String {
    let mut out = String::new();
    for row in rows {
        if !row.label.is_empty() {
            out.push_str(&format!("== {}\n", row.label));
        }
        for (title, quotes) in titles.iter().zip(cells(row, lanes)) {
            out.push_str(&format!("{title}\n"));
            if quotes.is_empty() {
                out.push_str(&format!("  {NOTHING}\n"));
            }
            for quote in quotes {
                let words = one_line(&quote.first.words);
                let day = quote.first.day().unwrap_or("undated");
                let by = speaker(&quote.first);
                out.push_str(&format!("  “{words}” — {by}, {day}{}\n", sources(quote)));
            }
        }
        out.push('\n');
    }
    out
}

/// The quotes of each lane on one row.
fn cells<'a>(row: &'a Aligned, lanes: &'a [Vec<Spoken>]) -> impl Iterator<Item = Vec<&'a Spoken>> {
    let cells = lanes.iter().zip(&row.cells);
    cells.map(|(lane, cell)| cell.iter().filter_map(|&at| lane.get(at)).collect())
}

#[derive(Serialize)]
struct Line<'a> {
    row: usize,
    label: &'a str,
    lane: &'a str,
    quote: &'a str,
    speaker: Option<&'a str>,
    source: Option<&'a str>,
    date: Option<&'a str>,
    article_id: String,
}

/// A line for every quote, with the number of its row from 1.
pub fn lanes_json(titles: &[&str], rows: &[Aligned], lanes: &[Vec<Spoken>]) -> String {
    let mut lines = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        for (lane, quotes) in titles.iter().zip(cells(row, lanes)) {
            for quote in quotes.iter().flat_map(|quote| quote.rows()) {
                lines.push(json_line(&Line {
                    row: at + 1,
                    label: &row.label,
                    lane,
                    quote: &quote.words,
                    speaker: quote.speaker(),
                    source: quote.source.as_deref(),
                    date: quote.published.as_deref(),
                    article_id: quote.article.to_string(),
                }));
            }
        }
    }
    lines.join("\n")
}
