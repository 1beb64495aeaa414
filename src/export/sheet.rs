//! Records one after the other in one form: what a list writes into a file.

use std::collections::HashSet;

use super::form::Form;
use super::record::Record;
use super::reference::{bibtex, csl};
use super::table::{Cells, csv_line, record_json};
use super::template::Template;

/// How records are written.
#[derive(Debug, Clone)]
pub struct Style {
    /// In which form.
    pub form: Form,
    /// How cells of CSV are written.
    pub cells: Cells,
    /// How quotes and articles are cited in Markdown and plain text; by the house's way
    /// when there is none.
    pub cite: Option<Template>,
}

impl Style {
    /// The form with safe cells and citations as the house has them.
    pub fn of(form: Form) -> Self {
        Self {
            form,
            cells: Cells::Safe,
            cite: None,
        }
    }
}

/// Writes records in one form, each as soon as it comes.
///
/// Every piece is whole lines without the last line end; an empty one is none.
#[derive(Debug)]
pub struct Sheet {
    style: Style,
    /// How many were written.
    count: usize,
    /// Articles that were cited: each stands once among references.
    cited: HashSet<String>,
}

impl Sheet {
    /// Begins an empty one.
    pub fn new(style: Style) -> Self {
        Self {
            style,
            count: 0,
            cited: HashSet::new(),
        }
    }

    /// What stands before the first record.
    pub fn head<T: Record>(&self) -> Option<String> {
        match self.style.form {
            Form::Csv => Some(csv_line(T::COLUMNS, self.style.cells)),
            Form::Markdown => T::markdown_head(),
            Form::Table => Some(T::table_head()),
            Form::Csl => Some("[".to_owned()),
            Form::Plain | Form::Jsonl | Form::Bibtex => None,
        }
    }

    /// A record; nothing when its article stands among the references already.
    pub fn put<T: Record>(&mut self, record: &T) -> Option<String> {
        let cite = self.style.cite.as_ref();
        let written = match self.style.form {
            Form::Jsonl => Some(record_json(record)),
            Form::Csv => Some(csv_line(&record.cells(), self.style.cells)),
            Form::Markdown => Some(record.markdown(cite)),
            Form::Table => Some(record.table_row()),
            Form::Plain => Some(record.plain(cite)),
            Form::Bibtex | Form::Csl => self.reference(record),
        };
        self.count += usize::from(written.is_some());
        written
    }

    fn reference<T: Record>(&mut self, record: &T) -> Option<String> {
        let reference = record.reference()?;
        if !self.cited.insert(reference.article_id.to_owned()) {
            return None;
        }
        Some(match (self.style.form, self.count) {
            (Form::Csl, 0) => csl(&reference),
            (Form::Csl, _) => format!(", {}", csl(&reference)),
            _ => bibtex(&reference),
        })
    }

    /// What stands after the last record.
    pub fn end(&self) -> Option<String> {
        (self.style.form == Form::Csl).then(|| "]".to_owned())
    }
}

/// All of `records` in one text, as a file holds it.
pub fn sheet<T: Record>(records: &[T], style: Style) -> String {
    let mut sheet = Sheet::new(style);
    let mut pieces: Vec<String> = sheet.head::<T>().into_iter().collect();
    pieces.extend(records.iter().filter_map(|record| sheet.put(record)));
    pieces.extend(sheet.end());
    pieces.iter().map(|piece| format!("{piece}\n")).collect()
}
