//! What is searched for, and where it stands in a text: the marks of the reader.

use crate::model::Span;
use crate::search::{Query, find_in_text, marks};

/// What is searched for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Sought {
    /// Nothing.
    #[default]
    Nothing,
    /// What a query looks for, in the grammar of the list and the finder.
    Query(String),
    /// The same in one text, where letters stand exactly so, as in a pager.
    Letters(String),
}

impl Sought {
    /// What `query` looks for.
    pub fn query(query: &str) -> Self {
        match query.trim().is_empty() {
            true => Sought::Nothing,
            false => Sought::Query(query.to_owned()),
        }
    }

    /// Letters exactly so.
    pub fn letters(letters: &str) -> Self {
        match letters.trim().is_empty() {
            true => Sought::Nothing,
            false => Sought::Letters(letters.to_owned()),
        }
    }

    /// Whether nothing is searched for.
    pub fn is_nothing(&self) -> bool {
        match self {
            Sought::Nothing => true,
            Sought::Query(_) | Sought::Letters(_) => false,
        }
    }

    /// What cannot be used of it in `text`, or is missing there, in one line.
    pub fn note(&self, text: &str) -> Option<String> {
        match self {
            Sought::Nothing | Sought::Query(_) => None,
            Sought::Letters(letters) => find_in_text(letters, text).notes.into_iter().next(),
        }
    }

    /// Where it stands in `text`, in text order, not overlapping.
    pub fn places(&self, text: &str) -> Vec<Span> {
        match self {
            Sought::Nothing => Vec::new(),
            Sought::Query(query) => marks(&Query::parse(query), text),
            Sought::Letters(letters) => find_in_text(letters, text).spans,
        }
    }
}
