//! Case and accents away, with the way back to spans.
//!
//! Folded text is what is searched: `É`, `e` and `E` are one letter, and so
//! are `ß` and `ss`. It is compared and never shown.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::Span;

/// Folded text that remembers where each part came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// Lower case, without accents.
    pub text: String,
    /// Where the distance between both texts changes, in order: from this byte
    /// of the folded text on, the letter that starts at that byte of the
    /// printed one. Empty when both have the same bytes throughout.
    steps: Vec<Step>,
    /// Length of the printed text.
    printed: usize,
}

/// The place of one letter in both texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    folded: usize,
    printed: usize,
    /// Bytes that the letter, its accents included, has where printed; 0 for
    /// the first of a stretch of equal lengths.
    len: usize,
}

impl Folded {
    /// The span of the printed text behind a span of the folded text.
    ///
    /// It covers whole letters with their accents: half of a folded `ss` gives
    /// the `ß`, and an empty span gives an empty one.
    pub fn printed(&self, folded: Span) -> Span {
        if self.steps.is_empty() || folded.is_empty() {
            let at = self.start(folded.start);
            return Span::new(at, if folded.is_empty() { at } else { folded.end });
        }
        Span::new(self.start(folded.start), self.end(folded.end))
    }

    fn step(&self, at: usize) -> Option<Step> {
        let after = self.steps.partition_point(|step| step.folded <= at);
        self.steps.get(after.checked_sub(1)?).copied()
    }

    /// Where the letter at byte `at` of the folded text starts.
    fn start(&self, at: usize) -> usize {
        match self.step(at) {
            Some(step) if step.len > 0 => step.printed,
            Some(step) => step.printed + (at - step.folded),
            None => at.min(self.printed),
        }
    }

    /// Where the letter before byte `at` of the folded text ends.
    fn end(&self, at: usize) -> usize {
        match at.checked_sub(1).and_then(|last| self.step(last)) {
            Some(step) if step.len > 0 => step.printed + step.len,
            Some(step) => step.printed + (at - step.folded),
            None => at.min(self.printed),
        }
    }
}

/// Takes case and accents away.
///
/// Letters are decomposed (NFD), their combining marks dropped, the rest put
/// into lower case; so it is for all of Unicode. Hangul stays whole, because
/// its parts are no accents. Folding folded text changes nothing.
pub fn fold(text: &str) -> Folded {
    if text.is_ascii() {
        return Folded {
            text: text.to_ascii_lowercase(),
            steps: Vec::new(),
            printed: text.len(),
        };
    }
    let mut folder = Folder {
        out: Folded {
            text: String::with_capacity(text.len()),
            steps: Vec::new(),
            printed: text.len(),
        },
        even: true,
    };
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let ascii = ascii_prefix(&text[at..]);
        if ascii > 0 {
            folder.ascii(&text[at..at + ascii], at);
            at += ascii;
            continue;
        }
        let end = at + c.len_utf8() + marks(&text[at + c.len_utf8()..]);
        folder.letter(c, at, end);
        at = end;
    }
    folder.out
}

/// Bytes of ASCII at the beginning of `rest`, without a letter that a combining
/// mark may belong to.
fn ascii_prefix(rest: &str) -> usize {
    match rest.bytes().position(|b| !b.is_ascii()) {
        Some(end) => end.saturating_sub(1),
        None => rest.len(),
    }
}

/// Bytes of the combining marks that `rest` begins with.
fn marks(rest: &str) -> usize {
    if rest.as_bytes().first().is_none_or(u8::is_ascii) {
        return 0;
    }
    let marks = rest.chars().take_while(|&c| is_combining_mark(c));
    marks.map(char::len_utf8).sum()
}

struct Folder {
    out: Folded,
    /// Whether letters have had the same length in both since the last step.
    even: bool,
}

impl Folder {
    /// Appends a stretch of ASCII that stands at `at`.
    fn ascii(&mut self, text: &str, at: usize) {
        if !self.even {
            self.out.steps.push(Step {
                folded: self.out.text.len(),
                printed: at,
                len: 0,
            });
        }
        self.even = true;
        let start = self.out.text.len();
        self.out.text.push_str(text);
        if let Some(added) = self.out.text.get_mut(start..) {
            added.make_ascii_lowercase();
        }
    }

    /// Appends the letter `c`, which stands with its marks at `at..end`.
    fn letter(&mut self, c: char, at: usize, end: usize) {
        let start = self.out.text.len();
        append(&mut self.out.text, c);
        let len = self.out.text.len() - start;
        // "ß" and "ss" have two bytes each, but the first `s` is no half of it.
        let even = len == end - at && len == c.len_utf8() && is_one(&self.out.text[start..]);
        if !even || !self.even {
            self.out.steps.push(Step {
                folded: start,
                printed: at,
                len: if even { 0 } else { end - at },
            });
        }
        self.even = even;
    }
}

fn is_one(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some() && chars.next().is_none()
}

fn append(out: &mut String, c: char) {
    match c {
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        '가'..='힣' | '\u{3400}'..='\u{9fff}' => out.push(c),
        // Letters with a stroke have no decomposition, readers type the bare one.
        'ø' | 'Ø' => out.push('o'),
        'ł' | 'Ł' => out.push('l'),
        'đ' | 'Đ' => out.push('d'),
        'ħ' | 'Ħ' => out.push('h'),
        'ς' => out.push('σ'),
        'ı' => out.push('i'),
        'ß' | 'ẞ' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'œ' | 'Œ' => out.push_str("oe"),
        '’' | '‘' => out.push('\''),
        '“' | '”' | '„' => out.push('"'),
        _ => {
            let bare = std::iter::once(c).nfd().filter(|&c| !is_combining_mark(c));
            for c in bare.flat_map(char::to_lowercase) {
                // Lower-case İ has a dot of its own.
                if !is_combining_mark(c) {
                    out.push(c);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text).text, folded);
    }

    #[test]
    fn case_and_accents_are_gone() {
        check("Élodie VASSEUR", "elodie vasseur");
        check("e\u{301}lan Żółć İstanbul", "elan zolc istanbul");
        check("Straße ŒUVRE", "strasse oeuvre");
        check("ΆΛΦΑ Ёлка", "αλφα елка");
        check("한결통신", "한결통신");
        check("don’t", "don't");
    }

    #[test]
    fn a_span_leads_back_to_what_was_printed() {
        let text = "Die Straße zu Ébène e\u{301}t le 한";
        let folded = fold(text);
        let back = |word: &str| {
            let at = folded.text.find(word).unwrap();
            folded.printed(Span::new(at, at + word.len())).of(text)
        };
        assert_eq!(back("strasse"), "Straße");
        assert_eq!(back("ebene"), "Ébène");
        assert_eq!(back("et"), "e\u{301}t");
        assert_eq!(back("한"), "한");
        assert_eq!(back("stras"), "Straß");
        assert_eq!(back("zu"), "zu");
    }

    fn letters() -> impl Strategy<Value = String> {
        let letter = prop_oneof![
            3 => prop::sample::select("aBé É ß\u{301}\u{308}œŁ한ǅİΣςﬁ".chars().collect::<Vec<_>>()),
            2 => any::<char>(),
        ];
        prop::collection::vec(letter, 0..30).prop_map(|letters| letters.into_iter().collect())
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in letters()) {
            let once = fold(&text).text;
            prop_assert_eq!(fold(&once).text, once);
        }

        #[test]
        fn any_part_leads_back_to_letters_that_fold_to_it(text in letters(), a in 0_usize..30, b in 0_usize..30) {
            let folded = fold(&text);
            let at = |n: usize| folded.text.char_indices().map(|(i, _)| i).nth(n).unwrap_or(folded.text.len());
            let part = Span::new(at(a.min(b)), at(a.max(b)));
            let printed = folded.printed(part);
            prop_assert!(text.get(printed.start..printed.end).is_some());
            prop_assert!(fold(printed.of(&text)).text.contains(part.of(&folded.text)));
        }

        #[test]
        fn the_whole_leads_back_to_the_whole_but_marks(text in letters()) {
            let folded = fold(&text);
            let printed = folded.printed(Span::new(0, folded.text.len()));
            prop_assert_eq!(fold(printed.of(&text)).text, folded.text);
        }
    }
}
