//! Whether a noun phrase can speak at all.
//!
//! Verbs such as "offer" and "find" report words only when somebody does it;
//! "the menu offers" and "tests found" do not. Verbs of saying are taken at
//! their word, since they lend a voice to whatever they stand beside.

use super::super::document::{Paragraph, Token};
use super::super::lexicon::speech::{Language, Lexicon, Tags};
use super::super::lexicon::{Facts, NEVER_SPEAKERS, facts};
use super::super::phrase::{Before, Phrase, PhraseKind, ends_as_role};
use super::Finding;
use super::scene::Scene;

/// Heads of noun phrases that are people, or speak for people.
const VOICES: Tags = Tags::PLURAL
    .or(Tags::OUTLET)
    .or(Tags::MEDIUM)
    .or(Tags::ORGANIZATION);

/// Verbs that take the words themselves, but are more often done than said.
const DOING: [&str; 8] = [
    "begin", "continue", "go", "insist", "maintain", "offer", "predict", "present",
];

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
    // "The ministry two weeks ago said": a name may be a day's, a noun is none who speaks.
    if NEVER_SPEAKERS.contains(head.word) && phrase.kind != PhraseKind::Name {
        return false;
    }
    let cue = finding.cue.and_then(|cue| paragraph.cues.get(cue));
    let told =
        cue.is_none_or(|cue| (cue.says && !DOING.contains(&cue.lemma)) || !cue.kind.is_verb());
    let named = match phrase.kind {
        PhraseKind::Noun | PhraseKind::Bare => false,
        PhraseKind::Name => !is_capital_by_place(paragraph, phrase),
        PhraseKind::Pronoun | PhraseKind::Relative | PhraseKind::Possessive => true,
    };
    let english = paragraph.tokens.language == Language::English;
    let known = || is_voice(head) || scene.names.of(finding.speaker).actor.is_some();
    told || named || !english || known()
}

/// Whether a lone common word is a capital only because its sentence begins: "Unrest".
pub(super) fn is_capital_by_place(paragraph: &Paragraph, phrase: &Phrase) -> bool {
    let lone = phrase.tokens.len() == 1 && phrase.before == Before::Start;
    let word = paragraph.tokens.get(phrase.tokens.start);
    lone && word.is_some_and(|word| facts(word.word).any(Facts::COMMON.with(Facts::OPENER)))
}

/// Whether a noun is people, or something that speaks for them; plurals as their singulars.
fn is_voice(head: &Token) -> bool {
    let singular = head.word.strip_suffix('s').unwrap_or(head.word);
    let known = Lexicon::of(Some("en")).known(singular).tags;
    head.is(VOICES) || known.any(VOICES.or(Tags::ROLE)) || ends_as_role(singular)
}
