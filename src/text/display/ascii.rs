//! Letters for terminals that show ASCII alone.

use unicode_normalization::UnicodeNormalization;

use crate::text::width::of_grapheme;

/// Every letter that such a terminal shows, in the order of its number.
const PRINTABLE: &str = concat!(
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`",
    "abcdefghijklmnopqrstuvwxyz{|}~"
);

/// Stands for a grapheme that ASCII has nothing for, by its columns.
const UNKNOWN: [&str; 3] = ["", "?", "??"];

/// What a terminal that shows ASCII alone gets for `grapheme`, in as many
/// columns: the letter without its accents, a plain mark for a typographic one,
/// else question marks.
pub fn ascii(grapheme: &str) -> &'static str {
    let columns = of_grapheme(grapheme).min(2);
    let plain = grapheme.chars().next().and_then(plain);
    match plain.and_then(printable) {
        Some(letter) if columns == 1 => letter,
        _ => UNKNOWN[columns],
    }
}

fn plain(first: char) -> Option<char> {
    match first {
        '‘' | '’' | '‚' | '‛' | '‹' | '›' => Some('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' => Some('"'),
        '‐'..='―' | '−' => Some('-'),
        '…' => Some('~'),
        '•' | '·' => Some('*'),
        _ => first.nfkd().next(),
    }
}

fn printable(c: char) -> Option<&'static str> {
    let at = (c as usize).checked_sub(0x20)?;
    PRINTABLE.get(at..=at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lose_their_accents_and_marks_their_curls() {
        let shown: String = ["I", "b", "á", "ñ", "e\u{301}", "ß", "“", "–", "漢", "Ж"]
            .map(ascii)
            .concat();
        assert_eq!(shown, "Ibane?\"-???");
    }

    #[test]
    fn every_printable_letter_stays() {
        for byte in b' '..=b'~' {
            let letter = char::from(byte).to_string();
            assert_eq!(ascii(&letter), letter);
        }
    }
}
