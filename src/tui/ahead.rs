//! Keys that are typed before the rows they are for are there.
//!
//! Over SSH several keys come at once, and who knows the program types ahead: `2a` is for
//! the first quote, which is asked for when the `2` is read. Such keys wait for the answer.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::events::Input;

/// After so long keys act on what is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// Keys, pastes and clicks in the order in which they came.
#[derive(Debug, Default)]
pub struct Ahead {
    typed: VecDeque<Input>,
    /// Until when the first of them waits.
    until: Option<Instant>,
}

impl Ahead {
    pub fn add(&mut self, inputs: Vec<Input>) {
        self.typed.extend(inputs);
    }

    pub fn first(&self) -> Option<&Input> {
        self.typed.front()
    }

    /// The next one, unless it has to wait for rows.
    pub fn next(&mut self, waits: bool, now: Instant) -> Option<Input> {
        match waits && !self.typed.is_empty() {
            true if now < *self.until.get_or_insert(now + PATIENCE) => return None,
            true => {}
            false => self.until = None,
        }
        self.typed.pop_front()
    }

    /// When the first one no longer waits.
    pub fn due(&self) -> Option<Instant> {
        self.until.filter(|_| !self.typed.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Key;

    #[test]
    fn keys_wait_for_rows_in_their_order_and_not_for_ever() {
        let key = |letter| Input::Key(Key::Char(letter));
        let now = Instant::now();
        let mut ahead = Ahead::default();
        ahead.add(vec![key('2'), key('a'), key('j')]);
        assert_eq!(ahead.next(false, now), Some(key('2')));
        assert_eq!(ahead.next(true, now), None);
        assert_eq!(ahead.due(), Some(now + PATIENCE));
        assert_eq!(ahead.next(false, now), Some(key('a')));
        assert_eq!(ahead.next(true, now), None);
        assert_eq!(ahead.next(true, now + PATIENCE), Some(key('j')));
        assert_eq!(ahead.next(true, now), None);
        assert_eq!(ahead.due(), None);
    }
}
