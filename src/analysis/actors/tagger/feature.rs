//! What the tagger sees of a word: the one feature function of training and running.

use super::super::evidence::Weighed;
use super::super::mention::Mentions;
use super::super::reading::Reading;
use crate::analysis::lexicon::{Facts, KnownKind};
use crate::text::word::WordClass;

/// Makes the features of the words of an article.
pub struct Features<'a> {
    reading: &'a Reading<'a>,
    rules: &'a Mentions,
    weighed: &'a Weighed,
}

/// The features of one word, as hashes; what each tells is the number before it.
struct Bag(Vec<u32>);

impl Bag {
    /// Adds the feature that `name` has this `value`.
    fn add(&mut self, name: u8, value: &[&str]) {
        let mut hash = step(FIRST, name);
        for part in value {
            hash = part.bytes().fold(hash, step);
            hash = step(hash, 0xff);
        }
        self.0.push(fold(hash));
    }

    /// Adds the feature that `name` has these numbers.
    fn add_numbers(&mut self, name: u8, value: &[u32]) {
        let hash = value.iter().copied().fold(step(FIRST, name), step_number);
        self.0.push(fold(hash));
    }
}

// FNV-1a: a few lines, the same on every machine and for every version of the
// standard library, whose hasher may change.
const FIRST: u64 = 0xcbf2_9ce4_8422_2325;

const PRIME: u64 = 0x0000_0100_0000_01b3;
/// What three bytes of nothing multiply by.
const PRIME_CUBED: u64 = PRIME.wrapping_mul(PRIME).wrapping_mul(PRIME);

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(PRIME)
}

/// The four bytes of `number`; most numbers have only one that is not nought.
fn step_number(hash: u64, number: u32) -> u64 {
    match u8::try_from(number) {
        Ok(byte) => step(hash, byte).wrapping_mul(PRIME_CUBED),
        Err(_) => number.to_le_bytes().into_iter().fold(hash, step),
    }
}

fn fold(hash: u64) -> u32 {
    (hash ^ (hash >> 32)) as u32
}

/// So many letters of a word are looked at for capitals.
const LETTERS: usize = 32;

/// How far a run of capitals is followed.
const RUN: usize = 10;

impl<'a> Features<'a> {
    /// The features of `reading`, in which the rules found `rules` and weighed `weighed`.
    pub fn new(reading: &'a Reading<'a>, rules: &'a Mentions, weighed: &'a Weighed) -> Self {
        Self {
            reading,
            rules,
            weighed,
        }
    }

    /// The features of the word at `at`.
    pub fn of(&self, at: usize) -> Vec<u32> {
        let mut bag = Bag(Vec::with_capacity(80));
        bag.add(0, &[]);
        self.words(at, &mut bag);
        self.letters(at, &mut bag);
        self.lists(at, &mut bag);
        self.rules(at, &mut bag);
        if self.reading.is_capital(at) {
            self.document(at, &mut bag);
            self.run(at, &mut bag);
        }
        bag.0
    }

    /// The word `by` words away, in the same sentence.
    fn near(&self, at: usize, by: isize) -> Option<usize> {
        let there = at.checked_add_signed(by)?;
        self.reading
            .sentence(at)
            .words
            .contains(&there)
            .then_some(there)
    }

    fn lower(&self, at: Option<usize>) -> &str {
        at.map_or("<s>", |at| self.reading.lower(at))
    }

    fn words(&self, at: usize, bag: &mut Bag) {
        let own = self.reading.lower(at);
        let [before2, before, after, after2] =
            [-2, -1, 1, 2].map(|by| self.lower(self.near(at, by)));
        bag.add(1, &[own]);
        bag.add(2, &[before]);
        bag.add(3, &[after]);
        bag.add(4, &[before2]);
        bag.add(5, &[after2]);
        bag.add(6, &[before, after]);
        bag.add(7, &[before, own]);
        bag.add(8, &[own, after]);
    }

    fn letters(&self, at: usize, bag: &mut Bag) {
        let shape = |by: isize| self.near(at, by).map_or(0, |at| self.shape(at));
        let (before, own, after) = (shape(-1), shape(0), shape(1));
        bag.add_numbers(10, &[own]);
        bag.add_numbers(11, &[before]);
        bag.add_numbers(12, &[after]);
        bag.add_numbers(13, &[before, own, after]);
        let lower = self.reading.lower(at);
        if !lower.starts_with(char::is_alphabetic) {
            return;
        }
        let starts: Vec<usize> = lower.char_indices().map(|(at, _)| at).take(64).collect();
        for count in 1..=4_usize.min(starts.len()) {
            let from = starts[starts.len() - count];
            bag.add(13 + count as u8, &[&lower[from..]]);
            if let Some(&to) = starts.get(count).filter(|_| count > 1) {
                bag.add(17 + count as u8, &[&lower[..to]]);
            }
        }
    }

    /// What a word looks like: its class and where its capitals stand.
    fn shape(&self, at: usize) -> u32 {
        let printed = self.reading.printed(at);
        let class = match self.reading.class(at) {
            WordClass::Plain => 1,
            WordClass::Letters => 2,
            WordClass::Initial => 3,
            WordClass::Abbreviation => 4,
            WordClass::Number => 5,
            WordClass::Clitic => 6,
            WordClass::Party => 7,
            WordClass::Mark => 8,
            WordClass::Other => 9,
        };
        let capitals = match printed.is_ascii() {
            true => printed
                .bytes()
                .take(LETTERS)
                .filter(u8::is_ascii_uppercase)
                .count(),
            false => printed
                .chars()
                .take(LETTERS)
                .filter(|c| c.is_uppercase())
                .count(),
        };
        let all = self.reading.form(at).acronym;
        let first = printed.starts_with(char::is_uppercase);
        let hyphen = printed.contains('-');
        let digit = printed.bytes().any(|b| b.is_ascii_digit());
        let looks = [first, all, hyphen, digit, capitals > 1];
        let looks = looks
            .iter()
            .fold(0, |bits, &bit| bits << 1 | u32::from(bit));
        class << 8 | looks
    }

    fn lists(&self, at: usize, bag: &mut Bag) {
        for by in -2..=2 {
            let Some(there) = self.near(at, by) else {
                continue;
            };
            let offset = (by + 2) as u32;
            let mut facts = self.reading.facts(there).bits();
            while facts != 0 {
                bag.add_numbers(24, &[offset, facts.trailing_zeros()]);
                facts &= facts - 1;
            }
            bag.add_numbers(25, &[offset, self.known(there)]);
        }
        let facts = self.reading.facts(at).bits();
        bag.add_numbers(26, &[facts, self.known(at)]);
        let before = self
            .near(at, -1)
            .map_or(0, |at| self.reading.facts(at).bits());
        bag.add_numbers(27, &[facts, before]);
    }

    /// The known name that the word begins or is inside of.
    fn known(&self, at: usize) -> u32 {
        let sentence = self.reading.sentence(at).words.start;
        let from = at.saturating_sub(4).max(sentence);
        let found = (from..=at).find_map(|start| {
            let known = self.reading.known(start)?;
            (start + known.words.len() > at).then_some((known, start < at))
        });
        found.map_or(0, |(known, inside)| {
            let kind = match known.kind {
                KnownKind::Country => 1,
                KnownKind::State => 2,
                KnownKind::Region => 3,
                KnownKind::City => 4,
                KnownKind::Organization => 5,
            };
            kind | u32::from(inside) << 4 | u32::from(known.words.len() > 1) << 5
        })
    }

    /// What the rules made of the word and its neighbours.
    fn rules(&self, at: usize, bag: &mut Bag) {
        let label = |by: isize| self.near(at, by).map_or(99, |at| self.label(at));
        let own = label(0);
        bag.add_numbers(30, &[own]);
        bag.add_numbers(31, &[own, label(-1)]);
        bag.add_numbers(32, &[own, label(1)]);
        bag.add(33, &[self.reading.lower(at), LABEL_NAMES[own as usize % 8]]);
        bag.add_numbers(34, &[own, self.shape(at)]);
        bag.add_numbers(35, &[own, self.reading.facts(at).bits()]);
        let [best, margin, lead] = self.weighed.at(at);
        bag.add_numbers(36, &[best, margin]);
        bag.add_numbers(37, &[best, margin, lead]);
        bag.add_numbers(38, &[own, best, lead]);
        let before = self.lower(self.near(at, -1));
        bag.add(39, &[before, LABEL_NAMES[own as usize % 8]]);
    }

    fn label(&self, at: usize) -> u32 {
        self.rules.at(at).map_or(0, |mention| {
            let first = mention.words.start == at;
            1 + mention.kind as u32 + if first { 0 } else { 3 }
        })
    }

    /// What the article tells of the word elsewhere.
    fn document(&self, at: usize, bag: &mut Bag) {
        let form = self.reading.form(at);
        let first = self.reading.is_first(at);
        let title = self.reading.sentence(at).title_case;
        let seen = form.inside.min(2);
        bag.add_numbers(40, &[first.into(), title.into()]);
        bag.add_numbers(41, &[first.into(), (form.lowered > 0).into()]);
        bag.add_numbers(42, &[first.into(), seen, form.is_common().into()]);
    }

    /// The run of capitals around the word.
    fn run(&self, at: usize, bag: &mut Bag) {
        let reading = self.reading;
        let sentence = reading.sentence(at).words.clone();
        let joint = |at: usize| matches!(reading.lower(at), "of" | "the" | "and" | "for" | "&");
        let capital = |at: usize| sentence.contains(&at) && reading.is_capital(at);
        let mut end = at + 1;
        while end < at + RUN {
            match () {
                () if capital(end) => end += 1,
                () if sentence.contains(&end) && joint(end) && capital(end + 1) => end += 2,
                () => break,
            }
        }
        let mut start = at;
        while start > 0 && start + RUN > at && capital(start - 1) {
            start -= 1;
        }
        let last = reading.lower(end - 1);
        let after = self.lower(self.near(end - 1, 1));
        let before = self.lower(self.near(start, -1));
        bag.add(50, &[last]);
        bag.add(51, &[after]);
        bag.add(52, &[before]);
        let any = |fact: Facts| (start..end).any(|at| reading.facts(at).any(fact));
        let place = (at - start).min(3) as u32;
        let length = (end - start).min(6) as u32;
        bag.add_numbers(53, &[length]);
        bag.add_numbers(54, &[place, length]);
        let body = u32::from(any(Facts::ORGANIZATION));
        let given = u32::from(reading.facts(start).any(Facts::GIVEN));
        bag.add_numbers(55, &[body, given, length]);
        let (open, thing) = (any(Facts::PLACE), any(Facts::THING));
        bag.add_numbers(56, &[open.into(), thing.into(), body]);
        bag.add_numbers(57, &[reading.facts(end - 1).bits()]);
    }
}

/// The rules' label as a word, where the feature holds a word too.
const LABEL_NAMES: [&str; 8] = ["", "p", "o", "l", "P", "O", "L", "?"];
