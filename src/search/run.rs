//! From a query to the articles that hold: what narrows the list.
//!
//! A term holds when the line of the article (headline, source, names) or its body
//! holds it. Nothing is ranked here: the list keeps its order. So that scattered
//! letters never stand beside whole words, they are looked for only when no article
//! holds all terms as they are written.

use super::asked::quote_clauses;
use super::class::{Needle, PART, mask as letters_of};
use super::hits::Hits;
use super::lines::CatalogLines;
use super::occurrences::holds;
use super::query::{Clause, How, Pattern, Query, Term, Test};
use crate::error::Result;
use crate::store::{Catalog, Library, Phrase, Positions, Row};

/// Texts that are read at most to check the case of one word. Further ones are kept
/// unread, and a note says so.
pub(super) const CHECKED: usize = 20_000;

/// Finds the articles of `catalog` that hold for `query`, in list order.
///
/// `today` is an ISO 8601 date, for times that count from it. An empty query holds
/// for every article.
///
/// # Errors
/// When the library cannot be read.
pub fn run(catalog: &Catalog, library: &Library, query: &Query, today: &str) -> Result<Hits> {
    let search = Search {
        catalog,
        library,
        lines: &CatalogLines::default(),
        today,
    };
    search.hits(query)
}

/// Everything that a search reads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Search<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) library: &'a Library,
    pub(super) lines: &'a CatalogLines,
    pub(super) today: &'a str,
}

/// Where a pattern must stand in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Anywhere,
    Headline,
    Source,
}

/// How closely words must be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    AsWritten,
    /// Letters may lie scattered where the pattern allows it.
    Loose,
}

/// Where and how a term is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look<'a> {
    /// Other articles are out already.
    pub(super) among: &'a Positions,
    pub(super) spelling: Spelling,
}

impl Place {
    fn of(self, line: &[u8]) -> &[u8] {
        match self {
            Place::Anywhere => line,
            Place::Headline => part(line, 0),
            Place::Source => part(line, 1),
        }
    }
}

impl Search<'_> {
    pub(super) fn hits(&self, query: &Query) -> Result<Hits> {
        let mut notes = query.notes.clone();
        let query = self.heard(query)?;
        let positions = self.holding(&query.clauses, &mut notes)?;
        Ok(Hits {
            positions: positions.iter().collect(),
            notes,
        })
    }

    /// The query as it is meant: capitals of a word typed in capitals alone count
    /// only when it stands somewhere so; else the key for capitals was on.
    pub(super) fn heard(&self, query: &Query) -> Result<Query> {
        let mut query = query.clone();
        let terms = query
            .clauses
            .iter_mut()
            .flat_map(|clause| &mut clause.terms);
        for test in terms.map(|term| &mut term.test) {
            let stands = match test.pattern() {
                Some(pattern) if pattern.is_shouted() => self.stands_somewhere(test, pattern)?,
                _ => true,
            };
            if let Some(pattern) = test.pattern_mut().filter(|_| !stands) {
                pattern.cased = false;
            }
        }
        Ok(query)
    }

    fn stands_somewhere(&self, test: &Test, pattern: &Pattern) -> Result<bool> {
        let look = Look {
            among: &Positions::all(self.catalog.len()),
            spelling: Spelling::AsWritten,
        };
        Ok(match test {
            Test::By(_) | Test::Of(_) | Test::Actor(_) => !self.names_like(pattern).is_empty(),
            Test::Title(_) => !self.in_lines(pattern, Place::Headline, look).is_empty(),
            Test::Anywhere(_)
            | Test::Text(_)
            | Test::Said(_)
            | Test::Source(_)
            | Test::Language(_)
            | Test::Tag(_)
            | Test::Note(_)
            | Test::Story(_)
            | Test::Date(_)
            | Test::Is(_)
            | Test::Has(_) => !self.anywhere(pattern, look, &mut Vec::new())?.is_empty(),
        })
    }

    /// The articles for which all of `clauses` hold: as they are written or, when
    /// there is none, by scattered letters.
    pub(super) fn holding(&self, clauses: &[Clause], notes: &mut Vec<String>) -> Result<Positions> {
        let strict = self.all_of(clauses, Spelling::AsWritten, notes)?;
        let scatters = |term: &Term| {
            let pattern = match &term.test {
                Test::Source(pattern) => Some(pattern),
                test => test.pattern(),
            };
            !term.negated && pattern.is_some_and(Pattern::may_scatter)
        };
        let mut terms = clauses.iter().flat_map(|clause| &clause.terms);
        if !strict.is_empty() || !terms.any(scatters) {
            return Ok(strict);
        }
        let loose = self.all_of(clauses, Spelling::Loose, &mut Vec::new())?;
        if !loose.is_empty() {
            notes.push("nothing holds this as written; these hold its letters in order".into());
        }
        Ok(loose)
    }

    fn all_of(
        &self,
        clauses: &[Clause],
        spelling: Spelling,
        notes: &mut Vec<String>,
    ) -> Result<Positions> {
        let mut positions = Positions::all(self.catalog.len());
        let (together, apart) = quote_clauses(clauses);
        if !together.is_empty() {
            positions.keep(&self.quoting(&together, notes)?);
        }
        for clause in apart {
            let among = positions.clone();
            let mut any = Positions::none(self.catalog.len());
            for term in &clause.terms {
                let look = Look {
                    among: &among,
                    spelling,
                };
                any.add(&self.term(term, look, notes)?);
            }
            positions.keep(&any);
        }
        Ok(positions)
    }

    pub(super) fn rows_where(&self, holds: impl Fn(&Row) -> bool) -> Positions {
        let rows = self.catalog.rows().iter().enumerate();
        let held = rows.filter(|(_, row)| holds(row)).map(|(at, _)| at);
        Positions::of(self.catalog.len(), held)
    }

    /// The articles that hold `pattern` in their line or body.
    pub(super) fn anywhere(
        &self,
        pattern: &Pattern,
        look: Look,
        notes: &mut Vec<String>,
    ) -> Result<Positions> {
        let mut held = self.in_lines(pattern, Place::Anywhere, look);
        if let Some(phrase) = phrase(pattern) {
            held.add(&self.in_bodies(pattern, &phrase, notes)?);
        }
        Ok(held)
    }

    /// The articles whose line holds `pattern`.
    pub(super) fn in_lines(&self, pattern: &Pattern, place: Place, look: Look) -> Positions {
        let needle = Needle::new(pattern);
        let lines = self.lines.rows(self.catalog);
        let holds = |at: &usize| {
            let (line, mask) = lines.get(*at);
            if !needle.may_be_in(mask) {
                return false;
            }
            let line = place.of(line);
            // One letter is answered by the mask alone.
            let mask = match place {
                Place::Anywhere => mask,
                Place::Headline | Place::Source => letters_of(line),
            };
            match look.spelling {
                Spelling::Loose if pattern.may_scatter() => needle.class(line, mask).is_some(),
                Spelling::Loose | Spelling::AsWritten => {
                    needle.written(line, mask).is_some()
                        && (!pattern.cased || self.has_case(pattern, *at, place))
                }
            }
        };
        Positions::of(self.catalog.len(), look.among.iter().filter(holds))
    }

    /// Whether any line holds `pattern` as it is written.
    pub(super) fn is_written(&self, pattern: &Pattern, place: Place) -> bool {
        let look = Look {
            among: &Positions::all(self.catalog.len()),
            spelling: Spelling::AsWritten,
        };
        !self.in_lines(pattern, place, look).is_empty()
    }

    /// Whether any body holds `pattern` as it is written.
    pub(super) fn stands_in_bodies(&self, pattern: &Pattern) -> Result<bool> {
        let found = phrase(pattern).map(|phrase| self.in_bodies(pattern, &phrase, &mut Vec::new()));
        Ok(found.transpose()?.is_some_and(|found| !found.is_empty()))
    }

    /// Whether the line at `position` holds the word as it is written.
    pub(super) fn line_holds(&self, pattern: &Pattern, needle: &Needle, position: usize) -> bool {
        let (line, mask) = self.lines.rows(self.catalog).get(position);
        needle.written(line, mask).is_some()
            && (!pattern.cased || self.has_case(pattern, position, Place::Anywhere))
    }

    /// The articles whose line holds one of the words with its capitals.
    pub(super) fn lines_with_case(&self, clause: &Clause) -> Positions {
        let among = &Positions::all(self.catalog.len());
        let spelling = Spelling::Loose;
        let mut positions = Positions::none(self.catalog.len());
        for pattern in clause.terms.iter().filter_map(|term| term.test.pattern()) {
            let look = Look { among, spelling };
            positions.add(&self.in_lines(pattern, Place::Anywhere, look));
        }
        positions
    }

    /// The names that hold one of the words with its capitals.
    pub(super) fn names_with_case(&self, clause: &Clause) -> Positions {
        let mut positions = Positions::none(self.catalog.names().len());
        for pattern in clause.terms.iter().filter_map(|term| term.test.pattern()) {
            let names = self.names_like(pattern).into_iter();
            names.for_each(|name| positions.insert(name.index()));
        }
        positions
    }

    fn has_case(&self, pattern: &Pattern, at: usize, place: Place) -> bool {
        let Some(row) = self.catalog.get(at) else {
            return false;
        };
        let source = row.source.as_deref().unwrap_or_default();
        let in_names = || {
            let mut names = row.names.iter();
            names.any(|name| self.name_has_case(pattern, *name))
        };
        match place {
            Place::Headline => holds(pattern, &row.headline),
            Place::Source => holds(pattern, source),
            Place::Anywhere => {
                holds(pattern, &row.headline) || holds(pattern, source) || in_names()
            }
        }
    }

    pub(super) fn in_bodies(
        &self,
        pattern: &Pattern,
        phrase: &Phrase,
        notes: &mut Vec<String>,
    ) -> Result<Positions> {
        let found = self.library.holding(self.catalog, phrase)?;
        if !pattern.cased {
            return Ok(found);
        }
        let mut positions = Positions::none(self.catalog.len());
        let (checked, rest) = split(found.iter().collect(), CHECKED);
        self.library.bodies(self.catalog, &checked, |body| {
            if holds(pattern, &body.text) {
                positions.insert(body.position);
            }
            true
        })?;
        if !rest.is_empty() {
            notes.push(format!(
                "the capital of {} was checked in the newest {CHECKED} articles",
                pattern.typed
            ));
        }
        rest.into_iter().for_each(|at| positions.insert(at));
        Ok(positions)
    }
}

/// What is looked for in bodies. Nothing for words that must begin or end a
/// headline, nor for one letter that is still typed: it would find everything.
pub(super) fn phrase(pattern: &Pattern) -> Option<Phrase> {
    let one_letter = pattern.growing && pattern.words.len() == 1;
    let anchored = pattern.begins || pattern.ends;
    (!one_letter && !anchored).then(|| any_phrase(pattern))
}

pub(super) fn any_phrase(pattern: &Pattern) -> Phrase {
    Phrase {
        words: pattern.words.clone(),
        prefix: pattern.growing || pattern.how == How::Exact,
    }
}

/// The part of a line at `index`.
fn part(line: &[u8], index: usize) -> &[u8] {
    let mut parts = line.split(|byte| *byte == PART);
    parts.nth(index).unwrap_or_default()
}

/// The first `count` of `all`, and the others.
fn split(mut all: Vec<usize>, count: usize) -> (Vec<usize>, Vec<usize>) {
    let rest = all.split_off(count.min(all.len()));
    (all, rest)
}
