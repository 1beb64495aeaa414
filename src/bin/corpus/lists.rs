//! The word lists beside this file, as values.
//!
//! Every line of theirs is checked by the tests below, so a line that does not
//! have the expected shape is passed over here.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Lists of words by name, from lines such as `town: haven ford`.
#[derive(Debug, Default)]
pub struct Named(HashMap<&'static str, Vec<&'static str>>);

impl Named {
    /// The list called `name`; empty when there is none. "-" is read as the empty word.
    pub fn get(&self, name: &str) -> &[&'static str] {
        self.0.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    fn read<'a>(lines: impl Iterator<Item = &'static str> + 'a) -> Self {
        let lists = lines.filter_map(|line| line.split_once(':'));
        let words = |list: &'static str| {
            list.split_whitespace()
                .map(|word| if word == "-" { "" } else { word })
                .collect()
        };
        Self(lists.map(|(name, list)| (name, words(list))).collect())
    }
}

/// Parts of invented places, companies and outlets; kinds of things; known names.
pub static PLACES: LazyLock<Named> =
    LazyLock::new(|| Named::read(lines(include_str!("lists/places.txt"))));

/// Syllables of names in Hangul.
pub static HANGUL: LazyLock<Named> =
    LazyLock::new(|| Named::read(lines(include_str!("lists/hangul.txt"))));

/// The cultures of people.txt, in its order.
pub static CULTURES: LazyLock<Vec<Named>> = LazyLock::new(|| {
    include_str!("lists/people.txt")
        .split("\n[")
        .skip(1)
        .map(|section| Named::read(lines(section)))
        .collect()
});

/// Every form of every month: language, number from 1, which form, the word.
pub static MONTHS: LazyLock<Vec<Month>> = LazyLock::new(|| {
    lines(include_str!("lists/months.txt"))
        .flat_map(|line| {
            let mut words = line.split(' ');
            let language = words.next().unwrap_or_default();
            let number = words.next().and_then(|n| n.parse().ok()).unwrap_or(1);
            words.enumerate().map(move |(form, word)| Month {
                language,
                number,
                form,
                word,
            })
        })
        .collect()
});

/// One form of a month's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// ISO 639-1.
    pub language: &'static str,
    /// From 1.
    pub number: i8,
    /// 0 is the full form.
    pub form: usize,
    /// As printed.
    pub word: &'static str,
}

/// Two ways to say the same: language, one, the other.
pub static PARAPHRASES: LazyLock<Vec<(&str, &str, &str)>> = LazyLock::new(|| {
    lines(include_str!("lists/paraphrases.txt"))
        .filter_map(|line| {
            let (language, pair) = line.split_once(' ')?;
            let (one, other) = pair.split_once('|')?;
            Some((language, one, other))
        })
        .collect()
});

/// Words that may stand for each other.
#[derive(Debug)]
pub struct Group {
    /// Each word with its forms; all words have the same number of forms.
    pub words: Vec<Vec<&'static str>>,
    /// Whether only names of organisations are changed.
    pub in_names_only: bool,
}

/// Where a word stands: group, word, form.
pub type Place = (usize, usize, usize);

/// The groups of one language, and where each word stands.
#[derive(Debug, Default)]
pub struct Groups {
    /// In the order of the file.
    pub groups: Vec<Group>,
    places: HashMap<String, Place>,
}

impl Groups {
    /// Where `word` stands, whatever its case.
    pub fn find(&self, word: &str) -> Option<Place> {
        self.places.get(&word.to_lowercase()).copied()
    }

    fn read(list: &'static str) -> Self {
        let groups = lines(list).map(|line| Group {
            words: line
                .trim_start_matches('!')
                .split_whitespace()
                .map(|forms| forms.split('/').collect())
                .collect(),
            in_names_only: line.starts_with('!'),
        });
        let groups: Vec<Group> = groups.collect();
        let mut places = HashMap::new();
        for (g, group) in groups.iter().enumerate() {
            for (w, forms) in group.words.iter().enumerate() {
                for (f, form) in forms.iter().enumerate() {
                    places.entry(form.to_lowercase()).or_insert((g, w, f));
                }
            }
        }
        Self { groups, places }
    }
}

/// The groups of `language`; none for a language without a list.
pub fn groups(language: &str) -> &'static Groups {
    static ALL: LazyLock<Vec<(&str, Groups)>> = LazyLock::new(|| {
        vec![
            ("en", Groups::read(include_str!("lists/words-en.txt"))),
            ("de", Groups::read(include_str!("lists/words-de.txt"))),
            ("fr", Groups::read(include_str!("lists/words-fr.txt"))),
            ("es", Groups::read(include_str!("lists/words-es.txt"))),
            ("ko", Groups::read(include_str!("lists/words-ko.txt"))),
        ]
    });
    static NONE: LazyLock<Groups> = LazyLock::new(Groups::default);
    ALL.iter()
        .find(|(name, _)| *name == language)
        .map_or(&NONE, |(_, groups)| groups)
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_group_have_the_same_forms_and_sound_alike_after_an_article() {
        for language in ["en", "de", "fr", "es", "ko"] {
            for group in &groups(language).groups {
                let first = &group.words[0];
                assert!(group.words.len() > 1, "{first:?} is alone");
                for word in &group.words {
                    assert_eq!(word.len(), first.len(), "{word:?} beside {first:?}");
                    let vowel = |word: &str| word.to_lowercase().starts_with(['a', 'e', 'i', 'o']);
                    let sounds_matter = matches!(language, "en" | "fr");
                    assert!(
                        !sounds_matter || vowel(word[0]) == vowel(first[0]),
                        "{word:?} beside {first:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_word_stands_in_one_group() {
        for language in ["en", "de", "fr", "es", "ko"] {
            let groups = groups(language);
            for (g, group) in groups.groups.iter().enumerate() {
                for form in group.words.iter().flatten() {
                    assert_eq!(groups.find(form).map(|place| place.0), Some(g), "{form}");
                }
            }
        }
    }

    #[test]
    fn every_culture_has_all_parts_of_a_name() {
        assert_eq!(CULTURES.len(), 5);
        for culture in CULTURES.iter() {
            for part in ["women", "men", "onsets", "rimes", "tails"] {
                assert!(!culture.get(part).is_empty(), "{part}");
            }
        }
        assert_eq!(MONTHS.len(), 4 * 12 * 3);
    }
}
