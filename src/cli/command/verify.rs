//! `pullquote verify`: whether quotations are what the library has.

use std::path::Path;

use super::corrections::read;
use crate::analysis::analyze;
use crate::cli::Outcome;
use crate::cli::args::{LibraryArgument, Verify};
use crate::cli::library;
use crate::cli::output::Output;
use crate::error::Result;
use crate::model::{Analysis, Article, Block, BlockKind, Meta, Quote, QuoteKind, QuoteRef, Span};
use crate::store::{Catalog, Library, QuoteHit};
use crate::study::{Utterer, Verdict, faults, verdict};

/// Checks the quotations of a draft, or without one the library itself: 0 when all are
/// right, 1 when one is not.
pub fn run(asked: &Verify, named: &LibraryArgument, output: &mut Output) -> Result<Outcome> {
    let library = library::open_to_read(named, output)?;
    let catalog = library.catalog()?;
    match &asked.draft {
        Some(file) => draft((&catalog, &library), file, output),
        None => stored((&catalog, &library), output),
    }
}

/// Every stored article with its quotes and marks.
fn stored((catalog, library): (&Catalog, &Library), output: &mut Output) -> Result<Outcome> {
    let (mut quotes, mut wrong) = (0, 0);
    for row in catalog.rows() {
        let Some(entry) = library.entry(row.id)? else {
            continue;
        };
        let marks: Vec<_> = catalog.marks().of(row.id).collect();
        quotes += entry.analysis.quotes.len();
        for fault in faults(&entry, &marks) {
            output.print(&fault);
            wrong += 1;
        }
    }
    if catalog.is_empty() {
        return Ok(output.nothing("the library is empty"));
    }
    let articles = catalog.len();
    output.complain(&format!(
        "{articles} articles and {quotes} passages between quotation marks looked at, {wrong} faults"
    ));
    Ok(outcome(wrong))
}

/// Every quotation of a text, a line each.
fn draft(
    (catalog, library): (&Catalog, &Library),
    file: &Path,
    output: &mut Output,
) -> Result<Outcome> {
    let article = as_article(read(file)?);
    let analysis = analyze(&article);
    let (mut found, mut wrong) = (0, 0);
    for (at, quote) in analysis.quotes.iter().enumerate() {
        if quote.kind == QuoteKind::Term {
            continue;
        }
        let words = quote.span.of(&article.text).split_whitespace();
        let words = &*words.collect::<Vec<_>>().join(" ");
        let speaker = named(&analysis, quote);
        found += 1;
        let verdict = verdict(catalog, library, Utterer { words, speaker })?;
        let (line, is_right) = told(catalog, verdict, words);
        let goes_on = |next: &Quote| next.continues == Some(QuoteRef(at));
        let is_whole = quote.closed || analysis.quotes.iter().any(goes_on);
        let (line, is_right) = match is_right && !is_whole {
            true => (format!("no closing mark  “{words}"), false),
            false => (line, is_right),
        };
        wrong += usize::from(!is_right);
        output.print(&line.replace(['\n', '\r'], " "));
    }
    Ok(match found {
        0 => output.nothing("no quotation is in this text"),
        _ => outcome(wrong),
    })
}

fn outcome(wrong: usize) -> Outcome {
    match wrong {
        0 => Outcome::Done,
        _ => Outcome::Nothing,
    }
}

/// The actor whom the draft names as the speaker; who is only guessed is left out.
fn named<'a>(analysis: &'a Analysis, quote: &Quote) -> Option<&'a str> {
    let said = quote.speaker.as_ref()?;
    let actor = analysis.actors.get(said.actor?.0)?;
    (!said.confidence.is_guess()).then_some(&actor.name)
}

/// A line on one quotation, and whether it is right.
fn told(catalog: &Catalog, verdict: Verdict, words: &str) -> (String, bool) {
    match verdict {
        Verdict::Exact(hit) => (
            format!("exact      “{words}” — {}", place(catalog, &hit)),
            true,
        ),
        Verdict::OtherSpeaker(hit) => (
            format!("other speaker  “{words}” — {}", place(catalog, &hit)),
            false,
        ),
        Verdict::Altered(hit) => {
            let place = place(catalog, &hit);
            (
                format!("altered    “{words}” — “{}”, {place}", hit.words),
                false,
            )
        }
        Verdict::Missing => (format!("not found  “{words}”"), false),
    }
}

/// A text whose paragraphs end at empty lines and where an item of a list begins: mail and
/// Markdown break lines anywhere. Line ends inside of a paragraph become blanks.
fn as_article(text: String) -> Article {
    let mut joined = String::with_capacity(text.len());
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for line in text.split_inclusive('\n') {
        let inner = line.trim_start_matches(['>', ' ', '\t']);
        let start = joined.len() + line.len() - inner.len();
        joined.extend(line.chars().take(line.len() - inner.len()).map(|_| ' '));
        joined.push_str(&inner.replace(['\n', '\r'], " "));
        let span = Span::new(start, start + inner.trim_end().len());
        match blocks.last_mut().filter(|_| is_open && !is_item(inner)) {
            _ if span.is_empty() => is_open = false,
            Some(block) => block.span.end = span.end,
            None => {
                is_open = true;
                blocks.push(Block {
                    kind: BlockKind::Paragraph,
                    span,
                    credit: None,
                });
            }
        }
    }
    Article::new(joined, blocks, Meta::default())
}

/// Whether a line begins an item of a list: `* x`, `2. x`.
fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let signs = if rest.len() == line.len() {
        "*-+"
    } else {
        ".)"
    };
    let rest = rest.strip_prefix(|sign| signs.contains(sign));
    rest.is_some_and(|rest| rest.starts_with(' '))
}

/// Who said it where and when.
fn place(catalog: &Catalog, hit: &QuoteHit) -> String {
    let row = catalog.get(hit.place.position);
    let day = row.and_then(|row| row.published.as_deref());
    let parts = [
        hit.speaker.as_deref(),
        row.map(|row| row.source.as_deref().unwrap_or(&row.headline)),
        day.map(|day| day.get(..10).unwrap_or(day)),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(", ")
}
