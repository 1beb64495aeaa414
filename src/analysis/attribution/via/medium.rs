//! In what it was said: in a statement, on Twitter, in her letter.

use std::ops::Range;

use crate::model::{Relation, Via};

use super::super::super::document::Token;
use super::super::super::lexicon::speech::{Language, Tags};
use super::super::super::phrase::{After, Phrase, PhraseKind};
use super::super::Finding;
use super::View;

/// Between the preposition and the medium stand at most this many words.
const MAX_BETWEEN: usize = 4;

/// "in a statement", "on Twitter": the one nearest to the cue.
pub(super) fn find(view: &View, finding: Finding) -> Option<Via> {
    let speaker = view.scene.paragraph.phrases[finding.speaker.phrase]
        .tokens
        .clone();
    let cue = finding
        .cue
        .map(|cue| view.scene.paragraph.cues[cue].tokens.start);
    let near = cue.unwrap_or(view.scene.at);
    let words = view
        .sentence()
        .filter_map(|at| {
            let token = view.scene.token(at)?;
            match introduces(view, token) {
                true => medium_behind(view, at).or_else(|| platform(view, at)),
                false if gives(token) => document_behind(view, at),
                false => None,
            }
        })
        .min_by_key(|words| words.start.abs_diff(near))?;
    if words.start < speaker.end && speaker.start < words.end {
        return None;
    }
    let named = view.names.of_words(view.scene.paragraph, words);
    Some(view.via(named, Relation::Medium))
}

/// Where the speaker found is a document with an author: the author, and the document.
///
/// "Ruiz's statement said", "a statement from Ruiz said", "reads Ruiz's statement".
pub(super) fn author(view: &View, finding: Finding) -> (Finding, Option<Via>) {
    let phrases = &view.scene.paragraph.phrases;
    let phrase = &phrases[finding.speaker.phrase];
    let found = if phrase.after == After::Possessive {
        owned(view, phrase).map(|document| (finding.speaker.phrase, document))
    } else if is_document(view, phrase) {
        owner(view, phrase).map(|owner| (owner, phrase.tokens.clone()))
    } else {
        None
    };
    let Some((speaker, document)) = found else {
        return (finding, None);
    };
    let named = view.names.of_words(view.scene.paragraph, document);
    let finding = Finding {
        speaker: view.at(speaker),
        ..finding
    };
    (finding, Some(view.via(named, Relation::Medium)))
}

/// The document behind "Ruiz's".
fn owned(view: &View, owner: &Phrase) -> Option<Range<usize>> {
    let start = owner.tokens.end + 1;
    let tokens = view
        .scene
        .paragraph
        .tokens
        .slice(start..start + MAX_BETWEEN);
    let head = tokens.iter().position(|token| token.is(Tags::MEDIUM))?;
    let plain = tokens[..head]
        .iter()
        .all(|token| token.first.is_lowercase());
    plain.then_some(start..start + head + 1)
}

/// Whose document it is: before "'s", or behind "from" or "by".
fn owner(view: &View, document: &Phrase) -> Option<usize> {
    let tokens = &view.scene.paragraph.tokens;
    let phrases = &view.scene.paragraph.phrases;
    let start = document.tokens.start;
    if tokens.before(start).is_some_and(Token::is_possessive_mark) {
        let first = phrases.partition_point(|phrase| phrase.tokens.start < start);
        let mut earlier = phrases[..first].iter().enumerate().rev().take(4);
        return earlier
            .find(|(_, phrase)| phrase.tokens.end + 1 == start && phrase.is_nominal())
            .map(|(index, _)| index);
    }
    // "a statement from", "a statement released by"
    let end = document.tokens.end;
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word);
    let owner = match (word(end), word(end + 1)) {
        ("from" | "by", _) => end + 1,
        (verb, "by") if verb.ends_with("ed") => end + 2,
        _ => return None,
    };
    let phrase = view.phrase_at(owner)?;
    let person =
        phrases[phrase].kind == PhraseKind::Name || phrases[phrase].kind == PhraseKind::Noun;
    person.then_some(phrase)
}

pub(super) fn is_document(view: &View, phrase: &Phrase) -> bool {
    let tokens = view.scene.paragraph.tokens.slice(phrase.tokens.clone());
    let plain = matches!(phrase.kind, PhraseKind::Noun | PhraseKind::Bare);
    plain
        && tokens
            .last()
            .is_some_and(|head| head.is(Tags::MEDIUM) && !head.is_capital())
}

/// The medium behind the preposition at `at`, with the words that lead to it.
fn medium_behind(view: &View, at: usize) -> Option<Range<usize>> {
    let start = at + 1;
    let stops = Tags::PREPOSITION.or(Tags::CONJUNCTION).or(Tags::AUXILIARY);
    let behind = view
        .scene
        .paragraph
        .tokens
        .slice(start..start + MAX_BETWEEN + 1);
    let words = behind
        .iter()
        .take_while(|token| (token.is_word() || token.is_possessive_mark()) && !token.is(stops));
    let head = words
        .enumerate()
        .filter(|(_, token)| is_medium(view, token))
        .map(|(index, _)| index)
        .last()?;
    let end = start + head + 1;
    // "in a post on Relay", "on the social network Relay": the platform.
    let on = view.scene.token(end).is_some_and(|next| next.word == "on");
    // "le réseau social Relay": adjectives follow their noun.
    let romance = matches!(
        view.scene.paragraph.tokens.language,
        Language::French | Language::Spanish
    );
    let behind_adjective = || name_at(view, end + 1).filter(|_| romance);
    let name = name_at(view, end + usize::from(on)).or_else(behind_adjective);
    Some(name.unwrap_or(start..end))
}

/// "issued a statement, saying", "posted a message": the document given out.
fn document_behind(view: &View, at: usize) -> Option<Range<usize>> {
    let article = view.scene.token(at + 1)?;
    medium_behind(view, at).filter(|_| matches!(article.word, "a" | "an"))
}

/// Whether the verb gives a document out.
fn gives(token: &Token) -> bool {
    let given = [
        "issued",
        "issuing",
        "released",
        "releasing",
        "published",
        "posted",
    ];
    given.contains(&token.word)
}

/// "wrote on Relay": a name behind "on" is a platform where something is written.
fn platform(view: &View, at: usize) -> Option<Range<usize>> {
    let on = view.scene.token(at).is_some_and(|token| token.word == "on");
    let writes = view.scene.paragraph.tokens.slice(at.saturating_sub(3)..at);
    let writes = writes.iter().any(|token| {
        let lemma = token.known.verb.map(|verb| verb.lemma);
        matches!(lemma, Some("write" | "post" | "tweet" | "joke"))
    });
    name_at(view, at + 1).filter(|_| on && writes)
}

/// The name of one or two capitals at `at`; days and months are none.
fn name_at(view: &View, at: usize) -> Option<Range<usize>> {
    let tokens = view.scene.paragraph.tokens.slice(at..at + 3);
    let capital = |token: &&Token| token.is_capital() && !token.is(Tags::NOT_NAME);
    let length = tokens.iter().take_while(capital).count();
    (1..=2).contains(&length).then_some(at..at + length)
}

fn is_medium(view: &View, token: &Token) -> bool {
    // The network X is a capital; a plural is no one document.
    let platform = token.word != "x" || token.is_capital();
    let whole = !token.word.ends_with('s') || token.word == "remarks" || token.word == "comments";
    let noun =
        view.scene.paragraph.tokens.language == Language::German || token.known.verb.is_none();
    token.is(Tags::MEDIUM) && platform && whole && (noun || token.is(Tags::SPEECH_NOUN))
}

fn introduces(view: &View, token: &Token) -> bool {
    match view.scene.paragraph.tokens.language {
        Language::English => matches!(token.word, "in" | "on" | "via"),
        Language::German => matches!(token.word, "in" | "im" | "auf" | "über" | "per"),
        Language::French => matches!(token.word, "dans" | "sur" | "par"),
        Language::Spanish => matches!(token.word, "en" | "por"),
        Language::Korean | Language::Chinese | Language::Japanese => false,
    }
}
