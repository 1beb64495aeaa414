//! What is said when a query finds nothing: that, and which words are almost there.

use std::sync::Arc;

use super::Outcome;
use super::output::Output;
use crate::config::today;
use crate::error::Result;
use crate::search::{Among, Finder};
use crate::store::{Catalog, Library};

/// Says that `query` finds nothing among these, and which words are near.
///
/// # Errors
/// When the library cannot be read.
pub fn nothing(
    (catalog, library): (&Arc<Catalog>, &Library),
    (query, among): (&str, Among),
    output: &mut Output,
) -> Result<Outcome> {
    let mut finder = Finder::new(Arc::clone(catalog), library)?;
    let near = finder.nearest(query, among, &today())?;
    let words: Vec<&str> = near.iter().map(|near| near.word.as_str()).collect();
    if !words.is_empty() {
        output.complain(&format!("nothing found; near: {}", words.join(", ")));
    }
    Ok(output.nothing("nothing found"))
}
