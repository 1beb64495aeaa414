//! Words that stand for a name and are none.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::entries;

/// The pronouns that can speak, of every language: where a speaker is cited the language
/// of the article is no longer known.
static PRONOUNS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lists = [
        include_str!("chinese/pronouns.txt"),
        include_str!("english/pronouns.txt"),
        include_str!("french/pronouns.txt"),
        include_str!("german/pronouns.txt"),
        include_str!("japanese/pronouns.txt"),
        include_str!("spanish/pronouns.txt"),
    ];
    lists.into_iter().flat_map(entries).collect()
});

/// Whether a speaker is a pronoun and nothing else. Capitals throughout are letters of a
/// name: WHO, IT.
pub fn is_pronoun(speaker: &str) -> bool {
    let letters = speaker.chars().count();
    let is_acronym =
        letters > 1 && speaker.is_ascii() && speaker.bytes().all(|byte| byte.is_ascii_uppercase());
    !is_acronym && PRONOUNS.contains(speaker.to_lowercase().as_str())
}
