//! `pullquote saved`: searches to come back to.

use super::search::print_found;
use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, Saved, SavedAction, SavedAdd, SavedRun};
use crate::cli::library;
use crate::cli::output::Output;
use crate::cli::settings;
use crate::config::today;
use crate::error::Result;
use crate::model::{Change, Mark, Searched};
use crate::search::{Query, run as run_query};

/// Prints the saved searches, changes them, or runs one.
pub fn run(asked: &Saved, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    match &asked.action {
        None | Some(SavedAction::List) => list(named, output),
        Some(SavedAction::Add(asked)) => add(asked, named, output),
        Some(SavedAction::Rm(asked)) => remove(&asked.name, named, output),
        Some(SavedAction::Run(asked)) => find(asked, named, output),
    }
}

fn list(named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let searches = catalog.marks().searches();
    for (name, query) in &searches {
        let hits = run_query(&catalog, &library, &Query::parse(query), &today())?;
        let count = hits.positions.len();
        // Its quotes are counted and listed in the browser.
        let among = match catalog.marks().searched(name) {
            Searched::Articles => "",
            Searched::Quotes => "  (of quotes; counted are articles)",
        };
        output.print(&format!("{count:>5}  {name} = {query}{among}"));
    }
    let mut set = settings::saved(output);
    set.retain(|(name, _)| searches.iter().all(|(saved, _)| saved != name));
    for (name, query) in &set {
        let hits = run_query(&catalog, &library, &Query::parse(query), &today())?;
        let count = hits.positions.len();
        output.print(&format!("{count:>5}  {name} = {query}  (config.toml)"));
    }
    Ok(match searches.is_empty() && set.is_empty() {
        true => output.nothing("no search is saved; `pullquote saved add NAME QUERY` saves one"),
        false => Outcome::Done,
    })
}

fn add(asked: &SavedAdd, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let (name, query) = (asked.name.trim(), asked.query.join(" "));
    if name.is_empty() {
        output.complain("a saved search has a name");
        return Ok(Outcome::Failed);
    }
    // A mistyped field is told when it is saved, not weeks later.
    for note in &Query::parse(&query).notes {
        output.complain(note);
    }
    library::expect(named)?;
    let mut library = library::open(named, output)?;
    let marks = library.marks()?;
    let other = marks.another_search(name, (&query, Searched::Articles));
    if let Some(other) = other.filter(|_| !asked.force) {
        output.complain(&format!(
            "{name} is saved as {other}; --force replaces it, and `pullquote saved rm` forgets it"
        ));
        return Ok(Outcome::Failed);
    }
    let saved = Mark::Saved {
        name: name.to_owned(),
        query,
        among: Searched::Articles,
    };
    let label = format!("saved {name}");
    library.change(&label, &[Change::Set(saved)])?;
    output.print(&label);
    Ok(Outcome::Done)
}

fn remove(name: &str, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let mut library = library::open_to_read(named, output)?;
    let marks = library.marks()?;
    let mut all = marks.all().iter();
    let saved = all.find(|mark| matches!(mark, Mark::Saved { name: its, .. } if its == name));
    let Some(saved) = saved else {
        if settings::saved(output).iter().any(|(its, _)| its == name) {
            output.complain(&format!("{name} stands in config.toml; take it out there"));
            return Ok(Outcome::Failed);
        }
        return Ok(unknown(name, output));
    };
    let label = format!("forgot {name}");
    library.change(&label, &[Change::Remove(saved.clone())])?;
    output.print(&label);
    Ok(Outcome::Done)
}

fn find(asked: &SavedRun, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let marks = library.marks()?;
    let named = |(name, _): &(String, String)| *name == asked.name;
    let own = marks.searches().into_iter();
    let own = own.map(|(name, query)| (name.to_owned(), query.to_owned()));
    let mut all = own.chain(settings::saved(output));
    let Some((_, query)) = all.find(named) else {
        return Ok(unknown(&asked.name, output));
    };
    print_found(&library, &query, &asked.listing, output)
}

fn unknown(name: &str, output: &mut Output) -> Outcome {
    output.complain(&format!(
        "no search is saved as {name}; `pullquote saved` shows them"
    ));
    Outcome::Nothing
}
