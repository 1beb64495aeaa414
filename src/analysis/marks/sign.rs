//! The characters of a paragraph that may be marks, with what stands around them.

use crate::model::Span;

/// A character that may open or close a passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    /// Its first byte.
    pub at: usize,
    /// One past its last byte.
    pub end: usize,
    /// The character, rare shapes replaced by their common one.
    pub c: char,
    /// The character before, a blank at the start of the paragraph.
    pub before: char,
    /// The character after, a blank at the end of the paragraph.
    pub after: char,
    /// Whether the paragraph ends here.
    pub last: bool,
    /// How many straight double marks follow.
    pub straights_left: usize,
    /// How many closing marks follow that could close this opening one.
    pub closers_left: usize,
    /// Whether the next mark of its pair opens again.
    pub opens_next: bool,
}

impl Sign {
    /// Whether it stands where an opening mark does: blank or bracket before it.
    pub fn in_opening_place(&self) -> bool {
        self.before.is_whitespace() || matches!(self.before, '(' | '[' | '—' | '–' | '-')
    }

    /// Whether it stands where only a closing mark does: a word or a stop before it,
    /// and none after.
    pub fn in_closing_place(&self) -> bool {
        let word = self.before.is_alphanumeric() || ".,;!?…)]".contains(self.before);
        word && !self.touches_word()
    }

    /// Whether it is a double mark.
    pub fn is_double(&self) -> bool {
        !matches!(self.c, '\'' | '‘' | '’' | '‚')
    }

    /// Whether a word begins right behind it.
    pub fn touches_word(&self) -> bool {
        self.after.is_alphanumeric()
    }

    /// Whether it may close a passage in single marks: something before it and no letter after.
    ///
    /// Korean particles and Chinese text follow their closing mark without a blank.
    pub fn may_close_single(&self) -> bool {
        let ends = !self.after.is_alphanumeric() || is_caseless(self.after);
        matches!(self.c, '\'' | '’') && !self.before.is_whitespace() && ends
    }

    /// Whether it may be the plural possessive of "the workers’ party".
    pub fn follows_s(&self) -> bool {
        self.before == 's'
    }
}

/// Whether `c` is a letter of a script without case.
pub(super) fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// Finds the signs of `text` under `within`, in order.
pub(super) fn signs(text: &str, within: Span) -> Vec<Sign> {
    let mut found: Vec<Sign> = Vec::new();
    let mut before = ' ';
    let mut chars = within.of(text).char_indices().peekable();
    while let Some((offset, printed)) = chars.next() {
        let c = common_shape(printed);
        if is_sign(c) {
            let at = within.start + offset;
            found.push(Sign {
                at,
                end: at + printed.len_utf8(),
                c,
                before,
                after: chars.peek().map_or(' ', |&(_, next)| next),
                last: chars.peek().is_none(),
                straights_left: 0,
                closers_left: 0,
                opens_next: false,
            });
        }
        before = printed;
    }
    look_ahead(&mut found);
    found
}

fn common_shape(c: char) -> char {
    match c {
        '‟' => '“',
        '＂' => '"',
        '‛' => '‘',
        other => other,
    }
}

fn is_sign(c: char) -> bool {
    matches!(c, '"' | '\'' | '«' | '»' | '‘'..='„' | '‹' | '›' | '「'..='』')
}

/// What may close an opening mark. `‚` and `‘` are paired by the reader itself.
const PAIRS: [(char, &str); 8] = [
    ('“', "”"),
    ('„', "“”"),
    ('«', "»"),
    ('‹', "›"),
    ('「', "」"),
    ('『', "』"),
    ('‘', "’"),
    ('‚', "‘’"),
];

/// Fills in what each sign knows of those behind it, from the last to the first.
fn look_ahead(signs: &mut [Sign]) {
    let mut straights = 0;
    let mut pairs = [(0, false); PAIRS.len()];
    for sign in signs.iter_mut().rev() {
        sign.straights_left = straights;
        if let Some(pair) = PAIRS.iter().position(|&(open, _)| open == sign.c) {
            (sign.closers_left, sign.opens_next) = pairs[pair];
        }
        straights += usize::from(sign.c == '"');
        for ((count, opens), (open, close)) in pairs.iter_mut().zip(PAIRS) {
            if close.contains(sign.c) {
                *count += 1;
                *opens = false;
            } else if open == sign.c {
                *opens = true;
            }
        }
    }
}
