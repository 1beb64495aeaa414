//! Opening the library file: who may write it, whose it is, how old it is.
//!
//! Never checks the whole file: that would read all of it at each start.

use std::fs::{self, DirBuilder, OpenOptions};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::upgrade::{SCHEMA, upgrade, version};
use super::{Database, failed};
use crate::error::{Error, ErrorKind, Result};

/// "pqlb" in the header of the file says that it is ours.
const APPLICATION_ID: i32 = 0x7071_6c62;
/// How long a writer waits for another one: longer than any batch of an import.
const BUSY: Duration = Duration::from_secs(5);

impl Database {
    /// Opens the library at `path`, making it when there is none.
    ///
    /// # Errors
    /// When the file cannot be made or read, or is no library.
    pub fn open(path: &Path) -> Result<Self> {
        match try_open(path) {
            Err(error) if error.kind() == ErrorKind::Corrupt && may_be_moved(path) => {
                let aside = put_aside(path)?;
                let mut database = try_open(path)?;
                database.notices.push(format!(
                    "{error}; it was kept as {} and a new one was begun",
                    aside.display()
                ));
                Ok(database)
            }
            other => other,
        }
    }
}

/// What a library file turns out to be.
enum Identity {
    Ours,
    Empty,
    Older,
    Newer,
}

fn try_open(path: &Path) -> Result<Database> {
    if !path.exists() {
        create(path)?;
    }
    let mut notices = Vec::new();
    let foreign = !is_mine(path);
    if !foreign {
        tighten(path, &mut notices);
    }
    let writable = if foreign {
        Err(ErrorKind::ReadOnly)
    } else {
        open_writable(path)?
    };
    match writable {
        Ok(connection) => Ok(Database::new(connection, path, None, notices)),
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
            make_schema(&mut connection).map_err(|e| failed(path, e))?;
            Ok(Ok(connection))
        }
        Ok((mut connection, Identity::Older)) => {
            upgrade(&mut connection).map_err(|e| failed(path, e))?;
            Ok(Ok(connection))
        }
        Ok((connection, Identity::Ours)) => Ok(Ok(connection)),
        // A file in WAL mode needs a second file beside it, even for reading.
        Err(error) if matches!(error.kind(), ErrorKind::ReadOnly | ErrorKind::Read) => {
            Ok(Err(ErrorKind::ReadOnly))
        }
        Err(error) => Err(error),
    }
}

/// Opens for reading, without the WAL when even that needs to write.
fn open_read_only(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = prepare(path, flags).or_else(|_| {
        let flags = flags | OpenFlags::SQLITE_OPEN_URI;
        let uri = format!("file:{}?immutable=1", escape(path));
        prepare(Path::new(&uri), flags).map_err(|error| error.about(path))
    });
    match opened? {
        // Its tables are not those that we read, and may not be made so.
        (_, Identity::Older) => Err(Error::new(ErrorKind::Older, path)),
        (connection, _) => Ok(connection),
    }
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
    let about = |e| failed(path, e);
    let connection = Connection::open_with_flags(path, flags).map_err(about)?;
    connection.busy_timeout(BUSY).map_err(about)?;
    let identity = identify(&connection).map_err(about)?;
    let identity = identity.ok_or_else(|| Error::new(ErrorKind::NoLibrary, path))?;
    let writable = flags.contains(OpenFlags::SQLITE_OPEN_READ_WRITE);
    if writable && !matches!(identity, Identity::Newer) {
        connection
            .pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))
            .map_err(about)?;
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

/// Makes folder and file for their owner alone, whatever the umask. SQLite gives
/// the files beside it the same mode.
fn create(path: &Path) -> Result<()> {
    let because = |e| Error::because(ErrorKind::Write, path, e);
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        let mut builder = DirBuilder::new();
        builder.recursive(true).mode(0o700);
        builder.create(folder).map_err(because)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    match options.open(path) {
        Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => Err(because(e)),
        _ => Ok(()),
    }
}

/// Whether the file is this user's own. Another user's library is only read: files
/// that we make beside it would lock its owner out.
fn is_mine(path: &Path) -> bool {
    let me = rustix::process::geteuid().as_raw();
    fs::metadata(path).is_ok_and(|data| data.uid() == me)
}

/// Takes away what others may do with the file.
fn tighten(path: &Path, notices: &mut Vec<String>) {
    let Ok(data) = fs::metadata(path) else { return };
    let mode = data.permissions().mode() & 0o777;
    let tight = mode & 0o700;
    if mode == tight {
        return;
    }
    if fs::set_permissions(path, fs::Permissions::from_mode(tight)).is_ok() {
        notices.push(format!(
            "{}: others could open it; now only you can",
            path.display()
        ));
    }
}

/// Whether a damaged file at `path` is taken for a library of ours. A file of
/// another name may be anything, named by mistake.
fn may_be_moved(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "db")
}

/// Renames a damaged library and what belongs to it; nothing is deleted.
fn put_aside(path: &Path) -> Result<PathBuf> {
    let now = jiff::ZonedDateTime::now()
        .strftime("%Y-%m-%d-%H%M%S")
        .to_string();
    let with = |ending: &str| PathBuf::from(format!("{}{ending}", path.display()));
    let aside = |ending: &str| with(&format!(".damaged-{now}{ending}"));
    fs::rename(path, aside("")).map_err(|e| Error::because(ErrorKind::Write, path, e))?;
    for ending in ["-wal", "-shm"] {
        // They exist only when the last process was killed.
        let _ = fs::rename(with(ending), aside(ending));
    }
    Ok(aside(""))
}
