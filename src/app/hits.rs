//! Where the words of a query stand in a text: the marks of the reader.

use crate::model::Span;

/// Finds the words of `query` in `text`, in text order, not overlapping.
pub fn hits(query: &str, text: &str) -> Vec<Span> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let lower = text.to_lowercase();
    if words.is_empty() || lower.len() != text.len() {
        return Vec::new();
    }
    let mut found: Vec<Span> = words
        .iter()
        .flat_map(|word| lower.match_indices(word.as_str()))
        .map(|(at, word)| Span::new(at, at + word.len()))
        .filter(|span| text.is_char_boundary(span.start) && text.is_char_boundary(span.end))
        .collect();
    found.sort();
    found.dedup_by(|next, kept| kept.overlaps(*next));
    found
}
