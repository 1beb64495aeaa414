//! The same words of the same mouth, as several articles print them.
//!
//! Outlets cut an utterance at either end, leave out its middle, change its marks and
//! single words. What stays is most of the shorter text, in order and in runs.

use std::collections::HashMap;

use super::words::{Word, shared, words};
use crate::text::fold::fold;

/// Of the shorter of two quotes so many words in a hundred must be in the other one.
/// An outlet changes a word or two of ten; two different sentences of one speaker on
/// one issue seldom share half.
const SHARED: usize = 75;
/// A run of words that two quotes must share: less is a turn of phrase.
const RUN: usize = 3;
/// Quotes of fewer words say the same only when they are the same, by one speaker:
/// "no comment" is everybody's.
const SHORT: usize = 5;
/// From so many words on a text is told by its words alone, whoever is said to speak.
const LONG: usize = 9;
/// Three words in a row that more quotes than this have say nothing about which
/// utterance it is.
const COMMON: usize = 200;

/// A quote, as far as it tells which utterance it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Utterer<'a> {
    /// The words of the quote.
    pub words: &'a str,
    /// Who said them.
    pub speaker: Option<&'a str>,
}

/// Quotes of one utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// The indexes of the quotes, ascending; never empty.
    pub quotes: Vec<usize>,
    /// The index of the one with the most words.
    pub fullest: usize,
}

/// A quote prepared for comparing.
struct Heard {
    words: Vec<Word>,
    speaker: Option<Vec<String>>,
}

/// Groups `quotes` by utterance, in the order of the first quote of each.
///
/// Each quote is compared with the fullest one of a group and joins the first group
/// that it fits; groups do not grow by chains. The cost grows with the words, not
/// with pairs of quotes.
pub fn utterances(quotes: &[Utterer]) -> Vec<Utterance> {
    let heard: Vec<Heard> = quotes.iter().map(Heard::new).collect();
    let mut order: Vec<usize> = (0..quotes.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(heard.get(at).map_or(0, |heard| heard.words.len())));
    let mut groups: Vec<Utterance> = Vec::new();
    let mut known: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
    for at in order {
        let Some(one) = heard.get(at) else { continue };
        let found = candidates(one, &known).into_iter().find(|&group| {
            let fullest = groups.get(group).map(|group| group.fullest);
            fullest
                .and_then(|fullest| heard.get(fullest))
                .is_some_and(|fullest| one.is_same(fullest))
        });
        match found.and_then(|group| groups.get_mut(group)) {
            Some(group) => group.quotes.push(at),
            None => {
                for key in one.keys() {
                    known.entry(key).or_default().push(groups.len());
                }
                groups.push(Utterance {
                    quotes: vec![at],
                    fullest: at,
                });
            }
        }
    }
    for group in &mut groups {
        group.quotes.sort_unstable();
    }
    groups.sort_by_key(|group| group.quotes.first().copied());
    groups
}

/// Whether both are the same utterance.
pub fn are_one_utterance(a: &Utterer, b: &Utterer) -> bool {
    Heard::new(a).is_same(&Heard::new(b))
}

/// Whether both names share a part.
pub(super) fn share_a_name(a: &str, b: &str) -> bool {
    let heard = |name| {
        Heard::new(&Utterer {
            words: "",
            speaker: Some(name),
        })
    };
    heard(a).shares_name(&heard(b))
}

/// The groups that share three words in a row with `one`, oldest first.
fn candidates(one: &Heard, known: &HashMap<Vec<&str>, Vec<usize>>) -> Vec<usize> {
    let lists = one.keys().into_iter().filter_map(|key| known.get(&key));
    let telling = lists.filter(|groups| groups.len() <= COMMON);
    let mut groups: Vec<usize> = telling.flatten().copied().collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

impl Heard {
    fn new(quote: &Utterer) -> Self {
        let name = |speaker: &str| {
            let folded = fold(speaker).text;
            let parts = folded.split(|c: char| !c.is_alphanumeric());
            parts
                .filter(|part| part.chars().count() > 1 || !part.is_ascii())
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        };
        Self {
            words: words(quote.words),
            speaker: quote.speaker.map(name),
        }
    }

    /// Every three words in a row, or all of a shorter quote.
    fn keys(&self) -> Vec<Vec<&str>> {
        let texts: Vec<&str> = self.words.iter().map(|word| &*word.text).collect();
        match texts.len() {
            0 => Vec::new(),
            1..RUN => vec![texts],
            _ => texts.windows(RUN).map(<[_]>::to_vec).collect(),
        }
    }

    fn is_same(&self, other: &Heard) -> bool {
        let shorter = self.words.len().min(other.words.len());
        if shorter < SHORT {
            let texts = |heard: &Heard| -> Vec<String> {
                heard.words.iter().map(|word| word.text.clone()).collect()
            };
            return shorter > 0 && texts(self) == texts(other) && self.shares_name(other);
        }
        let (shared, longest) = shared(&self.words, &other.words);
        let enough = longest >= RUN && shared * 100 >= shorter * SHARED;
        enough && (shared >= LONG || self.may_be(other))
    }

    /// Whether nothing speaks against one mouth.
    fn may_be(&self, other: &Heard) -> bool {
        self.speaker.is_none() || other.speaker.is_none() || self.shares_name(other)
    }

    fn shares_name(&self, other: &Heard) -> bool {
        match (&self.speaker, &other.speaker) {
            (Some(a), Some(b)) => a.iter().any(|part| b.contains(part)),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str =
        "We kept the valves shut for nine days, and on the tenth nobody came to open them.";

    /// Checks which of these quotes, all by one speaker, are one utterance with the whole.
    #[track_caller]
    fn check(words: &str, expected: bool) {
        let whole = Utterer {
            words: WHOLE,
            speaker: Some("Irma Voss"),
        };
        let speaker = Some("Voss");
        assert_eq!(
            are_one_utterance(&whole, &Utterer { words, speaker }),
            expected,
            "{words}"
        );
        assert_eq!(
            are_one_utterance(&Utterer { words, speaker }, &whole),
            expected,
            "{words}"
        );
    }

    #[test]
    fn an_utterance_may_be_cut_at_either_end() {
        check("We kept the valves shut for nine days,", true);
        check("on the tenth nobody came to open them", true);
    }

    #[test]
    fn an_utterance_may_lose_its_middle_and_change_its_marks() {
        check(
            "We kept the valves shut … and on the tenth nobody came",
            true,
        );
        check(
            "WE KEPT THE VALVES SHUT FOR NINE DAYS – and on the tenth, nobody came to open them!",
            true,
        );
        check("We kept all valves shut for nine days", true);
    }

    #[test]
    fn other_words_on_the_same_thing_are_another_utterance() {
        check(
            "The valves were shut and nobody came for days to open the gate",
            false,
        );
        check("We kept them for the days on which nobody came", false);
        check("nobody came", false);
        check("", false);
    }

    #[test]
    fn short_words_are_the_same_only_in_one_mouth() {
        let by = |speaker| Utterer {
            words: "No comment.",
            speaker,
        };
        assert!(are_one_utterance(
            &by(Some("Irma Voss")),
            &by(Some("Ms. Voss"))
        ));
        assert!(!are_one_utterance(
            &by(Some("Irma Voss")),
            &by(Some("Jan Pohl"))
        ));
        assert!(!are_one_utterance(&by(None), &by(None)));
    }

    #[test]
    fn groups_stand_in_the_order_of_their_first_quote() {
        let quotes = [
            "nobody came to open them",
            "An entirely different thing was said",
            WHOLE,
        ];
        let quotes = quotes.map(|words| Utterer {
            words,
            speaker: None,
        });
        let groups = utterances(&quotes);
        let expected = [(vec![0, 2], 2), (vec![1], 1)];
        let found: Vec<_> = groups
            .into_iter()
            .map(|one| (one.quotes, one.fullest))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn no_quotes_are_no_utterances() {
        assert_eq!(utterances(&[]), []);
    }
}
