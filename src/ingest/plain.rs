//! Text files: plain ones and those pasted from a page.

use crate::model::{Article, BlockKind};

use super::{Ingested, language, pasted};

/// Makes the article of a decoded text file; `None` when it has no words.
///
/// The article's text is `text` unchanged.
pub fn read(text: String, warnings: Vec<String>) -> Option<Ingested> {
    let shape = pasted::shape(&text, None);
    let words = |kind| !matches!(kind, BlockKind::Furniture);
    let found = shape
        .blocks
        .iter()
        .any(|b| words(b.kind) && b.span.of(&text).contains(char::is_alphanumeric));
    if !found {
        return None;
    }
    let mut meta = shape.meta;
    meta.language = language::of_blocks(&text, &shape.blocks);
    Some(Ingested {
        article: Article::new(text, shape.blocks, meta),
        warnings,
    })
}
