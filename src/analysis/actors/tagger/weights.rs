//! The weights as bytes: one committed file, read once.
//!
//! `magic, transitions (49 x f32), scale (f32), number of features (u32)`, then for
//! each feature, ascending by hash: `hash (u32), number of weights (u8)` and for each
//! weight `label (u8), weight (i8)`. All numbers are little-endian.

use super::{LABELS, Scores, Transitions};

const MAGIC: &[u8; 4] = b"pqn1";

/// What each feature adds to each label.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    transitions: Transitions,
    scale: f32,
    /// Each feature in the place of its hash, or in the next free one behind it: one look
    /// finds most, and nearly all that are asked for are looked at once only.
    places: Vec<Place>,
}

/// A feature, or room for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Place {
    taken: bool,
    hash: u32,
    row: [i8; LABELS],
}

impl Weights {
    /// Reads weights; nothing when the bytes are none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes.strip_prefix(MAGIC)?);
        let mut transitions = [[0.0; LABELS]; LABELS];
        for value in transitions.iter_mut().flatten() {
            *value = f32::from_le_bytes(reader.take()?);
        }
        let scale = f32::from_le_bytes(reader.take()?);
        let count = u32::from_le_bytes(reader.take()?) as usize;
        let mut features = Vec::new();
        for _ in 0..count {
            let hash = u32::from_le_bytes(reader.take()?);
            let mut row = [0_i8; LABELS];
            for _ in 0..u8::from_le_bytes(reader.take()?) {
                let [label, value] = reader.take()?;
                let sum = &mut row[usize::from(label).min(LABELS - 1)];
                *sum = sum.saturating_add(value as i8);
            }
            features.push(Place {
                taken: true,
                hash,
                row,
            });
        }
        let sorted = features.is_sorted_by_key(|feature| feature.hash);
        sorted.then(|| Self {
            transitions,
            scale,
            places: places(&features),
        })
    }

    /// What one label scores behind another.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// The sum of what `features` add to each label.
    pub fn score(&self, features: &[u32]) -> Scores {
        let mut sums = [0_i32; LABELS];
        for row in features.iter().filter_map(|&hash| self.of(hash)) {
            for (sum, &value) in sums.iter_mut().zip(row) {
                *sum += i32::from(value);
            }
        }
        sums.map(|sum| sum as f32 * self.scale)
    }

    fn of(&self, hash: u32) -> Option<&[i8; LABELS]> {
        let place = &self.places[place(&self.places, hash)];
        place.taken.then_some(&place.row)
    }
}

/// Puts features in their places, of which at least half stay free.
fn places(features: &[Place]) -> Vec<Place> {
    let mut places = vec![Place::default(); (features.len() * 2 + 1).next_power_of_two()];
    for feature in features {
        let at = place(&places, feature.hash);
        places[at] = *feature;
    }
    places
}

/// Where the feature `hash` is in `places`, or the free place where it would be.
fn place(places: &[Place], hash: u32) -> usize {
    let last = places.len() - 1;
    let mut at = hash as usize & last;
    while places[at].taken && places[at].hash != hash {
        at = (at + 1) & last;
    }
    at
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }
}

/// Trained weights on their way to bytes.
#[derive(Debug, Clone, Default)]
pub struct WeightsBuilder {
    /// What each label scores behind each other one.
    pub transitions: Transitions,
    /// Features by hash with what they add to each label.
    pub features: Vec<(u32, Scores)>,
}

impl WeightsBuilder {
    /// Drops weights below `share` of the largest and rounds the others to 8 bits.
    pub fn bytes(mut self, share: f32) -> Vec<u8> {
        let all = self.features.iter().flat_map(|(_, scores)| scores);
        let largest = all.fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
        let scale = if largest > 0.0 { largest / 127.0 } else { 1.0 };
        let mut bytes = MAGIC.to_vec();
        for value in self.transitions.iter().flatten() {
            bytes.extend(value.to_le_bytes());
        }
        bytes.extend(scale.to_le_bytes());
        self.features.sort_by_key(|(hash, _)| *hash);
        let mut count = 0_u32;
        let mut records = Vec::new();
        for (hash, scores) in &self.features {
            let kept: Vec<[u8; 2]> = (0_u8..)
                .zip(scores)
                .filter(|(_, weight)| weight.abs() >= share * largest)
                .map(|(label, weight)| [label, ((weight / scale).round() as i8) as u8])
                .filter(|[_, value]| *value != 0)
                .collect();
            if !kept.is_empty() {
                count += 1;
                records.extend(hash.to_le_bytes());
                records.push(kept.len() as u8);
                records.extend(kept.into_iter().flatten());
            }
        }
        bytes.extend(count.to_le_bytes());
        bytes.extend(records);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built() -> Vec<u8> {
        let mut builder = WeightsBuilder::default();
        builder.transitions[0][1] = 0.5;
        let scores = [0.0, 2.0, -1.0, 0.001, 0.0, 0.0, 0.0];
        builder.features = vec![(9_000_000, scores), (7, scores), (u32::MAX, scores)];
        builder.bytes(0.01)
    }

    #[test]
    fn what_is_written_is_read_and_small_weights_are_dropped() {
        let weights = Weights::read(&built()).unwrap();
        assert_eq!(weights.transitions()[0][1], 0.5);
        for hash in [7, 9_000_000, u32::MAX] {
            let scores = weights.score(&[hash, 8]);
            assert!((scores[1] - 2.0).abs() < 0.02 && (scores[2] + 1.0).abs() < 0.02);
            assert_eq!(scores[3], 0.0);
        }
    }

    #[test]
    fn damaged_weights_are_none() {
        let bytes = built();
        assert_eq!(Weights::read(&bytes[..bytes.len() - 1]), None);
        assert_eq!(Weights::read(b"pqn"), None);
    }
}
