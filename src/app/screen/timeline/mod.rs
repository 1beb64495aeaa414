//! Screen 5: how often lanes speak, over time.

mod cells;
mod grid;
mod written;

pub use cells::{Cell, Shown};
pub use grid::Grid;

use super::{Wish, beside};
use crate::app::answer::TimeRow;
use crate::app::command::{Lanes, Pane, Part, Step, Through, Toward};
use crate::app::effect::{Question, Voices};
use crate::app::list::{Cursor, Items, next_of};
use crate::app::outbox::Outbox;
use crate::app::place::TimelinePlace;
use crate::app::shape::{LaneLayout, Window, lanes as lay_out};
use crate::app::{Effect, Ticket};
use crate::search::Unit;
use crate::study::{Days, Measure, Timeline as Counts, by_unit};

/// Screen 5: rows are lanes, columns are times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// What every row is narrowed by.
    query: String,
    /// The lanes of Compare, as titles and queries; without any, who speaks most.
    lanes: Vec<(String, String)>,
    shown: Shown,
    unit: Unit,
    /// Whether each row has a scale of its own.
    own_scale: bool,
    /// The answer that is waited for.
    asked: Option<Ticket>,
    /// Whether what is shown may be old.
    stale: bool,
    rows: Vec<TimeRow>,
    notes: Vec<String>,
    counts: Counts,
    /// Everything that was counted in each row.
    totals: Vec<usize>,
    /// The largest number of each row at a time.
    highest: Vec<usize>,
    cursor: Cursor,
    /// The time one stands at; after the last one, what has no date.
    at: usize,
    /// The first time on screen.
    left: usize,
    /// The row and the time, from the end, that one comes back to.
    kept: Option<(Option<String>, usize)>,
    layout: LaneLayout,
    grid: Grid,
}

impl Default for Timeline {
    fn default() -> Self {
        Self {
            query: String::new(),
            lanes: Vec::new(),
            shown: Shown::Quotes,
            unit: Unit::Month,
            own_scale: false,
            asked: None,
            stale: true,
            rows: Vec::new(),
            notes: Vec::new(),
            counts: Counts::default(),
            totals: Vec::new(),
            highest: Vec::new(),
            cursor: Cursor::default(),
            at: 0,
            left: 0,
            kept: None,
            layout: lay_out(Window::new(0, 0), 1),
            grid: Grid::default(),
        }
    }
}

impl Timeline {
    /// The rows from top to bottom.
    pub fn rows(&self) -> &[TimeRow] {
        &self.rows
    }

    /// What is counted.
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Cursor and scroll over the rows.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The first time on screen.
    pub fn left(&self) -> usize {
        self.left
    }

    /// The time one stands at; after the last one, what has no date.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Where everything lies.
    pub fn layout(&self) -> &LaneLayout {
        &self.layout
    }

    /// How the counts lie in their pane.
    pub fn grid(&self) -> Grid {
        self.grid
    }

    /// What every row is narrowed by.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Every query by which something is counted.
    pub fn queries(&self) -> impl Iterator<Item = &str> {
        let lanes = self.lanes.iter().map(|(_, query)| query.as_str());
        std::iter::once(self.query.as_str()).chain(lanes)
    }

    /// What the search says about the query.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Whether an answer is outstanding.
    pub fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    /// Whether the rows are the lanes of Compare.
    pub fn is_of_lanes(&self) -> bool {
        !self.lanes.is_empty()
    }

    /// Who speaks on the row one stands at, where rows are no lanes yet.
    pub fn voice(&self) -> Option<&str> {
        let row = self.rows.get(self.cursor.at())?;
        Some(&*row.title).filter(|_| !self.is_of_lanes())
    }

    /// What the cells show, and by which time.
    pub fn order(&self) -> String {
        let scale = if self.own_scale { ", own scales" } else { "" };
        format!("{} by {}{scale}", self.shown.word(), self.unit.word())
    }

    /// Lays everything out anew.
    pub fn resize(&mut self, window: Window) {
        self.layout = lay_out(window, 1);
        self.fit();
    }

    /// Is shown from now on, for these lanes; asks for what it may have missed.
    pub fn enter(&mut self, lanes: Vec<(String, String)>, outbox: &mut Outbox) {
        if self.lanes != lanes {
            self.lanes = lanes;
            self.stale = true;
        }
        if self.stale {
            self.ask(outbox);
        }
    }

    /// The library has changed; asks anew if it is `shown`.
    pub fn change(&mut self, shown: bool, outbox: &mut Outbox) {
        self.stale = true;
        if shown {
            self.ask(outbox);
        }
    }

    /// Narrows every row; the old ones stay until the answer comes.
    pub fn narrow(&mut self, query: &str, outbox: &mut Outbox) {
        if query != self.query {
            query.clone_into(&mut self.query);
            self.ask(outbox);
        }
    }

    /// Is narrowed by `query` when it is shown next.
    pub fn expect(&mut self, query: String) {
        if query != self.query {
            self.query = query;
            self.stale = true;
        }
    }

    /// Takes the query away; returns whether there was one.
    pub fn clear(&mut self, outbox: &mut Outbox) -> bool {
        let narrowed = !self.query.is_empty();
        self.narrow("", outbox);
        narrowed
    }

    /// Takes the answer to a question, unless it is old.
    pub fn counted(&mut self, ticket: Ticket, rows: Vec<TimeRow>, notes: Vec<String>) {
        if self.asked.take_if(|asked| *asked == ticket).is_none() {
            return;
        }
        let here = self.rows.get(self.cursor.at()).map(|row| &row.title);
        let mut rows = rows;
        if !self.is_of_lanes() && self.shown.measure() != Measure::Quotes {
            // Those who say most stand by quotes: by words or articles it is others.
            let total = |row: &TimeRow| row.days.dated.values().sum::<usize>() + row.days.undated;
            rows.sort_by_cached_key(|row| std::cmp::Reverse(total(row)));
        }
        let kept = self.kept.as_ref().and_then(|(title, _)| title.as_ref());
        let titled = |title: Option<&str>| rows.iter().position(|row| Some(&*row.title) == title);
        let same = titled(kept.map(String::as_str)).or(titled(here.map(|title| &**title)));
        (self.rows, self.notes) = (rows, notes);
        self.cursor.go(same.unwrap_or(0), self.items(), 1);
        self.sum();
        if let Some((_, after)) = self.kept {
            self.at = self.counts.columns.len().saturating_sub(after);
            self.fit();
        }
    }

    /// Where one is.
    pub fn keep(&self) -> TimelinePlace {
        let here = self.rows.get(self.cursor.at());
        let (row, after) = self.kept.clone().unwrap_or((
            here.map(|row| row.title.to_string()),
            self.counts.columns.len().saturating_sub(self.at),
        ));
        TimelinePlace {
            query: self.query.clone(),
            shown: Some(self.shown),
            unit: Some(self.unit),
            own_scale: self.own_scale,
            row,
            after,
        }
    }

    /// Comes back to where one was, once it is shown.
    pub fn resume(&mut self, place: &TimelinePlace) {
        place.query.clone_into(&mut self.query);
        self.shown = place.shown.unwrap_or(self.shown);
        self.unit = place.unit.unwrap_or(self.unit);
        self.own_scale = place.own_scale;
        self.kept = place
            .row
            .is_some()
            .then(|| (place.row.clone(), place.after));
        self.stale = true;
    }

    /// Drops a question that could not be answered; returns whether it was asked here.
    pub fn failed(&mut self, ticket: Ticket) -> bool {
        let asked = self.asked.take_if(|asked| *asked == ticket).is_some();
        // Whoever comes again asks again.
        self.stale |= asked;
        asked
    }

    /// Goes to the `nth` row, from 1.
    pub fn jump(&mut self, number: usize) {
        let (items, rows) = (self.items(), self.grid.lanes);
        self.cursor.go(number.saturating_sub(1), items, rows);
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part, outbox: &mut Outbox) -> Wish {
        self.kept = None;
        match part {
            Part::Move(motion) => {
                let before = self.cursor.at();
                self.cursor.step(motion, self.items(), self.grid.lanes);
                if self.cursor.at() == before {
                    outbox.say(match (self.rows.is_empty(), motion.is_down()) {
                        (true, _) => "nobody is counted",
                        (false, true) => "last row",
                        (false, false) => "first row",
                    });
                }
            }
            Part::Pane(Pane::Left | Pane::Previous) => self.go(Toward::Previous, outbox),
            Part::Pane(Pane::Right | Pane::Next) => self.go(Toward::Next, outbox),
            Part::Through(Through::Hits(toward)) => self.seek(toward, outbox),
            Part::Lanes(lanes) => return self.change_cells(lanes, outbox),
            Part::Step(Step::Open) => return self.open(outbox),
            Part::Step(Step::Back) => return Wish::Back,
            Part::Step(_)
            | Part::Mark(_)
            | Part::Select(_)
            | Part::Through(_)
            | Part::Screen(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Show(_)
            | Part::Copy(_)
            | Part::Program(_) => return Wish::Foreign,
        }
        Wish::Stay
    }

    fn change_cells(&mut self, lanes: Lanes, outbox: &mut Outbox) -> Wish {
        match lanes {
            Lanes::Coarser => self.change_unit(true, outbox),
            Lanes::Finer => self.change_unit(false, outbox),
            Lanes::Measure => self.measure_next(outbox),
            Lanes::OwnScale => {
                self.own_scale = !self.own_scale;
                outbox.say(match self.own_scale {
                    true => "each row has a scale of its own",
                    false => "one scale for all rows",
                });
            }
            Lanes::CopyRow => return self.copied(outbox),
            Lanes::Add
            | Lanes::MoveLeft
            | Lanes::MoveRight
            | Lanes::Close
            | Lanes::Differences
            | Lanes::Align => return Wish::Foreign,
        }
        Wish::Stay
    }

    fn change_unit(&mut self, coarser: bool, outbox: &mut Outbox) {
        match beside(self.unit, coarser) {
            Ok(unit) => {
                self.change_to(unit);
                outbox.say(self.order());
            }
            Err(refusal) => outbox.say(refusal),
        }
    }

    fn measure_next(&mut self, outbox: &mut Outbox) {
        let before = self.shown.measure();
        self.shown = next_of(&Shown::ALL, self.shown);
        self.measure();
        outbox.say(format!("{}; {{measure}} goes on", self.order()));
        // A share is made of what is there.
        if self.shown.measure() != before {
            self.ask(outbox);
        }
    }

    fn open(&self, outbox: &mut Outbox) -> Wish {
        match self.here().filter(|cell| cell.count > 0) {
            Some(cell) => Wish::Quotes(cell.query()),
            None => {
                outbox.say("nothing was said then");
                Wish::Stay
            }
        }
    }

    fn ask(&mut self, outbox: &mut Outbox) {
        let ticket = outbox.ticket();
        self.asked = Some(ticket);
        self.stale = false;
        let (query, measure) = (self.query.clone(), self.shown.measure());
        let voices = match self.lanes.is_empty() {
            true => Voices::Most(query),
            false => Voices::Lanes(self.lanes.clone(), query),
        };
        let question = Question::Times { voices, measure };
        outbox.ask(Effect::Study { ticket, question });
    }

    fn items(&self) -> Items<'static> {
        Items::Single(self.rows.len())
    }

    // One stays at the same time, or begins at the newest one at which the row speaks.
    fn sum(&mut self) {
        let before = self.counts.columns.get(self.at).cloned();
        let days: Vec<Days> = self.rows.iter().map(|row| row.days.clone()).collect();
        self.counts = by_unit(&days, self.unit);
        self.measure();
        let times = &self.counts.columns;
        let same = before.and_then(|time| times.iter().position(|other| *other == time));
        let newest = times.len().saturating_sub(1);
        self.at = same.or(self.last_said()).unwrap_or(newest);
        self.fit();
    }
}
