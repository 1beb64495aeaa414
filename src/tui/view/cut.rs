//! How many columns words take, and where they are cut when there are too few.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::display::display;

/// Columns that words of somebody else take when they are shown.
pub fn columns(words: &str) -> usize {
    display(words).width()
}

/// Letters of `words` that are not drawn and may deceive.
pub fn hidden(words: &str) -> usize {
    display(words).hidden()
}

/// The longest beginning of `words` that fits into `columns` columns together
/// with a sign of `sign` columns, and whether anything is cut off.
pub fn cut(words: &str, columns: usize, sign: usize) -> (&str, bool) {
    let mut used = 0;
    let mut fits = 0;
    for (at, grapheme) in words.grapheme_indices(true) {
        if used + sign <= columns {
            fits = at;
        }
        used += grapheme_columns(grapheme);
        if used > columns {
            return (at_word(words, fits), true);
        }
    }
    (words, false)
}

// Back to the last border of words, unless that would lose half of the room.
fn at_word(words: &str, end: usize) -> &str {
    let (kept, rest) = words.split_at(end);
    if rest.starts_with(char::is_whitespace) || kept.ends_with(char::is_whitespace) {
        return kept.trim_end();
    }
    match kept.trim_end().rfind(char::is_whitespace) {
        Some(border) if border * 2 >= kept.len() => kept[..border].trim_end(),
        Some(_) | None => kept.trim_end(),
    }
}

fn grapheme_columns(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [b' '..=b'~'] => 1,
        _ => columns(grapheme),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, columns: usize, expected: &str) {
        let (kept, is_cut) = cut(words, columns, 1);
        let more = if is_cut && columns > 0 { "…" } else { "" };
        assert_eq!(format!("{kept}{more}"), expected);
    }

    #[test]
    fn what_fits_is_not_cut() {
        check("Border talks", 12, "Border talks");
        check("", 0, "");
    }

    #[test]
    fn words_are_cut_between_words_where_one_fits() {
        check("Border talks resume", 13, "Border talks…");
        check("Border talks resume", 14, "Border talks…");
        check("Border talks resume", 12, "Border…");
        check("Border talks resume", 8, "Border…");
        check("Grenzgespräche fortgesetzt", 8, "Grenzge…");
        check("A Grenzgespräche", 12, "A Grenzgesp…");
        check("Border", 0, "");
        check("Border", 1, "…");
    }

    #[test]
    fn a_wide_letter_is_never_halved() {
        check("한반도", 6, "한반도");
        check("한반도", 5, "한반…");
        check("한반도", 4, "한…");
        check("한반도", 1, "…");
    }
}
