//! What a candidate names, weighed over all places where the same words stand.
//!
//! Points for a person, an organization, a place, and for nothing that acts.
//! They are set by hand and say how telling a sign is against the others: 6
//! settles a case alone, 3 does when nothing speaks against it, 1 tips a tie.

use foldhash::{HashMap, HashMapExt};

use super::context;
use super::names::Candidate;
use super::reading::Reading;
use super::shape;
use crate::model::ActorKind;

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

/// So many occurrences are weighed; the fifth "in Oslo" tells nothing new.
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

    /// What [`Weighed::at`] tells.
    fn summary(self) -> [u8; 3] {
        let mut ranked = [(self.person, 1), (self.organization, 2), (self.place, 3)];
        ranked.sort_by_key(|&(points, _)| std::cmp::Reverse(points));
        let [(best, kind), (second, _), _] = ranked;
        let cut = |points: i32| u8::try_from(points.clamp(-LEAST, 6) + LEAST).unwrap_or(0);
        [kind, cut(best - self.nothing), cut(best - second)]
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

/// What was decided of the candidates, and how sure it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weighed {
    /// For each candidate what it names; `None` is no actor.
    pub kinds: Vec<Option<ActorKind>>,
    of_word: Vec<[u8; 3]>,
}

impl Weighed {
    /// For the word at `at` the best kind of its candidate from 1, 0 for none; its
    /// points over those for nothing and over those of the second kind, both cut and
    /// from 0.
    pub fn at(&self, at: usize) -> [u32; 3] {
        let seen = self.of_word.get(at).copied().unwrap_or_default();
        seen.map(u32::from)
    }

    /// The points of the candidate at `at` over those for nothing, cut.
    pub fn margin(&self, at: usize) -> i32 {
        let [_, margin, _] = self.of_word.get(at).copied().unwrap_or_default();
        i32::from(margin) - LEAST
    }
}

/// Fewer points below zero are told alike.
const LEAST: i32 = 3;

/// Decides for each candidate what it names.
pub fn weigh(reading: &Reading, candidates: &[Candidate]) -> Weighed {
    let keys: Vec<&[u32]> = candidates
        .iter()
        .map(|candidate| reading.key(candidate.words.clone()))
        .collect();
    let mut groups: HashMap<&[u32], (Points, usize)> = HashMap::with_capacity(keys.len());
    for (key, candidate) in keys.iter().zip(candidates) {
        let (points, seen) = groups
            .entry(key)
            .or_insert_with(|| (shape::points(reading, &candidate.words), 0));
        *seen += 1;
        if *seen <= REPEATS || candidate.titled {
            *points = points.and(context::points(reading, candidate));
        }
    }
    let mut weighed = Weighed {
        kinds: Vec::with_capacity(keys.len()),
        of_word: vec![[0; 3]; reading.len()],
    };
    for (key, candidate) in keys.iter().zip(candidates) {
        let points = groups.get(key).map_or(Points::NONE, |group| group.0);
        if let Some(words) = weighed.of_word.get_mut(candidate.words.clone()) {
            words.fill(points.summary());
        }
        let free = !context::is_glued(reading, &candidate.words);
        weighed.kinds.push(points.kind().filter(|_| free));
    }
    weighed
}
