//! Carrying over what can be read of a damaged library into a new one.
//!
//! SQLite meets damage only where it reads, so that it may show long after the start.
//! Whoever meets it leaves a sign beside the file; the next opening looks at the whole
//! file, and makes it anew if it has to. Nothing of the old file is changed or deleted.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::Path;

use rusqlite::{Connection, OpenFlags, Result, params};

use super::open::try_open;
use super::{Database, file, read};
use crate::error::{self, Error, ErrorKind};
use crate::model::{Article, Entry, Provenance};

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
pub(super) fn report(path: &Path) {
    if file::may_be_moved(path) && file::is_mine(path) {
        let _ = file::create(&file::with(path, SIGN));
    }
}

/// Whether somebody left that sign.
pub(super) fn is_reported(path: &Path) -> bool {
    file::with(path, SIGN).exists()
}

/// What the name of the sign ends with.
const SIGN: &str = ".found-damaged";

/// Looks at the whole library at `path`, on which a sign was left. A damaged one is put
/// aside, and what can be read of it carried into a new one; tells so in one line.
///
/// # Errors
/// When the new one cannot be made, or another process is doing all this.
pub(super) fn rescue(path: &Path) -> error::Result<Option<String>> {
    let because = |e| Error::because(ErrorKind::Write, path, e);
    let sign = file::with(path, SIGN);
    let held = File::open(&sign).map_err(because)?;
    let lock = rustix::fs::FlockOperation::NonBlockingLockExclusive;
    if rustix::fs::flock(&held, lock).is_err() {
        return Err(Error::new(ErrorKind::Busy, path));
    }
    // Another process may have done it all since the sign was seen.
    let notice = match sign.exists() && !is_sound(path) {
        true => Some(make_anew(path)?),
        false => None,
    };
    let _ = fs::remove_file(&sign);
    Ok(notice)
}

fn make_anew(path: &Path) -> error::Result<String> {
    let because = |e| Error::because(ErrorKind::Write, path, e);
    let beside = file::with(path, ".carried");
    for ending in ["", "-wal", "-shm"] {
        // What a process left that was killed while it did this.
        let _ = fs::remove_file(file::with(&beside, ending));
    }
    let mut database = try_open(&beside)?;
    let carried = match open_damaged(path) {
        Ok(old) => carry(&old, &mut database)?,
        Err(_) => Carried::default(),
    };
    drop(database);
    let aside = file::put_aside(path)?;
    fs::rename(&beside, path).map_err(because)?;
    Ok(format!(
        "{}: is damaged; it was kept as {}, and what can be read of it stands in a new one: {}",
        path.display(),
        aside.display(),
        carried.told()
    ))
}

impl Carried {
    fn told(&self) -> String {
        let of = self.of.filter(|of| *of >= self.articles);
        let of = of.map(|of| format!(" of {of}")).unwrap_or_default();
        format!("{}{of} articles, {} marks", self.articles, self.marks)
    }
}

fn open_damaged(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // A page whose cells are out of order is no page to be read.
    connection.execute_batch("PRAGMA cell_size_check = ON; PRAGMA query_only = ON")?;
    Ok(connection)
}

/// Reads the whole file. Only done where something was wrong already.
fn is_sound(path: &Path) -> bool {
    let check = |connection: Connection| {
        connection.query_row("PRAGMA integrity_check(1)", [], |row| {
            row.get::<_, String>(0)
        })
    };
    open_damaged(path)
        .and_then(check)
        .is_ok_and(|said| said == "ok")
}

fn carry(old: &Connection, new: &mut Database) -> error::Result<Carried> {
    let mut carried = Carried {
        of: read::fact(old, "articles").ok(),
        ..Carried::default()
    };
    let mut keys = BTreeSet::from([String::new()]);
    for number in numbers(old) {
        // Its key is made of its text, so that no flipped letter goes unnoticed.
        let Ok(article) = read::article(old, number) else {
            continue;
        };
        if !is_whole(&article) {
            continue;
        }
        keys.insert(article.id.to_string());
        carried.articles += usize::from(carry_article(old, (number, article), new)?);
    }
    new.write(|new| {
        carried.marks = carry_marks(old, new, &keys)?;
        carry_deeds(old, new)
    })?;
    Ok(carried)
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

/// Adds an article and the files that hold it. An analysis that cannot be read is made
/// anew at the next start.
fn carry_article(
    old: &Connection,
    (number, article): (i64, Article),
    new: &mut Database,
) -> error::Result<bool> {
    let analysis = read::analysis(old, number, &article).ok().flatten();
    let missing = analysis.is_none();
    let id = article.id;
    let files = files(old, number);
    let first = files.first().cloned().unwrap_or_default();
    let entry = Entry {
        article,
        analysis: analysis.unwrap_or_default(),
        provenance: first,
    };
    let added = new.add(std::slice::from_ref(&entry), &[])?;
    for file in files.into_iter().skip(1) {
        let provenance = file;
        new.add(
            &[Entry {
                provenance,
                ..entry.clone()
            }],
            &[],
        )?;
    }
    if missing {
        new.mark_outdated(id);
    }
    Ok(added.added > 0)
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

/// Copies every mark that can be read, whatever version made it; gives how many.
fn carry_marks(old: &Connection, new: &Connection, keys: &BTreeSet<String>) -> Result<usize> {
    let mut put = new.prepare(
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
    for sql in MARKS {
        rows(old, (sql, &[]), &mut copy);
    }
    // Between two damaged places neither way leads: each article is asked for its own.
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
