//! What people decided, and the log by which it is taken back.
//!
//! Written at once to the disk, so that no power cut loses a decision.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Result, params};
use serde::{Deserialize, Serialize};

use super::Database;
use super::write::Writer;
use crate::error;
use crate::model::{ArticleId, Change, Mark, MarkKey};
use crate::store::correct::Names;

/// Deeds that can be taken back at most.
const KEPT: i64 = 1_000;

/// One mark that a deed changed.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Step {
    pub(super) key: MarkKey,
    pub(super) before: Option<Mark>,
    pub(super) after: Option<Mark>,
}

impl Database {
    /// Every mark, and the revision at which they were read.
    pub fn marks(&self) -> error::Result<(Vec<Mark>, usize)> {
        self.read(|connection| {
            let mut query = connection.prepare_cached(
                r#"SELECT value FROM mark ORDER BY key, start, "end", what, name"#,
            )?;
            let mut rows = query.query([])?;
            let mut marks = Vec::new();
            while let Some(row) = rows.next()? {
                marks.extend(read(&row.get::<_, String>(0)?));
            }
            Ok((marks, super::read::fact(connection, "revision")?))
        })
    }

    /// Carries out `changes` as one deed, which `label` names.
    pub fn change(&mut self, label: &str, changes: &[Change]) -> error::Result<()> {
        self.decide(|connection| {
            let mut steps = Vec::new();
            for change in changes {
                let (mark, after) = match change {
                    Change::Set(mark) => (mark, Some(mark.clone())),
                    Change::Remove(mark) => (mark, None),
                };
                let key = mark.key();
                let before = mark_at(connection, &key)?;
                if before != after {
                    put(connection, &key, after.as_ref())?;
                    steps.push(Step { key, before, after });
                }
            }
            if steps.is_empty() {
                return Ok(());
            }
            connection.execute("DELETE FROM deed WHERE undone", [])?;
            connection
                .prepare_cached("INSERT INTO deed (label, at, steps) VALUES (?1, ?2, ?3)")?
                .execute(params![label, now(), packed(&steps)?])?;
            connection
                .prepare_cached("DELETE FROM deed WHERE id <= (SELECT max(id) FROM deed) - ?1")?
                .execute([KEPT])?;
            reindex(connection, &steps)
        })
    }

    /// Takes the last deed back; gives its name.
    pub fn undo(&mut self) -> error::Result<Option<String>> {
        self.again(
            "SELECT id, label, steps, undone FROM deed WHERE NOT undone ORDER BY id DESC LIMIT 1",
            |step| step.before.as_ref(),
        )
    }

    /// Does the deed again that was taken back last; gives its name.
    pub fn redo(&mut self) -> error::Result<Option<String>> {
        self.again(
            "SELECT id, label, steps, undone FROM deed WHERE undone ORDER BY id LIMIT 1",
            |step| step.after.as_ref(),
        )
    }

    fn again(
        &mut self,
        which: &str,
        side: impl Fn(&Step) -> Option<&Mark>,
    ) -> error::Result<Option<String>> {
        self.decide(|connection| {
            let deed = connection
                .prepare_cached(which)?
                .query_row([], |row| {
                    let steps: String = row.get(2)?;
                    let undone: bool = row.get(3)?;
                    Ok((row.get::<_, i64>(0)?, row.get(1)?, steps, undone))
                })
                .optional()?;
            let Some((id, label, steps, undone)) = deed else {
                return Ok(None);
            };
            // A later version may have made it: then nothing happens, and it is told.
            let steps: Vec<Step> = serde_json::from_str(&steps).map_err(unreadable)?;
            // Of two steps on one mark the first one knows what was there at first.
            let mut last_first: Vec<&Step> = steps.iter().collect();
            if !undone {
                last_first.reverse();
            }
            for step in last_first {
                put(connection, &step.key, side(step))?;
            }
            connection
                .prepare_cached("UPDATE deed SET undone = NOT undone WHERE id = ?1")?
                .execute([id])?;
            reindex(connection, &steps)?;
            Ok(Some(label))
        })
    }

    /// Writes what a person decided, and waits until the disk has it.
    fn decide<T>(&mut self, work: impl FnOnce(&Connection) -> Result<T>) -> error::Result<T> {
        let set = |connection: &Connection, how: &str| {
            connection.pragma_update(None, "synchronous", how).is_ok()
        };
        set(&self.connection, "FULL");
        let done = self.write(|transaction| work(transaction));
        set(&self.connection, "NORMAL");
        done
    }
}

/// The marks on an article that say what else is in it.
pub(super) fn corrections(connection: &Connection, article: &str) -> Result<Vec<Mark>> {
    let mut query = connection
        .prepare_cached("SELECT value FROM mark WHERE key = ?1 AND what IN ('speaker', 'same')")?;
    let mut rows = query.query([article])?;
    let mut marks = Vec::new();
    while let Some(row) = rows.next()? {
        marks.extend(read(&row.get::<_, String>(0)?));
    }
    Ok(marks)
}

/// The names that are others in every article.
pub(super) fn names(connection: &Connection) -> Result<Names> {
    Ok(Names::new(&corrections(connection, "")?))
}

/// A mark that a later version made may be none that we know; it is left alone.
pub(super) fn read(value: &str) -> Option<Mark> {
    serde_json::from_str(value).ok()
}

fn mark_at(connection: &Connection, key: &MarkKey) -> Result<Option<Mark>> {
    let value: Option<String> = connection
        .prepare_cached(
            r#"SELECT value FROM mark
               WHERE key = ?1 AND start = ?2 AND "end" = ?3 AND what = ?4 AND name = ?5"#,
        )?
        .query_row(
            params![
                key.article,
                key.span.start,
                key.span.end,
                key.what,
                key.name
            ],
            |row| row.get(0),
        )
        .optional()?;
    Ok(value.as_deref().and_then(read))
}

pub(super) fn put(connection: &Connection, key: &MarkKey, mark: Option<&Mark>) -> Result<()> {
    let place = params![
        key.article,
        key.span.start,
        key.span.end,
        key.what,
        key.name
    ];
    match mark {
        Some(mark) => connection
            .prepare_cached(
                r#"INSERT OR REPLACE INTO mark (key, start, "end", what, name, value, at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"#,
            )?
            .execute(params![
                key.article,
                key.span.start,
                key.span.end,
                key.what,
                key.name,
                packed(mark)?,
                now()
            ])?,
        None => connection
            .prepare_cached(
                r#"DELETE FROM mark
                   WHERE key = ?1 AND start = ?2 AND "end" = ?3 AND what = ?4 AND name = ?5"#,
            )?
            .execute(place)?,
    };
    Ok(())
}

/// Writes the indexes of every article anew of which a correction changed.
fn reindex(connection: &Connection, steps: &[Step]) -> Result<()> {
    let changed = steps.iter().flat_map(|step| [&step.before, &step.after]);
    let articles: BTreeSet<ArticleId> = changed
        .flatten()
        .filter(|mark| mark.is_correction())
        .filter_map(Mark::article)
        .collect();
    let mut writer = Writer::new(connection);
    for article in articles {
        writer.index_again(article)?;
    }
    writer.finish()
}

pub(super) fn packed<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))
}

fn unreadable(error: serde_json::Error) -> rusqlite::Error {
    let column = rusqlite::types::Type::Text;
    rusqlite::Error::FromSqlConversionFailure(2, column, error.into())
}

fn now() -> String {
    jiff::Timestamp::now()
        .strftime("%Y-%m-%dT%H:%M:%SZ")
        .to_string()
}
