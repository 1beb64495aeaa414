//! No cue of its own: who else speaks in the paragraph.

use crate::model::{Attribution, Quote, QuoteKind, QuoteRef, Rule};

use super::scene::{Place, Scene};
use super::{Finding, confidence};

/// A whole sentence, not a fragment or a title.
fn stands_alone(scene: &Scene) -> bool {
    let sentence = |at: usize| scene.token(at).map(|token| token.sentence);
    let begins = scene.at == 0 || sentence(scene.at - 1) != sentence(scene.at);
    let ended = scene.words().ends_with(['.', '?', '!']);
    let whole = scene.shape.words >= 3 || (begins && ended);
    scene.shape.capital && whole && !scene.shape.titled
}

/// The passage goes on from an earlier paragraph: so does its speaker.
pub(super) fn continued(scene: &Scene) -> Option<Finding> {
    let earlier = scene.history.speaker_of(scene.passage().continues?)?;
    Some(Finding {
        cue: None,
        rule: Rule::PreviousParagraph,
        confidence: confidence::of(Rule::PreviousParagraph, None),
        ..earlier
    })
}

/// Gives a passage that goes on in the next paragraph the speaker found only there.
pub(super) fn lead_back(quotes: &mut [Quote]) {
    for at in (1..quotes.len()).rev() {
        let (before, after) = quotes.split_at_mut(at);
        let (Some(earlier), Some(later)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let goes_on = later.continues == Some(QuoteRef(at - 1)) && earlier.block != later.block;
        if goes_on && earlier.speaker.is_none() && later.speaker.is_some() {
            earlier.kind = QuoteKind::Direct;
            earlier.speaker = later.speaker.clone().map(|speaker| Attribution {
                rule: Rule::PreviousParagraph,
                confidence: confidence::of(Rule::PreviousParagraph, None),
                ..speaker
            });
        }
    }
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
