//! Passages between quotation marks.
//!
//! Finds where each passage begins and ends, and which piece continues which
//! over paragraphs. Who speaks, and whether anybody does, is not asked here.

mod reader;
mod sign;
#[cfg(test)]
mod tests;

use foldhash::HashSet;

use crate::model::{Article, BlockKind, Note, NoteKind, Span};

use reader::Reader;

/// What stands between one pair of marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The words without their marks and without white space at the ends.
    pub span: Span,
    /// The words with their marks.
    pub outer: Span,
    /// The index of its block.
    pub block: usize,
    /// What opened it.
    pub mark: Mark,
    /// Whether the closing mark is there.
    pub closed: bool,
    /// The index of the passage that ran on into this one from an earlier paragraph.
    pub continues: Option<usize>,
}

/// What opens a passage; it decides what closes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `"…"`
    Straight,
    /// `''…''`
    Apostrophes,
    /// `“…”`
    Curly,
    /// `„…“` or `„…”`
    Low,
    /// `”…”`
    Right,
    /// `«…»`
    Guillemets,
    /// `»…«` or `»…»`
    Turned,
    /// `「…」`
    Corners,
    /// `『…』`
    WhiteCorners,
    /// `‹…›`
    SingleGuillemets,
    /// `‘…’`
    Single,
    /// `'…'`
    StraightSingle,
    /// `‚…‘`
    SingleLow,
}

impl Mark {
    /// Whether it is one of the single marks, which are also apostrophes.
    pub fn is_single(self) -> bool {
        matches!(self, Mark::Single | Mark::StraightSingle | Mark::SingleLow)
    }

    /// The character that opens it.
    fn opening(self) -> char {
        match self {
            Mark::Straight => '"',
            Mark::Apostrophes | Mark::StraightSingle => '\'',
            Mark::Curly => '“',
            Mark::Low => '„',
            Mark::Right => '”',
            Mark::Guillemets => '«',
            Mark::Turned => '»',
            Mark::Corners => '「',
            Mark::WhiteCorners => '『',
            Mark::SingleGuillemets => '‹',
            Mark::Single => '‘',
            Mark::SingleLow => '‚',
        }
    }
}

/// All passages of an article, and the marks that fit none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// In text order, never overlapping; marks nested in a passage belong to it.
    pub passages: Vec<Passage>,
    /// Unclosed and stray marks, in text order.
    pub notes: Vec<Note>,
}

/// Whether `span` begins in one of `passages`, which are in text order.
pub fn is_quoted(passages: &[Passage], span: Span) -> bool {
    let next = passages.partition_point(|passage| passage.span.start <= span.start);
    let before = next.checked_sub(1).and_then(|last| passages.get(last));
    before.is_some_and(|passage| span.start < passage.span.end)
}

/// Finds every passage of `article`, in one pass over its text.
///
/// A mark without a partner quotes the rest of its paragraph. When the next
/// paragraph begins with the same mark the passage goes on there: by convention
/// a quotation over several paragraphs is reopened in each and closed in the last.
pub fn passages(article: &Article) -> Marks {
    let mut marks = Marks::default();
    let right_opens = !article.text.contains(['“', '„']);
    let mut carried: Option<usize> = None;
    for (index, block) in article.blocks.iter().enumerate() {
        if !block.kind.is_analysed() {
            continue;
        }
        let next = following_paragraph(article, index);
        let before = carried.filter(|&at| runs_into(article, &marks.passages[at], block.span));
        let first = marks.passages.len();
        let reader = Reader::new(&article.text, block.span, next, right_opens);
        let found = reader.read(index, &mut marks);
        if let Some(passage) = marks.passages.get_mut(first) {
            passage.continues = before;
        }
        // A caption between two paragraphs of one quotation does not end it.
        if block.kind == BlockKind::Paragraph {
            carried = found.open.then(|| marks.passages.len() - 1);
        }
    }
    forget_continued(&mut marks);
    marks
}

/// The text of the next body paragraph, if `index` is one.
fn following_paragraph(article: &Article, index: usize) -> Option<&str> {
    let is_paragraph = |kind: BlockKind| kind == BlockKind::Paragraph;
    if !is_paragraph(article.blocks[index].kind) {
        return None;
    }
    // Looked for nearby only: an article of nothing but captions stays linear.
    let mut after = article.blocks[index + 1..].iter().take(4);
    let next = after.find(|block| is_paragraph(block.kind))?;
    Some(next.span.of(&article.text))
}

/// Whether the block at `span` opens with the mark of `passage`, which was left open.
fn runs_into(article: &Article, passage: &Passage, span: Span) -> bool {
    let text = span.of(&article.text);
    match passage.mark {
        Mark::Apostrophes => text.starts_with("''"),
        mark => text.starts_with(mark.opening()),
    }
}

/// Takes back the notes on marks that a later paragraph continues.
fn forget_continued(marks: &mut Marks) {
    let passages = &marks.passages;
    let continued: HashSet<usize> = passages
        .iter()
        .filter_map(|passage| passage.continues)
        .map(|earlier| passages[earlier].outer.start)
        .collect();
    marks.notes.retain(|note| {
        note.kind != NoteKind::UnclosedQuote || !continued.contains(&note.span.start)
    });
    marks.notes.sort_by_key(|note| note.span);
}
