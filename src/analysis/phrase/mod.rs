//! Noun phrases outside passages, by the shapes of their words.
//!
//! No parser and no tagger: capitals, closed classes and roles tell where a
//! noun phrase begins and ends well enough to find who speaks.

mod around;
mod bare;
mod noun;
mod run;
mod unspaced;

use std::ops::Range;

use crate::model::Span;

use super::document::{Token, Tokens};
use super::lexicon::ROLE_ENDINGS;
use super::lexicon::speech::{Language, Tags};

/// A noun phrase that might speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Its words.
    pub tokens: Range<usize>,
    /// The words of the name at its end; all its words when there is none.
    pub name: Range<usize>,
    pub kind: PhraseKind,
    pub span: Span,
    pub sentence: usize,
    /// The preposition that it hangs on.
    pub preposition: Option<usize>,
    pub before: Before,
    pub after: After,
    /// Whether it stands between brackets.
    pub in_brackets: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PhraseKind {
    /// he, she, they, it, I, we, you
    Pronoun,
    /// who
    Relative,
    /// his, her, their, its
    Possessive,
    /// A capitalised run, with what leads to it.
    Name,
    /// A determiner and what follows.
    Noun,
    /// Plain words right before a speech verb: "critics say".
    Bare,
}

/// What stands before a noun phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// A sentence begins here.
    Start,
    Passage,
    Comma,
    Conjunction,
    Other,
}

/// What stands after a noun phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// It owns what follows.
    Possessive,
    /// A verb, an auxiliary or "who": it is a subject.
    Verb,
    /// A word in lower case, so that the phrase may go on.
    Lower,
    Other,
}

impl Phrase {
    /// Whether it can be a subject by its form.
    pub fn is_nominal(&self) -> bool {
        self.kind != PhraseKind::Possessive
    }
}

/// Finds the noun phrases of a paragraph, by start, longer ones first.
pub(super) fn find(tokens: &Tokens) -> Vec<Phrase> {
    let finder = Finder { tokens };
    if tokens.language.is_unspaced() {
        return finder.unspaced();
    }
    if tokens.language == Language::Korean {
        return finder.korean_subjects();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        at = finder.step(at, &mut found);
    }
    finder.bare_subjects(&mut found);
    found.sort_by_key(|phrase| (phrase.tokens.start, usize::MAX - phrase.tokens.end));
    for phrase in &mut found {
        finder.look_around(phrase);
    }
    found
}

/// At most this many words in lower case stand between a name and the person it leads to.
const MAX_BETWEEN: usize = 4;

struct Finder<'a> {
    tokens: &'a Tokens<'a>,
}

impl Finder<'_> {
    /// Adds the phrase at `at`, if one begins there, and returns where to look next.
    fn step(&self, at: usize, found: &mut Vec<Phrase>) -> usize {
        let Some(token) = self.tokens.get(at).filter(|token| token.passage.is_none()) else {
            return at + 1;
        };
        let asks = token.word == "who" && self.word(at + 1) == "?";
        if token.is(Tags::PRONOUN) && !asks {
            let kind = match token.word {
                "who" | "qui" | "quien" => PhraseKind::Relative,
                _ => PhraseKind::Pronoun,
            };
            found.push(self.phrase(at..at + 1, at..at + 1, kind));
            return at + 1;
        }
        if matches!(token.word, "his" | "her" | "their" | "its") {
            found.push(self.phrase(at..at + 1, at..at + 1, PhraseKind::Possessive));
        }
        let titled = self.is_titled(at);
        let phrase = if self.is_name(at) || titled {
            Some(self.name(at, titled))
        } else if (token.is(Tags::DETERMINER) || token.first.is_numeric()) && token.word != "that" {
            self.noun(at)
        } else {
            None
        };
        let next = phrase.as_ref().map_or(at + 1, |phrase| phrase.tokens.end);
        found.extend(phrase);
        next
    }

    /// A capitalised run, and the person whom lower-case role words behind it lead to.
    fn name(&self, at: usize, titled: bool) -> Phrase {
        let token = self.tokens.get(at);
        let unnamed = token.is_none_or(|t| !t.is_capital() || (titled && t.is(Tags::NOT_NAME)));
        let end = if unnamed {
            self.run(at + 1).max(at + 1)
        } else {
            self.run(at).max(at + 1)
        };
        let between = (end..end + MAX_BETWEEN)
            .take_while(|&k| self.is_inner(k, at) && (self.is_lower(k) || self.is_ordinal(k)))
            .count();
        let person = end + between;
        let leads = self.is_role(person - 1) || self.is_ordinal(person - 1);
        if between > 0 && self.is_name(person) && leads {
            let last = self.run(person);
            return self.phrase(at..last, person..last, PhraseKind::Name);
        }
        // "Calder harbor master said", "State radio in Calder": the run only says whose.
        let head = |t: &Token| t.is(Tags::OUTLET) || is_role_word(t);
        let described = between > 0 && self.tokens.get(person - 1).is_some_and(head);
        if described && self.ends_description(person) {
            return self.phrase(at..person, at..person, PhraseKind::Noun);
        }
        self.phrase(at..end, at..end, PhraseKind::Name)
    }

    /// Whether what stands at `at` ends a noun phrase that is a subject or a label.
    fn ends_description(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let governs = token.known.verb.is_some() || token.is(Tags::AUXILIARY);
            governs || token.is(Tags::PREPOSITION) || token.word == ":"
        })
    }

    fn phrase(&self, tokens: Range<usize>, name: Range<usize>, kind: PhraseKind) -> Phrase {
        Phrase {
            span: self.tokens.span(&tokens),
            sentence: self.tokens.get(tokens.start).map_or(0, |t| t.sentence),
            tokens,
            name,
            kind,
            preposition: None,
            before: Before::Other,
            after: After::Other,
            in_brackets: false,
        }
    }

    fn is_role(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(is_role_word)
    }

    fn is_inner(&self, k: usize, at: usize) -> bool {
        let stops = Tags::PREPOSITION
            .or(Tags::CONJUNCTION)
            .or(Tags::AUXILIARY)
            .or(Tags::PRONOUN);
        self.tokens
            .get(k)
            .is_some_and(|t| !t.is(stops) && t.known.verb.is_none())
            && self.same_sentence(k, at)
    }

    fn is_lower(&self, k: usize) -> bool {
        self.tokens
            .get(k)
            .is_some_and(|token| token.first.is_lowercase())
    }

    /// The "1st" of "Air Force 1st Lt.".
    fn is_ordinal(&self, k: usize) -> bool {
        let ends = ["st", "nd", "rd", "th"];
        self.tokens.get(k).is_some_and(|token| {
            token.first.is_numeric() && ends.iter().any(|end| token.word.ends_with(end))
        })
    }

    fn same_sentence(&self, k: usize, at: usize) -> bool {
        match (self.tokens.get(k), self.tokens.get(at)) {
            (Some(one), Some(other)) => one.sentence == other.sentence,
            _ => false,
        }
    }

    /// In German every noun is.
    fn names_are_capital(&self) -> bool {
        self.tokens.language != Language::German
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word)
    }
}

/// Whether the word says what somebody is, by the list or by its ending.
pub(super) fn is_role_word(token: &Token) -> bool {
    token.is(Tags::ROLE) || ends_as_role(token.word)
}

/// Whether the ending makes people of a word: minister, spokesman.
pub(super) fn ends_as_role(word: &str) -> bool {
    ROLE_ENDINGS.end(word)
}
