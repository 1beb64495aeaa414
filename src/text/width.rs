//! Columns that text takes in a terminal: the one place that says so.
//!
//! Widths are counted by grapheme, as cells are filled; the width of a text is
//! the sum over its graphemes and does not depend on where it is cut.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns that `text`, safe to show, takes.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.graphemes(true).map(of_grapheme).sum()
}

/// Columns that one grapheme takes.
pub fn of_grapheme(grapheme: &str) -> usize {
    if grapheme.len() == 1 {
        return usize::from(is_plain(grapheme));
    }
    grapheme.width()
}

/// Whether every byte is one column: printable ASCII.
pub fn is_plain(text: &str) -> bool {
    plain_prefix(text) == text.len()
}

/// How many bytes at the beginning are one column each.
pub fn plain_prefix(text: &str) -> usize {
    let other = text.bytes().position(|b| !(b' '..=b'~').contains(&b));
    other.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_take_two_columns_and_marks_none() {
        assert_eq!(width("한결"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("👩\u{200d}🚀"), 2);
        assert_eq!(width("ab"), 2);
    }

    #[test]
    fn the_width_does_not_depend_on_the_cut() {
        let text = "لا إله a한";
        let parts: usize = text.graphemes(true).map(width).sum();
        assert_eq!(width(text), parts);
    }
}
