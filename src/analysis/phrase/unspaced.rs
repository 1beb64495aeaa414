//! Noun phrases where words are printed without spaces: what leads up to a name, a
//! role, a body or a pronoun.

use std::ops::Range;

use super::{Finder, Phrase, PhraseKind};
use crate::analysis::document::Token;
use crate::analysis::lexicon::speech::{Language, Tags};

/// A noun phrase has at most so many words.
const MAX_WORDS: usize = 8;

impl Finder<'_> {
    pub(super) fn unspaced(&self) -> Vec<Phrase> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let end = self.chain_end(at);
            found.extend(self.of_chain(at..end));
            at = end.max(at + 1);
        }
        found
    }

    /// Where the nouns end that stand side by side from `at` on.
    fn chain_end(&self, at: usize) -> usize {
        let mut end = at;
        while end < at + MAX_WORDS
            && self.tokens.get(end).is_some_and(may_stand_in)
            && (end == at || self.touches(end))
        {
            end += 1;
        }
        end
    }

    fn touches(&self, at: usize) -> bool {
        let pair = self.tokens.before(at).zip(self.tokens.get(at));
        pair.is_some_and(|(before, token)| before.span.end == token.span.start)
    }

    /// The phrase that ends with the last word of the chain that can be its head.
    fn of_chain(&self, chain: Range<usize>) -> Option<Phrase> {
        // 日刊潮流の報道では: whoever has it is a source by that alone.
        let source = self
            .tokens
            .get(chain.end)
            .is_some_and(|next| next.is(Tags::ACCORDING));
        let source = source && self.tokens.language == Language::Japanese;
        let head = chain
            .clone()
            .rev()
            .find(|&at| source || self.tokens.get(at).is_some_and(is_head))?;
        let named = |at: &usize| self.tokens.get(*at).is_some_and(|token| token.named);
        // 三崎市長: the name, and the title behind it.
        let titled = head
            .checked_sub(1)
            .filter(|at| *at >= chain.start && named(at))
            .filter(|_| self.is_title(head));
        let phrase = chain.start..head + 1;
        let (name, kind) = match titled.or(Some(head).filter(named)) {
            Some(name) => (name..name + 1, PhraseKind::Name),
            None if self.is_pronoun(head) => (head..head + 1, PhraseKind::Pronoun),
            None => (phrase.clone(), PhraseKind::Noun),
        };
        let phrase = match kind {
            PhraseKind::Pronoun => head..head + 1,
            _ => phrase,
        };
        let oblique = |at: &usize| {
            self.tokens
                .get(*at)
                .is_some_and(|token| token.is(Tags::PREPOSITION))
        };
        let preposition = phrase.start.checked_sub(1).filter(oblique);
        Some(Phrase {
            preposition,
            ..self.phrase(phrase, name, kind)
        })
    }

    fn is_title(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.is(Tags::TITLE))
    }

    fn is_pronoun(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.is(Tags::PRONOUN))
    }
}

fn is_head(token: &Token) -> bool {
    token.named || token.is(Tags::ROLE.or(Tags::ORGANIZATION).or(Tags::PRONOUN))
}

/// Whether a word may be part of a noun phrase: a noun, or the の between two.
fn may_stand_in(token: &Token) -> bool {
    let stops = Tags::NOT_NAME
        .or(Tags::PREPOSITION)
        .or(Tags::ACCORDING)
        .or(Tags::MEDIUM);
    let hiragana = ('\u{3041}'..='\u{309f}').contains(&token.first);
    let noun = token.is_word() && !hiragana && token.known.verb.is_none() && !token.is(stops);
    token.passage.is_none() && (noun || token.word == "の" || is_head(token))
}
