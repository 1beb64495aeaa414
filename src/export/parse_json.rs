//! The contract of `pullquote parse --format json`, schema 1.
//!
//! One object a line for each article, keys in this order, absent values
//! `null`. Every span is `[start, end)` in code points of `text`.

use serde::Serialize;

use super::{CodePoints, json_line};
use crate::model::{
    Actor, Analysis, Article, Attribution, Block, Note, Quote, Span, Statement, Via,
};

/// Which file, and which article of it.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// The path as given.
    pub path: &'a str,
    /// From 0.
    pub part: u32,
}

/// Gives one article with its analysis as one line of JSON, without the line end.
pub fn parse_json(origin: Origin<'_>, article: &Article, analysis: &Analysis) -> String {
    let text = article.text.as_str();
    let writer = Writer {
        article,
        text,
        points: CodePoints::new(text),
        paragraphs: article.paragraph_numbers(),
    };
    json_line(&writer.object(origin, analysis))
}

struct Writer<'a> {
    article: &'a Article,
    text: &'a str,
    points: CodePoints,
    paragraphs: Vec<usize>,
}

impl<'a> Writer<'a> {
    fn object(&self, origin: Origin<'a>, analysis: &'a Analysis) -> Object<'a> {
        let meta = &self.article.meta;
        Object {
            schema: 1,
            path: origin.path,
            part: origin.part,
            id: self.article.id.to_string(),
            format: meta.format.word(),
            headline: meta.headline.map(|span| self.words(span)),
            published: meta.published.as_deref(),
            published_text: meta.published_text.as_deref(),
            byline: meta.byline.as_deref(),
            source: meta.source.as_deref(),
            url: meta.url.as_deref(),
            language: meta.language.as_deref(),
            text: self.text,
            blocks: self
                .article
                .blocks
                .iter()
                .map(|block| self.block(block))
                .collect(),
            quotes: analysis
                .quotes
                .iter()
                .enumerate()
                .map(|(id, quote)| self.quote(id, quote))
                .collect(),
            statements: analysis
                .statements
                .iter()
                .enumerate()
                .map(|(id, one)| self.statement(id, one))
                .collect(),
            actors: analysis
                .actors
                .iter()
                .enumerate()
                .map(|(id, actor)| self.actor(id, actor))
                .collect(),
            notes: analysis.notes.iter().map(|note| self.note(note)).collect(),
        }
    }

    fn words(&self, span: Span) -> Words<'a> {
        Words {
            text: span.of(self.text),
            span: self.points.span(span),
        }
    }

    fn block(&self, block: &Block) -> BlockObject<'a> {
        BlockObject {
            kind: block.kind.word(),
            span: self.points.span(block.span),
            credit: block.credit.map(|span| span.of(self.text)),
        }
    }

    fn quote(&self, id: usize, quote: &'a Quote) -> QuoteObject<'a> {
        let speaker = quote.speaker.as_ref();
        QuoteObject {
            id,
            text: quote.span.of(self.text),
            span: self.points.span(quote.span),
            block: quote.block,
            paragraph: self.paragraph(quote.block),
            kind: quote.kind.word(),
            closed: quote.closed,
            continues: quote.continues.map(|earlier| earlier.0),
            speaker: speaker.map(|speaker| self.speaker(speaker)),
            cue: speaker
                .and_then(|speaker| speaker.cue)
                .map(|span| self.words(span)),
            via: speaker
                .and_then(|speaker| speaker.via.as_ref())
                .map(|via| self.via(via)),
        }
    }

    fn paragraph(&self, block: usize) -> usize {
        self.paragraphs.get(block).copied().unwrap_or(0)
    }

    fn statement(&self, id: usize, statement: &'a Statement) -> StatementObject<'a> {
        let speaker = &statement.speaker;
        StatementObject {
            id,
            text: statement.span.of(self.text),
            span: self.points.span(statement.span),
            block: statement.block,
            paragraph: self.paragraph(statement.block),
            speaker: self.speaker(speaker),
            cue: speaker.cue.map(|span| self.words(span)),
            via: speaker.via.as_ref().map(|via| self.via(via)),
        }
    }

    fn speaker(&self, speaker: &'a Attribution) -> SpeakerObject<'a> {
        SpeakerObject {
            actor: speaker.actor.map(|actor| actor.0),
            name: &speaker.name,
            mention: speaker.mention.of(self.text),
            span: self.points.span(speaker.mention),
            rule: speaker.rule.word(),
            confidence: f64::from(speaker.confidence.thousandths()) / 1000.0,
        }
    }

    fn via(&self, via: &'a Via) -> ViaObject<'a> {
        ViaObject {
            actor: via.actor.map(|actor| actor.0),
            name: &via.name,
            mention: via.mention.of(self.text),
            span: self.points.span(via.mention),
            relation: via.relation.word(),
        }
    }

    fn actor(&self, id: usize, actor: &'a Actor) -> ActorObject<'a> {
        ActorObject {
            id,
            name: &actor.name,
            kind: actor.kind.word(),
            roles: actor.roles.iter().map(|&span| self.words(span)).collect(),
            aliases: &actor.aliases,
            mentions: actor
                .mentions
                .iter()
                .map(|&span| self.points.span(span))
                .collect(),
        }
    }

    fn note(&self, note: &Note) -> NoteObject {
        NoteObject {
            kind: note.kind.word(),
            span: self.points.span(note.span),
            message: note.kind.message(),
        }
    }
}

#[derive(Serialize)]
struct Object<'a> {
    schema: u32,
    path: &'a str,
    part: u32,
    id: String,
    format: &'static str,
    headline: Option<Words<'a>>,
    published: Option<&'a str>,
    published_text: Option<&'a str>,
    byline: Option<&'a str>,
    source: Option<&'a str>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    text: &'a str,
    blocks: Vec<BlockObject<'a>>,
    quotes: Vec<QuoteObject<'a>>,
    statements: Vec<StatementObject<'a>>,
    actors: Vec<ActorObject<'a>>,
    notes: Vec<NoteObject>,
}

#[derive(Serialize)]
struct Words<'a> {
    text: &'a str,
    span: [usize; 2],
}

#[derive(Serialize)]
struct BlockObject<'a> {
    kind: &'static str,
    span: [usize; 2],
    credit: Option<&'a str>,
}

#[derive(Serialize)]
struct QuoteObject<'a> {
    id: usize,
    text: &'a str,
    span: [usize; 2],
    block: usize,
    paragraph: usize,
    kind: &'static str,
    closed: bool,
    continues: Option<usize>,
    speaker: Option<SpeakerObject<'a>>,
    cue: Option<Words<'a>>,
    via: Option<ViaObject<'a>>,
}

#[derive(Serialize)]
struct StatementObject<'a> {
    id: usize,
    text: &'a str,
    span: [usize; 2],
    block: usize,
    paragraph: usize,
    speaker: SpeakerObject<'a>,
    cue: Option<Words<'a>>,
    via: Option<ViaObject<'a>>,
}

#[derive(Serialize)]
struct SpeakerObject<'a> {
    actor: Option<usize>,
    name: &'a str,
    mention: &'a str,
    span: [usize; 2],
    rule: &'static str,
    confidence: f64,
}

#[derive(Serialize)]
struct ViaObject<'a> {
    actor: Option<usize>,
    name: &'a str,
    mention: &'a str,
    span: [usize; 2],
    relation: &'static str,
}

#[derive(Serialize)]
struct ActorObject<'a> {
    id: usize,
    name: &'a str,
    kind: &'static str,
    roles: Vec<Words<'a>>,
    aliases: &'a [String],
    mentions: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct NoteObject {
    kind: &'static str,
    span: [usize; 2],
    message: &'static str,
}
