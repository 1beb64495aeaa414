//! Korean: the particle behind a noun phrase and the role behind a name are no part of it.

use super::super::super::document::Paragraph;
use super::super::super::lexicon::speech::{Lexicon, Tags};
use super::super::super::phrase::Phrase;
use super::{Named, Names};
use crate::model::{ActorKind, ActorRef, Span};

impl Names<'_> {
    /// The words before the particle, without the role behind a name.
    pub(super) fn korean(&self, paragraph: &Paragraph, phrase: &Phrase) -> Named {
        let from = self
            .mentions
            .partition_point(|(span, _)| span.start < phrase.span.start);
        let inside = self.mentions[from..].iter().take(4);
        let person = inside
            .filter(|(span, _)| span.end <= phrase.span.end)
            .find(|(_, actor)| {
                let actor = self.cast.actors.get(actor.0);
                actor.is_some_and(|actor| actor.kind == ActorKind::Person)
            });
        if let Some(&(mention, actor)) = person {
            return self.actor(actor, mention);
        }
        let meant = self.pronouns.get(&phrase.span).copied();
        if let Some(actor) = meant.or_else(|| self.of_that_role(phrase.span)) {
            return self.actor(actor, phrase.span);
        }
        let tokens = paragraph.tokens.slice(phrase.tokens.clone());
        let last = self.words(Span::new(
            tokens
                .last()
                .map_or(phrase.span.start, |token| token.span.start),
            phrase.span.end,
        ));
        let before = tokens.len().checked_sub(2).and_then(|at| tokens.get(at));
        let role = Lexicon::of(Some("ko")).known(&last).tags.any(Tags::ROLE);
        match before.filter(|_| role) {
            Some(name) => self.printed(Span::new(phrase.span.start, name.span.end)),
            None => self.printed(phrase.span),
        }
    }

    /// The one person whose whole role is printed: 톨마르크 총리.
    fn of_that_role(&self, printed: Span) -> Option<ActorRef> {
        let text = &self.document.article.text;
        let printed = printed.of(text);
        let bears = |role: &Span| role.of(text) == printed;
        self.cast
            .only(|actor| printed.contains(' ') && actor.roles.iter().any(bears))
    }
}
