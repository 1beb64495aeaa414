//! One line of input, scrolled so that the cursor is seen.

use unicode_segmentation::UnicodeSegmentation;

use super::paint::{self, Canvas};
use crate::app::line::Line;
use crate::app::shape::Area;

/// Draws a prompt, `line` and what stands on the right of it into the first
/// row of `area`, and puts the cursor of the terminal into the line.
pub fn draw(prompt: &'static str, line: &Line, right: &str, area: Area, canvas: &mut Canvas) {
    draw_inside((prompt, ""), line, right, area, canvas);
}

/// The same with words before the line that cannot be edited.
pub fn draw_inside(
    (prompt, words): (&'static str, &str),
    line: &Line,
    right: &str,
    area: Area,
    canvas: &mut Canvas,
) {
    let theme = canvas.theme();
    let kept = paint::columns(right).min(usize::from(area.width) / 2);
    let mut pen = canvas.pen(area, 0);
    pen.keep_free(kept).own(prompt, theme.head);
    let room = pen.room() / 2;
    pen.fit_into(words, room, theme.text);
    let after = line.text().get(line.before().len()..).unwrap_or_default();
    // One cell for the cursor itself.
    let before = tail(line.before(), pen.room().saturating_sub(1));
    // What a letter would replace stands before the cursor, and is seen as such.
    let style = match line.suggested().is_empty() {
        true => theme.text,
        false => theme.suggested,
    };
    pen.text(before, style);
    pen.put_cursor().text(after, theme.text);
    let mut pen = canvas.pen(area, 0);
    let gap = pen.room().saturating_sub(kept);
    pen.skip(gap).fit(right, theme.text);
}

/// The longest end of `words` that fits into `room` columns.
fn tail(words: &str, room: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in words.grapheme_indices(true).rev() {
        used += paint::columns(grapheme);
        if used > room {
            return &words[at + grapheme.len()..];
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_long_line_is_seen() {
        assert_eq!(tail("border talks", 5), "talks");
        assert_eq!(tail("한반도", 5), "반도");
        assert_eq!(tail("", 0), "");
    }
}
