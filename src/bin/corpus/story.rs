//! Stories: the samples that tell of the same people, compiled with their names.

use crate::compile::{Template, compile};
use crate::names::Names;
use crate::outlet::Outlet;
use crate::people::key;
use crate::sample::Sample;
use pullquote::model::{ActorKind, BlockKind};

/// Two samples with so many people in common tell the same story.
const PEOPLE_IN_COMMON: usize = 2;

/// A story and the samples that tell it.
#[derive(Debug)]
pub struct Story {
    /// Everybody and everything named.
    pub names: Names,
    /// One for each sample.
    pub templates: Vec<Template>,
}

/// Compiles `samples` into stories; the second value is every outlet they are of.
///
/// A sample without a headline block is passed over: no article can be made of it.
pub fn stories(samples: &[Sample]) -> (Vec<Story>, Vec<Outlet>) {
    let outlets = outlets(samples);
    let stories = together(samples).into_iter().map(|members| {
        let members: Vec<&Sample> = members.into_iter().filter_map(|m| samples.get(m)).collect();
        let names = Names::collect(&members, &outlets);
        let templates = members
            .iter()
            .map(|sample| compile(sample, &names, &outlets));
        let templates = templates.filter(|template| {
            let kind = |kind| template.blocks.iter().any(|block| block.kind == kind);
            kind(BlockKind::Headline) && kind(BlockKind::Paragraph)
        });
        Story {
            templates: templates.collect(),
            names,
        }
    });
    let stories = stories.filter(|story| !story.templates.is_empty());
    (stories.collect(), outlets)
}

// The members of each story, in the order of the samples.
fn together(samples: &[Sample]) -> Vec<Vec<usize>> {
    let people: Vec<Vec<String>> = samples.iter().map(people).collect();
    let mut story_of: Vec<usize> = (0..samples.len()).collect();
    for (later, theirs) in people.iter().enumerate() {
        for (earlier, others) in people.iter().enumerate().take(later) {
            let common = theirs.iter().filter(|name| others.contains(name)).count();
            if common >= PEOPLE_IN_COMMON {
                let (from, to) = (story_of[later], story_of[earlier]);
                story_of
                    .iter_mut()
                    .filter(|story| **story == from)
                    .for_each(|story| *story = to);
            }
        }
    }
    let mut stories = vec![Vec::new(); samples.len()];
    for (sample, story) in story_of.into_iter().enumerate() {
        stories[story].push(sample);
    }
    stories.retain(|members| !members.is_empty());
    stories
}

fn people(sample: &Sample) -> Vec<String> {
    let actors = sample.label.actors.iter();
    let people = actors.filter(|actor| actor.kind == ActorKind::Person);
    people.map(|person| key(&person.name)).collect()
}

// "Meridian" is the short form of the Meridian Wire; a domain is no name.
fn outlets(samples: &[Sample]) -> Vec<Outlet> {
    let mut outlets: Vec<Outlet> = Vec::new();
    let mut named: Vec<(&str, &str)> = samples
        .iter()
        .filter_map(|sample| {
            Some((
                sample.label.source.as_deref()?,
                sample.label.language.as_str(),
            ))
        })
        .filter(|(name, _)| !name.contains('.'))
        .chain(mentioned(samples))
        .collect();
    named.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, language) in named {
        if crate::names::outlet_of(name, &outlets).is_none() {
            outlets.push(Outlet::named(name, language));
        }
    }
    outlets
}

// Longer forms of an outlet's name that other samples print.
fn mentioned(samples: &[Sample]) -> impl Iterator<Item = (&str, &str)> {
    let sources: Vec<&str> = samples
        .iter()
        .filter_map(|s| s.label.source.as_deref())
        .collect();
    samples.iter().flat_map(move |sample| {
        let sources = sources.clone();
        let actors = sample.label.actors.iter();
        actors.filter_map(move |actor| {
            let short = |source: &&str| Outlet::named(&actor.name, "").short == **source;
            let is_longer = actor.kind == ActorKind::Organization && sources.iter().any(short);
            is_longer.then_some((actor.name.as_str(), sample.label.language.as_str()))
        })
    })
}
