//! Screen 6: what was picked, in the order of the person, and the article of the
//! selected row.

use std::collections::HashSet;
use std::sync::Arc;

use super::passages::{Ends, Passages};
use super::preview::Preview;
use super::{Target, Wish};
use crate::app::command::{Part, Step};
use crate::app::effect::Question;
use crate::app::list::{Motion, next_of};
use crate::app::outbox::Outbox;
use crate::app::place::RowPlace;
use crate::app::shape::{Halves, Sides, Window, halves};
use crate::app::{Effect, Sought, Ticket};
use crate::model::{ArticleId, Entry, Mark, Marks, Place, Span};
use crate::study::{Order, Quotations, QuoteRow, Spoken};

/// Screen 6: what was picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basket {
    /// What is in it, in the order of the person.
    places: Vec<Place>,
    /// What has tags or a note, and so a line that tells them.
    told: HashSet<(ArticleId, Span)>,
    /// Another order than that of the person.
    order: Option<Order>,
    /// The rows in the order of the person.
    rows: Vec<QuoteRow>,
    /// The answer that is waited for.
    asked: Option<Ticket>,
    /// Whether rows are shown that may be others by now.
    stale: bool,
    list: Passages,
    preview: Preview,
    layout: Halves,
}

/// The order of the person, then those of a list of quotes.
const ORDERS: [Option<Order>; 5] = [
    None,
    Some(Order::Date),
    Some(Order::Speaker),
    Some(Order::Source),
    Some(Order::Article),
];

const ENDS: Ends = Ends {
    empty: "nothing is in the basket",
    last: "last row",
    first: "first row",
};

impl Default for Basket {
    fn default() -> Self {
        Self {
            places: Vec::new(),
            told: HashSet::new(),
            order: None,
            rows: Vec::new(),
            asked: None,
            stale: false,
            list: Passages::default(),
            preview: Preview::default(),
            layout: halves(Window::new(0, 0), &Sides::default()),
        }
    }
}

impl Basket {
    /// The rows.
    pub fn list(&self) -> &Passages {
        &self.list
    }

    /// What is in it, in the order of the person.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// What is in it, in the order of the screen.
    pub fn listed_places(&self) -> Vec<Place> {
        let nth = |place: &Place| {
            let spoken = self.list.found().utterances.iter();
            let mut rows = spoken.map(|spoken| &spoken.first);
            rows.position(|row| row.article == place.article && row.span == place.span)
        };
        let mut places = self.places.clone();
        if !self.is_in_own_order() {
            // What has no row, as an article that is gone, stands last.
            places.sort_by_cached_key(|place| nth(place).unwrap_or(usize::MAX));
        }
        places
    }

    /// The place of the selected row.
    pub fn selected(&self) -> Option<&Place> {
        let row = self.list.selected()?;
        let mut places = self.places.iter();
        places.find(|place| place.article == row.article && place.span == row.span)
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

    /// Whether an answer is outstanding.
    pub fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    /// Lays everything out anew.
    pub fn resize(&mut self, window: Window, sides: &Sides) {
        self.layout = halves(window, sides);
        self.list.resize(self.layout.list.rows());
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

    /// The marks or the articles have changed; asks anew if it is `shown`.
    pub fn change(&mut self, marks: &Marks, shown: bool, outbox: &mut Outbox) {
        self.places = marks.basket().into_iter().cloned().collect();
        self.told = told(marks);
        self.stale = true;
        if shown {
            self.ask(outbox);
        }
    }

    /// What was made of the article of the selected row has changed.
    pub fn outdate(&mut self, shown: bool, outbox: &mut Outbox) {
        self.preview.outdate(shown, outbox);
    }

    /// Takes the answer to a question, unless it is old.
    pub fn listed(&mut self, ticket: Ticket, rows: Vec<QuoteRow>, outbox: &mut Outbox) {
        if self.asked.take_if(|asked| *asked == ticket).is_none() {
            return;
        }
        self.rows = rows;
        self.show();
        self.look(outbox);
    }

    fn show(&mut self) {
        let alone = |first| Spoken {
            first,
            others: Vec::new(),
        };
        let mut rows = self.rows.clone();
        sort(&mut rows, self.order);
        let found = Quotations {
            found: rows.len(),
            utterances: rows.into_iter().map(alone).collect(),
            notes: Vec::new(),
        };
        self.list.tell_of(self.told.clone());
        // As the person put them rows stand without heads.
        let order = self.order.unwrap_or(Order::Date);
        self.list.show(found, order, false);
    }

    /// How it is ordered, as a person reads it.
    pub fn order(&self) -> &'static str {
        self.order.map_or("your order", Order::words)
    }

    /// Whether rows stand as the person put them.
    pub fn is_in_own_order(&self) -> bool {
        self.order.is_none()
    }

    // The next order; what was put where by hand comes back at the end.
    fn sort(&mut self, outbox: &mut Outbox) {
        self.order = next_of(&ORDERS, self.order);
        self.show();
        self.look(outbox);
        outbox.say(format!("{}; {{sort}} goes on", self.order()));
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

    /// Another order than that of the person.
    pub fn other_order(&self) -> Option<Order> {
        self.order
    }

    /// Comes back to an order.
    pub fn resume_order(&mut self, order: Option<Order>) {
        self.order = order.filter(|order| ORDERS.contains(&Some(*order)));
        self.show();
    }

    /// Where one is.
    pub fn keep(&self) -> Option<RowPlace> {
        self.list.keep()
    }

    /// Comes back to where one was, once it is shown.
    pub fn resume(&mut self, row: Option<&RowPlace>) {
        self.list.resume(row);
    }

    /// Goes to the `nth` row, from 1.
    pub fn jump(&mut self, number: usize, outbox: &mut Outbox) {
        self.list.go(number.saturating_sub(1));
        self.look(outbox);
    }

    /// Marks the selected row, or no longer, and goes on to the next one.
    pub fn choose(&mut self, outbox: &mut Outbox) {
        match self.list.choose() {
            Some(chosen) => {
                self.look(outbox);
                outbox.say(chosen);
            }
            None => outbox.say("nothing is in the basket"),
        }
    }

    /// Takes the marks of rows away; returns whether there were any.
    pub fn clear(&mut self) -> bool {
        self.list.unchoose()
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
            Part::Step(Step::Open) => self.open(outbox),
            Part::Step(Step::Back) => Wish::Back,
            Part::Step(Step::Sort) => {
                self.sort(outbox);
                Wish::Stay
            }
            Part::Step(_)
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
            | Part::Program(_) => Wish::Foreign,
        }
    }

    fn open(&self, outbox: &mut Outbox) -> Wish {
        match self.list.selected() {
            Some(row) => Wish::Open(Target::of_quote(row), Sought::Nothing),
            None => {
                outbox.say("nothing is in the basket");
                Wish::Stay
            }
        }
    }

    fn ask(&mut self, outbox: &mut Outbox) {
        let ticket = outbox.ticket();
        self.asked = Some(ticket);
        self.stale = false;
        let question = Question::Picked(self.places.clone());
        outbox.ask(Effect::Study { ticket, question });
    }

    fn look(&mut self, outbox: &mut Outbox) {
        let target = self.list.selected().map(Target::of_quote);
        self.preview.look(target, Sought::Nothing, outbox);
    }
}

fn sort(rows: &mut [QuoteRow], order: Option<Order>) {
    // Without a name last. What stands under one head stands together: names that differ
    // in capitals alone, and articles with one headline, have heads of their own.
    let last = |name: Option<&str>| {
        let name = name.unwrap_or_default();
        (name.is_empty(), name.to_lowercase(), name.to_owned())
    };
    match order {
        None | Some(Order::Story) => {}
        Some(Order::Date) => {
            rows.sort_by(|one, other| other.published.cmp(&one.published));
        }
        Some(Order::Speaker) => rows.sort_by_cached_key(|row| last(row.speaker())),
        Some(Order::Source) => rows.sort_by_cached_key(|row| last(row.source.as_deref())),
        Some(Order::Article) => {
            let place = |row: &QuoteRow| (row.article, row.span.start);
            rows.sort_by_cached_key(|row| (row.headline.to_lowercase(), place(row)));
        }
    }
}

/// What is in the basket with tags or a note.
fn told(marks: &Marks) -> HashSet<(ArticleId, Span)> {
    let tells = |mark: &Mark| matches!(mark, Mark::Tagged { .. } | Mark::Noted { .. });
    let picked = marks.basket().into_iter();
    let told = picked.filter(|on| marks.on(on.article, on.span).any(tells));
    told.map(|on| (on.article, on.span)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str, start: usize, source: &str) -> QuoteRow {
        QuoteRow {
            article: ArticleId::of_text(text),
            span: Span::new(start, start + 1),
            words: "x".into(),
            speaker: None,
            headline: "One wire story".into(),
            source: Some(source.into()),
            url: None,
            published: None,
            cue: None,
            story: None,
        }
    }

    #[test]
    fn what_has_one_head_stands_together() {
        let mut rows: Vec<QuoteRow> = Vec::new();
        for start in [1, 2, 3] {
            rows.extend([row("a", start, "Echo"), row("b", start, "ECHO")]);
        }
        for order in [Order::Article, Order::Source] {
            let mut rows = rows.clone();
            sort(&mut rows, Some(order));
            let joined = rows
                .windows(2)
                .filter(|pair| order.joins(&pair[0], &pair[1]));
            assert_eq!(joined.count(), 4, "{order:?}");
        }
    }
}
