//! Where reporters cut an utterance: after its first sentence, before its last clause.

use pullquote::model::{Article, Span};

use crate::piece::{End, Piece};
use crate::sample::Passage;

/// Fewer words than this are no utterance to be cut from, nor to be left over.
const FEWEST_WORDS: usize = 5;

/// Words that may be left out of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// The index of the passage.
    pub passage: usize,
    /// Which end.
    pub end: End,
    /// The words, in the article's text.
    pub span: Span,
}

impl Cut {
    /// Where the words begin and end, as pieces.
    pub fn ends(&self) -> [(usize, Piece); 2] {
        [(self.span.start, true), (self.span.end, false)].map(|(at, opens)| {
            let (passage, end) = (self.passage, self.end);
            (
                at,
                Piece::Cut {
                    passage,
                    end,
                    opens,
                },
            )
        })
    }
}

/// Finds the cuts of the whole utterances of an article.
pub fn find(article: &Article, passages: &[Passage]) -> Vec<Cut> {
    let mut cuts = Vec::new();
    for (passage, found) in passages.iter().enumerate() {
        if !found.is_whole {
            continue;
        }
        let words = found.span.of(&article.text);
        for (end, span) in [(End::Tail, tail(words)), (End::Head, head(words))] {
            let span = span.map(|span| span.shift(found.span.start));
            cuts.extend(span.map(|span| Cut { passage, end, span }));
        }
    }
    cuts
}

// From the last clause to the mark that closes the utterance, which stays.
fn tail(words: &str) -> Option<Span> {
    let close = words.trim_end_matches(['.', ',']).len();
    if words[..close].ends_with(['?', '!', '…']) {
        return None;
    }
    let starts = [", ", "; ", ". ", " — "].iter().filter_map(|mark| {
        let at = words[..close].rfind(mark)?;
        (*mark != ". " || ends_a_sentence(&words[..at])).then_some(at)
    });
    let span = Span::new(starts.max()?, close);
    // "We waited. In the end, nobody came." must not become "We waited. In the end."
    let before = &words[..span.start];
    let sentence = before.rsplit(". ").next().unwrap_or(before);
    if count(sentence) < FEWEST_WORDS - 1 {
        return None;
    }
    let left = count(&words[..span.start]);
    (left >= FEWEST_WORDS && count(span.of(words)) >= 2 && has_no_mark(span.of(words)))
        .then_some(span)
}

// The first sentence with the blank behind it.
fn head(words: &str) -> Option<Span> {
    let stops = words.match_indices(". ");
    let mut stops = stops.filter(|(at, _)| ends_a_sentence(&words[..*at]));
    let span = Span::new(0, stops.next()?.0 + 2);
    let left = count(&words[span.end..]);
    (left >= FEWEST_WORDS && has_no_mark(span.of(words))).then_some(span)
}

// Not "Mr. Weiss", not "Aug. 29".
fn ends_a_sentence(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    last.chars().count() > 3 && last.chars().skip(1).all(char::is_lowercase)
}

fn count(words: &str) -> usize {
    words.split_whitespace().count()
}

// An apostrophe inside a word is none.
fn has_no_mark(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    chars.iter().enumerate().all(|(at, c)| match c {
        '\'' | '’' => {
            let beside = |at: Option<usize>| {
                at.and_then(|at| chars.get(at))
                    .is_some_and(|c| c.is_alphabetic())
            };
            beside(at.checked_sub(1)) && beside(Some(at + 1))
        }
        c => !"\"“”„‘‚«»‹›「」『』".contains(*c),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, without_tail: Option<&str>, without_head: Option<&str>) {
        let rest = |span: Span| format!("{}{}", &words[..span.start], &words[span.end..]);
        assert_eq!(tail(words).map(rest).as_deref(), without_tail);
        assert_eq!(head(words).map(rest).as_deref(), without_head);
    }

    #[test]
    fn an_utterance_is_cut_before_its_last_clause_and_after_its_first_sentence() {
        check(
            "Nobody told us about the well, and nobody asked,",
            Some("Nobody told us about the well,"),
            None,
        );
        check(
            "It was dark. I heard the pump stop and I ran.",
            None,
            Some("I heard the pump stop and I ran."),
        );
    }

    #[test]
    fn what_is_short_or_holds_other_marks_is_left_whole() {
        check("I ran, and fell.", None, None);
        check(
            "We waited for an hour. In the end, nobody came.",
            None,
            Some("In the end, nobody came."),
        );
        check("He looked at me for long, and said, ‘Go home’.", None, None);
    }
}
