//! German: the verb is the second part of a main clause, so whatever stands first
//! sends the subject behind the verb.

use super::super::super::lexicon::OBLIQUE;
use super::super::super::phrase::{Phrase, PhraseKind};
use super::super::{Cue, Role};
use super::Linker;

/// "erinnert sich auch der Kapitän": so many small words stand before the subject.
const MAX_BEFORE_SUBJECT: usize = 3;

impl Linker<'_> {
    /// The subject of a finite verb that has none right before it.
    pub(super) fn behind_verb(&self, cue: &Cue, edge: usize) -> Option<(usize, Role)> {
        // "Der Soziologe von der Universität hält": the head of the chain stands there.
        let before = self
            .ending(edge)
            .map(|phrase| &self.phrases[self.climb(phrase)]);
        if before.is_some_and(|phrase| self.may_be_subject(phrase, cue)) {
            return None;
        }
        let after = cue.tokens.end;
        let behind = (after..=after + MAX_BEFORE_SUBJECT)
            .take_while(|&at| at == after || self.is_small(at - 1))
            .find_map(|at| self.starting(at))?;
        let phrase = &self.phrases[behind];
        let first = self.token(phrase.tokens.start)?.word;
        let subject = phrase.sentence == cue.sentence
            && phrase.is_nominal()
            && phrase.kind != PhraseKind::Relative
            && !OBLIQUE.contains(first);
        subject.then_some((behind, Role::Inverted))
    }

    fn may_be_subject(&self, phrase: &Phrase, cue: &Cue) -> bool {
        let first = self.token(phrase.tokens.start);
        let oblique = first.is_some_and(|first| OBLIQUE.contains(first.word));
        phrase.sentence == cue.sentence && phrase.preposition.is_none() && !oblique
    }

    /// A word in lower case that may stand between a verb and its subject.
    fn is_small(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.first.is_lowercase() && token.known.verb.is_none() && token.word != "dass"
        })
    }
}
