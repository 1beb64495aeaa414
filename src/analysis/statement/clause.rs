//! A cue with its subject and its sentence.

use std::ops::Range;

use super::super::cue::{Cue, CueKind, Link, Role};
use super::super::document::{Paragraph, Token};
use super::super::lexicon::statements::SUBORDINATORS;
use super::super::phrase::{After, Before, Phrase, PhraseKind};

/// A cue with its subject and its sentence.
pub(super) struct Clause<'a> {
    /// The text of the article.
    pub text: &'a str,
    pub paragraph: &'a Paragraph<'a>,
    pub link: Link,
    pub cue: &'a Cue,
    pub phrase: &'a Phrase,
    /// The words around the cue up to a passage or an end of the sentence, without the
    /// punctuation at its end.
    pub sentence: Range<usize>,
    /// Whether a passage of the sentence stands right before these words.
    pub behind_passage: bool,
    /// Whether one stands right behind them.
    pub before_passage: bool,
}

/// Sentences are read at most so many words to either side of a cue: those of news are
/// shorter, and a hostile one stays cheap.
pub(super) const MAX_REACH: usize = 120;

/// A passage of more words is an utterance, whatever it ends with.
const MAX_TITLE: usize = 8;

/// The main subject is one of so many noun phrases at the start of its sentence.
const MAX_TO_MAIN: usize = 3;

/// At most so many cues of a sentence are asked for their subject.
const MAX_LINKS: usize = 24;

impl<'a> Clause<'a> {
    pub fn new(text: &'a str, paragraph: &'a Paragraph<'a>, link: Link) -> Self {
        let link = with_apposition(paragraph, with_main_subject(paragraph, link));
        let cue = &paragraph.cues[link.cue];
        let tokens = &paragraph.tokens;
        let inside = |token: &&Token| token.sentence == cue.sentence && token.passage.is_none();
        let from = cue.tokens.start.saturating_sub(MAX_REACH);
        let before = tokens.slice(from..cue.tokens.start).iter().rev();
        let behind = tokens.slice(cue.tokens.end..cue.tokens.end + MAX_REACH);
        let start = cue.tokens.start - before.take_while(inside).count();
        let end = cue.tokens.end + behind.iter().take_while(inside).count();
        let passage = |token: Option<&Token>| {
            token.is_some_and(|token| token.passage.is_some() && token.sentence == cue.sentence)
        };
        Self {
            text,
            paragraph,
            link,
            cue,
            phrase: &paragraph.phrases[link.phrase],
            sentence: start..trimmed(paragraph, cue.tokens.end, end),
            behind_passage: passage(tokens.before(start)),
            before_passage: passage(tokens.get(end)),
        }
    }

    /// The lower-case word at `at`, empty where there is none.
    pub fn word(&self, at: usize) -> &'a str {
        self.paragraph.tokens.get(at).map_or("", |token| token.word)
    }

    /// Where the subject and its cue begin.
    pub fn start(&self) -> usize {
        self.cue.tokens.start.min(self.phrase.tokens.start)
    }

    /// The longest noun phrase that begins at `at`.
    pub fn phrase_at(&self, at: usize) -> Option<&'a Phrase> {
        let phrases = &self.paragraph.phrases;
        let first = phrases.partition_point(|phrase| phrase.tokens.start < at);
        let phrase = phrases.get(first)?;
        let fits = phrase.tokens.start == at && phrase.kind != PhraseKind::Relative;
        fits.then_some(phrase)
    }

    /// Whether the cue belongs to an utterance in marks right before it: "…," Ruiz said on Friday.
    pub fn is_quoted(&self) -> bool {
        let between = self.sentence.start..self.start();
        let words = self.paragraph.tokens.slice(between);
        let touches = self.behind_passage && !words.iter().any(Token::is_word);
        let passage = self.paragraph.tokens.before(self.sentence.start);
        let spoken = passage.is_some_and(|token| {
            let words = token.span.of(self.text);
            let ends = words.ends_with([',', '?', '!', '—', '…', '-']);
            ends || words.split(' ').nth(MAX_TITLE).is_some()
        });
        self.cue.kind == CueKind::Finite && touches && spoken
    }

    /// Whether `word` stands right before the subject and its cue.
    pub fn follows(&self, word: &str) -> bool {
        self.word_before() == word
    }

    /// Whether the cue stands in a clause that a comma closes: "While Ruiz says it is safe, …",
    /// "Ruiz, who says it is safe, …".
    pub fn is_subordinate(&self) -> bool {
        match self.link.role {
            Role::Relative => self.word_before() == ",",
            _ => SUBORDINATORS.contains(self.word_before()),
        }
    }

    fn word_before(&self) -> &'a str {
        let before = self.paragraph.tokens.before(self.start());
        let here = before.filter(|token| token.sentence == self.cue.sentence);
        here.map_or("", |token| token.word)
    }
}

/// Where words from `start` to `end` end without the punctuation behind them.
pub(super) fn trimmed(paragraph: &Paragraph, start: usize, mut end: usize) -> usize {
    let closes = |token: &Token| !token.is_word() && !matches!(token.word, ")" | "%");
    while end > start && paragraph.tokens.before(end).is_some_and(closes) {
        end -= 1;
    }
    end
}

/// "Ruiz forecast a boom and praised the mayor": a name that opens its sentence is the
/// subject of a verb without one of its own, though the verb behind the name is not known.
fn with_main_subject(paragraph: &Paragraph, link: Link) -> Link {
    let found = &paragraph.phrases[link.phrase];
    let shares = matches!(link.role, Role::Participle | Role::Shared);
    if !shares || found.kind == PhraseKind::Pronoun || is_subject(paragraph, link) {
        return link;
    }
    let sentence = paragraph.cues[link.cue].sentence;
    let first = paragraph
        .phrases
        .partition_point(|phrase| phrase.sentence < sentence);
    let mut opening = paragraph.phrases[first..].iter().take(MAX_TO_MAIN);
    let main = opening.position(|phrase| {
        phrase.sentence == sentence
            && phrase.kind == PhraseKind::Name
            && phrase.after == After::Lower
            && phrase.before == Before::Start
            && phrase.tokens.start < found.tokens.start
    });
    main.map_or(link, |main| Link {
        phrase: first + main,
        ..link
    })
}

/// "Ruiz, the mayor, said the bridge was safe": a noun phrase that opens its sentence and
/// stands before a comma speaks, and not what follows the cue.
fn with_apposition(paragraph: &Paragraph, link: Link) -> Link {
    let cue = &paragraph.cues[link.cue];
    let behind = paragraph.phrases[link.phrase].tokens.start >= cue.tokens.end;
    let word = |at: usize| paragraph.tokens.get(at).map_or("", |token| token.word);
    let first = paragraph
        .phrases
        .partition_point(|phrase| phrase.sentence < cue.sentence);
    let opening = paragraph.phrases.get(first).filter(|phrase| {
        let opens = phrase.before == Before::Start && phrase.is_nominal();
        let ends = phrase.tokens.end + 1 < cue.tokens.start;
        opens && ends && word(phrase.tokens.end) == ","
    });
    let closed = cue.tokens.start > 0 && word(cue.tokens.start - 1) == ",";
    match opening.filter(|_| link.role == Role::Inverted && behind && closed) {
        Some(_) => Link {
            phrase: first,
            role: Role::Apposition,
            ..link
        },
        None => link,
    }
}

/// Whether the noun phrase is the subject of another cue of the sentence.
fn is_subject(paragraph: &Paragraph, link: Link) -> bool {
    let sentence = |other: &Link| paragraph.cues[other.cue].sentence;
    let here = sentence(&link);
    let first = paragraph
        .links
        .partition_point(|other| sentence(other) < here);
    let near = paragraph.links[first..].iter().take(MAX_LINKS);
    near.take_while(|other| sentence(other) == here)
        .any(|other| other.phrase == link.phrase && other.role == Role::Subject)
}
