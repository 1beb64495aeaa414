//! A small trained tagger: which words are names, and of what kind.
//!
//! A linear model over features of a word and its neighbours, among them what the
//! rules found (`feature`), decoded by Viterbi over seven labels. It corrects the
//! rules where the words around a name tell more than they weigh. Training and
//! running share the feature function and the decoder; `src/bin/train_actors` learns
//! the weights. English only: other languages keep to the rules.

mod decode;
mod feature;
mod mend;
mod stretch;
mod weights;

use std::ops::Range;
use std::sync::LazyLock;

use super::evidence::Weighed;
use super::mention::Mentions;
use super::reading::Reading;
use crate::model::{ActorKind, Article, Span};

pub use decode::{Scores, Transitions, decode};
pub use weights::{Weights, WeightsBuilder};

use feature::Features;
use stretch::stretches;

/// Number of labels: none, and for each kind the first word of a name and a further one.
pub const LABELS: usize = 7;

/// What one word is to a name.
pub type Label = u8;

/// The label of a word of no name.
pub const NO_NAME: Label = 0;

/// The label of the first word of a name; the one of its further words is three higher.
pub const fn first_label(kind: ActorKind) -> Label {
    1 + kind as Label
}

/// The trained weights that the program carries.
pub static TRAINED: LazyLock<Option<Weights>> =
    LazyLock::new(|| Weights::read(include_bytes!("../../lexicon/names.bin")));

/// The words of one stretch with their labels, for training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The features of each word.
    pub features: Vec<Vec<u32>>,
    /// The label of each word.
    pub labels: Vec<Label>,
}

/// Makes examples of an article in which `names` were labelled by hand.
pub fn examples(article: &Article, names: &[(Span, ActorKind)]) -> Vec<Example> {
    let reading = Reading::new(article);
    let (rules, weighed) = super::by_rules(&reading);
    let mut labels = vec![NO_NAME; reading.len()];
    for (span, kind) in names {
        for (place, at) in reading.words_in(*span).enumerate() {
            labels[at] = first_label(*kind) + if place == 0 { 0 } else { 3 };
        }
    }
    let features = Features::new(&reading, &rules, &weighed);
    let example = |words: Range<usize>| Example {
        features: words.clone().map(|at| features.of(at)).collect(),
        labels: labels[words].to_vec(),
    };
    stretches(&reading, &rules)
        .into_iter()
        .map(example)
        .collect()
}

/// Finds the names of `reading`; `rules` are what the rules found.
pub fn tag(weights: &Weights, reading: &Reading, rules: &Mentions, weighed: &Weighed) -> Mentions {
    let mut mentions = Mentions::new(reading.len());
    let features = Features::new(reading, rules, weighed);
    for words in stretches(reading, rules) {
        let scores: Vec<Scores> = words
            .clone()
            .map(|at| weights.score(&features.of(at)))
            .collect();
        let labels = decode(&scores, weights.transitions());
        for (name, kind) in names(&labels) {
            let start = words.start;
            mentions.add(start + name.start..start + name.end, kind);
        }
    }
    mend::mend(reading, &mut mentions, rules, weighed);
    mentions
}

/// The names that a sequence of labels tells.
fn names(labels: &[Label]) -> Vec<(Range<usize>, ActorKind)> {
    const KINDS: [ActorKind; 3] = [ActorKind::Person, ActorKind::Organization, ActorKind::Place];
    let mut found: Vec<(Range<usize>, ActorKind)> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        let begins = (1..4).contains(&label);
        match (begins, found.last_mut()) {
            (true, _) => found.push((at..at + 1, KINDS[usize::from(label) - 1])),
            (false, Some((words, _))) if label > 3 && words.end == at => words.end = at + 1,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_there_and_small() {
        assert!(TRAINED.is_some());
        assert!(include_bytes!("../../lexicon/names.bin").len() < 500_000);
    }

    #[test]
    fn labels_tell_names_and_their_kinds() {
        assert_eq!(
            names(&[0, 1, 4, 0, 2, 2, 3]),
            [
                (1..3, ActorKind::Person),
                (4..5, ActorKind::Organization),
                (5..6, ActorKind::Organization),
                (6..7, ActorKind::Place),
            ]
        );
    }
}
