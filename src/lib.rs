//! pullquote turns stored news articles into quotes and actors, keeps them in
//! one SQLite file, searches them, and shows them in the terminal.
//!
//! ```text
//! bytes on disk
//!   │  ingest::read(bytes, hint) -> Result<Vec<Ingested>>  formats end here; one file may hold many articles
//!   ▼
//! Article ── analysis::analyze(&article) -> Analysis       never fails
//!   │
//!   ▼
//! Entry { article, analysis, provenance }
//!   │  Library::add(entries) -> Result<Added>              one transaction
//!   ▼
//! Arc<Catalog>                                             what lists and the finder need, immutable, in memory
//!   │  search::run(&catalog, &library, &query) -> Hits     names and headlines fuzzily, bodies through the index
//!   ▼
//! App::update(action) -> Vec<Effect>                       the only place where state changes
//!   │  view::draw(&app, &theme, frame)                     the only place where cells change
//!   ▼
//! terminal                                                 one write a frame
//! ```
//!
//! The modules are layers, listed here from the lowest to the highest. A file
//! uses its own layer and lower ones, never a higher one, and `ingest` and
//! `analysis` do not know each other; `tests/spec/layers.rs` holds this.

pub mod error;
pub mod model;

pub mod text;

pub mod analysis;
pub mod ingest;

pub mod config;

pub mod store;

pub mod search;

pub mod study;

pub mod export;

pub mod import;

pub mod app;

pub mod tui;

pub mod cli;
