//! Whether words are reported speech, and how sure that is.
//!
//! A cue that takes the words of a quote may stand for much else where there are no marks:
//! "added a lane", "the plan calls for", "will be pledged". The rules say no to these;
//! what is left is as sure as such cues proved to be on labelled news.

use crate::model::Confidence;

use super::super::cue::{Cue, CueKind, Role};
use super::super::document::{Paragraph, Token};
use super::super::lexicon::speech::{Lexicon, Tags};
use super::super::lexicon::statements::{AWAY, CLAUSAL, LED_TO, NOUNS};
use super::super::phrase::After;
use super::content::{Candidate, MIN_WORDS, Place};

/// Among so many words a clause shows its verb.
const MAX_TO_VERB: usize = 14;

/// How sure the words are a statement of the one found, in thousandths; nothing when they are none.
pub(super) fn confidence(paragraph: &Paragraph, candidate: &Candidate) -> Option<Confidence> {
    let cue = &paragraph.cues[candidate.link.cue];
    let shape = Shape::of(paragraph, candidate);
    let told = match cue.kind {
        CueKind::According | CueKind::Colon | CueKind::Noun => true,
        CueKind::Infinitive => false,
        CueKind::Finite | CueKind::Participle => {
            let form = !is_passive(paragraph, cue) && !is_other_word(paragraph, candidate);
            form && !is_silent(cue) && shape.is_reported(paragraph, candidate)
        }
    };
    told.then(|| Confidence::from_thousandths(share(cue, candidate, shape)))
}

/// What the words look like.
#[derive(Debug, Clone, Copy)]
struct Shape {
    /// They begin as a clause does: "that", "whether", a pronoun.
    opened: bool,
    /// They hold a verb that makes a clause of them.
    finite: bool,
}

impl Shape {
    fn of(paragraph: &Paragraph, candidate: &Candidate) -> Self {
        let words = paragraph.tokens.slice(candidate.tokens.clone());
        let opened = words.first().is_some_and(|first| {
            let opens = [
                "that", "whether", "if", "how", "why", "what", "when", "there",
            ];
            first.is(Tags::PRONOUN) || opens.contains(&first.word)
        });
        let verb = |token: &Token| token.is(Tags::FINITE.or(Tags::BE));
        Self {
            opened,
            finite: words.iter().take(MAX_TO_VERB).any(verb),
        }
    }

    /// Whether the verb reports words of this shape.
    fn is_reported(self, paragraph: &Paragraph, candidate: &Candidate) -> bool {
        let cue = &paragraph.cues[candidate.link.cue];
        if candidate.place == Place::Before {
            return cue.says;
        }
        let next = paragraph.tokens.get(cue.tokens.end);
        let next = next.map_or("", |token| token.word);
        let led = LED_TO.get(cue.lemma);
        let leads = led.is_none_or(|words| words.contains(&next));
        let clause = self.opened || self.finite || !CLAUSAL.contains(cue.lemma);
        let away = AWAY.contains(next) && cue.lemma != "say";
        let told = cue.says || candidate.link.role != Role::Relative;
        leads && clause && !away && told && self.tells_enough(paragraph, candidate)
    }
}

impl Shape {
    /// Whether the words tell anything by themselves: not "of it", and not "not to be named".
    fn tells_enough(self, paragraph: &Paragraph, candidate: &Candidate) -> bool {
        let words = paragraph.tokens.slice(candidate.tokens.clone());
        let word = |at: usize| words.get(at).map_or("", |token| token.word);
        let infinitive = word(0) == "to";
        let about_source = match (word(0), word(1), word(2)) {
            ("not", "to", _) => true,
            ("to", "be", named) => matches!(named, "named" | "identified" | "quoted"),
            _ => false,
        };
        !about_source && (self.opened || infinitive || words.len() > MIN_WORDS)
    }
}

fn is_silent(cue: &Cue) -> bool {
    let known = Lexicon::of(Some("en")).known(cue.lemma);
    known.tags.any(Tags::SILENT)
}

/// "was declared the winner": nobody is said to have declared it.
fn is_passive(paragraph: &Paragraph, cue: &Cue) -> bool {
    let ing = |token: &Token| token.word.ends_with("ing");
    let mut before = paragraph.tokens.slice(0..cue.tokens.start).iter().rev();
    let passive = before
        .by_ref()
        .take_while(|token| token.is(Tags::AUXILIARY) || token.word.ends_with("ly"))
        .any(|token| token.is(Tags::BE));
    passive && !paragraph.tokens.get(cue.tokens.start).is_some_and(ing)
}

/// "Ruiz's repeated remarks", "his comments": no verb, though it has the form of one.
fn is_other_word(paragraph: &Paragraph, candidate: &Candidate) -> bool {
    let cue = &paragraph.cues[candidate.link.cue];
    let word = paragraph.tokens.get(cue.tokens.start);
    let owned = paragraph.phrases[candidate.link.phrase].after == After::Possessive;
    owned || word.is_some_and(|word| NOUNS.contains(word.word))
}

/// The share that proved right of statements with such a cue, in thousandths.
fn share(cue: &Cue, candidate: &Candidate, shape: Shape) -> u16 {
    match (candidate.link.role, cue.says) {
        (Role::According, _) => 800,
        (Role::Colon, _) => 780,
        (Role::Subject | Role::Apposition, true) if shape.opened => 850,
        (Role::Subject | Role::Apposition, true) => 780,
        (Role::Subject | Role::Apposition, false) => 700,
        (Role::Inverted, _) => 540,
        _ => 550,
    }
}
