//! Quotes and articles counted by one or two of what is known about them.

use std::collections::{BTreeMap, HashSet};

use super::grid::Cell;
use super::record::{ArticleRecord, QuoteRecord};
use crate::search::Unit;
use crate::study::bucket;

/// By what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// The outlet.
    Source,
    /// Who said it.
    Speaker,
    /// 2026-08
    Month,
    /// 2026
    Year,
    /// 2026-W33
    Week,
    /// 2026-08-14
    Day,
    /// The language, by its two letters.
    Language,
    /// `direct` or `partial`.
    Kind,
    /// Each tag; what has two is counted at both.
    Tag,
}

impl Key {
    /// Every one with its word.
    pub const ALL: [(&'static str, Key); 9] = [
        ("source", Key::Source),
        ("speaker", Key::Speaker),
        ("month", Key::Month),
        ("year", Key::Year),
        ("week", Key::Week),
        ("day", Key::Day),
        ("language", Key::Language),
        ("kind", Key::Kind),
        ("tag", Key::Tag),
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        let found = Self::ALL.into_iter().find(|(_, key)| *key == self);
        found.map_or("", |(word, _)| word)
    }

    /// Whether only quotes have it.
    pub fn is_of_quotes(self) -> bool {
        matches!(self, Key::Speaker | Key::Kind)
    }
}

/// What is known of one quote or article.
struct Known<'a> {
    source: &'a str,
    speaker: &'a str,
    date: &'a str,
    language: &'a str,
    kind: &'a str,
    tags: &'a [String],
    article: &'a str,
}

/// Counts that grow with every record.
#[derive(Debug)]
pub struct Counts {
    keys: Vec<Key>,
    of_quotes: bool,
    rows: BTreeMap<Vec<Value>, Count>,
}

/// A value of a key; nothing known stands last.
type Value = (bool, String);

#[derive(Debug, Default)]
struct Count {
    quotes: usize,
    articles: HashSet<String>,
}

impl Counts {
    /// Counts quotes, and the articles that they stand in, by `keys`.
    pub fn of_quotes(keys: &[Key]) -> Self {
        Self {
            keys: keys.to_vec(),
            of_quotes: true,
            rows: BTreeMap::new(),
        }
    }

    /// Counts articles by `keys`.
    pub fn of_articles(keys: &[Key]) -> Self {
        Self {
            of_quotes: false,
            ..Self::of_quotes(keys)
        }
    }

    /// Counts a quote.
    pub fn quote(&mut self, record: &QuoteRecord) {
        self.add(&Known {
            source: &record.source,
            speaker: &record.speaker,
            date: &record.date,
            language: &record.language,
            kind: record.kind,
            tags: &record.tags,
            article: &record.article_id,
        });
    }

    /// Counts an article with these tags.
    pub fn article(&mut self, record: &ArticleRecord, tags: &[String]) {
        self.add(&Known {
            source: &record.source,
            speaker: "",
            date: &record.date,
            language: &record.language,
            kind: "",
            tags,
            article: &record.article_id,
        });
    }

    fn add(&mut self, known: &Known) {
        let mut places: Vec<Vec<Value>> = vec![Vec::new()];
        for key in &self.keys {
            let values = known.values(*key);
            let with = |place: &Vec<Value>| {
                let place = place.clone();
                let values = values.clone().into_iter();
                values.map(move |value| {
                    let mut place = place.clone();
                    place.push((value.is_empty(), value));
                    place
                })
            };
            places = places.iter().flat_map(with).collect();
        }
        for place in places {
            let count = self.rows.entry(place).or_default();
            count.quotes += 1;
            count.articles.insert(known.article.to_owned());
        }
    }

    /// The names of the columns: the keys, then the counts.
    pub fn columns(&self) -> Vec<String> {
        let keys = self.keys.iter().map(|key| key.word());
        let counts = match self.of_quotes {
            true => &["quotes", "articles"][..],
            false => &["articles"],
        };
        let columns = keys.chain(counts.iter().copied());
        columns.map(str::to_owned).collect()
    }

    /// The rows in the order of their keys.
    pub fn rows(&self) -> Vec<Vec<Cell>> {
        let rows = self.rows.iter().map(|(place, count)| {
            let keys = place.iter().map(|(_, value)| Cell::Text(value.clone()));
            let quotes = self.of_quotes.then_some(Cell::Number(count.quotes));
            let articles = Cell::Number(count.articles.len());
            keys.chain(quotes).chain([articles]).collect()
        });
        rows.collect()
    }
}

impl Known<'_> {
    fn values(&self, key: Key) -> Vec<String> {
        let time = |unit| vec![bucket(self.date, unit).unwrap_or_default()];
        match key {
            Key::Source => vec![self.source.to_owned()],
            Key::Speaker => vec![self.speaker.to_owned()],
            Key::Month => time(Unit::Month),
            Key::Year => time(Unit::Year),
            Key::Week => time(Unit::Week),
            Key::Day => time(Unit::Day),
            Key::Language => vec![self.language.to_owned()],
            Key::Kind => vec![self.kind.to_owned()],
            Key::Tag if self.tags.is_empty() => vec![String::new()],
            Key::Tag => self.tags.to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(source: &str, date: &str, tags: &[&str]) -> QuoteRecord {
        QuoteRecord {
            source: source.to_owned(),
            date: date.to_owned(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            article_id: format!("{source}{date}"),
            ..QuoteRecord::default()
        }
    }

    #[track_caller]
    fn check(keys: &[Key], expected: &[&str]) {
        let mut counts = Counts::of_quotes(keys);
        for quote in [
            record("Post", "2026-05-01", &["pier", "crane"]),
            record("Post", "2026-05-01", &[]),
            record("Post", "2026-06-02", &["pier"]),
            record("", "", &[]),
        ] {
            counts.quote(&quote);
        }
        let words = |row: &Vec<Cell>| {
            let cells = row.iter().map(|cell| match cell {
                Cell::Text(text) => text.clone(),
                Cell::Number(number) => number.to_string(),
            });
            cells.collect::<Vec<_>>().join(" ")
        };
        let rows: Vec<String> = counts.rows().iter().map(words).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn quotes_are_counted_by_one_key_or_two() {
        check(&[Key::Source], &["Post 3 2", " 1 1"]);
        check(
            &[Key::Source, Key::Month],
            &["Post 2026-05 2 1", "Post 2026-06 1 1", "  1 1"],
        );
    }

    #[test]
    fn what_has_two_tags_is_counted_at_both() {
        check(&[Key::Tag], &["crane 1 1", "pier 2 2", " 2 2"]);
    }
}
