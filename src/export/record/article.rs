//! An article as a record.

use serde::Serialize;

use super::{Record, day, marks_on_article};
use crate::export::reference::Reference;
use crate::export::template::{Cited, Template};
use crate::export::{markdown, plain};
use crate::model::Marks;
use crate::store::{Imprint, Row};

/// An article as a record. What is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ArticleRecord {
    /// The id.
    pub article_id: String,
    /// The headline.
    pub title: String,
    /// The outlet.
    pub source: String,
    /// The byline.
    pub author: String,
    /// When it was published, in ISO 8601.
    pub date: String,
    /// The language, by its two letters.
    pub language: String,
    /// The address.
    pub url: String,
    /// Quotes that are no terms.
    pub quotes: u32,
    /// Actors.
    pub actors: u32,
    /// The tags on the article itself.
    pub tags: Vec<String>,
    /// The note on the article itself.
    pub note: String,
}

impl ArticleRecord {
    /// The record of the article of `row`.
    pub fn new(row: &Row, imprint: Imprint, marks: &Marks) -> Self {
        let (tags, note) = marks_on_article(marks, row.id);
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Self {
            article_id: row.id.to_string(),
            title: row.headline.to_string(),
            source: text(row.source.as_deref()),
            author: imprint.byline.unwrap_or_default(),
            date: text(row.published.as_deref()),
            language: text(row.language.as_deref()),
            url: imprint.url.unwrap_or_default(),
            quotes: row.quotes,
            actors: row.actors,
            tags,
            note,
        }
    }

    /// What a citation is made of.
    pub fn cited(&self) -> Cited<'_> {
        Cited {
            source: &self.source,
            title: &self.title,
            date: day(&self.date),
            url: &self.url,
            author: &self.author,
            ..Cited::default()
        }
    }
}

impl Record for ArticleRecord {
    const COLUMNS: &'static [&'static str] = &[
        "article_id",
        "title",
        "source",
        "author",
        "date",
        "language",
        "url",
        "quotes",
        "actors",
        "tags",
        "note",
    ];

    fn cells(&self) -> Vec<String> {
        vec![
            self.article_id.clone(),
            self.title.clone(),
            self.source.clone(),
            self.author.clone(),
            self.date.clone(),
            self.language.clone(),
            self.url.clone(),
            self.quotes.to_string(),
            self.actors.to_string(),
            self.tags.join("; "),
            self.note.clone(),
        ]
    }

    fn markdown(&self, cite: Option<&Template>) -> String {
        markdown::article(&self.cited(), (&self.tags, &self.note), cite)
    }

    fn plain(&self, cite: Option<&Template>) -> String {
        plain::article(&self.cited(), (&self.tags, &self.note), cite)
    }

    fn reference(&self) -> Option<Reference<'_>> {
        let article = (&*self.article_id, &*self.language);
        Some(Reference::new(
            article,
            self.cited(),
            (&self.tags, &self.note),
        ))
    }

    fn table_row(&self) -> String {
        markdown::cited_row(&self.cited())
    }
}
