//! The panes of the screens that show a list and the article of its selected row.

use super::App;
use crate::app::command::{Pane, Part, Step};
use crate::app::screen::Screen;

impl App {
    /// Answers what is about the panes of a list and its article; returns whether it was.
    pub(super) fn on_halves(&mut self, part: Part) -> bool {
        match (part, self.screen) {
            (Part::Pane(pane), Screen::Quotes | Screen::Basket) => self.change_sides(pane),
            (Part::Pane(pane), Screen::Actors) => match pane {
                Pane::Left | Pane::Right | Pane::Next | Pane::Previous => return false,
                Pane::Zoom | Pane::Grow | Pane::Shrink | Pane::Widen | Pane::Narrow
                    if self.actors.person().is_none() =>
                {
                    self.outbox.say("this list has all of the screen");
                }
                Pane::Zoom | Pane::Grow | Pane::Shrink | Pane::Widen | Pane::Narrow => {
                    self.change_sides(pane);
                }
            },
            (Part::Move(motion), Screen::Quotes | Screen::Basket) if self.sides.on_preview => {
                let moved = match self.screen {
                    Screen::Quotes => self.quotes.scroll(motion),
                    _ => self.basket.scroll(motion),
                };
                if !moved {
                    self.outbox.say(match motion.is_down() {
                        true => "end of the article; {next-pane} leads back to the list",
                        false => "start of the article",
                    });
                }
            }
            (Part::Step(Step::Back), Screen::Quotes | Screen::Basket | Screen::Actors) => {
                return self.sides.back();
            }
            _ => return false,
        }
        true
    }

    fn change_sides(&mut self, pane: Pane) {
        if let Err(refusal) = self.sides.change(pane, self.window) {
            self.outbox.say(refusal);
        }
    }

    /// Whether the article beside a list has the keys that move.
    pub(in crate::app) fn is_on_side(&self) -> bool {
        self.sides.on_preview
    }

    /// Gives those keys to the article beside a list, or to the list.
    pub(in crate::app) fn look_at_side(&mut self, on_preview: bool) {
        self.sides.on_preview = on_preview;
    }

    /// Beside a list without rows there is no article that could have the keys, or the
    /// screen.
    pub(super) fn leave_empty_side(&mut self) {
        let list = match self.screen {
            Screen::Quotes => self.quotes.list(),
            Screen::Basket => self.basket.list(),
            Screen::Articles | Screen::Actors | Screen::Compare | Screen::Timeline => return,
        };
        self.sides.on_preview &= list.selected().is_some();
    }

    /// On another screen one stands in its list, and all panes are shown.
    pub(super) fn settle_sides(&mut self) {
        self.sides.back();
        self.sides.on_preview = false;
    }
}
