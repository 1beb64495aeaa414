//! Cues where words are printed without spaces. The subject stands before its verb:
//! in Chinese right before it, in Japanese before a particle.

use super::super::document::Tokens;
use super::super::lexicon::JAPANESE_TOPICS;
use super::super::lexicon::speech::{Language, Tags};
use super::super::phrase::Phrase;
use super::{Cue, CueKind, Link, Role};

/// A subject is one of at most so many noun phrases before its verb.
const MAX_PHRASES_BACK: usize = 12;

/// Finds the cues and links each to its noun phrase.
pub(super) fn find(tokens: &Tokens, phrases: &[Phrase]) -> (Vec<Cue>, Vec<Link>) {
    let mut cues: Vec<Cue> = Vec::new();
    let mut links = Vec::new();
    for (at, token) in tokens.iter() {
        let kind = match token.word {
            _ if token.passage.is_some() => continue,
            // 得到的回复: what is described is a noun.
            _ if token.known.verb.is_some() && !is_described(tokens, at) => CueKind::Finite,
            _ if token.is(Tags::ACCORDING) => CueKind::According,
            ":" | "：" => CueKind::Colon,
            _ => continue,
        };
        let link = link(tokens, phrases, at, kind);
        links.extend(link.map(|(phrase, role)| Link {
            cue: cues.len(),
            phrase,
            role,
        }));
        cues.push(Cue {
            tokens: at..at + 1,
            kind,
            lemma: token.known.verb.map_or("", |verb| verb.lemma),
            says: token.known.verb.is_some(),
            sentence: token.sentence,
        });
    }
    (cues, links)
}

fn is_described(tokens: &Tokens, at: usize) -> bool {
    tokens.before(at).is_some_and(|before| before.word == "的")
}

fn link(tokens: &Tokens, phrases: &[Phrase], at: usize, kind: CueKind) -> Option<(usize, Role)> {
    let sentence = tokens.get(at)?.sentence;
    let behind = phrases.partition_point(|phrase| phrase.tokens.start < at);
    let before = || {
        let near = (behind.saturating_sub(MAX_PHRASES_BACK)..behind).rev();
        near.take_while(|&index| phrases[index].sentence == sentence)
            .filter(|&index| phrases[index].tokens.end <= at)
    };
    let touching = |index: &usize| phrases[*index].tokens.end == at;
    match (kind, tokens.language) {
        (CueKind::Colon, _) => before()
            .find(|index| touching(index) && is_subject(tokens, &phrases[*index]))
            .map(|phrase| (phrase, Role::Colon)),
        (CueKind::According, Language::Japanese) => {
            let source = before().find(touching);
            source.map(|phrase| (phrase, Role::According))
        }
        (CueKind::According, _) => {
            let source = phrases.get(behind).filter(|p| p.tokens.start == at + 1);
            source.map(|_| (behind, Role::According))
        }
        (_, Language::Japanese) => before()
            .find(|&index| is_topic(tokens, &phrases[index]))
            .map(|phrase| (phrase, Role::Subject)),
        _ => before()
            .find(|&index| is_subject(tokens, &phrases[index]))
            .map(|phrase| (phrase, Role::Subject)),
    }
}

/// Whether は or が stands behind the noun phrase, or behind an age in brackets.
pub fn is_topic(tokens: &Tokens, phrase: &Phrase) -> bool {
    let behind = tokens.get(behind_brackets(tokens, phrase.tokens.end));
    JAPANESE_TOPICS.contains(behind.map_or("", |token| token.word))
}

/// What stands at `at`, or behind the brackets that begin there: an age, another name.
pub fn behind_brackets(tokens: &Tokens, at: usize) -> usize {
    let opens = tokens.get(at).map_or("", |token| token.word);
    if !matches!(opens, "(" | "（") {
        return at;
    }
    let inside = tokens.slice(at..at + MAX_IN_BRACKETS).iter();
    let closed = inside.take_while(|token| !matches!(token.word, ")" | "）"));
    at + closed.count() + 1
}

/// Brackets behind a name hold at most so many words.
const MAX_IN_BRACKETS: usize = 6;

/// Whether the noun phrase is no object: 对记者, 会见传媒.
fn is_subject(tokens: &Tokens, phrase: &Phrase) -> bool {
    let head = tokens.before(phrase.tokens.end);
    let listens = head.is_some_and(|head| head.is(Tags::LISTENER));
    phrase.preposition.is_none() && !listens
}
