//! Word lists of reported speech without marks, in English, the one language in which it is
//! looked for. What a list is for stands in its first line.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::entries;
use super::lists::Words;

macro_rules! list {
    ($file:literal) => {
        LazyLock::new(|| entries(include_str!(concat!("english/", $file))).collect())
    };
}

pub static ADJUNCTS: Words = list!("adjuncts.txt");
pub static AWAY: Words = list!("leading-away.txt");
pub static CLAUSAL: Words = list!("clausal-verbs.txt");
pub static DAYS: Words = list!("days.txt");
pub static JOINING: Words = list!("joining.txt");
pub static NOUNS: Words = list!("noun-forms.txt");
pub static OCCASIONS: Words = list!("occasions.txt");
pub static OPENERS: Words = list!("told-openers.txt");
pub static OPENS_CLAUSE: Words = list!("clause-openers.txt");
pub static SUBORDINATORS: Words = list!("subordinators.txt");
pub static TIMES: Words = list!("times.txt");
pub static TOLD: Words = list!("verbs-with-listener.txt");
pub static TOPICS: Words = list!("topics.txt");
pub static WITH_TOPIC: Words = list!("verbs-with-topic.txt");

/// The words that a verb needs behind it to report anything.
pub static LED_TO: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let rows = entries(include_str!("english/led-to.tsv"));
    rows.filter_map(|row| {
        let (verb, words) = row.split_once('\t')?;
        Some((verb, words.split(' ').collect()))
    })
    .collect()
});
