//! Quotes as rows of lists, and with their words.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Result, Row as SqlRow, params, params_from_iter};

use super::Database;
use super::condition::Condition;
use crate::error;
use crate::model::{Confidence, QuoteKind, Rule, Span};
use crate::store::catalog::{Catalog, NameRef, Positions};
use crate::store::question::{
    NameCount, QuoteHit, QuotePlace, QuoteQuestion, QuoteSketch, QuoteSketches,
};

/// What a row of a list is made of.
const ROW: &str = r#"article, start, "end", actor, confidence"#;

impl Database {
    pub fn sketches(
        &self,
        catalog: &Catalog,
        question: &QuoteQuestion,
        within: &Positions,
        limit: usize,
    ) -> error::Result<QuoteSketches> {
        self.read(|connection| {
            if question.all.is_empty() {
                return newest(connection, catalog, within, limit);
            }
            let mut quotes = asked(connection, catalog, question, usize::MAX)?;
            quotes.retain(|quote| within.contains(quote.place.position));
            let found = quotes.len();
            quotes.sort_unstable_by_key(|quote| quote.place);
            quotes.truncate(limit);
            Ok(QuoteSketches { quotes, found })
        })
    }

    pub fn quoted(
        &self,
        catalog: &Catalog,
        question: &QuoteQuestion,
        limit: usize,
    ) -> error::Result<Vec<QuotePlace>> {
        self.read(|connection| {
            let quotes = asked(connection, catalog, question, limit)?;
            let mut places: Vec<QuotePlace> = quotes.iter().map(|quote| quote.place).collect();
            places.sort_unstable();
            Ok(places)
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

    pub fn name_counts(
        &self,
        catalog: &Catalog,
        within: &Positions,
    ) -> error::Result<Vec<NameCount>> {
        if within.count() == catalog.len() && catalog.counts().len() == catalog.names().len() {
            return Ok(catalog.counts().to_vec());
        }
        self.read(|connection| {
            let mut counts = vec![NameCount::default(); catalog.names().len()];
            let place = |actor: i64| catalog.actor(actor).map_or(usize::MAX, NameRef::index);
            let mut quotes = connection.prepare_cached(QUOTES)?;
            let mut mentions = connection.prepare_cached(MENTIONS)?;
            for number in within.iter().filter_map(|at| catalog.number(at)) {
                let mut rows = quotes.query([number])?;
                while let Some(row) = rows.next()? {
                    if let Some(count) = counts.get_mut(place(row.get(0)?)) {
                        count.quotes += 1;
                    }
                }
                let mut rows = mentions.query([number])?;
                while let Some(row) = rows.next()? {
                    let more: u32 = row.get(1)?;
                    if let Some(count) = counts.get_mut(place(row.get(0)?)) {
                        count.mentions += more;
                    }
                }
            }
            Ok(counts)
        })
    }
}

const QUOTES: &str = "SELECT actor FROM quote WHERE article = ?1 AND actor IS NOT NULL";
const MENTIONS: &str = "SELECT actor, count FROM mention WHERE article = ?1";

/// The quotes of the first articles of `within`.
fn newest(
    connection: &Connection,
    catalog: &Catalog,
    within: &Positions,
    limit: usize,
) -> Result<QuoteSketches> {
    let mut query =
        connection.prepare_cached(&format!("SELECT {ROW} FROM quote WHERE article = ?1"))?;
    let mut quotes = Vec::new();
    let mut found = 0;
    for position in within.iter() {
        found += catalog.get(position).map_or(0, |row| row.quotes as usize);
        let number = catalog.number(position);
        if quotes.len() >= limit {
            continue;
        }
        let mut rows = query.query([number])?;
        while let Some(row) = rows.next()? {
            quotes.extend(sketch(row, catalog)?);
        }
    }
    quotes.sort_unstable_by_key(|quote: &QuoteSketch| quote.place);
    quotes.truncate(limit);
    Ok(QuoteSketches { quotes, found })
}

/// The quotes that pass `question`. Of more than `limit` those that came into the
/// library last.
fn asked(
    connection: &Connection,
    catalog: &Catalog,
    question: &QuoteQuestion,
    limit: usize,
) -> Result<Vec<QuoteSketch>> {
    let sql = Condition::new(catalog, question);
    let mut query = connection.prepare(&format!(
        "SELECT {ROW} FROM quote WHERE {} ORDER BY id DESC",
        sql.text
    ))?;
    let mut rows = query.query(params_from_iter(&sql.values as &[Value]))?;
    let mut quotes = Vec::new();
    while quotes.len() < limit
        && let Some(row) = rows.next()?
    {
        quotes.extend(sketch(row, catalog)?);
    }
    Ok(quotes)
}

/// The sketch of a quote; nothing when its article came after the catalog.
fn sketch(row: &SqlRow, catalog: &Catalog) -> Result<Option<QuoteSketch>> {
    let Some(position) = catalog.position_of(row.get(0)?) else {
        return Ok(None);
    };
    let start = row.get(1)?;
    let actor: Option<i64> = row.get(3)?;
    let confidence: Option<u16> = row.get(4)?;
    Ok(Some(QuoteSketch {
        place: QuotePlace { position, start },
        end: row.get(2)?,
        speaker: actor.and_then(|actor| catalog.actor(actor)),
        confidence: confidence.map(Confidence::from_thousandths),
    }))
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
            r#"SELECT "end", substr(CAST(text AS BLOB), start + 1, "end" - start), actor,
               confidence, substr(CAST(text AS BLOB), cue_start + 1, cue_end - cue_start),
               rule, quote.kind, name
               FROM quote JOIN body USING (article) LEFT JOIN actor ON actor.id = actor
               WHERE article = ?1 AND start = ?2"#,
        )?
        .query_row(params![number, place.start], |row| {
            let confidence: Option<u16> = row.get(3)?;
            let actor: Option<i64> = row.get(2)?;
            let speaker = actor.and_then(|actor| catalog.actor(actor));
            let rule: Option<String> = row.get(5)?;
            Ok(QuoteHit {
                place,
                span: Span::new(place.start, row.get(0)?),
                words: words(row, 1)?.unwrap_or_default(),
                speaker: match speaker.and_then(|name| catalog.name(name)) {
                    Some(name) => Some(name.text.to_string()),
                    None => row.get(7)?,
                },
                confidence: confidence.map(Confidence::from_thousandths),
                cue: words(row, 4)?,
                rule: rule.and_then(|word| Rule::ALL.into_iter().find(|rule| rule.word() == word)),
                kind: match row.get(6)? {
                    0 => QuoteKind::Direct,
                    _ => QuoteKind::Partial,
                },
            })
        })
        .optional()
}

/// A part of a text that was cut out by bytes.
fn words(row: &SqlRow, column: usize) -> Result<Option<String>> {
    let bytes = row.get_ref(column)?.as_blob_or_null()?;
    Ok(bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned()))
}
