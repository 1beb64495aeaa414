//! German compounds: what a word is by its last part.

/// A compound has at least so many letters before its last part.
const MIN_BEFORE: usize = 3;

/// Whether `word` is a compound whose last part is `ending`, both in lower case:
/// Hafenministerin is a Ministerin.
pub fn is_compound_of(word: &str, ending: &str) -> bool {
    let before = word.strip_suffix(ending).unwrap_or_default();
    before.chars().count() >= MIN_BEFORE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_has_something_before_its_last_part() {
        assert!(is_compound_of("hafenministerin", "ministerin"));
        assert!(!is_compound_of("ministerin", "ministerin"));
        assert!(!is_compound_of("ableiter", "leiter"));
        assert!(!is_compound_of("hafenministerin", "minister"));
    }
}
