//! From a query to quotes and to names: what narrows those lists.

use std::collections::HashSet;

use super::asked::Marked;
use super::capitals::Capitals;
use super::hits::{Named, Quoted};
use super::lines::CatalogLines;
use super::query::{Clause, Query, Test};
use super::run::{CHECKED, Search};
use crate::error::Result;
use crate::store::{Catalog, Library, NameRef, Positions, QuotePlace};

/// Finds the quotes that hold for `query`, in list order, at most `limit`.
///
/// Every clause must hold: a word in the words of the quote or in the name of its
/// speaker, a field of quotes for the quote, a field of articles for its article. An
/// empty query holds for every quote. `today` is an ISO 8601 date.
///
/// # Errors
/// When the library cannot be read.
pub fn quotes(
    catalog: &Catalog,
    library: &Library,
    asked: (&Query, usize),
    today: &str,
) -> Result<Quoted> {
    let (query, limit) = asked;
    with_search(catalog, library, today, |search| {
        search.quotes(query, limit)
    })
}

/// Finds the names that hold for `query`: words and fields of names in the name,
/// fields of articles for one of the articles that name it.
///
/// # Errors
/// When the library cannot be read.
pub fn actors(catalog: &Catalog, library: &Library, query: &Query, today: &str) -> Result<Named> {
    with_search(catalog, library, today, |search| search.actors(query))
}

fn with_search<T>(
    catalog: &Catalog,
    library: &Library,
    today: &str,
    work: impl FnOnce(&Search) -> Result<T>,
) -> Result<T> {
    work(&Search {
        catalog,
        library,
        lines: &CatalogLines::default(),
        today,
    })
}

impl Search<'_> {
    pub(super) fn quotes(&self, query: &Query, limit: usize) -> Result<Quoted> {
        let mut notes = query.notes.clone();
        let query = self.heard(query)?;
        let (of_article, of_quote): (Vec<Clause>, Vec<Clause>) =
            query.clauses.into_iter().partition(is_of_article);
        let within = self.holding(&of_article, &mut notes)?;
        let clauses: Vec<&Clause> = of_quote.iter().collect();
        let question = self.question(&clauses, Marked::Itself)?;
        let capitals = Capitals::of(&of_quote);
        let most = match capitals.is_empty() {
            true => limit,
            false => CHECKED.max(limit),
        };
        let found = self
            .library
            .sketches(self.catalog, &question, &within, most)?;
        let mut quoted = Quoted {
            quotes: found.quotes,
            found: found.found,
            notes,
        };
        if !capitals.is_empty() {
            self.keep_with_case(&capitals, &mut quoted)?;
            quoted.quotes.truncate(limit);
        }
        Ok(quoted)
    }

    /// Keeps the quotes that hold all words with their capitals, in words or speaker.
    fn keep_with_case(&self, capitals: &Capitals, quoted: &mut Quoted) -> Result<()> {
        if quoted.found > quoted.quotes.len() {
            let count = quoted.quotes.len();
            let note = format!("capitals were checked in the newest {count} quotes");
            quoted.notes.push(note);
        }
        let places: Vec<QuotePlace> = quoted.quotes.iter().map(|quote| quote.place).collect();
        let hits = self.library.quotes(self.catalog, &places)?;
        let held = hits.iter().filter(|hit| capitals.stand_in(hit));
        let kept: HashSet<QuotePlace> = held.map(|hit| hit.place).collect();
        quoted.quotes.retain(|quote| kept.contains(&quote.place));
        quoted.found = quoted.quotes.len();
        Ok(())
    }

    pub(super) fn actors(&self, query: &Query) -> Result<Named> {
        let mut notes = query.notes.clone();
        let query = self.heard(query)?;
        let (of_name, others): (Vec<Clause>, Vec<Clause>) =
            query.clauses.into_iter().partition(is_of_name);
        let within = self.holding(&others, &mut notes)?;
        let all = self.catalog.names().len();
        let mut held = match others.is_empty() {
            true => Positions::all(all),
            false => self.named_in(&within),
        };
        for clause in &of_name {
            let mut any = Positions::none(all);
            for term in &clause.terms {
                let names = term.test.pattern().map(|pattern| self.names_like(pattern));
                let names = names.unwrap_or_default().into_iter();
                let names = Positions::of(all, names.map(NameRef::index));
                any.add(&match term.negated {
                    true => names.complement(),
                    false => names,
                });
            }
            held.keep(&any);
        }
        Ok(Named {
            names: held.iter().map(NameRef::new).collect(),
            within,
            notes,
        })
    }

    fn named_in(&self, within: &Positions) -> Positions {
        let rows = within.iter().filter_map(|at| self.catalog.get(at));
        let names = rows.flat_map(|row| row.names.iter().map(|name| name.index()));
        Positions::of(self.catalog.names().len(), names)
    }
}

/// Whether only articles are asked about.
fn is_of_article(clause: &Clause) -> bool {
    let mut terms = clause.terms.iter();
    terms.all(|term| match &term.test {
        Test::Text(_)
        | Test::Actor(_)
        | Test::Title(_)
        | Test::Source(_)
        | Test::Language(_)
        | Test::Story(_)
        | Test::Date(_)
        | Test::Has(_) => true,
        Test::Is(state) => state.is_of_article(),
        Test::Anywhere(_)
        | Test::By(_)
        | Test::Said(_)
        | Test::Of(_)
        | Test::Tag(_)
        | Test::Note(_) => false,
    })
}

/// Whether only names are asked about.
fn is_of_name(clause: &Clause) -> bool {
    let mut terms = clause.terms.iter();
    terms.all(|term| match &term.test {
        Test::Anywhere(_) | Test::By(_) | Test::Of(_) | Test::Actor(_) => true,
        Test::Text(_)
        | Test::Title(_)
        | Test::Source(_)
        | Test::Language(_)
        | Test::Story(_)
        | Test::Date(_)
        | Test::Has(_)
        | Test::Said(_)
        | Test::Tag(_)
        | Test::Note(_)
        | Test::Is(_) => false,
    })
}
