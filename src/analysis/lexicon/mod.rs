//! Word lists: facts about languages, one entry a line, `#` before a comment.

pub(super) mod speech;

/// The entries of a word list.
pub(super) fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}
