//! Questions over the words of many articles and quotes.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Result, params, params_from_iter};

use super::condition::Condition;
use super::{Database, fulltext};
use crate::error;
use crate::model::{Confidence, Span};
use crate::store::catalog::{Catalog, Positions};
use crate::store::question::{Body, Phrase, QuoteHit, QuotePlace, QuoteQuestion};

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

    pub fn quoted(
        &self,
        catalog: &Catalog,
        question: &QuoteQuestion,
        limit: usize,
    ) -> error::Result<Vec<QuotePlace>> {
        self.read(|connection| {
            let mut sql = Condition::new(connection, catalog, question)?;
            let limit = limit.try_into().unwrap_or(i64::MAX);
            sql.values.push(Value::Integer(limit));
            let mut query = connection.prepare(&format!(
                "SELECT article, start FROM quote WHERE {} ORDER BY id DESC LIMIT ?",
                sql.text
            ))?;
            let rows = query.query_map(params_from_iter(&sql.values), |row| {
                Ok((row.get::<_, i64>(0)?, row.get(1)?))
            })?;
            let mut places = Vec::new();
            for row in rows {
                let (number, start) = row?;
                // An article that came after the catalog has no position yet.
                let position = catalog.position_of(number);
                places.extend(position.map(|position| QuotePlace { position, start }));
            }
            places.sort_unstable();
            Ok(places)
        })
    }

    pub fn quoting(&self, catalog: &Catalog, question: &QuoteQuestion) -> error::Result<Positions> {
        self.read(|connection| {
            let sql = Condition::new(connection, catalog, question)?;
            let mut query = connection.prepare(&format!(
                "SELECT DISTINCT article FROM quote WHERE {} ORDER BY article",
                sql.text
            ))?;
            let numbers = query.query_map(params_from_iter(&sql.values), |row| row.get(0))?;
            let numbers = numbers.collect::<Result<Vec<i64>>>()?;
            Ok(catalog.positions(numbers.into_iter()))
        })
    }

    pub fn quotes(&self, catalog: &Catalog, places: &[QuotePlace]) -> error::Result<Vec<QuoteHit>> {
        self.read(|connection| {
            let hits = places
                .iter()
                .map(|place| quote(connection, catalog, *place));
            hits.filter_map(Result::transpose).collect()
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

fn quote(
    connection: &Connection,
    catalog: &Catalog,
    place: QuotePlace,
) -> Result<Option<QuoteHit>> {
    let Some(number) = catalog.number(place.position) else {
        return Ok(None);
    };
    connection
        .prepare_cached(
            r#"SELECT "end", substr(CAST(text AS BLOB), start + 1, "end" - start), name, confidence
               FROM quote JOIN body USING (article) LEFT JOIN actor ON actor.id = actor
               WHERE article = ?1 AND start = ?2"#,
        )?
        .query_row(params![number, place.start], |row| {
            let confidence: Option<u16> = row.get(3)?;
            Ok(QuoteHit {
                place,
                span: Span::new(place.start, row.get(0)?),
                words: String::from_utf8_lossy(row.get_ref(1)?.as_blob()?).into_owned(),
                speaker: row.get(2)?,
                confidence: confidence.map(Confidence::from_thousandths),
            })
        })
        .optional()
}
