//! Articles as entries of a bibliography.
//!
//! An article with an outlet is one of a newspaper; without one it is a page of the web
//! when it has an address. Keys depend on the article alone, so that they are the same
//! in every export.

mod author;
mod bibtex;
mod csl;

pub use bibtex::bibtex;
pub use csl::csl;

use super::template::Cited;
use unicode_normalization::UnicodeNormalization;

/// An article to be cited. What is not known is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reference<'a> {
    /// The id.
    pub article_id: &'a str,
    /// The headline.
    pub title: &'a str,
    /// The outlet.
    pub source: &'a str,
    /// The byline.
    pub author: &'a str,
    /// The day, or as much of it as is known: `2026-08-14`.
    pub date: &'a str,
    /// The language, by its two letters.
    pub language: &'a str,
    /// The address.
    pub url: &'a str,
    /// Tags of a person.
    pub tags: &'a [String],
    /// The note of a person.
    pub note: &'a str,
}

/// What kind of publication it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Newspaper,
    Web,
    Other,
}

/// Digits of the id in a key: a hundred thousand articles of one outlet and year have
/// different ones.
const DIGITS: usize = 10;

impl<'a> Reference<'a> {
    /// The article with this id and language, as it is cited, with its tags and note.
    pub fn new(
        (article_id, language): (&'a str, &'a str),
        cited: Cited<'a>,
        (tags, note): (&'a [String], &'a str),
    ) -> Self {
        Self {
            article_id,
            title: cited.title,
            source: cited.source,
            author: cited.author,
            date: cited.date,
            language,
            url: cited.url,
            tags,
            note,
        }
    }

    /// The key: outlet, year, and the beginning of the id, `quaypost2026-6f1ed002ab`.
    pub fn key(&self) -> String {
        let id = self.article_id.trim_start_matches("b3:");
        let id = id.get(..DIGITS).unwrap_or(id);
        let mut outlet: String = self
            .source
            .nfd()
            .filter(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .take(24)
            .collect();
        if outlet.is_empty() {
            outlet.push_str("article");
        }
        let year = self.date_parts().first().copied();
        let year = year.map(|year| year.to_string()).unwrap_or_default();
        format!("{outlet}{year}-{id}")
    }

    fn kind(&self) -> Kind {
        match (self.source.is_empty(), self.url.is_empty()) {
            (false, _) => Kind::Newspaper,
            (true, false) => Kind::Web,
            (true, true) => Kind::Other,
        }
    }

    /// Year, month and day, as far as they are known.
    fn date_parts(&self) -> Vec<u32> {
        let parts = self.date.split('-').map_while(|part| part.parse().ok());
        parts.take(3).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_tells_outlet_year_and_article() {
        let of = |source, date| {
            let article_id = "b3:6f1ed002ab5595859014ebf0951522d9";
            let reference = Reference {
                article_id,
                source,
                date,
                ..Reference::default()
            };
            reference.key()
        };
        assert_eq!(
            of("L’Écho du Port", "2026-05-01"),
            "lechoduport2026-6f1ed002ab"
        );
        assert_eq!(of("한빛일보", ""), "article-6f1ed002ab");
    }
}
