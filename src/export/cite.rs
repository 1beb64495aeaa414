//! Citations: the words, who said them, and where they stand.

use super::CodePoints;
use crate::model::{Entry, Quote};

/// The quote with its citation, as the press prints it:
/// `“Words” — Speaker, role, Source, date, address`.
pub fn quote(entry: &Entry, quote: &Quote) -> String {
    let words = quote.span.of(&entry.article.text);
    let mut parts = Vec::new();
    if let Some(speaker) = &quote.speaker {
        parts.push(speaker.name.clone());
        parts.extend(role(entry, quote));
    }
    parts.extend(place(entry));
    match parts.is_empty() {
        true => format!("“{words}”"),
        false => format!("“{words}” — {}", parts.join(", ")),
    }
}

/// The citation of the article: `Author, “Headline”, Source, date, address`.
pub fn article(entry: &Entry) -> String {
    let meta = &entry.article.meta;
    let byline = meta
        .byline
        .clone()
        .filter(|name| Some(name) != meta.source.as_ref());
    let headline = format!("“{}”", entry.article.headline());
    let parts = byline.into_iter().chain([headline]).chain(place(entry));
    parts.collect::<Vec<_>>().join(", ")
}

/// The id of the article and the span of the quote in code points: `b3:…@12-34`.
pub fn span(entry: &Entry, quote: &Quote) -> String {
    let [start, end] = CodePoints::new(&entry.article.text).span(quote.span);
    format!("{}@{start}-{end}", entry.article.id)
}

fn role(entry: &Entry, quote: &Quote) -> Option<String> {
    let actor = quote.speaker.as_ref()?.actor?;
    let role = entry.analysis.actors.get(actor.0)?.roles.first()?;
    Some(role.of(&entry.article.text).to_owned())
}

fn place(entry: &Entry) -> impl Iterator<Item = String> {
    let meta = &entry.article.meta;
    let day = |published: &String| published.chars().take_while(|&c| c != 'T').collect();
    let date = meta.published.as_ref().map(day);
    let date = date.or_else(|| meta.published_text.clone());
    [meta.source.clone(), date, meta.url.clone()]
        .into_iter()
        .flatten()
}
