//! A damaged library, opened so that nothing of it is changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::in_use;
use crate::error::{Error, ErrorKind, Result};
use crate::store::sqlite::{file, kind_of};

/// How long another program that only looks at the file is waited for.
const PATIENCE: Duration = Duration::from_millis(200);

/// A damaged library, open for reading alone and for nobody else.
pub(super) struct Damaged {
    connection: Connection,
    /// Whether there was a WAL before.
    wal: Option<PathBuf>,
}

impl Damaged {
    /// Opens the library so that nothing of it is changed; nothing when there is none.
    ///
    /// A library in use has a WAL, for which a connection that wants the file for itself
    /// needs the lock that everybody else shares. No index of the WAL is written then
    /// either.
    ///
    /// # Errors
    /// When anybody else has it open, or it cannot be read for another reason than damage.
    pub(super) fn open(path: &Path) -> Result<Option<Self>> {
        if !path.exists() {
            return Ok(None);
        }
        let wal = Some(file::with(path, "-wal")).filter(|wal| !wal.exists());
        let connection = connect(path).map_err(|e| why(path, e))?;
        let damaged = Self { connection, wal };
        let first = "SELECT count(*) FROM sqlite_schema";
        let first = damaged.connection.query_row(first, [], |_| Ok(()));
        match first {
            Err(error) if !is_damage(&error) => Err(why(path, error)),
            _ => Ok(Some(damaged)),
        }
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Reads the whole file. Only done where something was wrong already.
    ///
    /// # Errors
    /// When the disk, the memory or another program keeps it from being read.
    pub(super) fn is_sound(&self, path: &Path) -> Result<bool> {
        let check = "PRAGMA integrity_check(1)";
        let said = self
            .connection
            .query_row(check, [], |row| row.get::<_, String>(0));
        match said {
            Ok(said) => Ok(said == "ok"),
            Err(error) if is_damage(&error) => Ok(false),
            Err(error) => Err(why(path, error)),
        }
    }
}

impl Drop for Damaged {
    /// Takes the empty WAL away that SQLite makes for every library it opens.
    fn drop(&mut self) {
        if let Some(wal) = self.wal.take()
            && file::is_empty(&wal)
        {
            let _ = fs::remove_file(wal);
        }
    }
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // A page whose cells are out of order is no page to be read.
    connection.execute_batch(
        "PRAGMA cell_size_check = ON; PRAGMA query_only = ON; PRAGMA locking_mode = EXCLUSIVE",
    )?;
    Ok(connection)
}

fn why(path: &Path, error: rusqlite::Error) -> Error {
    match kind_of(&error) {
        ErrorKind::Busy => in_use(path),
        kind => Error::because(kind, path, error),
    }
}

/// Whether the file itself is to blame: not the disk, the memory, or other programs.
fn is_damage(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(
        code,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
    )
}
