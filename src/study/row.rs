//! A quote as lists of quotes hold it.

use serde::{Deserialize, Serialize};

use crate::text::fold::fold;
use std::cell::LazyCell;
use std::sync::Arc;

use super::utterance::Utterer;
use crate::model::{ArticleId, Confidence, Rule, Span};

/// A quote as lists of quotes hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteRow {
    /// The article it stands in.
    pub article: ArticleId,
    /// Its words in the text of the article.
    pub span: Span,
    /// Its words, as printed.
    pub words: Box<str>,
    /// Who said it, by the article.
    pub speaker: Option<Speaking>,
    /// The headline of the article.
    pub headline: Box<str>,
    /// The outlet.
    pub source: Option<Arc<str>>,
    /// The address of the article, where that was asked for.
    pub url: Option<Box<str>>,
    /// ISO 8601.
    pub published: Option<Box<str>>,
    /// The speech verb or phrase that leads to the speaker, as printed.
    pub cue: Option<Box<str>>,
    /// Which story its article tells, where that was asked for.
    pub story: Option<usize>,
}

/// Who said a quote, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaking {
    /// The name.
    pub name: Arc<str>,
    /// How sure that is.
    pub confidence: Confidence,
    /// Which rule found it; [`Rule::User`] for what a person decided.
    pub rule: Option<Rule>,
    /// Whether it is a pronoun of the language of the article, and nobody's name.
    pub unnamed: bool,
}

/// One utterance with every quote of it: several outlets print the same words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The one that stands for all of them; lists show it.
    pub first: QuoteRow,
    /// The others, the newest first.
    pub others: Vec<QuoteRow>,
}

/// Every quote that a question finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quotations {
    /// In the order that was asked for.
    pub utterances: Vec<Spoken>,
    /// How many quotes were found, also those that are too many to be listed.
    pub found: usize,
    /// One line each for the person.
    pub notes: Vec<String>,
}

/// An order of quotes. Whatever is equal in it stands newest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Order {
    /// The newest first, undated ones last.
    #[default]
    Date,
    /// By the name of the speaker, those of nobody known last.
    Speaker,
    /// By the outlet, those of none last.
    Source,
    /// By the article.
    Article,
    /// By the story, over articles of several outlets.
    Story,
}

impl Order {
    /// Every order.
    pub const ALL: [Order; 5] = [
        Order::Date,
        Order::Speaker,
        Order::Source,
        Order::Article,
        Order::Story,
    ];

    /// Whether both quotes stand under one head.
    pub fn joins(self, one: &QuoteRow, other: &QuoteRow) -> bool {
        match self {
            Order::Date => true,
            Order::Speaker => one.speaker() == other.speaker(),
            Order::Source => one.source == other.source,
            Order::Article => one.article == other.article,
            Order::Story => one.story == other.story,
        }
    }

    /// The order as a person reads it.
    pub fn words(self) -> &'static str {
        match self {
            Order::Date => "newest first",
            Order::Speaker => "by speaker",
            Order::Source => "by source",
            Order::Article => "by article",
            Order::Story => "by story",
        }
    }
}

/// Who prints an utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlets<'a> {
    /// Where the words that stand for all are printed: first the outlet, or the headline of
    /// an article without one, then whoever prints the very same words on the same day.
    pub own: Vec<&'a str>,
    /// Whoever prints it otherwise, or on another day.
    pub elsewhere: Vec<&'a str>,
}

/// The words of a quote as they are compared: letters and digits without accents.
fn letters(row: &QuoteRow) -> String {
    let mut letters = fold(&row.words).text;
    letters.retain(char::is_alphanumeric);
    letters
}

impl QuoteRow {
    /// The name of the speaker, if one is known.
    pub fn speaker(&self) -> Option<&str> {
        self.speaker.as_ref().map(|said| &*said.name)
    }

    /// What tells which utterance it is.
    pub fn utterer(&self) -> Utterer<'_> {
        Utterer {
            words: &self.words,
            speaker: self.speaker(),
        }
    }

    /// The day, or as much of the date as is known.
    pub fn day(&self) -> Option<&str> {
        let published = self.published.as_deref()?;
        Some(published.get(..10).unwrap_or(published))
    }
}

impl Quotations {
    /// How many quotes are listed when these are not all that were found.
    pub fn limited(&self) -> Option<usize> {
        let rows = self.utterances.iter().map(|one| 1 + one.others.len());
        let listed: usize = rows.sum();
        (listed < self.found).then_some(listed)
    }
}

impl Spoken {
    /// Which outlets print it, each once.
    pub fn outlets(&self) -> Outlets<'_> {
        let source = self.first.source.as_deref();
        let place = source.unwrap_or(&self.first.headline);
        // Most utterances stand in one article: nothing is compared then.
        let letters = LazyCell::new(|| letters(&self.first));
        let is_alike =
            |row: &QuoteRow| row.day() == self.first.day() && self::letters(row) == *letters;
        let (mut own, mut elsewhere) = (vec![place], Vec::new());
        for row in &self.others {
            let Some(outlet) = row.source.as_deref() else {
                continue;
            };
            let list = match is_alike(row) {
                true => &mut own,
                false => &mut elsewhere,
            };
            if !list.contains(&outlet) {
                list.push(outlet);
            }
        }
        elsewhere.retain(|outlet| !own.contains(outlet));
        Outlets { own, elsewhere }
    }

    /// The same, to be changed.
    pub fn rows_mut(&mut self) -> impl Iterator<Item = &mut QuoteRow> {
        std::iter::once(&mut self.first).chain(&mut self.others)
    }

    /// Every quote of it, the one that stands for all first.
    pub fn rows(&self) -> impl Iterator<Item = &QuoteRow> {
        std::iter::once(&self.first).chain(&self.others)
    }
}
