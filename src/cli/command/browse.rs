//! `pullquote` and `pullquote PATHS`: the interface, or a list where there is no terminal.

use std::io::IsTerminal;

use super::list::print_rows;
use crate::cli::Outcome;
use crate::cli::args::{Browse, ListFormat, Listing};
use crate::cli::output::Output;
use crate::config::Paths;
use crate::error::Result;
use crate::import::{Gone, import};
use crate::store::{Library, Location};

/// Opens the interface; without a terminal on standard output prints what `list` prints.
pub fn run(browse: &Browse, output: &mut Output) -> Result<Outcome> {
    let location = location(browse)?;
    if std::io::stdout().is_terminal() {
        return Ok(Outcome::Failed);
    }
    let mut library = Library::open(&location)?;
    let mut outcome = Outcome::Done;
    if !browse.paths.is_empty() {
        let report = import(&browse.paths, &mut library, gone(browse), &mut |_, _| true)?;
        for refused in &report.refused {
            output.complain(&format!("{}: {}", refused.path.display(), refused.message));
            outcome = Outcome::Failed;
        }
    }
    let listing = Listing {
        format: ListFormat::Text,
        limit: None,
    };
    let listed = print_rows(library.catalog()?.rows().iter(), &listing, output);
    Ok(if outcome == Outcome::Done {
        listed
    } else {
        outcome
    })
}

/// The library named, else the one of these paths, else the default one.
fn location(browse: &Browse) -> Result<Location> {
    let path = match (&browse.library.library, &browse.paths[..]) {
        (Some(path), _) => path.clone(),
        (None, []) => Paths::find()?.default_library(),
        (None, paths) => Paths::find()?.library_of(paths),
    };
    Ok(Location::file(path))
}

/// A library made of paths is a picture of them; one that a person named is a
/// collection, to which paths only add.
fn gone(browse: &Browse) -> Gone {
    if browse.library.library.is_some() {
        Gone::Keep
    } else {
        Gone::Remove
    }
}
