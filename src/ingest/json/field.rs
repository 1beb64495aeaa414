//! The fields of one record, by the names that extractors give them.

use serde_json::{Map, Value};

use crate::ingest::words::RECORD;
use crate::ingest::{date, language};

/// The fields of a record under their bare names.
pub struct Fields<'v> {
    fields: Vec<(String, &'v Value)>,
}

impl<'v> Fields<'v> {
    /// Takes the fields of `object`.
    pub fn of(object: &'v Map<String, Value>) -> Self {
        let fields = object.iter().map(|(name, value)| (bare(name), value));
        Self {
            fields: fields.collect(),
        }
    }

    /// The words of the article: one string, or paragraphs.
    pub fn text(&self) -> Option<String> {
        let texts = || {
            self.values("text")
                .filter_map(|value| paragraphs(value, DEEPEST_TEXT))
        };
        texts()
            .find(|text| !is_markup(text))
            .or_else(|| texts().next())
    }

    /// The headline, on one line.
    pub fn headline(&self) -> Option<String> {
        let line = self.values("headline").find_map(words)?;
        Some(line.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The date as ISO and as printed.
    pub fn published(&self) -> Option<(String, String)> {
        self.values("published").find_map(|value| match value {
            Value::Number(number) => {
                let number = number.as_i64().or(number.as_f64().map(|n| n as i64))?;
                date::of_epoch(number).map(|iso| (iso, number.to_string()))
            }
            other => {
                let printed = words(other)?;
                let epoch = || printed.parse().ok().and_then(date::of_epoch);
                date::of_record(&printed)
                    .or_else(epoch)
                    .map(|iso| (iso, printed))
            }
        })
    }

    /// Who wrote it, names parted by commas.
    pub fn byline(&self) -> Option<String> {
        let names = self.values("byline").find_map(names)?;
        let by = names
            .get(..3)
            .is_some_and(|by| by.eq_ignore_ascii_case("by "));
        Some(if by {
            names[3..].trim_start().to_owned()
        } else {
            names
        })
    }

    /// The outlet; its host when it has no other name.
    pub fn source(&self) -> Option<String> {
        self.values("source")
            .filter_map(names)
            .find(|name| !is_address(name))
    }

    /// The address of the page.
    pub fn url(&self) -> Option<String> {
        self.values("url")
            .filter_map(address)
            .find(|url| is_address(url))
    }

    /// The language as two letters.
    pub fn language(&self) -> Option<String> {
        self.values("language")
            .filter_map(words)
            .find_map(|field| language::of_record(&field))
    }

    /// Values that may hold records.
    pub fn inside(&self) -> impl Iterator<Item = &'v Value> + '_ {
        self.values("inside")
    }

    fn values(&self, part: &str) -> impl Iterator<Item = &'v Value> + '_ {
        RECORD.entries(part).iter().flat_map(|name| {
            let same = self.fields.iter().filter(move |(bare, _)| bare == name);
            same.map(|(_, value)| *value)
        })
    }
}

/// Whether `text` is HTML rather than words.
pub fn is_markup(text: &str) -> bool {
    let tag = |tag| text.contains(tag);
    text.trim_start().starts_with('<') && tag("</") || tag("</p>") || tag("</div>") || tag("<br")
}

fn bare(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// One line of words; "None" and its like are none.
fn words(value: &Value) -> Option<String> {
    const NONE: &[&str] = &[
        "", "None", "none", "null", "NULL", "nan", "NaN", "N/A", "n/a", "unknown", "[]",
    ];
    let words = match value {
        Value::String(words) => words.trim(),
        Value::Array(values) => return values.iter().find_map(words_of_item),
        Value::Object(_) => return words_of_item(value),
        _ => return None,
    };
    (!NONE.contains(&words)).then(|| words.to_owned())
}

/// The name or value of an object: `{"@type": "Person", "name": "Ann Lee"}`.
fn words_of_item(value: &Value) -> Option<String> {
    match value {
        Value::Object(object) => ["name", "title", "value", "$t", "#text", "text"]
            .iter()
            .filter_map(|key| object.get(*key))
            .find_map(|value| value.as_str().map(str::to_owned)),
        Value::String(_) => words(value),
        _ => None,
    }
}

/// All names of a field, parted by commas.
fn names(value: &Value) -> Option<String> {
    let Value::Array(values) = value else {
        return words(value);
    };
    let mut names: Vec<String> = Vec::new();
    for name in values.iter().filter_map(words_of_item) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

fn address(value: &Value) -> Option<String> {
    match value {
        Value::Object(object) => {
            let keys = ["@id", "url", "href"];
            keys.iter()
                .find_map(|key| object.get(*key)?.as_str().map(str::to_owned))
        }
        Value::Array(values) => values.iter().find_map(address),
        other => words(other),
    }
}

fn is_address(words: &str) -> bool {
    words.contains("://") && !words.contains(char::is_whitespace)
}

/// Fundus nests sections in a body; deeper is no article.
const DEEPEST_TEXT: usize = 6;

/// The paragraphs of a text value, parted by empty lines: a string, a list, or
/// an object with a summary and sections.
fn paragraphs(value: &Value, depth: usize) -> Option<String> {
    const PARTS: &[&str] = &[
        "summary",
        "headline",
        "text",
        "content",
        "paragraphs",
        "sections",
    ];
    let parts: Vec<String> = match value {
        Value::String(text) => {
            return words(&Value::String(
                text.trim_matches(['\n', '\r', ' ']).to_owned(),
            ));
        }
        Value::Array(values) if depth > 0 => values
            .iter()
            .filter_map(|v| paragraphs(v, depth - 1))
            .collect(),
        Value::Object(object) if depth > 0 => {
            let present = PARTS.iter().filter_map(|part| object.get(*part));
            present.filter_map(|v| paragraphs(v, depth - 1)).collect()
        }
        _ => return None,
    };
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}
