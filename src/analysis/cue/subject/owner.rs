//! Whose noun for speech it is, and who stands behind "according to".

use super::super::super::lexicon::speech::Tags;
use super::super::super::phrase::PhraseKind;
use super::super::{Cue, Role};
use super::Linker;

impl Linker<'_> {
    /// according to Ruiz
    pub(super) fn named_source(&self, cue: &Cue) -> Option<usize> {
        let after = cue.tokens.end;
        (after..=after + 2)
            .find_map(|at| self.starting(at))
            .filter(|&phrase| self.phrases[phrase].sentence == cue.sentence)
    }

    /// Ruiz's claim, her claim, a claim from Ruiz
    pub(super) fn owner(&self, cue: &Cue) -> Option<(usize, Role)> {
        for at in (cue.tokens.start.saturating_sub(4)..cue.tokens.start).rev() {
            let token = self
                .token(at)
                .filter(|t| t.sentence == cue.sentence && t.passage.is_none())?;
            if token.is_possessive_mark() {
                if let Some(phrase) = self.ending(at) {
                    return Some((phrase, Role::Owner));
                }
                break;
            }
            if token.is(Tags::POSSESSIVE) {
                let own = self
                    .starting(at)
                    .into_iter()
                    .flat_map(|first| first..self.phrases.len());
                let mut own = own.take_while(|&i| self.phrases[i].tokens.start == at);
                return own
                    .find(|&i| self.phrases[i].kind == PhraseKind::Possessive)
                    .map(|phrase| (phrase, Role::Owner));
            }
            if token.is(Tags::PREPOSITION.or(Tags::AUXILIARY)) || !token.is_word() {
                break;
            }
        }
        let linked = self
            .token(cue.tokens.end)
            .is_some_and(|t| matches!(t.word, "from" | "by" | "of"));
        let phrase = self.starting(cue.tokens.end + 1).filter(|_| linked)?;
        Some((phrase, Role::Origin))
    }
}
