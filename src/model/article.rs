//! One stored article: its text, its blocks, what is known about it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Analysis, Span};

/// What an article is known by: the first 16 bytes of the BLAKE3 of its text.
///
/// The same text from two files is one article with two provenances.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct ArticleId([u8; 16]);

impl ArticleId {
    /// The id of an article with this text.
    pub fn of_text(text: &str) -> Self {
        let mut id = [0; 16];
        id.copy_from_slice(&blake3::hash(text.as_bytes()).as_bytes()[..16]);
        Self(id)
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("b3:")?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for ArticleId {
    type Err = ();

    /// Reads `b3:` and 32 hexadecimal digits; the prefix may be missing.
    fn from_str(s: &str) -> Result<Self, ()> {
        let hex = s.strip_prefix("b3:").unwrap_or(s);
        if hex.len() != 32 || !hex.is_ascii() {
            return Err(());
        }
        let mut id = [0; 16];
        for (i, byte) in id.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).map_err(drop)?;
        }
        Ok(Self(id))
    }
}

/// One text with blocks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Article {
    /// What the article is known by.
    pub id: ArticleId,
    /// What the page or record says about itself.
    pub meta: Meta,
    /// The whole text as decoded, never altered afterwards.
    pub text: String,
    /// The parts of the text in order, not overlapping; gaps are blank.
    pub blocks: Vec<Block>,
}

impl Article {
    /// Makes the article of `text`; the id follows from the text.
    pub fn new(text: String, blocks: Vec<Block>, meta: Meta) -> Self {
        Self {
            id: ArticleId::of_text(&text),
            meta,
            text,
            blocks,
        }
    }

    /// The headline as printed, or the first words when there is none.
    pub fn headline(&self) -> &str {
        let headline = self.meta.headline.map(|span| span.of(&self.text));
        headline
            .filter(|words| !words.is_empty())
            .unwrap_or_else(|| {
                self.text
                    .lines()
                    .map(str::trim)
                    .find(|line| !line.is_empty())
                    .unwrap_or_default()
            })
    }

    /// The index of the block that holds `at`, or of the last one before it.
    pub fn block_at(&self, at: usize) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.span.start <= at);
        after.checked_sub(1)
    }

    /// The number of the body paragraph at each block, from 1; 0 for other kinds.
    pub fn paragraph_numbers(&self) -> Vec<usize> {
        let mut count = 0;
        let numbers = self.blocks.iter().map(|block| match block.kind {
            BlockKind::Paragraph => {
                count += 1;
                count
            }
            BlockKind::Headline
            | BlockKind::Deck
            | BlockKind::Byline
            | BlockKind::Caption
            | BlockKind::Credit
            | BlockKind::Furniture => 0,
        });
        numbers.collect()
    }
}

/// What the page or record says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Meta {
    /// Where the headline stands in the text.
    pub headline: Option<Span>,
    /// ISO 8601 as printed: `2021-03-23`, `2021-03-23T09:19` or with an offset. Sorts as text.
    pub published: Option<String>,
    /// The date as printed.
    pub published_text: Option<String>,
    /// Who wrote it, as printed, without "By".
    pub byline: Option<String>,
    /// The outlet.
    pub source: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
    /// ISO 639-1, in lower case.
    pub language: Option<String>,
    /// Which reader read it.
    pub format: Format,
}

/// Which reader read an article; one stable word each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Text without any page furniture.
    #[default]
    Plain,
    /// Text pasted from a page.
    Pasted,
    /// One JSON record, or an array of them.
    Json,
    /// One JSON record a line.
    Jsonl,
}

impl Format {
    /// The stable word used in data.
    pub fn word(self) -> &'static str {
        match self {
            Format::Plain => "plain",
            Format::Pasted => "pasted",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
        }
    }
}

/// A part of an article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What the part is.
    pub kind: BlockKind,
    /// Where it stands, without the white space around it.
    pub span: Span,
    /// The credit of a caption, without its brackets.
    pub credit: Option<Span>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// A standfirst below the headline.
    Deck,
    /// Date, author, agency lines.
    Byline,
    /// The words below a picture.
    Caption,
    /// A paragraph of the body.
    Paragraph,
    /// A closing "(Yonhap)".
    Credit,
    /// Share buttons, menus, related stories: folded in the reader, never analysed.
    Furniture,
}

impl BlockKind {
    /// The stable word used in data.
    pub fn word(self) -> &'static str {
        match self {
            BlockKind::Headline => "headline",
            BlockKind::Deck => "deck",
            BlockKind::Byline => "byline",
            BlockKind::Caption => "caption",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Credit => "credit",
            BlockKind::Furniture => "furniture",
        }
    }

    /// Whether quotes and actors are looked for in it.
    pub fn is_analysed(self) -> bool {
        match self {
            BlockKind::Headline | BlockKind::Deck | BlockKind::Caption | BlockKind::Paragraph => {
                true
            }
            BlockKind::Byline | BlockKind::Credit | BlockKind::Furniture => false,
        }
    }
}

/// Where an article came from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Provenance {
    /// The file, as found.
    pub path: String,
    /// The how-many-th article of that file, from 0.
    pub part: u32,
    /// Size and time of the file when it was read, to tell whether it changed.
    pub stamp: Option<String>,
}

/// What the library keeps of one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// The article.
    pub article: Article,
    /// What was found in it.
    pub analysis: Analysis,
    /// Where it came from.
    pub provenance: Provenance,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_from_what_it_prints() {
        let id = ArticleId::of_text("One.");
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.to_string().len(), 35);
    }

    #[test]
    fn only_body_paragraphs_are_numbered() {
        let block = |kind, start| Block {
            kind,
            span: Span::new(start, start + 1),
            credit: None,
        };
        let blocks = vec![
            block(BlockKind::Headline, 0),
            block(BlockKind::Paragraph, 2),
            block(BlockKind::Paragraph, 4),
        ];
        let article = Article::new("a b c".into(), blocks, Meta::default());
        assert_eq!(article.paragraph_numbers(), [0, 1, 2]);
        assert_eq!(article.block_at(3), Some(1));
    }
}
