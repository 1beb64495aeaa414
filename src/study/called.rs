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

/// Whether a speaker of an article in this language is a pronoun. An actor is none, nor
/// is whoever a person has named: `named`.
pub fn is_unnamed(name: &str, named: bool, language: Option<&str>) -> bool {
    !named && is_pronoun(name, language.unwrap_or_default())
}

impl<'a> Called<'a> {
    /// What somebody of this name is called who is known with this confidence;
    /// `unnamed` for a pronoun, as [`is_unnamed`] tells.
    pub fn new(name: &'a str, confidence: Confidence, unnamed: bool) -> Self {
        let name = match unnamed {
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
        Called::new(&self.name, self.confidence, self.unnamed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, thousandths: u16, expected: &str) {
        let confidence = Confidence::from_thousandths(thousandths);
        let unnamed = is_unnamed(name, false, Some("en"));
        let called = Called::new(name, confidence, unnamed);
        assert_eq!(called.to_string(), expected);
    }

    #[test]
    fn who_is_named_like_a_pronoun_of_another_language_has_a_name() {
        for name in ["Ella", "Il", "Er", "Yo", "On"] {
            check(name, 900, name);
        }
        assert!(is_unnamed("Ella", false, Some("es")));
    }

    #[test]
    fn an_actor_and_whoever_a_person_named_is_no_pronoun() {
        assert!(is_unnamed("he", false, Some("en")));
        assert!(!is_unnamed("He", true, Some("en")));
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
