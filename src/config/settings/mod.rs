//! The file of settings: what a person wrote there, and on which line.
//!
//! No file is needed. What nothing is known of is a note, a wrong value is one too, and
//! the program goes on with what it would do without.

use std::io::ErrorKind as IoErrorKind;
use std::path::Path;

use toml::de::{DeTable, DeValue};

mod choice;
mod fixed;
mod free;
mod section;
#[cfg(test)]
mod tests;

pub use choice::{Bidi, Choice, Clipboard, Frames, Speech, Start, Use};
pub use fixed::{Export, Search, Terminal, Ui};
pub use free::{Named, Program, Written};
pub use section::Note;

use free::{programs, sections, strings};
use section::{Lines, Section, unknown};

/// What is set by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How the interface looks and behaves.
    pub ui: Ui,
    /// How it searches.
    pub search: Search,
    /// What is sent to the terminal.
    pub terminal: Terminal,
    /// How files are written.
    pub export: Export,
    /// Citations, in the order of their names.
    pub cite: Vec<Written>,
    /// Searches by their names.
    pub saved: Vec<Written>,
    /// Programs that an article can be handed to.
    pub commands: Vec<Program>,
    /// Commands by their keys, for each place where keys are typed.
    pub keys: Vec<Named>,
    /// Themes of a person's own: the styles of roles by their names.
    pub theme: Vec<Named>,
}

/// The sections of the file.
const SECTIONS: [&str; 9] = [
    "ui", "search", "terminal", "export", "cite", "saved", "commands", "keys", "theme",
];

impl Default for Settings {
    fn default() -> Self {
        let table = DeTable::new();
        let mut fixed = Fixed::new(&table, Lines(""));
        let (ui, search, terminal, export) = fixed.read();
        Self {
            ui,
            search,
            terminal,
            export,
            cite: Vec::new(),
            saved: Vec::new(),
            commands: Vec::new(),
            keys: Vec::new(),
            theme: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads the file at `path`; gives what it says, and one line for everything in it
    /// that could not be used.
    pub fn read(path: &Path) -> (Self, Vec<String>) {
        let name = path.display();
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == IoErrorKind::NotFound => {
                return (Self::default(), Vec::new());
            }
            Err(error) => {
                let note = format!("{name}: cannot be read ({error})");
                return (Self::default(), vec![note]);
            }
        };
        let (settings, notes) = Self::parse(&text);
        let notes = notes.into_iter().map(|note| format!("{name}: {note}"));
        (settings, notes.collect())
    }

    /// The same from the text of such a file; notes in the order of their lines.
    pub fn parse(text: &str) -> (Self, Vec<Note>) {
        let lines = Lines(text);
        let table = match DeTable::parse(text) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let message = error.message().lines().next().unwrap_or_default();
                let note = Note {
                    line: lines.of(at),
                    text: format!("{message}; nothing of the file is used"),
                };
                return (Self::default(), vec![note]);
            }
        };
        let mut notes = misplaced(&table, lines);
        let mut fixed = Fixed::new(&table, lines);
        let (ui, search, terminal, export) = fixed.read();
        notes.extend(fixed.notes());
        let section = |name| inner(&table, name);
        let settings = Self {
            ui,
            search,
            terminal,
            export,
            cite: section("cite").map_or(Vec::new(), |it| strings(it, lines, &mut notes)),
            saved: section("saved").map_or(Vec::new(), |it| strings(it, lines, &mut notes)),
            commands: section("commands").map_or(Vec::new(), |it| programs(it, lines, &mut notes)),
            keys: section("keys")
                .map_or(Vec::new(), |it| sections(("keys", it), lines, &mut notes)),
            theme: section("theme")
                .map_or(Vec::new(), |it| sections(("theme", it), lines, &mut notes)),
        };
        notes.sort_by_key(|note| note.line);
        (settings, notes)
    }

    /// A file that sets everything as it is without one.
    pub fn usual() -> String {
        let table = DeTable::new();
        let mut fixed = Fixed::new(&table, Lines(""));
        fixed.read();
        let written: Vec<String> = fixed.0.iter().map(Section::usual).collect();
        written.join("\n")
    }
}

/// The sections whose settings have names of ours.
struct Fixed<'a>([Section<'a>; 4]);

impl<'a> Fixed<'a> {
    fn new(table: &'a DeTable<'a>, lines: Lines<'a>) -> Self {
        let section = |name| Section::new(name, inner(table, name), lines);
        Self(["ui", "search", "terminal", "export"].map(section))
    }

    fn read(&mut self) -> (Ui, Search, Terminal, Export) {
        let [ui, search, terminal, export] = &mut self.0;
        (
            Ui::read(ui),
            Search::read(search),
            Terminal::read(terminal),
            Export::read(export),
        )
    }

    fn notes(self) -> impl Iterator<Item = Note> {
        self.0.into_iter().flat_map(Section::notes)
    }
}

/// The section of this name.
fn inner<'a>(table: &'a DeTable<'a>, name: &str) -> Option<&'a DeTable<'a>> {
    match table.get(name)?.get_ref() {
        DeValue::Table(table) => Some(table),
        _ => None,
    }
}

/// What stands beside the sections.
fn misplaced(table: &DeTable, lines: Lines<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    for (key, value) in table {
        let name = &**key.get_ref();
        let known = SECTIONS.contains(&name);
        if !known {
            notes.push(unknown(lines, key, "", &SECTIONS));
        } else if !matches!(value.get_ref(), DeValue::Table(_)) {
            notes.push(Note {
                line: lines.of(key.span().start),
                text: format!("{name} is a section, as in [{name}]"),
            });
        }
    }
    notes
}
