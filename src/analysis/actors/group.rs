//! Mentions of organizations and of places: long names take in their short forms.

use foldhash::{HashMap, HashMapExt};

use super::acronym;
use super::cluster::Cluster;
use super::mention::Mention;
use super::reading::Reading;
use crate::analysis::lexicon::{Facts, facts};
use crate::model::ActorKind;

/// Joins the mentions of one kind, given in text order.
pub fn join(reading: &Reading, mentions: Vec<Mention>) -> Vec<Cluster> {
    let mut groups = same_names(reading, mentions);
    // Longest first; a stable sort keeps the order of the text among equals.
    groups.sort_by_key(|group| std::cmp::Reverse(group.key.len()));
    let mut kept = Kept::default();
    for group in groups {
        match kept.host(reading, &group) {
            Some(host) => kept.groups[host].mentions.extend(group.mentions),
            None => kept.keep(reading, group),
        }
    }
    let clusters = kept.groups.into_iter().map(|group| Cluster {
        kind: group
            .mentions
            .first()
            .map_or(ActorKind::Place, |mention| mention.kind),
        mentions: group.mentions,
    });
    clusters.collect()
}

/// Joins clusters whose names stand side by side as "Long Name (LN)" or "LN (Long
/// Name)", whether the letters fit or not.
pub fn join_glosses(reading: &Reading, mut clusters: Vec<Cluster>) -> Vec<Cluster> {
    let mut at_word: HashMap<usize, usize> = HashMap::new();
    for (index, cluster) in clusters.iter().enumerate() {
        at_word.extend(
            cluster
                .mentions
                .iter()
                .map(|mention| (mention.words.start, index)),
        );
    }
    let mut pairs = Vec::new();
    for (index, cluster) in clusters.iter().enumerate() {
        for mention in &cluster.mentions {
            let Some((second, other)) = gloss(reading, mention, &at_word) else {
                continue;
            };
            let one_short = (mention.words.len() == 1
                && acronym::is_acronym(reading, mention.words.start))
                || acronym::is_acronym(reading, second);
            // "Parliament of Victoria (VIC)": the acronym is the place's.
            let known = [mention.words.start, second]
                .into_iter()
                .any(|at| reading.known(at).is_some());
            let of_one_kind = cluster.kind == clusters[other].kind || !known;
            if one_short && other != index && of_one_kind {
                pairs.push((index, other));
            }
        }
    }
    for (one, other) in pairs {
        merge(&mut clusters, one, other);
    }
    clusters.retain(|cluster| !cluster.mentions.is_empty());
    clusters
}

/// The first word and the cluster of the name that says what `mention` means: in
/// brackets behind it, or behind "is the".
fn gloss(
    reading: &Reading,
    mention: &Mention,
    at_word: &HashMap<usize, usize>,
) -> Option<(usize, usize)> {
    let end = mention.words.end;
    let printed = |at: usize| reading.printed(end + at);
    let second = match (printed(0), printed(1), printed(2)) {
        ("(", _, _) => end + 1,
        ("is" | "means", "the", _) => end + 2,
        ("stands", "for", "the") => end + 3,
        ("stands", "for", _) => end + 2,
        _ => return None,
    };
    let other = *at_word.get(&second)?;
    let fits = || {
        let first = reading.printed(second).chars().next();
        let letter = reading.printed(mention.words.start).chars().next();
        acronym::is_acronym(reading, mention.words.start) && first == letter
    };
    (printed(0) == "(" || fits()).then_some((second, other))
}

/// Moves the mentions of the cluster with the shorter name to the other one. An
/// emptied cluster takes no further part.
fn merge(clusters: &mut [Cluster], one: usize, other: usize) {
    let longest = |cluster: &Cluster| {
        cluster
            .mentions
            .iter()
            .map(|m| m.words.len())
            .max()
            .unwrap_or(0)
    };
    let (Some(a), Some(b)) = (clusters.get(one), clusters.get(other)) else {
        return;
    };
    if a.mentions.is_empty() || b.mentions.is_empty() {
        return;
    }
    let (to, from) = if longest(a) >= longest(b) {
        (one, other)
    } else {
        (other, one)
    };
    let moved = std::mem::take(&mut clusters[from].mentions);
    clusters[to].mentions.extend(moved);
}

/// Mentions of one name in its normal form.
struct Group {
    key: Vec<String>,
    mentions: Vec<Mention>,
}

fn same_names(reading: &Reading, mentions: Vec<Mention>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: HashMap<Vec<String>, usize> = HashMap::new();
    for mention in mentions {
        let key = normal_form(reading, &mention);
        let index = *by_key.entry(key).or_insert_with_key(|key| {
            groups.push(Group {
                key: key.clone(),
                mentions: Vec::new(),
            });
            groups.len() - 1
        });
        groups[index].mentions.push(mention);
    }
    groups
}

/// The common name of a known one, else the words in lower case without "the" and
/// dots; "City of X" and "US X" in the form that other articles of them have.
fn normal_form(reading: &Reading, mention: &Mention) -> Vec<String> {
    if let Some(known) = reading.known_exactly(&mention.words) {
        return known.name.split(' ').map(str::to_lowercase).collect();
    }
    let words = mention.words.clone().map(|at| reading.bare(at));
    let mut key: Vec<String> = Vec::new();
    for word in words.filter(|word| *word != "the") {
        match word {
            "u.s" | "us" => key.extend(["united".into(), "states".into()]),
            "u.k" | "uk" => key.extend(["united".into(), "kingdom".into()]),
            "'s" | "’s" | "'" | "’" => {}
            _ => key.push(word.to_owned()),
        }
    }
    if key.len() > 2 && key[0] == "city" && key[1] == "of" {
        key.drain(..2);
    }
    key
}

/// How many longer names are compared with a short one, against hostile articles.
const COMPARED: usize = 40;

/// The groups that stay, found by word and by initials.
#[derive(Default)]
struct Kept {
    groups: Vec<Group>,
    by_word: HashMap<String, Vec<usize>>,
    by_initials: HashMap<String, usize>,
}

impl Kept {
    fn keep(&mut self, reading: &Reading, group: Group) {
        let index = self.groups.len();
        for word in &group.key {
            let known = self.by_word.entry(word.clone()).or_default();
            if known.last() != Some(&index) {
                known.push(index);
            }
        }
        if group.key.len() > 1 {
            for mention in &group.mentions {
                let (capitals, all) = acronym::initials(reading, &mention.words);
                for initials in [capitals, all] {
                    self.by_initials.entry(initials).or_insert(index);
                }
            }
        }
        self.groups.push(group);
    }

    /// The longer name that `group` is short for.
    fn host(&self, reading: &Reading, group: &Group) -> Option<usize> {
        let words = group.mentions.first()?.words.clone();
        if words.len() == 1 && acronym::is_acronym(reading, words.start) {
            let host = self
                .by_initials
                .get(&acronym::letters(reading, words.start));
            if host.is_some() {
                return host.copied();
            }
        }
        let candidates = self.by_word.get(group.key.first()?)?;
        let hosts = candidates.iter().copied().take(COMPARED).filter(|&index| {
            let host = &self.groups[index];
            let kind = host.mentions.first().map(|mention| mention.kind);
            host.key.len() > group.key.len() && is_short_for(&group.key, &host.key, kind)
        });
        hosts.max_by_key(|&index| (self.groups[index].mentions.len(), std::cmp::Reverse(index)))
    }
}

/// Whether `short` is what articles make of `long` when it is named again.
fn is_short_for(short: &[String], long: &[String], kind: Option<ActorKind>) -> bool {
    let prefix = long.starts_with(short);
    let suffix = long.ends_with(short);
    if kind == Some(ActorKind::Place) {
        // "the North" of North Korea, Quebec of Quebec City.
        let half =
            short.len() == 1 && matches!(short[0].as_str(), "north" | "south") && long.len() == 2;
        let city = long.last().is_some_and(|last| last == "city") && long.len() == short.len() + 1;
        return prefix && (half || city);
    }
    let telling = short.iter().any(|word| is_distinct(word));
    match short.len() {
        1 if telling => {
            prefix && !is_of_a_nation(&short[0]) && long[1..].iter().all(|word| is_plain(word))
        }
        // "the Department" of Ohio Department of Health.
        1 => prefix || suffix || heads_of(&short[0], long),
        _ if telling => prefix || suffix || long.windows(short.len()).any(|run| run == short),
        _ => suffix,
    }
}

/// Whether `word` is what kind of body `long` is: it stands before "of" or "for".
fn heads_of(word: &str, long: &[String]) -> bool {
    let mut pairs = long.windows(2);
    pairs.any(|pair| pair[0] == word && matches!(pair[1].as_str(), "of" | "for"))
}

/// What a body may be short of: "Tarnlight" of "Tarnlight Health".
fn is_plain(word: &str) -> bool {
    !is_distinct(word) || facts(word).any(Facts::COMMON)
}

/// Whether a word tells one body from another: no "ministry", "of", "national".
fn is_distinct(word: &str) -> bool {
    let common = Facts::ORGANIZATION
        .with(Facts::PARTICLE)
        .with(Facts::OPENER)
        .with(Facts::PEOPLE)
        .with(Facts::PLACE);
    let generic = [
        "united",
        "national",
        "international",
        "federal",
        "royal",
        "supreme",
        "general",
        "states",
        "new",
    ];
    !facts(word).any(common) && !generic.contains(&word)
}

/// "China" is not short for "China Airlines".
fn is_of_a_nation(word: &str) -> bool {
    use crate::analysis::lexicon::known_as;
    let mut name = word.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    known_as(&name).is_some() || facts(word).any(Facts::GIVEN)
}
