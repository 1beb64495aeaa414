//! Leaving everything with the program, and coming back to it.

use super::App;
use crate::app::command::Show;
use crate::app::history::Recalled;
use crate::app::overlay::{Finder, Overlay};
use crate::app::place::{FinderPlace, Front, LastPlace};
use crate::app::screen::Screen;
use crate::app::shape::{Share, Sides};

impl App {
    /// Where one is, for the next start.
    pub fn place(&self) -> LastPlace {
        LastPlace {
            screen: self.screen,
            articles: self.articles.keep(),
            quotes: self.quotes.keep(),
            actors: self.actors.keep(),
            compare: self.compare.keep(),
            timeline: self.timeline.keep(),
            basket: self.basket.keep(),
            basket_order: self.basket.other_order(),
            front: self.front(),
            sides: Sides {
                on_preview: false,
                share: Share::Normal,
                ..self.sides
            },
            finder: self.finder(),
        }
    }

    /// What was searched since the program began.
    pub fn searched(&self) -> Recalled {
        Recalled {
            finder: self.find_history.fresh().to_vec(),
            search: self.search_history.fresh().to_vec(),
        }
    }

    fn front(&self) -> Front {
        match self.overlays.last() {
            Some(Overlay::Finder(_)) => Front::Finder,
            Some(Overlay::Search(search)) => Front::Search(search.line().text().to_owned()),
            Some(Overlay::Commands(commands)) if commands.shows_keys() => Front::Keys,
            Some(Overlay::Commands(_)) => Front::Palette,
            // What is chosen, read or written there hangs on what is no longer known.
            Some(
                Overlay::Copy(_)
                | Overlay::Messages(_)
                | Overlay::Save(_)
                | Overlay::Why(_)
                | Overlay::Picker(_),
            )
            | None => Front::Nothing,
        }
    }

    fn finder(&self) -> Option<FinderPlace> {
        let mut overlays = self.overlays.iter();
        let open = overlays.find_map(|overlay| match overlay {
            Overlay::Finder(finder) => Some(&**finder),
            _ => None,
        });
        open.or(self.last_finder.as_deref()).map(Finder::keep)
    }

    pub(super) fn resume(&mut self, place: &LastPlace, recalled: Recalled) {
        self.find_history.recall(recalled.finder);
        self.search_history.recall(recalled.search);
        self.sides = place.sides;
        self.articles.resume(&place.articles, &mut self.outbox);
        self.quotes.resume(&place.quotes);
        self.actors.resume(&place.actors);
        self.compare.resume(&place.compare);
        self.timeline.resume(&place.timeline);
        self.basket.resume_order(place.basket_order);
        self.basket.resume(place.basket.as_ref());
        let finder = place.finder.as_ref();
        self.last_finder = finder.map(|finder| Box::new(Finder::resumed(finder)));
        self.lay_out();
        if place.screen != Screen::Articles {
            self.enter(place.screen);
            // What it was narrowed by in another session is taken away by a step back.
            self.came_by.clear();
        }
        match &place.front {
            Front::Nothing => {}
            Front::Finder => self.show(Show::FinderAgain),
            Front::Keys => self.show(Show::Keys),
            Front::Palette => self.show(Show::Palette),
            Front::Search(text) => {
                let line = self.search_line().map(|overlay| match overlay {
                    Overlay::Search(search) => Overlay::Search(search.holding(text)),
                    other => other,
                });
                self.overlays.extend(line);
            }
        }
    }
}
