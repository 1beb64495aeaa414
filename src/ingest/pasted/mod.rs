//! The shape of a page pasted into a text file: furniture, headline, standfirst,
//! author and date, captions, paragraphs, closing credit.
//!
//! Every line gets a kind; no line is dropped or altered. What is not
//! recognised is a paragraph, because only a paragraph is never lost.

mod caption;
mod foot;
mod head;
mod source;

use crate::model::{Block, BlockKind, Format, Meta, Span};

use super::furniture::{self, Furniture};
use super::lines::{Line, lines};

/// A text divided into blocks, and what the page says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// The blocks in order.
    pub blocks: Vec<Block>,
    /// Headline, date, byline, source and address as printed; no language.
    pub meta: Meta,
}

/// Finds the blocks of `text`. A record that knows its `headline` says where.
pub fn shape(text: &str, headline: Option<Span>) -> Shape {
    let mut sheet = Sheet::new(text);
    sheet.meta.headline = headline;
    head::mark(&mut sheet);
    foot::mark(&mut sheet);
    sheet.mark_captions();
    source::name(&mut sheet);
    sheet.into_shape()
}

/// The lines of a text while their kinds are being found.
struct Sheet<'t> {
    text: &'t str,
    lines: Vec<Line>,
    kinds: Vec<Option<BlockKind>>,
    credits: Vec<Option<Span>>,
    /// Which lines are furniture by their words.
    furniture: Vec<Option<Furniture>>,
    /// The first line after the head.
    body: usize,
    /// Names the page gives itself at its top, to find the outlet.
    masthead: Option<Span>,
    meta: Meta,
}

impl<'t> Sheet<'t> {
    fn new(text: &'t str) -> Self {
        let lines = lines(text);
        let furniture: Vec<_> = lines
            .iter()
            .map(|line| furniture::furniture(line.span.of(text)))
            .collect();
        Self {
            text,
            kinds: vec![None; lines.len()],
            credits: vec![None; lines.len()],
            furniture,
            lines,
            body: 0,
            masthead: None,
            meta: Meta::default(),
        }
    }

    fn line(&self, i: usize) -> &'t str {
        self.lines.get(i).map_or("", |line| line.span.of(self.text))
    }

    fn is_open(&self, i: usize) -> bool {
        self.kinds.get(i).is_some_and(Option::is_none)
    }

    fn set(&mut self, i: usize, kind: BlockKind) {
        if let Some(slot) = self.kinds.get_mut(i) {
            *slot = Some(kind);
        }
    }

    /// A span of line `i` as a span of the text.
    fn within(&self, i: usize, span: Span) -> Span {
        span.shift(self.lines.get(i).map_or(0, |line| line.span.start))
    }

    /// The last line that nothing else is known about.
    fn last_open(&self) -> Option<usize> {
        (self.body..self.lines.len())
            .rev()
            .find(|&i| self.is_open(i))
    }

    fn mark_captions(&mut self) {
        let last = self.last_open();
        for i in self.body..self.lines.len() {
            let line = self.line(i);
            let credit = caption::sure(line).filter(|_| self.is_open(i));
            // The last paragraph ends in the agency's name more often than in
            // that of a photographer.
            let credit = credit.filter(|c| Some(i) != last || !caption::is_agency_only(c.of(line)));
            if let Some(credit) = credit {
                self.set(i, BlockKind::Caption);
                self.credits[i] = Some(self.within(i, credit));
                self.mark_above(i);
            }
        }
    }

    /// Marks the words of a caption whose credit stands in a line of its own.
    fn mark_above(&mut self, i: usize) {
        let joined = self.lines.get(i).is_some_and(|line| !line.apart);
        let Some(above) = i
            .checked_sub(1)
            .filter(|_| joined && caption::is_credit_only(self.line(i)))
        else {
            return;
        };
        let line = self.line(above);
        let headed = self.kinds[above].is_none_or(|kind| kind == BlockKind::Deck);
        if headed && !furniture::ends_sentence(line) {
            self.set(above, BlockKind::Caption);
        }
    }

    fn into_shape(mut self) -> Shape {
        let last = self.last_open();
        let mut blocks = Vec::with_capacity(self.lines.len() + 1);
        for (i, line) in self.lines.iter().enumerate() {
            let closing = caption::closing(self.line(i)).filter(|_| Some(i) == last);
            let closing = closing.map(|span| self.within(i, span));
            let end = closing.map_or(line.span.end, |credit| credit.start);
            let block = Block {
                kind: self.kinds[i].unwrap_or(BlockKind::Paragraph),
                span: Span::new(line.span.start, end).trimmed(self.text),
                credit: self.credits[i],
            };
            let credit = closing.map(|span| Block {
                kind: BlockKind::Credit,
                span,
                credit: None,
            });
            blocks.extend((!block.span.is_empty()).then_some(block));
            blocks.extend(credit);
        }
        if blocks.iter().any(|block| is_of_a_page(block.kind)) {
            self.meta.format = Format::Pasted;
        }
        Shape {
            blocks,
            meta: self.meta,
        }
    }
}

/// Whether text that nobody pasted from a page has no such block.
fn is_of_a_page(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Headline | BlockKind::Deck | BlockKind::Paragraph => false,
        BlockKind::Byline | BlockKind::Caption | BlockKind::Credit | BlockKind::Furniture => true,
    }
}

#[cfg(test)]
mod tests;
