//! The text of one article: which part is on screen, and which quote, mention
//! and hit one stands at.

mod deceit;
mod selection;
mod stops;

use std::ops::Range;
use std::sync::Arc;

pub use self::deceit::{paragraph, told};
use self::selection::Selection;
use super::sheet::{LineKind, Sheet};
use crate::app::Sought;
use crate::app::command::Toward;
use crate::app::list::Motion;
use crate::app::shape::Page;
use crate::model::{Article, ArticleId, BlockKind, Entry, QuoteKind, Span};

/// The text of one article, or nothing yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reader {
    entry: Option<Arc<Entry>>,
    sheet: Sheet,
    page: Page,
    /// Which lines of the sheet hold words of a quote.
    quoted: Vec<bool>,
    /// The first line on screen.
    top: usize,
    unfolded: bool,
    /// Indices of the quotes that are no terms, in text order.
    quotes: Vec<usize>,
    /// Which of `quotes` one stands at.
    quote: Option<usize>,
    /// Actor and mention one stands at.
    mention: Option<(usize, usize)>,
    sought: Sought,
    /// What is missing of it.
    note: Option<String>,
    hits: Vec<Span>,
    hit: Option<usize>,
    selection: Option<Selection>,
}

/// Columns from which on the text keeps off the right edge.
const ROOMY: usize = 48;

impl Reader {
    /// Shows `entry` from its start, with what is `sought` marked.
    pub fn open(&mut self, entry: Arc<Entry>, sought: Sought) {
        self.quotes = passages(&entry);
        self.entry = Some(entry);
        self.top = 0;
        self.quote = None;
        self.mention = None;
        self.selection = None;
        self.unfolded = false;
        self.wrap();
        self.mark(sought);
    }

    /// Shows what is new about the same article; one stays where one is, at the
    /// quote with the words one stood at.
    pub fn renew(&mut self, entry: Arc<Entry>) {
        let here = self.quote().map(|quote| quote.span);
        self.quotes = passages(&entry);
        self.entry = Some(entry);
        self.quote = here.and_then(|span| self.quote_over(span));
        self.mention = None;
        self.rewrap();
    }

    /// Forgets the article.
    pub fn clear(&mut self) {
        let page = self.page;
        *self = Self::default();
        self.resize(page);
    }

    /// Wraps anew at another width; what stood first on screen stays there.
    pub fn resize(&mut self, page: Page) {
        let before = self.page;
        self.page = page;
        if (before.columns, before.line) != (page.columns, page.line) {
            self.rewrap();
        }
        self.top = self.top.min(self.last_top());
    }

    /// Marks what is `sought` instead of what was.
    pub fn mark(&mut self, sought: Sought) {
        self.hit = None;
        self.hits = match &self.entry {
            Some(entry) => sought.places(&entry.article.text),
            None => Vec::new(),
        };
        let entry = self.entry.as_deref();
        self.note = entry.and_then(|entry| sought.note(&entry.article.text));
        self.sought = sought;
    }

    /// What of that which is sought is missing here or cannot be asked, in one line.
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// What is marked.
    pub fn sought(&self) -> &Sought {
        &self.sought
    }

    /// The article and what was found in it.
    pub fn entry(&self) -> Option<&Arc<Entry>> {
        self.entry.as_ref()
    }

    /// The article.
    pub fn article(&self) -> Option<&Article> {
        self.entry.as_deref().map(|entry| &entry.article)
    }

    /// Which article it is.
    pub fn id(&self) -> Option<ArticleId> {
        self.article().map(|article| article.id)
    }

    /// Its lines.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// The lines on screen.
    pub fn visible(&self) -> Range<usize> {
        let end = (self.top + self.page.rows).min(self.sheet.lines().len());
        self.top.min(end)..end
    }

    /// Whether a line holds words of a quote.
    pub fn is_quoted(&self, line: usize) -> bool {
        self.quoted.get(line).copied().unwrap_or(false)
    }

    /// How much has been seen at the lower edge, in per cent; `None` when all fits.
    pub fn percent(&self) -> Option<usize> {
        let lines = self.sheet.lines().len();
        (lines > self.page.rows).then(|| self.visible().end * 100 / lines)
    }

    /// Where it stands in the text.
    pub fn hits(&self) -> &[Span] {
        &self.hits
    }

    /// The hit one stands at.
    pub fn hit(&self) -> Option<Span> {
        self.hit.and_then(|at| self.hits.get(at).copied())
    }

    /// Where the text on screen begins.
    pub fn place(&self) -> usize {
        let lines = self.sheet.lines().get(self.top..).unwrap_or_default();
        let of_text = lines.iter().find(|line| line.kind != LineKind::About);
        match self.top {
            0 => 0,
            _ => of_text.map_or(0, |line| line.span.start),
        }
    }

    /// Brings the byte at `place` to the top of the screen.
    pub fn restore(&mut self, place: usize) {
        self.top = match place {
            0 => 0,
            _ => self.sheet.line_at(place).min(self.last_top()),
        };
    }

    /// Scrolls; returns whether anything moved.
    pub fn scroll(&mut self, motion: Motion) -> bool {
        let before = self.top;
        self.top = motion.from(self.top, self.last_top(), self.page.rows);
        self.top != before
    }

    /// Goes to `percent` of the text.
    pub fn go_percent(&mut self, percent: usize) {
        // So that the share that has been seen is the one asked for.
        let end = (self.sheet.lines().len() * percent.min(100)).div_ceil(100);
        self.top = end.saturating_sub(self.page.rows).min(self.last_top());
    }

    /// Goes to the `number`-th paragraph of the body; returns whether there is one.
    pub fn go_paragraph(&mut self, number: usize) -> bool {
        let Some(article) = self.article() else {
            return false;
        };
        let paragraphs = article.blocks.iter();
        let mut paragraphs = paragraphs.filter(|block| block.kind == BlockKind::Paragraph);
        let block = number.checked_sub(1).and_then(|nth| paragraphs.nth(nth));
        let Some(start) = block.map(|block| block.span.start) else {
            return false;
        };
        self.top = self.sheet.line_at(start).min(self.last_top());
        true
    }

    /// Goes to the next block or the one before; returns whether anything moved.
    pub fn go_block(&mut self, toward: Toward) -> bool {
        let before = self.top;
        let lines = self.sheet.lines();
        let found = match toward {
            Toward::Next => (self.top + 1..lines.len()).find(|&at| lines[at].first),
            Toward::Previous => (0..self.top).rev().find(|&at| lines[at].first),
        };
        let fallback = match toward {
            Toward::Next => self.top,
            Toward::Previous => 0,
        };
        self.top = found.unwrap_or(fallback).min(self.last_top());
        self.top != before
    }

    /// Shows page furniture or folds it; returns how many pieces there are.
    pub fn toggle_furniture(&mut self) -> usize {
        let Some(article) = self.article() else {
            return 0;
        };
        let is_furniture = |kind| matches!(kind, BlockKind::Furniture | BlockKind::Byline);
        let blocks = article.blocks.iter();
        let pieces = blocks.filter(|block| is_furniture(block.kind)).count();
        self.unfolded = !self.unfolded;
        self.rewrap();
        pieces
    }

    /// Brings `span` onto the screen; moves nothing when it is there already.
    pub fn show(&mut self, span: Span) {
        let first = self.sheet.line_at(span.start);
        let last = self
            .sheet
            .line_at(span.end.saturating_sub(1).max(span.start));
        let bottom = self.top + self.page.rows;
        if self.top <= first && last < bottom {
            return;
        }
        self.top = if self.top <= first && first < bottom {
            // Its start is there: as little as shows its end, too.
            (last + 1).saturating_sub(self.page.rows).min(first)
        } else {
            first.saturating_sub(self.page.rows / 3)
        };
        self.top = self.top.min(self.last_top());
    }

    /// Whether `span` begins on the screen.
    pub fn is_visible(&self, span: Span) -> bool {
        self.visible().contains(&self.sheet.line_at(span.start))
    }

    fn last_top(&self) -> usize {
        self.sheet
            .lines()
            .len()
            .saturating_sub(self.page.rows.max(1))
    }

    fn rewrap(&mut self) {
        let place = self.place();
        self.wrap();
        self.restore(place);
    }

    fn wrap(&mut self) {
        // One column is the margin with the sign of a quote, and where there is
        // room, one keeps the words off the frame.
        let Page { columns, line, .. } = self.page;
        let margins = if columns < ROOMY { 1 } else { 2 };
        let columns = columns.saturating_sub(margins).min(line);
        self.sheet = match &self.entry {
            Some(entry) => Sheet::new(&entry.article, columns, self.unfolded),
            None => Sheet::default(),
        };
        self.quoted = self.quoted_lines();
    }

    fn quoted_lines(&self) -> Vec<bool> {
        let mut quoted = vec![false; self.sheet.lines().len()];
        for span in self.quotes().map(|quote| quote.span) {
            let lines = self.sheet.lines_of(span);
            quoted[lines].fill(true);
        }
        quoted
    }
}

fn passages(entry: &Entry) -> Vec<usize> {
    let quotes = entry.analysis.quotes.iter().enumerate();
    let spoken = quotes.filter(|(_, quote)| quote.kind != QuoteKind::Term);
    spoken.map(|(at, _)| at).collect()
}
