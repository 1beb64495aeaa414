//! Leaving screen 1 with the program, and coming back to it.

use super::{Articles, Target, Where};
use crate::app::Sought;
use crate::app::outbox::Outbox;
use crate::app::place::{ArticlesPlace, Reading};

impl Articles {
    /// Where one is.
    pub fn keep(&self) -> ArticlesPlace {
        let (letters, sought) = match &self.found {
            Sought::Nothing => (String::new(), String::new()),
            Sought::Letters(letters) => (letters.clone(), String::new()),
            Sought::Query(query) => (String::new(), query.clone()),
        };
        ArticlesPlace {
            query: self.listing.query().to_owned(),
            order: self.listing.order(),
            selected: self.listing.selected().map(|row| row.id.to_string()),
            above: self.listing.cursor().above(),
            focus: self.arrangement.focus,
            tab: self.arrangement.tab,
            share: self.arrangement.share,
            splits: self.arrangement.splits,
            reading: self.reading(),
            letters,
            sought,
        }
    }

    // While an article is on its way, one is there already.
    fn reading(&self) -> Option<Reading> {
        let (article, top, quote) = match &self.wanted {
            Some(wanted) => match wanted.target.at {
                Where::Start | Where::Here => (wanted.target.article, 0, None),
                Where::Passage(span) => (wanted.target.article, span.start, Some(span)),
                Where::Place(top) => (wanted.target.article, top, None),
                Where::Kept(top, quote) => (wanted.target.article, top, quote),
            },
            None => {
                let quote = self.reader.quote().map(|quote| quote.span);
                (self.reader.id()?, self.reader.place(), quote)
            }
        };
        Some(Reading {
            article: article.to_string(),
            top,
            quote,
        })
    }

    /// Comes back to where one was.
    pub fn resume(&mut self, place: &ArticlesPlace, outbox: &mut Outbox) {
        self.arrangement.tab = place.tab;
        self.arrangement.share = place.share;
        self.arrangement.splits = place.splits;
        let selected = place.selected.as_ref().and_then(|id| id.parse().ok());
        self.listing.set_order(place.order);
        self.listing
            .resume(&place.query, (selected, place.above), outbox);
        self.found = match Sought::letters(&place.letters) {
            Sought::Nothing => Sought::query(&place.sought),
            letters => letters,
        };
        let reading = place.reading.as_ref();
        let article = reading.and_then(|reading| reading.article.parse().ok());
        if let (Some(reading), Some(article)) = (reading, article) {
            let at = Where::Kept(reading.top, reading.quote);
            self.arrangement.focus = place.focus;
            self.returning = true;
            self.want(Target { article, at }, outbox);
        }
    }

    /// Whatever one came back to, a person goes on from here.
    pub fn go_on(&mut self) {
        self.returning = false;
    }

    /// The whole list is there, so that one is where one came back to.
    pub fn arrived(&mut self, outbox: &mut Outbox) {
        if self.returning && !self.listing.is_waiting() {
            self.returning = false;
            self.follow(outbox);
        }
    }
}
