//! Every quote that a query finds, as rows.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry::Vacant;

use super::called::is_unnamed;
use super::row::{Order, Quotations, QuoteRow, Speaking, Spoken};
use super::utterance::{Utterance, Utterer, utterances};
use crate::error::Result;
use crate::model::ArticleId;
use crate::search::stories;
use crate::search::{Finder, Query};
use crate::store::{Catalog, Library, QuoteHit, QuotePlace, QuoteSketch};

/// Finds the quotes for which `query` holds: fields of quotes hold for the quote
/// itself, fields of articles for its article, and words anywhere for the words
/// or the speaker of the quote.
///
/// The newest `limit` of them become rows, in `order`, and those of one utterance
/// become one; all are counted. `today` is an ISO 8601 date.
///
/// # Errors
/// When the library cannot be read.
pub fn quotes(
    finder: &Finder,
    query: &Query,
    (order, limit): (Order, usize),
    today: &str,
) -> Result<Quotations> {
    let quoted = finder.quotes_of(query, limit, today)?;
    let catalog = finder.catalog();
    let mut rows = rows(catalog, finder.library(), &quoted.quotes)?;
    if order == Order::Story {
        let mut articles: Vec<usize> = quoted.quotes.iter().map(|q| q.place.position).collect();
        articles.dedup();
        let stories = stories(catalog, &articles);
        let of: HashMap<ArticleId, usize> = articles
            .iter()
            .zip(stories)
            .filter_map(|(&at, story)| Some((catalog.get(at)?.id, story)))
            .collect();
        for row in &mut rows {
            row.story = of.get(&row.article).copied();
        }
    }
    sort(&mut rows, order);
    Ok(Quotations {
        utterances: spoken(rows),
        found: quoted.found,
        notes: quoted.notes,
    })
}

/// The words of these quotes and what is known about them, in their order; those that
/// are gone meanwhile are left out.
///
/// # Errors
/// When the library cannot be read.
pub fn rows(catalog: &Catalog, library: &Library, quotes: &[QuoteSketch]) -> Result<Vec<QuoteRow>> {
    let places: Vec<QuotePlace> = quotes.iter().map(|quote| quote.place).collect();
    let hits = library.quotes(catalog, &places)?;
    Ok(hits
        .into_iter()
        .filter_map(|hit| row(catalog, hit))
        .collect())
}

/// Gives every quote the address of its article: what is cited leads there.
///
/// # Errors
/// When the library cannot be read.
pub fn link(library: &Library, utterances: &mut [Spoken]) -> Result<()> {
    let mut known: HashMap<ArticleId, Option<String>> = HashMap::new();
    for row in utterances.iter_mut().flat_map(Spoken::rows_mut) {
        if let Vacant(new) = known.entry(row.article) {
            let imprint = library.imprint(row.article)?;
            new.insert(imprint.and_then(|imprint| imprint.url));
        }
        let url = known.get(&row.article).and_then(Option::as_deref);
        row.url = url.map(Into::into);
    }
    Ok(())
}

fn row(catalog: &Catalog, hit: QuoteHit) -> Option<QuoteRow> {
    let article = catalog.get(hit.place.position)?;
    let (confidence, rule) = (hit.confidence.unwrap_or_default(), hit.rule);
    let said = |name: String| Speaking {
        unnamed: is_unnamed(&name, hit.named, article.language.as_deref()),
        name: name.into(),
        confidence,
        rule,
    };
    Some(QuoteRow {
        article: article.id,
        span: hit.span,
        words: hit.words.into(),
        speaker: hit.speaker.map(said),
        headline: article.headline.clone(),
        source: article.source.clone(),
        published: article.published.clone(),
        cue: hit.cue.map(Into::into),
        story: None,
        url: None,
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
        Order::Story => rows.sort_by_key(|row| row.story),
    }
}

/// Puts quotes in list order into another one, without their words: a large library has
/// more of them than should be held.
pub fn sort_quotes(catalog: &Catalog, quotes: &mut [QuoteSketch], order: Order) {
    let last = |name: Option<&str>| (name.is_none(), name.unwrap_or_default().to_lowercase());
    let speaker = |quote: &QuoteSketch| quote.speaker.and_then(|name| catalog.name(name));
    match order {
        Order::Date | Order::Article => {}
        Order::Speaker => {
            quotes.sort_by_cached_key(|quote| last(speaker(quote).map(|name| &*name.text)));
        }
        Order::Source => quotes.sort_by_cached_key(|quote| {
            let row = catalog.get(quote.place.position);
            last(row.and_then(|row| row.source.as_deref()))
        }),
        Order::Story => {
            let mut articles: Vec<usize> = quotes.iter().map(|one| one.place.position).collect();
            articles.dedup();
            let of = stories(catalog, &articles);
            let of: HashMap<usize, usize> = articles.into_iter().zip(of).collect();
            quotes.sort_by_key(|quote| of.get(&quote.place.position).copied());
        }
    }
}

/// Folds the rows of one utterance; the one with the most words stands for all, at
/// its place in the order.
fn spoken(rows: Vec<QuoteRow>) -> Vec<Spoken> {
    let heard: Vec<Utterer> = rows.iter().map(QuoteRow::utterer).collect();
    let mut groups: Vec<Utterance> = utterances(&heard);
    groups.sort_by_key(|group| group.fullest);
    let mut rows: Vec<Option<QuoteRow>> = rows.into_iter().map(Some).collect();
    let mut take = |at: usize| rows.get_mut(at).and_then(Option::take);
    let spoken = groups.into_iter().filter_map(|group| {
        let first = take(group.fullest)?;
        let others = group.quotes.iter().filter_map(|&at| take(at));
        let mut others: Vec<QuoteRow> = others.collect();
        others.sort_by(|a, b| b.published.cmp(&a.published));
        Some(Spoken { first, others })
    });
    spoken.collect()
}
