//! Language: what is quoted, who says it, who acts.
//!
//! Knows nothing of formats, disks and terminals.

pub mod actors;
mod marks;

use crate::model::{Analysis, Article};

/// Finds quotes, their speakers and the actors of `article`. Never fails.
pub fn analyze(article: &Article) -> Analysis {
    let cast = actors::find(article);
    let marks = marks::passages(article);
    Analysis {
        quotes: marks
            .passages
            .iter()
            .map(|p| crate::model::Quote {
                span: p.span,
                block: p.block,
                kind: crate::model::QuoteKind::Direct,
                closed: p.closed,
                continues: p.continues.map(crate::model::QuoteRef),
                speaker: None,
            })
            .collect(),
        notes: marks.notes,
        actors: cast.actors,
        ..Analysis::default()
    }
}
