//! The choices for copying: help and menu in one.

use super::Outcome;
use crate::app::command::{Copy, Part, Step};
use crate::app::keymap::{Key, Keymap, Mode, Row};
use crate::app::list::{Cursor, Items};

/// The choices for copying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyMenu {
    choices: Vec<Choice>,
    cursor: Cursor,
    rows: usize,
}

/// One choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The key that takes it.
    pub key: Key,
    /// What is copied.
    pub copy: Copy,
    /// What it does.
    pub help: &'static str,
    /// Why there is nothing to copy, when there is not.
    pub refused: Option<&'static str>,
}

impl CopyMenu {
    /// Every choice, in the order of the key table; `refused` tells of each why there
    /// is nothing to copy.
    pub fn new(keys: Keymap, refused: impl Fn(Copy) -> Option<&'static str>) -> Self {
        let choice = |row: &Row| {
            let Part::Copy(copy) = row.command.part() else {
                return None;
            };
            Some(Choice {
                key: row.key_in(Mode::Copy)?,
                copy,
                help: row.help,
                refused: refused(copy),
            })
        };
        let choices: Vec<Choice> = keys.rows().iter().filter_map(choice).collect();
        Self {
            rows: choices.len(),
            choices,
            cursor: Cursor::default(),
        }
    }

    /// Every choice.
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// Cursor and scroll.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Has other room from now on.
    pub fn resize(&mut self, rows: usize) {
        self.rows = rows;
        self.cursor.fit(Items::Single(self.choices.len()), rows);
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part) -> Outcome {
        match part {
            Part::Copy(copy) => Outcome::Copy(copy),
            Part::Move(motion) => {
                let items = Items::Single(self.choices.len());
                self.cursor.step(motion, items, self.rows);
                Outcome::Stay
            }
            Part::Step(Step::Open) => {
                let choice = self.choices.get(self.cursor.at());
                choice.map_or(Outcome::Close, |choice| Outcome::Copy(choice.copy))
            }
            Part::Step(_)
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Through(_)
            | Part::Show(_)
            | Part::Mark(_)
            | Part::Select(_)
            | Part::Program(_) => Outcome::Foreign,
        }
    }
}
