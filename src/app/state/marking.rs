//! What a person decides about what one stands at: how it is asked for, and what
//! every screen shows once it is written.

use std::sync::Arc;

use super::App;
use crate::app::command::Marking;
use crate::app::keymap::Mode;
use crate::app::ledger::asks_for_marks;
use crate::app::overlay::{Overlay, passages_in_words as of};
use crate::app::screen::{Focus, Person, Screen};
use crate::app::{Changed, Deed, Ticket};
use crate::model::{Change, Entry, Mark, Place};
use crate::study::QuoteRow;

impl App {
    /// Answers what a person decides.
    pub(super) fn mark(&mut self, marking: Marking) {
        let selects = self.mode() == Mode::Selection;
        match marking {
            Marking::Pick => self.pick(),
            Marking::Row => self.choose(),
            Marking::Tag => self.ask_tag(),
            Marking::Untag => self.ask_untag(),
            Marking::Note => self.ask_note(),
            Marking::Speaker => self.ask_speaker(),
            Marking::Merge => self.ask_merge(),
            Marking::Split => self.ask_split(),
            Marking::Kind => self.ask_kind(),
            Marking::Rename => self.ask_rename(),
            Marking::Seen => self.toggle_seen(),
            Marking::Searches => self.ask_saved(),
            Marking::Save => self.ask_save(),
            Marking::Forget => self.outbox.say("{searches} lists the saved searches"),
            Marking::RowUp => self.move_row(false),
            Marking::RowDown => self.move_row(true),
            Marking::Undo => self.ledger.ask(Deed::Undo, &mut self.outbox),
            Marking::Redo => self.ledger.ask(Deed::Redo, &mut self.outbox),
        }
        // What is asked for knows its passage already.
        if selects {
            self.articles.end_selection();
        }
    }

    /// Asks for `changes`, which `label` tells of once they are written.
    pub(super) fn decide(&mut self, label: String, changes: Vec<Change>) {
        let written = self.articles.listing().catalog().marks();
        let marks = self.ledger.expected(written);
        let in_place = |change: Change| {
            let (Change::Set(mark) | Change::Remove(mark)) = &change;
            match mark.place().is_some_and(|on| self.is_drawn(on)) {
                true => change,
                false => marks.in_place(change),
            }
        };
        let changes = changes.into_iter().map(in_place).collect();
        self.ledger
            .change(written, (label, changes), &mut self.outbox);
    }

    // All of them go in; only when all are in, they go out.
    fn pick(&mut self) {
        if let Some(places) = self.some_targets() {
            self.pick_all(&places);
        }
    }

    /// Puts passages into the basket or takes them out.
    pub(super) fn pick_all(&mut self, places: &[Place]) {
        let marks = self.ledger.expected(self.marks());
        let is_in = |place: &&Place| match self.is_drawn(place) {
            true => marks.is_picked_exactly(place),
            false => marks.is_picked(place.article, place.span),
        };
        let goes_out = places.iter().all(|place| is_in(&place));
        let mut order = marks.next_order();
        let mut changes = Vec::new();
        for on in places.iter().filter(|place| goes_out || !is_in(place)) {
            let on = on.clone();
            let pick = Mark::Picked { on, order };
            order = order.saturating_add(1);
            changes.push(match goes_out {
                true => Change::Remove(pick),
                false => Change::Set(pick),
            });
        }
        let what = match changes.len() == places.len() {
            true => of(places),
            false => format!("{} more", changes.len()),
        };
        let label = match goes_out {
            true => format!("out of the basket: {what}"),
            false => format!("into the basket: {what}"),
        };
        self.decide(label, changes);
    }

    // Whether a person drew the passage in the text: it is meant to the letter, and no
    // quote that stands at roughly the same place.
    fn is_drawn(&self, on: &Place) -> bool {
        let entry = self.articles.entry();
        let entry = entry.filter(|entry| entry.article.id == on.article && !on.is_whole());
        entry.is_some_and(|entry| {
            let mut quotes = entry.analysis.quotes.iter();
            quotes.all(|quote| quote.span != on.span)
        })
    }

    fn choose(&mut self) {
        match self.screen {
            Screen::Quotes => self.quotes.choose(&mut self.outbox),
            Screen::Basket => self.basket.choose(&mut self.outbox),
            Screen::Articles | Screen::Actors | Screen::Compare | Screen::Timeline => {
                self.outbox
                    .say("rows are marked in the list of quotes and in the basket");
            }
        }
    }

    // The selected row and the one beside it change places.
    fn move_row(&mut self, down: bool) {
        if self.screen != Screen::Basket {
            self.outbox
                .say("only rows of the basket have an order of yours");
            return;
        }
        if !self.basket.is_in_own_order() {
            self.outbox
                .say("rows are moved in your own order: {sort} leads back to it");
            return;
        }
        let picks = self.ledger.expected(self.marks()).picks();
        let here = self.basket.selected();
        let here = here.and_then(|here| picks.iter().position(|(_, on)| *on == here));
        let beside = here.and_then(|here| match down {
            true => here.checked_add(1).filter(|to| *to < picks.len()),
            false => here.checked_sub(1),
        });
        let (Some(here), Some(beside)) = (here, beside) else {
            self.outbox.say(match down {
                true => "this is the last row",
                false => "this is the first row",
            });
            return;
        };
        let changes = swapped(&picks, here, beside);
        let way = if down { "down" } else { "up" };
        self.decide(format!("one row {way} in the basket"), changes);
    }

    /// The passages that a mark is for: the quote that is explained, the one one stands
    /// at, else the article.
    pub(super) fn targets(&self) -> Vec<Place> {
        if let Some(Overlay::Why(why)) = self.overlays.last() {
            let explained = why.quote().map(|quote| place_of(why.entry(), quote.span));
            return explained.into_iter().collect();
        }
        let place = match self.screen {
            Screen::Articles => self.place_in_articles(),
            Screen::Quotes => return places_of_rows(self.quotes.list().meant()),
            Screen::Basket => return places_of_rows(self.basket.list().meant()),
            Screen::Actors => {
                let list = self.actors.person().and_then(Person::passages);
                list.and_then(|list| list.selected()).map(place_of_row)
            }
            Screen::Compare => {
                let selected = self.compare.selected();
                selected.map(|spoken| place_of_row(&spoken.first))
            }
            Screen::Timeline => None,
        };
        place.into_iter().collect()
    }

    fn place_in_articles(&self) -> Option<Place> {
        let reader = self.articles.reader();
        let entry = self.articles.entry();
        if let (Some(entry), Some(span)) = (entry, reader.selection()) {
            return Some(place_of(entry, span));
        }
        // What one cannot see one does not mean.
        let quote = reader.quote().filter(|quote| {
            self.articles.focus() == Focus::Quotes || reader.is_visible(quote.span)
        });
        match (entry, quote, self.articles.focus()) {
            (Some(entry), Some(quote), _) => Some(place_of(entry, quote.span)),
            (Some(entry), None, _) => Some(Place::whole(entry.article.id)),
            (None, _, Focus::List) => {
                let row = self.articles.listing().selected()?;
                Some(Place::whole(row.id))
            }
            (None, _, Focus::Reader | Focus::Quotes | Focus::Actors) => None,
        }
    }

    /// What was asked for is written: shows it, and tells it.
    pub(super) fn changed(&mut self, ticket: Ticket, changed: Changed) {
        self.ledger.settle(ticket);
        match changed.catalog {
            Some(catalog) => {
                self.change(catalog);
                self.fetch_again();
            }
            // Another thread may have read later ones meanwhile.
            None if changed.revision >= self.catalog().marked() => {
                let catalog = self.articles.listing().catalog().clone();
                let catalog = catalog.with_marks(changed.marks);
                self.remark(catalog.marked_at(changed.revision));
            }
            None => {}
        }
        self.outbox.say(changed.told);
    }

    // Rows and articles are the same; only searches for marks find others.
    fn remark(&mut self, catalog: crate::store::Catalog) {
        self.articles.remark(Arc::new(catalog), &mut self.outbox);
        let shown = self.screen;
        if asks_for_marks(self.quotes.query()) {
            self.quotes
                .change(shown == Screen::Quotes, &mut self.outbox);
        }
        if asks_for_marks(self.actors.query()) {
            self.actors
                .change(shown == Screen::Actors, &mut self.outbox);
        }
        let marks = Arc::clone(self.articles.listing().catalog().marks());
        let in_front = shown == Screen::Basket;
        self.basket.change(&marks, in_front, &mut self.outbox);
        if self.timeline.queries().any(asks_for_marks) {
            self.timeline
                .change(shown == Screen::Timeline, &mut self.outbox);
        }
        let mut lanes = self.compare.lanes().iter();
        if lanes.any(|lane| asks_for_marks(&lane.query)) {
            self.compare
                .change(shown == Screen::Compare, &mut self.outbox);
        }
    }

    // A correction changes articles that are on screen.
    fn fetch_again(&mut self) {
        let shown = self.screen;
        self.articles.fetch_here(&mut self.outbox);
        self.quotes
            .outdate(shown == Screen::Quotes, &mut self.outbox);
        self.actors
            .outdate(shown == Screen::Actors, &mut self.outbox);
        self.basket
            .outdate(shown == Screen::Basket, &mut self.outbox);
        self.explain_again();
    }
}

/// Lets two places change their order. Where several have the same one, as two programs
/// may have given it at once, every place gets an order of its own.
fn swapped(picks: &[(i64, &Place)], one: usize, other: usize) -> Vec<Change> {
    let apart = picks.is_sorted_by(|(one, _), (other, _)| one < other);
    let mut places: Vec<&Place> = picks.iter().map(|(_, on)| *on).collect();
    places.swap(one, other);
    let orders = picks.iter().zip(0..).map(|((order, _), nth)| match apart {
        true => *order,
        false => nth,
    });
    let was = |on: &Place, order: i64| picks.contains(&(order, on));
    let new = places.into_iter().zip(orders);
    let new = new.filter(|(on, order)| !was(on, *order));
    new.map(|(on, order)| {
        let on = on.clone();
        Change::Set(Mark::Picked { on, order })
    })
    .collect()
}

fn places_of_rows(rows: Vec<&QuoteRow>) -> Vec<Place> {
    rows.into_iter().map(place_of_row).collect()
}

/// The place of a row.
pub(super) fn place_of_row(row: &QuoteRow) -> Place {
    Place {
        article: row.article,
        span: row.span,
        words: match row.span.is_empty() {
            true => String::new(),
            false => row.words.to_string(),
        },
    }
}

fn place_of(entry: &Entry, span: crate::model::Span) -> Place {
    Place {
        article: entry.article.id,
        span,
        words: span.of(&entry.article.text).to_owned(),
    }
}
