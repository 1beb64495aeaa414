//! What a noun phrase looks like where it stands.

use crate::model::ActorKind;

use super::super::super::document::{Paragraph, Token};
use super::super::super::lexicon::speech::Tags;
use super::super::super::phrase::{Phrase, PhraseKind, is_role_word};
use super::super::At;
use super::super::scene::Scene;
use super::super::weights::Sink;

/// A noun phrase as the model sees it.
pub(super) struct Mention<'a> {
    paragraph: &'a Paragraph<'a>,
    phrase: &'a Phrase,
    kind: Option<ActorKind>,
    often: usize,
    /// The class of the word before it.
    pub before: &'static str,
    /// The class of the word behind it.
    pub after: &'static str,
}

impl<'a> Mention<'a> {
    pub fn new(scene: &'a Scene<'a>, at: At) -> Self {
        let paragraph = &scene.document.paragraphs[at.paragraph];
        let phrase = &paragraph.phrases[at.phrase];
        let (kind, often) = scene.names.standing(at);
        Self {
            paragraph,
            phrase,
            kind,
            often,
            before: before(paragraph, phrase),
            after: after(paragraph, phrase),
        }
    }

    /// Tells `sink` every feature of it.
    pub fn tell(&self, sink: &mut impl Sink) {
        let form = self.form();
        sink.add(&["form", form]);
        sink.add(&["form", form, self.after]);
        sink.add(&["preceded", self.before]);
        sink.add(&["stands", self.before, self.after]);
        let tokens = &self.paragraph.tokens;
        if let Some(at) = self.phrase.preposition {
            let word = tokens.get(at).map_or("", |token| token.word);
            sink.add(&["preposition", word]);
        }
        if self.phrase.in_brackets {
            sink.add(&["in brackets"]);
        }
        let kind = match self.kind {
            Some(ActorKind::Person) => "person",
            Some(ActorKind::Organization) => "organization",
            Some(ActorKind::Place) => "place",
            None => "unnamed",
        };
        sink.add(&["is", form, kind]);
        sink.add(&["often", kind, OFTEN[self.often.min(5)]]);
        self.words(sink);
    }

    fn words(&self, sink: &mut impl Sink) {
        let words = self.paragraph.tokens.slice(self.phrase.tokens.clone());
        if words.iter().any(|word| word.is(Tags::OUTLET)) {
            sink.add(&["outlet"]);
        }
        let unnamed = matches!(self.phrase.kind, PhraseKind::Noun | PhraseKind::Bare);
        if let (true, Some(first), Some(head)) = (unnamed, words.first(), words.last()) {
            let role = if is_role_word(head) {
                "role"
            } else {
                "no role"
            };
            sink.add(&["head", role]);
            if first.is(Tags::DETERMINER) {
                sink.add(&["determiner", first.word]);
            }
        }
    }

    fn form(&self) -> &'static str {
        match self.phrase.kind {
            PhraseKind::Pronoun => match self.paragraph.tokens.get(self.phrase.tokens.start) {
                Some(token) if matches!(token.word, "he" | "she") => "he",
                Some(token) if token.word == "they" => "they",
                Some(token) if token.word == "it" => "it",
                Some(token) if matches!(token.word, "i" | "we" | "you") => "we",
                _ => "pronoun",
            },
            PhraseKind::Relative => "who",
            PhraseKind::Possessive => "his",
            PhraseKind::Name => "name",
            PhraseKind::Noun => "noun",
            PhraseKind::Bare => "bare",
        }
    }
}

const OFTEN: [&str; 6] = ["0", "1", "2", "3", "4", "5"];

fn before(paragraph: &Paragraph, phrase: &Phrase) -> &'static str {
    match paragraph.tokens.before(phrase.tokens.start) {
        Some(token) if token.sentence == phrase.sentence => class(token),
        _ => "start",
    }
}

fn after(paragraph: &Paragraph, phrase: &Phrase) -> &'static str {
    if phrase.kind == PhraseKind::Possessive {
        return "owned";
    }
    let Some(token) = paragraph.tokens.get(phrase.tokens.end) else {
        return "end";
    };
    if token.is_possessive_mark() {
        return if phrase.kind == PhraseKind::Pronoun {
            "auxiliary"
        } else {
            "owned"
        };
    }
    match token.word {
        "who" | "which" => "who",
        ":" | "—" | "–" => "colon",
        _ => class(token),
    }
}

/// The class of a word beside a noun phrase.
pub(super) fn class(token: &Token) -> &'static str {
    if token.passage.is_some() {
        "passage"
    } else if token.word == "," {
        "comma"
    } else if !token.is_word() {
        "mark"
    } else if token.known.verb.is_some() {
        "verb"
    } else if token.is(Tags::AUXILIARY) {
        "auxiliary"
    } else if token.is(Tags::PREPOSITION) {
        "preposition"
    } else if token.is(Tags::CONJUNCTION) {
        "conjunction"
    } else if token.is_capital() {
        "capital"
    } else {
        "word"
    }
}
