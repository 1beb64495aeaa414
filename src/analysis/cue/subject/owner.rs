//! Whose noun for speech it is, and who stands behind "according to".

use super::super::super::lexicon::speech::Tags;
use super::super::super::phrase::PhraseKind;
use super::super::{Cue, Role};
use super::Linker;

/// "hieß es am Abend aus der Partei": so many words stand before the source.
const MAX_TO_SOURCE: usize = 6;

impl Linker<'_> {
    /// according to Ruiz; in German also before its word: "Ruiz zufolge"
    pub(super) fn named_source(&self, cue: &Cue) -> Option<usize> {
        let after = cue.tokens.end;
        let behind = self.token(cue.tokens.start)?.word == "zufolge";
        if let Some(before) = self.ending(cue.tokens.start).filter(|_| behind) {
            return Some(before);
        }
        (after..=after + 2)
            .find_map(|at| self.starting(at))
            .filter(|&phrase| self.phrases[phrase].sentence == cue.sentence)
    }

    /// "heißt es in dem Bericht": the document or circle behind "es", never "es" itself.
    pub(super) fn impersonal(&self, cue: &Cue) -> Option<usize> {
        let from = cue.tokens.end;
        let named = |at: usize| {
            let from = self.token(at).is_some_and(|token| {
                token.sentence == cue.sentence
                    && matches!(token.word, "in" | "im" | "aus" | "bei" | "beim" | "vom")
            });
            self.starting(at + 1).filter(|_| from)
        };
        (from..from + MAX_TO_SOURCE).find_map(named)
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
