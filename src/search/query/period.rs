//! Times as people type them.

use serde::{Deserialize, Serialize};

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// A stretch of time. Dates are compared as text, so that a date typed in part
/// means all days that begin so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Period {
    /// From the first, through the last; either may be missing.
    Between(Option<String>, Option<String>),
    /// The last so many days, weeks, months or years.
    Last(u16, Unit),
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// `d`
    Day,
    /// `w`
    Week,
    /// `m`
    Month,
    /// `y`
    Year,
}

impl Unit {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        }
    }
}

impl Period {
    /// Reads `2026-08`, `2026-08-01..`, `..08-15` after a year before it, `7d`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if let Some((first, last)) = text.split_once("..") {
            let last = last.trim_start_matches('.');
            if [first, last].iter().all(|date| date.is_empty()) {
                return None;
            }
            let first = date(first)?;
            let last = date(&complete(last, first.as_deref()))?;
            return Some(Self::Between(first, last));
        }
        if let Some(last) = relative(text) {
            return Some(last);
        }
        let day = date(text)??;
        Some(Self::Between(Some(day.clone()), Some(day)))
    }

    /// Whether an article of this date lies in the period, seen from `today`.
    ///
    /// `today` is an ISO 8601 date. Without a date an article is in no period.
    pub fn holds(&self, published: Option<&str>, today: &str) -> bool {
        let Some(published) = published else {
            return false;
        };
        match self {
            Period::Between(first, last) => {
                let late_enough = first.as_deref().is_none_or(|first| published >= first);
                let early_enough = last.as_deref().is_none_or(|last| {
                    let same_length = published.get(..last.len()).unwrap_or(published);
                    same_length <= last
                });
                late_enough && early_enough
            }
            Period::Last(count, unit) => {
                since(*count, *unit, today).is_some_and(|first| published >= first.as_str())
            }
        }
    }
}

/// A date typed in whole or in part; `Some(None)` for nothing.
fn date(text: &str) -> Option<Option<String>> {
    if text.is_empty() {
        return Some(None);
    }
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let year = parts.first().filter(|year| {
        let whole = year.len() == 4 || (parts.len() == 1 && year.len() < 4);
        whole && !year.is_empty()
    });
    let rest = parts.iter().skip(1);
    let fits = rest.clone().all(|part| part.len() <= 2) && rest.len() <= 2;
    let fits = fits && parts.iter().all(digits) && year.is_some();
    // Of two digits a month or day is whole, and there is no thirteenth month.
    let whole = |(part, last): (&&str, u8)| {
        part.len() < 2 || part.parse::<u8>().is_ok_and(|n| (1..=last).contains(&n))
    };
    let fits = fits && rest.zip([12, 31]).all(whole);
    // While a date is typed it may end in a stroke: the days that begin so.
    fits.then(|| Some(text.to_owned()))
}

/// Puts the year of `first` before a `last` that has none: `2026-08-01..08-15`.
fn complete(last: &str, first: Option<&str>) -> String {
    let has_no_year = last.len() <= 5 && last.find('-') == Some(2);
    let year = first.and_then(|first| first.get(..4));
    match year {
        Some(year) if has_no_year => format!("{year}-{last}"),
        _ => last.to_owned(),
    }
}

fn relative(text: &str) -> Option<Period> {
    let (count, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let unit = match unit {
        "d" => Unit::Day,
        "w" => Unit::Week,
        "m" => Unit::Month,
        "y" => Unit::Year,
        _ => return None,
    };
    Some(Period::Last(count.parse().ok()?, unit))
}

/// The first day of the last `count` units before `today`.
fn since(count: u16, unit: Unit, today: &str) -> Option<String> {
    let today: Date = today.get(..10)?.parse().ok()?;
    let back: Span = match unit {
        Unit::Day => i64::from(count).days(),
        Unit::Week => i64::from(count).weeks(),
        Unit::Month => i64::from(count).months(),
        Unit::Year => i64::from(count).years(),
    };
    // Further back than the calendar goes is all of it.
    let first = today.checked_sub(back).unwrap_or(Date::MIN);
    Some(if first.year() < 0 {
        String::new()
    } else {
        first.to_string()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-08-15";

    #[track_caller]
    fn check(period: &str, inside: &[&str], outside: &[&str]) {
        let period = Period::parse(period).expect("a period");
        let holds = |day: &&str| period.holds(Some(day), TODAY);
        assert_eq!(inside.iter().find(|day| !holds(day)), None);
        assert_eq!(outside.iter().find(|day| holds(day)), None);
        assert!(!period.holds(None, TODAY));
    }

    #[test]
    fn a_month_is_all_its_days() {
        check(
            "2026-08",
            &["2026-08-01", "2026-08-31T09:19"],
            &["2026-07-31", "2026-09-01"],
        );
    }

    #[test]
    fn an_open_end_reaches_as_far_as_there_is_news() {
        check(
            "2026-08-01..",
            &["2026-08-01", "2031-01-01"],
            &["2026-07-31T23:59"],
        );
        check(
            "..2026-08-15",
            &["1990-01-01", "2026-08-15T23:59"],
            &["2026-08-16"],
        );
        check(
            "2025..2026-03",
            &["2025-01-01", "2026-03-31"],
            &["2024-12-31", "2026-04-01"],
        );
    }

    #[test]
    fn the_year_of_the_end_is_that_of_the_beginning() {
        check(
            "2026-08-01..08-15",
            &["2026-08-15"],
            &["2026-08-16", "2025-08-02"],
        );
    }

    #[test]
    fn the_last_days_count_from_the_day_that_is_handed_in() {
        check(
            "7d",
            &["2026-08-08", "2026-08-15T10:00"],
            &["2026-08-07T23:59"],
        );
        check("1m", &["2026-07-15"], &["2026-07-14"]);
        check("9999y", &["0001-01-01"], &[]);
    }

    #[test]
    fn a_date_may_be_half_typed() {
        check("202", &["2026-01-01"], &["1999-01-01"]);
        check("2026-1", &["2026-10-01", "2026-12-31"], &["2026-01-01"]);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "..",
            "soon",
            "2026-08-01-02",
            "20260801",
            "2026-13",
            "2026-02-32",
            "-7d",
            "日",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}
