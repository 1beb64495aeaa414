//! What looks odd about an article as a whole: no date, no body, letters that hide.
//!
//! Nothing is mended here: the text stays as it is, and the reader is told.

use crate::model::{Article, BlockKind, Note, NoteKind, Span};
use crate::text::display;
use crate::text::word::words;

/// Finds what is missing and what deceives the eye. Marks without a partner are not asked here.
pub(super) fn notes(article: &Article) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut note = |kind, span| notes.push(Note { kind, span });
    if article.meta.published.is_none() {
        note(NoteKind::Undated, Span::default());
    }
    let body = |kind| kind == BlockKind::Paragraph;
    if !article.blocks.iter().any(|block| body(block.kind)) {
        note(NoteKind::NoBody, Span::default());
    }
    // ASCII has no letter that hides or looks like another.
    for block in article
        .blocks
        .iter()
        .filter(|block| block.kind.is_analysed())
    {
        let text = block.span.of(&article.text);
        if text.is_ascii() {
            continue;
        }
        for hidden in display::hidden(text) {
            note(NoteKind::HiddenCharacters, hidden.shift(block.span.start));
        }
        if !text.chars().any(is_alike) {
            continue;
        }
        for word in words(&article.text, block.span) {
            if is_disguised(word.span.of(&article.text)) {
                note(NoteKind::MixedScripts, word.span);
            }
        }
    }
    notes
}

/// The scripts whose letters look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
}

/// Shorter words are formulas and units: "Δv", "µm".
const MIN_LETTERS: usize = 4;

/// Whether a word that looks like a name has letters of two scripts: "Раris".
fn is_disguised(word: &str) -> bool {
    if word.is_ascii() || !word.starts_with(char::is_uppercase) {
        return false;
    }
    word.split('-').any(|part| {
        let mut scripts = part.chars().filter_map(script);
        let first = scripts.next();
        let mixed = first.is_some_and(|first| scripts.any(|script| script != first));
        mixed && part.chars().filter(|c| c.is_alphabetic()).count() >= MIN_LETTERS
    })
}

/// Whether `c` belongs to a script some of whose letters look like Latin ones: a name in
/// two scripts has one.
fn is_alike(c: char) -> bool {
    matches!(script(c), Some(Script::Greek | Script::Cyrillic))
}

fn script(c: char) -> Option<Script> {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            c.is_alphabetic().then_some(Script::Latin)
        }
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Script::Greek),
        '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sample;
    use crate::model::Meta;

    #[track_caller]
    fn check(text: &str, expected: &[(NoteKind, usize)]) {
        let mut article = sample::paragraph(text);
        article.meta.published = Some("2031-05-02".into());
        let found: Vec<_> = notes(&article)
            .into_iter()
            .map(|note| (note.kind, note.span.start))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_name_in_letters_of_two_scripts_is_noted() {
        // The first letter is Cyrillic.
        check("Said Рeter Lund.", &[(NoteKind::MixedScripts, 5)]);
        check("Said Пётр Лунд and Peter Lund.", &[]);
        check("The Δv of 4 µm, β-Blocker and Zoë Müller.", &[]);
    }

    #[test]
    fn letters_that_do_not_show_are_noted_once_for_each_run() {
        check(
            "An \u{202e}\u{202d}old\u{202c} harbour.",
            &[
                (NoteKind::HiddenCharacters, 3),
                (NoteKind::HiddenCharacters, 12),
            ],
        );
        check("Ein Schiff\u{ad}fahrts\u{ad}amt für Öl.", &[]);
    }

    #[test]
    fn an_article_without_date_or_body_says_so() {
        let article = Article::new("A headline".into(), Vec::new(), Meta::default());
        let kinds: Vec<_> = notes(&article).iter().map(|note| note.kind).collect();
        assert_eq!(kinds, [NoteKind::Undated, NoteKind::NoBody]);
    }
}
