//! Rows that a person marked to do something with all of them, and going to the next
//! row of a speaker or of another article.

use super::{Passages, key};
use crate::app::command::Toward;
use crate::app::list::Motion;
use crate::study::QuoteRow;

impl Passages {
    /// Marks the selected row, or no longer, and goes on to the next one; tells how
    /// many are marked, or nothing when there is no row.
    pub fn choose(&mut self) -> Option<String> {
        let here = key(self.selected()?);
        if !self.chosen.remove(&here) {
            self.chosen.insert(here);
        }
        self.step(Motion::Down);
        Some(match self.chosen().count() {
            0 => "no row is marked".to_owned(),
            1 => "1 row is marked; a, t, T, s are for it, Esc unmarks".to_owned(),
            count => {
                format!("{count} rows are marked; a, t, T, s are for all of them, Esc unmarks")
            }
        })
    }

    /// Takes the marks of rows away; returns whether there were any.
    pub fn unchoose(&mut self) -> bool {
        let any = !self.chosen.is_empty();
        self.chosen.clear();
        any
    }

    /// The marked rows that are listed, in the order of the list.
    pub fn chosen(&self) -> impl Iterator<Item = &QuoteRow> {
        let rows = self.found.utterances.iter().flat_map(|one| one.rows());
        rows.filter(|row| self.is_chosen(row))
    }

    /// Whether a row is marked.
    pub fn is_chosen(&self, row: &QuoteRow) -> bool {
        !self.chosen.is_empty() && self.chosen.contains(&key(row))
    }

    /// The marked rows, else the selected one.
    pub fn meant(&self) -> Vec<&QuoteRow> {
        let chosen: Vec<&QuoteRow> = self.chosen().collect();
        match chosen.is_empty() {
            true => self.selected().into_iter().collect(),
            false => chosen,
        }
    }

    /// Goes to the next quote of the same speaker, or the one before.
    ///
    /// # Errors
    /// A line for the person that says why nothing happened.
    pub fn seek_speaker(&mut self, toward: Toward) -> Result<(), &'static str> {
        let here = self.selected().map(|row| row.speaker.clone());
        let Some(Some(speaker)) = here else {
            return Err("nobody is known to have said this");
        };
        let same = |row: &QuoteRow| row.speaker() == Some(&*speaker.name);
        match (self.seek(toward == Toward::Next, same), toward) {
            (true, _) => Ok(()),
            (false, Toward::Next) => Err("no further quote of this speaker"),
            (false, Toward::Previous) => Err("no quote of this speaker before"),
        }
    }

    /// Goes to the next quote of another article, or the one before.
    ///
    /// # Errors
    /// A line for the person that says why nothing happened.
    pub fn seek_article(&mut self, toward: Toward) -> Result<(), &'static str> {
        let here = self.selected().map(|row| row.article);
        let other = |row: &QuoteRow| Some(row.article) != here;
        match self.seek(toward == Toward::Next, other) {
            true => Ok(()),
            false => Err("no quote of another article there"),
        }
    }
}
