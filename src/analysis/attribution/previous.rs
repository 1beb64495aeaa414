//! Nothing in the paragraph tells: who spoke before it.

use crate::model::Rule;

use super::super::cue::Role;
use super::scene::Scene;
use super::{At, Finding, confidence};

/// A speaker is remembered over at most this many paragraphs.
const MAX_PARAGRAPHS: usize = 2;

/// Whoever the paragraph before introduced with a colon, or who spoke last.
pub(super) fn any(scene: &Scene) -> Option<Finding> {
    let opens = scene.at == 0 && scene.shape.capital && scene.shape.words >= 4;
    if !opens {
        return None;
    }
    introduced(scene).or_else(|| spoke_last(scene))
}

/// The paragraph before ends in a colon.
fn introduced(scene: &Scene) -> Option<Finding> {
    let number = scene.number.checked_sub(1)?;
    let before = &scene.document.paragraphs[number];
    let (_, last) = before.tokens.iter().next_back()?;
    // The phrase right before the colon is who listens, or the label itself.
    let mut links = before.links.iter().rev();
    let link = links
        .find(|link| link.role != Role::Colon)
        .or(before.links.last())
        .filter(|_| last.word == ":")?;
    Some(Finding {
        speaker: At {
            paragraph: number,
            phrase: link.phrase,
        },
        cue: None,
        rule: Rule::PreviousParagraph,
        confidence: confidence::of(Rule::PreviousParagraph, None),
    })
}

fn spoke_last(scene: &Scene) -> Option<Finding> {
    let (paragraph, last) = scene.history.last?;
    let near = scene.number - paragraph <= MAX_PARAGRAPHS;
    near.then_some(Finding {
        cue: None,
        rule: Rule::PreviousSpeaker,
        confidence: confidence::of(Rule::PreviousSpeaker, None),
        ..last
    })
}
