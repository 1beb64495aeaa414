//! Copying what one stands at, also when its article has still to come.

use std::sync::Arc;

use super::App;
use crate::app::command::Copy;
use crate::app::copied::{self, Standing};
use crate::app::overlay::{CopyMenu, Overlay};
use crate::app::screen::{Focus, Screen};
use crate::app::{Asker, Effect, Ticket};
use crate::model::{ArticleId, Entry, Span};
use crate::study::QuoteRow;

/// A copy that waits for its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Late {
    ticket: Ticket,
    copy: Copy,
    span: Option<Span>,
}

impl App {
    /// The choices for copying, each with the reason when there is nothing to copy.
    pub(super) fn copy_menu(&mut self) -> Overlay {
        let (entry, quote) = self.here();
        Overlay::Copy(match entry {
            Some(entry) => {
                let at = self.standing(&entry, quote);
                CopyMenu::new(|copy| copied::refusal(copy, at))
            }
            // What is still to come may be anything.
            None => CopyMenu::new(|_| None),
        })
    }

    /// Copies, or asks for the article first.
    pub(super) fn copy(&mut self, copy: Copy) {
        let (entry, quote) = self.here();
        match (entry, self.place_here()) {
            (Some(entry), _) => self.copy_of(copy, &entry, quote),
            (None, Some((article, span))) => {
                let ticket = self.outbox.load(article, Asker::Copy);
                self.copying = Some(Late { ticket, copy, span });
            }
            (None, None) => self
                .outbox
                .say("there is no quote and no article to copy here"),
        }
    }

    /// Takes the article of a copy that waited; returns whether one did.
    pub(super) fn copy_late(&mut self, ticket: Ticket, entry: &Arc<Entry>) -> bool {
        let late = self.copying.take_if(|late| late.ticket == ticket);
        if let Some(late) = late {
            let quotes = &entry.analysis.quotes;
            let same = |span: Span| quotes.iter().position(|quote| quote.span == span);
            self.copy_of(late.copy, entry, late.span.and_then(same));
        }
        late.is_some()
    }

    /// Drops a copy whose article cannot be had; returns whether there was one.
    pub(super) fn copy_failed(&mut self, ticket: Ticket) -> bool {
        let late = self.copying.take_if(|late| late.ticket == ticket);
        late.is_some()
    }

    fn copy_of(&mut self, copy: Copy, entry: &Arc<Entry>, quote: Option<usize>) {
        match copied::text(copy, self.standing(entry, quote)) {
            Ok(text) => self.outbox.ask(Effect::Copy { text }),
            Err(refusal) => self.outbox.say(refusal),
        }
    }

    fn standing<'a>(&'a self, entry: &'a Entry, quote: Option<usize>) -> Standing<'a> {
        let catalog = self.articles.listing().catalog();
        let position = catalog.position(entry.article.id);
        Standing {
            entry: Some(entry),
            row: position.and_then(|at| catalog.get(at)),
            quote: quote.and_then(|at| entry.analysis.quotes.get(at)),
            marks: catalog.marks(),
            cite: &self.preferences.cite,
        }
    }

    /// The article and the quote one stands at, also while they are still to come.
    fn place_here(&self) -> Option<(ArticleId, Option<Span>)> {
        let of_row = |row: &QuoteRow| (row.article, Some(row.span));
        match (self.screen, self.articles.focus()) {
            (Screen::Articles, Focus::List) => {
                let row = self.articles.listing().selected()?;
                Some((row.id, None))
            }
            (Screen::Articles, _) | (Screen::Timeline, _) => None,
            (Screen::Quotes, _) => self.quotes.list().selected().map(of_row),
            (Screen::Actors, _) => {
                let list = self.actors.person()?.passages()?;
                list.selected().map(of_row)
            }
            (Screen::Compare, _) => self.compare.selected().map(|spoken| of_row(&spoken.first)),
            (Screen::Basket, _) => self.basket.list().selected().map(of_row),
        }
    }
}
