//! What an import says of itself.

use std::path::PathBuf;

use crate::error::Error;

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
    pub skipped: usize,
    /// Files that could not be read, or only in part.
    pub refused: Vec<Refused>,
}

/// A file that could not be read, or only in part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file.
    pub path: PathBuf,
    /// What is wrong and what to do, in one line without the path.
    pub message: String,
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
