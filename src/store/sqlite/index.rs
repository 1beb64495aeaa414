//! What is derived from an article and its analysis, written as indexes over both.
//!
//! All of it may be dropped and made anew; nothing here is the record.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Result, params};

use super::fulltext;
use super::write::Writer;
use crate::model::{
    ANALYSIS_VERSION, ActorKind, Analysis, Article, ArticleId, Attribution, BlockKind, Quote,
    QuoteKind, Span,
};
use crate::store::correct::{Names, correct};

/// Raised whenever the indexes would hold something else: other folding, other columns.
/// Articles with older ones count as outdated and are indexed anew.
pub(super) const INDEX_VERSION: u32 = 1;

/// An article whose indexes are being written.
struct Source<'e> {
    number: i64,
    article: &'e Article,
    analysis: &'e Analysis,
    /// The number of each actor of the analysis.
    actors: Vec<i64>,
}

impl Writer<'_> {
    /// Writes the analysis and every index over article and analysis.
    pub(super) fn derive(
        &mut self,
        number: i64,
        article: &Article,
        analysis: &Analysis,
    ) -> Result<()> {
        let data = postcard::to_stdvec(analysis).map_err(packing)?;
        self.sql(
            "INSERT OR REPLACE INTO analysis (article, version, indexed, data)
             VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![number, ANALYSIS_VERSION, INDEX_VERSION, data])?;
        let words = [
            fulltext::indexed(article.headline()),
            fulltext::indexed(&body(article)),
        ];
        self.sql("INSERT INTO article_fts (rowid, headline, body) VALUES (?1, ?2, ?3)")?
            .execute(params![number, words[0], words[1]])?;
        let corrections = super::marks::corrections(self.connection, &article.id.to_string())?;
        let mut corrected = Cow::Borrowed(analysis);
        if !corrections.is_empty() {
            // Names that are others everywhere are put together when they are read.
            correct(corrected.to_mut(), &corrections, &Names::default());
        }
        let source = Source {
            number,
            article,
            analysis: &corrected,
            actors: self.mentions(number, article, &corrected)?,
        };
        self.quotes_of(&source)
    }

    /// Writes the actors; gives the number of each.
    fn mentions(
        &mut self,
        number: i64,
        article: &Article,
        analysis: &Analysis,
    ) -> Result<Vec<i64>> {
        let mut numbers = Vec::with_capacity(analysis.actors.len());
        for actor in &analysis.actors {
            let lone = actor.kind == ActorKind::Person && !actor.name.contains(char::is_whitespace);
            let scope = lone.then_some(article.id);
            let id = self.actor(&actor.name, kind_code(Some(actor.kind)), scope)?;
            let spans = postcard::to_stdvec(&actor.mentions).map_err(packing)?;
            // Two actors of one name and kind in one article are one row here;
            // the analysis keeps them apart.
            let count = i64::try_from(actor.mentions.len()).unwrap_or(i64::MAX);
            let written = self
                .sql(
                    "INSERT OR IGNORE INTO mention (actor, article, count, spans)
                     VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute(params![id, number, count, spans])?;
            if written > 0 {
                self.is_named(id, count);
            }
            for alias in actor
                .aliases
                .iter()
                .filter(|alias| !actor.name.contains(*alias))
            {
                self.sql("INSERT OR IGNORE INTO alias (actor, name) VALUES (?1, ?2)")?
                    .execute(params![id, alias])?;
            }
            numbers.push(id);
        }
        Ok(numbers)
    }

    fn actor(&self, name: &str, kind: i64, scope: Option<ArticleId>) -> Result<i64> {
        let scope = scope.map(|id| id.to_string()).unwrap_or_default();
        let found = self
            .sql("SELECT id FROM actor WHERE name = ?1 AND kind = ?2 AND scope = ?3")?
            .query_row(params![name, kind, scope], |row| row.get(0))
            .optional()?;
        if let Some(id) = found {
            return Ok(id);
        }
        self.sql("INSERT INTO actor (name, kind, scope) VALUES (?1, ?2, ?3)")?
            .execute(params![name, kind, scope])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Writes the quotes that are no terms, and the counts and names of the row.
    fn quotes_of(&mut self, source: &Source) -> Result<()> {
        let actors = source.actors.iter();
        let mut names: BTreeMap<i64, bool> = actors.map(|&actor| (actor, false)).collect();
        let mut counts = Counts::default();
        let spoken = |quote: &&Quote| quote.kind != QuoteKind::Term;
        for quote in source.analysis.quotes.iter().filter(spoken) {
            let actor = match &quote.speaker {
                Some(said) => Some(self.speaker(source, said)?),
                None => None,
            };
            names.extend(actor.map(|actor| (actor, true)));
            counts.count(quote.speaker.as_ref());
            if let Some(actor) = actor {
                self.speaks(actor, 1);
            }
            self.quote(source, quote, actor)?;
        }
        self.quotes += counts.quotes;
        let names: Vec<(i64, bool)> = names.into_iter().collect();
        self.sql(
            "UPDATE article SET quotes = ?2, unattributed = ?3, guesses = ?4, actors = ?5,
             names = ?6 WHERE id = ?1",
        )?
        .execute(params![
            source.number,
            counts.quotes,
            counts.unattributed,
            counts.guesses,
            source.actors.len(),
            postcard::to_stdvec(&names).map_err(packing)?,
        ])?;
        Ok(())
    }

    fn quote(&self, source: &Source, quote: &Quote, actor: Option<i64>) -> Result<()> {
        let speaker = quote.speaker.as_ref();
        let cue = speaker.and_then(|said| said.cue);
        self.sql(
            r#"INSERT INTO quote (article, start, "end", kind, actor, rule, confidence,
               cue_start, cue_end, continues, published)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"#,
        )?
        .execute(params![
            source.number,
            quote.span.start,
            quote.span.end,
            i64::from(quote.kind == QuoteKind::Partial),
            actor,
            speaker.map(|said| said.rule.word()),
            speaker.map(|said| said.confidence.thousandths()),
            cue.map(|cue| cue.start),
            cue.map(|cue| cue.end),
            quote.continues.map(|before| before.0),
            source.article.meta.published,
        ])?;
        self.sql("INSERT INTO quote_fts (rowid, words, who, names) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![
                self.connection.last_insert_rowid(),
                fulltext::indexed(quote.span.of(&source.article.text)),
                actor.map(fulltext::actor_word),
                source.mentioned_in(quote.span),
            ])?;
        Ok(())
    }

    fn speaker(&self, source: &Source, said: &Attribution) -> Result<i64> {
        match said.actor.and_then(|actor| source.actors.get(actor.0)) {
            Some(&actor) => Ok(actor),
            None => self.actor(&said.name, kind_code(None), Some(source.article.id)),
        }
    }

    pub(super) fn remove_derived(&mut self, number: i64) -> Result<()> {
        for sql in [
            "DELETE FROM article_fts WHERE rowid = ?1",
            "DELETE FROM quote_fts WHERE rowid IN (SELECT id FROM quote WHERE article = ?1)",
        ] {
            self.sql(sql)?.execute([number])?;
        }
        let mut named =
            self.sql("DELETE FROM mention WHERE article = ?1 RETURNING actor, count")?;
        let mut rows = named.query([number])?;
        while let Some(row) = rows.next()? {
            self.is_named(row.get(0)?, -row.get::<_, i64>(1)?);
        }
        let mut quotes = self.sql("DELETE FROM quote WHERE article = ?1 RETURNING actor")?;
        let mut rows = quotes.query([number])?;
        while let Some(row) = rows.next()? {
            self.quotes -= 1;
            if let Some(actor) = row.get(0)? {
                self.speaks(actor, -1);
            }
        }
        Ok(())
    }
}

impl Source<'_> {
    /// One word for each actor that is named inside `quote`.
    fn mentioned_in(&self, quote: Span) -> String {
        let named = self.analysis.actors.iter().zip(&self.actors);
        let words = named
            .filter(|(actor, _)| is_mentioned(&actor.mentions, quote))
            .map(|(_, &number)| fulltext::actor_word(number));
        words.collect::<Vec<_>>().join(" ")
    }
}

/// Whether one of the mentions, which are in text order and apart, lies in `quote`.
fn is_mentioned(mentions: &[Span], quote: Span) -> bool {
    let first = mentions.partition_point(|mention| mention.start < quote.start);
    mentions
        .get(first)
        .is_some_and(|&mention| quote.covers(mention))
}

#[derive(Default)]
struct Counts {
    quotes: i64,
    unattributed: i64,
    guesses: i64,
}

impl Counts {
    fn count(&mut self, speaker: Option<&Attribution>) {
        self.quotes += 1;
        match speaker {
            None => self.unattributed += 1,
            Some(said) if said.confidence.is_guess() => self.guesses += 1,
            Some(_) => {}
        }
    }
}

/// The words that the body is found by: all but the headline and furniture.
fn body(article: &Article) -> String {
    let mut words = String::with_capacity(article.text.len());
    for block in &article.blocks {
        if !matches!(block.kind, BlockKind::Furniture | BlockKind::Headline) {
            words.push_str(block.span.of(&article.text));
            words.push('\n');
        }
    }
    words
}

/// The kind of an actor in the table; 3 is a noun phrase that names nobody.
fn kind_code(kind: Option<ActorKind>) -> i64 {
    match kind {
        Some(ActorKind::Person) => 0,
        Some(ActorKind::Organization) => 1,
        Some(ActorKind::Place) => 2,
        None => 3,
    }
}

fn packing(error: postcard::Error) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(Box::new(error))
}
