//! Labelled passages as lessons for the weights: the development program `train` uses it.
//!
//! A lesson is one passage with the features of all its candidates and which of
//! them are right. The history is that of the labels, not of any guess.

use crate::model::{Article, Span};

use super::super::actors;
use super::super::document::Document;
use super::super::marks;
use super::candidate::{self, Candidate};
use super::feature::View;
use super::name::Names;
use super::scene::{History, Scene};
use super::weights::{SEPARATOR, Sink};
use super::{At, Finding, ruled, via};

/// Who said a passage, by a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The passage; it is the one found that overlaps.
    pub passage: Span,
    /// Nobody when `None`.
    pub speaker: Option<Told>,
}

/// A speaker as a reader marked it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The words that lead there; there may be none.
    pub mentions: Vec<Span>,
    /// The fullest name, or the noun phrase as printed.
    pub name: String,
}

/// One passage to learn from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// The names of the features of each candidate.
    pub candidates: Vec<Vec<String>>,
    /// Which candidates are right; at least one is.
    pub right: Vec<bool>,
}

/// Makes lessons of the labelled passages of `article`. A passage none of whose
/// candidates is right teaches nothing and is left out, and so are languages that are
/// read by rules alone.
pub fn lessons(article: &Article, labels: &[Label]) -> Vec<Lesson> {
    let marks = marks::passages(article);
    let cast = actors::find(article, &marks.passages);
    let lower = article.text.to_ascii_lowercase();
    let document = Document::new(article, &lower, &marks.passages, &cast);
    if document.language().is_unspaced() {
        return Vec::new();
    }
    let names = Names::new(&document, &cast);
    let mut history = History::default();
    let mut lessons = Vec::new();
    for (number, paragraph) in document.paragraphs[..document.body].iter().enumerate() {
        history.enter_paragraph();
        for (at, _) in paragraph.tokens.iter() {
            let Some(scene) = Scene::new(&names, &history, number, at) else {
                continue;
            };
            let span = scene.passage().span;
            let label = labels.iter().find(|label| label.passage.overlaps(span));
            let ruled = ruled(&scene);
            let said = match label {
                None => ruled,
                Some(label) => {
                    let (lesson, said) = lesson(&scene, ruled, label);
                    lessons.extend(lesson);
                    said
                }
            };
            history.note(number, said);
        }
    }
    lessons
}

/// The lesson of one passage, and whoever said it as a rule would have found it.
fn lesson(
    scene: &Scene,
    ruled: Option<Finding>,
    label: &Label,
) -> (Option<Lesson>, Option<Finding>) {
    let all = candidate::all(scene, ruled);
    let right = right(scene, &all, label);
    let said = all.iter().zip(&right).find(|(_, right)| **right);
    let said = said.and_then(|(candidate, _)| candidate.finding());
    if !right.contains(&true) {
        return (None, None);
    }
    let view = View::new(scene, ruled);
    let features = |candidate: &Candidate| {
        let mut seen = Seen(Vec::new());
        view.tell(candidate, &mut seen);
        seen.0
    };
    let candidates = all.iter().map(features).collect();
    (Some(Lesson { candidates, right }), said)
}

/// Which candidates are right: those whose words were marked, or else those of the name.
fn right(scene: &Scene, all: &[Candidate], label: &Label) -> Vec<bool> {
    let Some(told) = &label.speaker else {
        return all.iter().map(|other| other.speaker.is_none()).collect();
    };
    let speakers: Vec<Option<At>> = all
        .iter()
        .map(|candidate| {
            Some(
                via::relay(scene, candidate.finding()?, None)
                    .finding
                    .speaker,
            )
        })
        .collect();
    let marked = |at: &At| {
        let mention = scene.names.of(*at).mention;
        told.mentions.iter().any(|span| span.overlaps(mention))
    };
    let named = |at: &At| scene.names.of(*at).name == told.name;
    let by = |fits: &dyn Fn(&At) -> bool| -> Vec<bool> {
        speakers
            .iter()
            .map(|at| at.as_ref().is_some_and(fits))
            .collect()
    };
    let by_words = by(&marked);
    match by_words.contains(&true) {
        true => by_words,
        false => by(&named),
    }
}

/// Writes the names of features down.
struct Seen(Vec<String>);

impl Sink for Seen {
    fn add(&mut self, parts: &[&str]) {
        self.0.push(parts.join(&SEPARATOR.to_string()));
    }
}
