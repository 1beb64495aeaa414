//! Names of authors, as far as their spelling tells them.

use crate::model::Span;

use super::furniture::{ends_sentence, words};
use super::words::BYLINE;

/// Reads `line` as a bare name with a town or role: "Rosalind Pike in Tokyo",
/// "Jane Doe Transport correspondent".
///
/// Such a line is an author line only beside a date line.
pub fn bare_name(line: &str) -> Option<Span> {
    let start = line.len() - line.trim_start().len();
    let name = line.split([',', '|', '(']).next().unwrap_or_default();
    let name = name.split(" in ").next().unwrap_or_default().trim();
    let name = if is_role(&name.to_lowercase()) {
        first_name(name)
    } else {
        name
    };
    let fits = is_name(name) && words(name) >= 2 && words(line) <= 8 && !ends_sentence(line);
    fits.then(|| Span::new(start, start + name.len()))
}

/// The first two names, and small words between them, of a line that goes on
/// with what the author is.
fn first_name(line: &str) -> &str {
    let mut capitals = 0;
    for (at, _) in line.match_indices(' ').chain([(line.len(), "")]) {
        let word = line[..at].rsplit(' ').next().unwrap_or_default();
        capitals += usize::from(word.starts_with(char::is_uppercase));
        if capitals == 2 {
            return &line[..at];
        }
    }
    line
}

/// Whether `text` is written as names are: capitals, with small words between.
pub fn is_name(text: &str) -> bool {
    const SMALL: &[&str] = &[
        "and", "und", "et", "y", "e", "&", "de", "del", "da", "di", "du", "la", "le", "van", "von",
        "der", "den", "bin", "al", "the", "of",
    ];
    let mut capitals = 0;
    let fits = text.split_whitespace().all(|word| {
        let first = word.trim_start_matches(['(', '\'', '’']).chars().next();
        let capital =
            first.is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
        capitals += usize::from(capital);
        capital || SMALL.contains(&word)
    });
    fits && capitals > 0
        && capitals <= 8
        && !text.contains(['"', '“', '”', '«', ':', ';', '?', '!'])
}

/// Whether `low`, in lower case, says what an author is.
pub fn is_role(low: &str) -> bool {
    let mut found = low.split(|c: char| !c.is_alphanumeric());
    words(low) <= 6 && found.any(|word| BYLINE.has("role", word))
}

/// Whether `name` is one word and no sentence.
pub fn is_single_word(name: &str) -> bool {
    !name.is_empty()
        && !name.contains(char::is_whitespace)
        && name.chars().any(char::is_alphabetic)
        && !ends_sentence(name)
}

/// The names at the beginning of `piece`: up to a comma, a town or a role.
///
/// A comma goes on to another author when `listed` or when an "and" follows.
pub fn author(line: &str, piece: Span, listed: bool) -> Span {
    let words = piece.of(line);
    let mut end = words.len();
    for stop in [" in ", " at ", " for ", " | ", " (", " <"] {
        end = words.find(stop).map_or(end, |at| at.min(end));
    }
    let mut from = 0;
    while let Some(comma) = words[from..end].find(',') {
        let rest = words[from + comma + 1..end].trim_start();
        let last = [" and ", " und ", " et ", " y "]
            .iter()
            .any(|and| rest.contains(and));
        let next = rest.split(',').next().unwrap_or_default();
        let name = is_name(next) && self::words(next) >= 2 && !is_role(&next.to_lowercase());
        // "Ann Lee, Bo Ek and Cy Dahl" goes on, "Ann Lee, Political Editor" ends.
        if name && (listed || last) {
            from += comma + 1;
        } else {
            end = from + comma;
            break;
        }
    }
    Span::new(piece.start, piece.start + end).trimmed(line)
}

/// "서지안 기자" is the author 서지안.
pub fn korean_author(line: &str, piece: Span) -> Option<Span> {
    let words = piece.of(line);
    let at = ["기자", "특파원", "논설위원"].iter().find_map(|role| {
        let at = words.find(role)?;
        let next = words[at + role.len()..].chars().next();
        next.is_none_or(|c| !c.is_alphabetic()).then_some(at)
    })?;
    let before = words[..at].trim_end();
    let name = before.rsplit([' ', ')', '=']).next()?;
    let letters = name.chars().count();
    let start = piece.start + before.len() - name.len();
    (2..=5)
        .contains(&letters)
        .then(|| Span::new(start, start + name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, name: Option<&str>) {
        assert_eq!(bare_name(line).map(|s| s.of(line)), name, "{line}");
    }

    #[test]
    fn a_bare_name_may_have_a_town_or_a_role() {
        check("Rosalind Pike in Tokyo", Some("Rosalind Pike"));
        check("Jane Doe Transport correspondent", Some("Jane Doe"));
        check("Ana de la Cruz Political editor", Some("Ana de la Cruz"));
        check(
            "Jeanne Dupont (Port Ansel, envoyée spéciale)",
            Some("Jeanne Dupont"),
        );
        check("Fishing fleets wait for a treaty", None);
        check("Ann Lee left.", None);
    }

    #[test]
    fn a_list_of_authors_goes_on_over_commas() {
        let list = |line: &str, listed| {
            author(line, Span::new(0, line.len()), listed)
                .of(line)
                .to_owned()
        };
        assert_eq!(
            list("Ann Lee, Bo Ek and Cy Dahl", false),
            "Ann Lee, Bo Ek and Cy Dahl"
        );
        assert_eq!(list("Ann Lee, Bo Ek", true), "Ann Lee, Bo Ek");
        assert_eq!(list("Jana Doe, Port Ansel", false), "Jana Doe");
        assert_eq!(list("Ann Lee, Political Editor", true), "Ann Lee");
    }
}
