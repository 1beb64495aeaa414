//! Lanes side by side as a Markdown table.

use super::markdown::{escaped, in_cell, link};
use super::template::{Cited, Template};
use crate::study::{Aligned, Spoken};

/// What is printed where a lane has no quote: silence is a finding.
pub const NOTHING: &str = "(nothing found)";

/// Gives `rows` as a Markdown table with a column for each of `titles`; `said` gives
/// the quote of a lane with this index, which is cited as `cite` says. No text of an
/// article can act in it: what Markdown would read is escaped.
pub fn comparison<'a>(
    titles: &[&str],
    rows: &[&Aligned],
    said: impl Fn(usize, usize) -> Option<&'a Spoken>,
    cite: Option<&Template>,
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
            let quotes: Vec<String> = quotes.map(|one| quote(one, cite)).collect();
            match quotes.is_empty() {
                true => nothing(row).to_owned(),
                false => quotes.join("<br><br>"),
            }
        });
        line(&mut table, labelled.then(|| escaped(&row.label)), cells);
    }
    table
}

/// What stands where a lane has no quote. Who is listed without any order besides another
/// one has not been silent on anything.
pub(super) fn nothing(row: &Aligned) -> &'static str {
    match row.label.is_empty() {
        true => "",
        false => NOTHING,
    }
}

fn line(table: &mut String, label: Option<String>, cells: impl Iterator<Item = String>) {
    table.push('|');
    for cell in label.into_iter().chain(cells) {
        table.push_str(&format!(" {cell} |"));
    }
    table.push('\n');
}

fn quote(spoken: &Spoken, cite: Option<&Template>) -> String {
    let first = &spoken.first;
    let Some(cite) = cite else {
        return own(spoken);
    };
    let cited = Cited {
        quote: &first.words,
        speaker: first
            .speaker
            .as_ref()
            .map(|said| said.called().into())
            .unwrap_or_default(),
        source: first.source.as_deref().unwrap_or_default(),
        title: &first.headline,
        date: first.day().unwrap_or_default(),
        url: first.url.as_deref().unwrap_or_default(),
        ..Cited::default()
    };
    in_cell(&cited, cite)
}

fn own(spoken: &Spoken) -> String {
    let first = &spoken.first;
    let called = first
        .speaker
        .as_ref()
        .map(|said| escaped(&said.called().to_string()));
    let mut parts: Vec<String> = called.into_iter().collect();
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
    parts.extend(first.url.as_deref().map(link));
    match parts.is_empty() {
        true => format!("“{words}”"),
        false => format!("“{words}” — {}", parts.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Confidence, Span};
    use crate::study::{QuoteRow, Speaking};

    fn spoken() -> Spoken {
        let first = QuoteRow {
            article: ArticleId::of_text("x"),
            span: Span::new(0, 3),
            words: "No.".into(),
            speaker: Some(Speaking {
                name: "Ada Brook".into(),
                confidence: Confidence::from_thousandths(400),
                rule: None,
                unnamed: false,
            }),
            headline: "Pier stays".into(),
            source: Some("Quay Post".into()),
            url: Some("https://quay.example/a|b".into()),
            published: Some("2026-01-02T03:04".into()),
            cue: None,
            story: None,
        };
        Spoken {
            first,
            others: Vec::new(),
        }
    }

    #[track_caller]
    fn check(label: &str, cite: Option<&str>, expected: &str) {
        let row = Aligned {
            label: label.into(),
            cells: vec![vec![0], Vec::new()],
        };
        let said = spoken();
        let cite = cite.map(|cite| Template::parse(cite).unwrap());
        let table = comparison(&["A", "B"], &[&row], |_, _| Some(&said), cite.as_ref());
        assert_eq!(table.lines().last().unwrap(), expected);
    }

    #[test]
    fn a_cell_tells_a_guess_and_leads_to_the_article() {
        check(
            "pier",
            None,
            "| pier | “No.” — ? Ada Brook, Quay Post, 2026-01-02, <https://quay.example/a%7Cb> | (nothing found) |",
        );
    }

    #[test]
    fn a_cell_is_cited_as_a_person_wants() {
        check(
            "pier",
            Some("{speaker}, in “{title}”"),
            "| pier | “No.” — ? Ada Brook, in “Pier stays” | (nothing found) |",
        );
    }

    #[test]
    fn a_bar_of_a_template_parts_no_cells() {
        check(
            "pier",
            Some("{speaker} | {source}"),
            "| pier | “No.” — ? Ada Brook \\| Quay Post | (nothing found) |",
        );
    }

    #[test]
    fn a_list_says_nothing_of_what_is_not_there() {
        check("", Some("“{quote}” {source}"), "| “No.” Quay Post |  |");
    }
}
