//! The file of settings: what a person wrote there, and on which line.
//!
//! No file is needed. What nothing is known of is a note, a wrong value is one too, and
//! the program goes on with what it would do without.

use std::io::ErrorKind as IoErrorKind;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is set by a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Citations, in the order of their names.
    pub cite: Vec<Written>,
    /// Searches by their names, as `[saved]` has them.
    pub saved: Vec<Written>,
    /// Where files are written, as `export.directory` has it.
    pub export_directory: Option<Written>,
}

/// A value as it is written in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its key.
    pub name: String,
    /// What it says.
    pub text: String,
    /// On which line it stands, from 1.
    pub line: usize,
}

/// The sections of the file.
const SECTIONS: [&str; 3] = ["cite", "export", "saved"];

/// What can be set in the section `export`.
const DIRECTORY: &str = "directory";

impl Settings {
    /// Reads the file at `path`; gives what it says, and one line for everything in it
    /// that could not be used.
    pub fn read(path: &Path) -> (Self, Vec<String>) {
        let name = path.display();
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == IoErrorKind::NotFound => return Self::default().into(),
            Err(error) => {
                return (
                    Self::default(),
                    vec![format!("{name}: cannot be read ({error})")],
                );
            }
        };
        let (settings, notes) = Self::parse(&text);
        let notes = notes.into_iter().map(|note| format!("{name}: {note}"));
        (settings, notes.collect())
    }

    /// The same from the text of such a file.
    pub fn parse(text: &str) -> (Self, Vec<String>) {
        let line = |at: usize| text.get(..at).unwrap_or(text).matches('\n').count() + 1;
        let (mut settings, mut notes) = (Self::default(), Vec::new());
        let table = match DeTable::parse(text) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let message = error
                    .message()
                    .lines()
                    .next()
                    .unwrap_or_default()
                    .to_owned();
                return (settings, vec![format!("line {}: {message}", line(at))]);
            }
        };
        for (key, value) in &table {
            let at = line(key.span().start);
            match (&**key.get_ref(), value.get_ref()) {
                ("cite", DeValue::Table(table)) => settings.cite = strings(table, line, &mut notes),
                ("saved", DeValue::Table(table)) => {
                    settings.saved = strings(table, line, &mut notes);
                }
                ("export", DeValue::Table(table)) => {
                    for written in strings(table, line, &mut notes) {
                        settings.export(written, &mut notes);
                    }
                }
                (name @ ("cite" | "saved" | "export"), _) => {
                    notes.push(format!("line {at}: {name} is a section, as in [{name}]"));
                }
                (name, _) => {
                    let known = SECTIONS.join(" ");
                    notes.push(format!(
                        "line {at}: nothing is known of {name}; there is {known}"
                    ));
                }
            }
        }
        (settings, notes)
    }

    fn export(&mut self, written: Written, notes: &mut Vec<String>) {
        match written.name.as_str() {
            DIRECTORY => self.export_directory = Some(written),
            name => notes.push(format!(
                "line {}: nothing is known of export.{name}; there is export.{DIRECTORY}",
                written.line
            )),
        }
    }
}

impl From<Settings> for (Settings, Vec<String>) {
    fn from(settings: Settings) -> Self {
        (settings, Vec::new())
    }
}

/// The strings of a section, in the order of their names.
fn strings(
    table: &DeTable,
    line: impl Fn(usize) -> usize,
    notes: &mut Vec<String>,
) -> Vec<Written> {
    let mut found = Vec::new();
    let entry = |key: &Spanned<_>| line(key.span().start);
    for (key, value) in table {
        let (name, line) = (key.get_ref().to_string(), entry(key));
        match value.get_ref() {
            DeValue::String(text) => found.push(Written {
                name,
                text: text.to_string(),
                line,
            }),
            _ => notes.push(format!(
                "line {line}: {name} must be words between quotation marks"
            )),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, usize)], notes: &[&str]) {
        let (settings, told) = Settings::parse(text);
        let cite: Vec<(&str, &str, usize)> = settings
            .cite
            .iter()
            .map(|written| (written.name.as_str(), written.text.as_str(), written.line))
            .collect();
        assert_eq!(cite, expected);
        assert_eq!(told.len(), notes.len(), "{told:?}");
        for (told, note) in told.iter().zip(notes) {
            assert!(told.contains(note), "{told}");
        }
    }

    #[test]
    fn citations_are_read_with_their_lines() {
        check(
            "# mine\n[cite]\nshort = \"{speaker}, {source}\"\n",
            &[("short", "{speaker}, {source}", 3)],
            &[],
        );
        check("", &[], &[]);
    }

    #[test]
    fn what_cannot_be_used_is_told_with_its_line() {
        check(
            "cited = 1\n[cite]\na = 2\nb = \"x\"\n",
            &[("b", "x", 4)],
            &[
                "line 3: a must be words",
                "line 1: nothing is known of cited; there is cite export saved",
            ],
        );
        check("[cite]\na = \"x\n", &[], &["line 2: "]);
        check("cite = \"x\"\n", &[], &["line 1: cite is a section"]);
    }

    #[test]
    fn searches_and_the_folder_for_files_are_read() {
        let text =
            "[saved]\n\"The dam\" = \"dam date:7d\"\n[export]\ndirectory = \"~/clips\"\nx = \"\"\n";
        let (settings, notes) = Settings::parse(text);
        let saved = settings.saved.first().unwrap();
        assert_eq!(
            (saved.name.as_str(), saved.text.as_str()),
            ("The dam", "dam date:7d")
        );
        assert_eq!(settings.export_directory.unwrap().text, "~/clips");
        assert_eq!(
            notes,
            ["line 5: nothing is known of export.x; there is export.directory"]
        );
    }

    #[test]
    fn no_file_is_no_setting() {
        let (settings, notes) = Settings::read(Path::new("/nowhere/at/all.toml"));
        assert_eq!((settings, notes.len()), (Settings::default(), 0));
    }
}
