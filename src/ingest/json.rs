//! JSON records: one, an array of them, or one a line.
//!
//! Extractors name the same thing differently; the names are a word list. What
//! a record says about itself wins over what is printed in its text.

mod field;

use serde_json::Value;

use crate::model::{Article, BlockKind, Format, Span};

use super::{Ingested, language, pasted};
use field::Fields;

/// Reads JSON values that follow each other: as a rule one object or array.
///
/// # Errors
/// One line for a person, when there is no record with a text.
pub fn read(text: &str) -> Result<Vec<Ingested>, String> {
    let mut file = File::new(Format::Json);
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        match value {
            Ok(value) => file.take(&value),
            Err(error) => {
                file.warn(format!("not valid JSON: {error}"));
                break;
            }
        }
    }
    file.finish()
}

/// Reads one record a line; a bad line costs a warning.
///
/// # Errors
/// One line for a person, when no line is a record with a text.
pub fn read_lines(text: &str) -> Result<Vec<Ingested>, String> {
    let mut file = File::new(Format::Jsonl);
    for (i, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        match serde_json::from_str::<Value>(line) {
            Ok(value) => file.take(&value),
            Err(error) => file.warn(format!("line {}: not valid JSON: {error}", i + 1)),
        }
    }
    file.finish()
}

/// The articles of one file, and what has gone wrong since the last of them.
struct File {
    format: Format,
    articles: Vec<Ingested>,
    warnings: Vec<String>,
}

impl File {
    fn new(format: Format) -> Self {
        Self {
            format,
            articles: Vec::new(),
            warnings: Vec::new(),
        }
    }

    fn warn(&mut self, warning: String) {
        self.warnings.push(warning);
    }

    /// Adds the records of `value`, however deep they lie in it.
    fn take(&mut self, value: &Value) {
        // Search engines wrap records three deep.
        const DEEPEST: usize = 5;
        let before = self.articles.len();
        self.descend(value, DEEPEST);
        if self.articles.len() == before && self.warnings.is_empty() {
            self.warn("no record with a text field".to_owned());
        }
    }

    fn descend(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Array(values) if depth > 0 => {
                for value in values {
                    self.descend(value, depth - 1);
                }
            }
            Value::Object(object) => {
                let fields = Fields::of(object);
                match fields.text() {
                    Some(body) => self.add(&fields, &body),
                    None if depth > 0 => {
                        for inside in fields.inside() {
                            self.descend(inside, depth - 1);
                        }
                    }
                    None => {}
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, fields: &Fields<'_>, body: &str) {
        let mut warnings = std::mem::take(&mut self.warnings);
        if field::is_markup(body) {
            warnings.push("its text holds HTML tags, which are shown as they are".to_owned());
        }
        self.articles.push(Ingested {
            article: article(fields, body, self.format),
            warnings,
        });
    }

    fn finish(mut self) -> Result<Vec<Ingested>, String> {
        match self.articles.last_mut() {
            Some(last) => last.warnings.append(&mut self.warnings),
            None => {
                let first = self.warnings.into_iter().next();
                return Err(first.unwrap_or_else(|| "no record with a text field".to_owned()));
            }
        }
        Ok(self.articles)
    }
}

/// The article of one record: headline, an empty line, the text.
fn article(fields: &Fields<'_>, body: &str, format: Format) -> Article {
    let headline = fields.headline();
    let (text, span) = match &headline {
        // Some extractors leave the headline in the text.
        Some(words)
            if body
                .lines()
                .next()
                .is_some_and(|first| first.trim() == words) =>
        {
            (body.to_owned(), Some(Span::new(0, words.len())))
        }
        Some(words) => (
            format!("{words}\n\n{body}"),
            Some(Span::new(0, words.len())),
        ),
        None => (body.to_owned(), None),
    };
    let shape = pasted::shape(&text, span);
    let mut meta = shape.meta;
    meta.format = format;
    if let Some((iso, printed)) = fields.published() {
        (meta.published, meta.published_text) = (Some(iso), Some(printed));
    }
    meta.byline = fields.byline().or(meta.byline);
    // An agency that signs the text is a better name than a host.
    let signed = shape
        .blocks
        .iter()
        .any(|block| block.kind == BlockKind::Credit);
    let host = |name: &String| !name.contains(' ') && name.contains('.');
    let named = fields.source().filter(|name| !(signed && host(name)));
    meta.source = named.or(meta.source);
    meta.url = fields.url().or(meta.url);
    meta.language = fields
        .language()
        .or_else(|| language::of_blocks(&text, &shape.blocks));
    Article::new(text, shape.blocks, meta)
}

#[cfg(test)]
mod tests;
