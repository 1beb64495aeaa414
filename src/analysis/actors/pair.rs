//! Two names joined by a hyphen: `DPRK-US`, `China-North Korea`.

use crate::analysis::lexicon::known;
use crate::model::Span;
use crate::text::word::{Word, WordClass};

/// Cuts the words that are two known names in three.
pub fn split(text: &str, words: Vec<Word>) -> Vec<Word> {
    let mut cut = Vec::with_capacity(words.len());
    for word in words {
        match pair(word.span.of(text)) {
            Some(hyphen) => {
                let at = word.span.start + hyphen;
                let parts = [(word.span.start, at), (at, at + 1), (at + 1, word.span.end)];
                cut.extend(parts.map(|(start, end)| Word {
                    span: Span::new(start, end),
                    class: if start == at {
                        WordClass::Other
                    } else {
                        word.class
                    },
                }));
            }
            None => cut.push(word),
        }
    }
    cut
}

/// Where the hyphen stands in a word that is two names of places.
fn pair(printed: &str) -> Option<usize> {
    let hyphen = printed.bytes().position(|byte| byte == b'-')?;
    let (left, right) = (&printed[..hyphen], &printed[hyphen + 1..]);
    if !right.starts_with(|c: char| c.is_ascii_uppercase()) || right.contains('-') {
        return None;
    }
    let whole = |name: &str| known(name).iter().any(|known| known.words.len() == 1);
    (known(printed).is_empty() && whole(left) && !known(right).is_empty()).then_some(hyphen)
}
