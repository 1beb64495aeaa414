//! What somebody picked, as rows: also passages that are no quotes, whole articles,
//! and what is no longer in the library.

use std::collections::HashMap;

use super::called::is_unnamed;
use super::row::{QuoteRow, Speaking};
use crate::error::Result;
use crate::model::{ArticleId, Attribution, Entry, Place, Quote, Rule};
use crate::store::{Catalog, Library};

/// One row for each of `places`, in their order.
///
/// A whole article has its headline as words and an empty span. What is gone from
/// the library has the words that were kept, and no headline.
///
/// # Errors
/// When the library cannot be read.
pub fn picked(catalog: &Catalog, library: &Library, places: &[Place]) -> Result<Vec<QuoteRow>> {
    let mut entries: HashMap<ArticleId, Option<Entry>> = HashMap::new();
    let mut rows = Vec::with_capacity(places.len());
    for place in places {
        let entry = match entries.entry(place.article) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(new) => {
                new.insert(library.entry(place.article)?)
            }
        };
        rows.push(row(catalog, entry.as_ref(), place));
    }
    Ok(rows)
}

fn row(catalog: &Catalog, entry: Option<&Entry>, place: &Place) -> QuoteRow {
    let listed = catalog.position(place.article);
    let listed = listed.and_then(|position| catalog.get(position));
    let quote = entry.and_then(|entry| quote_at(entry, place));
    let speaker = quote.and_then(|quote| quote.speaker.as_ref());
    let headline = listed.map(|row| row.headline.clone()).unwrap_or_default();
    let words = match place.is_whole() {
        true => headline.clone(),
        false => place.words.as_str().into(),
    };
    QuoteRow {
        article: place.article,
        span: place.span,
        words,
        speaker: speaker.map(|speaker| Speaking {
            unnamed: is_unnamed(
                &speaker.name,
                speaker.actor.is_some() || speaker.rule == Rule::User,
                listed.and_then(|row| row.language.as_deref()),
            ),
            name: shown(catalog, entry, speaker).into(),
            confidence: speaker.confidence,
            rule: Some(speaker.rule),
        }),
        headline,
        source: listed.and_then(|row| row.source.clone()),
        published: listed.and_then(|row| row.published.clone()),
        cue: entry.zip(speaker).and_then(|(entry, speaker)| {
            let cue = speaker.cue?.of(&entry.article.text);
            Some(cue.into())
        }),
        story: None,
        url: None,
    }
}

/// The name in the spelling that every list shows.
fn shown<'a>(catalog: &'a Catalog, entry: Option<&Entry>, said: &'a Attribution) -> &'a str {
    let actor = said.actor.zip(entry);
    let actor = actor.and_then(|(actor, entry)| entry.analysis.actors.get(actor.0));
    catalog.spelling(&said.name, actor.map(|actor| actor.kind))
}

// A later analysis may have drawn the quote a little wider.
fn quote_at<'a>(entry: &'a Entry, place: &Place) -> Option<&'a Quote> {
    let quotes = &entry.analysis.quotes;
    let same = quotes.iter().find(|quote| quote.span == place.span);
    same.or_else(|| quotes.iter().find(|quote| quote.span.overlaps(place.span)))
}
