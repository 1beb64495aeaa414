//! The choices for copying: help and menu in one.

use super::Outcome;
use crate::app::command::{Copy, Part, Step};
use crate::app::list::{Cursor, Items};

/// The choices for copying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CopyMenu {
    cursor: Cursor,
}

/// One choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The key that takes it.
    pub key: &'static str,
    /// What is copied.
    pub copy: Copy,
    /// What it says.
    pub label: &'static str,
}

/// Every choice, the most useful one first.
const CHOICES: [Choice; 4] = [
    Choice {
        key: "y",
        copy: Copy::Quote,
        label: "the quote with its citation",
    },
    Choice {
        key: "q",
        copy: Copy::Words,
        label: "the words of the quote alone",
    },
    Choice {
        key: "i",
        copy: Copy::Span,
        label: "the id of the article and the span of the quote",
    },
    Choice {
        key: "a",
        copy: Copy::Citation,
        label: "the citation of the article",
    },
];

impl CopyMenu {
    /// Every choice.
    pub fn choices(&self) -> &'static [Choice] {
        &CHOICES
    }

    /// Which one is selected.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part) -> Outcome {
        match part {
            Part::Copy(copy) => Outcome::Copy(copy),
            Part::Move(motion) => {
                let items = Items::Single(CHOICES.len());
                self.cursor.step(motion, items, CHOICES.len());
                Outcome::Stay
            }
            Part::Step(Step::Open) => {
                let choice = CHOICES.get(self.cursor.at());
                choice.map_or(Outcome::Close, |choice| Outcome::Copy(choice.copy))
            }
            Part::Step(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Through(_)
            | Part::Show(_)
            | Part::Program(_) => Outcome::Foreign,
        }
    }
}
