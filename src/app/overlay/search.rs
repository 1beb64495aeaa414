//! The input that narrows the list or finds in the text.

use super::{Offers, Outcome};
use crate::app::Sought;
use crate::app::command::{Part, Step};
use crate::app::history::{History, Walk};
use crate::app::line::{Edit, Line};
use crate::model::ArticleId;

/// The input that narrows the list or finds in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchLine {
    purpose: Purpose,
    line: Line,
    walk: Walk,
    before: Before,
    offers: Offers,
}

/// What there was before, which is what one goes back to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Before {
    /// What the list was narrowed by.
    pub query: String,
    /// Which article was selected.
    pub selected: Option<ArticleId>,
    /// What was marked in the text.
    pub found: Sought,
}

/// What is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The list of articles.
    List,
    /// The quotes of all articles.
    Quotes,
    /// Everybody who is named.
    Actors,
    /// Lanes over time.
    Times,
    /// The issues that lanes are compared by.
    Topics,
    /// The text, from this byte on, which is where one goes back to.
    Text(usize),
}

impl SearchLine {
    /// An input that begins with what the list is narrowed by, or for the text empty.
    pub fn new(purpose: Purpose, before: Before) -> Self {
        let text = match purpose {
            Purpose::List
            | Purpose::Quotes
            | Purpose::Actors
            | Purpose::Topics
            | Purpose::Times => before.query.as_str(),
            Purpose::Text(_) => "",
        };
        Self {
            purpose,
            line: Line::suggesting(text, ""),
            walk: Walk::default(),
            before,
            offers: Offers::default(),
        }
    }

    /// The same, with other words typed.
    pub fn holding(self, text: &str) -> Self {
        Self {
            line: Line::of(text),
            ..self
        }
    }

    /// What is searched.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// What there was before.
    pub fn before(&self) -> &Before {
        &self.before
    }

    /// What is typed.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// The words that are offered when nothing is found.
    pub fn offers(&self) -> &Offers {
        &self.offers
    }

    /// The same, to be changed.
    pub(super) fn offers_mut(&mut self) -> &mut Offers {
        &mut self.offers
    }

    /// Types or pastes.
    pub fn insert(&mut self, text: &str) -> Outcome {
        self.line.insert(text);
        Outcome::Typed
    }

    /// Answers a command; motions that are not for the history are for what lies below.
    pub fn command(&mut self, part: Part, history: &History) -> Outcome {
        match part {
            Part::Edit(Edit::Recall) => match self.walk.search(&mut self.line, history) {
                true => Outcome::Typed,
                false => Outcome::Foreign,
            },
            Part::Edit(edit) => match self.line.edit(edit) {
                true => Outcome::Typed,
                false => Outcome::Stay,
            },
            Part::Move(motion) => match self.walk.step(motion, &mut self.line, history) {
                Some(()) => Outcome::Typed,
                None => Outcome::Foreign,
            },
            Part::Step(Step::Open) => match self.offers.first(self.line.text()) {
                Some(query) => {
                    self.line = Line::of(query);
                    Outcome::Typed
                }
                None => Outcome::Close,
            },
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
}
