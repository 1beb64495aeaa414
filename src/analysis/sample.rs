//! Articles of one paragraph, as tests of this layer need them.

use crate::model::{Article, Block, BlockKind, Meta, Span};

/// An article of one paragraph in no known language.
pub fn paragraph(text: &str) -> Article {
    let block = Block {
        kind: BlockKind::Paragraph,
        span: Span::new(0, text.len()),
        credit: None,
    };
    Article::new(text.to_owned(), vec![block], Meta::default())
}

/// An article of one paragraph in a language given by its ISO 639-1 code.
pub fn in_language(language: &str, text: &str) -> Article {
    let mut article = paragraph(text);
    article.meta.language = Some(language.to_owned());
    article
}
