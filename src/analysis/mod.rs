//! Language: what is quoted, who says it, who acts.
//!
//! Knows nothing of formats, disks and terminals. The order is marks, actors,
//! attribution: each needs only those before it.

pub mod actors;
mod attribution;
mod cue;
mod document;
pub mod lexicon;
mod marks;
mod oddity;
mod phrase;
#[cfg(test)]
mod sample;
mod statement;

use crate::model::{Analysis, Article};

use document::Document;

pub use attribution::{Label, Lesson, SEPARATOR, TEMPERATURE, Told, Weights, lessons};

/// Finds quotes, their speakers and the actors of `article`. Never fails.
pub fn analyze(article: &Article) -> Analysis {
    analyze_with(article, Weights::shipped())
}

/// Does what [`analyze`] does, with other weights than the shipped ones.
pub fn analyze_with(article: &Article, weights: &Weights) -> Analysis {
    let marks = marks::passages(article);
    let cast = actors::find(article, &marks.passages);
    let lower = document::lowered(&article.text);
    let document = Document::new(article, &lower, &marks.passages, &cast);
    let quotes = attribution::attribute(&document, &cast, weights);
    let mut notes = oddity::notes(article);
    notes.extend(marks.notes);
    notes.sort_by_key(|note| note.span);
    Analysis {
        quotes,
        statements: statement::find(&document, &cast),
        actors: cast.into_actors(),
        notes,
    }
}
