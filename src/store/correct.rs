//! What people corrected, put over what the program found.
//!
//! The analysis as the program made it stays stored; corrections are laid over it
//! whenever it is read or indexed, so that taking one back needs no new analysis.

use std::collections::HashMap;

use crate::model::{
    Actor, ActorKind, ActorRef, Analysis, Attribution, Confidence, Mark, Quote, QuoteRef, Rule,
    Span, Who,
};
use crate::text::fold::fold;

/// Steps from name to name at most: A is B is C.
const STEPS: usize = 32;

/// Names that are others. A name that is itself is one of its own, whatever others are
/// written almost so.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    others: HashMap<Who, Who>,
    /// The same by folded names: what is said of one spelling holds for all that are not
    /// named themselves.
    folded: HashMap<(String, Option<ActorKind>), Who>,
}

impl Names {
    /// The marks among `marks` that say so.
    pub fn new<'m>(marks: impl IntoIterator<Item = &'m Mark>) -> Self {
        let mut names = Self::default();
        for mark in marks {
            if let Mark::Same { who, is, .. } = mark {
                if who != is && who.kind.is_some() {
                    let key = (fold(&who.name).text, who.kind);
                    names.folded.insert(key, is.clone());
                }
                names.others.insert(who.clone(), is.clone());
            }
        }
        names
    }

    /// Whether no name is another.
    pub fn is_empty(&self) -> bool {
        self.others.is_empty()
    }

    /// Whether a person keeps this spelling apart from others.
    pub fn is_apart(&self, who: &Who) -> bool {
        self.others.get(who) == Some(who)
    }

    /// Who that is in the end. Names that lead back to each other are one, whichever
    /// of them is asked for.
    pub fn resolve<'a>(&'a self, who: &'a Who) -> &'a Who {
        let (mut at, mut passed) = (who, Vec::new());
        while let Some(next) = self.next(at).filter(|next| *next != at) {
            passed.push(at);
            if let Some(first) = passed.iter().position(|one| *one == next) {
                return self.end_of(&passed[first..]).unwrap_or(at);
            }
            if passed.len() > STEPS {
                break;
            }
            at = next;
        }
        at
    }

    /// Who those of a circle are: the one that no correction names, to which the others
    /// lead and which leads back by its spelling alone; else the first by name.
    fn end_of<'a>(&self, circle: &[&'a Who]) -> Option<&'a Who> {
        let order = |who: &&&Who| (self.others.contains_key(**who), who.name.clone());
        circle.iter().min_by_key(order).copied()
    }

    fn next(&self, who: &Who) -> Option<&Who> {
        if self.others.is_empty() {
            return None;
        }
        self.others.get(who).or_else(|| {
            let folded = who.kind.map(|_| (fold(&who.name).text, who.kind));
            self.folded.get(&folded?)
        })
    }
}

/// Puts `marks`, which are those on the article, over its analysis.
pub(super) fn correct(analysis: &mut Analysis, marks: &[Mark], everywhere: &Names) {
    for names in [&Names::new(marks), everywhere] {
        if !names.is_empty() {
            rename(analysis, names);
        }
    }
    let corrections: Vec<(Span, &Option<Who>)> = marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Speaker { on, speaker } => Some((on.span, speaker)),
            _ => None,
        })
        .collect();
    let targets: Vec<Option<usize>> = corrections
        .iter()
        .map(|(span, _)| quote_at(&analysis.quotes, *span))
        .collect();
    for ((_, speaker), target) in corrections.iter().zip(&targets) {
        let Some(target) = *target else { continue };
        let attribution = speaker
            .as_ref()
            .map(|who| attribution(analysis, target, who));
        for at in pieces(&analysis.quotes, target) {
            // A piece that a person looked at itself keeps what they said of it.
            let own = at != target && targets.contains(&Some(at));
            if let Some(quote) = analysis.quotes.get_mut(at).filter(|_| !own) {
                quote.speaker.clone_from(&attribution);
            }
        }
    }
}

/// The quote under this span; another analysis may have drawn it a little wider.
fn quote_at(quotes: &[Quote], span: Span) -> Option<usize> {
    let shared = |quote: &Quote| {
        let end = quote.span.end.min(span.end);
        end.saturating_sub(quote.span.start.max(span.start))
    };
    let best = quotes
        .iter()
        .enumerate()
        .max_by_key(|(_, quote)| shared(quote));
    let fits = |quote: &Quote| 2 * shared(quote) > quote.span.len().max(span.len());
    best.filter(|(_, quote)| fits(quote)).map(|(at, _)| at)
}

/// The quote and all that goes on from it.
fn pieces(quotes: &[Quote], first: usize) -> Vec<usize> {
    let mut pieces = vec![first];
    for (at, quote) in quotes.iter().enumerate().skip(first + 1) {
        if quote
            .continues
            .is_some_and(|QuoteRef(before)| pieces.contains(&before))
        {
            pieces.push(at);
        }
    }
    pieces
}

fn attribution(analysis: &mut Analysis, quote: usize, who: &Who) -> Attribution {
    let quote = analysis
        .quotes
        .get(quote)
        .map(|quote| quote.span)
        .unwrap_or_default();
    let is_it =
        |actor: &Actor| actor.name == who.name && who.kind.is_none_or(|kind| kind == actor.kind);
    let mut known = analysis.actors.iter().position(is_it);
    if let (None, Some(kind)) = (known, who.kind) {
        known = Some(analysis.actors.len());
        analysis.actors.push(Actor {
            name: who.name.clone(),
            kind,
            roles: Vec::new(),
            aliases: Vec::new(),
            mentions: Vec::new(),
        });
    }
    let actor = known.and_then(|at| analysis.actors.get(at));
    let mentions = actor.map(|actor| &actor.mentions[..]).unwrap_or_default();
    let nearest = mentions
        .iter()
        .min_by_key(|mention| mention.start.abs_diff(quote.end));
    Attribution {
        actor: known.map(ActorRef),
        name: who.name.clone(),
        mention: nearest
            .copied()
            .unwrap_or(Span::new(quote.start, quote.start)),
        cue: None,
        via: None,
        rule: Rule::User,
        confidence: Confidence::from_thousandths(1000),
    }
}

/// Gives actors their other names; two that become one are put together.
fn rename(analysis: &mut Analysis, names: &Names) {
    let mut kept: Vec<Actor> = Vec::with_capacity(analysis.actors.len());
    let mut moved: Vec<ActorRef> = Vec::with_capacity(analysis.actors.len());
    let mut changed = vec![false; analysis.actors.len()];
    for (at, mut actor) in std::mem::take(&mut analysis.actors).into_iter().enumerate() {
        let who = Who {
            name: actor.name.clone(),
            kind: Some(actor.kind),
        };
        let is = names.resolve(&who);
        if *is != who {
            changed[at] = true;
            if is.name != actor.name {
                actor.aliases.push(actor.name.clone());
            }
            actor.name.clone_from(&is.name);
            actor.kind = is.kind.unwrap_or(actor.kind);
        }
        let same = |other: &Actor| other.name == actor.name && other.kind == actor.kind;
        match kept.iter().position(same) {
            // Two of one name that the program keeps apart stay apart.
            Some(first) if changed[at] || changed.get(moved_from(&moved, first)) == Some(&true) => {
                moved.push(ActorRef(first));
                join(&mut kept[first], actor);
            }
            _ => {
                moved.push(ActorRef(kept.len()));
                kept.push(actor);
            }
        }
    }
    analysis.actors = kept;
    let actors = &analysis.actors;
    let speakers = analysis
        .quotes
        .iter_mut()
        .filter_map(|quote| quote.speaker.as_mut());
    let stated = analysis
        .statements
        .iter_mut()
        .map(|statement| &mut statement.speaker);
    for said in speakers.chain(stated) {
        let via = said.via.as_mut().map(|via| (&mut via.actor, &mut via.name));
        for (actor, name) in [(&mut said.actor, &mut said.name)].into_iter().chain(via) {
            follow(actor, name, (&moved, actors), names);
        }
    }
}

/// The first old place of the actor that stands at `new` now.
fn moved_from(moved: &[ActorRef], new: usize) -> usize {
    let old = moved.iter().position(|actor| actor.0 == new);
    old.unwrap_or(usize::MAX)
}

fn follow(
    actor: &mut Option<ActorRef>,
    name: &mut String,
    (moved, actors): (&[ActorRef], &[Actor]),
    names: &Names,
) {
    if let Some(old) = *actor {
        *actor = moved.get(old.0).copied();
        let renamed = actor.and_then(|new| actors.get(new.0));
        if let Some(renamed) = renamed {
            name.clone_from(&renamed.name);
        }
        return;
    }
    let phrase = Who {
        name: name.clone(),
        kind: None,
    };
    let is = names.resolve(&phrase);
    if *is != phrase {
        let same = |other: &Actor| other.name == is.name && Some(other.kind) == is.kind;
        *actor = actors.iter().position(same).map(ActorRef);
        name.clone_from(&is.name);
    }
}

fn join(first: &mut Actor, other: Actor) {
    first.mentions.extend(other.mentions);
    first.mentions.sort_unstable();
    first.mentions.dedup();
    first.roles.extend(other.roles);
    for alias in other.aliases {
        if alias != first.name && !first.aliases.contains(&alias) {
            first.aliases.push(alias);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str) -> Who {
        Who {
            name: name.into(),
            kind: Some(ActorKind::Person),
        }
    }

    /// `corrections` are made in this order and in the other one.
    #[track_caller]
    fn check(corrections: &[(&str, &str)], expected: &[(&str, &str)]) {
        let mut marks: Vec<Mark> = corrections
            .iter()
            .map(|(who, is)| Mark::Same {
                who: person(who),
                is: person(is),
                article: None,
            })
            .collect();
        for _ in 0..2 {
            let names = Names::new(&marks);
            for (who, is) in expected {
                assert_eq!(names.resolve(&person(who)).name, *is, "{who}");
            }
            marks.reverse();
        }
    }

    #[test]
    fn a_chain_that_ends_in_another_spelling_of_its_first_name_is_one_name() {
        let chain = [("Jose Perez", "Pepe Gomez"), ("Pepe Gomez", "José Pérez")];
        let all = ["Jose Perez", "Pepe Gomez", "José Pérez"];
        check(&chain, &all.map(|name| (name, "José Pérez")));
    }

    #[test]
    fn two_that_are_each_other_are_one_and_not_swapped() {
        let circle = [("Ada", "Bea"), ("Bea", "Ada")];
        check(&circle, &[("Ada", "Ada"), ("Bea", "Ada")]);
        let longer = [("Cy", "Bea"), ("Bea", "Ada"), ("Ada", "Bea")];
        check(&longer, &["Ada", "Bea", "Cy"].map(|name| (name, "Ada")));
    }

    #[test]
    fn a_correction_of_one_spelling_holds_for_the_others() {
        let one = [("José Pérez", "Anna Muster"), ("Pepe", "Jose Perez")];
        check(
            &one,
            &[("JOSE PEREZ", "Anna Muster"), ("Pepe", "Anna Muster")],
        );
    }
}
