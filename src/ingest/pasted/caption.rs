//! The words below a picture, known by their credit.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::model::Span;

use crate::ingest::author::is_name;
use crate::ingest::furniture::{ends_sentence, words};
use crate::ingest::words::CAPTION;

/// The credit of `line` when it is a caption for sure: the credit names an
/// agency and a photographer, or the line speaks of a picture.
pub fn sure(line: &str) -> Option<Span> {
    let credit =
        bracketed(line).filter(|credit| credit.of(line).contains('/') || speaks_of_picture(line));
    credit.or_else(|| labelled(line)).or_else(|| slashed(line))
}

/// Whether `line` is a credit and nothing else: "Foto: Jan Ruhl / TVA".
pub fn is_credit_only(line: &str) -> bool {
    label(line).is_some_and(|(start, _)| start == 0) && labelled(line).is_some()
}

/// "The damaged ferry, June 2, 2025. REUTERS/Nina Holt"
fn slashed(line: &str) -> Option<Span> {
    const MOST_NAMES: usize = 8;
    let low = line.to_ascii_lowercase();
    let end = low.find("purchase licensing rights").unwrap_or(line.len());
    let line = line.get(..end)?.trim_end();
    let after = [". ", ") ", "” ", "\" "]
        .iter()
        .filter_map(|stop| line.rfind(stop).map(|at| at + stop.len()));
    let start = after.max()?;
    let credit = line.get(start..)?;
    let (agency, name) = credit.split_once('/')?;
    let agency = agency.split(' ').next().unwrap_or_default();
    let capitals = agency.len() > 1 && agency.chars().all(|c| c.is_ascii_uppercase());
    let fits = capitals && is_name(name) && words(credit) <= MOST_NAMES && !ends_sentence(credit);
    fits.then(|| Span::new(start, line.len()))
}

/// The credit of `line` when it may be a caption: it ends in a name in
/// brackets. So do paragraphs; where it stands must decide.
pub fn possible(line: &str) -> Option<Span> {
    bracketed(line)
}

/// What stands in brackets at the very end, if it is written like a name.
pub fn bracketed(line: &str) -> Option<Span> {
    let open = line.rfind(['(', '['])?;
    let rest = &line[open..];
    if !rest.ends_with([')', ']']) || rest.matches([')', ']']).count() != 1 {
        return None;
    }
    let inside = Span::new(open + 1, line.len() - 1).trimmed(line);
    let span = without_label(line, inside);
    let name = span.of(line);
    let named = span != inside || is_name(&name.replace(['/', '-', ',', '|'], " "));
    let fits = named && !name.is_empty() && words(name) <= 8;
    let figures = name.chars().any(|c| c.is_ascii_digit());
    (fits && !figures && !is_party(name)).then_some(span)
}

/// "Foto: Jan Ruhl" is by Jan Ruhl.
fn without_label(line: &str, span: Span) -> Span {
    let low = span.of(line).to_lowercase();
    let same = low.len() == span.len();
    let label = CAPTION.prefix("label", &low).filter(|_| same);
    let rest = label.and_then(|label| span.of(line).get(label.len()..));
    let name = rest.map_or(span.of(line), |rest| {
        rest.trim_start_matches([':', ' ', '\u{a0}'])
    });
    Span::new(span.end - name.len(), span.end)
}

/// "Two men on the quay. Photo: Ana Ruiz/Meridian"
fn labelled(line: &str) -> Option<Span> {
    const MOST_WORDS: usize = 90;
    const MOST_NAMES: usize = 8;
    let (at, end) = label(line)?;
    let rest = Span::new(end, line.len());
    let left = rest.of(line).len() - rest.of(line).trim_start_matches([':', ' ']).len();
    let name = rest.of(line).trim_end_matches(['.', ' ']);
    let credit = Span::new(end + left, end + name.len().max(left));
    let before = line.get(..at)?.trim_end();
    let parted = before.is_empty()
        || ends_sentence(before)
        || before.ends_with(['|', '(', '[', '–', '—', '-', '/', '다']);
    // "Image: mia!" may follow anything, "image: a man" only a sentence.
    let capital = line.get(at..)?.starts_with(char::is_uppercase);
    let named = is_name(&credit.of(line).replace(['/', ',', '|', ':'], " "));
    let fits = (parted && named) || (capital && line.get(at..end)?.ends_with(':'));
    let short = words(line) <= MOST_WORDS && words(credit.of(line)) <= MOST_NAMES;
    (fits && short && !credit.is_empty()).then_some(credit)
}

/// Where the last label of `line` begins and ends.
fn label(line: &str) -> Option<(usize, usize)> {
    static LABELS: LazyLock<AhoCorasick> = LazyLock::new(|| matcher("label"));
    let last = LABELS.find_iter(line).last()?;
    Some((last.start(), last.end()))
}

fn matcher(part: &str) -> AhoCorasick {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(CAPTION.entries(part))
        .expect("a short list makes a small automaton")
}

/// Whether a credit names one agency and nobody else, as closing credits do.
pub fn is_agency_only(credit: &str) -> bool {
    !credit.contains('/') && words(credit) <= 4
}

fn speaks_of_picture(line: &str) -> bool {
    static PICTURES: LazyLock<AhoCorasick> = LazyLock::new(|| matcher("picture"));
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    PICTURES.find_iter(line).any(|found| {
        let before = line.get(..found.start()).unwrap_or_default();
        let after = line.get(found.end()..).unwrap_or_default();
        !letter(before.chars().next_back()) && !letter(after.chars().next())
    })
}

/// "R-Ohio" and "D-N.Y." are politicians' parties.
fn is_party(words: &str) -> bool {
    let mut parts = words.split('-');
    parts.next().is_some_and(|first| first.chars().count() == 1) && parts.next().is_some()
}

/// The credit at the end of a paragraph: "… he said. (Meridian)".
///
/// It must follow the end of a sentence. Returns the span with its brackets.
pub fn closing(line: &str) -> Option<Span> {
    const MOST_WORDS: usize = 4;
    let name = bracketed(line)?;
    let open = line[..name.start].rfind(['(', '['])?;
    let before = line[..open].trim_end();
    let ended = before.is_empty() || ends_sentence(before);
    (ended && words(name.of(line)) <= MOST_WORDS).then(|| Span::new(open, line.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, credit: Option<&str>) {
        assert_eq!(sure(line).map(|c| c.of(line)), credit, "{line}");
    }

    #[test]
    fn a_caption_is_known_by_its_credit() {
        check(
            "The bow of the ferry on Tuesday. (The Post/Nina Holt)",
            Some("The Post/Nina Holt"),
        );
        check(
            "Kim (L) and Xi in this photo from June 2019. (KCW-Meridian)",
            Some("KCW-Meridian"),
        );
        check("A severe case of eczema. Image: Jambula.", Some("Jambula"));
        check(
            "Der Hafen am Morgen. Foto: Jan Ruhl/TVA",
            Some("Jan Ruhl/TVA"),
        );
        check(
            "Miners wait, in this picture released by their union. (EFNA)",
            Some("EFNA"),
        );
    }

    #[test]
    fn paragraphs_are_not_captions() {
        check("The bill was backed by two senators. (R-Ohio)", None);
        check("He left for Seoul the same day. (Meridian)", None);
        check("It was the image: a man alone on a quay", None);
        check("She sent the picture to the board (and to us).", None);
    }

    #[test]
    fn a_closing_credit_follows_a_sentence() {
        let line = "He said so, according to the official. (Meridian)";
        assert_eq!(closing(line).map(|c| c.of(line)), Some("(Meridian)"));
        assert_eq!(closing("the Central Wire (KCW)"), None);
        assert_eq!(closing("He signed it (the treaty)."), None);
    }
}
