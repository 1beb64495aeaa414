//! The library: every article with its analysis in one SQLite file.
//!
//! The only layer that knows SQL. It exposes questions, never SQL and never
//! row numbers; articles are named by [`crate::model::ArticleId`] alone.

mod catalog;

pub use catalog::{Catalog, Row};
