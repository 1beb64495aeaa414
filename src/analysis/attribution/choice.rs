//! Which candidate said a passage: the one that the weights favour.

use crate::model::Confidence;

use super::Finding;
use super::candidate::{self, Candidate, Origin};
use super::feature::View;
use super::scene::Scene;
use super::weights::Weights;

/// Chooses the speaker of a passage; `ruled` is whom the rules found.
///
/// The scores of all candidates make shares of 1. Candidates that mean the same
/// actor count together; nobody is a candidate too, and when it wins nobody spoke.
///
/// In headlines, of which few are labelled, the rules' nobody stands: they know that
/// a headline which sums up does not say whose words those are.
pub(super) fn choose(scene: &Scene, ruled: Option<Finding>, weights: &Weights) -> Option<Finding> {
    if scene.is_headline() && ruled.is_none() {
        return None;
    }
    // The weights were learned where words have spaces between them.
    if scene.paragraph.tokens.language.is_unspaced() {
        return ruled;
    }
    let candidates = candidate::all(scene, ruled);
    let shares = shares(scene, ruled, &candidates, weights);
    let together = |candidate: &Candidate| {
        let alike = candidates.iter().zip(&shares);
        let alike = alike.filter(|(other, _)| are_one(scene, candidate, other));
        alike.map(|(_, share)| share).sum::<f32>()
    };
    let (best, share) = candidates
        .iter()
        .map(|candidate| (candidate, together(candidate)))
        .zip(&shares)
        .max_by(|((_, one), own), ((_, other), others)| {
            one.total_cmp(other).then(own.total_cmp(others))
        })
        .map(|(best, _)| best)?;
    let found = best.finding()?;
    // Where the rules found the same, theirs is the better account of how; so it is of
    // the same actor where they read a cue.
    let told = ruled.filter(|ruled| {
        let beside = best.origin == Origin::Beside && ruled.cue.is_some();
        let cued = beside && scene.names.of(found.speaker).actor.is_some();
        ruled.speaker == found.speaker || (cued && scene.names.same(ruled.speaker, found.speaker))
    });
    Some(Finding {
        confidence: confidence(share),
        ..told.unwrap_or(found)
    })
}

/// The share of each candidate; together they are 1.
fn shares(
    scene: &Scene,
    ruled: Option<Finding>,
    candidates: &[Candidate],
    weights: &Weights,
) -> Vec<f32> {
    let view = View::new(scene, ruled);
    let scores: Vec<f32> = candidates
        .iter()
        .map(|candidate| weights.score(|sum| view.tell(candidate, sum)))
        .collect();
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let raised: Vec<f32> = scores.iter().map(|score| (score - highest).exp()).collect();
    let all: f32 = raised.iter().sum();
    raised.into_iter().map(|share| share / all).collect()
}

/// Whether two candidates are the same noun phrase or mean the same actor.
fn are_one(scene: &Scene, one: &Candidate, other: &Candidate) -> bool {
    match (one.speaker, other.speaker) {
        (None, None) => true,
        (Some(one), Some(other)) => one == other || scene.names.same(one, other),
        _ => false,
    }
}

fn confidence(share: f32) -> Confidence {
    // A share lies between 0 and 1, so the cast cannot cut anything off.
    Confidence::from_thousandths((share * 1000.0).round() as u16)
}
