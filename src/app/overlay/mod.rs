//! What stands in front of a screen. Only the front one has the keys.

mod commands;
mod copy;
mod finder;
mod messages;
mod offers;
mod picker;
mod save;
mod search;
mod why;

pub use commands::{Commands, Entry, Jump, Listed};
pub use copy::{Choice, CopyMenu};
pub use finder::Finder;
pub use messages::MessageList;
pub use offers::Offers;
pub use picker::{Ask, Offer, Picker, Taken, of as passages_in_words};
pub use save::Save;
pub use search::{Before, Purpose, SearchLine};
pub use why::{Why, WhyLine};

use super::command::{Copy, Toward};
use super::effect::Form;
use super::keymap::Mode;
use super::screen::Target;
use super::{Command, Sought};
use crate::search::Finding;

/// What stands in front of a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// Finds everything.
    Finder(Box<Finder>),
    /// The palette, or the list of keys.
    Commands(Commands),
    /// Narrows the list, or finds in the text.
    Search(SearchLine),
    /// The choices for copying.
    Copy(CopyMenu),
    /// What the import and the program said.
    Messages(MessageList),
    /// In which form and under which name a list is written.
    Save(Save),
    /// Why a quote has its speaker.
    Why(Box<Why>),
    /// An input above choices.
    Picker(Box<Picker>),
}

/// What an overlay wants done with itself and with what lies below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing.
    Stay,
    /// It is done.
    Close,
    /// It is done, and this is to be opened, with what was found marked.
    Open(Target, Sought),
    /// It is done, and one is asked what becomes of these.
    Marked(Vec<Finding>),
    /// It is done, and this is to be run.
    Run(Command),
    /// It is done, and one goes there.
    Jump(Jump),
    /// It is done, and this is to be copied.
    Copy(Copy),
    /// It is done, and this was chosen.
    Decide(Ask, Taken),
    /// It is done, and the list is to be written in this form under this name.
    Save(Form, String),
    /// The next quote is to be explained, or the one before.
    Explain(Toward),
    /// The input has changed.
    Typed,
    /// Nothing, because the command is none of its own.
    Foreign,
}

impl Overlay {
    /// The input above choices, if it is one.
    pub(in crate::app) fn picker(&mut self) -> Option<&mut Picker> {
        match self {
            Overlay::Picker(picker) => Some(picker),
            Overlay::Finder(_)
            | Overlay::Commands(_)
            | Overlay::Search(_)
            | Overlay::Copy(_)
            | Overlay::Messages(_)
            | Overlay::Save(_)
            | Overlay::Why(_) => None,
        }
    }

    /// The words that an input offers when nothing is found, if it may offer any.
    pub(in crate::app) fn offers(&mut self) -> Option<&mut Offers> {
        match self {
            Overlay::Finder(finder) => Some(finder.offers_mut()),
            Overlay::Search(search) => Some(search.offers_mut()),
            Overlay::Commands(_)
            | Overlay::Copy(_)
            | Overlay::Messages(_)
            | Overlay::Save(_)
            | Overlay::Why(_)
            | Overlay::Picker(_) => None,
        }
    }

    /// Who has the keys while it is in front.
    pub fn mode(&self) -> Mode {
        match self {
            Overlay::Finder(_) => Mode::Finder,
            Overlay::Commands(commands) => match commands.shows_keys() {
                true => Mode::Keys,
                false => Mode::Palette,
            },
            Overlay::Search(_) => Mode::Search,
            Overlay::Copy(_) => Mode::Copy,
            Overlay::Messages(_) => Mode::Messages,
            Overlay::Save(_) => Mode::Save,
            Overlay::Why(_) => Mode::Why,
            Overlay::Picker(picker) => match picker.ask() {
                Ask::Saved => Mode::Saved,
                ask if ask.takes_line() => Mode::Line,
                _ => Mode::Choice,
            },
        }
    }
}
