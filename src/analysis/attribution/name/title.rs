//! The person beside a title or role that names nobody.

use crate::model::{ActorKind, ActorRef, Span};

use super::super::super::document::Paragraph;
use super::super::super::lexicon::speech::{Language, Tags};
use super::super::super::phrase::{Phrase, PhraseKind, is_role_word};
use super::Names;
use super::complement::complements_end;

/// A name in apposition stands at most this many words behind its noun phrase.
const MAX_TO_APPOSITION: usize = 8;

impl Names<'_> {
    /// The person to whom a title without a name belongs: "The Vice President, Ana Ruiz,",
    /// "First Minister of Ovar Ana Ruiz", "Ana Ruiz, Dean of the Law School".
    pub(super) fn titled_person(
        &self,
        paragraph: &Paragraph,
        phrase: &Phrase,
    ) -> Option<(Span, ActorRef)> {
        let head = phrase
            .name
            .end
            .checked_sub(1)
            .and_then(|at| paragraph.tokens.get(at))?;
        if !is_role_word(head) {
            return None;
        }
        if let Some(name) = apposed_name(paragraph, phrase) {
            return self.actor_at_end(paragraph, &name.name);
        }
        self.person_behind(paragraph, phrase).or_else(|| {
            let comma = phrase.tokens.start.checked_sub(1)?;
            let behind_comma = paragraph.tokens.get(comma)?.word == ",";
            let person = self.actor_at_end(paragraph, &(comma.saturating_sub(4)..comma));
            person.filter(|&(span, actor)| {
                let touches = paragraph
                    .tokens
                    .before(comma)
                    .is_some_and(|t| t.span.end == span.end);
                behind_comma && touches && self.is_kind(actor, &[ActorKind::Person])
            })
        })
    }

    /// "First Minister of Ovar Ana Ruiz", "CEO of the Ports Council Ana Ruiz": the person
    /// named right behind the place or organization of a title.
    pub(super) fn person_behind(
        &self,
        paragraph: &Paragraph,
        phrase: &Phrase,
    ) -> Option<(Span, ActorRef)> {
        let head = phrase
            .tokens
            .end
            .checked_sub(1)
            .and_then(|at| paragraph.tokens.get(at))?;
        let end = complements_end(paragraph, phrase);
        if !is_role_word(head) || end == phrase.tokens.end {
            return None;
        }
        let (span, actor) = self.actor_at_end(paragraph, &(phrase.tokens.end..end))?;
        let from = paragraph.tokens.slice(phrase.tokens.end..end);
        let person = from
            .iter()
            .position(|token| token.span.start == span.start)?;
        let before = phrase.tokens.end..phrase.tokens.end + person;
        let (_, seat) = self.actor_at_end(paragraph, &before)?;
        let seats = [ActorKind::Organization, ActorKind::Place];
        (self.is_kind(actor, &[ActorKind::Person]) && self.is_kind(seat, &seats))
            .then_some((span, actor))
    }
}

/// The name in "a spokesman for the union, Ana Ruiz,".
pub(super) fn apposed_name<'p>(paragraph: &'p Paragraph, phrase: &Phrase) -> Option<&'p Phrase> {
    let tokens = &paragraph.tokens;
    let end = phrase.tokens.end;
    let linked = tokens
        .get(end)
        .is_some_and(|token| token.word == "," || token.is(Tags::LINKING));
    // The head comes last in English and first in French.
    let head = match tokens.language {
        Language::English => end - 1..end,
        Language::German
        | Language::French
        | Language::Spanish
        | Language::Korean
        | Language::Chinese
        | Language::Japanese => phrase.tokens.clone(),
    };
    if !linked || !tokens.slice(head).iter().any(is_role_word) {
        return None;
    }
    let behind = tokens.slice(end..end + MAX_TO_APPOSITION);
    let comma = behind
        .iter()
        .take_while(|t| t.passage.is_none() && t.known.verb.is_none() && !t.is(Tags::AUXILIARY))
        .position(|token| token.word == ",")?;
    let start = end + comma + 1;
    let first = paragraph
        .phrases
        .partition_point(|other| other.tokens.start < start);
    let name = paragraph.phrases.get(first).filter(|other| {
        other.kind == PhraseKind::Name && other.tokens.start == start && other.name.len() <= 4
    })?;
    let closed = tokens
        .get(name.tokens.end)
        .is_none_or(|next| !next.is_word() || next.known.verb.is_some());
    closed.then_some(name)
}
