//! Cues: speech verbs and reporting phrases outside passages, and their subjects.

mod subject;
mod unspaced;

use std::ops::Range;

use super::document::Tokens;
use super::lexicon::ATTRIBUTING_NOUNS;
use super::lexicon::speech::{Language, Tags, Verb};
use super::phrase::Phrase;
pub(super) use unspaced::{behind_brackets, is_topic};

/// A speech verb or reporting phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    /// Its words.
    pub tokens: Range<usize>,
    pub kind: CueKind,
    /// The verb in its plain form; empty for what is no verb.
    pub lemma: &'static str,
    /// Whether the verb takes the words themselves.
    pub says: bool,
    pub sentence: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CueKind {
    /// she said
    Finite,
    /// saying
    Participle,
    /// to say
    Infinitive,
    /// her claim
    Noun,
    /// according to
    According,
    /// Ruiz: or Ruiz —
    Colon,
}

impl CueKind {
    /// Whether it is a form of a verb.
    pub fn is_verb(self) -> bool {
        matches!(
            self,
            CueKind::Finite | CueKind::Participle | CueKind::Infinitive
        )
    }
}

/// A noun phrase that a cue leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    /// Index into the paragraph's cues.
    pub cue: usize,
    /// Index into the paragraph's phrases.
    pub phrase: usize,
    pub role: Role,
}

/// What a noun phrase is to its cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Ruiz said
    Subject,
    /// said Ruiz
    Inverted,
    /// Ruiz, the mayor, said
    Apposition,
    /// Ruiz, who said
    Relative,
    /// with Ruiz saying
    Adjoining,
    /// Ruiz was quoted
    Passive,
    /// was quoted by Ruiz
    Agent,
    /// Ruiz left, saying
    Participle,
    /// Ruiz left and said
    Shared,
    /// Ruiz came to say
    Infinitive,
    /// Ruiz's claim
    Owner,
    /// a claim from Ruiz
    Origin,
    /// according to Ruiz
    According,
    /// Ruiz:
    Colon,
}

impl Role {
    /// Whether the noun phrase may be the one who speaks, be it as the subject of a
    /// verb beside the cue.
    pub fn may_speak(self) -> bool {
        self.is_firm() || matches!(self, Role::Participle | Role::Shared | Role::Infinitive)
    }

    /// Whether the noun phrase is safely the one who speaks.
    pub fn is_firm(self) -> bool {
        match self {
            Role::Subject
            | Role::Inverted
            | Role::Apposition
            | Role::Relative
            | Role::Adjoining
            | Role::Passive
            | Role::Agent
            | Role::According
            | Role::Colon => true,
            Role::Participle | Role::Shared | Role::Infinitive | Role::Owner | Role::Origin => {
                false
            }
        }
    }
}

/// Finds the cues of a paragraph and links them to noun phrases.
pub(super) fn find(tokens: &Tokens, phrases: &[Phrase]) -> (Vec<Cue>, Vec<Link>) {
    if tokens.language.is_unspaced() {
        return unspaced::find(tokens, phrases);
    }
    let mut cues = Vec::new();
    let mut linker = subject::Linker::new(tokens, phrases);
    let mut at = 0;
    while at < tokens.len() {
        let cue = cue_at(tokens, at, &linker);
        at = cue.as_ref().map_or(at + 1, |cue| cue.tokens.end);
        if let Some(cue) = cue {
            linker.link(cues.len(), &cue);
            cues.push(cue);
        }
    }
    (cues, linker.into_links())
}

/// The cue that begins at `at`.
fn cue_at(tokens: &Tokens, at: usize, linker: &subject::Linker) -> Option<Cue> {
    let token = tokens.get(at).filter(|token| token.passage.is_none())?;
    let made = |length: usize, kind: CueKind, lemma: &'static str, says: bool| Cue {
        tokens: at..at + length,
        kind,
        lemma,
        says,
        sentence: token.sentence,
    };
    if let Some(length) = german_source(tokens, at) {
        return Some(made(length, CueKind::According, "", false));
    }
    if token.is(Tags::ACCORDING) {
        let next = tokens.get(at + 1).map(|next| next.word);
        return match (token.word, next) {
            ("according", Some("to")) => Some(made(2, CueKind::According, "", false)),
            ("according", _) => None,
            _ => Some(made(1, CueKind::According, "", false)),
        };
    }
    let spaced = tokens
        .before(at)
        .is_some_and(|before| before.span.end < token.span.start);
    if matches!(token.word, ":" | "—" | "–") || (token.word == "-" && spaced) {
        let labelled = linker.ends_phrase(at);
        return labelled.then(|| made(1, CueKind::Colon, "", false));
    }
    if let Some(verb) = token.known.verb.filter(|verb| reports(tokens, at, *verb)) {
        let to = tokens.before(at).is_some_and(|before| before.word == "to");
        let kind = match to {
            _ if verb.ing => CueKind::Participle,
            true => CueKind::Infinitive,
            false => CueKind::Finite,
        };
        return Some(made(1, kind, verb.lemma, verb.says));
    }
    let noun = token.is(Tags::SPEECH_NOUN);
    noun.then(|| made(1, CueKind::Noun, "", false))
}

/// Whether the form of a speech verb at `at` is one where it stands.
fn reports(tokens: &Tokens, at: usize, verb: Verb) -> bool {
    let says_something = match verb.lemma {
        "go" => !goes_elsewhere(tokens, at),
        "shoot" | "fire" => is_back(tokens, at),
        _ => true,
    };
    says_something && !is_noun_use(tokens, at) && !is_reduced_relative(tokens, at)
}

/// How many words "nach Angaben", "nach den Worten" and "nach Ansicht von" are.
fn german_source(tokens: &Tokens, at: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word);
    if tokens.language != Language::German || word(at) != "nach" {
        return None;
    }
    let article = usize::from(matches!(word(at + 1), "den" | "der" | "seiner" | "ihrer"));
    let noun = at + 1 + article;
    let length = article + 2 + usize::from(word(noun + 1) == "von");
    ATTRIBUTING_NOUNS.contains(word(noun)).then_some(length)
}

/// "Ruiz shot back": otherwise no word was said.
fn is_back(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| next.word == "back")
}

/// "The patrols go house by house": only "goes on" and "goes as far as" report.
fn goes_elsewhere(tokens: &Tokens, at: usize) -> bool {
    let word = |k: usize| tokens.get(k).map_or("", |token| token.word);
    match (word(at + 1), word(at + 2)) {
        ("on", next) => matches!(next, "for" | "in" | "at" | "with" | "the" | "a"),
        ("so" | "as" | "even" | "further", _) => false,
        _ => true,
    }
}

/// "a statement issued by the union": what the noun went through, no new clause.
fn is_reduced_relative(tokens: &Tokens, at: usize) -> bool {
    let (Some(token), Some(before)) = (tokens.get(at), tokens.before(at)) else {
        return false;
    };
    token.word.ends_with("ed")
        && before.is_word()
        && !before.is(Tags::AUXILIARY)
        && tokens.get(at + 1).is_some_and(|next| next.word == "by")
}

/// Whether what looks like a verb is a noun: a determiner or possessive before
/// it, or the apostrophe of a plural glued to its end.
fn is_noun_use(tokens: &Tokens, at: usize) -> bool {
    let (Some(token), Some(before)) = (tokens.get(at), tokens.before(at)) else {
        return false;
    };
    let owner = tokens
        .get(at + 1)
        .is_some_and(|next| next.is_possessive_mark() && next.span.start == token.span.end);
    if owner && token.word.ends_with('s') {
        return true;
    }
    let owned = before.is(Tags::DETERMINER) || matches!(before.word, "'s" | "’s");
    let narrow = ["a", "an", "the", "his", "her", "their", "its", "this"];
    let english = tokens.language == Language::English;
    if tokens.language == Language::English && tokens.is_noun_by_article(at) {
        return true;
    }
    (owned && token.is(Tags::SPEECH_NOUN)) || (english && narrow.contains(&before.word))
}
