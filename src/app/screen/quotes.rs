//! Screen 2: every quote that a query finds, and the article of the selected one.

use std::sync::Arc;

use super::passages::{Ends, Passages};
use super::preview::Preview;
use super::{Target, Wish};
use crate::app::command::{Part, Step};
use crate::app::effect::Question;
use crate::app::list::{Motion, next_of};
use crate::app::outbox::Outbox;
use crate::app::place::QuotesPlace;
use crate::app::shape::{Halves, Sides, Window, halves};
use crate::app::{Effect, Sought, Ticket};
use crate::model::Entry;
use crate::study::{Order, Quotations};

/// Screen 2: every quote that a query finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotes {
    query: String,
    order: Order,
    /// The answer that is waited for.
    asked: Option<Ticket>,
    /// Whether the query has changed since the last answer.
    fresh: bool,
    /// Whether the library has changed since the last question, or none was asked.
    stale: bool,
    list: Passages,
    preview: Preview,
    layout: Halves,
}

const ENDS: Ends = Ends {
    empty: "no quote is listed",
    last: "last quote",
    first: "first quote",
};

impl Default for Quotes {
    fn default() -> Self {
        Self {
            query: String::new(),
            order: Order::Date,
            asked: None,
            fresh: false,
            stale: true,
            list: Passages::default(),
            preview: Preview::default(),
            layout: halves(Window::new(0, 0), &Sides::default()),
        }
    }
}

impl Quotes {
    /// The rows.
    pub fn list(&self) -> &Passages {
        &self.list
    }

    /// The article of the selected row.
    pub fn preview(&self) -> &Preview {
        &self.preview
    }

    /// Scrolls the article; returns whether it moved.
    pub fn scroll(&mut self, motion: Motion) -> bool {
        self.preview.scroll(motion)
    }

    /// Where everything lies.
    pub fn layout(&self) -> &Halves {
        &self.layout
    }

    /// What the list is narrowed by.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The order that was asked for.
    pub fn order(&self) -> Order {
        self.order
    }

    /// Whether an answer is outstanding.
    pub fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    /// Lays everything out anew.
    pub fn resize(&mut self, window: Window, sides: &Sides) {
        self.layout = halves(window, sides);
        self.list.resize(self.layout.list.rows());
        // Also where it is not shown: copying needs it.
        let preview = self.layout.preview.unwrap_or(self.layout.list);
        self.preview.resize(window.page(preview));
    }

    /// Is shown from now on; asks for what it may have missed.
    pub fn enter(&mut self, outbox: &mut Outbox) {
        if self.stale {
            self.ask(outbox);
        }
        self.preview.renew(outbox);
    }

    /// The library has changed; asks anew if it is `shown`.
    pub fn change(&mut self, shown: bool, outbox: &mut Outbox) {
        self.stale = true;
        if shown {
            self.ask(outbox);
        }
    }

    /// What was made of the article of the selected row has changed.
    pub fn outdate(&mut self, shown: bool, outbox: &mut Outbox) {
        self.preview.outdate(shown, outbox);
    }

    /// Narrows the list; the old rows stay until the answer comes.
    pub fn narrow(&mut self, query: &str, outbox: &mut Outbox) {
        if query != self.query {
            query.clone_into(&mut self.query);
            self.fresh = true;
            self.ask(outbox);
        }
    }

    /// Takes the marks of rows away, then the query; returns whether there were any.
    pub fn clear(&mut self, outbox: &mut Outbox) -> bool {
        if self.list.unchoose() {
            return true;
        }
        let narrowed = !self.query.is_empty();
        if narrowed {
            // What one looks at stays selected among all the others.
            self.narrow("", outbox);
            self.fresh = false;
        }
        narrowed
    }

    /// Takes the answer to a question, unless it is old.
    pub fn quoted(&mut self, ticket: Ticket, found: Quotations, outbox: &mut Outbox) -> bool {
        let current = self.asked.take_if(|asked| *asked == ticket).is_some();
        if current {
            let fresh = std::mem::take(&mut self.fresh);
            self.list.show(found, self.order, fresh);
            self.look(outbox);
        }
        current
    }

    /// Takes an article; returns whether it was waited for here.
    pub fn loaded(&mut self, ticket: Ticket, entry: &Arc<Entry>) -> bool {
        self.preview.loaded(ticket, entry)
    }

    /// Drops a question that could not be answered; returns whether it was asked here.
    pub fn failed(&mut self, ticket: Ticket) -> bool {
        let asked = self.asked.take_if(|asked| *asked == ticket).is_some();
        // Whoever comes again asks again.
        self.stale |= asked;
        self.preview.failed(ticket) || asked
    }

    /// Goes to the `nth` row, from 1.
    pub fn jump(&mut self, number: usize, outbox: &mut Outbox) {
        self.list.go(number.saturating_sub(1));
        self.look(outbox);
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part, outbox: &mut Outbox) -> Wish {
        if let Some(gone) = self.list.travel(part, &ENDS) {
            match gone {
                Ok(()) => self.look(outbox),
                Err(refusal) => outbox.say(refusal),
            }
            return Wish::Stay;
        }
        match part {
            Part::Step(Step::Open) => return self.open(outbox),
            Part::Step(Step::Fold) => self.fold(false, outbox),
            Part::Step(Step::Unfold) => self.fold(true, outbox),
            Part::Step(Step::Sort) => self.sort(outbox),
            Part::Step(Step::Back) => return Wish::Back,
            Part::Step(
                Step::Complete
                | Step::SwitchKind
                | Step::Inside
                | Step::Close
                | Step::Interrupt
                | Step::Return
                | Step::Article(_)
                | Step::Repeat,
            )
            | Part::Move(_)
            | Part::Through(_)
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Show(_)
            | Part::Copy(_)
            | Part::Mark(_)
            | Part::Select(_)
            | Part::Program(_) => return Wish::Foreign,
        }
        Wish::Stay
    }

    /// Where one is.
    pub fn keep(&self) -> QuotesPlace {
        QuotesPlace {
            query: self.query.clone(),
            order: self.order,
            row: self.list.keep(),
        }
    }

    /// Comes back to where one was, once it is shown.
    pub fn resume(&mut self, place: &QuotesPlace) {
        place.query.clone_into(&mut self.query);
        self.order = place.order;
        self.stale = true;
        self.list.resume(place.row.as_ref());
    }

    /// Marks the selected row, or no longer, and goes on to the next one.
    pub fn choose(&mut self, outbox: &mut Outbox) {
        match self.list.choose() {
            Some(told) => {
                self.look(outbox);
                outbox.say(told);
            }
            None => outbox.say("no quote is listed"),
        }
    }

    fn open(&mut self, outbox: &mut Outbox) -> Wish {
        if self.list.is_folded() {
            self.fold(true, outbox);
            return Wish::Stay;
        }
        match self.target() {
            Some(target) => Wish::Open(target, Sought::query(&self.query)),
            None => {
                outbox.say("no quote is listed");
                Wish::Stay
            }
        }
    }

    fn fold(&mut self, unfold: bool, outbox: &mut Outbox) {
        if self.list.unfold(unfold) {
            self.look(outbox);
        } else {
            outbox.say(match unfold {
                true => "no other source prints these words",
                false => "nothing is unfolded here",
            });
        }
    }

    fn sort(&mut self, outbox: &mut Outbox) {
        self.order = next_of(&Order::ALL, self.order);
        outbox.say(format!("{}; {{sort}} goes on", self.order.words()));
        self.ask(outbox);
    }

    fn ask(&mut self, outbox: &mut Outbox) {
        let ticket = outbox.ticket();
        self.asked = Some(ticket);
        self.stale = false;
        outbox.ask(Effect::Study {
            ticket,
            question: Question::Quotes {
                query: self.query.clone(),
                order: self.order,
            },
        });
    }

    fn target(&self) -> Option<Target> {
        self.list.selected().map(Target::of_quote)
    }

    fn look(&mut self, outbox: &mut Outbox) {
        let (target, sought) = (self.target(), Sought::query(&self.query));
        self.preview.look(target, sought, outbox);
    }
}
