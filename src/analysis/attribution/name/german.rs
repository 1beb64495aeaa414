//! German news names a person once and then by what they are: die Ministerin, der
//! 49-Jährige, der Musiker.

use super::super::super::document::{Paragraph, Token};
use super::super::super::lexicon::speech::{Language, Tags};
use super::super::super::lexicon::{Facts, Sex, facts, is_compound_of};
use super::super::super::marks::is_quoted;
use super::super::super::phrase::Phrase;
use super::Names;
use crate::model::{ActorKind, ActorRef};

/// A description means somebody named at most so far before it.
const MAX_BYTES_BACK: usize = 600;

/// And at most this many mentions before it.
const MAX_MENTIONS_BACK: usize = 8;

/// No news article names so many roles; a hostile one must not be slow.
const MAX_ROLES: usize = 400;

/// How many words of a name stand before its given name: "Ökologin" of "Ökologin Tabea
/// Rind"; before a lone name, its title.
pub(super) fn before_given_name(name: &[Token]) -> usize {
    let given = |token: &Token| facts(token.word).any(Facts::GIVEN);
    let first = (1..name.len().saturating_sub(1)).find(|&at| given(&name[at]));
    let own = name.first().is_some_and(given);
    first
        .filter(|_| !own)
        .unwrap_or_else(|| super::without_roles(name))
}

impl Names<'_> {
    /// The person whom "die Ministerin" or "der 49-Jährige" means.
    pub(super) fn german_bearer(&self, paragraph: &Paragraph, phrase: &Phrase) -> Option<ActorRef> {
        let [article, head] = paragraph.tokens.slice(phrase.tokens.clone()) else {
            return None;
        };
        let sex = match article.word {
            "der" | "dem" | "den" => Sex::Male,
            // "die Minister" are many.
            "die" if head.word.ends_with("in") || head.word.ends_with('e') => Sex::Female,
            _ => return None,
        };
        if paragraph.tokens.language != Language::German {
            return None;
        }
        let aged = head.word.ends_with("jährige") || head.word.ends_with("jähriger");
        if !aged && !head.is(Tags::ROLE) {
            return None;
        }
        if self.roles.len() > MAX_ROLES {
            return None;
        }
        let roles = self.roles.iter();
        let compound = roles.filter(|(role, _)| is_compound_of(role, head.word));
        let mut bearers: Vec<ActorRef> = compound.flat_map(|(_, actors)| actors).copied().collect();
        bearers.sort_unstable();
        bearers.dedup();
        match bearers[..] {
            [only] => Some(only),
            _ => self.last_person(phrase, sex),
        }
    }

    /// The person of that sex named last before the phrase, outside of passages.
    fn last_person(&self, phrase: &Phrase, sex: Sex) -> Option<ActorRef> {
        let behind = self
            .mentions
            .partition_point(|(span, _)| span.end <= phrase.span.start);
        let near = self.mentions[..behind].iter().rev().take(MAX_MENTIONS_BACK);
        let near = near.take_while(|(span, _)| phrase.span.start - span.end <= MAX_BYTES_BACK);
        let mut fitting = near.filter(|&&(span, actor)| {
            self.is_kind(actor, &[ActorKind::Person])
                && self.sex(actor, span).is_none_or(|own| own == sex)
                && !is_quoted(self.document.passages, span)
        });
        fitting.next().map(|&(_, actor)| actor)
    }
}
