//! What a candidate names, weighed over all places where the same words stand.
//!
//! Points for a person, an organization, a place, and for nothing that acts.
//! They are set by hand and say how telling a sign is against the others: 6
//! settles a case alone, 3 does when nothing speaks against it, 1 tips a tie.

use std::collections::HashMap;
use std::ops::Range;

use super::context;
use super::names::Candidate;
use super::reading::Reading;
use crate::analysis::lexicon::{Facts, KnownKind};
use crate::model::ActorKind;
use crate::text::word::WordClass;

/// Points for each thing that words may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Points {
    /// A person.
    pub person: i32,
    /// An organization.
    pub organization: i32,
    /// A place.
    pub place: i32,
    /// Nothing that acts: a work, an event, a common word.
    pub nothing: i32,
}

/// Fewer points than this are no name.
const ENOUGH: i32 = 2;

/// The points of one kind of sign are counted this often; the fifth "in Oslo" tells nothing new.
const REPEATS: usize = 3;

impl Points {
    /// Points for a person.
    pub const fn person(points: i32) -> Self {
        Self {
            person: points,
            ..Self::NONE
        }
    }

    /// Points for an organization.
    pub const fn organization(points: i32) -> Self {
        Self {
            organization: points,
            ..Self::NONE
        }
    }

    /// Points for a place.
    pub const fn place(points: i32) -> Self {
        Self {
            place: points,
            ..Self::NONE
        }
    }

    /// Points for nothing that acts.
    pub const fn nothing(points: i32) -> Self {
        Self {
            nothing: points,
            ..Self::NONE
        }
    }

    /// No points.
    pub const NONE: Self = Self {
        person: 0,
        organization: 0,
        place: 0,
        nothing: 0,
    };

    /// The sum of both.
    pub const fn and(self, other: Self) -> Self {
        Self {
            person: self.person + other.person,
            organization: self.organization + other.organization,
            place: self.place + other.place,
            nothing: self.nothing + other.nothing,
        }
    }

    /// The kind with the most points, if they are enough and more than for nothing.
    pub fn kind(self) -> Option<ActorKind> {
        let best = self.person.max(self.organization).max(self.place);
        if best < ENOUGH || best <= self.nothing {
            return None;
        }
        Some(match best {
            _ if best == self.person => ActorKind::Person,
            _ if best == self.organization => ActorKind::Organization,
            _ => ActorKind::Place,
        })
    }
}

/// Decides for each candidate what it names; `None` is no actor.
pub fn weigh(reading: &Reading, candidates: &[Candidate]) -> Vec<Option<ActorKind>> {
    let keys: Vec<Vec<u32>> = candidates
        .iter()
        .map(|candidate| reading.key(candidate.words.clone()))
        .collect();
    let mut groups: HashMap<&[u32], (Points, usize)> = HashMap::with_capacity(keys.len());
    for (key, candidate) in keys.iter().zip(candidates) {
        let (points, seen) = groups
            .entry(key)
            .or_insert_with(|| (shape(reading, &candidate.words), 0));
        *seen += 1;
        if *seen <= REPEATS || candidate.titled {
            *points = points.and(context::points(reading, candidate));
        }
    }
    keys.iter()
        .map(|key| {
            groups
                .get(key.as_slice())
                .and_then(|(points, _)| points.kind())
        })
        .collect()
}

/// What the words themselves tell.
pub fn shape(reading: &Reading, words: &Range<usize>) -> Points {
    let listed = from_lists(reading, words);
    let ends = from_ends(reading, words);
    listed
        .and(ends)
        .and(from_person_words(reading, words))
        .and(from_looks(reading, words))
}

fn from_lists(reading: &Reading, words: &Range<usize>) -> Points {
    let Some(known) = reading.known_exactly(words) else {
        return Points::NONE;
    };
    let person = words.len() == 1
        && reading
            .facts(words.start)
            .any(Facts::GIVEN.with(Facts::FAMILY));
    let doubt = if person || reading.form(words.start).is_common() {
        2
    } else {
        0
    };
    match known.kind {
        KnownKind::Country => Points::place(7 - doubt),
        KnownKind::State | KnownKind::Region => Points::place(6 - doubt),
        KnownKind::City => Points::place(5 - doubt),
        KnownKind::Organization => Points::organization(6 - doubt),
    }
}

/// The last word, and the first before "of": Ministry, River, Treaty of.
fn from_ends(reading: &Reading, words: &Range<usize>) -> Points {
    if reading.known_exactly(words).is_some() {
        return Points::NONE;
    }
    let of = words
        .clone()
        .find(|&at| matches!(reading.lower(at), "of" | "for" | "on"));
    let head = of.map_or(words.end - 1, |of| of.max(words.start + 1) - 1);
    let facts = reading.facts(head);
    let named = reading.facts(words.start).any(Facts::GIVEN) && words.len() == 2;
    let weight = if named { 1 } else { 6 };
    let mut points = Points::NONE;
    if words.len() > 1 {
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
        if of.is_none()
            && words
                .clone()
                .any(|at| reading.facts(at).any(Facts::ORGANIZATION))
        {
            points.organization += 2;
        }
    } else if facts.any(Facts::ORGANIZATION.with(Facts::THING).with(Facts::PLACE)) {
        // A lone "Ministry" or "River" names nobody; a longer name may take it in later.
        points.nothing += 4;
    }
    points
}

fn from_person_words(reading: &Reading, words: &Range<usize>) -> Points {
    let first = reading.facts(words.start);
    let last = reading.facts(words.end - 1);
    let hyphened = reading.printed(words.end - 1).contains('-');
    let body = words
        .clone()
        .any(|at| reading.facts(at).any(Facts::ORGANIZATION));
    let mut points = Points::NONE;
    if words.len() == 1 {
        let common = reading.form(words.start).is_common();
        let weight = if common { 1 } else { 2 };
        points.person += if first.any(Facts::GIVEN) { weight } else { 0 };
        points.person += if first.any(Facts::FAMILY) { weight } else { 0 };
        return points;
    }
    if first.any(Facts::GIVEN) && words.len() < 6 && !body {
        points.person += 5;
    }
    if first.any(Facts::FAMILY_FIRST) && (hyphened || words.len() == 3) && !body {
        points.person += if hyphened { 6 } else { 2 };
    }
    if last.any(Facts::FAMILY) && words.len() < 5 {
        points.person += 3;
    }
    let initial = |at: usize| reading.class(at) == WordClass::Initial;
    let junior = matches!(
        reading.lower(words.end - 1),
        "jr" | "jr." | "sr" | "sr." | "iii" | "iv"
    );
    if words.clone().any(initial) || junior {
        points.person += 4;
    }
    let particle = |at: usize| reading.facts(at).any(Facts::PARTICLE) && !reading.is_capital(at);
    if words.clone().any(particle) && !words.clone().any(|at| reading.lower(at) == "of") {
        points.person += 2;
    }
    points
}

/// Capitals, length, and whether its words are common ones.
fn from_looks(reading: &Reading, words: &Range<usize>) -> Points {
    let form = reading.form(words.start);
    let not_name = |at: usize| reading.facts(at).any(Facts::NOT_NAME.with(Facts::DATE));
    if words.clone().all(not_name) {
        return Points::nothing(5);
    }
    let known = reading.known_exactly(words).is_some();
    if words.len() == 1 {
        if known {
            return Points::NONE;
        }
        if form.facts.any(Facts::PEOPLE) {
            return Points::nothing(6);
        }
        if form.acronym {
            let short = form.lower.chars().count() < 7;
            return if short {
                Points::organization(2)
            } else {
                Points::nothing(1)
            };
        }
        if form.is_common() || form.lowered > 0 {
            return Points::nothing(3);
        }
        return Points::person(1).and(Points::organization(1));
    }
    if known {
        return Points::NONE;
    }
    let capitals = words.clone().filter(|&at| reading.is_capital(at));
    let (mut all, mut common) = (0, 0);
    for at in capitals {
        let facts = reading.facts(at);
        all += 1;
        let name = Facts::GIVEN.with(Facts::FAMILY).with(Facts::ORGANIZATION);
        common += usize::from(reading.form(at).is_common() && !facts.any(name));
    }
    match (all - common, common) {
        (0, _) => Points::nothing(2),
        (_, 0) if all < 4 => Points::person(2).and(Points::organization(1)),
        _ => Points::organization(2),
    }
}
