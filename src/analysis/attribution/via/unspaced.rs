//! Through whom, where words are printed without spaces.

use crate::model::{Relation, Via};

use super::super::super::cue::{Role, behind_brackets};
use super::super::super::lexicon::speech::{Language, Tags};
use super::super::super::lexicon::{
    CHINESE_IN_MEDIA, CHINESE_LISTENING, CHINESE_RELAYING, JAPANESE_IN_MEDIA, JAPANESE_LISTENING,
};
use super::super::Finding;
use super::View;

/// Who relays, who listens or in what it was said, in the passage's sentence.
pub(super) fn find(view: &View, finding: Finding) -> Option<Via> {
    if finding.speaker.paragraph != view.scene.number {
        return None;
    }
    relayer(view, finding)
        .or_else(|| listener(view, finding))
        .or_else(|| medium(view))
}

/// 据南方通讯社报道; 南洋通信によると; 《海岸周刊》援引…的话说; 国営通信が伝えた。
fn relayer(view: &View, finding: Finding) -> Option<Via> {
    let paragraph = view.scene.paragraph;
    let sentence = view.sentence();
    let next = paragraph
        .tokens
        .get(sentence.end)
        .map(|token| token.sentence);
    let own = view.scene.token(view.scene.at)?.sentence;
    let phrases = &paragraph.phrases;
    let found = view.scene.links().find(|&link| {
        let cue = view.scene.cue(link);
        let outlet = view.is_outlet(link.phrase);
        let inside = cue.sentence == own && link.role == Role::According;
        // A sentence of two words that only says who had it.
        let behind = outlet
            && Some(cue.sentence) == next
            && phrases[link.phrase].tokens.start == sentence.end;
        link.phrase != finding.speaker.phrase && (inside || behind)
    });
    let found = found.map(|link| link.phrase).or_else(|| {
        let first = phrases.partition_point(|phrase| phrase.tokens.start < sentence.start);
        let near = first..phrases.len();
        near.take(MAX_PHRASES).find(|&phrase| {
            let end = phrases[phrase].tokens.end;
            let mut behind = paragraph.tokens.slice(end..end + 2).iter();
            let relays = behind.any(|token| CHINESE_RELAYING.contains(token.word));
            end <= view.scene.at && relays && view.is_outlet(phrase)
        })
    })?;
    (found != finding.speaker.phrase).then(|| view.via(view.named(found), Relation::ReportedBy))
}

/// So many noun phrases of a sentence are looked at.
const MAX_PHRASES: usize = 12;

/// 对记者说; 告诉南方通讯社记者; 記者団に対し; 本紙の取材に.
fn listener(view: &View, finding: Finding) -> Option<Via> {
    let paragraph = view.scene.paragraph;
    let sentence = view.sentence();
    let tokens = &paragraph.tokens;
    let first = paragraph
        .phrases
        .partition_point(|phrase| phrase.tokens.start < sentence.start);
    let mut near = (first..paragraph.phrases.len()).take(MAX_PHRASES);
    let found = near.find(|&index| {
        let phrase = &paragraph.phrases[index];
        let head = tokens.before(phrase.tokens.end);
        let press = head.is_some_and(|head| head.is(Tags::LISTENER)) || view.is_outlet(index);
        let given = match tokens.language {
            Language::Japanese => {
                let next = tokens.get(phrase.tokens.end).map_or("", |token| token.word);
                JAPANESE_LISTENING.contains(next)
            }
            _ => {
                let before = tokens
                    .before(phrase.tokens.start)
                    .map_or("", |token| token.word);
                CHINESE_LISTENING.contains(before)
            }
        };
        sentence.contains(&phrase.tokens.start) && press && given
    })?;
    (found != finding.speaker.phrase).then(|| view.via(view.named(found), Relation::Told))
}

/// 在声明中; 声明で.
fn medium(view: &View) -> Option<Via> {
    let tokens = &view.scene.paragraph.tokens;
    let found = view.sentence().find(|&at| {
        if !tokens.get(at).is_some_and(|token| token.is(Tags::MEDIUM)) {
            return false;
        }
        match tokens.language {
            Language::Japanese => {
                // 「X（旧ツイッター）に」
                let next = behind_brackets(tokens, at + 1);
                let particle = tokens.get(next).map_or("", |token| token.word);
                JAPANESE_IN_MEDIA.contains(particle)
            }
            _ => {
                let near = tokens.slice(at.saturating_sub(MAX_BEFORE_MEDIUM)..at);
                near.iter()
                    .any(|token| CHINESE_IN_MEDIA.contains(token.word))
            }
        }
    })?;
    let named = view.names.of_words(view.scene.paragraph, found..found + 1);
    Some(view.via(named, Relation::Medium))
}

/// 在一份书面声明中: so many words lie between.
const MAX_BEFORE_MEDIUM: usize = 4;
