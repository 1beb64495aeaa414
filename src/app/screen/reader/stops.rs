//! Where one can stop in a text: quotes, mentions of actors, hits of a search.

use super::Reader;
use crate::app::command::Toward;
use crate::model::{Actor, Quote, Span};

impl Reader {
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

    /// The index in the analysis of the quote one stands at.
    pub fn quote_index(&self) -> Option<usize> {
        self.quotes.get(self.quote?).copied()
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

    /// Goes to the next or previous quote of the same speaker; without a quote
    /// one stands at, to the quote on the screen.
    ///
    /// # Errors
    /// A line for the person that says why nothing happened.
    pub fn step_of_speaker(&mut self, toward: Toward) -> Result<(), &'static str> {
        let Some(here) = self.quote else {
            let first = self.nearest_quote().ok_or("this article has no quotes")?;
            self.go_quote(first);
            return Ok(());
        };
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
}
