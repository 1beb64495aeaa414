//! Whom a noun phrase means where words are printed without spaces.

use super::super::super::document::{Paragraph, cut};
use super::super::super::lexicon::UNSPACED_RANKS;
use super::super::super::lexicon::speech::{Lexicon, Tags};
use super::super::super::phrase::{Phrase, PhraseKind};
use super::{Named, Names};
use crate::model::{ActorKind, ActorRef, Span};

impl Names<'_> {
    /// The actor whose name it holds, the one actor of that role, or its own words.
    pub(super) fn unspaced(&self, paragraph: &Paragraph, phrase: &Phrase) -> Named {
        let known = self.actor_at_end(paragraph, &phrase.name);
        if let Some((mention, actor)) = known.filter(|_| phrase.kind == PhraseKind::Name) {
            return self.actor(actor, mention);
        }
        if let Some((mention, actor)) = known.filter(|(span, _)| *span == phrase.span) {
            return self.actor(actor, mention);
        }
        match self.bearer_of_title(paragraph, phrase) {
            Some(actor) => self.actor(actor, phrase.span),
            None => self.printed(phrase.span),
        }
    }

    /// The one person of that very role: 市长 for 东浜市市长, never for 副市长.
    fn bearer_of_title(&self, paragraph: &Paragraph, phrase: &Phrase) -> Option<ActorRef> {
        let head = paragraph.tokens.before(phrase.tokens.end)?;
        if !head.is(Tags::ROLE) || phrase.tokens.len() > MAX_WORDS {
            return None;
        }
        let text = &self.document.article.text;
        let lexicon = Lexicon::of(self.document.article.meta.language.as_deref());
        let asked = Office::of(text, phrase.span, lexicon)?;
        let bears = |role: &Span| Office::of(text, *role, lexicon) == Some(asked);
        self.cast
            .only(|actor| actor.kind == ActorKind::Person && actor.roles.iter().any(bears))
    }
}

/// The office that a role names, without the seat before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Office<'a> {
    /// The last word of the role: 市长 is no part of 副市长.
    head: &'a str,
    /// 副, 前: who stands below the office, or held it once.
    rank: Option<&'static str>,
}

impl<'a> Office<'a> {
    fn of(text: &'a str, role: Span, lexicon: &Lexicon) -> Option<Self> {
        let head = cut(text, role, lexicon, &[]).pop()?;
        let before = &text[role.start..head.start];
        let mut ranks = UNSPACED_RANKS.iter().copied();
        Some(Self {
            head: head.of(text),
            rank: ranks.find(|rank| before.ends_with(rank)),
        })
    }
}

/// What names somebody by the role alone is short.
const MAX_WORDS: usize = 3;
