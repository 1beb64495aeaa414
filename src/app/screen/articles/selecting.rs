//! Marking words of the text: what moves goes to the end of the mark meanwhile.

use super::Articles;
use crate::app::command::{Part, Selecting, Step, Through, Toward};
use crate::app::outbox::Outbox;
use crate::app::screen::Focus;
use crate::model::Span;

impl Articles {
    /// Whether words of the text are being marked.
    pub fn is_selecting(&self) -> bool {
        self.focus() == Focus::Reader && self.reader.selection().is_some()
    }

    /// Begins to mark words of the text, or changes what is marked.
    pub fn select(&mut self, how: Selecting, outbox: &mut Outbox) {
        if self.is_selecting() {
            self.reader.mark_as(how);
            return self.tell_selection(outbox);
        }
        if self.focus() != Focus::Reader {
            return outbox.say("words are marked in the text: {open} goes there");
        }
        if self.entry().is_none() || !self.reader.select(how == Selecting::Lines) {
            return outbox.say("there is no word here that could be marked");
        }
        self.tell_selection(outbox);
    }

    /// Marks from one byte of the text to another.
    pub fn select_between(&mut self, (anchor, head): (usize, usize)) {
        self.arrangement.focus = Focus::Reader;
        self.reader.select_between(anchor, head);
    }

    /// Marks nothing any longer; returns whether something was.
    pub fn end_selection(&mut self) -> bool {
        self.reader.end_selection()
    }

    /// Answers what moves while words are marked; returns whether it was that.
    pub fn move_selection(&mut self, part: Part, outbox: &mut Outbox) -> bool {
        if !self.is_selecting() {
            return false;
        }
        let moved = match part {
            Part::Move(motion) => self.reader.mark_lines(motion),
            Part::Edit(edit) => self.reader.mark_letters(edit),
            Part::Through(through) => self.mark_through(through),
            Part::Step(Step::Back) => return self.end_selection(),
            _ => return false,
        };
        match moved {
            true => self.tell_selection(outbox),
            false => outbox.say("the mark goes no further"),
        }
        true
    }

    fn mark_through(&mut self, through: Through) -> bool {
        let quotes = || self.reader.quotes().map(|quote| quote.span).collect();
        let (spans, toward): (Vec<Span>, Toward) = match through {
            Through::Quotes(toward) => (quotes(), toward),
            Through::Paragraphs(toward) => (self.reader.shown_blocks(), toward),
            Through::Hits(toward) => (self.reader.hits().to_vec(), toward),
            Through::OfSpeaker(_) | Through::Furniture => return false,
        };
        self.reader.mark_spans(&spans, toward)
    }

    // Where reverse cannot be seen it is heard.
    fn tell_selection(&mut self, outbox: &mut Outbox) {
        if !self.window.plain {
            return;
        }
        let text = self.reader.article().map_or("", |article| &article.text);
        let here = self.reader.selecting_at().map(|head| head.of(text));
        if let (Some(count), Some(here)) = (self.selected(), here) {
            outbox.say(format!("{count} marked, to: {here}"));
        }
    }

    /// How many words are marked, as in `3 words`.
    pub fn selected(&self) -> Option<String> {
        let words = self.reader.selected_words();
        words.map(|count| match count {
            1 => "1 word".to_owned(),
            count => format!("{count} words"),
        })
    }
}
