//! Every quote for which a query holds, unranked.

use super::{Finder, Parts};
use crate::error::Result;
use crate::search::query::{Clause, Query, Test};
use crate::search::run::phrase;
use crate::store::{QuoteHit, QuotePlace};

impl Finder {
    /// Finds the quotes for which `query` holds, newest article first: the first
    /// `limit` of them, and how many there are. Words of the query that are too
    /// short to be looked up are passed over, as they are still typed.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn quoted(
        &self,
        query: &Query,
        limit: usize,
        today: &str,
        notes: &mut Vec<String>,
    ) -> Result<(Vec<QuoteHit>, usize)> {
        let search = self.search(today);
        let mut query = search.heard(query)?;
        query.clauses.retain(is_long_enough);
        let parts = Parts::new(&query);
        let clauses: Vec<&Clause> = parts.of_quotes.iter().collect();
        let question = search.question(&clauses);
        let all = parts.of_article.is_empty() && clauses.is_empty();
        let most = if all { limit } else { usize::MAX };
        let mut places = self.library.quoted(&self.catalog, &question, most)?;
        if !parts.of_article.is_empty() {
            let allowed = search.holding(&parts.of_article, notes)?;
            places.retain(|place| allowed.contains(place.position));
        }
        if parts.cased().next().is_some() {
            places = self.with_case(&parts, &places)?;
        }
        let found = match all {
            true => self.quotes_of_all(),
            false => places.len(),
        };
        let shown: &[QuotePlace] = places.get(..limit).unwrap_or(&places);
        Ok((self.library.quotes(&self.catalog, shown)?, found))
    }

    fn quotes_of_all(&self) -> usize {
        let rows = self.catalog.rows().iter();
        rows.map(|row| row.quotes as usize).sum()
    }
}

fn is_long_enough(clause: &Clause) -> bool {
    let mut terms = clause.terms.iter();
    terms.all(|term| match &term.test {
        Test::Anywhere(pattern) | Test::Said(pattern) => phrase(pattern).is_some(),
        _ => true,
    })
}
