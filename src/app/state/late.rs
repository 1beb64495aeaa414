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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Late {
    /// A copy is the same wherever one is by then.
    copy: Option<(Ticket, Copy, Option<Span>)>,
    /// Anything else is about what one stands at, and is asked for anew elsewhere.
    here: Option<(Ticket, Waits, Option<Span>, Stand)>,
}

/// Where one stood when something was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stand {
    screen: Screen,
    overlays: usize,
    /// The quote that was explained, else the one that was selected.
    at: Option<(ArticleId, Option<Span>)>,
}

/// What is done once the article is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Waits {
    /// It is told why the quote has its speaker.
    Why,
    /// The address of the article is opened.
    Link,
    /// It is handed to a program.
    Program,
    /// It is asked who said these.
    Speaker(Vec<Place>),
}

impl Waits {
    fn words(&self) -> &'static str {
        match self {
            Waits::Why => "the reasons",
            Waits::Link => "the link",
            Waits::Program => "handing the article on",
            Waits::Speaker(_) => "the choice of a speaker",
        }
    }
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
            (None, Some((article, span))) => {
                let ticket = self.outbox.load(article, Asker::Copy);
                self.late.copy = Some((ticket, copy, span));
            }
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

    /// Tells why the quote in front has its speaker anew, as it is now.
    pub(super) fn explain_again(&mut self) {
        if let Some(at) = self.explained() {
            self.fetch(at, Waits::Why);
        }
    }

    fn fetch(&mut self, (article, span): (ArticleId, Option<Span>), waits: Waits) {
        let ticket = self.outbox.load(article, Asker::Here);
        self.late.here = Some((ticket, waits, span, self.stand()));
    }

    fn stand(&self) -> Stand {
        Stand {
            screen: self.screen,
            overlays: self.overlays.len(),
            at: self.explained().or(self.place_here()),
        }
    }

    /// The quote whose speaker is explained in front.
    fn explained(&self) -> Option<(ArticleId, Option<Span>)> {
        match self.overlays.last() {
            Some(Overlay::Why(why)) => {
                let quote = why.quote()?;
                Some((why.entry().article.id, Some(quote.span)))
            }
            _ => None,
        }
    }

    /// Takes the article that something waited for; returns whether something did.
    pub(super) fn came_late(&mut self, ticket: Ticket, entry: &Arc<Entry>) -> bool {
        let quotes = &entry.analysis.quotes;
        let same = |span: Span| quotes.iter().position(|quote| quote.span == span);
        if let Some((_, copy, span)) = self.late.copy.take_if(|(asked, ..)| *asked == ticket) {
            self.copy_of(copy, entry, span.and_then(same));
            return true;
        }
        let here = self.late.here.take_if(|(asked, ..)| *asked == ticket);
        let Some((_, waits, span, stand)) = here else {
            return false;
        };
        match self.stand() == stand {
            true => self.do_here(waits, entry, span.and_then(same)),
            // What one has left is done to nothing that one has come to since.
            false => self.outbox.say(format!(
                "{} came after you had gone on: nothing was done",
                waits.words()
            )),
        }
        true
    }

    fn do_here(&mut self, waits: Waits, entry: &Arc<Entry>, quote: Option<usize>) {
        match waits {
            Waits::Why => {
                // Told anew: of the next quote, or after a correction.
                self.overlays
                    .pop_if(|overlay| matches!(overlay, Overlay::Why(_)));
                self.explain((Some(Arc::clone(entry)), quote));
            }
            Waits::Link => self.open_link_of(entry),
            Waits::Program => self.pipe_of(entry),
            Waits::Speaker(places) => self.offer_speakers((entry, quote), places),
        }
    }

    /// Drops what waits for an article that cannot be had; returns whether something did.
    pub(super) fn late_failed(&mut self, ticket: Ticket) -> bool {
        let copy = self.late.copy.take_if(|(asked, ..)| *asked == ticket);
        let here = self.late.here.take_if(|(asked, ..)| *asked == ticket);
        copy.is_some() || here.is_some()
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
