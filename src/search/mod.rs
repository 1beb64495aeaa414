//! Queries and scores: from what a person typed to articles, actors, quotes.

mod hits;

pub use hits::{Finding, FindingKind, Findings, Hits};
