//! A byte range into the text of an article.

use serde::{Deserialize, Serialize};

/// A byte range `[start, end)` into an article's text, on `char` boundaries.
///
/// Columns and character counts are never kept in a span; they exist only where
/// text is wrapped, matched or leaves the program.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// Makes the span `[start, end)`; an end before the start gives an empty span.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// The words of `text` under this span; empty when the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing lies under the span.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `at` lies inside; the end does not.
    pub fn contains(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether all of `other` lies inside.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether each covers more than half of the other: two analyses may draw one
    /// passage a little differently.
    pub fn is_roughly(self, other: Span) -> bool {
        let end = self.end.min(other.end);
        let shared = end.saturating_sub(self.start.max(other.start));
        2 * shared > self.len().max(other.len())
    }

    /// Whether at least one byte is shared.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span moved `by` bytes towards the end.
    pub fn shift(self, by: usize) -> Self {
        Self {
            start: self.start + by,
            end: self.end + by,
        }
    }

    /// The span without white space at its ends.
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_under_a_span_are_the_articles_own() {
        assert_eq!(Span::new(3, 8).of("ab ça va"), "ça v");
    }

    #[test]
    fn a_span_that_cuts_a_letter_is_empty_not_a_panic() {
        assert_eq!(Span::new(0, 1).of("é"), "");
    }

    #[test]
    fn trimming_keeps_the_words() {
        assert_eq!(Span::new(0, 6).trimmed("  ab  "), Span::new(2, 4));
    }
}
