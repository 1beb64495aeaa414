//! Reading articles, analyses and the rows of lists.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Result, Row as SqlRow, params};
use serde::{Deserialize, Serialize};

use super::fit::fits;
use super::index::INDEX_VERSION;
use super::outlets::Outlets;
use super::{Database, names};
use crate::error;
use crate::model::{
    ANALYSIS_VERSION, Analysis, Article, ArticleId, Block, Entry, Format, Meta, Provenance, Span,
};
use crate::store::catalog::{Catalog, Row};
use crate::store::correct::correct;
use crate::store::question::Imprint;

impl Database {
    pub fn count(&self) -> error::Result<usize> {
        self.fact("articles")
    }

    pub fn revision(&self) -> error::Result<usize> {
        self.fact("revision")
    }

    fn fact(&self, name: &str) -> error::Result<usize> {
        self.read(|connection| fact(connection, name))
    }

    pub fn entry(&self, id: ArticleId) -> error::Result<Option<Entry>> {
        let found = self.read(|connection| {
            let number = connection
                .prepare_cached("SELECT id FROM article WHERE key = ?1")?
                .query_row([id.to_string()], |row| row.get(0))
                .optional()?;
            number.map(|number| entry(connection, number)).transpose()
        })?;
        Ok(found.map(|(entry, missing)| {
            if missing {
                self.mark_outdated(id);
            }
            entry
        }))
    }

    pub fn imprint(&self, id: ArticleId) -> error::Result<Option<Imprint>> {
        self.read(|connection| {
            connection
                .prepare_cached("SELECT byline, url FROM article WHERE key = ?1")?
                .query_row([id.to_string()], |row| {
                    Ok(Imprint {
                        byline: row.get(0)?,
                        url: row.get(1)?,
                    })
                })
                .optional()
        })
    }

    /// Has the analysis of an article made anew at the next start: it is not there, or
    /// cannot be read. Nobody waits for that, so it may fail.
    pub(super) fn mark_outdated(&self, id: ArticleId) {
        if self.blocked().is_none() {
            let _ = self.connection.execute(
                "UPDATE analysis SET version = 0
                 WHERE article = (SELECT id FROM article WHERE key = ?1)",
                [id.to_string()],
            );
        }
    }

    pub fn provenances(&self) -> error::Result<Vec<(Provenance, ArticleId)>> {
        self.read(|connection| {
            let mut query = connection.prepare_cached(
                "SELECT path, part, stamp, key FROM provenance JOIN article ON id = article
                 ORDER BY path, part",
            )?;
            let rows = query.query_map([], |row| Ok((provenance(row)?, key(row, 3)?)))?;
            rows.collect()
        })
    }

    pub fn outdated(&self) -> error::Result<Vec<ArticleId>> {
        self.read(|connection| {
            let mut query = connection.prepare_cached(
                // The index holds all that is asked of `analysis`, whose rows are large.
                "SELECT key FROM article WHERE id NOT IN
                   (SELECT article FROM analysis WHERE version >= ?1 AND indexed >= ?2)
                 ORDER BY id",
            )?;
            let rows = query.query_map([ANALYSIS_VERSION, INDEX_VERSION], |row| key(row, 0))?;
            rows.collect()
        })
    }

    pub fn newest(&self, limit: usize) -> error::Result<Catalog> {
        let all = self.count()?;
        self.read(|connection| {
            let sources = sources(connection)?;
            let mut languages = HashMap::new();
            let mut query = connection.prepare_cached(
                "SELECT id, key, published, headline, source, language, quotes, unattributed,
                 guesses, actors FROM article ORDER BY published DESC, id DESC LIMIT ?1",
            )?;
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let rows = query.query_map([limit], |row| {
                Ok((row.get(0)?, list_row(row, &sources, &mut languages)?))
            })?;
            let rows = rows.collect::<Result<Vec<_>>>()?;
            Ok(Catalog::stored(rows, Vec::new()).of(all))
        })
    }

    pub fn catalog(&self) -> error::Result<Catalog> {
        self.read(|connection| {
            let sources = sources(connection)?;
            let mut names = names::names(connection)?;
            let mut languages = HashMap::new();
            let mut query = connection.prepare_cached(
                "SELECT id, key, published, headline, source, language, quotes, unattributed,
                 guesses, actors, names, url FROM article",
            )?;
            let mut outlets = Outlets::new(sources.values());
            let rows = query.query_map([], |row| {
                let mut row_of = list_row(row, &sources, &mut languages)?;
                outlets.see(
                    row_of.source.as_ref(),
                    row.get_ref(11)?.as_str_or_null().unwrap_or_default(),
                );
                names.give(row.get_ref(10)?.as_blob()?, &mut row_of);
                Ok((row.get(0)?, row_of))
            })?;
            let mut rows = rows.collect::<Result<Vec<_>>>()?;
            let outlets = outlets.known();
            for (_, row) in &mut rows {
                let name = row.source.as_ref().and_then(|host| outlets.get(&**host));
                if let Some(name) = name {
                    row.source = Some(Arc::clone(name));
                }
            }
            let catalog = Catalog::stored(rows, names.names)
                .with_outlets(outlets)
                .counted(names.counts)
                .with_actors(names.by_number)
                .spelled(names.spelled);
            Ok(catalog.read_at(fact(connection, "revision")?))
        })
    }
}

pub(super) fn fact(connection: &Connection, name: &str) -> Result<usize> {
    connection
        .prepare_cached("SELECT value FROM fact WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
}

/// A row of the list without its names.
fn list_row(
    row: &SqlRow<'_>,
    sources: &HashMap<i64, Arc<str>>,
    languages: &mut HashMap<String, Arc<str>>,
) -> Result<Row> {
    let source = row.get::<_, Option<i64>>(4)?;
    Ok(Row {
        id: key(row, 1)?,
        published: row.get(2)?,
        headline: row.get(3)?,
        source: source.and_then(|id| sources.get(&id).cloned()),
        language: shared(row.get(5)?, languages),
        quotes: row.get(6)?,
        unattributed: row.get(7)?,
        guesses: row.get(8)?,
        actors: row.get(9)?,
        ..Row::default()
    })
}

fn sources(connection: &Connection) -> Result<HashMap<i64, Arc<str>>> {
    let mut query = connection.prepare_cached("SELECT id, name FROM source")?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}

/// One allocation for all equal words.
fn shared(word: Option<String>, known: &mut HashMap<String, Arc<str>>) -> Option<Arc<str>> {
    let word = word?;
    if let Some(known) = known.get(&word) {
        return Some(known.clone());
    }
    let shared: Arc<str> = word.as_str().into();
    known.insert(word, shared.clone());
    Some(shared)
}

/// The entry in row `number` with what people corrected, and whether its analysis is missing: too old, or not to
/// be read. It is empty then, until it is made anew.
fn entry(connection: &Connection, number: i64) -> Result<(Entry, bool)> {
    let article = article(connection, number)?;
    let analysis = analysis(connection, number, &article)?;
    let provenance = connection
        .prepare_cached(
            "SELECT path, part, stamp FROM provenance WHERE article = ?1 ORDER BY path, part LIMIT 1",
        )?
        .query_row([number], provenance)
        .optional()?
        .unwrap_or_default();
    let missing = analysis.is_none();
    let mut analysis = analysis.unwrap_or_default();
    let corrections = super::marks::corrections(connection, &article.id.to_string())?;
    let everywhere = super::marks::names(connection)?;
    correct(&mut analysis, &corrections, &everywhere);
    let entry = Entry {
        article,
        analysis,
        provenance,
    };
    Ok((entry, missing))
}

/// The article in row `number`, exactly as it was added.
pub(super) fn article(connection: &Connection, number: i64) -> Result<Article> {
    connection
        .prepare_cached(
            "SELECT key, text, blocks, published, published_text, name, byline, url, language, format
             FROM article JOIN body ON body.article = article.id LEFT JOIN source ON source.id = source
             WHERE article.id = ?1",
        )?
        .query_row([number], |row| {
            let shape = unpack_shape(row.get_ref(2)?.as_blob()?);
            Ok(Article {
                id: key(row, 0)?,
                text: row.get(1)?,
                blocks: shape.blocks,
                meta: Meta {
                    headline: shape.headline,
                    published: row.get(3)?,
                    published_text: row.get(4)?,
                    source: row.get(5)?,
                    byline: row.get(6)?,
                    url: row.get(7)?,
                    language: row.get(8)?,
                    format: format(row.get_ref(9)?.as_str()?),
                },
            })
        })
}

/// The analysis in row `number`; `None` when it is missing, was made by an older
/// version, or does not fit its article. One of a newer version is better than none.
pub(super) fn analysis(
    connection: &Connection,
    number: i64,
    article: &Article,
) -> Result<Option<Analysis>> {
    let data = connection
        .prepare_cached("SELECT data FROM analysis WHERE article = ?1 AND version >= ?2")?
        .query_row(params![number, ANALYSIS_VERSION], |row| {
            row.get::<_, Vec<u8>>(0)
        })
        .optional()?;
    let analysis = data.and_then(|data| postcard::from_bytes(&data).ok());
    Ok(analysis.filter(|analysis| fits(analysis, article)))
}

/// The parts of an article, as packed beside its text. This is the record:
/// fields and kinds may be added at the end, never moved.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Shape {
    headline: Option<Span>,
    blocks: Vec<Block>,
}

pub(super) fn pack_shape(article: &Article) -> Vec<u8> {
    let shape = Shape {
        headline: article.meta.headline,
        blocks: article.blocks.clone(),
    };
    postcard::to_stdvec(&shape).expect("spans and kinds can always be packed")
}

/// Unpacks; a damaged value gives an article of one unshaped text.
fn unpack_shape(packed: &[u8]) -> Shape {
    postcard::from_bytes(packed).unwrap_or_default()
}

/// The blocks out of the packed parts of an article.
pub(super) fn blocks(packed: &[u8]) -> Vec<Block> {
    unpack_shape(packed).blocks
}

/// The format of that name; a newer one is shown like plain text.
fn format(word: &str) -> Format {
    let all = [Format::Plain, Format::Pasted, Format::Json, Format::Jsonl];
    all.into_iter()
        .find(|format| format.word() == word)
        .unwrap_or_default()
}

/// Reads path, part and stamp from the first three columns.
pub(super) fn provenance(row: &SqlRow) -> Result<Provenance> {
    let path: String = row.get(0)?;
    // A key for a path means that there was no file.
    let no_file = path.parse::<ArticleId>().is_ok();
    Ok(Provenance {
        path: if no_file { String::new() } else { path },
        part: row.get(1)?,
        stamp: row.get(2)?,
    })
}

fn key(row: &SqlRow, column: usize) -> Result<ArticleId> {
    let text = row.get_ref(column)?.as_str()?;
    text.parse().map_err(|()| {
        let message = format!("{text} is no key of an article");
        rusqlite::Error::FromSqlConversionFailure(
            column,
            rusqlite::types::Type::Text,
            message.into(),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BlockKind;

    #[test]
    fn the_packed_parts_of_an_article_never_change_their_meaning() {
        let kinds = [
            BlockKind::Headline,
            BlockKind::Deck,
            BlockKind::Byline,
            BlockKind::Caption,
            BlockKind::Paragraph,
            BlockKind::Credit,
            BlockKind::Furniture,
        ];
        let blocks = kinds.map(|kind| Block {
            kind,
            span: Span::new(1, 2),
            credit: Some(Span::new(3, 4)),
        });
        let article = Article {
            blocks: blocks.to_vec(),
            ..Article::default()
        };
        let packed = pack_shape(&article);
        let expected: Vec<u8> = [0, 7]
            .into_iter()
            .chain((0..7).flat_map(|kind| [kind, 1, 2, 1, 3, 4]))
            .collect();
        assert_eq!(packed, expected);
        assert_eq!(unpack_shape(&packed).blocks, blocks);
    }
}
