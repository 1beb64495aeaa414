//! What stands around a candidate tells what it names.

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::HashMap;

use super::evidence::Points;
use super::names::Candidate;
use super::reading::Reading;
use super::shape;
use crate::analysis::lexicon::{Facts, Known, KnownKind, entries};
use crate::text::word::WordClass;

/// The points that one occurrence of a candidate earns by its neighbours.
pub fn points(reading: &Reading, candidate: &Candidate) -> Points {
    let title = if candidate.titled {
        Points::person(5)
    } else {
        Points::NONE
    };
    title
        .and(before(reading, candidate))
        .and(after(reading, candidate))
        .and(quoted(reading, candidate))
        .and(listed_beside(reading, candidate))
}

/// Whether what follows without a space makes an adjective or a sum of the name:
/// "U.S.-designated", "US$3".
pub fn is_glued(reading: &Reading, words: &Range<usize>) -> bool {
    let last = words.end - 1;
    let Some(at) = reading.next(last).filter(|_| reading.touches_next(last)) else {
        return false;
    };
    match reading.printed(at) {
        "$" | "€" | "£" | "¥" => true,
        "-" => reading.next(at).is_some_and(|next| {
            let people = reading.facts(next).any(Facts::PEOPLE);
            reading.touches_next(at) && (people || !reading.is_capital(next))
        }),
        _ => false,
    }
}

/// Where a word stands that tells something of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    /// Right before it.
    Before,
    /// Before an "of" before it.
    Of,
    /// Right after it.
    After,
    /// After its possessive.
    Owned,
}

fn neighbour(place: Place, word: &str) -> Option<Points> {
    let table = &NEIGHBOURS[place as usize];
    table.get(word).copied()
}

static NEIGHBOURS: LazyLock<[HashMap<&'static str, Points>; 4]> = LazyLock::new(|| {
    let mut tables: [HashMap<&str, Points>; 4] = Default::default();
    for row in entries(include_str!("../lexicon/neighbours.tsv")) {
        let mut columns = row.split('\t');
        let place = match columns.next() {
            Some("before") => Place::Before,
            Some("of") => Place::Of,
            Some("after") => Place::After,
            _ => Place::Owned,
        };
        let word = columns.next().unwrap_or_default();
        let mut number = || columns.next().and_then(|n| n.parse().ok()).unwrap_or(0);
        let points = Points {
            person: number(),
            organization: number(),
            place: number(),
            nothing: number(),
        };
        tables[place as usize].insert(word, points);
    }
    tables
});

fn before(reading: &Reading, candidate: &Candidate) -> Points {
    let start = candidate.words.start;
    let Some(at) = reading.previous(start) else {
        return Points::NONE;
    };
    let form = reading.form(at);
    let printed = reading.printed(at);
    let digits = printed.starts_with(|c: char| c.is_ascii_digit());
    if digits && reading.class(at) == WordClass::Plain {
        // "the 8th Congress": one of many.
        return Points::nothing(4);
    }
    match form.lower.as_ref() {
        "the" => return article(reading, candidate),
        "of" => {
            let owner = reading.previous(at).map(|at| reading.lower(at));
            return owner
                .and_then(|word| neighbour(Place::Of, word))
                .unwrap_or_default();
        }
        "said" | "says" | "added" | "adds" | "asked" if follows_quote(reading, at) => {
            return speaks(reading, candidate);
        }
        _ => {}
    }
    if stands_in_the_open(reading, candidate, at) {
        return Points::nothing(9);
    }
    if let Some(points) = neighbour(Place::Before, &form.lower) {
        return points;
    }
    if !form.capital && form.facts.any(Facts::ROLE) && !form.facts.any(Facts::FAMILY_FIRST) {
        return Points::person(4);
    }
    // "newspaper Le Matin", "company Brightwell": the kind of body stands before it.
    if !form.capital && form.facts.any(Facts::ORGANIZATION) {
        return Points::organization(3);
    }
    Points::NONE
}

/// "in Victoria Park": a given name and a family name, but one walks there.
fn stands_in_the_open(reading: &Reading, candidate: &Candidate, before: usize) -> bool {
    let inside = matches!(
        reading.lower(before),
        "in" | "at" | "near" | "through" | "across" | "outside" | "around" | "into"
    );
    let words = &candidate.words;
    let last = reading.facts(words.end - 1);
    inside && words.len() > 1 && last.any(Facts::THING) && reading.form(words.end - 1).is_common()
}

/// "…," said Tarn: the verb stands behind a mark or a comma.
fn follows_quote(reading: &Reading, verb: usize) -> bool {
    reading
        .previous(verb)
        .is_some_and(|at| reading.class(at) == WordClass::Mark || reading.printed(at) == ",")
}

/// People speak more often than bodies do, but not under acronyms.
fn speaks(reading: &Reading, candidate: &Candidate) -> Points {
    if candidate.words.len() == 1 && reading.form(candidate.words.start).acronym {
        return Points::organization(2);
    }
    Points::person(2).and(Points::organization(1))
}

/// People and cities bear no article; rivers and seas do.
fn article(reading: &Reading, candidate: &Candidate) -> Points {
    let head = shape::head(reading, &candidate.words);
    let water = reading.facts(head).any(Facts::PLACE);
    if water || reading.known_exactly(&candidate.words).is_some() {
        return Points::NONE;
    }
    // "the Marie Holm" sails: people of two names bear an article less than any.
    let person = if candidate.words.len() > 1 { -5 } else { -3 };
    Points::organization(2)
        .and(Points::person(person))
        .and(Points::place(-1))
}

fn after(reading: &Reading, candidate: &Candidate) -> Points {
    let last = candidate.words.end - 1;
    let Some(at) = reading.next(last) else {
        return Points::NONE;
    };
    let form = reading.form(at);
    match form.lower.as_ref() {
        "," => return after_comma(reading, candidate, at),
        // "the Congress of the KPP" is one of many; "Bank of Ovar" is one candidate.
        "of" if is_lone_body(reading, candidate) => return Points::nothing(8),
        "'s" | "’s" => {
            let owned = reading.next(at).map(|at| reading.lower(at));
            return owned
                .and_then(|word| neighbour(Place::Owned, word))
                .unwrap_or_default();
        }
        _ => {}
    }
    if let Some(points) = neighbour(Place::After, &form.lower) {
        return points;
    }
    let known = reading.known_exactly(&candidate.words).is_some();
    let speech = form.facts.any(Facts::SPEECH) && !form.capital;
    // "Festival 2019" comes every year; "Tarn station" is a building.
    let year = reading.class(at) == WordClass::Number && reading.printed(at).len() == 4;
    let thing = !form.capital && form.facts.any(Facts::THING) && !speech;
    match () {
        () if !known && (year || thing) => Points::nothing(2),
        () if speech => speaks(reading, candidate),
        () if reading.class(at) == WordClass::Party => Points::person(5),
        () => Points::NONE,
    }
}

fn is_lone_body(reading: &Reading, candidate: &Candidate) -> bool {
    let first = candidate.words.start;
    candidate.words.len() == 1 && reading.facts(first).any(Facts::ORGANIZATION)
}

/// ", 43," after a person; ", Norway" after a city; ", who" after a person.
fn after_comma(reading: &Reading, candidate: &Candidate, comma: usize) -> Points {
    let Some(at) = reading.next(comma) else {
        return Points::NONE;
    };
    let age = reading.class(at) == WordClass::Number && reading.printed(at).len() < 3;
    let closes = |at: usize| matches!(reading.printed(at), "," | "." | ")");
    if age && reading.next(at).is_some_and(closes) {
        return Points::person(5);
    }
    // "People in Tarnmoor, who have joined": the people are who.
    let before = reading
        .previous(candidate.words.start)
        .map(|at| reading.lower(at));
    let inside = matches!(before, Some("in" | "from" | "at" | "near" | "of" | "to"));
    if matches!(reading.lower(at), "who" | "whose") && !inside {
        return Points::person(4);
    }
    let known = reading.known(at);
    if known.is_some_and(|known| known.kind != KnownKind::Organization) {
        return Points::place(2);
    }
    let article = matches!(reading.lower(at), "a" | "an" | "the");
    let from = if article { at + 1 } else { at };
    let end = reading.sentence(comma).words.end.min(from + 3);
    let role = (from..end).any(|at| reading.facts(at).any(Facts::ROLE) && !reading.is_capital(at));
    if role {
        Points::person(3)
    } else {
        Points::NONE
    }
}

/// Whether the words are a part of a work's title in marks: "Don't Hug Cacti".
fn in_quoted_title(reading: &Reading, words: &Range<usize>) -> bool {
    let sentence = reading.sentence(words.start);
    if sentence.title_case {
        return false;
    }
    let from = words.start.saturating_sub(TITLE).max(sentence.words.start);
    let to = sentence.words.end.min(words.end + TITLE);
    let mark = |at: &usize| {
        matches!(
            reading.printed(*at),
            "\"" | "“" | "”" | "‘" | "«" | "»" | "„"
        )
    };
    let opening = (from..words.start).rev().find(mark);
    let closing = (words.end..to).find(|at| {
        mark(at) || (reading.printed(*at) == "’" && !reading.lower(at - 1).ends_with('s'))
    });
    let (Some(open), Some(close)) = (opening, closing) else {
        return false;
    };
    let small = Facts::OPENER.with(Facts::PARTICLE);
    let fits = |at: usize| {
        let letters = reading.printed(at).starts_with(char::is_alphabetic);
        letters && (reading.is_capital(at) || reading.facts(at).any(small))
    };
    let inside = open + 1..close;
    let tight = reading.touches_next(open) && reading.touches_next(close - 1);
    let common = inside
        .clone()
        .any(|at| !words.contains(&at) && reading.is_capital(at) && reading.form(at).is_common());
    tight && common && inside.len() > words.len() && inside.clone().all(fits)
}

/// So many words of a title may stand on either side of a name.
const TITLE: usize = 6;

/// "“Night Ferry”": the whole name in quotation marks is a title.
fn quoted(reading: &Reading, candidate: &Candidate) -> Points {
    let words = &candidate.words;
    let mark = |at: Option<usize>| at.is_some_and(|at| reading.class(at) == WordClass::Mark);
    let opened = mark(reading.previous(words.start)) && reading.touches_next(words.start - 1);
    let after = reading.next(words.end - 1);
    if opened && mark(after) && reading.touches_next(words.end - 1) {
        return Points::nothing(4);
    }
    if in_quoted_title(reading, words) {
        return Points::nothing(6);
    }
    Points::NONE
}

/// "Oslo, Tarnmoor and Bergen": what stands in a row is of one kind.
fn listed_beside(reading: &Reading, candidate: &Candidate) -> Points {
    let words = &candidate.words;
    if words.len() > 1 || reading.known_exactly(words).is_some() {
        return Points::NONE;
    }
    let joint = |at: &usize| matches!(reading.lower(*at), "," | "and" | "or" | "&");
    let before = reading.previous(words.start).filter(joint);
    let before = before.and_then(|joint| {
        let from = joint
            .saturating_sub(3)
            .max(reading.sentence(joint).words.start);
        let ends_here = |at: usize| {
            reading
                .known(at)
                .filter(|known| at + known.words.len() == joint)
        };
        (from..joint).find_map(ends_here)
    });
    let after = reading.next(words.end - 1).filter(joint);
    let after = after.and_then(|joint| reading.known(reading.next(joint)?));
    let points = |known: &Known| match known.kind {
        KnownKind::Organization => Points::organization(2),
        KnownKind::Country | KnownKind::State | KnownKind::Region | KnownKind::City => {
            Points::place(2)
        }
    };
    before
        .map_or(Points::NONE, points)
        .and(after.map_or(Points::NONE, points))
}
