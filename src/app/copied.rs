//! What is copied, as text.

use super::command::Copy;
use crate::export::{
    ArticleRecord, Cells, QuoteRecord, Record, Templates, cite, csv_line, record_json,
};
use crate::model::{Entry, Marks, Quote};
use crate::store::{Imprint, Row};

/// An article that is read, the quote one stands at, and what people marked.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The article, once it has come.
    pub entry: Option<&'a Entry>,
    /// Its row in lists.
    pub row: Option<&'a Row>,
    /// The quote in it.
    pub quote: Option<&'a Quote>,
    /// Marks of the library.
    pub marks: &'a Marks,
    /// How a quote is cited.
    pub cite: &'a Templates,
}

/// The text to copy, or why there is none.
///
/// # Errors
/// A line for the person.
pub fn text(copy: Copy, at: Standing) -> Result<String, &'static str> {
    let entry = at
        .entry
        .ok_or("there is no quote and no article to copy here")?;
    match copy {
        Copy::Citation => return Ok(cite::article(entry)),
        Copy::Link => return link(entry).map(str::to_owned),
        Copy::Quote | Copy::Words | Copy::Markdown | Copy::Json | Copy::Csv | Copy::Span => {}
    }
    let Some(quote) = at.quote else {
        return of_article(copy, entry, at).ok_or("this article has no quotes");
    };
    let record = || QuoteRecord::new(entry, quote, at.marks);
    Ok(match copy {
        Copy::Quote | Copy::Citation | Copy::Link => at.cite.quote(entry, quote),
        Copy::Words => quote.span.of(&entry.article.text).to_owned(),
        Copy::Markdown => record().markdown(at.cite.chosen()),
        Copy::Json => record_json(&record()) + "\n",
        Copy::Csv => csv_line(&record().cells(), Cells::Safe) + "\n",
        Copy::Span => cite::span(entry, quote),
    })
}

/// The record of an article that has no quote.
fn of_article(copy: Copy, entry: &Entry, at: Standing) -> Option<String> {
    let meta = &entry.article.meta;
    let imprint = Imprint {
        byline: meta.byline.clone(),
        url: meta.url.clone(),
    };
    let record = ArticleRecord::new(at.row?, imprint, at.marks);
    match copy {
        Copy::Markdown => Some(record.markdown(None) + "\n"),
        Copy::Json => Some(record_json(&record) + "\n"),
        Copy::Csv => Some(csv_line(&record.cells(), Cells::Safe) + "\n"),
        Copy::Quote | Copy::Words | Copy::Span | Copy::Citation | Copy::Link => None,
    }
}

fn link(entry: &Entry) -> Result<&str, &'static str> {
    let url = entry.article.meta.url.as_deref();
    url.filter(|url| !url.trim().is_empty())
        .ok_or("no address is known")
}
