//! The usual gender of a given name, and what titles tell.

use super::mention::Mention;
use super::reading::Reading;
use crate::analysis::lexicon::Facts;

/// What a pronoun or a title takes a person for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// He.
    Male,
    /// She.
    Female,
}

/// What the title before `at` tells: Mr, spokeswoman.
pub fn of_title(reading: &Reading, at: usize) -> Option<Sex> {
    let before = reading.previous(at)?;
    match reading.lower(before).trim_end_matches('.') {
        "mr" | "sir" | "lord" | "king" | "prince" | "father" | "congressman" | "chairman"
        | "spokesman" | "pope" | "actor" | "husband" | "brother" | "son" | "baron"
        | "businessman" | "emperor" | "policeman" | "councilman" | "assemblyman" | "uncle"
        | "grandfather" | "duke" | "herr" | "monsieur" | "señor" => Some(Sex::Male),
        "mrs" | "ms" | "miss" | "lady" | "queen" | "princess" | "congresswoman" | "chairwoman"
        | "spokeswoman" | "actress" | "wife" | "sister" | "daughter" | "dame" | "mother"
        | "businesswoman" | "empress" | "policewoman" | "councilwoman" | "assemblywoman"
        | "aunt" | "grandmother" | "duchess" | "widow" | "frau" | "madame" | "señora" => {
            Some(Sex::Female)
        }
        _ => None,
    }
}

/// What a mention tells: by the title before it, else by the given name in it.
pub fn of_mention(reading: &Reading, mention: &Mention) -> Option<Sex> {
    of_title(reading, mention.words.start).or_else(|| {
        let facts = reading.facts(mention.words.start);
        let (male, female) = (facts.any(Facts::MALE), facts.any(Facts::FEMALE));
        match (mention.words.len() > 1, male, female) {
            (true, true, false) => Some(Sex::Male),
            (true, false, true) => Some(Sex::Female),
            _ => None,
        }
    })
}
