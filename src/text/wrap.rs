//! Lines of a given width as spans.
//!
//! Lines break at white space, after a dash, and between letters of scripts
//! that are written without spaces; a word longer than a line is broken
//! between graphemes. Nothing is laid out here: a line is a part of the text.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;

use crate::model::Span;

use super::display::display;
use super::width;

/// Breaks the words of `text` under `span` into lines of at most `columns` columns.
///
/// Each returned span is one line, without the white space at its ends; what
/// lies between two lines is white space only. White space alone gives no
/// line. A grapheme wider than `columns` stands in a line of its own. The cost
/// is one pass over the text.
pub fn wrap(text: &str, span: Span, columns: usize) -> Vec<Span> {
    let span = span.trimmed(text);
    let words = span.of(text);
    let mut wrapper = Wrapper::new(words, columns.max(1));
    let mut at = 0;
    while at < words.len() {
        let unit = Unit::at(words, at);
        wrapper.take(at, &unit);
        at += unit.len;
    }
    wrapper.push(words.len());
    wrapper
        .lines
        .iter()
        .map(|line| line.shift(span.start))
        .collect()
}

struct Wrapper<'t> {
    text: &'t str,
    columns: usize,
    lines: Vec<Span>,
    start: usize,
    width: usize,
    /// The last place where the line may end.
    pause: Option<Pause>,
    /// What stood before decides whether a line may end here.
    before: Class,
}

#[derive(Clone, Copy)]
struct Pause {
    /// End of the line if it ends here.
    end: usize,
    /// Start of the next line.
    next: usize,
    /// Columns from the start of this line to `next`.
    width: usize,
}

impl<'t> Wrapper<'t> {
    fn new(text: &'t str, columns: usize) -> Self {
        Self {
            text,
            columns,
            lines: Vec::new(),
            start: 0,
            width: 0,
            pause: None,
            before: Class::Space,
        }
    }

    fn take(&mut self, at: usize, unit: &Unit) {
        if unit.class == Class::Space || (unit.class == Class::Glue && at == self.start) {
            self.space(at, unit);
            return;
        }
        if self.before.may_end_before(unit.class) && at > self.start {
            self.pause = Some(Pause {
                end: at,
                next: at,
                width: self.width,
            });
        }
        self.width += unit.width;
        // A pause after a narrow letter may leave too much for the next line.
        while self.width > self.columns && at > self.start {
            self.break_line(at, unit);
        }
        self.before = unit.class;
    }

    fn space(&mut self, at: usize, unit: &Unit) {
        let next = at + unit.len;
        if at == self.start {
            (self.start, self.width) = (next, 0);
        } else {
            self.width += unit.width;
            let end = match self.pause {
                Some(pause) if pause.next == at && self.before == Class::Space => pause.end,
                _ => at,
            };
            self.pause = Some(Pause {
                end,
                next,
                width: self.width,
            });
        }
        self.before = Class::Space;
    }

    /// Ends the line at its last pause, or right before `at`.
    fn break_line(&mut self, at: usize, unit: &Unit) {
        match self.pause.take() {
            Some(pause) => {
                self.push(pause.end);
                self.start = pause.next;
                self.width -= pause.width;
            }
            None => {
                self.push(at);
                (self.start, self.width) = match unit.class {
                    Class::Glue => (at + unit.len, 0),
                    _ => (at, unit.width),
                };
            }
        }
    }

    /// Adds the line that ends at `end`, without glue at its ends.
    fn push(&mut self, end: usize) {
        let line = Span::new(self.start, end).trimmed(self.text);
        if !line.is_empty() {
            self.lines.push(line);
        }
    }
}

/// What matters of a grapheme for the end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    /// White space that holds two words together.
    Glue,
    /// A letter or anything else that keeps to its neighbours.
    Word,
    /// A hyphen or dash.
    Dash,
    /// A letter of a script without spaces.
    Ideograph,
    /// Never begins a line: a full stop or closing mark of those scripts.
    Closing,
    /// Never ends a line.
    Opening,
}

impl Class {
    fn may_end_before(self, next: Class) -> bool {
        match (self, next) {
            (_, Class::Space | Class::Glue | Class::Closing | Class::Dash) => false,
            (Class::Space | Class::Glue | Class::Opening, _) => false,
            (Class::Ideograph | Class::Closing, _) => true,
            (Class::Word, Class::Ideograph | Class::Opening) => true,
            (Class::Dash, _) => true,
            (Class::Word, Class::Word) => false,
        }
    }
}

/// One grapheme.
struct Unit {
    len: usize,
    width: usize,
    class: Class,
}

impl Unit {
    fn at(text: &str, at: usize) -> Self {
        // Nine letters of ten, and no table needed.
        if let Some([first @ b'!'..=b'~', next]) = text.as_bytes().get(at..at + 2)
            && next.is_ascii()
        {
            let class = if *first == b'-' {
                Class::Dash
            } else {
                Class::Word
            };
            return Self {
                len: 1,
                width: 1,
                class,
            };
        }
        let rest = text.get(at..).unwrap_or_default();
        let mut chars = rest.chars();
        let Some(c) = chars.next() else {
            return Self {
                len: 1,
                width: 0,
                class: Class::Space,
            };
        };
        let len = c.len_utf8();
        let alone = chars.next().is_none_or(|next| simple(next).is_some());
        match simple(c).filter(|_| alone) {
            Some((width, class)) => Self { len, width, class },
            None if is_space(c) => Self {
                len,
                width: 1,
                class: Class::Space,
            },
            None => Self::of_grapheme(rest, c),
        }
    }

    fn of_grapheme(rest: &str, first: char) -> Self {
        let grapheme = rest.graphemes(true).next().unwrap_or_default();
        // A space that bears an accent is a letter.
        let bare = grapheme.len() == first.len_utf8();
        let class = match simple(first) {
            Some((_, Class::Space | Class::Glue)) if !bare => Class::Word,
            Some((_, class)) => class,
            None => Class::Word,
        };
        Self {
            len: grapheme.len(),
            width: shown_width(grapheme, first),
            class,
        }
    }
}

/// Columns that `display` needs at most for a grapheme.
fn shown_width(grapheme: &str, first: char) -> usize {
    match first.general_category_group() {
        // `^[`, or `^[[` for the upper half.
        GeneralCategoryGroup::Other if first.is_control() => 2 + usize::from(!first.is_ascii()),
        GeneralCategoryGroup::Other | GeneralCategoryGroup::Mark => display(grapheme).width(),
        _ => width::of_grapheme(grapheme),
    }
}

/// Width and class of letters that need no tables, if no mark follows them.
fn simple(c: char) -> Option<(usize, Class)> {
    match c {
        ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{3000}' => Some((1, Class::Space)),
        '-' | '–' | '—' => Some((1, Class::Dash)),
        '\u{a0}' | '\u{202f}' => Some((1, Class::Glue)),
        '!'..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' => Some((1, Class::Word)),
        '\u{621}'..='\u{64a}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{370}'..='\u{377}'
        | '\u{391}'..='\u{3ff}'
        | '\u{400}'..='\u{482}'
        | '\u{48a}'..='\u{52f}' => Some((1, Class::Word)),
        '‘' | '’' | '“' | '”' | '„' | '‚' | '‹' | '›' | '…' | '•' | '€' => {
            Some((1, Class::Word))
        }
        '、' | '。' | '，' | '．' | '」' | '』' | '）' | '〉' | '》' | '】' | '！' | '？'
        | '：' | '；' | 'ー' | '々' => Some((2, Class::Closing)),
        '「' | '『' | '（' | '〈' | '《' | '【' => Some((2, Class::Opening)),
        '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' => Some((2, Class::Ideograph)),
        '가'..='힣' => Some((2, Class::Word)),
        _ => None,
    }
}

/// White space where a line may end: not the no-break kinds.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, columns: usize, expected: &[&str]) {
        let lines = wrap(text, Span::new(0, text.len()), columns);
        let lines: Vec<&str> = lines.iter().map(|line| line.of(text)).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn lines_break_between_words() {
        check(
            "The boats must go home first.",
            10,
            &["The boats", "must go", "home", "first."],
        );
        check("  a   b  ", 1, &["a", "b"]);
        check("one\ntwo", 10, &["one\ntwo"]);
        check(" \n ", 10, &[]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken_between_graphemes() {
        check("a abcdefg", 3, &["a", "abc", "def", "g"]);
        check(
            "e\u{301}e\u{301}e\u{301}",
            2,
            &["e\u{301}e\u{301}", "e\u{301}"],
        );
        check(
            "👩\u{200d}🚀👩\u{200d}🚀",
            1,
            &["👩\u{200d}🚀", "👩\u{200d}🚀"],
        );
    }

    #[test]
    fn a_dash_may_end_a_line() {
        check("well-known man", 7, &["well-", "known", "man"]);
        check("gone--away", 7, &["gone--", "away"]);
        check("gone—never", 6, &["gone—", "never"]);
    }

    #[test]
    fn scripts_without_spaces_break_anywhere_but_before_a_stop() {
        check("港湾局は船を、", 8, &["港湾局は", "船を、"]);
        check("船を。港", 4, &["船", "を。", "港"]);
        check("한결통신 기자", 9, &["한결통신", "기자"]);
    }

    #[test]
    fn a_no_break_space_holds_words_together() {
        check("ab «\u{a0}cd", 5, &["ab", "«\u{a0}cd"]);
    }

    fn letters() -> impl Strategy<Value = String> {
        let letter = prop_oneof![
            6 => prop::sample::select("ab cd  -—\n。「漢字かな한글éя".chars().collect::<Vec<_>>()),
            2 => prop::sample::select("\u{1b}\u{9b}\u{200b}\u{200d}\u{301}\u{fe0f}\u{a0}👩🇩🇪가".chars().collect::<Vec<_>>()),
            1 => any::<char>(),
        ];
        prop::collection::vec(letter, 0..60).prop_map(|letters| letters.into_iter().collect())
    }

    proptest! {
        #[test]
        fn nothing_but_white_space_is_lost(text in letters(), columns in 1_usize..20) {
            let mut at = 0;
            for line in wrap(&text, Span::new(0, text.len()), columns) {
                prop_assert!(text[at..line.start].chars().all(char::is_whitespace));
                prop_assert!(!line.is_empty() && line.trimmed(&text) == line);
                at = line.end;
            }
            prop_assert!(text[at..].chars().all(char::is_whitespace));
        }

        #[test]
        fn a_line_wrapped_again_is_itself(text in letters(), columns in 1_usize..20) {
            for line in wrap(&text, Span::new(0, text.len()), columns) {
                prop_assert_eq!(wrap(&text, line, columns), vec![line]);
            }
        }

        #[test]
        fn every_line_fits_when_it_is_shown(text in letters(), columns in 3_usize..20) {
            for line in wrap(&text, Span::new(0, text.len()), columns) {
                let shown = crate::text::display::display(line.of(&text));
                let graphemes = line.of(&text).graphemes(true).count();
                prop_assert!(shown.width() <= columns || graphemes == 1, "{:?}", shown);
            }
        }
    }
}
