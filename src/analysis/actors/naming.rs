//! What an actor is called: its fullest name, its other names, its roles.

use foldhash::HashSet;

use super::cluster::Cluster;
use super::mention::Mention;
use super::reading::Reading;
use super::role;
use crate::analysis::lexicon::{KnownKind, seated_in};
use crate::model::{Actor, ActorKind};

/// The actor that a cluster is.
pub fn actor(reading: &Reading, cluster: &Cluster) -> Actor {
    let printed = |mention: &Mention| reading.span(&mention.words).of(reading.text);
    let name = cluster
        .mentions
        .get(fullest(reading, cluster))
        .map(printed)
        .unwrap_or_default();
    let mut seen = HashSet::from_iter([name]);
    let aliases = cluster.mentions.iter().map(printed);
    let aliases = aliases
        .filter(|alias| seen.insert(alias))
        .map(str::to_owned)
        .collect();
    Actor {
        name: name.to_owned(),
        kind: cluster.kind,
        roles: role::roles(reading, cluster),
        aliases,
        mentions: cluster
            .mentions
            .iter()
            .map(|mention| reading.span(&mention.words))
            .collect(),
    }
}

/// The index of the mention with the fullest name: the most words, then the most
/// letters, then the first. Countries go by their common name when it is printed.
fn fullest(reading: &Reading, cluster: &Cluster) -> usize {
    let fullness = |mention: &Mention| {
        let span = reading.span(&mention.words);
        let printed = span.of(reading.text);
        let shouted = printed.chars().all(|c| !c.is_lowercase());
        let common = cluster.kind == ActorKind::Place && is_common_name(reading, mention);
        let seat = cluster.kind == ActorKind::Place && !seated_in(printed).is_empty();
        (common, !seat, mention.words.len(), !shouted, span.len())
    };
    let ranked = cluster.mentions.iter().enumerate();
    ranked
        .max_by_key(|(index, mention)| (fullness(mention), std::cmp::Reverse(*index)))
        .map_or(0, |(index, _)| index)
}

fn is_common_name(reading: &Reading, mention: &Mention) -> bool {
    reading.known_exactly(&mention.words).is_some_and(|known| {
        let printed = known.words.join(" ");
        known.kind == KnownKind::Country && printed == known.name
    })
}
