//! Lanes of quotes side by side: what stands on one row.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::row::QuoteRow;
use super::timeline::bucket;
use super::utterance::{Utterer, utterances};
use crate::search::{Query, Unit, marks};

/// What stands on one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alignment {
    /// Quotes that hold the same term; one row for each of these, in their order.
    Issue(Vec<String>),
    /// Quotes of the same day, week, month or year, the newest first.
    Date(Unit),
    /// Quotes of one utterance; those of several lanes first.
    SameWords,
    /// The first of each lane, the second of each lane, and so on.
    List,
}

/// One row over all lanes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aligned {
    /// The term, the time; empty where a row needs no words.
    pub label: String,
    /// For each lane the indexes of its quotes. A lane without any has said nothing
    /// here, which is a finding.
    pub cells: Vec<Vec<usize>>,
}

/// Puts the quotes of `lanes` on rows. Without any term an issue is no row: the
/// quotes are listed.
pub fn align(lanes: &[Vec<QuoteRow>], alignment: &Alignment) -> Vec<Aligned> {
    match alignment {
        Alignment::Issue(terms) if !terms.is_empty() => {
            terms.iter().map(|term| by_issue(lanes, term)).collect()
        }
        Alignment::Date(unit) => by_date(lanes, *unit),
        Alignment::SameWords => by_words(lanes),
        Alignment::Issue(_) | Alignment::List => by_rank(lanes),
    }
}

fn by_issue(lanes: &[Vec<QuoteRow>], term: &str) -> Aligned {
    // The blank says that the word is typed to its end.
    let query = Query::parse(&format!("{} ", term.trim()));
    let holds = |said: &QuoteRow| {
        let clauses = query.clauses.iter();
        let mut alone = clauses.map(|clause| Query {
            clauses: vec![clause.clone()],
            notes: Vec::new(),
        });
        !query.is_empty() && alone.all(|clause| !marks(&clause, &said.words).is_empty())
    };
    let cell = |lane: &Vec<QuoteRow>| {
        let quotes = lane.iter().enumerate().filter(|(_, said)| holds(said));
        quotes.map(|(at, _)| at).collect()
    };
    Aligned {
        label: term.trim().to_owned(),
        cells: lanes.iter().map(cell).collect(),
    }
}

fn by_date(lanes: &[Vec<QuoteRow>], unit: Unit) -> Vec<Aligned> {
    let mut rows: BTreeMap<Option<String>, Vec<Vec<usize>>> = BTreeMap::new();
    for (lane, quotes) in lanes.iter().enumerate() {
        for (at, said) in quotes.iter().enumerate() {
            let date = said.day().and_then(|day| bucket(day, unit));
            let cells = rows
                .entry(date)
                .or_insert_with(|| vec![Vec::new(); lanes.len()]);
            cells
                .get_mut(lane)
                .into_iter()
                .for_each(|cell| cell.push(at));
        }
    }
    let rows = rows.into_iter().rev();
    rows.map(|(date, cells)| Aligned {
        label: date.unwrap_or_else(|| "undated".to_owned()),
        cells,
    })
    .collect()
}

fn by_words(lanes: &[Vec<QuoteRow>]) -> Vec<Aligned> {
    let places: Vec<(usize, usize)> = lanes
        .iter()
        .enumerate()
        .flat_map(|(lane, quotes)| (0..quotes.len()).map(move |at| (lane, at)))
        .collect();
    let all: Vec<Utterer> = lanes.iter().flatten().map(QuoteRow::utterer).collect();
    let mut rows: Vec<Aligned> = utterances(&all)
        .into_iter()
        .map(|utterance| {
            let mut cells = vec![Vec::new(); lanes.len()];
            for &(lane, at) in utterance.quotes.iter().filter_map(|&at| places.get(at)) {
                if let Some(cell) = cells.get_mut(lane) {
                    cell.push(at);
                }
            }
            Aligned {
                label: String::new(),
                cells,
            }
        })
        .collect();
    rows.sort_by_key(|row| Reverse(row.cells.iter().filter(|cell| !cell.is_empty()).count()));
    rows
}

fn by_rank(lanes: &[Vec<QuoteRow>]) -> Vec<Aligned> {
    let longest = lanes.iter().map(Vec::len).max().unwrap_or(0);
    let cell =
        |lane: &Vec<QuoteRow>, at: usize| (at < lane.len()).then_some(at).into_iter().collect();
    let row = |at| Aligned {
        label: String::new(),
        cells: lanes.iter().map(|lane| cell(lane, at)).collect(),
    };
    (0..longest).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Span};

    fn said((words, day): (&str, &str)) -> QuoteRow {
        QuoteRow {
            article: ArticleId::of_text(words),
            span: Span::new(0, words.len()),
            words: words.into(),
            speaker: None,
            cue: None,
            story: None,
            url: None,
            headline: "".into(),
            source: None,
            published: Some(day.into()).filter(|_| !day.is_empty()),
        }
    }

    /// Two lanes; a row prints as label and cells.
    #[track_caller]
    fn check(alignment: &Alignment, expected: &[&str]) {
        let lanes = [
            vec![
                ("The gates stay shut until the river falls", "2026-03-09"),
                ("We sent every ship we had", "2026-03-02T10:00"),
            ],
            vec![
                ("No ship was sent", "2026-03-10"),
                ("the gates stay shut until", "2026-03-01"),
                ("Ask the owners", ""),
            ],
        ]
        .map(|lane| lane.into_iter().map(said).collect::<Vec<_>>());
        let rows: Vec<String> = align(&lanes, alignment)
            .iter()
            .map(|row| format!("{}: {:?}", row.label, row.cells))
            .collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn an_issue_is_a_row_and_silence_an_empty_cell() {
        let terms = ["ship", "shut gates", "owners"].map(str::to_owned).to_vec();
        check(
            &Alignment::Issue(terms),
            &[
                "ship: [[1], [0]]",
                "shut gates: [[0], [1]]",
                "owners: [[], [2]]",
            ],
        );
    }

    #[test]
    fn quotes_of_one_week_stand_on_one_row() {
        check(
            &Alignment::Date(Unit::Week),
            &[
                "2026-W11: [[0], [0]]",
                "2026-W10: [[1], []]",
                "2026-W09: [[], [1]]",
                "undated: [[], [2]]",
            ],
        );
    }

    #[test]
    fn one_utterance_in_two_lanes_comes_first() {
        check(
            &Alignment::SameWords,
            &[": [[0], [1]]", ": [[1], []]", ": [[], [0]]", ": [[], [2]]"],
        );
    }

    #[test]
    fn a_list_is_not_aligned() {
        let rows = [": [[0], [0]]", ": [[1], [1]]", ": [[], [2]]"];
        check(&Alignment::List, &rows);
        check(&Alignment::Issue(Vec::new()), &rows);
    }
}
