//! What whoever answers questions over many articles would say.

use std::cmp::Reverse;
use std::sync::Arc;

use pullquote::app::{Answer, Question};
use pullquote::model::{Entry, Quote, QuoteKind};
use pullquote::store::Catalog;
use pullquote::study::{Order, Quotations, QuoteRow, Speaking, Spoken};

use super::Desk;

/// Answers `question` from the entries of `desk`.
pub fn answer(desk: &Desk, question: &Question) -> Answer {
    match question {
        Question::Lanes { lanes } => {
            let lanes = lanes.iter().map(|lane| quotes(desk, lane, Order::Date));
            Answer::Lanes(lanes.collect())
        }
        Question::Quotes { query, order } => Answer::Quotes(quotes(desk, query, *order)),
    }
}

fn quotes(desk: &Desk, query: &str, order: Order) -> Quotations {
    // The field of a lane goes without saying.
    let query = query.to_lowercase();
    let words = query
        .trim_start_matches("by:")
        .trim_start_matches("source:");
    let query = words.trim_matches('"');
    let mut rows = rows(&desk.catalog, desk);
    rows.retain(|row| {
        let speaker = row.speaker().unwrap_or_default().to_lowercase();
        let source = row.source.as_deref().unwrap_or_default().to_lowercase();
        row.words.to_lowercase().contains(query)
            || speaker.contains(query)
            || source.contains(query)
    });
    match order {
        Order::Date => rows.sort_by_key(|row| Reverse(row.published.clone())),
        Order::Speaker => rows.sort_by_key(|row| row.speaker().map(str::to_owned)),
        Order::Source => rows.sort_by_key(|row| row.source.clone()),
        Order::Article | Order::Story => {}
    }
    Quotations {
        found: rows.len(),
        utterances: folded(rows),
        notes: Vec::new(),
    }
}

/// Every quote, article by article in list order.
fn rows(catalog: &Catalog, desk: &Desk) -> Vec<QuoteRow> {
    let entries = catalog
        .rows()
        .iter()
        .filter_map(|row| desk.entries.get(&row.id));
    entries.flat_map(of_entry).collect()
}

fn of_entry(entry: &Arc<Entry>) -> Vec<QuoteRow> {
    let spoken = |quote: &&Quote| quote.kind != QuoteKind::Term;
    let meta = &entry.article.meta;
    let row = |quote: &Quote| QuoteRow {
        article: entry.article.id,
        span: quote.span,
        words: quote.span.of(&entry.article.text).into(),
        speaker: quote.speaker.as_ref().map(|speaker| Speaking {
            name: speaker.name.as_str().into(),
            confidence: speaker.confidence,
            rule: Some(speaker.rule),
        }),
        headline: entry.article.headline().into(),
        source: meta.source.as_deref().map(Into::into),
        published: meta.published.as_deref().map(Into::into),
        cue: None,
        story: None,
    };
    entry
        .analysis
        .quotes
        .iter()
        .filter(spoken)
        .map(row)
        .collect()
}

/// Quotes of the very same words are one utterance.
fn folded(rows: Vec<QuoteRow>) -> Vec<Spoken> {
    let mut utterances: Vec<Spoken> = Vec::new();
    for row in rows {
        match utterances
            .iter_mut()
            .find(|one| one.first.words == row.words)
        {
            Some(one) => one.others.push(row),
            None => utterances.push(Spoken {
                first: row,
                others: Vec::new(),
            }),
        }
    }
    utterances
}
