//! Counts by day, from which every larger time is summed, and who speaks most.
//!
//! Quotes and articles are counted without reading a word: a timeline of a large library
//! needs its days, not its texts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::row::QuoteRow;
use super::timeline::Measure;
use crate::error::Result;
use crate::search::{Finder, Query};
use crate::store::{NameRef, QuoteSketch};

/// What is counted on each day, and without one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Days {
    /// By day.
    pub dated: BTreeMap<Date, usize>,
    /// In articles without a day.
    pub undated: usize,
}

impl Days {
    /// Counts `more` on the day of an ISO 8601 date; a date that is no day is none.
    pub fn add(&mut self, date: Option<&str>, more: usize) {
        let day = date.and_then(|date| date.get(..10)?.parse().ok());
        match day {
            Some(day) => *self.dated.entry(day).or_default() += more,
            None => self.undated += more,
        }
    }

    /// Counts quotes.
    pub fn of(quotes: &[QuoteRow], measure: Measure) -> Self {
        let mut days = Self::default();
        let mut seen = HashSet::new();
        for said in quotes {
            let more = match measure {
                Measure::Quotes => 1,
                Measure::Words => super::words::words(&said.words).len(),
                Measure::Articles => usize::from(seen.insert(said.article)),
            };
            days.add(said.published.as_deref(), more);
        }
        days
    }
}

/// What a query finds, counted by day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// The counts.
    pub days: Days,
    /// Quotes that were found, whatever was counted.
    pub found: usize,
    /// One line each for the person.
    pub notes: Vec<String>,
}

/// Counts what `query` finds. `today` is an ISO 8601 date.
///
/// # Errors
/// When the library cannot be read.
pub fn tally(finder: &Finder, query: &Query, measure: Measure, today: &str) -> Result<Tally> {
    let found = finder.quotes_of(query, usize::MAX, today)?;
    let catalog = finder.catalog();
    let mut days = Days::default();
    match measure {
        Measure::Words => {
            count_words(finder, &found.quotes, &mut days)?;
        }
        Measure::Quotes | Measure::Articles => {
            let mut seen = HashSet::new();
            for quote in &found.quotes {
                let position = quote.place.position;
                if measure == Measure::Quotes || seen.insert(position) {
                    let row = catalog.get(position);
                    days.add(row.and_then(|row| row.published.as_deref()), 1);
                }
            }
        }
    }
    Ok(Tally {
        days,
        found: found.found,
        notes: found.notes,
    })
}

/// Counts the words of quotes in list order: each text is read once, and none is kept.
fn count_words(finder: &Finder, quotes: &[QuoteSketch], days: &mut Days) -> Result<()> {
    let catalog = finder.catalog();
    let mut positions: Vec<usize> = quotes.iter().map(|quote| quote.place.position).collect();
    positions.dedup();
    let mut rest = quotes;
    finder.library().bodies(catalog, &positions, |body| {
        // Articles that are gone meanwhile are passed over.
        let here = rest.partition_point(|quote| quote.place.position < body.position);
        let end = rest.partition_point(|quote| quote.place.position <= body.position);
        let words = rest.get(here..end).unwrap_or_default().iter();
        let words = words.filter_map(|quote| body.text.get(quote.place.start..quote.end));
        let count = words.map(|words| super::words::words(words).len()).sum();
        let row = catalog.get(body.position);
        days.add(row.and_then(|row| row.published.as_deref()), count);
        rest = rest.get(end..).unwrap_or_default();
        true
    })
}

/// The names of those who say most of what `query` finds, at most `limit`. Noun phrases
/// that name nobody are left out.
///
/// # Errors
/// When the library cannot be read.
pub fn speakers(
    finder: &Finder,
    query: &Query,
    limit: usize,
    today: &str,
) -> Result<Vec<Arc<str>>> {
    let catalog = finder.catalog();
    let counts = match query.is_empty() {
        true => {
            let counts = catalog.counts().iter().enumerate();
            let counts = counts.map(|(at, count)| (NameRef::new(at), count.quotes as usize));
            counts.collect()
        }
        false => counts(&finder.quotes_of(query, usize::MAX, today)?.quotes),
    };
    let name = |name: NameRef| catalog.name(name).filter(|known| known.kind.is_some());
    let mut ranked: Vec<(usize, &Arc<str>)> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .filter_map(|(speaker, count)| Some((count, &name(speaker)?.text)))
        .collect();
    ranked.sort_by_key(|&(count, name)| (Reverse(count), name));
    // A person and a place of one name are asked for by the same words.
    let mut names: Vec<Arc<str>> = Vec::new();
    for (_, name) in ranked {
        if names.len() == limit {
            break;
        }
        if !names.contains(name) {
            names.push(Arc::clone(name));
        }
    }
    Ok(names)
}

fn counts(quotes: &[QuoteSketch]) -> HashMap<NameRef, usize> {
    let mut counts = HashMap::new();
    for speaker in quotes.iter().filter_map(|quote| quote.speaker) {
        *counts.entry(speaker).or_default() += 1;
    }
    counts
}
