//! Who is there: names with how often they speak, since when, in whose pages.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use rayon::prelude::*;

use crate::error::Result;
use crate::search::Named;
use crate::store::{Catalog, Library, NameCount, NameRef};

/// A name as the list of actors shows it. Everything is counted in the articles that
/// were asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorRow {
    /// Who; see [`Catalog::name`].
    pub name: NameRef,
    /// Quotes of which this is the speaker.
    pub quotes: u32,
    /// Places where an article names it.
    pub mentions: u32,
    /// Articles that name it.
    pub articles: u32,
    /// Outlets that name it.
    pub sources: u32,
    /// The day of the first dated article.
    pub first: Option<Arc<str>>,
    /// The day of the last dated article.
    pub last: Option<Arc<str>>,
}

/// What stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ActorOrder {
    /// Who speaks most.
    #[default]
    Quotes,
    /// Who is named most.
    Mentions,
    /// Who is in most articles.
    Articles,
    /// Who was named last.
    Last,
    /// By name.
    Name,
}

/// The actors among `named`, in `order`. Noun phrases that name nobody are left out:
/// "a spokesman" is somebody else in each article.
///
/// # Errors
/// When the library cannot be read.
pub fn actor_rows(
    catalog: &Catalog,
    library: &Library,
    named: &Named,
    order: ActorOrder,
) -> Result<Vec<ActorRow>> {
    let counts = library.name_counts(catalog, &named.within)?;
    Ok(counted_rows(catalog, &counts, named, order))
}

/// The same by counts of all articles that were asked about.
fn counted_rows(
    catalog: &Catalog,
    counts: &[NameCount],
    named: &Named,
    order: ActorOrder,
) -> Vec<ActorRow> {
    let seen = seen(catalog, named);
    // Many are named on the same days: each day is held once.
    let mut days: HashMap<&str, Arc<str>> = HashMap::new();
    let mut shared = |day| Arc::clone(days.entry(day).or_insert_with(|| day.into()));
    let mut rows = Vec::with_capacity(named.names.len());
    for &name in &named.names {
        let actor = catalog.name(name).filter(|known| known.kind.is_some());
        let seen = seen.get(name.index()).filter(|seen| seen.articles > 0);
        let (Some(_), Some(seen)) = (actor, seen) else {
            continue;
        };
        let count = counts.get(name.index()).copied().unwrap_or_default();
        rows.push(ActorRow {
            name,
            quotes: count.quotes,
            mentions: count.mentions,
            articles: seen.articles,
            sources: u32::from(seen.source.is_some())
                + u32::try_from(seen.others.len()).unwrap_or(u32::MAX),
            first: seen.first.map(&mut shared),
            last: seen.last.map(&mut shared),
        });
    }
    sort_actors(catalog, &mut rows, order);
    rows
}

/// Puts rows of actors into another order, without counting again.
pub fn sort_actors(catalog: &Catalog, rows: &mut Vec<ActorRow>, order: ActorOrder) {
    // There may be a few hundred thousand: numbers are compared, and names where these
    // are equal, most of them by their first letters.
    let text = |row: &ActorRow| catalog.name(row.name).map_or("", |name| &*name.text);
    let key = |row: &ActorRow| {
        let count = match order {
            ActorOrder::Quotes => row.quotes,
            ActorOrder::Mentions => row.mentions,
            ActorOrder::Articles => row.articles,
            ActorOrder::Last | ActorOrder::Name => 0,
        };
        let last = match order {
            ActorOrder::Last => row.last.as_deref().and_then(day),
            _ => None,
        };
        let further = match order {
            ActorOrder::Name => 0,
            _ => row.mentions,
        };
        (Reverse((last, count, further)), first_letters(text(row)))
    };
    let mut keyed: Vec<_> = rows.drain(..).map(|row| (key(&row), row)).collect();
    keyed.par_sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| text(one).cmp(text(other))));
    rows.extend(keyed.into_iter().map(|(_, row)| row));
}

/// The first bytes of a name as a number that is in the order of the names.
fn first_letters(name: &str) -> u64 {
    let mut letters = [0; 8];
    for (letter, byte) in letters.iter_mut().zip(name.bytes()) {
        *letter = byte;
    }
    u64::from_be_bytes(letters)
}

/// A day, `2026-03-04`, that is compared without looking elsewhere.
fn day(date: &str) -> Option<[u8; 10]> {
    date.as_bytes().first_chunk().copied()
}

/// Where a name was seen.
#[derive(Default, Clone)]
struct Seen<'a> {
    articles: u32,
    /// The first outlet, by its number: most names stand in one.
    source: Option<u32>,
    /// The others: there are few, and few of them name the same.
    others: Vec<u32>,
    first: Option<&'a str>,
    last: Option<&'a str>,
}

fn seen<'a>(catalog: &'a Catalog, named: &Named) -> Vec<Seen<'a>> {
    let mut seen = vec![Seen::default(); catalog.names().len()];
    let mut sources: HashMap<&str, u32> = HashMap::new();
    for row in named.within.iter().filter_map(|at| catalog.get(at)) {
        let day = row.published.as_deref().and_then(|date| date.get(..10));
        let source = row.source.as_deref().map(|source| {
            let next = u32::try_from(sources.len()).unwrap_or(u32::MAX);
            *sources.entry(source).or_insert(next)
        });
        for name in &row.names {
            let Some(seen) = seen.get_mut(name.index()) else {
                continue;
            };
            seen.articles += 1;
            match (source, seen.source) {
                (Some(source), None) => seen.source = Some(source),
                (Some(source), Some(first))
                    if source != first && !seen.others.contains(&source) =>
                {
                    seen.others.push(source);
                }
                (Some(_), Some(_)) | (None, _) => {}
            }
            if day.is_some() {
                // The list goes from the newest article to the oldest.
                seen.last = seen.last.or(day);
                seen.first = day;
            }
        }
    }
    seen
}
