//! What stands before and after a noun phrase.

use super::super::document::Token;
use super::super::lexicon::speech::Tags;
use super::{After, Before, Finder, Phrase, PhraseKind};

impl Finder<'_> {
    pub(super) fn look_around(&self, phrase: &mut Phrase) {
        let start = phrase.tokens.start;
        let named = phrase.kind == PhraseKind::Name;
        let skipped = self
            .tokens
            .slice(start.saturating_sub(MAX_DESCRIPTION)..start)
            .iter()
            .rev()
            .take_while(|token| {
                let small_role = token.first.is_lowercase() && token.is(Tags::ROLE);
                let small = small_role || matches!(token.word, "then" | "former" | "even" | "also");
                small || (named && describes(token))
            });
        let hangs_on = start.checked_sub(skipped.count() + 1);
        phrase.preposition = hangs_on.filter(|&at| {
            self.tokens.get(at).is_some_and(|t| t.is(Tags::PREPOSITION))
                && self.same_sentence(at, start)
        });
        let mut near = self
            .tokens
            .slice(start.saturating_sub(11)..start)
            .iter()
            .rev();
        let bracket = near.find(|t| matches!(t.word, "(" | ")") || t.sentence != phrase.sentence);
        phrase.in_brackets =
            bracket.is_some_and(|t| t.word == "(" && t.sentence == phrase.sentence);
        phrase.before = match self.tokens.before(start) {
            Some(token) if token.sentence == phrase.sentence => before(token),
            _ => Before::Start,
        };
        phrase.after = match (phrase.kind, self.tokens.get(phrase.tokens.end)) {
            (PhraseKind::Possessive, _) => After::Possessive,
            (PhraseKind::Pronoun, Some(token)) if token.is_possessive_mark() => After::Verb,
            (_, Some(token)) => after(token),
            (_, None) => After::Other,
        };
    }
}

/// "of victims' group Tarn Watch": so many words may lead to a name.
const MAX_DESCRIPTION: usize = 4;

/// Whether the word may only tell what a name behind it is.
fn describes(token: &Token) -> bool {
    let closed = Tags::PREPOSITION
        .or(Tags::CONJUNCTION)
        .or(Tags::AUXILIARY)
        .or(Tags::PRONOUN)
        .or(Tags::DETERMINER);
    token.first.is_lowercase() && token.known.verb.is_none() && !token.is(closed)
}

fn before(token: &Token) -> Before {
    if token.passage.is_some() {
        Before::Passage
    } else if token.word == "," {
        Before::Comma
    } else if token.is(Tags::CONJUNCTION) {
        Before::Conjunction
    } else {
        Before::Other
    }
}

fn after(token: &Token) -> After {
    if token.is_possessive_mark() {
        After::Possessive
    } else if matches!(token.word, "who" | "which")
        || token.known.verb.is_some()
        || token.is(Tags::AUXILIARY)
    {
        After::Verb
    } else if token.first.is_lowercase() && !token.is(Tags::PREPOSITION.or(Tags::CONJUNCTION)) {
        After::Lower
    } else {
        After::Other
    }
}
