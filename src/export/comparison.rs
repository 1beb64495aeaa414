//! Lanes side by side as a Markdown table.

use super::markdown::escaped;
use crate::study::{Aligned, Spoken};

/// What is printed where a lane has no quote: silence is a finding.
pub const NOTHING: &str = "(nothing found)";

/// Gives `rows` as a Markdown table with a column for each of `titles`; `said` gives
/// the quote of a lane with this index. No text of an article can act in it: what
/// Markdown would read is escaped.
pub fn comparison<'a>(
    titles: &[&str],
    rows: &[&Aligned],
    said: impl Fn(usize, usize) -> Option<&'a Spoken>,
) -> String {
    let labelled = rows.iter().any(|row| !row.label.is_empty());
    let mut table = String::new();
    let heads = titles.iter().map(|head| escaped(head));
    line(&mut table, labelled.then(String::new), heads);
    let rules = titles.iter().map(|_| "---".to_owned());
    line(&mut table, labelled.then(|| "---".to_owned()), rules);
    for row in rows {
        let cells = row.cells.iter().enumerate().map(|(lane, quotes)| {
            let quotes = quotes.iter().filter_map(|&at| said(lane, at));
            let quotes: Vec<String> = quotes.map(quote).collect();
            match quotes.is_empty() {
                true => NOTHING.to_owned(),
                false => quotes.join("<br><br>"),
            }
        });
        line(&mut table, labelled.then(|| escaped(&row.label)), cells);
    }
    table
}

fn line(table: &mut String, label: Option<String>, cells: impl Iterator<Item = String>) {
    table.push('|');
    for cell in label.into_iter().chain(cells) {
        table.push_str(&format!(" {cell} |"));
    }
    table.push('\n');
}

fn quote(spoken: &Spoken) -> String {
    let first = &spoken.first;
    let mut parts: Vec<String> = first.speaker().map(escaped).into_iter().collect();
    let outlets = spoken.outlets();
    let own = outlets.own.iter().enumerate();
    parts.extend(
        own.map(|(nth, outlet)| match nth == 0 && first.source.is_none() {
            true => format!("“{}”", escaped(outlet)),
            false => escaped(outlet),
        }),
    );
    parts.extend(first.day().map(escaped));
    let words = escaped(&first.words);
    let elsewhere = outlets.elsewhere.join(", ");
    if !elsewhere.is_empty() {
        parts.push(format!("also in {}", escaped(&elsewhere)));
    }
    match parts.is_empty() {
        true => format!("“{words}”"),
        false => format!("“{words}” — {}", parts.join(", ")),
    }
}
