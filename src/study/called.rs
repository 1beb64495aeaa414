//! What a speaker is called where the article no longer stands beside the words.
//!
//! Whatever leaves the program and every lane asks here, so that a guess is told as one
//! everywhere, and nobody is quoted under the name "They".

use std::borrow::Cow;
use std::fmt;

use super::row::Speaking;
use crate::analysis::lexicon::is_pronoun;
use crate::model::Confidence;

/// What stands before the name of somebody who is guessed.
pub const DOUBT: &str = "? ";

/// What a speaker is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called<'a> {
    /// Whether it is a guess.
    pub is_guess: bool,
    /// The name, or `unnamed (“they”)` for a pronoun.
    pub name: Cow<'a, str>,
}

impl<'a> Called<'a> {
    /// What somebody of this name is called who is known with this confidence.
    pub fn new(name: &'a str, confidence: Confidence) -> Self {
        let name = match is_pronoun(name) {
            true => Cow::Owned(format!("unnamed (“{name}”)")),
            false => Cow::Borrowed(name),
        };
        Self {
            is_guess: confidence.is_guess(),
            name,
        }
    }

    /// The sign of a guess, or nothing.
    pub fn doubt(&self) -> &'static str {
        if self.is_guess { DOUBT } else { "" }
    }
}

/// In one line: `? Ines Falk`.
impl fmt::Display for Called<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", self.doubt(), self.name)
    }
}

impl<'a> From<Called<'a>> for Cow<'a, str> {
    fn from(called: Called<'a>) -> Self {
        match called.is_guess {
            true => Cow::Owned(called.to_string()),
            false => called.name,
        }
    }
}

impl Speaking {
    /// What the speaker is called in lanes and in everything that leaves the program.
    pub fn called(&self) -> Called<'_> {
        Called::new(&self.name, self.confidence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, thousandths: u16, expected: &str) {
        let confidence = Confidence::from_thousandths(thousandths);
        assert_eq!(Called::new(name, confidence).to_string(), expected);
    }

    #[test]
    fn a_guess_is_told_and_a_pronoun_is_no_name() {
        check("Ines Falk", 900, "Ines Falk");
        check("Ines Falk", 599, "? Ines Falk");
        check("They", 900, "unnamed (“They”)");
        check("it", 400, "? unnamed (“it”)");
        check("I", 900, "unnamed (“I”)");
        check("a spokesman", 900, "a spokesman");
    }

    #[test]
    fn letters_that_stand_for_an_organization_are_its_name() {
        check("WHO", 900, "WHO");
        check("IT", 900, "IT");
    }
}
