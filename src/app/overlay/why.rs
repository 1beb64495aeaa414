//! Why a quote has its speaker: the sentence, the text it is read from, and who
//! else is named there.

use std::sync::Arc;

use super::Outcome;
use crate::app::command::{Part, Step, Through};
use crate::app::outbox::Outbox;
use crate::app::reason;
use crate::app::screen::{deceit, paragraph_of};
use crate::model::{ActorKind, Entry, Marks, Place, Quote, Span};
use crate::text::wrap::wrap;

/// Why a quote has its speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    entry: Arc<Entry>,
    /// The index of the quote in the analysis.
    quote: usize,
    /// The sentences before the text.
    answer: String,
    /// Index of each actor named near the quote who is not the speaker, nearest first.
    others: Vec<usize>,
    lines: Vec<WhyLine>,
    top: usize,
    columns: usize,
    rows: usize,
}

/// A line of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyLine {
    /// Part of [`Why::answer`].
    Answer(Span),
    /// Part of the text of the article.
    Text(Span),
    /// Nothing.
    Blank,
    /// The head above those who are named beside the speaker.
    Others,
    /// The index of such an actor.
    Other(usize),
}

/// Actors that are listed beside the speaker at most.
const OTHERS: usize = 8;

impl Why {
    /// Explains the quote with index `quote` of the analysis, if there is one.
    pub fn new(entry: Arc<Entry>, quote: usize, marks: &Marks) -> Option<Self> {
        let of = entry.analysis.quotes.get(quote)?;
        let on = Place {
            article: entry.article.id,
            span: of.span,
            words: String::new(),
        };
        let is_decided = marks.speaker_on(&on).is_some();
        let mut answer = match (&of.speaker, is_decided) {
            (None, true) => "Nobody, because a person said so.".to_owned(),
            (Some(_), _) | (None, false) => reason::sentence(&entry, of),
        };
        if let Some(speaker) = &of.speaker {
            answer.push(' ');
            answer.push_str(&reason::sureness(speaker));
        }
        let paragraph = paragraph_of(&entry, of.span);
        if let Some(deceit) = deceit(&entry, paragraph) {
            answer.push(' ');
            answer.push_str(&deceit);
        }
        Some(Self {
            others: others(&entry, of),
            quote,
            answer,
            lines: Vec::new(),
            top: 0,
            columns: 0,
            rows: 0,
            entry,
        })
    }

    /// The article.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// The article, to be kept.
    pub fn shared(&self) -> &Arc<Entry> {
        &self.entry
    }

    /// The index of the quote in the analysis.
    pub fn index(&self) -> usize {
        self.quote
    }

    /// The quote.
    pub fn quote(&self) -> Option<&Quote> {
        self.entry.analysis.quotes.get(self.quote)
    }

    /// The sentences before the text.
    pub fn answer(&self) -> &str {
        &self.answer
    }

    /// Who else is named near the quote, as indices of actors.
    pub fn others(&self) -> &[usize] {
        &self.others
    }

    /// The lines on screen.
    pub fn visible(&self) -> &[WhyLine] {
        let rest = self.lines.get(self.top..).unwrap_or_default();
        rest.get(..self.rows).unwrap_or(rest)
    }

    /// How many lines there are.
    pub fn height(&self) -> usize {
        self.lines.len()
    }

    /// Whether lines are hidden below.
    pub fn has_more(&self) -> bool {
        self.top + self.rows < self.lines.len()
    }

    /// Wraps at `columns`; returns how many lines there are.
    pub fn wrap(&mut self, columns: usize) -> usize {
        if self.columns != columns {
            self.columns = columns;
            self.lines = self.composed();
        }
        self.lines.len()
    }

    /// Has room for `rows` rows from now on.
    pub fn resize(&mut self, rows: usize) {
        self.rows = rows;
        self.top = self.top.min(self.last_top());
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part, outbox: &mut Outbox) -> Outcome {
        match part {
            Part::Move(motion) => {
                let before = self.top;
                self.top = motion.from(self.top, self.last_top(), self.rows);
                if self.top == before {
                    outbox.say("nothing further is hidden there; ] explains the next quote");
                }
                Outcome::Stay
            }
            Part::Step(Step::Back | Step::Open) => Outcome::Close,
            Part::Through(Through::Quotes(toward)) => Outcome::Explain(toward),
            Part::Step(_)
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Copy(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Through(_)
            | Part::Show(_)
            | Part::Mark(_)
            | Part::Select(_)
            | Part::Program(_) => Outcome::Foreign,
        }
    }

    fn last_top(&self) -> usize {
        self.lines.len().saturating_sub(self.rows.max(1))
    }

    fn composed(&self) -> Vec<WhyLine> {
        let columns = self.columns.max(1);
        let text = &self.entry.article.text;
        let whole = Span::new(0, self.answer.len());
        let answer = wrap(&self.answer, whole, columns);
        let mut lines: Vec<WhyLine> = answer.into_iter().map(WhyLine::Answer).collect();
        for block in self.blocks() {
            lines.push(WhyLine::Blank);
            lines.extend(wrap(text, block, columns).into_iter().map(WhyLine::Text));
        }
        if !self.others.is_empty() {
            lines.extend([WhyLine::Blank, WhyLine::Others]);
            lines.extend(self.others.iter().copied().map(WhyLine::Other));
        }
        lines
    }

    // The paragraphs that the sentence speaks of, in text order.
    fn blocks(&self) -> Vec<Span> {
        let Some(quote) = self.quote() else {
            return Vec::new();
        };
        let speaker = quote.speaker.as_ref();
        let cue = speaker.and_then(|speaker| speaker.cue);
        let places = [
            speaker.map(|speaker| speaker.mention),
            cue,
            Some(quote.span),
        ];
        let blocks = places.into_iter().flatten();
        let mut blocks: Vec<usize> = blocks
            .filter_map(|span| self.entry.article.block_at(span.start))
            .collect();
        blocks.sort_unstable();
        blocks.dedup();
        let article = &self.entry.article;
        let spans = blocks.into_iter().filter_map(|at| article.blocks.get(at));
        spans.map(|block| block.span).collect()
    }
}

/// Who else is named in the paragraph of the quote or the one before, nearest first.
fn others(entry: &Entry, quote: &Quote) -> Vec<usize> {
    let speaker = quote.speaker.as_ref().and_then(|speaker| speaker.actor);
    let near = |mention: &Span| {
        let block = entry.article.block_at(mention.start);
        block.is_some_and(|block| block == quote.block || block + 1 == quote.block)
    };
    let distance = |mention: &Span| {
        let before = quote.span.start.saturating_sub(mention.end);
        let after = mention.start.saturating_sub(quote.span.end);
        before.max(after)
    };
    let actors = entry.analysis.actors.iter().enumerate();
    let mut others: Vec<(bool, usize, usize)> = actors
        .filter(|(at, _)| speaker.is_none_or(|speaker| speaker.0 != *at))
        .filter_map(|(at, actor)| {
            let mentions = actor.mentions.iter().filter(|mention| near(mention));
            let nearest = mentions.map(distance).min()?;
            // Places speak least of all.
            Some((actor.kind == ActorKind::Place, nearest, at))
        })
        .collect();
    others.sort_unstable();
    others.truncate(OTHERS);
    others.into_iter().map(|(_, _, at)| at).collect()
}
