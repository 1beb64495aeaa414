//! A cue right beside the passage: "…," said Ruiz, and Ruiz said, "…".

use super::super::cue::{CueKind, Link, Role};
use super::super::phrase::Before;
use super::Finding;
use super::scene::{Place, Scene};

/// At most this many words between the passage and a cue or speaker after it.
const GAP_AFTER: usize = 1;

/// At most this many words, the comma or colon among them, between a cue and the passage after it.
const GAP_BEFORE: usize = 2;

/// Words that open a clause of its own behind a passage.
const OPENERS: [&str; 10] = [
    "before", "after", "until", "since", "when", "while", "because", "if", "although", "though",
];

/// "…," said Ruiz. "…," Ruiz said.
pub(super) fn after(scene: &Scene) -> Option<Finding> {
    let next = scene.token(scene.at + 1).map_or("", |token| token.word);
    // "…" before the board had reported: another clause begins.
    if OPENERS.contains(&next) {
        return None;
    }
    // "called it “…” and asked": the verb behind "and" has words of its own.
    let joined = matches!(next, "and" | "or" | "but");
    let link = scene.nearest(Place::After, |link| {
        let cue = scene.cue(link);
        let phrase = scene.phrase(link).tokens.start;
        let nearer = if phrase > scene.at {
            cue.tokens.start.min(phrase)
        } else {
            cue.tokens.start
        };
        cue.kind.is_verb()
            && (link.role.is_firm() || (link.role == Role::Shared && !joined))
            && nearer - scene.at - 1 <= GAP_AFTER
    })?;
    Some(scene.found(link, None))
}

/// Ruiz said, "…". Ruiz: "…".
pub(super) fn before(scene: &Scene) -> Option<Finding> {
    let introduced = scene
        .paragraph
        .tokens
        .before(scene.at)
        .is_some_and(|token| matches!(token.word, "," | ":" | "—" | "–"));
    if !introduced {
        return None;
    }
    let link = scene.nearest(Place::Before, |link| {
        let cue = scene.cue(link);
        // A colon behind a clause only introduces: its verb tells who speaks.
        let labels = cue.kind != CueKind::Colon || begins_label(scene, link);
        fits(cue.kind) && labels && link.role.may_speak() && scene.at - cue.tokens.end <= GAP_BEFORE
    })?;
    Some(scene.found(link, None))
}

/// Whether the noun phrase before a colon begins its sentence, or the second half of a headline.
fn begins_label(scene: &Scene, link: Link) -> bool {
    let phrase = scene.phrase(link);
    let before = scene.paragraph.tokens.before(phrase.tokens.start);
    let begins = phrase.before == Before::Start
        || before.is_some_and(|token| matches!(token.word, ";" | "|"));
    begins && scene.may_label(link.phrase)
}

fn fits(kind: CueKind) -> bool {
    kind.is_verb() || matches!(kind, CueKind::According | CueKind::Colon)
}
