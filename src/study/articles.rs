//! The orders of a list of articles.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use crate::store::Catalog;

/// How articles are ordered.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum ArticleOrder {
    /// The newest first, undated ones last.
    #[default]
    Date,
    /// By the outlet, those of none last.
    Source,
    /// By the headline.
    Title,
    /// The one with most quotes first.
    Quotes,
}

impl ArticleOrder {
    /// Every order.
    pub const ALL: [ArticleOrder; 4] = [
        ArticleOrder::Date,
        ArticleOrder::Source,
        ArticleOrder::Title,
        ArticleOrder::Quotes,
    ];

    /// The order as a person reads it.
    pub fn words(self) -> &'static str {
        match self {
            ArticleOrder::Date => "newest first",
            ArticleOrder::Source => "by source",
            ArticleOrder::Title => "by headline",
            ArticleOrder::Quotes => "most quotes first",
        }
    }
}

/// Orders positions of `catalog` that stand in its order, the newest first; equals stay so.
pub fn sort_articles(catalog: &Catalog, positions: &mut [usize], order: ArticleOrder) {
    // Without a name last.
    let last = |name: Option<&str>| (name.is_none(), name.unwrap_or_default().to_lowercase());
    let row = |at: &usize| catalog.get(*at);
    match order {
        ArticleOrder::Date => {}
        ArticleOrder::Source => {
            positions.sort_by_cached_key(|at| last(row(at).and_then(|row| row.source.as_deref())));
        }
        ArticleOrder::Title => {
            positions.sort_by_cached_key(|at| last(row(at).map(|row| &*row.headline)));
        }
        ArticleOrder::Quotes => {
            positions.sort_by_key(|at| Reverse(row(at).map_or(0, |row| row.quotes)));
        }
    }
}
