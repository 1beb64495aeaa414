//! `pullquote add`: reads, analyses and stores articles.

use std::path::PathBuf;

use super::parse::{read_input, split_input};
use crate::cli::Outcome;
use crate::cli::args::{Add, LibraryArgument};
use crate::cli::library;
use crate::cli::output::Output;
use crate::error::Result;
use crate::import::{Gone, Report, import};
use crate::store::Library;

/// Adds every article under the paths and says in one line what came of it.
pub fn run(add: &Add, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    if named.file.as_ref().is_some_and(|path| path.is_dir()) {
        // It would lose them at the next start: it is a picture of its folder.
        output.complain("the library of a folder holds what the folder holds; put files there, or add to a library file");
        return Ok(Outcome::Failed);
    }
    let mut library = library::open(named, output)?;
    let (reads_input, paths) = split_input(&add.paths);
    let mut report = add_files(&paths, &mut library, output)?;
    if reads_input {
        add_input(&mut library, &mut report)?;
    }
    Ok(tell(&report, output))
}

/// Says what could not be read, then counts what was.
fn tell(report: &Report, output: &mut Output) -> Outcome {
    for refused in &report.refused {
        output.complain(&refused.to_string());
    }
    output.print(&report.summary());
    match (
        report.refused.is_empty(),
        report.added + report.changed + report.known,
    ) {
        (false, _) => Outcome::Failed,
        (true, 0) => Outcome::Nothing,
        (true, _) => Outcome::Done,
    }
}

fn add_files(paths: &[PathBuf], library: &mut Library, output: &mut Output) -> Result<Report> {
    let report = import(paths, library, Gone::Keep, &mut |_, progress| {
        output.progress(&format!(
            "{} of {} files read",
            progress.done, progress.total
        ));
        true
    });
    output.end_progress();
    report
}

fn add_input(library: &mut Library, report: &mut Report) -> Result<()> {
    match read_input() {
        Ok(mut analysed) => {
            // Standard input is no place to come back to; without a path one
            // reading does not take the place of another.
            for entry in &mut analysed.entries {
                entry.provenance.path.clear();
            }
            report.count(library.add(&analysed.entries)?);
            report.refused.extend(analysed.refused);
        }
        Err(error) => report.refused.push(error.into()),
    }
    Ok(())
}
