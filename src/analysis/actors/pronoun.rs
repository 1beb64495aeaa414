//! He and she, where one person fits.
//!
//! Never it, they, we and I; never inside of quotation marks, where others speak.

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::cluster::Cluster;
use super::gender::{Sex, of_mention};
use super::reading::Reading;
use crate::analysis::lexicon::speech::Lexicon;
use crate::analysis::lexicon::{Facts, QUESTION_OPENERS};
use crate::analysis::marks::{Passage, is_quoted};
use crate::model::{ActorKind, ActorRef, Span};

/// How many sentences a pronoun may be away from the name it stands for.
const REACH: usize = 3;

/// And how many one that speaks: "he said" goes on with whoever spoke last, however
/// long the quote between them was.
const REACH_OF_SPEAKER: usize = 12;

/// How many mentions of a sentence are looked back over.
const LOOKED_BACK: usize = 32;

/// The pronouns that safely mean one of `clusters`, in text order. `quoted` are the
/// passages between quotation marks, in text order.
pub fn resolve(
    reading: &Reading,
    clusters: &[Cluster],
    quoted: &[Passage],
) -> Vec<(Span, ActorRef)> {
    let mut persons = Persons::new(reading, clusters, quoted);
    let mut found = Vec::new();
    for (number, sentence) in reading.sentences.iter().enumerate() {
        for at in sentence.words.clone() {
            let speaks = || speaks(reading, &(at..at + 1));
            let german = || german(reading, at);
            let Some(sex) = sex_of(reading.lower(at)).or_else(german) else {
                continue;
            };
            let span = reading.span(&(at..at + 1));
            if is_quoted(quoted, span) {
                continue;
            }
            let pronoun = Pronoun {
                at,
                sentence: number,
                sex,
                speaks: speaks(),
            };
            if let Some(index) = persons.meant(pronoun) {
                found.push((span, ActorRef(index)));
            }
        }
    }
    found
}

/// A pronoun of the third person.
#[derive(Clone, Copy)]
struct Pronoun {
    at: usize,
    sentence: usize,
    sex: Sex,
    /// Whether a speech verb stands beside it.
    speaks: bool,
}

/// Whether a speech verb stands beside the words: "said Okafor", "Okafor, 40, said" not.
fn speaks(reading: &Reading, words: &Range<usize>) -> bool {
    let verb = |at: usize| {
        let speech = reading.facts(at).any(Facts::SPEECH) || is_german_speech(reading, at);
        speech && !reading.form(at).capital
    };
    let before = reading.previous(words.start);
    verb(words.end) || before.is_some_and(verb)
}

/// At most so many words tell what somebody is between "asked by" and the name.
const MAX_TO_ASKER: usize = 8;

/// Whether the name at `start` is the first one behind "asked by".
fn asks(reading: &Reading, start: usize) -> bool {
    let sentence = reading.sentence(start).words.start;
    let from = start.saturating_sub(MAX_TO_ASKER).max(sentence);
    let by = (from..start)
        .rev()
        .take_while(|&at| !QUESTION_OPENERS.contains(reading.lower(at)))
        .find(|&at| reading.lower(at) == "by");
    let asked = by.and_then(|by| reading.previous(by));
    asked.is_some_and(|at| reading.lower(at) == "asked")
}

fn sex_of(pronoun: &str) -> Option<Sex> {
    match pronoun {
        "he" | "him" | "his" | "himself" => Some(Sex::Male),
        "she" | "her" | "hers" | "herself" => Some(Sex::Female),
        _ => None,
    }
}

/// German "er" and "sie" beside a verb of speech. "sie" is one woman only where the verb
/// is of one: no form of one ends in -n; "Sie" inside a sentence is you.
fn german(reading: &Reading, at: usize) -> Option<Sex> {
    if !reading.nouns_are_capital || !speaks(reading, &(at..at + 1)) {
        return None;
    }
    let of_many = |at: usize| is_german_speech(reading, at) && reading.lower(at).ends_with('n');
    let many = of_many(at + 1) || reading.previous(at).is_some_and(of_many);
    let formal = reading.printed(at) == "Sie" && !reading.is_first(at);
    match reading.lower(at) {
        "er" => Some(Sex::Male),
        "sie" if !many && !formal => Some(Sex::Female),
        _ => None,
    }
}

fn is_german_speech(reading: &Reading, at: usize) -> bool {
    let verb = reading
        .nouns_are_capital
        .then(|| GERMAN.known(reading.lower(at)).verb);
    verb.flatten().is_some_and(|verb| verb.says)
}

static GERMAN: LazyLock<&Lexicon> = LazyLock::new(|| Lexicon::of(Some("de")));

struct Persons {
    sex: Vec<Option<Sex>>,
    /// The persons named in each sentence outside of passages, in order.
    in_sentence: HashMap<usize, Vec<Naming>>,
    /// The last person that each pronoun meant, with the sentence.
    last: [Option<(usize, usize)>; 2],
}

/// A person named in a sentence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Naming {
    /// The first word.
    start: usize,
    /// The cluster.
    index: usize,
    /// Whether a speech verb stands beside the name.
    speaks: bool,
    /// Whether it is who asks: "Asked by the counsel, Ana Ruiz, why …".
    asks: bool,
}

impl Persons {
    fn new(reading: &Reading, clusters: &[Cluster], quoted: &[Passage]) -> Self {
        let mut in_sentence: HashMap<usize, Vec<Naming>> = HashMap::new();
        let mut sex = vec![None; clusters.len()];
        let persons = clusters
            .iter()
            .enumerate()
            .filter(|(_, c)| c.kind == ActorKind::Person);
        for (index, cluster) in persons {
            for mention in &cluster.mentions {
                sex[index] = sex[index].or_else(|| of_mention(reading, mention));
                // Whom the quoted words name is hardly the one who says them.
                if is_quoted(quoted, reading.span(&mention.words)) {
                    continue;
                }
                let sentence = reading.sentence_of(mention.words.start);
                in_sentence.entry(sentence).or_default().push(Naming {
                    start: mention.words.start,
                    index,
                    speaks: speaks(reading, &mention.words),
                    asks: asks(reading, mention.words.start),
                });
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

    /// The person whom the pronoun means.
    fn meant(&mut self, pronoun: Pronoun) -> Option<usize> {
        let Pronoun {
            at, sentence, sex, ..
        } = pronoun;
        let here = self.fitting(sentence, at, pronoun);
        let last = self.last[sex as usize].filter(|&(_, seen)| seen + 1 >= sentence);
        let index = match (here.as_slice(), last) {
            ([only], _) => *only,
            ([first, ..], None) => *first,
            ([_, _, ..], Some((index, _))) if here.contains(&index) => index,
            ([first, ..], Some(_)) => *first,
            ([], Some((index, _))) => index,
            ([], None) => self.before(pronoun)?,
        };
        // A pick settles what the name left open.
        self.sex[index] = self.sex[index].or(Some(sex));
        self.last[sex as usize] = Some((index, sentence));
        Some(index)
    }

    /// The person of the nearest sentence before that names one who fits.
    fn before(&self, pronoun: Pronoun) -> Option<usize> {
        let reach = if pronoun.speaks {
            REACH_OF_SPEAKER
        } else {
            REACH
        };
        let mut back = (1..=reach.min(pronoun.sentence))
            .map(|back| self.fitting(pronoun.sentence - back, usize::MAX, pronoun));
        back.find_map(|persons| persons.first().copied())
    }

    /// The persons named in a sentence before the word at `before` who may be meant;
    /// those who surely are of that sex push out those who only may be, and for a
    /// pronoun that speaks those who speak come first.
    fn fitting(&self, sentence: usize, before: usize, pronoun: Pronoun) -> Vec<usize> {
        let named = self
            .in_sentence
            .get(&sentence)
            .map_or(&[][..], Vec::as_slice);
        let end = named.partition_point(|naming| naming.start < before);
        let near = &named[end.saturating_sub(LOOKED_BACK)..end];
        let mut fitting: Vec<usize> = Vec::new();
        // Who asks means another one in the question, and another one answers.
        let others = |naming: &&Naming| !naming.asks;
        let askers = near
            .iter()
            .filter(|naming| naming.asks && sentence != pronoun.sentence);
        let near = near.iter().filter(others);
        let speaking = near
            .clone()
            .filter(|naming| pronoun.speaks && naming.speaks);
        for naming in speaking.chain(near).chain(askers) {
            let fits = self.sex[naming.index].is_none_or(|own| own == pronoun.sex);
            if fits && !fitting.contains(&naming.index) {
                fitting.push(naming.index);
            }
        }
        let surely = |&index: &usize| self.sex[index] == Some(pronoun.sex);
        if fitting.iter().any(surely) {
            fitting.retain(surely);
        }
        fitting
    }
}
