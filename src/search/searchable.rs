//! Text as it is searched: folded, with one kind of quotation mark, stroke and
//! blank, and the way back to what is printed.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::model::Span;
use crate::text::fold::{Folded, fold};

/// Text as it is searched.
///
/// Letters and digits of all scripts stay, as do symbols that people look for
/// ("€", "%"). Curly quotation marks and dashes become what a keyboard has, and
/// other marks and line ends become blanks, so that whether a byte begins a word can
/// be told from the byte before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Searchable {
    /// The text to search.
    pub text: String,
    folded: Folded,
    /// The place in the folded text of every byte, and of the end; empty when they
    /// are the same.
    places: Vec<u32>,
}

/// Makes `text` searchable.
pub fn searchable(text: &str) -> Searchable {
    let folded = fold(text);
    if folded
        .text
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_control())
    {
        return Searchable {
            text: folded.text.clone(),
            folded,
            places: Vec::new(),
        };
    }
    let mut plain = String::with_capacity(folded.text.len());
    let mut places = Vec::with_capacity(folded.text.len() + 1);
    for (at, letter) in folded.text.char_indices() {
        plain.push(plain_letter(letter));
        // An article has less than 4 GiB; a wrong place would only mark nothing.
        places.resize(plain.len(), u32::try_from(at).unwrap_or(u32::MAX));
    }
    places.push(u32::try_from(folded.text.len()).unwrap_or(u32::MAX));
    Searchable {
        text: plain,
        folded,
        places,
    }
}

impl Searchable {
    /// The span of the printed text behind a span of the searched text.
    pub fn printed(&self, span: Span) -> Span {
        let place = |at: usize| {
            let place = self.places.get(at).map(|&place| place as usize);
            place.unwrap_or(if self.places.is_empty() {
                at
            } else {
                self.folded.text.len()
            })
        };
        self.folded
            .printed(Span::new(place(span.start), place(span.end)))
    }
}

fn plain_letter(letter: char) -> char {
    if letter.is_alphanumeric() {
        return letter;
    }
    match letter {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{2bc}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        ' '..='~' => letter,
        _ => match letter.general_category_group() {
            GeneralCategoryGroup::Punctuation
            | GeneralCategoryGroup::Separator
            | GeneralCategoryGroup::Other => ' ',
            GeneralCategoryGroup::Letter
            | GeneralCategoryGroup::Mark
            | GeneralCategoryGroup::Number
            | GeneralCategoryGroup::Symbol => letter,
        },
    }
}

/// Whether `text[at]` begins a word: a letter with none before it.
pub fn begins_word(text: &[u8], at: usize) -> bool {
    is_letter(text.get(at)) && !is_letter(at.checked_sub(1).and_then(|before| text.get(before)))
}

/// Whether a word ends before `text[at]`.
pub fn ends_word(text: &[u8], at: usize) -> bool {
    !is_letter(text.get(at)) && is_letter(at.checked_sub(1).and_then(|before| text.get(before)))
}

/// Whether the byte belongs to a letter or digit. In searchable text all bytes
/// beyond ASCII do, but for a few symbols.
pub(super) fn is_letter(byte: Option<&u8>) -> bool {
    byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, printed: &str) {
        let searched = searchable(text);
        let start = searched.text.find(words).expect("the words are there");
        let span = searched.printed(Span::new(start, start + words.len()));
        assert_eq!(span.of(text), printed);
    }

    #[test]
    fn words_lead_back_to_what_is_printed() {
        check("A “Harbour” deal", "harbour", "Harbour");
        check(
            "the mayor’s plan — now",
            "mayor's plan - now",
            "mayor’s plan — now",
        );
        check("5 € more", "5 € more", "5 € more");
        check("一\u{3000}「東京」", "東京", "東京");
    }

    #[test]
    fn a_mark_before_a_word_does_not_hide_its_beginning() {
        let text = searchable("“Harbour”").text;
        assert!(begins_word(text.as_bytes(), 1));
        assert!(ends_word(text.as_bytes(), 8));
    }
}
