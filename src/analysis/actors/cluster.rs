//! Mentions joined to actors.

use super::mention::Mention;
use super::reading::Reading;
use super::{country, group, people};
use crate::model::ActorKind;

/// What names one actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// What it is.
    pub kind: ActorKind,
    /// Its mentions, in text order.
    pub mentions: Vec<Mention>,
}

/// Joins `mentions`, given in text order, to clusters in the order of their first mention.
pub fn clusters(reading: &Reading, mentions: Vec<Mention>) -> Vec<Cluster> {
    let mut parted: [Vec<Mention>; 3] = Default::default();
    for mention in mentions {
        parted[mention.kind as usize].push(mention);
    }
    let [persons, organizations, places] = parted;
    let mut clusters = people::join(reading, persons);
    let mut others = group::join(reading, organizations);
    others.extend(country::join_seats(reading, group::join(reading, places)));
    clusters.extend(group::join_glosses(reading, others));
    for cluster in &mut clusters {
        cluster.mentions.sort_by_key(|mention| mention.words.start);
    }
    clusters.sort_by_key(|cluster| cluster.mentions.first().map(|mention| mention.words.start));
    clusters
}
