//! What a person typed, taken apart. One grammar everywhere: in lists, in the
//! finder, on the command line.
//!
//! | write | means |
//! |---|---|
//! | `border talks` | both, anywhere; the last word may be only a beginning |
//! | `"border talks"` | these words in this order |
//! | `'bord` | letters exactly so, not scattered |
//! | `^seoul` `talks$` | headline or name begins, ends so |
//! | `-ships` `!ships` | not |
//! | `kim \| park` | either |
//! | `Bush` | a capital makes this one word case-sensitive |
//! | `BUSH` | capitals alone only when it stands somewhere so |
//! | `by:kim` `said:border` `of:kim` | speaker, words, names of one quote |
//! | `text:border` | the article holds it anywhere: asked of quotes and names, too |
//! | `actor:` `title:` `source:` `lang:` | fields of the article |
//! | `tag:border` `note:check` | what a person wrote on an article or a quote |
//! | `story:sluice` | tells the same story as an article with these words in its headline |
//! | `date:2026-08` `date:2026-08-01..` `date:7d` | time |
//! | `is:quote` `is:unattributed` `is:unnamed` `is:guess` `has:quotes>3` | states, counts |
//! | `is:picked` `is:fixed` `is:seen` `is:unseen` | what a person did |
//!
//! Each line of several is taken apart by itself, and all must hold: what is searched
//! inside of something found stands on a line of its own.
//!
//! A query has no clock and never fails: what it does not understand it searches
//! as text, and says so in a note.

mod parse;
mod period;

pub use period::{Period, Unit};

use super::searchable::searchable;

/// Stands between a query and one that is searched inside of what it finds; nobody can
/// type it.
pub const INSIDE: char = '\n';

/// What a person typed, taken apart: every clause must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// All of these must hold.
    pub clauses: Vec<Clause>,
    /// One line each for the person.
    pub notes: Vec<String>,
}

/// Holds when one of its terms does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clause {
    /// The alternatives; never empty.
    pub terms: Vec<Term>,
}

/// One test, or its opposite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether the test must fail.
    pub negated: bool,
    /// What is tested.
    pub test: Test,
}

/// What a term asks of an article or quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Headline, source, names, body or the words of a quote.
    Anywhere(Pattern),
    /// The speaker of a quote.
    By(Pattern),
    /// The words of a quote.
    Said(Pattern),
    /// A name inside a quote.
    Of(Pattern),
    /// Headline, source, names or body of the article, whatever is listed.
    Text(Pattern),
    /// An actor of the article.
    Actor(Pattern),
    /// The headline.
    Title(Pattern),
    /// The outlet.
    Source(Pattern),
    /// The language, by its two letters.
    Language(Pattern),
    /// A tag on an article or quote.
    Tag(Pattern),
    /// The note on an article or quote.
    Note(Pattern),
    /// The headline of an article that tells the same story.
    Story(Pattern),
    /// When the article was published.
    Date(Period),
    /// A state of a quote or an article.
    Is(State),
    /// A number of the article.
    Has(Count),
}

/// Words as typed, and how they are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// The words as typed, without operators.
    pub typed: String,
    /// The words as they are searched, see `searchable`.
    pub words: String,
    /// How they are compared.
    pub how: How,
    /// Whether the field, headline or name begins so.
    pub begins: bool,
    /// Whether the field, headline or name ends so.
    pub ends: bool,
    /// Whether capitals count.
    pub cased: bool,
    /// Whether the last word may still be a beginning.
    pub growing: bool,
}

/// How words are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Letters may lie scattered within twice the length.
    Fuzzy,
    /// Letters exactly so.
    Exact,
    /// Whole words in this order.
    Phrase,
}

/// A state of a quote or an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is one; terms are none.
    Quote,
    /// Nobody is known to have said it.
    Unattributed,
    /// Its speaker has no name: a noun phrase, a pronoun that leads to nobody.
    Unnamed,
    /// Its speaker is a guess.
    Guess,
    /// It is in the basket.
    Picked,
    /// A person said who its speaker is.
    Fixed,
    /// Its article was read.
    Seen,
    /// Its article was not read yet.
    Unseen,
}

impl State {
    /// Every state with the word that is typed for it.
    pub const ALL: [(&'static str, State); 8] = [
        ("quote", State::Quote),
        ("unattributed", State::Unattributed),
        ("unnamed", State::Unnamed),
        ("guess", State::Guess),
        ("picked", State::Picked),
        ("fixed", State::Fixed),
        ("seen", State::Seen),
        ("unseen", State::Unseen),
    ];

    /// Whether it is one of an article, the same for all its quotes.
    pub fn is_of_article(self) -> bool {
        match self {
            State::Seen | State::Unseen => true,
            State::Quote
            | State::Unattributed
            | State::Unnamed
            | State::Guess
            | State::Picked
            | State::Fixed => false,
        }
    }
}

/// A number of an article, compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// What is counted.
    pub of: Counted,
    /// The least that holds.
    pub least: u32,
    /// The most that holds.
    pub most: u32,
}

/// What can be counted in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Quotes that are no terms.
    Quotes,
    /// Actors.
    Actors,
}

impl Query {
    /// Takes `input` apart. Never fails; what looks odd is kept and noted.
    pub fn parse(input: &str) -> Self {
        parse::parse(input)
    }

    /// The same words asked of `field`, as in `text`: what stands alone gets the field
    /// before it, what has a field keeps it.
    pub fn with_field(input: &str, field: &str) -> String {
        parse::with_field(input, field)
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Whether only words are asked for, wherever they stand.
    pub fn is_words(&self) -> bool {
        let mut terms = self.clauses.iter().flat_map(|clause| &clause.terms);
        !self.is_empty() && terms.all(|term| matches!(term.test, Test::Anywhere(_)))
    }

    /// Whether it is one term that may be a name: the words of a speaker can be asked for
    /// with the same words.
    pub fn is_one_word(&self) -> bool {
        let mut terms = self.clauses.iter().flat_map(|clause| &clause.terms);
        let one = terms.next().filter(|_| terms.next().is_none());
        self.is_words() && one.is_some_and(|term| !term.negated)
    }

    /// The patterns that must be found, in the order typed: what a reader marks.
    pub fn wanted(&self) -> impl Iterator<Item = &Pattern> {
        let terms = self.clauses.iter().flat_map(|clause| &clause.terms);
        terms
            .filter(|term| !term.negated)
            .filter_map(|term| term.test.pattern())
    }
}

impl Test {
    /// The words of the test, when they can stand in the text of an article.
    pub fn pattern(&self) -> Option<&Pattern> {
        match self {
            Test::Anywhere(pattern)
            | Test::By(pattern)
            | Test::Said(pattern)
            | Test::Of(pattern)
            | Test::Text(pattern)
            | Test::Actor(pattern)
            | Test::Title(pattern) => Some(pattern),
            Test::Source(_)
            | Test::Language(_)
            | Test::Tag(_)
            | Test::Note(_)
            | Test::Story(_)
            | Test::Date(_)
            | Test::Is(_)
            | Test::Has(_) => None,
        }
    }

    /// Whether it is asked of single quotes, not of articles.
    pub fn is_of_quote(&self) -> bool {
        match self {
            Test::By(_) | Test::Said(_) | Test::Of(_) | Test::Tag(_) | Test::Note(_) => true,
            Test::Is(state) => !state.is_of_article(),
            Test::Anywhere(_)
            | Test::Text(_)
            | Test::Actor(_)
            | Test::Title(_)
            | Test::Source(_)
            | Test::Language(_)
            | Test::Story(_)
            | Test::Date(_)
            | Test::Has(_) => false,
        }
    }

    /// Whether a mark of a person on the article or the quote decides.
    pub fn is_of_mark(&self) -> bool {
        match self {
            Test::Tag(_) | Test::Note(_) | Test::Is(State::Picked | State::Fixed) => true,
            Test::Is(
                State::Quote
                | State::Unattributed
                | State::Unnamed
                | State::Guess
                | State::Seen
                | State::Unseen,
            )
            | Test::Anywhere(_)
            | Test::Text(_)
            | Test::By(_)
            | Test::Said(_)
            | Test::Of(_)
            | Test::Actor(_)
            | Test::Title(_)
            | Test::Source(_)
            | Test::Language(_)
            | Test::Story(_)
            | Test::Date(_)
            | Test::Has(_) => false,
        }
    }

    /// The same, to be changed.
    pub(super) fn pattern_mut(&mut self) -> Option<&mut Pattern> {
        match self {
            Test::Anywhere(pattern)
            | Test::By(pattern)
            | Test::Said(pattern)
            | Test::Of(pattern)
            | Test::Text(pattern)
            | Test::Actor(pattern)
            | Test::Title(pattern) => Some(pattern),
            Test::Source(_)
            | Test::Language(_)
            | Test::Tag(_)
            | Test::Note(_)
            | Test::Story(_)
            | Test::Date(_)
            | Test::Is(_)
            | Test::Has(_) => None,
        }
    }
}

impl Pattern {
    /// A pattern of `typed` words, compared fuzzily unless a capital says otherwise.
    pub fn new(typed: &str) -> Self {
        let words = searchable(typed).text;
        // A query must never lose all its letters: nothing would match everything.
        let words = if words.trim().is_empty() {
            typed.to_lowercase()
        } else {
            words.trim().to_owned()
        };
        Self {
            typed: typed.to_owned(),
            words,
            how: How::Fuzzy,
            begins: false,
            ends: false,
            cased: typed.chars().any(char::is_uppercase),
            growing: false,
        }
    }

    /// Whether its case may be that of the keyboard: capitals alone, more than one.
    pub fn is_shouted(&self) -> bool {
        let capitals = self.typed.chars().filter(|c| c.is_uppercase()).count();
        self.cased && capitals > 1 && !self.typed.chars().any(char::is_lowercase)
    }

    /// Whether letters may lie scattered: not when their case or place is told.
    pub fn may_scatter(&self) -> bool {
        self.how == How::Fuzzy && !self.cased && !self.begins && !self.ends
    }
}
