//! What the library can be asked about words and quotes, as values.

use super::NameRef;
use crate::model::{Block, Confidence, Span};

/// Words in this order, as they stand in headline, body or quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The words as typed; case, accents and marks between them do not count.
    pub words: String,
    /// Whether the last one may go on.
    pub prefix: bool,
}

impl Phrase {
    /// Whole words.
    pub fn whole(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            prefix: false,
        }
    }

    /// Words of which the last may go on.
    pub fn beginning(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            prefix: true,
        }
    }
}

/// Which quotes: of every list one test must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuoteQuestion {
    /// Lists of tests, each with whether it must fail instead.
    pub all: Vec<Vec<(bool, QuoteTest)>>,
}

/// A test of one quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuoteTest {
    /// Its words hold the phrase.
    Says(Phrase),
    /// One of these speaks.
    By(Vec<NameRef>),
    /// One of these is named in it.
    Names(Vec<NameRef>),
    /// Nobody is known to have said it.
    Unattributed,
    /// Its speaker is a guess.
    Guess,
}

/// Where a quote stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuotePlace {
    /// The position of its article in the catalog.
    pub position: usize,
    /// Where its words begin in the text.
    pub start: usize,
}

/// A quote as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteHit {
    /// Where it stands.
    pub place: QuotePlace,
    /// Its words in the text of the article.
    pub span: Span,
    /// Its words.
    pub words: String,
    /// Who said it.
    pub speaker: Option<String>,
    /// How sure that is.
    pub confidence: Option<Confidence>,
}

/// The text of an article, for looking into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The position of the article in the catalog.
    pub position: usize,
    /// The whole text.
    pub text: String,
    /// Its parts.
    pub blocks: Vec<Block>,
}
