//! Figures: numbers that change, years, dates in figures and times of day.

use jiff::civil::{Date, date};
use pullquote::model::{Block, BlockKind, Span};

use super::Claim;
use crate::piece::{DatePart, Piece, Shown};

/// Smaller numbers stay: they are counted out in the text ("two of the three").
const SMALLEST_CHANGED: u32 = 13;

/// Every number in `block` that changes.
pub fn claims(text: &str, block: &Block, published: Date) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut at = block.span.start;
    while let Some(found) = text[at..block.span.end].find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let number = number(&text[start..block.span.end]);
        at = start + number.len();
        let before = text[..start].chars().next_back();
        let after = text[at..block.span.end].chars().next();
        // "A4", "7/8\"", "18th", "5' 6\"": not a number that could be another.
        if before.is_some_and(|c| c.is_alphabetic() || c == '/') {
            continue;
        }
        let is_ordinal = ["st", "nd", "rd", "th", "er"]
            .iter()
            .any(|end| text[at..].starts_with(end));
        let is_measure = after.is_some_and(|c| matches!(c, '\'' | '′' | '″'));
        let pieces = match dated(number).or_else(|| time(number, block.kind)) {
            Some(pieces) => pieces,
            None if is_ordinal || is_measure => continue,
            None => counted(number, published),
        };
        if !pieces.is_empty() {
            let span = Span::new(start, at);
            claims.push(Claim { span, pieces });
        }
    }
    claims
}

// Figures with separators between them.
fn number(text: &str) -> &str {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        match c {
            '0'..='9' => end = at + 1,
            '.' | ',' | ':' | '/' | '-' | '–' if next_is_digit => {}
            _ => break,
        }
    }
    &text[..end]
}

// 14.05.2025, 17/09/2024, 2025-02-13, 2025/02/13
fn dated(number: &str) -> Option<Vec<Piece>> {
    let mark = number.chars().find(|c| !c.is_ascii_digit())?;
    let fields: Vec<i16> = number
        .split(mark)
        .map_while(|field| field.parse().ok())
        .collect();
    let &[first, month, last] = fields.as_slice() else {
        return None;
    };
    let starts_with_year = first > 31;
    let (year, day) = if starts_with_year {
        (first, last)
    } else {
        (last, first)
    };
    let is_padded = number
        .split(mark)
        .nth(1)
        .is_some_and(|month| month.len() == 2);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    if !(1900..2100).contains(&year) {
        return None;
    }
    let mut parts = vec![
        DatePart::Day(is_padded),
        DatePart::MonthNumber(is_padded),
        DatePart::Year,
    ];
    if starts_with_year {
        parts.reverse();
    }
    let mut pieces = Vec::new();
    for part in parts {
        if !pieces.is_empty() {
            pieces.push(Piece::Text(mark.to_string()));
        }
        pieces.push(Piece::Day(Shown { date, part }));
    }
    Some(pieces)
}

// The time of publication; times in the story stay.
fn time(number: &str, kind: BlockKind) -> Option<Vec<Piece>> {
    let (hours, minutes) = number.split_once(':')?;
    let is_time = hours.len() == 2 && minutes.len() == 2;
    match kind {
        BlockKind::Byline | BlockKind::Furniture if is_time => Some(vec![Piece::Time]),
        _ => Some(Vec::new()),
    }
}

fn counted(number: &str, published: Date) -> Vec<Piece> {
    let is_plain = number.chars().all(|c| c.is_ascii_digit());
    let year = number
        .parse()
        .ok()
        .filter(|year| (1900..2100).contains(year));
    if let Some(year) = year.filter(|_| is_plain && number.len() == 4) {
        let shown = date(year, published.month(), published.day().min(28));
        let part = DatePart::Year;
        return vec![Piece::Day(Shown { date: shown, part })];
    }
    let is_count = number
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let is_small = number
        .parse()
        .is_ok_and(|count: u32| count < SMALLEST_CHANGED);
    match is_count && !is_small {
        true => vec![Piece::Number(number.to_owned())],
        false => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let block = Block {
            kind: BlockKind::Paragraph,
            span: Span::new(0, text.len()),
            credit: None,
        };
        let claims = claims(text, &block, date(2025, 6, 3));
        let found: Vec<_> = claims.iter().map(|claim| claim.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_change_and_what_only_looks_like_one_does_not() {
        check("It cost 1,200 euros, 2.5 more.", &["1,200", "2.5"]);
        check("On A4, the 21st, at 6:41, 7/8\" thick, two or 3.", &[]);
        check("Seit 12.05.2024 und 1998.", &["12.05.2024", "1998"]);
    }
}
