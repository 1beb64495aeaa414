//! The one place where text becomes cells.
//!
//! Words of articles, files and people go through [`display`] here and nowhere
//! else, so that no view can forget it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

pub use super::cut::{columns, cut, hidden};
use crate::app::keymap::{Key, Keymap, Mode};
use crate::app::pointer::Target;
use crate::app::screen::Focus;
use crate::app::shape::Area;
use crate::model::Span;
use crate::text::bidi;
use crate::text::display::display;
use crate::text::width::width;
use crate::tui::links::Links;
use crate::tui::theme::{Signs, Theme};

/// What a frame holds beside its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extras {
    /// What a click means, the front one last.
    pub targets: Vec<(Rect, Target)>,
    /// Which cells are links.
    pub links: Links,
}

/// The cells of one frame, and how things look on them.
pub struct Canvas<'a> {
    theme: &'a Theme,
    buffer: &'a mut Buffer,
    cursor: Option<(u16, u16)>,
    extras: Extras,
    keys: (Keymap, Mode),
}

impl<'a> Canvas<'a> {
    /// Draws with `theme` into `buffer`.
    pub fn new(theme: &'a Theme, buffer: &'a mut Buffer) -> Self {
        if theme.ground != Style::new() {
            buffer.set_style(buffer.area, theme.ground);
        }
        Self {
            theme,
            buffer,
            cursor: None,
            extras: Extras::default(),
            keys: (Keymap::default(), Mode::List),
        }
    }

    /// The same where keys do this on the screen that is drawn.
    pub fn with_keys(self, keys: (Keymap, Mode)) -> Self {
        Self { keys, ..self }
    }

    /// Words of ours with the key of every command that they name as in `{sort}`.
    pub fn told(&self, words: &str) -> String {
        self.keys.0.told(words, self.keys.1)
    }

    /// What a click does, and which cells are links.
    pub fn extras(self) -> Extras {
        self.extras
    }

    /// From now on a click below what is drawn does nothing.
    pub fn stand_in_front(&mut self) {
        self.extras.targets.clear();
    }

    /// A click on `area` means `target`, unless something is drawn over it.
    pub fn target(&mut self, area: Area, target: Target) {
        self.extras.targets.push((rect(area), target));
    }

    /// A click on this row of `area`, and on so many below it, means `target`.
    pub fn row_target(&mut self, area: Area, (row, rows): (usize, usize), target: Target) {
        let cut = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
        let (_, below) = area.split_rows(cut(row));
        self.target(below.split_rows(cut(rows)).0, target);
    }

    /// A click on so many rows of `area` selects the item that is `nth` of a list where
    /// `at` is selected.
    pub fn item(
        &mut self,
        (area, row, rows): (Area, usize, usize),
        (nth, at): (usize, usize),
        pane: Option<Focus>,
    ) {
        let signed = |at: usize| isize::try_from(at).unwrap_or(isize::MAX);
        let target = Target::Row {
            pane,
            down: signed(nth) - signed(at),
            right: 0,
        };
        self.row_target(area, (row, rows), target);
    }

    /// The first `columns` cells of this row are a link to a page.
    pub fn link(&mut self, area: Area, (row, columns): (usize, usize), page: &str) {
        let area = rect(area).intersection(self.buffer.area);
        let y = area
            .y
            .saturating_add(u16::try_from(row).unwrap_or(u16::MAX));
        let columns = u16::try_from(columns).unwrap_or(u16::MAX).min(area.width);
        if y < area.bottom() {
            self.extras.links.put(y, (area.x, area.x + columns), page);
        }
    }

    /// How things look.
    pub fn theme(&self) -> &'a Theme {
        self.theme
    }

    /// Where the cursor of the terminal belongs: in an input, else beside what
    /// is selected, where it is not seen but followed by screen readers.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        self.cursor
    }

    /// Writes on row `row` of `area`; what lies outside of it is never touched.
    pub fn pen(&mut self, area: Area, row: usize) -> Pen<'_> {
        let seen = rect(area).intersection(self.buffer.area);
        let y = usize::from(area.y).saturating_add(row);
        let inside = row < usize::from(area.height) && y < usize::from(seen.bottom());
        Pen {
            theme: self.theme,
            buffer: self.buffer,
            cursor: &mut self.cursor,
            targets: &mut self.extras.targets,
            x: seen.x,
            y: u16::try_from(y).unwrap_or(u16::MAX),
            end: if inside { seen.right() } else { seen.x },
        }
    }

    /// Makes every cell of `area` blank.
    pub fn clear(&mut self, area: Area) {
        let area = rect(area).intersection(self.buffer.area);
        self.extras.targets.push((area, Target::Nothing));
        self.extras.links.clear(area);
        for y in area.top()..area.bottom() {
            // Half of a wide letter cannot be shown.
            if area.left() > 0 && width(self.buffer[(area.left() - 1, y)].symbol()) > 1 {
                self.buffer[(area.left() - 1, y)].reset();
            }
            for x in area.left()..area.right() {
                self.buffer[(x, y)].reset();
                self.buffer[(x, y)].set_style(self.theme.ground);
            }
        }
    }

    /// Fills `area` with a sign of one column.
    pub fn fill(&mut self, area: Area, sign: &'static str, style: Style) {
        let area = rect(area).intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.buffer.set_stringn(x, y, sign, 1, style);
            }
        }
    }
}

/// Writes pieces of one row from left to right.
pub struct Pen<'a> {
    theme: &'a Theme,
    buffer: &'a mut Buffer,
    cursor: &'a mut Option<(u16, u16)>,
    targets: &'a mut Vec<(Rect, Target)>,
    x: u16,
    y: u16,
    end: u16,
}

/// How words with marks look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Outside of marks.
    pub plain: Style,
    /// Inside of them.
    pub marked: Style,
}

impl<'a> Pen<'a> {
    /// How things look.
    pub fn theme(&self) -> &'a Theme {
        self.theme
    }

    /// What frames and lists are made of.
    pub fn signs(&self) -> &'a Signs {
        &self.theme.signs
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

    /// Keeps `columns` columns at the end of the row free.
    pub fn keep_free(&mut self, columns: usize) -> &mut Self {
        let columns = u16::try_from(columns.min(self.room())).unwrap_or(0);
        self.end -= columns;
        self
    }

    /// Takes back what was kept free.
    pub fn give_back(&mut self, columns: usize) -> &mut Self {
        self.end += u16::try_from(columns).unwrap_or(0);
        self
    }

    /// Writes words of ours.
    pub fn own(&mut self, words: &'static str, style: Style) -> &mut Self {
        self.write(words, style)
    }

    /// Writes words of somebody else, cut hard at the end of the row.
    pub fn text(&mut self, words: &str, style: Style) -> &mut Self {
        if self.theme.orders && bidi::is_mixed(words) {
            let whole = Span::new(0, words.len());
            return self.ordered((words, whole), |_| style);
        }
        self.write(display(words).as_str(), style)
    }

    /// Writes words of somebody else into what is left of the row; what does
    /// not fit is cut between words where that is possible, and a sign says so.
    pub fn fit(&mut self, words: &str, style: Style) -> &mut Self {
        self.fit_into(words, self.room(), style)
    }

    /// The same within `columns` columns.
    pub fn fit_into(&mut self, words: &str, columns: usize, style: Style) -> &mut Self {
        let look = Look {
            plain: style,
            marked: style,
        };
        self.marked(words, &[], columns, look)
    }

    /// The same, and goes on after `columns` columns.
    pub fn column(&mut self, words: &str, columns: usize, style: Style) -> &mut Self {
        let columns = columns.min(self.room());
        let before = self.room();
        self.fit_into(words, columns, style);
        self.skip(columns.saturating_sub(before - self.room()))
    }

    /// The same as [`Pen::fit_into`], with `marks` in another style.
    pub fn marked(&mut self, words: &str, marks: &[Span], columns: usize, look: Look) -> &mut Self {
        let columns = columns.min(self.room());
        let more = self.theme.signs.more;
        let (kept, is_cut) = cut(words, columns, width(more));
        let style_at = |at| match marks.iter().any(|mark| mark.contains(at)) {
            true => look.marked,
            false => look.plain,
        };
        // What is left out follows the last letter, wherever that is seen.
        let before = self.theme.orders && is_cut && bidi::is_leftwards(words);
        let sign = if is_cut && columns > 0 { more } else { "" };
        match before {
            true => self.own(sign, look.plain).runs(kept, style_at),
            false => self.runs(kept, style_at).own(sign, look.plain),
        }
    }

    /// Writes words of somebody else; `style_at` tells the style at a byte of them.
    pub fn runs(&mut self, words: &str, style_at: impl Fn(usize) -> Style) -> &mut Self {
        self.line((words, Span::new(0, words.len())), style_at)
    }

    /// The same of a `line` of a paragraph, whose direction counts for all of its lines;
    /// `style_at` tells the style at a byte of the paragraph.
    pub fn line(
        &mut self,
        (paragraph, line): (&str, Span),
        style_at: impl Fn(usize) -> Style,
    ) -> &mut Self {
        let words = line.of(paragraph);
        if self.theme.orders && bidi::is_mixed(words) {
            return self.ordered((paragraph, line), style_at);
        }
        let mut start = 0;
        let mut style = style_at(line.start);
        for (at, _) in words.grapheme_indices(true) {
            let next = style_at(line.start + at);
            if next != style {
                self.write(display(&words[start..at]).as_str(), style);
                (start, style) = (at, next);
            }
        }
        self.write(display(&words[start..]).as_str(), style)
    }

    // In the order in which it is seen, letter by letter: marks stay with their letters.
    fn ordered(
        &mut self,
        (paragraph, line): (&str, Span),
        style_at: impl Fn(usize) -> Style,
    ) -> &mut Self {
        for run in bidi::seen(paragraph, line) {
            let words = run.span.of(paragraph);
            let mut letters: Vec<(usize, &str)> = words.grapheme_indices(true).collect();
            if run.leftwards {
                letters.reverse();
            }
            for (at, letter) in letters {
                let seen = match run.leftwards {
                    true => bidi::mirrored(letter),
                    false => letter,
                };
                self.write(display(seen).as_str(), style_at(run.span.start + at));
            }
        }
        self
    }

    /// Writes the name of the value that follows, where it is read aloud.
    pub fn label(&mut self, name: &'static str) -> &mut Self {
        match self.theme.signs.labels {
            true => {
                let style = self.theme.text;
                self.own(name, style).own(": ", style)
            }
            false => self,
        }
    }

    /// Whether values have their names before them.
    pub fn labels(&self) -> bool {
        self.theme.signs.labels
    }

    /// A click on the last `columns` cells written means a key; `from` is the room there
    /// was before them.
    pub fn press(&mut self, (from, columns): (usize, usize), key: Key) {
        let written = from.saturating_sub(self.room()).max(columns);
        let cells = u16::try_from(written).unwrap_or(0);
        let area = Rect::new(self.x.saturating_sub(cells), self.y, cells, 1);
        self.targets.push((area, Target::Press(key, 1)));
    }

    /// Writes words at the right end of the row.
    pub fn right(&mut self, words: &str, style: Style) -> &mut Self {
        let gap = self.room().saturating_sub(columns(words));
        self.skip(gap).text(words, style)
    }

    /// Writes the sign of a selected row, or a blank.
    pub fn sign(&mut self, selected: bool) -> &mut Self {
        match selected {
            true => self.own(">", self.theme.selected),
            false => self.own(" ", self.theme.text),
        }
    }

    /// Puts the cursor of the terminal where the pen is.
    pub fn put_cursor(&mut self) -> &mut Self {
        if self.x < self.end {
            *self.cursor = Some((self.x, self.y));
        }
        self
    }

    fn write(&mut self, safe: &str, style: Style) -> &mut Self {
        let room = self.room();
        if room > 0 {
            (self.x, _) = self.buffer.set_stringn(self.x, self.y, safe, room, style);
        }
        self
    }
}

fn rect(area: Area) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height)
}

/// Which item of how many: `2/12`, and `2 of 12` where it is read aloud.
pub fn nth_of(nth: usize, count: usize, signs: &Signs) -> String {
    match signs.labels {
        true => format!("{nth} of {count}"),
        false => format!("{nth}/{count}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pen_stays_in_its_area() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 2));
        let area = Area::new(1, 0, 3, 9);
        let theme = Theme::mono();
        let mut canvas = Canvas::new(&theme, &mut buffer);
        canvas.pen(area, 0).text("한국어", theme.text);
        canvas.pen(area, 1).text("abcdef", theme.text);
        canvas.pen(area, 7).text("below", theme.text);
        let row = |y| (0..6).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        assert_eq!(
            [row(0), row(1)],
            [" 한    ".to_owned(), " abc  ".to_owned()]
        );
    }

    #[test]
    fn marks_stay_on_the_letters_that_run_from_right_to_left() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        let theme = Theme::mono();
        let words = "אבג דה";
        let marked = Span::new(0, "אבג".len());
        let style_at = |at| match marked.contains(at) {
            true => theme.hit,
            false => theme.text,
        };
        let mut canvas = Canvas::new(&theme, &mut buffer);
        canvas.pen(Area::new(0, 0, 12, 1), 0).runs(words, style_at);
        let row: String = (0..6).map(|x| buffer[(x, 0)].symbol()).collect();
        assert_eq!(row, "הד גבא");
        let hits = (0..6).filter(|&x| buffer[(x, 0)].modifier == theme.hit.add_modifier);
        assert_eq!(hits.collect::<Vec<u16>>(), [3, 4, 5]);
    }

    #[test]
    fn a_terminal_that_orders_text_gets_it_as_it_is() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        let theme = Theme {
            orders: false,
            ..Theme::mono()
        };
        let mut canvas = Canvas::new(&theme, &mut buffer);
        canvas.pen(Area::new(0, 0, 6, 1), 0).text("אבג", theme.text);
        let row: String = (0..3).map(|x| buffer[(x, 0)].symbol()).collect();
        assert_eq!(row, "אבג");
    }

    #[test]
    fn a_control_character_never_reaches_a_cell() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        let area = Area::new(0, 0, 20, 1);
        let theme = Theme::mono();
        let mut canvas = Canvas::new(&theme, &mut buffer);
        canvas
            .pen(area, 0)
            .fit("a\u{1b}]52;c\u{7}b\u{9b}c", theme.text);
        for cell in buffer.content() {
            assert!(!cell.symbol().contains(char::is_control));
        }
    }
}
