//! What the words of a candidate tell by themselves, wherever they stand.

use std::ops::Range;

use super::evidence::Points;
use super::reading::Reading;
use crate::analysis::lexicon::{Facts, KnownKind, PLACE_ENDINGS, THING_OPENERS, facts};
use crate::text::word::WordClass;

/// The points that the words in `words` earn.
pub fn points(reading: &Reading, words: &Range<usize>) -> Points {
    let looks = if words.len() == 1 {
        word(reading, words.start)
    } else {
        phrase(reading, words)
    };
    listed(reading, words).and(looks)
}

fn listed(reading: &Reading, words: &Range<usize>) -> Points {
    let Some(known) = reading.known_exactly(words) else {
        return Points::NONE;
    };
    let named = Facts::GIVEN.with(Facts::FAMILY);
    let person = words.len() == 1 && reading.facts(words.start).any(named);
    let common = words.len() == 1 && reading.form(words.start).is_common();
    let doubt = if person || common { 2 } else { 0 };
    match known.kind {
        KnownKind::Country => Points::place(7 - doubt),
        KnownKind::State | KnownKind::Region => Points::place(6 - doubt),
        KnownKind::City => Points::place(5 - doubt),
        KnownKind::Organization => Points::organization(6 - doubt),
    }
}

/// A lone word.
fn word(reading: &Reading, at: usize) -> Points {
    let form = reading.form(at);
    let common = form.is_common();
    let weight = if common { 1 } else { 2 };
    let mut points = Points::NONE;
    points.person += if form.facts.any(Facts::GIVEN) {
        weight
    } else {
        0
    };
    points.person += if form.facts.any(Facts::FAMILY) {
        weight
    } else {
        0
    };
    if form.facts.any(Facts::NOT_NAME.with(Facts::DATE)) {
        return points.and(Points::nothing(8));
    }
    if reading.known_exactly(&(at..at + 1)).is_some() {
        return points;
    }
    if form.facts.any(Facts::PEOPLE) {
        return points.and(Points::nothing(6));
    }
    let generic = Facts::ORGANIZATION.with(Facts::THING).with(Facts::PLACE);
    if form.facts.any(generic) {
        // A lone "Ministry" or "River" names nobody; a longer name may take it in later.
        points.nothing += 4;
    }
    points.and(unknown_word(reading, at))
}

/// A word that no list has.
fn unknown_word(reading: &Reading, at: usize) -> Points {
    let form = reading.form(at);
    let printed = reading.printed(at);
    let code = printed.chars().any(char::is_numeric);
    let roman = form.lower.len() > 1 && form.lower.chars().all(|c| "ivxlc".contains(c));
    if code || (roman && form.acronym) {
        return Points::nothing(4);
    }
    if form.acronym {
        let short = printed.chars().count() < 7;
        return if short {
            Points::organization(2)
        } else {
            Points::nothing(1)
        };
    }
    if form.is_common() || form.lowered > 0 {
        return Points::nothing(3);
    }
    let body = form
        .lower
        .rsplit_once('-')
        .is_some_and(|(_, end)| facts(end).any(Facts::ORGANIZATION));
    if body || is_camel_case(printed) {
        return Points::organization(3);
    }
    if sounds_like_a_place(&form.lower) {
        return UNKNOWN.and(Points::place(2));
    }
    UNKNOWN
}

/// Brennhaven, Tarnholm, Aldersund: endings that towns have more often than people.
fn sounds_like_a_place(lower: &str) -> bool {
    lower.len() > 6 && PLACE_ENDINGS.end(lower)
}

/// A capitalised word of which nothing is known is somebody, more often than not.
const UNKNOWN: Points = Points::person(1).and(Points::organization(1));

/// JetBlue, BioNTech; not McBride, O'Hara, DeWitt.
fn is_camel_case(printed: &str) -> bool {
    let inner = printed
        .char_indices()
        .skip(1)
        .find(|(_, c)| c.is_uppercase());
    inner.is_some_and(|(at, _)| {
        let front = &printed[..at];
        let joint = front.ends_with(['-', '\'', '’', '.']);
        let prefix = matches!(
            front,
            "Mc" | "Mac" | "De" | "Di" | "La" | "Le" | "Van" | "Du" | "Fitz" | "Del"
        );
        !joint && !prefix && front.chars().all(char::is_alphabetic)
    })
}

/// Several words.
fn phrase(reading: &Reading, words: &Range<usize>) -> Points {
    if reading.known_exactly(words).is_some() {
        return Points::NONE;
    }
    let first = reading.facts(words.start);
    let people = reading.facts(words.end - 1).any(Facts::PEOPLE);
    if people && !first.any(Facts::GIVEN) {
        // "South Korean", "Puerto Rican".
        return Points::nothing(6);
    }
    let not_name = |at: usize| reading.facts(at).any(Facts::NOT_NAME.with(Facts::DATE));
    if words.clone().all(not_name) {
        return Points::nothing(5);
    }
    ends(reading, words)
        .and(person_words(reading, words))
        .and(mixture(reading, words))
}

/// The last word, and the last before "of": Ministry, River, Treaty of.
fn ends(reading: &Reading, words: &Range<usize>) -> Points {
    let head = head(reading, words);
    let facts = reading.facts(head);
    // Doris Day and Jeff Bridges are people.
    let named = words.len() == 2
        && reading.facts(words.start).any(Facts::GIVEN)
        && facts.any(Facts::FAMILY);
    let weight = if named { 1 } else { 6 };
    let mut points = Points::NONE;
    if facts.any(Facts::ORGANIZATION) {
        points.organization += weight;
    } else if facts.any(Facts::THING) {
        points.nothing += weight;
    } else if facts.any(Facts::PLACE) {
        points.place += weight - 1;
    }
    if reading.facts(words.start).any(Facts::PLACE) && head != words.start {
        points.place += 3;
    }
    // "Typhoon Ana", "Operation Tarn": named like a person.
    if THING_OPENERS.contains(reading.lower(words.start)) {
        points.nothing += 8;
    }
    if words.clone().any(|at| reading.printed(at) == "&") {
        points.organization += 6;
    }
    points
        .and(saint(reading, words))
        .and(body_words(reading, words))
}

/// "San Pravia", "St. Tarn": more towns and bodies than people are called so.
fn saint(reading: &Reading, words: &Range<usize>) -> Points {
    match reading.lower(words.start) {
        "st" | "st." | "saint" | "san" | "santa" | "são" => Points::person(-2)
            .and(Points::organization(1))
            .and(Points::place(1)),
        _ => Points::NONE,
    }
}

/// A word of organizations elsewhere than at the end.
fn body_words(reading: &Reading, words: &Range<usize>) -> Points {
    let whole = !words.clone().any(|at| is_joint(reading.lower(at)));
    let body = |at: usize| reading.facts(at).any(Facts::ORGANIZATION);
    match whole {
        true if body(words.start) => Points::organization(4),
        true if words.clone().any(body) => Points::organization(2),
        _ => Points::NONE,
    }
}

/// The word that tells what the name is of: the last one before "of", without
/// numerals; the first one of "Banco de Pravia".
pub fn head(reading: &Reading, words: &Range<usize>) -> usize {
    let kinds = Facts::ORGANIZATION.with(Facts::THING).with(Facts::PLACE);
    let joint = words.clone().skip(1).find(|&at| {
        let romance = reading.facts(at).any(Facts::PARTICLE) && reading.facts(at - 1).any(kinds);
        is_joint(reading.lower(at)) || (romance && !reading.is_capital(at))
    });
    let end = joint.unwrap_or(words.end);
    let last = (words.start..end)
        .rev()
        .find(|&at| !is_numeral(reading.lower(at)));
    last.unwrap_or(words.start)
}

fn is_joint(lower: &str) -> bool {
    matches!(lower, "of" | "for" | "on" | "at")
}

/// "World War II", "Marine One".
fn is_numeral(lower: &str) -> bool {
    matches!(
        lower,
        "i" | "ii" | "iii" | "iv" | "v" | "vi" | "one" | "two" | "three" | "x"
    )
}

fn person_words(reading: &Reading, words: &Range<usize>) -> Points {
    let first = reading.facts(words.start);
    let last = reading.facts(words.end - 1);
    let hyphened = reading.printed(words.end - 1).contains('-');
    let any = |fact: Facts| words.clone().any(|at| reading.facts(at).any(fact));
    let joined = words.clone().any(|at| reading.printed(at) == "&");
    let other = last.any(Facts::PLACE.with(Facts::THING)) && !last.any(Facts::FAMILY);
    let body = any(Facts::ORGANIZATION) || other || joined;
    let mut points = Points::NONE;
    if first.any(Facts::GIVEN) && words.len() < 6 && !body {
        // "Marine Traffic", "Grant Union": a given name that is a word as well.
        let common = reading.form(words.start).is_common();
        let plain_last = reading.form(words.end - 1).is_common() && !last.any(Facts::FAMILY);
        points.person += match (common, plain_last) {
            (true, true) => 0,
            (true, false) => 3,
            (false, _) => 5,
        };
    }
    if first.any(Facts::FAMILY_FIRST) && (hyphened || words.len() == 3) && !body {
        points.person += if hyphened { 6 } else { 2 };
    }
    if last.any(Facts::FAMILY) && words.len() < 5 {
        points.person += 3;
    }
    let initial = |at: usize| reading.class(at) == WordClass::Initial;
    if words.clone().any(initial) || is_junior(reading.lower(words.end - 1)) {
        points.person += 4;
    }
    let particle = |at: usize| reading.facts(at).any(Facts::PARTICLE) && !reading.is_capital(at);
    if words.clone().any(particle) && !body {
        points.person += 2;
    }
    points
}

fn is_junior(lower: &str) -> bool {
    matches!(lower, "jr" | "jr." | "sr" | "sr." | "iii" | "iv")
}

/// How many of its words are common ones: people are called by others.
fn mixture(reading: &Reading, words: &Range<usize>) -> Points {
    let (mut all, mut common) = (0, 0);
    for at in words.clone().filter(|&at| reading.is_capital(at)) {
        let name = Facts::GIVEN.with(Facts::FAMILY).with(Facts::ORGANIZATION);
        all += 1;
        common += usize::from(reading.form(at).is_common() && !reading.facts(at).any(name));
    }
    match (all - common, common) {
        (0, _) => Points::nothing(2),
        (_, 0) if all < 4 => Points::person(2).and(Points::organization(1)),
        _ => Points::organization(2),
    }
}
