//! Speakers by layout: transcripts, headlines with a name and a colon, names behind a dash.

use std::ops::Range;

use crate::model::Rule;

use super::super::document::{Paragraph, Token};
use super::super::phrase::{Phrase, PhraseKind};
use super::scene::Scene;
use super::{At, Finding, confidence};

/// A label has at most this many words, what stands in brackets included.
const MAX_LABEL: usize = 9;

/// Behind a name after a dash stand at most this many words: ", a nurse".
const MAX_BEHIND_NAME: usize = 8;

/// RUIZ: "…". MODERATOR (Ana Ruiz): "…". "…" — Ana Ruiz
pub(super) fn beside(scene: &Scene) -> Option<Finding> {
    let labelled = colon(scene.paragraph).filter(|&colon| colon + 1 == scene.at);
    match labelled {
        Some(colon) => labelled_with(scene, colon),
        None => behind_dash(scene),
    }
}

/// Whoever the paragraph or headline is labelled with: RUIZ: We told them "…".
pub(super) fn of_paragraph(scene: &Scene) -> Option<Finding> {
    colon(scene.paragraph)
        .filter(|&colon| colon < scene.at)
        .and_then(|colon| labelled_with(scene, colon))
}

/// The colon behind a label at the start of the paragraph.
fn colon(paragraph: &Paragraph) -> Option<usize> {
    let tokens = paragraph.tokens.slice(0..MAX_LABEL);
    let colon = tokens.iter().position(|token| token.word == ":")?;
    let bracket = tokens[..colon].iter().position(|token| token.word == "(");
    let label = &tokens[..bracket.unwrap_or(colon)];
    let closed = bracket.is_none() || tokens[..colon].last().is_some_and(|t| t.word == ")");
    let named = !label.is_empty() && label.iter().all(is_label_word);
    (closed && named).then_some(colon)
}

fn is_label_word(token: &Token) -> bool {
    token.passage.is_none() && (token.is_capital() || !token.is_word()) && token.word != "."
}

/// The person in brackets, or else the label itself.
fn labelled_with(scene: &Scene, colon: usize) -> Option<Finding> {
    let phrases = &scene.paragraph.phrases;
    let early = phrases.partition_point(|phrase| phrase.tokens.start < colon);
    let name = |index: &usize| phrases[*index].kind == PhraseKind::Name;
    let bracketed = (0..early).find(|index| name(index) && phrases[*index].in_brackets);
    let phrase = bracketed.or_else(|| (0..early).find(|index| name(index)))?;
    Some(found(scene.number, phrase))
}

/// The name behind a dash after the passage, in its paragraph or alone in the next.
fn behind_dash(scene: &Scene) -> Option<Finding> {
    if scene.at + 1 < scene.paragraph.tokens.len() {
        return signed(scene.paragraph, scene.at + 1).map(|phrase| found(scene.number, phrase));
    }
    let next = scene.document.paragraphs.get(scene.number + 1)?;
    signed(next, 0).map(|phrase| found(scene.number + 1, phrase))
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
