//! What leaves the program: JSON, plain text, citations.
//!
//! Knows nothing of terminals: what it writes is exact, and whoever prints it
//! to one makes it safe first.

pub mod cite;
mod code_points;
mod comparison;
mod json_line;
mod parse_json;
mod parse_text;
mod row;

pub use code_points::CodePoints;
pub use comparison::comparison;
pub use json_line::json_line;
pub use parse_json::{Origin, parse_json};
pub use parse_text::parse_text;
pub use row::{row_json, row_text};
