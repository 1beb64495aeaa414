//! What German, French, Spanish and Korean do and English does not.

use crate::model::Rule;

use super::super::cue::{CueKind, Role};
use super::super::lexicon::SUBJUNCTIVES;
use super::super::lexicon::speech::Language;
use super::super::phrase::PhraseKind;
use super::scene::Scene;
use super::{At, Finding, confidence, kind};

/// French puts the one who speaks between commas inside the marks:
/// « On part, dit Anne Holt, demain. »
pub(super) fn inside(scene: &Scene) -> Option<Finding> {
    let number = scene.inside()?;
    let paragraph = &scene.document.paragraphs[number];
    let link = paragraph.links.iter().find(|link| {
        let cue = &paragraph.cues[link.cue];
        cue.kind == CueKind::Finite && cue.says && link.role == Role::Inverted
    })?;
    let rule = confidence::rule(link.role);
    Some(Finding {
        speaker: At {
            paragraph: number,
            phrase: link.phrase,
        },
        cue: Some(link.cue),
        rule,
        confidence: confidence::of(rule, Some(confidence::INSIDE)),
    })
}

/// Spanish drops the pronoun: «Ya vamos», dijo. The one named before speaks.
pub(super) fn dropped(scene: &Scene) -> Option<Finding> {
    let paragraph = scene.paragraph;
    if paragraph.tokens.language != Language::Spanish {
        return None;
    }
    let comma = scene
        .token(scene.at + 1)
        .is_some_and(|next| next.word == ",");
    let start = scene.at + 1 + usize::from(comma);
    let cue = paragraph
        .cues
        .partition_point(|cue| cue.tokens.start < start);
    let speaks = paragraph
        .cues
        .get(cue)
        .is_some_and(|cue| cue.tokens.start == start && cue.says);
    if !speaks {
        return None;
    }
    let rule = confidence::rule(Role::Shared);
    let speaker = person_before(scene).or_else(|| Some(scene.history.last?.1.speaker))?;
    Some(Finding {
        speaker,
        cue: Some(cue).filter(|_| speaker.paragraph == scene.number),
        rule,
        confidence: confidence::of(rule, None),
    })
}

/// The person named last before the passage in its paragraph.
fn person_before(scene: &Scene) -> Option<At> {
    let phrases = &scene.paragraph.phrases;
    let at = |phrase: usize| At {
        paragraph: scene.number,
        phrase,
    };
    let named = (0..phrases.len()).rev().find(|&phrase| {
        let found = &phrases[phrase];
        found.tokens.end <= scene.at
            && found.kind == PhraseKind::Name
            && found.preposition.is_none()
            && scene.names.is_person(at(phrase))
    });
    named.map(at)
}

/// German reports in a mood of its own: Die Vorwürfe seien „erfunden“. Whoever spoke
/// before in the paragraph goes on.
pub(super) fn mood(scene: &Scene) -> Option<Finding> {
    let paragraph = scene.paragraph;
    if !is_reported(scene) {
        return None;
    }
    let sentence = scene.token(scene.at)?.sentence;
    let behind = paragraph
        .links
        .partition_point(|link| paragraph.cues[link.cue].tokens.start < scene.at);
    let near = paragraph.links[..behind].iter().rev().take(MAX_LINKS_BACK);
    let before = near.clone().find(|link| {
        let cue = &paragraph.cues[link.cue];
        cue.sentence < sentence && cue.kind.is_verb() && link.role.is_firm()
    });
    let speaker = match before {
        Some(link) => At {
            paragraph: scene.number,
            phrase: link.phrase,
        },
        None => scene.history.here?.1.speaker,
    };
    let rule = Rule::SameParagraph;
    Some(Finding {
        speaker,
        cue: None,
        rule,
        confidence: confidence::of(rule, Some(confidence::MOOD)),
    })
}

/// Whether the verb of the passage's German sentence is in the mood of reported speech,
/// and no cue of the sentence names who speaks.
pub(super) fn is_reported(scene: &Scene) -> bool {
    let german = scene.paragraph.tokens.language == Language::German;
    let Some(token) = scene.token(scene.at).filter(|_| german) else {
        return false;
    };
    let sentence = token.sentence;
    let tokens = &scene.paragraph.tokens;
    let near = scene.at.saturating_sub(MAX_TO_MOOD)..scene.at + MAX_TO_MOOD;
    let mood = tokens.slice(near).iter().any(|token| {
        token.sentence == sentence && token.passage.is_none() && SUBJUNCTIVES.contains(token.word)
    });
    let told = scene.links().any(|link| {
        let cue = scene.cue(link);
        cue.sentence == sentence && link.role.may_speak()
    });
    mood && !told
}

/// So many links of the paragraph are looked back over for who spoke.
const MAX_LINKS_BACK: usize = 24;

/// The verb of a sentence stands at most so many words from the passage in it.
const MAX_TO_MOOD: usize = 30;

/// Korean glues a particle to the closing mark of an utterance; its subject or
/// topic stands before it in the sentence: 홍 시장은 “간다”고 말했다. In a headline nothing
/// stands between: 홍 시장 “간다”.
pub(super) fn particle(scene: &Scene) -> Option<Finding> {
    let paragraph = scene.paragraph;
    if paragraph.tokens.language != Language::Korean {
        return None;
    }
    let beside = |phrase: &usize| paragraph.phrases[*phrase].tokens.end == scene.at;
    let headed = scene.is_headline() && (0..paragraph.phrases.len()).any(|at| beside(&at));
    if !(headed || kind::is_korean_utterance(scene)) {
        return None;
    }
    let sentence = scene.token(scene.at)?.sentence;
    let behind = paragraph
        .phrases
        .partition_point(|phrase| phrase.tokens.start < scene.at);
    let near = (behind.saturating_sub(MAX_SUBJECTS)..behind).rev();
    let near = near.filter(|&phrase| {
        let phrase = &paragraph.phrases[phrase];
        phrase.sentence == sentence && phrase.tokens.end <= scene.at
    });
    let at = |phrase: usize| At {
        paragraph: scene.number,
        phrase,
    };
    // The nearest one that is somebody; else what the sentence begins with.
    let somebody = near
        .clone()
        .find(|&phrase| scene.names.of(at(phrase)).actor.is_some());
    let subject = somebody.or_else(|| near.min()).map(at);
    let speaker = subject.or_else(|| Some(scene.history.here?.1.speaker))?;
    let rule = match subject {
        Some(_) => Rule::SubjectOfCue,
        None => Rule::SameParagraph,
    };
    Some(Finding {
        speaker,
        cue: None,
        rule,
        confidence: confidence::of(rule, Some(confidence::PARTICLE)),
    })
}

/// So many noun phrases before an utterance are looked at.
const MAX_SUBJECTS: usize = 8;
