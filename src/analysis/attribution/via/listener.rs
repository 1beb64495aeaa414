//! To whom it was said: she told Reuters, in an interview with Le Monde.

use std::ops::Range;

use crate::model::{Relation, Via};

use super::super::super::document::Token;
use super::super::super::lexicon::OUTLET_ARTICLES;
use super::super::super::lexicon::speech::{Language, Tags};
use super::super::Finding;
use super::View;

/// The listener of the passage's sentence.
pub(super) fn find(view: &View, finding: Finding) -> Option<Via> {
    let words = told(view, finding)
        .or_else(|| told_beside(view, finding))
        .or_else(|| spoken_to(view))?;
    // "told the public via Twitter": everybody is no listener.
    let head = view.scene.paragraph.tokens.before(words.end);
    if head.is_some_and(|head| matches!(head.word, "public" | "world")) {
        return None;
    }
    // "told MSNBC Ruiz “was a friend”": the outlet ends where the next name begins.
    let named = match view.names.first_body(view.scene.paragraph, &words) {
        Some(body) => body,
        None => view.names.of_words(view.scene.paragraph, words),
    };
    let speaker = view.named(finding.speaker.phrase);
    let other = named.name != speaker.name && !named.mention.overlaps(speaker.mention);
    other.then(|| view.via(named, Relation::Told))
}

/// What stands behind the cue where its verb names a listener there.
fn told(view: &View, finding: Finding) -> Option<Range<usize>> {
    let cue = &view.scene.paragraph.cues[finding.cue?];
    match view.scene.paragraph.tokens.language {
        Language::Korean | Language::Chinese | Language::Japanese => None,
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
            german(view, cue.tokens.start, subject.end.max(cue.tokens.end))
        }
    }
}

/// "sagte Ruiz am Montag der Tagespost", "im Gespräch mit dem „Boten“", "im Inselfunk
/// sagte Ruiz": an outlet behind an article, before or behind the verb of speech.
fn german(view: &View, cue: usize, behind: usize) -> Option<Range<usize>> {
    let tokens = &view.scene.paragraph.tokens;
    let sentence = view.sentence();
    let before = sentence.start.max(cue.saturating_sub(MAX_TO_LISTENER))..cue;
    let after = behind..sentence.end.min(behind + MAX_TO_LISTENER);
    let article = |at: usize| {
        let word = tokens.get(at).map_or("", |token| token.word);
        OUTLET_ARTICLES.contains(word)
    };
    after
        .chain(before)
        .filter(|&at| article(at))
        .find_map(|at| {
            let own = usize::from(tokens.get(at).is_some_and(|token| token.word != "dieser"));
            outlet_at(view, at + own)
        })
}

/// An outlet stands at most so many words from the verb or its subject.
const MAX_TO_LISTENER: usize = 10;

/// The outlet at `at`: a name that says so, or one between marks.
fn outlet_at(view: &View, at: usize) -> Option<Range<usize>> {
    if is_title(view, at) {
        return Some(at..at + 1);
    }
    let words = view.words_at(at)?;
    let printed = view.scene.paragraph.tokens.span(&words);
    let printed = printed.of(&view.scene.document.article.text);
    let shouted = printed.chars().count() > 2 && printed.chars().all(char::is_uppercase);
    let outlet = shouted || is_outlet_like(view, &words);
    // "der Zeitung „Morgenbote“": its name, where it has one.
    match is_title(view, words.end) {
        true if outlet => Some(words.end..words.end + 1),
        _ => outlet.then_some(words),
    }
}

/// Whether the passage at `at` is a name between marks, and not what was said.
fn is_title(view: &View, at: usize) -> bool {
    let token = view.scene.token(at);
    token.is_some_and(|token| {
        let words = token.span.of(&view.scene.document.article.text);
        let title = words.starts_with(char::is_uppercase) && words.split(' ').count() <= MAX_TITLE;
        let said = words.ends_with(['.', '!', '?', ',']);
        token.passage.is_some() && title && !said && at != view.scene.at
    })
}

/// The name of an outlet has at most so many words.
const MAX_TITLE: usize = 4;

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
            // "explained to Ruiz that"
            "to" if pair[0].known.verb.is_some_and(|verb| verb.says) => words.filter(|words| {
                let first = view.scene.token(words.start);
                first.is_some_and(Token::is_capital)
            }),
            "to" => words.filter(|words| is_outlet_like(view, words)),
            _ => None,
        }
    })
}

/// The name of an agency in small letters has at most so many.
const MAX_SMALL: usize = 4;

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
    // "der dpa": German agencies are printed small.
    let german = view.scene.paragraph.tokens.language == Language::German;
    let small = |token: &Token| german && token.word.len() <= MAX_SMALL && tokens.len() == 1;
    tokens.iter().any(|token| {
        let named = token.is(Tags::OUTLET) && (token.is_capital() || small(token));
        named || press.contains(&token.word)
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::{analyze, sample};
    use crate::model::Relation;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let article = sample::in_language("en", text);
        let quotes = analyze(&article).quotes;
        let via = quotes[0]
            .speaker
            .as_ref()
            .and_then(|speaker| speaker.via.as_ref());
        let told = via.filter(|via| via.relation == Relation::Told);
        assert_eq!(told.map(|via| via.name.as_str()), expected, "{text}");
    }

    #[test]
    fn whoever_is_told_something_by_name_listens() {
        check(
            "Nora Vidal explained to Reuters that the ice was “far too thin to walk on.”",
            Some("Reuters"),
        );
        check(
            "Nora Vidal told the public that the ice was “far too thin to walk on.”",
            None,
        );
    }
}
