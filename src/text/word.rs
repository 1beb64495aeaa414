//! Words of a text, each with its span and its class.
//!
//! One scanner for all who read language: quotes and actors must agree on where
//! a word ends. It knows no grammar; what a word means is for the layers above.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::model::Span;

/// A word, or a character that is part of none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the article.
    pub span: Span,
    /// What it looks like.
    pub class: WordClass,
}

/// What a word looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordClass {
    /// Letters, with inner hyphens and apostrophes: `Jong-un`, `O'Brien`, `didn't`.
    Plain,
    /// Single letters with dots: `U.S.`, `a.m.`.
    Letters,
    /// One capital and a dot before another capital: the `W.` of `George W. Bush`.
    Initial,
    /// A listed abbreviation with its dot: `Gen.`, `Inc.`.
    Abbreviation,
    /// Digits: `7`, `1,200`, `09:19`, `3.5%`.
    Number,
    /// What is glued to the word before: `'s`, `’ve`, `'ll`.
    Clitic,
    /// Party and state in brackets: `(D-N.Y.)`.
    Party,
    /// A quotation mark or an apostrophe that belongs to no word.
    Mark,
    /// Any other character.
    Other,
}

/// Finds the words of `text` under `within`, in order.
///
/// Everything that is not white space belongs to exactly one word. The cost is
/// one pass over the text.
pub fn words(text: &str, within: Span) -> Vec<Word> {
    let end = within.end.min(text.len());
    let mut at = within.start;
    let mut found = Vec::with_capacity(within.len() / 5);
    while let Some(c) = text.get(at..end).and_then(|rest| rest.chars().next()) {
        let rest = &text[at..end];
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (len, class) = first_word(rest, c);
        found.push(Word {
            span: Span::new(at, at + len),
            class,
        });
        at += len;
    }
    found
}

/// Whether `c` opens or closes a quotation in any of the scripts we read.
pub fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'..='‟'
            | '‘'..='‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}

/// Length and class of the word that `rest` begins with; `c` is its first character.
fn first_word(rest: &str, c: char) -> (usize, WordClass) {
    if c == '(' {
        return match party(rest) {
            Some(len) => (len, WordClass::Party),
            None => (1, WordClass::Other),
        };
    }
    if is_letter(c) {
        if let Some(len) = simple(rest) {
            return (len, WordClass::Plain);
        }
        return letters(rest)
            .map(|len| (len, WordClass::Letters))
            .or_else(|| dotted(rest))
            .or_else(|| number(rest).map(|len| (len, WordClass::Number)))
            .unwrap_or_else(|| plain(rest));
    }
    if let Some(len) = clitic(rest) {
        return (len, WordClass::Clitic);
    }
    let class = if is_mark(c) {
        WordClass::Mark
    } else {
        WordClass::Other
    };
    (c.len_utf8(), class)
}

/// The length of a word of English letters and digits that nothing may be glued to, which
/// most words are: what the other scanners would find, in one look at each byte.
fn simple(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let len = bytes
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric())
        .unwrap_or(bytes.len());
    let ends = match bytes.get(len) {
        None => true,
        Some(next) => next.is_ascii() && !matches!(next, b'.' | b'-' | b'\'' | b'_'),
    };
    (ends && bytes.first()?.is_ascii_alphabetic()).then_some(len)
}

fn is_letter(c: char) -> bool {
    // Combining accents are no letters of their own but part of one.
    c.is_alphanumeric() || c == '_' || ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    c == '\'' || c == '’'
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')
}

/// `(D-N.Y.)`: one token, so that its dots end no sentence.
fn party(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('(')?;
    let inner = inner.strip_prefix(['D', 'R', 'I'])?.strip_prefix('-')?;
    let len = inner
        .char_indices()
        .take(10)
        .take_while(|(_, c)| !c.is_whitespace())
        .find(|&(_, c)| c == ')')?
        .0;
    (len >= 2).then_some(len + "(D-)".len())
}

/// Degrees whose first part has more than one letter; the dot behind them belongs to them.
const DEGREES: [&str; 7] = ["Ph.D", "Ed.D", "Sc.D", "LL.B", "LL.M", "LL.D", "Psy.D"];

/// `U.S.`, `U.S`, `e.g.`: single letters parted by dots; and `Ph.D.`
fn letters(rest: &str) -> Option<usize> {
    let degree = DEGREES.iter().find(|degree| rest.starts_with(**degree));
    let end = |degree: &&str| {
        rest.get(degree.len()..)
            .and_then(|tail| tail.chars().next())
    };
    if let Some(degree) = degree.filter(|degree| !end(degree).is_some_and(is_letter)) {
        return Some(degree.len() + usize::from(end(degree) == Some('.')));
    }
    let mut chars = rest.char_indices().peekable();
    let (_, first) = chars.next()?;
    if !first.is_alphabetic() {
        return None;
    }
    let mut end = first.len_utf8();
    let mut groups = 0;
    loop {
        let mut after = rest.get(end..)?.chars();
        if after.next() != Some('.') {
            break;
        }
        let Some(letter) = after.next().filter(|c| c.is_alphabetic()) else {
            break;
        };
        if after.next().is_some_and(is_letter) {
            break;
        }
        end += 1 + letter.len_utf8();
        groups += 1;
    }
    let dot = usize::from(rest.get(end..)?.starts_with('.'));
    (groups > 0).then_some(end + dot)
}

/// `Gen.` and `W.`: a dot that belongs to the word.
fn dotted(rest: &str) -> Option<(usize, WordClass)> {
    let len = rest
        .char_indices()
        .take(MAX_ABBREVIATION + 1)
        .find(|&(_, c)| !c.is_alphabetic())
        .map(|(at, _)| at)?;
    let word = rest.get(..len)?;
    let after = rest.get(len..)?.strip_prefix('.')?;
    if ABBREVIATIONS.contains(word) {
        return Some((len + 1, WordClass::Abbreviation));
    }
    let mut following = after.chars();
    let next = (following.next(), following.next());
    // "No. 7" counts, "No." alone answers.
    if matches!(word, "No" | "Nos" | "Nr") {
        let numbered = next.0 == Some(' ') && next.1.is_some_and(char::is_numeric);
        return numbered.then_some((len + 1, WordClass::Abbreviation));
    }
    let single = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let before_capital =
        next.0.is_some_and(char::is_whitespace) && next.1.is_some_and(char::is_uppercase);
    (single && before_capital).then_some((len + 1, WordClass::Initial))
}

/// `1,200`, `3.5%`, `09:19`; a number that goes on in letters is a plain word.
fn number(rest: &str) -> Option<usize> {
    let digits = |from: usize| {
        let tail = rest.get(from..).unwrap_or_default();
        tail.find(|c: char| !c.is_numeric()).unwrap_or(tail.len())
    };
    let mut end = digits(0);
    let mut group_before = None;
    while end > 0 && rest[end..].starts_with(['.', ',', ':']) {
        match digits(end + 1) {
            0 => break,
            more => {
                group_before = Some(end);
                end += 1 + more;
            }
        }
    }
    let mut after = rest[end..].chars();
    match (after.next(), after.next()) {
        _ if end == 0 => None,
        (Some('%'), _) => Some(end + 1),
        // "1,2,3rd": only the last group belongs to the letters.
        (Some(c), _) if is_letter(c) => group_before,
        (Some(c), Some(next)) if is_hyphen(c) && is_letter(next) => group_before,
        _ => Some(end),
    }
}

/// A run of letters and what is joined to it inside.
fn plain(rest: &str) -> (usize, WordClass) {
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        if is_letter(c) {
            end = at + c.len_utf8();
            continue;
        }
        let joins = chars.peek().is_some_and(|&(_, next)| is_letter(next));
        let inside = is_hyphen(c) || (is_apostrophe(c) && clitic(&rest[at..]).is_none());
        if !(joins && inside) {
            break;
        }
    }
    (end.max(1), WordClass::Plain)
}

/// `'s 've 're 'd 'll 'm` with either apostrophe, at the end of a word.
fn clitic(rest: &str) -> Option<usize> {
    let mark = rest.chars().next().filter(|&c| is_apostrophe(c))?;
    let tail = &rest[mark.len_utf8()..];
    let len = tail
        .char_indices()
        .take(3)
        .find(|&(_, c)| !is_letter(c))
        .map_or(tail.len().min(3), |(at, _)| at);
    let word = tail.get(..len)?;
    let known = ["s", "ve", "re", "d", "ll", "m"];
    let at_end = !tail[len..].chars().next().is_some_and(is_letter);
    (at_end && known.iter().any(|k| k.eq_ignore_ascii_case(word))).then_some(mark.len_utf8() + len)
}

const MAX_ABBREVIATION: usize = 6;

static ABBREVIATIONS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("abbreviations.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = words(text, Span::new(0, text.len()))
            .iter()
            .map(|word| word.span.of(text))
            .collect();
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn check_class(text: &str, expected: WordClass) {
        let found = words(text, Span::new(0, text.len()));
        assert_eq!(found.first().map(|word| word.class), Some(expected));
    }

    #[test]
    fn hyphens_and_apostrophes_inside_a_word_belong_to_it() {
        check("Pak Mun-su didn’t.", &["Pak", "Mun-su", "didn’t", "."]);
        check("O'Hara al-Nasr", &["O'Hara", "al-Nasr"]);
    }

    #[test]
    fn a_possessive_is_a_word_of_its_own() {
        check(
            "O'Hara's dogs’ we’ve",
            &["O'Hara", "'s", "dogs", "’", "we", "’ve"],
        );
        check("MIRO’S", &["MIRO", "’S"]);
    }

    #[test]
    fn dots_of_abbreviations_belong_to_them() {
        check(
            "Gen. K. Oda of the U.S. came.",
            &["Gen.", "K.", "Oda", "of", "the", "U.S.", "came", "."],
        );
        check(
            "at 9 a.m. in J.Harbour",
            &["at", "9", "a.m.", "in", "J", ".", "Harbour"],
        );
        check("a Ph.D. in law", &["a", "Ph.D.", "in", "law"]);
        check("Grade K. it", &["Grade", "K", ".", "it"]);
        check("No. 7? No. Well", &["No.", "7", "?", "No", ".", "Well"]);
    }

    #[test]
    fn numbers_keep_their_separators() {
        check(
            "1,200 rose 3.5%, 09:19.",
            &["1,200", "rose", "3.5%", ",", "09:19", "."],
        );
        check(
            "a 12-year-old, the 1990s",
            &["a", "12-year-old", ",", "the", "1990s"],
        );
    }

    #[test]
    fn party_and_state_are_one_word() {
        check(
            "Ode (D-N.Y.) said (R",
            &["Ode", "(D-N.Y.)", "said", "(", "R"],
        );
    }

    #[test]
    fn classes_tell_words_from_marks() {
        check_class("“Yes", WordClass::Mark);
        check_class("’s", WordClass::Clitic);
        check_class("1,200", WordClass::Number);
        check_class("1990s", WordClass::Plain);
        check_class("W. Eide", WordClass::Initial);
        check_class("Inc. said", WordClass::Abbreviation);
        check_class("É.U.", WordClass::Letters);
        check_class("…", WordClass::Other);
    }

    #[test]
    fn any_text_is_cut_on_letter_boundaries() {
        for text in [
            "",
            "’",
            "é’é",
            "가.나.",
            "\u{301}a",
            "(D-ééééééééééé)",
            "A.é",
            "-’-",
        ] {
            let found = words(text, Span::new(0, text.len()));
            let joined: usize = found.iter().map(|word| word.span.len()).sum();
            assert_eq!(joined, text.len(), "{text}");
        }
    }
}
