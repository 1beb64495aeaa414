//! Adding, replacing, removing.
//!
//! A file and part hold one article at a time; an article lives as long as one
//! file holds it. What people decided outlives it, and goes along to a changed text
//! of the same story in its file; nothing else touches it here.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{CachedStatement, Connection, OptionalExtension, Result, params};

use super::Database;
use super::index::INDEX_VERSION;
use crate::error;
use crate::model::{ANALYSIS_VERSION, Article, ArticleId, Entry, Provenance};
use crate::store::{Added, FileRead};

impl Database {
    pub fn add(&mut self, entries: &[Entry], files: &[FileRead]) -> error::Result<Added> {
        self.write(|connection| {
            let mut added = Added::default();
            let mut writer = Writer::new(connection);
            for entry in entries {
                match writer.add(entry)? {
                    Outcome::Added => added.added += 1,
                    Outcome::Known => added.known += 1,
                    Outcome::Changed => added.changed += 1,
                }
            }
            for file in files {
                added.removed += writer.settle(file)?;
            }
            writer.finish()?;
            Ok(added)
        })
    }

    pub fn remove(&mut self, id: ArticleId) -> error::Result<bool> {
        self.write(|connection| {
            let mut writer = Writer::new(connection);
            let number = writer.number(id)?;
            if let Some(number) = number {
                writer.remove(number)?;
            }
            writer.finish()?;
            Ok(number.is_some())
        })
    }

    pub fn forget(&mut self, gone: &[Provenance]) -> error::Result<usize> {
        self.write(|connection| {
            let mut writer = Writer::new(connection);
            let mut removed = 0;
            for provenance in gone {
                if let Some(number) = writer.release(&provenance.path, provenance.part)? {
                    removed += usize::from(writer.remove_if_unheld(number)?);
                }
            }
            writer.finish()?;
            Ok(removed)
        })
    }

    pub fn renew(&mut self, entries: &[Entry]) -> error::Result<usize> {
        self.write(|connection| {
            let mut writer = Writer::new(connection);
            let mut renewed = 0;
            for entry in entries {
                let Some(number) = writer.number(entry.article.id)? else {
                    continue;
                };
                // Another process may have read the article better meanwhile.
                if super::read::article(connection, number)? == entry.article {
                    writer.remove_derived(number)?;
                    writer.derive(number, &entry.article, &entry.analysis)?;
                    renewed += 1;
                }
            }
            writer.finish()?;
            Ok(renewed)
        })
    }

    pub fn tidy(&mut self) -> error::Result<()> {
        self.write(|connection| {
            connection.execute_batch(TIDY)?;
            connection.execute_batch(COUNT)?;
            connection.execute_batch(OPTIMIZE)
        })
    }

    pub fn recount(&mut self) -> error::Result<()> {
        match self.blocked().is_none() && self.read(super::names::are_wrong)? {
            true => self.write(|connection| connection.execute_batch(COUNT)),
            false => Ok(()),
        }
    }
}

/// What brings everything derived to what a new library would hold.
const TIDY: &str = "
    DELETE FROM actor WHERE id NOT IN (
      SELECT actor FROM mention UNION SELECT actor FROM quote WHERE actor IS NOT NULL
    );
    DELETE FROM alias WHERE actor NOT IN (SELECT id FROM actor);
";

/// Counts again what is kept with every change.
const COUNT: &str = "
    UPDATE actor SET
      quotes = (SELECT count(*) FROM quote WHERE quote.actor = actor.id),
      mentions = (SELECT coalesce(sum(count), 0) FROM mention WHERE mention.actor = actor.id);
    UPDATE fact SET value = (SELECT count(*) FROM article) WHERE name = 'articles';
    UPDATE fact SET value = (SELECT count(*) FROM quote) WHERE name = 'quotes';
";

const OPTIMIZE: &str = "
    INSERT INTO article_fts (article_fts) VALUES ('optimize');
    INSERT INTO quote_fts (quote_fts) VALUES ('optimize');
";

enum Outcome {
    Added,
    Known,
    Changed,
}

/// One transaction at work; counts what it changes.
pub(super) struct Writer<'a> {
    pub(super) connection: &'a Connection,
    articles: i64,
    pub(super) quotes: i64,
    /// How many more quotes and mentions each actor has now. Whoever is named in many
    /// articles of a batch is written once.
    actors: HashMap<i64, Gain>,
}

/// What an actor gained; negative when it lost.
#[derive(Default)]
struct Gain {
    quotes: i64,
    mentions: i64,
}

impl<'a> Writer<'a> {
    pub(super) fn new(connection: &'a Connection) -> Self {
        Self {
            connection,
            articles: 0,
            quotes: 0,
            actors: HashMap::new(),
        }
    }

    /// Counts quotes of which `actor` is the speaker.
    pub(super) fn speaks(&mut self, actor: i64, more: i64) {
        self.actors.entry(actor).or_default().quotes += more;
    }

    /// Counts places where an article names `actor`.
    pub(super) fn is_named(&mut self, actor: i64, more: i64) {
        self.actors.entry(actor).or_default().mentions += more;
    }

    pub(super) fn sql(&self, sql: &str) -> Result<CachedStatement<'a>> {
        self.connection.prepare_cached(sql)
    }

    /// Writes the counts.
    pub(super) fn finish(self) -> Result<()> {
        let mut add = self.sql("UPDATE fact SET value = value + ?2 WHERE name = ?1")?;
        add.execute(params!["articles", self.articles])?;
        add.execute(params!["quotes", self.quotes])?;
        let mut count = self
            .sql("UPDATE actor SET quotes = quotes + ?2, mentions = mentions + ?3 WHERE id = ?1")?;
        // In their order: neighbours stand on one page.
        let mut actors: Vec<_> = self.actors.into_iter().collect();
        actors.sort_unstable_by_key(|(actor, _)| *actor);
        for (actor, gain) in actors {
            if gain.quotes != 0 || gain.mentions != 0 {
                count.execute(params![actor, gain.quotes, gain.mentions])?;
            }
        }
        Ok(())
    }

    fn add(&mut self, entry: &Entry) -> Result<Outcome> {
        let (path, part) = place(entry);
        let known = self.number(entry.article.id)?;
        let before = self
            .sql("SELECT article FROM provenance WHERE path = ?1 AND part = ?2")?
            .query_row(params![path, part], |row| row.get::<_, i64>(0))
            .optional()?;
        let number = match known {
            Some(number) => {
                self.refresh(number, before == known, entry)?;
                number
            }
            None => self.insert(entry)?,
        };
        self.sql("INSERT OR REPLACE INTO provenance (article, path, part, stamp) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![number, path, part, entry.provenance.stamp])?;
        Ok(match before {
            Some(before) if before != number => {
                let old = super::read::article(self.connection, before)?;
                if self.remove_if_unheld(before)? {
                    super::carry::carry(self, &old, &entry.article)?;
                }
                Outcome::Changed
            }
            _ if known.is_some() => Outcome::Known,
            _ => Outcome::Added,
        })
    }

    fn number(&self, id: ArticleId) -> Result<Option<i64>> {
        self.sql("SELECT id FROM article WHERE key = ?1")?
            .query_row([id.to_string()], |row| row.get(0))
            .optional()
    }

    /// Brings a known article up to date, if it was read better or analysed anew.
    ///
    /// The same text may come from files that know more or less about it. A file that
    /// holds the article alone is believed; of several none is, as no one is better.
    fn refresh(&mut self, number: i64, held_here: bool, entry: &Entry) -> Result<()> {
        let holders: i64 = self
            .sql("SELECT count(*) FROM provenance WHERE article = ?1")?
            .query_row([number], |row| row.get(0))?;
        let stored = super::read::article(self.connection, number)?;
        let believed = holders == 0 || (holders == 1 && held_here);
        if believed && stored != entry.article {
            self.remove_derived(number)?;
            self.update(number, &entry.article)?;
            return self.derive(number, &entry.article, &entry.analysis);
        }
        let versions: Option<(u32, u32)> = self
            .sql("SELECT version, indexed FROM analysis WHERE article = ?1")?
            .query_row([number], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let current = versions.is_some_and(|(analysis, index)| {
            analysis >= ANALYSIS_VERSION && index >= INDEX_VERSION
        });
        if (current && !believed) || stored != entry.article {
            return Ok(());
        }
        let old = super::read::analysis(self.connection, number, &stored)?;
        if current && old.as_ref() == Some(&entry.analysis) {
            return Ok(());
        }
        self.remove_derived(number)?;
        self.derive(number, &stored, &entry.analysis)
    }

    /// Writes the indexes of an article anew; nothing is done for one that is not
    /// there or whose analysis is to be made anew anyway.
    pub(super) fn index_again(&mut self, id: ArticleId) -> Result<()> {
        let Some(number) = self.number(id)? else {
            return Ok(());
        };
        let article = super::read::article(self.connection, number)?;
        if let Some(analysis) = super::read::analysis(self.connection, number, &article)? {
            self.remove_derived(number)?;
            self.derive(number, &article, &analysis)?;
        }
        Ok(())
    }

    fn insert(&mut self, entry: &Entry) -> Result<i64> {
        self.sql("INSERT INTO article (key, headline, format) VALUES (?1, '', '')")?
            .execute([entry.article.id.to_string()])?;
        let number = self.connection.last_insert_rowid();
        self.articles += 1;
        self.sql("INSERT INTO body (article, text, blocks) VALUES (?1, ?2, x'')")?
            .execute(params![number, entry.article.text])?;
        self.update(number, &entry.article)?;
        self.derive(number, &entry.article, &entry.analysis)?;
        Ok(number)
    }

    /// Writes what is known about an article besides its text.
    fn update(&mut self, number: i64, article: &Article) -> Result<()> {
        let meta = &article.meta;
        let source = match &meta.source {
            Some(name) => Some(self.source(name)?),
            None => None,
        };
        self.sql(
            "UPDATE article SET published = ?2, published_text = ?3, source = ?4, headline = ?5,
             byline = ?6, language = ?7, url = ?8, format = ?9 WHERE id = ?1",
        )?
        .execute(params![
            number,
            meta.published,
            meta.published_text,
            source,
            article.headline(),
            meta.byline,
            meta.language,
            meta.url,
            meta.format.word(),
        ])?;
        self.sql("UPDATE body SET blocks = ?2 WHERE article = ?1")?
            .execute(params![number, super::read::pack_shape(article)])?;
        Ok(())
    }

    fn source(&self, name: &str) -> Result<i64> {
        self.sql("INSERT INTO source (name) VALUES (?1) ON CONFLICT DO NOTHING")?
            .execute([name])?;
        self.sql("SELECT id FROM source WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
    }

    /// Stamps the parts of a file and takes those from it that it no longer holds;
    /// gives how many articles went.
    fn settle(&mut self, file: &FileRead) -> Result<usize> {
        self.sql("UPDATE provenance SET stamp = ?3 WHERE path = ?1 AND part < ?2")?
            .execute(params![file.path, file.parts, file.stamp])?;
        let surplus: BTreeSet<i64> = self
            .sql("DELETE FROM provenance WHERE path = ?1 AND part >= ?2 RETURNING article")?
            .query_map(params![file.path, file.parts], |row| row.get(0))?
            .collect::<Result<_>>()?;
        let mut removed = 0;
        for number in surplus {
            removed += usize::from(self.remove_if_unheld(number)?);
        }
        Ok(removed)
    }

    /// Takes an article from a file; gives its number.
    fn release(&self, path: &str, part: u32) -> Result<Option<i64>> {
        self.sql("DELETE FROM provenance WHERE path = ?1 AND part = ?2 RETURNING article")?
            .query_row(params![path, part], |row| row.get(0))
            .optional()
    }

    fn remove_if_unheld(&mut self, number: i64) -> Result<bool> {
        let held: bool = self
            .sql("SELECT EXISTS (SELECT 1 FROM provenance WHERE article = ?1)")?
            .query_row([number], |row| row.get(0))?;
        if !held {
            self.remove(number)?;
        }
        Ok(!held)
    }

    fn remove(&mut self, number: i64) -> Result<()> {
        self.remove_derived(number)?;
        for sql in [
            "DELETE FROM analysis WHERE article = ?1",
            "DELETE FROM body WHERE article = ?1",
            "DELETE FROM provenance WHERE article = ?1",
            "DELETE FROM article WHERE id = ?1",
        ] {
            self.sql(sql)?.execute([number])?;
        }
        self.articles -= 1;
        Ok(())
    }
}

/// Where the entry came from, as the table keeps it.
///
/// Text from standard input has no file that could later hold another text. It
/// is kept under its own key, so that the next one does not replace it.
fn place(entry: &Entry) -> (String, u32) {
    match entry.provenance.path.as_str() {
        "" => (entry.article.id.to_string(), 0),
        path => (path.to_owned(), entry.provenance.part),
    }
}
