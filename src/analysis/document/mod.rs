//! An article as the rules read it: paragraphs of words in which a passage is one word.
//!
//! What stands inside a passage is its speaker's business; the rules look only
//! at what the reporter wrote around it.

mod source;
mod token;
mod unspaced;

use foldhash::{HashMap, HashMapExt};

use crate::model::{Actor, ActorKind, Article, BlockKind, Span};

use super::actors::Cast;
use super::cue::{self, Cue, Link};
use super::lexicon::speech::{Language, Lexicon};
use super::marks::Passage;
use super::phrase::{self, Phrase};
use source::Source;
pub(super) use source::lowered;
pub(super) use token::{Token, Tokens};
pub(super) use unspaced::{Script, cut};

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

impl<'a> Document<'a> {
    /// Reads `article`; `lower` is its text in lower case, byte for byte as long.
    pub fn new(article: &'a Article, lower: &'a str, passages: &'a [Passage], cast: &Cast) -> Self {
        let lexicon = Lexicon::of(article.meta.language.as_deref());
        let people = mentions(cast, |actor| actor.kind == ActorKind::Person);
        let names = mentions(cast, |_| true);
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
            let mut source = Source::new(&article.text, lower, lexicon);
            if lexicon.language.is_unspaced() {
                source.cut_at(inside(&names, part.span));
                source.read(part.span, own, first);
            } else {
                source.read(part.span, own, first);
                source.name(&people);
            }
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

    /// The language that its words were looked up in.
    pub fn language(&self) -> Language {
        let first = self.paragraphs.first();
        first.map_or(Language::English, |paragraph| paragraph.tokens.language)
    }

    fn read_insides(&mut self, lower: &'a str, lexicon: &'static Lexicon, people: &[Span]) {
        for (index, passage) in self.passages.iter().enumerate() {
            let mut source = Source::new(&self.article.text, lower, lexicon);
            source.words(passage.span);
            source.name(people);
            self.insides.insert(index, self.paragraphs.len());
            self.paragraphs
                .push(Paragraph::new(passage.block, source.finish()));
        }
    }
}

/// Where such actors are named, by start.
fn mentions(cast: &Cast, such: impl Fn(&Actor) -> bool) -> Vec<Span> {
    let actors = cast.actors.iter().filter(|actor| such(actor));
    let mut spans: Vec<Span> = actors
        .flat_map(|actor| actor.mentions.iter().copied())
        .collect();
    spans.sort_unstable();
    spans
}

/// Those of `spans`, sorted and apart, that lie in `within`.
fn inside(spans: &[Span], within: Span) -> &[Span] {
    let first = spans.partition_point(|span| span.start < within.start);
    let last = spans.partition_point(|span| span.start < within.end);
    &spans[first..last]
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
