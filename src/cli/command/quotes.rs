//! `pullquote quotes`: every stored quote that a query finds.

use std::sync::Arc;

use crate::cli::Outcome;
use crate::cli::args::{DataFormat, LibraryArgument, Quotes};
use crate::cli::library;
use crate::cli::output::Output;
use crate::config::today;
use crate::error::Result;
use crate::export::{
    Cells, QuoteRecord, Record, csv_line, quote_markdown, record_json, utterance_text,
};
use crate::search::{Finder, Query};
use crate::store::Library;
use crate::study::{QuoteRow, quotes};

/// Prints the quotes in the order asked for: as text a line for each utterance, in
/// every other form a record for each quote.
pub fn run(asked: &Quotes, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let finder = Finder::new(Arc::clone(&catalog), &library)?;
    let query = Query::parse(&asked.query.join(" "));
    let limit = asked.data.limit.unwrap_or(usize::MAX);
    let found = quotes(&finder, &query, (asked.sort.order(), limit), &today())?;
    for note in &found.notes {
        output.complain(note);
    }
    if found.utterances.is_empty() {
        return Ok(Outcome::Nothing);
    }
    if asked.data.format == DataFormat::Text {
        for utterance in &found.utterances {
            output.print(&utterance_text(utterance));
        }
        return Ok(Outcome::Done);
    }
    let rows = found
        .utterances
        .iter()
        .flat_map(|utterance| utterance.rows());
    let mut printer = Printer {
        format: asked.data.format,
        cells: asked.data.cells(),
        library: &library,
        marks: catalog.marks(),
        output,
    };
    printer.head();
    for row in rows {
        printer.row(row)?;
    }
    Ok(Outcome::Done)
}

struct Printer<'a> {
    format: DataFormat,
    cells: Cells,
    library: &'a Library,
    marks: &'a crate::model::Marks,
    output: &'a mut Output,
}

impl Printer<'_> {
    fn head(&mut self) {
        if self.format == DataFormat::Csv {
            self.output
                .print(&csv_line(QuoteRecord::COLUMNS, self.cells));
        }
    }

    fn row(&mut self, row: &QuoteRow) -> Result<()> {
        if self.output.is_closed() {
            return Ok(());
        }
        let Some(entry) = self.library.entry(row.article)? else {
            return Ok(());
        };
        let quotes = entry.analysis.quotes.iter();
        for quote in quotes.filter(|quote| quote.span.start == row.span.start) {
            let record = QuoteRecord::new(&entry, quote, self.marks);
            self.output.print(&match self.format {
                DataFormat::Csv => csv_line(&record.cells(), self.cells),
                DataFormat::Md => quote_markdown(&record),
                DataFormat::Jsonl | DataFormat::Text => record_json(&record),
            });
        }
        Ok(())
    }
}
