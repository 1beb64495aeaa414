//! Whom the article calls by a role or as a body: "the minister", "the ministry".

use foldhash::{HashMap, HashMapExt};

use super::super::super::actors::Cast;
use super::super::super::document::{Document, Paragraph};
use super::super::super::lexicon::speech::Tags;
use super::super::super::phrase::Phrase;
use super::Names;
use crate::model::{ActorKind, ActorRef, Span};

/// So many times as often as another bearer of a role is somebody named who is meant by
/// the role alone.
const FAR_MORE_OFTEN: usize = 3;

/// An organization named before so many other mentions is not meant by its last word alone.
const MAX_MENTIONS_TO_BODY: usize = 12;

impl Names<'_> {
    /// The actor who bears the role that "the minister" names: the only one, or one whom
    /// the article names far more often than the others.
    pub(super) fn bearer(&self, paragraph: &Paragraph, phrase: &Phrase) -> Option<ActorRef> {
        let tokens = paragraph.tokens.slice(phrase.tokens.clone());
        let (head, leading) = tokens.split_last()?;
        let definite = match leading.first() {
            Some(first) => {
                matches!(first.word, "the" | "der" | "die" | "la" | "le" | "el")
                    || first.is_capital()
            }
            // "Minister: '…'" in a headline.
            None => paragraph.tokens.headline && head.is(Tags::ROLE),
        };
        if !definite || tokens.len() > 4 {
            return None;
        }
        let named = |actor: ActorRef| {
            let known = self.cast.actors.get(actor.0);
            known.map_or(0, |actor| actor.mentions.len())
        };
        let bearers = self.roles.get(head.word)?;
        let most = bearers.iter().copied().max_by_key(|&actor| named(actor))?;
        let others = bearers.iter().filter(|&&actor| actor != most);
        let far = |other: &ActorRef| named(most) >= FAR_MORE_OFTEN * named(*other);
        others.clone().all(far).then_some(most)
    }

    /// The organization that "the ministry" means: the one named last before it with
    /// that word in its name.
    pub(super) fn body(&self, paragraph: &Paragraph, phrase: &Phrase) -> Option<ActorRef> {
        let [the, head] = paragraph.tokens.slice(phrase.tokens.clone()) else {
            return None;
        };
        if the.word != "the" || !head.is(Tags::ORGANIZATION) {
            return None;
        }
        let behind = |span: Span| span.end <= phrase.span.start;
        let count = self.mentions.partition_point(|&(span, _)| behind(span));
        let near = self.mentions[..count]
            .iter()
            .rev()
            .take(MAX_MENTIONS_TO_BODY);
        let mut actors = near.map(|&(_, actor)| actor);
        actors.find(|actor| {
            let known = self.cast.actors.get(actor.0);
            known.is_some_and(|known| {
                let mut words = known.name.split(' ');
                known.kind == ActorKind::Organization
                    && words.any(|word| word.eq_ignore_ascii_case(head.word))
            })
        })
    }
}

/// Who bears which role now: a former minister is not "the minister".
pub(super) fn roles(document: &Document, cast: &Cast) -> HashMap<String, Vec<ActorRef>> {
    let mut roles: HashMap<String, Vec<ActorRef>> = HashMap::new();
    for (index, actor) in cast.actors.iter().enumerate() {
        for role in &actor.roles {
            let words = role.of(&document.article.text);
            let head = words.split(" of ").next().unwrap_or_default();
            let head = head.split(" for ").next().unwrap_or_default();
            let head = head.split(" at ").next().unwrap_or_default();
            let Some(head) = head.split_whitespace().last() else {
                continue;
            };
            let bearers = roles.entry(head.to_lowercase()).or_default();
            if !is_over(words) && !bearers.contains(&ActorRef(index)) {
                bearers.push(ActorRef(index));
            }
        }
    }
    roles
}

/// Whether a role is one that somebody had: "former minister".
fn is_over(role: &str) -> bool {
    let first = role.split([' ', '-']).next().unwrap_or_default();
    matches!(
        first.to_lowercase().as_str(),
        "former" | "ex" | "late" | "then" | "onetime" | "retired"
    )
}
