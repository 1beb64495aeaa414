//! How closely what a person typed sits in the lines of a short list, such as
//! the commands. Such a list is scored as a whole, line by line.

use super::class::{Class, Needle, mask};
use super::matcher::Matcher;
use super::query::Pattern;
use super::searchable::searchable;
use crate::model::Span;

/// What a person typed, ready to be compared with lines.
#[derive(Debug, Default)]
pub struct Typed {
    needles: Vec<Needle>,
    matcher: Matcher,
}

/// How closely all the words sit in a line; larger is closer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closeness {
    /// Of the word that sits worst.
    pub class: Class,
    /// Tells lines of the same class apart.
    pub score: i64,
}

impl Typed {
    /// Takes `input` apart at its blanks; there are no operators.
    pub fn new(input: &str) -> Self {
        let words = input.split_whitespace();
        Self {
            needles: words.map(|word| Needle::new(&Pattern::new(word))).collect(),
            matcher: Matcher::default(),
        }
    }

    /// How closely all the words sit in `line`; `None` when one does not.
    pub fn in_line(&self, line: &str) -> Option<Closeness> {
        let line = searchable(line).text;
        let mask = mask(line.as_bytes());
        let mut whole = Closeness {
            class: Class::Word,
            score: 0,
        };
        for needle in &self.needles {
            let class = needle.class(line.as_bytes(), mask)?;
            whole.class = whole.class.min(class);
            whole.score += self.matcher.score(&line, needle.words()).unwrap_or(0);
        }
        Some(whole)
    }

    /// The letters of `line` that the words were found in.
    pub fn letters(&self, line: &str) -> Vec<Span> {
        let searched = searchable(line);
        let mut spans: Vec<Span> = self
            .needles
            .iter()
            .flat_map(|needle| self.matcher.spans(&searched.text, needle.words()))
            .map(|span| searched.printed(span))
            .collect();
        spans.sort();
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(input: &str, closer: &str, farther: &str) {
        let typed = Typed::new(input);
        assert!(typed.in_line(closer) > typed.in_line(farther));
    }

    #[test]
    fn a_whole_word_beats_a_beginning_and_that_beats_scattered_letters() {
        check("quote", "next-quote", "quotes-of-all");
        check("quo", "next-quote", "quick-option");
        check("next quote", "next-quote", "next-pane");
    }

    #[test]
    fn case_and_accents_do_not_count() {
        assert!(Typed::new("Ecran").in_line("l’écran").is_some());
    }

    #[test]
    fn the_letters_are_those_of_the_line() {
        let letters = Typed::new("eca").letters("l’écran");
        let words: Vec<&str> = letters.iter().map(|span| span.of("l’écran")).collect();
        assert_eq!(words, ["éc", "a"]);
    }
}
