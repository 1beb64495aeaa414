//! What whoever answers questions over many articles would say.

use std::cmp::Reverse;
use std::sync::Arc;

use pullquote::app::{ActorItem, Answer, ProfileSheet, Question, TimeRow, Voices, Who};
use pullquote::model::{Actor, ActorRef, Entry, Place, Quote, QuoteKind, Searched};
use pullquote::search::Nearest;
use pullquote::store::Catalog;
use pullquote::study::{Days, Measure, Order, Quotations, QuoteRow, Speaking, Spoken};

use super::Desk;

/// Answers `question` from the entries of `desk`.
pub fn answer(desk: &Desk, question: &Question) -> Answer {
    match question {
        Question::Actors { query, .. } => actors(desk, query),
        Question::Profile(who) => profile(desk, who),
        Question::Names(words) => match actors(desk, words) {
            Answer::Actors(items, _) => Answer::Names(items),
            other => other,
        },
        Question::Counts(queries) => {
            let count = |(query, among): &(String, Searched)| match among {
                Searched::Articles => desk.list(query).positions.len(),
                Searched::Quotes => quotes(desk, query, Order::Date).found,
            };
            Answer::Counts(queries.iter().map(count).collect())
        }
        Question::Nearest(query, _) => Answer::Nearest(nearest(query)),
        Question::Picked(places) => Answer::Picked(picked(desk, places)),
        Question::Lanes { lanes } => {
            let lanes = lanes.iter().map(|lane| quotes(desk, lane, Order::Date));
            Answer::Lanes(lanes.collect())
        }
        Question::Times { voices, measure } => times(desk, voices, *measure),
        Question::Quotes { query, order } => Answer::Quotes(quotes(desk, query, *order)),
    }
}

/// The one misspelling that is known here.
fn nearest(query: &str) -> Vec<Nearest> {
    let known = query.contains("harbuor").then(|| Nearest {
        word: "harbour".to_owned(),
        query: query.replace("harbuor", "harbour"),
    });
    known.into_iter().collect()
}

fn times(desk: &Desk, voices: &Voices, measure: Measure) -> Answer {
    let (lanes, narrowed) = match voices {
        Voices::Lanes(lanes, query) => (lanes.clone(), query),
        Voices::Most(query) => (speakers(desk), query),
    };
    let row = |(title, query): (String, String)| {
        let found = quotes(desk, &query, Order::Date);
        let mut rows: Vec<QuoteRow> = found
            .utterances
            .iter()
            .flat_map(Spoken::rows)
            .cloned()
            .collect();
        rows.retain(|row| row.words.contains(narrowed.as_str()));
        TimeRow {
            title,
            query: format!("{query} {narrowed}").trim().to_owned(),
            days: Days::of(&rows, measure),
        }
    };
    Answer::Times(lanes.into_iter().map(row).collect(), Vec::new())
}

/// Everybody who says something, in the order of the list.
fn speakers(desk: &Desk) -> Vec<(String, String)> {
    let mut lanes: Vec<(String, String)> = Vec::new();
    for row in rows(&desk.catalog, desk) {
        let lane = row
            .speaker()
            .map(|name| (name.to_owned(), format!("by:\"{name}\"")));
        lanes.extend(lane.filter(|lane| !lanes.contains(lane)));
    }
    lanes
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
            unnamed: false,
        }),
        headline: entry.article.headline().into(),
        source: meta.source.as_deref().map(Into::into),
        published: meta.published.as_deref().map(Into::into),
        cue: None,
        story: None,
        url: None,
    };
    entry
        .analysis
        .quotes
        .iter()
        .filter(spoken)
        .map(row)
        .collect()
}

fn picked(desk: &Desk, places: &[Place]) -> Vec<QuoteRow> {
    let all = rows(&desk.catalog, desk);
    let row = |place: &Place| {
        let mut all = all.iter();
        let quote = all.find(|row| row.article == place.article && row.span == place.span);
        quote.cloned().unwrap_or_else(|| whole(desk, place))
    };
    places.iter().map(row).collect()
}

/// An article as a row.
fn whole(desk: &Desk, place: &Place) -> QuoteRow {
    let entry = desk.entries.get(&place.article);
    let headline = entry.map_or("", |entry| entry.article.headline());
    QuoteRow {
        article: place.article,
        span: place.span,
        words: headline.into(),
        speaker: None,
        headline: headline.into(),
        source: None,
        published: None,
        cue: None,
        story: None,
        url: None,
    }
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

fn actors(desk: &Desk, query: &str) -> Answer {
    let query = query.to_lowercase();
    let mut items: Vec<ActorItem> = Vec::new();
    let rows = desk.catalog.rows().iter();
    for entry in rows.filter_map(|row| desk.entries.get(&row.id)) {
        for (at, actor) in entry.analysis.actors.iter().enumerate() {
            let quotes = entry.analysis.quotes.iter();
            let by = |quote: &&Quote| {
                let speaker = quote.speaker.as_ref().and_then(|speaker| speaker.actor);
                speaker.is_some_and(|ActorRef(speaker)| speaker == at)
            };
            let day = entry.article.meta.published.as_deref();
            let day = day.and_then(|date| date.get(..10)).map(Into::into);
            let more = ActorItem {
                who: who(actor),
                quotes: quotes.filter(by).count() as u32,
                mentions: actor.mentions.len() as u32,
                articles: 1,
                first: day.clone(),
                last: day,
            };
            match items.iter_mut().find(|item| item.who == more.who) {
                Some(item) => {
                    item.quotes += more.quotes;
                    item.mentions += more.mentions;
                    item.articles += 1;
                    item.first = more.first;
                }
                None => items.push(more),
            }
        }
    }
    items.retain(|item| item.who.name.to_lowercase().contains(&query));
    items.sort_by_key(|item| Reverse(item.quotes));
    Answer::Actors(items, Vec::new())
}

fn who(actor: &Actor) -> Who {
    Who {
        name: actor.name.as_str().into(),
        kind: Some(actor.kind),
    }
}

fn profile(desk: &Desk, of: &Who) -> Answer {
    let rows = desk.catalog.rows().iter();
    let entries: Vec<_> = rows
        .filter_map(|row| desk.entries.get(&row.id))
        .filter(|entry| entry.analysis.actors.iter().any(|actor| who(actor) == *of))
        .collect();
    if entries.is_empty() {
        return Answer::Profile(None);
    }
    let said = quotes(desk, &format!("by:{}", of.name), Order::Date);
    let mut with: Vec<(Who, usize)> = Vec::new();
    for actor in entries.iter().flat_map(|entry| &entry.analysis.actors) {
        let other = who(actor);
        match with.iter_mut().find(|(who, _)| *who == other) {
            Some((_, count)) => *count += 1,
            None if other == *of => {}
            None => with.push((other, 1)),
        }
    }
    let source = |entry: &&&Arc<Entry>| entry.article.meta.source.clone();
    let sources = entries.iter().filter_map(|entry| source(&entry));
    Answer::Profile(Some(Box::new(ProfileSheet {
        articles: entries.len(),
        first: Some("2026-03-01".into()),
        last: Some("2026-03-03".into()),
        roles: vec!["council chair 2026-03-02".into()],
        spellings: vec!["Vael".into()],
        months: vec![
            ("2026-01".into(), 2),
            ("2026-02".into(), 0),
            ("2026-03".into(), 5),
        ],
        said,
        of: Quotations::default(),
        with,
        sources: sources.map(|source| (source.as_str().into(), 1)).collect(),
    })))
}
