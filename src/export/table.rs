//! Records as lines of JSON and as CSV.

use serde::Serialize;

use super::json_line;
use super::record::{Record, SCHEMA};

/// What stands in a cell of a spreadsheet must not act there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// An apostrophe stands before what a spreadsheet would take for a formula.
    Safe,
    /// Cells are written as they are.
    Raw,
}

#[derive(Serialize)]
struct Line<'a, T> {
    schema: u32,
    #[serde(flatten)]
    record: &'a T,
}

/// One line of JSON, with a schema number, without the line end.
pub fn record_json<T: Record>(record: &T) -> String {
    json_line(&Line {
        schema: SCHEMA,
        record,
    })
}

/// One line of CSV after RFC 4180, which ends lines with a carriage return and a line
/// feed: with the first, without the second.
pub fn csv_line<T: AsRef<str>>(cells: &[T], how: Cells) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let safe = cells.iter().map(|cell| match how {
        Cells::Safe => neutral(cell.as_ref()),
        Cells::Raw => cell.as_ref().to_owned(),
    });
    // Writing to memory does not fail.
    let _ = writer.write_record(safe);
    let bytes = writer.into_inner().unwrap_or_default();
    let line = String::from_utf8(bytes).unwrap_or_default();
    line.strip_suffix('\n').unwrap_or(&line).to_owned()
}

/// A cell that no spreadsheet takes for a formula.
fn neutral(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{ActorRecord, QuoteRecord};

    #[test]
    fn a_spreadsheet_finds_no_formula_and_a_reader_every_cell() {
        let cells = ["=1+1", "a \"b\", c", "two\nlines", "", "-x", "é\u{202e}"];
        let read = |line: &str| -> Vec<String> {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(line.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            record.iter().map(str::to_owned).collect()
        };
        assert_eq!(read(&csv_line(&cells, Cells::Raw)), cells);
        let safe = read(&csv_line(&cells, Cells::Safe));
        assert_eq!(
            safe,
            ["'=1+1", "a \"b\", c", "two\nlines", "", "'-x", "é\u{202e}"]
        );
    }

    #[test]
    fn every_form_has_the_same_columns() {
        fn check<T: Record>(record: &T) {
            assert_eq!(record.cells().len(), T::COLUMNS.len());
            let line = record_json(record);
            let value: serde_json::Value = serde_json::from_str(&line).unwrap();
            assert_eq!(value["schema"], SCHEMA);
            let mut at = 0;
            for column in T::COLUMNS {
                let key = format!("\"{column}\": ");
                at += line[at..]
                    .find(&key)
                    .unwrap_or_else(|| panic!("{column} in {line}"));
            }
            assert_eq!(value.as_object().unwrap().len(), T::COLUMNS.len() + 1);
        }
        check(&QuoteRecord::default());
        check(&ActorRecord::default());
    }
}
