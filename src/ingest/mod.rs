//! File formats end here: bytes of one file to the articles it holds.
//!
//! Knows nothing of quotes and nothing of disks; one file a format.

use crate::error::Result;
use crate::model::{Article, Block, BlockKind, Meta, Span};

/// What is known about bytes besides themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hint {
    /// The file's name, for its ending and for error messages.
    pub name: String,
}

/// An article as read, with what looked odd on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingested {
    /// The article.
    pub article: Article,
    /// One line each, for a person.
    pub warnings: Vec<String>,
}

/// Reads every article that `bytes` hold, in the order of the file.
///
/// # Errors
/// When nothing in the file is an article.
pub fn read(bytes: &[u8], hint: &Hint) -> Result<Vec<Ingested>> {
    let _ = hint;
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(&text);
        at += line.len();
        if !span.is_empty() {
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span,
                credit: None,
            });
        }
    }
    Ok(vec![Ingested {
        article: Article::new(text, blocks, Meta::default()),
        warnings: Vec::new(),
    }])
}
