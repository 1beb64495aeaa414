//! Articles that hold the words in their text.

use std::cmp::Reverse;

use super::parts::Parts;
use super::{Candidate, Finder, Ranked};
use crate::error::Result;
use crate::search::class::Needle;
use crate::search::query::Pattern;
use crate::search::rank::{Rank, SCORED};
use crate::search::run::phrase;
use crate::store::Positions;

/// A word that is looked for in bodies, and the bodies that hold it.
struct Sought<'q> {
    negated: bool,
    pattern: &'q Pattern,
    needle: Needle,
    found: Positions,
}

impl Finder {
    /// The articles of `allowed` that hold some word in their body and the others
    /// there or in their line.
    pub(super) fn in_bodies(
        &self,
        parts: &Parts,
        allowed: &Positions,
        today: &str,
    ) -> Result<Positions> {
        let search = self.search(today);
        let mut held = Positions::none(self.catalog.len());
        let mut clauses: Vec<Vec<Sought>> = Vec::with_capacity(parts.free.len());
        for clause in &parts.free {
            let mut terms = Vec::with_capacity(clause.terms.len());
            for term in &clause.terms {
                let Some(pattern) = term.test.pattern() else {
                    continue;
                };
                let found = match phrase(pattern) {
                    Some(phrase) => search.in_bodies(pattern, &phrase, &mut Vec::new())?,
                    None => Positions::none(self.catalog.len()),
                };
                if !term.negated {
                    held.add(&found);
                }
                let needle = Needle::new(pattern);
                terms.push(Sought {
                    negated: term.negated,
                    pattern,
                    needle,
                    found,
                });
            }
            clauses.push(terms);
        }
        held.keep(allowed);
        let holds = |term: &Sought, at: usize| {
            let there =
                term.found.contains(at) || search.line_holds(term.pattern, &term.needle, at);
            there != term.negated
        };
        let every = |at: &usize| {
            clauses
                .iter()
                .all(|terms| terms.iter().any(|term| holds(term, *at)))
        };
        Ok(Positions::of(self.catalog.len(), held.iter().filter(every)))
    }

    pub(super) fn bodies(&self, parts: &Parts, positions: &Positions) -> Ranked {
        let class = parts.likely_class();
        let rank = |position| Rank {
            class,
            score: 0,
            shorter: Reverse(0),
            quotes: self.catalog.get(position).is_some_and(|row| row.quotes > 0),
            earlier: Reverse(position),
        };
        let best = positions.iter().take(SCORED);
        Ranked {
            found: positions.count(),
            best: best.map(|at| (rank(at), Candidate::Body(at))).collect(),
        }
    }
}
