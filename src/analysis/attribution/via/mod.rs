//! Through whom the article has the words.
//!
//! The speaker that a rule found may be only the one who relays; then the inner
//! speaker takes the place and the outer one becomes `via`. Otherwise the
//! sentence is searched for who relayed, who listened, and in what it was said.

mod embedded;
mod korean;
mod listener;
mod medium;
mod relayer;
mod unspaced;

use std::ops::Range;

use crate::model::{Relation, Rule, Via};

use super::super::cue::{CueKind, Link};
use super::super::document::Token;
use super::super::lexicon::speech::{Language, Tags};
use super::super::phrase::{After, PhraseKind};
use super::name::{Named, Names};
use super::scene::Scene;
use super::{At, Finding};

/// A speaker with the one who relays the words.
#[derive(Debug, Clone)]
pub(super) struct Relayed {
    pub finding: Finding,
    pub via: Option<Via>,
}

/// Looks for who relays the words; the speaker found may turn out to be only that.
///
/// `earlier` is the `via` of the passage before in the same paragraph, which
/// holds on for passages without a cue of their own.
pub(super) fn relay(scene: &Scene, finding: Finding, earlier: Option<&Via>) -> Relayed {
    let view = View {
        scene,
        names: scene.names,
    };
    if scene.paragraph.tokens.language.is_unspaced() {
        let via = unspaced::find(&view, finding);
        return Relayed { finding, via };
    }
    if finding.rule == Rule::SameParagraph {
        let via = earlier
            .filter(|via| via.relation != Relation::ReportedBy)
            .cloned();
        return Relayed { finding, via };
    }
    if finding.speaker.paragraph != scene.number {
        return Relayed { finding, via: None };
    }
    if scene.paragraph.tokens.language == Language::Korean {
        let via = korean::find(&view, finding);
        return Relayed { finding, via };
    }
    if let Some((inner, outer)) = embedded::inner_speaker(&view, finding) {
        let via = Some(view.via(view.named(outer), Relation::ReportedBy));
        return Relayed {
            finding: inner,
            via,
        };
    }
    let (finding, document) = medium::author(&view, finding);
    let via = relayer::find(&view, finding)
        .or_else(|| listener::find(&view, finding))
        .or(document)
        .or_else(|| medium::find(&view, finding));
    Relayed { finding, via }
}

/// A passage as the rules for `via` look at it.
struct View<'a> {
    scene: &'a Scene<'a>,
    names: &'a Names<'a>,
}

/// A listener or medium has at most this many words.
const MAX_WORDS: usize = 6;

/// At most this many words around the passage are searched.
const MAX_DISTANCE: usize = 60;

impl<'a> View<'a> {
    fn named(&self, phrase: usize) -> Named {
        self.names.of(self.at(phrase)).clone()
    }

    fn at(&self, phrase: usize) -> At {
        At {
            paragraph: self.scene.number,
            phrase,
        }
    }

    fn via(&self, named: Named, relation: Relation) -> Via {
        Via {
            actor: named.actor,
            name: named.name,
            mention: named.mention,
            relation,
        }
    }

    /// The words around the passage that belong to its sentence.
    fn sentence(&self) -> Range<usize> {
        let at = self.scene.at;
        let tokens = &self.scene.paragraph.tokens;
        let sentence = self.scene.token(at).map_or(0, |token| token.sentence);
        let same = |token: &&super::super::document::Token| token.sentence == sentence;
        let before = tokens.slice(at.saturating_sub(MAX_DISTANCE)..at);
        let after = tokens.slice(at + 1..at + 1 + MAX_DISTANCE);
        let start = at - before.iter().rev().take_while(same).count();
        start..at + 1 + after.iter().take_while(same).count()
    }

    /// The links of the passage's sentence.
    fn links(&self) -> impl Iterator<Item = Link> {
        let sentence = self.sentence();
        self.scene
            .links()
            .filter(move |&link| sentence.contains(&self.scene.cue(link).tokens.start))
    }

    /// The longest noun phrase that begins at `at`.
    fn phrase_at(&self, at: usize) -> Option<usize> {
        let phrases = &self.scene.paragraph.phrases;
        let first = phrases.partition_point(|phrase| phrase.tokens.start < at);
        let phrase = phrases.get(first)?;
        (phrase.tokens.start == at && phrase.is_nominal()).then_some(first)
    }

    /// The words at `at` that make a noun phrase, marked as one or not: "reporters",
    /// "French news channel BFM"; of a name behind a description, the name.
    fn words_at(&self, at: usize) -> Option<Range<usize>> {
        let tokens = &self.scene.paragraph.tokens;
        if let Some(phrase) = self.phrase_at(at) {
            let phrase = &self.scene.paragraph.phrases[phrase];
            if matches!(phrase.kind, PhraseKind::Pronoun | PhraseKind::Relative) {
                return None;
            }
            let goes_on = phrase.kind == PhraseKind::Name && phrase.after == After::Lower;
            if !goes_on || !self.leads_to_name(phrase.tokens.end) {
                return Some(phrase.tokens.clone());
            }
        }
        let stops = Tags::PREPOSITION
            .or(Tags::CONJUNCTION)
            .or(Tags::AUXILIARY)
            .or(Tags::PRONOUN)
            .or(Tags::DETERMINER);
        let words = tokens.slice(at..at + MAX_WORDS).iter();
        let length = words
            .take_while(|token| {
                let small = !token.is_capital() && token.is(Tags::NOT_NAME);
                token.is_word()
                    && !token.is(stops)
                    && !small
                    && token.known.verb.is_none()
                    && !matches!(token.word, "him" | "her" | "them" | "us" | "me")
            })
            .count();
        let words = tokens.slice(at..at + length);
        let small = words.iter().rposition(|token| !token.is_capital());
        let name = match small {
            Some(last) if last + 1 < length => at + last + 1,
            _ => at,
        };
        (length > 0).then_some(name..at + length)
    }

    /// "French news channel BFM", not "Relay Press arson was": whether what stands at `at`
    /// in lower case only tells what the name behind it is.
    fn leads_to_name(&self, at: usize) -> bool {
        let words = self.scene.paragraph.tokens.slice(at..at + MAX_WORDS);
        let lower = words.iter().take_while(|token| {
            token.first.is_lowercase() && token.known.verb.is_none() && !token.is(Tags::AUXILIARY)
        });
        words.get(lower.count()).is_some_and(Token::is_capital)
    }

    /// Whether the noun phrase is one that relays other people's words.
    fn is_outlet(&self, phrase: usize) -> bool {
        let Some(found) = self.scene.paragraph.phrases.get(phrase) else {
            return false;
        };
        let nominal = matches!(
            found.kind,
            PhraseKind::Name | PhraseKind::Noun | PhraseKind::Bare
        );
        if !nominal || self.names.is_person(self.at(phrase)) {
            return false;
        }
        let tokens = self.scene.paragraph.tokens.slice(found.tokens.clone());
        tokens.iter().any(|token| token.is(Tags::OUTLET)) || self.is_acronym(phrase)
    }

    /// Whether the name is all in capitals.
    fn is_acronym(&self, phrase: usize) -> bool {
        let name = &self.scene.paragraph.phrases[phrase].name;
        let span = self.scene.paragraph.tokens.span(name);
        let text = span.of(&self.scene.document.article.text);
        text.len() > 1 && text.chars().all(char::is_uppercase)
    }

    /// Whether both phrases mean the same actor, or are the same words.
    fn same(&self, one: usize, other: usize) -> bool {
        let (one, other) = (self.named(one), self.named(other));
        one.name == other.name || (one.actor.is_some() && one.actor == other.actor)
    }

    fn is_finite(&self, link: Link) -> bool {
        self.scene.cue(link).kind == CueKind::Finite
    }
}
