//! Mentions of persons: full names first, then what is short for them.

use std::cmp::Reverse;

use foldhash::HashMap;

use super::cluster::Cluster;
use super::gender::{self, Sex};
use super::mention::Mention;
use super::reading::Reading;
use crate::analysis::lexicon::{Facts, RELATIONS, facts, is_nickname};
use crate::model::ActorKind;

/// Joins the mentions of persons, given in text order.
///
/// Full names come first, because a headline says Kim before the text says Kim
/// Jong-un. A short name goes to the person it fits best, among equals to the one
/// named last.
pub fn join(reading: &Reading, mentions: Vec<Mention>) -> Vec<Cluster> {
    let mut people = People::default();
    let names: Vec<Vec<&str>> = mentions.iter().map(|m| core(reading, m)).collect();
    let full: Vec<Option<usize>> = names
        .iter()
        .map(|name| (name.len() > 1).then(|| people.full(name)))
        .collect();
    for ((mention, name), full) in mentions.into_iter().zip(&names).zip(full) {
        let person = full.unwrap_or_else(|| people.short(reading, &mention, name));
        people.named(reading, person, mention);
    }
    let clusters = people.all.into_iter().map(|person| Cluster {
        kind: ActorKind::Person,
        mentions: person.mentions,
    });
    clusters
        .filter(|cluster| !cluster.mentions.is_empty())
        .collect()
}

/// How many persons of one name, or names of one person, are compared with a new one.
/// Articles have a handful; hostile ones must not make this quadratic.
const COMPARED: usize = 40;

#[derive(Default)]
struct People<'a> {
    all: Vec<Person<'a>>,
    /// Persons by every word of their names.
    by_word: HashMap<&'a str, Vec<usize>>,
}

#[derive(Default)]
struct Person<'a> {
    names: Vec<Vec<&'a str>>,
    mentions: Vec<Mention>,
    sex: Option<Sex>,
    /// The titles before its mentions: who was President X is so again.
    titles: Vec<&'a str>,
    /// Introduced as somebody's wife or son: the family name is the other one's.
    is_relative: bool,
}

/// A name's words in lower case, without dots, "Jr." and particles before a lone name.
fn core<'a>(reading: &'a Reading, mention: &Mention) -> Vec<&'a str> {
    let words = mention.words.clone();
    let mut core: Vec<&str> = words
        .clone()
        .map(|at| reading.bare(at))
        .filter(|word| !matches!(*word, "jr" | "sr" | "ii" | "iii" | "iv"))
        .collect();
    let particles = words
        .take_while(|&at| reading.facts(at).any(Facts::PARTICLE))
        .count();
    if particles > 0 && particles + 1 == core.len() {
        core.drain(..particles);
    }
    core
}

impl<'a> People<'a> {
    /// The person of a full name, a new one if no other has a name like it.
    fn full(&mut self, name: &[&'a str]) -> usize {
        let last = name.last().copied().unwrap_or_default();
        let first = name.first().copied().unwrap_or_default();
        let same = [last, first].into_iter().find_map(|word| {
            let known = self.by_word.get(word)?;
            let recent = known.iter().rev().take(COMPARED);
            recent.copied().find(|&index| {
                self.all[index]
                    .names
                    .iter()
                    .any(|other| is_same(other, name))
            })
        });
        let index = same.unwrap_or_else(|| self.add(Vec::new()));
        self.learn(index, name);
        index
    }

    /// The person whom a short name means, a new one if nobody fits.
    fn short(&mut self, reading: &'a Reading, mention: &Mention, name: &[&'a str]) -> usize {
        let word = name.first().copied().unwrap_or_default();
        let sex = gender::of_title(reading, mention.words.start);
        let candidates = self
            .by_word
            .get(word)
            .into_iter()
            .flatten()
            .rev()
            .take(COMPARED);
        let title = title_before(reading, mention.words.start);
        let fits = |&index: &usize| {
            let own = self.all[index].sex;
            sex.is_none() || own.is_none() || own == sex
        };
        let best = candidates.copied().filter(fits).max_by_key(|&index| {
            let person = &self.all[index];
            let rank = person.names.iter().map(|full| rank(full, word)).max();
            let titled = title.is_some_and(|title| person.titles.contains(&title));
            let last = person.mentions.last().map(|mention| mention.words.start);
            // Nobody named yet: the one whose full name comes first was added first.
            (rank, titled, !person.is_relative, last, Reverse(index))
        });
        best.unwrap_or_else(|| {
            let index = self.add(Vec::new());
            self.learn(index, name);
            index
        })
    }

    fn add(&mut self, names: Vec<Vec<&'a str>>) -> usize {
        self.all.push(Person {
            names,
            ..Person::default()
        });
        self.all.len() - 1
    }

    fn learn(&mut self, index: usize, name: &[&'a str]) {
        let person = &mut self.all[index];
        if person.names.len() >= COMPARED || person.names.iter().any(|known| known == name) {
            return;
        }
        person.names.push(name.to_vec());
        for word in name {
            let known = self.by_word.entry(word).or_default();
            if known.last() != Some(&index) {
                known.push(index);
            }
        }
    }

    fn named(&mut self, reading: &'a Reading, index: usize, mention: Mention) {
        let person = &mut self.all[index];
        if let Some(title) = title_before(reading, mention.words.start) {
            person.is_relative |= person.mentions.is_empty() && RELATIONS.contains(title);
            if person.titles.len() < COMPARED && !person.titles.contains(&title) {
                person.titles.push(title);
            }
        }
        person.sex = person.sex.or_else(|| gender::of_mention(reading, &mention));
        person.mentions.push(mention);
    }
}

/// The title or role right before `at`, also with a comma: "his wife, X".
fn title_before<'a>(reading: &'a Reading, at: usize) -> Option<&'a str> {
    let before = reading.previous(at)?;
    let title = match reading.printed(before) {
        "," => reading.previous(before)?,
        _ => before,
    };
    let titles = Facts::TITLE.with(Facts::ROLE);
    reading
        .facts(title)
        .any(titles)
        .then(|| reading.lower(title))
}

/// How well a lone word stands for a full name; higher is better.
fn rank(full: &[&str], word: &str) -> u32 {
    let family_first = |name: &str| facts(name).any(Facts::FAMILY_FIRST);
    match full {
        [only] => 20 * u32::from(*only == word),
        [.., last] if *last == word => 30,
        [first, ..] if *first == word && family_first(first) => 30,
        [.., before, _] if full.len() > 2 && *before == word => 22,
        [first, ..] if *first == word => 15,
        _ => 10,
    }
}

/// Whether two full names are one person's.
fn is_same(a: &[&str], b: &[&str]) -> bool {
    let ([first_a, .., last_a], [first_b, .., last_b]) = (a, b) else {
        return a == b;
    };
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if long.starts_with(short) || long.ends_with(short) {
        return true;
    }
    if a.len() == b.len() && a.iter().all(|word| b.contains(word)) {
        return true;
    }
    last_a == last_b
        && (first_a == first_b
            || is_initial_of(first_a, first_b)
            || is_spelling_of(first_a, first_b)
            || is_nickname(first_a, first_b))
}

/// "j" and "john", "j.b" and "john".
fn is_initial_of(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let initial = short.chars().count() == 1 || short.contains('.');
    initial && short.chars().next() == long.chars().next()
}

/// Given names a letter apart, or one short for the other: Kristen and Kristin, Rob
/// and Robert. Two known names are two people's, unless only a vowel inside differs:
/// Mario and Maria, Marta and Maria.
fn is_spelling_of(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let sexes = (Sex::of_given_name(short), Sex::of_given_name(long));
    if matches!(sexes, (Some(one), Some(other)) if one != other) {
        return false;
    }
    let prefix = short.len() > 2 && long.starts_with(short) && long.len() > short.len() + 1;
    let listed = |name: &str| facts(name).any(Facts::GIVEN);
    let two_names = listed(short) && listed(long) && !differ_in_a_vowel(short, long);
    prefix || (short.len() > 4 && !two_names && is_one_edit(short, long))
}

fn differ_in_a_vowel(a: &str, b: &str) -> bool {
    let is_vowel = |c: char| "aeiouy".contains(c);
    let inside = a.chars().last() == b.chars().last();
    let mut pairs = a.chars().zip(b.chars()).filter(|(a, b)| a != b);
    inside && a.len() == b.len() && pairs.all(|(a, b)| is_vowel(a) && is_vowel(b))
}

fn is_one_edit(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => short[(same + 1).min(short.len())..] == long[(same + 1).min(long.len())..],
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, same: bool) {
        let words = |name: &'static str| name.split(' ').collect::<Vec<_>>();
        let (a, b) = (a.to_owned().leak(), b.to_owned().leak());
        assert_eq!(is_same(&words(a), &words(b)), same, "{a} / {b}");
    }

    #[test]
    fn names_of_one_person_may_differ() {
        check("ana duarte", "ana maria duarte", true);
        check("a duarte", "ana duarte", true);
        check("duarte ana", "ana duarte", true);
        check("kristen wills", "kristin wills", true);
        check("rob tarn", "robert tarn", true);
        check("ana duarte silva", "ana duarte", true);
        check("chuck tarn", "charles tarn", true);
        check("charlie tarn", "chuck tarn", true);
    }

    #[test]
    fn names_of_two_people_stay_apart() {
        check("ana duarte", "rui duarte", false);
        check("ana duarte", "ana lopes", false);
        check("b duarte", "ana duarte", false);
        check("mario rossi", "maria rossi", false);
        check("marta rossi", "maria rossi", false);
        check("daniel ortega", "daniela ortega", false);
        check("paul tarn", "pauline tarn", false);
        check("bob tarn", "charles tarn", false);
        check("ivanova tarn", "иванов tarn", false);
    }
}
