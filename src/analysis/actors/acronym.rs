//! Acronyms and what they stand for.
//!
//! "Long Name (LN)" by Schwartz and Hearst, "A simple algorithm for identifying
//! abbreviation definitions in biomedical text" (2003): the letters of the short
//! form are matched from right to left, the first one at the start of a word.

use std::ops::Range;

use foldhash::{HashSet, HashSetExt};

use super::mention::Mentions;
use super::reading::Reading;
use super::shape;
use crate::analysis::lexicon::Facts;
use crate::model::ActorKind;

/// Makes mentions of the long and the short form of every gloss.
///
/// Only where the long form holds a word of organizations or a mention found
/// already: "Internet of Things (IoT)" is a gloss too, but of nobody, and then the
/// short form is nobody either.
pub fn gloss(reading: &Reading, mentions: &mut Mentions) {
    let mut nobody = HashSet::new();
    for bracket in (1..reading.len()).filter(|&at| reading.printed(at) == "(") {
        let Some(short) = bracketed_acronym(reading, bracket) else {
            spell_out(reading, mentions, bracket);
            continue;
        };
        let Some(long) = long_form(reading, bracket, &letters(reading, short)) else {
            continue;
        };
        match kind_of(reading, mentions, &long) {
            Some(kind) if mentions.replace(long, kind) => {
                mentions.replace(short..short + 1, kind);
            }
            Some(_) => {}
            None if reading.known(short).is_none() => {
                nobody.insert(reading.form_number(short));
            }
            None => {}
        }
    }
    forget(reading, mentions, &nobody);
}

/// "CEI (Italian Episcopal Conference)": the brackets say what the acronym means,
/// in another language perhaps.
fn spell_out(reading: &Reading, mentions: &mut Mentions, bracket: usize) {
    let short = bracket - 1;
    let kind = mentions.at(short).map(|mention| mention.kind);
    let Some(kind) = kind.filter(|_| is_acronym(reading, short)) else {
        return;
    };
    let end = reading
        .sentence(bracket)
        .words
        .end
        .min(bracket + LONGEST_GLOSS);
    let inside = bracket + 1..end;
    let Some(close) = inside.clone().find(|&at| reading.printed(at) == ")") else {
        return;
    };
    let long = bracket + 1..close;
    let joint = Facts::PARTICLE.with(Facts::OPENER);
    let name = |at: usize| reading.is_capital(at) || reading.facts(at).any(joint);
    let capitals = long.clone().filter(|&at| reading.is_capital(at)).count();
    if capitals > 1 && reading.is_capital(long.start) && long.clone().all(name) {
        mentions.replace(long, kind);
    }
}

/// No name has more words.
const LONGEST_GLOSS: usize = 12;

/// What a glossed name names: what its words say, else what was found in it.
fn kind_of(reading: &Reading, mentions: &Mentions, long: &Range<usize>) -> Option<ActorKind> {
    let named = long.clone().all(|at| {
        let joint = Facts::PARTICLE.with(Facts::OPENER);
        let mark = matches!(reading.printed(at), "&" | "'" | "’" | "-" | "'s" | "’s");
        reading.is_capital(at) || reading.facts(at).any(joint) || mark
    });
    if !named || !reading.is_capital(long.start) {
        return None;
    }
    let points = shape::points(reading, long);
    if points.nothing > points.organization.max(points.place) {
        return None;
    }
    let body = long
        .clone()
        .any(|at| reading.facts(at).any(Facts::ORGANIZATION));
    let found = mentions.within(long).map(|mention| mention.kind).last();
    match found {
        _ if body => Some(ActorKind::Organization),
        Some(ActorKind::Person) | None => None,
        // "Transport for Oslo (TfO)" is no place, though it ends with one.
        Some(ActorKind::Place) if mentions.at(long.start).is_none() => {
            Some(ActorKind::Organization)
        }
        found => found,
    }
}

/// "liquefied gas (LQG)", "Internet of Things (IoT)": the acronym is no actor, here
/// and elsewhere.
fn forget(reading: &Reading, mentions: &mut Mentions, nobody: &HashSet<u32>) {
    let is_nobody = |words: &Range<usize>| {
        words.len() == 1 && nobody.contains(&reading.form_number(words.start))
    };
    let starts: Vec<usize> = mentions
        .iter()
        .filter(|mention| is_nobody(&mention.words))
        .map(|mention| mention.words.start)
        .collect();
    starts.into_iter().for_each(|at| mentions.remove(at));
}

/// The two forms of a name's initials: of its capitalised words and of all of them.
pub fn initials(reading: &Reading, words: &Range<usize>) -> (String, String) {
    let of = |all: bool| -> String {
        words
            .clone()
            .filter(|&at| (all || reading.is_capital(at)) && reading.lower(at) != "the")
            .flat_map(|at| reading.printed(at).split(['-', '/']))
            .filter_map(|part| part.chars().next())
            .filter(|c| c.is_alphabetic())
            .flat_map(char::to_uppercase)
            .collect()
    };
    (of(false), of(true))
}

/// Whether the word at `at` looks like an acronym: two to eight letters, two of them capitals.
pub fn is_acronym(reading: &Reading, at: usize) -> bool {
    let printed = reading.printed(at);
    let count = printed.chars().filter(|&c| c != '.').count();
    let capitals = printed.chars().filter(|c| c.is_uppercase()).count();
    let inner = printed
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '.' | '&' | '-'));
    (2..=8).contains(&count) && capitals >= 2 && inner && !printed.contains("--")
}

/// The letters of an acronym, upper case, without dots.
pub fn letters(reading: &Reading, at: usize) -> String {
    let alphanumeric = reading.printed(at).chars().filter(|c| c.is_alphanumeric());
    alphanumeric.flat_map(char::to_uppercase).collect()
}

/// The word of "(KSU)", or of "(KSU, in Korean)".
fn bracketed_acronym(reading: &Reading, bracket: usize) -> Option<usize> {
    let short = reading.next(bracket)?;
    let after = reading.next(short)?;
    let closed = matches!(reading.printed(after), ")" | "," | ";");
    (closed && is_acronym(reading, short)).then_some(short)
}

/// The words before `bracket` that `letters` stand for.
fn long_form(reading: &Reading, bracket: usize, letters: &str) -> Option<Range<usize>> {
    let count = letters.chars().count();
    let most = (count + 5).min(count * 2);
    let sentence = reading.sentence(bracket).words.start;
    let from = bracket.saturating_sub(most).max(sentence);
    let start = match_letters(reading, from..bracket, letters)?;
    let long = start..bracket;
    (long.len() > 1).then_some(long)
}

/// Matches `letters` from right to left; gives the word where the first one begins.
fn match_letters(reading: &Reading, words: Range<usize>, letters: &str) -> Option<usize> {
    let mut wanted = letters
        .chars()
        .flat_map(char::to_lowercase)
        .rev()
        .peekable();
    for at in words.rev() {
        let mut chars: Vec<char> = reading.lower(at).chars().collect();
        while let Some(c) = chars.pop() {
            let Some(&letter) = wanted.peek() else {
                break;
            };
            // The last letter wanted is the first of the acronym: at a word's start only.
            let is_last = wanted.clone().count() == 1;
            if c == letter && (!is_last || chars.is_empty()) {
                wanted.next();
            }
        }
        if wanted.peek().is_none() {
            return Some(at);
        }
    }
    None
}
