//! What one cell looks like, and whether its text may go out.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::text::display::ascii;
use crate::text::width::of_grapheme;
use crate::tui::detect::Abilities;
use crate::tui::links::{LinkId, Links};

/// Attributes that show on a blank as well.
const SHOWN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// Colours and attributes of a cell, or of what the terminal prints next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    pub fg: Color,
    pub bg: Color,
    pub modifier: Modifier,
    /// The page that it leads to.
    pub link: LinkId,
}

impl Look {
    /// Whether a blank printed so looks like an erased cell.
    pub fn is_bare(self) -> bool {
        self.bg == Color::Reset && self.link.is_none() && !self.modifier.intersects(SHOWN_ON_BLANK)
    }
}

/// What one cell of the screen shows.
///
/// The right half of a wide character is a glyph with an empty symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph<'a> {
    pub symbol: &'a str,
    pub look: Look,
}

impl Glyph<'_> {
    /// Whether it looks like an erased cell.
    pub fn is_blank(&self) -> bool {
        self.symbol == " " && self.look.is_bare()
    }

    /// Whether two glyphs look alike: the colour of a blank is not seen.
    pub fn looks_like(&self, other: &Glyph<'_>) -> bool {
        self == other || (self.is_blank() && other.is_blank())
    }

    /// Whether terminals disagree about its columns: joined and modified emoji,
    /// flags, variation selectors, and emoji newer than some terminals' tables.
    pub fn is_doubtful(&self) -> bool {
        if self.symbol.len() == 1 {
            return false;
        }
        let alone: usize = self
            .symbol
            .chars()
            .map(|c| of_grapheme(c.encode_utf8(&mut [0; 4])))
            .sum();
        alone != of_grapheme(self.symbol)
            || self.symbol.chars().any(|c| is_emoji(c) || is_selector(c))
    }
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}')
}

fn is_selector(c: char) -> bool {
    matches!(
        c,
        '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{ff9e}' | '\u{ff9f}'
    )
}

/// Resolves a row of ratatui's cells into what the terminal shows.
///
/// Cells under the right half of a wide character are covered, whatever they
/// hold. A wide character that does not fit into the row is a blank, since it
/// would wrap. Without `letters` everything is ASCII. Text that is not safe becomes a question mark: the views make
/// all text safe, and this is the second lock on the same door.
pub(super) fn resolve(row: &[Cell], able: Abilities) -> Vec<Glyph<'_>> {
    let mut glyphs = Vec::with_capacity(row.len());
    while let Some(cell) = row.get(glyphs.len()) {
        let look = look_of(cell, able.colour);
        let (symbol, columns) = fit(cell.symbol(), row.len() - glyphs.len());
        let symbol = match able.letters {
            true => symbol,
            false => ascii(symbol),
        };
        glyphs.push(Glyph { symbol, look });
        glyphs.extend((1..columns).map(|_| Glyph { symbol: "", look }));
    }
    glyphs
}

/// The same glyphs of row `y`, some of them links.
pub(super) fn linked<'a>(mut glyphs: Vec<Glyph<'a>>, y: u16, links: &Links) -> Vec<Glyph<'a>> {
    for (x, glyph) in (0..).zip(&mut glyphs) {
        glyph.look.link = links.at(x, y);
    }
    glyphs
}

/// The symbol as it may go out, and its columns.
fn fit(symbol: &str, room: usize) -> (&str, usize) {
    if let [byte] = symbol.as_bytes() {
        return if byte.is_ascii_control() {
            ("?", 1)
        } else {
            (symbol, 1)
        };
    }
    if symbol.chars().any(is_unsafe) {
        return ("?", 1);
    }
    match of_grapheme(symbol) {
        0 => (" ", 1),
        columns if columns > room => (" ", 1),
        columns => (symbol, columns),
    }
}

/// Whether a character may never reach a terminal: control characters begin
/// sequences, bidirectional controls and separators rearrange the line.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

fn look_of(cell: &Cell, colour: bool) -> Look {
    let (fg, bg) = if colour {
        (cell.fg, cell.bg)
    } else {
        (Color::Reset, Color::Reset)
    };
    Look {
        fg,
        bg,
        modifier: cell.modifier,
        link: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(symbols: &[&str], expected: &[&str]) {
        let row: Vec<Cell> = symbols
            .iter()
            .map(|symbol| {
                let mut cell = Cell::default();
                cell.set_symbol(symbol);
                cell
            })
            .collect();
        let shown: Vec<_> = resolve(&row, Abilities::ALL)
            .iter()
            .map(|glyph| glyph.symbol)
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn what_stands_under_a_wide_character_is_covered() {
        check(&["a", "漢", "x", "b"], &["a", "漢", "", "b"]);
    }

    #[test]
    fn a_wide_character_in_the_last_column_is_a_blank() {
        check(&["a", "漢"], &["a", " "]);
    }

    #[test]
    fn text_that_is_not_safe_becomes_a_question_mark() {
        check(
            &["\u{1b}", "\u{9b}", "a\u{7}", "\u{202e}", "\u{2028}"],
            &["?"; 5],
        );
        check(&["\u{7f}", "b"], &["?", "b"]);
    }

    #[test]
    fn text_without_columns_is_a_blank() {
        check(&["", "\u{301}", "\u{200b}"], &[" "; 3]);
    }

    #[test]
    fn widths_that_terminals_dispute_are_doubtful_and_letters_are_not() {
        let doubtful = |symbol| {
            Glyph {
                symbol,
                look: Look::default(),
            }
            .is_doubtful()
        };
        for symbol in ["👩\u{200d}🔬", "🇰🇷", "❤\u{fe0f}", "👍🏽", "🫠"] {
            assert!(doubtful(symbol), "{symbol:?}");
        }
        for symbol in ["a", "é", "e\u{301}", "漢", "“", "한", "─"] {
            assert!(!doubtful(symbol), "{symbol:?}");
        }
    }
}
