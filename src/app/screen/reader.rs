//! The text of one article: which part is on screen, and which quote, mention
//! and hit one stands at.

use std::ops::Range;
use std::sync::Arc;

use super::sheet::{LONGEST_LINE, LineKind, Sheet};
use crate::app::Sought;
use crate::app::command::Toward;
use crate::app::list::Motion;
use crate::model::{Actor, Article, ArticleId, BlockKind, Entry, Quote, QuoteKind, Span};

/// The text of one article, or nothing yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reader {
    entry: Option<Arc<Entry>>,
    sheet: Sheet,
    rows: usize,
    columns: usize,
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
    hits: Vec<Span>,
    hit: Option<usize>,
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
        self.unfolded = false;
        self.wrap();
        self.mark(sought);
    }

    /// Forgets the article.
    pub fn clear(&mut self) {
        let (columns, rows) = (self.columns, self.rows);
        *self = Self::default();
        self.resize(columns, rows);
    }

    /// Wraps anew at another width; what stood first on screen stays there.
    pub fn resize(&mut self, columns: usize, rows: usize) {
        self.rows = rows;
        if self.columns != columns {
            self.columns = columns;
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
        self.sought = sought;
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
        let end = (self.top + self.rows).min(self.sheet.lines().len());
        self.top.min(end)..end
    }

    /// Whether a line holds words of a quote.
    pub fn is_quoted(&self, line: usize) -> bool {
        self.quoted.get(line).copied().unwrap_or(false)
    }

    /// How much has been seen at the lower edge, in per cent; `None` when all fits.
    pub fn percent(&self) -> Option<usize> {
        let lines = self.sheet.lines().len();
        (lines > self.rows).then(|| self.visible().end * 100 / lines)
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
        self.top = motion.from(self.top, self.last_top(), self.rows);
        self.top != before
    }

    /// Goes to `percent` of the text.
    pub fn go_percent(&mut self, percent: usize) {
        let line = self.sheet.lines().len() * percent.min(100) / 100;
        self.top = line.min(self.last_top());
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

    /// Whether page furniture is shown.
    pub fn is_unfolded(&self) -> bool {
        self.unfolded
    }

    /// Brings `span` onto the screen; moves nothing when it is there already.
    pub fn show(&mut self, span: Span) {
        let first = self.sheet.line_at(span.start);
        let last = self
            .sheet
            .line_at(span.end.saturating_sub(1).max(span.start));
        let bottom = self.top + self.rows;
        if self.top <= first && last < bottom {
            return;
        }
        self.top = if self.top <= first && first < bottom {
            // Its start is there: as little as shows its end, too.
            (last + 1).saturating_sub(self.rows).min(first)
        } else {
            first.saturating_sub(self.rows / 3)
        };
        self.top = self.top.min(self.last_top());
    }

    /// Whether `span` begins on the screen.
    pub fn is_visible(&self, span: Span) -> bool {
        self.visible().contains(&self.sheet.line_at(span.start))
    }

    /// The quotes that are no terms, in text order.
    pub fn quotes(&self) -> impl ExactSizeIterator<Item = &Quote> {
        let all = self.entry.as_deref().map(|entry| &entry.analysis.quotes);
        let all = all.map(Vec::as_slice).unwrap_or_default();
        self.quotes.iter().map(|&at| &all[at])
    }

    /// The first of them that shares words with `span`.
    pub fn quote_over(&self, span: Span) -> Option<usize> {
        self.quotes().position(|quote| quote.span.overlaps(span))
    }

    /// Which of them one stands at.
    pub fn quote_at(&self) -> Option<usize> {
        self.quote
    }

    /// The quote one stands at.
    pub fn quote(&self) -> Option<&Quote> {
        self.nth_quote(self.quote?)
    }

    fn nth_quote(&self, nth: usize) -> Option<&Quote> {
        let at = *self.quotes.get(nth)?;
        self.entry.as_deref()?.analysis.quotes.get(at)
    }

    /// Stands at a quote and shows it.
    pub fn go_quote(&mut self, nth: usize) {
        if let Some(span) = self.nth_quote(nth).map(|quote| quote.span) {
            self.quote = Some(nth);
            self.mention = None;
            self.show(span);
        }
    }

    /// Goes to the next or previous quote; returns whether there was one.
    ///
    /// From the quote one stands at while it is on the screen, else from what
    /// is on the screen: whoever has scrolled away means what he sees.
    pub fn step_quote(&mut self, toward: Toward) -> bool {
        let spans: Vec<Span> = self.quotes().map(|quote| quote.span).collect();
        match self.step(&spans, self.quote, toward) {
            Some(to) => {
                self.go_quote(to);
                true
            }
            None => false,
        }
    }

    /// Goes to the next or previous quote of the same speaker.
    ///
    /// # Errors
    /// A line for the person that says why nothing happened.
    pub fn step_of_speaker(&mut self, toward: Toward) -> Result<(), &'static str> {
        let here = self
            .quote
            .ok_or("no quote chosen: ] goes to the next one")?;
        let speaker = self
            .nth_quote(here)
            .and_then(|quote| quote.speaker.as_ref());
        let speaker = speaker.ok_or("nobody is known to have said this")?;
        let same = |nth: &usize| {
            let other = self
                .nth_quote(*nth)
                .and_then(|quote| quote.speaker.as_ref());
            other.is_some_and(|other| match (speaker.actor, other.actor) {
                (Some(one), Some(another)) => one == another,
                (None, None) => speaker.name == other.name,
                (Some(_), None) | (None, Some(_)) => false,
            })
        };
        let to = match toward {
            Toward::Next => (here + 1..self.quotes.len()).find(same),
            Toward::Previous => (0..here).rev().find(same),
        };
        match (to, toward) {
            (Some(to), _) => {
                self.go_quote(to);
                Ok(())
            }
            (None, Toward::Next) => Err("no further quote of this speaker"),
            (None, Toward::Previous) => Err("no quote of this speaker before"),
        }
    }

    /// The quote on the screen, or the nearest one; none in an article without quotes.
    pub fn nearest_quote(&self) -> Option<usize> {
        let here = self.quote.filter(|&nth| {
            let quote = self.nth_quote(nth);
            quote.is_some_and(|quote| self.is_visible(quote.span))
        });
        let place = self.place();
        let after = || self.quotes().position(|quote| quote.span.start >= place);
        here.or_else(after)
            .or_else(|| self.quotes.len().checked_sub(1))
    }

    /// The actors.
    pub fn actors(&self) -> &[Actor] {
        let actors = self.entry.as_deref().map(|entry| &entry.analysis.actors);
        actors.map(Vec::as_slice).unwrap_or_default()
    }

    /// Actor and mention one stands at.
    pub fn mention_at(&self) -> Option<(usize, usize)> {
        self.mention
    }

    /// Stands at the `nth` mention of an actor, counted around, and shows it;
    /// returns its number and how many there are.
    pub fn go_mention(&mut self, actor: usize, nth: usize) -> Option<(usize, usize)> {
        let mentions = &self.actors().get(actor)?.mentions;
        let count = mentions.len();
        let nth = nth.checked_rem(count)?;
        let span = *mentions.get(nth)?;
        self.mention = Some((actor, nth));
        self.show(span);
        Some((nth + 1, count))
    }

    /// Leaves the quote and the mention one stands at.
    pub fn leave(&mut self) {
        self.quote = None;
        self.mention = None;
    }

    /// Goes to the next or previous hit; tells its number, and whether it went around the end.
    pub fn step_hit(&mut self, toward: Toward) -> Option<(usize, bool)> {
        let shown = |at: &usize| !self.sheet.is_folded(self.hits[*at].start);
        let next = self.step(&self.hits, self.hit, toward);
        let (to, around) = match (next, toward) {
            (Some(to), Toward::Next) => ((to..self.hits.len()).find(shown), false),
            (Some(to), Toward::Previous) => ((0..=to).rev().find(shown), false),
            (None, _) => (None, true),
        };
        let (to, around) = match (to, toward) {
            (Some(to), _) => (to, around),
            (None, Toward::Next) => ((0..self.hits.len()).find(shown)?, true),
            (None, Toward::Previous) => ((0..self.hits.len()).rev().find(shown)?, true),
        };
        self.hit = Some(to);
        self.show(self.hits[to]);
        Some((to + 1, around))
    }

    /// Goes to the first hit at or after `place`, or to the first of all.
    pub fn go_hit_from(&mut self, place: usize) {
        let shown = |at: &usize| !self.sheet.is_folded(self.hits[*at].start);
        let after = self.hits.partition_point(|hit| hit.start < place);
        let found = (after..self.hits.len()).find(shown);
        if let Some(to) = found.or_else(|| (0..after).find(shown)) {
            self.hit = Some(to);
            self.show(self.hits[to]);
        }
    }

    // Where one comes from `here` among `spans`; by the screen when `here` is off it.
    fn step(&self, spans: &[Span], here: Option<usize>, toward: Toward) -> Option<usize> {
        let on_screen = |&nth: &usize| spans.get(nth).is_some_and(|&span| self.is_visible(span));
        match (here.filter(on_screen), toward) {
            (Some(nth), Toward::Next) => Some(nth + 1).filter(|&to| to < spans.len()),
            (Some(nth), Toward::Previous) => nth.checked_sub(1),
            (None, Toward::Next) => spans.iter().position(|&span| {
                let line = self.sheet.line_at(span.start);
                line >= self.top
            }),
            (None, Toward::Previous) => spans.iter().rposition(|&span| {
                let line = self.sheet.line_at(span.start);
                line < self.top
            }),
        }
    }

    fn last_top(&self) -> usize {
        self.sheet.lines().len().saturating_sub(self.rows.max(1))
    }

    fn rewrap(&mut self) {
        let place = self.place();
        self.wrap();
        self.restore(place);
    }

    fn wrap(&mut self) {
        // One column is the margin with the sign of a quote, and where there is
        // room, one keeps the words off the frame.
        let margins = if self.columns < ROOMY { 1 } else { 2 };
        let columns = self.columns.saturating_sub(margins).min(LONGEST_LINE);
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
