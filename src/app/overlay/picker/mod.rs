//! An input above choices: tags, notes, speakers, names, saved searches.
//!
//! What is chosen among and what becomes of it is told by [`Ask`]; how one types,
//! narrows and chooses is the same for all of them.

mod ask;

pub use ask::{Ask, Offer, Taken, of};

use super::Outcome;
use crate::app::command::{Lanes, Marking, Part, Step};
use crate::app::effect::Question;
use crate::app::line::Line;
use crate::app::list::{Cursor, Items};
use crate::app::outbox::Outbox;
use crate::app::{ActorItem, Effect, Ticket};
use crate::search::Typed;

/// An input above choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    ask: Ask,
    line: Line,
    /// Everything that can be chosen.
    choices: Vec<Offer>,
    /// Names of the library that fit what is typed.
    names: Vec<Offer>,
    /// What was typed when they were asked for.
    named: String,
    /// What is listed: of all choices those that fit.
    listed: Vec<Offer>,
    /// The answer that is waited for.
    asked: Option<Ticket>,
    /// What was asked back before the choice that stands first was taken.
    doubted: Option<Offer>,
    cursor: Cursor,
    rows: usize,
}

/// Rows of choices that a box has at most.
const TALL: usize = 8;
/// Rows that are kept for names of the library.
const NAMES: usize = 6;

impl Picker {
    /// Asks, with what can be chosen and what is typed already.
    pub fn new(ask: Ask, choices: Vec<Offer>, typed: &str, outbox: &mut Outbox) -> Self {
        let mut picker = Self {
            // A note is written on; a name that is there is only likely.
            line: match ask {
                Ask::Note(_) => Line::of(typed),
                _ => Line::suggesting(typed, ""),
            },
            ask,
            choices,
            names: Vec::new(),
            named: String::new(),
            listed: Vec::new(),
            asked: None,
            doubted: None,
            cursor: Cursor::default(),
            rows: 0,
        };
        picker.search();
        picker.inquire(outbox);
        picker
    }

    /// What is asked.
    pub fn ask(&self) -> &Ask {
        &self.ask
    }

    /// What is typed.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// What is listed.
    pub fn listed(&self) -> &[Offer] {
        &self.listed
    }

    /// Cursor and scroll.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Rows of choices that there should be room for; they stay while one types.
    pub fn height(&self) -> usize {
        // What is typed is one more, and names of the library come while one types.
        let more = match (self.ask.wants_names(), self.ask.takes_words()) {
            (true, _) => NAMES,
            (false, true) => 1,
            (false, false) => 0,
        };
        (self.choices.len() + more).min(TALL)
    }

    /// Has other room from now on.
    pub fn resize(&mut self, rows: usize) {
        self.rows = rows;
        self.cursor.fit(Items::Single(self.listed.len()), rows);
    }

    /// Types or pastes.
    pub fn insert(&mut self, text: &str, outbox: &mut Outbox) -> Outcome {
        self.line.insert(text);
        self.search();
        self.inquire(outbox);
        Outcome::Stay
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part, outbox: &mut Outbox) -> Outcome {
        match part {
            Part::Edit(edit) => {
                if self.line.edit(edit) {
                    self.search();
                    self.inquire(outbox);
                }
                Outcome::Stay
            }
            Part::Move(_) if self.listed.is_empty() => {
                outbox.say("there is nothing to choose: type, then Enter");
                Outcome::Stay
            }
            Part::Move(motion) => {
                let items = Items::Single(self.listed.len());
                self.cursor.step(motion, items, self.rows);
                Outcome::Stay
            }
            Part::Step(Step::Open) => self.take(outbox),
            Part::Step(Step::Complete) => self.complete(outbox),
            Part::Mark(Marking::Forget) => self.forget(outbox),
            Part::Mark(Marking::Save) => Outcome::Run(crate::app::Command::SaveSearch),
            Part::Lanes(Lanes::Add) if self.ask == Ask::Saved => self.lane(outbox),
            Part::Step(_)
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Copy(_)
            | Part::Pane(_)
            | Part::Through(_)
            | Part::Show(_)
            | Part::Mark(_)
            | Part::Select(_)
            | Part::Program(_) => Outcome::Foreign,
        }
    }

    /// What is told while nothing can be chosen.
    pub fn nothing(&self) -> &'static str {
        match (&self.ask, self.choices.is_empty()) {
            (Ask::Saved, true) => {
                "no search is saved yet; Ctrl-S saves what the list is narrowed by"
            }
            (ask, _) => ask.nothing(),
        }
    }

    /// Takes names that fit what is typed, unless they are old.
    pub fn named(&mut self, ticket: Ticket, items: &[ActorItem]) {
        let current = self.asked.take_if(|asked| *asked == ticket).is_some();
        if current {
            let items = items.iter();
            self.names = items.filter_map(|item| self.ask.name(item)).collect();
            let ask = &self.ask;
            let likeness = |name: &Offer| std::cmp::Reverse(ask.likeness(&name.words));
            self.names.sort_by_cached_key(likeness);
            self.line.text().trim().clone_into(&mut self.named);
            self.search_on();
        }
    }

    /// Takes how many articles each choice finds, unless that is old.
    pub fn counted(&mut self, ticket: Ticket, counts: &[usize]) {
        if self.asked.take_if(|asked| *asked == ticket).is_some() {
            for (choice, count) in self.choices.iter_mut().zip(counts) {
                choice.count = Some(*count);
            }
            self.search_on();
        }
    }

    // One stays at what one has gone to.
    fn search_on(&mut self) {
        let at = self.cursor.at();
        let here = self.listed.get(at).cloned();
        self.search();
        let same = |choice: &Offer| here.as_ref().is_some_and(|here| here.is_same(choice));
        let to = self.listed.iter().position(same).filter(|_| at > 0);
        let items = Items::Single(self.listed.len());
        self.cursor.go(to.unwrap_or(0), items, self.rows);
    }

    /// Drops a question that could not be answered; returns whether it was asked here.
    pub fn failed(&mut self, ticket: Ticket) -> bool {
        self.asked.take_if(|asked| *asked == ticket).is_some()
    }

    /// Whether an answer is outstanding.
    pub fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    fn take(&mut self, outbox: &mut Outbox) -> Outcome {
        let chosen = self.listed.get(self.cursor.at());
        // Whoever typed or moved has chosen; what merely stands first is asked back once.
        let is_first = self.cursor.at() == 0 && self.line.text().trim().is_empty();
        if let Some(choice) = chosen.filter(|_| is_first)
            && self.doubted.as_ref() != Some(choice)
            && let Some(doubt) = self.ask.doubt(choice)
        {
            outbox.say(doubt);
            self.doubted = Some(choice.clone());
            return Outcome::Stay;
        }
        let taken = match chosen {
            Some(choice) => choice.taken.clone(),
            None if self.ask.takes_line() => Taken::Words(self.line.text().trim().to_owned()),
            None => {
                outbox.say(self.nothing());
                return Outcome::Stay;
            }
        };
        Outcome::Decide(self.ask.clone(), taken)
    }

    // The first choice that is not what is typed already.
    fn complete(&mut self, outbox: &mut Outbox) -> Outcome {
        let at = self.cursor.at();
        let is_other = |choice: &&Offer| !choice.is_typed && choice.words != self.line.text();
        let words = self.listed.iter().skip(at).find(is_other);
        match words.map(|choice| choice.words.clone()) {
            Some(words) => {
                self.line = Line::of(&words);
                self.search();
                self.inquire(outbox);
            }
            None => outbox.say("nothing to complete"),
        }
        Outcome::Stay
    }

    fn forget(&self, outbox: &mut Outbox) -> Outcome {
        match (&self.ask, self.listed.get(self.cursor.at())) {
            (Ask::Saved, Some(choice)) if choice.is_set => {
                outbox.say("this one stands in config.toml; take it out there");
                Outcome::Stay
            }
            (Ask::Saved, Some(choice)) => {
                let taken = Taken::Words(choice.words.clone());
                Outcome::Decide(Ask::Forget, taken)
            }
            _ => {
                outbox.say("there is no saved search here");
                Outcome::Stay
            }
        }
    }

    // A lane of the selected search, which stays live.
    fn lane(&self, outbox: &mut Outbox) -> Outcome {
        match self.listed.get(self.cursor.at()) {
            Some(choice) => {
                let query = choice.detail.clone();
                let taken = Taken::Lane(choice.words.clone(), query);
                Outcome::Decide(Ask::Saved, taken)
            }
            None => {
                outbox.say("there is no saved search here");
                Outcome::Stay
            }
        }
    }

    fn search(&mut self) {
        let words = self.line.text().trim().to_owned();
        let typed = Typed::new(&words);
        let narrows = self.ask.narrows() && !words.is_empty();
        let new = |choice: &&Offer| !self.choices.iter().any(|one| one.is_same(choice));
        // Names that answer an older input fit only if they fit this one.
        let is_old = self.named != words;
        let fits = |name: &&Offer| !is_old || typed.in_line(&name.words).is_some();
        let names = self.names.iter().filter(new).filter(fits);
        let mut fitting: Vec<_> = self
            .choices
            .iter()
            .filter_map(|choice| match narrows {
                true => Some((Some(typed.in_line(&choice.words)?), choice)),
                false => Some((None, choice)),
            })
            .collect();
        // A stable sort: equals stay in their order.
        fitting.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        let fitting = fitting.into_iter().map(|(_, choice)| choice);
        let mut listed: Vec<Offer> = fitting.chain(names).cloned().collect();
        if let Some((typed, first)) = self.ask.typed(&words, &listed) {
            let at = if first { 0 } else { listed.len() };
            listed.insert(at, typed);
        }
        self.listed = listed;
        self.cursor = Cursor::default();
        self.cursor.fit(Items::Single(self.listed.len()), self.rows);
    }

    // What only the library knows: names that fit, how much a search finds.
    fn inquire(&mut self, outbox: &mut Outbox) {
        let words = self.ask.sought(self.line.text().trim());
        let question = if let Some(words) = words {
            Question::Names(words)
        } else if self.ask == Ask::Saved && self.choices.iter().any(|one| one.count.is_none()) {
            let searches = self.choices.iter().map(|choice| match &choice.taken {
                Taken::Search(query, among) => (query.clone(), *among),
                _ => Default::default(),
            });
            Question::Counts(searches.collect())
        } else {
            self.asked = None;
            if !self.names.is_empty() {
                self.names.clear();
                self.search();
            }
            return;
        };
        let ticket = outbox.ticket();
        self.asked = Some(ticket);
        outbox.ask(Effect::Study { ticket, question });
    }
}
