//! Whether a man or a woman is meant, as far as single words tell.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::{Facts, entries, facts};

/// What a pronoun or a title takes a person for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// He.
    Male,
    /// She.
    Female,
}

impl Sex {
    /// What a title tells, given in lower case: "mr.", "spokeswoman".
    pub fn of_title(lower: &str) -> Option<Self> {
        TITLES.get(lower.trim_end_matches('.')).copied()
    }

    /// What the ending of a German word tells that says what somebody is: Ärztin, Arzt.
    /// Words in -e and -en are of both: Abgeordnete, Vorsitzenden; so are Kind and Coach.
    pub fn of_german_role(lower: &str) -> Option<Self> {
        let ends = |endings: &[&str]| endings.iter().any(|end| lower.ends_with(end));
        if ends(&["in", "frau", "mutter", "tochter", "schwester"]) {
            return Some(Self::Female);
        }
        let both = ["e", "en", "mitglied", "kind", "coach", "person", "star"];
        (!ends(&both)).then_some(Self::Male)
    }

    /// Who bears a given name, given in lower case, when only men or only women do.
    pub fn of_given_name(lower: &str) -> Option<Self> {
        let facts = facts(lower);
        match (facts.any(Facts::MALE), facts.any(Facts::FEMALE)) {
            (true, false) => Some(Self::Male),
            (false, true) => Some(Self::Female),
            (true, true) | (false, false) => None,
        }
    }
}

static TITLES: LazyLock<HashMap<&'static str, Sex>> = LazyLock::new(|| {
    let men = entries(include_str!("titles-of-men.txt")).map(|title| (title, Sex::Male));
    let women = entries(include_str!("titles-of-women.txt")).map(|title| (title, Sex::Female));
    men.chain(women).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_given_names_tell_who_is_meant() {
        assert_eq!(Sex::of_title("mr."), Some(Sex::Male));
        assert_eq!(Sex::of_title("spokeswoman"), Some(Sex::Female));
        assert_eq!(Sex::of_title("mayor"), None);
        assert_eq!(Sex::of_given_name("maria"), Some(Sex::Female));
        assert_eq!(Sex::of_given_name("zzyzx"), None);
        assert_eq!(Sex::of_german_role("hafenministerin"), Some(Sex::Female));
        assert_eq!(Sex::of_german_role("trainer"), Some(Sex::Male));
        assert_eq!(Sex::of_german_role("ehefrau"), Some(Sex::Female));
        assert_eq!(Sex::of_german_role("abgeordnete"), None);
        assert_eq!(Sex::of_german_role("parteivorsitzenden"), None);
        assert_eq!(Sex::of_german_role("mädchen"), None);
    }
}
