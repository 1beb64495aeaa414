//! What people marked, as articles and passages that a query may ask for.

use super::class::{Needle, mask};
use super::occurrences::holds;
use super::query::{Pattern, State, Test};
use super::run::Search;
use super::searchable::searchable;
use crate::model::{Mark, Place, Span};
use crate::store::{Positions, Row};

/// Which marks a test means.
enum Wanted<'q> {
    Tag(&'q Pattern, Needle),
    Note(&'q Pattern, Needle),
    Picked,
    Speaker,
}

impl Search<'_> {
    /// Whether somebody read the article.
    pub(super) fn is_seen(&self, row: &Row) -> bool {
        self.catalog.marks().is_seen(row.id)
    }

    /// The articles with a mark that `test` means, on a place that `fits`.
    pub(super) fn marked_articles(&self, test: &Test, fits: impl Fn(&Place) -> bool) -> Positions {
        let places = self.marked(test);
        let fitting = places.into_iter().filter(|(_, place)| fits(place));
        Positions::of(self.catalog.len(), fitting.map(|(position, _)| position))
    }

    /// The passages with a mark that `test` means, each with the position of its article.
    pub(super) fn marked_passages(&self, test: &Test) -> Vec<(usize, Span)> {
        let places = self.marked(test).into_iter();
        let passages = places.filter(|(_, place)| !place.span.is_empty());
        passages
            .map(|(position, place)| (position, place.span))
            .collect()
    }

    fn marked(&self, test: &Test) -> Vec<(usize, &Place)> {
        let (marks, wanted) = (self.catalog.marks(), Wanted::new(test));
        let Some(wanted) = wanted.filter(|_| !marks.all().is_empty()) else {
            return Vec::new();
        };
        let rows = self.catalog.rows().iter().enumerate();
        let places = rows.flat_map(|(position, row)| {
            let meant = marks.of(row.id).filter(|mark| wanted.is(mark));
            meant.filter_map(move |mark| Some((position, mark.place()?)))
        });
        places.collect()
    }
}

impl<'q> Wanted<'q> {
    fn new(test: &'q Test) -> Option<Self> {
        match test {
            Test::Tag(pattern) => Some(Self::Tag(pattern, Needle::new(pattern))),
            Test::Note(pattern) => Some(Self::Note(pattern, Needle::new(pattern))),
            Test::Is(State::Picked) => Some(Self::Picked),
            Test::Is(State::Fixed) => Some(Self::Speaker),
            test => {
                debug_assert!(!test.is_of_mark(), "every test of marks has its marks");
                None
            }
        }
    }

    fn is(&self, mark: &Mark) -> bool {
        match (self, mark) {
            (Self::Tag(pattern, needle), Mark::Tagged { tag, .. }) => stands(pattern, needle, tag),
            (Self::Note(pattern, needle), Mark::Noted { note, .. }) => {
                stands(pattern, needle, note)
            }
            (Self::Picked, Mark::Picked { .. }) | (Self::Speaker, Mark::Speaker { .. }) => true,
            _ => false,
        }
    }
}

/// Whether the words stand in `text` as they are written.
fn stands(pattern: &Pattern, needle: &Needle, text: &str) -> bool {
    let line = searchable(text).text.into_bytes();
    needle.written(&line, mask(&line)).is_some() && (!pattern.cased || holds(pattern, text))
}
