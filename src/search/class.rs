//! How well a word sits in a line: the first and coarsest measure of a hit.
//!
//! A whole word always beats the beginning of one, that the inside of one, and that
//! scattered letters. Only the best of the best class are scored finely.

use memchr::memmem;

use super::query::{How, Pattern};
use super::searchable::{begins_word, ends_word};

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

/// Separates headline, source and names in a line.
pub const PART: u8 = b'\n';

/// Words left out at most between two initials.
const LEFT_OUT: usize = 2;
/// Initials are looked for from this many letters: two stand in every line.
const INITIALS: usize = 3;
/// Joined beginnings ("gulfwest") are looked for from this many letters.
const JOINED: usize = 6;

/// A word made ready to be looked for in many lines.
#[derive(Debug, Clone)]
pub struct Needle {
    bytes: Vec<u8>,
    mask: u64,
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
        if !self.may_be_in(mask) {
            return None;
        }
        if let ([byte @ (b'a'..=b'z' | b'0'..=b'9')], true) = (&self.bytes[..], self.scatters) {
            // A letter that most lines hold: the mask says enough.
            let begins = beginnings(&[*byte]);
            return Some(match mask & begins == begins {
                true => Class::Beginning,
                false => Class::Inside,
            });
        }
        self.literal(line).or_else(|| {
            let initials = self.scatters.then(|| self.initials(line, mask)).flatten();
            initials.or_else(|| self.scatters.then(|| self.scattered(line)).flatten())
        })
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

    /// Whether the needle's letters stand in order somewhere in one part of `line`:
    /// what every longer needle must fulfil.
    pub fn is_spread_over(&self, line: &[u8], mask: u64) -> bool {
        self.may_be_in(mask)
            && line.split(|byte| *byte == PART).any(|part| {
                let mut rest = part;
                self.letters()
                    .all(|letter| match find_letter(rest, letter) {
                        Some(at) => {
                            rest = &rest[at + letter.len()..];
                            true
                        }
                        None => false,
                    })
            })
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

    fn initials(&self, line: &[u8], mask: u64) -> Option<Class> {
        let count = self.bytes.len();
        let starts = beginnings(&self.bytes);
        if count >= INITIALS && mask & starts == starts && are_initials(&self.bytes, line) {
            return Some(Class::Inside);
        }
        let begins = self.bytes.first().is_some_and(|first| {
            let first = beginnings(&[*first]);
            mask & first == first
        });
        let joined = count >= JOINED && begins && is_joined(&self.bytes, line);
        joined.then_some(Class::Scattered)
    }

    fn scattered(&self, line: &[u8]) -> Option<Class> {
        let mut letters = self.letters();
        let first = letters.next()?;
        let window = match letters.clone().count() + 1 {
            count @ ..=2 => count + 1,
            count => 2 * count,
        };
        // The window counts letters; of other scripts each may take several bytes.
        let window = window * self.bytes.len() / (letters.clone().count() + 1);
        let mut best = None;
        for start in each_letter(line, first) {
            let end = line.len().min(start + window);
            let mut rest = &line[start + first.len()..end.max(start + first.len())];
            let all = letters
                .clone()
                .all(|letter| match find_in_part(rest, letter) {
                    Some(at) => {
                        rest = &rest[at + letter.len()..];
                        true
                    }
                    None => false,
                });
            if all && begins_word(line, start) {
                return Some(Class::Scattered);
            }
            if all {
                best = Some(Class::ScatteredInside);
            }
        }
        best
    }

    /// The letters of the needle, each as its bytes.
    fn letters(&self) -> impl Iterator<Item = &[u8]> + Clone {
        let words = self.words();
        words
            .char_indices()
            .map(|(at, letter)| &self.bytes[at..at + letter.len_utf8()])
    }
}

/// Which letters and digits a line holds and begins words with: bits 0 to 25
/// letters, 26 to 35 digits, 36 to 61 letters that begin a word, 62 a digit that
/// does, 63 anything else that does.
pub fn mask(line: &[u8]) -> u64 {
    let mut mask = letters(line);
    for at in 0..line.len() {
        if begins_word(line, at) {
            mask |= beginnings(&line[at..=at]);
        }
    }
    mask
}

fn letters(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |mask, byte| {
        mask | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << (26 + byte - b'0'),
            _ => 0,
        }
    })
}

fn beginnings(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |mask, byte| {
        mask | match byte {
            b'a'..=b'z' => 1 << (36 + byte - b'a'),
            b'0'..=b'9' => 1 << 62,
            _ => 1 << 63,
        }
    })
}

fn is_letter(byte: Option<&u8>) -> bool {
    byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
}

fn find_letter(text: &[u8], letter: &[u8]) -> Option<usize> {
    match letter {
        [byte] => memchr::memchr(*byte, text),
        _ => memmem::find(text, letter),
    }
}

/// Every place of `letter`.
fn each_letter(text: &[u8], letter: &[u8]) -> impl Iterator<Item = usize> {
    let first = letter.first().copied().unwrap_or_default();
    memchr::memchr_iter(first, text).filter(move |&at| text[at..].starts_with(letter))
}

/// Finds `letter` before the part ends.
fn find_in_part(text: &[u8], letter: &[u8]) -> Option<usize> {
    let at = find_letter(text, letter)?;
    (!text[..at].contains(&PART)).then_some(at)
}

/// Whether the letters are initials of words in order, with few left out between.
fn are_initials(letters: &[u8], line: &[u8]) -> bool {
    // One bit a word; words beyond the 64th of a part do not count.
    line.split(|byte| *byte == PART).any(|part| {
        let starts = (0..part.len()).filter(|&at| begins_word(part, at));
        let initials: Vec<u8> = starts.take(64).map(|at| part[at]).collect();
        let places = |letter: u8| {
            let hits = initials
                .iter()
                .enumerate()
                .filter(|(_, initial)| **initial == letter);
            hits.fold(0_u64, |places, (at, _)| places | 1 << at)
        };
        let mut reached = u64::MAX;
        for (i, letter) in letters.iter().enumerate() {
            let next = match i {
                0 => u64::MAX,
                _ => (0..=LEFT_OUT).fold(0, |next, by| next | (reached << 1) << by),
            };
            reached = next & places(*letter);
            if reached == 0 {
                return false;
            }
        }
        true
    })
}

/// Whether the needle is made of beginnings of words in order, with few left out
/// between: "gulfwest" in "gulf of the west".
fn is_joined(needle: &[u8], line: &[u8]) -> bool {
    line.split(|byte| *byte == PART).any(|part| {
        let starts = (0..part.len()).filter(|&at| begins_word(part, at));
        let words: Vec<&[u8]> = starts.take(64).map(|at| &part[at..]).collect();
        // reached[n]: the words after which the first n letters may end.
        let mut reached = vec![0_u64; needle.len() + 1];
        for (at, word) in words.iter().enumerate() {
            for from in 0..needle.len() {
                let before = reached[from];
                let near = (1..=LEFT_OUT + 1)
                    .any(|by| at.checked_sub(by).is_some_and(|b| before >> b & 1 == 1));
                if from > 0 && !near {
                    continue;
                }
                let same = word.iter().zip(&needle[from..]);
                let length = same
                    .take_while(|(a, b)| a == b && is_letter(Some(a)))
                    .count();
                for reached in reached.iter_mut().skip(from + 1).take(length) {
                    *reached |= 1 << at;
                }
            }
        }
        reached.last().is_some_and(|words| *words != 0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::searchable::searchable;

    #[track_caller]
    fn check(word: &str, line: &str, expected: Option<Class>) {
        let line = searchable(line).text.into_bytes();
        let needle = Needle::new(&Pattern::new(word));
        assert_eq!(needle.class(&line, mask(&line)), expected);
    }

    #[test]
    fn a_whole_word_is_the_best_there_is() {
        check("border", "a borderline; the Border!", Some(Class::Word));
        check("border", "“border”", Some(Class::Word));
        check("5%", "it rose 5% today", Some(Class::Word));
    }

    #[test]
    fn the_beginning_beats_the_inside() {
        check("bord", "aboard, borders", Some(Class::Beginning));
        check("oar", "aboard", Some(Class::Inside));
    }

    #[test]
    fn initials_stand_for_words_with_few_left_out() {
        check("wpk", "Workers' Party of Korea", Some(Class::Inside));
        check("wpk", "we all like a party and a bit of karaoke", None);
        check("kj", "Kim Jong", None);
    }

    #[test]
    fn beginnings_of_words_may_be_joined() {
        check("gulfwest", "the gulf of the west", Some(Class::Scattered));
        check("harbdeal", "harbour talks: a deal", Some(Class::Scattered));
    }

    #[test]
    fn scattered_letters_lie_within_twice_the_length() {
        check("brdr", "the border", Some(Class::Scattered));
        check("rder", "a ri-de-r", Some(Class::Scattered));
        check("odr", "border", Some(Class::ScatteredInside));
        check("brdr", "bored of reading rules", None);
        check("xyz", "the border", None);
    }

    #[test]
    fn letters_of_other_scripts_are_never_cut() {
        check("мск", "Москва", Some(Class::Scattered));
        check("москва", "в москве", None);
        check("東京", "東京都", Some(Class::Beginning));
    }

    #[test]
    fn a_part_ends_every_word() {
        let line = b"harbour\nstays";
        let needle = Needle::new(&Pattern::new("hst"));
        assert_eq!(needle.class(line, mask(line)), None);
    }
}
