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
    let (lanes, mut notes) = match voices {
        Voices::Lanes(lanes, query) => {
            let lanes = lanes.iter();
            let lanes = lanes.map(|(title, lane)| (title.clone(), both(lane, query)));
            (lanes.collect::<Vec<_>>(), Vec::new())
        }
        Voices::Most(query) => {
            let (names, notes) = speakers(finder, &Query::parse(query), VOICES, &today)?;
            let lane = |name: &str| format!("by:\"{}\"", name.replace('"', " "));
            let mut lanes = Vec::new();
            for name in names {
                let query = both(&lane(&name), query);
                // As they are counted below: a query also finds those of similar names.
                let found = finder.quotes_of(&Query::parse(&query), 0, &today)?.found;
                lanes.push((Reverse(found), (name.to_string(), query)));
            }
            lanes.sort_by_key(|(found, _)| *found);
            (lanes.into_iter().map(|(_, lane)| lane).collect(), notes)
        }
    };
    let mut rows = Vec::new();
    for (title, query) in lanes {
        let (days, more) = tally(finder, &Query::parse(&query), measure, &today)?;
        for note in more {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        rows.push(TimeRow { title, query, days });
    }
    Ok(Answer::Times(rows, notes))
}

fn both(lane: &str, query: &str) -> String {
    format!("{lane} {}", query.trim()).trim().to_owned()
}
