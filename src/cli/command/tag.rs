//! `pullquote tag`: tags of articles and passages.

use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, Tag, TagAction, TagAdd, TagRemove};
use crate::cli::library;
use crate::cli::output::Output;
use crate::cli::place::{places, quotes};
use crate::error::Result;
use crate::model::{Change, Mark, Place, tags_of};

/// Prints the tags, or changes them.
pub fn run(asked: &Tag, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    match &asked.action {
        None | Some(TagAction::List) => list(named, output),
        Some(TagAction::Add(asked)) => add(asked, named, output),
        Some(TagAction::Rm(asked)) => remove(asked, named, output),
    }
}

fn list(named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let marks = library::open_to_read(named, output)?.marks()?;
    let tags = marks.tags();
    for (tag, count) in &tags {
        output.print(&format!("{count:>5}  {tag}"));
    }
    Ok(match tags.is_empty() {
        true => output.nothing("there are no tags; `pullquote tag add TAG ID` makes one"),
        false => Outcome::Done,
    })
}

fn add(asked: &TagAdd, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let tags = tags_of(&asked.tag);
    if tags.is_empty() {
        output.complain("a tag has a letter at least");
        return Ok(Outcome::Failed);
    }
    let mut library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    match quotes((&catalog, &library), &asked.places.places)? {
        Err(why) => Ok(why.told(output)),
        Ok(places) => {
            let tag = |on: &Place| {
                let marks = tags.iter().map(|tag| tagged(on.clone(), tag));
                marks.map(Change::Set).collect::<Vec<_>>()
            };
            let changes: Vec<Change> = places.iter().flat_map(tag).collect();
            let label = format!("tag {}", tags.join(", "));
            library.change(&label, &changes)?;
            output.print(&format!("{label} on {}", counted(places.len(), "place")));
            Ok(Outcome::Done)
        }
    }
}

fn remove(asked: &TagRemove, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let mut library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    // As it is written, too: an older version kept the sign and the comma.
    let tag = asked.tag.trim();
    let tags = tags_of(tag);
    let wanted = match places((&catalog, &library), &asked.places)? {
        Ok(wanted) => wanted,
        Err(why) => return Ok(why.told(output)),
    };
    let meant = |on: &Place| {
        let mut wanted = wanted.iter();
        asked.places.is_empty() || wanted.any(|place| is_same(place, on))
    };
    let marks = catalog.marks().all().iter().filter(|mark| match mark {
        Mark::Tagged { on, tag: its } => (its == tag || tags.contains(&&**its)) && meant(on),
        _ => false,
    });
    let changes: Vec<Change> = marks.cloned().map(Change::Remove).collect();
    library.change(&format!("no tag {tag}"), &changes)?;
    if changes.is_empty() {
        return Ok(output.nothing(&format!("nothing of this is tagged {tag}")));
    }
    let count = counted(changes.len(), "place");
    output.print(&format!("tag {tag} taken from {count}"));
    Ok(Outcome::Done)
}

/// Whether both are the article, or roughly one passage of it.
pub(super) fn is_same(one: &Place, other: &Place) -> bool {
    let spans = one.span == other.span || one.span.is_roughly(other.span);
    one.article == other.article && spans
}

/// `1 place`, `3 places`.
fn counted(count: usize, what: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{count} {what}{end}")
}

fn tagged(on: Place, tag: &str) -> Mark {
    Mark::Tagged {
        on,
        tag: tag.to_owned(),
    }
}
