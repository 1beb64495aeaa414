//! Everybody who might have said a passage, each with how the article leads there.
//!
//! Wider than the rules: whoever is linked to a cue near by, stands in the sentence,
//! spoke before, or is introduced by the paragraph before, and nobody at all.

use crate::model::Rule;

use super::super::cue::{Link, Role};
use super::super::phrase::PhraseKind;
use super::scene::{Place, Scene};
use super::{At, Finding, confidence, voice};

/// Somebody who might have said a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    /// `None` stands for nobody.
    pub speaker: Option<At>,
    /// Index into the cues of the speaker's paragraph.
    pub cue: Option<usize>,
    pub origin: Origin,
}

/// How the article leads to a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// By a cue near the passage.
    Linked(Role, Place),
    /// By standing in the sentence of the passage, with no cue.
    Beside,
    /// By having said the passage before in the same paragraph.
    Here,
    /// By a cue of the paragraph before.
    Introduced(Role),
    /// By having spoken last in an earlier paragraph.
    Before,
    /// By a rule that looks at layout or at the insides of passages.
    Ruled(Rule),
    Nobody,
}

/// At most this many links of the paragraph before may introduce a passage.
const MAX_INTRODUCED: usize = 4;

/// A noun phrase without a cue stands at most this many words from the passage.
const MAX_WORDS_BESIDE: usize = 30;

/// So many noun phrases before the passage are looked at, and as many after it.
const MAX_BESIDE: usize = 12;

/// So many links are enough for any sentence that a person wrote.
const MAX_LINKED: usize = 24;

impl Candidate {
    /// The candidate as a rule would have found it.
    pub fn finding(&self) -> Option<Finding> {
        let rule = match self.origin {
            Origin::Linked(role, _) => confidence::rule(role),
            Origin::Beside => Rule::NearestMention,
            Origin::Here => Rule::SameParagraph,
            Origin::Introduced(_) => Rule::PreviousParagraph,
            Origin::Before => Rule::PreviousSpeaker,
            Origin::Ruled(rule) => rule,
            Origin::Nobody => return None,
        };
        Some(Finding {
            speaker: self.speaker?,
            cue: self.cue,
            rule,
            confidence: confidence::of(rule, None),
        })
    }
}

/// The candidates of a passage. Nobody is the last of them; `ruled` is whom the
/// rules found.
pub(super) fn all(scene: &Scene, ruled: Option<Finding>) -> Vec<Candidate> {
    let mut found = linked(scene);
    // Beside a cue that says plainly who speaks, nobody speaks without one.
    if ruled.is_none_or(|ruled| ruled.confidence < confidence::PLAIN) {
        found.extend(beside(scene, &found));
    }
    if let Some((_, here)) = scene.history.here {
        found.push(without_cue(here.speaker, Origin::Here));
    }
    found.extend(introduced(scene));
    if let Some((_, last)) = scene.history.last
        && last.speaker.paragraph != scene.number
    {
        found.push(without_cue(last.speaker, Origin::Before));
    }
    found.retain(|candidate| speaks(scene, candidate));
    if let Some(ruled) = ruled
        && !found
            .iter()
            .any(|other| other.speaker == Some(ruled.speaker))
    {
        found.push(Candidate {
            speaker: Some(ruled.speaker),
            cue: ruled.cue,
            origin: Origin::Ruled(ruled.rule),
        });
    }
    found.push(Candidate {
        speaker: None,
        cue: None,
        origin: Origin::Nobody,
    });
    found
}

fn speaks(scene: &Scene, candidate: &Candidate) -> bool {
    candidate
        .finding()
        .is_some_and(|finding| voice::can_speak(scene, &finding))
}

/// The links nearest to the passage.
fn linked(scene: &Scene) -> Vec<Candidate> {
    let mut near: Vec<(Link, Place)> = scene.placed_links().collect();
    let distance = |link: Link| scene.cue(link).tokens.start.abs_diff(scene.at);
    if near.len() > MAX_LINKED {
        near.sort_by_key(|&(link, _)| distance(link));
        near.truncate(MAX_LINKED);
    }
    let made = near.into_iter().map(|(link, place)| Candidate {
        speaker: Some(here(scene, link.phrase)),
        cue: Some(link.cue),
        origin: Origin::Linked(link.role, place),
    });
    made.collect()
}

/// The noun phrases of the sentence that no cue leads to.
fn beside(scene: &Scene, linked: &[Candidate]) -> Vec<Candidate> {
    let phrases = &scene.paragraph.phrases;
    let sentence = scene.token(scene.at).map_or(0, |token| token.sentence);
    let middle = phrases.partition_point(|p| p.tokens.start < scene.at);
    let first = middle.saturating_sub(MAX_BESIDE);
    let near = phrases[first..].iter().enumerate().take(2 * MAX_BESIDE);
    near.filter(|(_, phrase)| {
        let distance = phrase.tokens.start.abs_diff(scene.at);
        let near = phrase.sentence == sentence && distance <= MAX_WORDS_BESIDE;
        near && phrase.kind != PhraseKind::Relative
    })
    .map(|(index, _)| here(scene, first + index))
    .filter(|&at| !linked.iter().any(|other| other.speaker == Some(at)))
    .map(|at| without_cue(at, Origin::Beside))
    .collect()
}

/// The subjects in the last sentence of the paragraph before.
fn introduced(scene: &Scene) -> Vec<Candidate> {
    let first = !scene.paragraph.tokens.has_passage(0..scene.at);
    let Some(number) = scene.number.checked_sub(1).filter(|_| first) else {
        return Vec::new();
    };
    let before = &scene.document.paragraphs[number];
    let last = before
        .tokens
        .iter()
        .next_back()
        .map_or(0, |(_, t)| t.sentence);
    let near = |link: &&Link| before.cues[link.cue].sentence + 1 >= last;
    let links = before.links.iter().rev().take_while(near);
    links
        .take(MAX_INTRODUCED)
        .map(|link| {
            let at = At {
                paragraph: number,
                phrase: link.phrase,
            };
            without_cue(at, Origin::Introduced(link.role))
        })
        .collect()
}

fn without_cue(speaker: At, origin: Origin) -> Candidate {
    Candidate {
        speaker: Some(speaker),
        cue: None,
        origin,
    }
}

fn here(scene: &Scene, phrase: usize) -> At {
    At {
        paragraph: scene.number,
        phrase,
    }
}
