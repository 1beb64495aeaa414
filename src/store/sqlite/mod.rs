//! The library as one SQLite file; the one place with SQL.
//!
//! An article is written in one transaction with everything derived from it.
//! All writes begin with `BEGIN IMMEDIATE`: a transaction that reads first and
//! then writes fails at once when another process wrote in between, and the
//! busy timeout does not help it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};

use self::open::Opening;
use crate::error::{Error, ErrorKind, Result};

mod ask;
mod carry;
mod condition;
mod file;
mod fit;
mod fulltext;
mod index;
mod marks;
mod names;
mod open;
mod outlets;
mod quotes;
mod read;
mod rescue;
mod upgrade;
mod write;

/// An open library file.
#[derive(Debug)]
pub(super) struct Database {
    connection: Connection,
    path: PathBuf,
    blocked: Option<ErrorKind>,
    notices: Vec<String>,
}

impl Database {
    fn new(
        connection: Connection,
        path: &Path,
        blocked: Option<ErrorKind>,
        notices: Vec<String>,
    ) -> Self {
        Self {
            connection,
            path: path.to_owned(),
            blocked,
            notices,
        }
    }

    pub fn wait_at_most(&self, time: Option<Duration>) -> Result<()> {
        let set = self.connection.busy_timeout(time.unwrap_or(open::BUSY));
        set.map_err(|e| because(&self.path, e))
    }

    /// Why the file can only be read, if so.
    pub fn blocked(&self) -> Option<ErrorKind> {
        self.blocked
    }

    /// What a person should know about opening it, one line each.
    pub fn notices(&self) -> &[String] {
        &self.notices
    }

    /// Runs `work` in one transaction; nothing of it is kept when it fails.
    fn write<T>(&mut self, work: impl FnOnce(&Transaction) -> rusqlite::Result<T>) -> Result<T> {
        if let Some(kind) = self.blocked {
            return Err(Error::new(kind, &self.path));
        }
        let done = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .and_then(|transaction| {
                let value = work(&transaction)?;
                transaction.execute(
                    "UPDATE fact SET value = value + 1 WHERE name = 'revision'",
                    [],
                )?;
                transaction.commit()?;
                Ok(value)
            });
        done.map_err(|e| match failed(&self.path, e) {
            error if error.kind() == ErrorKind::Read => error.turned(ErrorKind::Write),
            error => error,
        })
    }

    /// Runs `work` on one unchanging state of the library.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        let done = self
            .connection
            .unchecked_transaction()
            .and_then(|transaction| {
                let value = work(&transaction)?;
                transaction.finish()?;
                Ok(value)
            });
        done.map_err(|e| failed(&self.path, e))
    }
}

/// The error of the program for one of SQLite, met in a library that is open. Damage
/// leaves a sign for the next start.
fn failed(path: &Path, error: rusqlite::Error) -> Error {
    if kind_of(&error) == ErrorKind::Corrupt {
        rescue::report(path);
    }
    because(path, error)
}

/// The error of the program for one of SQLite.
fn because(path: &Path, error: rusqlite::Error) -> Error {
    Error::because(kind_of(&error), path, error)
}

fn kind_of(error: &rusqlite::Error) -> ErrorKind {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => ErrorKind::Busy,
        Some(ErrorCode::ReadOnly) => ErrorKind::ReadOnly,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => ErrorKind::Corrupt,
        Some(ErrorCode::DiskFull) => ErrorKind::Write,
        _ => ErrorKind::Read,
    }
}
