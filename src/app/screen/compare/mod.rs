//! Screen 4: two to four lanes of quotes side by side.

mod lanes;
mod rows;
mod written;

pub use rows::{Band, Cell, LINES, Rows};

use serde::{Deserialize, Serialize};

use super::{Target, Wish};
use crate::app::command::{Lanes, Pane, Part, Step, Toward};
use crate::app::effect::Question;
use crate::app::outbox::Outbox;
use crate::app::place::ComparePlace;
use crate::app::shape::{LaneLayout, Window, lanes as lay_out};
use crate::app::{Effect, Sought, Ticket};
use crate::model::{ArticleId, Span};
use crate::search::Unit;
use crate::study::{Alignment, Quotations, QuoteRow, Spoken};

/// Screen 4: lanes of quotes side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compare {
    lanes: Vec<Lane>,
    /// Terms, parted by commas.
    topics: String,
    align: Align,
    unit: Unit,
    differences: bool,
    /// The answer that is waited for.
    asked: Option<Ticket>,
    /// Whether what is shown may be old.
    stale: bool,
    rows: Rows,
    /// The lane that has the keys.
    here: usize,
    /// The row that one comes back to once it is there.
    kept: Option<usize>,
    layout: LaneLayout,
}

/// A query with a title, and what it finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// What stands above it.
    pub title: String,
    /// In the grammar of the search.
    pub query: String,
    /// What it finds, newest first.
    pub found: Quotations,
}

/// What stands on one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Align {
    /// Quotes that hold the same term.
    Issue,
    /// Quotes of the same time.
    Date,
    /// Quotes of one utterance.
    Words,
    /// The first, the second, and so on.
    List,
}

/// Lanes at most: more cannot be read side by side.
pub const LANES: usize = 4;

impl Default for Compare {
    fn default() -> Self {
        Self {
            lanes: Vec::new(),
            topics: String::new(),
            align: Align::List,
            unit: Unit::Month,
            differences: true,
            asked: None,
            stale: false,
            rows: Rows::default(),
            here: 0,
            kept: None,
            layout: lay_out(Window::new(0, 0), 0),
        }
    }
}

impl Align {
    const ALL: [Align; 4] = [Align::Issue, Align::Date, Align::Words, Align::List];
}

impl Compare {
    /// The lanes from left to right.
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// What stands side by side.
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// Where everything lies.
    pub fn layout(&self) -> &LaneLayout {
        &self.layout
    }

    /// The lane that has the keys.
    pub fn here(&self) -> usize {
        self.here
    }

    /// The first lane on screen.
    pub fn first(&self) -> usize {
        let shown = self.layout.lanes.len().max(1);
        let last = self.lanes.len().saturating_sub(shown);
        (self.here + 1).saturating_sub(shown).min(last)
    }

    /// The terms of the rows, parted by commas.
    pub fn topics(&self) -> &str {
        &self.topics
    }

    /// Whether an answer is outstanding.
    pub fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    /// Whether words that differ are marked: only where the same words stand side by side.
    pub fn marks_differences(&self) -> bool {
        self.differences && self.align == Align::Words
    }

    /// How the rows are made, in words.
    pub fn order(&self) -> String {
        match self.align {
            Align::Issue => format!("by issue: {}", self.topics),
            Align::Date => format!("by {}", self.unit.word()),
            Align::Words => "by same words".to_owned(),
            Align::List => "newest first".to_owned(),
        }
    }

    /// The quote one stands at.
    pub fn selected(&self) -> Option<&Spoken> {
        self.spoken(self.rows.band()?, self.here)
    }

    /// The quote of a lane in a band.
    pub fn spoken(&self, band: &Band, lane: usize) -> Option<&Spoken> {
        match band.cells.get(lane)? {
            Cell::Quote(at) => self.lanes.get(lane)?.found.utterances.get(*at),
            Cell::Nothing | Cell::Blank => None,
        }
    }

    /// Lays everything out anew.
    pub fn resize(&mut self, window: Window) {
        self.layout = lay_out(window, self.lanes.len());
        let height = self.layout.rows();
        let inner = self.layout.columns();
        if self.rows.resize(inner, height) {
            self.measure();
        }
    }

    /// Is shown from now on; asks for what it may have missed.
    pub fn enter(&mut self, outbox: &mut Outbox) {
        if self.stale && !self.lanes.is_empty() {
            self.ask(outbox);
        }
    }

    /// The library has changed; asks anew if it is `shown`.
    pub fn change(&mut self, shown: bool, outbox: &mut Outbox) {
        self.stale = true;
        if shown {
            self.enter(outbox);
        }
    }

    /// Makes rows of other terms.
    pub fn set_topics(&mut self, topics: &str) {
        topics.clone_into(&mut self.topics);
        self.align = match topics.trim().is_empty() {
            true if self.align == Align::Issue => Align::List,
            true => self.align,
            false => Align::Issue,
        };
        self.arrange();
    }

    /// Takes the terms away; returns whether there were any.
    pub fn clear(&mut self) -> bool {
        let had = !self.topics.is_empty();
        if had {
            self.set_topics("");
        }
        had
    }

    /// Takes the answer to a question, unless it is old.
    pub fn compared(&mut self, ticket: Ticket, found: Vec<Quotations>) {
        if self.asked.take_if(|asked| *asked == ticket).is_none() {
            return;
        }
        let before = self.rows.cursor().at();
        let quote = self.selected().map(|spoken| key(&spoken.first));
        for (lane, found) in self.lanes.iter_mut().zip(found) {
            lane.found = found;
        }
        self.arrange();
        let is_it = |band: &Band| {
            let spoken = self.spoken(band, self.here);
            quote.is_some() && spoken.map(|spoken| key(&spoken.first)) == quote
        };
        // One stays at the quote, else at the row.
        let same = self.rows.bands().iter().position(is_it);
        self.rows.go(self.kept.or(same).unwrap_or(before));
    }

    /// Where one is.
    pub fn keep(&self) -> ComparePlace {
        let lanes = self.lanes.iter();
        ComparePlace {
            lanes: lanes
                .map(|lane| (lane.title.clone(), lane.query.clone()))
                .collect(),
            topics: self.topics.clone(),
            align: Some(self.align),
            unit: Some(self.unit),
            without_differences: !self.differences,
            here: self.here,
            row: self.kept.unwrap_or(self.rows.cursor().at()),
        }
    }

    /// Comes back to where one was, once it is shown.
    pub fn resume(&mut self, place: &ComparePlace) {
        let lanes = place.lanes.iter().take(LANES);
        self.lanes = lanes
            .map(|(title, query)| Lane {
                title: title.clone(),
                query: query.clone(),
                found: Quotations::default(),
            })
            .collect();
        place.topics.clone_into(&mut self.topics);
        self.align = place.align.unwrap_or(self.align);
        self.unit = place.unit.unwrap_or(self.unit);
        self.differences = !place.without_differences;
        self.here = place.here.min(self.lanes.len().saturating_sub(1));
        self.kept = Some(place.row);
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
        self.rows.go(number.saturating_sub(1));
    }

    /// Goes to the next quote of the lane, or to the one before; returns whether there
    /// is one.
    pub fn step_quote(&mut self, toward: Toward) -> bool {
        let here = self.rows.cursor().at();
        let speaks = |at: &usize| {
            let band = self.rows.bands().get(*at);
            band.is_some_and(|band| self.spoken(band, self.here).is_some())
        };
        let to = match toward {
            Toward::Next => (here + 1..self.rows.bands().len()).find(speaks),
            Toward::Previous => (0..here).rev().find(speaks),
        };
        to.into_iter().for_each(|to| self.rows.go(to));
        to.is_some()
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part, outbox: &mut Outbox) -> Wish {
        self.kept = None;
        match part {
            Part::Move(motion) => {
                if !self.rows.step(motion) {
                    outbox.say(match (self.rows.bands().is_empty(), motion.is_down()) {
                        (true, _) => "there is nothing to compare yet",
                        (false, true) => "last row",
                        (false, false) => "first row",
                    });
                }
            }
            Part::Pane(Pane::Left | Pane::Previous) => self.go_lane(false, outbox),
            Part::Pane(Pane::Right | Pane::Next) => self.go_lane(true, outbox),
            Part::Lanes(lanes) => return self.change_lanes(lanes, outbox),
            Part::Step(Step::Open) => return self.open(outbox),
            Part::Step(Step::Back) => return Wish::Back,
            Part::Step(_)
            | Part::Through(_)
            | Part::Screen(_)
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

    fn change_lanes(&mut self, lanes: Lanes, outbox: &mut Outbox) -> Wish {
        match lanes {
            Lanes::MoveLeft => self.move_lane(false, outbox),
            Lanes::MoveRight => self.move_lane(true, outbox),
            Lanes::Close => self.close_lane(outbox),
            Lanes::Differences => self.toggle_differences(outbox),
            Lanes::Align => self.align_next(outbox),
            Lanes::Coarser => self.change_unit(true, outbox),
            Lanes::Finer => self.change_unit(false, outbox),
            Lanes::Add => return self.foreign_add(outbox),
            Lanes::Measure | Lanes::OwnScale => return Wish::Foreign,
            Lanes::CopyRow => return self.copied(outbox),
        }
        Wish::Stay
    }

    fn foreign_add(&self, outbox: &mut Outbox) -> Wish {
        outbox
            .say("these are lanes already; {add-lane} on a quote, an actor or an article adds one");
        Wish::Stay
    }

    fn open(&self, outbox: &mut Outbox) -> Wish {
        match self.selected() {
            Some(spoken) => Wish::Open(Target::of_quote(&spoken.first), self.sought()),
            None => {
                outbox.say("nothing is found here");
                Wish::Stay
            }
        }
    }

    // The terms are marked in what they were found in.
    fn sought(&self) -> Sought {
        match self.align {
            Align::Issue => Sought::query(&self.topics.replace(',', " | ")),
            Align::Date | Align::Words | Align::List => Sought::Nothing,
        }
    }

    fn arrange(&mut self) {
        let firsts: Vec<Vec<QuoteRow>> = self
            .lanes
            .iter()
            .map(|lane| {
                let found = lane.found.utterances.iter();
                found.map(|one| one.first.clone()).collect()
            })
            .collect();
        let alignment = match self.align {
            Align::Issue => Alignment::Issue(self.terms()),
            Align::Date => Alignment::Date(self.unit),
            Align::Words => Alignment::SameWords,
            Align::List => Alignment::List,
        };
        // A lane without any quote is told in every order.
        let finds = self.align != Align::List || firsts.iter().any(Vec::is_empty);
        self.rows.arrange(
            crate::study::align(&firsts, &alignment),
            (self.lanes.len(), finds),
        );
        self.measure();
    }

    fn terms(&self) -> Vec<String> {
        let terms = self.topics.split(',').map(str::trim);
        terms
            .filter(|term| !term.is_empty())
            .map(str::to_owned)
            .collect()
    }

    fn measure(&mut self) {
        let lanes = &self.lanes;
        self.rows.measure(|lane, at| {
            let spoken = lanes.get(lane)?.found.utterances.get(at)?;
            Some(&*spoken.first.words)
        });
    }

    fn ask(&mut self, outbox: &mut Outbox) {
        let ticket = outbox.ticket();
        self.asked = Some(ticket);
        self.stale = false;
        let lanes = self.lanes.iter().map(|lane| lane.query.clone()).collect();
        let question = Question::Lanes { lanes };
        outbox.ask(Effect::Study { ticket, question });
    }
}

/// What tells two quotes apart.
fn key(row: &QuoteRow) -> (ArticleId, Span) {
    (row.article, row.span)
}
