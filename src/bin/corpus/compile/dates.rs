//! Dates in running text: "Aug. 29", "17. September 2024", "20 de agosto", "2월 3일".
//!
//! Dates in figures only ("14.05.2025") are found by `numbers`.

use jiff::civil::{Date, date};
use pullquote::model::Span;

use super::Claim;
use crate::lists::{MONTHS, Month};
use crate::piece::{DatePart, Form, Piece, Shown};
use crate::sample::Sample;

/// Words before a month that show that it is one ("in May", not "may").
const BEFORE_A_MONTH: [&str; 34] = [
    "in", "since", "until", "by", "last", "next", "of", "before", "after", "early", "late", "mid",
    "this", "for", "from", "im", "seit", "bis", "Anfang", "Ende", "Mitte", "vom", "en", "de",
    "depuis", "fin", "dès", "desde", "hasta", "del", "In", "En", "Im", "Since",
];

/// The day on which a sample was published.
pub fn published(sample: &Sample) -> Date {
    let printed = sample.label.published.as_deref().unwrap_or_default();
    let day = printed.get(..10).and_then(|day| day.parse().ok());
    // Only a sample without any date needs the second one; its dates are then moved as others are.
    day.unwrap_or(date(2025, 6, 15))
}

/// Every date in words within `within`.
pub fn claims(text: &str, within: Span, language: &str, published: Date) -> Vec<Claim> {
    if language == "ko" {
        return korean(text, within, published);
    }
    let mut claims = Vec::new();
    let months = MONTHS.iter().filter(|month| month.language == language);
    for month in months {
        for (at, word) in within.of(text).match_indices(month.word) {
            let span = Span::new(at, at + word.len()).shift(within.start);
            if is_word(text, span) && !claims.iter().any(|c: &Claim| c.span.overlaps(span)) {
                claims.extend(around(text, within, span, month, published));
            }
        }
    }
    claims
}

// The day may stand on either side of the month; the year follows both.
fn around(text: &str, within: Span, name: Span, month: &Month, published: Date) -> Option<Claim> {
    let before = &text[within.start..name.start];
    let after = &text[name.end..within.end];
    let day_before = number_at_end(before, &[" ", ". ", " de ", "er "]);
    let day_after = match day_before {
        Some(_) => None,
        None => number_at_start(after, &[" "], 2).filter(|day| (1..=31).contains(&day.number)),
    };
    let rest = &after[day_after.map_or(0, |day| day.length)..];
    let year = number_at_start(rest, &[", ", " ", " de ", " del "], 4);
    let year = year.filter(|year| (1900..2100).contains(&year.number));
    let day = day_before.or(day_after);
    let word = before.trim_end().rsplit([' ', '(']).next();
    if day.is_none() && year.is_none() && !word.is_some_and(|w| BEFORE_A_MONTH.contains(&w)) {
        return None;
    }
    let number = |near: Near| near.number;
    let date = complete(year.map(number), month.number, day.map(number), published);
    let show = |part| Piece::Day(Shown { date, part });
    let glue = |near: Near| Piece::Text(near.glue.to_owned());
    let mut pieces = Vec::new();
    if let Some(near) = day_before {
        pieces.extend([show(DatePart::Day(false)), glue(near)]);
    }
    pieces.push(show(DatePart::MonthName(
        month.language,
        month.form,
        Form::Plain,
    )));
    for (near, part) in [(day_after, DatePart::Day(false)), (year, DatePart::Year)] {
        pieces.extend(near.into_iter().flat_map(|near| [glue(near), show(part)]));
    }
    let length = |near: Option<Near>| near.map_or(0, |near| near.length);
    let start = name.start - length(day_before);
    let span = Span::new(start, name.end + length(day_after) + length(year));
    Some(Claim { span, pieces })
}

// A year that is not printed is the one that brings the date closest to publication.
fn complete(year: Option<u32>, month: i8, day: Option<u32>, published: Date) -> Date {
    let day = day.and_then(|day| i8::try_from(day).ok()).unwrap_or(15);
    let make = |year: i16| Date::new(year, month, day).unwrap_or(date(year, month, 28));
    if let Some(year) = year.and_then(|year| i16::try_from(year).ok()) {
        return make(year);
    }
    let distance = |d: &Date| (d.duration_since(published).as_hours()).abs();
    let near = [-1, 0, 1].map(|years| make(published.year() + years));
    near.into_iter().min_by_key(distance).unwrap_or(published)
}

fn is_word(text: &str, span: Span) -> bool {
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    ![before, after]
        .into_iter()
        .flatten()
        .any(char::is_alphanumeric)
}

// A number beside a month, with what stands between them.
#[derive(Clone, Copy)]
struct Near<'a> {
    number: u32,
    glue: &'a str,
    // Of both.
    length: usize,
}

// A number of one or two figures before a month.
fn number_at_end<'a>(text: &str, glues: &[&'a str]) -> Option<Near<'a>> {
    glues.iter().find_map(|glue| {
        let head = text.strip_suffix(glue)?;
        let figures = &head[head.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
        let number = figures.parse().ok().filter(|day| (1..=31).contains(day))?;
        let length = figures.len() + glue.len();
        (figures.len() <= 2).then_some(Near {
            number,
            glue,
            length,
        })
    })
}

// A number of so many figures at most that is no time of day.
fn number_at_start<'a>(text: &str, glues: &[&'a str], most: usize) -> Option<Near<'a>> {
    glues.iter().find_map(|glue| {
        let rest = text.strip_prefix(glue)?;
        let figures =
            &rest[..rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len()];
        let mut after = rest[figures.len()..].chars();
        let goes_on = matches!(after.next(), Some(':' | '.'))
            && after.next().is_some_and(|c| c.is_ascii_digit());
        let number = figures.parse().ok()?;
        let length = figures.len() + glue.len();
        (figures.len() <= most && !goes_on).then_some(Near {
            number,
            glue,
            length,
        })
    })
}

// Figures with 년, 월, 일 behind them; a day without a month is one of this month.
fn korean(text: &str, within: Span, published: Date) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut month = published.month();
    let mut at = within.start;
    while let Some(found) = text[at..within.end].find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let digits = text[start..within.end]
            .chars()
            .take_while(char::is_ascii_digit)
            .count();
        at = start + digits;
        let number: u32 = text[start..at].parse().unwrap_or(0);
        let mut unit = text[at..within.end].chars();
        let part = match (unit.next(), unit.next()) {
            (Some('년'), _) if digits == 4 => DatePart::Year,
            (Some('월'), _) if (1..=12).contains(&number) => DatePart::MonthNumber(false),
            (Some('일'), next) if next != Some('간') && (1..=31).contains(&number) => {
                DatePart::Day(false)
            }
            _ => continue,
        };
        if part == DatePart::MonthNumber(false) {
            month = i8::try_from(number).unwrap_or(month);
        }
        let date = match part {
            DatePart::Year => complete(Some(number), 7, None, published),
            DatePart::Day(_) => complete(None, month, Some(number), published),
            DatePart::MonthNumber(_) | DatePart::MonthName(..) => {
                complete(None, month, None, published)
            }
        };
        let pieces = vec![Piece::Day(Shown { date, part })];
        let span = Span::new(start, at);
        claims.push(Claim { span, pieces });
    }
    claims
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, text: &str, expected: &[&str]) {
        let within = Span::new(0, text.len());
        let claims = claims(text, within, language, date(2025, 6, 3));
        let mut found: Vec<_> = claims.iter().map(|claim| claim.span).collect();
        found.sort();
        let found: Vec<_> = found.into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_date_in_words_is_found_with_its_day_and_year() {
        check("en", "On Aug. 29, 2024, at 6:15.", &["Aug. 29, 2024"]);
        check(
            "en",
            "From 3 May 2025 to 5 June.",
            &["3 May 2025", "5 June"],
        );
        check(
            "de",
            "Am 17. September 2024 um 8 Uhr.",
            &["17. September 2024"],
        );
        check(
            "fr",
            "Le 1er mai, puis le 2 juin 2024.",
            &["1er mai", "2 juin 2024"],
        );
        check("es", "El 20 de agosto de 2025.", &["20 de agosto de 2025"]);
        check("ko", "2024년 2월 3일, 3일간", &["2024", "2", "3"]);
    }

    #[test]
    fn a_month_alone_needs_a_word_before_it() {
        check("en", "They may march in March.", &["March"]);
        check("en", "May we? March on.", &[]);
    }

    #[test]
    fn a_year_that_is_not_printed_is_the_nearest() {
        assert_eq!(
            complete(None, 12, Some(30), date(2025, 1, 4)),
            date(2024, 12, 30)
        );
        assert_eq!(complete(None, 2, None, date(2025, 1, 4)), date(2025, 2, 15));
    }
}
