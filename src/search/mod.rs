//! Queries and scores: from what a person typed to articles, actors, quotes.
//!
//! Knows nothing of SQL and nothing of terminals, and has no clock: whoever asks
//! hands in the day.

mod asked;
mod capitals;
mod class;
mod closeness;
mod finder;
mod hits;
mod lines;
mod marked;
mod matcher;
mod named;
mod nearest;
mod occurrences;
mod query;
mod quoted;
mod rank;
mod run;
mod searchable;
mod story;
mod terms;

pub use class::Class;
pub use closeness::{Closeness, Typed};
pub use finder::Finder;
pub use hits::{Finding, FindingKind, Findings, Hits, Named, Quoted};
pub use nearest::{Among, Nearest};
pub use occurrences::{InText, find_in_text, marks};
pub use query::{
    Clause, Count, Counted, How, INSIDE, Pattern, Period, Query, State, Term, Test, Unit,
};
pub use quoted::{actors, quotes};
pub use run::run;
pub use story::stories;
