//! Capitals that stand for governments: "talks between Oslo and Lima".

use foldhash::{HashMap, HashMapExt};

use super::cluster::Cluster;
use super::mention::Mention;
use super::reading::Reading;
use crate::analysis::lexicon::{Facts, GOVERNMENT_ACTS, GOVERNMENT_THINGS, seated_in};
use crate::text::word::WordClass;

/// Joins a capital to its country, when the country is named in the article and
/// the capital acts more often than it is a place where something happens.
pub fn join_seats(reading: &Reading, mut places: Vec<Cluster>) -> Vec<Cluster> {
    let mut countries: HashMap<&str, usize> = HashMap::new();
    for (index, cluster) in places.iter().enumerate() {
        let first = cluster.mentions.first();
        if let Some(known) = first.and_then(|mention| reading.known_exactly(&mention.words)) {
            countries.entry(known.name).or_insert(index);
        }
    }
    for index in 0..places.len() {
        let Some(country) = governs(reading, &places[index], &countries) else {
            continue;
        };
        if country != index {
            let moved = std::mem::take(&mut places[index].mentions);
            places[country].mentions.extend(moved);
        }
    }
    places.retain(|cluster| !cluster.mentions.is_empty());
    places
}

/// The country that the capital stands for.
fn governs(
    reading: &Reading,
    capital: &Cluster,
    countries: &HashMap<&str, usize>,
) -> Option<usize> {
    let name = reading
        .span(&capital.mentions.first()?.words)
        .of(reading.text);
    let country = seated_in(name)
        .iter()
        .find_map(|country| countries.get(country))?;
    let (mut acts, mut lies) = (0, 0);
    for mention in &capital.mentions {
        match use_of(reading, mention) {
            Some(true) => acts += 1,
            Some(false) => lies += 1,
            None => {}
        }
    }
    (acts > 0 && acts >= lies).then_some(*country)
}

/// Whether a capital acts (`true`), is a place (`false`), or cannot be told.
fn use_of(reading: &Reading, mention: &Mention) -> Option<bool> {
    let lower = |at: Option<usize>| at.map_or("", |at| reading.lower(at));
    let before = reading.previous(mention.words.start);
    let after = reading.next(mention.words.end - 1);
    let second = after.and_then(|at| reading.next(at));
    let is_seat =
        |at: Option<usize>| at.is_some_and(|at| !seated_in(reading.printed(at)).is_empty());
    match lower(before) {
        "in" | "at" | "from" | "near" | "of" | "to" | "outside" | "around" | "through" => {
            return Some(false);
        }
        "toward" | "towards" | "between" | "against" | "with" => return Some(true),
        // A clause begins, and the capital is its subject.
        "that" | "if" | "unless" | "because" | "while" | "although" | "whether" => {
            return Some(true);
        }
        "and" if is_seat(before.and_then(|at| reading.previous(at))) => return Some(true),
        _ => {}
    }
    match lower(after) {
        "," if second.is_some_and(|at| reading.is_capital(at)) => Some(false),
        "and" if is_seat(second) => Some(true),
        "'s" | "’s" => has_what_governments_have(reading, after?).then_some(true),
        next => GOVERNMENT_ACTS.contains(next).then_some(true),
    }
}

/// "'s policy", "'s hard new line": the noun behind the owner, after a word or two
/// that tell of what kind it is.
fn has_what_governments_have(reading: &Reading, owner: usize) -> bool {
    let sentence = reading.sentence(owner).words.end;
    let mut behind = owner + 1..sentence.min(owner + 1 + MAX_TO_NOUN);
    let is_plain = |at: &usize| {
        let ends = Facts::OPENER.with(Facts::PARTICLE).with(Facts::SPEECH);
        reading.class(*at) == WordClass::Plain && !reading.facts(*at).any(ends)
    };
    let mut plain = behind.by_ref().take_while(is_plain);
    plain.any(|at| GOVERNMENT_THINGS.contains(reading.lower(at)))
}

/// At most so many words behind the owner are looked at.
const MAX_TO_NOUN: usize = 3;
