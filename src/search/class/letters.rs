//! Bytes of lines and words: which there are, which begin words, in which order they
//! stand.

use super::PART;
use crate::search::searchable::{begins_word, is_letter};

/// Words left out at most between two initials.
const LEFT_OUT: usize = 2;
/// Joined beginnings are looked for up to this many letters.
const JOINED_MOST: usize = 24;

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

pub(super) fn letters(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |mask, byte| {
        mask | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << (26 + byte - b'0'),
            _ => 0,
        }
    })
}

pub(super) fn beginnings(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |mask, byte| {
        mask | match byte {
            b'a'..=b'z' => 1 << (36 + byte - b'a'),
            b'0'..=b'9' => 1 << 62,
            _ => 1 << 63,
        }
    })
}

/// The beginnings of words of one part; those beyond the 64th do not count, since
/// a set of them is kept in one number.
fn starts(part: &[u8]) -> impl Iterator<Item = usize> {
    let mut inside = false;
    let starts = part.iter().enumerate().filter(move |(_, byte)| {
        let before = std::mem::replace(&mut inside, is_letter(Some(byte)));
        inside && !before
    });
    starts.map(|(at, _)| at).take(64)
}

fn parts(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    line.split(|byte| *byte == PART)
}

/// Whether the letters are initials of words in order, with few left out between.
pub(super) fn are_initials(letters: &[u8], line: &[u8]) -> bool {
    parts(line).any(|part| {
        let mut initials = [0; 64];
        let mut count = 0;
        for (initial, at) in initials.iter_mut().zip(starts(part)) {
            *initial = part[at];
            count += 1;
        }
        let mut reached = u64::MAX;
        letters.len() <= count
            && letters.iter().enumerate().all(|(i, letter)| {
                let places = initials.iter().take(count).rev();
                let places = places.fold(0, |set, initial| set << 1 | u64::from(initial == letter));
                reached = places & if i == 0 { u64::MAX } else { near(reached) };
                reached != 0
            })
    })
}

/// The words that come soon enough after one of `words`.
fn near(words: u64) -> u64 {
    (1..=LEFT_OUT + 1).fold(0, |near, by| near | words << by)
}

/// Whether the needle is made of beginnings of words in order, with few left out
/// between: "gulfwest" in "gulf of the west".
pub(super) fn is_joined(needle: &[u8], line: &[u8]) -> bool {
    needle.len() <= JOINED_MOST
        && parts(line).any(|part| {
            // reached[n]: the words after which the first n letters may end; open: the
            // n of which there is one.
            let mut reached = [0_u64; JOINED_MOST + 1];
            let mut open = 1_u32;
            for (at, start) in starts(part).enumerate() {
                let here = 1 << at;
                for from in 0..needle.len() {
                    let follows = from == 0 || near(reached[from]) & here != 0;
                    if open >> from & 1 == 0 || needle[from] != part[start] || !follows {
                        continue;
                    }
                    let same = part[start..].iter().zip(&needle[from..]);
                    let length = same
                        .take_while(|(a, b)| a == b && is_letter(Some(a)))
                        .count();
                    let ends = reached.iter_mut().skip(from + 1).take(length);
                    ends.for_each(|words| *words |= here);
                    open |= ((1 << length) - 1) << (from + 1);
                }
            }
            open >> needle.len() & 1 == 1
        })
}

/// How many of `bytes` it takes until all of `wanted` stood there in order.
pub(super) fn last_of<'a>(
    mut wanted: impl Iterator<Item = &'a u8>,
    bytes: impl Iterator<Item = &'a u8>,
) -> Option<usize> {
    let mut steps = 0;
    let Some(mut next) = wanted.next() else {
        return Some(0);
    };
    for byte in bytes {
        steps += 1;
        if byte == next {
            match wanted.next() {
                Some(wanted) => next = wanted,
                None => return Some(steps),
            }
        }
    }
    None
}

/// The place of the byte that lines hold least often. In the languages of news most
/// of the frequent letters are the same; beyond ASCII all are rare.
pub(super) fn rarest(bytes: &[u8]) -> usize {
    const FREQUENT: &[u8] = b" eaintrosldchumpgfbvykwjzxq";
    let rank = |byte: &u8| FREQUENT.iter().position(|frequent| frequent == byte);
    let ranks = bytes
        .iter()
        .map(|byte| rank(byte).unwrap_or(FREQUENT.len()));
    let best = ranks.enumerate().max_by_key(|(_, rank)| *rank);
    best.map_or(0, |(at, _)| at)
}

/// How many bytes a letter has that begins with `first`.
pub(super) fn letter_length(first: u8) -> usize {
    match first {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
    }
}

/// Within how many bytes the letters of a word may lie scattered: twice its length,
/// and one more for one or two letters. Letters of other scripts take more bytes.
pub(super) fn window(words: &str) -> usize {
    let letters = words.chars().count();
    let window = match letters {
        ..=2 => letters + 1,
        _ => 2 * letters,
    };
    window * words.len() / letters.max(1)
}
