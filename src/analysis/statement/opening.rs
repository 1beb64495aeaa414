//! Where what a verb reports begins: behind the listener, the time and the place.

use super::super::document::Token;
use super::super::lexicon::speech::Tags;
use super::super::lexicon::statements::{ADJUNCTS, DAYS, OPENERS, TIMES, TOLD, TOPICS, WITH_TOPIC};
use super::super::phrase::Phrase;
use super::clause::Clause;

/// "that" opens what is said at most so many words behind the cue.
const MAX_TO_THAT: usize = 10;

/// The first word of what the verb reports, if it stands behind `start`.
pub(super) fn behind(clause: &Clause, start: usize) -> usize {
    let at = behind_listener(clause, start);
    let at = behind_adjuncts(clause, at);
    behind_topic(clause, at)
}

/// Whether the word says when something was said.
pub(super) fn is_time(word: &str) -> bool {
    is_day(word) || TIMES.contains(word)
}

/// Whether the word is a day.
pub(super) fn is_day(word: &str) -> bool {
    DAYS.contains(word)
}

/// Behind the one who is told, asked or warned.
fn behind_listener(clause: &Clause, at: usize) -> usize {
    if !TOLD.contains(clause.cue.lemma) {
        return at;
    }
    let near = clause.paragraph.tokens.slice(at..at + MAX_TO_THAT);
    let inside = |token: &&Token| {
        token.sentence == clause.cue.sentence && token.passage.is_none() && token.word != ","
    };
    let opened = near
        .iter()
        .take_while(inside)
        .position(|token| OPENERS.contains(token.word));
    let pronoun = matches!(clause.word(at), "him" | "her" | "them" | "us" | "me");
    match (opened, clause.phrase_at(at)) {
        (Some(opened), _) => at + opened,
        (None, Some(phrase)) => phrase.tokens.end,
        (None, None) => at + usize::from(pronoun || clause.cue.lemma == "tell"),
    }
}

/// Behind when, where and in what it was said: "on Tuesday", "in an interview", ", however,".
fn behind_adjuncts(clause: &Clause, start: usize) -> usize {
    let mut at = start;
    while at < clause.sentence.end {
        match adjunct_end(clause, at) {
            Some(end) => at = end,
            None => break,
        }
    }
    at
}

fn adjunct_end(clause: &Clause, at: usize) -> Option<usize> {
    let token = clause.paragraph.tokens.get(at)?;
    let adverb = token.word.ends_with("ly") && token.first.is_lowercase();
    if is_time(token.word) || (adverb && clause.cue.says) {
        return Some(at + 1);
    }
    if matches!(token.word, "last" | "this") && is_time(clause.word(at + 1)) {
        return Some(at + 2);
    }
    if token.word == "," {
        let interrupted = clause.word(at + 2) == "," && clause.word(at + 3) == "that";
        return interrupted.then_some(at + 3);
    }
    if !ADJUNCTS.contains(token.word) {
        return None;
    }
    that_behind(clause, at).or_else(|| phrase_end(clause, at + 1).filter(|_| clause.cue.says))
}

/// The "that" behind a phrase of time, place or medium at `at`.
fn that_behind(clause: &Clause, at: usize) -> Option<usize> {
    let end = clause.sentence.end.min(at + MAX_TO_THAT);
    let near = clause.paragraph.tokens.slice(at..end);
    Some(at + near.iter().position(|token| token.word == "that")?)
}

/// Where a noun phrase at `at` ends, with what hangs on it, or a year or a month.
fn phrase_end(clause: &Clause, at: usize) -> Option<usize> {
    if let Some(phrase) = clause.phrase_at(at) {
        return Some(with_complement(clause, phrase));
    }
    let token = clause.paragraph.tokens.get(at)?;
    (token.first.is_numeric() || is_time(token.word)).then_some(at + 1)
}

fn with_complement(clause: &Clause, phrase: &Phrase) -> usize {
    let end = phrase.tokens.end;
    let link = clause.paragraph.tokens.get(end);
    let linked = link.is_some_and(|token| token.is(Tags::LINKING));
    let next = clause.phrase_at(end + 1).filter(|_| linked);
    next.map_or(end, |next| next.tokens.end)
}

/// Behind the word that leads to what it is about.
fn behind_topic(clause: &Clause, at: usize) -> usize {
    let takes = !clause.cue.says || WITH_TOPIC.contains(clause.cue.lemma);
    // "declined to comment": the infinitive needs its "to".
    let infinitive = clause.word(at) == "to" && clause.phrase_at(at + 1).is_none();
    at + usize::from(takes && !infinitive && TOPICS.contains(clause.word(at)))
}
