//! Quotes, articles and actors as records: the same columns in the same order in every
//! form.

mod actor;
mod article;
mod quote;

pub use actor::ActorRecord;
pub use article::ArticleRecord;
pub use quote::QuoteRecord;
pub(super) use quote::{flag, hundredths, share};

use serde::Serialize;

use super::markdown;
use super::reference::Reference;
use super::template::Template;
use crate::model::{Mark, Marks, Place};

/// The version of the columns: 2 since confidence, guess and named stand among them.
pub(super) const SCHEMA: u32 = 2;

/// The columns of a table for people: who said what, where and when, and the way there.
const TABLE: [&str; 5] = ["speaker", "words", "outlet", "date", "link"];

/// Something that has the same columns in every form.
pub trait Record: Serialize {
    /// The names of the columns.
    const COLUMNS: &'static [&'static str];

    /// What stands before the first one in Markdown: the head of a table.
    fn markdown_head() -> Option<String> {
        None
    }

    /// The cells, in the order of the columns; several values are joined by `; `.
    fn cells(&self) -> Vec<String>;

    /// The record in Markdown that no article can act in, cited as `cite` says.
    fn markdown(&self, cite: Option<&Template>) -> String;

    /// The record as wrapped lines, for mail, cited as `cite` says.
    fn plain(&self, cite: Option<&Template>) -> String;

    /// The head of a table in Markdown.
    fn table_head() -> String {
        markdown::table_head(&TABLE.map(str::to_owned))
    }

    /// A row of it.
    fn table_row(&self) -> String;

    /// The article to be cited, if it is one or stands in one.
    fn reference(&self) -> Option<Reference<'_>>;
}

/// The tags among the marks on places that `fit`, and the notes there.
fn tags_and_note<'m>(
    marks: impl Iterator<Item = &'m Mark>,
    fits: impl Fn(&Place) -> bool,
) -> (Vec<String>, String) {
    let (mut tags, mut notes) = (Vec::new(), Vec::new());
    for mark in marks.filter(|mark| mark.place().is_some_and(&fits)) {
        match mark {
            Mark::Tagged { tag, .. } => tags.push(tag.clone()),
            Mark::Noted { note, .. } => notes.push(note.as_str()),
            Mark::Picked { .. }
            | Mark::Seen { .. }
            | Mark::Saved { .. }
            | Mark::Speaker { .. }
            | Mark::Same { .. } => {}
        }
    }
    tags.sort_unstable();
    tags.dedup();
    (tags, notes.join("\n"))
}

/// The tags that a person put on the article itself, and the note.
pub(super) fn marks_on_article(
    marks: &Marks,
    article: crate::model::ArticleId,
) -> (Vec<String>, String) {
    tags_and_note(marks.of(article), |place| place.span.is_empty())
}

/// The day of a date, or as much of it as is known.
fn day(date: &str) -> &str {
    date.get(..10).unwrap_or(date)
}
