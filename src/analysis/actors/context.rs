//! What stands around a candidate tells what it names.

use std::ops::Range;

use super::evidence::Points;
use super::names::Candidate;
use super::reading::Reading;
use crate::analysis::lexicon::{Facts, Known, KnownKind};
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

/// "Oslo, Tarnmoor and Bergen": what stands in a row is of one kind.
fn listed_beside(reading: &Reading, candidate: &Candidate) -> Points {
    let words = &candidate.words;
    if words.len() > 1 || reading.known_exactly(words).is_some() {
        return Points::NONE;
    }
    let joint = |at: &usize| matches!(reading.lower(*at), "," | "and" | "or" | "&");
    let before = reading
        .previous(words.start)
        .filter(joint)
        .and_then(|joint| {
            let from = joint
                .saturating_sub(3)
                .max(reading.sentence(joint).words.start);
            (from..joint).find_map(|at| {
                reading
                    .known(at)
                    .filter(|known| at + known.words.len() == joint)
            })
        });
    let after = reading
        .next(words.end - 1)
        .filter(joint)
        .and_then(|joint| reading.known(reading.next(joint)?));
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

fn before(reading: &Reading, candidate: &Candidate) -> Points {
    let start = candidate.words.start;
    let Some(at) = reading.previous(start) else {
        return Points::NONE;
    };
    let form = reading.form(at);
    if reading
        .printed(at)
        .starts_with(|c: char| c.is_ascii_digit())
        && reading.class(at) == WordClass::Plain
    {
        // "the 8th Congress": one of many.
        return Points::nothing(4);
    }
    match form.lower.as_ref() {
        "the" => return article(reading, candidate),
        "a" | "an" => return Points::nothing(2).and(Points::person(-2)),
        "in" | "near" | "outside" | "across" | "throughout" | "around" => {
            return Points::place(3).and(Points::person(-2));
        }
        "from" | "to" | "at" => return Points::place(1),
        "of" => return of(reading, at),
        "northern" | "southern" | "eastern" | "western" | "central" | "downtown"
        | "north-eastern" | "north-western" | "south-eastern" | "south-western"
        | "northeastern" | "northwestern" | "southeastern" | "southwestern" => {
            return Points::place(4);
        }
        "said" | "says" | "added" | "adds" | "told" | "asked" => return speaks(reading, candidate),
        _ => {}
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

/// People speak more often than bodies do, but not under acronyms.
fn speaks(reading: &Reading, candidate: &Candidate) -> Points {
    if candidate.words.len() == 1 && reading.form(candidate.words.start).acronym {
        return Points::organization(2);
    }
    Points::person(2).and(Points::organization(1))
}

/// People and cities bear no article; rivers and seas do.
fn article(reading: &Reading, candidate: &Candidate) -> Points {
    let water = reading.facts(candidate.words.end - 1).any(Facts::PLACE);
    if water || reading.known_exactly(&candidate.words).is_some() {
        return Points::NONE;
    }
    Points::organization(2)
        .and(Points::person(-3))
        .and(Points::place(-1))
}

/// "the city of Aldmoor", "residents of Aldmoor".
fn of(reading: &Reading, of: usize) -> Points {
    let Some(at) = reading.previous(of) else {
        return Points::NONE;
    };
    match reading.lower(at) {
        "city" | "town" | "village" | "province" | "state" | "region" | "district" | "island"
        | "suburb" | "port" | "capital" | "outskirts" | "south" | "north" | "east" | "west"
        | "municipality" | "county" | "republic" | "kingdom" => Points::place(5),
        "residents" | "people" | "coast" | "streets" | "mayor" | "governor" | "border" => {
            Points::place(2)
        }
        "member" | "members" | "chairman" | "head" | "director" | "ceo" | "spokesman"
        | "spokeswoman" | "founder" => Points::organization(2),
        _ => Points::NONE,
    }
}

fn after(reading: &Reading, candidate: &Candidate) -> Points {
    let last = candidate.words.end - 1;
    let Some(at) = reading.next(last) else {
        return Points::NONE;
    };
    let form = reading.form(at);
    match form.lower.as_ref() {
        "," => return after_comma(reading, at),
        "who" | "whose" => return Points::person(4),
        "'s" | "’s" => return owned(reading, at),
        "spokesman" | "spokeswoman" | "spokesperson" | "officials" | "official" | "employees"
        | "shares" | "ceo" | "chief" | "members" | "executives" | "staff" | "users"
        | "lawmakers" | "leaders" | "bosses" => {
            return Points::organization(2).and(Points::place(1));
        }
        "residents" => return Points::place(3),
        "festival" | "virus" | "disease" | "syndrome" | "vaccine" | "prize" | "award"
        | "trophy" => {
            return Points::nothing(2);
        }
        _ => {}
    }
    // "Festival 2019" comes every year; "Tarn station" is a building.
    let year = reading.class(at) == WordClass::Number && reading.printed(at).len() == 4;
    let known = reading.known_exactly(&candidate.words).is_some();
    let thing = !form.capital && form.facts.any(Facts::THING) && !form.facts.any(Facts::SPEECH);
    if !known && (year || thing) {
        return Points::nothing(2);
    }
    if form.facts.any(Facts::SPEECH) && !form.capital {
        return speaks(reading, candidate);
    }
    if reading.class(at) == WordClass::Party {
        return Points::person(5);
    }
    Points::NONE
}

/// ", 43," after a person; ", Norway" after a city; ", who" after a person.
fn after_comma(reading: &Reading, comma: usize) -> Points {
    let Some(at) = reading.next(comma) else {
        return Points::NONE;
    };
    let age = reading.class(at) == WordClass::Number && reading.printed(at).len() < 3;
    if age
        && reading
            .next(at)
            .is_some_and(|after| matches!(reading.printed(after), "," | "." | ")"))
    {
        return Points::person(5);
    }
    if matches!(reading.lower(at), "who" | "whose") {
        return Points::person(4);
    }
    let place = reading
        .known(at)
        .is_some_and(|known| known.kind != crate::analysis::lexicon::KnownKind::Organization);
    if place {
        return Points::place(2);
    }
    let article = matches!(reading.lower(at), "a" | "an" | "the");
    let from = if article { at + 1 } else { at };
    let role = (from..from + 3)
        .take_while(|&at| at < reading.sentence(comma).words.end)
        .any(|at| reading.facts(at).any(Facts::ROLE) && !reading.is_capital(at));
    if role {
        Points::person(3)
    } else {
        Points::NONE
    }
}

/// "X's wife" is a person's, "X's capital" a place's.
fn owned(reading: &Reading, possessive: usize) -> Points {
    let Some(at) = reading.next(possessive) else {
        return Points::NONE;
    };
    match reading.lower(at) {
        "wife" | "husband" | "son" | "daughter" | "mother" | "father" | "brother" | "sister"
        | "lawyer" | "lawyers" | "attorney" | "family" | "death" | "career" | "parents" => {
            Points::person(3)
        }
        "capital" | "government" | "president" | "parliament" | "economy" | "border"
        | "population" | "army" | "military" | "foreign" | "prime" => Points::place(3),
        "board" | "ceo" | "headquarters" | "spokesman" | "shares" | "website" => {
            Points::organization(3)
        }
        _ => Points::NONE,
    }
}

/// "“Night Ferry”": the whole name in quotation marks is a title.
fn quoted(reading: &Reading, candidate: &Candidate) -> Points {
    let words = &candidate.words;
    let mark = |at: Option<usize>| at.is_some_and(|at| reading.class(at) == WordClass::Mark);
    let opened = mark(reading.previous(words.start)) && reading.touches_next(words.start - 1);
    let after = reading.next(words.end - 1);
    if opened && mark(after) && reading.touches_next(words.end - 1) {
        return Points::nothing(4);
    }
    Points::NONE
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
