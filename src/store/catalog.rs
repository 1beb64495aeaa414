//! What lists need of every article, immutable, in memory.

use std::sync::Arc;

use crate::model::{ActorKind, ArticleId};

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
    /// Of these quotes, those without a speaker.
    pub unattributed: u32,
    /// Of these quotes, those whose speaker is a guess.
    pub guesses: u32,
    /// Actors.
    pub actors: u32,
    /// Every actor, and every speaker that is none; see [`Catalog::name`].
    pub names: Box<[NameRef]>,
    /// Of these names, those that speak.
    pub speakers: Box<[NameRef]>,
}

/// The place of a name in its catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameRef(u32);

impl NameRef {
    /// The name at `index`; there are never more than a `u32` counts.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Its place among [`Catalog::names`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Somebody who is named in articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name, or the noun phrase as printed for a speaker without one.
    pub text: Arc<str>,
    /// What it is; nothing for a noun phrase.
    pub kind: Option<ActorKind>,
    /// Articles that name it.
    pub articles: u32,
}

/// The rows of all articles, newest first, undated ones last.
///
/// A catalog does not change: an import makes a new one, and whoever holds the
/// old one goes on reading it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalog {
    rows: Vec<Row>,
    names: Vec<Name>,
    /// The number of each article in the store and its place in `rows`, by number.
    numbers: Vec<(i64, u32)>,
}

impl Catalog {
    /// Makes a catalog of `rows`, putting them into list order.
    pub fn new(rows: Vec<Row>) -> Self {
        Self::with_names(rows, Vec::new())
    }

    /// Makes a catalog of `rows` and the names they refer to.
    pub fn with_names(mut rows: Vec<Row>, names: Vec<Name>) -> Self {
        rows.sort_by(in_list_order);
        Self {
            rows,
            names,
            numbers: Vec::new(),
        }
    }

    /// Makes the catalog of a store that knows articles by numbers of its own.
    pub(super) fn stored(mut rows: Vec<(i64, Row)>, names: Vec<Name>) -> Self {
        rows.sort_by(|(_, a), (_, b)| in_list_order(a, b));
        let places = rows.iter().zip(0..);
        let mut numbers: Vec<_> = places.map(|((number, _), at)| (*number, at)).collect();
        numbers.sort_unstable();
        Self {
            rows: rows.into_iter().map(|(_, row)| row).collect(),
            names,
            numbers,
        }
    }

    /// The number of each article in the store and its place in the list, by number.
    #[allow(dead_code, reason = "questions over words come next")]
    pub(super) fn numbers(&self) -> &[(i64, u32)] {
        &self.numbers
    }

    /// Every name, in no order that means anything.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The name that a row refers to.
    pub fn name(&self, name: NameRef) -> Option<&Name> {
        self.names.get(name.index())
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

/// Newest first: descending as text; `None` is the smallest and therefore comes last.
fn in_list_order(a: &Row, b: &Row) -> std::cmp::Ordering {
    b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id))
}
