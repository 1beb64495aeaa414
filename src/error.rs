//! The one error of the program: callers choose by kind, people read one line
//! that names the file, and the hint says what can be done.

use std::error::Error as StdError;
use std::fmt;
use std::path::{Path, PathBuf};

/// A `Result` with [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong in the outside world: a file, the library, the terminal.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    path: PathBuf,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The file or folder cannot be read.
    Read,
    /// The file or folder cannot be written.
    Write,
    /// The file holds no article that we can find.
    NoArticle,
    /// The file is no text.
    Binary,
    /// The library file is damaged.
    Corrupt,
    /// The file is something else than a library.
    NoLibrary,
    /// The library was made by a newer version.
    Newer,
    /// The library was made by an older version and cannot be brought up.
    Older,
    /// Another process holds the library.
    Busy,
    /// The library can only be read.
    ReadOnly,
    /// There is no room for the files that writing the library needs.
    Full,
    /// The terminal does not work.
    Terminal,
    /// There is nothing of this name; the name stands where others have a path.
    Unknown,
}

impl Error {
    /// Makes an error about `path`.
    pub fn new(kind: ErrorKind, path: impl AsRef<Path>) -> Self {
        Self {
            kind,
            path: path.as_ref().to_owned(),
            source: None,
        }
    }

    /// Makes an error about `path` that another one caused.
    pub fn because(
        kind: ErrorKind,
        path: impl AsRef<Path>,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self {
            kind,
            path: path.as_ref().to_owned(),
            source: Some(source.into()),
        }
    }

    /// The same error, about `path`.
    pub fn about(self, path: impl AsRef<Path>) -> Self {
        let path = path.as_ref().to_owned();
        Self { path, ..self }
    }

    /// The same error, of another kind.
    pub fn turned(self, kind: ErrorKind) -> Self {
        Self { kind, ..self }
    }

    /// What went wrong.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Which file it is about.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What went wrong, in one line without the path and what to do.
    pub fn fact(&self) -> String {
        match &self.source {
            Some(source) => format!("{} ({source})", self.what()),
            None => self.what().to_owned(),
        }
    }

    /// What went wrong and what to do, in one line without the path.
    pub fn message(&self) -> String {
        let mut message = self.fact();
        if let Some(hint) = self.hint() {
            message.push_str("; ");
            message.push_str(hint);
        }
        message
    }

    fn what(&self) -> &'static str {
        match self.kind {
            ErrorKind::Read => "cannot be read",
            ErrorKind::Write => "cannot be written",
            ErrorKind::NoArticle => "holds no article",
            ErrorKind::Binary => "is not text",
            ErrorKind::Corrupt => "is damaged",
            ErrorKind::NoLibrary => "is no library of pullquote",
            ErrorKind::Newer => "was made by a newer pullquote",
            ErrorKind::Older => "was made by an older pullquote and can only be read",
            ErrorKind::Busy => "is in use by another process",
            ErrorKind::ReadOnly => "can only be read",
            ErrorKind::Full => "can only be read, as there is no room beside it",
            ErrorKind::Terminal => "the terminal does not work",
            ErrorKind::Unknown => "is not known",
        }
    }

    /// What the user can do about it, if anything.
    pub fn hint(&self) -> Option<&'static str> {
        match self.kind {
            ErrorKind::Read | ErrorKind::Terminal | ErrorKind::Unknown => None,
            ErrorKind::Write => {
                Some("check that the folder may be written and the disk is not full")
            }
            ErrorKind::NoArticle => {
                Some("it needs some lines of text, or a JSON record with a text field")
            }
            ErrorKind::Binary => Some("convert it to text or JSON first"),
            ErrorKind::Corrupt => {
                Some("start again: what can be read of it is then carried into a new one")
            }
            ErrorKind::NoLibrary => Some("name another file with --library"),
            ErrorKind::Newer => Some("update pullquote, or name another library with --library"),
            ErrorKind::Older => Some("copy it to a folder of your own, it is brought up there"),
            ErrorKind::Busy => Some("wait for the other pullquote, or end it"),
            ErrorKind::Full => Some("make room on the disk and start again"),
            ErrorKind::ReadOnly => Some("name a library in a folder of your own with --library"),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.as_os_str().is_empty() {
            write!(f, "{}: ", self.path.display())?;
        }
        f.write_str(&self.message())
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_its_file_its_cause_and_what_to_do_in_one_line() {
        let error = Error::because(ErrorKind::Binary, "a.txt", "a zero byte");
        assert_eq!(
            error.to_string(),
            "a.txt: is not text (a zero byte); convert it to text or JSON first"
        );
    }
}
