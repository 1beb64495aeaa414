//! Lanes as text: the row one stands at, and all of them as a file holds them.

use super::Compare;
use crate::app::outbox::Outbox;
use crate::app::screen::Wish;
use crate::export::{Cells, Form, comparison, lanes_csv, lanes_json, lanes_text};
use crate::study::{Aligned, Spoken};

impl Compare {
    // The row one stands on, as a Markdown table.
    pub(super) fn copied(&self, outbox: &mut Outbox) -> Wish {
        let Some(here) = self.rows.band().map(|band| band.row) else {
            outbox.say("there is nothing to compare yet");
            return Wish::Stay;
        };
        let row = self.rows.aligned().get(here).into_iter();
        Wish::Copy(self.table(&row.collect::<Vec<_>>()))
    }

    fn table(&self, rows: &[&Aligned]) -> String {
        let said = |lane: usize, at: usize| self.lanes.get(lane)?.found.utterances.get(at);
        comparison(&self.titles(), rows, said, None)
    }

    fn titles(&self) -> Vec<&str> {
        self.lanes.iter().map(|lane| &*lane.title).collect()
    }

    /// Every row as a file holds it.
    pub fn written(&self, form: Form) -> String {
        let rows = self.rows.aligned();
        let lanes = self.lanes.iter().map(|lane| lane.found.utterances.clone());
        let lanes: Vec<Vec<Spoken>> = lanes.collect();
        match form {
            Form::Jsonl => lanes_json(&self.titles(), rows, &lanes) + "\n",
            Form::Plain => lanes_text(&self.titles(), rows, &lanes),
            Form::Csv => lanes_csv(&self.titles(), rows, &lanes, Cells::Safe) + "\n",
            Form::Markdown | Form::Table | Form::Bibtex | Form::Csl => {
                self.table(&rows.iter().collect::<Vec<_>>())
            }
        }
    }
}
