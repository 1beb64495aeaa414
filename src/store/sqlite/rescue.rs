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

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, Result, params};

use super::open::try_open;
use super::{Database, Opening, file, kind_of, read};
use crate::error::{self, Error, ErrorKind};
use crate::model::{Analysis, Article, Entry, Provenance};

/// What the name of the sign ends with.
const SIGN: &str = ".found-damaged";
/// What the name of a new library ends with while it is being made.
const CARRIED: &str = ".carried";
/// The same, when it holds all that it will, and the old files have a second name.
const FINISHED: &str = ".rescued";
/// How many damaged libraries of one second are kept apart.
const ASIDE: usize = 100;
/// How long another program that only looks at the file is waited for.
const PATIENCE: Duration = Duration::from_millis(200);
/// Articles that are carried over in one transaction.
const BATCH: usize = 200;

/// Where the numbers of articles stand: each may be readable where others are not.
const NUMBERS: [&str; 5] = [
    "SELECT id FROM article ORDER BY id",
    "SELECT id FROM article ORDER BY id DESC",
    "SELECT id FROM article INDEXED BY article_date ORDER BY published DESC, id DESC",
    "SELECT article FROM body ORDER BY article",
    "SELECT article FROM body ORDER BY article DESC",
];

/// The columns of the tables that hold what people decided, from both ends.
const MARKS: [&str; 2] = [
    r#"SELECT key, start, "end", what, name, value, at FROM mark"#,
    r#"SELECT key, start, "end", what, name, value, at FROM mark
       ORDER BY key DESC, start DESC, "end" DESC, what DESC, name DESC"#,
];
const DEEDS: [&str; 2] = [
    "SELECT id, label, at, undone, steps FROM deed ORDER BY id",
    "SELECT id, label, at, undone, steps FROM deed ORDER BY id DESC",
];

/// What could be carried over.
#[derive(Debug, Default)]
struct Carried {
    articles: usize,
    /// As the old library counted them, if that can be read.
    of: Option<usize>,
    marks: usize,
}

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
pub(super) fn rescue(path: &Path) -> error::Result<Option<String>> {
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

fn mend(path: &Path) -> error::Result<Option<String>> {
    let finished = file::with(path, FINISHED).exists();
    if !path.exists() && !finished {
        return Ok(None);
    }
    let old = open_damaged(path, path.exists())?;
    if finished {
        drop(old);
        settle(path)?;
        let told =
            "is damaged; it was kept beside the new one that an earlier start has made of it";
        return Ok(Some(format!("{}: {told}", path.display())));
    }
    if is_sound(path, old.as_ref())? {
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
fn carry_beside(path: &Path, old: Option<&Damaged>) -> error::Result<Carried> {
    let beside = file::with(path, CARRIED);
    for ending in ["", "-wal", "-shm"] {
        // What a process left that was killed while it did this.
        let _ = fs::remove_file(file::with(&beside, ending));
    }
    let mut database = try_open(&beside, Opening::First)?;
    let carried = match old {
        Some(old) => carry(&old.connection, &mut database)?,
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
fn put_aside(path: &Path) -> error::Result<PathBuf> {
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
fn finish(path: &Path) -> error::Result<()> {
    let because = |e| Error::because(ErrorKind::Write, path, e);
    fs::rename(file::with(path, CARRIED), file::with(path, FINISHED)).map_err(because)?;
    sync_folder(path)
}

/// Puts the finished library in the place of the damaged one.
fn settle(path: &Path) -> error::Result<()> {
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

fn sync_folder(path: &Path) -> error::Result<()> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let synced = File::open(folder.unwrap_or(Path::new("."))).and_then(|it| it.sync_all());
    synced.map_err(|e| Error::because(ErrorKind::Write, path, e))
}

impl Carried {
    fn told(&self) -> String {
        let of = self.of.filter(|of| *of >= self.articles);
        let of = of.map(|of| format!(" of {of}")).unwrap_or_default();
        format!("{}{of} articles, {} marks", self.articles, self.marks)
    }
}

/// A damaged library, open for reading alone and for nobody else.
struct Damaged {
    connection: Connection,
    /// Whether there was a WAL before.
    wal: Option<PathBuf>,
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

/// Opens the library so that nothing of it is changed; nothing when there is none.
///
/// A library in use has a WAL, for which a connection that wants the file for itself
/// needs the lock that everybody else shares. No index of the WAL is written then either.
///
/// # Errors
/// When anybody else has it open, or it cannot be read for another reason than damage.
fn open_damaged(path: &Path, is_there: bool) -> error::Result<Option<Damaged>> {
    if !is_there {
        return Ok(None);
    }
    let wal = Some(file::with(path, "-wal")).filter(|wal| !wal.exists());
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || -> Result<Connection> {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        // A page whose cells are out of order is no page to be read.
        connection.execute_batch(
            "PRAGMA cell_size_check = ON; PRAGMA query_only = ON; PRAGMA locking_mode = EXCLUSIVE",
        )?;
        Ok(connection)
    };
    let connection = open().map_err(|e| why(path, e))?;
    let damaged = Damaged { connection, wal };
    let first = "SELECT count(*) FROM sqlite_schema";
    let first = damaged.connection.query_row(first, [], |_| Ok(()));
    match first {
        Err(error) if !is_damage(&error) => Err(why(path, error)),
        _ => Ok(Some(damaged)),
    }
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

/// Reads the whole file. Only done where something was wrong already.
fn is_sound(path: &Path, old: Option<&Damaged>) -> error::Result<bool> {
    let Some(Damaged { connection, .. }) = old else {
        return Ok(false);
    };
    let said = connection.query_row("PRAGMA integrity_check(1)", [], |row| {
        row.get::<_, String>(0)
    });
    match said {
        Ok(said) => Ok(said == "ok"),
        Err(error) if is_damage(&error) => Ok(false),
        Err(error) => Err(why(path, error)),
    }
}

/// Marks go first: what a person corrected is written into the lists with its article.
fn carry(old: &Connection, new: &mut Database) -> error::Result<Carried> {
    let mut carried = Carried {
        of: read::fact(old, "articles").ok(),
        ..Carried::default()
    };
    new.write(|new| {
        carried.marks = carry_marks(old, new, None)?;
        carry_deeds(old, new)
    })?;
    let numbers: Vec<i64> = numbers(old).into_iter().collect();
    for numbers in numbers.chunks(BATCH) {
        let mut entries = Vec::with_capacity(numbers.len());
        let mut outdated = Vec::new();
        let mut keys = vec![String::new()];
        for &number in numbers {
            // Its key is made of its text, so that no flipped letter goes unnoticed.
            let Some(article) = read::article(old, number).ok().filter(is_whole) else {
                continue;
            };
            keys.push(article.id.to_string());
            let analysis = read::analysis(old, number, &article).ok().flatten();
            if analysis.is_none() {
                outdated.push(article.id);
            }
            entries.extend(of_files(files(old, number), (article, analysis)));
        }
        // Between two damaged places no way leads but by the key of the article.
        carried.marks += new.write(|new| carry_marks(old, new, Some(&keys)))?;
        carried.articles += new.add(&entries, &[])?.added;
        for id in outdated {
            new.mark_outdated(id);
        }
    }
    Ok(carried)
}

/// The article once for each file that holds it. An analysis that cannot be read is made
/// anew at the next start.
fn of_files(
    files: Vec<Provenance>,
    (article, analysis): (Article, Option<Analysis>),
) -> impl Iterator<Item = Entry> {
    let analysis = analysis.unwrap_or_default();
    let files = match files.is_empty() {
        true => vec![Provenance::default()],
        false => files,
    };
    files.into_iter().map(move |provenance| Entry {
        article: article.clone(),
        analysis: analysis.clone(),
        provenance,
    })
}

fn is_whole(article: &Article) -> bool {
    let same = Article::new(
        article.text.clone(),
        article.blocks.clone(),
        article.meta.clone(),
    );
    let inside = |span: crate::model::Span| article.text.get(span.start..span.end).is_some();
    let spans = article
        .blocks
        .iter()
        .flat_map(|block| std::iter::once(block.span).chain(block.credit));
    same.id == article.id && spans.chain(article.meta.headline).all(inside)
}

fn files(old: &Connection, number: i64) -> Vec<Provenance> {
    let sql = "SELECT path, part, stamp FROM provenance WHERE article = ?1 ORDER BY path, part";
    let Ok(mut query) = old.prepare_cached(sql) else {
        return Vec::new();
    };
    let rows = query.query_map([number], read::provenance);
    rows.map(|rows| rows.map_while(Result::ok).collect())
        .unwrap_or_default()
}

fn numbers(old: &Connection) -> BTreeSet<i64> {
    let mut numbers = BTreeSet::new();
    for sql in NUMBERS {
        rows(old, (sql, &[]), |row| {
            numbers.insert(row.get(0)?);
            Ok(())
        });
    }
    numbers
}

/// Hands every row to `each` until one cannot be read.
fn rows(
    old: &Connection,
    (sql, values): (&str, &[&dyn rusqlite::ToSql]),
    mut each: impl FnMut(&rusqlite::Row<'_>) -> Result<()>,
) {
    let Ok(mut query) = old.prepare_cached(sql) else {
        return;
    };
    let Ok(mut rows) = query.query(values) else {
        return;
    };
    while let Ok(Some(row)) = rows.next() {
        // A row that makes no sense is no reason to stop at it.
        let _ = each(row);
    }
}

/// Copies every mark that can be read, whatever version made it, or those on the articles
/// of `keys`; gives how many are new.
fn carry_marks(old: &Connection, new: &Connection, keys: Option<&[String]>) -> Result<usize> {
    let mut put = new.prepare_cached(
        r#"INSERT OR IGNORE INTO mark (key, start, "end", what, name, value, at)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"#,
    )?;
    let mut carried = 0;
    let mut copy = |row: &rusqlite::Row<'_>| {
        let value: String = row.get(5)?;
        if serde_json::from_str::<serde_json::Value>(&value).is_ok() {
            let (key, start, end): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (what, name, at): (String, String, String) =
                (row.get(3)?, row.get(4)?, row.get(6)?);
            carried += put.execute(params![key, start, end, what, name, value, at])?;
        }
        Ok(())
    };
    let Some(keys) = keys else {
        for sql in MARKS {
            rows(old, (sql, &[]), &mut copy);
        }
        return Ok(carried);
    };
    let one = format!("{} WHERE key = ?1", MARKS[0]);
    for key in keys {
        rows(old, (&one, &[key]), &mut copy);
    }
    Ok(carried)
}

fn carry_deeds(old: &Connection, new: &Connection) -> Result<()> {
    let mut put = new.prepare(
        "INSERT OR IGNORE INTO deed (id, label, at, undone, steps) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for sql in DEEDS {
        rows(old, (sql, &[]), |row| {
            let steps: String = row.get(4)?;
            if serde_json::from_str::<serde_json::Value>(&steps).is_ok() {
                let (id, undone): (i64, bool) = (row.get(0)?, row.get(3)?);
                let (label, at): (String, String) = (row.get(1)?, row.get(2)?);
                put.execute(params![id, label, at, undone, steps])?;
            }
            Ok(())
        });
    }
    Ok(())
}
