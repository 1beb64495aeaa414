//! A population to draw people, towns and companies from.
//!
//! Everything is named after a number: the same number is the same name in every
//! corpus, and (within a culture's capacity, some hundred thousand for each
//! gender) another number is another name. Nobody in it is meant to be anybody.

use unicode_normalization::UnicodeNormalization;

use crate::lists::{CULTURES, HANGUL, PLACES};
use crate::random::Random;

/// The culture of people.txt whose family names come first.
const EAST: usize = 4;
/// The culture whose syllables name places and companies.
const NORTH: usize = 0;

/// A name in two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// "Edda"
    pub given: String,
    /// "Krenwick"
    pub family: String,
}

/// What a given name tells about a sample's person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bearing {
    /// Whether it is a woman's.
    pub woman: bool,
    /// Whether the family name comes first.
    pub east: bool,
}

/// Guesses how to rename a person whose printed name is made of `tokens`.
pub fn bearing(tokens: &[&str]) -> Bearing {
    let first = tokens.first().copied().unwrap_or_default();
    let last = tokens.last().copied().unwrap_or_default();
    let east = CULTURES
        .get(EAST)
        .is_some_and(|culture| culture.get("onsets").contains(&first));
    let given = key(if east { last } else { first });
    let is_it = |name: &&str| key(name) == given;
    let among = |list: &str| CULTURES.iter().any(|c| c.get(list).iter().any(is_it));
    // A name that no list knows is guessed as most languages here end theirs.
    let woman = among("women") || (!among("men") && given.ends_with('a'));
    Bearing { woman, east }
}

/// The name of person number `id`.
pub fn person(id: u64, bearing: Bearing) -> Name {
    let cultures = EAST as u64;
    let (culture, id) = match bearing.east {
        true => (EAST, id),
        false => ((id % cultures) as usize, id / cultures),
    };
    let parts = CULTURES.get(culture).unwrap_or(&CULTURES[NORTH]);
    let givens = parts.get(if bearing.woman { "women" } else { "men" });
    let mut id = id.wrapping_mul(0x9E37_79B1);
    let given = digit(&mut id, givens).to_owned();
    let family = digits(
        &mut id,
        [parts.get("onsets"), parts.get("rimes"), parts.get("tails")],
    );
    Name { given, family }
}

/// The name in small letters without accents: some papers print them and some do not.
pub fn key(name: &str) -> String {
    let unaccented = name.nfd().filter(|c| !('\u{300}'..='\u{36F}').contains(c));
    unaccented.flat_map(char::to_lowercase).collect()
}

/// What a place or company is called after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// "Brandford"
    Town,
    /// "Brandovia"
    Country,
    /// "Brandex"
    Company,
}

/// The name of place or company number `id`, beginning with a vowel or not.
pub fn place(id: u64, tail: Tail, vowel: bool) -> String {
    let tails = PLACES.get(match tail {
        Tail::Town => "town",
        Tail::Country => "country",
        Tail::Company => "company",
    });
    let parts = &CULTURES[NORTH];
    let mut id = id.wrapping_mul(0x9E37_79B1);
    let onsets = parts.get("onsets");
    let name = digits(
        &mut id,
        [
            if vowel { &[""] } else { onsets },
            parts.get("rimes"),
            tails,
        ],
    );
    capitalised(&name)
}

/// How a Korean word ends, which the particle after it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// With a vowel.
    Open,
    /// With ㄹ.
    L,
    /// With another consonant.
    Closed,
}

impl Ending {
    /// How `word` ends; other scripts count as open.
    pub fn of(word: &str) -> Self {
        let last = word.chars().next_back().map_or(0, u32::from);
        match last.checked_sub(0xAC00) {
            Some(syllable) if syllable < 11_172 => match syllable % 28 {
                0 => Ending::Open,
                8 => Ending::L,
                _ => Ending::Closed,
            },
            _ => Ending::Open,
        }
    }

    fn list(self, native: bool) -> &'static str {
        match (self, native) {
            (Ending::Open, true) => "end-open",
            (Ending::L, true) => "end-l",
            (Ending::Closed, true) => "end-closed",
            (Ending::Open, false) => "foreign-end-open",
            (Ending::L, false) => "foreign-end-l",
            (Ending::Closed, false) => "foreign-end-closed",
        }
    }
}

/// A Korean family name.
pub fn hangul_family(random: &mut Random) -> String {
    let families = HANGUL.get("family");
    random
        .pick(families)
        .copied()
        .unwrap_or_default()
        .to_owned()
}

/// A word in Hangul of about `syllables`, ending as wanted: a Korean given name or a foreign name.
pub fn hangul(random: &mut Random, syllables: usize, ending: Ending, native: bool) -> String {
    let list = HANGUL.get(if native { "given-open" } else { "foreign-open" });
    let mut word: String = (1..syllables)
        .filter_map(|_| random.pick(list).copied())
        .collect();
    let ends = HANGUL.get(ending.list(native));
    word.push_str(random.pick(ends).copied().unwrap_or_default());
    word
}

/// The word with a capital first.
pub fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

// Takes one digit off a number whose base is the length of the list.
fn digit(id: &mut u64, list: &[&'static str]) -> &'static str {
    let base = list.len().max(1) as u64;
    let word = list.get((*id % base) as usize).copied();
    *id /= base;
    word.unwrap_or_default()
}

fn digits(id: &mut u64, lists: [&[&'static str]; 3]) -> String {
    lists.map(|list| digit(id, list)).concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    use crate::lists::Named;

    #[test]
    fn half_a_million_women_have_as_good_as_as_many_names() {
        let bearing = Bearing {
            woman: true,
            east: false,
        };
        let names = (0..500_000).map(|id| {
            let Name { given, family } = person(id, bearing);
            format!("{given} {family}")
        });
        let distinct = names.collect::<HashSet<_>>().len();
        assert!(distinct > 490_000, "{distinct}");
    }

    #[test]
    fn a_name_is_a_womans_or_a_mans() {
        for culture in CULTURES.iter() {
            assert_eq!(both_genders(culture), Vec::<&str>::new());
        }
        assert!(bearing(&["Hélène", "Krenwick"]).woman);
        assert!(!bearing(&["Tomas", "Krenwick"]).woman);
        assert!(bearing(&["Yoon", "Seo-ha"]).east);
    }

    #[test]
    fn a_hangul_name_ends_as_it_is_asked_to() {
        let mut random = Random::new(3, 3);
        for ending in [Ending::Open, Ending::L, Ending::Closed] {
            for native in [true, false] {
                for _ in 0..100 {
                    let name = hangul(&mut random, 3, ending, native);
                    assert_eq!(Ending::of(&name), ending, "{name}");
                }
            }
        }
    }

    fn both_genders(culture: &Named) -> Vec<&'static str> {
        let men = culture.get("men");
        let women = culture.get("women").iter().copied();
        women.filter(|name| men.contains(name)).collect()
    }
}
