//! `pullquote corrections`: what people corrected, as a file for somebody else.

use std::io::Read;

use crate::cli::Outcome;
use crate::cli::args::{Corrections, CorrectionsAction, LibraryArgument};
use crate::cli::library;
use crate::cli::output::Output;
use crate::error::{Error, ErrorKind, Result};
use crate::export::{correction_json, read_correction};
use crate::model::{Change, Entry};

/// Prints all corrections, or takes over those of a file.
pub fn run(asked: &Corrections, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    match &asked.action {
        CorrectionsAction::Export => export(named, output),
        CorrectionsAction::Import(import) => take_over(&import.corrections, named, output),
    }
}

fn export(named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let marks = library.marks()?;
    let mut outcome = Outcome::Nothing;
    // Marks come by article: each is read once.
    let mut entry: Option<Entry> = None;
    for mark in marks.all().iter().filter(|mark| mark.is_correction()) {
        let article = mark.place().map(|place| place.article);
        if let Some(id) = article
            && entry.as_ref().is_none_or(|entry| entry.article.id != id)
        {
            entry = library.entry(id)?;
        }
        let at = entry.as_ref().filter(|_| article.is_some());
        let text = at.map(|entry| entry.article.text.as_str());
        output.print(&correction_json(mark, text));
        outcome = Outcome::Done;
    }
    Ok(match outcome {
        Outcome::Nothing => output.nothing("nothing is corrected"),
        outcome => outcome,
    })
}

/// Takes over every correction of the file, in one deed, or none when a line is none.
fn take_over(
    file: &std::path::Path,
    named: &LibraryArgument,
    output: &mut Output,
) -> Result<Outcome> {
    let text = read(file)?;
    library::expect(named)?;
    let mut library = library::open(named, output)?;
    let mut changes = Vec::new();
    let mut bad = 0;
    let text_of = |id| {
        let entry = library.entry(id).ok().flatten();
        entry.map(|entry| entry.article.text)
    };
    let lines = text.lines().enumerate();
    for (at, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        match read_correction(line, text_of) {
            Ok(mark) => changes.push(Change::Set(mark)),
            Err(why) => {
                output.complain(&format!("line {}: {why}", at + 1));
                bad += 1;
            }
        }
    }
    if bad > 0 {
        output.complain("nothing was taken over");
        return Ok(Outcome::Failed);
    }
    let before = library.marks()?;
    let known = |change: &&Change| match change {
        Change::Set(mark) => before.all().contains(mark),
        Change::Remove(_) => false,
    };
    let known = changes.iter().filter(known).count();
    library.change("corrections taken over", &changes)?;
    let new = changes.len() - known;
    output.print(&format!("{new} corrections taken over, {known} known"));
    Ok(match changes.is_empty() {
        true => Outcome::Nothing,
        false => Outcome::Done,
    })
}

/// The text of a file, or of standard input for `-`.
pub(super) fn read(file: &std::path::Path) -> Result<String> {
    let because = |cause| Error::because(ErrorKind::Read, file, cause);
    if file.as_os_str() != "-" {
        return std::fs::read_to_string(file).map_err(because);
    }
    let mut text = String::new();
    std::io::stdin()
        .lock()
        .read_to_string(&mut text)
        .map_err(because)?;
    Ok(text)
}
