//! What stands in front of a screen. Only the front one has the keys.

mod commands;
mod copy;
mod finder;
mod messages;
mod save;
mod search;
mod why;

pub use commands::{Commands, Entry, Jump, Listed};
pub use copy::{Choice, CopyMenu};
pub use finder::Finder;
pub use messages::MessageList;
pub use save::Save;
pub use search::{Before, Purpose, SearchLine};
pub use why::{Why, WhyLine};

use super::command::{Copy, Toward};
use super::effect::Form;
use super::keymap::Mode;
use super::screen::Target;
use super::{Command, Sought};

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
    /// It is done, and this is to be run.
    Run(Command),
    /// It is done, and one goes there.
    Jump(Jump),
    /// It is done, and this is to be copied.
    Copy(Copy),
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
        }
    }
}
