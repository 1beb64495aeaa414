//! Sections whose names a person chooses: citations, searches, programs, keys, themes.

use toml::de::{DeTable, DeValue};

use super::section::{Lines, Note};

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

/// Several values of one name, as `[keys.list]` and `[theme.mine]` have them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The second half of the section's name.
    pub name: String,
    /// On which line it begins, from 1.
    pub line: usize,
    /// What stands in it.
    pub entries: Vec<Written>,
}

/// A program and its arguments, as `[commands]` has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// Its key.
    pub name: String,
    /// The program first; never empty. Run without a shell.
    pub words: Vec<String>,
    /// On which line it stands, from 1.
    pub line: usize,
}

/// The strings of a section, in the order of their names.
pub(super) fn strings(table: &DeTable, lines: Lines<'_>, notes: &mut Vec<Note>) -> Vec<Written> {
    let mut found = Vec::new();
    for (key, value) in table {
        let (name, line) = (key.get_ref().to_string(), lines.of(key.span().start));
        match value.get_ref() {
            DeValue::String(text) => found.push(Written {
                name,
                text: text.to_string(),
                line,
            }),
            _ => notes.push(Note {
                line,
                text: format!("{name} must be words between quotation marks"),
            }),
        }
    }
    found
}

/// The sections below a section, in the order of their names.
pub(super) fn sections(
    (section, table): (&str, &DeTable),
    lines: Lines<'_>,
    notes: &mut Vec<Note>,
) -> Vec<Named> {
    let mut found = Vec::new();
    for (key, value) in table {
        let (name, line) = (key.get_ref().to_string(), lines.of(key.span().start));
        match value.get_ref() {
            DeValue::Table(table) => found.push(Named {
                entries: strings(table, lines, notes),
                name,
                line,
            }),
            _ => notes.push(Note {
                line,
                text: format!("{name} stands in no section of {section}, as in [{section}.NAME]"),
            }),
        }
    }
    found
}

/// The programs of a section, in the order of their names.
pub(super) fn programs(table: &DeTable, lines: Lines<'_>, notes: &mut Vec<Note>) -> Vec<Program> {
    let mut found = Vec::new();
    for (key, value) in table {
        let (name, line) = (key.get_ref().to_string(), lines.of(key.span().start));
        match words(value.get_ref()) {
            Some(words) => found.push(Program { name, words, line }),
            None => notes.push(Note {
                line,
                text: format!(
                    "{name} must be a program and its arguments, as in [\"mail\", \"-s\", \"clipping\"]"
                ),
            }),
        }
    }
    found
}

/// The words of a list of strings that has any.
fn words(value: &DeValue) -> Option<Vec<String>> {
    let DeValue::Array(array) = value else {
        return None;
    };
    let words: Option<Vec<String>> = array
        .iter()
        .map(|word| match word.get_ref() {
            DeValue::String(word) => Some(word.to_string()),
            _ => None,
        })
        .collect();
    words.filter(|words| !words.is_empty())
}
