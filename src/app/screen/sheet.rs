//! The lines of one article at one width.
//!
//! Wrapped once for an article and a width and kept as spans, so that drawing
//! costs the lines on screen and nothing else.

use std::ops::Range;

use crate::model::{Article, Block, BlockKind, Span};
use crate::text::wrap::wrap;

/// The longest line of text: longer ones tire the eye.
pub const LONGEST_LINE: usize = 78;

/// The lines of one article at one width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    lines: Vec<TextLine>,
    /// The first lines are the headline, wherever it stands in the text; the
    /// lines from here on stand in the order of the text.
    head: usize,
    about: String,
    columns: usize,
}

/// One line on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextLine {
    /// What it is.
    pub kind: LineKind,
    /// The words: of the article, or of [`Sheet::about`] for that kind.
    pub span: Span,
    /// Whether its block begins here.
    pub first: bool,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A part of a block.
    Block(BlockKind),
    /// Source, date and author in one line.
    About,
    /// Between blocks.
    Blank,
    /// So many pieces of page furniture, folded.
    Folded(usize),
}

impl Sheet {
    /// Wraps `article` at `columns`; `unfolded` shows its furniture.
    pub fn new(article: &Article, columns: usize, unfolded: bool) -> Self {
        let mut sheet = Self {
            about: about(article),
            columns,
            ..Self::default()
        };
        let headline = headline_block(article);
        sheet.put_head(article, headline);
        sheet.head = sheet.lines.len();
        let rest = article.blocks.iter().enumerate();
        let rest = rest.filter(|(at, _)| Some(*at) != headline);
        let mut folded: Option<(usize, Span)> = None;
        for (_, block) in rest {
            if !unfolded && block.kind == BlockKind::Furniture {
                let (count, span) = folded.unwrap_or((0, block.span));
                folded = Some((count + 1, Span::new(span.start, block.span.end)));
                continue;
            }
            if !unfolded && is_told_by_about(article, block) {
                continue;
            }
            sheet.put_folded(folded.take());
            sheet.put_block(article, block);
        }
        sheet.put_folded(folded);
        sheet
    }

    /// Every line.
    pub fn lines(&self) -> &[TextLine] {
        &self.lines
    }

    /// Source, date and author, for the lines of that kind.
    pub fn about(&self) -> &str {
        &self.about
    }

    /// The block that a line is a part of.
    pub fn paragraph(&self, article: &Article, line: Span) -> Span {
        let mut blocks = article.blocks.iter().map(|block| block.span);
        let whole = |span: &Span| span.start <= line.start && line.end <= span.end;
        blocks.find(whole).unwrap_or(line)
    }

    /// The width it was wrapped at.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The line that shows the byte at `at`, or the nearest one before it.
    pub fn line_at(&self, at: usize) -> usize {
        let head = self.lines.get(..self.head).unwrap_or_default();
        let in_headline = |line: &TextLine| {
            line.kind == LineKind::Block(BlockKind::Headline) && line.span.contains(at)
        };
        if let Some(line) = head.iter().position(in_headline) {
            return line;
        }
        let rest = self.lines.get(self.head..).unwrap_or_default();
        match rest.partition_point(|line| line.span.start <= at) {
            0 => 0,
            after => self.head + after - 1,
        }
    }

    /// The lines that show `span`.
    pub fn lines_of(&self, span: Span) -> Range<usize> {
        let first = self.line_at(span.start);
        let last = self.line_at(span.end.saturating_sub(1).max(span.start));
        first
            ..(last.max(first) + 1)
                .min(self.lines.len())
                .max(first.min(self.lines.len()))
    }

    /// Whether the byte at `at` lies in folded furniture.
    pub fn is_folded(&self, at: usize) -> bool {
        let line = self.lines.get(self.line_at(at));
        line.is_some_and(|line| matches!(line.kind, LineKind::Folded(_)) && line.span.contains(at))
    }

    fn put_head(&mut self, article: &Article, headline: Option<usize>) {
        if let Some(block) = headline.and_then(|at| article.blocks.get(at)) {
            self.put_lines(article, block.kind, block.span);
        }
        if !self.about.is_empty() {
            let whole = Span::new(0, self.about.len());
            let lines = wrap(&self.about, whole, self.columns.max(1));
            self.lines.extend(lines.into_iter().map(|span| TextLine {
                kind: LineKind::About,
                span,
                first: false,
            }));
        }
    }

    fn put_block(&mut self, article: &Article, block: &Block) {
        let furniture = LineKind::Block(BlockKind::Furniture);
        let runs_on = self.lines.last().is_some_and(|line| line.kind == furniture)
            && block.kind == BlockKind::Furniture;
        if !runs_on {
            self.put_blank(block.span.start);
        }
        self.put_lines(article, block.kind, block.span);
    }

    fn put_lines(&mut self, article: &Article, kind: BlockKind, span: Span) {
        let columns = self.columns.saturating_sub(indent(kind)).max(1);
        let lines = wrap(&article.text, span, columns);
        let lines = lines.into_iter().enumerate();
        self.lines.extend(lines.map(|(nth, span)| TextLine {
            kind: LineKind::Block(kind),
            span,
            first: nth == 0,
        }));
    }

    fn put_folded(&mut self, folded: Option<(usize, Span)>) {
        if let Some((count, span)) = folded {
            self.put_blank(span.start);
            self.lines.push(TextLine {
                kind: LineKind::Folded(count),
                span,
                first: true,
            });
        }
    }

    // Belongs to what follows, so that the lines stay in the order of the text.
    fn put_blank(&mut self, at: usize) {
        if !self.lines.is_empty() {
            self.lines.push(TextLine {
                kind: LineKind::Blank,
                span: Span::new(at, at),
                first: false,
            });
        }
    }
}

/// Columns that a block is set off from the left.
pub fn indent(kind: BlockKind) -> usize {
    match kind {
        BlockKind::Caption | BlockKind::Furniture => 2,
        BlockKind::Headline
        | BlockKind::Deck
        | BlockKind::Byline
        | BlockKind::Paragraph
        | BlockKind::Credit => 0,
    }
}

fn headline_block(article: &Article) -> Option<usize> {
    let is_headline = |block: &Block| block.kind == BlockKind::Headline;
    article.blocks.iter().position(is_headline)
}

fn about(article: &Article) -> String {
    let meta = &article.meta;
    let date = meta.published.as_deref().map(readable_date);
    let date = date.or_else(|| meta.published_text.clone());
    let byline = meta
        .byline
        .clone()
        .filter(|name| Some(name) != meta.source.as_ref());
    let parts = [meta.source.clone(), date, byline];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `2021-03-23T09:19` as a person writes it.
fn readable_date(published: &str) -> String {
    published.replacen('T', " ", 1)
}

/// How much longer than what [`about`] tells a byline may be and still be hidden:
/// "By", "Published", a dash.
const BYLINE_TRIM: usize = 16;

// A line that only repeats date and author is hidden; one that says more stays,
// because a wrong guess must cost nothing.
fn is_told_by_about(article: &Article, block: &Block) -> bool {
    if block.kind != BlockKind::Byline {
        return false;
    }
    let printed = block.span.of(&article.text);
    let meta = &article.meta;
    let told: usize = [&meta.published_text, &meta.byline, &meta.source]
        .into_iter()
        .flatten()
        .filter(|words| printed.contains(words.as_str()))
        .map(String::len)
        .sum();
    told > 0 && printed.len() <= told + BYLINE_TRIM
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Meta;

    fn article(blocks: &[(BlockKind, &str)], meta: Meta) -> Article {
        let mut text = String::new();
        let mut placed = Vec::new();
        for &(kind, words) in blocks {
            let span = Span::new(text.len(), text.len() + words.len());
            placed.push(Block {
                kind,
                span,
                credit: None,
            });
            text.push_str(words);
            text.push('\n');
        }
        Article::new(text, placed, meta)
    }

    /// Expects the lines of `blocks` at 20 columns.
    #[track_caller]
    fn check(blocks: &[(BlockKind, &str)], meta: Meta, unfolded: bool, expected: &[&str]) {
        let article = article(blocks, meta);
        let sheet = Sheet::new(&article, 20, unfolded);
        let lines = sheet.lines().iter().map(|line| match line.kind {
            LineKind::Block(_) => line.span.of(&article.text).to_owned(),
            LineKind::About => line.span.of(sheet.about()).to_owned(),
            LineKind::Blank => String::new(),
            LineKind::Folded(count) => format!("{count} folded"),
        });
        assert_eq!(lines.collect::<Vec<_>>(), expected);
    }

    const PAGE: [(BlockKind, &str); 6] = [
        (BlockKind::Furniture, "Share"),
        (BlockKind::Furniture, "Print"),
        (BlockKind::Headline, "Old mill to open"),
        (BlockKind::Byline, "By Ann Lee"),
        (BlockKind::Paragraph, "It opens in May, the mayor said."),
        (BlockKind::Furniture, "More stories"),
    ];

    fn by_ann() -> Meta {
        Meta {
            byline: Some("Ann Lee".into()),
            published: Some("2026-05-01T08:30".into()),
            ..Meta::default()
        }
    }

    #[test]
    fn the_headline_comes_first_and_furniture_is_folded_where_it_stands() {
        let expected = [
            "Old mill to open",
            "2026-05-01 08:30 ·",
            "Ann Lee",
            "",
            "2 folded",
            "",
            "It opens in May, the",
            "mayor said.",
            "",
            "1 folded",
        ];
        check(&PAGE, by_ann(), false, &expected);
    }

    #[test]
    fn unfolded_it_shows_every_word_of_the_page() {
        let article = article(&PAGE, by_ann());
        let sheet = Sheet::new(&article, 20, true);
        let shown: usize = sheet
            .lines()
            .iter()
            .map(|line| match line.kind {
                LineKind::Block(_) => line.span.of(&article.text).split_whitespace().count(),
                LineKind::About | LineKind::Blank | LineKind::Folded(_) => 0,
            })
            .sum();
        assert_eq!(shown, article.text.split_whitespace().count());
    }

    #[test]
    fn a_byline_that_says_more_than_the_author_is_shown() {
        let blocks = [
            (
                BlockKind::Byline,
                "By Ann Lee and the weather desk in Seoul",
            ),
            (BlockKind::Paragraph, "Rain."),
        ];
        let meta = Meta {
            byline: Some("Ann Lee".into()),
            ..Meta::default()
        };
        let expected = [
            "Ann Lee",
            "",
            "By Ann Lee and the",
            "weather desk in",
            "Seoul",
            "",
            "Rain.",
        ];
        check(&blocks, meta, false, &expected);
    }

    #[test]
    fn a_place_in_the_text_is_found_on_its_line() {
        let article = article(&PAGE, by_ann());
        let sheet = Sheet::new(&article, 20, false);
        let line = |words: &str| sheet.line_at(article.text.find(words).unwrap());
        assert_eq!([line("mill"), line("opens"), line("said")], [0, 6, 7]);
        assert!(sheet.is_folded(article.text.find("Print").unwrap()));
        assert!(!sheet.is_folded(article.text.find("May").unwrap()));
        assert_eq!(sheet.line_at(usize::MAX), 9);
    }
}
