//! To whom it was said: she told Reuters, in an interview with Le Monde.

use std::ops::Range;

use crate::model::{Relation, Via};

use super::super::super::lexicon::speech::{Language, Tags};
use super::super::Finding;
use super::View;

/// The listener of the passage's sentence.
pub(super) fn find(view: &View, finding: Finding) -> Option<Via> {
    let words = told(view, finding)
        .or_else(|| told_beside(view, finding))
        .or_else(|| spoken_to(view))?;
    let named = view.names.of_words(view.scene.paragraph, words);
    let speaker = view.named(finding.speaker.phrase);
    let other = named.name != speaker.name && !named.mention.overlaps(speaker.mention);
    other.then(|| view.via(named, Relation::Told))
}

/// What stands behind the cue where its verb names a listener there.
fn told(view: &View, finding: Finding) -> Option<Range<usize>> {
    let cue = &view.scene.paragraph.cues[finding.cue?];
    match view.scene.paragraph.tokens.language {
        Language::Korean => None,
        Language::English => match cue.lemma {
            "tell" | "inform" | "assure" | "remind" => view.words_at(cue.tokens.end),
            "write" => {
                let to = view.scene.token(cue.tokens.end)?;
                view.words_at(cue.tokens.end + 1)
                    .filter(|_| to.word == "to")
            }
            _ => None,
        },
        Language::French | Language::Spanish => {
            let to = view.scene.token(cue.tokens.end)?;
            let given = matches!(to.word, "à" | "au" | "aux" | "a" | "al");
            view.words_at(cue.tokens.end + 1)
                .filter(|words| given && is_outlet_like(view, words))
        }
        Language::German => {
            let subject = &view.scene.paragraph.phrases[finding.speaker.phrase].tokens;
            let behind = subject.end.max(cue.tokens.end);
            view.words_at(behind)
                .filter(|words| is_outlet_like(view, words))
        }
    }
}

/// "Calling it “…,” Ruiz told Reuters that …": another verb of the same speaker names
/// the listener of the sentence.
fn told_beside(view: &View, finding: Finding) -> Option<Range<usize>> {
    let mut links = view.links();
    links.find_map(|link| {
        let same =
            link.phrase == finding.speaker.phrase || view.same(link.phrase, finding.speaker.phrase);
        let told = Finding {
            cue: Some(link.cue),
            ..finding
        };
        (same && link.role.is_firm())
            .then(|| told_english(view, told))
            .flatten()
    })
}

fn told_english(view: &View, finding: Finding) -> Option<Range<usize>> {
    let english = view.scene.paragraph.tokens.language == Language::English;
    told(view, finding).filter(|_| english)
}

/// "in an interview with", "speaking to", "in an email to the Gazette"
fn spoken_to(view: &View) -> Option<Range<usize>> {
    let sentence = view.sentence();
    let tokens = view.scene.paragraph.tokens.slice(sentence.clone());
    tokens.windows(2).enumerate().find_map(|(at, pair)| {
        let words = view.words_at(sentence.start + at + 2);
        let spoken = pair[0].known.verb.map_or("", |verb| verb.lemma);
        let interviewed = matches!(pair[0].word, "interview" | "interviews" | "conversation");
        let remarked = matches!(pair[0].word, "remarks" | "comments");
        match pair[1].word {
            "with" if interviewed => words,
            "by" if pair[0].word == "interviewed" => words,
            "to" if matches!(spoken, "speak" | "talk") || remarked => words,
            "to" => words.filter(|words| is_outlet_like(view, words)),
            _ => None,
        }
    })
}

/// Whether the words name an outlet, or those who write for one.
fn is_outlet_like(view: &View, words: &Range<usize>) -> bool {
    let tokens = view.scene.paragraph.tokens.slice(words.clone());
    let press = [
        "press",
        "reporters",
        "journalists",
        "periodistas",
        "journalistes",
        "journalisten",
    ];
    tokens
        .iter()
        .any(|token| (token.is(Tags::OUTLET) && token.is_capital()) || press.contains(&token.word))
}
