//! The weights of the model, by the names of its features.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// What receives the features of a candidate, one after the other. A feature is
/// named by its parts: what kind it is, then what was seen.
pub trait Sink {
    /// Takes in one feature.
    fn add(&mut self, parts: &[&str]);
}

/// How much each feature speaks for a candidate.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    by_name: HashMap<u64, f32, BuildHasherDefault<AsIs>>,
    /// Scores are divided by it, so that shares mean what they say.
    temperature: f32,
}

/// Stands between the parts of a feature's name.
pub const SEPARATOR: char = '|';

/// Stands before the temperature in a file of weights.
pub const TEMPERATURE: &str = "temperature";

impl Weights {
    /// The weights that come with the program.
    pub fn shipped() -> &'static Weights {
        &SHIPPED
    }

    /// Reads `name<TAB>weight` lines; `#` begins a comment, and lines that are none of both are passed over.
    pub fn parse(text: &str) -> Self {
        let mut weights = Self {
            by_name: HashMap::default(),
            temperature: 1.0,
        };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, weight)) = line.split_once('\t') else {
                continue;
            };
            let weight: f32 = weight.trim_end().parse().unwrap_or_default();
            if name == TEMPERATURE {
                weights.temperature = weight.max(0.01);
            } else {
                weights.by_name.insert(hash(&[name]), weight);
            }
        }
        weights
    }

    /// The sum over the features that `tell` names.
    pub(super) fn score(&self, tell: impl FnOnce(&mut Sum)) -> f32 {
        let mut sum = Sum {
            weights: self,
            total: 0.0,
        };
        tell(&mut sum);
        sum.total / self.temperature
    }
}

/// Adds up the weights of features.
pub(super) struct Sum<'a> {
    weights: &'a Weights,
    total: f32,
}

impl Sink for Sum<'_> {
    fn add(&mut self, parts: &[&str]) {
        if let Some(weight) = self.weights.by_name.get(&hash(parts)) {
            self.total += weight;
        }
    }
}

/// FNV-1a over the parts and the separators between them: of the whole name it is the same.
fn hash(parts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut step = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            step(SEPARATOR as u8);
        }
        part.bytes().for_each(&mut step);
    }
    hash
}

/// Takes the key, a hash already, as it is.
#[derive(Debug, Clone, Copy, Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

static SHIPPED: LazyLock<Weights> = LazyLock::new(|| Weights::parse(include_str!("weights.tsv")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_in_parts_has_the_weight_of_its_whole_name() {
        let weights = Weights::parse("# by hand\nverb|say\t1.5\nverb|go\t-2\nno tab\n");
        let both = |sum: &mut Sum| {
            sum.add(&["verb", "say"]);
            sum.add(&["verb", "run"]);
        };
        assert_eq!(weights.score(both), 1.5);
        assert_eq!(weights.score(|sum| sum.add(&["verb", "go"])), -2.0);
    }

    #[test]
    fn the_temperature_makes_scores_milder() {
        let weights = Weights::parse("temperature\t2\nverb|say\t3\n");
        assert_eq!(weights.score(|sum| sum.add(&["verb", "say"])), 1.5);
    }
}
