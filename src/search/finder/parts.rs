//! A query as each kind of thing needs it.

use super::narrow::Needles;
use crate::search::class::Class;
use crate::search::query::{Clause, Pattern, Query, Term, Test};
use crate::search::run::phrase;

/// A query as each kind needs it.
#[derive(Debug)]
pub struct Parts {
    /// The clauses that ask for words anywhere.
    pub free: Vec<Clause>,
    pub needles: Needles,
    /// All other clauses.
    pub fields: Vec<Clause>,
    /// Of these, what one quote must fulfil, with the free ones.
    pub of_quotes: Vec<Clause>,
    /// Of these, what its article must fulfil.
    pub of_article: Vec<Clause>,
    /// Whether quotes are asked for.
    pub ask_quotes: bool,
    /// What a name must hold.
    pub of_names: Needles,
    /// Whether some of it is asked for by a field.
    pub names_by_field: bool,
    /// Whether only names of certain articles are asked for.
    pub narrows_names: bool,
}

impl Parts {
    /// Takes `query` apart.
    pub fn new(query: &Query) -> Self {
        let is_free = |clause: &&Clause| {
            let mut terms = clause.terms.iter();
            terms.all(|term| matches!(term.test, Test::Anywhere(_)))
        };
        let (free, fields): (Vec<Clause>, Vec<Clause>) = {
            let (free, fields): (Vec<_>, Vec<_>) = query.clauses.iter().partition(is_free);
            (
                free.into_iter().cloned().collect(),
                fields.into_iter().cloned().collect(),
            )
        };
        let (of_quote, of_article): (Vec<Clause>, Vec<Clause>) =
            fields.iter().cloned().partition(is_of_quote);
        let names: Vec<Clause> = free.iter().chain(&fields).filter_map(of_name).collect();
        let positive = |clause: &Clause| clause.terms.iter().any(|term| !term.negated);
        let askable = |clause: &Clause| {
            let mut terms = clause.terms.iter();
            terms.all(|term| {
                term.test
                    .pattern()
                    .is_some_and(|pattern| phrase(pattern).is_some())
            })
        };
        Self {
            needles: Needles::new(&free.iter().collect::<Vec<_>>()),
            ask_quotes: free.iter().all(askable) && free.iter().chain(&of_quote).any(positive),
            of_quotes: free.iter().chain(&of_quote).cloned().collect(),
            narrows_names: fields.iter().any(|clause| of_name(clause).is_none()),
            names_by_field: fields.iter().any(|clause| of_name(clause).is_some()),
            of_names: Needles::new(&names.iter().collect::<Vec<_>>()),
            free,
            fields,
            of_article,
        }
    }

    /// Every pattern that must be found somewhere.
    pub fn wanted(&self) -> impl Iterator<Item = &Pattern> {
        let clauses = self.free.iter().chain(&self.fields);
        let terms = clauses.flat_map(|clause| &clause.terms);
        terms
            .filter(|term| !term.negated)
            .filter_map(|term| term.test.pattern())
    }

    /// The clauses in which a capital counts.
    pub fn cased(&self) -> impl Iterator<Item = &Clause> {
        let cased = |term: &Term| !term.negated && term.test.pattern().is_some_and(|p| p.cased);
        let clauses = self.free.iter();
        clauses.filter(move |clause| clause.terms.iter().any(cased))
    }

    /// The class of a hit that the index found: whole words, and a beginning for
    /// the word that is still typed.
    pub fn likely_class(&self) -> u32 {
        let class = |clause: &Clause| {
            let mut terms = clause.terms.iter();
            let grows =
                terms.any(|term| term.test.pattern().is_some_and(|pattern| pattern.growing));
            if grows {
                Class::Beginning as u32
            } else {
                Class::Word as u32
            }
        };
        self.free.iter().map(class).sum()
    }
}

fn is_of_quote(clause: &Clause) -> bool {
    let mut terms = clause.terms.iter();
    terms.all(|term| term.test.is_of_quote())
}

/// The clause as a name must fulfil it; nothing when it is not about names.
fn of_name(clause: &Clause) -> Option<Clause> {
    let term = |term: &Term| match &term.test {
        Test::Anywhere(pattern) | Test::By(pattern) | Test::Actor(pattern) | Test::Of(pattern) => {
            Some(Term {
                negated: term.negated,
                test: Test::Anywhere(pattern.clone()),
            })
        }
        Test::Said(_)
        | Test::Text(_)
        | Test::Title(_)
        | Test::Source(_)
        | Test::Language(_)
        | Test::Tag(_)
        | Test::Note(_)
        | Test::Story(_)
        | Test::Date(_)
        | Test::Is(_)
        | Test::Has(_) => None,
    };
    let terms: Option<Vec<Term>> = clause.terms.iter().map(term).collect();
    terms.map(|terms| Clause { terms })
}
