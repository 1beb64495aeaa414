//! Lanes side by side as lines for a person, and as JSON.

use serde::Serialize;

use super::comparison::nothing;
use super::json_line;
use super::lines::{one_line, sources, speaker};
use super::record::{flag, hundredths, share};
use super::table::{Cells, csv_line};
use crate::model::Confidence;
use crate::study::{Aligned, QuoteRow, Spoken};

/// Row by row, in each the lanes one below the other.
pub fn lanes_text(titles: &[&str], rows: &[Aligned], lanes: &[Vec<Spoken>]) -> String {
    let mut out = String::new();
    for row in rows {
        if !row.label.is_empty() {
            out.push_str(&format!("== {}\n", row.label));
        }
        for (title, quotes) in titles.iter().zip(cells(row, lanes)) {
            let silent = nothing(row);
            match (quotes.is_empty(), silent.is_empty()) {
                (true, true) => continue,
                (true, false) => out.push_str(&format!("{title}\n  {silent}\n")),
                (false, _) => out.push_str(&format!("{title}\n")),
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

/// A quote of a lane, wherever it is written.
#[derive(Serialize)]
struct Line<'a> {
    row: usize,
    label: &'a str,
    lane: &'a str,
    quote: &'a str,
    speaker: Option<&'a str>,
    #[serde(serialize_with = "share")]
    confidence: Option<Confidence>,
    guess: Option<bool>,
    source: Option<&'a str>,
    date: Option<&'a str>,
    title: &'a str,
    url: Option<&'a str>,
    article_id: String,
}

/// The columns of [`lanes_csv`], named as in JSON.
const COLUMNS: [&str; 12] = [
    "row",
    "label",
    "lane",
    "quote",
    "speaker",
    "confidence",
    "guess",
    "source",
    "date",
    "title",
    "url",
    "article_id",
];

/// A line for every quote, with the number of its row from 1.
pub fn lanes_json(titles: &[&str], rows: &[Aligned], lanes: &[Vec<Spoken>]) -> String {
    let lines = lines(titles, rows, lanes);
    lines.iter().map(json_line).collect::<Vec<_>>().join("\n")
}

/// The same for spreadsheets.
pub fn lanes_csv(titles: &[&str], rows: &[Aligned], lanes: &[Vec<Spoken>], how: Cells) -> String {
    let head = csv_line(&COLUMNS, how);
    let lines = lines(titles, rows, lanes);
    let lines = lines.iter().map(|line| csv_line(&line.cells(), how));
    [head]
        .into_iter()
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

fn lines<'a>(titles: &[&'a str], rows: &'a [Aligned], lanes: &'a [Vec<Spoken>]) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        for (lane, quotes) in titles.iter().zip(cells(row, lanes)) {
            let quotes = quotes.into_iter().flat_map(Spoken::rows);
            lines.extend(quotes.map(|quote| Line::new((at + 1, &row.label), lane, quote)));
        }
    }
    lines
}

impl<'a> Line<'a> {
    fn new((row, label): (usize, &'a str), lane: &'a str, quote: &'a QuoteRow) -> Self {
        let confidence = quote.speaker.as_ref().map(|said| said.confidence);
        Self {
            row,
            label,
            lane,
            quote: &quote.words,
            speaker: quote.speaker(),
            confidence,
            guess: confidence.map(Confidence::is_guess),
            source: quote.source.as_deref(),
            date: quote.published.as_deref(),
            title: &quote.headline,
            url: quote.url.as_deref(),
            article_id: quote.article.to_string(),
        }
    }

    fn cells(&self) -> [String; 12] {
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        [
            self.row.to_string(),
            self.label.to_owned(),
            self.lane.to_owned(),
            self.quote.to_owned(),
            text(self.speaker),
            self.confidence.map(hundredths).unwrap_or_default(),
            flag(self.guess),
            text(self.source),
            text(self.date),
            self.title.to_owned(),
            text(self.url),
            self.article_id.clone(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_same_columns_in_both_forms() {
        let line = Line {
            row: 1,
            label: "",
            lane: "A",
            quote: "No.",
            speaker: Some("Ada Brook"),
            confidence: Some(Confidence::from_thousandths(456)),
            guess: Some(true),
            source: None,
            date: None,
            title: "Pier stays",
            url: None,
            article_id: "b3:0".into(),
        };
        let written = json_line(&line);
        let mut at = 0;
        for column in COLUMNS {
            at += written[at..].find(&format!("\"{column}\": ")).unwrap();
        }
        assert!(written.contains("\"confidence\": 0.45, \"guess\": true"));
        assert_eq!(line.cells()[5..7], ["0.45", "true"]);
    }
}
