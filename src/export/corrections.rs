//! Corrections as lines that a colleague's program takes over, and a reader can join to
//! exported quotes.
//!
//! A passage is told as everywhere else, in characters, and once more in bytes, so that
//! it can be taken over before its article is there. Lines of version 1 have bytes only.

use serde::Serialize;
use serde_json::{Value, json};

use super::code_points::{CodePoints, bytes};
use super::json_line;
use crate::model::{ArticleId, Mark, Span, Who};

/// The version of these lines.
const VERSION: u32 = 2;

/// What a person said of a quote.
#[derive(Serialize)]
struct Line<'a> {
    schema: u32,
    mark: &'static str,
    on: On<'a>,
    speaker: &'a Option<Who>,
}

#[derive(Serialize)]
struct On<'a> {
    article: String,
    /// In characters, as the span of an exported quote.
    span: Option<String>,
    bytes: Span,
    words: &'a str,
}

/// A correction as a line, without the line end; `text` is that of its article, if it is
/// in the library. What is about no passage is written as it always was.
pub fn correction_json(mark: &Mark, text: Option<&str>) -> String {
    let Mark::Speaker { on, speaker } = mark else {
        return json_line(mark);
    };
    let characters = |text: &str| {
        let [start, end] = CodePoints::new(text).span(on.span);
        format!("{start}-{end}")
    };
    json_line(&Line {
        schema: VERSION,
        mark: "speaker",
        on: On {
            article: on.article.to_string(),
            span: text.map(characters),
            bytes: on.span,
            words: &on.words,
        },
        speaker,
    })
}

/// Reads a line of either version; `text` gives that of an article of the library.
///
/// # Errors
/// What is wrong with it, for a person.
pub fn read_correction(
    line: &str,
    text: impl Fn(ArticleId) -> Option<String>,
) -> Result<Mark, String> {
    let mut line: Value =
        serde_json::from_str(line).map_err(|_| "is no JSON, and so no correction".to_owned())?;
    let newest = u64::from(VERSION);
    if line["schema"]
        .as_u64()
        .is_some_and(|version| version > newest)
    {
        return Err("was written by a newer pullquote".to_owned());
    }
    if line["on"]["bytes"].is_object() || line["on"]["span"].is_string() {
        let article = line["on"]["article"].as_str().unwrap_or_default();
        let text = article.parse().ok().and_then(text);
        let on = &line["on"];
        let span = match (on["span"].as_str(), text) {
            (Some(span), Some(text)) => {
                let span = bytes(&text, span).ok_or("has no such characters in its article")?;
                json!(span)
            }
            (_, _) if on["bytes"].is_object() => on["bytes"].clone(),
            (_, _) => return Err("is on an article that is not here; add it first".to_owned()),
        };
        line["on"]["span"] = span;
    }
    let mark: Mark =
        serde_json::from_value(line).map_err(|_| "is no correction of pullquote".to_owned())?;
    match mark.is_correction() {
        true => Ok(mark),
        false => Err("is no correction".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActorKind, Place};

    const TEXT: &str = "é “No.”";

    fn mark() -> Mark {
        Mark::Speaker {
            on: Place {
                article: ArticleId::of_text(TEXT),
                span: Span::new(6, 9),
                words: "No.".into(),
            },
            speaker: Some(Who {
                name: "Ada Brook".into(),
                kind: Some(ActorKind::Person),
            }),
        }
    }

    #[track_caller]
    fn check(line: &str, text: Option<&str>, expected: Result<Mark, &str>) {
        let read = read_correction(line, |_| text.map(str::to_owned));
        assert_eq!(read, expected.map_err(str::to_owned), "{line}");
    }

    #[test]
    fn a_span_is_written_in_characters_and_read_back() {
        let line = correction_json(&mark(), Some(TEXT));
        assert!(line.contains("\"span\": \"3-6\""), "{line}");
        check(&line, Some(TEXT), Ok(mark()));
        check(&line, None, Ok(mark()));
        let bare = correction_json(&mark(), None);
        check(&bare, Some(TEXT), Ok(mark()));
    }

    #[test]
    fn a_line_of_the_first_version_has_bytes() {
        let line = json_line(&mark());
        check(&line, Some(TEXT), Ok(mark()));
    }

    #[test]
    fn what_is_no_correction_is_told_in_words() {
        check(
            "what is this",
            None,
            Err("is no JSON, and so no correction"),
        );
        check("{}", None, Err("is no correction of pullquote"));
        let seen = json_line(&Mark::Seen {
            article: ArticleId::of_text(TEXT),
        });
        check(&seen, None, Err("is no correction"));
        check(
            "{\"schema\": 3}",
            None,
            Err("was written by a newer pullquote"),
        );
        let line = correction_json(&mark(), Some(TEXT)).replace("3-6", "3-60");
        check(
            &line,
            Some(TEXT),
            Err("has no such characters in its article"),
        );
    }
}
