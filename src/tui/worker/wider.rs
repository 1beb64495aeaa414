//! Few quotes say the words that were typed: how many stand in articles that hold them.

use crate::config::today;
use crate::error::Result;
use crate::search::{Finder, Query};
use crate::study::Quotations;

/// Quotes that are so few that one may have looked for more.
const FEW: usize = 10;

/// A line that names the wider search, where it finds more.
pub(super) fn note(finder: &Finder, words: &str, found: &Quotations) -> Result<Option<String>> {
    if found.found > FEW || !Query::parse(words).is_words() {
        return Ok(None);
    }
    let wider = Query::with_field(words.trim(), "text");
    let quoted = finder.quotes_of(&Query::parse(&wider), 0, &today())?;
    let more = quoted.found > found.found;
    Ok(more.then(|| format!("{} in articles with it: {wider}", quoted.found)))
}
