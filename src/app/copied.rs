//! What is copied, as text.

use super::command::Copy;
use crate::export::cite;
use crate::model::{Entry, Quote};

/// The text to copy, or why there is none.
///
/// # Errors
/// A line for the person.
pub fn text(
    copy: Copy,
    entry: Option<&Entry>,
    quote: Option<&Quote>,
) -> Result<String, &'static str> {
    let entry = entry.ok_or("there is no article to copy from yet")?;
    if copy == Copy::Citation {
        return Ok(cite::article(entry));
    }
    let quote = quote.ok_or("this article has no quotes")?;
    Ok(match copy {
        Copy::Quote | Copy::Citation => cite::quote(entry, quote),
        Copy::Words => quote.span.of(&entry.article.text).to_owned(),
        Copy::Span => cite::span(entry, quote),
    })
}
