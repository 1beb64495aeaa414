//! Rows of quotes of many articles: heads of groups, utterances, and copies of
//! an utterance when it is unfolded.

mod chosen;
mod travel;

pub use travel::Ends;

use std::collections::HashSet;

use crate::app::list::{Cursor, Items, Motion};
use crate::app::place::RowPlace;
use crate::model::{ArticleId, Span};
use crate::study::{Order, Quotations, QuoteRow, Spoken};

/// Rows of quotes of many articles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passages {
    found: Quotations,
    order: Order,
    /// The first quotes of unfolded utterances.
    unfolded: HashSet<(ArticleId, Span)>,
    /// Rows that a person marked to do something with all of them.
    chosen: HashSet<(ArticleId, Span)>,
    /// Quotes below which a row tells their tags and note.
    told: HashSet<(ArticleId, Span)>,
    lines: Vec<Line>,
    cursor: Cursor,
    rows: usize,
    of_one: bool,
    /// The row that one comes back to once it is there.
    kept: Option<(ArticleId, Span)>,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The head above this utterance and those that share its speaker, outlet or
    /// article; so many.
    Head(usize, usize),
    /// An utterance.
    Utterance(usize),
    /// A further quote of it.
    Copy(usize, usize),
    /// The tags and the note of the utterance above.
    Told(usize),
}

impl Passages {
    /// What is listed.
    pub fn found(&self) -> &Quotations {
        &self.found
    }

    /// How it is ordered.
    pub fn order(&self) -> Order {
        self.order
    }

    /// A list of quotes of one speaker, whose name is told elsewhere.
    pub fn of_one() -> Self {
        Self {
            of_one: true,
            ..Self::default()
        }
    }

    /// Whether all of them are of one speaker, whose name is told elsewhere.
    pub fn is_of_one(&self) -> bool {
        self.of_one
    }

    /// The rows.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Cursor and scroll.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The utterance of a row.
    pub fn utterance(&self, nth: usize) -> Option<&Spoken> {
        self.found.utterances.get(nth)
    }

    /// The quote on a row; none on a head.
    pub fn row(&self, line: Line) -> Option<&QuoteRow> {
        match line {
            Line::Head(..) | Line::Told(_) => None,
            Line::Utterance(nth) => self.utterance(nth).map(|utterance| &utterance.first),
            Line::Copy(nth, copy) => self.utterance(nth)?.others.get(copy),
        }
    }

    /// The selected quote.
    pub fn selected(&self) -> Option<&QuoteRow> {
        self.row(*self.lines.get(self.cursor.at())?)
    }

    /// Which quote of how many is selected; from 1.
    pub fn position(&self) -> Option<(usize, usize)> {
        let nth = match *self.lines.get(self.cursor.at())? {
            Line::Head(nth, _) | Line::Utterance(nth) | Line::Copy(nth, _) | Line::Told(nth) => nth,
        };
        Some((nth + 1, self.found.utterances.len()))
    }

    /// Whether the selected utterance has copies that are not shown.
    pub fn is_folded(&self) -> bool {
        match self.lines.get(self.cursor.at()) {
            Some(Line::Utterance(nth)) => self.utterance(*nth).is_some_and(|utterance| {
                !utterance.others.is_empty() && !self.unfolded.contains(&key(&utterance.first))
            }),
            Some(Line::Head(..) | Line::Copy(..) | Line::Told(_)) | None => false,
        }
    }

    /// Has room for `rows` rows from now on.
    pub fn resize(&mut self, rows: usize) {
        self.rows = rows;
        // Without rows the cursor only holds how many shall stand above it.
        if !self.lines.is_empty() {
            self.cursor.fit(self.items(), rows);
        }
    }

    /// Lists other quotes; unless `fresh`, the selected one stays selected.
    pub fn show(&mut self, found: Quotations, order: Order, fresh: bool) {
        let selected = self.selected().filter(|_| !fresh).map(key);
        self.found = found;
        let selected = self.take_kept().or(selected);
        let other = self.order != order;
        self.order = order;
        self.arrange(selected);
        if other {
            self.show_head();
        }
    }

    /// The head of the group one stands in, where it is scrolled off: the first
    /// utterance below it.
    pub fn hidden_head(&self) -> Option<usize> {
        let at = self.head()?;
        match self.lines.get(at) {
            Some(Line::Head(first, _)) if at < self.cursor.top() => Some(*first),
            Some(_) | None => None,
        }
    }

    fn head(&self) -> Option<usize> {
        let here = self.lines.get(..self.cursor.at())?;
        here.iter().rposition(|line| matches!(line, Line::Head(..)))
    }

    // Where there is room for it and for all that stands between.
    fn show_head(&mut self) {
        let at = self.cursor.at();
        if let Some(head) = self.head().filter(|head| at - head < self.rows) {
            self.cursor.go(head, self.items(), self.rows);
            self.cursor.go(at, self.items(), self.rows);
        }
    }

    /// Tells tags and notes below these quotes from the next list on.
    pub fn tell_of(&mut self, told: HashSet<(ArticleId, Span)>) {
        self.told = told;
    }

    /// Where one is in the list.
    pub fn keep(&self) -> Option<RowPlace> {
        let row = self.selected()?;
        Some(RowPlace {
            article: row.article.to_string(),
            span: row.span,
            above: self.cursor.above(),
        })
    }

    /// Comes back to a row as soon as it is listed.
    pub fn resume(&mut self, row: Option<&RowPlace>) {
        self.kept = row.and_then(RowPlace::key);
        self.cursor = Cursor::below(row.map_or(0, |row| row.above));
    }

    fn take_kept(&mut self) -> Option<(ArticleId, Span)> {
        let kept = self.kept?;
        let mut all = self.found.utterances.iter();
        let spoken = all.find(|spoken| {
            let mut rows = std::iter::once(&spoken.first).chain(&spoken.others);
            rows.any(|row| key(row) == kept)
        })?;
        let first = key(&spoken.first);
        if first != kept {
            self.unfolded.insert(first);
        }
        self.kept.take()
    }

    /// Moves; returns whether another row is selected.
    pub fn step(&mut self, motion: Motion) -> bool {
        self.kept = None;
        let before = self.cursor.at();
        let (items, rows) = (self.items(), self.rows);
        self.cursor.step(motion, items, rows);
        self.leave_head(matches!(
            motion,
            Motion::Up | Motion::PageUp | Motion::HalfPageUp
        ));
        self.cursor.at() != before
    }

    /// Selects the `nth` utterance, or the last one.
    pub fn go(&mut self, nth: usize) {
        let last = self.found.utterances.len().saturating_sub(1);
        let wanted = Line::Utterance(nth.min(last));
        if let Some(at) = self.lines.iter().position(|line| *line == wanted) {
            self.cursor.go(at, self.items(), self.rows);
        }
    }

    /// Selects the next row for which `fits` holds, downwards or upwards;
    /// returns whether there is one.
    pub fn seek(&mut self, down: bool, fits: impl Fn(&QuoteRow) -> bool) -> bool {
        let here = self.cursor.at();
        let fits = |at: &usize| self.row(self.lines[*at]).is_some_and(&fits);
        let found = match down {
            true => (here + 1..self.lines.len()).find(fits),
            false => (0..here.min(self.lines.len())).rev().find(fits),
        };
        if let Some(at) = found {
            self.cursor.go(at, self.items(), self.rows);
        }
        found.is_some()
    }

    /// Shows the copies of the selected utterance, or hides them; returns whether
    /// anything has changed.
    pub fn unfold(&mut self, unfold: bool) -> bool {
        let nth = match self.lines.get(self.cursor.at()) {
            Some(Line::Utterance(nth) | Line::Copy(nth, _)) => *nth,
            Some(Line::Head(..) | Line::Told(_)) | None => return false,
        };
        let Some(first) = self.utterance(nth).map(|utterance| &utterance.first) else {
            return false;
        };
        let first = key(first);
        let has_copies = self.utterance(nth).is_some_and(|u| !u.others.is_empty());
        let changed = match unfold {
            true => has_copies && self.unfolded.insert(first),
            false => self.unfolded.remove(&first),
        };
        if changed {
            self.arrange(Some(first));
        }
        changed
    }

    fn items(&self) -> Items<'static> {
        Items::Single(self.lines.len())
    }

    fn arrange(&mut self, selected: Option<(ArticleId, Span)>) {
        self.lines.clear();
        let mut nth = 0;
        while nth < self.found.utterances.len() {
            let end = self.group_end(nth);
            if self.order != Order::Date {
                self.lines.push(Line::Head(nth, end - nth));
            }
            for at in nth..end {
                self.put(at);
            }
            nth = end;
        }
        let same = selected.and_then(|selected| {
            let mut lines = self.lines.iter();
            lines.position(|line| self.row(*line).map(key) == Some(selected))
        });
        // Where a row is gone, the next one takes its place: a work list goes on.
        let at = match selected {
            Some(_) => same.unwrap_or(self.cursor.at()),
            None => 0,
        };
        self.cursor.carry(at, self.items(), self.rows);
        self.leave_head(false);
    }

    fn put(&mut self, nth: usize) {
        self.lines.push(Line::Utterance(nth));
        let Some(utterance) = self.found.utterances.get(nth) else {
            return;
        };
        if self.told.contains(&key(&utterance.first)) {
            self.lines.push(Line::Told(nth));
        }
        if self.unfolded.contains(&key(&utterance.first)) {
            let copies = 0..utterance.others.len();
            self.lines.extend(copies.map(|copy| Line::Copy(nth, copy)));
        }
    }

    fn group_end(&self, start: usize) -> usize {
        let all = &self.found.utterances;
        let same = |nth: &usize| match (all.get(start), all.get(*nth)) {
            (Some(one), Some(other)) => self.order.joins(&one.first, &other.first),
            (None, _) | (_, None) => false,
        };
        (start + 1..=all.len())
            .find(|nth| !same(nth))
            .unwrap_or(all.len())
    }

    // A head and a line that tells of the row above cannot be selected: one stands
    // below, or above when one moves up.
    fn leave_head(&mut self, up: bool) {
        let at = self.cursor.at();
        let is_row = |at: &usize| {
            self.lines
                .get(*at)
                .is_some_and(|line| self.row(*line).is_some())
        };
        if !is_row(&at) && !self.lines.is_empty() {
            let below = (at..self.lines.len()).find(is_row);
            let above = (0..at).rev().find(is_row);
            let to = if up { above.or(below) } else { below.or(above) };
            // The head of the first group is seen, too.
            if above.is_none() {
                self.cursor = Cursor::default();
            }
            let rows = self.rows.max(2);
            self.cursor.go(to.unwrap_or(0), self.items(), rows);
        }
        let above = self.cursor.at().checked_sub(1);
        let above = above.and_then(|above| self.lines.get(above));
        if matches!(above, Some(Line::Head(..))) {
            self.show_head();
        }
        self.show_told();
    }

    // What is told of the selected row is seen with it.
    fn show_told(&mut self) {
        let at = self.cursor.at();
        if self.rows > 1 && matches!(self.lines.get(at + 1), Some(Line::Told(_))) {
            self.cursor.go(at + 1, self.items(), self.rows);
            self.cursor.go(at, self.items(), self.rows);
        }
    }
}

/// What tells two quotes apart.
fn key(row: &QuoteRow) -> (ArticleId, Span) {
    (row.article, row.span)
}
