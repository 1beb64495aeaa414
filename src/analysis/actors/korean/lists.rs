//! The closed classes and endings that Korean names are told by.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::analysis::lexicon::entries;

/// A set of words.
type Words = LazyLock<HashSet<&'static str>>;

macro_rules! words {
    ($name:literal) => {
        LazyLock::new(|| {
            entries(include_str!(concat!(
                "../../lexicon/korean/",
                $name,
                ".txt"
            )))
            .collect()
        })
    };
}

/// What people are: behind their name, or before it.
pub static ROLES: Words = words!("roles");
/// What people are before their name only: sister, laureate.
pub static RELATIONS: Words = words!("relations");
/// Roles that states give.
pub static STATE_ROLES: Words = words!("state-roles");
/// Family names before a given name.
pub static FAMILY: Words = words!("family-names");
static COMMON_FAMILY: Words = words!("common-family-names");
/// Countries, cities, provinces.
pub static PLACES: Words = words!("places");
/// Words that stand where a name may begin and are none.
pub static NOT_NAMES: Words = words!("not-names");
/// What stands before the name of a body: "company", "daily".
pub static COMPANY_WORDS: Words = words!("company-words");
/// The last word of a foreign body's name.
pub static OUTLET_WORDS: Words = words!("outlet-words");
static BODY_ENDINGS: Words = words!("organization-endings");

/// Whether `word` ends like the name of a body and is more than the ending.
pub fn is_body(word: &str) -> bool {
    let more = |end: &str| end.len() < word.len();
    ends(word).any(|end| more(end) && BODY_ENDINGS.contains(end)) || word == "유엔"
}

/// The role that `word` ends with: 장관 of 외교장관. Shorter ones only by themselves.
pub fn role_of(word: &str) -> Option<&'static str> {
    let mut roles = ends(word).filter_map(|end| ROLES.get(end).copied());
    roles.find(|role| *role == word || role.chars().count() > 1)
}

/// What `word` ends with, longest first.
fn ends(word: &str) -> impl Iterator<Item = &str> {
    let starts = word.char_indices().rev().take(LONGEST);
    let mut starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    starts.reverse();
    starts.into_iter().map(|at| &word[at..])
}

/// No ending has more syllables.
const LONGEST: usize = 6;

/// Whether `word` looks like a Korean full name: a family name and two syllables.
/// Beside an unknown word only frequent family names count: 마란트 is none.
pub fn is_full_name(word: &str, beside_unknown: bool) -> bool {
    let family = word.char_indices().nth(1).map(|(at, _)| &word[..at]);
    let known = if beside_unknown {
        &COMMON_FAMILY
    } else {
        &FAMILY
    };
    word.chars().count() == 3 && family.is_some_and(|family| known.contains(family))
}
