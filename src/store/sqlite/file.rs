//! The file of a library before SQLite sees it: whose it is, who may open it.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{ErrorKind as IoErrorKind, Read};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::Access;

use super::open::APPLICATION_ID;
use crate::config::Paths;
use crate::error::{Error, ErrorKind, Result};

/// What every SQLite file begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// Where SQLite keeps the number of the program in the header of a file.
const APPLICATION: std::ops::Range<usize> = 68..72;

/// What a file says in its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// A library, however damaged.
    Ours,
    /// Nothing yet.
    Empty,
    /// A file of SQLite. A library may look so until its first page is written back.
    Sqlite,
    /// Something else.
    Other,
}

/// Reads what the file at `path` says in its first bytes.
///
/// # Errors
/// When it cannot be read.
pub fn header(path: &Path) -> Result<Header> {
    let because = |e| Error::because(ErrorKind::Read, path, e);
    if !fs::metadata(path).map_err(because)?.is_file() {
        return Ok(Header::Other);
    }
    let mut bytes = Vec::with_capacity(APPLICATION.end);
    let file = File::open(path).map_err(because)?;
    let mut start = file.take(APPLICATION.end as u64);
    start.read_to_end(&mut bytes).map_err(because)?;
    Ok(match bytes.get(APPLICATION) {
        Some(number) if number == APPLICATION_ID.to_be_bytes() => Header::Ours,
        _ if bytes.is_empty() => Header::Empty,
        _ if bytes.starts_with(MAGIC) => Header::Sqlite,
        _ => Header::Other,
    })
}

/// Whether a damaged file at `path` was a library of ours. Any other may be
/// anything, named by mistake.
pub fn may_be_moved(path: &Path) -> bool {
    is_kept(path) || header(path).is_ok_and(|header| header == Header::Ours)
}

/// Whether the file lies where the program keeps libraries and nothing else.
pub fn is_kept(path: &Path) -> bool {
    Paths::find().is_ok_and(|paths| paths.keeps(path))
}

/// Whether there is nothing in the file yet.
pub fn is_empty(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|data| data.len() == 0)
}

/// Whether changes stand beside the library that are not in its file yet.
pub fn has_wal(path: &Path) -> bool {
    fs::metadata(with(path, "-wal")).is_ok_and(|data| data.len() > 0)
}

/// Makes folder and file for their owner alone, whatever the umask. SQLite gives
/// the files beside it the same mode.
///
/// # Errors
/// When they cannot be made.
pub fn create(path: &Path) -> Result<()> {
    let because = |e| Error::because(ErrorKind::Write, path, e);
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        let mut builder = DirBuilder::new();
        builder.recursive(true).mode(0o700);
        builder.create(folder).map_err(because)?;
    }
    match create_new(path) {
        Err(e) if e.kind() != IoErrorKind::AlreadyExists => Err(because(e)),
        _ => Ok(()),
    }
}

fn create_new(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    options.open(path)
}

/// Whether the file is this user's own. Another user's library is only read: files
/// that we make beside it would lock its owner out.
pub fn is_mine(path: &Path) -> bool {
    let me = rustix::process::geteuid().as_raw();
    fs::metadata(path).is_ok_and(|data| data.uid() == me)
}

/// Whether files can be made beside the one at `path`.
pub fn folder_can_be_written(path: &Path) -> bool {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    rustix::fs::access(folder.unwrap_or(Path::new(".")), Access::WRITE_OK).is_ok()
}

/// Takes away what others may do with the file.
pub fn tighten(path: &Path, notices: &mut Vec<String>) {
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

/// The path with something added to its name.
pub fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
