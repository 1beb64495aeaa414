//! Screen 3: everybody who is named, and all about one of them.

use std::sync::Arc;

use super::Wish;
use super::profile::Person;
use crate::app::command::{Part, Step, Toward};
use crate::app::effect::Question;
use crate::app::list::{Cursor, Items, Motion, next_of};
use crate::app::outbox::Outbox;
use crate::app::place::ActorsPlace;
use crate::app::shape::{Halves, Sides, Window, halves};
use crate::app::{ActorItem, Effect, ProfileSheet, Ticket, Who};
use crate::model::Entry;
use crate::study::ActorOrder;

/// Screen 3: everybody who is named, and all about one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actors {
    query: String,
    order: ActorOrder,
    /// The answer that is waited for.
    asked: Option<Ticket>,
    /// Whether the query has changed since the last answer.
    fresh: bool,
    /// Whether the library has changed since the last question, or none was asked.
    stale: bool,
    items: Vec<ActorItem>,
    notes: Vec<String>,
    cursor: Cursor,
    layout: Halves,
    /// Those that are looked at, each from the one before; the last one is shown.
    people: Vec<Person>,
    /// Whom one comes back to once everybody is listed.
    kept: Option<Who>,
}

/// Every order of actors.
const ORDERS: [ActorOrder; 5] = [
    ActorOrder::Quotes,
    ActorOrder::Mentions,
    ActorOrder::Articles,
    ActorOrder::Last,
    ActorOrder::Name,
];

/// Profiles that are gone back through at most.
const PEOPLE: usize = 30;

impl Default for Actors {
    fn default() -> Self {
        Self {
            query: String::new(),
            order: ActorOrder::Quotes,
            asked: None,
            fresh: false,
            stale: true,
            items: Vec::new(),
            notes: Vec::new(),
            cursor: Cursor::default(),
            layout: halves(Window::new(0, 0), &Sides::default()),
            people: Vec::new(),
            kept: None,
        }
    }
}

impl Actors {
    /// Everybody who is listed.
    pub fn items(&self) -> &[ActorItem] {
        &self.items
    }

    /// What the search says about the query.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Cursor and scroll.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Where everything lies.
    pub fn layout(&self) -> &Halves {
        &self.layout
    }

    /// What the list is narrowed by.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// How the list is ordered, in words.
    pub fn order(&self) -> &'static str {
        order_words(self.order)
    }

    /// Whether an answer is outstanding.
    pub fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    /// Whether an article for a profile is outstanding.
    pub fn is_fetching(&self) -> bool {
        let mut people = self.people.iter();
        people.any(|person| person.preview().is_waiting())
    }

    /// The one that is looked at.
    pub fn person(&self) -> Option<&Person> {
        self.people.last()
    }

    /// The selected name, in the list or as a profile.
    pub fn selected(&self) -> Option<&Who> {
        match self.people.last() {
            Some(person) => Some(person.who()),
            None => self.items.get(self.cursor.at()).map(|item| &item.who),
        }
    }

    /// The question that the list answers.
    pub fn asked(&self) -> (&str, ActorOrder) {
        (&self.query, self.order)
    }

    /// Lays everything out anew.
    pub fn resize(&mut self, window: Window, sides: &Sides) {
        // The list has all of the screen, and Tab goes through the lists of a profile.
        let sides = match self.people.is_empty() {
            true => Sides::default(),
            false => Sides {
                on_preview: false,
                ..*sides
            },
        };
        self.layout = halves(window, &sides);
        let list = Items::Single(self.items.len());
        if !self.items.is_empty() {
            self.cursor.fit(list, self.rows());
        }
        for person in &mut self.people {
            person.resize(&self.layout);
        }
    }

    // The list alone has the whole body.
    fn rows(&self) -> usize {
        let edges = match self.layout.preview {
            Some(_) if self.layout.room.hints => 2,
            Some(_) | None => 1,
        };
        usize::from(self.layout.room.body.height).saturating_sub(edges)
    }

    /// Is shown from now on; asks for what it may have missed.
    pub fn enter(&mut self, outbox: &mut Outbox) {
        if self.stale {
            self.ask(outbox);
        }
        if let Some(person) = self.people.last_mut() {
            person.enter(outbox);
        }
    }

    /// The library has changed; asks anew if it is `shown`.
    pub fn change(&mut self, shown: bool, outbox: &mut Outbox) {
        self.stale = true;
        for person in &mut self.people {
            person.change();
        }
        if shown {
            self.enter(outbox);
        }
    }

    /// Somebody is called otherwise, or is another kind, from now on.
    pub fn follow(&mut self, who: &Who, is: &Who) {
        for person in &mut self.people {
            person.follow(who, is);
        }
        let item = self.items.get_mut(self.cursor.at());
        if let Some(item) = item.filter(|item| item.who == *who) {
            item.who = is.clone();
        }
    }

    /// What was made of the article of the selected quote has changed.
    pub fn outdate(&mut self, shown: bool, outbox: &mut Outbox) {
        let last = self.people.len().saturating_sub(1);
        for (nth, person) in self.people.iter_mut().enumerate() {
            person.outdate(shown && nth == last, outbox);
        }
    }

    /// Narrows the list; the old rows stay until the answer comes.
    pub fn narrow(&mut self, query: &str, outbox: &mut Outbox) {
        if query != self.query {
            query.clone_into(&mut self.query);
            self.fresh = true;
            self.people.clear();
            self.ask(outbox);
        }
    }

    /// Leaves the one that is looked at, else takes the query away; returns whether
    /// there was anything to leave.
    pub fn clear(&mut self, outbox: &mut Outbox) -> bool {
        if self.people.pop().is_some() {
            self.enter(outbox);
            return true;
        }
        let narrowed = !self.query.is_empty();
        if narrowed {
            self.narrow("", outbox);
            self.fresh = false;
        }
        narrowed
    }

    /// Takes the answer to a question, unless it is old.
    pub fn listed(&mut self, ticket: Ticket, items: Vec<ActorItem>, notes: Vec<String>) {
        if self.asked.take_if(|asked| *asked == ticket).is_none() {
            return;
        }
        let fresh = std::mem::take(&mut self.fresh);
        let here = self.items.get(self.cursor.at()).filter(|_| !fresh);
        let same = here.and_then(|here| items.iter().position(|item| item.who == here.who));
        let kept = self.kept.as_ref();
        let kept = kept.and_then(|kept| items.iter().position(|item| item.who == *kept));
        if kept.is_some() {
            self.kept = None;
        }
        let same = kept.or(same);
        (self.items, self.notes) = (items, notes);
        let list = Items::Single(self.items.len());
        self.cursor.carry(same.unwrap_or(0), list, self.rows());
    }

    /// Takes an answer about the one that is looked at, unless it is old.
    pub fn profiled(&mut self, ticket: Ticket, found: Option<ProfileSheet>, outbox: &mut Outbox) {
        if let Some(person) = self.people.last_mut() {
            person.profiled(ticket, found, outbox);
        }
    }

    /// Takes an article; returns whether it was waited for here.
    pub fn loaded(&mut self, ticket: Ticket, entry: &Arc<Entry>) -> bool {
        let mut people = self.people.iter_mut();
        people.any(|person| person.loaded(ticket, entry))
    }

    /// Drops a question that could not be answered; returns whether it was asked here.
    pub fn failed(&mut self, ticket: Ticket) -> bool {
        let asked = self.asked.take_if(|asked| *asked == ticket).is_some();
        // Whoever comes again asks again.
        self.stale |= asked;
        let mut people = self.people.iter_mut();
        people.any(|person| person.failed(ticket)) || asked
    }

    /// Shows all about somebody.
    pub fn look_at(&mut self, who: Who, outbox: &mut Outbox) {
        let mut person = Person::new(who);
        person.resize(&self.layout);
        person.enter(outbox);
        self.people.push(person);
        if self.people.len() > PEOPLE {
            self.people.remove(0);
        }
    }

    /// Where one is.
    pub fn keep(&self) -> ActorsPlace {
        let selected = self.items.get(self.cursor.at());
        ActorsPlace {
            query: self.query.clone(),
            order: self.order,
            selected: selected.map(|item| item.who.clone()),
            above: self.cursor.above(),
            people: self.people.iter().map(Person::keep).collect(),
        }
    }

    /// Comes back to where one was, once it is shown.
    pub fn resume(&mut self, place: &ActorsPlace) {
        place.query.clone_into(&mut self.query);
        self.order = place.order;
        self.stale = true;
        self.kept.clone_from(&place.selected);
        self.cursor = Cursor::below(place.above);
        self.people = place.people.iter().map(Person::resumed).collect();
        for person in &mut self.people {
            person.resize(&self.layout);
        }
    }

    /// Goes to the `nth` row, from 1.
    pub fn jump(&mut self, number: usize, outbox: &mut Outbox) {
        let nth = number.saturating_sub(1);
        let rows = self.rows();
        match self.people.last_mut() {
            Some(person) => person.jump(nth, outbox),
            None => self.cursor.go(nth, Items::Single(self.items.len()), rows),
        }
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part, outbox: &mut Outbox) -> Wish {
        if let Some(person) = self.people.last_mut() {
            return match person.command(part, outbox) {
                Wish::Back => {
                    self.people.pop();
                    self.enter(outbox);
                    Wish::Stay
                }
                Wish::Profile(who) => {
                    self.look_at(who, outbox);
                    Wish::Stay
                }
                wish => wish,
            };
        }
        match part {
            Part::Move(motion) => self.step(motion, outbox),
            Part::Step(Step::Article(Toward::Next)) => self.step(Motion::Down, outbox),
            Part::Step(Step::Article(Toward::Previous)) => self.step(Motion::Up, outbox),
            Part::Step(Step::Open) => match self.selected().cloned() {
                Some(who) => self.look_at(who, outbox),
                None => outbox.say("nobody is listed"),
            },
            Part::Step(Step::Sort) => self.sort(outbox),
            Part::Step(Step::Back) => return Wish::Back,
            Part::Step(_)
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

    fn step(&mut self, motion: Motion, outbox: &mut Outbox) {
        self.kept = None;
        let before = self.cursor.at();
        let (items, rows) = (Items::Single(self.items.len()), self.rows());
        self.cursor.step(motion, items, rows);
        if self.cursor.at() == before {
            outbox.say(match (self.items.is_empty(), motion.is_down()) {
                (true, _) => "nobody is listed",
                (false, true) => "last name",
                (false, false) => "first name",
            });
        }
    }

    fn sort(&mut self, outbox: &mut Outbox) {
        self.order = next_of(&ORDERS, self.order);
        // The first ones of another order are what one asks for.
        self.fresh = true;
        outbox.say(format!("{}; {{sort}} goes on", self.order()));
        self.ask(outbox);
    }

    fn ask(&mut self, outbox: &mut Outbox) {
        let ticket = outbox.ticket();
        self.asked = Some(ticket);
        self.stale = false;
        let (query, order) = (self.query.clone(), self.order);
        let question = Question::Actors { query, order };
        outbox.ask(Effect::Study { ticket, question });
    }
}

fn order_words(order: ActorOrder) -> &'static str {
    match order {
        ActorOrder::Quotes => "most quotes first",
        ActorOrder::Mentions => "most mentions first",
        ActorOrder::Articles => "most articles first",
        ActorOrder::Last => "last named first",
        ActorOrder::Name => "by name",
    }
}
