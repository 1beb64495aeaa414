//! Words as they are compared: without case, accents and marks.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::model::Span;
use crate::text::fold::fold;

/// A word as it is compared, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded, without apostrophes.
    pub text: String,
    /// In the printed text.
    pub span: Span,
}

/// The words of `text`. Chinese and Japanese, which write none, give one a letter.
pub(super) fn words(text: &str) -> Vec<Word> {
    let folded = fold(text);
    let mut found: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, letter) in folded.text.char_indices() {
        let span = Span::new(at, at + letter.len_utf8());
        match (letter.is_alphanumeric(), found.last_mut()) {
            // "don't" is one word, and so it is when it is printed "dont".
            _ if matches!(letter, '\'' | '’') => {}
            (false, _) => open = false,
            (true, Some(word)) if open && !stands_alone(letter) => {
                word.text.push(letter);
                word.span.end = span.end;
            }
            (true, _) => {
                found.push(Word {
                    text: letter.to_string(),
                    span,
                });
                open = !stands_alone(letter);
            }
        }
    }
    for word in &mut found {
        word.span = folded.printed(word.span);
    }
    found
}

/// Whether the script of this letter writes no blanks between words.
fn stands_alone(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}')
}

/// Where two texts have words that the other one has not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// Stretches of the first text that the second one lacks.
    pub first: Vec<Span>,
    /// Stretches of the second text that the first one lacks.
    pub second: Vec<Span>,
}

/// Finds the words that differ; case, accents and marks do not count.
pub fn difference(first: &str, second: &str) -> Difference {
    let (a, b) = (words(first), words(second));
    let mut difference = Difference::default();
    for run in runs(&a, &b) {
        if run.tag != DiffTag::Equal {
            difference.first.extend(stretch(&a, run.first));
            difference.second.extend(stretch(&b, run.second));
        }
    }
    difference
}

/// How many words stand in the same order in both, in runs of at least two, and the
/// longest run.
pub(super) fn shared(a: &[Word], b: &[Word]) -> (usize, usize) {
    let equal = runs(a, b)
        .into_iter()
        .filter(|run| run.tag == DiffTag::Equal);
    let lengths: Vec<usize> = equal.map(|run| run.first.len()).collect();
    let long = lengths.iter().filter(|length| **length >= 2);
    (long.sum(), lengths.iter().copied().max().unwrap_or(0))
}

/// Words that stand in both texts, or in one of them only.
struct Run {
    tag: DiffTag,
    first: std::ops::Range<usize>,
    second: std::ops::Range<usize>,
}

fn runs(a: &[Word], b: &[Word]) -> Vec<Run> {
    let texts =
        |words: &[Word]| -> Vec<String> { words.iter().map(|word| word.text.clone()).collect() };
    let operations = capture_diff_slices(Algorithm::Myers, &texts(a), &texts(b));
    let run = |operation: &similar::DiffOp| Run {
        tag: operation.tag(),
        first: operation.old_range(),
        second: operation.new_range(),
    };
    operations.iter().map(run).collect()
}

fn stretch(words: &[Word], range: std::ops::Range<usize>) -> Option<Span> {
    let words = words.get(range)?;
    Some(Span::new(words.first()?.span.start, words.last()?.span.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &str, second: &str, expected: (&[&str], &[&str])) {
        let found = difference(first, second);
        let texts = |spans: &[Span], text: &str| -> Vec<String> {
            spans.iter().map(|span| span.of(text).to_owned()).collect()
        };
        assert_eq!(texts(&found.first, first), expected.0);
        assert_eq!(texts(&found.second, second), expected.1);
    }

    #[test]
    fn only_words_count_as_a_difference() {
        check("We stay, and we pay.", "we stay – and we pay", (&[], &[]));
        check("Sí, hay caja", "si hay caja", (&[], &[]));
        check("We don’t know", "we dont know", (&[], &[]));
    }

    #[test]
    fn words_left_out_and_words_put_in_are_told_apart() {
        check(
            "We will never leave this town",
            "We will leave the town",
            (&["never", "this"], &["the"]),
        );
        check("a b c d e", "a e", (&["b c d"], &[]));
        check("", "one two", (&[], &["one two"]));
    }

    #[test]
    fn writing_without_blanks_is_compared_by_letters() {
        check("東京都へ行く", "東京へ行く", (&["都"], &[]));
    }
}
