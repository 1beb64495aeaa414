//! The screens: what stands in their panes and what their commands do.

mod actors;
mod articles;
mod basket;
mod compare;
mod listing;
mod passages;
mod preview;
mod profile;
mod quotes;
mod rail;
mod reader;
mod sheet;
mod timeline;

pub use actors::Actors;
pub use articles::{Articles, LOOKING, Target, Where};
pub use basket::Basket;
pub use compare::{Align, Band, Cell, Compare, LINES, Lane, Rows};
pub use listing::Listing;
pub use passages::{Line, Passages};
pub use preview::Preview;
pub use profile::{Person, ProfileTab, head_of};
pub use quotes::Quotes;
pub use rail::{Listed, Rail, Words};
pub use reader::{Reader, paragraph as paragraph_of, told as deceit};
pub use sheet::{LONGEST_LINE, LineKind, Sheet, TextLine, indent};
pub use timeline::{Cell as TimeCell, Grid, Shown, Timeline};

use serde::{Deserialize, Serialize};

use super::{Sought, Who};
use crate::search::Unit;

/// A screen; the digit of each is told by [`Screen::digit`].
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[allow(missing_docs, reason = "each has its word in `name`")]
pub enum Screen {
    #[default]
    Articles,
    Quotes,
    Actors,
    Compare,
    Basket,
    Timeline,
}

impl Screen {
    /// Every screen, in the order of the digits.
    pub const ALL: [Screen; 6] = [
        Screen::Articles,
        Screen::Quotes,
        Screen::Actors,
        Screen::Compare,
        Screen::Timeline,
        Screen::Basket,
    ];

    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Screen::Articles => "Articles",
            Screen::Quotes => "Quotes",
            Screen::Actors => "Actors",
            Screen::Compare => "Compare",
            Screen::Basket => "Basket",
            Screen::Timeline => "Timeline",
        }
    }

    /// Its digit.
    pub fn digit(self) -> &'static str {
        match self {
            Screen::Articles => "1",
            Screen::Quotes => "2",
            Screen::Actors => "3",
            Screen::Compare => "4",
            Screen::Basket => "6",
            Screen::Timeline => "5",
        }
    }
}

/// The next coarser unit of time, or the next finer one.
///
/// # Errors
/// A line for the person when there is none.
fn beside(unit: Unit, coarser: bool) -> Result<Unit, &'static str> {
    Ok(match (unit, coarser) {
        (Unit::Day, true) | (Unit::Month, false) => Unit::Week,
        (Unit::Week, true) | (Unit::Year, false) => Unit::Month,
        (Unit::Month, true) => Unit::Year,
        (Unit::Week, false) => Unit::Day,
        (Unit::Year, true) => return Err("nothing is coarser than a year"),
        (Unit::Day, false) => return Err("nothing is finer than a day"),
    })
}

/// What a screen wants beyond itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Nothing.
    Stay,
    /// One step back.
    Back,
    /// All about somebody.
    Profile(Who),
    /// The quotes that this query finds.
    Quotes(String),
    /// Copies this.
    Copy(String),
    /// Goes into an article, with what was found marked.
    Open(Target, Sought),
    /// Nothing, because the command is none of its own.
    Foreign,
}

/// A pane of the screen of articles.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The text.
    Reader,
    /// The quotes of the rail.
    Quotes,
    /// The actors of the rail.
    Actors,
}

impl Focus {
    /// The panes from left to right.
    pub const ALL: [Focus; 4] = [Focus::List, Focus::Reader, Focus::Quotes, Focus::Actors];

    /// The pane on the right, if there is one.
    pub fn right(self) -> Option<Focus> {
        match self {
            Focus::List => Some(Focus::Reader),
            Focus::Reader => Some(Focus::Quotes),
            Focus::Quotes => Some(Focus::Actors),
            Focus::Actors => None,
        }
    }

    /// The pane on the left, if there is one.
    pub fn left(self) -> Option<Focus> {
        match self {
            Focus::List => None,
            Focus::Reader => Some(Focus::List),
            Focus::Quotes => Some(Focus::Reader),
            Focus::Actors => Some(Focus::Quotes),
        }
    }
}

/// Which half of the rail is shown where there is room for one.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Tab {
    /// The quotes.
    #[default]
    Quotes,
    /// The actors.
    Actors,
}
