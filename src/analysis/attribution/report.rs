//! Who said what the reporter tells without marks: the names, pronouns and `via` of quotes,
//! for words that are no passage.

use std::ops::Range;

use crate::model::{Attribution, Confidence, Rule};

use super::super::actors::Cast;
use super::super::cue::{CueKind, Link};
use super::super::document::Document;
use super::super::marks::{Mark, Passage};
use super::name::Names;
use super::scene::{History, Scene};
use super::{At, Finding, via, voice};

/// Names those who said something without marks.
pub(in crate::analysis) struct Reporter<'a> {
    names: Names<'a>,
    /// Nobody: a statement has a cue of its own.
    history: History,
}

/// Words without marks, and what leads to who said them.
#[derive(Debug, Clone)]
pub(in crate::analysis) struct Reported {
    /// The number of the paragraph in the document.
    pub paragraph: usize,
    /// The cue and its noun phrase.
    pub link: Link,
    /// The words themselves.
    pub content: Range<usize>,
    pub confidence: Confidence,
}

impl<'a> Reporter<'a> {
    pub fn new(document: &'a Document<'a>, cast: &'a Cast) -> Self {
        Self {
            names: Names::new(document, cast),
            history: History::default(),
        }
    }

    /// Who said the words; nobody when the noun phrase is none that speaks.
    pub fn attribution(&self, reported: &Reported) -> Option<Attribution> {
        let document = self.names.document();
        let paragraph = &document.paragraphs[reported.paragraph];
        let span = paragraph.tokens.span(&reported.content);
        let passage = Passage {
            span,
            outer: span,
            block: paragraph.block,
            mark: Mark::Straight,
            closed: true,
            continues: None,
        };
        let at = reported.content.start;
        let scene = Scene::of_words(
            &self.names,
            &self.history,
            (reported.paragraph, at),
            &passage,
        );
        let finding = Finding {
            speaker: At {
                paragraph: reported.paragraph,
                phrase: reported.link.phrase,
            },
            cue: Some(reported.link.cue),
            rule: Rule::Statement,
            confidence: reported.confidence,
        };
        if !voice::can_speak(&scene, &finding) {
            return None;
        }
        // "Hallin: the vote is near": only people speak in a label.
        let labelled = paragraph.cues[reported.link.cue].kind == CueKind::Colon;
        if labelled && !self.names.is_person(finding.speaker) {
            return None;
        }
        self.told(&scene, finding)
    }

    /// The attribution of a finding, through whoever it came.
    fn told(&self, scene: &Scene, finding: Finding) -> Option<Attribution> {
        let paragraph = scene.paragraph;
        let span = scene.passage().span;
        let relayed = via::relay(scene, finding, None);
        let speaker = self.names.of(relayed.finding.speaker);
        let cue = relayed.finding.cue.and_then(|cue| paragraph.cues.get(cue));
        let outside = |mention: crate::model::Span| !mention.overlaps(span);
        Some(Attribution {
            actor: speaker.actor,
            name: speaker.name.clone(),
            mention: speaker.mention,
            cue: cue.map(|cue| paragraph.tokens.span(&cue.tokens)),
            via: relayed.via.filter(|via| outside(via.mention)),
            rule: Rule::Statement,
            confidence: relayed.finding.confidence,
        })
        .filter(|attribution| outside(attribution.mention))
    }
}
