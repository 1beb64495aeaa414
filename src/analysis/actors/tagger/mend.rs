//! What the tagger gets wrong for want of examples, mended by what is sure.

use std::ops::Range;

use super::super::evidence::Weighed;
use super::super::mention::Mentions;
use super::super::reading::Reading;
use crate::analysis::lexicon::{COURTESIES, Facts};
use crate::model::ActorKind;

/// Mends the mentions that the tagger found by those of the rules.
pub fn mend(reading: &Reading, tagged: &mut Mentions, rules: &Mentions, weighed: &Weighed) {
    let found: Vec<(Range<usize>, ActorKind)> = tagged
        .iter()
        .map(|mention| (mention.words.clone(), mention.kind))
        .collect();
    for (words, kind) in found {
        let nobody = is_one_of_many(reading, &words) || is_letter(reading, &words);
        if nobody && rules.at(words.start).is_none() {
            tagged.remove(words.start);
            continue;
        }
        let bare = bare(reading, rules, words.clone());
        let (bare, kind) = match bare.len() > 1 && is_courtesy(reading, bare.start) {
            true => (bare.start + 1..bare.end, ActorKind::Person),
            false => (bare, kind),
        };
        let whole = match kind {
            ActorKind::Person => with_given_name(reading, tagged, bare),
            ActorKind::Organization | ActorKind::Place => bare,
        };
        if whole != words {
            tagged.remove(words.start);
            tagged.add(whole, kind);
        }
    }
    for mention in rules.iter() {
        if is_sure(reading, &mention.words) {
            tagged.replace(mention.words.clone(), mention.kind);
        }
        if weighed.margin(mention.words.start) >= SURE {
            tagged.add(mention.words.clone(), mention.kind);
        }
    }
}

/// Points over those for nothing with which a name of the rules stays where the tagger
/// saw none. Measured: with fewer the tagger gains less, with more unknown places and
/// companies are lost.
const SURE: i32 = 4;

/// The name without what stands before it: a dash, or a title that the rules took off.
fn bare(reading: &Reading, rules: &Mentions, words: Range<usize>) -> Range<usize> {
    let titles = Facts::TITLE.with(Facts::ROLE);
    let is_rest = |start: usize| {
        let rule = rules.at(start).map(|mention| &mention.words);
        rule.is_some_and(|rule| rule.start == start && rule.end == words.end)
    };
    let mut start = words.start;
    while start + 1 < words.end && !reading.printed(start).starts_with(char::is_alphanumeric) {
        start += 1;
    }
    let titled = (start + 1..words.end)
        .find(|&at| is_rest(at))
        .filter(|&name| (start..name).all(|at| reading.facts(at).any(titles)));
    titled.unwrap_or(start)..words.end
}

/// Mr., Ms.: nobody's name, and a person follows.
fn is_courtesy(reading: &Reading, at: usize) -> bool {
    COURTESIES.contains(reading.lower(at).trim_end_matches('.'))
}

/// "said Will Tarn": a capital inside a sentence makes a given name of the common word.
fn with_given_name(reading: &Reading, tagged: &Mentions, words: Range<usize>) -> Range<usize> {
    let before = reading.previous(words.start).filter(|&at| {
        let told = !reading.is_first(at) && !reading.sentence(at).title_case;
        let given = reading.is_capital(at) && reading.facts(at).any(Facts::GIVEN);
        words.len() == 1 && told && given && tagged.is_free(&(at..at + 1))
    });
    before.unwrap_or(words.start)..words.end
}

/// "the Congress of the KPP", "Dean of the School".
fn is_one_of_many(reading: &Reading, words: &Range<usize>) -> bool {
    let of = reading
        .next(words.end - 1)
        .is_some_and(|at| reading.lower(at) == "of");
    let one = Facts::ORGANIZATION.with(Facts::TITLE).with(Facts::ROLE);
    of && words.len() == 1 && reading.facts(words.start).any(one)
}

/// The "(L)" or "(R)" of a caption, a point of a list.
fn is_letter(reading: &Reading, words: &Range<usize>) -> bool {
    words.len() == 1 && reading.printed(words.start).chars().count() == 1
}

/// "Brandt & Falk", and what a list has in several words.
fn is_sure(reading: &Reading, words: &Range<usize>) -> bool {
    let joined = words.clone().any(|at| reading.printed(at) == "&");
    joined || (words.len() > 1 && reading.known_exactly(words).is_some())
}
