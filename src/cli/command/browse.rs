//! `pullquote` and `pullquote PATHS`: the interface, or a list where there is no terminal.

use std::io::IsTerminal;
use std::time::Duration;

use super::list::print_rows;
use super::search::today;
use crate::cli::Outcome;
use crate::cli::args::{Browse, LibraryArgument, ListFormat, Listing};
use crate::cli::output::Output;
use crate::config::Paths;
use crate::error::{Error, ErrorKind, Result};
use crate::import::{Gone, Refused, import};
use crate::search::{Query, run as run_query};
use crate::store::{Library, Location};
use crate::tui::{self, Fault, Files, Session, player};

/// Opens the interface; without a terminal on standard output prints what `list` prints.
pub fn run(browse: &Browse, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    // A mistyped folder is said at once: an empty browser would say nothing.
    if let Some(gone) = browse.paths.iter().find(|path| !path.exists()) {
        return Err(Error::because(
            ErrorKind::Read,
            gone,
            "there is no such file or folder",
        ));
    }
    let session = session(browse, named)?;
    match &browse.keys {
        Some(keys) => play(&session, (keys, browse.size), output),
        None if !std::io::stdout().is_terminal() => list(&session, output),
        None if cannot_draw() => {
            output.complain(
                "this terminal cannot show the browser (TERM is dumb or not set); here is the list",
            );
            list(&session, output)
        }
        None => tui::run(session).map(|()| Outcome::Done),
    }
}

/// Brings the library up to date and prints what it lists.
fn list(session: &Session, output: &mut Output) -> Result<Outcome> {
    let mut library = Library::open(&session.location)?;
    let Files { paths, gone } = &session.files;
    let mut refused = Vec::new();
    if !paths.is_empty() {
        refused = import(paths, &mut library, *gone, &mut |_, _| true)?.refused;
    }
    for Refused { path, message } in &refused {
        output.complain(&format!("{}: {message}", path.display()));
    }
    let listing = Listing {
        format: ListFormat::Text,
        limit: None,
    };
    let catalog = library.catalog()?;
    if catalog.is_empty() {
        output.complain("there are no articles; `pullquote add PATH` stores some, `pullquote PATH` reads a folder");
    }
    let query = Query::parse(session.query.as_deref().unwrap_or_default());
    let hits = run_query(&catalog, &library, &query, &today())?;
    let rows = hits
        .positions
        .iter()
        .filter_map(|&position| catalog.get(position));
    let listed = print_rows(rows, &listing, output);
    Ok(if refused.is_empty() {
        listed
    } else {
        Outcome::Failed
    })
}

/// Whether the terminal says of itself that it cannot move the cursor.
fn cannot_draw() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb")
}

/// Plays keys without a terminal and prints the last screen.
fn play(
    session: &Session,
    (words, size): (&str, (u16, u16)),
    output: &mut Output,
) -> Result<Outcome> {
    let keys = match player::parse_keys(words) {
        Ok(keys) => keys,
        Err(message) => {
            output.complain(&message);
            return Ok(Outcome::Failed);
        }
    };
    output.print(&player::play(session, &keys, size)?);
    Ok(Outcome::Done)
}

fn session(browse: &Browse, named: &LibraryArgument) -> Result<Session> {
    Ok(Session {
        location: location(browse, named)?,
        files: Files {
            paths: browse.paths.clone(),
            gone: gone(named),
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
fn location(browse: &Browse, named: &LibraryArgument) -> Result<Location> {
    let path = match (&named.file, &browse.paths[..]) {
        (Some(path), _) => path.clone(),
        (None, []) => Paths::find()?.default_library(),
        (None, paths) => Paths::find()?.library_of(paths),
    };
    Ok(Location::file(path))
}

/// A library made of paths is a picture of them; one that a person named is a
/// collection, to which paths only add.
fn gone(named: &LibraryArgument) -> Gone {
    if named.file.is_some() {
        Gone::Keep
    } else {
        Gone::Remove
    }
}
