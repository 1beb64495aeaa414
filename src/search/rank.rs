//! Every weight of the finder, each with its reason.

use std::cmp::Reverse;

use super::hits::FindingKind;

/// Lines that are scored finely at most. A quarter and twice of it gave the same
/// order within one place in a hundred; the dearest step stays at a few milliseconds.
pub const SCORED: usize = 512;

/// What a word in the headline is worth more than the same word in source or names:
/// about as much to the fine score as two letters that stand together. The headline
/// says what an article is about.
pub const HEADLINE: i64 = 48;

/// Quotes that are looked at for one query: a reader sees the newest, and the
/// number past it says nothing more.
pub const QUOTES: usize = 50_000;

/// How good a line is; the greatest is the best.
///
/// The class comes first, so that no sum of small things lifts scattered letters above
/// a whole word. Recency and quotes only break ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// The sum of the classes of all words.
    pub class: u32,
    /// The fine score.
    pub score: i64,
    /// Shorter first: more of it is what was looked for.
    pub shorter: Reverse<usize>,
    /// Whether there are quotes to read.
    pub quotes: bool,
    /// Newer first: the position in the list, or for a name the number of articles.
    pub earlier: Reverse<usize>,
}

/// The order of kinds among hits that are equally good: a name leads to all the
/// rest, a headline says more than a line of a body.
pub fn kind_order(kind: FindingKind) -> u8 {
    match kind {
        FindingKind::Actor => 0,
        FindingKind::Article => 1,
        FindingKind::Quote => 2,
        FindingKind::Body => 3,
    }
}

/// How many of each kind are shown when `limit` lines have to do for `found`.
///
/// Each kind gets an equal share, so that a thousand headlines do not hide the
/// one quote; what a kind does not need goes to the others in order.
pub fn shares(found: &[usize], limit: usize) -> Vec<usize> {
    let kinds = found.iter().filter(|count| **count > 0).count().max(1);
    let mut shares: Vec<usize> = found
        .iter()
        .map(|&count| count.min(limit / kinds))
        .collect();
    let mut left = limit - shares.iter().sum::<usize>();
    for (share, &count) in shares.iter_mut().zip(found) {
        let more = left.min(count - *share);
        *share += more;
        left -= more;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kind_hides_another() {
        assert_eq!(shares(&[1_000, 3, 0, 500], 200), [131, 3, 0, 66]);
        assert_eq!(shares(&[10, 3, 0, 5], 200), [10, 3, 0, 5]);
        assert_eq!(shares(&[0, 0, 0, 0], 200), [0, 0, 0, 0]);
        assert_eq!(shares(&[9, 9, 9, 9], 2), [2, 0, 0, 0]);
    }
}
