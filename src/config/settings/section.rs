//! One section of the file, asked for one setting after the other.
//!
//! What is asked for is at once what is known: the notes on mistyped names and the
//! file that `config default` prints are made from the same questions.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::choice::Choice;

/// What could not be used, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// On which line, from 1.
    pub line: usize,
    /// What is wrong with it, and what to write.
    pub text: String,
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.text)
    }
}

/// Where the lines of a file begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines<'a>(pub &'a str);

impl Lines<'_> {
    /// The line of a byte, from 1.
    pub fn of(self, byte: usize) -> usize {
        self.0.get(..byte).unwrap_or(self.0).matches('\n').count() + 1
    }
}

/// A setting that was asked for.
#[derive(Debug, Clone)]
struct Asked {
    name: &'static str,
    /// What it is without a file, as the file would have it.
    usual: String,
    about: &'static str,
    /// Nothing stands for it where it is not set.
    is_example: bool,
}

/// One section of the file, asked for one setting after the other.
#[derive(Debug)]
pub(super) struct Section<'a> {
    name: &'static str,
    table: Option<&'a DeTable<'a>>,
    lines: Lines<'a>,
    asked: Vec<Asked>,
    notes: Vec<Note>,
}

impl<'a> Section<'a> {
    /// The section of this name; without a table nothing is set in it.
    pub fn new(name: &'static str, table: Option<&'a DeTable<'a>>, lines: Lines<'a>) -> Self {
        Self {
            name,
            table,
            lines,
            asked: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// One of several words.
    pub fn choice<T: Choice>(&mut self, name: &'static str, usual: T, about: &'static str) -> T {
        let Some((value, line)) = self.ask(name, quoted(usual.word()), about) else {
            return usual;
        };
        let word = match value {
            DeValue::String(word) => word.to_string(),
            _ => String::new(),
        };
        match T::WORDS.iter().find(|(known, _)| *known == word) {
            Some((_, value)) => *value,
            None => {
                let words: Vec<String> = T::WORDS.iter().map(|(word, _)| quoted(word)).collect();
                self.refuse(line, name, &format!("one of {}", words.join(", ")));
                usual
            }
        }
    }

    /// Yes or no.
    pub fn switch(&mut self, name: &'static str, usual: bool, about: &'static str) -> bool {
        match self.ask(name, usual.to_string(), about) {
            None => usual,
            Some((DeValue::Boolean(value), _)) => *value,
            Some((_, line)) => {
                self.refuse(line, name, "true or false");
                usual
            }
        }
    }

    /// A number within bounds.
    pub fn number(
        &mut self,
        name: &'static str,
        (usual, range): (usize, RangeInclusive<usize>),
        about: &'static str,
    ) -> usize {
        let written = self.ask(name, usual.to_string(), about);
        self.bounded(written, name, range).unwrap_or(usual)
    }

    /// A number within bounds that nothing stands for where it is not set; the
    /// `example` is what a person might write.
    pub fn number_if_set(
        &mut self,
        name: &'static str,
        (example, range): (usize, RangeInclusive<usize>),
        about: &'static str,
    ) -> Option<usize> {
        let written = self.ask(name, example.to_string(), about);
        if let Some(asked) = self.asked.last_mut() {
            asked.is_example = true;
        }
        self.bounded(written, name, range)
    }

    fn bounded(
        &mut self,
        written: Option<(&DeValue, usize)>,
        name: &str,
        range: RangeInclusive<usize>,
    ) -> Option<usize> {
        let (value, line) = written?;
        let number = match value {
            DeValue::Integer(number) => {
                usize::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()
            }
            _ => None,
        };
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let expected = format!("a number from {} to {}", range.start(), range.end());
            self.refuse(line, name, &expected);
        }
        number
    }

    /// Words as they are.
    pub fn words(&mut self, name: &'static str, usual: &str, about: &'static str) -> String {
        match self.ask(name, quoted(usual), about) {
            None => usual.to_owned(),
            Some((DeValue::String(words), _)) => words.to_string(),
            Some((_, line)) => {
                self.refuse(line, name, "words between quotation marks");
                usual.to_owned()
            }
        }
    }

    /// What is written for a setting, and on which line.
    fn ask(
        &mut self,
        name: &'static str,
        usual: String,
        about: &'static str,
    ) -> Option<(&'a DeValue<'a>, usize)> {
        self.asked.push(Asked {
            name,
            usual,
            about,
            is_example: false,
        });
        let mut entries = self.table?.iter();
        let (key, value) = entries.find(|(key, _)| &**key.get_ref() == name)?;
        Some((value.get_ref(), self.lines.of(key.span().start)))
    }

    fn refuse(&mut self, line: usize, name: &str, expected: &str) {
        let section = self.name;
        self.notes.push(Note {
            line,
            text: format!("{section}.{name} must be {expected}; its usual value is used"),
        });
    }

    /// What could not be used, names that nothing is known of among it.
    pub fn notes(self) -> Vec<Note> {
        let mut notes = self.notes;
        let known: Vec<&str> = self.asked.iter().map(|asked| asked.name).collect();
        for (key, _) in self.table.into_iter().flatten() {
            let name = &**key.get_ref();
            if !known.contains(&name) {
                notes.push(unknown(self.lines, key, &format!("{}.", self.name), &known));
            }
        }
        notes
    }

    /// The section with everything that can be set in it, as it is without a file.
    pub fn usual(&self) -> String {
        let mut text = format!("[{}]\n", self.name);
        for asked in &self.asked {
            let off = if asked.is_example { "# " } else { "" };
            text += &format!("# {}\n{off}{} = {}\n", asked.about, asked.name, asked.usual);
        }
        text
    }
}

/// A name that nothing is known of, with the nearest that there is, or all of them.
pub(super) fn unknown(
    lines: Lines<'_>,
    key: &Spanned<toml::de::DeString<'_>>,
    section: &str,
    known: &[&str],
) -> Note {
    let name = &**key.get_ref();
    let nearest = known
        .iter()
        .map(|word| (strsim::damerau_levenshtein(word, name), word))
        .min()
        .filter(|(distance, _)| *distance <= 2);
    let there = match nearest {
        Some((_, word)) => format!("is {section}{word} meant?"),
        None => format!("there is {}", known.join(", ")),
    };
    Note {
        line: lines.of(key.span().start),
        text: format!("nothing is known of {section}{name}; {there}"),
    }
}

/// As TOML writes words.
fn quoted(words: &str) -> String {
    toml::Value::from(words).to_string()
}
