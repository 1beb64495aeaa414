//! No cue of its own: who else speaks in the paragraph.

use crate::model::Rule;

use super::scene::{Place, Scene};
use super::{Finding, confidence};

/// A whole sentence, not a fragment or a title.
fn stands_alone(scene: &Scene) -> bool {
    scene.shape.capital && scene.shape.words >= 3 && !scene.shape.titled
}

/// A further passage of the same paragraph.
pub(super) fn same(scene: &Scene) -> Option<Finding> {
    let (_, earlier) = scene.history.here?;
    stands_alone(scene).then_some(Finding {
        cue: None,
        rule: Rule::SameParagraph,
        confidence: confidence::of(Rule::SameParagraph, None),
        ..earlier
    })
}

/// Somebody speaks in the sentence before or after.
pub(super) fn near_sentence(scene: &Scene) -> Option<Finding> {
    if !stands_alone(scene) {
        return None;
    }
    let near = [Place::SentenceBefore, Place::SentenceAfter];
    let link = scene.first(&near, |link| {
        let cue = scene.cue(link);
        cue.kind.is_verb() && cue.says && link.role.is_firm()
    })?;
    Some(scene.found(link, Some(confidence::NEAR_SENTENCE)))
}
