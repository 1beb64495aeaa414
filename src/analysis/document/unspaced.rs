//! Words of Chinese and Japanese, which are printed without spaces.
//!
//! Names and listed words are cut out, the longest first; what lies between them
//! stays whole as far as it is written in one script. No dictionary: only what leads
//! to a speaker needs to be told apart.

use super::super::lexicon::speech::Lexicon;
use crate::model::Span;

/// Cuts `within` into words; `names`, by start, are words of their own. White space
/// belongs to none. The cost is one pass.
pub fn cut(text: &str, within: Span, lexicon: &Lexicon, names: &[Span]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut names = names.iter().peekable();
    let mut at = within.start;
    // The script of the last word, if it is one that nobody knows and that may go on.
    let mut open: Option<Script> = None;
    while let Some(c) = text
        .get(at..within.end)
        .and_then(|rest| rest.chars().next())
    {
        while names.next_if(|name| name.start < at).is_some() {}
        let rest = &text[at..within.end];
        let script = Script::of(c);
        let name = names.next_if(|name| name.start == at && name.end <= within.end);
        let (end, unknown) = match (name, script) {
            (Some(name), _) => (name.end, None),
            (None, Script::Blank) => {
                at += c.len_utf8();
                open = None;
                continue;
            }
            (None, Script::Mark) => (at + c.len_utf8(), None),
            (None, Script::Katakana | Script::Latin) => (at + run(rest, script), None),
            (None, Script::Han | Script::Hiragana) => match lexicon.longest(rest) {
                Some(length) => (at + length, None),
                None => (at + c.len_utf8(), Some(script)),
            },
        };
        match found.last_mut() {
            Some(last) if unknown.is_some() && unknown == open => {
                *last = Span::new(last.start, end)
            }
            _ => found.push(Span::new(at, end)),
        }
        open = unknown;
        at = end;
    }
    found
}

/// What a character is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    Han,
    Hiragana,
    Katakana,
    /// Letters and digits of any other script.
    Latin,
    Blank,
    /// Everything else.
    Mark,
}

impl Script {
    pub fn of(c: char) -> Self {
        match c {
            '\u{3041}'..='\u{309f}' => Script::Hiragana,
            // The dot parts a foreigner's names.
            '\u{30a1}'..='\u{30ff}' => Script::Katakana,
            '々' | '〇' => Script::Han,
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
                Script::Han
            }
            c if c.is_whitespace() => Script::Blank,
            c if c.is_alphanumeric() => Script::Latin,
            _ => Script::Mark,
        }
    }
}

/// How many bytes of `rest` are written in `script` from its start on.
fn run(rest: &str, script: Script) -> usize {
    let end = rest.find(|c| Script::of(c) != script);
    end.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, text: &str, expected: &[&str]) {
        let lexicon = Lexicon::of(Some(language));
        let found = cut(text, Span::new(0, text.len()), lexicon, &[]);
        let found: Vec<&str> = found.iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn listed_words_are_cut_out_the_longest_first() {
        check("zh", "副市长对记者说", &["副市长", "对", "记者", "说"]);
        check(
            "ja",
            "市長はこう述べた。",
            &["市長", "は", "こう", "述べた", "。"],
        );
    }

    #[test]
    fn what_nobody_knows_stays_whole_in_its_script() {
        check("ja", "渚線のノラ・ベック", &["渚線", "の", "ノラ・ベック"]);
        check("zh", "渡轮 7 号", &["渡轮", "7", "号"]);
    }

    #[test]
    fn a_verb_inside_another_word_is_none() {
        check("zh", "小说", &["小说"]);
    }
}
