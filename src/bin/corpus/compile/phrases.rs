//! Where the names of a story stand in a text.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;
use pullquote::model::Span;

use super::Claim;
use crate::names::{After, Names, Phrase, is_syllable};
use crate::piece::Piece;

/// Finds names; made once for a sample.
pub struct Finder {
    search: AhoCorasick,
    phrases: Vec<Phrase>,
    is_german: bool,
}

impl Finder {
    /// Makes the finder for the names of a story and the authors of a sample.
    pub fn new(names: &Names, authors: &[&str], language: &str) -> Self {
        let mut all: BTreeMap<String, Phrase> = names.phrases.clone();
        for (index, author) in authors.iter().enumerate() {
            let pieces = vec![Piece::Author(index)];
            let after = After::Genitive;
            all.insert((*author).to_owned(), Phrase { pieces, after });
        }
        let (patterns, phrases): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        Self {
            search: AhoCorasick::new(&patterns)
                .expect("a few hundred names are no large automaton"),
            phrases,
            is_german: language == "de",
        }
    }

    /// Every name in `within`; of names that overlap the earlier, then the longer.
    pub fn claims(&self, text: &str, within: Span) -> Vec<Claim> {
        let mut found: Vec<(Span, usize)> = self
            .search
            .find_overlapping_iter(within.of(text))
            .map(|m| {
                (
                    Span::new(m.start(), m.end()).shift(within.start),
                    m.pattern().as_usize(),
                )
            })
            .filter(|&(span, phrase)| self.stands_alone(text, span, phrase))
            .collect();
        found.sort_by_key(|&(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let mut claims: Vec<Claim> = Vec::new();
        for (span, phrase) in found {
            let is_free = claims.last().is_none_or(|last| last.span.end <= span.start);
            if let Some(phrase) = self.phrases.get(phrase).filter(|_| is_free) {
                let pieces = phrase.pieces.clone();
                claims.push(Claim { span, pieces });
            }
        }
        claims
    }

    fn stands_alone(&self, text: &str, span: Span, phrase: usize) -> bool {
        let name = span.of(text);
        let before = text[..span.start].chars().next_back();
        let mut rest = text[span.end..].chars();
        let next = rest.next();
        let first_is_hangul = name.starts_with(is_syllable);
        let joined = |c: char| c.is_alphanumeric() && is_syllable(c) == first_is_hangul;
        let last_is_hangul = name.ends_with(is_syllable);
        let follows = |c: char| c.is_alphabetic() && is_syllable(c) == last_is_hangul;
        let Some(phrase) = self.phrases.get(phrase) else {
            return false;
        };
        let may_follow = match (phrase.after, next) {
            (After::Blank, next) => next == Some(' '),
            (_, Some(_)) if last_is_hangul => true,
            (After::Anything, Some(c)) => !follows(c) || c.is_lowercase(),
            (After::Genitive, Some('s')) if self.is_german => !rest.next().is_some_and(follows),
            (After::Genitive, next) => !next.is_some_and(follows),
            (After::Anything, None) => true,
        };
        may_follow && !before.is_some_and(joined)
    }
}
