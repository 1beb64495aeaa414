//! Subjects without a determiner or a capital: "critics say", and Korean ones by their particle.

use std::ops::Range;

use super::super::lexicon::speech::{Language, Tags};
use super::{Finder, Phrase, PhraseKind};

/// At most this many words make a bare subject.
const MAX_BARE: usize = 4;

impl Finder<'_> {
    /// The words that a Korean subject or topic particle ends, at the start of a
    /// sentence or behind a passage.
    pub(super) fn korean_subjects(&self) -> Vec<Phrase> {
        let mut found: Vec<Phrase> = Vec::new();
        let mut start = 0;
        for (at, token) in self.tokens.iter() {
            let parted = token.passage.is_some() || matches!(token.word, ")" | ",");
            if parted || !self.same_sentence(at, start) {
                start = if parted { at + 1 } else { at };
            }
            let particle = token
                .word
                .chars()
                .next_back()
                .filter(|c| "은는이가".contains(*c));
            // "윤서하 “…”" in a headline has no particle.
            let labels = self.tokens.headline
                && at >= start
                && token.is_word()
                && self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|next| next.passage.is_some());
            let (true, true) = (at >= start, particle.is_some() || labels) else {
                continue;
            };
            if token.word.chars().count() > 1 {
                let first = start.max((at + 1).saturating_sub(MAX_BARE));
                let mut phrase = self.phrase(first..at + 1, first..at + 1, PhraseKind::Bare);
                phrase.span.end -= particle.filter(|_| !labels).map_or(0, char::len_utf8);
                found.push(phrase);
                start = at + 1;
            }
        }
        found
    }

    /// Adds plain words right before a speech verb: "critics say", "state media said".
    pub(super) fn bare_subjects(&self, found: &mut Vec<Phrase>) {
        let mut taken = vec![false; self.tokens.len()];
        for at in found.iter().flat_map(|phrase| phrase.tokens.clone()) {
            taken[at] = true;
        }
        for (at, token) in self.tokens.iter() {
            let says = token.known.verb.is_some_and(|verb| verb.says);
            let ing = token.known.verb.is_none_or(|verb| verb.ing);
            if ing || !(says || token.is(Tags::TAKES_BARE) || self.tokens.headline) {
                continue;
            }
            if let Some(range) = self.bare(at, says, &taken) {
                taken[range.clone()].fill(true);
                found.push(self.phrase(range.clone(), range, PhraseKind::Bare));
            }
        }
    }

    fn bare(&self, verb: usize, says: bool, taken: &[bool]) -> Option<Range<usize>> {
        let stops = Tags::PREPOSITION
            .or(Tags::CONJUNCTION)
            .or(Tags::AUXILIARY)
            .or(Tags::DETERMINER);
        let fits = |k: usize| {
            self.tokens.get(k).is_some_and(|token| {
                token.first.is_alphabetic()
                    && !taken[k]
                    && !token.is(stops)
                    && self.same_sentence(k, verb)
            })
        };
        let last = self.tokens.skip_auxiliaries(verb).checked_sub(1)?;
        // German "so berichten Gäste": a verb is no subject of another.
        let german = self.tokens.language == Language::German;
        let is_verb = |k: usize| self.tokens.get(k).is_some_and(|t| t.known.verb.is_some());
        if !fits(last) || (german && is_verb(last)) {
            return None;
        }
        let verb_free = |k: usize| self.tokens.get(k).is_some_and(|t| t.known.verb.is_none());
        let start = (last + 1).saturating_sub(MAX_BARE)..last;
        let length = start.rev().take_while(|&k| fits(k) && verb_free(k)).count();
        let range = last - length..last + 1;
        let head = self.tokens.get(last)?;
        let plural = head.word.ends_with('s') || head.is(Tags::PLURAL);
        let subject = says || self.tokens.headline;
        (plural || (subject && self.is_clause_edge(range.start))).then_some(range)
    }

    /// Whether a clause begins at `at`.
    fn is_clause_edge(&self, at: usize) -> bool {
        let Some(before) = self.tokens.before(at) else {
            return true;
        };
        let opens = [
            "and", "but", "as", "that", "while", "if", "because", "when", "what", "which",
        ];
        !self.same_sentence(at - 1, at) || !before.is_word() || opens.contains(&before.word)
    }
}
