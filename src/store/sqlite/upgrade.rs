//! The versions of the tables, and how a library of an older one is brought up.
//!
//! A step changes tables only. What is derived is not made here: it is left marked
//! as outdated and made anew the ordinary way, since that takes as long as an import.
//! What is only counted is counted here, in a second or two for 100,000 articles.
//! What people decided goes through every step unchanged.

use rusqlite::{Connection, Result, TransactionBehavior};

/// What `schema.sql` makes.
pub(super) const SCHEMA: i32 = 4;

/// The step from every earlier version to the next one, oldest first.
const STEPS: [&str; SCHEMA as usize - 1] = [
    // 1 to 2: an index knows which version of it was written. None does yet.
    "ALTER TABLE analysis ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;
     DROP INDEX analysis_version;
     CREATE INDEX analysis_version ON analysis (version, indexed);",
    // 2 to 3: one table for everything that people decide, and a log of it.
    r#"CREATE TABLE mark (
         key TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
         what TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, at TEXT NOT NULL,
         PRIMARY KEY (key, start, "end", what, name)
       ) WITHOUT ROWID;
       CREATE TABLE deed (
         id INTEGER PRIMARY KEY, label TEXT NOT NULL, at TEXT NOT NULL,
         undone INTEGER NOT NULL DEFAULT 0, steps TEXT NOT NULL
       );
       INSERT INTO mark SELECT key, start, "end", 'tagged', name, json_object(
         'mark', 'tagged', 'tag', name, 'on', json_object('article', key, 'words', '',
           'span', json_object('start', start, 'end', "end"))), '' FROM tag;
       INSERT INTO mark SELECT '', 0, 0, 'same', lower(kind) || ' ' || name, json_object(
         'mark', 'same', 'article', NULL,
         'who', json_object('name', name, 'kind', upper(substr(kind, 1, 1)) || substr(kind, 2)),
         'is', json_object('name', into_name,
           'kind', upper(substr(kind, 1, 1)) || substr(kind, 2))), at FROM actor_merge;
       DROP TABLE tag; DROP TABLE actor_merge; DROP TABLE correction;"#,
    // 3 to 4: how often an actor speaks and is named is kept and no longer counted.
    "ALTER TABLE actor ADD COLUMN quotes INTEGER NOT NULL DEFAULT 0;
     ALTER TABLE actor ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
     UPDATE actor SET
       quotes = (SELECT count(*) FROM quote WHERE quote.actor = actor.id),
       mentions = (SELECT coalesce(sum(count), 0) FROM mention WHERE mention.actor = actor.id);",
];

/// Brings an older library up, all of the way or not at all. Does nothing when
/// another process was faster.
pub(super) fn upgrade(connection: &mut Connection) -> Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version = version(&transaction)?;
    let done = usize::try_from(version - 1).unwrap_or(0);
    for step in STEPS.iter().skip(done) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", version.max(SCHEMA))?;
    transaction.commit()
}

/// The version of the tables that are there.
pub(super) fn version(connection: &Connection) -> Result<i32> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}
