//! One line of a longer text around a hit.

use crate::model::Span;

/// Letters before the hit: enough to see its sentence begin.
const BEFORE: usize = 40;
/// Letters of a snippet at most: a wide screen holds no more.
const LETTERS: usize = 240;

/// A piece of text made one line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// The line; `…` where it was cut.
    pub label: String,
    /// The hits in it, byte ranges into `label`.
    pub marks: Vec<Span>,
}

/// Cuts one line out of `text` under `span`, so that the first of `hits` shows.
///
/// Cuts between words; blanks and line ends become one blank.
pub fn snippet(text: &str, span: Span, hits: &[Span]) -> Snippet {
    let inside: Vec<Span> = hits
        .iter()
        .copied()
        .filter(|hit| span.covers(*hit))
        .collect();
    let first = inside.first().map_or(span.start, |hit| hit.start);
    let start = beginning(text, span, first);
    let mut line = Line {
        snippet: Snippet::default(),
        blank: false,
    };
    if start > span.start {
        line.snippet.label.push('…');
    }
    let mut rest = inside.into_iter().peekable();
    let words = text.get(start..span.end).unwrap_or_default();
    for (letters, (at, letter)) in words.char_indices().enumerate() {
        if letters >= LETTERS && letter.is_whitespace() {
            line.snippet.label.push('…');
            break;
        }
        line.push(letter, start + at, &mut rest);
    }
    line.snippet
}

struct Line {
    snippet: Snippet,
    blank: bool,
}

impl Line {
    fn push(
        &mut self,
        letter: char,
        at: usize,
        hits: &mut std::iter::Peekable<impl Iterator<Item = Span>>,
    ) {
        let label = &mut self.snippet.label;
        if letter.is_whitespace() {
            self.blank = !label.is_empty();
            return;
        }
        if std::mem::take(&mut self.blank) {
            label.push(' ');
        }
        while hits.next_if(|hit| hit.end <= at).is_some() {}
        let place = Span::new(label.len(), label.len() + letter.len_utf8());
        label.push(letter);
        if hits.peek().is_some_and(|hit| hit.contains(at)) {
            match self.snippet.marks.last_mut() {
                Some(mark)
                    if label[mark.end..place.start].trim().is_empty()
                        && hits.peek().is_some_and(|hit| hit.start < at) =>
                {
                    mark.end = place.end;
                }
                _ => self.snippet.marks.push(place),
            }
        }
    }
}

/// Where the line begins: at `span`, or a few words before `first`.
fn beginning(text: &str, span: Span, first: usize) -> usize {
    let before = text.get(span.start..first).unwrap_or_default();
    let Some((cut, _)) = before.char_indices().rev().nth(BEFORE) else {
        return span.start;
    };
    let rest = &before[cut..];
    let word = rest.find(char::is_whitespace).unwrap_or(0);
    let blank = rest[word..].len() - rest[word..].trim_start().len();
    span.start + cut + word + blank
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, word: &str, label: &str, marks: &[&str]) {
        let hits: Vec<Span> = text
            .match_indices(word)
            .map(|(at, _)| Span::new(at, at + word.len()))
            .collect();
        let found = snippet(text, Span::new(0, text.len()), &hits);
        assert_eq!(found.label, label);
        let words: Vec<&str> = found
            .marks
            .iter()
            .map(|mark| mark.of(&found.label))
            .collect();
        assert_eq!(words, marks);
    }

    #[test]
    fn a_short_text_is_shown_whole_on_one_line() {
        check(
            "The\n  pier, the pier",
            "pier",
            "The pier, the pier",
            &["pier", "pier"],
        );
        check("of the\n pier", "the\n pier", "of the pier", &["the pier"]);
        check("", "x", "", &[]);
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_the_hit() {
        let text = format!("{}the pier {}", "word ".repeat(50), "tail ".repeat(99));
        let found = snippet(&text, Span::new(0, text.len()), &[Span::new(254, 258)]);
        assert!(found.label.starts_with("…word word"), "{}", found.label);
        assert!(
            found.label.ends_with("tail…") && found.label.len() < 260,
            "{}",
            found.label
        );
        assert_eq!(found.marks[0].of(&found.label), "pier");
    }
}
