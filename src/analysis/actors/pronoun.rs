//! He and she, where one person fits.
//!
//! Never it, they, we and I; never inside of quotation marks, where others speak.

use std::collections::HashMap;

use super::cluster::Cluster;
use super::gender::{Sex, of_mention};
use super::reading::Reading;
use crate::model::{ActorKind, ActorRef, Span};

/// How many sentences a pronoun may be away from the name it stands for.
const REACH: usize = 3;

/// How many mentions of a sentence are looked back over.
const LOOKED_BACK: usize = 32;

/// The pronouns that safely mean one of `clusters`, in text order.
pub fn resolve(reading: &Reading, clusters: &[Cluster]) -> Vec<(Span, ActorRef)> {
    let mut persons = Persons::new(reading, clusters);
    let mut found = Vec::new();
    let mut quoted = false;
    for (number, sentence) in reading.sentences.iter().enumerate() {
        let new_block = number == 0 || reading.sentences[number - 1].block != sentence.block;
        quoted &= !new_block;
        for at in sentence.words.clone() {
            match reading.printed(at) {
                "“" | "«" | "„" => quoted = true,
                "”" | "»" => quoted = false,
                "\"" => quoted = !quoted,
                _ => {}
            }
            let Some(sex) = sex_of(reading.lower(at)).filter(|_| !quoted) else {
                continue;
            };
            if let Some(index) = persons.meant(at, number, sex) {
                found.push((reading.span(&(at..at + 1)), ActorRef(index)));
            }
        }
    }
    found
}

fn sex_of(pronoun: &str) -> Option<Sex> {
    match pronoun {
        "he" | "him" | "his" | "himself" => Some(Sex::Male),
        "she" | "her" | "hers" | "herself" => Some(Sex::Female),
        _ => None,
    }
}

struct Persons {
    sex: Vec<Option<Sex>>,
    /// The persons named in each sentence, in order: first word and cluster.
    in_sentence: HashMap<usize, Vec<(usize, usize)>>,
    /// The last person that each pronoun meant, with the sentence.
    last: [Option<(usize, usize)>; 2],
}

impl Persons {
    fn new(reading: &Reading, clusters: &[Cluster]) -> Self {
        let mut in_sentence: HashMap<usize, Vec<(usize, usize)>> = HashMap::new();
        let mut sex = vec![None; clusters.len()];
        let persons = clusters
            .iter()
            .enumerate()
            .filter(|(_, c)| c.kind == ActorKind::Person);
        for (index, cluster) in persons {
            for mention in &cluster.mentions {
                sex[index] = sex[index].or_else(|| of_mention(reading, mention));
                let sentence = reading.sentence_of(mention.words.start);
                in_sentence
                    .entry(sentence)
                    .or_default()
                    .push((mention.words.start, index));
            }
        }
        in_sentence
            .values_mut()
            .for_each(|persons| persons.sort_unstable());
        Self {
            sex,
            in_sentence,
            last: [None; 2],
        }
    }

    /// The person whom the pronoun at `at` means.
    fn meant(&mut self, at: usize, sentence: usize, sex: Sex) -> Option<usize> {
        let here = self.fitting(sentence, at, sex);
        let last = self.last[sex as usize].filter(|&(_, seen)| seen + 1 >= sentence);
        let index = match (here.as_slice(), last) {
            ([only], _) => *only,
            ([first, ..], None) => *first,
            ([_, _, ..], Some((index, _))) if here.contains(&index) => index,
            ([first, ..], Some(_)) => *first,
            ([], Some((index, _))) => index,
            ([], None) => {
                let back = (1..=REACH.min(sentence))
                    .map(|back| self.fitting(sentence - back, usize::MAX, sex));
                *back
                    .into_iter()
                    .find(|persons| !persons.is_empty())?
                    .first()?
            }
        };
        // A pick settles what the name left open.
        self.sex[index] = self.sex[index].or(Some(sex));
        self.last[sex as usize] = Some((index, sentence));
        Some(index)
    }

    /// The persons named in a sentence before the word at `before` who may be `sex`;
    /// those who surely are push out those who only may be.
    fn fitting(&self, sentence: usize, before: usize, sex: Sex) -> Vec<usize> {
        let named = self
            .in_sentence
            .get(&sentence)
            .map_or(&[][..], Vec::as_slice);
        let end = named.partition_point(|&(start, _)| start < before);
        let mut fitting: Vec<usize> = Vec::new();
        for &(_, index) in &named[end.saturating_sub(LOOKED_BACK)..end] {
            let fits = self.sex[index].is_none_or(|own| own == sex);
            if fits && !fitting.contains(&index) {
                fitting.push(index);
            }
        }
        let surely = |&index: &usize| self.sex[index] == Some(sex);
        if fitting.iter().any(surely) {
            fitting.retain(surely);
        }
        fitting
    }
}
