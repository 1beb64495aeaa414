//! A verb without a subject of its own: whose subject it shares.

use super::super::super::phrase::{After, Before, PhraseKind};
use super::super::{Cue, CueKind, Role};
use super::Linker;

/// The main clause's subject is one of so many noun phrases behind a participle.
const MAX_TO_MAIN: usize = 10;

/// A pronoun is one of so many noun phrases before a verb that shares its subject.
const MAX_TO_PRONOUN: usize = 4;

impl Linker<'_> {
    /// Another verb's subject, or the first noun phrase of the sentence.
    pub(super) fn shared(&self, cue: &Cue) -> Option<(usize, Role)> {
        let role = match cue.kind {
            CueKind::Participle => Role::Participle,
            CueKind::Infinitive => Role::Infinitive,
            CueKind::Finite | CueKind::Noun | CueKind::According | CueKind::Colon => Role::Shared,
        };
        let earlier = self
            .last_subject
            .filter(|&(sentence, _)| sentence == cue.sentence);
        let phrase = self
            .near_pronoun(cue)
            .or(earlier.map(|(_, phrase)| phrase))
            .or_else(|| self.sentence_subject(cue))
            .or_else(|| self.main_subject(cue))?;
        Some((phrase, role))
    }

    /// "When Ruiz was asked, she laughed and said": a pronoun that begins a clause
    /// is nearer than any name.
    fn near_pronoun(&self, cue: &Cue) -> Option<usize> {
        let last = self
            .phrases
            .partition_point(|p| p.tokens.start < cue.tokens.start);
        let mut earlier = self.phrases[..last]
            .iter()
            .enumerate()
            .rev()
            .take(MAX_TO_PRONOUN);
        let found = earlier.find(|(_, phrase)| {
            phrase.kind == PhraseKind::Pronoun
                && matches!(
                    phrase.before,
                    Before::Start | Before::Comma | Before::Passage
                )
        })?;
        (found.1.sentence == cue.sentence && cue.kind == CueKind::Finite).then_some(found.0)
    }

    /// "Calling the plan "…," Ruiz left": a participle that opens its sentence
    /// has the subject of the clause behind it.
    fn main_subject(&self, cue: &Cue) -> Option<usize> {
        if cue.kind != CueKind::Participle {
            return None;
        }
        let first = self
            .phrases
            .partition_point(|p| p.tokens.start < cue.tokens.end);
        let mut later = self.phrases[first..].iter().enumerate().take(MAX_TO_MAIN);
        let main = later.find(|(_, phrase)| {
            let begins = matches!(phrase.before, Before::Passage | Before::Comma);
            let named = matches!(phrase.kind, PhraseKind::Name | PhraseKind::Pronoun);
            begins && (named || phrase.after == After::Verb)
        })?;
        (main.1.sentence == cue.sentence).then_some(first + main.0)
    }

    pub(super) fn fallback(&self, cue: &Cue) -> Option<(usize, Role)> {
        self.sentence_subject(cue)
            .map(|phrase| (phrase, Role::Shared))
    }

    fn sentence_subject(&self, cue: &Cue) -> Option<usize> {
        let first = self.first_subject.get(cue.sentence).copied().flatten()?;
        (self.phrases[first].tokens.end <= cue.tokens.start).then_some(first)
    }
}
