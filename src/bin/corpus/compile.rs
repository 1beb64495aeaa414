//! A sample to a template: its text as pieces, block by block.
//!
//! Each finder claims the words it will change; where two want the same words the
//! earlier in this order has them: names, dates, numbers, words, paraphrases.

pub mod cuts;
mod dates;
mod numbers;
mod phrases;
mod wording;

use pullquote::model::{Block, BlockKind, Span};

use crate::lists::groups;
use crate::names::{self, Names};
use crate::outlet::Outlet;
use crate::piece::Piece;
use crate::sample::Sample;
use cuts::Cut;
use phrases::Finder;

/// Words of a text that change, and what they become.
#[derive(Debug, Clone)]
pub struct Claim {
    /// In the sample's text.
    pub span: Span,
    /// What is printed instead.
    pub pieces: Vec<Piece>,
}

/// A sample, compiled.
#[derive(Debug)]
pub struct Template {
    /// ISO 639-1.
    pub language: String,
    /// Day of the sample, from which its dates are counted.
    pub published: jiff::civil::Date,
    /// Which outlet the page says it is of.
    pub outlet: Option<usize>,
    /// How many authors it names.
    pub authors: usize,
    /// Authors and photographers.
    pub credited: usize,
    /// All blocks in page order.
    pub blocks: Vec<Compiled>,
    /// The mark that opens its first quote: paragraphs move between equals only.
    pub mark: Option<char>,
    /// Whether the page has lines with author and date.
    pub has_byline: bool,
}

/// A block, compiled.
#[derive(Debug)]
pub struct Compiled {
    /// What it is.
    pub kind: BlockKind,
    /// White space before it.
    pub gap: String,
    /// Its words.
    pub pieces: Vec<Piece>,
    /// Whether it must follow the block before: an utterance runs on, an answer follows.
    pub is_glued: bool,
    /// Whether it can stand in another article.
    pub can_move: bool,
}

/// Compiles `sample`, whose names are among `names`.
pub fn compile(sample: &Sample, names: &Names, outlets: &[Outlet]) -> Template {
    let article = &sample.article;
    let authors = authors(sample, outlets);
    let credited = [authors.clone(), photographers(sample)].concat();
    let finder = Finder::new(names, &credited, &sample.label.language);
    let cuts = cuts::find(article, &sample.passages);
    let mut blocks = Vec::new();
    let mut end = 0;
    for (index, block) in article.blocks.iter().enumerate() {
        let claims = claims(sample, block, &finder);
        blocks.push(Compiled {
            kind: block.kind,
            gap: Span::new(end, block.span.start)
                .of(&article.text)
                .to_owned(),
            pieces: pieces(&article.text, block.span, &claims, &cuts),
            is_glued: is_glued(sample, index),
            can_move: false,
        });
        end = block.span.end;
    }
    mark_movable(sample, &mut blocks);
    Template {
        language: sample.label.language.clone(),
        published: dates::published(sample),
        outlet: sample
            .label
            .source
            .as_deref()
            .and_then(|name| names::outlet_of(name, outlets)),
        authors: authors.len(),
        credited: credited.len(),
        mark: opening_mark(sample),
        has_byline: blocks.iter().any(|block| block.kind == BlockKind::Byline),
        blocks,
    }
}

fn authors<'a>(sample: &'a Sample, outlets: &[Outlet]) -> Vec<&'a str> {
    let byline = sample.label.byline.as_deref().unwrap_or_default();
    let mut names = vec![byline];
    for and in [" and ", " und ", " et ", " y ", ", "] {
        names = names.iter().flat_map(|name| name.split(and)).collect();
    }
    names.retain(|name| !name.is_empty() && names::outlet_of(name, outlets).is_none());
    names
}

// "(The Calder Post/Nina Holt)"
fn photographers(sample: &Sample) -> Vec<&str> {
    let text = sample.article.text.as_str();
    let captions = sample.article.blocks.iter();
    let captions = captions.filter(|block| block.kind == BlockKind::Caption);
    let names = captions.filter_map(|block| {
        let credit = block
            .span
            .of(text)
            .trim_end_matches([')', '.'])
            .rsplit('(')
            .next()?;
        Some(credit.rsplit_once('/')?.1.trim())
    });
    let is_name = |name: &&str| name.contains(' ') || names::is_hangul(name);
    names.filter(is_name).collect()
}

fn claims(sample: &Sample, block: &Block, finder: &Finder) -> Vec<Claim> {
    let text = &sample.article.text;
    let mut claims = finder.claims(text, block.span);
    let language = sample.label.language.as_str();
    let published = dates::published(sample);
    let later = [
        dates::claims(text, block.span, language, published),
        numbers::claims(text, block, published),
        wording::words(text, block.span, groups(language)),
        wording::paraphrases(text, block.span, language, &sample.passages),
    ];
    for claim in later.into_iter().flatten() {
        if !claims
            .iter()
            .any(|earlier| earlier.span.overlaps(claim.span))
        {
            claims.push(claim);
        }
    }
    claims.sort_by_key(|claim| claim.span);
    claims
}

// What is not claimed is printed as it is; the ends of cuts stand between pieces.
fn pieces(text: &str, block: Span, claims: &[Claim], cuts: &[Cut]) -> Vec<Piece> {
    let mut ends: Vec<(usize, Piece)> = Vec::new();
    for cut in cuts.iter().filter(|cut| block.covers(cut.span)) {
        let crosses = |c: &Claim| {
            [cut.span.start, cut.span.end]
                .iter()
                .any(|&at| c.span.start < at && at < c.span.end)
        };
        if !claims.iter().any(crosses) {
            ends.extend(cut.ends());
        }
    }
    ends.sort_by_key(|(at, _)| *at);
    let mut ends = ends.into_iter().peekable();
    let mut pieces = Vec::new();
    let mut at = block.start;
    let whole = Claim {
        span: Span::new(block.end, block.end),
        pieces: Vec::new(),
    };
    for claim in claims.iter().chain([&whole]) {
        while let Some((end, piece)) = ends.next_if(|(end, _)| *end <= claim.span.start) {
            push_text(&mut pieces, Span::new(at, end).of(text));
            pieces.push(piece);
            at = end;
        }
        push_text(&mut pieces, Span::new(at, claim.span.start).of(text));
        pieces.extend(claim.pieces.iter().cloned());
        at = claim.span.end;
    }
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

// A paragraph whose utterance began before, and an answer or a speaker's line.
fn is_glued(sample: &Sample, index: usize) -> bool {
    let Some(block) = sample.article.blocks.get(index) else {
        return false;
    };
    let passages = &sample.passages;
    let first = passages.iter().position(|p| block.span.covers(p.span));
    let runs_on = first.is_some_and(|first| {
        let before = first.checked_sub(1).and_then(|before| passages.get(before));
        let elsewhere = before.is_some_and(|before| !block.span.covers(before.span));
        elsewhere && (passages[first].continues || before.is_some_and(|before| !before.closed))
    });
    runs_on || is_turn(block.span.of(&sample.article.text))
}

// "A: …", "TULLY: …"
fn is_turn(words: &str) -> bool {
    let name = words.split(':').next().unwrap_or_default();
    name.len() < words.len() && name.chars().count() < 24 && !name.chars().any(char::is_lowercase)
}

// A paragraph of the middle that neither continues another nor is continued.
fn mark_movable(sample: &Sample, blocks: &mut [Compiled]) {
    let mut paragraphs = 0;
    for index in 0..blocks.len() {
        let next_is_glued = blocks.get(index + 1).is_some_and(|next| next.is_glued);
        let words = sample
            .article
            .blocks
            .get(index)
            .map_or("", |b| b.span.of(&sample.article.text));
        let unfinished = sample.passages.iter().any(|passage| {
            !passage.closed
                && sample
                    .article
                    .blocks
                    .get(index)
                    .is_some_and(|b| b.span.covers(passage.span))
        });
        let block = &mut blocks[index];
        if block.kind == BlockKind::Paragraph {
            paragraphs += 1;
            let long = words.chars().count() > 80;
            let alone = !block.is_glued && !next_is_glued && !unfinished;
            block.can_move = paragraphs > 2 && long && alone;
        }
    }
}

fn opening_mark(sample: &Sample) -> Option<char> {
    let body = sample
        .article
        .blocks
        .iter()
        .find(|b| b.kind == BlockKind::Paragraph)?;
    let mut passages = sample.passages.iter();
    let passage = passages.find(|passage| passage.span.start > body.span.start)?;
    sample
        .article
        .text
        .get(..passage.span.start)?
        .trim_end()
        .chars()
        .next_back()
}
