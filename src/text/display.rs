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

/// Text that is safe to put into terminal cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    text: String,
    /// Letters that are not drawn.
    hidden: usize,
}

/// Makes `text` safe to show, with pictures such as `␛` for control characters.
///
/// Line ends, tabs and other white space become spaces, one for each.
/// Applied to what it made it changes nothing.
pub fn display(text: &str) -> Shown {
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
        let (plain, after) = rest.split_at(super::width::plain_prefix(rest));
        if let Some(last) = plain.chars().next_back() {
            shown.text.push_str(plain);
            letters.pass(last);
            rest = after;
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        let letter = letters.next(c, rest);
        shown.push(c, letter);
    }
    shown
}

/// Where letters of `text` are not drawn and may deceive, one span for each run of them.
pub fn hidden(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    let mut letters = Letters::default();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let plain = super::width::plain_prefix(&text[at..]);
        if let Some(last) = text[at..at + plain].chars().next_back() {
            letters.pass(last);
            at += plain;
            continue;
        }
        let end = at + c.len_utf8();
        let after = text.get(end..).unwrap_or_default();
        let start = std::mem::replace(&mut at, end);
        if letters.next(c, after) != Letter::Hidden {
            continue;
        }
        match runs.last_mut().filter(|run| run.end == start) {
            Some(run) => run.end = end,
            None => runs.push(Span::new(start, end)),
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

    fn push(&mut self, c: char, letter: Letter) {
        match letter {
            Letter::Same => self.text.push(c),
            Letter::As(other) => self.text.push(other),
            Letter::Control => self.push_control(c),
            Letter::Marked => {
                self.text.push(letter::BASE);
                self.text.push(c);
            }
            Letter::Quiet => {}
            Letter::Hidden => self.hidden += 1,
        }
    }

    fn push_control(&mut self, c: char) {
        // A control character of the upper half is an escape and a letter.
        let code = u32::from(c);
        let second = (code >= 0x80)
            .then(|| char::from_u32(code - 0x40))
            .flatten();
        let first = if second.is_some() { '\u{1b}' } else { c };
        self.text.push(letter::picture(first));
        self.text.extend(second);
    }
}

#[cfg(test)]
mod tests;
