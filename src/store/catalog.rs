//! What lists need of every article, immutable, in memory.

use std::collections::HashMap;
use std::sync::Arc;

use super::positions::Positions;
use super::question::NameCount;
use crate::model::{ActorKind, ArticleId, Marks};

/// What a list shows of one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Which article.
    pub id: ArticleId,
    /// ISO 8601 as in [`crate::model::Meta::published`].
    pub published: Option<Box<str>>,
    /// The headline as printed.
    pub headline: Box<str>,
    /// The outlet.
    pub source: Option<Arc<str>>,
    /// ISO 639-1.
    pub language: Option<Arc<str>>,
    /// Quotes that are no terms.
    pub quotes: u32,
    /// Of these quotes, those without a speaker.
    pub unattributed: u32,
    /// Of these quotes, those whose speaker is a guess.
    pub guesses: u32,
    /// Actors.
    pub actors: u32,
    /// Every actor, and every speaker that is none; see [`Catalog::name`].
    pub names: Box<[NameRef]>,
    /// Of these names, those that speak.
    pub speakers: Box<[NameRef]>,
}

/// The place of a name in its catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameRef(u32);

impl NameRef {
    /// The name at `index`; there are never more than a `u32` counts.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Its place among [`Catalog::names`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Somebody who is named in articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name, or the noun phrase as printed for a speaker without one.
    pub text: Arc<str>,
    /// What it is; nothing for a noun phrase.
    pub kind: Option<ActorKind>,
    /// Acronyms and short forms that are not part of the name.
    pub aliases: Vec<Box<str>>,
    /// Articles that name it.
    pub articles: u32,
}

/// A name as some articles print it, and what it is.
type Spelled = (Box<str>, Option<ActorKind>);

/// The rows of all articles, newest first, undated ones last.
///
/// A catalog does not change: an import makes a new one, and whoever holds the
/// old one goes on reading it. What is large is shared, so that a catalog that
/// differs in marks alone costs nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalog {
    rows: Arc<Vec<Row>>,
    /// The places of the rows, by the ids of their articles.
    by_id: Arc<Vec<u32>>,
    names: Arc<Vec<Name>>,
    /// How often each name speaks and is named, where the store has counted.
    counts: Arc<Vec<NameCount>>,
    /// The number of each article in the store and its place in `rows`, by number.
    numbers: Arc<Vec<(i64, u32)>>,
    /// The number of each row.
    order: Arc<Vec<i64>>,
    /// The number of each actor in the store and the name that it has here, by number.
    actors: Arc<Vec<(i64, NameRef)>>,
    /// The name of each outlet that some articles give by its web address alone.
    outlets: Arc<HashMap<Box<str>, Arc<str>>>,
    /// Spellings of names other than those that are shown.
    spelled: Arc<HashMap<Spelled, NameRef>>,
    /// Articles of the library beyond these.
    further: usize,
    /// What people decided.
    marks: Arc<Marks>,
    /// The revision of the library at which the rows were read.
    read: usize,
    /// The revision of the library at which the marks were read.
    marked: usize,
}

impl Catalog {
    /// Makes a catalog of `rows`, putting them into list order.
    pub fn new(rows: Vec<Row>) -> Self {
        Self::with_names(rows, Vec::new())
    }

    /// Makes a catalog of `rows` and the names they refer to.
    pub fn with_names(mut rows: Vec<Row>, names: Vec<Name>) -> Self {
        rows.sort_by(in_list_order);
        Self::in_order(rows, names)
    }

    fn in_order(rows: Vec<Row>, names: Vec<Name>) -> Self {
        let mut by_id: Vec<u32> = (0..).take(rows.len()).collect();
        by_id.sort_unstable_by_key(|&at| rows.get(at as usize).map(|row| row.id));
        Self {
            rows: Arc::new(rows),
            by_id: Arc::new(by_id),
            names: Arc::new(names),
            ..Self::default()
        }
    }

    /// Makes the catalog of a store that knows articles by numbers of its own.
    pub(super) fn stored(mut rows: Vec<(i64, Row)>, names: Vec<Name>) -> Self {
        rows.sort_by(|(_, a), (_, b)| in_list_order(a, b));
        let places = rows.iter().zip(0..);
        let mut numbers: Vec<_> = places.map(|((number, _), at)| (*number, at)).collect();
        let order = rows.iter().map(|(number, _)| *number).collect();
        numbers.sort_unstable();
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        Self {
            numbers: Arc::new(numbers),
            order: Arc::new(order),
            ..Self::in_order(rows, names)
        }
    }

    /// The same catalog, whose rows were read at this revision of the library.
    pub fn read_at(mut self, revision: usize) -> Self {
        self.read = revision;
        self
    }

    /// The same catalog, whose marks were read at this revision of the library.
    pub fn marked_at(mut self, revision: usize) -> Self {
        self.marked = revision;
        self
    }

    /// The revision of the library at which the marks were read.
    pub fn marked(&self) -> usize {
        self.marked
    }

    /// What is to be shown when this comes after `shown`: of rows and of marks those
    /// that were read later. Several threads read catalogs, and the one that began
    /// first may end last. Nothing when nothing is newer.
    pub fn after(self: Arc<Self>, shown: &Self) -> Option<Arc<Self>> {
        let newer = |this: usize, other: usize| this >= other;
        match (
            newer(self.read, shown.read),
            newer(self.marked, shown.marked),
        ) {
            (true, true) => Some(self),
            (true, false) => {
                let rows = Self::clone(&self);
                let marks = Arc::clone(&shown.marks);
                Some(Arc::new(rows.with_marks(marks).marked_at(shown.marked)))
            }
            (false, true) if self.marked > shown.marked => {
                let marks = Arc::clone(&self.marks);
                Some(Arc::new(
                    shown.clone().with_marks(marks).marked_at(self.marked),
                ))
            }
            (false, _) => None,
        }
    }

    /// The same catalog with what people decided.
    pub fn with_marks(mut self, marks: Arc<Marks>) -> Self {
        self.marks = marks;
        self
    }

    /// What people decided.
    pub fn marks(&self) -> &Arc<Marks> {
        &self.marks
    }

    /// Whether both are of the same moment and differ in marks at most.
    pub fn has_rows_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows)
    }

    /// The same rows as the newest of `all` articles.
    pub(super) fn of(mut self, all: usize) -> Self {
        self.further = all.saturating_sub(self.len());
        self
    }

    /// The same catalog with how often each of its names speaks and is named.
    pub(super) fn counted(mut self, counts: Vec<NameCount>) -> Self {
        self.counts = Arc::new(counts);
        self
    }

    /// The same catalog, for a store that numbers its actors so; several may have
    /// one name.
    pub(super) fn with_actors(mut self, actors: impl IntoIterator<Item = (i64, NameRef)>) -> Self {
        let mut actors: Vec<_> = actors.into_iter().collect();
        actors.sort_unstable();
        self.actors = Arc::new(actors);
        self
    }

    /// The same catalog, whose outlets have these names by their addresses.
    pub(super) fn with_outlets(mut self, outlets: HashMap<Box<str>, Arc<str>>) -> Self {
        self.outlets = Arc::new(outlets);
        self
    }

    /// The name of an outlet that an article may give by its web address.
    pub fn outlet<'a>(&'a self, source: &'a str) -> &'a str {
        self.outlets.get(source).map_or(source, |name| name)
    }

    /// Every web address that an outlet with a name has, and the name.
    pub fn addresses(&self) -> impl Iterator<Item = (&str, &str)> {
        self.outlets
            .iter()
            .map(|(address, name)| (&**address, &**name))
    }

    /// The same catalog, some of whose names are printed otherwise, too.
    pub(super) fn spelled(
        mut self,
        spelled: impl IntoIterator<Item = (Box<str>, Option<ActorKind>, NameRef)>,
    ) -> Self {
        let spelled = spelled.into_iter();
        let spelled = spelled.map(|(text, kind, name)| ((text, kind), name));
        self.spelled = Arc::new(spelled.collect());
        self
    }

    /// The name of the actor with this number.
    pub(super) fn actor(&self, number: i64) -> Option<NameRef> {
        let found = self.actors.binary_search_by_key(&number, |(at, _)| *at);
        let (_, name) = found.ok().and_then(|at| self.actors.get(at))?;
        Some(*name)
    }

    /// The numbers of all actors with one of these names, ascending.
    pub(super) fn actors_of(&self, names: &[NameRef]) -> Vec<i64> {
        // Every actor of the library is looked at: a place in a list costs less than a hash.
        let mut wanted = vec![false; self.names.len()];
        for name in names {
            if let Some(wanted) = wanted.get_mut(name.index()) {
                *wanted = true;
            }
        }
        let is_wanted = |name: &NameRef| wanted.get(name.index()).copied().unwrap_or(false);
        let actors = self.actors.iter().filter(|(_, name)| is_wanted(name));
        actors.map(|(number, _)| *number).collect()
    }

    /// The number of the article at `position`.
    pub(super) fn number(&self, position: usize) -> Option<i64> {
        self.order.get(position).copied()
    }

    /// The position of the article with this number.
    pub(super) fn position_of(&self, number: i64) -> Option<usize> {
        let found = self
            .numbers
            .binary_search_by_key(&number, |(number, _)| *number);
        found
            .ok()
            .and_then(|at| self.numbers.get(at))
            .map(|(_, position)| *position as usize)
    }

    /// The positions of the articles that the store numbers so; both ascend in
    /// `numbers`. Articles that came after the catalog are left out.
    pub(super) fn positions(&self, numbers: impl Iterator<Item = i64>) -> Positions {
        let mut known = self.numbers.iter().peekable();
        let mut positions = Positions::none(self.len());
        for number in numbers {
            while known.next_if(|(at, _)| *at < number).is_some() {}
            if let Some((_, position)) = known.next_if(|(at, _)| *at == number) {
                positions.insert(*position as usize);
            }
        }
        positions
    }

    /// Every name, in no order that means anything.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// How often each name speaks and is named in all articles, in the order of the
    /// names; empty where no store has counted.
    pub fn counts(&self) -> &[NameCount] {
        &self.counts
    }

    /// The name of this text and kind, in whichever spelling.
    pub fn named(&self, text: &str, kind: Option<ActorKind>) -> Option<NameRef> {
        let is_it = |name: &Name| *name.text == *text && name.kind == kind;
        let shown = self.names.iter().position(is_it).map(NameRef::new);
        shown.or_else(|| self.spelled.get(&(text.into(), kind)).copied())
    }

    /// The spelling that is shown of a name as an article prints it.
    pub fn spelling<'a>(&'a self, text: &'a str, kind: Option<ActorKind>) -> &'a str {
        if self.spelled.is_empty() {
            return text;
        }
        let name = self.spelled.get(&(text.into(), kind));
        let name = name.and_then(|name| self.name(*name));
        name.map_or(text, |name| &name.text)
    }

    /// The other spellings of a name.
    pub fn spellings(&self, of: NameRef) -> Vec<&str> {
        let spelled = self.spelled.iter().filter(|(_, name)| **name == of);
        let mut spelled: Vec<&str> = spelled.map(|((text, _), _)| &**text).collect();
        spelled.sort_unstable();
        spelled
    }

    /// The name that a row refers to.
    pub fn name(&self, name: NameRef) -> Option<&Name> {
        self.names.get(name.index())
    }

    /// Every row in list order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row at `position` of the list.
    pub fn get(&self, position: usize) -> Option<&Row> {
        self.rows.get(position)
    }

    /// Where in the list an article stands.
    pub fn position(&self, id: ArticleId) -> Option<usize> {
        let of = |&at: &u32| self.rows.get(at as usize).map(|row| row.id);
        let found = self.by_id.binary_search_by_key(&Some(id), of).ok()?;
        self.by_id.get(found).map(|&at| at as usize)
    }

    /// Number of articles.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Number of articles of the library, of which these may be the newest only.
    pub fn total(&self) -> usize {
        self.len() + self.further
    }

    /// Whether there is no article.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Newest first: descending as text; `None` is the smallest and therefore comes last.
fn in_list_order(a: &Row, b: &Row) -> std::cmp::Ordering {
    b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_catalogs_rows_and_marks_that_were_read_later_are_shown() {
        let check = |(rows, marks), expected: Option<(usize, usize)>| {
            let at = |(rows, marks)| Catalog::default().read_at(rows).marked_at(marks);
            let after = Arc::new(at((rows, marks))).after(&at((5, 6)));
            assert_eq!(after.map(|after| (after.read, after.marked)), expected);
        };
        check((5, 6), Some((5, 6)));
        check((7, 7), Some((7, 7)));
        check((5, 5), Some((5, 6)));
        check((6, 5), Some((6, 6)));
        check((4, 7), Some((5, 7)));
        check((4, 4), None);
        check((4, 6), None);
    }

    #[test]
    fn every_article_is_found_where_it_stands_in_the_list() {
        let row = |number: u32| Row {
            id: ArticleId::of_text(&format!("text {number}")),
            published: Some(format!("2026-01-{:02}", number * 7 % 29 + 1).into()),
            ..Row::default()
        };
        let catalog = Catalog::new((0..29).map(row).collect());
        for (at, row) in catalog.rows().iter().enumerate() {
            assert_eq!(catalog.position(row.id), Some(at));
        }
        assert_eq!(catalog.position(row(30).id), None);
    }
}
