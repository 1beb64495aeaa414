//! A quote as a record.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::{Record, day, tags_and_note};
use crate::export::reference::Reference;
use crate::export::template::{Cited, Template};
use crate::export::{CodePoints, cite, markdown, plain};
use crate::model::{Actor, Confidence, Entry, Marks, Place, Quote, Rule, Span};
use crate::study::{Called, is_unnamed};

/// Who found a speaker whom a person named.
const USER: &str = "user";
/// The kind of what is a whole article.
const ARTICLE: &str = "article";

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
    /// How sure the speaker is, from 0 to 1 with two decimals.
    #[serde(serialize_with = "share")]
    pub confidence: Option<Confidence>,
    /// Whether the speaker is a guess, which every other place shows by a `?`.
    pub guess: Option<bool>,
    /// Whether the speaker has a name: "a spokesman" has none, and neither has "they".
    pub named: Option<bool>,
    /// Which rule found the speaker.
    pub rule: &'static str,
    /// The speech verb or phrase.
    pub cue: String,
    /// `direct`, `partial` or `term`; `passage` or `article` for what was picked and is
    /// no quote.
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

impl QuoteRecord {
    /// The record of one quote of `entry`.
    pub fn new(entry: &Entry, quote: &Quote, marks: &Marks) -> Self {
        let points = CodePoints::new(&entry.article.text);
        Self::counted((entry, &points), quote, marks)
    }

    /// The same with the characters of the text counted: once for all its quotes.
    pub(in crate::export) fn counted(
        (entry, points): (&Entry, &CodePoints),
        quote: &Quote,
        marks: &Marks,
    ) -> Self {
        let text = &entry.article.text;
        let said = quote.speaker.as_ref();
        Self {
            speaker: said.map(|said| said.name.clone()).unwrap_or_default(),
            speaker_role: cite::role(entry, quote).unwrap_or_default(),
            speaker_by: said.map_or("", |said| match said.rule {
                Rule::User => USER,
                _ => "rule",
            }),
            confidence: said.map(|said| said.confidence),
            guess: said.map(|said| said.confidence.is_guess()),
            named: said.map(|said| said.actor.is_some()),
            rule: said.map_or("", |said| said.rule.word()),
            cue: said
                .and_then(|said| said.cue)
                .map(|cue| cue.of(text).to_owned())
                .unwrap_or_default(),
            kind: quote.kind.word(),
            ..Self::counted_passage((entry, points), quote.span, marks)
        }
    }

    /// The record of a passage that is no quote; an empty span is the whole article.
    pub fn passage(entry: &Entry, span: Span, marks: &Marks) -> Self {
        let points = CodePoints::new(&entry.article.text);
        Self::counted_passage((entry, &points), span, marks)
    }

    fn counted_passage((entry, points): (&Entry, &CodePoints), span: Span, marks: &Marks) -> Self {
        let (text, meta) = (&entry.article.text, &entry.article.meta);
        let article = entry.article.id;
        let [start, end] = points.span(span);
        let text_of = |text: &Option<String>| text.clone().unwrap_or_default();
        let whole = span.is_empty();
        let fits = |place: &Place| match whole {
            true => place.span.is_empty(),
            false => place.span.is_roughly(span),
        };
        let (tags, note) = tags_and_note(marks.of(article), fits);
        let place = |id: String| match whole {
            true => id,
            false => format!("{id}@{start}-{end}"),
        };
        Self {
            quote: span.of(text).to_owned(),
            kind: if whole { ARTICLE } else { "passage" },
            mentions: mentioned(entry, span)
                .map(|actor| actor.name.clone())
                .collect(),
            article_id: article.to_string(),
            span: match whole {
                true => String::new(),
                false => format!("{start}-{end}"),
            },
            title: entry.article.headline().to_owned(),
            source: text_of(&meta.source),
            author: text_of(&meta.byline),
            date: text_of(&meta.published),
            language: text_of(&meta.language),
            url: text_of(&meta.url),
            tags,
            note,
            quote_id: place(article.to_string()),
            ..Self::default()
        }
    }

    /// What the speaker is called in prose; empty without one.
    pub fn called(&self) -> Cow<'_, str> {
        match (self.speaker.as_str(), self.confidence) {
            ("", _) => Cow::Borrowed(""),
            (name, Some(confidence)) => {
                let named = self.named == Some(true) || self.speaker_by == USER;
                let unnamed = is_unnamed(name, named, Some(&self.language));
                Called::new(name, confidence, unnamed).into()
            }
            (name, None) => Cow::Borrowed(name),
        }
    }

    /// Whether it is a whole article, which says nothing but is cited.
    pub fn is_article(&self) -> bool {
        self.kind == ARTICLE
    }

    /// What a citation is made of.
    pub fn cited(&self) -> Cited<'_> {
        Cited {
            quote: &self.quote,
            speaker: self.called(),
            role: &self.speaker_role,
            source: &self.source,
            title: &self.title,
            date: day(&self.date),
            url: &self.url,
            author: &self.author,
        }
    }
}

fn mentioned(entry: &Entry, span: Span) -> impl Iterator<Item = &Actor> {
    let actors = entry.analysis.actors.iter();
    actors.filter(move |actor| actor.mentions.iter().any(|mention| span.covers(*mention)))
}

impl Record for QuoteRecord {
    const COLUMNS: &'static [&'static str] = &[
        "quote",
        "speaker",
        "speaker_role",
        "speaker_by",
        "confidence",
        "guess",
        "named",
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
            self.confidence.map(hundredths).unwrap_or_default(),
            flag(self.guess),
            flag(self.named),
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

    fn markdown(&self, cite: Option<&Template>) -> String {
        markdown::quote(self, cite)
    }

    fn plain(&self, cite: Option<&Template>) -> String {
        plain::quote(self, cite)
    }

    fn reference(&self) -> Option<Reference<'_>> {
        // What is marked on a passage is no matter of its article.
        let marks = match self.is_article() {
            true => (&self.tags[..], &*self.note),
            false => (&[][..], ""),
        };
        let article = (&*self.article_id, &*self.language);
        Some(Reference::new(article, self.cited(), marks))
    }

    fn table_row(&self) -> String {
        markdown::cited_row(&self.cited())
    }
}

/// A share with two decimals, rounded down: a guess is below 0.60 here, too.
pub(in crate::export) fn hundredths(confidence: Confidence) -> String {
    let hundredths = confidence.thousandths() / 10;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

pub(in crate::export) fn flag(flag: Option<bool>) -> String {
    flag.map(|flag| flag.to_string()).unwrap_or_default()
}

pub(in crate::export) fn share<S: Serializer>(
    confidence: &Option<Confidence>,
    out: S,
) -> Result<S::Ok, S::Error> {
    let rounded = |one: &Confidence| f64::from(one.thousandths() / 10) / 100.0;
    confidence.as_ref().map(rounded).serialize(out)
}
