//! Whose words are counted over time.

use std::cmp::Reverse;

use crate::app::{Answer, TimeRow, Voices};
use crate::config::today;
use crate::error::Result;
use crate::search::{Finder, Query};
use crate::study::{Measure, speakers, tally};

/// Speakers that are counted when there are no lanes: about as many as a screen has rows.
const VOICES: usize = 20;

/// Counts what each of `voices` says by day.
///
/// # Errors
/// When the library cannot be read.
pub(super) fn times(finder: &Finder, voices: &Voices, measure: Measure) -> Result<Answer> {
    let today = today();
    let lanes: Vec<(String, String)> = match voices {
        Voices::Lanes(lanes, query) => {
            let lanes = lanes.iter();
            let lanes = lanes.map(|(title, lane)| (title.clone(), both(lane, query)));
            lanes.collect()
        }
        Voices::Most(query) => {
            let names = speakers(finder, &Query::parse(query), VOICES, &today)?;
            let lane = |name: &str| format!("by:\"{}\"", name.replace('"', " "));
            let lanes = names.iter();
            let lanes = lanes.map(|name| (name.to_string(), both(&lane(name), query)));
            lanes.collect()
        }
    };
    let mut rows = Vec::new();
    let mut notes = Vec::new();
    for (title, query) in lanes {
        let tally = tally(finder, &Query::parse(&query), measure, &today)?;
        for note in tally.notes {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        let days = tally.days;
        rows.push((tally.found, TimeRow { title, query, days }));
    }
    // As they are counted here: a query also finds those of similar names.
    if matches!(voices, Voices::Most(_)) {
        rows.sort_by_key(|(found, _)| Reverse(*found));
    }
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    Ok(Answer::Times(rows, notes))
}

fn both(lane: &str, query: &str) -> String {
    format!("{lane} {}", query.trim()).trim().to_owned()
}
