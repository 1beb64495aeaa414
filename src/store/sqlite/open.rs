//! Opening the library file: who may write it, whose it is, how old it is.
//!
//! Never checks the whole file: that would read all of it at each start.

use std::error::Error as _;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::file::{self, Header};
use super::upgrade::{SCHEMA, upgrade, version};
use super::{Database, because, rescue};
use crate::error::{Error, ErrorKind, Result};

/// "pqlb" in the header of the file says that it is ours.
pub(super) const APPLICATION_ID: i32 = 0x7071_6c62;
/// How long a writer waits for another one: longer than any batch of an import.
pub(super) const BUSY: Duration = Duration::from_secs(5);
/// How often the change to WAL mode is tried again while others begin to use the file.
const TRIES: usize = 100;

impl Database {
    /// Opens the library at `path`, making it when there is none: what a program does
    /// when it starts. A damaged one is put aside first, if nobody else has it open.
    ///
    /// # Errors
    /// When the file cannot be made or read, is no library, or is damaged and in use.
    pub fn open(path: &Path) -> Result<Self> {
        let mut rescued = match rescue::is_due(path) {
            true => rescue::rescue(path)?,
            false => None,
        };
        let mut opened = match try_open(path, Opening::First) {
            Err(error)
                if error.kind() == ErrorKind::Corrupt
                    && file::may_be_moved(path)
                    && file::is_mine(path)
                    && file::folder_can_be_written(path) =>
            {
                rescued = rescue::rescue(path)?;
                try_open(path, Opening::First)
            }
            other => other,
        }?;
        // Whoever rescues leaves a sign before it asks whether anybody has the library
        // open: of two that do this at once, one always sees the other.
        if rescue::is_due(path) {
            return Err(Error::new(ErrorKind::Busy, path));
        }
        opened.notices.extend(rescued);
        Ok(opened)
    }

    /// Opens the library at `path` once more in the process that has opened it: nothing
    /// is moved.
    ///
    /// # Errors
    /// As for [`Self::open`], and when the file is damaged.
    pub fn reopen(path: &Path) -> Result<Self> {
        try_open(path, Opening::Further)
    }
}

/// Whether a process opens a library for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// Whose file it is has to be known before anything of it is changed.
    First,
    /// The file is known, and is not opened past SQLite: closing it would take away the
    /// locks of all connections of the process, by which others see that it is in use.
    Further,
}

/// What a library file turns out to be.
enum Identity {
    Ours,
    Empty,
    Older,
    Newer,
}

pub(super) fn try_open(path: &Path, opening: Opening) -> Result<Database> {
    if !path.exists() {
        file::create(path)?;
    }
    let mut notices = Vec::new();
    let foreign = !file::is_mine(path);
    if opening == Opening::First {
        match file::header(path)? {
            Header::Other if !file::is_kept(path) => {
                return Err(Error::new(ErrorKind::NoLibrary, path));
            }
            Header::Ours | Header::Empty if !foreign => file::tighten(path, &mut notices),
            Header::Ours | Header::Empty | Header::Sqlite | Header::Other => {}
        }
    }
    let writable = if foreign {
        Err(ErrorKind::ReadOnly)
    } else {
        open_writable(path)?
    };
    match writable {
        Ok(connection) => {
            // Its first page may not have been written back: only now is it known as ours.
            file::tighten(path, &mut notices);
            Ok(Database::new(connection, path, None, notices))
        }
        Err(kind) => {
            notices.push(format!("opened read only: {}", Error::new(kind, path)));
            Ok(Database::new(
                open_read_only(path)?,
                path,
                Some(kind),
                notices,
            ))
        }
    }
}

/// Opens for writing; the inner error says why only reading is possible.
fn open_writable(path: &Path) -> Result<Result<Connection, ErrorKind>> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    match prepare(path, flags) {
        Ok((connection, _)) if connection.is_readonly("main").unwrap_or(true) => {
            Ok(Err(ErrorKind::ReadOnly))
        }
        Ok((_, Identity::Newer)) => Ok(Err(ErrorKind::Newer)),
        Ok((mut connection, Identity::Empty)) => {
            make_schema(&mut connection).map_err(|e| because(path, e))?;
            Ok(Ok(connection))
        }
        Ok((mut connection, Identity::Older)) => {
            upgrade(&mut connection).map_err(|e| because(path, e))?;
            Ok(Ok(connection))
        }
        Ok((connection, Identity::Ours)) => Ok(Ok(connection)),
        // A file in WAL mode needs a second file beside it, even for reading.
        Err(error) if may_not_write(&error) => Ok(Err(ErrorKind::ReadOnly)),
        Err(error) if has_no_room(&error) && !file::is_empty(path) => Ok(Err(ErrorKind::Full)),
        Err(error) => Err(error),
    }
}

/// Whether SQLite was not let write, rather than failed.
fn may_not_write(error: &Error) -> bool {
    let cause = error.source().and_then(|cause| cause.downcast_ref());
    let code = cause.and_then(rusqlite::Error::sqlite_error_code);
    matches!(
        code,
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied)
    )
}

/// Whether SQLite could not make a file beside the library, or not make it longer.
fn has_no_room(error: &Error) -> bool {
    use rusqlite::ffi;
    let cause = error.source().and_then(|cause| cause.downcast_ref());
    let code = cause.and_then(rusqlite::Error::sqlite_error);
    code.is_some_and(|code| {
        let no_room = [
            ffi::SQLITE_FULL,
            ffi::SQLITE_IOERR_WRITE,
            ffi::SQLITE_IOERR_TRUNCATE,
            ffi::SQLITE_IOERR_SHMSIZE,
            ffi::SQLITE_IOERR_SHMOPEN,
            ffi::SQLITE_IOERR_SHMMAP,
        ];
        no_room.contains(&code.extended_code)
    })
}

/// Opens for reading. Where nobody like us can write, the file is taken as it is: its
/// WAL would need a file beside it. Elsewhere that would miss what others write.
fn open_read_only(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = prepare(path, flags).or_else(|error| {
        let nobody_writes = may_not_write(&error) && !file::folder_can_be_written(path);
        match nobody_writes || has_no_room(&error) {
            true => open_as_it_is(path, flags),
            false => Err(error),
        }
    });
    match opened? {
        // Its tables are not those that we read, and may not be made so.
        (_, Identity::Older) => Err(Error::new(ErrorKind::Older, path)),
        (connection, _) => Ok(connection),
    }
}

/// Opens without any file beside the library, and without locks.
///
/// What a killed process left in the WAL is read as well: its index is then kept in
/// memory, which SQLite does for a connection that says it is the only one. That
/// connection must not fold the WAL in and delete it when it is closed.
fn open_as_it_is(path: &Path, flags: OpenFlags) -> Result<(Connection, Identity)> {
    let flags = flags | OpenFlags::SQLITE_OPEN_URI;
    let how = match file::has_wal(path) {
        true => "vfs=unix-none",
        false => "immutable=1",
    };
    let uri = format!("file:{}?{how}", escape(path));
    prepare_with(Path::new(&uri), flags, |connection| {
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE")
    })
    .map_err(|error| error.about(path))
}

/// The path as SQLite wants it in a URI: every doubtful byte as `%xx`.
fn escape(path: &Path) -> String {
    use std::os::unix::ffi::OsStrExt;
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let bytes = absolute.as_os_str().as_bytes().iter();
    bytes
        .map(|&byte| match byte {
            b'/' | b'.' | b'_' | b'-' => char::from(byte).to_string(),
            _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

fn prepare(path: &Path, flags: OpenFlags) -> Result<(Connection, Identity)> {
    prepare_with(path, flags, |_| Ok(()))
}

/// Opens; `first` is done before anything is read.
fn prepare_with(
    path: &Path,
    flags: OpenFlags,
    first: impl FnOnce(&Connection) -> rusqlite::Result<()>,
) -> Result<(Connection, Identity)> {
    let about = |e| because(path, e);
    let connection = Connection::open_with_flags(path, flags).map_err(about)?;
    connection.busy_timeout(BUSY).map_err(about)?;
    first(&connection).map_err(about)?;
    let identity = identify(&connection).map_err(about)?;
    let identity = identity.ok_or_else(|| Error::new(ErrorKind::NoLibrary, path))?;
    let writable = flags.contains(OpenFlags::SQLITE_OPEN_READ_WRITE);
    if writable && !matches!(identity, Identity::Newer) {
        write_ahead(&connection).map_err(about)?;
    }
    connection
        .execute_batch(
            "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -16000; PRAGMA mmap_size = 268435456;",
        )
        .map_err(about)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok((connection, identity))
}

/// Puts the file into WAL mode, in which readers and a writer do not wait for each other.
///
/// The change needs the file for itself, and SQLite does not wait for that as it
/// waits for a lock: the lock is waited for instead, and the change tried again.
fn write_ahead(connection: &Connection) -> rusqlite::Result<()> {
    let mut tries = 0;
    loop {
        let changed = connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()));
        match changed {
            Err(error) if is_busy(&error) && tries < TRIES => {
                tries += 1;
                connection.execute_batch("BEGIN IMMEDIATE; COMMIT")?;
            }
            other => return other,
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}

/// What the file is; `None` when it belongs to another program.
fn identify(connection: &Connection) -> rusqlite::Result<Option<Identity>> {
    let number = |sql| connection.query_row(sql, [], |row| row.get::<_, i32>(0));
    let application = number("PRAGMA application_id")?;
    let version = version(connection)?;
    let things = number("SELECT count(*) FROM sqlite_schema")?;
    Ok(match application {
        APPLICATION_ID if version > SCHEMA => Some(Identity::Newer),
        APPLICATION_ID if version < SCHEMA => Some(Identity::Older),
        APPLICATION_ID => Some(Identity::Ours),
        0 if things == 0 => Some(Identity::Empty),
        _ => None,
    })
}

/// Makes the tables, unless another process was faster.
fn make_schema(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if matches!(identify(&transaction)?, Some(Identity::Empty)) {
        transaction.execute_batch(include_str!("schema.sql"))?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", SCHEMA)?;
    }
    transaction.commit()
}
