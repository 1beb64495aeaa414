//! What needs an article that may have still to come: copying, reasons, corrections.

use std::sync::Arc;

use super::App;
use crate::app::command::Copy;
use crate::app::copied::{self, Standing};
use crate::app::overlay::{CopyMenu, Overlay};
use crate::app::screen::{Focus, Screen};
use crate::app::{Asker, Effect, Ticket};
use crate::model::{ArticleId, Entry, Place, Span};
use crate::study::QuoteRow;

/// What waits for its article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Late {
    ticket: Ticket,
    waits: Waits,
    span: Option<Span>,
}

/// What is done once the article is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Waits {
    /// Something is copied.
    Copy(Copy),
    /// It is told why the quote has its speaker.
    Why,
    /// The address of the article is opened.
    Link,
    /// It is handed to a program.
    Program,
    /// It is asked who said these.
    Speaker(Vec<Place>),
}

impl App {
    /// The choices for copying, each with the reason when there is nothing to copy.
    pub(super) fn copy_menu(&mut self) -> Overlay {
        let (entry, quote) = self.here();
        Overlay::Copy(match entry {
            Some(entry) => {
                let at = self.standing(&entry, quote);
                CopyMenu::new(self.keymap(), |copy| copied::refusal(copy, at))
            }
            // What is still to come may be anything.
            None => CopyMenu::new(self.keymap(), |_| None),
        })
    }

    /// Copies, or asks for the article first.
    pub(super) fn copy(&mut self, copy: Copy) {
        let (entry, quote) = self.here();
        match (entry, self.place_here()) {
            (Some(entry), _) => self.copy_of(copy, &entry, quote),
            (None, Some(place)) => self.fetch(place, Waits::Copy(copy)),
            (None, None) => self
                .outbox
                .say("there is no quote and no article to copy here"),
        }
    }

    /// Does what is about the article alone, or asks for the article first.
    pub(super) fn for_article(&mut self, waits: Waits) {
        let (entry, _) = self.here();
        match (entry, self.place_here()) {
            (Some(entry), _) if waits == Waits::Link => self.open_link_of(&entry),
            (Some(entry), _) => self.pipe_of(&entry),
            (None, Some(place)) => self.fetch(place, waits),
            (None, None) => self.outbox.say("there is no article here"),
        }
    }

    /// Asks for the article of a screen that shows none beside its quotes.
    pub(super) fn fetch_for(&mut self, waits: Waits) {
        match self.place_here() {
            Some(place) => self.fetch(place, waits),
            None => self.outbox.say("there is no quote here"),
        }
    }

    fn fetch(&mut self, (article, span): (ArticleId, Option<Span>), waits: Waits) {
        let ticket = self.outbox.load(article, Asker::Copy);
        self.late = Some(Late {
            ticket,
            waits,
            span,
        });
    }

    /// Takes the article that something waited for; returns whether something did.
    pub(super) fn came_late(&mut self, ticket: Ticket, entry: &Arc<Entry>) -> bool {
        let Some(late) = self.late.take_if(|late| late.ticket == ticket) else {
            return false;
        };
        let quotes = &entry.analysis.quotes;
        let same = |span: Span| quotes.iter().position(|quote| quote.span == span);
        let quote = late.span.and_then(same);
        match late.waits {
            Waits::Copy(copy) => self.copy_of(copy, entry, quote),
            Waits::Why => {
                // Told anew after a correction.
                self.overlays
                    .pop_if(|overlay| matches!(overlay, Overlay::Why(_)));
                self.explain((Some(Arc::clone(entry)), quote));
            }
            Waits::Link => self.open_link_of(entry),
            Waits::Program => self.pipe_of(entry),
            Waits::Speaker(places) => self.offer_speakers((entry, quote), places),
        }
        true
    }

    /// Drops what waits for an article that cannot be had; returns whether something did.
    pub(super) fn late_failed(&mut self, ticket: Ticket) -> bool {
        let late = self.late.take_if(|late| late.ticket == ticket);
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
