//! Tables whose columns are only known when they are made: a column for each tag, counts
//! by what a person asks for.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::form::Form;
use super::json_line;
use super::markdown::{escaped, table_head, table_row};
use super::record::SCHEMA;
use super::table::{Cells, csv_line};
use crate::text::width::width;

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number; JSON has it as one.
    Number(usize),
}

impl Cell {
    fn words(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
        }
    }
}

/// Writes a table with these columns, row by row.
#[derive(Debug, Clone)]
pub struct Grid {
    columns: Vec<String>,
    form: Form,
    cells: Cells,
}

impl Grid {
    /// A table in a form that has rows and columns; nothing for references.
    pub fn new(columns: Vec<String>, form: Form, cells: Cells) -> Option<Self> {
        let fits = !form.is_of_references();
        fits.then_some(Self {
            columns,
            form,
            cells,
        })
    }

    /// All of `rows`, in whole lines without the last line end.
    pub fn all(&self, rows: &[Vec<Cell>]) -> String {
        if self.form == Form::Plain {
            return self.aligned(rows);
        }
        let head = self.head();
        let rows = rows.iter().map(|row| self.row(row));
        head.into_iter().chain(rows).collect::<Vec<_>>().join("\n")
    }

    /// What stands above the rows.
    pub fn head(&self) -> Option<String> {
        match self.form {
            Form::Csv | Form::Plain => Some(csv_line(&self.columns, self.cells)),
            Form::Markdown | Form::Table => Some(table_head(&self.columns)),
            Form::Jsonl | Form::Bibtex | Form::Csl => None,
        }
    }

    /// A row, without the line end; as plain text it is one of CSV, unless
    /// [`Grid::all`] aligns them.
    pub fn row(&self, cells: &[Cell]) -> String {
        let words = || cells.iter().map(Cell::words).collect::<Vec<_>>();
        match self.form {
            Form::Markdown | Form::Table => {
                let cells: Vec<String> = words().iter().map(|cell| escaped(cell)).collect();
                table_row(&cells)
            }
            Form::Jsonl => json_line(&Row {
                columns: &self.columns,
                cells,
            }),
            Form::Csv | Form::Plain | Form::Bibtex | Form::Csl => csv_line(&words(), self.cells),
        }
    }

    fn aligned(&self, rows: &[Vec<Cell>]) -> String {
        let heads: Vec<Cell> = self.columns.iter().cloned().map(Cell::Text).collect();
        let wide = |column: usize| {
            let all = rows.iter().chain([&heads]);
            let cells = all.filter_map(|row| row.get(column));
            cells.map(|cell| width(&cell.words())).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(wide).collect();
        // Numbers and their heads stand to the right.
        let numbers = |column: usize| {
            let first = rows.first().and_then(|row| row.get(column));
            matches!(first, Some(Cell::Number(_)))
        };
        let line = |row: &Vec<Cell>| {
            let cells = row.iter().zip(&widths).enumerate();
            let cells = cells.map(|(column, (cell, wide))| {
                let words = cell.words().replace(['\n', '\r', '\t'], " ");
                let gap = " ".repeat(wide.saturating_sub(width(&words)));
                match numbers(column) {
                    true => format!("{gap}{words}"),
                    false => format!("{words}{gap}"),
                }
            });
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        let lines = [&heads].into_iter().chain(rows).map(line);
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// A row as an object with a key for each column.
struct Row<'a> {
    columns: &'a [String],
    cells: &'a [Cell],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", &SCHEMA)?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            match cell {
                Cell::Text(text) => map.serialize_entry(column, text)?,
                Cell::Number(number) => map.serialize_entry(column, number)?,
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(form: Form, expected: &str) {
        let columns = vec!["source".to_owned(), "quotes".to_owned()];
        let rows = [("=Post", 12), ("한빛|일보", 3)]
            .map(|(source, count)| vec![Cell::Text(source.to_owned()), Cell::Number(count)]);
        let grid = Grid::new(columns, form, Cells::Safe).unwrap();
        assert_eq!(grid.all(&rows), expected);
    }

    #[test]
    fn a_table_is_the_same_in_every_form() {
        check(Form::Csv, "source,quotes\r\n'=Post,12\r\n한빛|일보,3\r");
        check(
            Form::Markdown,
            "| source | quotes |\n|---|---|\n| \\=Post | 12 |\n| 한빛\\|일보 | 3 |",
        );
        check(
            Form::Jsonl,
            "{\"schema\": 2, \"source\": \"=Post\", \"quotes\": 12}\n\
             {\"schema\": 2, \"source\": \"한빛|일보\", \"quotes\": 3}",
        );
        check(
            Form::Plain,
            "source     quotes\n=Post          12\n한빛|일보       3",
        );
        assert!(Grid::new(Vec::new(), Form::Csl, Cells::Safe).is_none());
    }
}
