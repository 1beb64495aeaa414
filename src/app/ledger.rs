//! What people decided, ahead of the disk.
//!
//! Screens show what is written and nothing else. But whoever presses a key twice
//! before the first answer has come means the second time what the first one made,
//! so that decisions are made on what the marks will be.

use super::outbox::Outbox;
use super::{Deed, Effect, Ticket};
use crate::model::{Change, Marks};

/// Deeds that were asked for and not answered yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    asked: Vec<Ticket>,
    /// The marks as they will be.
    ahead: Option<Marks>,
}

impl Ledger {
    /// The marks as they will be, where `written` are those on disk.
    pub fn expected<'a>(&'a self, written: &'a Marks) -> &'a Marks {
        self.ahead.as_ref().unwrap_or(written)
    }

    /// Asks for `changes`, which `label` tells of.
    pub fn change(
        &mut self,
        written: &Marks,
        (label, changes): (String, Vec<Change>),
        outbox: &mut Outbox,
    ) {
        self.ahead = Some(self.expected(written).with(&changes));
        self.ask(Deed::Change(label, changes), outbox);
    }

    /// Asks for a deed whose outcome only the library knows.
    pub fn ask(&mut self, deed: Deed, outbox: &mut Outbox) {
        let ticket = outbox.ticket();
        self.asked.push(ticket);
        outbox.ask(Effect::Change { ticket, deed });
    }

    /// A deed was answered, or failed; returns whether it was asked here.
    pub fn settle(&mut self, ticket: Ticket) -> bool {
        let before = self.asked.len();
        self.asked.retain(|asked| *asked != ticket);
        if self.asked.is_empty() {
            self.ahead = None;
        }
        self.asked.len() < before
    }
}

/// Whether what a query finds may change with marks alone.
///
/// Rather too often than too seldom: asking again costs little.
pub fn asks_for_marks(query: &str) -> bool {
    ["tag:", "note:", "is:"]
        .iter()
        .any(|field| query.contains(field))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Mark, Place, Span};

    fn pick() -> Mark {
        let on = Place::whole(ArticleId::of_text("x"));
        Mark::Picked { on, order: 0 }
    }

    #[test]
    fn what_is_asked_for_counts_until_it_is_written() {
        let (mut ledger, mut outbox) = (Ledger::default(), Outbox::default());
        let written = Marks::default();
        let article = ArticleId::of_text("x");
        let is_in = |ledger: &Ledger| {
            let marks = ledger.expected(&written);
            marks.is_picked(article, Span::default())
        };
        let changes = vec![Change::Set(pick())];
        ledger.change(&written, ("in".into(), changes), &mut outbox);
        assert!(is_in(&ledger));
        let changes = vec![Change::Remove(pick())];
        ledger.change(&written, ("out".into(), changes), &mut outbox);
        assert!(!is_in(&ledger));
        assert!(ledger.settle(Ticket(1)) && !is_in(&ledger));
        assert!(ledger.settle(Ticket(2)) && !ledger.settle(Ticket(2)));
        assert_eq!(ledger, Ledger::default());
    }
}
