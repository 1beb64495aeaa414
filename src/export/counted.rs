//! Names with one number each, in every form.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::form::Form;
use super::json_line;
use super::markdown::{escaped, table_head, table_row};
use super::table::{Cells, csv_line};

/// Rows of words with a number at their end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted<'a> {
    /// The names of the columns, that of the number last.
    pub columns: &'a [&'static str],
    /// The rows.
    pub rows: Vec<(Vec<&'a str>, usize)>,
}

struct Object<'a>(&'a [&'static str], &'a [&'a str], usize);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (column, words) in self.0.iter().zip(self.1) {
            map.serialize_entry(column, words)?;
        }
        if let Some(column) = self.0.last() {
            map.serialize_entry(column, &self.2)?;
        }
        map.end()
    }
}

impl Counted<'_> {
    /// All of it as a file holds it.
    pub fn written(&self, form: Form) -> String {
        let columns: Vec<String> = self.columns.iter().map(|&name| name.to_owned()).collect();
        let head = match form {
            Form::Csv => Some(csv_line(&columns, Cells::Safe)),
            Form::Markdown | Form::Table => Some(table_head(&columns)),
            Form::Jsonl | Form::Plain | Form::Bibtex | Form::Csl => None,
        };
        let rows = self.rows.iter().map(|(words, count)| match form {
            Form::Csv => csv_line(&cells(words, *count), Cells::Safe),
            Form::Jsonl => json_line(&Object(self.columns, words, *count)),
            Form::Markdown | Form::Table => {
                let cells = cells(words, *count);
                table_row(&cells.iter().map(|cell| escaped(cell)).collect::<Vec<_>>())
            }
            // Names are no references: they are told as they are.
            Form::Plain | Form::Bibtex | Form::Csl => {
                format!("{count:>7}  {}", words.join(", "))
            }
        });
        head.into_iter()
            .chain(rows)
            .map(|line| line + "\n")
            .collect()
    }
}

fn cells(words: &[&str], count: usize) -> Vec<String> {
    let words = words.iter().map(|&word| word.to_owned());
    words.chain([count.to_string()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(form: Form, expected: &str) {
        let counted = Counted {
            columns: &["source", "quotes"],
            rows: vec![(vec!["=Quay | Post"], 12)],
        };
        assert_eq!(counted.written(form), expected);
    }

    #[test]
    fn a_number_stands_behind_its_name_in_every_form() {
        check(Form::Csv, "source,quotes\r\n'=Quay | Post,12\r\n");
        check(
            Form::Jsonl,
            "{\"source\": \"=Quay | Post\", \"quotes\": 12}\n",
        );
        check(
            Form::Markdown,
            "| source | quotes |\n|---|---|\n| \\=Quay \\| Post | 12 |\n",
        );
        check(Form::Plain, "     12  =Quay | Post\n");
    }
}
