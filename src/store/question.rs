//! What the library can be asked about words and quotes, as values.

use super::{NameRef, Positions};
use crate::model::{Block, Confidence, QuoteKind, Rule, Span};

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
    /// A person said who its speaker is.
    Corrected,
    /// It covers most of one of these passages, and that most of it: another analysis
    /// may draw a quote a little wider. Each has the position of its article.
    At(Vec<(usize, Span)>),
    /// It stands in one of these articles.
    Within(Positions),
}

/// Where a quote stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuotePlace {
    /// The position of its article in the catalog.
    pub position: usize,
    /// Where its words begin in the text.
    pub start: usize,
}

/// What a list of quotes keeps of each one; the words are asked for when they are
/// shown, by [`super::Library::quotes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuoteSketch {
    /// Where it stands.
    pub place: QuotePlace,
    /// Where its words end in the text.
    pub end: usize,
    /// Who said it.
    pub speaker: Option<NameRef>,
    /// How sure that is.
    pub confidence: Option<Confidence>,
}

/// Quotes that were found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuoteSketches {
    /// In list order: newest article first, inside of it in the order of the text.
    pub quotes: Vec<QuoteSketch>,
    /// How many there are, also those that are not among these.
    pub found: usize,
}

/// How often somebody speaks and is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NameCount {
    /// Quotes of which this is the speaker.
    pub quotes: u32,
    /// Places where an article names it.
    pub mentions: u32,
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
    /// Whether the speaker is an actor, or somebody whom a person named.
    pub named: bool,
    /// How sure that is.
    pub confidence: Option<Confidence>,
    /// The speech verb or phrase that leads to the speaker, as printed.
    pub cue: Option<String>,
    /// Which rule found the speaker.
    pub rule: Option<Rule>,
    /// How much of an utterance it is.
    pub kind: QuoteKind,
}

/// What an article says of itself beyond its row in lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imprint {
    /// Who wrote it, as printed.
    pub byline: Option<String>,
    /// Its address.
    pub url: Option<String>,
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
