//! The full-text index: what goes in, what is asked.

use unicode_normalization::UnicodeNormalization;

use crate::store::question::Phrase;
use crate::text::fold::fold;

/// The words of `text` as the index takes them: folded, and writing without
/// spaces cut into pairs.
///
/// The tokenizer takes a run of Chinese or Japanese for one word, so that nothing
/// inside it could be found, and Korean words carry their particles. Each letter
/// of such a run becomes a word of itself and the next letter; the last one
/// stands alone, so that every letter begins a word.
pub(super) fn indexed(text: &str) -> String {
    let folded = fold(text).text;
    if folded.is_ascii() {
        return folded;
    }
    let letters: Vec<char> = folded.nfc().collect();
    let mut words = String::with_capacity(2 * folded.len());
    for (i, &letter) in letters.iter().enumerate() {
        if !is_unspaced(letter) {
            words.push(letter);
            continue;
        }
        words.push(' ');
        words.push(letter);
        let next = letters.get(i + 1).copied().filter(|&c| is_unspaced(c));
        words.extend(next);
        words.push(' ');
    }
    words
}

/// `phrase` in the language of the index; `None` when it has no letter or digit.
///
/// What a person typed stands between quotation marks with its own ones doubled,
/// so that nothing in it is an operator.
pub(super) fn matching(phrase: &Phrase) -> Option<String> {
    let words = indexed(&phrase.words);
    let mut words: Vec<&str> = words
        .split(|c: char| c.is_whitespace() || c == '\0')
        .filter(|word| word.contains(char::is_alphanumeric))
        .collect();
    let last = *words.last()?;
    let mut prefix = phrase.prefix;
    if last.chars().all(is_unspaced) && last.chars().count() == 1 {
        let before = words.len().checked_sub(2).and_then(|at| words.get(at));
        let pair = before.is_some_and(|word| word.chars().all(is_unspaced) && word.ends_with(last));
        if pair {
            // The text may go on here; that the pair is there says enough.
            words.pop();
            prefix = false;
        } else {
            prefix = true;
        }
    }
    let words = words.join(" ").replace('"', "\"\"");
    Some(format!("\"{words}\"{}", if prefix { "*" } else { "" }))
}

/// The word that stands for an actor.
pub(super) fn actor_word(number: i64) -> String {
    format!("a{number}")
}

/// Whether words of this script are not told apart by blanks, or not by blanks alone.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{3040}'..='\u{30ff}'   // Hiragana, Katakana
        | '\u{3400}'..='\u{4dbf}' // Han, extension A
        | '\u{4e00}'..='\u{9fff}' // Han
        | '\u{ac00}'..='\u{d7a3}' // Hangul
        | '\u{f900}'..='\u{faff}' // Han, compatibility
        | '\u{20000}'..='\u{3134f}')
        && c != '・'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let words = indexed(text);
        assert_eq!(words.split_whitespace().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_between_blanks_stay_words() {
        check("The Harbour opens", &["the", "harbour", "opens"]);
    }

    #[test]
    fn writing_without_blanks_is_cut_into_pairs() {
        check("東京都 2 KBS는", &["東京", "京都", "都", "2", "kbs", "는"]);
    }

    #[track_caller]
    fn check_matching(words: &str, prefix: bool, expected: Option<&str>) {
        let words = words.to_owned();
        assert_eq!(matching(&Phrase { words, prefix }).as_deref(), expected);
    }

    #[test]
    fn nothing_that_is_typed_is_an_operator() {
        check_matching("a OR b", false, Some("\"a or b\""));
        check_matching("say \"no\"*", true, Some("\"say \"\"no\"\"*\"*"));
        check_matching("\0x\0", false, Some("\"x\""));
        check_matching("?! —", false, None);
    }

    #[test]
    fn writing_without_blanks_is_found_inside_longer_runs() {
        check_matching("東京", false, Some("\"東京\""));
        check_matching("東京都", true, Some("\"東京 京都\""));
        check_matching("東", false, Some("\"東\"*"));
        check_matching("東京 2", false, Some("\"東京 京 2\""));
    }
}
