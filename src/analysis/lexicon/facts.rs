//! What single words are: given names, titles, common words and so on.

use std::borrow::Cow;
use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::entries;
use super::known::COUNTRIES;
use crate::text::fold::fold;

/// What a word may be, as a set: most words are one thing, "mark" is several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Facts(u32);

impl Facts {
    /// Nothing is known.
    pub const NONE: Facts = Facts(0);
    /// A given name that men bear.
    pub const MALE: Facts = Facts(1);
    /// A given name that women bear.
    pub const FEMALE: Facts = Facts(1 << 1);
    /// A given name of either kind.
    pub const GIVEN: Facts = Facts(1 | 1 << 1);
    /// A family name.
    pub const FAMILY: Facts = Facts(1 << 2);
    /// A family name that is printed before the given name: Kim, Xi.
    pub const FAMILY_FIRST: Facts = Facts(1 << 3);
    /// Stands before a person's name and is no part of it: President, Mr.
    pub const TITLE: Facts = Facts(1 << 4);
    /// What a person is: spokesman, striker, widow.
    pub const ROLE: Facts = Facts(1 << 5);
    /// Found in names of organizations: Ministry, Party, Inc.
    pub const ORGANIZATION: Facts = Facts(1 << 6);
    /// Found in names of places: River, County, Port.
    pub const PLACE: Facts = Facts(1 << 7);
    /// Ends a name of what cannot act: an event, a work, a law, a building.
    pub const THING: Facts = Facts(1 << 8);
    /// Capitalised, but no actor: Internet, TV, God.
    pub const NOT_NAME: Facts = Facts(1 << 9);
    /// A month, a weekday, a feast.
    pub const DATE: Facts = Facts(1 << 10);
    /// An adjective or member of a people, a faith, a movement: Chinese, Kurds.
    pub const PEOPLE: Facts = Facts(1 << 11);
    /// A common word, capitalised only where a sentence begins.
    pub const COMMON: Facts = Facts(1 << 12);
    /// Opens sentences and is never the first word of a name: When, The, Il.
    pub const OPENER: Facts = Facts(1 << 13);
    /// Joins the parts of a name in lower case: de, bin, van.
    pub const PARTICLE: Facts = Facts(1 << 14);
    /// A verb of speech in a form that follows its subject.
    pub const SPEECH: Facts = Facts(1 << 15);
    /// Part of a title, but none by itself: Deputy, Foreign.
    pub const MODIFIER: Facts = Facts(1 << 16);
    /// Makes an adjective of a name behind a hyphen: -led, -based.
    pub const ADJECTIVE_ENDING: Facts = Facts(1 << 17);

    /// Whether at least one of `other` holds.
    pub fn any(self, other: Facts) -> bool {
        self.0 & other.0 != 0
    }

    /// The set as a number, one bit a fact.
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Both sets together.
    pub const fn with(self, other: Facts) -> Facts {
        Facts(self.0 | other.0)
    }
}

/// What is known of the word `lower`, given in lower case.
///
/// Accents may be missing ("Jose") or foreign to our lists ("Ahméd").
pub fn facts(lower: &str) -> Facts {
    let printed = FACTS.get(lower).copied().unwrap_or_default();
    let printed = printed.with(of_plural(lower));
    if lower.is_ascii() || printed != Facts::NONE {
        return printed;
    }
    let plain = lower.replace('’', "'");
    let folded = fold(&plain).text;
    FACTS.get(folded.as_str()).copied().unwrap_or_default()
}

/// Whether `lower` itself, no other form of it, is a common word.
pub fn is_listed_common(lower: &str) -> bool {
    let listed = FACTS.get(lower);
    listed.is_some_and(|facts| facts.any(Facts::COMMON))
}

/// What a plural has from its singular: Senators are a title as Senator is.
fn of_plural(lower: &str) -> Facts {
    let kept = Facts::TITLE
        .with(Facts::ROLE)
        .with(Facts::THING)
        .with(Facts::PLACE);
    let singular = lower.strip_suffix('s').and_then(|stem| FACTS.get(stem));
    Facts(singular.copied().unwrap_or_default().0 & kept.0)
}

static FACTS: LazyLock<HashMap<Cow<'static, str>, Facts>> = LazyLock::new(|| {
    let mut all = Table(HashMap::with_capacity(20_000));
    for (list, fact) in LISTS {
        for entry in entries(list) {
            all.add(entry, fact);
        }
    }
    for entry in entries(include_str!("given-names.tsv")) {
        if let Some((name, sex)) = entry.split_once('\t') {
            all.add_with_folded(name, given(sex));
        }
    }
    for list in [
        include_str!("family-names.txt"),
        include_str!("family-names-first.txt"),
    ] {
        entries(list).for_each(|name| all.add_with_folded(name, Facts::FAMILY));
    }
    for entry in entries(COUNTRIES) {
        let demonyms = entry.split('\t').nth(2).unwrap_or_default().split('|');
        for demonym in demonyms.filter(|demonym| !demonym.is_empty()) {
            all.add_people(demonym);
        }
    }
    all.0
});

const LISTS: [(&str, Facts); 21] = [
    (include_str!("family-names-first.txt"), Facts::FAMILY_FIRST),
    (include_str!("titles.txt"), Facts::TITLE),
    (include_str!("roles.txt"), Facts::ROLE),
    (include_str!("german/titles.txt"), Facts::TITLE),
    (include_str!("german/roles.txt"), Facts::ROLE),
    (include_str!("french/titles.txt"), Facts::TITLE),
    (include_str!("french/roles.txt"), Facts::ROLE),
    (include_str!("spanish/titles.txt"), Facts::TITLE),
    (include_str!("spanish/roles.txt"), Facts::ROLE),
    (include_str!("organization-words.txt"), Facts::ORGANIZATION),
    (include_str!("place-words.txt"), Facts::PLACE),
    (include_str!("thing-words.txt"), Facts::THING),
    (include_str!("not-names.txt"), Facts::NOT_NAME),
    (include_str!("dates.txt"), Facts::DATE),
    (include_str!("peoples.txt"), Facts::PEOPLE),
    (include_str!("common-words.txt"), Facts::COMMON),
    (include_str!("openers.txt"), Facts::OPENER),
    (include_str!("name-particles.txt"), Facts::PARTICLE),
    (include_str!("speech-words.txt"), Facts::SPEECH),
    (include_str!("title-modifiers.txt"), Facts::MODIFIER),
    (
        include_str!("adjective-endings.txt"),
        Facts::ADJECTIVE_ENDING,
    ),
];

fn given(sex: &str) -> Facts {
    match sex {
        "m" => Facts::MALE,
        "f" => Facts::FEMALE,
        _ => Facts::GIVEN,
    }
}

/// The table while it is filled.
struct Table(HashMap<Cow<'static, str>, Facts>);

impl Table {
    fn add(&mut self, word: &'static str, fact: Facts) {
        let lower = if word.bytes().all(|b| b.is_ascii_lowercase()) {
            Cow::Borrowed(word)
        } else {
            Cow::Owned(word.to_lowercase())
        };
        let known = self.0.entry(lower).or_default();
        *known = known.with(fact);
    }

    /// Also without accents: many outlets drop them.
    fn add_with_folded(&mut self, name: &'static str, fact: Facts) {
        self.add(name, fact);
        if !name.is_ascii() {
            let known = self.0.entry(Cow::Owned(fold(name).text)).or_default();
            *known = known.with(fact);
        }
    }

    /// The last word of a demonym, and its plural: "Sri Lankan", "Lankans".
    fn add_people(&mut self, demonym: &'static str) {
        let word = demonym.rsplit(' ').next().unwrap_or(demonym);
        self.add(word, Facts::PEOPLE);
        if word.ends_with(['n', 'i', 'k', 't', 'e', 'b', 'r']) {
            let plural = Cow::Owned(format!("{}s", word.to_lowercase()));
            let known = self.0.entry(plural).or_default();
            *known = known.with(Facts::PEOPLE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lower: &str, expected: Facts) {
        assert_eq!(facts(lower), expected, "{lower}");
    }

    #[test]
    fn a_word_may_be_several_things() {
        assert!(facts("mark").any(Facts::MALE));
        assert!(facts("mark").any(Facts::COMMON));
        check("zzyzx", Facts::NONE);
    }

    #[test]
    fn accents_do_not_hide_a_name() {
        assert!(facts("jose").any(Facts::MALE));
        assert!(facts("josé").any(Facts::MALE));
        assert!(facts("ahméd").any(Facts::MALE));
    }

    #[test]
    fn peoples_are_known_in_both_numbers() {
        for word in ["norwegian", "norwegians", "lankans", "chinese", "turks"] {
            assert!(facts(word).any(Facts::PEOPLE), "{word}");
        }
    }
}
