//! The one table of commands: name, help, group, and the keys of each mode.
//!
//! The hint line, `?`, the palette and `pullquote keys` are made from it, so
//! that none of them can lie. Knows nothing of terminals: `tui` turns what one
//! sends into a [`Key`].

mod changes;
mod elsewhere;
mod key;
mod table;

pub use changes::{Keymap, Rebinding};
pub use elsewhere::places_of;
pub use key::Key;
pub use table::table;

use super::Command;
use super::command::Part;

/// Who has the keys: a pane, or what is in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// The list of articles.
    List,
    /// The text of an article.
    Reader,
    /// The quotes of the article.
    Quotes,
    /// The actors of the article.
    Actors,
    /// The finder.
    Finder,
    /// The palette.
    Palette,
    /// The list of keys.
    Keys,
    /// The input that narrows the list or finds in the text.
    Search,
    /// The choices for copying.
    Copy,
    /// The messages.
    Messages,
    /// Why a quote has its speaker.
    Why,
    /// The quotes of all articles.
    AllQuotes,
    /// Lanes side by side.
    Compare,
    /// Everybody who is named.
    AllActors,
    /// All about one name.
    Profile,
    /// What was picked.
    Basket,
    /// A line of its own: a note, a name.
    Line,
    /// An input above choices: tags, names.
    Choice,
    /// The saved searches.
    Saved,
    /// Lanes over time.
    Timeline,
    /// The form and the name of a file.
    Save,
    /// Words of a text that are being marked.
    Selection,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Mode; 22] = [
        Mode::List,
        Mode::Reader,
        Mode::Quotes,
        Mode::Actors,
        Mode::Finder,
        Mode::Palette,
        Mode::Keys,
        Mode::Search,
        Mode::Copy,
        Mode::Messages,
        Mode::Why,
        Mode::AllQuotes,
        Mode::Compare,
        Mode::AllActors,
        Mode::Profile,
        Mode::Basket,
        Mode::Line,
        Mode::Choice,
        Mode::Saved,
        Mode::Timeline,
        Mode::Save,
        Mode::Selection,
    ];

    /// The word used in the table of keys.
    pub fn word(self) -> &'static str {
        match self {
            Mode::List => "list",
            Mode::Reader => "text",
            Mode::Quotes => "quotes",
            Mode::Actors => "actors",
            Mode::Finder => "finder",
            Mode::Palette => "palette",
            Mode::Keys => "keys",
            Mode::Search => "search",
            Mode::Copy => "copy",
            Mode::Messages => "messages",
            Mode::Why => "why",
            Mode::AllQuotes => "all quotes",
            Mode::Compare => "compare",
            Mode::AllActors => "all actors",
            Mode::Profile => "profile",
            Mode::Basket => "basket",
            Mode::Line => "line",
            Mode::Choice => "choice",
            Mode::Saved => "saved searches",
            Mode::Timeline => "timeline",
            Mode::Save => "save",
            Mode::Selection => "selection",
        }
    }

    /// Whether letters are typed rather than obeyed.
    pub fn is_input(self) -> bool {
        Modes::INPUTS.has(self)
    }
}

/// A set of modes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Modes(u32);

impl Modes {
    /// The set of one mode.
    pub const fn of(mode: Mode) -> Self {
        Self(1 << mode as u32)
    }

    /// Both sets.
    pub const fn and(self, other: Modes) -> Self {
        Self(self.0 | other.0)
    }

    /// The set without one mode.
    #[must_use]
    pub const fn without(self, mode: Mode) -> Self {
        Self(self.0 & !Modes::of(mode).0)
    }

    /// Whether `mode` is in the set.
    pub fn has(self, mode: Mode) -> bool {
        self.0 & Modes::of(mode).0 != 0
    }

    /// The quotes and the actors of the article.
    pub const RAIL: Modes = Modes::of(Mode::Quotes).and(Modes::of(Mode::Actors));
    /// The panes of a screen, with nothing in front.
    pub const PANES: Modes = Modes::of(Mode::List)
        .and(Modes::of(Mode::Reader))
        .and(Modes::RAIL);
    /// Every screen, with nothing in front.
    pub const SCREENS: Modes = Modes::PANES
        .and(Modes::of(Mode::AllQuotes))
        .and(Modes::of(Mode::AllActors))
        .and(Modes::of(Mode::Profile))
        .and(Modes::of(Mode::Basket))
        .and(Modes::of(Mode::Compare))
        .and(Modes::of(Mode::Timeline));
    /// Where one stands at a quote or an article.
    pub const SOURCES: Modes = Modes::PANES.and(Modes::of(Mode::AllQuotes));
    /// Inputs above a list.
    pub const PICKERS: Modes = Modes::of(Mode::Finder)
        .and(Modes::of(Mode::Palette))
        .and(Modes::of(Mode::Keys))
        .and(Modes::of(Mode::Choice))
        .and(Modes::of(Mode::Saved));
    /// Where letters are typed.
    pub const INPUTS: Modes = Modes::PICKERS
        .and(Modes::of(Mode::Search))
        .and(Modes::of(Mode::Line))
        .and(Modes::of(Mode::Save));
    /// Lists in front without an input.
    pub const BOXES: Modes = Modes::of(Mode::Copy)
        .and(Modes::of(Mode::Messages))
        .and(Modes::of(Mode::Why));
    /// Every mode.
    pub const ALL: Modes = Modes::SCREENS
        .and(Modes::INPUTS)
        .and(Modes::BOXES)
        .and(Modes::of(Mode::Selection));
}

/// One command of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// What happens.
    pub command: Command,
    /// The name that never changes: palette, configuration, scripts.
    pub name: &'static str,
    /// One line for a person.
    pub help: &'static str,
    /// Under which head it is listed.
    pub group: Group,
    /// Which keys do it, where.
    pub bindings: &'static [Binding],
}

/// Keys that do the same in some modes.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where.
    pub modes: Modes,
    /// The keys; the first one is shown in the hint line.
    pub keys: &'static [Key],
    /// What the hint line says.
    pub hint: Option<Hint>,
}

/// What the hint line says about a binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hint {
    /// Lower is kept longer on a narrow screen.
    pub priority: u8,
    /// One or two words.
    pub text: &'static str,
}

/// Heads of the list of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each has its words in `title`")]
pub enum Group {
    Moving,
    Screens,
    Comparing,
    Panes,
    Articles,
    Text,
    Marking,
    Finding,
    Copying,
    Typing,
    Program,
}

impl Group {
    /// The words above the group.
    pub fn title(self) -> &'static str {
        match self {
            Group::Moving => "Moving",
            Group::Screens => "Screens",
            Group::Comparing => "Comparing",
            Group::Panes => "Panes",
            Group::Articles => "Articles",
            Group::Text => "In the text",
            Group::Marking => "Marking and correcting",
            Group::Finding => "Finding",
            Group::Copying => "Copying",
            Group::Typing => "While typing",
            Group::Program => "Program",
        }
    }
}

impl Row {
    /// Keys that do it in `mode`.
    pub fn keys(&self, mode: Mode) -> impl Iterator<Item = Key> {
        self.bindings
            .iter()
            .filter(move |binding| binding.modes.has(mode))
            .flat_map(|binding| binding.keys.iter().copied())
    }

    /// Every key that does it somewhere, once each, in table order.
    pub fn all_keys(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        for &key in self.bindings.iter().flat_map(|binding| binding.keys) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// The same as they are typed: what is chosen after `y` begins with it.
    pub fn typed(&self) -> Vec<String> {
        let keys = self.all_keys().into_iter();
        let after_copy = self.places() == [Mode::Copy.word()];
        let first = if after_copy { "y" } else { "" };
        keys.map(|key| format!("{first}{key}")).collect()
    }

    /// The modes in which a key or its name does it, as words.
    pub fn places(&self) -> Vec<&'static str> {
        let bound = |mode: &Mode| self.bindings.iter().any(|binding| binding.modes.has(*mode));
        Mode::ALL
            .into_iter()
            .filter(bound)
            .map(Mode::word)
            .collect()
    }

    /// Whether it can be asked for by name in `mode`.
    pub fn is_for(&self, mode: Mode) -> bool {
        // Copying is asked for in two keys, the second of them in a box.
        let in_box = matches!(self.command.part(), Part::Copy(_)) && Modes::SCREENS.has(mode);
        // What is done seldom has a name and no key.
        let bound = self.bindings.iter();
        in_box || bound.into_iter().any(|binding| binding.modes.has(mode))
    }

    /// The key that means it in `mode`.
    pub fn key_in(&self, mode: Mode) -> Option<Key> {
        let binding = self
            .bindings
            .iter()
            .find(|binding| binding.modes.has(mode))?;
        binding.keys.first().copied()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;
    use crate::app::Action;

    fn lookup(mode: Mode, key: Key) -> Option<Action> {
        Keymap::default().lookup(mode, key)
    }

    #[test]
    fn every_command_has_one_row_with_a_name_and_a_help_line() {
        let commands: HashSet<Command> = table().iter().map(|row| row.command).collect();
        let names: HashSet<&str> = table().iter().map(|row| row.name).collect();
        assert_eq!(commands.len(), Command::COUNT);
        assert_eq!(table().len(), Command::COUNT);
        assert_eq!(names.len(), Command::COUNT);
        for row in table() {
            assert!(!row.help.is_empty(), "{}", row.name);
            assert!(
                row.name
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{}",
                row.name
            );
        }
    }

    /// Columns beside the keys in the list of keys on a screen of 80.
    const HELP: usize = 59;

    #[test]
    fn every_help_line_is_whole_on_a_screen_of_eighty_columns() {
        for row in table() {
            assert!(row.help.len() <= HELP, "{}: {}", row.name, row.help.len());
        }
    }

    #[test]
    fn no_key_does_two_things_in_one_mode() {
        for mode in Mode::ALL {
            let mut taken = HashMap::new();
            for row in table() {
                for key in row.keys(mode) {
                    let before = taken.insert(key, row.name);
                    assert_eq!(before, None, "{key} in {} does {}", mode.word(), row.name);
                }
            }
        }
    }

    #[test]
    fn no_letter_is_taken_from_an_input() {
        for mode in Mode::ALL.into_iter().filter(|mode| mode.is_input()) {
            for row in table() {
                assert!(
                    !row.keys(mode).any(|key| matches!(key, Key::Char(_))),
                    "{} takes a letter in {}",
                    row.name,
                    mode.word()
                );
            }
            assert_eq!(lookup(mode, Key::Char('q')), Some(Action::Type('q')));
        }
    }

    #[test]
    fn every_mode_can_be_left_and_gives_hints() {
        for mode in Mode::ALL {
            for (key, command) in [
                (Key::Esc, Command::Close),
                (Key::Ctrl('c'), Command::Interrupt),
                (Key::Ctrl('z'), Command::Suspend),
            ] {
                assert_eq!(lookup(mode, key), Some(Action::Command(command)));
            }
            assert!(Keymap::default().hints(mode).count() > 0, "{}", mode.word());
        }
    }
}
