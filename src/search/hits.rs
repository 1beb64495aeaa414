//! What a search answers, as values.

use serde::{Deserialize, Serialize};

use crate::model::{ArticleId, Span};
use crate::store::{NameRef, Positions, QuoteSketch};

/// The answer to a query that narrows the list of articles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// Positions in the catalog that was searched, in list order.
    pub positions: Vec<usize>,
    /// One line each for the person: unknown fields, nearest names.
    pub notes: Vec<String>,
}

/// The quotes that hold for a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quoted {
    /// In list order: newest article first, inside of it in the order of the text.
    pub quotes: Vec<QuoteSketch>,
    /// How many there are, also those that are not among these.
    pub found: usize,
    /// One line each for the person.
    pub notes: Vec<String>,
}

/// The names that hold for a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// In no order that means anything.
    pub names: Vec<NameRef>,
    /// The articles that the query speaks of; all, when it only speaks of names.
    pub within: Positions,
    /// One line each for the person.
    pub notes: Vec<String>,
}

/// What kind of thing the finder found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FindingKind {
    /// A headline or source.
    Article,
    /// The words of a quote.
    Quote,
    /// A name.
    Actor,
    /// Words in a body.
    Body,
}

/// One line of the finder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The article to open. For an actor, the newest article that names it.
    pub article: ArticleId,
    /// Where in the text of the article to open it.
    pub span: Option<Span>,
    /// What the line shows first: headline, words of the quote, name, snippet.
    pub label: String,
    /// What it shows after that: source and date, speaker, number of articles.
    pub detail: String,
    /// The matched letters, byte ranges into `label`.
    pub marks: Vec<Span>,
    /// The words of a quote as they were printed, the name of an actor; else nothing.
    pub exact: String,
    /// Who said a quote.
    pub speaker: Option<String>,
}

/// The answer of the finder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// The best ones, best first.
    pub items: Vec<Finding>,
    /// How many were found, of every kind asked for.
    pub found: usize,
    /// How many were searched.
    pub searched: usize,
    /// One line each for the person.
    pub notes: Vec<String>,
}
