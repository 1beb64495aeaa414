//! `pullquote actors`: who is named and quoted, how often, since when.

use crate::cli::Outcome;
use crate::cli::args::{Actors, LibraryArgument};
use crate::cli::output::Output;
use crate::cli::printer::Printer;
use crate::cli::{library, nearest};
use crate::config::today;
use crate::error::Result;
use crate::export::{ACTOR_HEAD, actor_records, actor_text};
use crate::search::{self, Among, Query};
use crate::study::actor_rows;

/// Prints a line for every actor.
pub fn run(asked: &Actors, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let typed = asked.query.join(" ");
    let query = Query::parse(&typed);
    let found = search::actors(&catalog, &library, &query, &today())?;
    for note in &found.notes {
        output.note(note);
    }
    let rows = actor_rows(&catalog, &library, &found, asked.sort.order())?;
    if rows.is_empty() {
        let asked = (typed.as_str(), Among::Actors);
        return nearest::nothing((&catalog, &library), asked, output);
    }
    let rows = rows.get(..asked.data.limit()).unwrap_or(&rows);
    let records = actor_records(&catalog, rows);
    let Some(style) = asked.data.style(output)? else {
        if output.is_terminal() {
            output.print(ACTOR_HEAD);
        }
        let lines = records.iter().map(actor_text);
        output.print(&lines.collect::<Vec<_>>().join("\n"));
        return Ok(Outcome::Done);
    };
    if style.form.is_of_references() {
        output.complain("actors are no references; --format text, jsonl, csv or md prints them");
        return Ok(Outcome::Failed);
    }
    let mut printer = Printer::new(style, output);
    for record in &records {
        if !printer.put(record) {
            break;
        }
    }
    Ok(printer.end())
}
