use proptest::prelude::*;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::*;

#[track_caller]
fn check(text: &str, expected: &str, hidden: usize) {
    let shown = display(text);
    assert_eq!((shown.as_str(), shown.hidden()), (expected, hidden));
}

#[test]
fn control_characters_are_drawn() {
    check("a\u{1b}[31mb\u{7f}\0", "a␛[31mb␡␀", 0);
    check("\u{9b}31m", "␛[31m", 0);
    check("a\r\nb\tc\u{2028}d", "a  b c d", 0);
}

#[test]
fn a_safe_line_has_no_second_line() {
    assert_eq!(
        safe_line("a.txt\n\u{1b}[2Jpullquote: all is well\t\r"),
        "a.txt␊␛[2Jpullquote: all is well␉␍"
    );
    assert_eq!(safe_line("한 a"), "한 a");
}

#[test]
fn letters_that_turn_others_round_are_not_drawn_but_counted() {
    let all = "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
    check(&format!("ab{all}cd"), "abcd", 12);
    check("pass\u{200b}word\u{feff}\u{2060}", "password", 3);
    check("Straßen\u{ad}bahn", "Straßenbahn", 0);
}

#[test]
fn joiners_stay_where_a_script_needs_them() {
    // Persian "I want", Hindi with a half letter, an old Malayalam ending.
    check("می\u{200c}خواهم", "می\u{200c}خواهم", 0);
    check("क्\u{200d}ष", "क्\u{200d}ष", 0);
    check("ന്\u{200d} ", "ന്\u{200d} ", 0);
    check("ba\u{200c}nk \u{200d}", "bank ", 2);
    check("👩\u{200d}🚀 ❤\u{fe0f}", "👩\u{200d}🚀 ❤\u{fe0f}", 0);
}

#[test]
fn letters_that_no_font_has_are_boxes() {
    check("a\u{e000}b\u{10ffff}\u{378}", "a□b□□", 0);
}

#[test]
fn piled_accents_stop_at_a_height() {
    check(
        &format!("e{}", "\u{301}".repeat(20)),
        &format!("e{}", "\u{301}".repeat(8)),
        12,
    );
    check("\u{301}a", "◌\u{301}a", 0);
}

fn hostile() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        4 => any::<char>(),
        3 => prop::sample::select("\u{1b}\u{9b}\u{7}\0\n\r\t\u{7f}\u{ad}\u{200b}\u{200c}\u{200d}\u{202e}\u{2066}\u{2069}\u{feff}\u{301}\u{fe0f}\u{34f}\u{94d}\u{e0041}".chars().collect::<Vec<_>>()),
        3 => prop::sample::select("ab [];مكक्ষ한漢👩🚀❤1#".chars().collect::<Vec<_>>()),
    ];
    prop::collection::vec(letter, 0..40).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #[test]
    fn nothing_unsafe_is_shown(text in hostile()) {
        let shown = display(&text);
        for c in shown.as_str().chars() {
            let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            prop_assert!(c.general_category() != GeneralCategory::Control && !turns, "{c:?}");
        }
    }

    #[test]
    fn showing_twice_is_showing_once(text in hostile()) {
        let once = display(&text);
        let twice = display(once.as_str());
        prop_assert_eq!(twice.as_str(), once.as_str());
        prop_assert_eq!(twice.hidden(), 0);
    }

    #[test]
    fn the_widths_of_graphemes_sum_to_that_of_the_text(text in hostile()) {
        let shown = display(&text);
        let graphemes = unicode_segmentation::UnicodeSegmentation::graphemes(shown.as_str(), true);
        prop_assert_eq!(graphemes.map(crate::text::width::width).sum::<usize>(), shown.width());
    }
}
