//! Quotes and actors as records: the same columns in the same order in every form.

use serde::Serialize;

use super::{CodePoints, cite};
use crate::model::{Actor, Entry, Mark, Marks, Quote, Rule};
use crate::store::Catalog;
use crate::study::ActorRow;

/// The version of the columns.
pub(super) const SCHEMA: u32 = 1;

/// A quote as a record. What is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct QuoteRecord {
    /// The words.
    pub quote: String,
    /// Who said them.
    pub speaker: String,
    /// What the article says the speaker is.
    pub speaker_role: String,
    /// `rule` or `user`: who found the speaker; empty without one.
    pub speaker_by: &'static str,
    /// Which rule found the speaker.
    pub rule: &'static str,
    /// The speech verb or phrase.
    pub cue: String,
    /// `direct`, `partial` or `term`.
    pub kind: &'static str,
    /// The actors that are named in the quote.
    pub mentions: Vec<String>,
    /// The id of the article.
    pub article_id: String,
    /// Where the words stand, in code points: `12-34`.
    pub span: String,
    /// The headline.
    pub title: String,
    /// The outlet.
    pub source: String,
    /// The byline.
    pub author: String,
    /// When the article was published, in ISO 8601.
    pub date: String,
    /// The language, by its two letters.
    pub language: String,
    /// The address.
    pub url: String,
    /// The tags on the quote.
    pub tags: Vec<String>,
    /// The note on the quote.
    pub note: String,
    /// Article and span: `b3:…@12-34`.
    pub quote_id: String,
}

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

/// Something that has the same columns in every form.
pub trait Record: Serialize {
    /// The names of the columns.
    const COLUMNS: &'static [&'static str];

    /// The cells, in the order of the columns; several values are joined by `; `.
    fn cells(&self) -> Vec<String>;
}

impl QuoteRecord {
    /// The record of one quote of `entry`.
    pub fn new(entry: &Entry, quote: &Quote, marks: &Marks) -> Self {
        let (text, meta) = (&entry.article.text, &entry.article.meta);
        let [start, end] = CodePoints::new(text).span(quote.span);
        let said = quote.speaker.as_ref();
        let on_quote = || marks.on(entry.article.id, quote.span);
        let text_of = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            quote: quote.span.of(text).to_owned(),
            speaker: said.map(|said| said.name.clone()).unwrap_or_default(),
            speaker_role: cite::role(entry, quote).unwrap_or_default(),
            speaker_by: said.map_or("", |said| match said.rule {
                Rule::User => "user",
                _ => "rule",
            }),
            rule: said.map_or("", |said| said.rule.word()),
            cue: said
                .and_then(|said| said.cue)
                .map(|cue| cue.of(text).to_owned())
                .unwrap_or_default(),
            kind: quote.kind.word(),
            mentions: mentioned(entry, quote)
                .map(|actor| actor.name.clone())
                .collect(),
            article_id: entry.article.id.to_string(),
            span: format!("{start}-{end}"),
            title: entry.article.headline().to_owned(),
            source: text_of(&meta.source),
            author: text_of(&meta.byline),
            date: text_of(&meta.published),
            language: text_of(&meta.language),
            url: text_of(&meta.url),
            tags: on_quote().filter_map(tag).map(str::to_owned).collect(),
            note: on_quote().find_map(note).unwrap_or_default().to_owned(),
            quote_id: cite::span(entry, quote),
        }
    }
}

fn mentioned<'e>(entry: &'e Entry, quote: &Quote) -> impl Iterator<Item = &'e Actor> {
    let span = quote.span;
    let actors = entry.analysis.actors.iter();
    actors.filter(move |actor| actor.mentions.iter().any(|mention| span.covers(*mention)))
}

fn tag(mark: &Mark) -> Option<&str> {
    match mark {
        Mark::Tagged { tag, .. } => Some(tag),
        _ => None,
    }
}

fn note(mark: &Mark) -> Option<&str> {
    match mark {
        Mark::Noted { note, .. } => Some(note),
        _ => None,
    }
}

impl ActorRecord {
    /// The record of one actor of `catalog`.
    pub fn new(catalog: &Catalog, row: &ActorRow) -> Self {
        let name = catalog.name(row.name);
        let day = |day: &Option<Box<str>>| day.as_deref().unwrap_or_default().to_owned();
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

impl Record for QuoteRecord {
    const COLUMNS: &'static [&'static str] = &[
        "quote",
        "speaker",
        "speaker_role",
        "speaker_by",
        "rule",
        "cue",
        "kind",
        "mentions",
        "article_id",
        "span",
        "title",
        "source",
        "author",
        "date",
        "language",
        "url",
        "tags",
        "note",
        "quote_id",
    ];

    fn cells(&self) -> Vec<String> {
        let text = |text: &str| text.to_owned();
        vec![
            text(&self.quote),
            text(&self.speaker),
            text(&self.speaker_role),
            text(self.speaker_by),
            text(self.rule),
            text(&self.cue),
            text(self.kind),
            self.mentions.join("; "),
            text(&self.article_id),
            text(&self.span),
            text(&self.title),
            text(&self.source),
            text(&self.author),
            text(&self.date),
            text(&self.language),
            text(&self.url),
            self.tags.join("; "),
            text(&self.note),
            text(&self.quote_id),
        ]
    }
}

impl Record for ActorRecord {
    const COLUMNS: &'static [&'static str] = &[
        "name", "kind", "quotes", "mentions", "articles", "sources", "first", "last",
    ];

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
}
