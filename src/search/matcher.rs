//! The fine score: the only file that names fuzzy-matcher.
//!
//! Scoring is a thousand times dearer than sorting into classes, so that only a
//! few hundred lines of the best class come here.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::model::Span;

/// Scores how closely the letters of a word stand in a line.
pub struct Matcher {
    skim: SkimMatcherV2,
}

impl Default for Matcher {
    fn default() -> Self {
        // Both sides are folded already. The limit on elements is left alone: it
        // makes Skim twice as fast, and wrong.
        Self {
            skim: SkimMatcherV2::default().respect_case(),
        }
    }
}

impl std::fmt::Debug for Matcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Matcher").finish_non_exhaustive()
    }
}

impl Matcher {
    /// The score of `word` in `line`, both as they are searched; more is better.
    pub fn score(&self, line: &str, word: &str) -> Option<i64> {
        self.skim.fuzzy_match(line, word)
    }

    /// Where the letters of `word` stand in `line`, neighbours joined.
    pub fn spans(&self, line: &str, word: &str) -> Vec<Span> {
        let Some((_, letters)) = self.skim.fuzzy_indices(line, word) else {
            return Vec::new();
        };
        let mut spans: Vec<Span> = Vec::new();
        let mut letters = letters.into_iter().peekable();
        for (i, (at, letter)) in line.char_indices().enumerate() {
            if letters.next_if_eq(&i).is_none() {
                continue;
            }
            let end = at + letter.len_utf8();
            match spans.last_mut().filter(|span| span.end == at) {
                Some(span) => span.end = end,
                None => spans.push(Span::new(at, end)),
            }
        }
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_stand_together_are_one_span() {
        let spans = Matcher::default().spans("né border", "bodr");
        let words: Vec<&str> = spans.iter().map(|span| span.of("né border")).collect();
        assert_eq!(words, ["bo", "d", "r"]);
    }

    #[test]
    fn letters_closer_together_score_higher() {
        let matcher = Matcher::default();
        let close = matcher.score("the border", "bord");
        assert!(close > matcher.score("the bo-r-d", "bord"));
        assert_eq!(matcher.score("the border", "xyz"), None);
    }
}
