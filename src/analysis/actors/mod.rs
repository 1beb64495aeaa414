//! Who acts in an article: mentions, joined to actors.
//!
//! By rules: capitals and lists give candidates (`names`), what stands in and
//! around them gives their kind (`evidence`), the article as a whole corrects
//! both (`acronym`, `repeat`, `kind`), and what names the same is joined
//! (`cluster`). Every step is linear in the words or in the names.

mod acronym;
mod cluster;
mod context;
mod country;
mod echo;
mod evidence;
mod form;
mod gender;
mod generic;
mod group;
mod headline;
mod kind;
mod korean;
mod mention;
mod names;
mod naming;
mod office;
mod pair;
mod people;
mod pronoun;
mod reading;
mod repeat;
mod role;
mod run;
mod shape;
pub mod tagger;
mod unspaced;

use foldhash::HashMap;

use super::lexicon::speech::Lexicon;
use super::marks::{self, Passage};
use crate::model::{Actor, ActorKind, ActorRef, Article, Span};
use evidence::Weighed;
use mention::Mentions;
use reading::Reading;

/// The actors of one article, and which of them its pronouns mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cast {
    /// In the order of their first mention.
    pub actors: Vec<Actor>,
    /// Pronouns that safely mean one of the actors, in text order.
    pub pronouns: Vec<(Span, ActorRef)>,
}

impl Cast {
    /// The cast of a text in which `named` says where each of `known` is mentioned and
    /// `pronouns` where one stands for it, both by the place in `known`. Whoever is
    /// mentioned nowhere is left out; other spellings become aliases.
    fn of(
        text: &str,
        known: Vec<Actor>,
        named: &[(Span, usize)],
        pronouns: Vec<(Span, usize)>,
    ) -> Self {
        let mut known = known;
        for &(span, index) in named {
            let printed = span.of(text);
            let actor = &mut known[index];
            if printed != actor.name && !actor.aliases.iter().any(|alias| alias == printed) {
                actor.aliases.push(printed.to_owned());
            }
            actor.mentions.push(span);
        }
        let mut order: Vec<usize> = (0..known.len())
            .filter(|&at| !known[at].mentions.is_empty())
            .collect();
        order.sort_by_key(|&at| known[at].mentions[0]);
        let place: HashMap<usize, usize> = order
            .iter()
            .enumerate()
            .map(|(to, &from)| (from, to))
            .collect();
        let pronouns = pronouns
            .into_iter()
            .filter_map(|(span, index)| Some((span, ActorRef(*place.get(&index)?))))
            .collect();
        let actors = order.into_iter().map(|at| known[at].clone()).collect();
        Self { actors, pronouns }
    }
}

/// So many actors are compared with each name or role; an article of more is a list.
const MAX_COMPARED: usize = 200;

/// The one actor of `actors` who fits, if nobody else does.
fn only(actors: &[Actor], fits: impl Fn(&Actor) -> bool) -> Option<usize> {
    let mut fitting = actors.iter().take(MAX_COMPARED).enumerate();
    let (only, _) = fitting.find(|(_, actor)| fits(actor))?;
    fitting.all(|(_, actor)| !fits(actor)).then_some(only)
}

impl Cast {
    /// The one actor who fits, if nobody else does; of a list of many the first count.
    pub fn only(&self, fits: impl Fn(&Actor) -> bool) -> Option<ActorRef> {
        only(&self.actors, fits).map(ActorRef)
    }

    /// The actors with their pronouns among the mentions: a mention that is a
    /// pronoun is inferred, all others are printed names.
    pub fn into_actors(self) -> Vec<Actor> {
        let mut actors = self.actors;
        for (span, ActorRef(index)) in self.pronouns {
            if let Some(actor) = actors.get_mut(index) {
                actor.mentions.push(span);
            }
        }
        for actor in &mut actors {
            actor.mentions.sort_unstable();
        }
        actors
    }
}

/// Finds the actors of `article`, whose passages are `quoted`. Never fails.
pub fn find(article: &Article, quoted: &[Passage]) -> Cast {
    find_in(article, quoted, tagger::TRAINED.as_ref())
}

/// Finds the actors of `article` with these weights, or by the rules alone.
pub fn find_with(article: &Article, weights: Option<&tagger::Weights>) -> Cast {
    let marks = marks::passages(article);
    find_in(article, &marks.passages, weights)
}

fn find_in(article: &Article, quoted: &[Passage], weights: Option<&tagger::Weights>) -> Cast {
    if article.meta.language.as_deref() == Some("ko") {
        return korean::find(article);
    }
    let lexicon = Lexicon::of(article.meta.language.as_deref());
    if lexicon.language.is_unspaced() {
        return unspaced::find(article, lexicon);
    }
    let reading = Reading::new(article);
    let mentions = mentions(&reading, weights);
    let clusters = cluster::clusters(&reading, mentions.sorted());
    let actors = clusters
        .iter()
        .map(|cluster| naming::actor(&reading, cluster))
        .collect();
    let pronouns = pronoun::resolve(&reading, &clusters, quoted);
    Cast { actors, pronouns }
}

/// By the rules, then corrected by the tagger in the language it was trained on.
fn mentions(reading: &Reading, weights: Option<&tagger::Weights>) -> Mentions {
    let (mut mentions, weighed) = by_rules(reading);
    if let Some(weights) = weights.filter(|_| !reading.is_foreign) {
        let rules = mentions;
        mentions = tagger::tag(weights, reading, &rules, &weighed);
        complete(reading, &mut mentions, Some(&rules));
    }
    headline::trim(reading, &mut mentions);
    take_in_articles(reading, &mut mentions);
    mentions
}

fn by_rules(reading: &Reading) -> (Mentions, Weighed) {
    let candidates = names::candidates(reading);
    let weighed = evidence::weigh(reading, &candidates);
    let mut mentions = Mentions::new(reading.len());
    for (candidate, kind) in candidates.into_iter().zip(&weighed.kinds) {
        if let Some(kind) = kind {
            mentions.add(candidate.words, *kind);
        }
    }
    complete(reading, &mut mentions, None);
    (mentions, weighed)
}

/// What the article as a whole tells of names found in it.
fn complete(reading: &Reading, mentions: &mut Mentions, before: Option<&Mentions>) {
    acronym::gloss(reading, mentions);
    repeat::find_again(reading, mentions);
    generic::find_lone(reading, mentions);
    kind::unify(reading, mentions, before);
}

/// "told The Calder Post": an article with a capital inside a sentence is part of the
/// name.
fn take_in_articles(reading: &Reading, mentions: &mut Mentions) {
    let with_article: Vec<_> = mentions
        .iter()
        .filter(|mention| mention.kind == ActorKind::Organization && mention.words.len() > 1)
        .filter_map(|mention| {
            let the = reading.previous(mention.words.start)?;
            let told = reading.printed(the) == "The" && !reading.is_first(the);
            (told && !reading.sentence(the).title_case).then_some(the..mention.words.end)
        })
        .collect();
    for words in with_article {
        mentions.replace(words, ActorKind::Organization);
    }
}
