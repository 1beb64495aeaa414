//! An article as the rules read it: paragraphs of words in which a passage is one word.
//!
//! What stands inside a passage is its speaker's business; the rules look only
//! at what the reporter wrote around it.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::{ActorKind, Article, BlockKind, Span};
use crate::text::sentence;
use crate::text::word::{Word, WordClass, words};

use super::actors::Cast;
use super::cue::{self, Cue, Link};
use super::lexicon::speech::{Known, Language, Lexicon, Tags};
use super::marks::Passage;
use super::phrase::{self, Phrase};

/// All analysed paragraphs of an article.
pub(super) struct Document<'a> {
    pub article: &'a Article,
    pub passages: &'a [Passage],
    /// The paragraphs in text order, then the insides of passages.
    pub paragraphs: Vec<Paragraph<'a>>,
    /// How many of them are paragraphs.
    pub body: usize,
    /// Which of them is the inside of a passage, by the passage's index. Only for
    /// French, which names its speakers there: « On part, dit-elle, demain. »
    pub insides: HashMap<usize, usize>,
}

/// One block with what the rules found in it.
pub(super) struct Paragraph<'a> {
    /// The index of its block.
    pub block: usize,
    pub tokens: Tokens<'a>,
    /// Noun phrases outside passages, by start, longer ones first.
    pub phrases: Vec<Phrase>,
    /// Cues outside passages, in text order.
    pub cues: Vec<Cue>,
    /// Which noun phrase is whose cue's subject, in the order of the cues.
    pub links: Vec<Link>,
}

/// A word, or a whole passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
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
    class: WordClass,
}

/// The words of one paragraph. Looking beyond its ends finds nothing.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'a> {
    tokens: Vec<Token<'a>>,
    /// How many passages stand before each word; one longer than `tokens`.
    passages_before: Vec<usize>,
    pub language: Language,
    /// Whether it is the headline, which leaves out articles.
    pub headline: bool,
    /// Whether most words begin with a capital.
    pub title_case: bool,
    /// The colon behind a label at the start of the paragraph.
    pub label: Option<usize>,
}

impl<'a> Document<'a> {
    /// Reads `article`; `lower` is its text in lower case, byte for byte as long.
    pub fn new(article: &'a Article, lower: &'a str, passages: &'a [Passage], cast: &Cast) -> Self {
        let lexicon = Lexicon::of(article.meta.language.as_deref());
        let people = people(cast);
        let mut left = passages;
        let mut paragraphs = Vec::new();
        for (block, part) in article.blocks.iter().enumerate() {
            if !part.kind.is_analysed() {
                continue;
            }
            let first = passages.len() - left.len();
            let here = left.iter().take_while(|p| p.block == block).count();
            let (own, rest) = left.split_at(here);
            left = rest;
            let mut source = Source {
                text: &article.text,
                lower,
                lexicon,
                tokens: Vec::new(),
            };
            source.read(part.span, own, first);
            source.name(&people);
            let mut tokens = source.finish();
            tokens.headline = part.kind == BlockKind::Headline;
            paragraphs.push(Paragraph::new(block, tokens));
        }
        let body = paragraphs.len();
        let mut document = Self {
            article,
            passages,
            paragraphs,
            body,
            insides: HashMap::new(),
        };
        if lexicon.language == Language::French {
            document.read_insides(lower, lexicon, &people);
        }
        document
    }

    fn read_insides(&mut self, lower: &'a str, lexicon: &'static Lexicon, people: &[Span]) {
        for (index, passage) in self.passages.iter().enumerate() {
            let mut source = Source {
                text: &self.article.text,
                lower,
                lexicon,
                tokens: Vec::new(),
            };
            source.words(passage.span);
            source.name(people);
            self.insides.insert(index, self.paragraphs.len());
            self.paragraphs
                .push(Paragraph::new(passage.block, source.finish()));
        }
    }
}

/// Where people are named, by start.
fn people(cast: &Cast) -> Vec<Span> {
    let people = cast
        .actors
        .iter()
        .filter(|actor| actor.kind == ActorKind::Person);
    let mut spans: Vec<Span> = people
        .flat_map(|actor| actor.mentions.iter().copied())
        .collect();
    spans.sort_unstable();
    spans
}

impl<'a> Paragraph<'a> {
    fn new(block: usize, tokens: Tokens<'a>) -> Self {
        let phrases = phrase::find(&tokens);
        let (cues, links) = cue::find(&tokens, &phrases);
        Self {
            block,
            tokens,
            phrases,
            cues,
            links,
        }
    }
}

/// What the words of a paragraph are made from.
struct Source<'a> {
    text: &'a str,
    lower: &'a str,
    lexicon: &'static Lexicon,
    tokens: Vec<Token<'a>>,
}

impl<'a> Source<'a> {
    fn read(&mut self, within: Span, passages: &[Passage], first: usize) {
        let mut at = within.start;
        for (offset, passage) in passages.iter().enumerate() {
            self.words(Span::new(at, passage.outer.start));
            self.tokens.push(Token {
                span: passage.span,
                word: "",
                known: Known::default(),
                first: ' ',
                passage: Some(first + offset),
                sentence: 0,
                named: false,
                class: WordClass::Mark,
            });
            at = passage.outer.end;
        }
        self.words(Span::new(at, within.end));
    }

    fn words(&mut self, within: Span) {
        for word in words(self.text, within) {
            // Marks left over here belong to no passage and say nothing.
            if word.class == WordClass::Mark && !matches!(word.span.of(self.text), "'" | "’") {
                continue;
            }
            match self.pronoun_part(word) {
                Some(at) => {
                    self.word(Span::new(word.span.start, at), word.class);
                    self.word(Span::new(at + 1, word.span.end), word.class);
                }
                None => self.word(word.span, word.class),
            }
        }
    }

    /// Where the pronoun of French "dit-il", "a-t-elle" is cut off.
    fn pronoun_part(&self, word: Word) -> Option<usize> {
        let printed = word.span.of(self.text);
        if self.lexicon.language != Language::French {
            return None;
        }
        let cut = printed.rfind('-')?;
        let pronoun = ["il", "elle", "on", "ils", "elles"].contains(&&printed[cut + 1..]);
        pronoun.then_some(word.span.start + cut)
    }

    fn word(&mut self, span: Span, class: WordClass) {
        let word = span.of(self.lower);
        let looked_up = match class {
            WordClass::Abbreviation => word.trim_end_matches('.'),
            _ => word.trim_end_matches("-t"),
        };
        let mut known = self.lexicon.known(looked_up);
        if class == WordClass::Clitic {
            known.tags = known.tags.or(Tags::AUXILIARY);
        }
        self.tokens.push(Token {
            span,
            word,
            known,
            first: first_letter(span.of(self.text)),
            passage: None,
            sentence: 0,
            named: false,
            class,
        });
    }

    /// Marks the words of people's names.
    fn name(&mut self, people: &[Span]) {
        let Some(start) = self.tokens.first().map(|token| token.span.start) else {
            return;
        };
        let first = people.partition_point(|span| span.end <= start);
        let mut near = people[first..].iter().peekable();
        for token in &mut self.tokens {
            while near.next_if(|span| span.end <= token.span.start).is_some() {}
            let inside = near.peek().is_some_and(|span| span.covers(token.span));
            token.named = inside && token.passage.is_none() && token.is_capital();
            if token.named {
                token.known.verb = None;
            }
        }
    }

    fn finish(mut self) -> Tokens<'a> {
        let label = label_colon(&self.tokens);
        let mut sentence = 0;
        for at in 0..self.tokens.len() {
            self.tokens[at].sentence = sentence;
            sentence += usize::from(self.ends_sentence(at) || label == Some(at));
        }
        let title_case = self.is_title_case();
        if !title_case && self.lexicon.language != Language::German {
            self.forget_capital_verbs();
        }
        let mut passages_before = vec![0];
        let mut count = 0;
        for token in &self.tokens {
            count += usize::from(token.passage.is_some());
            passages_before.push(count);
        }
        Tokens {
            tokens: self.tokens,
            passages_before,
            language: self.lexicon.language,
            headline: false,
            title_case,
            label,
        }
    }

    /// Whether all but short words begin with a capital, as in many headlines.
    fn is_title_case(&self) -> bool {
        let words = self
            .tokens
            .iter()
            .filter(|token| token.first.is_alphabetic());
        let long = words.filter(|token| token.word.len() > 3);
        let (mut capital, mut small) = (0, 0);
        for token in long {
            match token.is_capital() {
                true => capital += 1,
                false if token.known.verb.is_some() => return false,
                false => small += 1,
            }
        }
        capital > 4 * small && capital > 2
    }

    /// A capital inside a sentence is a name: the States of "United States" state nothing.
    fn forget_capital_verbs(&mut self) {
        for at in 1..self.tokens.len() {
            let begins = self.tokens[at].sentence != self.tokens[at - 1].sentence;
            let after_word = self.tokens[at - 1].is_word();
            if !begins && after_word && self.tokens[at].is_capital() {
                self.tokens[at].known.verb = None;
            }
        }
    }

    /// Whether a sentence ends with the word at `at`.
    fn ends_sentence(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let Some(next) = self.tokens.get(at + 1) else {
            return false;
        };
        let begins = next.first.is_uppercase() || next.passage.is_some();
        if token.passage.is_none() {
            let (word, following) = (token.as_word(), next.as_word());
            let stop = sentence::stops(self.text, word, Some(following));
            return stop && (begins || next.first.is_numeric());
        }
        match token.span.of(self.text).chars().next_back() {
            Some('.' | '…') => begins,
            Some('?' | '!') => begins && !self.is_reported(at),
            _ => false,
        }
    }

    /// Whether a verb of saying follows soon: "Is it over?" Ruiz asked.
    fn is_reported(&self, at: usize) -> bool {
        self.tokens[at + 1..]
            .iter()
            .take(8)
            .take_while(|token| token.passage.is_none() && !matches!(token.word, "." | ";"))
            .any(|token| token.known.verb.is_some_and(|verb| verb.says && !verb.ing))
    }
}

/// The first letter of a word; of "al-Masri" the M, which makes it a name.
fn first_letter(printed: &str) -> char {
    let first = printed.chars().next().unwrap_or(' ');
    let behind = printed
        .split_once('-')
        .filter(|(particle, _)| ARTICLES_OF_NAMES.contains(particle));
    let capital = behind.and_then(|(_, rest)| rest.chars().next());
    capital.filter(|c| c.is_uppercase()).unwrap_or(first)
}

/// Arabic articles that names carry in lower case.
const ARTICLES_OF_NAMES: [&str; 8] = ["al", "el", "ul", "ad", "an", "ar", "as", "at"];

/// An article stands at most this many words before its noun.
const MAX_TO_ARTICLE: usize = 4;

/// A label has at most this many words, what stands in brackets included.
const MAX_LABEL: usize = 9;

/// The colon behind a label at the start of a paragraph: "RUIZ:", "Q:", "MODERATOR (Ana Ruiz):".
fn label_colon(tokens: &[Token]) -> Option<usize> {
    let tokens = &tokens[..tokens.len().min(MAX_LABEL)];
    let colon = tokens.iter().position(|token| token.word == ":")?;
    let bracket = tokens[..colon].iter().position(|token| token.word == "(");
    let label = &tokens[..bracket.unwrap_or(colon)];
    let closed = bracket.is_none() || tokens[..colon].last().is_some_and(|t| t.word == ")");
    let capital =
        |token: &Token| token.passage.is_none() && (token.is_capital() || !token.is_word());
    let named = !label.is_empty()
        && label
            .iter()
            .all(|token| capital(token) && token.word != ".");
    (closed && named).then_some(colon)
}

impl Token<'_> {
    /// Whether the word is in at least one of the classes `tags`.
    pub fn is(&self, tags: Tags) -> bool {
        self.known.tags.any(tags)
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.first.is_uppercase()
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

    fn as_word(&self) -> Word {
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
