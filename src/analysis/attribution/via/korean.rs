//! Through whom, in Korean: by the particle that is glued to an outlet or a medium.

use crate::model::{ActorKind, Relation, Via};

use super::super::super::lexicon::{
    KOREAN_LISTENING, KOREAN_MEDIA, KOREAN_OUTLET_ENDINGS, KOREAN_PRESS, KOREAN_RELAYING,
};
use super::super::Finding;
use super::super::name::Named;
use super::View;

/// Who relays, who listens or in what it was said, in the passage's sentence.
pub(super) fn find(view: &View, finding: Finding) -> Option<Via> {
    let speaker = view.named(finding.speaker.phrase);
    let other = |via: &Via| via.name != speaker.name && !via.mention.overlaps(speaker.mention);
    [relayer, listener, medium]
        .iter()
        .find_map(|find| find(view).filter(other))
}

/// 한빛통신에 따르면; …고 한빛통신이 전했다.
fn relayer(view: &View) -> Option<Via> {
    view.sentence().find_map(|at| {
        let word = view.scene.token(at)?.word;
        let next = view.scene.token(at + 1).map_or("", |token| token.word);
        let source = word.ends_with('에') && next.starts_with("따르");
        // 한빛통신(HBW)이: the particle stands behind the bracket.
        let bracket = view.scene.token(at + 3).map_or("", |token| token.word);
        let particle = if next == "(" && bracket == ")" {
            view.scene.token(at + 4).map_or("", |token| token.word)
        } else {
            word
        };
        let ends = particle.ends_with(['이', '가', '은', '는']) && at > view.scene.at;
        let tells = ends && (at + 1..at + MAX_TO_VERB).any(|at| relays(view, at));
        let outlet = outlet(view, at).filter(|_| source || tells)?;
        Some(view.via(outlet, Relation::ReportedBy))
    })
}

/// The verb of an outlet stands at most so many words behind it.
const MAX_TO_VERB: usize = 8;

fn relays(view: &View, at: usize) -> bool {
    let word = view.scene.token(at).map_or("", |token| token.word);
    KOREAN_RELAYING.iter().any(|verb| word.starts_with(verb))
}

/// 콜더 포스트에, 기자들에게, 한빛통신과의 통화에서, 기자들과 만나.
fn listener(view: &View) -> Option<Via> {
    let before = view.sentence().start..view.scene.at;
    before.rev().find_map(|at| {
        let word = view.scene.token(at)?.word;
        let next = view.scene.token(at + 1).map_or("", |token| token.word);
        let given = KOREAN_LISTENING.iter().any(|end| word.ends_with(end));
        let met = word.ends_with(['과', '와']) && next.starts_with("만나");
        if !(given || met) {
            return None;
        }
        let press = || {
            let mut named = view.names.of_words(view.scene.paragraph, at..at + 1);
            let stem = KOREAN_PRESS
                .iter()
                .filter(|press| word.starts_with(**press))
                .max_by_key(|press| press.len())?;
            named.mention.end = named.mention.start + stem.len();
            named.name = (*stem).to_owned();
            Some(named)
        };
        let told = outlet(view, at).or_else(press)?;
        Some(view.via(told, Relation::Told))
    })
}

/// 성명에서, 소셜미디어 릴레이에, 서한을 통해.
fn medium(view: &View) -> Option<Via> {
    let before = view.sentence().start..view.scene.at;
    before.rev().find_map(|at| {
        let word = view.scene.token(at)?.word;
        let stem = KOREAN_MEDIA
            .iter()
            .filter(|medium| word.starts_with(**medium))
            .max_by_key(|medium| medium.len())?;
        let behind = &word[stem.len()..];
        let next = view.scene.token(at + 1).map_or("", |token| token.word);
        let led = match behind {
            "에서" | "에" | "에는" | "에서는" | "로" => true,
            "을" | "를" => next.starts_with("통해") || next.starts_with("내"),
            // The platform by its name: 소셜미디어 릴레이에.
            "" => next.ends_with('에') || next.ends_with("에서"),
            _ => false,
        };
        if !led {
            return None;
        }
        let named = view.names.of_words(view.scene.paragraph, at..at + 1);
        let platform = behind
            .is_empty()
            .then(|| view.names.of_words(view.scene.paragraph, at + 1..at + 2));
        let named = platform
            .filter(|platform| platform.actor.is_some())
            .unwrap_or(Named {
                actor: None,
                name: (*stem).to_owned(),
                mention: crate::model::Span::new(
                    named.mention.start,
                    named.mention.start + stem.len(),
                ),
            });
        Some(view.via(named, Relation::Medium))
    })
}

/// The outlet that the word at `at` ends.
fn outlet(view: &View, at: usize) -> Option<Named> {
    let words = at.saturating_sub(1)..at + 1;
    let named = view.names.of_words(view.scene.paragraph, words);
    let kind = view.names.actor_kind(&named);
    let ends = KOREAN_OUTLET_ENDINGS
        .iter()
        .any(|end| named.name.ends_with(end));
    (kind == Some(ActorKind::Organization) && ends).then_some(named)
}
