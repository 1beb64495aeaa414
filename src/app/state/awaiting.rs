//! What has been asked for and is not there yet.

use super::App;
use crate::app::Action;
use crate::app::command::Command;
use crate::app::screen::Screen;

impl App {
    /// Whether `action` is for rows of the screen in front that are still on their way: it
    /// would act on rows that nobody has seen.
    pub fn waits_for_rows(&self, action: Option<&Action>) -> bool {
        self.overlays.is_empty() && self.is_waiting() && !action.is_some_and(needs_no_rows)
    }

    /// Whether an answer is outstanding for the list of the screen in front.
    pub fn is_waiting(&self) -> bool {
        match self.screen {
            Screen::Articles => self.articles.listing().is_waiting(),
            Screen::Quotes => self.quotes.is_waiting(),
            Screen::Actors => self.actors.is_waiting(),
            Screen::Compare => self.compare.is_waiting(),
            Screen::Timeline => self.timeline.is_waiting(),
            Screen::Basket => self.basket.is_waiting(),
        }
    }
}

/// Whether this needs no rows: it ends, or goes elsewhere.
fn needs_no_rows(action: &Action) -> bool {
    use Command as C;
    matches!(
        action,
        Action::Command(
            C::Interrupt
                | C::Quit
                | C::Suspend
                | C::Redraw
                | C::Articles
                | C::Quotes
                | C::Actors
                | C::Compare
                | C::Timeline
                | C::Basket
        )
    )
}
