//! Who reports what the speaker said: "…," she said, according to KCNA.

use crate::model::{Relation, Via};

use super::super::super::cue::Role;
use super::super::Finding;
use super::{View, medium};

/// The one who relays, by a phrase of the passage's sentence beside the speaker's cue.
pub(super) fn find(view: &View, finding: Finding) -> Option<Via> {
    let speaker = finding.speaker.phrase;
    let other = view.links().find(|link| {
        let behind = view.scene.cue(*link).tokens.start > view.scene.at;
        let relays = match link.role {
            Role::According => true,
            Role::Subject | Role::Inverted => behind && view.is_outlet(link.phrase),
            _ => false,
        };
        relays && Some(link.cue) != finding.cue && !view.same(link.phrase, speaker)
    });
    let phrase = other.map(|link| link.phrase).or_else(|| by_agent(view))?;
    if view.same(phrase, speaker) {
        return None;
    }
    // "according to a letter by the mayor": nobody relays what one has read oneself.
    let document = medium::is_document(view, &view.scene.paragraph.phrases[phrase]);
    let document = document && !view.is_outlet(phrase);
    let relation = match document {
        true => Relation::Medium,
        false => Relation::ReportedBy,
    };
    Some(view.via(view.named(phrase), relation))
}

/// "as reported by KCNA", "was quoted by KCNA as saying"
fn by_agent(view: &View) -> Option<usize> {
    let sentence = view.sentence();
    let tokens = view.scene.paragraph.tokens.slice(sentence.clone());
    let at = tokens.windows(2).position(|pair| {
        let lemma = pair[0].known.verb.map(|verb| verb.lemma);
        matches!(lemma, Some("report" | "quote" | "cite")) && pair[1].word == "by"
    })?;
    view.phrase_at(sentence.start + at + 2)
}
