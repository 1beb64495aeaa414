//! Word lists that one rule asks each. What a list is for stands in its first line.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::entries;

/// The words of a list.
pub type Words = LazyLock<HashSet<&'static str>>;
/// The endings of a list.
type Endings = LazyLock<Vec<&'static str>>;

/// Endings that many words are asked for, by their last byte.
pub struct ByLast([Vec<&'static str>; 256]);

impl ByLast {
    /// Whether `word` has one of the endings.
    pub fn end(&self, word: &str) -> bool {
        let last = word.bytes().next_back().map(usize::from);
        let endings = last.and_then(|last| self.0.get(last));
        let mut endings = endings.into_iter().flatten();
        endings.any(|end| word.ends_with(end))
    }
}

impl FromIterator<&'static str> for ByLast {
    fn from_iter<I: IntoIterator<Item = &'static str>>(endings: I) -> Self {
        let mut by_last = Self([const { Vec::new() }; 256]);
        for ending in endings {
            let last = ending.bytes().next_back().map(usize::from);
            if let Some(own) = last.and_then(|last| by_last.0.get_mut(last)) {
                own.push(ending);
            }
        }
        by_last
    }
}

macro_rules! list {
    ($file:literal) => {
        LazyLock::new(|| entries(include_str!($file)).collect())
    };
}

pub static ATTRIBUTING_NOUNS: Words = list!("german/attributing-nouns.txt");
pub static BEFORE_TITLES: Words = list!("english/before-titles.txt");
pub static CHINESE_FAMILY_NAMES: Words = list!("chinese/family-names.txt");
pub static CHINESE_IN_MEDIA: Words = list!("chinese/in-media.txt");
pub static CHINESE_JOINING: Words = list!("chinese/joining.txt");
pub static CHINESE_LISTENING: Words = list!("chinese/listening.txt");
pub static CHINESE_RELAYING: Words = list!("chinese/relaying.txt");
pub static COURTESIES: Words = list!("courtesies.txt");
pub static GERMAN_ROLE_ENDINGS: Endings = list!("german/role-endings.txt");
pub static GOVERNMENT_ACTS: Words = list!("government-acts.txt");
pub static GOVERNMENT_THINGS: Words = list!("government-things.txt");
pub static JAPANESE_BODY_ENDINGS: Endings = list!("japanese/body-endings.txt");
pub static JAPANESE_CLAUSE_ENDINGS: Endings = list!("japanese/clause-endings.txt");
pub static JAPANESE_HONORIFICS: Words = list!("japanese/honorifics.txt");
pub static JAPANESE_IN_MEDIA: Words = list!("japanese/in-media.txt");
pub static JAPANESE_LISTENING: Words = list!("japanese/listening.txt");
pub static JAPANESE_NOT_NAMES: Words = list!("japanese/not-names.txt");
pub static JAPANESE_POINTING: Words = list!("japanese/pointing.txt");
pub static JAPANESE_QUOTATIVES: Words = list!("japanese/quotatives.txt");
pub static JAPANESE_SEAT_ENDINGS: Endings = list!("japanese/seat-endings.txt");
pub static JAPANESE_TOPICS: Words = list!("japanese/topics.txt");
pub static KOREAN_CLAUSE_ENDINGS: Endings = list!("korean/clause-endings.txt");
pub static KOREAN_LISTENING: Endings = list!("korean/listening.txt");
pub static KOREAN_MEDIA: Words = list!("korean/media.txt");
pub static KOREAN_OUTLET_ENDINGS: Endings = list!("korean/outlet-endings.txt");
pub static KOREAN_PRESS: Words = list!("korean/press.txt");
pub static KOREAN_RELAYING: Endings = list!("korean/relaying.txt");
pub static NAMING_VERBS: Words = list!("english/naming-verbs.txt");
pub static NEVER_SPEAKERS: Words = list!("english/never-speakers.txt");
pub static OBLIQUE: Words = list!("german/oblique.txt");
pub static OUTLET_ARTICLES: Words = list!("german/outlet-articles.txt");
pub static PLACE_ENDINGS: LazyLock<ByLast> = list!("place-endings.txt");
pub static QUANTITIES: Words = list!("english/quantities.txt");
pub static QUESTION_OPENERS: Words = list!("english/question-openers.txt");
pub static QUOTATIVES: Endings = list!("korean/quotatives.txt");
pub static RELATIONS: Words = list!("relations.txt");
pub static REPORTING_VERBS: Words = list!("english/reporting-verbs.txt");
pub static ROLE_ATTRIBUTES: Words = list!("role-attributes.txt");
pub static ROLE_ENDINGS: LazyLock<ByLast> = list!("english/role-endings.txt");
pub static SUBJUNCTIVES: Words = list!("german/subjunctives.txt");
pub static THING_OPENERS: Words = list!("thing-openers.txt");
pub static UNSPACED_RANKS: Words = list!("unspaced-ranks.txt");
