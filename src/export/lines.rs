//! Quotes and actors as lines for a person.

use super::record::{ActorRecord, QuoteRecord};
use crate::study::{QuoteRow, Spoken};

/// An utterance: day, speaker, words, outlets.
pub fn utterance_text(utterance: &Spoken) -> String {
    let row = &utterance.first;
    let day = row.day().unwrap_or("undated");
    let words = one_line(&row.words);
    format!(
        "{day:<10}  {}: “{words}”{}",
        speaker(row),
        sources(utterance)
    )
}

/// Where the words stand, in brackets, and which outlets print them otherwise.
pub(super) fn sources(utterance: &Spoken) -> String {
    let outlets = utterance.outlets();
    let own = outlets.own.join(", ");
    match outlets.elsewhere.is_empty() {
        true => format!(" ({own})"),
        false => format!(" ({own}; also in {})", outlets.elsewhere.join(", ")),
    }
}

/// What the speaker is called.
pub(super) fn speaker(row: &QuoteRow) -> String {
    match &row.speaker {
        Some(said) => said.called().to_string(),
        None => "unattributed".to_owned(),
    }
}

/// The words with blanks for line ends.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Something picked: who said it, the words, where they stand, and how it is named in
/// commands. A whole article is its headline.
pub fn picked_text(record: &QuoteRecord) -> String {
    let day = record.date.get(..10).unwrap_or(&record.date);
    let of = [&*record.source, day];
    let of: Vec<&str> = of.into_iter().filter(|part| !part.is_empty()).collect();
    let of = match of.is_empty() {
        true => String::new(),
        false => format!(" ({})", of.join(", ")),
    };
    let said = match (record.quote.is_empty(), record.speaker.is_empty()) {
        (true, _) => one_line(&record.title),
        (false, true) => format!("“{}”", one_line(&record.quote)),
        (false, false) => format!("{}: “{}”", record.called(), one_line(&record.quote)),
    };
    format!("{said}{of}  {}", record.quote_id)
}

/// What stands above lines of actors.
pub const ACTOR_HEAD: &str = "quotes mentions articles  first day  last day    name (kind)";

/// An actor: quotes, mentions, articles, days, name, kind.
pub fn actor_text(actor: &ActorRecord) -> String {
    let days = match (actor.first.as_str(), actor.last.as_str()) {
        ("", _) => "undated".to_owned(),
        (first, last) => format!("{first} {last}"),
    };
    format!(
        "{:>6} {:>8} {:>8}  {days:<21}  {} ({})",
        actor.quotes, actor.mentions, actor.articles, actor.name, actor.kind
    )
}
