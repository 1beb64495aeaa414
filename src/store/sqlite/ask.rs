//! Questions over the words of many articles and quotes.

use rusqlite::{OptionalExtension, Result, params_from_iter};

use super::condition::Condition;
use super::{Database, fulltext};
use crate::error;
use crate::store::catalog::Catalog;
use crate::store::positions::Positions;
use crate::store::question::{Body, Phrase, QuoteQuestion};

impl Database {
    pub fn holding(&self, catalog: &Catalog, phrase: &Phrase) -> error::Result<Positions> {
        self.read(|connection| {
            let (sql, wanted) = match fulltext::matching(phrase) {
                Some(matching) => (
                    "SELECT rowid FROM article_fts WHERE article_fts MATCH ?1 ORDER BY rowid",
                    matching,
                ),
                // No letter or digit: the index knows nothing of it.
                None => (
                    "SELECT article FROM body WHERE instr(text, ?1) ORDER BY article",
                    phrase.words.clone(),
                ),
            };
            let mut query = connection.prepare_cached(sql)?;
            let numbers = query.query_map([wanted], |row| row.get::<_, i64>(0))?;
            let numbers = numbers.collect::<Result<Vec<_>>>()?;
            Ok(catalog.positions(numbers.into_iter()))
        })
    }

    pub fn quoting(&self, catalog: &Catalog, question: &QuoteQuestion) -> error::Result<Positions> {
        self.read(|connection| {
            let sql = Condition::new(catalog, question);
            let mut query = connection.prepare(&format!(
                "SELECT DISTINCT article FROM quote WHERE {} ORDER BY article",
                sql.text
            ))?;
            let numbers = query.query_map(params_from_iter(&sql.values), |row| row.get(0))?;
            let numbers = numbers.collect::<Result<Vec<i64>>>()?;
            Ok(catalog.positions(numbers.into_iter()))
        })
    }

    /// The words of headlines and bodies from `from` on, up to and without `to`.
    pub fn words(&self, from: &str, to: &str) -> error::Result<Vec<String>> {
        self.read(|connection| {
            // A temporary table: a library that can only be read gets it, too.
            connection.execute_batch(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.article_word
                 USING fts5vocab(main, article_fts, row)",
            )?;
            let mut query = connection.prepare_cached(
                "SELECT term FROM temp.article_word WHERE term >= ?1 AND term < ?2",
            )?;
            let words = query.query_map([from, to], |row| row.get(0))?;
            words.collect()
        })
    }

    pub fn bodies(
        &self,
        catalog: &Catalog,
        positions: &[usize],
        mut each: impl FnMut(Body) -> bool,
    ) -> error::Result<()> {
        self.read(|connection| {
            let mut query =
                connection.prepare_cached("SELECT text, blocks FROM body WHERE article = ?1")?;
            for &position in positions {
                let Some(number) = catalog.number(position) else {
                    continue;
                };
                let body = query.query_row([number], |row| {
                    Ok(Body {
                        position,
                        text: row.get(0)?,
                        blocks: super::read::blocks(row.get_ref(1)?.as_blob()?),
                    })
                });
                // It may have been removed since the catalog was made.
                if let Some(body) = body.optional()?
                    && !each(body)
                {
                    break;
                }
            }
            Ok(())
        })
    }
}
