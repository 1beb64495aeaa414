//! What a click means: the keys that do the same, so that nothing can be reached by the
//! mouse only.

use super::keymap::Key;
use super::screen::{Focus, Screen};
use super::{Action, App, Command};

/// What stands at a place of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A pane of the articles, where no row is.
    Pane(Focus),
    /// A row of a list.
    Row {
        /// In which pane of the articles.
        pane: Option<Focus>,
        /// So many rows below the selected one; above it below zero.
        down: isize,
        /// So many lanes right of the selected one.
        right: isize,
    },
    /// A line of the text.
    Text {
        /// Which line of the sheet.
        line: usize,
        /// In which column.
        column: usize,
    },
    /// The article beside a list, or below it.
    Side,
    /// What a key does, so many times.
    Press(Key, usize),
    /// Nothing, and nothing that lies below it.
    Nothing,
}

/// What is done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// The button goes down.
    Press,
    /// It goes down again at the same place.
    Again,
    /// The pointer moves while the button is held.
    Drag,
    /// The wheel turns up.
    WheelUp,
    /// The wheel turns down.
    WheelDown,
}

impl Target {
    /// The same, so many columns from its left edge.
    #[must_use]
    pub fn at(self, columns: usize) -> Self {
        match self {
            Target::Text { line, .. } => Target::Text {
                line,
                column: columns,
            },
            Target::Pane(_)
            | Target::Row { .. }
            | Target::Side
            | Target::Press(..)
            | Target::Nothing => self,
        }
    }
}

/// Lines that the wheel moves.
const WHEEL: usize = 3;

impl App {
    /// Does what a touch of `target` means.
    pub(super) fn touched(&mut self, target: Target, touch: Touch) {
        let pane = match target {
            Target::Pane(pane) => Some(pane),
            Target::Row { pane, .. } => pane,
            Target::Text { .. } => Some(Focus::Reader),
            Target::Side | Target::Press(..) | Target::Nothing => None,
        };
        let pane = pane.filter(|_| self.has_panes());
        let (side, before) = (self.side_of(target), self.is_on_side());
        // As with panes: what is under the pointer is what is meant.
        side.into_iter().for_each(|side| self.look_at_side(side));
        match touch {
            Touch::WheelUp => self.wheel(pane, Command::Up),
            Touch::WheelDown => self.wheel(pane, Command::Down),
            Touch::Press => self.press(pane, target),
            Touch::Drag => self.drag(target),
            // The first press has selected it.
            Touch::Again => match target {
                Target::Row { .. } => self.repeated(Command::Open, 1),
                // Also where it begins a mark anew.
                Target::Press(..) | Target::Text { .. } => self.press(pane, target),
                Target::Pane(_) | Target::Side | Target::Nothing => self.let_go(),
            },
        }
        if matches!(touch, Touch::WheelUp | Touch::WheelDown | Touch::Drag) && side.is_some() {
            self.look_at_side(before);
        }
    }

    // Of a list with an article beside it: whether that is the article.
    fn side_of(&self, target: Target) -> Option<bool> {
        let halves = matches!(self.screen(), Screen::Quotes | Screen::Basket);
        match target {
            Target::Row { .. } => Some(false),
            Target::Side => Some(true),
            Target::Pane(_) | Target::Text { .. } | Target::Press(..) | Target::Nothing => None,
        }
        .filter(|_| halves && self.overlays().is_empty())
    }

    fn has_panes(&self) -> bool {
        self.screen() == Screen::Articles && self.overlays().is_empty()
    }

    fn wheel(&mut self, pane: Option<Focus>, command: Command) {
        let before = self.articles().focus();
        // What is under the pointer moves, whatever has the keys.
        pane.into_iter().for_each(|pane| self.look_at_pane(pane));
        self.repeated(command, WHEEL);
        if pane.is_some() {
            self.look_at_pane(before);
        }
    }

    fn press(&mut self, pane: Option<Focus>, target: Target) {
        self.let_go();
        pane.into_iter().for_each(|pane| self.look_at_pane(pane));
        match target {
            Target::Row { down, right, .. } => {
                self.towards(down, Command::Up, Command::Down);
                self.towards(right, Command::PaneLeft, Command::PaneRight);
            }
            Target::Press(key, times) => {
                if let Some(Action::Command(command)) = self.keymap().lookup(self.mode(), key) {
                    self.repeated(command, times);
                }
            }
            Target::Text { line, column } => self.hold(line, column),
            Target::Pane(_) | Target::Side | Target::Nothing => {}
        }
    }

    // From the letter that was pressed to the one under the pointer.
    fn drag(&mut self, target: Target) {
        if let Target::Text { line, column } = target
            && self.has_panes()
        {
            self.select_to(line, column);
        }
    }

    fn towards(&mut self, by: isize, back: Command, on: Command) {
        let command = if by < 0 { back } else { on };
        self.repeated(command, by.unsigned_abs());
    }

    fn repeated(&mut self, command: Command, times: usize) {
        (0..times).for_each(|_| self.command(command));
    }
}
