//! Articles and passages as they are named on the command line.

use std::str::FromStr;

use super::Outcome;
use super::output::Output;
use crate::error::Result;
use crate::export::bytes;
use crate::model::{ArticleId, Place};
use crate::store::{Catalog, Library};

/// Why words name no place, for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unplaced {
    /// Nothing has this id.
    Unknown(String),
    /// It is no id, or that of several.
    Wrong(String),
}

impl Unplaced {
    /// Says why; gives what becomes of the command: nothing is found by an unknown id.
    pub fn told(&self, output: &mut Output) -> Outcome {
        let (Self::Unknown(why) | Self::Wrong(why)) = self;
        output.complain(why);
        match self {
            Self::Unknown(_) => Outcome::Nothing,
            Self::Wrong(_) => Outcome::Failed,
        }
    }
}

/// The articles whose id is given, or begins as given.
pub fn articles(catalog: &Catalog, wanted: &str) -> Vec<ArticleId> {
    if let Ok(id) = ArticleId::from_str(wanted) {
        return catalog.position(id).map(|_| id).into_iter().collect();
    }
    let hex = wanted.strip_prefix("b3:").unwrap_or(wanted).to_lowercase();
    let begins =
        |id: &ArticleId| !hex.is_empty() && id.to_string()["b3:".len()..].starts_with(&hex);
    catalog
        .rows()
        .iter()
        .map(|row| row.id)
        .filter(begins)
        .collect()
}

/// The one article that is meant, or why there is none.
pub fn article(catalog: &Catalog, wanted: &str) -> Result<ArticleId, Unplaced> {
    match &articles(catalog, wanted)[..] {
        [id] => Ok(*id),
        [] => Err(Unplaced::Unknown(format!(
            "no article has the id {wanted}; `pullquote list` shows them"
        ))),
        [_, _, ..] => Err(Unplaced::Wrong(format!(
            "several articles have an id that begins with {wanted}; give more of it"
        ))),
    }
}

/// The places named by `words`, each an id with or without `:12-34`, the characters of a
/// passage, as `quote_id` has it behind `@`. A passage that is roughly a quote is that
/// quote.
///
/// # Errors
/// When the library cannot be read; inside, why one names no place.
pub fn places(of: (&Catalog, &Library), words: &[String]) -> Result<Result<Vec<Place>, Unplaced>> {
    named(of, words, Passages::Any)
}

/// The same, of which each passage must be a quote: what is marked anew.
///
/// # Errors
/// As for [`places`].
pub fn quotes(of: (&Catalog, &Library), words: &[String]) -> Result<Result<Vec<Place>, Unplaced>> {
    named(of, words, Passages::Quotes)
}

/// Which passages can be meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Passages {
    /// Any: a mark may stand where a later analysis has no quote.
    Any,
    /// Quotes alone.
    Quotes,
}

fn named(
    (catalog, library): (&Catalog, &Library),
    words: &[String],
    passages: Passages,
) -> Result<Result<Vec<Place>, Unplaced>> {
    let mut places: Vec<Place> = Vec::with_capacity(words.len());
    for word in words {
        let (id, span) = parts(word);
        let article = match article(catalog, id) {
            Ok(article) => article,
            Err(why) => return Ok(Err(why)),
        };
        let Some(span) = span else {
            take(&mut places, Place::whole(article));
            continue;
        };
        match passage(library, article, span)? {
            Some((place, is_quote)) if is_quote || passages == Passages::Any => {
                take(&mut places, place);
            }
            Some(_) => {
                return Ok(Err(Unplaced::Wrong(format!(
                    "{word} is no quote; quote_id of `pullquote quotes --format csv` names them"
                ))));
            }
            None => {
                return Ok(Err(Unplaced::Wrong(format!(
                    "{word} is no passage; write characters as 12-34"
                ))));
            }
        }
    }
    Ok(Ok(places))
}

/// Takes a place, unless it is named already, perhaps in other words.
fn take(places: &mut Vec<Place>, place: Place) {
    if !places.contains(&place) {
        places.push(place);
    }
}

/// Id and span: `b3:6f1e`, `6f1e:12-34`, `b3:6f1e@12-34`.
fn parts(word: &str) -> (&str, Option<&str>) {
    let bare = word.strip_prefix("b3:").unwrap_or(word);
    let at = bare.find(['@', ':']).map(|at| at + word.len() - bare.len());
    match at.and_then(|at| word.split_at_checked(at)) {
        Some((id, span)) => (id, span.get(1..)),
        None => (word, None),
    }
}

/// The passage of these characters, and whether it is a quote.
fn passage(library: &Library, article: ArticleId, span: &str) -> Result<Option<(Place, bool)>> {
    let Some(entry) = library.entry(article)? else {
        return Ok(None);
    };
    let text = &entry.article.text;
    let Some(span) = bytes(text, span) else {
        return Ok(None);
    };
    let quotes = || entry.analysis.quotes.iter().map(|quote| quote.span);
    let quote = quotes()
        .find(|quote| *quote == span)
        .or_else(|| quotes().find(|quote| quote.is_roughly(span)));
    let span = quote.unwrap_or(span);
    let place = Place {
        article,
        span,
        words: span.of(text).to_owned(),
    };
    Ok(Some((place, quote.is_some())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    #[test]
    fn a_place_is_an_id_with_or_without_characters() {
        assert_eq!(parts("b3:6f1e"), ("b3:6f1e", None));
        assert_eq!(parts("6f1e:1-2"), ("6f1e", Some("1-2")));
        assert_eq!(parts("b3:6f1e@1-2"), ("b3:6f1e", Some("1-2")));
    }

    #[test]
    fn characters_are_counted_as_exports_count_them() {
        assert_eq!(bytes("aé한b", "1-3"), Some(Span::new(1, 6)));
        assert_eq!(bytes("aé한b", "0-4"), Some(Span::new(0, 7)));
        assert_eq!(bytes("aé한b", "3-5"), None);
        assert_eq!(bytes("aé한b", "2-2"), None);
        assert_eq!(bytes("aé한b", "2-1"), None);
        assert_eq!(bytes("aé한b", "x-1"), None);
    }
}
