//! Whom a noun phrase means where words are printed without spaces.

use super::super::super::document::Paragraph;
use super::super::super::lexicon::speech::Tags;
use super::super::super::phrase::{Phrase, PhraseKind};
use super::{Named, Names};
use crate::model::{ActorKind, ActorRef};

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

    /// The one person whose role ends with the head of the phrase: 市长, 農會總幹事.
    fn bearer_of_title(&self, paragraph: &Paragraph, phrase: &Phrase) -> Option<ActorRef> {
        let head = paragraph.tokens.before(phrase.tokens.end)?;
        if !head.is(Tags::ROLE) || phrase.tokens.len() > MAX_WORDS {
            return None;
        }
        let text = &self.document.article.text;
        let actors = self.cast.actors.iter().take(MAX_COMPARED).enumerate();
        let mut bearers = actors.filter(|(_, actor)| {
            let bears = |role: &crate::model::Span| role.of(text).ends_with(head.word);
            actor.kind == ActorKind::Person && actor.roles.iter().any(bears)
        });
        let (only, _) = bearers.next()?;
        bearers.next().is_none().then_some(ActorRef(only))
    }
}

/// What names somebody by the role alone is short.
const MAX_WORDS: usize = 3;

/// So many actors are asked for a role; an article of more is a list.
const MAX_COMPARED: usize = 200;
