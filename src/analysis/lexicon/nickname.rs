//! Given names and what people of that name are called.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::entries;

/// Whether two given names, in lower case, may be one person's: Chuck and Charles, or
/// Chuck and Charlie.
pub fn is_nickname(a: &str, b: &str) -> bool {
    let formal = |name: &str| FORMAL.get(name).map_or(&[][..], Vec::as_slice);
    let (formal_a, formal_b) = (formal(a), formal(b));
    formal_a.contains(&b)
        || formal_b.contains(&a)
        || formal_a.iter().any(|name| formal_b.contains(name))
}

/// The formal names of each short one.
static FORMAL: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut formal: HashMap<&str, Vec<&str>> = HashMap::new();
    for entry in entries(include_str!("nicknames.txt")) {
        let mut names = entry.split(' ');
        let Some(whole) = names.next() else {
            continue;
        };
        for short in names {
            formal.entry(short).or_default().push(whole);
        }
    }
    formal
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_those_of_the_formal_ones() {
        assert!(is_nickname("bill", "william"));
        assert!(is_nickname("william", "will"));
        assert!(is_nickname("bob", "rob"));
        assert!(!is_nickname("bill", "robert"));
        assert!(!is_nickname("zzyzx", "zzyzx"));
    }
}
