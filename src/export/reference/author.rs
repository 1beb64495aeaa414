//! Bylines as the names of authors.
//!
//! Only what is plainly a person is taken apart into family and given names; a desk,
//! an agency and names of other scripts stay as they are printed.

/// Somebody who wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author<'a> {
    /// A person: the names as they are printed, where the family name begins.
    Person {
        /// Given names.
        given: &'a str,
        /// The family name with its particles.
        family: &'a str,
    },
    /// Anybody else, as printed.
    Literal(&'a str),
}

/// What stands between two authors.
const BETWEEN: [&str; 6] = [" and ", " & ", " und ", " et ", " y ", ", "];
/// Words that begin a family name.
const PARTICLES: [&str; 20] = [
    "al", "bin", "d'", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la",
    "le", "ten", "ter", "van", "von", "zu",
];
/// Words of desks and agencies.
const NOBODY: [&str; 16] = [
    "agence",
    "agencia",
    "agency",
    "bureau",
    "correspondent",
    "desk",
    "editorial",
    "news",
    "newsroom",
    "press",
    "redaktion",
    "reporter",
    "reporters",
    "service",
    "staff",
    "team",
];
/// Words of a name at most.
const WORDS: usize = 5;

/// The authors that a byline names.
pub fn authors(byline: &str) -> Vec<Author<'_>> {
    let byline = byline.trim();
    if byline.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![byline];
    for between in BETWEEN {
        parts = parts.iter().flat_map(|part| part.split(between)).collect();
    }
    let persons: Option<Vec<Author>> = parts.iter().map(|part| person(part.trim())).collect();
    // A role after a comma, a town: then nothing tells where a name ends.
    persons.unwrap_or_else(|| vec![Author::Literal(byline)])
}

fn person(name: &str) -> Option<Author<'_>> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |word: &&str| {
        let letters = |c: char| c.is_alphabetic() || "-’'.".contains(c);
        PARTICLES.contains(&&*word.to_lowercase())
            || (word.starts_with(char::is_uppercase) && word.chars().all(letters))
    };
    let nobody = |word: &&str| NOBODY.contains(&&*word.to_lowercase());
    let fits = (2..=WORDS).contains(&words.len())
        && words.iter().all(is_name)
        && !words.iter().any(nobody);
    if !fits {
        return None;
    }
    let before = |word: &&&str| PARTICLES.contains(&&*word.to_lowercase());
    let particles = words.iter().rev().skip(1).take_while(before).count();
    // The first word is a given name, whatever it looks like.
    let first = (words.len() - 1 - particles).max(1);
    let family = words.get(first)?;
    let at = family.as_ptr() as usize - name.as_ptr() as usize;
    let (given, family) = name.split_at_checked(at)?;
    Some(Author::Person {
        given: given.trim(),
        family: family.trim(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(byline: &str, expected: &[(&str, &str)]) {
        let found = authors(byline);
        let shown: Vec<(&str, &str)> = found
            .iter()
            .map(|author| match author {
                Author::Person { given, family } => (*given, *family),
                Author::Literal(name) => ("", *name),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn persons_are_taken_apart() {
        check("Ana Ruiz", &[("Ana", "Ruiz")]);
        check(
            "Ana Ruiz and Bo T. Lee",
            &[("Ana", "Ruiz"), ("Bo T.", "Lee")],
        );
        check(
            "Jan van der Meer, Émile Roux",
            &[("Jan", "van der Meer"), ("Émile", "Roux")],
        );
        check("Mary O’Neill-Smith", &[("Mary", "O’Neill-Smith")]);
    }

    #[test]
    fn whoever_is_no_plain_person_stays_as_printed() {
        check("Quay News Agency", &[("", "Quay News Agency")]);
        check(
            "Ana Ruiz, Harbour reporter",
            &[("", "Ana Ruiz, Harbour reporter")],
        );
        check("김나래 기자", &[("", "김나래 기자")]);
        check("Kimmel", &[("", "Kimmel")]);
        check(" ", &[]);
    }
}
