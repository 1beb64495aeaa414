//! Which known word was meant by one that is not known.

/// The known word that `word` was most likely meant to be; none when nothing is near.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    // Of three letters one may be wrong; of others a third.
    let most = (word.chars().count() / 3).max(1);
    let distances = known
        .into_iter()
        .map(|known| (strsim::damerau_levenshtein(known, &word), known));
    let (distance, near) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= most).then_some(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(nearest(word, ["list", "timeline", "add"]), expected);
    }

    #[test]
    fn what_is_near_is_meant_and_nothing_else() {
        check("lst", Some("list"));
        check("ad", Some("add"));
        check("Timelien", Some("timeline"));
        check("harbour", None);
        check("", None);
    }
}
