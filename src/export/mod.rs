//! What leaves the program: records in every form, citations, references.
//!
//! Knows nothing of terminals: what it writes is exact, and whoever prints it
//! to one makes it safe first.

pub mod cite;
mod code_points;
mod comparison;
mod corrections;
mod counted;
mod counts;
mod form;
mod grid;
mod json_line;
mod lanes;
mod lines;
mod markdown;
mod matrix;
mod parse_json;
mod parse_text;
mod plain;
mod record;
mod records;
mod reference;
mod row;
mod sheet;
mod table;
mod template;
mod templates;
mod times;

pub use code_points::{CodePoints, bytes};
pub use comparison::comparison;
pub use corrections::{correction_json, read_correction};
pub use counted::Counted;
pub use counts::{Counts, Key};
pub use form::Form;
pub use grid::{Cell, Grid};
pub use json_line::json_line;
pub use lanes::{lanes_csv, lanes_json, lanes_text};
pub use lines::{ACTOR_HEAD, actor_text, picked_text, utterance_text};
pub use markdown::{escaped, quote_markdown, record_row, table_head, table_row};
pub use matrix::{article_tags, matrix_columns, matrix_row};
pub use parse_json::{Origin, parse_json};
pub use parse_text::parse_text;
pub use record::{ActorRecord, ArticleRecord, QuoteRecord, Record};
pub use records::{Records, actor_records, listed};
pub use reference::Reference;
pub use row::row_text;
pub use sheet::{Sheet, Style, sheet};
pub use table::{Cells, csv_line, record_json};
pub use template::{Cited, Template, TemplateError};
pub use templates::{Fault, Templates};
pub use times::{timeline_cells, timeline_json, timeline_markdown, timeline_text};
