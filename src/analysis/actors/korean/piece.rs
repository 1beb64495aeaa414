//! Korean words: what stands between spaces, with the particle glued to a noun.

use std::sync::LazyLock;

use crate::analysis::lexicon::entries;
use crate::model::{Article, Span};

/// Letters and digits without a space or mark between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its letters.
    pub text: &'a str,
    /// Where they stand.
    pub span: Span,
    /// The letters without the particle; the same as `text` when there is none.
    pub stem: &'a str,
    /// Whether the particle surely is one, so that a phrase ends here.
    pub closed: bool,
    /// Whether only a space parts it from the piece before, in the same block.
    pub joined: bool,
    /// The character before it.
    pub before: Option<char>,
}

impl Piece<'_> {
    /// Where the letters without the particle stand.
    pub fn stem_span(&self) -> Span {
        Span::new(self.span.start, self.span.start + self.stem.len())
    }

    /// Whether it is written in Hangul.
    pub fn is_hangul(&self) -> bool {
        self.text.chars().all(is_syllable)
    }
}

/// Cuts the analysed blocks of `article` into pieces.
pub fn pieces(article: &Article) -> Vec<Piece<'_>> {
    let mut found: Vec<Piece> = Vec::new();
    for block in article
        .blocks
        .iter()
        .filter(|block| block.kind.is_analysed())
    {
        let begun = found.len();
        let text = block.span.of(&article.text);
        let mut at = 0;
        while let Some(gap) = text[at..].find(char::is_alphanumeric) {
            let start = at + gap;
            let rest = &text[start..];
            let len = rest
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(rest.len());
            let gap = &text[at..start];
            let joined = found.len() > begun && !gap.is_empty() && gap.chars().all(|c| c == ' ');
            found.push(piece(&rest[..len], block.span.start + start, joined, gap));
            at = start + len;
        }
    }
    found
}

fn piece<'a>(text: &'a str, start: usize, joined: bool, gap: &str) -> Piece<'a> {
    let particle = particle(text);
    Piece {
        text,
        span: Span::new(start, start + text.len()),
        stem: particle.map_or(text, |particle| &text[..text.len() - particle.form.len()]),
        closed: particle.is_some_and(|particle| particle.closes),
        joined,
        before: gap.chars().next_back(),
    }
}

/// A particle and the sounds that it may follow.
struct Particle {
    form: &'static str,
    after: &'static str,
    closes: bool,
}

/// Longest first.
static PARTICLES: LazyLock<Vec<Particle>> = LazyLock::new(|| {
    let rows = entries(include_str!("../../lexicon/korean/particles.txt"));
    let mut all: Vec<Particle> = rows
        .filter_map(|row| {
            let mut columns = row.split('\t');
            Some(Particle {
                form: columns.next()?,
                after: columns.next()?,
                closes: columns.next() == Some("!"),
            })
        })
        .collect();
    all.sort_by_key(|particle| std::cmp::Reverse(particle.form.len()));
    all
});

/// The particle that ends `text`, by the sound before it: 은 follows a consonant, 는
/// a vowel.
fn particle(text: &str) -> Option<&'static Particle> {
    PARTICLES.iter().find(|particle| {
        let stem = text.strip_suffix(particle.form).unwrap_or_default();
        let last = stem.chars().next_back().and_then(final_consonant);
        let fits = match (particle.after, last) {
            ("a", _) => true,
            ("c", Some(sound)) => sound != 0,
            ("v", Some(sound)) => sound == 0,
            ("l", Some(sound)) => sound == 0 || sound == RIEUL,
            ("n", Some(sound)) => sound != 0 && sound != RIEUL,
            // Latin letters are read in many ways.
            (_, None) => true,
            _ => false,
        };
        fits && stem.chars().count() > 1
    })
}

/// ㄹ among the final consonants.
const RIEUL: u32 = 8;

/// The number of the consonant that ends a syllable; 0 for none.
fn final_consonant(syllable: char) -> Option<u32> {
    is_syllable(syllable).then(|| (syllable as u32 - 0xAC00) % 28)
}

fn is_syllable(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, stem: &str) {
        assert_eq!(piece(text, 0, false, "").stem, stem);
    }

    #[test]
    fn a_particle_is_one_only_behind_the_sound_it_follows() {
        check("이서준은", "이서준");
        check("노라는", "노라");
        check("박지은", "박지은");
        check("마리아가", "마리아");
        check("부산으로", "부산");
        check("서울로", "서울");
    }

    #[test]
    fn a_single_syllable_keeps_its_ending() {
        check("그는", "그는");
        check("이", "이");
    }
}
