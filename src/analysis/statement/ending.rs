//! Where what is reported ends: with its sentence, or where the reporter goes on.

use super::super::document::Token;
use super::super::lexicon::speech::Tags;
use super::super::lexicon::statements::{JOINING, OCCASIONS};
use super::clause::Clause;
use super::content::MIN_WORDS;
use super::opening::{is_day, is_time};

/// An occasion stands at most so many words behind its preposition.
const MAX_TO_OCCASION: usize = 4;

/// The word behind the last of what begins at `start`; none when a passage belongs to it,
/// for then it is no statement.
pub(super) fn of(clause: &Clause, start: usize) -> Option<usize> {
    let mut words = start + MIN_WORDS..clause.sentence.end;
    match words.find(|&at| goes_on(clause, at)) {
        Some(at) => Some(at),
        None => (!clause.before_passage).then_some(clause.sentence.end),
    }
}

/// Whether the reporter goes on at `at`: ", adding", "; ", "and warned", ", but Vidal said".
fn goes_on(clause: &Clause, at: usize) -> bool {
    match clause.word(at) {
        ";" => true,
        "," => {
            let next = clause.word(at + 1);
            let joined = JOINING.contains(next) && is_reported(clause, at + 2);
            joined || next == "but" || is_aside(clause, at + 1) || clause.is_subordinate()
        }
        "and" | "but" => clause.word(at - 1) != "," && is_reported(clause, at + 1),
        word => !clause.cue.says && is_occasion(clause, at, word),
    }
}

/// Whether another cue stands at `at`, by itself or behind its subject.
fn is_reported(clause: &Clause, at: usize) -> bool {
    let tells = |at: usize| {
        clause.paragraph.tokens.get(at).is_some_and(|token| {
            let told = matches!(token.word, "said" | "told" | "wrote" | "says");
            let past = told || token.word.ends_with("ed");
            past && token.known.verb.is_some()
        })
    };
    let subject = clause.phrase_at(at);
    tells(at) || is_refused(clause, at) || subject.is_some_and(|subject| tells(subject.tokens.end))
}

/// "but would not describe it"
fn is_refused(clause: &Clause, at: usize) -> bool {
    let near = clause.paragraph.tokens.slice(at..at + 3);
    let refuses = |first: &Token, second: &Token, third: &Token| {
        first.is(Tags::FINITE) && matches!(second.word, "not" | "n't") && third.known.verb.is_some()
    };
    matches!(near, [first, second, third] if refuses(first, second, third))
}

/// ", adding", ", according to"
fn is_aside(clause: &Clause, at: usize) -> bool {
    let says = |token: &Token| token.known.verb.is_some_and(|verb| verb.ing && verb.says);
    let token = clause.paragraph.tokens.get(at);
    token.is_some_and(|token| token.is(Tags::ACCORDING) || says(token))
}

/// Whether behind the object of a verb that takes no words the sentence turns to when, where
/// and in what it was said: "attacked the plan on Friday".
fn is_occasion(clause: &Clause, at: usize, word: &str) -> bool {
    let occasion = |token: &Token| {
        token.is(Tags::MEDIUM) || is_time(token.word) || OCCASIONS.contains(token.word)
    };
    match word {
        "during" | "through" | "since" | "via" => true,
        "on" | "in" | "at" => {
            let near = at + 1..at + 1 + MAX_TO_OCCASION;
            clause.paragraph.tokens.slice(near).iter().any(occasion)
        }
        _ => is_day(word),
    }
}
