//! Screen 1: the list of articles, the text of one, its quotes and actors.

use std::sync::Arc;

use super::{Focus, Listing, Rail, Reader, Tab};
use crate::app::command::{Pane, Through, Toward};
use crate::app::list::Motion;
use crate::app::outbox::Outbox;
use crate::app::shape::{Arrangement, Layout, Shape, Share, Splits, layout};
use crate::app::{Effect, Ticket};
use crate::model::{ArticleId, Entry, Span};
use crate::search::Hits;
use crate::store::Catalog;

/// Screen 1: the list of articles, the text of one, its quotes and actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Articles {
    listing: Listing,
    reader: Reader,
    rail: Rail,
    arrangement: Arrangement,
    layout: Layout,
    /// The article that was asked for and has not come.
    wanted: Option<Wanted>,
    /// What was found in the text or by the finder; marked before the query of the list.
    found: String,
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

/// Where in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// At its start.
    Start,
    /// At a passage, which is shown.
    Passage(Span),
    /// At a byte, which comes to the top of the screen.
    Place(usize),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    ticket: Ticket,
    target: Target,
}

/// Jumps that can be taken back.
const PLACES: usize = 100;

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
            layout: layout(0, 0, &arrangement),
            arrangement,
            wanted: None,
            found: String::new(),
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
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.layout = layout(columns, rows, &self.arrangement);
        if let Some(list) = self.layout.list {
            self.listing.resize(list.rows());
        }
        if let Some(reader) = self.layout.reader {
            self.reader.resize(reader.columns(), reader.rows());
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

    /// Takes the answer to the query of the list.
    pub fn listed(&mut self, ticket: Ticket, hits: Hits, outbox: &mut Outbox) {
        if self.listing.listed(ticket, hits) {
            self.follow(outbox);
        }
    }

    /// Takes an article; returns whether it was waited for here.
    pub fn loaded(&mut self, ticket: Ticket, entry: &Arc<Entry>) -> bool {
        let Some(wanted) = self.wanted.take_if(|wanted| wanted.ticket == ticket) else {
            return false;
        };
        self.reader.open(Arc::clone(entry), "");
        self.rail.open(&self.reader);
        self.mark();
        self.arrive(wanted.target.at);
        true
    }

    /// Drops a question that could not be answered; returns whether it was asked here.
    pub fn failed(&mut self, ticket: Ticket) -> bool {
        let wanted = self.wanted.take_if(|wanted| wanted.ticket == ticket);
        self.listing.failed(ticket) || wanted.is_some()
    }

    /// Shows another catalog; the selected article stays selected.
    pub fn change(&mut self, catalog: Arc<Catalog>, outbox: &mut Outbox) {
        self.listing.change(catalog, outbox);
        self.follow(outbox);
        if self.listing.catalog().is_empty() {
            self.arrangement.focus = Focus::List;
        }
    }

    /// Asks for the selected article unless it is here or on its way.
    pub fn follow(&mut self, outbox: &mut Outbox) {
        match self.listing.selected().map(|row| row.id) {
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

    fn want(&mut self, target: Target, outbox: &mut Outbox) {
        let on_its_way = self.wanted.as_ref().map(|wanted| wanted.target.article);
        if on_its_way.or(self.reader.id()) == Some(target.article) {
            match (&mut self.wanted, target.at) {
                (_, Where::Start) => {}
                (Some(wanted), _) => wanted.target = target,
                (None, at) => self.arrive(at),
            }
        } else if self.reader.id() == Some(target.article) {
            self.wanted = None;
            self.arrive(target.at);
        } else {
            let ticket = outbox.load(target.article);
            self.wanted = Some(Wanted { ticket, target });
        }
    }

    fn arrive(&mut self, at: Where) {
        match at {
            Where::Start => {}
            Where::Place(place) => self.reader.restore(place),
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

    /// Opens an article in the reader, wherever one is; `query` is marked in it.
    pub fn open(&mut self, target: Target, query: &str, outbox: &mut Outbox) {
        self.leave_place();
        if !self.listing.select(target.article) {
            self.listing.narrow("", outbox);
            if !self.listing.select(target.article) {
                outbox.fail("this article is no longer in the library");
                return;
            }
            outbox.say("the list shows all articles again");
        }
        query.clone_into(&mut self.found);
        self.mark();
        self.want(target, outbox);
        self.arrangement.focus = Focus::Reader;
    }

    /// Marks `query` in the text and stands at its first hit from `place` on.
    pub fn find(&mut self, query: &str, place: usize) {
        query.clone_into(&mut self.found);
        self.mark();
        if self.reader.hits().is_empty() {
            self.reader.restore(place);
        } else {
            self.reader.go_hit_from(place);
        }
    }

    /// Brings the byte at `place` back to the top of the screen.
    pub fn return_to(&mut self, place: usize) {
        self.reader.restore(place);
    }

    /// What was found in the text last.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Takes away the marks in the text, then the query of the list; returns
    /// whether there was anything to take away.
    pub fn clear(&mut self, outbox: &mut Outbox) -> bool {
        if !self.found.is_empty() {
            self.found.clear();
            self.mark();
            true
        } else if !self.listing.query().is_empty() {
            self.narrow("", outbox);
            true
        } else {
            false
        }
    }

    fn mark(&mut self) {
        let query = match self.found.is_empty() {
            true => self.listing.query(),
            false => &self.found,
        };
        if self.reader.query() != query || self.reader.hit().is_none() {
            self.reader.mark(query);
        }
    }

    /// Moves in the focused pane.
    pub fn step(&mut self, motion: Motion, outbox: &mut Outbox) {
        if matches!(motion, Motion::First | Motion::Last) && self.focus() == Focus::Reader {
            self.leave_place();
        }
        match self.focus() {
            Focus::List => {
                if self.listing.step(motion) {
                    self.follow(outbox);
                } else {
                    outbox.say(self.end_of_list(motion));
                }
            }
            Focus::Reader => {
                if !self.reader.scroll(motion) {
                    outbox.say(match is_down(motion) {
                        true => "end of the article; J is the next one",
                        false => "start of the article",
                    });
                }
            }
            Focus::Quotes => self.step_quotes(motion, outbox),
            Focus::Actors => self.step_actors(motion, outbox),
        }
    }

    fn end_of_list(&self, motion: Motion) -> &'static str {
        match (self.listing.is_empty(), is_down(motion)) {
            (true, _) => "no article is listed",
            (false, true) => "last article",
            (false, false) => "first article",
        }
    }

    fn step_quotes(&mut self, motion: Motion, outbox: &mut Outbox) {
        let before = self.reader.quote_at();
        if self.reader.quotes().len() == 0 {
            outbox.say("this article has no quotes");
            return;
        }
        let nth = self.rail.step_quotes(motion);
        self.reader.go_quote(nth);
        if before == Some(nth) {
            outbox.say(if is_down(motion) {
                "last quote"
            } else {
                "first quote"
            });
        }
    }

    fn step_actors(&mut self, motion: Motion, outbox: &mut Outbox) {
        if self.reader.actors().is_empty() {
            outbox.say("this article names no actors");
        } else if self.rail.step_actors(motion) {
            self.first_mention(outbox);
        } else {
            outbox.say(if is_down(motion) {
                "last actor"
            } else {
                "first actor"
            });
        }
    }

    fn first_mention(&mut self, outbox: &mut Outbox) {
        if let Some(actor) = self.rail.actor() {
            self.say_mention(actor, 0, outbox);
        }
    }

    fn say_mention(&mut self, actor: usize, nth: usize, outbox: &mut Outbox) {
        match self.reader.go_mention(actor, nth) {
            Some((number, count)) => outbox.say(format!("mention {number} of {count}")),
            None => outbox.say("no mention of this actor is known"),
        }
    }

    /// Opens what is selected in the focused pane.
    pub fn enter(&mut self, outbox: &mut Outbox) {
        match self.focus() {
            Focus::List if self.listing.is_empty() => outbox.say("no article is listed"),
            Focus::List => {
                self.listing.choose();
                self.arrangement.focus = Focus::Reader;
            }
            Focus::Reader => self.step(Motion::Down, outbox),
            Focus::Quotes => match self.reader.quote_at() {
                Some(nth) => {
                    self.leave_place();
                    self.arrangement.focus = Focus::Reader;
                    self.reader.go_quote(nth);
                }
                None => outbox.say("this article has no quotes"),
            },
            Focus::Actors => self.next_mention(outbox),
        }
    }

    fn next_mention(&mut self, outbox: &mut Outbox) {
        match (self.rail.actor(), self.reader.mention_at()) {
            (Some(actor), Some((at, nth))) if actor == at => {
                self.say_mention(actor, nth + 1, outbox);
            }
            (Some(actor), _) => self.say_mention(actor, 0, outbox),
            (None, _) => outbox.say("this article names no actors"),
        }
    }

    /// One step back; returns whether there was one.
    pub fn back(&mut self) -> bool {
        if self.arrangement.share == Share::Full && self.layout.shape != Shape::Single {
            self.arrangement.share = Share::Normal;
            return true;
        }
        let to = match self.focus() {
            Focus::List => return false,
            Focus::Reader => Focus::List,
            Focus::Quotes | Focus::Actors => Focus::Reader,
        };
        self.arrangement.focus = to;
        true
    }

    /// Goes to the next or previous article of the list.
    pub fn step_article(&mut self, toward: Toward, outbox: &mut Outbox) {
        let motion = match toward {
            Toward::Next => Motion::Down,
            Toward::Previous => Motion::Up,
        };
        if self.listing.step(motion) {
            self.follow(outbox);
        } else {
            outbox.say(self.end_of_list(motion));
        }
    }

    /// Goes to the list.
    pub fn go_list(&mut self, outbox: &mut Outbox) {
        if self.focus() == Focus::List {
            outbox.say("this is the list of articles");
        }
        self.arrangement.focus = Focus::List;
    }

    /// Goes to a pane, or changes how large it is.
    pub fn pane(&mut self, pane: Pane, outbox: &mut Outbox) {
        match pane {
            Pane::Left => self.focus_on(self.focus().left(), "this is the first pane", outbox),
            Pane::Right => self.focus_on(self.focus().right(), "this is the last pane", outbox),
            Pane::Next => {
                let next = self.focus().right().or(Some(Focus::List));
                self.focus_on(next, "", outbox);
            }
            Pane::Previous => {
                let previous = self.focus().left().or(Some(Focus::Actors));
                self.focus_on(previous, "", outbox);
            }
            Pane::Zoom | Pane::Grow | Pane::Shrink | Pane::Widen | Pane::Narrow => {
                self.rearrange(pane, outbox);
            }
        }
    }

    fn focus_on(&mut self, focus: Option<Focus>, refusal: &str, outbox: &mut Outbox) {
        let Some(focus) = focus else {
            outbox.say(refusal);
            return;
        };
        if self.listing.catalog().is_empty() {
            outbox.say("there is no article yet");
            return;
        }
        self.arrangement.focus = focus;
        match focus {
            Focus::List | Focus::Reader => {}
            Focus::Quotes => {
                self.arrangement.tab = Tab::Quotes;
                if let Some(nth) = self.reader.nearest_quote() {
                    self.go_quote(nth);
                }
            }
            Focus::Actors => self.arrangement.tab = Tab::Actors,
        }
    }

    fn rearrange(&mut self, pane: Pane, outbox: &mut Outbox) {
        if matches!(self.layout.shape, Shape::Single | Shape::Floor) {
            outbox.say("there is room for one pane only");
            return;
        }
        let share = self.arrangement.share;
        let to = match (pane, share) {
            (Pane::Zoom, Share::Full) => Share::Normal,
            (Pane::Zoom, _) | (Pane::Grow, Share::Half) => Share::Full,
            (Pane::Grow, Share::Normal) | (Pane::Shrink, Share::Full) => Share::Half,
            (Pane::Shrink, Share::Half) => Share::Normal,
            (Pane::Grow, Share::Full) => return outbox.say("this pane has all of the screen"),
            (Pane::Shrink, Share::Normal) => return outbox.say("this pane has its least share"),
            (Pane::Widen, _) => return self.widen(1, outbox),
            (Pane::Narrow, _) => return self.widen(-1, outbox),
            (Pane::Left | Pane::Right | Pane::Next | Pane::Previous, share) => share,
        };
        self.arrangement.share = to;
    }

    fn widen(&mut self, sign: i16, outbox: &mut Outbox) {
        if self.arrangement.share != Share::Normal {
            outbox.say("only while all panes have their normal share: _ goes there");
            return;
        }
        let before = self.arrangement.splits;
        let (list, rail) = match self.focus() {
            Focus::List => (5 * sign, 0),
            Focus::Reader => (-5 * sign, 0),
            Focus::Quotes | Focus::Actors => (0, 5 * sign),
        };
        let splits = &mut self.arrangement.splits;
        match self.layout.shape {
            Shape::Wide => splits.wide = added(splits.wide, (list, rail)),
            Shape::Columns => splits.columns = added(splits.columns, (list, rail)),
            // Rows are dearer than columns.
            Shape::Stacked => splits.stacked += 2 * (list + rail) / 5,
            Shape::Single | Shape::Floor => {}
        }
        let (columns, rows) = (self.layout.bottom.width, self.layout.bottom.y + 1);
        if layout(columns, rows, &self.arrangement) == self.layout {
            self.arrangement.splits = before;
            outbox.say("there is no more room");
        }
    }

    /// Goes through quotes, paragraphs, hits, or unfolds furniture.
    pub fn through(&mut self, through: Through, outbox: &mut Outbox) {
        if self.entry().is_none() {
            outbox.say(match self.is_settled() {
                true => "there is no article yet",
                false => "the article is still being fetched",
            });
            return;
        }
        // What moves the text is of no use while the text is not shown.
        if self.layout.reader.is_none() && self.layout.shape != Shape::Floor {
            self.arrangement.focus = Focus::Reader;
        }
        match through {
            Through::Quotes(toward) => self.step_quote(toward, outbox),
            Through::OfSpeaker(toward) => match self.reader.step_of_speaker(toward) {
                Ok(()) => self.follow_quote(),
                Err(refusal) => outbox.say(refusal),
            },
            Through::Paragraphs(toward) => {
                if !self.reader.go_block(toward) {
                    outbox.say(match toward {
                        Toward::Next => "end of the article",
                        Toward::Previous => "start of the article",
                    });
                }
            }
            Through::Hits(toward) => self.step_hit(toward, outbox),
            Through::Furniture => {
                let pieces = self.reader.toggle_furniture();
                if pieces == 0 {
                    outbox.say("this article has no page furniture");
                }
            }
        }
    }

    fn step_quote(&mut self, toward: Toward, outbox: &mut Outbox) {
        if self.reader.step_quote(toward) {
            self.follow_quote();
            return;
        }
        outbox.say(match (self.reader.quotes().len(), toward) {
            (0, _) => "this article has no quotes",
            (_, Toward::Next) => "no further quote",
            (_, Toward::Previous) => "no quote before",
        });
    }

    fn step_hit(&mut self, toward: Toward, outbox: &mut Outbox) {
        let count = self.reader.hits().len();
        match self.reader.step_hit(toward) {
            Some((number, true)) => {
                outbox.say(format!("hit {number} of {count}, around the end"));
            }
            Some((number, false)) => outbox.say(format!("hit {number} of {count}")),
            None if self.reader.query().trim().is_empty() => {
                outbox.say("nothing is searched for: / searches, f finds");
            }
            None => outbox.say("no hit in this article"),
        }
    }

    fn go_quote(&mut self, nth: usize) {
        self.reader.go_quote(nth);
        self.follow_quote();
    }

    fn follow_quote(&mut self) {
        if let Some(nth) = self.reader.quote_at() {
            self.rail.go_quote(nth);
        }
    }

    /// Jumps to an article of the list or a paragraph of the text.
    pub fn jump(&mut self, number: usize, outbox: &mut Outbox) {
        self.leave_place();
        let nth = number.saturating_sub(1);
        match self.focus() {
            Focus::List => {
                self.listing.go(nth);
                self.follow(outbox);
            }
            Focus::Reader => {
                if !self.reader.go_paragraph(number) {
                    outbox.say(format!("there is no paragraph {number}"));
                }
            }
            Focus::Quotes => {
                let last = self.reader.quotes().len().saturating_sub(1);
                self.go_quote(nth.min(last));
            }
            Focus::Actors => {
                self.rail.go_actor(nth);
                self.first_mention(outbox);
            }
        }
    }

    /// Jumps to a share of the list or text.
    pub fn jump_percent(&mut self, percent: usize, outbox: &mut Outbox) {
        let of = |count: usize| count.saturating_sub(1) * percent.min(100) / 100 + 1;
        match self.focus() {
            Focus::List => self.jump(of(self.listing.len()), outbox),
            Focus::Reader => {
                self.leave_place();
                self.reader.go_percent(percent);
            }
            Focus::Quotes => {
                let count = self.reader.quotes().len();
                self.jump(of(count), outbox);
            }
            Focus::Actors => self.jump(of(self.reader.actors().len()), outbox),
        }
    }

    fn leave_place(&mut self) {
        let Some(article) = self.reader.id().filter(|_| self.is_settled()) else {
            return;
        };
        let at = Where::Place(self.reader.place());
        let place = Target { article, at };
        if self.places.last() != Some(&place) {
            self.places.push(place);
        }
        if self.places.len() > PLACES {
            self.places.remove(0);
        }
    }

    /// Goes back to where one was before the last jump.
    pub fn go_back(&mut self, outbox: &mut Outbox) {
        while let Some(place) = self.places.pop() {
            let here = self.reader.id().map(|article| Target {
                article,
                at: Where::Place(self.reader.place()),
            });
            if here.as_ref() == Some(&place) {
                continue;
            }
            if !self.listing.select(place.article) {
                self.listing.narrow("", outbox);
                self.mark();
            }
            if self.listing.select(place.article) {
                self.want(place, outbox);
                return;
            }
        }
        outbox.say("nowhere to go back to");
    }

    /// Brings the text onto the screen where one pane is shown at a time.
    pub fn show_text(&mut self) {
        self.arrangement.focus = Focus::Reader;
    }

    /// Asks for new, changed and removed files.
    pub fn refresh(&mut self, outbox: &mut Outbox) {
        outbox.ask(Effect::Import);
        outbox.say("looking for new articles");
    }
}

fn is_down(motion: Motion) -> bool {
    match motion {
        Motion::Down | Motion::PageDown | Motion::HalfPageDown | Motion::Last => true,
        Motion::Up | Motion::PageUp | Motion::HalfPageUp | Motion::First => false,
    }
}

fn added(one: (i16, i16), other: (i16, i16)) -> (i16, i16) {
    (one.0 + other.0, one.1 + other.1)
}
