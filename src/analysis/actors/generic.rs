//! "the Church", "the Ministry": a lone word for a body named in full elsewhere.

use foldhash::{HashSet, HashSetExt};

use super::mention::Mentions;
use super::reading::Reading;
use crate::analysis::lexicon::Facts;
use crate::model::ActorKind;

/// Adds lone capitalised words that begin or end the name of an organization of the
/// article. Only where a common word would not be capitalised: inside a sentence, or
/// behind "The".
pub fn find_lone(reading: &Reading, mentions: &mut Mentions) {
    let mut full: HashSet<u32> = HashSet::new();
    let bodies = mentions
        .iter()
        .filter(|mention| mention.kind == ActorKind::Organization);
    for mention in bodies.filter(|mention| mention.words.len() > 1) {
        for at in [mention.words.start, mention.words.end - 1] {
            if reading.facts(at).any(Facts::ORGANIZATION) {
                full.insert(reading.form_number(at));
            }
        }
    }
    if full.is_empty() {
        return;
    }
    for at in 0..reading.len() {
        let known = full.contains(&reading.form_number(at));
        if known && mentions.at(at).is_none() && stands_alone(reading, at) {
            mentions.add(at..at + 1, ActorKind::Organization);
        }
    }
}

fn stands_alone(reading: &Reading, at: usize) -> bool {
    let capital = |at: usize| reading.is_capital(at) && !reading.facts(at).any(Facts::OPENER);
    let left = reading.previous(at).is_some_and(capital);
    let right = reading.next(at).is_some_and(capital);
    let told = !reading.is_first(at) && !reading.sentence(at).title_case;
    reading.is_capital(at) && told && !left && !right
}
