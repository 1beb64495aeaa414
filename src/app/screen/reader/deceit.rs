//! Letters that deceive the eye: those that are not drawn, and names in letters of two
//! scripts.

use super::Reader;
use crate::model::{Entry, Note, NoteKind, Span};

impl Reader {
    /// What deceives in the paragraph of the quote one stands at, else on the screen, in
    /// two words.
    pub fn deceit(&self) -> Option<&'static str> {
        let (entry, within) = (self.entry.as_deref()?, self.looked_at()?);
        let mut found = deceiving(entry, within).map(|note| note.kind);
        let first = found.next()?;
        Some(match (first, found.any(|kind| kind != first)) {
            (_, true) => "hidden letters, mixed scripts",
            (NoteKind::HiddenCharacters, false) => "hidden letters",
            (_, false) => "mixed scripts",
        })
    }

    /// The same with every code point, in sentences.
    pub fn deceit_in_full(&self) -> Option<String> {
        told(self.entry.as_deref()?, self.looked_at()?)
    }

    fn looked_at(&self) -> Option<Span> {
        match self.quote().filter(|quote| self.is_visible(quote.span)) {
            Some(quote) => Some(paragraph(self.entry.as_deref()?, quote.span)),
            None => {
                let lines = self.sheet.lines().get(self.visible())?;
                let first = lines.iter().map(|line| line.span.start).min()?;
                let last = lines.iter().map(|line| line.span.end).max()?;
                Some(Span::new(first, last))
            }
        }
    }
}

/// The paragraph that a quote stands in: its speaker may deceive, too.
pub fn paragraph(entry: &Entry, quote: Span) -> Span {
    let mut blocks = entry.article.blocks.iter().map(|block| block.span);
    blocks.find(|block| block.overlaps(quote)).unwrap_or(quote)
}

fn deceiving(entry: &Entry, within: Span) -> impl Iterator<Item = &Note> {
    let notes = entry.analysis.notes.iter();
    notes.filter(move |note| {
        let deceives = matches!(
            note.kind,
            NoteKind::HiddenCharacters | NoteKind::MixedScripts
        );
        deceives && note.span.overlaps(within)
    })
}

/// What deceives under `within`, with the code point of every letter that does.
pub fn told(entry: &Entry, within: Span) -> Option<String> {
    let (mut hidden, mut mixed): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for note in deceiving(entry, within) {
        let letters = note.span.of(&entry.article.text);
        let foreign = letters.chars().filter(|c| !c.is_ascii());
        let points: Vec<String> = foreign.map(|c| format!("U+{:04X}", u32::from(c))).collect();
        match note.kind {
            NoteKind::HiddenCharacters => hidden.extend(points),
            _ => mixed.push(format!("{letters} ({})", points.join(" "))),
        }
    }
    let mut sentences = Vec::new();
    if !hidden.is_empty() {
        sentences.push(format!("Letters that are not drawn: {}.", hidden.join(" ")));
    }
    if !mixed.is_empty() {
        let names = mixed.join(", ");
        sentences.push(format!("In letters of two scripts: {names}."));
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, kind: NoteKind, letters: &str, expected: Option<&str>) {
        let mut entry = Entry::default();
        entry.article.text = text.into();
        let start = text.find(letters).unwrap();
        let span = Span::new(start, start + letters.len());
        entry.analysis.notes.push(Note { kind, span });
        let found = told(&entry, Span::new(0, text.len()));
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn every_letter_that_deceives_is_told_by_its_code_point() {
        check(
            "pay\u{202e}\u{200b} now",
            NoteKind::HiddenCharacters,
            "\u{202e}\u{200b}",
            Some("Letters that are not drawn: U+202E U+200B."),
        );
        check(
            "Рetra came",
            NoteKind::MixedScripts,
            "Рetra",
            Some("In letters of two scripts: Рetra (U+0420)."),
        );
        check("Petra came", NoteKind::Undated, "Petra", None);
    }
}
