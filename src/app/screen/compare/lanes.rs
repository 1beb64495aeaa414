//! Adding, closing and moving lanes, and how they are put side by side.

use super::{Align, Compare, LANES, Lane};
use crate::app::list::next_of;
use crate::app::outbox::Outbox;
use crate::app::screen::beside;
use crate::study::Quotations;

impl Compare {
    /// Adds a lane for `query` unless it is there already. What the list was
    /// narrowed by becomes the issue when there is none yet.
    pub fn add(&mut self, (title, query): (&str, &str), issue: &str, outbox: &mut Outbox) {
        if let Some(nth) = self.lanes.iter().position(|lane| lane.query == query) {
            outbox.say(format!(
                "lane {} is {title} already; {{compare}} compares",
                nth + 1
            ));
            return;
        }
        if self.lanes.len() >= LANES {
            outbox.say("four lanes are the most; {close-lane} on screen 4 closes one");
            return;
        }
        self.lanes.push(Lane {
            title: title.to_owned(),
            query: query.to_owned(),
            found: Quotations::default(),
        });
        if self.topics.is_empty() && is_issue(issue) && !names(title, issue) {
            issue.trim().clone_into(&mut self.topics);
            self.align = Align::Issue;
        }
        self.stale = true;
        let number = self.lanes.len();
        outbox.say(format!("lane {number}: {title}; {{compare}} compares"));
    }

    pub(super) fn go_lane(&mut self, right: bool, outbox: &mut Outbox) {
        let to = match right {
            true => Some(self.here + 1).filter(|to| *to < self.lanes.len()),
            false => self.here.checked_sub(1),
        };
        match to {
            Some(to) => self.here = to,
            None if right => outbox.say("this is the last lane"),
            None => outbox.say("this is the first lane"),
        }
    }

    pub(super) fn move_lane(&mut self, right: bool, outbox: &mut Outbox) {
        let before = self.here;
        self.go_lane(right, outbox);
        if self.here != before {
            self.lanes.swap(before, self.here);
            self.arrange();
        }
    }

    pub(super) fn close_lane(&mut self, outbox: &mut Outbox) {
        if self.here >= self.lanes.len() {
            outbox.say("there is no lane to close");
            return;
        }
        let lane = self.lanes.remove(self.here);
        self.here = self.here.min(self.lanes.len().saturating_sub(1));
        outbox.say(format!("closed: {}", lane.title));
        if self.lanes.is_empty() {
            self.topics.clear();
            self.align = Align::List;
        }
        // An answer for the lanes before would be put into the wrong ones.
        if self.asked.is_some() {
            self.ask(outbox);
        }
        self.arrange();
    }

    pub(super) fn toggle_differences(&mut self, outbox: &mut Outbox) {
        self.differences = !self.differences;
        outbox.say(match (self.differences, self.align) {
            (true, Align::Words) => "words that differ are marked",
            (true, _) => "words that differ are marked where = puts the same words side by side",
            (false, _) => "words that differ are not marked",
        });
    }

    pub(super) fn align_next(&mut self, outbox: &mut Outbox) {
        self.align = next_of(&Align::ALL, self.align);
        // Without any term there is no issue.
        if self.align == Align::Issue && self.terms().is_empty() {
            self.align = next_of(&Align::ALL, self.align);
        }
        self.arrange();
        outbox.say(format!("{}; = goes on, / sets the issues", self.order()));
    }

    pub(super) fn change_unit(&mut self, coarser: bool, outbox: &mut Outbox) {
        match beside(self.unit, coarser) {
            Ok(unit) => {
                self.unit = unit;
                self.align = Align::Date;
                self.arrange();
                outbox.say(format!("by {}", unit.word()));
            }
            Err(refusal) => outbox.say(refusal),
        }
    }
}

/// Whether all of `words` stand in `title`: who was looked for is no issue.
fn names(title: &str, words: &str) -> bool {
    let title = title.to_lowercase();
    let mut words = words.split_whitespace();
    words.all(|word| title.contains(&word.to_lowercase()))
}

/// Whether a query names an issue: words, and no field.
fn is_issue(query: &str) -> bool {
    let query = query.trim();
    !query.is_empty() && !query.contains(':') && !query.contains('|')
}
