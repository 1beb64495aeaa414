//! Writing lists into files, record by record: a large library is never held as text.

use std::sync::Arc;

use super::LISTED;
use crate::app::Who;
use crate::app::effect::{Contents, Form};
use crate::config::today;
use crate::error::Result;
use crate::export::{QuoteRecord, Record, Records, Sheet, Style, actor_records};
use crate::model::{ArticleId, Place, QuoteKind};
use crate::search::{Finder, Query};
use crate::store::{Catalog, QuoteSketch};
use crate::study::{self, ActorOrder, ArticleOrder, Order, QuoteRow, Spoken, sort_articles};
use crate::tui::save::Sink;

/// Writes `contents` in `form`; gives what was written, as in `12 quotes`.
///
/// # Errors
/// When the library cannot be read or the file not be written.
pub(super) fn write(
    finder: &mut Finder,
    contents: &Contents,
    form: Form,
    sink: &mut Sink,
) -> Result<String> {
    let catalog = Arc::clone(finder.catalog());
    let mut writer = Writer {
        finder,
        catalog: &catalog,
        sheet: Sheet::new(Style::of(form)),
        sink,
        count: 0,
    };
    match contents {
        Contents::Text(text, what) => {
            writer.sink.text(text)?;
            return Ok(what.clone());
        }
        Contents::Articles(query, order) => writer.articles(query, *order)?,
        Contents::Article(id) => writer.article(*id)?,
        Contents::Quotes(query, order) => writer.quotes(query, *order)?,
        Contents::Actors(query, order) => writer.actors(query, *order)?,
        Contents::Basket(places) | Contents::Places(places) => writer.places(places)?,
        Contents::Said(who) => writer.said(who, false)?,
        Contents::SaidOf(who) => writer.said(who, true)?,
    }
    let (one, many) = match contents {
        _ if form.is_of_references() => ("article", "articles"),
        Contents::Articles(..) => ("article", "articles"),
        Contents::Actors(..) => ("name", "names"),
        Contents::Basket(_) => ("picked passage", "picked passages"),
        Contents::Places(_) => ("marked row", "marked rows"),
        Contents::Article(_)
        | Contents::Quotes(..)
        | Contents::Said(_)
        | Contents::SaidOf(_)
        | Contents::Text(..) => ("quote", "quotes"),
    };
    Ok(match writer.count {
        1 => format!("1 {one}"),
        count => format!("{count} {many}"),
    })
}

struct Writer<'a, 's> {
    finder: &'a Finder,
    catalog: &'a Catalog,
    sheet: Sheet,
    sink: &'a mut Sink<'s>,
    /// Records that stand in the file: an article is cited once.
    count: usize,
}

impl Writer<'_, '_> {
    fn head<T: Record>(&mut self) -> Result<()> {
        let head = self.sheet.head::<T>();
        head.map_or(Ok(()), |head| self.sink.line(&head))
    }

    fn put<T: Record>(&mut self, record: &T) -> Result<()> {
        let Some(written) = self.sheet.put(record) else {
            return Ok(());
        };
        self.count += 1;
        self.sink.line(&written)
    }

    fn end(&mut self) -> Result<()> {
        let end = self.sheet.end();
        end.map_or(Ok(()), |end| self.sink.line(&end))
    }

    fn articles(&mut self, query: &str, order: ArticleOrder) -> Result<()> {
        let mut hits = self.finder.list(&Query::parse(query), &today())?;
        sort_articles(self.catalog, &mut hits.positions, order);
        let records = Records::new(self.catalog, self.finder.library());
        self.head::<crate::export::ArticleRecord>()?;
        for position in hits.positions {
            if let Some(record) = records.article(position)? {
                self.put(&record)?;
            }
        }
        self.end()
    }

    fn article(&mut self, id: ArticleId) -> Result<()> {
        self.head::<QuoteRecord>()?;
        if let Some(entry) = self.finder.library().entry(id)? {
            let quotes = entry.analysis.quotes.iter();
            for quote in quotes.filter(|quote| quote.kind != QuoteKind::Term) {
                self.put(&crate::export::listed(self.catalog, &entry, quote))?;
            }
        }
        self.end()
    }

    fn quotes(&mut self, query: &str, order: Order) -> Result<()> {
        let query = Query::parse(query);
        let mut found = self.finder.quotes_of(&query, usize::MAX, &today())?.quotes;
        if found.len() > LISTED {
            // More than a screen lists, and more than is held as text.
            study::sort_quotes(self.catalog, &mut found, order);
            return self.sketches(&found);
        }
        let found = study::quotes(self.finder, &query, (order, LISTED), &today())?;
        self.rows(found.utterances.iter().flat_map(Spoken::rows))
    }

    fn said(&mut self, who: &Who, of: bool) -> Result<()> {
        let library = self.finder.library();
        let profile = match self.catalog.named(&who.name, who.kind) {
            Some(name) => study::profile(self.catalog, library, name)?,
            None => None,
        };
        let said = profile.map(|profile| if of { profile.said_of } else { profile.said });
        self.sketches(&said.unwrap_or_default())
    }

    fn places(&mut self, places: &[Place]) -> Result<()> {
        let mut records = Records::new(self.catalog, self.finder.library());
        self.head::<QuoteRecord>()?;
        for place in places {
            if let Some(record) = records.place(place)? {
                self.put(&record)?;
            }
        }
        self.end()
    }

    fn sketches(&mut self, quotes: &[QuoteSketch]) -> Result<()> {
        let mut records = Records::new(self.catalog, self.finder.library());
        self.head::<QuoteRecord>()?;
        for quote in quotes {
            if let Some(record) = records.found(quote)? {
                self.put(&record)?;
            }
        }
        self.end()
    }

    fn rows<'r>(&mut self, rows: impl Iterator<Item = &'r QuoteRow>) -> Result<()> {
        let mut records = Records::new(self.catalog, self.finder.library());
        self.head::<QuoteRecord>()?;
        for row in rows {
            if let Some(record) = records.quote(row)? {
                self.put(&record)?;
            }
        }
        self.end()
    }

    fn actors(&mut self, query: &str, order: ActorOrder) -> Result<()> {
        let named = self.finder.actors_of(&Query::parse(query), &today())?;
        let rows = study::actor_rows(self.catalog, self.finder.library(), &named, order)?;
        self.head::<crate::export::ActorRecord>()?;
        for record in actor_records(self.catalog, &rows) {
            self.put(&record)?;
        }
        self.end()
    }
}
