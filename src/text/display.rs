//! Text to safe cells.
//!
//! Article text, names, addresses and file names come from strangers. What
//! leaves this module holds no control character, no letter that changes the
//! direction of others, and nothing invisible except joiners that a script
//! needs; what was left out is counted, so that a reader can be told.

mod ascii;
mod letter;

pub use ascii::ascii;

use crate::model::Span;

use letter::{Letter, Letters};

/// Text that is safe to put into terminal cells, with the way back to the
/// text it was made from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    text: String,
    /// Letters that are not drawn.
    hidden: usize,
    /// Where both texts part, in order; empty when they are equal.
    changes: Vec<Change>,
}

/// A stretch of the original text and what is shown for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Change {
    original: Span,
    shown: Span,
}

/// How control characters are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Controls {
    /// Pictures such as `␛`.
    #[default]
    Pictures,
    /// `^[`, for terminals and fonts without the pictures.
    Carets,
}

/// Makes `text` safe to show, with pictures for control characters.
pub fn display(text: &str) -> Shown {
    display_as(text, Controls::Pictures)
}

/// Makes `text` safe to show.
///
/// Line ends, tabs and other white space become spaces, one for each.
/// Applied to what it made it changes nothing.
pub fn display_as(text: &str, controls: Controls) -> Shown {
    if super::width::is_plain(text) {
        return Shown {
            text: text.to_owned(),
            ..Shown::default()
        };
    }
    let mut shown = Shown {
        text: String::with_capacity(text.len()),
        ..Shown::default()
    };
    let mut letters = Letters::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        let (plain, after) = rest.split_at(super::width::plain_prefix(rest));
        if let Some(last) = plain.chars().next_back() {
            shown.text.push_str(plain);
            letters.pass(last);
            rest = after;
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        let letter = letters.next(c, rest);
        shown.push(at, c, letter, controls);
    }
    shown
}

/// Where letters of `text` are not drawn and may deceive, one span for each run of them.
pub fn hidden(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    let mut letters = Letters::default();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let after = text.get(end..).unwrap_or_default();
        if letters.next(c, after) != Letter::Hidden {
            continue;
        }
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = end,
            None => runs.push(Span::new(at, end)),
        }
    }
    runs
}

/// `text` as one safe line for a terminal outside the interface: line ends
/// and tabs are drawn too, so that nothing can forge a second line.
pub fn safe_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for piece in text.split_inclusive(is_line_mark) {
        let end = piece.chars().next_back().filter(|&c| is_line_mark(c));
        let words = piece.trim_end_matches(is_line_mark);
        line.push_str(display(words).as_str());
        line.extend(end.map(letter::picture));
    }
    line
}

fn is_line_mark(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}')
}

impl Shown {
    /// The safe text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Columns it takes.
    pub fn width(&self) -> usize {
        super::width::width(&self.text)
    }

    /// How many letters of the original are not drawn and may deceive:
    /// direction marks, zero-width letters, piled-up accents.
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// Where a span of the original text stands in the safe text. Empty when
    /// nothing of it is drawn.
    pub fn shown(&self, original: Span) -> Span {
        let map = |at| self.map(at, |change| (change.original, change.shown));
        let end = self.text.len();
        Span::new(map(original.start).min(end), map(original.end).min(end))
    }

    /// Which part of the original text a span of the safe text stands for.
    pub fn original(&self, shown: Span) -> Span {
        let map = |at| self.map(at, |change| (change.shown, change.original));
        Span::new(map(shown.start), map(shown.end))
    }

    /// The longest beginning of at most `columns` columns, ended by `…` when
    /// something is left out.
    pub fn cut(&self, columns: usize) -> Shown {
        let (end, _) = super::width::prefix(&self.text, columns);
        if end == self.text.len() {
            return self.clone();
        }
        let (end, _) = super::width::prefix(&self.text, columns.saturating_sub(1));
        let mut text = self.text.get(..end).unwrap_or_default().to_owned();
        if columns > 0 {
            text.push('…');
        }
        let inside = |change: &&Change| change.shown.end <= end;
        Shown {
            text,
            hidden: self.hidden,
            changes: self.changes.iter().filter(inside).copied().collect(),
        }
    }

    fn map(&self, at: usize, sides: impl Fn(&Change) -> (Span, Span)) -> usize {
        let before = self.changes.partition_point(|c| sides(c).0.start <= at);
        let Some(change) = before.checked_sub(1).and_then(|i| self.changes.get(i)) else {
            return at;
        };
        let (from, to) = sides(change);
        if at < from.end {
            to.start
        } else {
            to.end + (at - from.end)
        }
    }

    fn push(&mut self, at: usize, c: char, letter: Letter, controls: Controls) {
        let start = self.text.len();
        match letter {
            Letter::Same => {
                self.text.push(c);
                return;
            }
            Letter::As(other) => self.text.push(other),
            Letter::Control => self.push_control(c, controls),
            Letter::Marked => {
                self.text.push(letter::BASE);
                self.text.push(c);
            }
            Letter::Quiet => {}
            Letter::Hidden => self.hidden += 1,
        }
        let change = Change {
            original: Span::new(at, at + c.len_utf8()),
            shown: Span::new(start, self.text.len()),
        };
        if change.original.len() != change.shown.len() {
            self.changes.push(change);
        }
    }

    fn push_control(&mut self, c: char, controls: Controls) {
        // A control character of the upper half is an escape and a letter.
        let code = u32::from(c);
        let second = (code >= 0x80)
            .then(|| char::from_u32(code - 0x40))
            .flatten();
        let first = if second.is_some() { '\u{1b}' } else { c };
        match controls {
            Controls::Pictures => self.text.push(letter::picture(first)),
            Controls::Carets => {
                self.text.push('^');
                let caret = char::from_u32(u32::from(first) ^ 0x40);
                self.text.extend(caret.filter(char::is_ascii_graphic));
            }
        }
        self.text.extend(second);
    }
}

#[cfg(test)]
mod tests;
