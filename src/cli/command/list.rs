//! `pullquote list`: the stored articles, newest first.

use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, List, Listing};
use crate::cli::library;
use crate::cli::output::Output;
use crate::cli::printer::Printer;
use crate::error::Result;
use crate::export::{Records, row_text};
use crate::store::{Catalog, Library};
use crate::study::sort_articles;

/// Prints every article.
pub fn run(list: &List, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let all = (0..catalog.len()).collect();
    print_articles((&catalog, &library), all, &list.listing, output)
}

/// Prints the articles at `positions` as `listing` asks.
pub fn print_articles(
    (catalog, library): (&Catalog, &Library),
    mut positions: Vec<usize>,
    listing: &Listing,
    output: &mut Output,
) -> Result<Outcome> {
    sort_articles(catalog, &mut positions, listing.sort.order());
    positions.truncate(listing.data.limit());
    let Some(style) = listing.data.style(output)? else {
        let rows = positions.iter().filter_map(|&at| catalog.get(at));
        rows.take_while(|row| {
            output.print(&row_text(row));
            !output.is_closed()
        })
        .for_each(drop);
        return Ok(match positions.is_empty() {
            true => output.nothing("nothing found"),
            false => Outcome::Done,
        });
    };
    if positions.is_empty() {
        return Ok(output.nothing("nothing found"));
    }
    let records = Records::new(catalog, library);
    let mut printer = Printer::new(style, output);
    for position in positions {
        if let Some(record) = records.article(position)?
            && !printer.put(&record)
        {
            break;
        }
    }
    Ok(printer.end())
}
