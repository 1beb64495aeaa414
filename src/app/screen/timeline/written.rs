//! Times as text: the row one stands at, and all of them as a file holds them.

use super::cells::percent;
use super::{Shown, Timeline, Wish};
use crate::app::outbox::Outbox;
use crate::export::{
    Cells, Form, csv_line, timeline_cells, timeline_json, timeline_markdown, timeline_text,
};
use crate::study::Timeline as Counts;

impl Timeline {
    /// The row one stands at, as a table.
    pub(super) fn copied(&self, outbox: &mut Outbox) -> Wish {
        let row = self.cursor.at();
        let Some(asked) = self.rows.get(row) else {
            outbox.say("nobody is counted");
            return Wish::Stay;
        };
        let counts = Counts {
            columns: self.counts.columns.clone(),
            rows: self.counts.rows.get(row).cloned().into_iter().collect(),
            undated: self.counts.undated.get(row).copied().into_iter().collect(),
        };
        let mut cells = timeline_cells(std::slice::from_ref(&asked.title), &counts);
        if self.shown == Shown::Share {
            let total = self.total(row);
            cells
                .iter_mut()
                .skip(1)
                .for_each(|row| in_shares(row, total));
        }
        let lines = timeline_markdown(&cells).into_iter();
        Wish::Copy(lines.map(|line| line + "\n").collect())
    }

    /// Every row as a file holds it: what is counted, also where shares are shown.
    pub fn written(&self, form: Form) -> String {
        let titles: Vec<String> = self.rows.iter().map(|row| row.title.clone()).collect();
        let cells = || timeline_cells(&titles, &self.counts).into_iter();
        let lines: Vec<String> = match form {
            Form::Csv => cells().map(|row| csv_line(&row, Cells::Safe)).collect(),
            Form::Jsonl => timeline_json(&titles, &self.counts),
            Form::Plain | Form::Bibtex | Form::Csl => timeline_text(&titles, &self.counts),
            Form::Markdown | Form::Table => timeline_markdown(&cells().collect::<Vec<_>>()),
        };
        lines.into_iter().map(|line| line + "\n").collect()
    }
}

/// Every count after the time of a row in per cent.
fn in_shares(row: &mut [String], total: usize) {
    for cell in row.iter_mut().skip(1) {
        if let Ok(count) = cell.parse() {
            *cell = format!("{} %", percent(count, total));
        }
    }
}
