//! What an import says of itself.

use std::fmt;
use std::path::PathBuf;

use crate::error::Error;
use crate::store::Added;

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Files looked at.
    pub done: usize,
    /// Files to look at.
    pub total: usize,
    /// Articles added or brought up to date.
    pub added: usize,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Articles that are new.
    pub added: usize,
    /// Articles that were there already.
    pub known: usize,
    /// Articles that replaced an older text of the same file.
    pub changed: usize,
    /// Articles whose file is gone.
    pub removed: usize,
    /// Files that are no articles by their name.
    pub skipped: Vec<PathBuf>,
    /// Files that could not be read, or only in part.
    pub refused: Vec<Refused>,
}

impl Report {
    /// Counts what was added to the library.
    pub fn count(&mut self, added: Added) {
        self.added += added.added;
        self.known += added.known;
        self.changed += added.changed;
        self.removed += added.removed;
    }

    /// One line for a person: what was done; what was not done is left out.
    pub fn summary(&self) -> String {
        let skipped = match self.skipped.len() {
            1 => "file passed over",
            _ => "files passed over",
        };
        let counts = [
            (self.added, "added"),
            (self.changed, "changed"),
            (self.removed, "removed"),
            (self.known, "already there"),
            (self.skipped.len(), skipped),
            (self.refused.len(), "could not be read"),
        ];
        let words: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        match words.is_empty() {
            true => "no articles found".to_owned(),
            false => words.join(", "),
        }
    }
}

/// A file that could not be read, or only in part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file.
    pub path: PathBuf,
    /// What is wrong and what to do, in one line without the path.
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.message)
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        let path = error.path().to_owned();
        Self {
            path,
            message: error.message(),
        }
    }
}
