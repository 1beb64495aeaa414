//! How a day is written in a list: one rule for all lists.
//!
//! Whole where there is room. Where there is less, the century goes and the day
//! stays; the year goes only where every row is of the same one and has a day. Rows of one list are
//! written alike, so that nobody takes a month for a day.

/// From this width of a list on there is room for whole days.
const WHOLE: u16 = 60;
/// Below this width a list tells no days.
const LEAST: u16 = 40;

/// How the days of a list are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    /// `2026-08-14`.
    Whole,
    /// `26-08-14`.
    Short,
    /// `08-14`.
    OfOneYear,
    /// Not at all.
    Untold,
}

impl Days {
    /// How days are written on `width` columns; `years` are those of the rows.
    pub fn on<'a>(width: u16, years: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        match width {
            WHOLE.. => return Days::Whole,
            LEAST.. => {}
            _ => return Days::Untold,
        }
        let mut days = years.into_iter().flatten();
        // `08` alone would be no date.
        let year = |day: &'a str| day.get(..4).filter(|_| day.len() >= 10);
        let first = days.next().and_then(year);
        match first.is_some() && days.all(|day| year(day) == first) {
            true => Days::OfOneYear,
            false => Days::Short,
        }
    }

    /// The columns that a day takes.
    pub fn columns(self) -> usize {
        match self {
            Days::Whole => 10,
            Days::Short => 8,
            Days::OfOneYear => 5,
            Days::Untold => 0,
        }
    }

    /// The day of a date as it is written; nothing for what has none.
    pub fn word(self, published: Option<&str>) -> &str {
        let Some(date) = published else {
            return "";
        };
        let day = date.get(..10).unwrap_or(date);
        let from = match self {
            Days::Whole => 0,
            Days::Short => 2,
            Days::OfOneYear => 5,
            Days::Untold => return "",
        };
        // A date that is only a month or a year is told as it is, where there is room.
        if day.len() <= self.columns() {
            return day;
        }
        day.get(from..)
            .filter(|word| !word.is_empty())
            .unwrap_or(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: u16, dates: &[&str], expected: &[&str]) {
        let days = Days::on(width, dates.iter().map(|date| Some(*date)));
        let words = dates.iter().map(|date| days.word(Some(date)));
        assert_eq!(words.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_day_is_never_lost_and_the_year_only_where_there_is_one() {
        let two = ["2026-08-14T09:30", "2025-02-03"];
        check(80, &two, &["2026-08-14", "2025-02-03"]);
        check(46, &two, &["26-08-14", "25-02-03"]);
        check(46, &["2026-08-14", "2026-02-03"], &["08-14", "02-03"]);
        check(30, &two, &["", ""]);
        check(80, &["2026-08", "2026"], &["2026-08", "2026"]);
        check(46, &["2026"], &["2026"]);
        check(46, &["2026-08-14", "2026-08"], &["26-08-14", "2026-08"]);
        check(46, &["2026-08-14", "2025"], &["26-08-14", "2025"]);
        assert_eq!(Days::on(46, [None]).word(None), "");
    }
}
