//! File formats end here: bytes of one file to the articles it holds.
//!
//! Knows nothing of quotes and nothing of disks; one file a format. A new
//! format is a file here, a word in [`model::Format`](crate::model::Format), a
//! kind in `sniff` and a line in [`read`].

mod byline;
mod charset;
mod date;
mod furniture;
mod gzip;
mod language;
mod lines;
mod pasted;
mod plain;
mod sniff;
mod words;

use crate::error::{Error, ErrorKind, Result};
use crate::model::Article;

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
    let unpacked =
        gzip::unpack(bytes).map_err(|why| Error::because(ErrorKind::Binary, &hint.name, why))?;
    let none = || Error::new(ErrorKind::NoArticle, &hint.name);
    match sniff::sniff(&unpacked, &hint.name) {
        sniff::Kind::Empty => Err(Error::because(
            ErrorKind::NoArticle,
            &hint.name,
            "it is empty",
        )),
        sniff::Kind::Binary(what) => Err(Error::because(ErrorKind::Binary, &hint.name, what)),
        sniff::Kind::Text | sniff::Kind::Json | sniff::Kind::Jsonl => {
            let (text, warning) = charset::decode(&unpacked);
            let article = plain::read(text, warning.into_iter().collect());
            article.map(|article| vec![article]).ok_or_else(none)
        }
    }
}
