//! What a person set once, for every library.

use super::keymap::Keymap;
use super::screen::LONGEST_LINE;
use crate::export::Templates;

/// What a person set once, for every library.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preferences {
    /// How a quote is cited when it is copied.
    pub cite: Templates,
    /// Which key does what.
    pub keys: Keymap,
    /// Searches of the file of settings, as names and queries.
    pub saved: Vec<(String, String)>,
    /// Programs that take an article.
    pub programs: Vec<Outside>,
    /// How things are shown.
    pub look: Look,
}

/// A program that takes an article on its standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// What the person calls it.
    pub name: String,
    /// The program and its arguments.
    pub words: Vec<String>,
}

/// How a person wants to be shown things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// For a screen reader: one pane at a time, labels before values.
    pub plain: bool,
    /// Whether the last line names keys.
    pub hints: bool,
    /// The longest line of text, in cells.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            plain: false,
            hints: true,
            width: LONGEST_LINE,
        }
    }
}
