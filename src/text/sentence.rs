//! Sentences over words. An abbreviation does not end one.

use std::ops::Range;

use super::word::{Word, WordClass, is_mark};

/// Finds the sentences of `words`, which all belong to one paragraph of `text`.
///
/// Each is a range of indices into `words`; together they cover all of them.
/// Closing marks and brackets belong to the sentence they close.
pub fn sentences(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..words.len() {
        // Looked for only behind a stop: a paragraph of nothing but marks stays linear.
        if !stops(text, words[at], words.get(at + 1).copied()) {
            continue;
        }
        let end = after_closers(text, words, at + 1);
        if end < words.len() && may_begin(text, words, end) {
            found.push(start..end);
            start = end;
        }
    }
    if start < words.len() {
        found.push(start..words.len());
    }
    found
}

/// Whether `word` can end a sentence, by itself and by the word that follows it.
pub fn stops(text: &str, word: Word, next: Option<Word>) -> bool {
    let printed = word.span.of(text);
    match word.class {
        WordClass::Other => matches!(printed, "." | "?" | "!" | "…" | "。" | "？" | "！"),
        // "in the U.S. The" ends one, "the U.S. Senate" does not.
        WordClass::Letters => {
            let opens = next.is_some_and(|next| OPENERS.contains(&next.span.of(text)));
            printed.ends_with('.') && opens
        }
        WordClass::Plain
        | WordClass::Initial
        | WordClass::Abbreviation
        | WordClass::Number
        | WordClass::Clitic
        | WordClass::Party
        | WordClass::Mark => false,
    }
}

/// Words that open a sentence after `U.S.` and are no names.
const OPENERS: [&str; 24] = [
    "The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "We", "But", "And", "That",
    "This", "His", "Her", "Its", "If", "When", "As", "For", "After", "There",
];

/// The first word from `at` on that does not close something right behind its neighbour.
fn after_closers(text: &str, words: &[Word], mut at: usize) -> usize {
    while let (Some(word), Some(before)) = (words.get(at), words.get(at.wrapping_sub(1))) {
        let closes = word.class == WordClass::Mark || matches!(word.span.of(text), ")" | "]");
        if !closes || word.span.start != before.span.end {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a sentence may begin with the word at `at`: a capital, a digit, an
/// opening mark, or a letter of a script without case, after white space.
fn may_begin(text: &str, words: &[Word], at: usize) -> bool {
    let (Some(word), Some(before)) = (words.get(at), words.get(at.wrapping_sub(1))) else {
        return false;
    };
    let spaced = word.span.start > before.span.end || before.span.of(text) == "。";
    let first = word.span.of(text).chars().next().unwrap_or(' ');
    let begins = first.is_alphanumeric() && !first.is_lowercase();
    spaced && (begins || is_mark(first) || matches!(first, '(' | '[' | '—' | '–' | '-'))
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;
    use crate::model::Span;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let words = words(text, Span::new(0, text.len()));
        let found: Vec<&str> = sentences(text, &words)
            .into_iter()
            .map(|range| &text[words[range.start].span.start..words[range.end - 1].span.end])
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_stop_before_a_capital_ends_a_sentence() {
        check("It held. Nobody left.", &["It held.", "Nobody left."]);
        check("At 3.5 it held. by noon", &["At 3.5 it held. by noon"]);
    }

    #[test]
    fn an_abbreviation_ends_none() {
        check(
            "Gen. Oda met Mr. B. Eide of Sol Inc. Monday. It rained.",
            &["Gen. Oda met Mr. B. Eide of Sol Inc. Monday.", "It rained."],
        );
    }

    #[test]
    fn letters_with_dots_end_one_only_before_a_word_that_opens() {
        check("the U.S. Senate", &["the U.S. Senate"]);
        check("in the U.S. The vote", &["in the U.S.", "The vote"]);
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        check("“It held.” Nobody left.", &["“It held.”", "Nobody left."]);
        check(
            "It held. “Good,” she said.",
            &["It held.", "“Good,” she said."],
        );
        check("(It held.) Then rain.", &["(It held.)", "Then rain."]);
    }

    #[test]
    fn scripts_without_case_have_sentences_too() {
        check("비가 왔다. 모두 갔다.", &["비가 왔다.", "모두 갔다."]);
    }
}
