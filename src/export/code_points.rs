//! Byte spans to code points, the unit of spans that leave the program.

use crate::model::Span;

/// Turns byte spans of one text into `[start, end)` in Unicode code points.
///
/// Code points are the unit of W3C Web Annotation text positions and of Python.
/// Building costs one pass over the text, a lookup a few additions.
#[derive(Debug)]
pub struct CodePoints {
    /// Code points before each block of [`BLOCK`] bytes; empty for ASCII text.
    before: Vec<usize>,
    /// Whether a byte begins a code point, one bit a byte, a word a block.
    begins: Vec<u64>,
}

const BLOCK: usize = 64;

impl CodePoints {
    /// Reads `text`.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self {
                before: Vec::new(),
                begins: Vec::new(),
            };
        }
        let mut before = Vec::with_capacity(text.len() / BLOCK + 2);
        let mut begins = Vec::with_capacity(text.len() / BLOCK + 2);
        let mut count = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            let bits = block
                .iter()
                .enumerate()
                .filter(|&(_, byte)| byte & 0xC0 != 0x80)
                .fold(0u64, |bits, (i, _)| bits | 1 << i);
            before.push(count);
            begins.push(bits);
            count += bits.count_ones() as usize;
        }
        before.push(count);
        begins.push(0);
        Self { before, begins }
    }

    /// The span `[start, end)` in code points.
    pub fn span(&self, span: Span) -> [usize; 2] {
        [self.at(span.start), self.at(span.end)]
    }

    fn at(&self, byte: usize) -> usize {
        match (self.before.get(byte / BLOCK), self.begins.get(byte / BLOCK)) {
            (Some(before), Some(bits)) => {
                let below = bits & ((1u64 << (byte % BLOCK)) - 1);
                before + below.count_ones() as usize
            }
            _ => byte,
        }
    }
}

/// The bytes of the characters `12-34` of `text`; nothing when it has not so many.
pub fn bytes(text: &str, span: &str) -> Option<Span> {
    let (start, end) = span.split_once('-')?;
    let (start, end): (usize, usize) = (start.parse().ok()?, end.parse().ok()?);
    let mut edges = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let first = edges.nth(start)?;
    let last = edges.nth(end.checked_sub(start)?.checked_sub(1)?)?;
    Some(Span::new(first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_position_counts_the_characters_before_it() {
        let text = "aé한“🙂 ".repeat(40);
        let points = CodePoints::new(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.span(Span::new(0, at)), [0, count]);
        }
        assert_eq!(
            points.span(Span::new(0, text.len()))[1],
            text.chars().count()
        );
    }

    #[test]
    fn ascii_needs_no_table() {
        assert_eq!(CodePoints::new("abc").span(Span::new(1, 3)), [1, 3]);
    }
}
