//! Whom pronouns and "who" mean.

use crate::model::{ActorKind, ActorRef, Span};

use super::super::super::cue::Link;
use super::super::super::lexicon::Sex;
use super::super::super::lexicon::speech::{Language, Lexicon, Tags};
use super::super::super::phrase::{After, Phrase, PhraseKind, is_role_word};
use super::super::At;
use super::{Named, Names};

/// "who" belongs to a name at most this many words before it.
const MAX_TO_RELATIVE: usize = 6;

/// And to a person at most this many, with what describes them between.
const MAX_TO_PERSON: usize = 14;

/// At most this many noun phrases before "who" are looked at.
const MAX_PHRASES_TO_PERSON: usize = 6;

/// A pronoun means somebody named at most so far before it.
const MAX_BYTES_BACK: usize = 500;

/// And at most this many mentions before it.
const MAX_MENTIONS_BACK: usize = 8;

/// So many links of the paragraph are looked back over for who spoke unnamed.
const MAX_LINKS_BACK: usize = 24;

impl Names<'_> {
    pub(super) fn pronoun(&self, at: At) -> Named {
        let phrase = &self.document.paragraphs[at.paragraph].phrases[at.phrase];
        match self.pronouns.get(&phrase.span) {
            Some(&actor) => match self.unnamed_before(at, phrase, actor) {
                Some(unnamed) => Named {
                    mention: phrase.span,
                    ..unnamed
                },
                None => self.actor(actor, phrase.span),
            },
            None => match self.person_before(phrase.span) {
                Some(actor) => self.actor(actor, phrase.span),
                None => self.printed(phrase.span),
            },
        }
    }

    /// "a nurse said. She added": who spoke last, if nobody names them and `actor` was
    /// named before that.
    fn unnamed_before(&self, at: At, pronoun: &Phrase, actor: ActorRef) -> Option<Named> {
        let paragraph = &self.document.paragraphs[at.paragraph];
        let before = |link: &&Link| paragraph.phrases[link.phrase].span.end <= pronoun.span.start;
        let firm = |link: &&Link| link.role.is_firm() && paragraph.cues[link.cue].says;
        let behind = paragraph
            .links
            .partition_point(|link| paragraph.cues[link.cue].tokens.start < pronoun.tokens.start);
        let near = paragraph.links[..behind].iter().rev().take(MAX_LINKS_BACK);
        let link = near.filter(firm).find(before)?;
        let spoke = &paragraph.phrases[link.phrase];
        let head = paragraph.tokens.get(spoke.tokens.end.checked_sub(1)?)?;
        if spoke.kind != PhraseKind::Noun || !is_role_word(head) {
            return None;
        }
        let behind = self
            .mentions
            .partition_point(|(span, _)| span.end <= pronoun.span.start);
        let mut since = self.mentions[..behind].iter().rev();
        let named_since = since
            .by_ref()
            .take_while(|(span, _)| span.start >= spoke.span.end)
            .any(|&(_, named)| named == actor);
        let named = self.of(At {
            phrase: link.phrase,
            ..at
        });
        (!named_since && named.actor.is_none()).then(|| named.clone())
    }

    /// Whom a pronoun of the third person means: the last person named before it who is
    /// surely of that sex, else the only one who may be. Only for languages whose
    /// pronouns the actors leave open.
    fn person_before(&self, pronoun: Span) -> Option<ActorRef> {
        let text = &self.document.article.text;
        let sex = match pronoun.of(text).to_lowercase().as_str() {
            "er" | "il" | "él" => Sex::Male,
            "elle" | "ella" => Sex::Female,
            _ => return None,
        };
        let behind = self
            .mentions
            .partition_point(|(span, _)| span.end <= pronoun.start);
        let near = self.mentions[..behind].iter().rev().take(MAX_MENTIONS_BACK);
        let near = near.take_while(|(span, _)| pronoun.start - span.end <= MAX_BYTES_BACK);
        let mut unsure = Vec::new();
        for &(span, actor) in near.filter(|(_, actor)| self.is_kind(*actor, &[ActorKind::Person])) {
            match self.sex(actor, span) {
                Some(own) if own == sex => return Some(actor),
                None if !unsure.contains(&actor) => unsure.push(actor),
                Some(_) | None => {}
            }
        }
        match unsure[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// What the given name of a person tells, or the title before its mention.
    pub(super) fn sex(&self, actor: ActorRef, mention: Span) -> Option<Sex> {
        let name = &self.cast.actors.get(actor.0)?.name;
        let given = name.split_once(' ').map(|(given, _)| given.to_lowercase());
        let by_name = given.and_then(|given| Sex::of_given_name(&given));
        by_name.or_else(|| {
            let text = &self.document.article.text;
            let before = text.get(..mention.start)?.split_whitespace().next_back()?;
            let title = before.to_lowercase();
            let german = self.document.paragraphs.first().is_some_and(|paragraph| {
                let role = before.starts_with(char::is_uppercase);
                role && paragraph.tokens.language == Language::German
            });
            let known = || german && Lexicon::of(Some("de")).known(&title).tags.any(Tags::ROLE);
            Sex::of_title(&title).or_else(|| known().then(|| Sex::of_german_role(&title))?)
        })
    }

    /// "Ruiz, the mayor, who": the person before it, led to by "who".
    pub(super) fn relative(&self, at: At) -> Named {
        let paragraph = &self.document.paragraphs[at.paragraph];
        let who = &paragraph.phrases[at.phrase];
        let before = |index: usize| {
            let phrase = &paragraph.phrases[index];
            let nominal = phrase.is_nominal() && phrase.after != After::Possessive;
            let ends = phrase.tokens.end;
            (nominal && ends <= who.tokens.start).then_some(who.tokens.start - ends)
        };
        let earlier = (0..at.phrase).rev().take(MAX_PHRASES_TO_PERSON);
        let near: Vec<(usize, usize)> = earlier
            .filter(|&index| paragraph.phrases[index].sentence == who.sentence)
            .filter_map(|index| Some((index, before(index)?)))
            .collect();
        let person = near.iter().find(|&&(index, distance)| {
            distance <= MAX_TO_PERSON
                && self.is_person(At {
                    phrase: index,
                    ..at
                })
        });
        let nearest = near
            .iter()
            .find(|&&(_, distance)| distance <= MAX_TO_RELATIVE);
        match person.or(nearest) {
            Some(&(phrase, _)) => Named {
                mention: who.span,
                ..self.of(At { phrase, ..at }).clone()
            },
            None => self.printed(who.span),
        }
    }
}
