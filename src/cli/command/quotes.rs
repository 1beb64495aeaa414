//! `pullquote quotes`: every stored quote that a query finds.

use std::sync::Arc;

use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, Quotes};
use crate::cli::output::Output;
use crate::cli::printer::Printer;
use crate::cli::{library, nearest};
use crate::config::today;
use crate::error::Result;
use crate::export::{Records, utterance_text};
use crate::search::{Among, Finder, Query};
use crate::study::quotes;

/// Prints the quotes in the order asked for: as text a line for each utterance, in
/// every other form a record for each quote.
pub fn run(asked: &Quotes, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let finder = Finder::new(Arc::clone(&catalog), &library)?;
    let typed = asked.query.join(" ");
    let query = Query::parse(&typed);
    let limit = asked.data.limit();
    let found = quotes(&finder, &query, (asked.sort.order(), limit), &today())?;
    for note in &found.notes {
        output.note(note);
    }
    if found.utterances.is_empty() {
        let asked = (typed.as_str(), Among::Quotes);
        return nearest::nothing((&catalog, &library), asked, output);
    }
    let Some(style) = asked.data.style(output)? else {
        let lines = found.utterances.iter().map(utterance_text);
        output.print(&lines.collect::<Vec<_>>().join("\n"));
        return Ok(Outcome::Done);
    };
    let utterances = found.utterances.iter();
    let rows = utterances.flat_map(|utterance| utterance.rows());
    let mut records = Records::new(&catalog, &library);
    let mut printer = Printer::new(style, output);
    for row in rows {
        if let Some(record) = records.quote(row)?
            && !printer.put(&record)
        {
            break;
        }
    }
    Ok(printer.end())
}
