//! `pullquote search`: the stored articles that a query finds.

use super::list::print_articles;
use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, Listing, Search};
use crate::cli::output::Output;
use crate::cli::{library, nearest};
use crate::config::today;
use crate::error::Result;
use crate::search::{Among, Query, run as run_query};
use crate::store::Library;

/// Prints a line for every article that the query finds, in list order.
pub fn run(search: &Search, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    print_found(&library, &search.query.join(" "), &search.listing, output)
}

/// Prints what `query` finds as `listing` asks, and says what of it could not be used.
pub(super) fn print_found(
    library: &Library,
    query: &str,
    listing: &Listing,
    output: &mut Output,
) -> Result<Outcome> {
    let catalog = library.catalog()?;
    let hits = run_query(&catalog, library, &Query::parse(query), &today())?;
    for note in &hits.notes {
        output.note(note);
    }
    if hits.positions.is_empty() {
        let asked = (query, Among::Articles);
        return nearest::nothing((&catalog, library), asked, output);
    }
    print_articles((&catalog, library), hits.positions, listing, output)
}
