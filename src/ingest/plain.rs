//! Text files: plain ones and those pasted from a page.

use crate::model::{Article, Block, BlockKind};

use super::{Ingested, language, pasted};

/// Makes the article of a decoded text file; its text is `text` unchanged.
///
/// # Errors
/// One line for a person, when the file has no words but those of a page.
pub fn read(text: String) -> Result<Vec<Ingested>, String> {
    let shape = pasted::shape(&text, None);
    let has_words = |block: &Block| {
        block.kind != BlockKind::Furniture && block.span.of(&text).contains(char::is_alphanumeric)
    };
    if !shape.blocks.iter().any(has_words) {
        return Err("it has no words of an article".to_owned());
    }
    let mut meta = shape.meta;
    meta.language = language::of_blocks(&text, &shape.blocks);
    Ok(vec![Ingested {
        article: Article::new(text, shape.blocks, meta),
        warnings: Vec::new(),
    }])
}
