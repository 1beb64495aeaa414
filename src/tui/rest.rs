//! While keys follow each other, articles are not fetched: each would redraw the
//! text beside the list, and over a slow line the list would crawl. The first
//! one is fetched at once, the last one when the keys rest.

use std::mem::discriminant;
use std::time::{Duration, Instant};

use crate::app::Effect;

/// Keys that follow sooner are one burst: a held key comes 30 times a second.
const REST: Duration = Duration::from_millis(80);

/// Requests for articles that wait until the keys rest.
#[derive(Debug, Default)]
pub struct Rest {
    held: Vec<Effect>,
    /// When the burst is over.
    until: Option<Instant>,
}

impl Rest {
    /// Takes a request at `now`; gives it back when it is not part of a burst.
    pub fn take(&mut self, request: Effect, now: Instant) -> Option<Effect> {
        let in_burst = self.until.is_some_and(|until| now < until);
        self.until = Some(now + REST);
        if !in_burst && self.held.is_empty() {
            return Some(request);
        }
        self.held.retain(|held| !supersedes(&request, held));
        self.held.push(request);
        None
    }

    /// When something that waits is due.
    pub fn due(&self) -> Option<Instant> {
        self.until.filter(|_| !self.held.is_empty())
    }

    /// What is due at `now`.
    pub fn release(&mut self, now: Instant) -> Vec<Effect> {
        match self.due() {
            Some(due) if due <= now => std::mem::take(&mut self.held),
            _ => Vec::new(),
        }
    }
}

/// Whether nobody waits for `old` any longer once `new` is asked for.
pub fn supersedes(new: &Effect, old: &Effect) -> bool {
    match (new, old) {
        (Effect::Load { asker: new, .. }, Effect::Load { asker: old, .. }) => new == old,
        // What a person decided is never passed over.
        (Effect::Change { .. }, _) | (_, Effect::Change { .. }) => false,
        (Effect::Study { question: new, .. }, Effect::Study { question: old, .. }) => {
            discriminant(new) == discriminant(old)
        }
        // Every file that was asked for is written.
        (Effect::Save { .. }, _) => false,
        _ => discriminant(new) == discriminant(old),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Asker, Ticket};
    use crate::model::ArticleId;

    fn load(number: u64) -> Effect {
        load_for(Asker::Reader, number)
    }

    fn load_for(asker: Asker, number: u64) -> Effect {
        Effect::Load {
            ticket: Ticket(number),
            id: ArticleId::of_text(""),
            asker,
        }
    }

    #[test]
    fn the_first_article_comes_at_once_and_the_last_when_the_keys_rest() {
        let start = Instant::now();
        let at = |ms| start + Duration::from_millis(ms);
        let mut rest = Rest::default();
        assert_eq!(rest.take(load(1), at(0)), Some(load(1)));
        for number in 2..=30 {
            assert_eq!(rest.take(load(number), at(number * 33)), None);
            assert_eq!(rest.release(at(number * 33)), []);
        }
        assert_eq!(rest.due(), Some(at(990 + 80)));
        assert_eq!(rest.release(at(990 + 80)), [load(30)]);
        assert_eq!(rest.due(), None);
        assert_eq!(rest.take(load(31), at(2000)), Some(load(31)));
    }

    #[test]
    fn of_each_asker_the_newest_request_stays() {
        let start = Instant::now();
        let mut rest = Rest::default();
        rest.take(load(1), start);
        for request in [
            load(2),
            load_for(Asker::Preview, 3),
            load_for(Asker::Preview, 4),
        ] {
            assert_eq!(rest.take(request, start), None);
        }
        let due = rest.release(start + REST);
        assert_eq!(due, [load(2), load_for(Asker::Preview, 4)]);
    }

    #[test]
    fn keys_at_a_walking_pace_do_not_wait() {
        let start = Instant::now();
        let mut rest = Rest::default();
        for number in 1..5 {
            let now = start + Duration::from_millis(number * 120);
            assert_eq!(rest.take(load(number), now), Some(load(number)));
        }
    }
}
