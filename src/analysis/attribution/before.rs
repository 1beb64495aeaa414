//! A cue earlier in the sentence of the passage.

use super::super::cue::{CueKind, Link, Role};
use super::super::lexicon::NAMING_VERBS;
use super::super::lexicon::speech::Tags;
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
        that && cue.kind.is_verb() && link.role.may_speak()
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
        let cued = kind.is_verb() || kind == CueKind::According;
        cued && link.role.may_speak() && !is_summary(scene, link)
    })?;
    Some(scene.found(link, Some(confidence::BEFORE)))
}

/// In a headline a verb far from the passage only sums up: "Ruiz calls for unity
/// against 'the storm'" does not say whose words those are. Verbs that take the
/// words themselves, and verbs that name something with them, do.
fn is_summary(scene: &Scene, link: Link) -> bool {
    let cue = scene.cue(link);
    let names = NAMING_VERBS.contains(cue.lemma)
        && !scene
            .token(cue.tokens.end)
            .is_some_and(|next| next.is(Tags::PREPOSITION));
    let far = scene.at - cue.tokens.end > MAX_IN_HEADLINE;
    // "Ruiz asks for calm": what is asked for is summed up, whoever says it.
    let wants = scene
        .token(cue.tokens.end)
        .is_some_and(|next| next.word == "for");
    scene.is_headline() && ((far && !cue.says && !names) || wants)
}

/// Other verbs stand at most this many words before a passage in a headline.
const MAX_IN_HEADLINE: usize = 3;

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
