//! `pullquote` and `pullquote PATHS`: the interface, or a list where there is no terminal.

use std::io::IsTerminal;
use std::path::Path;
use std::time::Duration;

use clap::CommandFactory;

use super::search::print_found;
use crate::app::{Look, Preferences};
use crate::cli::Outcome;
use crate::cli::args::{
    Arguments, ArticleSort, Browse, Colours, Data, DataFormat, LibraryArgument, Listing, Printed,
};
use crate::cli::library;
use crate::cli::output::Output;
use crate::cli::settings::wishes;
use crate::config::{Paths, Speech, Use};
use crate::error::{Error, ErrorKind, Result};
use crate::import::{Files, Gone, bring_up_to_date};
use crate::text::nearest::nearest;
use crate::tui::manner::Manner;
use crate::tui::{self, Fault, Session, player, svg};

/// Opens the interface; without a terminal on standard output prints what `list` prints.
pub fn run(browse: &Browse, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    // A mistyped folder is said at once: an empty browser would say nothing.
    if let Some(gone) = browse.paths.iter().find(|path| !path.exists()) {
        return Err(Error::because(ErrorKind::Read, gone, missing(gone)));
    }
    if browse.paths.is_empty() {
        library::expect(named)?;
    }
    let session = session(browse, named)?;
    let keys = browse.keys.as_deref().or(browse.svg.as_ref().map(|_| ""));
    match keys {
        Some(keys) => play(&session, (keys, browse), output),
        None if cannot_draw() && is_talk() => {
            tui::linear::run(session, std::io::stdin().lock(), std::io::stdout().lock())
                .map(|()| Outcome::Done)
        }
        None if !std::io::stdout().is_terminal() => list(&session, output),
        None if cannot_draw() => {
            output.complain(
                "this terminal cannot show the browser (TERM is dumb or not set); here is the list",
            );
            list(&session, output)
        }
        None => tui::run(Session {
            complaints: [library::tightened(), session.complaints.clone()].concat(),
            ..session
        })
        .map(|()| Outcome::Done),
    }
}

/// Why a path cannot be opened; a single word may be a mistyped command.
fn missing(path: &Path) -> String {
    let word = path.to_str().filter(|word| !word.contains('/'));
    let arguments = Arguments::command();
    let commands = arguments.get_subcommands().map(clap::Command::get_name);
    let near = word.and_then(|word| nearest(word, commands));
    let near = near.map(|name| format!("; is the command {name} meant?"));
    format!(
        "there is no such file or folder{}",
        near.unwrap_or_default()
    )
}

/// Brings the library up to date and prints what it lists.
fn list(session: &Session, output: &mut Output) -> Result<Outcome> {
    let mut library = library::open_at(&session.location, output)?;
    let report = bring_up_to_date(&mut library, &session.files, &mut |_, _| true)?;
    for refused in &report.refused {
        output.complain(&refused.to_string());
    }
    if library.count()? == 0 {
        output.complain("there are no articles; `pullquote add PATH` stores some, `pullquote PATH` reads a folder");
    }
    let listing = Listing {
        sort: ArticleSort::Date,
        data: Data {
            limit: None,
            printed: Printed {
                format: DataFormat::Text,
                raw: false,
                cite: None,
            },
        },
    };
    let query = session.query.as_deref().unwrap_or_default();
    let listed = print_found(&library, query, &listing, output)?;
    Ok(match report.refused.is_empty() {
        true => listed,
        false => Outcome::Failed,
    })
}

/// Whether the terminal says of itself that it cannot move the cursor.
fn cannot_draw() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb")
}

/// Whether lines can be read and written: somebody is there.
fn is_talk() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Plays keys without a terminal and prints the last screen.
fn play(
    session: &Session,
    (words, browse): (&str, &Browse),
    output: &mut Output,
) -> Result<Outcome> {
    let keys = match player::parse_keys(words) {
        Ok(keys) => keys,
        Err(message) => {
            output.complain(&message);
            return Ok(Outcome::Failed);
        }
    };
    let drawn = player::play_to(session, &keys, browse.size)?;
    match browse.svg.as_deref() {
        None => output.print(&player::screen_text(&drawn.buffer)),
        Some(file) if file.as_os_str() == "-" => {
            output.print(svg::picture(&drawn.buffer).trim_end())
        }
        Some(file) => std::fs::write(file, svg::picture(&drawn.buffer))
            .map_err(|error| Error::because(ErrorKind::Write, file, error))?,
    }
    Ok(Outcome::Done)
}

fn session(browse: &Browse, named: &LibraryArgument) -> Result<Session> {
    let wishes = wishes();
    let manner = manner(wishes.manner, browse);
    Ok(Session {
        location: library::locate(named, &browse.paths)?,
        files: Files {
            paths: browse.paths.clone(),
            gone: gone(named),
        },
        query: browse.query.clone(),
        preferences: Preferences {
            look: Look {
                plain: manner.is_plain(),
                hints: manner.ui.hints,
                width: manner.ui.width,
            },
            ..wishes.preferences
        },
        manner,
        start: wishes.start,
        history: wishes.history,
        folder: wishes.folder,
        complaints: wishes.complaints,
        state: Paths::find().ok().map(|paths| paths.state().to_owned()),
        escape: browse.escape_ms.map(Duration::from_millis),
        fault: browse.panic_after.map(|keys| Fault {
            keys,
            in_worker: browse.panic_in_worker,
        }),
    })
}

/// The arguments go before the environment, and that before the file of settings.
fn manner(mut manner: Manner, browse: &Browse) -> Manner {
    let asked = std::env::var_os("PULLQUOTE_PLAIN").is_some_and(|value| value == "1");
    if browse.plain || asked {
        manner.ui.mode = Speech::Plain;
    }
    manner.colour = match browse.color {
        Colours::Auto => Use::Auto,
        Colours::Always => Use::On,
        Colours::Never => Use::Off,
    };
    manner
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
