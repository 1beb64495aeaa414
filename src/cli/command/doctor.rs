//! `pullquote doctor`: what was found out about this machine, for a report of a fault.
//!
//! No text of articles, no name of a person, no path below the home folder: it can be
//! pasted anywhere.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use crate::cli::Outcome;
use crate::cli::args::{Doctor, LibraryArgument};
use crate::cli::output::Output;
use crate::cli::{library, settings};
use crate::config::Paths;
use crate::error::Result;
use crate::model::ANALYSIS_VERSION;
use crate::store::{Library, Location};
use crate::text::width::width;
use crate::tui::report;

/// Columns of the names.
const NAMES: usize = 26;

/// Prints versions, the terminal, sequences and files. Asks the terminal only with
/// `--probe`.
pub fn run(asked: &Doctor, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    output.print("program");
    line("version", env!("CARGO_PKG_VERSION"), output);
    line("analysis", &ANALYSIS_VERSION.to_string(), output);
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    line("system", &system, output);
    output.print("\nterminal");
    for (name, value) in report::report() {
        line(&name, &value, output);
    }
    output.print("\nsequences that may be sent");
    for (sequence, what) in report::sequences() {
        line(sequence, what, output);
    }
    output.print("\nfiles");
    files(named, output)?;
    match asked.probe {
        true => Ok(probe(output)),
        false => Ok(Outcome::Done),
    }
}

fn line(name: &str, value: &str, output: &mut Output) {
    let gap = " ".repeat(NAMES.saturating_sub(width(name)).max(1));
    output.print(&format!("  {name}{gap}{value}"));
}

fn files(named: &LibraryArgument, output: &mut Output) -> Result<()> {
    let paths = Paths::find()?;
    let Location::File(file) = library::locate(named, &[])?;
    line("settings", &told(&paths.settings()), output);
    let notes = settings::notes().len();
    line("settings not used", &notes.to_string(), output);
    line("data", &told(paths.data()), output);
    line("library", &told(&file), output);
    for ending in ["-wal", "-shm", ".found-damaged"] {
        let mut beside = file.clone().into_os_string();
        beside.push(ending);
        line(
            &format!("library{ending}"),
            &told(Path::new(&beside)),
            output,
        );
    }
    line("state", &told(paths.state()), output);
    for name in ["history", "copied.txt", "places"] {
        line(name, &told(&paths.state().join(name)), output);
    }
    // A library that is not there is not made for a look at it, and a damaged one is left
    // as it is.
    if file.exists() {
        match Library::reopen(&Location::file(&file)) {
            Ok(library) => contents(&library, output)?,
            Err(error) => line("library says", &error.message(), output),
        }
    }
    Ok(())
}

fn contents(library: &Library, output: &mut Output) -> Result<()> {
    let catalog = library.catalog()?;
    let quotes: u64 = catalog.rows().iter().map(|row| u64::from(row.quotes)).sum();
    line("articles", &catalog.len().to_string(), output);
    line("quotes", &quotes.to_string(), output);
    line("marks", &catalog.marks().all().len().to_string(), output);
    line(
        "to be analysed anew",
        &library.outdated()?.len().to_string(),
        output,
    );
    for notice in library.notices() {
        line("library says", &short(notice), output);
    }
    Ok(())
}

/// Where a file is, what others may do with it, and how large it is.
fn told(path: &Path) -> String {
    let shown = short(&path.display().to_string());
    match fs::metadata(path) {
        Ok(data) => {
            let mode = data.permissions().mode() & 0o777;
            let kind = if data.is_dir() { "folder" } else { "file" };
            let mine = data.uid() == rustix::process::geteuid().as_raw();
            let whose = if mine { "" } else { ", of somebody else" };
            let link = fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink());
            let link = if link { ", by a link" } else { "" };
            let size = match data.is_dir() {
                true => String::new(),
                false => format!(", {} bytes", data.len()),
            };
            format!("{shown} ({kind}, {mode:o}{size}{whose}{link})")
        }
        Err(error) => format!("{shown} ({})", error.kind()),
    }
}

/// The words with the home folder as `~`: its name is that of a person.
fn short(words: &str) -> String {
    match std::env::var("HOME") {
        Ok(home) if home.len() > 1 => words.replace(&home, "~"),
        _ => words.to_owned(),
    }
}

fn probe(output: &mut Output) -> Outcome {
    output.print("\nanswers of the terminal");
    match report::probe() {
        Ok(answers) => {
            for (question, answer) in answers {
                line(question, &answer, output);
            }
            Outcome::Done
        }
        Err(error) => {
            output.complain(&format!("the terminal cannot be asked ({error})"));
            Outcome::Failed
        }
    }
}
