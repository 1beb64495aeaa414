//! `pullquote rebuild`: every analysis and index made anew.

use crate::cli::Outcome;
use crate::cli::args::LibraryArgument;
use crate::cli::library;
use crate::cli::output::Output;
use crate::error::Result;
use crate::import::rebuild;

/// Makes every analysis and index anew and says how many. What people marked stays; one
/// that is ended in the middle leaves what it had not come to as it was.
pub fn run(named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let mut library = library::open_to_read(named, output)?;
    let report = rebuild(&mut library, &mut |done, total| {
        output.progress(&format!("{done} of {total} articles analysed"));
    });
    output.end_progress();
    let report = report?;
    output.print(&format!("{} analysed anew", report.renewed));
    for refused in &report.refused {
        output.complain(&refused.to_string());
    }
    Ok(match (report.refused.is_empty(), report.renewed) {
        (false, _) => Outcome::Failed,
        (true, 0) => Outcome::Nothing,
        (true, _) => Outcome::Done,
    })
}
