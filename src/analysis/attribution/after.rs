//! A cue later in the sentence of the passage.

use super::super::cue::CueKind;
use super::scene::{Place, Scene};
use super::{Finding, confidence};

/// The "…" plan, Ruiz said. Only verbs that take the words themselves.
pub(super) fn any(scene: &Scene) -> Option<Finding> {
    if scene.shape.titled {
        return None;
    }
    let link = scene.nearest(Place::After, |link| {
        let cue = scene.cue(link);
        let says = cue.kind.is_verb() && cue.says;
        (says || cue.kind == CueKind::According) && link.role.is_firm()
    })?;
    Some(scene.found(link, Some(confidence::AFTER)))
}
