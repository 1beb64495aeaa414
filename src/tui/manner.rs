//! How a person wants to be shown things: arguments, environment and settings together.

use crate::config::{Named, Settings, Speech, Terminal, Ui, Use};

/// How a person wants to be shown things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manner {
    /// How the interface looks and behaves.
    pub ui: Ui,
    /// What is sent to the terminal.
    pub terminal: Terminal,
    /// Themes of a person's own.
    pub themes: Vec<Named>,
    /// Whether there are colours.
    pub colour: Use,
}

impl Default for Manner {
    fn default() -> Self {
        Self::of(&Settings::default())
    }
}

impl Manner {
    /// As a file of settings says.
    pub fn of(settings: &Settings) -> Self {
        Self {
            ui: settings.ui.clone(),
            terminal: settings.terminal.clone(),
            themes: settings.theme.clone(),
            colour: Use::Auto,
        }
    }

    /// Whether everything is made for a screen reader.
    pub fn is_plain(&self) -> bool {
        self.ui.mode == Speech::Plain
    }
}
