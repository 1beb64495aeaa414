//! Questions over the words of many articles and quotes.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Result, params, params_from_iter};

use super::{Database, fulltext};
use crate::error;
use crate::model::{Confidence, Span};
use crate::store::catalog::{Catalog, NameRef, Positions};
use crate::store::question::{Body, Phrase, QuoteHit, QuotePlace, QuoteQuestion, QuoteTest};

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
                "SELECT article, start FROM quote WHERE {} ORDER BY published DESC, id LIMIT ?",
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

/// More actors than this are looked up in the table and not in the index.
const MANY_ACTORS: usize = 500;

/// A condition on the table of quotes, being written.
struct Condition<'a> {
    connection: &'a Connection,
    catalog: &'a Catalog,
    text: String,
    values: Vec<Value>,
}

impl<'a> Condition<'a> {
    /// Writes `question`. What the full-text index can answer together is asked of
    /// it together: words and speaker at once are found in under a millisecond,
    /// the speaker filtered after the words in ten times that.
    fn new(
        connection: &'a Connection,
        catalog: &'a Catalog,
        question: &QuoteQuestion,
    ) -> Result<Self> {
        let mut condition = Self {
            connection,
            catalog,
            text: "true".to_owned(),
            values: Vec::new(),
        };
        let mut together = Vec::new();
        let mut speakers = Vec::new();
        let mut apart = Vec::new();
        for any in &question.all {
            let indexed = match &any[..] {
                [(false, test)] => condition.indexed(test)?,
                _ => None,
            };
            match (indexed, &any[..]) {
                (Some(words), [(_, QuoteTest::By(_))]) => speakers.push((words, any)),
                (Some(words), _) => together.push(words),
                (None, _) => apart.push(any),
            }
        }
        if together.is_empty() {
            // Speakers alone have an index of their own.
            apart.extend(speakers.into_iter().map(|(_, any)| any));
        } else {
            together.extend(speakers.into_iter().map(|(words, _)| words));
            condition.text.push_str(" AND ");
            condition.matching(together.join(" AND "));
        }
        for any in apart {
            condition.any(any)?;
        }
        Ok(condition)
    }

    fn any(&mut self, any: &[(bool, QuoteTest)]) -> Result<()> {
        self.text.push_str(" AND (false");
        for (negated, test) in any {
            self.text
                .push_str(if *negated { " OR NOT " } else { " OR " });
            self.test(test)?;
        }
        self.text.push(')');
        Ok(())
    }

    /// The test in the words of the full-text index, if that can answer it.
    fn indexed(&self, test: &QuoteTest) -> Result<Option<String>> {
        let actors = |column: &str, numbers: &[i64]| {
            let words = numbers.iter().map(|&number| fulltext::actor_word(number));
            format!("{column} : ({})", words.collect::<Vec<_>>().join(" OR "))
        };
        Ok(match test {
            QuoteTest::Says(phrase) => {
                fulltext::matching(phrase).map(|words| format!("words : ({words})"))
            }
            QuoteTest::By(names) => Some(self.numbers(names)?)
                .filter(|numbers| (1..=MANY_ACTORS).contains(&numbers.len()))
                .map(|numbers| actors("who", &numbers)),
            QuoteTest::Names(names) => Some(self.numbers(names)?)
                .filter(|numbers| !numbers.is_empty())
                .map(|numbers| actors("names", &numbers)),
            QuoteTest::Unattributed | QuoteTest::Guess => None,
        })
    }

    fn test(&mut self, test: &QuoteTest) -> Result<()> {
        match test {
            QuoteTest::By(names) => {
                let numbers = serde_json::Value::from(self.numbers(names)?).to_string();
                self.text
                    .push_str("ifnull(actor IN (SELECT value FROM json_each(?)), false)");
                self.values.push(Value::Text(numbers));
            }
            QuoteTest::Unattributed => self.text.push_str("(actor IS NULL)"),
            QuoteTest::Guess => {
                let limit = Confidence::GUESS.thousandths();
                self.text
                    .push_str(&format!("ifnull(confidence < {limit}, false)"));
            }
            QuoteTest::Says(_) | QuoteTest::Names(_) => match (self.indexed(test)?, test) {
                (Some(words), _) => self.matching(words),
                (None, QuoteTest::Says(phrase)) => self.holding(&phrase.words),
                (None, _) => self.text.push_str("false"),
            },
        }
        Ok(())
    }

    fn matching(&mut self, words: String) {
        self.text
            .push_str("(quote.id IN (SELECT rowid FROM quote_fts WHERE quote_fts MATCH ?))");
        self.values.push(Value::Text(words));
    }

    /// Words without a letter or digit, of which the index knows nothing.
    fn holding(&mut self, words: &str) {
        self.text.push_str(
            r#"(SELECT instr(substr(CAST(text AS BLOB), start + 1, "end" - start),
                CAST(? AS BLOB)) > 0 FROM body WHERE body.article = quote.article)"#,
        );
        self.values.push(Value::Text(words.to_owned()));
    }

    /// The actors of these names.
    fn numbers(&self, names: &[NameRef]) -> Result<Vec<i64>> {
        let names = names.iter().filter_map(|name| self.catalog.name(*name));
        let texts: Vec<&str> = names.map(|name| &*name.text).collect();
        let mut query = self.connection.prepare_cached(
            "SELECT id FROM actor WHERE name IN (SELECT value FROM json_each(?1)) ORDER BY id",
        )?;
        let texts = serde_json::Value::from(texts).to_string();
        query.query_map([texts], |row| row.get(0))?.collect()
    }
}
