//! The words of a paragraph, in which a passage is one word.

use std::ops::Range;

use crate::model::Span;
use crate::text::word::{Word, WordClass};

use super::super::lexicon::speech::{Known, Language, Tags};

/// A word, or a whole passage.
#[derive(Debug, Clone, Copy)]
pub(in crate::analysis) struct Token<'a> {
    pub span: Span,
    /// In lower case; empty for a passage.
    pub word: &'a str,
    pub known: Known,
    /// The first character; a blank for a passage.
    pub first: char,
    /// The index of the passage that it stands for.
    pub passage: Option<usize>,
    /// The number of its sentence in the paragraph.
    pub sentence: usize,
    /// Whether it belongs to a person's name: "Will Doyle", "Mark May".
    pub named: bool,
    pub(super) class: WordClass,
}

/// The words of one paragraph. Looking beyond its ends finds nothing.
#[derive(Debug, Clone)]
pub(in crate::analysis) struct Tokens<'a> {
    pub(super) tokens: Vec<Token<'a>>,
    /// How many passages stand before each word; one longer than `tokens`.
    pub(super) passages_before: Vec<usize>,
    pub language: Language,
    /// Whether it is the headline, which leaves out articles.
    pub headline: bool,
    /// Whether most words begin with a capital.
    pub title_case: bool,
    /// The colon behind a label at the start of the paragraph.
    pub label: Option<usize>,
}

/// An article stands at most this many words before its noun.
const MAX_TO_ARTICLE: usize = 4;

impl Token<'_> {
    /// Whether the word is in at least one of the classes `tags`.
    pub fn is(&self, tags: Tags) -> bool {
        self.known.tags.any(tags)
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.first.is_uppercase()
    }

    /// Whether it tells how something is done, by its ending: "quietly", no name in -ly.
    pub fn is_adverb(&self) -> bool {
        let ending = self.word.ends_with("ly") && self.passage.is_none();
        ending && !self.named && !self.is(Tags::NOT_ADVERB)
    }

    /// Whether it is the initial of a name.
    pub fn is_initial(&self) -> bool {
        self.class == WordClass::Initial
    }

    /// Whether it is a word or number and no punctuation.
    pub fn is_word(&self) -> bool {
        self.first.is_alphanumeric()
    }

    /// Whether it is the possessive `'s`, or the apostrophe behind a plural.
    pub fn is_possessive_mark(&self) -> bool {
        matches!(self.word, "'s" | "’s" | "'" | "’")
    }

    pub(super) fn as_word(&self) -> Word {
        Word {
            span: self.span,
            class: self.class,
        }
    }
}

impl<'a> Tokens<'a> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The one at `at`.
    pub fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at)
    }

    /// The one before `at`.
    pub fn before(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at.checked_sub(1)?)
    }

    /// Those of `range`, as far as there are any.
    pub fn slice(&self, range: Range<usize>) -> &[Token<'a>] {
        let end = range.end.min(self.tokens.len());
        self.tokens.get(range.start..end).unwrap_or_default()
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (usize, &Token<'a>)> {
        self.tokens.iter().enumerate()
    }

    /// The words at `range` as one span of the article.
    pub fn span(&self, range: &Range<usize>) -> Span {
        match self.slice(range.clone()) {
            [] => Span::default(),
            [one] => one.span,
            [first, .., last] => Span::new(first.span.start, last.span.end),
        }
    }

    /// Whether the word at `at` is an adverb. A capital makes a name of it, unless most
    /// words have one: Italy, Sally.
    pub fn is_adverb(&self, at: usize) -> bool {
        self.get(at)
            .is_some_and(|token| token.is_adverb() && (self.title_case || !token.is_capital()))
    }

    /// The index behind the last word left of `verb`, in its sentence, that is no
    /// auxiliary and no adverb.
    pub fn skip_auxiliaries(&self, verb: usize) -> usize {
        let sentence = self.get(verb).map(|verb| verb.sentence);
        let skipped = |&at: &usize| {
            self.get(at).is_some_and(|token| {
                Some(token.sentence) == sentence
                    && token.passage.is_none()
                    && (token.is(Tags::AUXILIARY) || self.is_adverb(at))
            })
        };
        verb - (0..verb).rev().take_while(skipped).count()
    }

    /// Whether the plain form of a verb at `at` is a noun, by the article before it:
    /// "a dry answer". A verb there would end in s.
    pub fn is_noun_by_article(&self, at: usize) -> bool {
        let plain = |token: &Token| {
            token
                .known
                .verb
                .is_some_and(|verb| verb.lemma == token.word)
        };
        let parts = Tags::CONJUNCTION
            .or(Tags::PREPOSITION)
            .or(Tags::PRONOUN)
            .or(Tags::AUXILIARY);
        let between =
            |token: &&Token| token.is_word() && token.known.verb.is_none() && !token.is(parts);
        let mut before = self
            .slice(at.saturating_sub(MAX_TO_ARTICLE)..at)
            .iter()
            .rev();
        let article = before
            .by_ref()
            .take_while(between)
            .any(|token| matches!(token.word, "a" | "an" | "every" | "each"));
        article && self.get(at).is_some_and(plain)
    }

    /// Whether a passage stands in `range`.
    pub fn has_passage(&self, range: Range<usize>) -> bool {
        let count = |at: usize| self.passages_before[at.min(self.tokens.len())];
        range.start < range.end && count(range.end) > count(range.start)
    }
}
