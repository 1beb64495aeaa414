//! `pullquote` and `pullquote PATHS`: the interface, or a list where there is no terminal.

use std::io::IsTerminal;
use std::time::Duration;

use super::list::print_rows;
use crate::cli::Outcome;
use crate::cli::args::{Browse, ListFormat, Listing};
use crate::cli::output::Output;
use crate::config::Paths;
use crate::error::Result;
use crate::import::{Gone, import};
use crate::store::{Library, Location};
use crate::tui::{self, Fault, Files, Session, player};

/// Opens the interface; without a terminal on standard output prints what `list` prints.
pub fn run(browse: &Browse, output: &mut Output) -> Result<Outcome> {
    let location = location(browse)?;
    if let Some(keys) = &browse.keys {
        return play(browse, keys, output);
    }
    if std::io::stdout().is_terminal() {
        tui::run(session(browse)?)?;
        return Ok(Outcome::Done);
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

/// Plays keys without a terminal and prints the last screen.
fn play(browse: &Browse, words: &str, output: &mut Output) -> Result<Outcome> {
    let keys = match player::parse_keys(words) {
        Ok(keys) => keys,
        Err(message) => {
            output.complain(&message);
            return Ok(Outcome::Failed);
        }
    };
    output.print(&player::play(&session(browse)?, &keys, browse.size)?);
    Ok(Outcome::Done)
}

fn session(browse: &Browse) -> Result<Session> {
    Ok(Session {
        location: location(browse)?,
        files: Files {
            paths: browse.paths.clone(),
            gone: gone(browse),
        },
        query: browse.query.clone(),
        state: Paths::find().ok().map(|paths| paths.state().to_owned()),
        escape: browse.escape_ms.map(Duration::from_millis),
        fault: browse.panic_after.map(|keys| Fault {
            keys,
            in_worker: browse.panic_in_worker,
        }),
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
