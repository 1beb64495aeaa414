//! From a query to the articles that hold: what narrows the list.
//!
//! A term holds when the line of the article (headline, source, names) or its body
//! holds it. Nothing is ranked here: the list keeps its order. So that scattered
//! letters never stand beside whole words, a term is looked for scattered only when
//! no article holds it as it is written.

use super::class::{Class, Needle, PART};
use super::hits::Hits;
use super::lines::Lines;
use super::occurrences::holds;
use super::query::{Clause, Count, Counted, How, Pattern, Query, State, Term, Test};
use crate::error::Result;
use crate::store::{Catalog, Library, NameRef, Phrase, Positions, QuoteQuestion, QuoteTest, Row};

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
        rows: &Lines::of_rows(catalog),
        names: &Lines::of_names(catalog),
        today,
    };
    search.hits(query)
}

/// Everything that a search reads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Search<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) library: &'a Library,
    pub(super) rows: &'a Lines,
    pub(super) names: &'a Lines,
    pub(super) today: &'a str,
}

/// Where a pattern must stand in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    Headline,
    Source,
}

impl Search<'_> {
    pub(super) fn hits(&self, query: &Query) -> Result<Hits> {
        let mut notes = query.notes.clone();
        let positions = self.holding(&query.clauses, &mut notes)?;
        Ok(Hits {
            positions: positions.iter().collect(),
            notes,
        })
    }

    /// The articles for which all of `clauses` hold.
    pub(super) fn holding(&self, clauses: &[Clause], notes: &mut Vec<String>) -> Result<Positions> {
        let mut positions = Positions::all(self.catalog.len());
        let (together, apart) = quote_clauses(clauses);
        if !together.is_empty() {
            positions.keep(&self.quoting(&together)?);
        }
        for clause in apart {
            let mut any = Positions::none(self.catalog.len());
            for term in &clause.terms {
                any.add(&self.term(term, notes)?);
            }
            positions.keep(&any);
        }
        Ok(positions)
    }

    fn term(&self, term: &Term, notes: &mut Vec<String>) -> Result<Positions> {
        let positions = match &term.test {
            Test::Anywhere(pattern) => self.anywhere(pattern, term.negated, notes)?,
            Test::Title(pattern) => self.in_lines(pattern, Place::Headline, term.negated),
            Test::Source(pattern) => self.in_lines(pattern, Place::Source, term.negated),
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
            Test::Is(State::Quote) => self.rows_where(|row| row.quotes > 0),
            Test::Is(State::Unattributed) => self.rows_where(|row| row.unattributed > 0),
            Test::Is(State::Guess) => self.rows_where(|row| row.guesses > 0),
            Test::Said(_) | Test::Of(_) => {
                let test = Term {
                    negated: false,
                    test: term.test.clone(),
                };
                self.quoting(&[&Clause { terms: vec![test] }])?
            }
        };
        Ok(if term.negated {
            positions.complement()
        } else {
            positions
        })
    }

    fn rows_where(&self, holds: impl Fn(&Row) -> bool) -> Positions {
        let mut positions = Positions::none(self.catalog.len());
        for (at, row) in self.catalog.rows().iter().enumerate() {
            if holds(row) {
                positions.insert(at);
            }
        }
        positions
    }

    /// The articles that hold `pattern` in their line or body.
    fn anywhere(
        &self,
        pattern: &Pattern,
        literally: bool,
        notes: &mut Vec<String>,
    ) -> Result<Positions> {
        let (mut written, scattered) = self.classes(pattern, Place::Anywhere);
        if let Some(phrase) = phrase(pattern) {
            written.add(&self.in_bodies(pattern, &phrase, notes)?);
        }
        if written.is_empty() && !scattered.is_empty() && !literally {
            notes.push(format!(
                "nothing holds {}; these hold its letters in order",
                pattern.typed
            ));
            return Ok(scattered);
        }
        Ok(written)
    }

    fn in_lines(&self, pattern: &Pattern, place: Place, literally: bool) -> Positions {
        let (written, scattered) = self.classes(pattern, place);
        match written.is_empty() && !literally {
            true => scattered,
            false => written,
        }
    }

    /// The articles whose line holds `pattern` as written, and those that hold its
    /// letters scattered.
    fn classes(&self, pattern: &Pattern, place: Place) -> (Positions, Positions) {
        let needle = Needle::new(pattern);
        let mut written = Positions::none(self.catalog.len());
        let mut scattered = written.clone();
        for at in 0..self.rows.len() {
            let (line, mask) = self.rows.get(at);
            if !needle.may_be_in(mask) {
                continue;
            }
            let class = match place {
                Place::Anywhere => needle.class(line, mask),
                Place::Headline => needle.class(part(line, 0), mask),
                Place::Source => needle.class(part(line, 1), mask),
            };
            match class {
                Some(class) if class < Class::Inside => scattered.insert(at),
                Some(_) if !pattern.cased || self.has_case(pattern, at, place) => {
                    written.insert(at);
                }
                _ => {}
            }
        }
        (written, scattered)
    }

    /// The articles whose line holds one of the words with its capitals.
    pub(super) fn lines_with_case(&self, clause: &Clause) -> Positions {
        let mut positions = Positions::none(self.catalog.len());
        for pattern in clause.terms.iter().filter_map(|term| term.test.pattern()) {
            let (written, scattered) = self.classes(pattern, Place::Anywhere);
            positions.add(&written);
            positions.add(&scattered);
        }
        positions
    }

    /// The names that hold one of the words with its capitals.
    pub(super) fn names_with_case(&self, clause: &Clause) -> Positions {
        let mut positions = Positions::none(self.names.len());
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

    fn name_has_case(&self, pattern: &Pattern, name: NameRef) -> bool {
        self.catalog.name(name).is_some_and(|name| {
            let mut aliases = name.aliases.iter();
            holds(pattern, &name.text) || aliases.any(|alias| holds(pattern, alias))
        })
    }

    fn in_bodies(
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

    /// The articles with a matching name in one of their lists.
    fn with_names(&self, pattern: &Pattern, list: impl Fn(&Row) -> &[NameRef]) -> Positions {
        let mut wanted = vec![false; self.catalog.names().len()];
        for name in self.names_like(pattern) {
            if let Some(wanted) = wanted.get_mut(name.index()) {
                *wanted = true;
            }
        }
        let is_wanted = |name: &NameRef| wanted.get(name.index()).is_some_and(|wanted| *wanted);
        self.rows_where(|row| list(row).iter().any(is_wanted))
    }

    /// The names that match: as written, or else by scattered letters.
    pub(super) fn names_like(&self, pattern: &Pattern) -> Vec<NameRef> {
        let needle = Needle::new(pattern);
        let (mut written, mut scattered) = (Vec::new(), Vec::new());
        for at in 0..self.names.len() {
            let (line, mask) = self.names.get(at);
            let name = NameRef::new(at);
            match needle.class(line, mask) {
                Some(class) if class < Class::Inside => scattered.push(name),
                Some(_) if !pattern.cased || self.name_has_case(pattern, name) => {
                    written.push(name);
                }
                _ => {}
            }
        }
        if written.is_empty() {
            scattered
        } else {
            written
        }
    }

    /// The articles with one quote for which all of these clauses hold.
    fn quoting(&self, clauses: &[&Clause]) -> Result<Positions> {
        let question = self.question(clauses);
        let cased: Vec<&Pattern> = clauses
            .iter()
            .flat_map(|clause| &clause.terms)
            .filter_map(|term| match &term.test {
                Test::Said(pattern) if pattern.cased && !term.negated => Some(pattern),
                _ => None,
            })
            .collect();
        if cased.is_empty() {
            return self.library.quoting(self.catalog, &question);
        }
        let places = self.library.quoted(self.catalog, &question, CHECKED)?;
        let mut positions = Positions::none(self.catalog.len());
        for quote in self.library.quotes(self.catalog, &places)? {
            if cased.iter().all(|pattern| holds(pattern, &quote.words)) {
                positions.insert(quote.place.position);
            }
        }
        Ok(positions)
    }

    /// The clauses as a question to the library.
    pub(super) fn question(&self, clauses: &[&Clause]) -> QuoteQuestion {
        let all = clauses.iter().map(|clause| {
            let terms = clause.terms.iter();
            terms.flat_map(|term| self.quote_tests(term)).collect()
        });
        QuoteQuestion { all: all.collect() }
    }

    fn quote_tests(&self, term: &Term) -> Vec<(bool, QuoteTest)> {
        let tests = match &term.test {
            Test::By(pattern) => vec![QuoteTest::By(self.names_like(pattern))],
            Test::Said(pattern) => vec![QuoteTest::Says(any_phrase(pattern))],
            Test::Of(pattern) => vec![QuoteTest::Names(self.names_like(pattern))],
            Test::Is(State::Unattributed) => vec![QuoteTest::Unattributed],
            Test::Is(State::Guess) => vec![QuoteTest::Guess],
            // Who speaks of "kim" may be quoted with that word or be Kim.
            Test::Anywhere(pattern) => vec![
                QuoteTest::Says(any_phrase(pattern)),
                QuoteTest::By(self.names_like(pattern)),
            ],
            _ => Vec::new(),
        };
        tests.into_iter().map(|test| (term.negated, test)).collect()
    }
}

/// Splits off the clauses that one quote must fulfil together. `said:border
/// by:kim` asks for Kim's own words on the border, not for an article that holds both.
pub(super) fn quote_clauses(clauses: &[Clause]) -> (Vec<&Clause>, Vec<&Clause>) {
    let of_quote = |test: &Test| {
        matches!(
            test,
            Test::By(_)
                | Test::Said(_)
                | Test::Of(_)
                | Test::Is(State::Unattributed | State::Guess)
        )
    };
    let all_of_quote = |clause: &&Clause| {
        let mut terms = clause.terms.iter();
        terms.all(|term| of_quote(&term.test))
    };
    let (together, apart): (Vec<_>, Vec<_>) = clauses.iter().partition(all_of_quote);
    let positive = |clause: &&&Clause| clause.terms.iter().all(|term| !term.negated);
    // One test alone, or only what must not be, is asked of the article.
    match (together.len(), together.iter().filter(positive).count()) {
        (2.., 1..) => (together, apart),
        _ => (Vec::new(), clauses.iter().collect()),
    }
}

/// What is looked for in bodies. Nothing for words that must begin or end a
/// headline, nor for one letter that is still typed: it would find everything.
pub(super) fn phrase(pattern: &Pattern) -> Option<Phrase> {
    let one_letter = pattern.growing && pattern.words.len() == 1;
    let anchored = pattern.begins || pattern.ends;
    (!one_letter && !anchored).then(|| any_phrase(pattern))
}

fn any_phrase(pattern: &Pattern) -> Phrase {
    Phrase {
        words: pattern.words.clone(),
        prefix: pattern.growing || pattern.how == How::Exact,
    }
}

fn counts(count: Count, row: &Row) -> bool {
    let number = match count.of {
        Counted::Quotes => row.quotes,
        Counted::Actors => row.actors,
    };
    (count.least..=count.most).contains(&number)
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
