//! Words of the text that are marked to be copied or kept: from where one began to
//! where one stands, by letters, words or whole lines.
//!
//! Nothing that is folded is passed or copied. What is marked is a span of the
//! article, so that what is copied is the text as it was printed.

use unicode_segmentation::UnicodeSegmentation;

use super::super::sheet::{LineKind, TextLine, indent};
use super::Reader;
use crate::app::command::{Selecting, Toward};
use crate::app::line::Edit;
use crate::app::list::Motion;
use crate::model::Span;
use crate::text::display::display;

/// Words of the text that are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The word or letter one began at.
    anchor: Span,
    /// The one one stands at.
    head: Span,
    /// Whether whole lines of the screen are marked.
    lines: bool,
}

/// Parts of a text that marks of lines, words and letters go by.
type Parts = fn(&str) -> Vec<(usize, &str)>;

fn words(text: &str) -> Vec<(usize, &str)> {
    text.unicode_word_indices().collect()
}

fn letters(text: &str) -> Vec<(usize, &str)> {
    text.grapheme_indices(true).collect()
}

impl Selection {
    fn hull(self) -> Span {
        let start = self.anchor.start.min(self.head.start);
        Span::new(start, self.anchor.end.max(self.head.end))
    }

    // Before the word one began at, starts count, behind it ends do.
    fn is_before(self) -> bool {
        self.head.start < self.anchor.start
    }
}

impl Reader {
    /// What is marked, as a span of the text.
    pub fn selection(&self) -> Option<Span> {
        let selection = self.selection?;
        let hull = selection.hull();
        if !selection.lines {
            return Some(hull);
        }
        let line = |at: usize| self.sheet.lines().get(self.sheet.line_at(at));
        let first = line(hull.start).map_or(hull.start, |line| line.span.start);
        let last = line(hull.end.saturating_sub(1)).map_or(hull.end, |line| line.span.end);
        Some(Span::new(first, last))
    }

    /// The word or letter at the end of the mark that moves.
    pub fn selecting_at(&self) -> Option<Span> {
        Some(self.selection?.head)
    }

    /// What is marked, as it was printed, without what is folded.
    pub fn selected_text(&self) -> Option<String> {
        let (span, article) = (self.selection()?, self.article()?);
        let mut text = String::new();
        let mut end = None;
        for line in self.shown().filter(|line| line.span.overlaps(span)) {
            let start = line.span.start.max(span.start);
            let part = Span::new(start, line.span.end.min(span.end));
            // Between lines stands what was printed there, unless something is folded.
            let between = end.map(|end| Span::new(end, start).of(&article.text));
            text.push_str(match between {
                Some(between) if between.trim().is_empty() => between,
                Some(_) => "\n\n",
                None => "",
            });
            text.push_str(part.of(&article.text));
            end = Some(part.end);
        }
        Some(text)
    }

    /// How many words are marked.
    pub fn selected_words(&self) -> Option<usize> {
        Some(self.selected_text()?.unicode_words().count())
    }

    /// Begins to mark at the hit or quote on the screen one stands at, else at the
    /// first word on it; returns whether there is one.
    pub fn select(&mut self, lines: bool) -> bool {
        let quote = self.quote().map(|quote| quote.span);
        let here = [self.hit(), quote].into_iter().flatten();
        let here = here.map(|span| span.start);
        let visible = |at: &usize| self.visible().contains(&self.sheet.line_at(*at));
        let top = self.sheet.lines().get(self.visible()).unwrap_or_default();
        let mut shown = top.iter().filter(|line| is_of_text(line));
        let first = shown.next().map(|line| line.span.start);
        let Some(at) = here.clone().find(visible).or(first) else {
            return false;
        };
        let from = self.sheet.line_at(at);
        let Some(word) = self.after(from, words, |word| word.end > at) else {
            return false;
        };
        self.selection = Some(Selection {
            anchor: word,
            head: word,
            lines,
        });
        true
    }

    /// Marks from the byte at `anchor` to the one at `head`, by letters.
    pub fn select_between(&mut self, anchor: usize, head: usize) {
        let letter = |at: usize| self.after(self.sheet.line_at(at), letters, |it| it.end > at);
        if let (Some(anchor), Some(head)) = (letter(anchor), letter(head)) {
            self.selection = Some(Selection {
                anchor,
                head,
                lines: false,
            });
        }
    }

    /// The letter of a line of the sheet that stands in this column of the pane, or the
    /// nearest one; text from right to left is taken in the order of its letters.
    pub fn byte_at(&self, line: usize, column: usize) -> Option<usize> {
        let line = self.sheet.lines().get(line)?;
        let LineKind::Block(kind) = line.kind else {
            return None;
        };
        let text = &self.article()?.text;
        // The margin with the signs stands before it.
        let mut left = column.saturating_sub(1 + indent(kind));
        let letters = self.parts(line, letters);
        let here = letters.iter().find(|letter| {
            let columns = display(letter.of(text)).width();
            let over = left < columns;
            left = left.saturating_sub(columns);
            over
        });
        here.or(letters.last()).map(|letter| letter.start)
    }

    /// Marks nothing any longer; returns whether something was.
    pub fn end_selection(&mut self) -> bool {
        self.selection.take().is_some()
    }

    /// Changes what is marked as its commands say.
    pub fn mark_as(&mut self, how: Selecting) {
        let Some(selection) = &mut self.selection else {
            return;
        };
        match how {
            // Once more in the same manner: from here on.
            Selecting::Words if !selection.lines => selection.anchor = selection.head,
            Selecting::Words => selection.lines = false,
            Selecting::Lines if selection.lines => selection.anchor = selection.head,
            Selecting::Lines => selection.lines = true,
            Selecting::OtherEnd => std::mem::swap(&mut selection.anchor, &mut selection.head),
            Selecting::Word(Toward::Next) => _ = self.mark_to(words, Toward::Next),
            Selecting::Word(Toward::Previous) => _ = self.mark_to(words, Toward::Previous),
        }
        self.show_head();
    }

    /// Moves the end of the mark by lines and pages; returns whether it moved.
    pub fn mark_lines(&mut self, motion: Motion) -> bool {
        let Some(head) = self.selecting_at() else {
            return false;
        };
        let lines = self.sheet.lines();
        let shown: Vec<usize> = (0..lines.len())
            .filter(|&at| is_of_text(&lines[at]))
            .collect();
        let here = self.sheet.line_at(head.start);
        let here = shown.partition_point(|&at| at < here);
        let last = shown.len().saturating_sub(1);
        let to = motion.from(here, last, self.page.rows);
        let Some(line) = shown.get(to).and_then(|&at| lines.get(at)) else {
            return false;
        };
        let column = match motion {
            Motion::First => 0,
            Motion::Last => usize::MAX,
            _ => self.column(head),
        };
        let word = self.word_at_column(line, column);
        self.put_head(word)
    }

    /// Moves the end of the mark within its line; returns whether it moved.
    pub fn mark_letters(&mut self, edit: Edit) -> bool {
        let Some(head) = self.selecting_at() else {
            return false;
        };
        let line = self.sheet.lines().get(self.sheet.line_at(head.start));
        let ends = line.map(|line| self.parts(line, letters));
        let ends = ends.unwrap_or_default();
        match edit {
            Edit::Left => self.mark_to(letters, Toward::Previous),
            Edit::Right => self.mark_to(letters, Toward::Next),
            Edit::ToStart => ends.first().is_some_and(|first| self.put_head(*first)),
            Edit::ToEnd => ends.last().is_some_and(|last| self.put_head(*last)),
            Edit::DeleteLeft
            | Edit::DeleteRight
            | Edit::DeleteWord
            | Edit::DeleteToStart
            | Edit::DeleteToEnd
            | Edit::Recall => false,
        }
    }

    /// Moves the end of the mark to the end of the next of `spans`, or to the start of
    /// the one before; returns whether there was one.
    pub fn mark_spans(&mut self, spans: &[Span], toward: Toward) -> bool {
        let Some(head) = self.selecting_at() else {
            return false;
        };
        let edge = match toward {
            Toward::Next => spans.iter().find(|span| span.end > head.end),
            Toward::Previous => spans.iter().rev().find(|span| span.start < head.start),
        };
        let Some(edge) = edge.copied() else {
            return false;
        };
        let at = match toward {
            Toward::Next => edge.end.saturating_sub(1),
            Toward::Previous => edge.start,
        };
        let letter = self.after(self.sheet.line_at(at), letters, |it| it.end > at);
        letter.is_some_and(|letter| self.put_head(letter))
    }

    /// The blocks that are shown, in the order of the text.
    pub fn shown_blocks(&self) -> Vec<Span> {
        let blocks = self.article().map(|article| article.blocks.iter());
        let spans = blocks.into_iter().flatten().map(|block| block.span);
        let shown = |span: &Span| {
            let line = self.sheet.lines().get(self.sheet.line_at(span.start));
            line.is_some_and(|line| is_of_text(line) && line.span.overlaps(*span))
        };
        spans.filter(shown).collect()
    }

    fn mark_to(&mut self, parts: Parts, toward: Toward) -> bool {
        let Some(selection) = self.selection else {
            return false;
        };
        let Selection { anchor, head, .. } = selection;
        let from = self.sheet.line_at(head.start);
        let before = selection.is_before();
        let to = match toward {
            Toward::Next if before => self.after(from, parts, |it| it.start > head.start),
            Toward::Next => self.after(from, parts, |it| it.end > head.end),
            Toward::Previous if !before && head.end > anchor.end => {
                let shorter = self.before(from, parts, |it| it.end < head.end);
                shorter.map(|it| if it.end <= anchor.end { anchor } else { it })
            }
            Toward::Previous => {
                let start = head.start.min(anchor.start);
                self.before(from, parts, |it| it.start < start)
            }
        };
        to.is_some_and(|to| self.put_head(to))
    }

    fn put_head(&mut self, head: Span) -> bool {
        let moved = self.selecting_at() != Some(head);
        if let Some(selection) = &mut self.selection {
            selection.head = head;
        }
        self.show_head();
        moved
    }

    fn show_head(&mut self) {
        if let Some(head) = self.selecting_at() {
            self.show(head);
        }
    }

    fn shown(&self) -> impl Iterator<Item = &TextLine> {
        self.sheet.lines().iter().filter(|line| is_of_text(line))
    }

    fn parts(&self, line: &TextLine, parts: Parts) -> Vec<Span> {
        let text = self.article().map_or("", |article| &article.text);
        let found = match is_of_text(line) {
            true => parts(line.span.of(text)),
            false => Vec::new(),
        };
        let span = |(at, part): (usize, &str)| {
            Span::new(line.span.start + at, line.span.start + at + part.len())
        };
        found.into_iter().map(span).collect()
    }

    // Line by line, so that a step in a long text costs the lines it passes.
    fn after(&self, from: usize, parts: Parts, fits: impl Fn(&Span) -> bool) -> Option<Span> {
        let lines = self.sheet.lines().get(from..).unwrap_or_default();
        let mut lines = lines.iter();
        lines.find_map(|line| self.parts(line, parts).into_iter().find(&fits))
    }

    fn before(&self, from: usize, parts: Parts, fits: impl Fn(&Span) -> bool) -> Option<Span> {
        let lines = self.sheet.lines().get(..=from).unwrap_or_default();
        let mut lines = lines.iter().rev();
        lines.find_map(|line| self.parts(line, parts).into_iter().rev().find(&fits))
    }

    fn column(&self, at: Span) -> usize {
        let line = self.sheet.lines().get(self.sheet.line_at(at.start));
        let letters = line.map(|line| self.parts(line, letters));
        letters.map_or(0, |all| all.partition_point(|it| it.start < at.start))
    }

    // The word over a column, else the nearest one before it; in a line without any
    // word its last letter.
    fn word_at_column(&self, line: &TextLine, column: usize) -> Span {
        let letters = self.parts(line, letters);
        let last = letters.len().saturating_sub(1);
        let letter = letters.get(column.min(last)).copied();
        let letter = letter.unwrap_or(line.span);
        let words = self.parts(line, words);
        let nearest = words.partition_point(|word| word.start <= letter.start);
        let word = words.get(nearest.saturating_sub(1));
        word.copied().unwrap_or(letter)
    }
}

fn is_of_text(line: &TextLine) -> bool {
    matches!(line.kind, LineKind::Block(_))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::Sought;
    use crate::app::shape::Page;
    use crate::model::{Article, Block, BlockKind, Entry, Meta};

    const TEXT: &str = "Old quay reopens\nShare this page\nThe ferry, she said, leaves at \
                        noon.\nSeats are left.";

    fn reader() -> Reader {
        let kinds = [
            BlockKind::Headline,
            BlockKind::Furniture,
            BlockKind::Paragraph,
            BlockKind::Paragraph,
        ];
        let mut at = 0;
        let blocks = TEXT.split('\n').zip(kinds).map(|(words, kind)| {
            let span = Span::new(at, at + words.len());
            at = span.end + 1;
            Block {
                kind,
                span,
                credit: None,
            }
        });
        let blocks = blocks.collect();
        let entry = Entry {
            article: Article::new(TEXT.into(), blocks, Meta::default()),
            ..Entry::default()
        };
        let mut reader = Reader::default();
        reader.resize(Page {
            columns: 21,
            rows: 20,
            line: 78,
        });
        reader.open(Arc::new(entry), Sought::Nothing);
        reader
    }

    /// Expects what is marked after `keys`: letters as they are pressed.
    #[track_caller]
    fn check(keys: &str, expected: &str) {
        let mut reader = reader();
        for key in keys.chars() {
            match key {
                'v' if reader.selection().is_none() => _ = reader.select(false),
                'V' if reader.selection().is_none() => _ = reader.select(true),
                'v' => reader.mark_as(Selecting::Words),
                'V' => reader.mark_as(Selecting::Lines),
                'o' => reader.mark_as(Selecting::OtherEnd),
                'w' => reader.mark_as(Selecting::Word(Toward::Next)),
                'b' => reader.mark_as(Selecting::Word(Toward::Previous)),
                'h' => _ = reader.mark_letters(Edit::Left),
                'l' => _ = reader.mark_letters(Edit::Right),
                '$' => _ = reader.mark_letters(Edit::ToEnd),
                '0' => _ = reader.mark_letters(Edit::ToStart),
                'j' => _ = reader.mark_lines(Motion::Down),
                'k' => _ = reader.mark_lines(Motion::Up),
                'G' => _ = reader.mark_lines(Motion::Last),
                '}' => {
                    let blocks = reader.shown_blocks();
                    reader.mark_spans(&blocks, Toward::Next);
                }
                other => panic!("{other} is no key"),
            }
        }
        assert_eq!(reader.selected_text().as_deref(), Some(expected), "{keys}");
    }

    #[test]
    fn words_are_marked_and_given_back_one_by_one() {
        check("v", "Old");
        check("vww", "Old quay reopens");
        check("vwwb", "Old quay");
        check("vjww", "Old quay reopens\n\nThe ferry, she");
        check("vjvww", "The ferry, she");
        check("vwvb", "Old quay");
        check("vwvbw", "quay");
    }

    #[test]
    fn letters_go_beyond_and_short_of_words() {
        check("vjvwl", "The ferry,");
        check("vjvwlh", "The ferry");
        check("vjvwh", "The ferr");
        check("vwvh", " quay");
        check("vj$", "Old quay reopens\n\nThe ferry, she said,");
        check("vwvo", "quay");
    }

    #[test]
    fn a_place_of_the_pane_is_a_letter_of_the_text() {
        let reader = reader();
        let at = |line, column| reader.byte_at(line, column);
        assert_eq!(at(0, 0), Some(0));
        assert_eq!(at(0, 5), Some(4));
        assert_eq!(at(0, 70), Some("Old quay reopen".len()));
        assert_eq!([at(1, 3), at(99, 0)], [None, None]);
    }

    #[test]
    fn the_other_end_moves_after_o() {
        check("vjvwwob", "reopens\n\nThe ferry, she");
        check("vjvwwow", "ferry, she");
    }

    #[test]
    fn lines_are_marked_whole_and_as_they_were_printed() {
        check("V", "Old quay reopens");
        check("VjVj", "The ferry, she said, leaves at noon.");
        check(
            "vjVj",
            "Old quay reopens\n\nThe ferry, she said, leaves at noon.",
        );
        check("vjv}", "The ferry, she said, leaves at noon.");
        check(
            "vjv}}",
            "The ferry, she said, leaves at noon.\nSeats are left.",
        );
        check(
            "vjvG",
            "The ferry, she said, leaves at noon.\nSeats are left",
        );
    }
}
