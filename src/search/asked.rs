//! What a query asks of quotes, as questions to the library.

use super::capitals::Capitals;
use super::query::{Clause, State, Term, Test};
use super::run::{CHECKED, Search, any_phrase};
use crate::error::Result;
use crate::model::Place;
use crate::store::{Positions, QuoteQuestion, QuoteTest};

/// What a tag, a note, a pick must stand on for a quote to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marked {
    /// On the quote itself: in lists of quotes.
    Itself,
    /// On the quote or on its whole article: in lists of articles.
    OrArticle,
}

impl Search<'_> {
    /// The articles with one quote for which all of these clauses hold.
    pub(super) fn quoting(
        &self,
        clauses: &[&Clause],
        notes: &mut Vec<String>,
    ) -> Result<Positions> {
        let question = self.question(clauses, Marked::OrArticle)?;
        let capitals = Capitals::of(clauses.iter().copied());
        let all = self.library.quoting(self.catalog, &question)?;
        if capitals.is_empty() {
            return Ok(all);
        }
        let mut places = self.library.quoted(self.catalog, &question, CHECKED + 1)?;
        let mut unread = Positions::none(self.catalog.len());
        if places.len() > CHECKED {
            places.truncate(CHECKED);
            notes.push(checked("quotes"));
            unread = Positions::of(
                self.catalog.len(),
                places.iter().map(|place| place.position),
            );
            unread = unread.complement();
            unread.keep(&all);
        }
        let hits = self.library.quotes(self.catalog, &places)?;
        let held = hits.iter().filter(|hit| capitals.stand_in(hit));
        let mut positions = Positions::of(self.catalog.len(), held.map(|hit| hit.place.position));
        positions.add(&unread);
        Ok(positions)
    }

    /// The clauses as a question to the library.
    pub(super) fn question(&self, clauses: &[&Clause], marked: Marked) -> Result<QuoteQuestion> {
        let mut all = Vec::new();
        for clause in clauses {
            all.extend(self.quote_tests(clause, marked)?);
        }
        Ok(QuoteQuestion { all })
    }

    /// The clause as lists of tests; one of each list must hold.
    fn quote_tests(&self, clause: &Clause, marked: Marked) -> Result<Vec<Vec<(bool, QuoteTest)>>> {
        let mut lists = vec![Vec::new()];
        for term in &clause.terms {
            if !term.negated && asks_nothing(&term.test) {
                return Ok(Vec::new());
            }
            let tests = self.tests(&term.test, marked)?;
            if !term.negated {
                let tests = tests.into_iter().map(|test| (false, test));
                lists
                    .iter_mut()
                    .for_each(|list: &mut Vec<_>| list.extend(tests.clone()));
                continue;
            }
            // Not to say the word and not to be by that name must both hold.
            let without = |test: QuoteTest| {
                let mut lists = lists.clone();
                lists
                    .iter_mut()
                    .for_each(|list| list.push((true, test.clone())));
                lists
            };
            lists = tests.into_iter().flat_map(without).collect();
        }
        Ok(lists)
    }

    /// The tests of which one holds when the term does.
    fn tests(&self, test: &Test, marked: Marked) -> Result<Vec<QuoteTest>> {
        Ok(match test {
            Test::By(pattern) => vec![QuoteTest::By(self.names_like(pattern))],
            Test::Said(pattern) => vec![QuoteTest::Says(any_phrase(pattern))],
            Test::Of(pattern) => vec![QuoteTest::Names(self.names_like(pattern))],
            Test::Is(State::Unattributed) => vec![QuoteTest::Unattributed],
            Test::Is(State::Unnamed) => vec![QuoteTest::By(self.unnamed())],
            Test::Is(State::Guess) => vec![QuoteTest::Guess],
            Test::Is(State::Quote) => Vec::new(),
            Test::Tag(_) | Test::Note(_) | Test::Is(State::Picked | State::Fixed) => {
                self.mark_tests(test, marked)
            }
            // Who looks for "kim" wants quotes with that word, and those of Kim.
            Test::Anywhere(pattern) => vec![
                QuoteTest::Says(any_phrase(pattern)),
                QuoteTest::By(self.names_with(pattern)),
            ],
            Test::Text(_)
            | Test::Actor(_)
            | Test::Title(_)
            | Test::Source(_)
            | Test::Story(_)
            | Test::Language(_)
            | Test::Date(_)
            | Test::Is(State::Seen | State::Unseen)
            | Test::Has(_) => vec![QuoteTest::Within(self.articles_of(test)?)],
        })
    }

    /// The tests of a mark, of which one must hold.
    fn mark_tests(&self, test: &Test, marked: Marked) -> Vec<QuoteTest> {
        let mut tests = vec![QuoteTest::At(self.marked_passages(test))];
        if *test == Test::Is(State::Fixed) {
            // What goes on from a quote has its speaker, and no mark of its own.
            tests.push(QuoteTest::Corrected);
        }
        if marked == Marked::OrArticle {
            let whole = |place: &Place| place.span.is_empty();
            tests.push(QuoteTest::Within(self.marked_articles(test, whole)));
        }
        tests
    }

    /// The articles that pass a test of articles.
    fn articles_of(&self, test: &Test) -> Result<Positions> {
        let term = Term {
            negated: false,
            test: test.clone(),
        };
        self.holding(&[Clause { terms: vec![term] }], &mut Vec::new())
    }
}

/// Whether every quote passes: it is one, or the word has one letter so far.
fn asks_nothing(test: &Test) -> bool {
    match test {
        Test::Is(State::Quote) => true,
        Test::Anywhere(pattern) | Test::Said(pattern) => {
            pattern.growing && pattern.words.len() == 1
        }
        Test::By(_)
        | Test::Of(_)
        | Test::Text(_)
        | Test::Actor(_)
        | Test::Title(_)
        | Test::Source(_)
        | Test::Story(_)
        | Test::Language(_)
        | Test::Tag(_)
        | Test::Note(_)
        | Test::Date(_)
        | Test::Is(
            State::Unattributed
            | State::Unnamed
            | State::Guess
            | State::Picked
            | State::Fixed
            | State::Seen
            | State::Unseen,
        )
        | Test::Has(_) => false,
    }
}

/// The note that capitals were not looked for everywhere.
pub(super) fn checked(what: &str) -> String {
    format!("capitals were checked in the newest {CHECKED} {what}; further ones are kept unread")
}

/// Splits off the clauses that one quote must fulfil together. `said:border
/// by:kim` asks for Kim's own words on the border, not for an article that holds both.
pub(super) fn quote_clauses(clauses: &[Clause]) -> (Vec<&Clause>, Vec<&Clause>) {
    // Whether an article has a quote, its row tells.
    let of_quote = |test: &Test| test.is_of_quote() && *test != Test::Is(State::Quote);
    let all_of_quote = |clause: &&Clause| {
        let mut terms = clause.terms.iter();
        terms.all(|term| of_quote(&term.test))
    };
    let (together, apart): (Vec<_>, Vec<_>) = clauses.iter().partition(all_of_quote);
    let positive = |clause: &&&Clause| clause.terms.iter().all(|term| !term.negated);
    // Marks alone are asked of the article, which may have no quotes.
    let mut tests = together.iter().flat_map(|clause| &clause.terms);
    if tests.all(|term| term.test.is_of_mark()) {
        return (Vec::new(), clauses.iter().collect());
    }
    // One test alone, or only what must not be, is asked of the article.
    match (together.len(), together.iter().filter(positive).count()) {
        (2.., 1..) => (together, apart),
        _ => (Vec::new(), clauses.iter().collect()),
    }
}
