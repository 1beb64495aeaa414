//! Statements: reported speech without marks, and who said it.
//!
//! Every cue that leads to somebody is asked what it reports; of what overlaps, the surest stays.
//! Only for English: other languages mark what is reported by mood and word order, which
//! nobody reads here.

mod clause;
mod content;
mod ending;
mod keep;
mod opening;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{Article, Statement};

use super::actors::Cast;
use super::attribution::{Reported, Reporter};
use super::document::Document;

/// Finds the statements of `document`, in text order; none overlaps another, or a passage.
pub(super) fn find(document: &Document, cast: &Cast) -> Vec<Statement> {
    if !is_english(document.article) {
        return Vec::new();
    }
    let text = document.article.text.as_str();
    let reporter = Reporter::new(document, cast);
    let mut statements = Vec::new();
    for (number, paragraph) in document.paragraphs[..document.body].iter().enumerate() {
        let candidates = content::candidates(text, paragraph).filter_map(|candidate| {
            let reported = Reported {
                paragraph: number,
                link: candidate.link,
                confidence: keep::confidence(paragraph, &candidate)?,
                content: candidate.tokens,
            };
            let speaker = reporter.attribution(&reported)?;
            Some(Statement {
                span: paragraph.tokens.span(&reported.content),
                block: paragraph.block,
                speaker,
            })
        });
        statements.extend(surest(candidates.collect()));
    }
    statements
}

/// Articles without a language are read as English, those in a language without lists are not.
fn is_english(article: &Article) -> bool {
    let language = article.meta.language.as_deref();
    language.is_none_or(|language| language.starts_with("en"))
}

/// Of statements that overlap the surest, in text order.
fn surest(mut statements: Vec<Statement>) -> impl Iterator<Item = Statement> {
    statements.sort_by_key(|one| (Reverse(one.speaker.confidence), one.span));
    let mut kept: BTreeMap<usize, Statement> = BTreeMap::new();
    for one in statements {
        let before = kept.range(..one.span.end).next_back();
        if before.is_none_or(|(_, other)| !other.span.overlaps(one.span)) {
            kept.insert(one.span.start, one);
        }
    }
    kept.into_values()
}
