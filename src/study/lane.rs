//! Lanes: queries with a title, and the quotes that they find.

use super::quotes::rows;
use super::row::QuoteRow;
use crate::error::Result;
use crate::search::{Query, quotes};
use crate::store::{Catalog, Library};

/// A query with a title, and what it finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lane {
    /// What stands above it.
    pub title: String,
    /// As typed, in the grammar of the search.
    pub query: String,
    /// Its quotes, the newest first.
    pub rows: Vec<QuoteRow>,
    /// How many were found, also those that are too many to be listed.
    pub found: usize,
    /// One line each for the person.
    pub notes: Vec<String>,
}

/// Asks a lane for its quotes, at most `limit`.
///
/// A query may begin with a title and an equals sign, as in `Kim = by:kim border`;
/// else it is its own title.
///
/// # Errors
/// When the library cannot be read.
pub fn lane(
    (catalog, library): (&Catalog, &Library),
    typed: &str,
    limit: usize,
    today: &str,
) -> Result<Lane> {
    let (title, query) = titled(typed);
    let found = quotes(catalog, library, (&Query::parse(query), limit), today)?;
    Ok(Lane {
        title: title.to_owned(),
        query: query.to_owned(),
        rows: rows(catalog, library, &found.quotes)?,
        found: found.found,
        notes: found.notes,
    })
}

/// The title and the query of a lane as typed.
pub fn titled(typed: &str) -> (&str, &str) {
    match typed.split_once(" = ") {
        Some((title, query)) if !title.trim().is_empty() => (title.trim(), query.trim()),
        _ => (typed.trim(), typed.trim()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_may_have_a_title() {
        assert_eq!(titled("Kim = by:kim border"), ("Kim", "by:kim border"));
        assert_eq!(titled(" by:kim "), ("by:kim", "by:kim"));
        assert_eq!(titled("has:quotes=3"), ("has:quotes=3", "has:quotes=3"));
    }
}
