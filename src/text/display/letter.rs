//! What becomes of one letter: the table behind safe cells.

use unicode_properties::UnicodeGeneralCategory;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeEmoji};

/// What accents stand on when nothing else is before them.
pub const BASE: char = '◌';

/// What stands for letters that no font has.
const UNKNOWN: char = '□';

/// What is drawn for a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter {
    /// Itself.
    Same,
    /// Another one.
    As(char),
    /// A picture of a control character.
    Control,
    /// Itself, on a base.
    Marked,
    /// Nothing, and nothing is lost.
    Quiet,
    /// Nothing, and the reader is told.
    Hidden,
}

/// Decides letter by letter; what was drawn before counts.
#[derive(Debug, Default)]
pub struct Letters {
    before: Option<char>,
    /// Whether something between `before` and the next letter was left out.
    gap: bool,
    marks: usize,
}

impl Letters {
    /// Decides about `c`, which `after` follows.
    pub fn next(&mut self, c: char, after: &str) -> Letter {
        let letter = self.decide(c, after);
        self.gap = matches!(letter, Letter::Quiet | Letter::Hidden);
        match letter {
            Letter::Same | Letter::Marked => self.before = Some(c),
            Letter::As(other) => self.before = Some(other),
            Letter::Control => self.before = Some(UNKNOWN),
            Letter::Quiet | Letter::Hidden => {}
        }
        letter
    }

    /// Notes that printable ASCII that ends in `c` was drawn as it is.
    pub fn pass(&mut self, c: char) {
        *self = Self {
            before: Some(c),
            ..Self::default()
        };
    }

    fn decide(&mut self, c: char, after: &str) -> Letter {
        if is_common(c) {
            self.marks = 0;
            return Letter::Same;
        }
        if c.general_category_group() == GeneralCategoryGroup::Mark {
            return self.mark(c);
        }
        let letter = self.other(c, after);
        if !matches!(letter, Letter::Quiet | Letter::Hidden) && !is_joiner(c) {
            self.marks = 0;
        }
        letter
    }

    fn other(&self, c: char, after: &str) -> Letter {
        match c {
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => Letter::As(' '),
            '\u{2028}' | '\u{2029}' => Letter::As(' '),
            // Soft hyphens are in every German feed and deceive nobody.
            '\u{ad}' => Letter::Quiet,
            '\u{200c}' | '\u{200d}' if self.is_needed(after) => Letter::Same,
            '\u{200d}' if self.joins_pictures(after) => Letter::Same,
            // Blank letters that count as letters.
            '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}' => Letter::Hidden,
            _ => match c.general_category() {
                GeneralCategory::Control => Letter::Control,
                GeneralCategory::Format if is_drawn_format(c) => Letter::Same,
                GeneralCategory::Format => Letter::Hidden,
                GeneralCategory::PrivateUse
                | GeneralCategory::Unassigned
                | GeneralCategory::Surrogate => Letter::As(UNKNOWN),
                _ => Letter::Same,
            },
        }
    }

    fn mark(&mut self, c: char) -> Letter {
        // Scripts that stack marks stop at six; more is a tower over other rows.
        const MOST: usize = 8;
        if is_variation(c) {
            let picture = !self.gap && self.before.is_some_and(|b| b.is_emoji_char());
            return if picture && matches!(c, '\u{fe0e}' | '\u{fe0f}') {
                Letter::Same
            } else {
                Letter::Quiet
            };
        }
        // Invisible: a joiner of accents, two vowels of Khmer, free selectors.
        if matches!(
            c,
            '\u{34f}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        ) {
            return Letter::Hidden;
        }
        self.marks += 1;
        if self.marks > MOST {
            Letter::Hidden
        } else if self.before.is_none() {
            Letter::Marked
        } else {
            Letter::Same
        }
    }

    /// Whether a joiner stands where the spelling of a script needs it: between
    /// letters of Arabic or Indic scripts, or after a vowel killer.
    fn is_needed(&self, after: &str) -> bool {
        let before = self.before.filter(|&b| is_joining(b));
        let next = after.chars().next().is_some_and(is_joining);
        before.is_some_and(|b| next || is_vowel_killer(b))
    }

    /// Whether a joiner makes one picture of two.
    fn joins_pictures(&self, after: &str) -> bool {
        let before = self
            .before
            .is_some_and(|b| b == '\u{fe0f}' || is_picture(b));
        before && after.chars().next().is_some_and(is_picture)
    }
}

/// The picture of a control character of the lower half, or of DEL.
pub fn picture(c: char) -> char {
    match u32::from(c) {
        code @ 0..=0x1f => char::from_u32(0x2400 + code).unwrap_or(UNKNOWN),
        0x7f => '␡',
        _ => UNKNOWN,
    }
}

/// Letters and signs of most articles, known to be harmless without a table.
fn is_common(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{391}'..='\u{3a1}'
        | '\u{3a3}'..='\u{482}' | '‐'..='‧' | '€' | '、'..='】' | 'ぁ'..='ゖ' | 'ァ'..='ヺ'
        | '\u{4e00}'..='\u{9fff}' | '가'..='힣')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_picture(c: char) -> bool {
    !c.is_ascii() && c.is_emoji_char()
}

fn is_variation(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Signs of category Format that are drawn: number signs of Arabic and others.
fn is_drawn_format(c: char) -> bool {
    matches!(
        c,
        '\u{600}'
            ..='\u{605}'
                | '\u{6dd}'
                | '\u{70f}'
                | '\u{890}'
                | '\u{891}'
                | '\u{8e2}'
                | '\u{110bd}'
                | '\u{110cd}'
    )
}

/// Arabic with Syriac, Thaana, N'Ko and Mongolian, and the Indic scripts.
fn is_joining(c: char) -> bool {
    let script = matches!(c,
        '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{df5}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1820}'..='\u{18aa}' | '\u{1b00}'..='\u{1bff}'
        | '\u{a840}'..='\u{a877}' | '\u{a880}'..='\u{a8ff}' | '\u{aa60}'..='\u{aa7f}' | '\u{11000}'..='\u{1183f}');
    script && (c.is_alphabetic() || c.general_category_group() == GeneralCategoryGroup::Mark)
}

/// The virama of an Indic script, after which a joiner chooses the form.
fn is_vowel_killer(c: char) -> bool {
    // Its place is the same in every block from Devanagari to Malayalam.
    let block = ('\u{900}'..='\u{d7f}').contains(&c);
    (block && u32::from(c) % 0x80 == 0x4d)
        || matches!(c, '\u{dca}' | '\u{1039}' | '\u{103a}' | '\u{17d2}')
}
