//! Which names a word means.

use rayon::prelude::*;

use super::class::Needle;
use super::occurrences::holds;
use super::query::Pattern;
use super::run::Search;
use crate::store::{NameRef, Positions, Row};

impl Search<'_> {
    pub(super) fn name_has_case(&self, pattern: &Pattern, name: NameRef) -> bool {
        self.catalog.name(name).is_some_and(|name| {
            let mut aliases = name.aliases.iter();
            holds(pattern, &name.text) || aliases.any(|alias| holds(pattern, alias))
        })
    }

    /// The articles with a matching name in one of their lists.
    pub(super) fn with_names(
        &self,
        pattern: &Pattern,
        list: impl Fn(&Row) -> &[NameRef],
    ) -> Positions {
        let mut wanted = vec![false; self.catalog.names().len()];
        for name in self.names_like(pattern) {
            if let Some(wanted) = wanted.get_mut(name.index()) {
                *wanted = true;
            }
        }
        let is_wanted = |name: &NameRef| wanted.get(name.index()).is_some_and(|wanted| *wanted);
        self.rows_where(|row| list(row).iter().any(is_wanted))
    }

    /// The names that match: as written, or else by scattered letters.
    pub(super) fn names_like(&self, pattern: &Pattern) -> Vec<NameRef> {
        let written = self.names_with(pattern);
        if !written.is_empty() {
            return written;
        }
        let needle = Needle::new(pattern);
        self.names_where(|line, mask| needle.loose(line, mask).is_some())
    }

    /// Whoever speaks without a name: "a spokesman", "they".
    pub(super) fn unnamed(&self) -> Vec<NameRef> {
        let all = (0..self.catalog.names().len()).map(NameRef::new);
        all.filter(|name| self.is_unnamed(*name)).collect()
    }

    pub(super) fn is_unnamed(&self, name: NameRef) -> bool {
        self.catalog
            .name(name)
            .is_some_and(|name| name.kind.is_none())
    }

    /// The names that hold `pattern` as it is written.
    pub(super) fn names_with(&self, pattern: &Pattern) -> Vec<NameRef> {
        let needle = Needle::new(pattern);
        let mut names = self.names_where(|line, mask| needle.written(line, mask).is_some());
        names.retain(|name| !pattern.cased || self.name_has_case(pattern, *name));
        names
    }

    /// The names whose lines hold, looked at on all cores.
    fn names_where(&self, holds: impl Fn(&[u8], u64) -> bool + Sync) -> Vec<NameRef> {
        let names = self.lines.names(self.catalog);
        let held = (0..names.len()).into_par_iter().filter(|at| {
            let (line, mask) = names.get(*at);
            holds(line, mask)
        });
        held.map(NameRef::new).collect()
    }
}
