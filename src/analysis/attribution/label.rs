//! Speakers by layout: transcripts, headlines with a name and a colon, names behind a dash.

use std::ops::Range;

use crate::model::Rule;

use super::super::document::{Paragraph, Token};
use super::super::lexicon::speech::Tags;
use super::super::phrase::{Phrase, PhraseKind, is_role_word};
use super::name::complements_end;
use super::scene::Scene;
use super::{At, Finding, confidence};

/// Behind a name after a dash stand at most this many words: ", a nurse".
const MAX_BEHIND_NAME: usize = 8;

/// RUIZ: "…". MODERATOR (Ana Ruiz): "…". "…" — Ana Ruiz
pub(super) fn beside(scene: &Scene) -> Option<Finding> {
    let label = scene.paragraph.tokens.label;
    let labelled = label.filter(|&colon| colon + 1 == scene.at);
    match labelled {
        Some(colon) => labelled_with(scene, colon),
        None => behind_dash(scene).or_else(|| behind_headline(scene)),
    }
}

/// Whoever the paragraph or headline is labelled with: RUIZ: We told them "…".
pub(super) fn of_paragraph(scene: &Scene) -> Option<Finding> {
    let label = scene.paragraph.tokens.label;
    label
        .filter(|&colon| colon < scene.at)
        .and_then(|colon| labelled_with(scene, colon))
}

/// The person in brackets, or else the label itself.
fn labelled_with(scene: &Scene, colon: usize) -> Option<Finding> {
    let phrases = &scene.paragraph.phrases;
    let early = phrases.partition_point(|phrase| phrase.tokens.start < colon);
    let name = |index: &usize| phrases[*index].kind == PhraseKind::Name;
    let bracketed = (0..early).find(|index| name(index) && phrases[*index].in_brackets);
    let phrase = bracketed.or_else(|| (0..early).find(|index| name(index)))?;
    scene.may_label(phrase).then(|| found(scene.number, phrase))
}

/// The name behind a dash after the passage, in its paragraph or alone in the next.
fn behind_dash(scene: &Scene) -> Option<Finding> {
    if scene.at + 1 < scene.paragraph.tokens.len() {
        return signed(scene.paragraph, scene.at + 1).map(|phrase| found(scene.number, phrase));
    }
    let body = &scene.document.paragraphs[..scene.document.body];
    let next = body.get(scene.number + 1)?;
    signed(next, 0).map(|phrase| found(scene.number + 1, phrase))
}

/// '…': the mayor on her first day
fn behind_headline(scene: &Scene) -> Option<Finding> {
    let colon = scene
        .token(scene.at + 1)
        .is_some_and(|next| next.word == ":");
    if !(scene.is_headline() && colon) {
        return None;
    }
    let phrases = &scene.paragraph.phrases;
    let start = scene.at + 2;
    let first = phrases.partition_point(|phrase| phrase.tokens.start < start);
    let phrase = phrases
        .get(first)
        .filter(|phrase| phrase.tokens.start == start)?;
    let head = scene.token(phrase.tokens.end - 1);
    let person = phrase.kind == PhraseKind::Name || head.is_some_and(is_role_word);
    // "'…': Chief of the mine is questioned" goes on about the person.
    let end = complements_end(scene.paragraph, phrase);
    let tells = |token: &Token| token.known.verb.is_some() || token.is(Tags::AUXILIARY);
    let ends = !scene.token(end).is_some_and(tells);
    (person && ends).then(|| found(scene.number, first))
}

/// The name that ends `paragraph`, behind a dash at `at`.
fn signed(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let dash = paragraph.tokens.get(at)?;
    if !matches!(dash.word, "-" | "–" | "—" | "―" | "--") {
        return None;
    }
    let phrases = &paragraph.phrases;
    let first = phrases.partition_point(|phrase| phrase.tokens.start <= at);
    let phrase = phrases.get(first)?;
    let rest = phrase.tokens.end..paragraph.tokens.len();
    let signs = phrase.kind == PhraseKind::Name && phrase.tokens.start == at + 1;
    (signs && is_apposition(paragraph, phrase, rest)).then_some(first)
}

/// Whether what follows a signature only describes it.
fn is_apposition(paragraph: &Paragraph, phrase: &Phrase, rest: Range<usize>) -> bool {
    let behind = paragraph.tokens.slice(rest);
    let plain = |token: &Token| token.passage.is_none() && token.known.verb.is_none();
    behind.len() <= MAX_BEHIND_NAME
        && phrase.name.len() <= 5
        && behind.iter().all(plain)
        && behind
            .first()
            .is_none_or(|first| matches!(first.word, "," | "." | "("))
}

fn found(paragraph: usize, phrase: usize) -> Finding {
    Finding {
        speaker: At { paragraph, phrase },
        cue: None,
        rule: Rule::Colon,
        confidence: confidence::of(Rule::Colon, None),
    }
}
