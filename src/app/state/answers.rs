//! What comes back from outside: articles, findings, imports, failures.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use crate::app::overlay::Overlay;
use crate::app::screen::{LOOKING, Screen};
use crate::app::{Answer, Notice, Ticket, Weight};
use crate::import::Report;
use crate::model::Entry;
use crate::search::Findings;
use crate::store::Catalog;

impl App {
    pub(super) fn change(&mut self, catalog: Arc<Catalog>) {
        let Some(catalog) = catalog.after(self.catalog()) else {
            return;
        };
        self.articles.change(catalog, &mut self.outbox);
        let shown = self.screen == Screen::Quotes;
        self.quotes.change(shown, &mut self.outbox);
        let shown = self.screen == Screen::Actors;
        self.actors.change(shown, &mut self.outbox);
        let shown = self.screen == Screen::Compare;
        self.compare.change(shown, &mut self.outbox);
        let marks = Arc::clone(self.articles.listing().catalog().marks());
        let shown = self.screen == Screen::Basket;
        self.basket.change(&marks, shown, &mut self.outbox);
        let shown = self.screen == Screen::Timeline;
        self.timeline.change(shown, &mut self.outbox);
        for overlay in &mut self.overlays {
            if let Overlay::Finder(finder) = overlay {
                finder.ask(&mut self.outbox);
            }
        }
    }

    pub(super) fn found(&mut self, ticket: Ticket, findings: Findings) {
        if let Some(Overlay::Finder(finder)) = self.overlays.last_mut() {
            finder.found(ticket, findings, &mut self.outbox);
        }
    }

    pub(super) fn studied(&mut self, ticket: Ticket, answer: Answer) {
        match answer {
            Answer::Quotes(found) => {
                self.quotes.quoted(ticket, found, &mut self.outbox);
            }
            Answer::Actors(items, notes) => self.actors.listed(ticket, items, notes),
            Answer::Names(items) => {
                let pickers = self.overlays.iter_mut().filter_map(Overlay::picker);
                pickers.for_each(|picker| picker.named(ticket, &items));
            }
            Answer::Counts(counts) => {
                let pickers = self.overlays.iter_mut().filter_map(Overlay::picker);
                pickers.for_each(|picker| picker.counted(ticket, &counts));
            }
            Answer::Nearest(words) => self.nearest_came(ticket, words),
            Answer::Profile(found) => {
                let found = found.map(|sheet| *sheet);
                self.actors.profiled(ticket, found, &mut self.outbox);
            }
            Answer::Picked(rows) => self.basket.listed(ticket, rows, &mut self.outbox),
            Answer::Lanes(found) => self.compare.compared(ticket, found),
            Answer::Times(rows, notes) => self.timeline.counted(ticket, rows, notes),
        }
    }

    pub(super) fn loaded(&mut self, ticket: Ticket, entry: &Arc<Entry>) {
        if self.came_late(ticket, entry) {
            return;
        }
        let in_list = self.articles.loaded(ticket, entry)
            || self.quotes.loaded(ticket, entry)
            || self.actors.loaded(ticket, entry)
            || self.basket.loaded(ticket, entry);
        if in_list {
            return;
        }
        for overlay in &mut self.overlays {
            if let Overlay::Finder(finder) = overlay {
                finder.loaded(ticket, entry);
            }
        }
    }

    pub(super) fn failed(&mut self, ticket: Ticket, message: String) {
        let mut asked = self.articles.failed(ticket) || self.quotes.failed(ticket);
        asked |= self.actors.failed(ticket);
        asked |= self.compare.failed(ticket);
        asked |= self.basket.failed(ticket);
        asked |= self.ledger.settle(ticket);
        asked |= self.timeline.failed(ticket);
        asked |= self.late_failed(ticket);
        for overlay in &mut self.overlays {
            if let Overlay::Finder(finder) = overlay {
                asked |= finder.failed(ticket);
            }
            if let Some(offers) = overlay.offers() {
                asked |= offers.failed(ticket);
            }
            asked |= overlay.picker().is_some_and(|picker| picker.failed(ticket));
        }
        if asked {
            self.outbox.fail(message);
        }
    }

    pub(super) fn imported(&mut self, report: Report) {
        self.progress = None;
        self.articles.arrived(&mut self.outbox);
        self.notice.take_if(|notice| notice.text == LOOKING);
        for refused in &report.refused {
            self.keep_once(Weight::Failed, refused.to_string());
        }
        if !report.skipped.is_empty() {
            self.keep_once(Weight::Told, passed_over(&report.skipped));
        }
        let mut text = match report == Report::default() {
            true => "nothing new".to_owned(),
            false => report.summary(),
        };
        if !report.refused.is_empty() {
            text.push_str(" (! shows which)");
        }
        self.imported = Some(text.clone());
        let weight = Weight::Told;
        self.keep(Notice { weight, text });
    }

    // Files are looked at each time, but told once.
    fn keep_once(&mut self, weight: Weight, text: String) {
        let notice = Notice { weight, text };
        if !self.log.contains(&notice) {
            self.keep(notice);
        }
    }
}

/// Files that are named; of the others only the number is told.
const NAMED: usize = 8;

/// Names the files that were taken for no articles.
fn passed_over(files: &[PathBuf]) -> String {
    let names = files.iter().take(NAMED).filter_map(|file| file.file_name());
    let names: Vec<_> = names.map(|name| name.to_string_lossy()).collect();
    let more = match files.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("passed over by name: {}{more}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(count: usize, expected: &str) {
        let name = |nth| PathBuf::from(format!("/a/README{nth}"));
        let files: Vec<_> = (0..count).map(name).collect();
        assert_eq!(passed_over(&files), expected);
    }

    #[test]
    fn the_first_files_passed_over_are_named_and_the_others_counted() {
        check(1, "passed over by name: README0");
        let eight = "README0, README1, README2, README3, README4, README5, README6, README7";
        check(9, &format!("passed over by name: {eight} and 1 more"));
    }
}
