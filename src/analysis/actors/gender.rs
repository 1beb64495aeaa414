//! Whether a mention is of a man or of a woman.

use super::mention::Mention;
use super::reading::Reading;
use crate::analysis::lexicon::Facts;
pub use crate::analysis::lexicon::Sex;

/// What the title before `at` tells: Mr, spokeswoman.
pub fn of_title(reading: &Reading, at: usize) -> Option<Sex> {
    let before = reading.previous(at)?;
    let title = reading.lower(before);
    let german = reading.nouns_are_capital && reading.facts(before).any(Facts::ROLE);
    Sex::of_title(title).or_else(|| german.then(|| Sex::of_german_role(title)).flatten())
}

/// What a mention tells: by the title before it, else by the given name in it.
pub fn of_mention(reading: &Reading, mention: &Mention) -> Option<Sex> {
    of_title(reading, mention.words.start).or_else(|| {
        let given = (mention.words.len() > 1).then_some(mention.words.start)?;
        Sex::of_given_name(reading.lower(given))
    })
}
