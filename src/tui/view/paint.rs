//! The one place where text becomes cells.
//!
//! Words of articles, files and people go through [`display`] here and nowhere
//! else, so that no view can forget it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::shape::Area;
use crate::text::display::{Shown, display};
use crate::text::width::width;

/// Writes pieces of one row from left to right.
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    x: u16,
    y: u16,
    end: u16,
}

impl<'a> Pen<'a> {
    /// Writes on row `row` of `area`; what lies outside of it is never touched.
    pub fn new(buffer: &'a mut Buffer, area: Area, row: usize) -> Self {
        let seen = rect(area).intersection(buffer.area);
        let y = usize::from(area.y).saturating_add(row);
        let inside = row < usize::from(area.height) && y < usize::from(seen.bottom());
        Self {
            buffer,
            x: seen.x,
            y: u16::try_from(y).unwrap_or(u16::MAX),
            end: if inside { seen.right() } else { seen.x },
        }
    }

    /// Columns left on the row.
    pub fn room(&self) -> usize {
        usize::from(self.end.saturating_sub(self.x))
    }

    /// Leaves `columns` columns as they are.
    pub fn skip(&mut self, columns: usize) -> &mut Self {
        let columns = u16::try_from(columns.min(self.room())).unwrap_or(0);
        self.x += columns;
        self
    }

    /// Writes words of ours.
    pub fn own(&mut self, words: &'static str, style: Style) -> &mut Self {
        self.write(words, style)
    }

    /// Writes words of somebody else, cut hard at the end of the row.
    pub fn text(&mut self, words: &str, style: Style) -> &mut Self {
        self.shown(&display(words), style)
    }

    /// Writes what is safe already.
    pub fn shown(&mut self, words: &Shown, style: Style) -> &mut Self {
        self.write(words.as_str(), style)
    }

    /// Writes words of somebody else into at most `columns` columns; what does
    /// not fit is cut between words where that is possible, and `more` says so.
    pub fn fit(
        &mut self,
        words: &str,
        columns: usize,
        more: &'static str,
        style: Style,
    ) -> &mut Self {
        let columns = columns.min(self.room());
        let (kept, is_cut) = cut(words, columns, width(more));
        self.text(kept, style);
        if is_cut && columns > 0 {
            self.own(more, style);
        }
        self
    }

    /// Puts the cursor of the terminal where the pen is; for inputs.
    pub fn place(&self) -> (u16, u16) {
        (self.x.min(self.end.saturating_sub(1)), self.y)
    }

    fn write(&mut self, safe: &str, style: Style) -> &mut Self {
        let room = self.room();
        if room > 0 {
            (self.x, _) = self.buffer.set_stringn(self.x, self.y, safe, room, style);
        }
        self
    }
}

/// Columns that words of somebody else take when they are shown.
pub fn columns(words: &str) -> usize {
    display(words).width()
}

/// The longest beginning of `words` that fits into `columns` columns together
/// with a sign of `sign` columns, and whether anything is cut off.
pub fn cut(words: &str, columns: usize, sign: usize) -> (&str, bool) {
    let mut used = 0;
    let mut fits = 0;
    for (at, grapheme) in words.grapheme_indices(true) {
        if used + sign <= columns {
            fits = at;
        }
        used += grapheme_columns(grapheme);
        if used > columns {
            return (at_word(words, fits), true);
        }
    }
    (words, false)
}

// Back to the last border of words, unless that would lose half of the room.
fn at_word(words: &str, end: usize) -> &str {
    let (kept, rest) = words.split_at(end);
    if rest.starts_with(char::is_whitespace) {
        return kept.trim_end();
    }
    match kept.trim_end().rfind(char::is_whitespace) {
        Some(border) if border * 2 >= kept.len() => kept[..border].trim_end(),
        Some(_) | None => kept.trim_end(),
    }
}

fn grapheme_columns(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [b' '..=b'~'] => 1,
        _ => columns(grapheme),
    }
}

/// Makes every cell of `area` blank.
pub fn clear(buffer: &mut Buffer, area: Area) {
    let area = rect(area).intersection(buffer.area);
    for y in area.top()..area.bottom() {
        // Half of a wide letter cannot be shown.
        if area.left() > 0 && width(buffer[(area.left() - 1, y)].symbol()) > 1 {
            buffer[(area.left() - 1, y)].reset();
        }
        for x in area.left()..area.right() {
            buffer[(x, y)].reset();
        }
    }
}

/// Fills `area` with a sign of one column.
pub fn fill(buffer: &mut Buffer, area: Area, sign: &'static str, style: Style) {
    let area = rect(area).intersection(buffer.area);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            buffer.set_stringn(x, y, sign, 1, style);
        }
    }
}

/// The rectangle as the drawing library has it.
pub fn rect(area: Area) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, columns: usize, expected: &str) {
        let (kept, is_cut) = cut(words, columns, 1);
        let more = if is_cut && columns > 0 { "…" } else { "" };
        assert_eq!(format!("{kept}{more}"), expected);
    }

    #[test]
    fn what_fits_is_not_cut() {
        check("Border talks", 12, "Border talks");
        check("", 0, "");
    }

    #[test]
    fn words_are_cut_between_words_where_one_fits() {
        check("Border talks resume", 13, "Border talks…");
        check("Border talks resume", 12, "Border…");
        check("Border talks resume", 8, "Border…");
        check("Grenzgespräche fortgesetzt", 8, "Grenzge…");
        check("A Grenzgespräche", 12, "A Grenzgesp…");
        check("Border", 0, "");
        check("Border", 1, "…");
    }

    #[test]
    fn a_wide_letter_is_never_halved() {
        check("한반도", 6, "한반도");
        check("한반도", 5, "한반…");
        check("한반도", 4, "한…");
        check("한반도", 1, "…");
    }

    #[test]
    fn a_pen_stays_in_its_area() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 2));
        let area = Area::new(1, 0, 3, 9);
        Pen::new(&mut buffer, area, 0).text("한국어", Style::new());
        Pen::new(&mut buffer, area, 1).text("abcdef", Style::new());
        Pen::new(&mut buffer, area, 7).text("below", Style::new());
        let row = |y| (0..6).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        assert_eq!(
            [row(0), row(1)],
            [" 한    ".to_owned(), " abc  ".to_owned()]
        );
    }

    #[test]
    fn a_control_character_never_reaches_a_cell() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        let area = Area::new(0, 0, 20, 1);
        Pen::new(&mut buffer, area, 0).fit("a\u{1b}]52;c\u{7}b\u{9b}c", 20, "…", Style::new());
        for cell in buffer.content() {
            assert!(!cell.symbol().contains(char::is_control));
        }
    }
}
