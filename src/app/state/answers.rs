//! What comes back from outside: articles, findings, imports, failures.

use std::sync::Arc;

use super::App;
use crate::app::overlay::Overlay;
use crate::app::{Notice, Ticket, Weight};
use crate::import::Report;
use crate::model::Entry;
use crate::search::Findings;
use crate::store::Catalog;

impl App {
    pub(super) fn change(&mut self, catalog: Arc<Catalog>) {
        self.articles.change(catalog, &mut self.outbox);
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

    pub(super) fn loaded(&mut self, ticket: Ticket, entry: &Arc<Entry>) {
        if self.articles.loaded(ticket, entry) {
            return;
        }
        for overlay in &mut self.overlays {
            if let Overlay::Finder(finder) = overlay {
                finder.loaded(ticket, entry);
            }
        }
    }

    pub(super) fn failed(&mut self, ticket: Ticket, message: String) {
        let mut asked = self.articles.failed(ticket);
        for overlay in &mut self.overlays {
            if let Overlay::Finder(finder) = overlay {
                asked |= finder.failed(ticket);
            }
        }
        if asked {
            self.outbox.fail(message);
        }
    }

    pub(super) fn imported(&mut self, report: Report) {
        self.progress = None;
        for refused in &report.refused {
            let notice = Notice {
                weight: Weight::Failed,
                text: format!("{}: {}", refused.path.display(), refused.message),
            };
            // A file is looked at each time, but told once.
            if !self.log.contains(&notice) {
                self.keep(notice);
            }
        }
        let text = summary(&report);
        self.imported = Some(text.clone());
        let weight = Weight::Told;
        self.keep(Notice { weight, text });
    }
}

/// What an import did, in one line; what it did not do is left out.
fn summary(report: &Report) -> String {
    let is_news = report.added + report.changed + report.removed > 0;
    let known = match (is_news, report.known) {
        (true, _) => "known",
        (false, 1) => "article",
        (false, _) => "articles",
    };
    let skipped = match report.skipped {
        1 => "file passed over",
        _ => "files passed over",
    };
    let counts = [
        (report.added, "added"),
        (report.changed, "changed"),
        (report.removed, "removed"),
        (report.known, known),
        (report.skipped, skipped),
        (report.refused.len(), "refused (! shows them)"),
    ];
    let told = counts.iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> = told
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    match told.is_empty() {
        true => "no articles found".to_owned(),
        false => told.join(", "),
    }
}
