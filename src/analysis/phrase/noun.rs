//! Noun phrases behind a determiner or a number.

use super::super::lexicon::QUANTITIES;
use super::super::lexicon::speech::Tags;
use super::{Finder, Phrase, PhraseKind, is_role_word};

/// A determiner takes at most this many words.
const MAX_WORDS: usize = 6;

/// Whom a quantity is taken from.
const GROUPS: [&str; 4] = ["them", "us", "those", "these"];

impl Finder<'_> {
    /// A determiner or number and what follows it.
    pub(super) fn noun(&self, at: usize) -> Option<Phrase> {
        let mut end = at + 1;
        let mut name = None;
        while end - at <= MAX_WORDS && self.is_noun_word(end, at) {
            let starts_name = end > at + 1
                && self.names_are_capital()
                && self.is_name(end)
                && self
                    .tokens
                    .get(end - 1)
                    .is_some_and(|t| !t.is_capital() && !t.is(Tags::DETERMINER));
            if starts_name {
                if self.is_role(end - 1) {
                    let last = self.run(end);
                    name = Some(end..last);
                    end = last;
                }
                break;
            }
            end += 1;
        }
        if let Some(name) = name {
            return Some(self.phrase(at..end, name, PhraseKind::Name));
        }
        let words = self.tokens.slice(at + 1..end);
        let Some(last) = words.last() else {
            return self.quantity(at);
        };
        let kind = if last.is_capital() && self.names_are_capital() {
            PhraseKind::Name
        } else {
            PhraseKind::Noun
        };
        Some(self.phrase(at..end, at..end, kind))
    }

    /// "one of them", or "another" before its verb.
    fn quantity(&self, at: usize) -> Option<Phrase> {
        if !QUANTITIES.contains(self.word(at)) {
            return None;
        }
        let of = self.word(at + 1) == "of";
        let whole = self
            .tokens
            .get(at + 2)
            .filter(|token| of && token.is(Tags::DETERMINER))
            .and_then(|_| self.noun(at + 2));
        let speaks = self
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.known.verb.is_some());
        let end = match whole {
            Some(whole) => whole.tokens.end,
            None if of && GROUPS.contains(&self.word(at + 2)) => at + 3,
            None if speaks => at + 1,
            None => return None,
        };
        Some(self.phrase(at..end, at..end, PhraseKind::Noun))
    }

    /// Whether the word at `k` goes on a noun phrase that began at `at`.
    fn is_noun_word(&self, k: usize, at: usize) -> bool {
        let Some(token) = self.tokens.get(k) else {
            return false;
        };
        let first = k == at + 1;
        // "close to her said": no noun, though it stands behind a determiner.
        let speaks = token.known.verb.is_some_and(|verb| verb.says && !verb.ing)
            && !token.word.ends_with("ed")
            && !token.is(Tags::SPEECH_NOUN)
            && !self.tokens.is_noun_by_article(k);
        // "a protester using": behind what people are, the form goes on about them.
        let of_role = self.tokens.before(k).is_some_and(is_role_word) && k > at + 1;
        let verb = token
            .known
            .verb
            .is_some_and(|verb| !(verb.ing && k < at + 3 && !of_role))
            && !self.tokens.is_noun_by_article(k);
        let adverb = self.tokens.is_adverb(k);
        let ends = Tags::PREPOSITION
            .or(Tags::CONJUNCTION)
            .or(Tags::AUXILIARY)
            .or(Tags::PRONOUN)
            .or(Tags::ACCORDING);
        token.is_word()
            && self.same_sentence(k, at)
            && !token.is(ends)
            && !speaks
            && !(self.names_are_capital() && token.is(Tags::ARTICLE))
            && (first || !(verb || adverb))
    }
}
