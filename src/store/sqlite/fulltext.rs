//! The full-text index: what goes in, what is asked.

use unicode_normalization::UnicodeNormalization;

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
}
