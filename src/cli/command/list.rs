//! `pullquote list`: the stored articles, newest first.

use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, List, ListFormat, Listing};
use crate::cli::library;
use crate::cli::output::Output;
use crate::error::Result;
use crate::export::{row_json, row_text};
use crate::store::Row;

/// Prints a line for every article.
pub fn run(list: &List, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let catalog = library::open_to_read(named, output)?.catalog()?;
    Ok(print_rows(catalog.rows().iter(), &list.listing, output))
}

/// Prints `rows` as `listing` asks.
pub fn print_rows<'a>(
    rows: impl Iterator<Item = &'a Row>,
    listing: &Listing,
    output: &mut Output,
) -> Outcome {
    let mut printed = 0;
    for row in rows.take(listing.limit.unwrap_or(usize::MAX)) {
        if output.is_closed() {
            break;
        }
        output.print(&match listing.format {
            ListFormat::Text => row_text(row),
            ListFormat::Jsonl => row_json(row),
        });
        printed += 1;
    }
    if printed == 0 {
        Outcome::Nothing
    } else {
        Outcome::Done
    }
}
