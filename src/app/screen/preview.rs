//! The article of a selected row, beside or below its list.

use std::sync::Arc;

use super::{Reader, Target, Where};
use crate::app::list::Motion;
use crate::app::outbox::Outbox;
use crate::app::shape::Page;
use crate::app::{Asker, Sought, Ticket};
use crate::model::{ArticleId, Entry};

/// The article of a selected row, at the passage that the row speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    reader: Reader,
    /// What was asked for and has not come.
    wanted: Option<(Ticket, ArticleId)>,
    target: Option<Target>,
    sought: Sought,
}

impl Preview {
    /// The article, once it has come.
    pub fn reader(&self) -> Option<&Reader> {
        let target = self.target.as_ref()?;
        Some(&self.reader).filter(|reader| reader.id() == Some(target.article))
    }

    /// The article and what was found in it, once it has come.
    pub fn entry(&self) -> Option<&Arc<Entry>> {
        self.reader()?.entry()
    }

    /// Whether an article is outstanding.
    pub fn is_waiting(&self) -> bool {
        self.wanted.is_some()
    }

    /// Has other room from now on.
    pub fn resize(&mut self, page: Page) {
        self.reader.resize(page);
    }

    /// Scrolls the article; returns whether it moved.
    pub fn scroll(&mut self, motion: Motion) -> bool {
        self.reader.scroll(motion)
    }

    /// Shows `target` with what is `sought` marked, as soon as it is here.
    pub fn look(&mut self, target: Option<Target>, sought: Sought, outbox: &mut Outbox) {
        let stays = self.target == target;
        self.target = target;
        self.sought = sought;
        let Some(article) = self.target.as_ref().map(|target| target.article) else {
            self.wanted = None;
            return;
        };
        if self.reader.id() == Some(article) {
            // What was asked for once more is still wanted.
            self.wanted.take_if(|(_, wanted)| *wanted != article);
            self.reader.mark(self.sought.clone());
            // A new answer with the same row leaves one where one reads.
            if !stays {
                self.show();
            }
        } else if self.wanted.is_none_or(|(_, wanted)| wanted != article) {
            self.wanted = Some((outbox.load(article, Asker::Row), article));
        }
    }

    /// Asks again for what may never have come.
    pub fn renew(&mut self, outbox: &mut Outbox) {
        self.wanted = None;
        let (target, sought) = (self.target.take(), std::mem::take(&mut self.sought));
        self.look(target, sought, outbox);
    }

    /// What was made of the article has changed: if it is `shown` it is fetched anew,
    /// and stays until then; else it is once it is shown.
    pub fn outdate(&mut self, shown: bool, outbox: &mut Outbox) {
        if !shown {
            // All lists ask in one name, so that only the last one would be answered.
            self.wanted = None;
            self.reader.clear();
        } else if let Some(article) = self.target.as_ref().map(|target| target.article) {
            self.wanted = Some((outbox.load(article, Asker::Row), article));
        }
    }

    /// Takes an article; returns whether it was waited for here.
    pub fn loaded(&mut self, ticket: Ticket, entry: &Arc<Entry>) -> bool {
        if self.wanted.is_none_or(|(wanted, _)| wanted != ticket) {
            return false;
        }
        self.wanted = None;
        match self.reader.id() == Some(entry.article.id) {
            true => self.reader.renew(Arc::clone(entry)),
            false => {
                self.reader.open(Arc::clone(entry), self.sought.clone());
                self.show();
            }
        }
        true
    }

    /// Drops a question that could not be answered; returns whether it was asked here.
    pub fn failed(&mut self, ticket: Ticket) -> bool {
        let wanted = self.wanted.take_if(|(wanted, _)| *wanted == ticket);
        wanted.is_some()
    }

    fn show(&mut self) {
        match self.target.as_ref().map(|target| target.at) {
            Some(Where::Passage(span)) => {
                if let Some(nth) = self.reader.quote_over(span) {
                    self.reader.go_quote(nth);
                }
                self.reader.show(span);
            }
            Some(Where::Place(place) | Where::Kept(place, _)) => self.reader.restore(place),
            Some(Where::Start | Where::Here) | None => self.reader.restore(0),
        }
    }
}
