//! The date as printed, in English, German, French, Spanish, Korean or
//! figures, to an ISO string.
//!
//! A date needs day, month and year: a "Feb. 3" of the body is none. An offset
//! is given only when one is printed ("+09:00", "GMT"); names of zones are not
//! looked up, because half of them mean two zones. Times are to the minute.

mod clock;
mod token;

use jiff::civil::Date;

use crate::model::Span;

use super::words::MONTHS;
use clock::time;
use token::{Kind, Token, over, tokens};

/// A date found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// `2021-03-23`, `2021-03-23T09:19` or with an offset.
    pub iso: String,
    /// The words that say so, within the line.
    pub span: Span,
}

/// Finds every date of `line`, from left to right.
pub fn dates(line: &str) -> Vec<Printed> {
    let tokens = tokens(line);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match printed(&tokens, at) {
            Some((iso, next)) => {
                let end = tokens.get(next - 1).map_or(line.len(), |t| t.span.end);
                let span = Span::new(tokens.get(at).map_or(0, |t| t.span.start), end);
                found.push(Printed { iso, span });
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// Reads the date that `value` of a record is, whatever its form.
pub fn of_record(value: &str) -> Option<String> {
    dates(value.trim()).into_iter().next().map(|date| date.iso)
}

/// Reads seconds (or milliseconds) since 1970.
pub fn of_epoch(number: i64) -> Option<String> {
    // Seconds reach this only in the year 5138.
    const LEAST_MILLISECONDS: u64 = 100_000_000_000;
    let seconds = if number.unsigned_abs() >= LEAST_MILLISECONDS {
        number / 1000
    } else {
        number
    };
    let time = jiff::Timestamp::from_second(seconds).ok()?;
    Some(time.strftime("%Y-%m-%dT%H:%M+00:00").to_string())
}

/// A date with its time that begins at token `at`, and the token after it.
fn printed(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    // "2025" of "12025" or of "A2025" begins no date.
    let fresh = at == 0 || tokens[at].apart || !matches!(tokens[at - 1].kind, Kind::Number(..));
    if !fresh {
        return None;
    }
    if let Some((date, next)) = day(tokens, at) {
        return Some(match time(tokens, over_joints(tokens, next)) {
            Some((time, next)) => (format!("{date}T{time}"), next),
            None => (date.to_string(), next),
        });
    }
    let (time, next) = time(tokens, at)?;
    let (date, next) = day(tokens, over_joints(tokens, next))?;
    Some((format!("{date}T{time}"), next))
}

/// Skips what stands between a date and its time.
fn over_joints(tokens: &[Token], mut at: usize) -> usize {
    const SIGNS: &[char] = &[',', '-', '–', '—', '|', '·', '/', '(', ')', '•', '.', ':'];
    const WORDS: &[&str] = &[
        "at", "um", "à", "a", "las", "la", "t", "on", "kl", "den", "le", "el", "오전", "오후",
    ];
    let limit = at + 4;
    while let Some(token) = tokens.get(at).filter(|_| at < limit) {
        let weekday = token
            .word()
            .is_some_and(|w| super::words::BYLINE.has("weekday", w));
        let korean = token
            .word()
            .is_some_and(|w| w.chars().count() == 1 && is_hangul(w));
        if token.is(SIGNS) || token.is_word(WORDS) || weekday || korean {
            at += 1;
        } else {
            break;
        }
    }
    at
}

fn is_hangul(word: &str) -> bool {
    word.chars().all(|c| ('가'..='힣').contains(&c))
}

/// Day, month and year at token `at`, and the token after them.
fn day(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    year_first(tokens, at)
        .or_else(|| month_first(tokens, at))
        .or_else(|| day_first(tokens, at))
        .or_else(|| in_figures(tokens, at))
}

/// 2021-03-23, 2021/3/23, 2021. 3. 23., 2021년 3월 23일
fn year_first(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let part = |i: usize| tokens.get(at + i);
    let year = part(0)?.number(4..=4)?;
    let (month, day) = (part(2)?.number(1..=2)?, part(4)?.number(1..=2)?);
    let signs: &[char] = &['-', '/', '.'];
    let figures = part(1)?.is(signs) && part(1)?.kind == part(3)?.kind;
    let asian = part(1)?.is_word(&["년", "年"]) && part(3)?.is_word(&["월", "月"]);
    if !figures && !asian {
        return None;
    }
    // The closing sign of "2021. 3. 23." and "23일" belongs to the date.
    let closed = part(5).is_some_and(|t| {
        t.is_word(&["일", "日"]) || (t.is(&['.']) && part(3).is_some_and(|p| p.is(&['.'])))
    });
    Some((date(year, month, day)?, at + 5 + usize::from(closed)))
}

/// March 23, 2021; Mar. 23rd 2021
fn month_first(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let month = month(tokens.get(at)?)?;
    let at = over(tokens, at + 1, |t| t.is(&['.']));
    let day = tokens.get(at)?.number(1..=2)?;
    let at = over(tokens, at + 1, is_ordinal);
    let at = over(tokens, at, |t| t.is(&[',', '.']));
    let year = tokens.get(at)?.number(4..=4)?;
    Some((date(year, month, day)?, at + 1))
}

/// 23 March 2021; 23. März 2021; 1er mars 2021; 23 de marzo de 2021
fn day_first(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let day = tokens.get(at)?.number(1..=2)?;
    let at = over(tokens, at + 1, |t| is_ordinal(t) || t.is(&['.', '-']));
    let at = over(tokens, at, |t| t.is_word(&["de", "of"]));
    let month = month(tokens.get(at)?)?;
    let at = over(tokens, at + 1, |t| t.is(&['.', ',', '-']));
    let at = over(tokens, at, |t| t.is(&[',']) || t.is_word(&["de", "del"]));
    let year = tokens.get(at)?.number(4..=4)?;
    Some((date(year, month, day)?, at + 1))
}

/// 14.05.2025, 14/05/2025, 05/14/2025
///
/// Where both orders are dates the day is taken to come first, except with
/// slashes and a time in a.m. or p.m., which is American.
fn in_figures(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let part = |i: usize| tokens.get(at + i);
    let (first, second) = (part(0)?.number(1..=2)?, part(2)?.number(1..=2)?);
    let year = match part(4)?.kind {
        Kind::Number(year, 4) => year,
        Kind::Number(year, 2) => 2000 + year,
        _ => return None,
    };
    let signs: &[char] = &['.', '/', '-'];
    if !part(1)?.is(signs) || part(1)?.kind != part(3)?.kind {
        return None;
    }
    let short = part(4)?.number(2..=2).is_some();
    if short && !part(1)?.is(&['.', '/']) {
        return None;
    }
    let next = at + 5;
    // The "a" of "a.m." has a full stop; that of the Spanish "a las 7:10" has none.
    let is_half = |at: usize| {
        let stop = tokens.get(at + 1).is_some_and(|t| t.is(&['.']));
        let word = tokens.get(at);
        word.is_some_and(|t| t.is_word(&["am", "pm"]) || (stop && t.is_word(&["a", "p"])))
    };
    let american = part(1)?.is(&['/']) && (next..next + 8).any(is_half);
    let (day, month) = if american {
        (second, first)
    } else {
        (first, second)
    };
    let date = date(year, month, day).or_else(|| date(year, day, month))?;
    Some((date, next))
}

fn is_ordinal(token: &Token) -> bool {
    !token.apart && (token.is_word(&["st", "nd", "rd", "th", "er", "o"]) || token.is(&['º', '°']))
}

fn month(token: &Token) -> Option<u32> {
    let word = token.word()?;
    let index = MONTHS.iter().position(|names| names.contains(&word))?;
    u32::try_from(index + 1).ok()
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    // Newspapers are younger than 1600; a later "year" is some other number.
    if !(1600..2200).contains(&year) {
        return None;
    }
    let small = |n: u32| i8::try_from(n).ok();
    Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()
}

#[cfg(test)]
mod tests;
