//! `pullquote compare`: quotes of several lanes side by side.

use crate::cli::Outcome;
use crate::cli::args::{AlignBy, Compare, CompareFormat, LibraryArgument};
use crate::cli::library;
use crate::cli::output::Output;
use crate::cli::settings::citation;
use crate::config::today;
use crate::error::Result;
use crate::export::{Cells, comparison, lanes_csv, lanes_json, lanes_text};
use crate::search::{Finder, Query};
use crate::study::{Aligned, Alignment, Order, QuoteRow, Spoken, align, link, quotes, titled};

/// Quotes of a lane at most.
const QUOTES: usize = 10_000;

/// Prints a row for everything that the lanes are aligned by.
pub fn run(asked: &Compare, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let finder = Finder::new(library.catalog()?, &library)?;
    let titled: Vec<(&str, &str)> = asked.lanes.iter().map(|typed| titled(typed)).collect();
    let titles: Vec<&str> = titled.iter().map(|(title, _)| *title).collect();
    let mut lanes: Vec<Vec<Spoken>> = Vec::with_capacity(titled.len());
    for &lane_of in &titled {
        lanes.push(lane(&finder, lane_of, output)?);
    }
    if lanes.iter().all(Vec::is_empty) {
        return Ok(output.nothing("none of these lanes finds a quote"));
    }
    for (_, words) in titled
        .iter()
        .filter(|(_, query)| Query::parse(query).is_one_word())
    {
        let by = words.replace('"', "");
        output.note(&format!(
            "lane {words}: quotes with this word or by this name; by:\"{by}\" is what one speaker says"
        ));
    }
    let firsts = lanes.iter().map(|lane| {
        let firsts = lane.iter().map(|spoken| spoken.first.clone());
        firsts.collect::<Vec<QuoteRow>>()
    });
    let mut rows = align(&firsts.collect::<Vec<_>>(), &alignment(asked));
    rows.truncate(asked.limit.unwrap_or(usize::MAX));
    let cite = citation(asked.cite.as_deref(), output)?;
    if cite.is_some() && asked.format != CompareFormat::Md {
        output.note("--cite counts with --format md; nothing is cited here");
    }
    let printed = match asked.format {
        CompareFormat::Text => lanes_text(&titles, &rows, &lanes),
        CompareFormat::Jsonl => lanes_json(&titles, &rows, &lanes),
        CompareFormat::Md => {
            let rows: Vec<&Aligned> = rows.iter().collect();
            let said = |lane: usize, at: usize| lanes.get(lane)?.get(at);
            comparison(&titles, &rows, said, cite.as_ref())
        }
        CompareFormat::Csv => {
            let how = if asked.raw { Cells::Raw } else { Cells::Safe };
            lanes_csv(&titles, &rows, &lanes, how)
        }
    };
    output.print(printed.trim_end());
    Ok(Outcome::Done)
}

fn lane(finder: &Finder, (title, query): (&str, &str), output: &mut Output) -> Result<Vec<Spoken>> {
    let query = Query::parse(query);
    let mut found = quotes(finder, &query, (Order::Date, QUOTES), &today())?;
    link(finder.library(), &mut found.utterances)?;
    for note in &found.notes {
        output.note(&format!("{title}: {note}"));
    }
    if found.found > QUOTES {
        let all = found.found;
        output.note(&format!("{title}: the newest {QUOTES} of {all} quotes"));
    }
    Ok(found.utterances)
}

fn alignment(asked: &Compare) -> Alignment {
    let terms = asked.issues.iter().flat_map(|terms| terms.split(','));
    let terms: Vec<String> = terms
        .map(|term| term.trim().to_owned())
        .filter(|term| !term.is_empty())
        .collect();
    match asked.by {
        // Whoever names issues wants rows by them.
        AlignBy::List if !terms.is_empty() => Alignment::Issue(terms),
        AlignBy::Issue => Alignment::Issue(terms),
        AlignBy::Date => Alignment::Date(asked.unit.unit()),
        AlignBy::SameWords => Alignment::SameWords,
        AlignBy::List => Alignment::List,
    }
}
