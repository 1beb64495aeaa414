//! Nothing found is no dead end: the nearest words are asked for and offered.

use super::App;
use crate::app::Ticket;
use crate::app::overlay::{Overlay, Purpose};
use crate::search::{Among, Nearest};

impl App {
    /// Asks for the nearest words while the input in front finds nothing.
    pub(super) fn offer_nearest(&mut self) {
        let Some((query, among, is_waiting, is_empty)) = self.sought_in_front() else {
            return;
        };
        let Some(offers) = self.overlays.last_mut().and_then(Overlay::offers) else {
            return;
        };
        // What was offered stays until it is known what is found now.
        if is_waiting {
            return;
        }
        match is_empty && !query.trim().is_empty() {
            true => offers.look(&query, among, &mut self.outbox),
            false => offers.drop_all(),
        }
    }

    /// What is asked in front, of what, whether the answer is outstanding, and whether
    /// nothing is found.
    fn sought_in_front(&self) -> Option<(String, Among, bool, bool)> {
        let (query, among, is_waiting, is_empty) = match self.overlays.last()? {
            Overlay::Finder(finder) => {
                // Words that are nearest stand somewhere, not inside of what was found.
                let is_empty = finder.findings().items.is_empty() && finder.frozen().is_empty();
                let among = Among::All(finder.scope());
                (finder.line().text(), among, finder.is_waiting(), is_empty)
            }
            Overlay::Search(search) => {
                let (among, is_waiting, is_empty) = match search.purpose() {
                    Purpose::List => {
                        let list = self.articles.listing();
                        (Among::Articles, list.is_waiting(), list.is_empty())
                    }
                    Purpose::Quotes => {
                        let is_empty = self.quotes.list().found().utterances.is_empty();
                        (Among::Quotes, self.quotes.is_waiting(), is_empty)
                    }
                    Purpose::Actors => {
                        let is_empty = self.actors.items().is_empty();
                        (Among::Actors, self.actors.is_waiting(), is_empty)
                    }
                    Purpose::Times => {
                        let is_empty = self.timeline.rows().is_empty();
                        (Among::Quotes, self.timeline.is_waiting(), is_empty)
                    }
                    Purpose::Topics | Purpose::Text(_) => return None,
                };
                (search.line().text(), among, is_waiting, is_empty)
            }
            Overlay::Commands(_)
            | Overlay::Copy(_)
            | Overlay::Messages(_)
            | Overlay::Save(_)
            | Overlay::Why(_)
            | Overlay::Picker(_) => return None,
        };
        Some((query.to_owned(), among, is_waiting, is_empty))
    }

    pub(super) fn nearest_came(&mut self, ticket: Ticket, words: Vec<Nearest>) {
        let offers = self.overlays.iter_mut().filter_map(Overlay::offers);
        offers.for_each(|offers| offers.take(ticket, &words));
    }
}
