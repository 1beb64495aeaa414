//! What is known of words and names before any article is read.
//!
//! The lists are text files, one entry a line, `#` before a comment, written for
//! this program. They decide nothing: "Reading", "Nice" and "Will" are weighed
//! where they stand, by the rules above. Loaded once, when an article is read first.

mod compound;
mod facts;
mod known;
mod lists;
mod nickname;
mod pronouns;
mod sex;
pub(super) mod speech;
pub(super) mod statements;

pub use compound::is_compound_of;
pub use facts::{Facts, facts, is_listed_common};
pub use known::{Known, KnownKind, known, known_as, seated_in};
pub(in crate::analysis) use lists::*;
pub use nickname::is_nickname;
pub use pronouns::is_pronoun;
pub use sex::Sex;

/// The entries of a word list.
pub(in crate::analysis) fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}
