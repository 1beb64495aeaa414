//! What is copied, as text.

use super::command::Copy;
use crate::export::{
    ArticleRecord, Cells, QuoteRecord, Record, Templates, cite, csv_line, record_json,
};
use crate::model::{Entry, Marks, Quote, QuoteKind};
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

/// Why this cannot be copied, if so; nothing is made for that.
pub fn refusal(copy: Copy, at: Standing) -> Option<&'static str> {
    let Some(entry) = at.entry else {
        return Some(NOTHING);
    };
    match copy {
        Copy::Citation => None,
        Copy::Link => link(entry).err(),
        Copy::Markdown | Copy::Json | Copy::Csv if at.row.is_some() => None,
        Copy::Quote | Copy::Words | Copy::Markdown | Copy::Json | Copy::Csv | Copy::Span => {
            let is_article =
                has_quotes(entry) && matches!(copy, Copy::Quote | Copy::Words | Copy::Span);
            (at.quote.is_none() && !is_article).then_some(NO_QUOTES)
        }
    }
}

const NOTHING: &str = "there is no quote and no article to copy here";
const NO_QUOTES: &str = "this article has no quotes";

/// The text to copy, or why there is none.
///
/// # Errors
/// A line for the person.
pub fn text(copy: Copy, at: Standing) -> Result<String, &'static str> {
    let entry = at.entry.ok_or(NOTHING)?;
    match copy {
        Copy::Citation => return Ok(cite::article(entry)),
        Copy::Link => return link(entry).map(str::to_owned),
        Copy::Quote | Copy::Words | Copy::Markdown | Copy::Json | Copy::Csv | Copy::Span => {}
    }
    let Some(quote) = at.quote else {
        return of_article(copy, entry, at).ok_or(NO_QUOTES);
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

/// Whether there are quotes: then who stands at none stands at the article itself, as
/// in a row of the basket. In any other place one stands at a quote if there is one.
fn has_quotes(entry: &Entry) -> bool {
    let mut quotes = entry.analysis.quotes.iter();
    quotes.any(|quote| quote.kind != QuoteKind::Term)
}

/// What is copied of an article where one stands at no quote.
fn of_article(copy: Copy, entry: &Entry, at: Standing) -> Option<String> {
    let meta = &entry.article.meta;
    let imprint = Imprint {
        byline: meta.byline.clone(),
        url: meta.url.clone(),
    };
    let record = || Some(ArticleRecord::new(at.row?, imprint, at.marks));
    match copy {
        Copy::Markdown => Some(record()?.markdown(None) + "\n"),
        Copy::Json => Some(record_json(&record()?) + "\n"),
        Copy::Csv => Some(csv_line(&record()?.cells(), Cells::Safe) + "\n"),
        Copy::Quote if has_quotes(entry) => Some(cite::article(entry)),
        Copy::Words if has_quotes(entry) => Some(entry.article.headline().to_owned()),
        Copy::Span if has_quotes(entry) => Some(entry.article.id.to_string()),
        Copy::Quote | Copy::Words | Copy::Span | Copy::Citation | Copy::Link => None,
    }
}

fn link(entry: &Entry) -> Result<&str, &'static str> {
    let url = entry.article.meta.url.as_deref();
    url.filter(|url| !url.trim().is_empty())
        .ok_or("no address is known")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    #[test]
    fn what_is_refused_is_what_cannot_be_made() {
        let mut entry = Entry::default();
        entry.article.text = "“Yes,” she said.".into();
        entry.analysis.quotes = vec![Quote {
            span: Span::new(3, 7),
            block: 0,
            kind: QuoteKind::Direct,
            closed: true,
            continues: None,
            speaker: None,
        }];
        let mut linked = entry.clone();
        linked.article.meta.url = Some("https://a.example".into());
        let (row, marks, cite) = (Row::default(), Marks::default(), Templates::default());
        let entries = [None, Some(&entry), Some(&linked)];
        for (entry, row) in entries
            .into_iter()
            .flat_map(|e| [(e, None), (e, Some(&row))])
        {
            let quotes = [None, entry.and_then(|entry| entry.analysis.quotes.first())];
            for quote in quotes {
                let at = Standing {
                    entry,
                    row,
                    quote,
                    marks: &marks,
                    cite: &cite,
                };
                for copy in [
                    Copy::Quote,
                    Copy::Words,
                    Copy::Link,
                    Copy::Markdown,
                    Copy::Json,
                    Copy::Csv,
                    Copy::Span,
                    Copy::Citation,
                ] {
                    assert_eq!(refusal(copy, at), text(copy, at).err(), "{copy:?}");
                }
            }
        }
    }
}
