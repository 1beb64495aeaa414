//! Capitals that must stand in a quote: the index of words knows nothing of them.

use super::occurrences::holds;
use super::query::{Clause, Pattern, Test};
use crate::store::QuoteHit;

/// What a quote must hold as it is typed: of every list one pattern.
#[derive(Debug)]
pub(super) struct Capitals<'q>(Vec<Vec<Wanted<'q>>>);

/// A pattern, and where it may stand.
#[derive(Debug)]
struct Wanted<'q> {
    pattern: &'q Pattern,
    /// Also in the name of the speaker.
    or_speaker: bool,
}

impl<'q> Capitals<'q> {
    /// What the clauses ask for. A clause that something else may fulfil, as in
    /// `said:Bush | by:lee`, asks for no capitals.
    pub fn of<'c: 'q>(clauses: impl IntoIterator<Item = &'c Clause>) -> Self {
        Self(clauses.into_iter().filter_map(wanted).collect())
    }

    /// Whether no capitals count.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the quote holds what is asked.
    pub fn stand_in(&self, quote: &QuoteHit) -> bool {
        let speaker = quote.speaker.as_deref().unwrap_or_default();
        let stands = |wanted: &Wanted| {
            holds(wanted.pattern, &quote.words)
                || (wanted.or_speaker && holds(wanted.pattern, speaker))
        };
        self.0.iter().all(|any| any.iter().any(stands))
    }
}

fn wanted(clause: &Clause) -> Option<Vec<Wanted<'_>>> {
    let wanted = clause.terms.iter().map(|term| match &term.test {
        Test::Said(pattern) | Test::Anywhere(pattern) if !term.negated => Some(Wanted {
            pattern,
            or_speaker: matches!(term.test, Test::Anywhere(_)),
        }),
        Test::Said(_)
        | Test::Anywhere(_)
        | Test::By(_)
        | Test::Of(_)
        | Test::Text(_)
        | Test::Actor(_)
        | Test::Title(_)
        | Test::Source(_)
        | Test::Language(_)
        | Test::Tag(_)
        | Test::Note(_)
        | Test::Story(_)
        | Test::Date(_)
        | Test::Is(_)
        | Test::Has(_) => None,
    });
    let wanted: Vec<Wanted> = wanted.collect::<Option<_>>()?;
    let counts = wanted.iter().any(|wanted| wanted.pattern.cased);
    counts.then_some(wanted)
}
