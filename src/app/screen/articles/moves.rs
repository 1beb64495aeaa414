//! Moving and opening in the focused pane.

use super::Articles;
use crate::app::command::Toward;
use crate::app::list::Motion;
use crate::app::outbox::Outbox;
use crate::app::screen::Focus;

impl Articles {
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
                    outbox.say(match motion.is_down() {
                        true => "end of the article; {next-article} is the next one",
                        false => "start of the article",
                    });
                }
            }
            Focus::Quotes => self.step_quotes(motion, outbox),
            Focus::Actors => self.step_actors(motion, outbox),
        }
    }

    fn end_of_list(&self, motion: Motion) -> &'static str {
        match (self.listing.is_empty(), motion.is_down()) {
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
            outbox.say(if motion.is_down() {
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
            outbox.say(if motion.is_down() {
                "last actor"
            } else {
                "first actor"
            });
        }
    }

    pub(super) fn first_mention(&mut self, outbox: &mut Outbox) {
        if let Some(actor) = self.rail.actor() {
            self.say_mention(actor, 0, outbox);
        }
    }

    pub(super) fn say_mention(&mut self, actor: usize, nth: usize, outbox: &mut Outbox) {
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
}
