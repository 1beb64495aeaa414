//! Sets of articles, as places in a list.

/// A set of positions in the list of a catalog.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Positions {
    bits: Vec<u64>,
    len: usize,
}

impl Positions {
    /// No position of a list with `len` rows.
    pub fn none(len: usize) -> Self {
        Self {
            bits: vec![0; len.div_ceil(64)],
            len,
        }
    }

    /// Every position of a list with `len` rows.
    pub fn all(len: usize) -> Self {
        Self::none(len).complement()
    }

    /// Adds a position; one outside the list changes nothing.
    pub fn insert(&mut self, position: usize) {
        if position < self.len
            && let Some(bits) = self.bits.get_mut(position / 64)
        {
            *bits |= 1 << (position % 64);
        }
    }

    /// These positions of a list with `len` rows.
    pub fn of(len: usize, positions: impl IntoIterator<Item = usize>) -> Self {
        let mut all = Self::none(len);
        positions.into_iter().for_each(|at| all.insert(at));
        all
    }

    /// Whether the position is in the set.
    pub fn contains(&self, position: usize) -> bool {
        let bits = self.bits.get(position / 64);
        bits.is_some_and(|bits| bits & (1 << (position % 64)) != 0)
    }

    /// Keeps what is in `other` too.
    pub fn keep(&mut self, other: &Positions) {
        let others = other.bits.iter().copied().chain(std::iter::repeat(0));
        self.bits.iter_mut().zip(others).for_each(|(a, b)| *a &= b);
    }

    /// Adds all of `other`, a set of the same list.
    pub fn add(&mut self, other: &Positions) {
        let both = self.bits.iter_mut().zip(&other.bits);
        both.for_each(|(a, b)| *a |= b);
    }

    /// All other positions of the list.
    pub fn complement(&self) -> Self {
        let mut bits: Vec<u64> = self.bits.iter().map(|bits| !bits).collect();
        if let (Some(last), rest @ 1..) = (bits.last_mut(), self.len % 64) {
            *last &= (1 << rest) - 1;
        }
        Self {
            bits,
            len: self.len,
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        let ones = self.bits.iter().map(|bits| bits.count_ones() as usize);
        ones.sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|bits| *bits == 0)
    }

    /// The positions in list order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.bits.iter().enumerate().flat_map(|(word, &bits)| {
            let next = |bits: &u64| Some(bits & (bits - 1)).filter(|bits| *bits != 0);
            let first = Some(bits).filter(|bits| *bits != 0);
            std::iter::successors(first, next)
                .map(move |bits| 64 * word + bits.trailing_zeros() as usize)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_a_set_of_a_list() {
        let mut some = Positions::none(130);
        for position in [0, 63, 64, 129, 130, 9_999] {
            some.insert(position);
        }
        assert_eq!(some.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert_eq!(some.complement().count(), 126);
        assert_eq!(Positions::all(128).count(), 128);
        some.keep(&Positions::all(64));
        assert_eq!(some.count(), 2);
        assert!(some.contains(63) && !some.contains(64) && !some.contains(9_999));
        assert!(Positions::none(0).complement().is_empty());
    }
}
