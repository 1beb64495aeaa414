//! Who said a passage: rules in a fixed order, the first that finds somebody decides.
//!
//! No weights and no parser. Every rule looks at one [`Scene`], the passage with
//! what stands around it, and either names a noun phrase or leaves it to the next.

mod adjacent;
mod after;
mod before;
mod candidate;
mod choice;
mod confidence;
mod feature;
mod kind;
mod label;
mod language;
mod lesson;
mod name;
mod paragraph;
mod previous;
mod report;
mod scene;
mod unspaced;
mod via;
mod voice;
mod weights;

use crate::model::{Attribution, Confidence, Quote, QuoteKind, QuoteRef, Rule};

use super::actors::Cast;
use super::document::Document;
use super::phrase::PhraseKind;
pub use lesson::{Label, Lesson, Told, lessons};
use name::Names;
pub(super) use report::{Reported, Reporter};
use scene::{History, Scene};
pub use weights::{SEPARATOR, TEMPERATURE, Weights};

/// A noun phrase of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct At {
    paragraph: usize,
    phrase: usize,
}

/// A speaker, as a rule found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Finding {
    speaker: At,
    /// Index into the cues of the speaker's paragraph.
    cue: Option<usize>,
    rule: Rule,
    confidence: Confidence,
}

/// In this order: the nearer the cue and the firmer its subject, the earlier.
const RULES: [fn(&Scene) -> Option<Finding>; 17] = [
    label::beside,
    language::inside,
    adjacent::after,
    language::dropped,
    language::particle,
    adjacent::before,
    paragraph::continued,
    before::with_that,
    before::any,
    before::noun,
    after::any,
    language::mood,
    before::second_piece,
    label::of_paragraph,
    paragraph::same,
    paragraph::near_sentence,
    previous::any,
];

/// Makes quotes of the passages of `document`, each with its kind and speaker.
pub(super) fn attribute(document: &Document, cast: &Cast, weights: &Weights) -> Vec<Quote> {
    let names = Names::new(document, cast);
    let mut history = History::default();
    let mut quotes = Vec::with_capacity(document.passages.len());
    for (number, paragraph) in document.paragraphs[..document.body].iter().enumerate() {
        history.enter_paragraph();
        for (at, _) in paragraph.tokens.iter() {
            let Some(scene) = Scene::new(&names, &history, number, at) else {
                continue;
            };
            let finding = choice::choose(&scene, ruled(&scene), weights);
            let before = history.here.and_then(|(index, _)| quotes.get(index));
            let quote = quote(&scene, finding, before);
            history.note(number, finding.filter(|_| quote.speaker.is_some()));
            quotes.push(quote);
        }
    }
    paragraph::lead_back(&mut quotes);
    quotes
}

/// Whom a pronoun means that leads to nobody is not told, however sure it speaks: below
/// what is shown as a guess.
const UNTOLD: Confidence = Confidence::from_thousandths(590);

fn is_pronoun(scene: &Scene, finding: Finding) -> bool {
    let paragraph = &scene.document.paragraphs[finding.speaker.paragraph];
    paragraph.phrases[finding.speaker.phrase].kind == PhraseKind::Pronoun
}

/// Whoever the first rule finds that finds somebody who can speak.
fn ruled(scene: &Scene) -> Option<Finding> {
    if scene.paragraph.tokens.language.is_unspaced() {
        return unspaced::speaker(scene);
    }
    let mut findings = RULES.iter().filter_map(|rule| rule(scene));
    findings.find(|finding| voice::can_speak(scene, finding))
}

fn quote(scene: &Scene, finding: Option<Finding>, before: Option<&Quote>) -> Quote {
    let names = scene.names;
    let passage = scene.passage();
    let earlier = before.and_then(|quote| quote.speaker.as_ref()?.via.as_ref());
    let relayed = finding.map(|finding| via::relay(scene, finding, earlier));
    let kind = kind::of(scene, finding.as_ref());
    let speaker = relayed.filter(|_| kind != QuoteKind::Term).map(|relayed| {
        let speaker = names.of(relayed.finding.speaker);
        Attribution {
            actor: speaker.actor,
            name: speaker.name.clone(),
            mention: speaker.mention,
            cue: relayed.finding.cue.map(|cue| {
                let paragraph = &scene.document.paragraphs[relayed.finding.speaker.paragraph];
                paragraph.tokens.span(&paragraph.cues[cue].tokens)
            }),
            via: relayed.via,
            rule: relayed.finding.rule,
            confidence: match speaker.actor.is_none() && is_pronoun(scene, relayed.finding) {
                true => relayed.finding.confidence.min(UNTOLD),
                false => relayed.finding.confidence,
            },
        }
    });
    let continues = passage
        .continues
        .or_else(|| scene.continued_piece(finding.filter(|_| speaker.is_some())));
    Quote {
        span: passage.span,
        block: passage.block,
        kind,
        closed: passage.closed,
        continues: continues.map(QuoteRef),
        speaker,
    }
}
