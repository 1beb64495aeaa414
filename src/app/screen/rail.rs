//! The rail: the quotes and the actors of the article beside its text.

use super::reader::Reader;
use crate::app::list::{Cursor, Items, Motion};
use crate::model::{ActorRef, Span};
use crate::text::wrap::wrap;

/// The rail: the quotes and the actors of the article beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rail {
    quotes: Cursor,
    actors: Cursor,
    words: Vec<Words>,
    quote_heights: Vec<u8>,
    listed: Vec<Listed>,
    actor_heights: Vec<u8>,
    columns: usize,
    quote_rows: usize,
    actor_rows: usize,
}

/// The words of a quote as far as the rail shows them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// One or two lines.
    pub lines: Vec<Span>,
    /// Whether there is more.
    pub cut: bool,
}

/// An actor as the rail lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// The index of the actor in the analysis.
    pub actor: usize,
    /// Quotes by the actor.
    pub quotes: usize,
}

/// Lines of words that the rail shows of a quote.
const QUOTE_LINES: usize = 2;
/// Bytes of a quote that are looked at for them: two lines of four-byte letters on the widest rail.
const QUOTE_BYTES: usize = 1024;
/// Cells that are no words: the sign, the opening and the closing mark.
const QUOTE_EDGE: usize = 3;

impl Rail {
    /// Lists the quotes and actors of another article, from their start.
    pub fn open(&mut self, reader: &Reader) {
        self.quotes = Cursor::default();
        self.actors = Cursor::default();
        self.listed = listed(reader);
        self.actor_heights = self
            .listed
            .iter()
            .map(|listed| {
                let actor = reader.actors().get(listed.actor);
                1 + u8::from(actor.is_some_and(|actor| !actor.roles.is_empty()))
            })
            .collect();
        self.wrap(reader);
    }

    /// Lists what is new about the same article; one stays where one is.
    pub fn renew(&mut self, reader: &Reader) {
        let (quotes, actors) = (self.quotes, self.actors);
        self.open(reader);
        (self.quotes, self.actors) = (quotes, actors);
        self.quotes
            .fit(Items::Tall(&self.quote_heights), self.quote_rows);
        self.actors
            .fit(Items::Tall(&self.actor_heights), self.actor_rows);
    }

    /// Has other room from now on: columns, rows for quotes, rows for actors.
    pub fn resize(&mut self, columns: usize, rows: (usize, usize), reader: &Reader) {
        (self.quote_rows, self.actor_rows) = rows;
        if self.columns != columns {
            self.columns = columns;
            self.wrap(reader);
        }
        self.quotes
            .fit(Items::Tall(&self.quote_heights), self.quote_rows);
        self.actors
            .fit(Items::Tall(&self.actor_heights), self.actor_rows);
    }

    /// Cursor and scroll of the quotes.
    pub fn quotes(&self) -> Cursor {
        self.quotes
    }

    /// Cursor and scroll of the actors.
    pub fn actors(&self) -> Cursor {
        self.actors
    }

    /// The words of the quotes, in text order.
    pub fn words(&self) -> &[Words] {
        &self.words
    }

    /// The actors, those with most quotes first.
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// The index in the analysis of the selected actor.
    pub fn actor(&self) -> Option<usize> {
        self.listed.get(self.actors.at()).map(|one| one.actor)
    }

    /// Moves among the quotes; returns which one is selected now.
    pub fn step_quotes(&mut self, motion: Motion) -> usize {
        let items = Items::Tall(&self.quote_heights);
        self.quotes.step(motion, items, self.quote_rows);
        self.quotes.at()
    }

    /// Selects the quote one stands at in the text.
    pub fn go_quote(&mut self, nth: usize) {
        let items = Items::Tall(&self.quote_heights);
        self.quotes.go(nth, items, self.quote_rows);
    }

    /// Moves among the actors; returns whether another one is selected.
    pub fn step_actors(&mut self, motion: Motion) -> bool {
        let before = self.actors.at();
        let items = Items::Tall(&self.actor_heights);
        self.actors.step(motion, items, self.actor_rows);
        self.actors.at() != before
    }

    /// Selects the `nth` actor of the rail.
    pub fn go_actor(&mut self, nth: usize) {
        let items = Items::Tall(&self.actor_heights);
        self.actors.go(nth, items, self.actor_rows);
    }

    fn wrap(&mut self, reader: &Reader) {
        let text = reader.article().map_or("", |article| &article.text);
        let columns = self.columns.saturating_sub(QUOTE_EDGE).max(1);
        self.words = reader
            .quotes()
            .map(|quote| first_lines(text, quote.span, columns))
            .collect();
        // One line more says who speaks.
        let height = |words: &Words| u8::try_from(words.lines.len()).unwrap_or(u8::MAX - 1) + 1;
        self.quote_heights = self.words.iter().map(height).collect();
    }
}

fn first_lines(text: &str, span: Span, columns: usize) -> Words {
    let mut end = span.end.min(span.start + QUOTE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut lines = wrap(text, Span::new(span.start, end), columns);
    let cut = lines.len() > QUOTE_LINES || end < span.end;
    lines.truncate(QUOTE_LINES);
    Words { lines, cut }
}

fn listed(reader: &Reader) -> Vec<Listed> {
    let mut listed: Vec<Listed> = (0..reader.actors().len())
        .map(|actor| Listed { actor, quotes: 0 })
        .collect();
    for quote in reader.quotes() {
        let speaker = quote.speaker.as_ref().and_then(|speaker| speaker.actor);
        if let Some(one) = speaker.and_then(|ActorRef(at)| listed.get_mut(at)) {
            one.quotes += 1;
        }
    }
    let mentions = |one: &Listed| {
        let actor = reader.actors().get(one.actor);
        actor.map_or(0, |actor| actor.mentions.len())
    };
    // A stable sort: equals stay in the order of their first mention.
    listed.sort_by_key(|one| std::cmp::Reverse((one.quotes, mentions(one))));
    listed
}
