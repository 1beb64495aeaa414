//! An actor as a record.

use std::sync::Arc;

use serde::Serialize;

use super::Record;
use crate::export::reference::Reference;
use crate::export::template::Template;
use crate::export::{lines, markdown};
use crate::store::Catalog;
use crate::study::ActorRow;

/// An actor as a record. What is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ActorRecord {
    /// The name.
    pub name: String,
    /// `person`, `organization` or `place`.
    pub kind: &'static str,
    /// Quotes of which this is the speaker.
    pub quotes: u32,
    /// Places where an article names it.
    pub mentions: u32,
    /// Articles that name it.
    pub articles: u32,
    /// Outlets that name it.
    pub sources: u32,
    /// The day of the first dated article.
    pub first: String,
    /// The day of the last one.
    pub last: String,
}

impl ActorRecord {
    /// The record of one actor of `catalog`.
    pub fn new(catalog: &Catalog, row: &ActorRow) -> Self {
        let name = catalog.name(row.name);
        let day = |day: &Option<Arc<str>>| day.as_deref().unwrap_or_default().to_owned();
        Self {
            name: name.map(|name| name.text.to_string()).unwrap_or_default(),
            kind: name
                .and_then(|name| name.kind)
                .map_or("", |kind| kind.word()),
            quotes: row.quotes,
            mentions: row.mentions,
            articles: row.articles,
            sources: row.sources,
            first: day(&row.first),
            last: day(&row.last),
        }
    }
}

impl Record for ActorRecord {
    const COLUMNS: &'static [&'static str] = &[
        "name", "kind", "quotes", "mentions", "articles", "sources", "first", "last",
    ];

    fn markdown_head() -> Option<String> {
        let columns: Vec<String> = Self::COLUMNS
            .iter()
            .map(|name| (*name).to_owned())
            .collect();
        Some(markdown::table_head(&columns))
    }

    fn cells(&self) -> Vec<String> {
        vec![
            self.name.clone(),
            self.kind.to_owned(),
            self.quotes.to_string(),
            self.mentions.to_string(),
            self.articles.to_string(),
            self.sources.to_string(),
            self.first.clone(),
            self.last.clone(),
        ]
    }

    fn markdown(&self, _cite: Option<&Template>) -> String {
        markdown::record_row(self)
    }

    fn plain(&self, _cite: Option<&Template>) -> String {
        lines::actor_text(self)
    }

    fn table_head() -> String {
        Self::markdown_head().unwrap_or_default()
    }

    fn table_row(&self) -> String {
        markdown::record_row(self)
    }

    /// Nobody cites a name.
    fn reference(&self) -> Option<Reference<'_>> {
        None
    }
}
