//! File formats end here: bytes of one file to the articles it holds.
//!
//! Knows nothing of quotes and nothing of disks; one file a format. A new
//! format is a file here, a word in [`model::Format`](crate::model::Format), a
//! kind in `sniff` and a line in [`read`].

mod author;
mod byline;
mod charset;
mod date;
mod furniture;
mod gzip;
mod json;
mod language;
mod lines;
mod pasted;
mod plain;
mod sniff;
mod words;

use crate::error::{Error, ErrorKind, Result};
use crate::model::Article;

use sniff::{Kind, sniff};

/// What is known about bytes besides themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hint {
    /// The file's name, for its ending and for error messages.
    pub name: String,
}

/// An article as read, with what looked odd on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingested {
    /// The article.
    pub article: Article,
    /// One line each, for a person.
    pub warnings: Vec<String>,
}

/// Reads every article that `bytes` hold, in the order of the file.
///
/// # Errors
/// When nothing in the file is an article: [`ErrorKind::NoArticle`], or
/// [`ErrorKind::Binary`] when it is no text at all.
pub fn read(bytes: &[u8], hint: &Hint) -> Result<Vec<Ingested>> {
    let refused = |kind, why: String| Error::because(kind, &hint.name, why);
    let unpacked = gzip::unpack(bytes).map_err(|why| refused(ErrorKind::Binary, why))?;
    let kind = sniff(&unpacked, &hint.name);
    if let Kind::Binary(what) = kind {
        return Err(refused(ErrorKind::Binary, format!("it seems to be {what}")));
    }
    let (text, warning) = charset::decode(&unpacked);
    let found = match kind {
        Kind::Empty | Kind::Binary(_) => Err("it is empty".to_owned()),
        Kind::Text => plain::read(text),
        Kind::Json => json::read(&text),
        Kind::Jsonl => json::read_lines(&text),
    };
    let mut articles = found.map_err(|why| refused(ErrorKind::NoArticle, why))?;
    if let Some(first) = articles.first_mut() {
        first.warnings.extend(warning);
    }
    Ok(articles)
}
