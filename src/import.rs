//! Which files to read, and reading, analysing and adding them.

use std::path::PathBuf;

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Files looked at.
    pub done: usize,
    /// Files found so far.
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
    pub skipped: usize,
    /// Files that could not be read.
    pub refused: Vec<Refused>,
}

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file.
    pub path: PathBuf,
    /// What is wrong and what to do, in one line.
    pub message: String,
}
