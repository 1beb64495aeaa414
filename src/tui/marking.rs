//! Writing what a person decided, and telling what has become of it.

use std::sync::Arc;

use crate::app::{Changed, Deed};
use crate::error::Result;
use crate::model::{Mark, Marks};
use crate::store::Library;

/// Carries out a deed; it is on disk when this returns.
///
/// # Errors
/// When the library cannot be written or another process holds it for long.
pub fn carry_out(library: &mut Library, deed: &Deed) -> Result<Changed> {
    let before = library.marks()?;
    let told = match deed {
        Deed::Change(label, changes) => {
            library.change(label, changes)?;
            label.clone()
        }
        Deed::Undo => match library.undo()? {
            Some(label) => format!("taken back: {label}"),
            None => "there is nothing to take back".to_owned(),
        },
        Deed::Redo => match library.redo()? {
            Some(label) => format!("done again: {label}"),
            None => "there is nothing to do again".to_owned(),
        },
    };
    let (marks, revision) = library.marks_now()?;
    let marks = Arc::new(marks);
    // Only a correction makes other rows of the same articles.
    let catalog = match corrections(&before) == corrections(&marks) {
        true => None,
        false => Some(library.catalog()?),
    };
    Ok(Changed {
        told,
        marks,
        revision,
        catalog,
    })
}

/// What a change asks of marks that correct, in the order of the library.
fn corrections(marks: &Marks) -> Vec<&Mark> {
    let all = marks.all().iter();
    all.filter(|mark| mark.is_correction()).collect()
}
