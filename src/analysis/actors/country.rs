//! Capitals that stand for governments: "talks between Oslo and Lima".

use std::collections::HashMap;

use super::cluster::Cluster;
use super::mention::Mention;
use super::reading::Reading;
use crate::analysis::lexicon::seated_in;

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
        "toward" | "towards" | "between" | "against" | "with" | "unless" | "that" | "if" => {
            return Some(true);
        }
        "and" if is_seat(before.and_then(|at| reading.previous(at))) => return Some(true),
        _ => {}
    }
    match lower(after) {
        "," if second.is_some_and(|at| reading.is_capital(at)) => Some(false),
        "and" if is_seat(second) => Some(true),
        "'s" | "’s" => POLICY.contains(&lower(second)).then_some(true),
        next => ACTS.contains(&next).then_some(true),
    }
}

/// Verbs that governments are subjects of.
const ACTS: [&str; 44] = [
    "has",
    "had",
    "will",
    "would",
    "should",
    "must",
    "may",
    "says",
    "said",
    "wants",
    "wanted",
    "gives",
    "gave",
    "sees",
    "saw",
    "denies",
    "denied",
    "accused",
    "accuses",
    "warned",
    "warns",
    "refused",
    "refuses",
    "insisted",
    "insists",
    "called",
    "agreed",
    "agrees",
    "rejected",
    "rejects",
    "imposed",
    "announced",
    "sent",
    "sought",
    "seeks",
    "hopes",
    "hoped",
    "fears",
    "considers",
    "regards",
    "views",
    "needs",
    "claims",
    "demands",
];

/// What governments have.
const POLICY: [&str; 34] = [
    "policy",
    "policies",
    "rivalry",
    "government",
    "demand",
    "demands",
    "position",
    "stance",
    "response",
    "decision",
    "claim",
    "claims",
    "nuclear",
    "foreign",
    "military",
    "sanctions",
    "allies",
    "relations",
    "ties",
    "ambitions",
    "deepening",
    "hostile",
    "call",
    "calls",
    "refusal",
    "intention",
    "interests",
    "support",
    "ally",
    "envoy",
    "proposal",
    "offer",
    "tariffs",
    "embassy",
];
