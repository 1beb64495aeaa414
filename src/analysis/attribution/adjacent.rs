//! A cue right beside the passage: "…," said Ruiz, and Ruiz said, "…".

use super::super::cue::{CueKind, Link, Role};
use super::super::phrase::Before;
use super::Finding;
use super::scene::{Place, Scene};

/// At most this many words between the passage and a cue or speaker after it.
const GAP_AFTER: usize = 1;

/// At most this many words, the comma or colon among them, between a cue and the passage after it.
const GAP_BEFORE: usize = 2;

/// "…," said Ruiz. "…," Ruiz said.
pub(super) fn after(scene: &Scene) -> Option<Finding> {
    // "called it “…” and asked": the verb behind "and" has words of its own.
    let joined = scene
        .token(scene.at + 1)
        .is_some_and(|next| matches!(next.word, "and" | "or" | "but"));
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
        let labels = cue.kind != CueKind::Colon || scene.phrase(link).before == Before::Start;
        fits(cue.kind) && labels && can_speak(link) && scene.at - cue.tokens.end <= GAP_BEFORE
    })?;
    Some(scene.found(link, None))
}

fn fits(kind: CueKind) -> bool {
    kind.is_verb() || matches!(kind, CueKind::According | CueKind::Colon)
}

fn can_speak(link: Link) -> bool {
    link.role.is_firm()
        || matches!(
            link.role,
            Role::Participle | Role::Shared | Role::Infinitive
        )
}
