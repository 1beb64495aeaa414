//! Reads the marks of one paragraph with a stack of what is open.

use crate::model::{Note, NoteKind, Span};

use super::sign::{Sign, is_caseless, signs};
use super::{Mark, Marks, Passage};

/// A passage that is open while its paragraph is read.
#[derive(Debug, Clone, Copy)]
struct Open {
    mark: Mark,
    at: usize,
    inner: usize,
}

/// What was left when a paragraph ended.
pub(super) struct Ending {
    /// Whether the last passage was still open.
    pub open: bool,
}

/// The reader of one paragraph.
pub(super) struct Reader<'a> {
    text: &'a str,
    within: Span,
    /// The next paragraph, which may reopen a passage left open here.
    next: Option<&'a str>,
    /// Whether `”` opens too: the article has no other curly mark that does.
    right_opens: bool,
    signs: Vec<Sign>,
    stack: Vec<Open>,
    passages: Vec<Passage>,
    notes: Vec<Note>,
    block: usize,
}

/// Marks nested deeper than this are letters: nobody writes them, and the stack stays short.
const MAX_DEPTH: usize = 8;

/// A passage in single marks is not longer than this many bytes: a lone
/// apostrophe far away does not make one.
const MAX_SINGLE: usize = 2_000;

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, within: Span, next: Option<&'a str>, right_opens: bool) -> Self {
        Self {
            text,
            within,
            next,
            right_opens,
            signs: signs(text, within),
            stack: Vec::new(),
            passages: Vec::new(),
            notes: Vec::new(),
            block: 0,
        }
    }

    /// Adds the paragraph's passages and notes to `marks`.
    pub fn read(mut self, block: usize, marks: &mut Marks) -> Ending {
        self.block = block;
        let mut at = 0;
        while at < self.signs.len() {
            at = self.step(at);
        }
        let open = self.finish();
        marks.passages.append(&mut self.passages);
        marks.notes.append(&mut self.notes);
        Ending { open }
    }

    /// Reads the sign at index `k` and returns the index of the next one to read.
    fn step(&mut self, k: usize) -> usize {
        let sign = self.signs[k];
        match sign.c {
            '\'' if self.is_doubled(k) => self.apostrophes(k),
            '"' => return self.straight(k),
            '“' => self.curly(sign),
            '„' => self.open_again(Mark::Low, sign),
            '”' => self.right(sign),
            '«' => self.left_guillemet(sign),
            '»' => self.right_guillemet(sign),
            '「' => self.open_again(Mark::Corners, sign),
            '」' => self.close(&[Mark::Corners], sign),
            '『' => self.open_again(Mark::WhiteCorners, sign),
            '』' => self.close(&[Mark::WhiteCorners], sign),
            '‹' => self.open_again(Mark::SingleGuillemets, sign),
            '›' => self.close(&[Mark::SingleGuillemets], sign),
            '‘' | '\'' | '‚' => return self.single(k),
            _ => self.lone_apostrophe(sign),
        }
        k + if sign.c == '\'' { 2 } else { 1 }
    }

    /// Two apostrophes in a row are one double mark.
    fn is_doubled(&self, k: usize) -> bool {
        self.signs
            .get(k + 1)
            .is_some_and(|next| next.c == '\'' && next.at == self.signs[k].end)
    }

    fn apostrophes(&mut self, k: usize) {
        let (first, second) = (self.signs[k], self.signs[k + 1]);
        if self.is_open(Mark::Apostrophes) {
            self.close(&[Mark::Apostrophes], first);
        } else if !second.after.is_whitespace() && first.in_opening_place() {
            self.open(Mark::Apostrophes, first.at, second.end);
        }
    }

    /// A straight double mark: its place tells whether it opens, and where the
    /// place does not, the number of marks left does.
    fn straight(&mut self, k: usize) -> usize {
        let sign = self.signs[k];
        let inside = self.is_open(Mark::Straight);
        if sign.after == '>' || (sign.before == '=' && !inside) {
            return self.after_markup(k);
        }
        let even_left = sign.straights_left.is_multiple_of(2);
        let ends_word = !sign.before.is_whitespace();
        if !inside && ends_word && self.closes_curly(&sign) {
            self.close(&[Mark::Curly, Mark::Low], sign);
        } else if inside {
            let begins = !ends_word && (sign.touches_word() || "‘'[($".contains(sign.after));
            let forgotten = begins && !even_left && self.top() == Some(Mark::Straight);
            if forgotten {
                self.abandon(sign.at);
                self.open(Mark::Straight, sign.at, sign.end);
            } else {
                self.close(&[Mark::Straight], sign);
            }
        } else if sign.before.is_numeric() && even_left {
            // Inches.
        } else if ends_word && sign.in_closing_place() {
            self.note(NoteKind::StrayQuote, sign);
        } else if !ends_word && sign.after.is_whitespace() && even_left && !sign.last {
            // "about the " rope": loose on both sides and one too many; taken for
            // an opening mark it would turn all that follows inside out.
            self.note(NoteKind::StrayQuote, sign);
        } else if !sign.last {
            self.open(Mark::Straight, sign.at, sign.end);
        }
        k + 1
    }

    /// The index behind an attribute of markup, `="…"`.
    fn after_markup(&self, k: usize) -> usize {
        if self.signs[k].after == '>' {
            return k + 1;
        }
        let value = self.signs[k + 1..].iter().position(|sign| sign.c == '"');
        value.map_or(k + 1, |closing| k + 1 + closing + 1)
    }

    /// Feeds that curl only one side: a straight mark closes what a curly one opened.
    fn closes_curly(&self, sign: &Sign) -> bool {
        let curly = matches!(self.top(), Some(Mark::Curly | Mark::Low));
        curly && !sign.before.is_numeric() && !sign.touches_word()
    }

    /// `“` opens in English and closes in German: what is open decides, then the place.
    fn curly(&mut self, sign: Sign) {
        let closes = match self.top() {
            Some(Mark::Curly) => !sign.before.is_whitespace() && !sign.touches_word(),
            Some(Mark::Low) => !(sign.before.is_whitespace() && sign.touches_word()),
            _ => false,
        };
        if closes {
            self.close(&[Mark::Curly, Mark::Low], sign);
        } else {
            self.open_again(Mark::Curly, sign);
        }
    }

    fn right(&mut self, sign: Sign) {
        let closers = [Mark::Curly, Mark::Low, Mark::Straight, Mark::Right];
        let opens = self.right_opens && sign.in_opening_place() && !sign.after.is_whitespace();
        if opens && !self.is_open(Mark::Right) {
            self.open(Mark::Right, sign.at, sign.end);
        } else {
            self.close(&closers, sign);
        }
    }

    fn left_guillemet(&mut self, sign: Sign) {
        if self.is_open(Mark::Turned) {
            self.close(&[Mark::Turned], sign);
        } else {
            self.open_again(Mark::Guillemets, sign);
        }
    }

    fn right_guillemet(&mut self, sign: Sign) {
        let opens = sign.in_opening_place() && !sign.after.is_whitespace();
        if self.is_open(Mark::Guillemets) || !opens {
            self.close(&[Mark::Guillemets, Mark::Turned], sign);
        } else {
            self.open(Mark::Turned, sign.at, sign.end);
        }
    }

    /// Opens a passage; the same mark twice is nested when enough closing marks
    /// follow, and otherwise the writer forgot to close.
    fn open_again(&mut self, mark: Mark, sign: Sign) {
        if self.top() == Some(mark) && (sign.closers_left < 2 || sign.opens_next) {
            self.abandon(sign.at);
        }
        self.open(mark, sign.at, sign.end);
    }

    /// A single mark: it opens only where it cannot be an apostrophe and finds its partner.
    fn single(&mut self, k: usize) -> usize {
        let sign = self.signs[k];
        // Nested in another passage it belongs to that one's words.
        if !self.stack.is_empty() || !self.opens_single(&sign) {
            self.lone_apostrophe(sign);
            return k + 1;
        }
        let mark = match sign.c {
            '‘' => Mark::Single,
            '‚' => Mark::SingleLow,
            _ => Mark::StraightSingle,
        };
        let runs_on = self.next.is_some_and(|next| next.starts_with(sign.c));
        match self.single_closer(k, runs_on) {
            Some(closer) => {
                let closing = self.signs[closer];
                self.open(mark, sign.at, sign.end);
                self.close(&[mark], closing);
                closer + 1
            }
            None if runs_on && (sign.c == '‘' || sign.at == self.within.start) => {
                self.open(mark, sign.at, sign.end);
                self.signs.len()
            }
            None => k + 1,
        }
    }

    fn opens_single(&self, sign: &Sign) -> bool {
        let place = sign.in_opening_place()
            || matches!(sign.before, '“' | '"')
            || (sign.c == '‘' && is_caseless(sign.before));
        let word = match sign.c {
            '\'' => sign.touches_word() || ".…[$\"“".contains(sign.after),
            _ => !sign.after.is_whitespace(),
        };
        place && word && !begins_clipped_word(&self.text[sign.end..self.within.end])
    }

    /// The index of the sign that closes the single mark at `k`.
    ///
    /// A mark after "s" may be a possessive: the first of them closes only when
    /// there is no other mark, or when the passage would run into the next opening one.
    fn single_closer(&self, k: usize, runs_on: bool) -> Option<usize> {
        let opening = self.signs[k];
        let low = opening.c == '‚';
        let mut possessives: Option<(usize, usize)> = None;
        for (at, sign) in self.signs.iter().enumerate().skip(k + 1) {
            if sign.at - opening.at > MAX_SINGLE {
                break;
            }
            let closes = sign.may_close_single() || (low && sign.c == '‘' && !sign.touches_word());
            if closes && sign.at > opening.end {
                if !sign.follows_s() || (low && sign.c == '‘') {
                    return Some(at);
                }
                possessives = Some(possessives.map_or((at, at), |(first, _)| (first, at)));
            } else if let Some((_, last)) = possessives
                && self.opens_single(sign)
                && !sign.is_double()
            {
                return Some(last);
            }
        }
        possessives.map(|(first, _)| first).filter(|_| !runs_on)
    }

    /// A closing single mark that closed nothing, at the very end of a paragraph
    /// that has a passage in single marks.
    fn lone_apostrophe(&mut self, sign: Sign) {
        let had_single = self.passages.last().is_some_and(|p| p.mark.is_single());
        if sign.last && had_single && self.stack.is_empty() {
            self.note(NoteKind::StrayQuote, sign);
        }
    }

    fn top(&self) -> Option<Mark> {
        self.stack.last().map(|open| open.mark)
    }

    fn is_open(&self, mark: Mark) -> bool {
        self.stack.iter().any(|open| open.mark == mark)
    }

    fn open(&mut self, mark: Mark, at: usize, inner: usize) {
        if self.stack.len() < MAX_DEPTH {
            self.stack.push(Open { mark, at, inner });
        }
    }

    /// Closes the innermost open passage of one of `marks`, and all nested in it.
    fn close(&mut self, marks: &[Mark], sign: Sign) {
        let Some(depth) = self.stack.iter().rposition(|o| marks.contains(&o.mark)) else {
            // A digit before it: inches, seconds.
            if self.stack.is_empty() && !sign.before.is_numeric() {
                self.note(NoteKind::StrayQuote, sign);
            }
            return;
        };
        let open = self.stack[depth];
        self.stack.truncate(depth);
        let width = if open.mark == Mark::Apostrophes {
            2
        } else {
            sign.end - sign.at
        };
        if depth == 0 {
            self.keep(open, sign.at, sign.at + width, true);
        }
    }

    /// Ends the innermost passage at `end` without a closing mark.
    fn abandon(&mut self, end: usize) {
        if let Some(open) = self.stack.pop()
            && self.stack.is_empty()
        {
            self.keep(open, end, end, false);
        }
    }

    /// Ends the paragraph; tells whether its last passage was still open.
    fn finish(&mut self) -> bool {
        let Some(&open) = self.stack.first() else {
            return false;
        };
        let before = self.passages.len();
        self.keep(open, self.within.end, self.within.end, false);
        self.passages.len() > before
    }

    fn keep(&mut self, open: Open, end: usize, outer_end: usize, closed: bool) {
        let span = Span::new(open.inner, end).trimmed(self.text);
        if span.is_empty() {
            return;
        }
        if !closed {
            self.notes.push(Note {
                kind: NoteKind::UnclosedQuote,
                span: Span::new(open.at, open.inner),
            });
        }
        self.passages.push(Passage {
            span,
            outer: Span::new(open.at, outer_end),
            block: self.block,
            mark: open.mark,
            closed,
            continues: None,
        });
    }

    fn note(&mut self, kind: NoteKind, sign: Sign) {
        self.notes.push(Note {
            kind,
            span: Span::new(sign.at, sign.end),
        });
    }
}

/// Whether `rest` begins with a word whose first letters an apostrophe replaces.
fn begins_clipped_word(rest: &str) -> bool {
    let end = rest
        .char_indices()
        .take(6)
        .find(|&(_, c)| !c.is_alphanumeric())
        .map_or(rest.len().min(6), |(at, _)| at);
    let word = rest.get(..end).unwrap_or_default();
    let decade = word.trim_end_matches('s');
    CLIPPED
        .iter()
        .any(|clipped| clipped.eq_ignore_ascii_case(word))
        || (decade.len() == 2 && decade.bytes().all(|b| b.is_ascii_digit()))
}

/// 'em, 'til, '90s and their like: an apostrophe, never an opening mark.
const CLIPPED: [&str; 15] = [
    "em", "til", "tis", "twas", "cause", "n", "bout", "round", "s", "d", "re", "ve", "ll", "m", "t",
];
