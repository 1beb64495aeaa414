//! Numbers that look random and are the same on every machine.
//!
//! Splitmix64 is ten lines and will never change its stream; the crates that do
//! this better reserve the right to change theirs between versions, which would
//! silently make another corpus. No floating point: its last digit may differ
//! between machines.

/// A stream of numbers that depends on its seed only.
#[derive(Debug, Clone)]
pub struct Random {
    state: u64,
}

impl Random {
    /// Makes the stream of `seed` for one purpose; another `purpose` gives an unrelated stream.
    pub fn new(seed: u64, purpose: u64) -> Self {
        Self {
            state: scramble(seed ^ scramble(purpose)),
        }
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        scramble(self.state)
    }

    /// A number below `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        // The high half of the product: even enough, and no division.
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }

    /// True `percent` times in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `choices`; `None` when there is none.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        choices.get(self.below(choices.len()))
    }

    /// A rank whose share falls roughly as one over the rank, as names in an archive do.
    ///
    /// Each of `octaves` ranges (`0..first`, `first..2*first`, `2*first..4*first`, …)
    /// is as likely as the others, so the ranks are below `first << (octaves - 1)`.
    pub fn rank(&mut self, first: usize, octaves: usize) -> u64 {
        let rank = match self.below(octaves) {
            0 => self.below(first),
            octave => {
                let from = first << (octave - 1);
                from + self.below(from)
            }
        };
        rank as u64
    }

    /// Brings `items` into another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// A number for `word` that depends on `key` and the word only.
pub fn hash(key: u64, word: &str) -> u64 {
    let mixed = word.bytes().fold(key ^ 0xCBF2_9CE4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    scramble(mixed)
}

fn scramble(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_of_a_seed_never_changes() {
        let mut random = Random::new(7, 0);
        let first: Vec<_> = (0..3).map(|_| random.below(1_000)).collect();
        let mut again = Random::new(7, 0);
        assert_eq!(first, [0; 3].map(|_| again.below(1_000)));
        assert_ne!(Random::new(7, 1).next(), Random::new(7, 0).next());
    }

    #[test]
    fn low_ranks_come_much_more_often() {
        let mut random = Random::new(1, 1);
        let ranks: Vec<_> = (0..10_000).map(|_| random.rank(16, 8)).collect();
        let low = ranks.iter().filter(|&&rank| rank < 16).count();
        assert!((1_000..1_500).contains(&low), "{low} of 10000 below 16");
        assert!(ranks.iter().all(|&rank| rank < 16 << 7));
    }
}
