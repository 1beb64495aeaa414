//! Where names may stand: capitals and what joins them. All other words are of no
//! name, and no feature is made of them.

use std::ops::Range;

use super::super::mention::Mentions;
use super::super::reading::Reading;
use crate::analysis::lexicon::Facts;
use crate::text::word::WordClass;

/// The stretches of words that are labelled, in order.
pub fn stretches(reading: &Reading, rules: &Mentions) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for sentence in &reading.sentences {
        for at in sentence.words.clone() {
            if !reading.is_capital(at) && rules.at(at).is_none() {
                continue;
            }
            match found.last_mut() {
                Some(last)
                    if last.start >= sentence.words.start && joins(reading, last.end..at) =>
                {
                    last.end = at + 1;
                }
                _ => found.push(at..at + 1),
            }
        }
    }
    found
}

/// So many words may stand between two capitals of one name.
const GAP: usize = 3;

/// Whether `between` may stand inside of a name.
fn joins(reading: &Reading, between: Range<usize>) -> bool {
    let small = Facts::PARTICLE.with(Facts::OPENER);
    between.len() <= GAP
        && between.clone().all(|at| match reading.class(at) {
            WordClass::Clitic | WordClass::Number | WordClass::Mark => true,
            _ => {
                let printed = reading.printed(at);
                matches!(printed, "-" | "&" | "/" | "." | "," | "(" | ")" | "–")
                    || reading.facts(at).any(small)
                    || matches!(
                        printed,
                        "of" | "for" | "and" | "the" | "on" | "to" | "at" | "in"
                    )
            }
        })
}
