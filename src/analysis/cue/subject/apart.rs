//! A subject that does not stand right before its verb: behind it, or before what lies between commas.

use super::super::super::lexicon::speech::Tags;
use super::super::super::phrase::{Before, PhraseKind};
use super::super::{Cue, Role};
use super::Linker;

/// A subject stands at most this many words before its cue, with what lies between in commas.
const MAX_APPOSITION: usize = 30;

impl Linker<'_> {
    /// "…," said Ruiz.
    pub(super) fn inverted(&self, cue: &Cue) -> Option<(usize, Role)> {
        let after = cue.tokens.end;
        let near = || {
            (after + 1..=after + 4)
                .take_while(|&at| self.is_plain_word(at - 1))
                .find_map(|at| self.starting(at))
                .filter(|&phrase| self.phrases[phrase].sentence == cue.sentence)
        };
        // "as Ruiz put it": what stands there is no subject.
        let listens = matches!(cue.lemma, "tell" | "ask" | "put");
        let found = self.starting(after).or_else(near)?;
        // "…," said the study was stopped: the noun phrase has a verb of its own.
        let governs = self
            .token(self.phrases[found].tokens.end)
            .is_some_and(|next| {
                next.known.verb.is_some_and(|verb| !verb.ing) || next.is(Tags::FINITE)
            });
        (!listens && !governs).then_some((found, Role::Inverted))
    }

    /// "…, said Ruiz, a teacher": behind a comma, with nothing after it that it could govern.
    pub(super) fn closing_inversion(&self, cue: &Cue) -> Option<usize> {
        if !cue.says || matches!(cue.lemma, "tell" | "ask" | "put") {
            return None;
        }
        let phrase = self.starting(cue.tokens.end)?;
        let ends = self
            .token(self.phrases[phrase].tokens.end)
            .is_none_or(|next| {
                matches!(next.word, "," | "." | ";" | "who")
                    || next.passage.is_some()
                    || next.is(Tags::PREPOSITION)
            });
        (ends && self.phrases[phrase].is_nominal()).then_some(phrase)
    }

    /// "Ruiz, the mayor, said": the best noun phrase before an earlier comma of the sentence.
    pub(super) fn before_apposition(&self, comma: usize, sentence: usize) -> Option<usize> {
        let last = self
            .phrases
            .partition_point(|phrase| phrase.tokens.start < comma);
        let mut best = None;
        for (index, phrase) in self.phrases[..last].iter().enumerate().rev() {
            if phrase.sentence != sentence
                || comma.saturating_sub(phrase.tokens.end) >= MAX_APPOSITION
            {
                break;
            }
            let parted = self
                .token(phrase.tokens.end)
                .is_some_and(|next| matches!(next.word, "," | "(" | "—" | "–"));
            let fits = phrase.tokens.end <= comma
                && parted
                && !phrase.in_brackets
                && phrase.is_nominal()
                && phrase.preposition.is_none();
            if !fits {
                continue;
            }
            match phrase.before {
                Before::Start | Before::Passage => return Some(index),
                Before::Comma | Before::Conjunction => {
                    let named =
                        best.is_some_and(|at: usize| self.phrases[at].kind == PhraseKind::Name);
                    if !named || phrase.kind == PhraseKind::Name {
                        best = Some(index);
                    }
                }
                Before::Other => best = best.or(Some(index)),
            }
        }
        best
    }

    fn is_plain_word(&self, at: usize) -> bool {
        let stops = Tags::PREPOSITION.or(Tags::CONJUNCTION).or(Tags::AUXILIARY);
        self.token(at)
            .is_some_and(|t| t.first.is_alphabetic() && !t.is(stops) && t.known.verb.is_none())
    }
}
