//! The order in which a line is seen when it holds text that runs from right to left.
//!
//! Everything else stays in the order of the text; only drawing asks for this. Letters
//! that change the direction of others are ignored, since they are not drawn either.

use unicode_bidi::{BidiInfo, Level};

use crate::model::Span;

/// A part of a line whose letters run in one direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Where it stands in the text.
    pub span: Span,
    /// Whether its letters are seen from the last to the first.
    pub leftwards: bool,
}

/// Whether any letter of `text` runs from right to left.
pub fn is_mixed(text: &str) -> bool {
    // The first of these letters take two bytes, and their first byte is above those of
    // Latin, Greek and Cyrillic.
    text.bytes().any(|byte| byte >= 0xd6) && text.chars().any(runs_leftwards)
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, and their other forms.
fn runs_leftwards(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether a paragraph begins at its right side: its first letter that has a direction
/// runs from right to left.
pub fn is_leftwards(paragraph: &str) -> bool {
    is_mixed(paragraph)
        && unicode_bidi::get_base_direction(quiet(paragraph).as_str())
            == unicode_bidi::Direction::Rtl
}

/// The parts of `line`, a part of `paragraph`, as they are seen from left to right.
pub fn seen(paragraph: &str, line: Span) -> Vec<Run> {
    let plain = vec![Run {
        span: line,
        leftwards: false,
    }];
    if line.is_empty() || !is_mixed(paragraph) {
        return plain;
    }
    let quiet = quiet(paragraph);
    let base = is_leftwards(paragraph).then(Level::rtl);
    let info = BidiInfo::new(&quiet, base);
    let around = info.paragraphs.iter();
    let mut around =
        around.filter(|one| one.range.start <= line.start && line.end <= one.range.end);
    let Some(paragraph) = around.next() else {
        return plain;
    };
    let (levels, runs) = info.visual_runs(paragraph, line.start..line.end);
    let run = |run: std::ops::Range<usize>| Run {
        leftwards: levels.get(run.start).is_some_and(Level::is_rtl),
        span: Span::new(run.start, run.end),
    };
    runs.into_iter().map(run).collect()
}

/// The same text, byte for byte as long, without letters that change the direction of
/// others.
fn quiet(text: &str) -> String {
    let still = |letter| match letter {
        '\u{61c}' => '\u{ad}',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{200b}',
        other => other,
    };
    text.chars().map(still).collect()
}

/// What a bracket or quotation mark looks like where text runs from right to left.
pub fn mirrored(grapheme: &str) -> &str {
    const PAIRS: [(&str, &str); 6] = [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("<", ">"),
        ("«", "»"),
        ("‹", "›"),
    ];
    let mut pairs = PAIRS.iter();
    let pair = pairs.find(|(one, other)| grapheme == *one || grapheme == *other);
    match pair {
        Some((one, other)) if grapheme == *one => other,
        Some((one, _)) => one,
        None => grapheme,
    }
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    /// What is seen of a whole text, from left to right.
    fn drawn(text: &str) -> String {
        let runs = seen(text, Span::new(0, text.len()));
        let mut line = String::new();
        for run in runs {
            let graphemes = run.span.of(text).graphemes(true);
            match run.leftwards {
                true => line.extend(graphemes.rev().map(mirrored)),
                false => line.extend(graphemes),
            }
        }
        line
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(drawn(text), expected);
    }

    #[test]
    fn letters_from_right_to_left_are_seen_from_the_last_to_the_first() {
        check("plain", "plain");
        check("שלום", "םולש");
        check("سلام", "مالس");
        check("he said שלום twice", "he said םולש twice");
        check("אמר (פעם)", "(םעפ) רמא");
    }

    #[test]
    fn numbers_and_names_keep_their_direction() {
        check("בשנת 2026 אמר", "רמא 2026 תנשב");
        check("סוכנות Meridian דיווחה", "החוויד Meridian תונכוס");
    }

    #[test]
    fn letters_that_turn_others_around_turn_nothing() {
        check("a\u{202e}bc", "a\u{202e}bc");
        assert!(!is_leftwards("a\u{202e}bc"));
        assert!(is_leftwards("\u{202a}שלום"));
    }

    #[test]
    fn a_line_is_ordered_as_its_paragraph_asks() {
        let text = "שלום Meridian.";
        let line = Span::new("שלום ".len(), text.len());
        let order: Vec<&str> = seen(text, line)
            .iter()
            .map(|run| run.span.of(text))
            .collect();
        assert_eq!(order.concat(), ".Meridian");
    }
}
