//! Names where there is less room than they take: what is left must still be a name.

use std::borrow::Cow;

use super::paint::columns;

/// As many words as fit: a name cut inside a word is another name. The article
/// before it goes first, as it does in a name that is spoken of.
pub fn outlet(name: &str, room: usize) -> &str {
    if columns(name) <= room {
        return name;
    }
    let name = name.strip_prefix("The ").unwrap_or(name);
    if !name.contains(' ') {
        return domain(name, room);
    }
    let first = name.split(' ').next().unwrap_or_default();
    if columns(first) > room {
        // The pen cuts it and says so.
        return name;
    }
    // A name does not end in "of".
    let begins_low = |at: usize| {
        name[..at]
            .rsplit(' ')
            .next()
            .is_some_and(|word| !begins_a_name(word))
    };
    let borders = name.match_indices(' ').map(|(at, _)| at);
    let borders = borders.filter(|at| !begins_low(*at));
    let ends = std::iter::once(name.len()).chain(borders.rev());
    let mut kept = ends.map(|end| name[..end].trim_end());
    let kept = kept.find(|kept| columns(kept) <= room).unwrap_or_default();
    // An article alone, or a city, is no name: letters of the next word say more.
    match columns(kept) * 2 < room {
        true => name,
        false => kept,
    }
}

// Without its last parts, which say least.
fn domain(name: &str, room: usize) -> &str {
    let ends = name.rmatch_indices('.').map(|(at, _)| &name[..at]);
    let mut fitting = ends.filter(|kept| !kept.is_empty() && columns(kept) <= room);
    fitting.next().unwrap_or(name)
}

/// A speaker: where the family name would be lost, it stands and the others are initials.
pub fn speaker(name: &str, room: usize) -> Cow<'_, str> {
    let words: Vec<&str> = name.split(' ').collect();
    let [given @ .., family] = words.as_slice() else {
        return Cow::Borrowed(name);
    };
    let is_whole = columns(name) <= room;
    let named = given.iter().all(|word| begins_a_name(word)) && begins_a_name(family);
    // A cut that leaves half of the last word leaves the name.
    let lost = columns(name) + 1 > room + columns(family).div_ceil(2);
    if is_whole || !lost || !named || given.len() > MOST_GIVEN {
        return Cow::Borrowed(name);
    }
    // As few initials as will do, from the left.
    let initial = |word: &&str| word.chars().take(1).chain(['.']).collect::<String>();
    let shorter = (1..=given.len()).map(|count| {
        let initials = given.iter().take(count).map(initial);
        let kept = given.iter().skip(count).map(|word| (*word).to_owned());
        let words: Vec<String> = initials.chain(kept).collect();
        format!("{} {family}", words.join(" "))
    });
    let mut fitting = shorter.filter(|name| columns(name) <= room);
    match fitting.next() {
        Some(name) => Cow::Owned(name),
        None => Cow::Borrowed(family),
    }
}

/// Names before the last one that can become initials: more of them are no person's.
const MOST_GIVEN: usize = 3;

fn begins_a_name(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|first| !first.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_never_cut_inside_a_word() {
        assert_eq!(outlet("Northmoor Gazette", 20), "Northmoor Gazette");
        assert_eq!(outlet("Northmoor Gazette", 10), "Northmoor");
        assert_eq!(outlet("Northmoor Gazette", 8), "Northmoor Gazette");
        assert_eq!(outlet("The Harbour Courier", 10), "Harbour");
        assert_eq!(outlet("한결통신", 8), "한결통신");
        assert_eq!(outlet("Le Courrier du Port", 10), "Le Courrier du Port");
        assert_eq!(outlet("", 8), "");
        assert_eq!(outlet("Le Courrier du Port de Mer", 18), "Le Courrier");
        assert_eq!(outlet("harbourcourier.example", 15), "harbourcourier");
        assert_eq!(outlet("news.example.org", 12), "news.example");
        assert_eq!(
            outlet("harbourcourier.example", 8),
            "harbourcourier.example"
        );
    }

    #[track_caller]
    fn check(name: &str, room: usize, expected: &str) {
        assert_eq!(speaker(name, room), expected);
    }

    #[test]
    fn the_family_name_stays() {
        check("Nadia Fairweather", 20, "Nadia Fairweather");
        check("Nadia Fairweather", 10, "Fairweather");
        check("Nadia Fairweather", 11, "Fairweather");
        check("Augustin Brandt", 10, "A. Brandt");
        check("Rosa Augusta Linden", 16, "R. A. Linden");
        // What is left of it tells it.
        check("Augustin Brandt", 14, "Augustin Brandt");
        check(
            "the harbour master of Saltmere",
            12,
            "the harbour master of Saltmere",
        );
        check("윤서하", 4, "윤서하");
        check("", 4, "");
    }
}
