//! Records of what lists hold, read from the library.

use crate::error::Result;
use crate::model::{ArticleId, Entry, Marks, Place, Quote, Span};
use crate::store::{Catalog, Library, QuoteSketch};
use crate::study::{ActorRow, QuoteRow};

use super::CodePoints;
use super::record::{ActorRecord, ArticleRecord, QuoteRecord};

/// Makes records from the rows of lists. The article read last is kept: quotes of one
/// article mostly follow each other.
#[derive(Debug)]
pub struct Records<'a> {
    catalog: &'a Catalog,
    library: &'a Library,
    /// The article, and its characters counted.
    entry: Option<(Entry, CodePoints)>,
}

impl<'a> Records<'a> {
    /// Reads from `library`; marks are those of `catalog`.
    pub fn new(catalog: &'a Catalog, library: &'a Library) -> Self {
        Self {
            catalog,
            library,
            entry: None,
        }
    }

    /// The record of a quote; nothing when it is gone meanwhile.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn quote(&mut self, row: &QuoteRow) -> Result<Option<QuoteRecord>> {
        self.quote_at(row.article, row.span)
    }

    /// The record of a quote as a search found it; nothing when it is gone meanwhile.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn found(&mut self, sketch: &QuoteSketch) -> Result<Option<QuoteRecord>> {
        let Some(row) = self.catalog.get(sketch.place.position) else {
            return Ok(None);
        };
        self.quote_at(row.id, Span::new(sketch.place.start, sketch.end))
    }

    fn quote_at(&mut self, article: ArticleId, span: Span) -> Result<Option<QuoteRecord>> {
        let catalog = self.catalog;
        let entry = self.entry(article)?;
        Ok(entry.and_then(|of| {
            let mut quotes = of.0.analysis.quotes.iter();
            let quote = quotes.find(|quote| quote.span == span)?;
            Some(as_listed(catalog, of, quote))
        }))
    }

    /// The record of a place that somebody picked: a quote, another passage, or a whole
    /// article; nothing when the article is gone.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn place(&mut self, place: &Place) -> Result<Option<QuoteRecord>> {
        let catalog = self.catalog;
        let entry = self.entry(place.article)?;
        Ok(entry.map(|of| {
            let (entry, _) = of;
            let quotes = || entry.analysis.quotes.iter();
            let same = quotes().find(|quote| quote.span == place.span);
            let near = || quotes().find(|quote| quote.span.is_roughly(place.span));
            match same.or_else(near) {
                Some(quote) => as_listed(catalog, of, quote),
                None => {
                    let mut record = QuoteRecord::passage(entry, place.span, catalog.marks());
                    record.source = catalog.outlet(&record.source).to_owned();
                    record
                }
            }
        }))
    }

    /// The basket, in the person's order; what is gone is left out.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn basket(&mut self) -> Result<Vec<QuoteRecord>> {
        let mut records = Vec::new();
        for place in self.marks().basket() {
            records.extend(self.place(place)?);
        }
        Ok(records)
    }

    /// The record of the article at `position` of the list.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn article(&self, position: usize) -> Result<Option<ArticleRecord>> {
        let Some(row) = self.catalog.get(position) else {
            return Ok(None);
        };
        let imprint = self.library.imprint(row.id)?;
        Ok(imprint.map(|imprint| ArticleRecord::new(row, imprint, self.marks())))
    }

    fn marks(&self) -> &'a Marks {
        self.catalog.marks()
    }

    fn entry(&mut self, id: ArticleId) -> Result<Option<&(Entry, CodePoints)>> {
        let is_here = |(entry, _): &(Entry, CodePoints)| entry.article.id == id;
        if !self.entry.as_ref().is_some_and(is_here) {
            let entry = self.library.entry(id)?;
            self.entry = entry.map(|entry| {
                let points = CodePoints::new(&entry.article.text);
                (entry, points)
            });
        }
        Ok(self.entry.as_ref())
    }
}

/// The record of a quote with its speaker in the spelling that every list shows.
fn as_listed(
    catalog: &Catalog,
    (entry, points): &(Entry, CodePoints),
    quote: &Quote,
) -> QuoteRecord {
    let mut record = QuoteRecord::counted((entry, points), quote, catalog.marks());
    spell(&mut record, (catalog, entry), quote);
    record
}

/// Gives a record the names of speaker and outlet that every list shows.
fn spell(record: &mut QuoteRecord, (catalog, entry): (&Catalog, &Entry), quote: &Quote) {
    record.source = catalog.outlet(&record.source).to_owned();
    let actor = quote.speaker.as_ref().and_then(|said| said.actor);
    let kind = actor.and_then(|actor| entry.analysis.actors.get(actor.0));
    if let Some(kind) = kind.map(|actor| actor.kind) {
        let shown = catalog.spelling(&record.speaker, Some(kind));
        record.speaker = shown.to_owned();
    }
}

/// The record of a quote of an article that is at hand, as every list shows it.
pub fn listed(catalog: &Catalog, entry: &Entry, quote: &Quote) -> QuoteRecord {
    let mut record = QuoteRecord::new(entry, quote, catalog.marks());
    spell(&mut record, (catalog, entry), quote);
    record
}

/// The records of actors.
pub fn actor_records(catalog: &Catalog, rows: &[ActorRow]) -> Vec<ActorRecord> {
    rows.iter()
        .map(|row| ActorRecord::new(catalog, row))
        .collect()
}
