//! A word as it is printed, and what is known of it wherever it stands.

use std::borrow::Cow;

use crate::analysis::lexicon::{
    Facts, GERMAN_ROLE_ENDINGS, Known, facts, is_compound_of, is_listed_common, known,
};
use crate::text::fold::fold;
use crate::text::word::WordClass;

/// A word as it is printed, once for all its occurrences.
#[derive(Debug)]
pub struct Form<'a> {
    /// In lower case.
    pub lower: Cow<'a, str>,
    /// Without accents and without a leading "al-", as names are compared.
    pub bare: Cow<'a, str>,
    /// With straight apostrophes; "OSLO" as "Oslo" when that is known.
    pub plain: Cow<'a, str>,
    /// What the lists know of it.
    pub facts: Facts,
    /// The known names that begin with it, longest first.
    pub known: &'static [Known],
    /// Whether it begins like a name: `Kim`, `al-Nasr`.
    pub capital: bool,
    /// Whether a capital means nothing where a sentence begins.
    common: bool,
    /// Whether it is capitals only, two of them or more.
    pub acronym: bool,
    /// How often it is capitalised where a common word would not be.
    pub inside: u32,
    /// How often the article prints it in lower case.
    pub lowered: u32,
}

impl<'a> Form<'a> {
    /// What is known of `printed` before the article is counted.
    pub fn new(printed: &'a str, class: WordClass) -> Self {
        let lower = lower(printed);
        let dotless = lower.trim_end_matches('.');
        let plain = if !printed.is_ascii() && printed.contains('’') {
            Cow::Owned(printed.replace('’', "'"))
        } else {
            Cow::Borrowed(printed)
        };
        let plain = listed(plain);
        let listed_as = match class {
            WordClass::Abbreviation => dotless,
            _ => &lower,
        };
        let facts = facts(listed_as);
        let capital = begins_like_a_name(printed);
        Self {
            facts,
            capital,
            common: capital && is_common(&lower, facts),
            acronym: is_acronym(printed),
            known: known(&plain),
            plain,
            bare: bare(&lower),
            inside: 0,
            lowered: 0,
            lower,
        }
    }

    /// Takes a German compound for what its last part says that people are:
    /// "Hafenministerin".
    pub fn take_for_compound(&mut self) {
        let known = Facts::GIVEN.with(Facts::FAMILY).with(Facts::ROLE);
        let mut endings = GERMAN_ROLE_ENDINGS.iter();
        let compound = |ending: &str| is_compound_of(&self.lower, ending);
        if self.capital && !self.facts.any(known) && endings.any(|ending| compound(ending)) {
            self.facts = self.facts.with(Facts::ROLE);
        }
    }

    /// Whether it is a common word or a regular form of one.
    pub fn is_common(&self) -> bool {
        self.common
    }
}

fn lower(printed: &str) -> Cow<'_, str> {
    let capital = match printed.is_ascii() {
        true => printed.bytes().any(|byte| byte.is_ascii_uppercase()),
        false => printed.chars().any(char::is_uppercase),
    };
    match capital {
        true if printed.is_ascii() => Cow::Owned(printed.to_ascii_lowercase()),
        true => Cow::Owned(printed.to_lowercase()),
        false => Cow::Borrowed(printed),
    }
}

/// Whether it is capitals only, two of them or more.
fn is_acronym(printed: &str) -> bool {
    let small = printed.chars().any(char::is_lowercase);
    !small && printed.chars().filter(|c| c.is_alphabetic()).count() > 1
}

fn is_common(lower: &str, known: Facts) -> bool {
    let names = Facts::GIVEN.with(Facts::FAMILY).with(Facts::PEOPLE);
    let listed = known.any(Facts::COMMON.with(Facts::OPENER));
    listed || (!known.any(names) && lower.is_ascii() && is_inflected(lower))
}

/// "Łukasz" and "Lukasz", "al-Nasr" and "Nasr" are compared alike.
fn bare<'a>(lower: &Cow<'a, str>) -> Cow<'a, str> {
    let dotless = lower.trim_end_matches('.');
    let name = dotless.strip_prefix("al-").unwrap_or(dotless);
    match lower {
        _ if !lower.is_ascii() => Cow::Owned(fold(name).text),
        Cow::Borrowed(whole) if name.len() == whole.len() => Cow::Borrowed(whole),
        _ => Cow::Owned(name.to_owned()),
    }
}

/// "OSLO" as "Oslo", when only that is known.
fn listed(plain: Cow<'_, str>) -> Cow<'_, str> {
    let shouted = plain.len() > 3 && plain.bytes().all(|b| b.is_ascii_uppercase());
    if !shouted || !known(&plain).is_empty() {
        return plain;
    }
    let quiet = format!("{}{}", &plain[..1], plain[1..].to_ascii_lowercase());
    match known(&quiet).is_empty() {
        true => plain,
        false => Cow::Owned(quiet),
    }
}

/// Whether `lower` is a listed common word with a regular ending.
fn is_inflected(lower: &str) -> bool {
    const ENDINGS: [&str; 9] = ["s", "es", "ed", "d", "ing", "ly", "er", "ers", "ness"];
    // Ferries, "unlisted".
    if let Some(stem) = lower.strip_suffix("ies") {
        return is_listed_common(&format!("{stem}y"));
    }
    let is_listed = |stem: &str| stem.len() > 2 && is_listed_common(stem);
    let mut stems = ENDINGS.iter().filter_map(|end| lower.strip_suffix(end));
    stems.any(is_listed) || lower.strip_prefix("un").is_some_and(is_listed)
}

fn begins_like_a_name(printed: &str) -> bool {
    let first = printed.chars().next().unwrap_or(' ');
    if first.is_uppercase() {
        // "KCW는": a particle of another script is glued to the name.
        let foreign = printed.chars().any(|c| c.is_alphabetic() && is_caseless(c));
        return !foreign && !is_adjective(printed);
    }
    // al-Nasr, d'Arcy: the particle in lower case, the name behind it.
    let joint = printed.find(['-', '\'', '’']);
    joint.is_some_and(|at| {
        let (particle, rest) = printed.split_at(at);
        let name = rest.chars().nth(1).is_some_and(char::is_uppercase);
        name && (particle.len() == 1 || facts(particle).any(Facts::PARTICLE))
    })
}

/// Letters of scripts without capitals: Hangul, Kana, Arabic.
fn is_caseless(c: char) -> bool {
    !c.is_lowercase() && !c.is_uppercase() && c > '\u{2ff}'
}

/// "Oslo-based", "Turkish-Libyan": made of names, but none.
fn is_adjective(printed: &str) -> bool {
    let Some((front, end)) = printed.rsplit_once('-') else {
        return false;
    };
    let is_people = |word: &str| facts(&word.to_lowercase()).any(Facts::PEOPLE);
    // Not the short ones, which end Korean names: Min-young, Ki-moon.
    let common = end.len() > 5 && facts(end).any(Facts::COMMON);
    let shouted = front.len() > 1 && front.chars().all(char::is_uppercase);
    let of_acronym = shouted && end.len() > 3 && end.chars().all(char::is_lowercase);
    facts(end).any(Facts::ADJECTIVE_ENDING)
        || common
        || of_acronym
        || (is_people(end) && (is_people(front) || front.len() < 5))
}
