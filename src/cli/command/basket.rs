//! `pullquote basket`: what a person picked.

use super::export;
use super::tag::is_same;
use crate::cli::Outcome;
use crate::cli::args::{
    Basket, BasketAction, BasketExport, Export, ExportOf, LibraryArgument, Places,
};
use crate::cli::library;
use crate::cli::output::Output;
use crate::cli::place::{places, quotes};
use crate::error::Result;
use crate::export::{Records, picked_text};
use crate::model::{Change, Mark, Place};

/// Prints the basket, or changes it.
pub fn run(asked: &Basket, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    match &asked.action {
        None | Some(BasketAction::List) => list(named, output),
        Some(BasketAction::Add(asked)) => add(asked, named, output),
        Some(BasketAction::Rm(asked)) => remove(asked, named, output),
        Some(BasketAction::Export(asked)) => write(asked, named, output),
    }
}

fn list(named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let records = Records::new(&catalog, &library).basket()?;
    for record in &records {
        output.print(&picked_text(record));
    }
    Ok(match records.is_empty() {
        true => output.nothing("the basket is empty; `pullquote basket add ID` picks"),
        false => Outcome::Done,
    })
}

fn write(asked: &BasketExport, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let export = Export {
        query: Vec::new(),
        of: ExportOf::Basket,
        format: asked.format,
        matrix: None,
        by: Vec::new(),
        limit: None,
        raw: asked.raw,
        cite: asked.cite.clone(),
    };
    export::run(&export, named, output)
}

/// Puts the places behind those that are there; what is there already stays where it is.
fn add(asked: &Places, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let mut library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let wanted = match quotes((&catalog, &library), &asked.places)? {
        Ok(wanted) => wanted,
        Err(why) => return Ok(why.told(output)),
    };
    let marks = catalog.marks();
    let there = marks.basket();
    let new = |place: &Place| !there.iter().any(|there| is_same(there, place));
    let new = wanted.into_iter().filter(new).zip(marks.next_order()..);
    let changes: Vec<Change> = new
        .map(|(on, order)| Change::Set(Mark::Picked { on, order }))
        .collect();
    library.change("picked", &changes)?;
    // Another program may have picked something meanwhile.
    let all = library.marks()?.basket().len();
    output.print(&match changes.len() {
        0 => format!("already picked; {all} in the basket"),
        added => format!("{added} picked; {all} in the basket"),
    });
    Ok(Outcome::Done)
}

fn remove(asked: &Places, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let mut library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    let wanted = match places((&catalog, &library), &asked.places)? {
        Ok(wanted) => wanted,
        Err(why) => return Ok(why.told(output)),
    };
    let meant = |mark: &&Mark| match mark {
        Mark::Picked { on, .. } => wanted.iter().any(|place| is_same(place, on)),
        _ => false,
    };
    let marks = catalog.marks().all().iter().filter(meant);
    let changes: Vec<Change> = marks.cloned().map(Change::Remove).collect();
    library.change("taken out of the basket", &changes)?;
    if changes.is_empty() {
        return Ok(output.nothing("nothing of this is in the basket"));
    }
    output.print(&format!("{} taken out of the basket", changes.len()));
    Ok(Outcome::Done)
}
