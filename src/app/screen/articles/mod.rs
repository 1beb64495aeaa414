//! Screen 1: the list of articles, the text of one, its quotes and actors.

mod kept;
mod moves;
mod panes;
mod passages;
mod places;
mod selecting;

use std::sync::Arc;

use super::{Focus, Listing, Rail, Reader, Tab};
use crate::app::outbox::Outbox;
use crate::app::shape::{Arrangement, Layout, Share, Splits, Window, layout};
use crate::app::{Asker, Effect, Sought, Ticket};
use crate::model::{Actor, ArticleId, Entry, Span};
use crate::search::Hits;
use crate::store::{Catalog, Row};
use crate::study::QuoteRow;

/// Screen 1: the list of articles, the text of one, its quotes and actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Articles {
    listing: Listing,
    reader: Reader,
    rail: Rail,
    arrangement: Arrangement,
    window: Window,
    layout: Layout,
    /// The article that was asked for and has not come.
    wanted: Option<Wanted>,
    /// What was found in the text or by the finder; marked before the query of the list.
    found: Sought,
    /// Whether one comes back to an article that may not be in the list yet.
    returning: bool,
    /// Where one was before each jump, the last one last.
    places: Vec<Target>,
}

/// What to open, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Which article.
    pub article: ArticleId,
    /// Where in it.
    pub at: Where,
}

impl Target {
    /// The passage of a quote, or the start of a whole article.
    pub fn of_quote(row: &QuoteRow) -> Self {
        let at = match row.span.is_empty() {
            true => Where::Start,
            false => Where::Passage(row.span),
        };
        Self {
            article: row.article,
            at,
        }
    }
}

/// Where in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// At its start.
    Start,
    /// At a passage, which is shown.
    Passage(Span),
    /// At a byte, which comes to the top of the screen.
    Place(usize),
    /// The same, standing at a quote that need not be on it.
    Kept(usize, Option<Span>),
    /// Where one is already: what was made of the article has changed.
    Here,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    ticket: Ticket,
    target: Target,
}

/// What is told until it is known whether there are new articles.
pub const LOOKING: &str = "looking for new articles";

impl Articles {
    /// Shows `catalog`, on a screen without any cells yet.
    pub fn new(catalog: Arc<Catalog>) -> Self {
        let arrangement = Arrangement {
            focus: Focus::List,
            tab: Tab::Quotes,
            share: Share::Normal,
            splits: Splits::default(),
        };
        Self {
            listing: Listing::new(catalog),
            reader: Reader::default(),
            rail: Rail::default(),
            window: Window::new(0, 0),
            layout: layout(Window::new(0, 0), &arrangement),
            arrangement,
            wanted: None,
            found: Sought::Nothing,
            returning: false,
            places: Vec::new(),
        }
    }

    /// The list.
    pub fn listing(&self) -> &Listing {
        &self.listing
    }

    /// The text.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// The quotes and actors.
    pub fn rail(&self) -> &Rail {
        &self.rail
    }

    /// Where everything lies.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The name of the actor that is selected in the rail.
    pub fn actor(&self) -> Option<&str> {
        Some(&self.actor_here()?.name)
    }

    /// The actor that is selected in the rail.
    pub fn actor_here(&self) -> Option<&Actor> {
        self.reader.actors().get(self.rail.actor()?)
    }

    /// Which pane has the keys.
    pub fn focus(&self) -> Focus {
        self.arrangement.focus
    }

    /// Whether the article in the reader is the one that was asked for last.
    pub fn is_settled(&self) -> bool {
        self.wanted.is_none()
    }

    /// The article and what was found in it, once it has come.
    pub fn entry(&self) -> Option<&Arc<Entry>> {
        self.reader.entry().filter(|_| self.is_settled())
    }

    /// Lays the panes out anew.
    pub fn resize(&mut self, window: Window) {
        self.window = window;
        self.layout = layout(window, &self.arrangement);
        // Whoever goes elsewhere marks nothing any longer.
        if self.focus() != Focus::Reader {
            self.reader.end_selection();
        }
        if let Some(list) = self.layout.list {
            self.listing.resize(list.rows());
        }
        if let Some(reader) = self.layout.reader {
            self.reader.resize(window.page(reader));
        }
        let quotes = self.layout.quotes.or(self.layout.actors);
        if let Some(rail) = quotes {
            let rows = |slot: Option<_>| slot.unwrap_or(rail).rows();
            let rows = (rows(self.layout.quotes), rows(self.layout.actors));
            self.rail.resize(rail.columns(), rows, &self.reader);
        }
    }

    /// Narrows the list by `query`.
    pub fn narrow(&mut self, query: &str, outbox: &mut Outbox) {
        self.listing.narrow(query, outbox);
        self.mark();
        self.follow(outbox);
    }

    /// Puts the list into the next order.
    pub fn sort(&mut self, outbox: &mut Outbox) {
        self.listing.sort();
        outbox.say(format!(
            "{}; {{sort}} goes on",
            self.listing.order().words()
        ));
    }

    /// Takes the query of the list back to what it was before one typed.
    pub fn unnarrow(&mut self, before: (&str, Option<ArticleId>), outbox: &mut Outbox) {
        self.listing.restore(before, outbox);
        self.mark();
        self.follow(outbox);
    }

    /// Takes the answer to the query of the list.
    pub fn listed(&mut self, ticket: Ticket, hits: Hits, outbox: &mut Outbox) {
        if self.listing.listed(ticket, hits) {
            let meant = self.on_its_way().or(self.reader.id());
            self.returning &= self.listing.selected().map(|row| row.id) != meant;
            self.follow(outbox);
        }
    }

    /// Takes an article; returns whether it was waited for here.
    pub fn loaded(&mut self, ticket: Ticket, entry: &Arc<Entry>) -> bool {
        let Some(wanted) = self.wanted.take_if(|wanted| wanted.ticket == ticket) else {
            return false;
        };
        let same = self.reader.id() == Some(entry.article.id);
        if same && wanted.target.at == Where::Here {
            self.reader.renew(Arc::clone(entry));
            self.rail.renew(&self.reader);
            return true;
        }
        self.reader.open(Arc::clone(entry), self.sought());
        self.rail.open(&self.reader);
        self.arrive(wanted.target.at);
        // Who goes through quotes stands at one in every article.
        if self.focus() == Focus::Quotes {
            self.choose_quote();
        }
        true
    }

    /// Drops a question that could not be answered; returns whether it was asked here.
    pub fn failed(&mut self, ticket: Ticket) -> bool {
        let wanted = self.wanted.take_if(|wanted| wanted.ticket == ticket);
        self.returning &= wanted.is_none();
        self.listing.failed(ticket) || wanted.is_some()
    }

    /// Shows another catalog; the selected article stays selected.
    pub fn change(&mut self, catalog: Arc<Catalog>, outbox: &mut Outbox) {
        let before = self.row_on_screen().cloned();
        self.listing.change(catalog, outbox);
        self.returning &= self.listing.is_waiting();
        self.follow(outbox);
        if self.is_settled() && self.row_on_screen() != before.as_ref() {
            self.fetch_here(outbox);
        }
        if self.listing.catalog().is_empty() {
            self.arrangement.focus = Focus::List;
        }
    }

    fn row_on_screen(&self) -> Option<&Row> {
        let catalog = self.listing.catalog();
        catalog.get(catalog.position(self.reader.id()?)?)
    }

    /// Shows the same articles with other marks on them.
    pub fn remark(&mut self, catalog: Arc<Catalog>, outbox: &mut Outbox) {
        self.listing.remark(catalog, outbox);
    }

    /// Fetches the article anew, since what was made of it has changed; one stays
    /// where one is.
    pub fn fetch_here(&mut self, outbox: &mut Outbox) {
        let here = |article| Target {
            article,
            at: Where::Here,
        };
        let wanted = self.wanted.as_ref().map(|wanted| wanted.target.clone());
        if let Some(target) = wanted.or_else(|| self.reader.id().map(here)) {
            let ticket = outbox.load(target.article, Asker::Reader);
            self.wanted = Some(Wanted { ticket, target });
        }
    }

    /// Asks for the selected article unless it is here or on its way.
    pub fn follow(&mut self, outbox: &mut Outbox) {
        if self.returning {
            return;
        }
        match self.listing.selected().map(|row| row.id) {
            Some(article) if self.reader.id() == Some(article) => {
                // Unless it is fetched once more, since it has changed.
                self.wanted.take_if(|wanted| {
                    wanted.target.article != article || wanted.target.at != Where::Here
                });
            }
            Some(article) if self.on_its_way() == Some(article) => {}
            Some(article) => {
                let at = Where::Start;
                self.want(Target { article, at }, outbox);
            }
            None if self.listing.catalog().is_empty() => {
                self.wanted = None;
                self.reader.clear();
                self.rail.open(&self.reader);
            }
            // Nothing is found: what one reads stays.
            None => {}
        }
    }

    fn on_its_way(&self) -> Option<ArticleId> {
        self.wanted.as_ref().map(|wanted| wanted.target.article)
    }

    fn want(&mut self, target: Target, outbox: &mut Outbox) {
        match &mut self.wanted {
            Some(wanted) if wanted.target.article == target.article => wanted.target = target,
            _ if self.reader.id() == Some(target.article) => {
                self.wanted = None;
                self.arrive(target.at);
            }
            _ => {
                let ticket = outbox.load(target.article, Asker::Reader);
                self.wanted = Some(Wanted { ticket, target });
            }
        }
    }

    fn arrive(&mut self, at: Where) {
        match at {
            Where::Start | Where::Here => self.reader.restore(0),
            Where::Place(place) => self.reader.restore(place),
            Where::Kept(top, quote) => {
                let nth = quote.and_then(|span| self.reader.quote_over(span));
                nth.into_iter().for_each(|nth| self.go_quote(nth));
                self.reader.restore(top);
            }
            Where::Passage(span) => {
                let nth = self.reader.quote_over(span);
                match nth {
                    Some(nth) => self.go_quote(nth),
                    None => self.reader.show(span),
                }
                self.reader.go_hit_from(span.start);
                self.reader.show(span);
            }
        }
    }

    /// Opens an article in the reader, wherever one is; what was `found` is marked in it.
    pub fn open(&mut self, target: Target, found: Sought, outbox: &mut Outbox) {
        self.leave_place();
        if !self.reveal(target.article, outbox) {
            outbox.fail("this article is no longer in the library");
            return;
        }
        self.found = found;
        self.mark();
        self.want(target, outbox);
        self.arrangement.focus = Focus::Reader;
    }

    /// Marks `letters` in the text and stands at the first of them from `place` on.
    pub fn find(&mut self, letters: &str, place: usize) {
        self.found = Sought::letters(letters);
        self.mark();
        if self.reader.hits().is_empty() {
            self.reader.restore(place);
        } else {
            self.reader.go_hit_from(place);
        }
    }

    /// What was found in the text or by the finder last.
    pub fn found(&self) -> &Sought {
        &self.found
    }

    /// Gives up a search in the text: marks what was `found` before it, and
    /// brings the byte at `place` back to the top of the screen.
    pub fn give_up(&mut self, found: Sought, place: usize) {
        self.found = found;
        self.mark();
        self.reader.restore(place);
    }

    /// Stands at the quote on the screen, or the nearest one, unless one
    /// stands at a quote already.
    pub fn choose_quote(&mut self) {
        if self.is_settled()
            && self.reader.quote().is_none()
            && let Some(nth) = self.reader.nearest_quote()
        {
            self.go_quote(nth);
        }
    }

    /// Takes away the marks in the text, then the query of the list; returns
    /// whether there was anything to take away.
    pub fn clear(&mut self, outbox: &mut Outbox) -> bool {
        if self.end_selection() {
            true
        } else if !self.found.is_nothing() {
            self.found = Sought::Nothing;
            self.mark();
            true
        } else if !self.listing.query().is_empty() {
            // What one reads stays selected among all the others.
            self.listing.choose();
            self.narrow("", outbox);
            true
        } else {
            false
        }
    }

    fn mark(&mut self) {
        let sought = self.sought();
        if *self.reader.sought() != sought {
            self.reader.mark(sought);
        }
    }

    // What was found last, else what the list is narrowed by.
    fn sought(&self) -> Sought {
        match self.found.is_nothing() {
            true => Sought::query(self.listing.query()),
            false => self.found.clone(),
        }
    }

    /// Asks for new, changed and removed files.
    pub fn refresh(&mut self, outbox: &mut Outbox) {
        outbox.ask(Effect::Import);
        outbox.say(LOOKING);
    }
}
