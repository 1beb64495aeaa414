//! Every quote that a query finds, as rows.

use std::cmp::Reverse;

use super::row::{Order, Quotations, QuoteRow, Speaking, Spoken};
use crate::error::Result;
use crate::search::{Finder, Query};
use crate::store::{Catalog, QuoteHit};

/// Finds the quotes for which `query` holds: fields of quotes hold for the quote
/// itself, fields of articles for its article, and words anywhere for the words
/// or the speaker of the quote.
///
/// The newest `limit` of them become rows, in `order`; all are counted. `today`
/// is an ISO 8601 date.
///
/// # Errors
/// When the library cannot be read.
pub fn quotes(
    finder: &Finder,
    query: &Query,
    (order, limit): (Order, usize),
    today: &str,
) -> Result<Quotations> {
    let mut notes = query.notes.clone();
    let (hits, found) = finder.quoted(query, limit, today, &mut notes)?;
    let catalog = finder.catalog();
    let rows = hits.into_iter().filter_map(|hit| row(catalog, hit));
    let mut rows: Vec<QuoteRow> = rows.collect();
    sort(&mut rows, order);
    let alone = |first| Spoken {
        first,
        others: Vec::new(),
    };
    Ok(Quotations {
        utterances: rows.into_iter().map(alone).collect(),
        found,
        notes,
    })
}

fn row(catalog: &Catalog, hit: QuoteHit) -> Option<QuoteRow> {
    let article = catalog.get(hit.place.position)?;
    let confidence = hit.confidence.unwrap_or_default();
    let said = |name: String| Speaking {
        name: name.into(),
        confidence,
    };
    Some(QuoteRow {
        article: article.id,
        span: hit.span,
        words: hit.words.into(),
        speaker: hit.speaker.map(said),
        headline: article.headline.clone(),
        source: article.source.clone(),
        published: article.published.clone(),
    })
}

// The rows come newest first, and a stable sort leaves equals so.
fn sort(rows: &mut [QuoteRow], order: Order) {
    // Without a name last.
    let last = |name: Option<&str>| (name.is_none(), name.unwrap_or_default().to_lowercase());
    match order {
        Order::Date => rows.sort_by_cached_key(|row| Reverse(row.published.clone())),
        Order::Speaker => rows.sort_by_cached_key(|row| last(row.speaker())),
        Order::Source => rows.sort_by_cached_key(|row| last(row.source.as_deref())),
        // By article they came.
        Order::Article => {}
    }
}
