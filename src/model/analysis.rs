//! All that was found in one article.

use serde::{Deserialize, Serialize};

use super::{Actor, Quote, Span, Statement};

/// Raised whenever the analysis would find something else; older stored analyses are
/// made anew. A test compares what is found in the sample articles.
pub const ANALYSIS_VERSION: u32 = 10;

/// All that was found in one article.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Analysis {
    /// In text order.
    pub quotes: Vec<Quote>,
    /// In text order.
    pub statements: Vec<Statement>,
    /// In the order of their first mention.
    pub actors: Vec<Actor>,
    /// What looked odd, in text order.
    pub notes: Vec<Note>,
}

/// Something odd that was kept and flagged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// Where it stands.
    pub span: Span,
}

/// What can look odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoteKind {
    /// A quotation mark that is never closed.
    UnclosedQuote,
    /// A closing mark without an opening one.
    StrayQuote,
    /// No date was found.
    Undated,
    /// No paragraph was found.
    NoBody,
    /// Characters that do not show.
    HiddenCharacters,
    /// A name in letters of two scripts.
    MixedScripts,
    /// The article was too long and was cut.
    Cut,
}

impl NoteKind {
    /// The stable word used in data.
    pub fn word(self) -> &'static str {
        match self {
            NoteKind::UnclosedQuote => "unclosed-quote",
            NoteKind::StrayQuote => "stray-quote",
            NoteKind::Undated => "undated",
            NoteKind::NoBody => "no-body",
            NoteKind::HiddenCharacters => "hidden-characters",
            NoteKind::MixedScripts => "mixed-scripts",
            NoteKind::Cut => "cut",
        }
    }

    /// One sentence for a person.
    pub fn message(self) -> &'static str {
        match self {
            NoteKind::UnclosedQuote => "this quotation mark is never closed",
            NoteKind::StrayQuote => "this closing quotation mark has no opening one",
            NoteKind::Undated => "no date was found",
            NoteKind::NoBody => "no paragraph was found",
            NoteKind::HiddenCharacters => "characters here do not show",
            NoteKind::MixedScripts => "this name mixes letters of two scripts",
            NoteKind::Cut => "the article was too long and was cut here",
        }
    }
}
