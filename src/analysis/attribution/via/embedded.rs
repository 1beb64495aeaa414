//! Somebody reports what somebody else said: the inner one speaks.

use crate::model::{Confidence, Rule};

use super::super::super::cue::{Cue, Link, Role};
use super::super::super::lexicon::REPORTING_VERBS;
use super::super::super::phrase::PhraseKind;
use super::super::Finding;
use super::super::confidence;
use super::{View, medium};

/// The inner subject stands at most this many words behind the outer cue.
const MAX_TO_INNER: usize = 6;

/// "as saying" stands at most this many words behind the one who is quoted.
const MAX_TO_SAYING: usize = 16;

/// The inner speaker as a finding, and the noun phrase of the outer one.
pub(super) fn inner_speaker(view: &View, finding: Finding) -> Option<(Finding, usize)> {
    let cue = &view.scene.paragraph.cues[finding.cue?];
    quoted_as_saying(view, finding)
        .or_else(|| reported_clause(view, finding, cue))
        .or_else(|| trailing_outlet(view, finding, cue))
}

/// KCNA quoted Ruiz as saying "…"; "…," KCNA quoted her as saying.
fn quoted_as_saying(view: &View, finding: Finding) -> Option<(Finding, usize)> {
    let quoting = view.links().find(|&link| {
        let lemma = view.scene.cue(link).lemma;
        matches!(lemma, "quote" | "cite") && link.role == Role::Subject
    })?;
    let phrase = view.phrase_at(view.scene.cue(quoting).tokens.end)?;
    let end = view.scene.paragraph.phrases[phrase].tokens.end;
    let behind = view.scene.paragraph.tokens.slice(end..end + MAX_TO_SAYING);
    let mut pairs = behind.windows(2);
    let reported =
        pairs.any(|pair| pair[0].word == "as" && pair[1].known.verb.is_some_and(|verb| verb.ing));
    reported.then(|| (inner(view, finding, phrase, finding.cue), quoting.phrase))
}

/// KCNA said that Ruiz stressed "…": the outer cue, then the inner subject and
/// its cue, all before the passage.
fn reported_clause(view: &View, finding: Finding, cue: &Cue) -> Option<(Finding, usize)> {
    if cue.tokens.end > view.scene.at {
        return None;
    }
    let chain = view.links().filter(|&link| {
        view.is_finite(link) && view.scene.cue(link).tokens.end <= view.scene.at && is_subject(link)
    });
    let chain: Vec<Link> = chain.collect();
    let pair = chain.iter().rev().find_map(|&inner| {
        let subject = view.scene.phrase(inner).tokens.start;
        let outer = chain.iter().find(|&&outer| {
            let end = view.scene.cue(outer).tokens.end;
            end <= subject && subject - end <= MAX_TO_INNER
        })?;
        Some((*outer, inner))
    });
    let (outer, link) = pair.filter(|&(outer, link)| relays(view, outer, link))?;
    let speaks = finding.speaker.phrase;
    if speaks == outer.phrase {
        return Some((
            inner(view, finding, link.phrase, Some(link.cue)),
            outer.phrase,
        ));
    }
    // The rule found the inner speaker, or a verb that shares its subject.
    (speaks == link.phrase).then(|| (inner(view, finding, speaks, finding.cue), outer.phrase))
}

/// Whether the outer one only relays. Outlets do; a person does where the inner
/// one is somebody else and clearly speaks.
fn relays(view: &View, outer: Link, inner: Link) -> bool {
    let document = medium::is_document(view, view.scene.phrase(outer));
    if (document && !view.is_outlet(outer.phrase)) || view.same(outer.phrase, inner.phrase) {
        return false;
    }
    if view.is_outlet(outer.phrase) {
        return true;
    }
    let pronoun = matches!(
        view.scene.phrase(inner).kind,
        PhraseKind::Pronoun | PhraseKind::Relative
    );
    let speech = |link: Link| REPORTING_VERBS.contains(view.scene.cue(link).lemma);
    !pronoun && speech(outer) && speech(inner)
}

/// Ruiz called the plan "…", KCNA said.
fn trailing_outlet(view: &View, finding: Finding, cue: &Cue) -> Option<(Finding, usize)> {
    let outlet = finding.speaker.phrase;
    let fragment = !view.scene.shape.capital;
    if cue.tokens.start <= view.scene.at || !fragment || !view.is_outlet(outlet) {
        return None;
    }
    let last = view
        .links()
        .filter(|&link| {
            view.is_finite(link)
                && is_subject(link)
                && view.scene.cue(link).tokens.end <= view.scene.at
                && view.scene.phrase(link).tokens.end <= view.scene.at
        })
        .last()?;
    Some((inner(view, finding, last.phrase, Some(last.cue)), outlet))
}

fn is_subject(link: Link) -> bool {
    matches!(
        link.role,
        Role::Subject | Role::Apposition | Role::Relative | Role::Passive
    )
}

/// A tenth less sure than the rule that found the outer speaker, and no surer than the kind of case.
fn inner(view: &View, finding: Finding, phrase: usize, cue: Option<usize>) -> Finding {
    let less = finding.confidence.thousandths() / 10 * 9;
    let most = confidence::of(Rule::Embedded, None);
    Finding {
        speaker: view.at(phrase),
        cue,
        rule: Rule::Embedded,
        confidence: Confidence::from_thousandths(less).min(most),
    }
}
