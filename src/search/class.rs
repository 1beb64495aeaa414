//! How well a word sits in a line: the first and coarsest measure of a hit.
//!
//! A whole word always beats the beginning of one, that the inside of one, and that
//! scattered letters. Only the best of the best class are scored finely.

mod letters;

use memchr::memmem;

pub use self::letters::mask;

use self::letters::{
    are_initials, beginnings, is_joined, last_of, letter_length, letters, rarest, window,
};

use super::query::{How, Pattern};
use super::searchable::{begins_word, ends_word, is_letter};

/// How well a word sits in a line, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Its letters in order, beginning inside a word.
    ScatteredInside,
    /// Its letters in order, beginning with a word; or from six letters the
    /// beginnings of words.
    Scattered,
    /// All of it inside a word; or from three letters the initials of words.
    Inside,
    /// The beginning of a word.
    Beginning,
    /// A whole word.
    Word,
}

/// Whether and how a word sits in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Not, and no word that begins with it does.
    None,
    /// Not, but its letters stand there in order: a longer word may sit there still.
    Spread,
    /// So well.
    Class(Class),
}

/// Separates headline, source and names in a line.
pub const PART: u8 = b'\n';

/// Initials are looked for from this many letters: two stand in every line.
const INITIALS: usize = 3;
/// Joined beginnings ("gulfwest") are looked for from this many letters.
const JOINED: usize = 6;

/// A word made ready to be looked for in many lines.
#[derive(Debug, Clone)]
pub struct Needle {
    bytes: Vec<u8>,
    mask: u64,
    window: usize,
    rarest: usize,
    finder: memmem::Finder<'static>,
    scatters: bool,
    whole: bool,
    grows: bool,
    begins: bool,
    ends: bool,
}

impl Needle {
    /// Makes `pattern` ready.
    pub fn new(pattern: &Pattern) -> Self {
        let bytes = pattern.words.as_bytes().to_vec();
        Self {
            mask: letters(&bytes),
            window: window(&pattern.words),
            rarest: rarest(&bytes),
            finder: memmem::Finder::new(&bytes).into_owned(),
            bytes,
            scatters: pattern.may_scatter(),
            whole: pattern.how == How::Phrase,
            grows: pattern.growing,
            begins: pattern.begins,
            ends: pattern.ends,
        }
    }

    /// The words that are looked for.
    pub fn words(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_default()
    }

    /// Whether a line with this [`mask`] may hold the needle.
    pub fn may_be_in(&self, mask: u64) -> bool {
        mask & self.mask == self.mask
    }

    /// How well the needle sits in `line`, best occurrence wins.
    pub fn class(&self, line: &[u8], mask: u64) -> Option<Class> {
        match self.fit(line, mask) {
            Fit::Class(class) => Some(class),
            Fit::Spread | Fit::None => None,
        }
    }

    /// Whether and how the needle sits in `line`.
    pub fn fit(&self, line: &[u8], mask: u64) -> Fit {
        if !self.may_be_in(mask) {
            return Fit::None;
        }
        if let ([byte @ (b'a'..=b'z' | b'0'..=b'9')], true) = (&self.bytes[..], self.scatters) {
            // A letter that most lines hold: the mask says enough.
            let begins = beginnings(&[*byte]);
            return Fit::Class(match mask & begins == begins {
                true => Class::Beginning,
                false => Class::Inside,
            });
        }
        let together = !self.scatters || self.stands_together(line);
        let class = self
            .written_if(together, line, mask)
            .or_else(|| self.loose_if(together, line, mask));
        match class {
            Some(class) => Fit::Class(class),
            None if self.is_spread_over(line, mask) => Fit::Spread,
            None => Fit::None,
        }
    }

    /// The class when the needle stands in `line` as it is written, or as initials.
    pub fn written(&self, line: &[u8], mask: u64) -> Option<Class> {
        let may = self.may_be_in(mask);
        may.then(|| self.written_if(true, line, mask)).flatten()
    }

    /// The class when only its letters stand there, in order.
    pub fn loose(&self, line: &[u8], mask: u64) -> Option<Class> {
        let may = self.scatters && self.may_be_in(mask);
        may.then(|| self.loose_if(self.stands_together(line), line, mask))
            .flatten()
    }

    /// What is not even there scattered (`together`) cannot stand there whole.
    fn written_if(&self, together: bool, line: &[u8], mask: u64) -> Option<Class> {
        let initials = || {
            let starts = beginnings(&self.bytes);
            self.scatters
                && self.bytes.len() >= INITIALS
                && mask & starts == starts
                && are_initials(&self.bytes, line)
        };
        let literal = together.then(|| self.literal(line)).flatten();
        literal.or_else(|| initials().then_some(Class::Inside))
    }

    fn loose_if(&self, together: bool, line: &[u8], mask: u64) -> Option<Class> {
        if !self.scatters {
            return None;
        }
        let scattered = together.then(|| self.scattered(line)).flatten();
        let joined = || {
            let first = self.bytes.get(..1).map_or(0, beginnings);
            self.bytes.len() >= JOINED && mask & first == first && is_joined(&self.bytes, line)
        };
        // The better of both: joined beginnings begin with a word.
        match scattered {
            Some(Class::Scattered) => scattered,
            other => joined().then_some(Class::Scattered).or(other),
        }
    }

    /// The class by letters that stand exactly so.
    pub fn literal(&self, line: &[u8]) -> Option<Class> {
        let mut best = None;
        for start in self.finder.find_iter(line) {
            let class = self.class_at(line, start);
            best = best.max(class);
            if best == Some(Class::Word) {
                break;
            }
        }
        best
    }

    /// Whether all bytes stand in order within the window somewhere in `line`.
    ///
    /// Begins at the rarest byte and goes to both sides, so that most lines are
    /// done after one search for a byte. What follows may cut a letter of several bytes
    /// or cross the end of a part; [`Needle::scattered`] looks closer.
    fn stands_together(&self, line: &[u8]) -> bool {
        let (before, rest) = self.bytes.split_at(self.rarest);
        let Some((rare, after)) = rest.split_first() else {
            return false;
        };
        memchr::memchr_iter(*rare, line).any(|at| {
            let reach = line.len().min(at + self.window);
            let end = last_of(after.iter(), line[at + 1..reach].iter());
            let Some(end) = end.map(|steps| at + 1 + steps) else {
                return false;
            };
            let from = end.saturating_sub(self.window).min(at);
            last_of(before.iter().rev(), line[from..at].iter().rev()).is_some()
        })
    }

    /// Whether the needle's bytes stand in order in one part of `line`, however far
    /// apart: what every longer needle must fulfil.
    pub fn is_spread_over(&self, line: &[u8], mask: u64) -> bool {
        let mut rest = &self.bytes[..];
        for byte in line {
            match rest.split_first() {
                None => break,
                Some((first, after)) if first == byte => rest = after,
                _ if *byte == PART => rest = &self.bytes,
                _ => {}
            }
        }
        rest.is_empty() && self.may_be_in(mask)
    }

    fn class_at(&self, line: &[u8], start: usize) -> Option<Class> {
        let end = start + self.bytes.len();
        let edge = |at: Option<usize>| at.is_none_or(|at| line.get(at).is_none_or(|b| *b == PART));
        if (self.begins && !edge(start.checked_sub(1))) || (self.ends && !edge(Some(end))) {
            return None;
        }
        // A needle that begins or ends with a sign has its edges there.
        let left = begins_word(line, start) || !is_letter(self.bytes.first());
        let right = ends_word(line, end) || !is_letter(self.bytes.last());
        match (left, right) {
            (true, true) => Some(Class::Word),
            (true, false) if !self.whole || self.grows => Some(Class::Beginning),
            _ if self.whole => None,
            (true, false) => Some(Class::Beginning),
            (false, _) => Some(Class::Inside),
        }
    }

    fn scattered(&self, line: &[u8]) -> Option<Class> {
        let first = *self.bytes.first()?;
        let letter = &self.bytes[..letter_length(first)];
        let mut best = None;
        for start in memchr::memchr_iter(first, line) {
            let end = line.len().min(start + self.window);
            let text = &line[start..end];
            if !self.is_scattered_in(text) || !text.starts_with(letter) {
                continue;
            }
            if begins_word(line, start) {
                return Some(Class::Scattered);
            }
            best = Some(Class::ScatteredInside);
        }
        best
    }

    /// Whether all letters stand in order in `text`, before its part ends.
    fn is_scattered_in(&self, text: &[u8]) -> bool {
        let mut rest = &self.bytes[..];
        for (at, byte) in text.iter().enumerate() {
            let Some(first) = rest.first() else {
                return true;
            };
            if *byte == PART {
                return false;
            }
            // A letter of several bytes stands there whole.
            let length = letter_length(*first);
            if byte == first && (length == 1 || text[at..].starts_with(&rest[..length])) {
                rest = &rest[length..];
            }
        }
        rest.is_empty()
    }
}

#[cfg(test)]
mod tests;
