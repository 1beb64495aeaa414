//! Names that are known before: countries, cities, bodies of the world.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::entries;
use crate::model::Span;
use crate::text::word::words;

/// A name of the lists, in one of its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The form's words, cut as an article's are, with straight apostrophes.
    pub words: Box<[&'static str]>,
    /// The name that all forms stand for: United Kingdom for Britain.
    pub name: &'static str,
    /// What it names.
    pub kind: KnownKind,
    /// Whether the form needs "the" before it: "the North".
    pub needs_the: bool,
}

/// What a known name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KnownKind {
    /// A country, or a part of one that is spoken of like one.
    Country,
    /// A state of the United States.
    State,
    /// A province, a sea, a part of the world.
    Region,
    /// A city; capitals and seats of governments among them.
    City,
    /// A body, a company, a newspaper.
    Organization,
}

/// The known names that begin with `first`, longest first.
pub fn known(first: &str) -> &'static [Known] {
    KNOWN.by_first.get(first).map_or(&[], Vec::as_slice)
}

/// The known name that is printed as `printed`, a single word or several.
pub fn known_as(printed: &str) -> Option<&'static Known> {
    let first = printed.split([' ', '-']).next().unwrap_or(printed);
    let whole = |known: &&Known| known.words.join(" ") == printed;
    let single = |known: &&Known| matches!(&*known.words, [only] if *only == printed);
    known(printed)
        .iter()
        .find(single)
        .or_else(|| known(first).iter().find(whole))
}

/// The countries and bodies that govern from `city`: Russia for Moscow.
pub fn seated_in(city: &str) -> &'static [&'static str] {
    KNOWN.seats.get(city).map_or(&[], Vec::as_slice)
}

pub(super) const COUNTRIES: &str = include_str!("countries.tsv");

struct Index {
    by_first: HashMap<&'static str, Vec<Known>>,
    seats: HashMap<&'static str, Vec<&'static str>>,
}

static KNOWN: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index {
        by_first: HashMap::with_capacity(5_000),
        seats: HashMap::with_capacity(300),
    };
    // The first entry of a form wins: Georgia is a country before a state.
    index.add_rows(COUNTRIES, KnownKind::Country);
    index.add_rows(include_str!("us-states.tsv"), KnownKind::State);
    index.add_rows(include_str!("organizations.tsv"), KnownKind::Organization);
    index.add_rows(include_str!("cities.txt"), KnownKind::City);
    index.add_rows(include_str!("regions.txt"), KnownKind::Region);
    for forms in index.by_first.values_mut() {
        forms.sort_by_key(|known| std::cmp::Reverse(known.words.len()));
    }
    index
});

impl Index {
    /// Rows of name, other forms, demonyms or seats (organizations have none of
    /// the former), seats; only the first column is needed.
    fn add_rows(&mut self, list: &'static str, kind: KnownKind) {
        for row in entries(list) {
            let mut columns = row.split('\t');
            let name = columns.next().unwrap_or_default();
            self.add(name, name, kind);
            for form in forms(columns.next()) {
                self.add(form, name, kind);
            }
            if kind == KnownKind::Country {
                columns.next();
            }
            for seat in forms(columns.next()) {
                self.seats.entry(seat).or_default().push(name);
                self.add(seat, seat, KnownKind::City);
            }
        }
    }

    fn add(&mut self, form: &'static str, name: &'static str, kind: KnownKind) {
        let bare = form.strip_prefix("the ").or(form.strip_prefix("The "));
        let printed = bare.unwrap_or(form);
        let words: Box<[&str]> = words(printed, Span::new(0, printed.len()))
            .iter()
            .map(|word| word.span.of(printed))
            .collect();
        let Some(first) = words.first() else {
            return;
        };
        let same_first = self.by_first.entry(first).or_default();
        match same_first.iter_mut().find(|known| known.words == words) {
            Some(known) => known.needs_the &= bare.is_some(),
            None => same_first.push(Known {
                words,
                name: name.strip_prefix("The ").unwrap_or(name),
                kind,
                needs_the: bare.is_some(),
            }),
        }
    }
}

fn forms(column: Option<&'static str>) -> impl Iterator<Item = &'static str> {
    let column = column.unwrap_or_default();
    column.split('|').filter(|form| !form.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(printed: &str, expected: Option<(&str, KnownKind)>) {
        let found = known_as(printed).map(|known| (known.name, known.kind));
        assert_eq!(found, expected, "{printed}");
    }

    #[test]
    fn forms_lead_to_the_common_name() {
        check("DPRK", Some(("North Korea", KnownKind::Country)));
        check("U.S.", Some(("United States", KnownKind::Country)));
        check(
            "Great Britain",
            Some(("United Kingdom", KnownKind::Country)),
        );
        check("Oregon", Some(("Oregon", KnownKind::State)));
        check("Nowhere Land", None);
    }

    #[test]
    fn seats_of_governments_lead_to_their_country() {
        assert_eq!(seated_in("Oslo"), ["Norway"]);
        assert_eq!(seated_in("Brussels"), ["Belgium", "European Union"]);
        assert!(seated_in("Bergen").is_empty());
    }

    #[test]
    fn longer_forms_come_first() {
        let lengths: Vec<usize> = known("New").iter().map(|k| k.words.len()).collect();
        assert!(lengths.is_sorted_by(|a, b| a >= b) && lengths.len() > 10);
    }

    #[test]
    fn no_list_repeats_itself() {
        for list in [COUNTRIES, include_str!("organizations.tsv")] {
            let mut names: Vec<&str> = entries(list)
                .filter_map(|row| row.split('\t').next())
                .collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all);
        }
    }
}
