//! Quotes as rows of lists, and with their words.

use rusqlite::types::Value;
use rusqlite::{Connection, Result, Row as SqlRow, params_from_iter};

use super::Database;
use super::condition::Condition;
use crate::error;
use crate::model::{Confidence, QuoteKind, Rule, Span};
use crate::store::catalog::{Catalog, NameRef};
use crate::store::positions::Positions;
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
            let mut sorted = places.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            let mut found = Vec::with_capacity(sorted.len());
            // Each article is read once, wherever its quotes stand in the list.
            for of_one in sorted.chunk_by(|one, next| one.position == next.position) {
                quotes_of(connection, catalog, of_one, &mut found)?;
            }
            let at = |place: &QuotePlace| found.binary_search_by_key(place, |hit| hit.place);
            let hits = places.iter().filter_map(|place| found.get(at(place).ok()?));
            Ok(hits.cloned().collect())
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

/// Adds the quotes at `places` of one article, which are in their order, to `hits`.
fn quotes_of(
    connection: &Connection,
    catalog: &Catalog,
    places: &[QuotePlace],
    hits: &mut Vec<QuoteHit>,
) -> Result<()> {
    let number = places
        .first()
        .and_then(|place| catalog.number(place.position));
    let Some(number) = number else {
        return Ok(());
    };
    let mut body = connection.prepare_cached("SELECT text FROM body WHERE article = ?1")?;
    let mut body = body.query([number])?;
    let Some(body) = body.next()? else {
        return Ok(());
    };
    let text = body.get_ref(0)?.as_bytes()?;
    let mut query = connection.prepare_cached(
        r#"SELECT start, "end", quote.actor, confidence, cue_start, cue_end, rule, quote.kind, name
           FROM quote LEFT JOIN actor ON actor.id = quote.actor WHERE article = ?1"#,
    )?;
    let mut rows = query.query([number])?;
    let mut found: Vec<QuoteHit> = Vec::new();
    while let Some(row) = rows.next()? {
        let start: usize = row.get(0)?;
        if let Ok(at) = places.binary_search_by_key(&start, |place| place.start)
            && let Some(place) = places.get(at)
        {
            found.push(hit(row, (catalog, text), *place)?);
        }
    }
    found.sort_by_key(|hit| hit.place);
    hits.extend(found);
    Ok(())
}

/// The quote of a row, with its words out of the text of its article.
fn hit(row: &SqlRow, (catalog, text): (&Catalog, &[u8]), place: QuotePlace) -> Result<QuoteHit> {
    let words = |span: Span| {
        let bytes = text.get(span.start..span.end).unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    };
    let span = Span::new(place.start, row.get(1)?);
    let confidence: Option<u16> = row.get(3)?;
    let actor: Option<i64> = row.get(2)?;
    let speaker = actor.and_then(|actor| catalog.actor(actor));
    let cue: (Option<usize>, Option<usize>) = (row.get(4)?, row.get(5)?);
    let rule: Option<String> = row.get(6)?;
    let rule = rule.and_then(|word| Rule::ALL.into_iter().find(|rule| rule.word() == word));
    let speaker = speaker.and_then(|name| catalog.name(name));
    let is_actor = speaker.is_some_and(|name| name.kind.is_some());
    Ok(QuoteHit {
        place,
        span,
        words: words(span),
        speaker: match speaker {
            Some(name) => Some(name.text.to_string()),
            None => row.get(8)?,
        },
        named: is_actor || rule == Some(Rule::User),
        confidence: confidence.map(Confidence::from_thousandths),
        cue: match cue {
            (Some(start), Some(end)) => Some(words(Span::new(start, end))),
            _ => None,
        },
        rule,
        kind: match row.get(7)? {
            0 => QuoteKind::Direct,
            _ => QuoteKind::Partial,
        },
    })
}
