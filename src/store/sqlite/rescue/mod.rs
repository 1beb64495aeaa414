//! Carrying over what can be read of a damaged library into a new one.
//!
//! SQLite meets damage only where it reads, so that it may show long after the start.
//! Whoever meets it leaves a sign beside the file; the next program that starts looks at
//! the whole file, and makes it anew if it has to and nobody else has it open.
//!
//! Nothing of the old file and its WAL is changed or deleted, and a power cut at any
//! point leaves something that the next start can go on with:
//!
//! 1. the new library is made under the name [`CARRIED`], which is thrown away and begun
//!    again if it is found;
//! 2. the old files get a second name each, by a link, so that both stay where they are;
//! 3. the new one is named [`FINISHED`]: from now on it is what counts;
//! 4. the WAL loses its first name, since it would be taken for one of the new library,
//!    and the new library takes the name of the old one.

mod carry;
mod damaged;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::open::try_open;
use super::{Opening, file};
use crate::error::{Error, ErrorKind, Result};
use carry::Carried;
use damaged::Damaged;

/// What the name of the sign ends with.
const SIGN: &str = ".found-damaged";
/// What the name of a new library ends with while it is being made.
const CARRIED: &str = ".carried";
/// The same, when it holds all that it will, and the old files have a second name.
const FINISHED: &str = ".rescued";
/// How many damaged libraries of one second are kept apart.
const ASIDE: usize = 100;

/// Leaves a sign that the library at `path` was found to be damaged.
///
/// Does not look into the file: closing it would take away the locks that this process
/// holds on it.
pub(super) fn report(path: &Path) {
    if file::is_mine(path) {
        let _ = file::create(&file::with(&real(path), SIGN));
    }
}

/// Whether a rescue is due, or was begun, and can be done here.
pub(super) fn is_due(path: &Path) -> bool {
    let path = &real(path);
    let left = [SIGN, FINISHED];
    left.iter().any(|name| file::with(path, name).exists())
        && file::folder_can_be_written(path)
        && (!path.exists() || file::is_mine(path))
}

/// Looks at the whole library at `path`, on which a sign was left. A damaged one is put
/// aside, and what can be read of it carried into a new one; tells so in one line.
///
/// # Errors
/// When the new one cannot be made, or another process has the library open. It stays
/// as it is then.
pub(super) fn rescue(path: &Path) -> Result<Option<String>> {
    let path = &real(path);
    let because = |e| Error::because(ErrorKind::Write, path, e);
    let sign = file::with(path, SIGN);
    file::create(&sign)?;
    let held = File::open(&sign).map_err(because)?;
    let lock = rustix::fs::FlockOperation::NonBlockingLockExclusive;
    if rustix::fs::flock(&held, lock).is_err() {
        return Err(in_use(path));
    }
    // Another process may have done it all since the sign was seen.
    let notice = match sign.exists() {
        true => mend(path)?,
        false => None,
    };
    let _ = fs::remove_file(&sign);
    Ok(notice)
}

fn in_use(path: &Path) -> Error {
    let cause = "it was found to be damaged, and is only mended when nobody has it open";
    Error::because(ErrorKind::Busy, path, cause)
}

/// A link is followed: the damaged file and the new one stand where it leads.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn mend(path: &Path) -> Result<Option<String>> {
    let finished = file::with(path, FINISHED).exists();
    if !path.exists() && !finished {
        return Ok(None);
    }
    let old = Damaged::open(path)?;
    if finished {
        drop(old);
        settle(path)?;
        let told =
            "is damaged; it was kept beside the new one that an earlier start has made of it";
        return Ok(Some(format!("{}: {told}", path.display())));
    }
    if let Some(old) = &old
        && old.is_sound(path)?
    {
        return Ok(None);
    }
    let carried = carry_beside(path, old.as_ref())?;
    drop(old);
    let aside = put_aside(path)?;
    finish(path)?;
    settle(path)?;
    Ok(Some(format!(
        "{}: is damaged; it was kept as {}, and what can be read of it stands in a new one: {}",
        path.display(),
        aside.display(),
        carried.told()
    )))
}

/// Makes the new library under a name of its own, whole and on the disk.
fn carry_beside(path: &Path, old: Option<&Damaged>) -> Result<Carried> {
    let beside = file::with(path, CARRIED);
    for ending in ["", "-wal", "-shm"] {
        // What a process left that was killed while it did this.
        let _ = fs::remove_file(file::with(&beside, ending));
    }
    let mut database = try_open(&beside, Opening::First)?;
    let carried = match old {
        Some(old) => carry::carry(old.connection(), &mut database)?,
        None => Carried::default(),
    };
    drop(database);
    if file::has_wal(&beside) {
        return Err(Error::new(ErrorKind::Write, &beside));
    }
    let file = File::open(&beside).and_then(|file| file.sync_all());
    file.map_err(|e| Error::because(ErrorKind::Write, &beside, e))?;
    Ok(carried)
}

/// Gives the damaged library and its WAL a second name each, under which they stay; gives
/// that of the library.
///
/// Refused where the disk knows no links: moving them would leave a moment without either.
fn put_aside(path: &Path) -> Result<PathBuf> {
    let because = |e: io::Error| {
        let cause = format!("it is damaged and cannot be kept under another name: {e}");
        Error::because(ErrorKind::Write, path, cause)
    };
    let now = jiff::ZonedDateTime::now().strftime("%Y-%m-%d-%H%M%S");
    let first = file::with(path, &format!(".damaged-{now}"));
    let mut count = 1;
    let aside = loop {
        let name = match count {
            1 => first.clone(),
            _ => file::with(&first, &format!("-{count}")),
        };
        match fs::hard_link(path, &name) {
            Ok(()) => break name,
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && count < ASIDE => count += 1,
            Err(e) => return Err(because(e)),
        }
    };
    let wal = file::with(path, "-wal");
    if wal.exists() {
        fs::hard_link(&wal, file::with(&aside, "-wal")).map_err(because)?;
    }
    sync_folder(path)?;
    Ok(aside)
}

/// Says that the new library is whole and the old one is kept.
fn finish(path: &Path) -> Result<()> {
    let because = |e| Error::because(ErrorKind::Write, path, e);
    fs::rename(file::with(path, CARRIED), file::with(path, FINISHED)).map_err(because)?;
    sync_folder(path)
}

/// Puts the finished library in the place of the damaged one.
fn settle(path: &Path) -> Result<()> {
    let because = |e| Error::because(ErrorKind::Write, path, e);
    for ending in ["-wal", "-shm"] {
        match fs::remove_file(file::with(path, ending)) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(because(e)),
            _ => {}
        }
    }
    // Without their names the files of the old library can no longer come back.
    sync_folder(path)?;
    fs::rename(file::with(path, FINISHED), path).map_err(because)?;
    sync_folder(path)
}

fn sync_folder(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let synced = File::open(folder.unwrap_or(Path::new("."))).and_then(|it| it.sync_all());
    synced.map_err(|e| Error::because(ErrorKind::Write, path, e))
}
