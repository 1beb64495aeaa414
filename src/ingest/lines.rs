//! The lines of a text, with lines that were only broken to fit a column put
//! together again.

use crate::model::Span;

/// One line of text: as a rule a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, without the white space around it; never empty.
    pub span: Span,
    /// Whether an empty line stands before it, or nothing at all.
    pub apart: bool,
}

/// Splits `text` into its lines that are not empty.
pub fn lines(text: &str) -> Vec<Line> {
    let broken = physical(text);
    match column(text, &broken) {
        Some(column) => joined(text, &broken, column),
        None => broken,
    }
}

fn physical(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let (mut at, mut apart) = (0, true);
    for piece in text.split(is_line_end) {
        let span = Span::new(at, at + piece.len()).trimmed(text);
        // "\r\n" gives an empty piece between its two characters.
        let between = text[..at].ends_with('\r') && text[at..].starts_with('\n');
        let end = text[at + piece.len()..].chars().next();
        at += piece.len() + end.map_or(0, char::len_utf8);
        if !span.is_empty() {
            found.push(Line { span, apart });
            apart = false;
        } else if !between {
            apart = true;
        }
    }
    found
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The width at which the text was broken, if it was.
///
/// A line was broken when the first word of the next would not have fitted.
/// That must hold for most lines that another follows directly.
fn column(text: &str, lines: &[Line]) -> Option<usize> {
    const NARROWEST: usize = 40;
    const WIDEST: usize = 120;
    let longest = lines.iter().map(|l| chars(text, l.span)).max()?;
    if !(NARROWEST..=WIDEST).contains(&longest) {
        return None;
    }
    // Short lines are lists, buttons and the ends of paragraphs.
    let pairs = lines
        .windows(2)
        .filter(|pair| !pair[1].apart && 2 * chars(text, pair[0].span) > longest);
    let (all, full) = pairs.fold((0, 0), |(all, full), pair| {
        (all + 1, full + usize::from(is_full(text, pair, longest)))
    });
    (all >= 3 && full * 5 >= all * 4).then_some(longest)
}

fn is_full(text: &str, pair: &[Line], column: usize) -> bool {
    let next = pair[1].span.of(text).split_whitespace().next();
    let word = next.map_or(0, |word| word.chars().count());
    chars(text, pair[0].span) + 1 + word > column
}

fn joined(text: &str, broken: &[Line], column: usize) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    for (i, line) in broken.iter().enumerate() {
        let continues = !line.apart && i > 0 && is_full(text, &broken[i - 1..=i], column);
        match found.last_mut() {
            Some(last) if continues => last.span.end = line.span.end,
            _ => found.push(*line),
        }
    }
    found
}

fn chars(text: &str, span: Span) -> usize {
    span.of(text).chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = lines(text).iter().map(|l| l.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn one_line_is_one_paragraph() {
        check(
            "One.\n\n  Two. \r\nThree.\u{2028}Four.",
            &["One.", "Two.", "Three.", "Four."],
        );
    }

    #[test]
    fn windows_line_ends_are_no_empty_lines() {
        let apart: Vec<bool> = lines("a\r\nb\r\n\r\nc").iter().map(|l| l.apart).collect();
        assert_eq!(apart, [true, false, true]);
    }

    #[test]
    fn paragraphs_broken_at_a_column_are_put_together() {
        let text = "The harbour of Port Ansel was closed on Friday\n\
                    after a crane fell across the only channel and\n\
                    kept out every ship above a thousand tons.\n\n\
                    Pilots said that the wind had risen about noon,\n\
                    that nobody had told the crane driver about it\n\
                    and that he went up.\n";
        assert_eq!(lines(text).len(), 2);
    }

    #[test]
    fn a_list_of_short_lines_stays_a_list() {
        let text = "Share\nPrint\nSave this article for later reading today\nListen\nComment";
        assert_eq!(lines(text).len(), 5);
    }
}
