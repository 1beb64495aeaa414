//! The words that an input offers when nothing is found, so that it is no dead end.

use crate::app::outbox::Outbox;
use crate::app::{Effect, Question, Ticket};
use crate::search::{Among, Nearest};

/// The words that an input offers when nothing is found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offers {
    /// The query that they are for.
    query: String,
    asked: Option<Ticket>,
    words: Vec<Nearest>,
}

impl Offers {
    /// Asks for words near to those of `query`, of which nothing was found; once.
    pub fn look(&mut self, query: &str, among: Among, outbox: &mut Outbox) {
        if query == self.query {
            return;
        }
        let ticket = outbox.ticket();
        *self = Self {
            query: query.to_owned(),
            asked: Some(ticket),
            words: Vec::new(),
        };
        outbox.ask(Effect::Study {
            ticket,
            question: Question::Nearest(query.to_owned(), among),
        });
    }

    /// Offers nothing: something is found, or not asked for.
    pub fn drop_all(&mut self) {
        *self = Self::default();
    }

    /// Takes the answer, unless it is old.
    pub fn take(&mut self, ticket: Ticket, words: &[Nearest]) {
        if self.asked == Some(ticket) {
            self.asked = None;
            self.words = words.to_vec();
        }
    }

    /// Drops a question that could not be answered; returns whether it was asked here.
    pub fn failed(&mut self, ticket: Ticket) -> bool {
        self.asked.take_if(|asked| *asked == ticket).is_some()
    }

    /// The query with the nearest word, when it is `query` that found nothing.
    pub fn first(&self, query: &str) -> Option<&str> {
        let words = self.words.first().filter(|_| self.query == query);
        words.map(|word| word.query.as_str())
    }

    /// What is offered for `query`, in one line for the person.
    pub fn told(&self, query: &str) -> Option<String> {
        self.first(query)?;
        let mut words = self.words.iter().map(|word| word.word.as_str());
        let first = words.next()?;
        let others: Vec<&str> = words.collect();
        Some(match others.is_empty() {
            true => format!("nothing is found; Enter takes {first}"),
            false => format!(
                "nothing is found; Enter takes {first}; also near: {}",
                others.join(", ")
            ),
        })
    }
}
