//! What lists need of every article, immutable, in memory.

use std::sync::Arc;

use crate::model::ArticleId;

/// What a list shows of one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Which article.
    pub id: ArticleId,
    /// ISO 8601 as in [`crate::model::Meta::published`].
    pub published: Option<Box<str>>,
    /// The headline as printed.
    pub headline: Box<str>,
    /// The outlet.
    pub source: Option<Arc<str>>,
    /// ISO 639-1.
    pub language: Option<Arc<str>>,
    /// Quotes that are no terms.
    pub quotes: u32,
    /// Actors.
    pub actors: u32,
}

/// The rows of all articles, newest first, undated ones last.
///
/// A catalog does not change: an import makes a new one, and whoever holds the
/// old one goes on reading it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalog {
    rows: Vec<Row>,
}

impl Catalog {
    /// Makes a catalog of `rows`, putting them into list order.
    pub fn new(mut rows: Vec<Row>) -> Self {
        // Descending as text; `None` is the smallest and therefore comes last.
        rows.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id)));
        Self { rows }
    }

    /// Every row in list order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row at `position` of the list.
    pub fn get(&self, position: usize) -> Option<&Row> {
        self.rows.get(position)
    }

    /// Where in the list an article stands.
    pub fn position(&self, id: ArticleId) -> Option<usize> {
        self.rows.iter().position(|row| row.id == id)
    }

    /// Number of articles.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no article.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
