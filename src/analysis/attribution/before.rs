//! A cue earlier in the sentence of the passage.

use super::super::cue::{CueKind, Link, Role};
use super::scene::{Place, Scene};
use super::{Finding, confidence};

/// Ruiz said that the plan was "…".
pub(super) fn with_that(scene: &Scene) -> Option<Finding> {
    if scene.shape.titled {
        return None;
    }
    let link = scene.nearest(Place::Before, |link| {
        let cue = scene.cue(link);
        let behind = cue.tokens.end..cue.tokens.end + 3;
        let that = scene
            .paragraph
            .tokens
            .slice(behind)
            .iter()
            .any(|token| token.word == "that");
        that && cue.kind.is_verb() && can_speak(link)
    })?;
    Some(scene.found(link, Some(confidence::BEFORE_WITH_THAT)))
}

/// Ruiz called the plan "…".
pub(super) fn any(scene: &Scene) -> Option<Finding> {
    if scene.shape.titled {
        return None;
    }
    let link = scene.nearest(Place::Before, |link| {
        let kind = scene.cue(link).kind;
        (kind.is_verb() || kind == CueKind::According) && can_speak(link)
    })?;
    Some(scene.found(link, Some(confidence::BEFORE)))
}

/// Ruiz's claim that the plan was "…".
pub(super) fn noun(scene: &Scene) -> Option<Finding> {
    if scene.shape.titled {
        return None;
    }
    let link = scene.nearest(Place::Before, |link| {
        matches!(link.role, Role::Owner | Role::Origin)
    })?;
    Some(scene.found(link, None))
}

/// The second fragment of a sentence: Ruiz called it "…" and "…".
pub(super) fn second_piece(scene: &Scene) -> Option<Finding> {
    if scene.shape.titled {
        return None;
    }
    let link = scene.nearest(Place::BeforePassage, |link| {
        let shared = matches!(link.role, Role::Participle | Role::Shared);
        scene.cue(link).kind.is_verb() && (link.role.is_firm() || shared)
    })?;
    Some(scene.found(link, Some(confidence::SECOND_PIECE)))
}

fn can_speak(link: Link) -> bool {
    link.role.is_firm()
        || matches!(
            link.role,
            Role::Participle | Role::Shared | Role::Infinitive
        )
}
