//! The choices for copying: help and menu in one.

use std::sync::LazyLock;

use super::Outcome;
use crate::app::command::{Copy, Part, Step};
use crate::app::keymap::{Key, Mode, Row, table};
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
    pub key: Key,
    /// What is copied.
    pub copy: Copy,
    /// What it does.
    pub help: &'static str,
}

/// Every choice, in the order of the key table.
static CHOICES: LazyLock<Vec<Choice>> = LazyLock::new(|| {
    let choice = |row: &Row| {
        let Part::Copy(copy) = row.command.part() else {
            return None;
        };
        Some(Choice {
            key: row.key_in(Mode::Copy)?,
            copy,
            help: row.help,
        })
    };
    table().iter().filter_map(choice).collect()
});

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
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Through(_)
            | Part::Show(_)
            | Part::Mark(_)
            | Part::Program(_) => Outcome::Foreign,
        }
    }
}
