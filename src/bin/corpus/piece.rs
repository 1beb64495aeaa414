//! What a compiled text is made of: words that stay, and places for words that change.

use jiff::civil::Date;

use crate::lists::{Groups, Place};
use crate::people::capitalised;

/// One part of a compiled text.
#[derive(Debug, Clone)]
pub enum Piece {
    /// Printed as it is.
    Text(String),
    /// The new name in slot `slot` of the story.
    Slot {
        /// Index into [`crate::names::Names::slots`].
        slot: usize,
        /// How it is printed.
        form: Form,
    },
    /// The first letter of each of these, as capitals: an acronym.
    Initials(Vec<Vec<Piece>>),
    /// A word that may be exchanged for another of its group.
    Word {
        /// The groups of its language.
        groups: &'static Groups,
        /// Where it stands there.
        place: Place,
        /// How it is printed.
        form: Form,
    },
    /// A number as printed, to be changed.
    Number(String),
    /// A part of a date, to be moved.
    Day(Shown),
    /// A time of day in the lines around the headline, as "08:30".
    Time,
    /// The how-many-th author.
    Author(usize),
    /// One of two ways to say the same.
    Either(String, String),
    /// The beginning or end of words that a reporter may leave out.
    Cut {
        /// Which passage is cut.
        passage: usize,
        /// Which of its ends.
        end: End,
        /// Whether the words begin here.
        opens: bool,
    },
}

/// Which end of an utterance is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Its first sentence.
    Head,
    /// Its last clause.
    Tail,
}

/// A date and the part of it that is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The whole date, as far as it is known.
    pub date: Date,
    /// What is printed.
    pub part: DatePart,
}

/// What is printed of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatePart {
    /// The day, with a leading zero or not.
    Day(bool),
    /// The month as a number, with a leading zero or not.
    MonthNumber(bool),
    /// The month's name: language, how-many-th form, capitals.
    MonthName(&'static str, usize, Form),
    /// The year.
    Year,
}

/// How a word is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As it is.
    Plain,
    /// With a capital first.
    Capital,
    /// All capitals.
    Upper,
    /// Its first letter only, before a full stop.
    Initial,
}

impl Form {
    /// How `word` is printed, seen from its lower case.
    pub fn of(word: &str) -> Self {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let first = word.chars().next().is_some_and(char::is_uppercase);
        match first {
            true if capitals > 1
                && capitals == word.chars().filter(|c| c.is_alphabetic()).count() =>
            {
                Form::Upper
            }
            true => Form::Capital,
            false => Form::Plain,
        }
    }

    /// Prints `word` so.
    pub fn apply(self, word: &str) -> String {
        match self {
            Form::Plain => word.to_owned(),
            Form::Capital => capitalised(word),
            Form::Upper => word.to_uppercase(),
            Form::Initial => word.chars().take(1).collect(),
        }
    }
}

impl Piece {
    /// The piece as it is printed where everything is in capitals.
    pub fn upper(&self) -> Self {
        match self {
            Piece::Text(text) => Piece::Text(text.to_uppercase()),
            Piece::Slot { slot, form } => Piece::Slot {
                slot: *slot,
                form: match form {
                    Form::Initial => Form::Initial,
                    Form::Plain | Form::Capital | Form::Upper => Form::Upper,
                },
            },
            Piece::Word { groups, place, .. } => Piece::Word {
                groups,
                place: *place,
                form: Form::Upper,
            },
            other => other.clone(),
        }
    }

    /// Whether it is the same in every article.
    pub fn is_fixed(&self) -> bool {
        matches!(self, Piece::Text(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_word_is_found_and_given_back() {
        for (word, form) in [
            ("ferry", Form::Plain),
            ("Ferry", Form::Capital),
            ("FERRY", Form::Upper),
            ("A", Form::Capital),
        ] {
            assert_eq!(Form::of(word), form);
            assert_eq!(form.apply(&word.to_lowercase()), word);
        }
    }
}
