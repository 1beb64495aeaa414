//! `pullquote search`: the stored articles that a query finds.

use jiff::ZonedDateTime;

use super::list::print_rows;
use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, Search};
use crate::cli::library;
use crate::cli::output::Output;
use crate::error::Result;
use crate::search::{Query, run as run_query};

/// Prints a line for every article that the query finds, in list order.
pub fn run(search: &Search, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let hits = run_query(
        &catalog,
        &library,
        &Query::parse(&search.query.join(" ")),
        &today(),
    )?;
    for note in &hits.notes {
        output.complain(note);
    }
    let rows = hits
        .positions
        .iter()
        .filter_map(|&position| catalog.get(position));
    Ok(print_rows(rows, &search.listing, output))
}

/// Today, from which a query counts back.
pub(super) fn today() -> String {
    ZonedDateTime::now().date().to_string()
}
