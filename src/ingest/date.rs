//! The date as printed, in English, German, French, Spanish, Korean or
//! figures, to an ISO string.
//!
//! A date needs day, month and year: a "Feb. 3" of the body is none. An offset
//! is given only when one is printed ("+09:00", "GMT"); names of zones are not
//! looked up, because half of them mean two zones. Times are to the minute.

use jiff::civil::Date;

use crate::model::Span;

use super::words::MONTHS;

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
    const LEAST_MILLISECONDS: i64 = 100_000_000_000;
    let seconds = if number.abs() >= LEAST_MILLISECONDS {
        number / 1000
    } else {
        number
    };
    let time = jiff::Timestamp::from_second(seconds).ok()?;
    Some(time.strftime("%Y-%m-%dT%H:%M+00:00").to_string())
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// A number and how many digits it was printed with.
    Number(u32, usize),
    /// Letters, in lower case.
    Word(String),
    Sign(char),
}

#[derive(Debug, Clone)]
struct Token {
    kind: Kind,
    span: Span,
    /// Whether white space stands before it.
    apart: bool,
}

impl Token {
    fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.kind {
            Kind::Number(n, len) if digits.contains(&len) => Some(n),
            _ => None,
        }
    }

    fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    fn is(&self, signs: &[char]) -> bool {
        matches!(self.kind, Kind::Sign(c) if signs.contains(&c))
    }

    fn is_word(&self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| words.contains(&word))
    }
}

fn tokens(line: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut apart = false;
    for (at, c) in line.char_indices() {
        let end = at + c.len_utf8();
        if c.is_whitespace() {
            apart = true;
            continue;
        }
        let digit = c.to_digit(10);
        let joined = found.last_mut().filter(|_| !apart);
        match (joined, digit) {
            (
                Some(Token {
                    kind: Kind::Number(n, len),
                    span,
                    ..
                }),
                Some(d),
            ) if *len < 9 => {
                (*n, *len, span.end) = (*n * 10 + d, *len + 1, end);
            }
            (
                Some(Token {
                    kind: Kind::Word(word),
                    span,
                    ..
                }),
                None,
            ) if c.is_alphabetic() => {
                word.extend(c.to_lowercase());
                span.end = end;
            }
            _ => found.push(Token {
                kind: match digit {
                    Some(d) => Kind::Number(d, 1),
                    None if c.is_alphabetic() => Kind::Word(c.to_lowercase().collect()),
                    None => Kind::Sign(c),
                },
                span: Span::new(at, end),
                apart,
            }),
        }
        apart = false;
    }
    found
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
    let american = part(1)?.is(&['/'])
        && tokens[next..]
            .iter()
            .take(8)
            .any(|t| t.is_word(&["am", "pm", "a", "p"]));
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

fn over(tokens: &[Token], at: usize, what: impl Fn(&Token) -> bool) -> usize {
    at + usize::from(tokens.get(at).is_some_and(what))
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

/// A time at token `at` as `09:19` or `09:19+09:00`, and the token after it.
fn time(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    // The Korean word for the half of the day stands before the time.
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let korean = before.and_then(|t| match t.word() {
        Some("오전") => Some(false),
        Some("오후") => Some(true),
        _ => None,
    });
    let hour = tokens.get(at)?.number(1..=2)?;
    let (minute, next) = minutes(tokens, at + 1);
    let (half, next) = half_of_day(tokens, next);
    let half = half.or(korean);
    if minute.is_none() && half.is_none() {
        return None;
    }
    let hour = match half {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let minute = minute.unwrap_or(0);
    if hour > 23 || minute > 59 {
        return None;
    }
    let next = over(tokens, next, |t| t.is_word(&["uhr", "h", "시"]));
    let (offset, next) = offset(tokens, next);
    Some((format!("{hour:02}:{minute:02}{offset}"), next))
}

/// The minutes after an hour, over seconds and their fractions.
fn minutes(tokens: &[Token], at: usize) -> (Option<u32>, usize) {
    let part = |i: usize| tokens.get(at + i);
    let joint = part(0)
        .is_some_and(|t| (t.is(&[':', '.', '：']) && !t.apart) || t.is_word(&["h", "시", "時"]));
    if !joint {
        return (None, at);
    }
    let fewest = if part(0).is_some_and(|t| t.is_word(&["시", "時"])) {
        1
    } else {
        2
    };
    let Some(minute) = part(1).and_then(|t| t.number(fewest..=2)) else {
        // "8h", "8시" and "8 h" are whole hours.
        let whole = part(0).is_some_and(|t| t.word().is_some());
        return if whole { (Some(0), at + 1) } else { (None, at) };
    };
    let mut next = over(tokens, at + 2, |t| t.is_word(&["분", "分"]));
    let seconds = |t: &Token| t.number(2..=2).is_some_and(|n| n < 60) && !t.apart;
    if tokens.get(next).is_some_and(|t| t.is(&[':'])) && tokens.get(next + 1).is_some_and(seconds) {
        next += 2;
        let fraction = |t: &Token| t.number(1..=9).is_some() && !t.apart;
        if tokens.get(next).is_some_and(|t| t.is(&['.', ',']))
            && tokens.get(next + 1).is_some_and(fraction)
        {
            next += 2;
        }
    }
    (Some(minute), next)
}

/// `Some(true)` for the second half of the day, and the token after it.
fn half_of_day(tokens: &[Token], at: usize) -> (Option<bool>, usize) {
    let word = |i: usize| tokens.get(i).and_then(Token::word);
    match word(at) {
        Some("am") => (Some(false), at + 1),
        Some("pm") => (Some(true), at + 1),
        Some(half @ ("a" | "p")) if word(at + 2) == Some("m") && tokens[at + 1].is(&['.']) => {
            let next = over(tokens, at + 3, |t| t.is(&['.']));
            (Some(half == "p"), next)
        }
        _ => (None, at),
    }
}

/// An offset as `+09:00`, or nothing, and the token after it.
fn offset(tokens: &[Token], at: usize) -> (String, usize) {
    let named = |t: &Token| t.is_word(&["gmt", "utc"]) || (t.is_word(&["z"]) && !t.apart);
    let zone = tokens.get(at).is_some_and(named);
    let sign_at = at + usize::from(zone);
    match figures(tokens, sign_at) {
        Some((offset, next)) => (offset, next),
        None if zone => ("+00:00".to_owned(), sign_at),
        None => (String::new(), at),
    }
}

/// `+09:00`, `+0900`, and `+9` (after a zone's name).
fn figures(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let sign = tokens.get(at).filter(|t| t.is(&['+', '-', '−']))?;
    let number = tokens.get(at + 1).filter(|t| !t.apart)?;
    let sign_char = if sign.is(&['+']) { '+' } else { '-' };
    if let Some(n) = number.number(4..=4) {
        let (hours, minutes) = (n / 100, n % 100);
        return (hours <= 15 && minutes < 60)
            .then(|| (format!("{sign_char}{hours:02}:{minutes:02}"), at + 2));
    }
    let hours = number.number(1..=2).filter(|&n| n <= 15)?;
    let part = |i: usize| tokens.get(at + i);
    if part(2).is_some_and(|t| t.is(&[':'])) {
        let minutes = part(3)?.number(2..=2).filter(|&n| n < 60)?;
        return Some((format!("{sign_char}{hours:02}:{minutes:02}"), at + 4));
    }
    (!sign.apart).then(|| (format!("{sign_char}{hours:02}:00"), at + 2))
}

#[cfg(test)]
mod tests;
