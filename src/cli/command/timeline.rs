//! `pullquote timeline`: how often lanes speak, over time.

use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, Timeline, TimelineFormat};
use crate::cli::library;
use crate::cli::output::Output;
use crate::config::today;
use crate::error::Result;
use crate::export::{
    Cells, csv_line, timeline_cells, timeline_json, timeline_markdown, timeline_text,
};
use crate::study::{lane, timeline};

/// Quotes of a lane at most.
const QUOTES: usize = 200_000;

/// Prints a line for every time, with the count of each lane.
pub fn run(asked: &Timeline, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let today = today();
    let (mut titles, mut lanes) = (Vec::new(), Vec::new());
    for typed in &asked.queries {
        let lane = lane((&catalog, &library), typed, QUOTES, &today)?;
        for note in &lane.notes {
            output.note(&format!("{}: {note}", lane.title));
        }
        titles.push(lane.title);
        lanes.push(lane.rows);
    }
    let counts = timeline(&lanes, asked.by.unit(), asked.count.measure());
    if counts.highest() == 0 {
        return Ok(output.nothing("nothing found"));
    }
    let lines: Vec<String> = match asked.format {
        TimelineFormat::Text => timeline_text(&titles, &counts),
        TimelineFormat::Csv => {
            let how = if asked.raw { Cells::Raw } else { Cells::Safe };
            let rows = timeline_cells(&titles, &counts).into_iter();
            rows.map(|cells| csv_line(&cells, how)).collect()
        }
        TimelineFormat::Md => timeline_markdown(&timeline_cells(&titles, &counts)),
        TimelineFormat::Jsonl => timeline_json(&titles, &counts),
    };
    output.print(&lines.join("\n"));
    Ok(Outcome::Done)
}
