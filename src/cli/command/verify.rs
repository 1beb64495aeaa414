//! `pullquote verify`: whether quotations are what the library has.

use std::path::Path;

use super::corrections::read;
use crate::analysis::analyze;
use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, Verify};
use crate::cli::library;
use crate::cli::output::Output;
use crate::error::Result;
use crate::model::{Article, Block, BlockKind, Meta, QuoteKind, Span};
use crate::store::{Catalog, Library, QuoteHit};
use crate::study::{Verdict, faults, verdict};

/// Checks the quotations of a draft, or without one the library itself: 0 when all are
/// right, 1 when one is not.
pub fn run(asked: &Verify, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    match &asked.draft {
        Some(file) => draft((&catalog, &library), file, output),
        None => stored((&catalog, &library), output),
    }
}

/// Every stored article with its quotes and marks.
fn stored((catalog, library): (&Catalog, &Library), output: &mut Output) -> Result<Outcome> {
    let (mut quotes, mut wrong) = (0, 0);
    for row in catalog.rows() {
        let Some(entry) = library.entry(row.id)? else {
            continue;
        };
        let marks: Vec<_> = catalog.marks().of(row.id).collect();
        quotes += entry.analysis.quotes.len();
        for fault in faults(&entry, &marks) {
            output.print(&fault);
            wrong += 1;
        }
    }
    if catalog.is_empty() {
        return Ok(output.nothing("the library is empty"));
    }
    let articles = catalog.len();
    output.complain(&format!(
        "{articles} articles and {quotes} passages between quotation marks looked at, {wrong} faults"
    ));
    Ok(outcome(wrong))
}

/// Every quotation of a text, a line each.
fn draft(
    (catalog, library): (&Catalog, &Library),
    file: &Path,
    output: &mut Output,
) -> Result<Outcome> {
    let article = as_article(read(file)?);
    let quotes = analyze(&article).quotes;
    let quoted = quotes.iter().filter(|quote| quote.kind != QuoteKind::Term);
    let (mut found, mut wrong) = (0, 0);
    for quote in quoted {
        let words = quote.span.of(&article.text).trim();
        found += 1;
        let line = match verdict(catalog, library, words)? {
            Verdict::Exact(hit) => format!("exact      “{words}” — {}", place(catalog, &hit)),
            Verdict::Altered(hit) => {
                wrong += 1;
                let place = place(catalog, &hit);
                format!("altered    “{words}” — “{}”, {place}", hit.words)
            }
            Verdict::Missing => {
                wrong += 1;
                format!("not found  “{words}”")
            }
        };
        output.print(&line.replace(['\n', '\r'], " "));
    }
    Ok(match found {
        0 => output.nothing("no quotation is in this text"),
        _ => outcome(wrong),
    })
}

fn outcome(wrong: usize) -> Outcome {
    match wrong {
        0 => Outcome::Done,
        _ => Outcome::Nothing,
    }
}

/// A text whose every line is a paragraph.
fn as_article(text: String) -> Article {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end().len());
        if !span.is_empty() {
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span,
                credit: None,
            });
        }
        start += line.len();
    }
    Article::new(text, blocks, Meta::default())
}

/// Who said it where and when.
fn place(catalog: &Catalog, hit: &QuoteHit) -> String {
    let row = catalog.get(hit.place.position);
    let day = row.and_then(|row| row.published.as_deref());
    let parts = [
        hit.speaker.as_deref(),
        row.map(|row| row.source.as_deref().unwrap_or(&row.headline)),
        day.map(|day| day.get(..10).unwrap_or(day)),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(", ")
}
