//! `pullquote list`: the stored articles, newest first.

use std::cmp::Reverse;

use crate::cli::Outcome;
use crate::cli::args::{ArticleSort, LibraryArgument, List, Listing};
use crate::cli::library;
use crate::cli::output::Output;
use crate::cli::printer::Printer;
use crate::error::Result;
use crate::export::{Records, row_text};
use crate::store::{Catalog, Library};

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
    sort(catalog, &mut positions, listing.sort);
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

/// Positions stand in list order, the newest first, and a stable sort leaves equals so.
fn sort(catalog: &Catalog, positions: &mut [usize], by: ArticleSort) {
    // Without a name last.
    let last = |name: Option<&str>| (name.is_none(), name.unwrap_or_default().to_lowercase());
    let row = |at: &usize| catalog.get(*at);
    match by {
        ArticleSort::Date => {}
        ArticleSort::Source => {
            positions.sort_by_cached_key(|at| last(row(at).and_then(|row| row.source.as_deref())))
        }
        ArticleSort::Title => {
            positions.sort_by_cached_key(|at| last(row(at).map(|row| &*row.headline)));
        }
        ArticleSort::Quotes => {
            positions.sort_by_key(|at| Reverse(row(at).map_or(0, |row| row.quotes)));
        }
    }
}
