//! Going from pane to pane, and how large they are.

use super::Articles;
use crate::app::command::Pane;
use crate::app::outbox::Outbox;
use crate::app::screen::{Focus, Tab};
use crate::app::shape::{Shape, Share, layout};

impl Articles {
    /// Goes to the list.
    pub fn show_list(&mut self) {
        self.arrangement.focus = Focus::List;
    }

    /// Whether one pane has all of the screen where there is room for more.
    pub fn is_zoomed(&self) -> bool {
        self.arrangement.share == Share::Full && self.layout.shape != Shape::Single
    }

    /// Goes to a pane, or changes how large it is.
    pub fn pane(&mut self, pane: Pane, outbox: &mut Outbox) {
        match pane {
            Pane::Left => self.focus_on(self.focus().left(), "this is the first pane", outbox),
            Pane::Right => self.focus_on(self.focus().right(), "this is the last pane", outbox),
            Pane::Next => {
                let next = self.focus().right().or(Some(Focus::List));
                self.focus_on(next, "", outbox);
            }
            Pane::Previous => {
                let previous = self.focus().left().or(Some(Focus::Actors));
                self.focus_on(previous, "", outbox);
            }
            Pane::Zoom | Pane::Grow | Pane::Shrink | Pane::Widen | Pane::Narrow => {
                self.rearrange(pane, outbox);
            }
        }
    }

    fn focus_on(&mut self, focus: Option<Focus>, refusal: &str, outbox: &mut Outbox) {
        let Some(focus) = focus else {
            outbox.say(refusal);
            return;
        };
        if self.listing.catalog().is_empty() {
            outbox.say("there is no article yet");
            return;
        }
        self.arrangement.focus = focus;
        match focus {
            Focus::List | Focus::Reader => {}
            Focus::Quotes => {
                self.arrangement.tab = Tab::Quotes;
                if let Some(nth) = self.reader.nearest_quote() {
                    self.go_quote(nth);
                }
            }
            Focus::Actors => self.arrangement.tab = Tab::Actors,
        }
    }

    fn rearrange(&mut self, pane: Pane, outbox: &mut Outbox) {
        if matches!(self.layout.shape, Shape::Single | Shape::Floor) {
            outbox.say("there is room for one pane only");
            return;
        }
        let share = self.arrangement.share;
        let to = match (pane, share) {
            (Pane::Zoom, Share::Full) => Share::Normal,
            (Pane::Zoom, _) | (Pane::Grow, Share::Half) => Share::Full,
            (Pane::Grow, Share::Normal) | (Pane::Shrink, Share::Full) => Share::Half,
            (Pane::Shrink, Share::Half) => Share::Normal,
            (Pane::Grow, Share::Full) => return outbox.say("this pane has all of the screen"),
            (Pane::Shrink, Share::Normal) => return outbox.say("this pane has its least share"),
            (Pane::Widen, _) => return self.widen(1, outbox),
            (Pane::Narrow, _) => return self.widen(-1, outbox),
            (Pane::Left | Pane::Right | Pane::Next | Pane::Previous, share) => share,
        };
        self.arrangement.share = to;
    }

    fn widen(&mut self, sign: i16, outbox: &mut Outbox) {
        if self.arrangement.share != Share::Normal {
            outbox.say("only while all panes have their normal share: {shrink} goes there");
            return;
        }
        let before = self.arrangement.splits;
        let (list, rail) = match self.focus() {
            Focus::List => (5 * sign, 0),
            Focus::Reader => (-5 * sign, 0),
            Focus::Quotes | Focus::Actors => (0, 5 * sign),
        };
        let splits = &mut self.arrangement.splits;
        match self.layout.shape {
            Shape::Wide => splits.wide = added(splits.wide, (list, rail)),
            Shape::Columns => splits.columns = added(splits.columns, (list, rail)),
            // Rows are dearer than columns.
            Shape::Stacked => splits.stacked += 2 * (list + rail) / 5,
            Shape::Single | Shape::Floor => {}
        }
        if layout(self.window, &self.arrangement) == self.layout {
            self.arrangement.splits = before;
            outbox.say(match sign {
                1 => "there is no room to make this pane larger",
                _ => "this pane has its least size",
            });
        }
    }

    /// Gives the keys to a pane that is on screen.
    pub fn look_at(&mut self, pane: Focus) {
        if self.layout.slot(pane).is_some() {
            self.arrangement.focus = pane;
        }
    }

    /// One step back; returns whether there was one.
    pub fn back(&mut self) -> bool {
        if self.is_zoomed() {
            self.arrangement.share = Share::Normal;
            return true;
        }
        let to = match self.focus() {
            Focus::List => return false,
            Focus::Reader => Focus::List,
            Focus::Quotes | Focus::Actors => Focus::Reader,
        };
        self.arrangement.focus = to;
        true
    }

    /// Brings the text onto the screen where one pane is shown at a time.
    pub fn show_text(&mut self) {
        self.arrangement.focus = Focus::Reader;
    }
}

fn added(one: (i16, i16), other: (i16, i16)) -> (i16, i16) {
    (one.0 + other.0, one.1 + other.1)
}
