//! The time of day and its offset.

use super::token::{Token, over};

/// A time at token `at` as `09:19` or `09:19+09:00`, and the token after it.
pub fn time(tokens: &[Token], at: usize) -> Option<(String, usize)> {
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
