//! The word lists of this layer: text files in parts, one entry a line.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that pages print around articles.
pub static FURNITURE: LazyLock<Lists> =
    LazyLock::new(|| Lists::parse(include_str!("words/furniture.txt")));

/// Words of author and date lines.
pub static BYLINE: LazyLock<Lists> =
    LazyLock::new(|| Lists::parse(include_str!("words/byline.txt")));

/// Words in the names of outlets.
pub static OUTLETS: LazyLock<Lists> =
    LazyLock::new(|| Lists::parse(include_str!("words/outlets.txt")));

/// Names of the months; the part names are the numbers 1 to 12.
pub static MONTHS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    entries(include_str!("words/months.txt"))
        .map(|line| line.split_whitespace().collect())
        .collect()
});

/// A word list in parts; `[name]` begins one, `#` a remark.
pub struct Lists {
    parts: Vec<(&'static str, HashSet<&'static str>)>,
}

impl Lists {
    fn parse(file: &'static str) -> Self {
        let mut parts = vec![("", HashSet::new())];
        for line in entries(file) {
            match line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                Some(name) => parts.push((name, HashSet::new())),
                None => {
                    if let Some((_, words)) = parts.last_mut() {
                        words.insert(line);
                    }
                }
            }
        }
        Self { parts }
    }

    /// Whether `words`, in lower case, are an entry of `part`.
    pub fn has(&self, part: &str, words: &str) -> bool {
        self.part(part).is_some_and(|p| p.contains(words))
    }

    /// The longest entry of `part` that `words`, in lower case, begin with;
    /// an entry that ends with a letter must end a word there.
    pub fn prefix(&self, part: &str, words: &str) -> Option<&'static str> {
        let begins = |entry: &&&str| {
            words.strip_prefix(**entry).is_some_and(|rest| {
                !entry.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
            })
        };
        let entries = self.part(part)?.iter();
        entries.filter(begins).max_by_key(|e| e.len()).copied()
    }

    fn part(&self, name: &str) -> Option<&HashSet<&'static str>> {
        let found = self.parts.iter().find(|(part, _)| *part == name);
        found.map(|(_, words)| words)
    }
}

fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = file.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_its_parts() {
        for part in ["whole", "begins", "links"] {
            assert!(FURNITURE.part(part).is_some_and(|p| p.len() > 50), "{part}");
        }
        for part in [
            "by", "label", "changed", "weekday", "role", "agency", "about",
        ] {
            assert!(BYLINE.part(part).is_some_and(|p| p.len() > 4), "{part}");
        }
        assert!(OUTLETS.has("", "gazette"));
        assert_eq!(MONTHS.len(), 12);
    }

    #[test]
    fn a_prefix_ends_where_a_word_ends() {
        assert_eq!(BYLINE.prefix("by", "by kim"), Some("by"));
        assert_eq!(BYLINE.prefix("by", "bystanders saw it"), None);
    }
}
