//! Whether a noun phrase can speak at all.
//!
//! Verbs such as "offer" and "find" report words only when somebody does it;
//! "the menu offers" and "tests found" do not. Verbs of saying are taken at
//! their word, since they lend a voice to whatever they stand beside.

use super::super::document::Token;
use super::super::lexicon::speech::{Language, Lexicon, Tags};
use super::super::phrase::{PhraseKind, ends_as_role};
use super::Finding;
use super::scene::Scene;

/// Heads of noun phrases that are people, or speak for people.
const VOICES: Tags = Tags::PLURAL
    .or(Tags::OUTLET)
    .or(Tags::MEDIUM)
    .or(Tags::SPEECH_NOUN)
    .or(Tags::ORGANIZATION);

/// Subjects that say that there is no speaker.
const NOBODY: [&str; 4] = ["nobody", "none", "nothing", "neither"];

/// Whether the speaker of `finding` is somebody, or something, that speaks.
pub(super) fn can_speak(scene: &Scene, finding: &Finding) -> bool {
    let paragraph = &scene.document.paragraphs[finding.speaker.paragraph];
    let phrase = &paragraph.phrases[finding.speaker.phrase];
    let Some(head) = phrase
        .tokens
        .end
        .checked_sub(1)
        .and_then(|last| paragraph.tokens.get(last))
    else {
        return false;
    };
    if NOBODY.contains(&head.word) {
        return false;
    }
    let cue = finding.cue.and_then(|cue| paragraph.cues.get(cue));
    let told = cue.is_none_or(|cue| cue.says || !cue.kind.is_verb());
    let named = !matches!(phrase.kind, PhraseKind::Noun | PhraseKind::Bare);
    let english = paragraph.tokens.language == Language::English;
    let known = is_voice(head) || scene.names.of(finding.speaker).actor.is_some();
    told || named || !english || known
}

/// Whether a noun is people, or something that speaks for them; plurals as their singulars.
fn is_voice(head: &Token) -> bool {
    let singular = head.word.strip_suffix('s').unwrap_or(head.word);
    let known = Lexicon::of(Some("en")).known(singular).tags;
    head.is(VOICES) || known.any(VOICES.or(Tags::ROLE)) || ends_as_role(singular)
}
