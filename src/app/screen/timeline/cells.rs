//! Cells of a timeline: going from one to another, and what each of them says.

use serde::{Deserialize, Serialize};

use super::Timeline;
use super::grid::{Extent, grid};
use crate::app::command::Toward;
use crate::app::outbox::Outbox;
use crate::app::screen::timeline::Grid;
use crate::search::Unit;
use crate::study::{Measure, Timeline as Counts, bucket, days_of};
use crate::text::width::width;

/// What cells show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Shown {
    /// Quotes.
    Quotes,
    /// Words inside of quotes.
    Words,
    /// Articles with a quote.
    Articles,
    /// Per cent of all quotes of the row.
    Share,
}

/// A cell in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The title of its row.
    pub title: &'a str,
    /// Its time, or nothing for what has no date.
    pub time: Option<&'a str>,
    /// What was counted in it.
    pub count: usize,
    /// Everything that was counted in its row.
    pub total: usize,
    row: &'a str,
    shown: Shown,
}

impl Shown {
    /// In the order of their key.
    pub const ALL: [Shown; 4] = [Shown::Quotes, Shown::Words, Shown::Articles, Shown::Share];

    /// What must be counted for it.
    pub fn measure(self) -> Measure {
        match self {
            Shown::Quotes | Shown::Share => Measure::Quotes,
            Shown::Words => Measure::Words,
            Shown::Articles => Measure::Articles,
        }
    }

    /// One word.
    pub fn word(self) -> &'static str {
        match self {
            Shown::Quotes => "quotes",
            Shown::Words => "words",
            Shown::Articles => "articles",
            Shown::Share => "share",
        }
    }
}

impl Cell<'_> {
    /// `Ada Brook, 2026-08: 12 quotes`.
    pub fn words(&self) -> String {
        let time = match self.time {
            Some(week) if week.contains('W') => match days_of(week) {
                Some((first, last)) => format!("{week} ({first} to {last})"),
                None => week.to_owned(),
            },
            Some(time) => time.to_owned(),
            None => "undated".to_owned(),
        };
        format!("{}, {time}: {}", self.title, self.told())
    }

    /// `2026-08: 12 quotes`.
    pub fn short(&self) -> String {
        format!("{}: {}", self.time.unwrap_or("undated"), self.told())
    }

    fn told(&self) -> String {
        let (one, many) = match self.shown {
            Shown::Quotes => ("quote", "quotes"),
            Shown::Words => ("word", "words"),
            Shown::Articles => ("article", "articles"),
            Shown::Share => {
                let share = percent(self.count, self.total);
                return format!("{share} % of {} quotes ({})", self.total, self.count);
            }
        };
        match self.count {
            1 => format!("1 {one}"),
            count => format!("{count} {many}"),
        }
    }

    /// The query that finds the quotes of the cell.
    pub fn query(&self) -> String {
        let days = self.time.and_then(|time| match time.contains('W') {
            true => days_of(time).map(|(first, last)| format!("date:{first}..{last}")),
            false => Some(format!("date:{time}")),
        });
        // What lies in no time has no date.
        let days = days.unwrap_or_else(|| "-date:0..".to_owned());
        [self.row.trim(), &days].join(" ").trim().to_owned()
    }
}

/// `count` of `total` in per cent, rounded.
pub(super) fn percent(count: usize, total: usize) -> usize {
    (count * 200 + total) / (total * 2).max(1)
}

impl Timeline {
    /// The cell one stands at.
    pub fn here(&self) -> Option<Cell<'_>> {
        let row = self.cursor.at();
        let asked = self.rows.get(row)?;
        Some(Cell {
            title: &asked.title,
            time: self.counts.columns.get(self.at).map(String::as_str),
            count: count(&self.counts, row, self.at),
            total: self.total(row),
            row: &asked.query,
            shown: self.shown,
        })
    }

    /// What a cell shows as a number; the time after the last one is no time.
    pub fn number(&self, row: usize, at: usize) -> usize {
        let count = count(&self.counts, row, at);
        match self.shown {
            Shown::Share => percent(count, self.total(row)),
            Shown::Quotes | Shown::Words | Shown::Articles => count,
        }
    }

    /// The number that a full bar of a row stands for.
    pub fn scale(&self, row: usize) -> usize {
        let highest = match self.own_scale {
            true => self.highest.get(row),
            false => self.highest.iter().max(),
        };
        highest.copied().unwrap_or(0)
    }

    /// Everything that was counted in a row.
    pub fn total(&self, row: usize) -> usize {
        self.totals.get(row).copied().unwrap_or(0)
    }

    /// Sums every row, once for all that is drawn of it.
    pub(super) fn measure(&mut self) {
        let rows = 0..self.rows.len();
        self.totals = rows.clone().map(|row| self.counts.total(row)).collect();
        let times = self.counts.columns.len();
        let highest = |row| (0..times).map(|at| self.number(row, at)).max();
        self.highest = rows.map(|row| highest(row).unwrap_or(0)).collect();
    }

    /// How many cells a row has.
    fn cells(&self) -> usize {
        let undated = self.counts.undated.iter().any(|count| *count > 0);
        self.counts.columns.len() + usize::from(undated)
    }

    /// Goes to the next time, or to the one before.
    pub(super) fn go(&mut self, toward: Toward, outbox: &mut Outbox) {
        let to = match toward {
            Toward::Next => Some(self.at + 1).filter(|to| *to < self.cells()),
            Toward::Previous => self.at.checked_sub(1),
        };
        match (to, toward) {
            (Some(to), _) => self.at = to,
            (None, Toward::Next) => outbox.say("nothing is newer"),
            (None, Toward::Previous) => outbox.say("nothing is older"),
        }
        self.fit();
    }

    /// The newest time at which the row speaks.
    pub(super) fn last_said(&self) -> Option<usize> {
        let row = self.cursor.at();
        let mut times = (0..self.counts.columns.len()).rev();
        times.find(|at| count(&self.counts, row, *at) > 0)
    }

    /// Goes to the next time at which the row speaks, or to the one before.
    pub(super) fn seek(&mut self, toward: Toward, outbox: &mut Outbox) {
        let row = self.cursor.at();
        let speaks = |at: &usize| count(&self.counts, row, *at) > 0;
        let to = match toward {
            Toward::Next => (self.at + 1..self.cells()).find(speaks),
            Toward::Previous => (0..self.at).rev().find(speaks),
        };
        match (to, toward) {
            (Some(to), _) => self.at = to,
            (None, Toward::Next) => outbox.say("nothing is said later"),
            (None, Toward::Previous) => outbox.say("nothing is said earlier"),
        }
        self.fit();
    }

    /// Shows other times, and stands at the one that holds the last day of the one
    /// before.
    pub(super) fn change_to(&mut self, unit: Unit) {
        let before = self.counts.columns.get(self.at);
        let last = before.and_then(|time| days_of(time)).map(|(_, last)| last);
        self.unit = unit;
        self.sum();
        if let Some(time) = last.and_then(|day| bucket(&day, unit)) {
            let upto = self.counts.columns.partition_point(|other| *other <= time);
            self.at = upto.saturating_sub(1);
            // Among finer times most are empty: the last one at which the row speaks
            // is shown rather than dots.
            let row = self.cursor.at();
            let speaks = |at: &usize| count(&self.counts, row, *at) > 0;
            let before = (0..=self.at).rev().find(speaks);
            let after = || (self.at..self.counts.columns.len()).find(speaks);
            self.at = before.or_else(after).unwrap_or(self.at);
            self.fit();
        }
    }

    /// Lays the cells out, and brings the one one stands at onto the screen.
    pub(super) fn fit(&mut self) {
        let undated = self.counts.columns.len();
        let undated = (0..self.rows.len()).map(|row| self.number(row, undated));
        let highest = self.highest.iter().copied().chain(undated).max();
        let totals = self.totals.iter().copied().max();
        let digits = |number: Option<usize>| number.unwrap_or(0).to_string().len();
        let titles = self.rows.iter().map(|row| width(&row.title));
        let area = self.layout.lanes.first().map(|slot| slot.inner);
        self.grid = match area {
            Some(area) => grid(
                area,
                Extent {
                    lanes: self.rows.len(),
                    times: self.counts.columns.len(),
                    title: titles.max().unwrap_or(0),
                    digits: digits(highest),
                    total: digits(totals),
                    undated: self.cells() > self.counts.columns.len(),
                    plain: self.layout.room.window.plain,
                },
            ),
            None => Grid::default(),
        };
        self.at = self.at.min(self.cells().saturating_sub(1));
        let last = self.counts.columns.len().saturating_sub(1);
        let seen = self.at.min(last);
        let shown = self.grid.shown.max(1);
        self.left = self.left.clamp((seen + 1).saturating_sub(shown), seen);
        // No blank columns after the newest time while older ones are hidden.
        self.left = self.left.min((last + 1).saturating_sub(shown));
        self.cursor.fit(self.items(), self.grid.lanes);
    }
}

fn count(counts: &Counts, row: usize, at: usize) -> usize {
    let dated = counts.rows.get(row).and_then(|row| row.get(at));
    let count = match at < counts.columns.len() {
        true => dated,
        false => counts.undated.get(row),
    };
    count.copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(time: Option<&str>, shown: Shown, words: &str, query: &str) {
        let cell = Cell {
            title: "Ada Brook",
            time,
            count: 12,
            total: 48,
            row: "by:\"Ada Brook\" ships",
            shown,
        };
        assert_eq!(
            (cell.words().as_str(), cell.query().as_str()),
            (words, query)
        );
    }

    #[test]
    fn a_cell_says_who_when_and_how_often_and_what_finds_its_quotes() {
        check(
            Some("2026-08"),
            Shown::Quotes,
            "Ada Brook, 2026-08: 12 quotes",
            "by:\"Ada Brook\" ships date:2026-08",
        );
        check(
            Some("2026-W33"),
            Shown::Words,
            "Ada Brook, 2026-W33 (2026-08-10 to 2026-08-16): 12 words",
            "by:\"Ada Brook\" ships date:2026-08-10..2026-08-16",
        );
        check(
            None,
            Shown::Share,
            "Ada Brook, undated: 25 % of 48 quotes (12)",
            "by:\"Ada Brook\" ships -date:0..",
        );
    }

    #[test]
    fn a_share_is_rounded_and_of_nothing_it_is_nothing() {
        assert_eq!([percent(1, 3), percent(2, 3), percent(0, 0)], [33, 67, 0]);
    }

    #[test]
    fn shares_by_day_are_summed_once() {
        use crate::app::answer::TimeRow;
        use crate::study::Days;

        let mut days = Days::default();
        for nth in 0..6_720 {
            let (year, month, day) = (2001 + nth / 336, 1 + nth / 28 % 12, 1 + nth % 28);
            days.add(Some(&format!("{year}-{month:02}-{day:02}")), 1);
        }
        let row = |nth: usize| TimeRow {
            title: nth.to_string(),
            query: String::new(),
            days: days.clone(),
        };
        let mut timeline = Timeline {
            unit: Unit::Day,
            shown: Shown::Share,
            rows: (0..20).map(row).collect(),
            ..Timeline::default()
        };
        timeline.sum();
        // In the way of a frame: every row, many times.
        for _ in 0..20 {
            timeline.resize(crate::app::shape::Window::new(120, 40));
            for row in 0..20 {
                assert_eq!((timeline.total(row), timeline.scale(row)), (6_720, 0));
            }
        }
    }
}
