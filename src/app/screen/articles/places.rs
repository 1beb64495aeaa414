//! Where one was before each jump, and going back there.

use super::{Articles, Target, Where};
use crate::app::outbox::Outbox;
use crate::model::ArticleId;

/// Jumps that can be taken back.
const PLACES: usize = 100;

impl Articles {
    pub(super) fn leave_place(&mut self) {
        let Some(article) = self.reader.id().filter(|_| self.is_settled()) else {
            return;
        };
        let at = Where::Place(self.reader.place());
        let place = Target { article, at };
        if self.places.last() != Some(&place) {
            self.places.push(place);
        }
        if self.places.len() > PLACES {
            self.places.remove(0);
        }
    }

    /// Selects an article, if need be among all articles; returns whether there is one.
    pub(super) fn reveal(&mut self, article: ArticleId, outbox: &mut Outbox) -> bool {
        if self.listing.select(article) {
            return true;
        }
        if self.listing.catalog().position(article).is_none() {
            return false;
        }
        self.listing.narrow("", outbox);
        self.mark();
        outbox.say("the list shows all articles again");
        self.listing.select(article)
    }

    /// How many jumps can be taken back.
    pub fn places(&self) -> usize {
        self.places.len()
    }

    /// Goes back to where one was before the last jump.
    pub fn go_back(&mut self, outbox: &mut Outbox) {
        while let Some(place) = self.places.pop() {
            let here = self.reader.id().map(|article| Target {
                article,
                at: Where::Place(self.reader.place()),
            });
            if here.as_ref() == Some(&place) {
                continue;
            }
            if self.reveal(place.article, outbox) {
                self.want(place, outbox);
                return;
            }
        }
        outbox.say("nowhere to go back to");
    }
}
