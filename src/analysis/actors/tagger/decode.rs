//! The best sequence of labels, by Viterbi.

use super::{LABELS, Label, NO_NAME};

/// What each label of one word scores.
pub type Scores = [f32; LABELS];

/// What each label scores behind each other one: `[before][after]`.
pub type Transitions = [[f32; LABELS]; LABELS];

/// Finds the labels with the highest sum of scores. A name begins with its first
/// label and goes on in its own kind only.
pub fn decode(scores: &[Scores], transitions: &Transitions) -> Vec<Label> {
    let mut best = [f32::NEG_INFINITY; LABELS];
    best[usize::from(NO_NAME)] = 0.0;
    let mut from: Vec<[Label; LABELS]> = Vec::with_capacity(scores.len());
    for word in scores {
        let mut next = [f32::NEG_INFINITY; LABELS];
        let mut back = [NO_NAME; LABELS];
        for after in 0..LABELS {
            for before in (0..LABELS).filter(|&before| may_follow(before, after)) {
                let sum = best[before] + transitions[before][after];
                if sum > next[after] {
                    next[after] = sum;
                    back[after] = before as Label;
                }
            }
            next[after] += word[after];
        }
        best = next;
        from.push(back);
    }
    let mut label = (0..LABELS).max_by(|&a, &b| best[a].total_cmp(&best[b]).then(b.cmp(&a)));
    let mut labels: Vec<Label> = Vec::with_capacity(scores.len());
    for back in from.iter().rev() {
        let own = label.unwrap_or(0);
        labels.push(own as Label);
        label = Some(usize::from(back[own]));
    }
    labels.reverse();
    labels
}

fn may_follow(before: usize, after: usize) -> bool {
    after < 4 || before == after || before + 3 == after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(scores: &[Scores], expected: &[Label]) {
        assert_eq!(decode(scores, &[[0.0; LABELS]; LABELS]), expected);
    }

    #[test]
    fn the_best_labels_win() {
        check(&[[0.0, 2.0, 0.0, 0.0, 0.0, 0.0, 0.0]; 2], &[1, 1]);
        check(&[], &[]);
    }

    #[test]
    fn a_name_goes_on_in_its_own_kind_only() {
        let first = [0.0, 1.0, 0.9, 0.0, 0.0, 0.0, 0.0];
        let second = [0.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0];
        check(&[first, second], &[2, 5]);
    }

    #[test]
    fn a_name_never_begins_in_its_middle() {
        check(&[[0.0, 0.1, 0.0, 0.0, 9.0, 0.0, 0.0]], &[1]);
    }
}
