//! Language: what is quoted, who says it, who acts.
//!
//! Knows nothing of formats, disks and terminals.

pub mod actors;

use crate::model::{Analysis, Article};

/// Finds quotes, their speakers and the actors of `article`. Never fails.
pub fn analyze(article: &Article) -> Analysis {
    let cast = actors::find(article);
    Analysis {
        actors: cast.actors,
        ..Analysis::default()
    }
}
