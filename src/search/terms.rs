//! The articles for which one term holds.

use super::occurrences::holds;
use super::query::{Clause, Count, Counted, Pattern, State, Term, Test};
use super::run::{Look, Place, Search, Spelling};
use crate::error::Result;
use crate::store::{NameRef, Positions, Row};

/// Letters of the id of an article from which on it tells one.
const ID: usize = 6;

impl Search<'_> {
    /// The articles of `look` for which `term` holds; others may be among them.
    pub(super) fn term(
        &self,
        term: &Term,
        look: Look,
        notes: &mut Vec<String>,
    ) -> Result<Positions> {
        // What must not be there must not be there as it is written.
        let look = match term.negated {
            true => Look {
                spelling: Spelling::AsWritten,
                ..look
            },
            false => look,
        };
        let positions = self.tested(&term.test, look, notes)?;
        Ok(match term.negated {
            true => positions.complement(),
            false => positions,
        })
    }

    fn tested(&self, test: &Test, look: Look, notes: &mut Vec<String>) -> Result<Positions> {
        Ok(match test {
            Test::Anywhere(pattern) | Test::Text(pattern) => self.anywhere(pattern, look, notes)?,
            Test::Title(pattern) => self.in_lines(pattern, Place::Headline, look),
            Test::Source(pattern) => self.at_source(pattern, look),
            Test::Story(pattern) => self.telling(pattern, look.spelling),
            Test::By(pattern) => self.with_names(pattern, |row| &row.speakers),
            Test::Actor(pattern) => self.with_names(pattern, |row| &row.names),
            Test::Language(pattern) => self.rows_where(|row| {
                let language = row.language.as_deref().unwrap_or_default();
                language.starts_with(&pattern.words)
            }),
            Test::Date(period) => {
                self.rows_where(|row| period.holds(row.published.as_deref(), self.today))
            }
            Test::Has(count) => self.rows_where(|row| counts(*count, row)),
            Test::Is(state) => self.in_state(*state),
            Test::Tag(_) | Test::Note(_) => self.marked_articles(test, |_| true),
            Test::Said(_) | Test::Of(_) => {
                let term = Term {
                    negated: false,
                    test: test.clone(),
                };
                self.quoting(&[&Clause { terms: vec![term] }], notes)?
            }
        })
    }

    /// The articles of an outlet by its name, or by an address that it has.
    pub(super) fn at_source(&self, pattern: &Pattern, look: Look) -> Positions {
        let mut found = self.in_lines(pattern, Place::Source, look);
        let addresses = self.catalog.addresses();
        let called: Vec<&str> = addresses
            .filter(|(address, _)| holds(pattern, address))
            .map(|(_, name)| name)
            .collect();
        if !called.is_empty() {
            let is_called =
                |row: &Row| matches!(row.source.as_deref(), Some(name) if called.contains(&name));
            found.add(&self.rows_where(is_called));
        }
        found
    }

    fn in_state(&self, state: State) -> Positions {
        match state {
            State::Quote => self.rows_where(|row| row.quotes > 0),
            State::Unattributed => self.rows_where(|row| row.unattributed > 0),
            State::Unnamed => {
                let unnamed = |name: &NameRef| self.is_unnamed(*name);
                self.rows_where(|row| row.speakers.iter().any(unnamed))
            }
            State::Guess => self.rows_where(|row| row.guesses > 0),
            State::Seen => self.rows_where(|row| self.is_seen(row)),
            State::Unseen => self.rows_where(|row| !self.is_seen(row)),
            State::Picked | State::Fixed => self.marked_articles(&Test::Is(state), |_| true),
        }
    }

    /// The articles with these words in their headline or with this id, and all that
    /// tell the same stories.
    fn telling(&self, pattern: &Pattern, spelling: Spelling) -> Positions {
        let among = &Positions::all(self.catalog.len());
        let mut meant = self.in_lines(pattern, Place::Headline, Look { among, spelling });
        let id = pattern.words.trim_start_matches("b3:");
        if id.len() >= ID {
            meant.add(&self.rows_where(|row| row.id.to_string()["b3:".len()..].starts_with(id)));
        }
        if meant.is_empty() {
            return meant;
        }
        let stories = self.lines.stories(self.catalog);
        let told: std::collections::HashSet<usize> = meant
            .iter()
            .filter_map(|at| stories.get(at).copied())
            .collect();
        let same = stories.iter().enumerate();
        let same = same.filter(|(_, story)| told.contains(story));
        meant.add(&Positions::of(self.catalog.len(), same.map(|(at, _)| at)));
        meant
    }
}

fn counts(count: Count, row: &Row) -> bool {
    let number = match count.of {
        Counted::Quotes => row.quotes,
        Counted::Actors => row.actors,
    };
    (count.least..=count.most).contains(&number)
}
