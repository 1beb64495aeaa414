//! All about one name: what it said, what was said of it, beside whom, in whose pages.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::timeline::{bucket, columns};
use crate::error::Result;
use crate::model::{Actor, ActorKind};
use crate::search::Unit;
use crate::store::{
    Catalog, Library, NameRef, Positions, QuoteQuestion, QuoteSketch, QuoteTest, Row,
};
use crate::text::fold::fold;

/// Quotes of a tab at most; a person reads the newest.
const QUOTES: usize = 10_000;
/// Articles that are read for roles: the newest tell what somebody is now, and reading
/// each takes a fraction of a millisecond.
const READ: usize = 200;

/// All about one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Who.
    pub name: NameRef,
    /// The name.
    pub text: Arc<str>,
    /// What it is.
    pub kind: Option<ActorKind>,
    /// Other spellings that were met.
    pub spellings: Vec<String>,
    /// Roles as printed, the newest first.
    pub roles: Vec<RoleSeen>,
    /// Articles that name it.
    pub articles: usize,
    /// The day of the first dated article.
    pub first: Option<String>,
    /// The day of the last dated article.
    pub last: Option<String>,
    /// Months with the number of quotes said in each, without gaps, ascending.
    pub months: Vec<(String, usize)>,
    /// Its quotes, newest first.
    pub said: Vec<QuoteSketch>,
    /// Quotes of others that mention it, newest first.
    pub said_of: Vec<QuoteSketch>,
    /// Actors in the same articles and in how many, most first.
    pub with: Vec<(NameRef, usize)>,
    /// Outlets that quote it and how often, most first; those that only name it have 0.
    pub sources: Vec<(Arc<str>, usize)>,
}

/// A role as articles give it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleSeen {
    /// As printed in the newest article.
    pub words: String,
    /// The day of the first dated article with it, of those that were read.
    pub first: Option<String>,
    /// The day of the last one.
    pub last: Option<String>,
}

/// Tells all about `name`; nothing when the catalog does not know it.
///
/// # Errors
/// When the library cannot be read.
pub fn profile(catalog: &Catalog, library: &Library, name: NameRef) -> Result<Option<Profile>> {
    let Some(known) = catalog.name(name) else {
        return Ok(None);
    };
    let rows: Vec<&Row> = catalog
        .rows()
        .iter()
        .filter(|row| row.names.contains(&name))
        .collect();
    let by = QuoteTest::By(vec![name]);
    let said = ask(catalog, library, vec![vec![(false, by.clone())]])?;
    let names = QuoteTest::Names(vec![name]);
    let said_of = ask(
        catalog,
        library,
        vec![vec![(false, names)], vec![(true, by)]],
    )?;
    let (roles, spellings) = roles((catalog, library), &rows, name)?;
    let days = || rows.iter().filter_map(|row| day(row));
    Ok(Some(Profile {
        name,
        text: known.text.clone(),
        kind: known.kind,
        spellings,
        roles,
        articles: rows.len(),
        first: days().next_back(),
        last: days().next(),
        months: months(catalog, &said),
        with: with(catalog, &rows, name),
        sources: sources(catalog, &rows, &said),
        said,
        said_of,
    }))
}

fn ask(
    catalog: &Catalog,
    library: &Library,
    all: Vec<Vec<(bool, QuoteTest)>>,
) -> Result<Vec<QuoteSketch>> {
    let within = Positions::all(catalog.len());
    let found = library.sketches(catalog, &QuoteQuestion { all }, &within, QUOTES)?;
    Ok(found.quotes)
}

fn day(row: &Row) -> Option<String> {
    let date = row.published.as_deref()?;
    date.get(..10).map(str::to_owned)
}

fn months(catalog: &Catalog, said: &[QuoteSketch]) -> Vec<(String, usize)> {
    let rows = said
        .iter()
        .filter_map(|quote| catalog.get(quote.place.position));
    by_month(&rows.filter_map(day).collect::<Vec<_>>())
}

/// How many of `days` fall into each month, from the first to the last.
fn by_month(days: &[String]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for month in days.iter().filter_map(|day| bucket(day, Unit::Month)) {
        *counts.entry(month).or_default() += 1;
    }
    // Months without any are told too, unless a wrong date makes them too many.
    let all = days.iter().filter_map(|day| day.parse().ok());
    let all = columns(all.collect(), Unit::Month).unwrap_or_default();
    for month in all {
        counts.entry(month).or_default();
    }
    counts.into_iter().collect()
}

fn with(catalog: &Catalog, rows: &[&Row], name: NameRef) -> Vec<(NameRef, usize)> {
    let mut counts: HashMap<NameRef, usize> = HashMap::new();
    for &other in rows.iter().flat_map(|row| &row.names) {
        let is_actor = catalog.name(other).is_some_and(|name| name.kind.is_some());
        if other != name && is_actor {
            *counts.entry(other).or_default() += 1;
        }
    }
    let mut with: Vec<(NameRef, usize)> = counts.into_iter().collect();
    with.sort_by_cached_key(|(other, count)| {
        (
            Reverse(*count),
            catalog.name(*other).map(|name| name.text.clone()),
        )
    });
    with
}

fn sources(catalog: &Catalog, rows: &[&Row], said: &[QuoteSketch]) -> Vec<(Arc<str>, usize)> {
    let named = rows.iter().filter_map(|row| row.source.clone());
    let mut counts: HashMap<Arc<str>, usize> = named.map(|source| (source, 0)).collect();
    let quoted = said
        .iter()
        .filter_map(|quote| catalog.get(quote.place.position));
    for source in quoted.filter_map(|row| row.source.clone()) {
        *counts.entry(source).or_default() += 1;
    }
    let mut sources: Vec<(Arc<str>, usize)> = counts.into_iter().collect();
    sources.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
    sources
}

/// The roles of the actor in the newest of these articles, and its other names.
fn roles(
    (catalog, library): (&Catalog, &Library),
    rows: &[&Row],
    name: NameRef,
) -> Result<(Vec<RoleSeen>, Vec<String>)> {
    let mut roles: Vec<(String, RoleSeen)> = Vec::new();
    let others = catalog.spellings(name);
    let mut spellings: Vec<String> = others.iter().map(|other| (*other).to_owned()).collect();
    let known = catalog.name(name);
    let text = known.map_or("", |known| &*known.text);
    for row in rows.iter().take(READ) {
        let Some(entry) = library.entry(row.id)? else {
            continue;
        };
        let is_it = |actor: &&Actor| catalog.spelling(&actor.name, Some(actor.kind)) == text;
        for actor in entry.analysis.actors.iter().filter(is_it) {
            for role in &actor.roles {
                see(&mut roles, role.of(&entry.article.text), day(row));
            }
            let others = actor.aliases.iter().filter(|alias| *alias != text);
            for alias in others {
                if !spellings.contains(alias) {
                    spellings.push(alias.clone());
                }
            }
        }
    }
    Ok((roles.into_iter().map(|(_, role)| role).collect(), spellings))
}

/// Notes that a role was printed in an article older than those before.
fn see(roles: &mut Vec<(String, RoleSeen)>, words: &str, day: Option<String>) {
    let folded = fold(words).text;
    match roles.iter_mut().find(|(known, _)| *known == folded) {
        Some((_, role)) => {
            role.last = role.last.take().or_else(|| day.clone());
            role.first = day.or_else(|| role.first.take());
        }
        None => roles.push((
            folded,
            RoleSeen {
                words: words.to_owned(),
                first: day.clone(),
                last: day,
            },
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_without_a_quote_are_told_too() {
        let days = ["2026-02-11", "2025-11-30", "2026-02-12"].map(str::to_owned);
        let found = by_month(&days);
        let found: Vec<(&str, usize)> = found.iter().map(|(m, n)| (m.as_str(), *n)).collect();
        let expected = [
            ("2025-11", 1),
            ("2025-12", 0),
            ("2026-01", 0),
            ("2026-02", 2),
        ];
        assert_eq!(found, expected);
    }
}
