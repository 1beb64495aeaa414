//! Counts by day, from which every larger time is summed, and who speaks most.
//!
//! Quotes and articles are counted without reading a word: a timeline of a large library
//! needs its days, not its texts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::quotes::rows;
use super::row::QuoteRow;
use super::timeline::Measure;
use crate::error::Result;
use crate::search::{Finder, Query};
use crate::store::{NameRef, Positions, QuoteSketch};

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
            let rows = rows(catalog, finder.library(), &found.quotes)?;
            days = Days::of(&rows, measure);
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
            let all = Positions::all(catalog.len());
            let counts = finder.library().name_counts(catalog, &all)?;
            let counts = counts.iter().enumerate();
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
