//! The way out when nothing is found: words that are there and almost like the one
//! that is not.

use std::collections::HashMap;

use strsim::osa_distance;

use super::finder::Finder;
use super::hits::FindingKind;
use super::occurrences::holds;
use super::query::{Pattern, Query, Test};
use super::run::{Place, Search};
use super::searchable::searchable;
use crate::error::Result;

/// A word that is there, and the query with it in the place of the one that is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// The word.
    pub word: String,
    /// The query that finds something.
    pub query: String,
}

/// What a query was asked of: a nearest word is offered only when it is found there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// The list of articles.
    Articles,
    /// The quotes of all articles.
    Quotes,
    /// Everybody who is named.
    Actors,
    /// The finder: everything, or one kind.
    All(Option<FindingKind>),
}

/// Words that are offered at most: what is read at a glance.
const OFFERED: usize = 4;
/// Words whose query is tried at most.
const TRIED: usize = 12;
/// Shorter words are near to half of all others.
const SHORTEST: usize = 3;
/// One letter may be off for so many that are typed.
const LETTERS_AN_ERROR: usize = 3;
/// More letters than this are off in no word that is still the same.
const MOST_ERRORS: usize = 3;

/// From which words the nearest one is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vocabulary {
    Names,
    Sources,
    All,
}

impl Finder {
    /// Finds the words nearest to the first one of `input` that stands nowhere, the
    /// nearest first. Empty when every word is there and only their company is not.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn nearest(&mut self, input: &str, among: Among, today: &str) -> Result<Vec<Nearest>> {
        let Some((typed, vocabulary)) = self.search(today).unknown(input)? else {
            return Ok(Vec::new());
        };
        let words = self.search(today).near(&typed, vocabulary)?;
        let mut offered = Vec::new();
        for word in words.into_iter().take(TRIED) {
            let query = replaced(input, &typed, &word);
            if self.finds(&query, among, today)? {
                offered.push(Nearest { word, query });
            }
            if offered.len() == OFFERED {
                break;
            }
        }
        Ok(offered)
    }

    fn finds(&mut self, query: &str, among: Among, today: &str) -> Result<bool> {
        let query = Query::parse(query);
        Ok(match among {
            Among::Articles => !self.list(&query, today)?.positions.is_empty(),
            Among::Quotes => self.quotes_of(&query, 1, today)?.found > 0,
            Among::Actors => !self.actors_of(&query, today)?.names.is_empty(),
            Among::All(scope) => self.find(&query, scope, 1, today)?.found > 0,
        })
    }
}

impl Search<'_> {
    /// The first word of `input` that stands nowhere in what it is asked of.
    fn unknown(&self, input: &str) -> Result<Option<(String, Vocabulary)>> {
        let query = Query::parse(input);
        let terms = query.clauses.iter().flat_map(|clause| &clause.terms);
        for term in terms.filter(|term| !term.negated) {
            let Some((pattern, vocabulary)) = asked(&term.test) else {
                continue;
            };
            for word in pattern.typed.split_whitespace() {
                let long = word.chars().count() >= SHORTEST;
                if long && !self.is_known(word, vocabulary)? {
                    return Ok(Some((word.to_owned(), vocabulary)));
                }
            }
        }
        Ok(None)
    }

    fn is_known(&self, word: &str, vocabulary: Vocabulary) -> Result<bool> {
        let pattern = Pattern::new(word);
        Ok(match vocabulary {
            Vocabulary::Names => !self.names_with(&pattern).is_empty(),
            Vocabulary::Sources => {
                let mut addresses = self.catalog.addresses();
                self.is_written(&pattern, Place::Source)
                    || addresses.any(|(address, _)| holds(&pattern, address))
            }
            Vocabulary::All => {
                self.is_written(&pattern, Place::Anywhere)
                    || !self.names_with(&pattern).is_empty()
                    || self.stands_in_bodies(&pattern)?
            }
        })
    }

    /// The words of `vocabulary` that are almost `typed`, the nearest first, of equals
    /// the one that stands in more places.
    fn near(&self, typed: &str, vocabulary: Vocabulary) -> Result<Vec<String>> {
        let typed = searchable(typed).text;
        let typed = typed.trim();
        let mut near = Near::to(typed);
        match vocabulary {
            Vocabulary::Sources => self.add_sources(&mut near),
            Vocabulary::Names => self.add_names(&mut near),
            Vocabulary::All => {
                self.add_names(&mut near);
                for letter in first_letters(typed) {
                    let words = self.library.words(&letter.to_string())?;
                    words.iter().for_each(|word| near.add(word));
                }
            }
        }
        Ok(near.sorted())
    }

    fn add_names(&self, near: &mut Near) {
        for name in self.catalog.names() {
            let aliases = name.aliases.iter().map(|alias| &**alias);
            for text in aliases.chain([&*name.text]) {
                let words = searchable(text).text;
                words.split_whitespace().for_each(|word| near.add(word));
            }
        }
    }

    fn add_sources(&self, near: &mut Near) {
        let sources = self.catalog.rows().iter();
        for source in sources.filter_map(|row| row.source.as_deref()) {
            let words = searchable(source).text;
            words.split_whitespace().for_each(|word| near.add(word));
        }
    }
}

/// Words almost like one, with how many letters are off and how often they came.
struct Near {
    typed: String,
    letters: usize,
    most: usize,
    found: HashMap<String, (usize, usize)>,
}

impl Near {
    fn to(typed: &str) -> Self {
        let letters = typed.chars().count();
        Self {
            typed: typed.to_owned(),
            letters,
            most: (letters / LETTERS_AN_ERROR).clamp(1, MOST_ERRORS),
            found: HashMap::new(),
        }
    }

    fn add(&mut self, word: &str) {
        // In UTF-8 a word has at least as many bytes as letters.
        if word.len() + self.most < self.letters || !word.contains(char::is_alphabetic) {
            return;
        }
        if let Some((_, count)) = self.found.get_mut(word) {
            *count += 1;
            return;
        }
        let letters = word.chars().count();
        if letters > self.letters + self.most || letters < SHORTEST {
            return;
        }
        let errors = osa_distance(word, &self.typed);
        if errors <= self.most {
            self.found.insert(word.to_owned(), (errors, 1));
        }
    }

    fn sorted(self) -> Vec<String> {
        let mut words: Vec<_> = self.found.into_iter().collect();
        words.sort_by(|(a, (near, often)), (b, (nearer, oftener))| {
            (near, oftener, a).cmp(&(nearer, often, b))
        });
        words.into_iter().map(|(word, _)| word).collect()
    }
}

/// What a test looks for and where its words come from; nothing for what is no words.
fn asked(test: &Test) -> Option<(&Pattern, Vocabulary)> {
    let vocabulary = match test {
        Test::By(_) | Test::Of(_) | Test::Actor(_) => Vocabulary::Names,
        Test::Source(pattern) => return Some((pattern, Vocabulary::Sources)),
        Test::Anywhere(_) | Test::Said(_) | Test::Text(_) | Test::Title(_) => Vocabulary::All,
        Test::Language(_)
        | Test::Tag(_)
        | Test::Note(_)
        | Test::Story(_)
        | Test::Date(_)
        | Test::Is(_)
        | Test::Has(_) => return None,
    };
    Some((test.pattern()?, vocabulary))
}

/// The letters that the meant word may begin with: the first one typed or, when two
/// were exchanged, the second one.
fn first_letters(typed: &str) -> Vec<char> {
    let mut letters: Vec<char> = typed.chars().take(2).collect();
    letters.dedup();
    letters
}

/// `input` with `word` in the place of `typed`, where that stands last.
fn replaced(input: &str, typed: &str, word: &str) -> String {
    match input.rfind(typed) {
        Some(at) => format!("{}{word}{}", &input[..at], &input[at + typed.len()..]),
        None => input.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, words: &[&str], expected: &[&str]) {
        let mut near = Near::to(typed);
        words.iter().for_each(|word| near.add(word));
        assert_eq!(near.sorted(), expected);
    }

    #[test]
    fn the_nearest_word_comes_first_and_of_equals_the_commoner_one() {
        check(
            "harbor",
            &["harbour", "harper", "harbors", "harbors", "barber", "wharf"],
            &["harbors", "harbour", "barber", "harper"],
        );
    }

    #[test]
    fn letters_that_changed_places_are_one_error_and_short_words_allow_no_more() {
        check("eblow", &["elbow", "mellow", "blown"], &["elbow"]);
        check("cat", &["car", "dog", "cab", "at"], &["cab", "car"]);
    }

    #[test]
    fn only_the_word_is_replaced() {
        assert_eq!(
            replaced("by:harbr -dam", "harbr", "harbour"),
            "by:harbour -dam"
        );
    }
}
