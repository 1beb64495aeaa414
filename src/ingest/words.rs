//! The word lists of this layer: text files in parts, one entry a line.

use std::collections::{HashMap, HashSet};
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

/// Words of lines below pictures.
pub static CAPTION: LazyLock<Lists> =
    LazyLock::new(|| Lists::parse(include_str!("words/caption.txt")));

/// Names of the fields of records.
pub static RECORD: LazyLock<Lists> =
    LazyLock::new(|| Lists::parse(include_str!("words/record.txt")));

/// Names of the months; one list each from January.
pub static MONTHS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    entries(include_str!("words/months.txt"))
        .map(|line| line.split_whitespace().collect())
        .collect()
});

/// A word list in parts; `[name]` begins one, `#` a remark.
pub struct Lists {
    parts: Vec<Part>,
}

#[derive(Default)]
struct Part {
    name: &'static str,
    /// As in the file.
    entries: Vec<&'static str>,
    set: HashSet<&'static str>,
    /// By their first letter, because every line of a file is looked up.
    by_letter: HashMap<char, Vec<&'static str>>,
}

impl Lists {
    fn parse(file: &'static str) -> Self {
        let mut parts = vec![Part::default()];
        for line in entries(file) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                let part = Part {
                    name,
                    ..Part::default()
                };
                parts.push(part);
            } else if let Some(part) = parts.last_mut() {
                part.entries.push(line);
                part.set.insert(line);
                if let Some(first) = line.chars().next() {
                    part.by_letter.entry(first).or_default().push(line);
                }
            }
        }
        Self { parts }
    }

    /// The entries of `part` in the order of the file.
    pub fn entries(&self, part: &str) -> &[&'static str] {
        self.part(part).map_or(&[], |p| &p.entries)
    }

    /// Whether `words`, in lower case, are an entry of `part`.
    pub fn has(&self, part: &str, words: &str) -> bool {
        self.part(part).is_some_and(|p| p.set.contains(words))
    }

    /// The longest entry of `part` that `words`, in lower case, begin with;
    /// an entry that ends with a letter must end a word there.
    pub fn prefix(&self, part: &str, words: &str) -> Option<&'static str> {
        let begins = |entry: &&&str| {
            words.strip_prefix(**entry).is_some_and(|rest| {
                !entry.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
            })
        };
        let entries = self.part(part)?.by_letter.get(&words.chars().next()?)?;
        entries
            .iter()
            .filter(begins)
            .max_by_key(|e| e.len())
            .copied()
    }

    fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name == name)
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
            assert!(FURNITURE.entries(part).len() > 50, "{part}");
        }
        for part in [
            "by", "label", "changed", "weekday", "role", "agency", "about",
        ] {
            assert!(BYLINE.entries(part).len() > 4, "{part}");
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
