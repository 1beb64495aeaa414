//! The words below a picture, known by their credit.

use crate::model::Span;

use crate::ingest::byline::is_name;
use crate::ingest::furniture::{ends_sentence, words};

/// The credit of `line` when it is a caption for sure: the credit names an
/// agency and a photographer, or the line speaks of a picture.
pub fn sure(line: &str) -> Option<Span> {
    let credit = bracketed(line).filter(|credit| {
        let low = credit.of(line).to_lowercase();
        low.contains('/') || speaks_of_picture(&low) || speaks_of_picture(&line.to_lowercase())
    });
    credit.or_else(|| labelled(line))
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
    let span = Span::new(open + 1, line.len() - 1).trimmed(line);
    let words_in = span.of(line);
    let low = words_in.to_lowercase();
    let labelled = LABELS.iter().any(|label| low.starts_with(label));
    let fits =
        (labelled || is_name(&words_in.replace(['/', '-', ',', '|'], " "))) && words(words_in) <= 8;
    let figures = words_in.chars().any(|c| c.is_ascii_digit());
    (fits && !figures && !is_party(words_in)).then_some(span)
}

const LABELS: &[&str] = &[
    "photo:",
    "photo by",
    "photo credit",
    "photograph:",
    "photograph by",
    "image:",
    "picture:",
    "foto:",
    "bild:",
    "photo :",
    "crédit",
    "credit:",
    "cortesía",
    "사진=",
    "사진:",
    "사진 =",
    "사진제공",
    "file photo",
    "courtesy",
];

/// "Two men on the quay. Photo: Ana Ruiz/Meridian"
fn labelled(line: &str) -> Option<Span> {
    const MOST_WORDS: usize = 90;
    let low = line.to_lowercase();
    let same = low.len() == line.len();
    let (at, label) = LABELS
        .iter()
        .filter_map(|l| low.rfind(l).map(|at| (at, l)))
        .max()?;
    let before = line.get(..at)?.trim_end();
    let span = Span::new(at + label.len(), line.len()).trimmed(line);
    let start =
        span.start + span.of(line).len() - span.of(line).trim_start_matches([':', ' ']).len();
    let credit = Span::new(
        start,
        start + line.get(start..)?.trim_end_matches(['.', ')', ']']).len(),
    );
    let own = before.is_empty()
        || before.ends_with([
            '.', '!', '?', '”', '"', '|', '(', '[', '–', '—', '-', '/', ')', '’', '»', '다',
        ]);
    let fits = same
        && own
        && words(line) <= MOST_WORDS
        && words(credit.of(line)) <= 8
        && !credit.is_empty();
    (fits && is_name(&credit.of(line).replace(['/', ',', '|', ':'], " "))).then_some(credit)
}

/// Whether a credit names one agency and nobody else, as closing credits do.
pub fn is_agency_only(credit: &str) -> bool {
    !credit.contains('/') && words(credit) <= 4
}

fn speaks_of_picture(low: &str) -> bool {
    const PICTURES: &[&str] = &[
        "photo",
        "picture",
        "pictured",
        "image",
        "screenshot",
        "(l)",
        "(r)",
        "(c)",
        "seen here",
        "foto",
        "bild",
        "(links)",
        "(rechts)",
        "(gauche)",
        "(izquierda)",
        "archivfoto",
        "archive",
        "archivo",
        "사진",
    ];
    let is_word = |at: usize, word: &str| {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        edge(low[..at].chars().next_back()) && edge(low[at + word.len()..].chars().next())
    };
    PICTURES.iter().any(|word| {
        low.match_indices(word)
            .any(|(at, _)| word.starts_with('(') || is_word(at, word))
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
