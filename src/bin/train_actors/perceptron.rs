//! An averaged perceptron over sequences of labels (Collins 2002, "Discriminative
//! training methods for hidden Markov models").

use std::collections::HashMap;

use pullquote::analysis::actors::tagger::{
    Example, LABELS, Label, NO_NAME, Scores, Transitions, WeightsBuilder, decode,
};

/// How often every example is seen.
const PASSES: usize = 12;

/// Trains on the examples of all articles, `trainings` times in other orders, and
/// averages what was learned: one order alone is a matter of luck.
pub fn train(articles: &[&Vec<Example>], trainings: u64) -> WeightsBuilder {
    let lessons = Lessons::new(articles);
    let mut learned = Learned::new(lessons.hashes.len());
    for training in 0..trainings {
        let mut model = Model::new(lessons.hashes.len());
        let mut order: Vec<usize> = (0..lessons.sequences.len()).collect();
        let mut chance = Chance(training + 1);
        for _ in 0..PASSES {
            chance.shuffle(&mut order);
            for &at in &order {
                model.learn(&lessons.sequences[at]);
            }
        }
        learned.add(&model, 1.0 / trainings as f32);
    }
    WeightsBuilder {
        transitions: learned.transitions,
        features: lessons.hashes.into_iter().zip(learned.features).collect(),
    }
}

/// The examples with their features numbered.
struct Lessons {
    hashes: Vec<u32>,
    sequences: Vec<Sequence>,
}

struct Sequence {
    features: Vec<Vec<u32>>,
    labels: Vec<Label>,
}

impl Lessons {
    fn new(articles: &[&Vec<Example>]) -> Self {
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let mut hashes = Vec::new();
        let mut number = |hash: u32| {
            *numbers.entry(hash).or_insert_with(|| {
                hashes.push(hash);
                u32::try_from(hashes.len() - 1).unwrap_or(u32::MAX)
            })
        };
        let sequences = articles
            .iter()
            .flat_map(|examples| examples.iter())
            .map(|example| Sequence {
                features: example
                    .features
                    .iter()
                    .map(|word| word.iter().map(|&hash| number(hash)).collect())
                    .collect(),
                labels: example.labels.clone(),
            })
            .collect();
        Self { hashes, sequences }
    }
}

/// Weights while they are learned, with the sums that the average needs.
struct Model {
    now: Learned,
    /// Every change times the step it was made at.
    past: Learned,
    step: f32,
}

struct Learned {
    features: Vec<Scores>,
    transitions: Transitions,
}

impl Learned {
    fn new(features: usize) -> Self {
        Self {
            features: vec![[0.0; LABELS]; features],
            transitions: [[0.0; LABELS]; LABELS],
        }
    }

    /// Adds the averages of `model`.
    fn add(&mut self, model: &Model, share: f32) {
        let steps = model.step.max(1.0);
        let average = |now: f32, past: f32| (now - past / steps) * share;
        let all = self
            .features
            .iter_mut()
            .zip(&model.now.features)
            .zip(&model.past.features);
        for ((sum, now), past) in all {
            for label in 0..LABELS {
                sum[label] += average(now[label], past[label]);
            }
        }
        for before in 0..LABELS {
            for after in 0..LABELS {
                self.transitions[before][after] += average(
                    model.now.transitions[before][after],
                    model.past.transitions[before][after],
                );
            }
        }
    }
}

impl Model {
    fn new(features: usize) -> Self {
        Self {
            now: Learned::new(features),
            past: Learned::new(features),
            step: 0.0,
        }
    }

    fn learn(&mut self, sequence: &Sequence) {
        self.step += 1.0;
        let scores: Vec<Scores> = sequence
            .features
            .iter()
            .map(|word| self.score(word))
            .collect();
        let guess = decode(&scores, &self.now.transitions);
        if guess == sequence.labels {
            return;
        }
        let (mut right, mut wrong) = (NO_NAME, NO_NAME);
        for (at, features) in sequence.features.iter().enumerate() {
            let (told, guessed) = (sequence.labels[at], guess[at]);
            self.step_between(right, told, 1.0);
            self.step_between(wrong, guessed, -1.0);
            if told != guessed {
                self.change(features, told, 1.0);
                self.change(features, guessed, -1.0);
            }
            (right, wrong) = (told, guessed);
        }
    }

    fn score(&self, features: &[u32]) -> Scores {
        let mut sums = [0.0; LABELS];
        for &feature in features {
            for (sum, weight) in sums.iter_mut().zip(&self.now.features[feature as usize]) {
                *sum += weight;
            }
        }
        sums
    }

    fn change(&mut self, features: &[u32], label: Label, by: f32) {
        for &feature in features {
            self.now.features[feature as usize][usize::from(label)] += by;
            self.past.features[feature as usize][usize::from(label)] += by * self.step;
        }
    }

    fn step_between(&mut self, before: Label, after: Label, by: f32) {
        let (before, after) = (usize::from(before), usize::from(after));
        self.now.transitions[before][after] += by;
        self.past.transitions[before][after] += by * self.step;
    }
}

/// Xorshift: chance that is the same on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            let other = (self.next() % (at as u64 + 1)) as usize;
            order.swap(at, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus;
    use pullquote::analysis::actors;
    use pullquote::analysis::actors::tagger::{Weights, examples};

    const LESSON: &str = "# doc = lesson\n\
        Old\tO\nBrelka\tB-org\nsold\tO\nboats\tO\nto\tO\nLoxby\tB-loc\n.\tO\n\n\
        The\tO\nloaders\tO\nof\tO\nBrelka\tB-org\nstruck\tO\nin\tO\nLoxby\tB-loc\n.\tO\n\n\
        Yesterday\tO\nTilda\tB-per\nVorn\tI-per\nleft\tO\nLoxby\tB-loc\n.\tO\n";

    fn trained() -> Vec<u8> {
        let lesson: Vec<Vec<Example>> = corpus::documents(LESSON)
            .iter()
            .map(|labelled| examples(&labelled.article, &labelled.names))
            .collect();
        train(&lesson.iter().collect::<Vec<_>>(), 2).bytes(0.0)
    }

    #[test]
    fn the_same_sentences_give_the_same_bytes() {
        assert_eq!(trained(), trained());
    }

    #[test]
    fn what_was_taught_is_found() {
        let weights = Weights::read(&trained()).unwrap();
        let taught = &corpus::documents(LESSON)[0];
        let cast = actors::find_with(&taught.article, Some(&weights));
        let found: Vec<_> = cast
            .actors
            .iter()
            .map(|actor| (actor.name.as_str(), actor.kind.word()))
            .collect();
        assert_eq!(
            found,
            [
                ("Brelka", "organization"),
                ("Loxby", "place"),
                ("Tilda Vorn", "person")
            ]
        );
    }
}
