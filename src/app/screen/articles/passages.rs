//! Going through the text of the article: quotes, paragraphs, hits, furniture.

use super::Articles;
use crate::app::command::{Through, Toward};
use crate::app::outbox::Outbox;
use crate::app::screen::Focus;
use crate::app::shape::Shape;

impl Articles {
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
                let edge = match toward {
                    Toward::Next => "end",
                    Toward::Previous => "start",
                };
                outbox.say(format!("hit {number} of {count}, around the {edge}"));
            }
            Some((number, false)) => outbox.say(format!("hit {number} of {count}")),
            None if self.reader.sought().is_nothing() => {
                outbox.say("nothing is searched for: {search} searches, {find} finds");
            }
            None => outbox.say("no hit in this article"),
        }
    }

    pub(super) fn go_quote(&mut self, nth: usize) {
        self.reader.go_quote(nth);
        self.follow_quote();
    }

    pub(super) fn follow_quote(&mut self) {
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
                let count = self.listing.len();
                if number > count {
                    outbox.say(format!("the last article is number {count}"));
                }
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
}
