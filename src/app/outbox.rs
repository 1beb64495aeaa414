//! What one update wants from outside, and what it tells the person.

use super::{Asker, Effect, Ticket};
use crate::model::ArticleId;

/// How serious a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Something was done, or nothing was to be done.
    Told,
    /// Something could not be done.
    Failed,
}

/// One line for the person, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How serious it is.
    pub weight: Weight,
    /// What it says; names of files and articles may be in it.
    pub text: String,
}

/// What one update wants from outside, and what it tells the person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outbox {
    effects: Vec<Effect>,
    newest: Ticket,
    notice: Option<Notice>,
}

impl Outbox {
    /// Asks for something to be done.
    pub fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// A ticket newer than all before.
    pub fn ticket(&mut self) -> Ticket {
        self.newest = Ticket(self.newest.0 + 1);
        self.newest
    }

    /// Asks for an article; returns the ticket that its answer will carry.
    pub fn load(&mut self, id: ArticleId, asker: Asker) -> Ticket {
        let ticket = self.ticket();
        self.ask(Effect::Load { ticket, id, asker });
        ticket
    }

    /// Tells the person something.
    pub fn say(&mut self, text: impl Into<String>) {
        self.tell(Weight::Told, text.into());
    }

    /// Tells the person that something failed.
    pub fn fail(&mut self, text: impl Into<String>) {
        self.tell(Weight::Failed, text.into());
    }

    fn tell(&mut self, weight: Weight, text: String) {
        self.notice = Some(Notice { weight, text });
    }

    /// Takes what is asked for.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Takes what is told.
    pub fn take_notice(&mut self) -> Option<Notice> {
        self.notice.take()
    }
}
