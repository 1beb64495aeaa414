//! `pullquote actors`: who is named and quoted, how often, since when.

use crate::cli::Outcome;
use crate::cli::args::{Actors, DataFormat, LibraryArgument};
use crate::cli::library;
use crate::cli::output::Output;
use crate::config::today;
use crate::error::Result;
use crate::export::{
    ActorRecord, Record, actor_text, csv_line, record_json, record_row, table_head,
};
use crate::search::{self, Query};
use crate::study::actor_rows;

/// Prints a line for every actor.
pub fn run(asked: &Actors, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let query = Query::parse(&asked.query.join(" "));
    let found = search::actors(&catalog, &library, &query, &today())?;
    for note in &found.notes {
        output.complain(note);
    }
    let rows = actor_rows(&catalog, &library, &found, asked.sort.order())?;
    if rows.is_empty() {
        return Ok(Outcome::Nothing);
    }
    match asked.data.format {
        DataFormat::Csv => output.print(&csv_line(ActorRecord::COLUMNS, asked.data.cells())),
        DataFormat::Md => {
            let columns: Vec<String> = ActorRecord::COLUMNS.iter().map(|c| c.to_string()).collect();
            output.print(&table_head(&columns));
        }
        DataFormat::Text | DataFormat::Jsonl => {}
    }
    for row in rows.iter().take(asked.data.limit.unwrap_or(usize::MAX)) {
        if output.is_closed() {
            break;
        }
        let record = ActorRecord::new(&catalog, row);
        output.print(&match asked.data.format {
            DataFormat::Text => actor_text(&record),
            DataFormat::Jsonl => record_json(&record),
            DataFormat::Csv => csv_line(&record.cells(), asked.data.cells()),
            DataFormat::Md => record_row(&record),
        });
    }
    Ok(Outcome::Done)
}
