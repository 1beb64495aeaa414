//! What prepositions hang on a noun phrase: "a spokesman for the union".

use std::ops::Range;

use super::super::super::document::Paragraph;
use super::super::super::lexicon::speech::Language;
use super::super::super::phrase::{Phrase, PhraseKind};

/// At most this many prepositions hang words on a noun phrase that names nobody.
const MAX_COMPLEMENTS: usize = 2;

/// The noun phrase with what prepositions hang on it: "a spokesman for the union".
pub(super) fn with_complements(paragraph: &Paragraph, phrase: &Phrase) -> Range<usize> {
    phrase.tokens.start..complements_end(paragraph, phrase)
}

/// Where the noun phrase ends with what prepositions hang on it.
pub(in crate::analysis::attribution) fn complements_end(
    paragraph: &Paragraph,
    phrase: &Phrase,
) -> usize {
    let mut full = phrase.tokens.clone();
    for _ in 0..MAX_COMPLEMENTS {
        let hangs = paragraph.tokens.get(full.end).is_some_and(|token| {
            let english = matches!(
                token.word,
                "of" | "for" | "at" | "in" | "within" | "from" | "with" | "to"
            );
            match paragraph.tokens.language {
                Language::English => english,
                // Others hang a place or time of the verb on it as well.
                Language::German => token.word == "des",
                Language::French => matches!(token.word, "de" | "du" | "des"),
                Language::Spanish => matches!(token.word, "de" | "del"),
                Language::Korean | Language::Chinese | Language::Japanese => false,
            }
        });
        let first = paragraph
            .phrases
            .partition_point(|other| other.tokens.start <= full.end);
        let Some(next) = paragraph.phrases.get(first).filter(|next| {
            hangs && next.tokens.start == full.end + 1 && next.kind != PhraseKind::Pronoun
        }) else {
            break;
        };
        full.end = next.tokens.end;
        // "at the brokerage Fenwick Moor": the name that the noun leads to.
        if let Some(name) = paragraph.phrases.get(first + 1)
            && name.kind == PhraseKind::Name
            && name.tokens.start == full.end
        {
            full.end = name.tokens.end;
        }
    }
    full.end
}
