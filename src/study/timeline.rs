//! How often lanes speak, over time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::row::QuoteRow;
use super::tally::Days;
use crate::search::Unit;

/// Columns at most when empty ones are shown: twenty years of weeks. A date that was
/// misread must not make a table of a hundred thousand.
const COLUMNS: usize = 1_100;

/// What a cell counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Quotes.
    Quotes,
    /// Words inside of quotes.
    Words,
    /// Articles with a quote.
    Articles,
}

/// Counts of lanes by time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// The times, ascending, without gaps unless there would be too many: `2026-08-14`,
    /// `2026-W33`, `2026-08`, `2026`.
    pub columns: Vec<String>,
    /// For each lane its counts by column.
    pub rows: Vec<Vec<usize>>,
    /// For each lane what has no date.
    pub undated: Vec<usize>,
}

impl Timeline {
    /// The highest count of all lanes.
    pub fn highest(&self) -> usize {
        let dated = self.rows.iter().flatten();
        dated.chain(&self.undated).copied().max().unwrap_or(0)
    }

    /// Everything that a lane counts.
    pub fn total(&self, lane: usize) -> usize {
        let dated: usize = self.rows.get(lane).map_or(0, |row| row.iter().sum());
        dated + self.undated.get(lane).copied().unwrap_or(0)
    }
}

/// Counts the quotes of `lanes` by `unit`.
pub fn timeline(lanes: &[Vec<QuoteRow>], unit: Unit, measure: Measure) -> Timeline {
    let lanes: Vec<Days> = lanes.iter().map(|lane| Days::of(lane, measure)).collect();
    by_unit(&lanes, unit)
}

/// Sums what was counted by day.
pub fn by_unit(lanes: &[Days], unit: Unit) -> Timeline {
    let sums: Vec<BTreeMap<String, usize>> = lanes.iter().map(|days| sum(days, unit)).collect();
    let days = lanes.iter().flat_map(|lane| lane.dated.keys().copied());
    let columns = columns(days.collect(), unit).unwrap_or_else(|| {
        let times = sums.iter().flat_map(BTreeMap::keys).cloned();
        times.collect::<BTreeSet<String>>().into_iter().collect()
    });
    let count = |lane: &BTreeMap<String, usize>, time| lane.get(time).copied().unwrap_or(0);
    Timeline {
        rows: sums
            .iter()
            .map(|lane| columns.iter().map(|time| count(lane, time)).collect())
            .collect(),
        undated: lanes.iter().map(|lane| lane.undated).collect(),
        columns,
    }
}

fn sum(days: &Days, unit: Unit) -> BTreeMap<String, usize> {
    let mut sums = BTreeMap::new();
    for (&day, count) in &days.dated {
        *sums.entry(label(day, unit)).or_default() += count;
    }
    sums
}

/// The first and the last day of a time as [`Timeline::columns`] writes it.
pub fn days_of(time: &str) -> Option<(String, String)> {
    let (first, length) = match time.split_once("-W") {
        Some((year, week)) => {
            let week = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, Weekday::Monday);
            (week.ok()?.date(), 1.week())
        }
        None => match time.len() {
            4 => (format!("{time}-01-01").parse().ok()?, 1.year()),
            7 => (format!("{time}-01").parse().ok()?, 1.month()),
            _ => (time.parse::<Date>().ok()?, 1.day()),
        },
    };
    let after = first.checked_add(length).ok()?;
    let last = after.checked_sub(1.day()).ok()?;
    Some((first.to_string(), last.to_string()))
}

/// The time that an ISO 8601 date falls into; nothing when it is no day.
pub fn bucket(date: &str, unit: Unit) -> Option<String> {
    let date: Date = date.get(..10)?.parse().ok()?;
    Some(label(date, unit))
}

fn label(date: Date, unit: Unit) -> String {
    match unit {
        Unit::Day => date.to_string(),
        Unit::Week => {
            let week = date.iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Unit::Month => format!("{:04}-{:02}", date.year(), date.month()),
        Unit::Year => format!("{:04}", date.year()),
    }
}

/// Every time from the first day to the last; nothing when they are too many.
pub(super) fn columns(days: Vec<Date>, unit: Unit) -> Option<Vec<String>> {
    let (Some(&first), Some(&last)) = (days.iter().min(), days.iter().max()) else {
        return Some(Vec::new());
    };
    let (mut at, step) = match unit {
        Unit::Day => (first, 1.day()),
        Unit::Week => (monday(first), 1.week()),
        Unit::Month => (first.first_of_month(), 1.month()),
        Unit::Year => (first.first_of_year(), 1.year()),
    };
    let mut columns = Vec::new();
    while at <= last {
        if columns.len() == COLUMNS {
            return None;
        }
        columns.push(label(at, unit));
        at = match at.checked_add(step) {
            Ok(next) => next,
            Err(_) => break,
        };
    }
    Some(columns)
}

fn monday(date: Date) -> Date {
    let back = i64::from(date.weekday().since(Weekday::Monday));
    date.checked_sub(back.days()).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Span};

    fn said(day: &str, words: &str) -> QuoteRow {
        QuoteRow {
            article: ArticleId::of_text(day),
            span: Span::new(0, words.len()),
            words: words.into(),
            speaker: None,
            cue: None,
            story: None,
            url: None,
            headline: "".into(),
            source: None,
            published: Some(day.into()).filter(|_| !day.is_empty()),
        }
    }

    #[track_caller]
    fn check(unit: Unit, measure: Measure, expected: (&[&str], &[&[usize]], &[usize])) {
        let lanes = [
            vec![
                said("2025-12-31T23:00", "one two"),
                said("2025-12-31T23:00", "three"),
            ],
            vec![
                said("2026-01-02", "four"),
                said("", "five"),
                said("soon", "six"),
            ],
        ];
        let found = timeline(&lanes, unit, measure);
        assert_eq!(found.columns, expected.0);
        assert_eq!(found.rows, expected.1);
        assert_eq!(found.undated, expected.2);
    }

    #[test]
    fn days_have_no_gaps_and_the_undated_stand_apart() {
        let days = ["2025-12-31", "2026-01-01", "2026-01-02"];
        check(
            Unit::Day,
            Measure::Quotes,
            (&days, &[&[2, 0, 0], &[0, 0, 1]], &[0, 2]),
        );
        check(
            Unit::Day,
            Measure::Words,
            (&days, &[&[3, 0, 0], &[0, 0, 1]], &[0, 2]),
        );
        check(
            Unit::Day,
            Measure::Articles,
            (&days, &[&[1, 0, 0], &[0, 0, 1]], &[0, 2]),
        );
    }

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        check(
            Unit::Week,
            Measure::Quotes,
            (&["2026-W01"], &[&[2], &[1]], &[0, 2]),
        );
        check(
            Unit::Month,
            Measure::Quotes,
            (&["2025-12", "2026-01"], &[&[2, 0], &[0, 1]], &[0, 2]),
        );
        check(
            Unit::Year,
            Measure::Quotes,
            (&["2025", "2026"], &[&[2, 0], &[0, 1]], &[0, 2]),
        );
    }

    #[test]
    fn every_time_has_a_first_and_a_last_day() {
        for (time, first, last) in [
            ("2026-08-14", "2026-08-14", "2026-08-14"),
            ("2026-W01", "2025-12-29", "2026-01-04"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2025", "2025-01-01", "2025-12-31"),
        ] {
            let days = days_of(time).unwrap();
            assert_eq!((days.0.as_str(), days.1.as_str()), (first, last));
        }
        assert_eq!(days_of("soon"), None);
    }

    #[test]
    fn a_misread_date_does_not_make_a_hundred_thousand_columns() {
        let lanes = [vec![said("0026-01-02", "a"), said("2026-01-02", "b")]];
        let found = timeline(&lanes, Unit::Day, Measure::Quotes);
        assert_eq!(found.columns, ["0026-01-02", "2026-01-02"]);
        assert_eq!((found.highest(), found.total(0)), (1, 2));
        assert_eq!(
            timeline(&[], Unit::Day, Measure::Quotes),
            Timeline::default()
        );
    }
}
