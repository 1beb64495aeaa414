//! The one line editor of all inputs, with the keys of readline.
//!
//! The cursor stands between graphemes, so that a letter with its accents or a
//! flag is passed and deleted as one.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// A line being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    text: String,
    /// Byte position between two graphemes.
    at: usize,
    /// So many bytes at the start are only a suggestion: the first letter that is
    /// typed takes their place, as it does with selected text elsewhere.
    suggested: usize,
}

/// A way to edit a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Deletes the grapheme before the cursor.
    DeleteLeft,
    /// Deletes the grapheme after the cursor.
    DeleteRight,
    /// Deletes back to the start of the word, as the blanks see it.
    DeleteWord,
    /// Deletes everything before the cursor.
    DeleteToStart,
    /// Deletes everything after the cursor.
    DeleteToEnd,
    /// Goes to the start.
    ToStart,
    /// Goes to the end.
    ToEnd,
    /// Goes one grapheme left.
    Left,
    /// Goes one grapheme right.
    Right,
    /// Puts the last query that holds what is typed into the input; only where queries
    /// are typed.
    Recall,
}

/// No query is longer; what is pasted beyond it is dropped.
const LONGEST: usize = 4096;

impl Line {
    /// A line that holds `text`, with the cursor at its end.
    pub fn of(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text);
        line
    }

    /// A line that holds what one may have meant, up to `rest`, with the cursor behind
    /// it: whoever types replaces it, whoever moves or accepts keeps it.
    pub fn suggesting(text: &str, rest: &str) -> Self {
        let mut line = Self::of(text);
        line.suggested = line.at;
        line.text.push_str(rest);
        line
    }

    /// What would be replaced by a letter.
    pub fn suggested(&self) -> &str {
        self.text.get(..self.suggested).unwrap_or_default()
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    pub fn before(&self) -> &str {
        &self.text[..self.at]
    }

    /// Whether nothing has been typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Inserts at the cursor. Line breaks and tabs become spaces, other
    /// control characters go: a paste is text and nothing else.
    pub fn insert(&mut self, text: &str) {
        self.drop_suggestion();
        let text = text.replace("\r\n", "\n");
        let clean = text.chars().filter_map(|c| match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        });
        for c in clean {
            if self.text.len() + c.len_utf8() > LONGEST {
                break;
            }
            self.text.insert(self.at, c);
            self.at += c.len_utf8();
        }
        // What was typed may have joined with what follows, as an accent does.
        self.at = self.boundary_from(self.at);
    }

    /// Puts another end in the place of `end`, if the line ends so; the cursor stays.
    pub fn replace_end(&mut self, end: &str, other: &str) {
        if let Some(kept) = self.text.strip_suffix(end).map(str::len) {
            let was_at_end = self.at > kept;
            self.text.truncate(kept);
            self.text.push_str(other);
            self.at = match was_at_end {
                true => self.text.len(),
                false => self.at,
            };
        }
    }

    /// Applies one edit; returns whether the text changed.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let length = self.text.len();
        let deletes = matches!(
            edit,
            Edit::DeleteLeft
                | Edit::DeleteRight
                | Edit::DeleteWord
                | Edit::DeleteToStart
                | Edit::DeleteToEnd
        );
        if deletes && self.suggested > 0 {
            self.drop_suggestion();
            return true;
        }
        self.suggested = 0;
        match edit {
            Edit::DeleteLeft => self.delete(self.left(), self.at),
            Edit::DeleteRight => self.delete(self.at, self.right()),
            Edit::DeleteWord => self.delete(self.word_start(), self.at),
            Edit::DeleteToStart => self.delete(0, self.at),
            Edit::DeleteToEnd => self.delete(self.at, length),
            Edit::ToStart => self.at = 0,
            Edit::ToEnd => self.at = length,
            Edit::Left => self.at = self.left(),
            Edit::Right => self.at = self.right(),
            Edit::Recall => {}
        }
        self.text.len() != length
    }

    fn drop_suggestion(&mut self) {
        let suggested = std::mem::take(&mut self.suggested);
        if suggested > 0 {
            self.delete(0, suggested);
        }
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.at = self.boundary_from(from);
    }

    fn left(&self) -> usize {
        let before = self.before().graphemes(true).next_back();
        self.at - before.map_or(0, str::len)
    }

    fn right(&self) -> usize {
        let after = self.text[self.at..].graphemes(true).next();
        self.at + after.map_or(0, str::len)
    }

    fn word_start(&self) -> usize {
        let words = self.before().trim_end();
        words.rfind(char::is_whitespace).map_or(0, |blank| {
            blank + words[blank..].chars().next().map_or(0, char::len_utf8)
        })
    }

    fn boundary_from(&self, at: usize) -> usize {
        let mut cursor = GraphemeCursor::new(at, self.text.len(), true);
        match cursor.is_boundary(&self.text, 0) {
            Ok(true) => at,
            Ok(false) | Err(_) => match cursor.next_boundary(&self.text, 0) {
                Ok(Some(next)) => next,
                Ok(None) | Err(_) => self.text.len(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types `text`, applies `edits`, and expects the line with `|` at the cursor.
    #[track_caller]
    fn check(text: &str, edits: &[Edit], expected: &str) {
        let mut line = Line::of(text);
        for &edit in edits {
            line.edit(edit);
        }
        let (before, after) = line.text().split_at(line.before().len());
        assert_eq!(format!("{before}|{after}"), expected);
    }

    #[test]
    fn it_edits_as_readline_does() {
        check("border talks", &[], "border talks|");
        check("border talks", &[Edit::DeleteLeft], "border talk|");
        check("border talks", &[Edit::DeleteWord], "border |");
        check("border talks  ", &[Edit::DeleteWord], "border |");
        check(
            "border talks",
            &[Edit::ToStart, Edit::DeleteRight],
            "|order talks",
        );
        check(
            "border",
            &[Edit::Left, Edit::Left, Edit::DeleteToEnd],
            "bord|",
        );
        check(
            "border",
            &[Edit::Left, Edit::Left, Edit::DeleteToStart],
            "|er",
        );
        check(
            "border",
            &[Edit::ToStart, Edit::Right, Edit::ToEnd],
            "border|",
        );
    }

    #[test]
    fn a_suggestion_is_replaced_by_what_is_typed_and_kept_by_whoever_moves() {
        let typed = |edits: &[Edit], letters: &str| {
            let mut line = Line::suggesting("quotes", ".csv");
            edits.iter().for_each(|edit| _ = line.edit(*edit));
            line.insert(letters);
            line.text().to_owned()
        };
        assert_eq!(typed(&[], "b"), "b.csv");
        assert_eq!(typed(&[Edit::Right], "b"), "quotes.bcsv");
        assert_eq!(typed(&[Edit::Left], "b"), "quotebs.csv");
        assert_eq!(typed(&[Edit::ToEnd], "b"), "quotes.csvb");
        assert_eq!(typed(&[Edit::DeleteLeft], "b"), "b.csv");
        assert_eq!(Line::suggesting("quotes", ".csv").suggested(), "quotes");
        assert_eq!(Line::suggesting("quotes", "").text(), "quotes");
    }

    #[test]
    fn nothing_happens_at_the_ends_of_an_empty_line() {
        let all = [
            Edit::DeleteLeft,
            Edit::DeleteRight,
            Edit::DeleteWord,
            Edit::DeleteToStart,
            Edit::DeleteToEnd,
            Edit::Left,
            Edit::Right,
        ];
        check("", &all, "|");
    }

    #[test]
    fn a_letter_with_its_accent_is_one() {
        check("ne\u{301}", &[Edit::DeleteLeft], "n|");
        check("🇰🇷", &[Edit::Left], "|🇰🇷");
        check("👩‍🔬a", &[Edit::Left, Edit::DeleteLeft], "|a");
    }

    #[test]
    fn a_paste_is_one_line_of_text() {
        check("q\nQ\r\n:quit\n\u{1b}[A", &[], "q Q :quit [A|");
    }

    #[test]
    fn an_accent_typed_before_a_letter_leaves_the_cursor_between_letters() {
        let mut line = Line::of("ab");
        line.edit(Edit::Left);
        line.insert("\u{301}");
        assert_eq!(line.before(), "a\u{301}");
        line.edit(Edit::ToStart);
        line.edit(Edit::DeleteRight);
        assert_eq!(line.text(), "b");
    }

    #[test]
    fn a_line_has_an_end() {
        assert_eq!(Line::of(&"한".repeat(5000)).text().len(), LONGEST / 3 * 3);
    }
}
