//! The list of articles: all of them, or those that a query holds for.

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::ledger::asks_for_marks;
use crate::app::list::{Cursor, Items, Motion, next_of};
use crate::app::outbox::Outbox;
use crate::app::{Effect, Ticket};
use crate::model::ArticleId;
use crate::search::Hits;
use crate::store::{Catalog, Row};
use crate::study::{ArticleOrder, sort_articles};

/// The list of articles: all of them, or those that a query holds for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    catalog: Arc<Catalog>,
    query: String,
    order: ArticleOrder,
    /// Positions in the catalog, in this order; `None` is all of them in its own.
    found: Option<Vec<usize>>,
    notes: Vec<String>,
    /// The answer that is waited for.
    asked: Option<Ticket>,
    /// Whether the query has changed since the last answer.
    fresh: bool,
    cursor: Cursor,
    rows: usize,
    /// The article that a person chose last. It is selected whenever it is in
    /// the list, so that widening a query again brings one back.
    chosen: Option<ArticleId>,
}

impl Listing {
    /// Lists all of `catalog`.
    pub fn new(catalog: Arc<Catalog>) -> Self {
        Self {
            catalog,
            ..Self::default()
        }
    }

    /// The articles that were searched.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The same, to be kept.
    pub fn shared_catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// How many articles are listed.
    pub fn len(&self) -> usize {
        self.found.as_ref().map_or(self.catalog.len(), Vec::len)
    }

    /// Whether none is listed.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The `nth` article of the list.
    pub fn row(&self, nth: usize) -> Option<&Row> {
        let position = match &self.found {
            Some(found) => *found.get(nth)?,
            None => nth,
        };
        self.catalog.get(position)
    }

    /// The selected article.
    pub fn selected(&self) -> Option<&Row> {
        self.row(self.cursor.at())
    }

    /// The cursor and scroll.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// What the list is narrowed by.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// How the list is ordered.
    pub fn order(&self) -> ArticleOrder {
        self.order
    }

    /// Orders the list otherwise from the next answer on.
    pub fn set_order(&mut self, order: ArticleOrder) {
        self.order = order;
    }

    /// Puts the list into the next order; the selected article stays selected.
    pub fn sort(&mut self) {
        self.order = next_of(&ArticleOrder::ALL, self.order);
        let mut positions = match self.found.take() {
            Some(found) => found,
            None => (0..self.catalog.len()).collect(),
        };
        let selected = positions.get(self.cursor.at()).copied();
        // Equals stand in the order of the catalog, whatever order there was before.
        positions.sort_unstable();
        let is_all = self.query.trim().is_empty();
        self.found = self.ordered(Some(positions).filter(|_| !is_all));
        let nth = match (&self.found, selected) {
            (Some(found), Some(selected)) => found.iter().position(|&at| at == selected),
            (None, selected) => selected,
            (Some(_), None) => None,
        };
        let items = Items::Single(self.len());
        self.cursor.carry(nth.unwrap_or(0), items, self.rows);
    }

    fn ordered(&self, found: Option<Vec<usize>>) -> Option<Vec<usize>> {
        if self.order == ArticleOrder::Date {
            return found;
        }
        let mut found = found.unwrap_or_else(|| (0..self.catalog.len()).collect());
        sort_articles(&self.catalog, &mut found, self.order);
        Some(found)
    }

    /// What the search says about the query.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Whether an answer is outstanding.
    pub fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    /// Has room for `rows` rows from now on.
    pub fn resize(&mut self, rows: usize) {
        self.rows = rows;
        self.cursor.fit(Items::Single(self.len()), rows);
    }

    /// Moves; returns whether another article is selected.
    pub fn step(&mut self, motion: Motion) -> bool {
        let before = self.cursor.at();
        self.cursor
            .step(motion, Items::Single(self.len()), self.rows);
        self.choose();
        self.cursor.at() != before
    }

    /// Selects the `nth` article, or the last one.
    pub fn go(&mut self, nth: usize) {
        self.cursor.go(nth, Items::Single(self.len()), self.rows);
        self.choose();
    }

    /// Remembers the selected article as the one that was meant.
    pub fn choose(&mut self) {
        self.chosen = self.selected().map(|row| row.id).or(self.chosen);
    }

    /// Selects an article if it is listed; returns whether it is.
    pub fn select(&mut self, id: ArticleId) -> bool {
        let position = self.catalog.position(id);
        let nth = position.and_then(|position| match &self.found {
            Some(found) => found.iter().position(|&listed| listed == position),
            None => Some(position),
        });
        if let Some(nth) = nth {
            self.go(nth);
        }
        nth.is_some()
    }

    /// Narrows the list; the old rows stay until the answer comes.
    pub fn narrow(&mut self, query: &str, outbox: &mut Outbox) {
        if query == self.query {
            return;
        }
        query.clone_into(&mut self.query);
        self.fresh = true;
        if query.trim().is_empty() {
            self.show(None, Vec::new());
        } else {
            self.ask(outbox);
        }
    }

    /// Goes back to `query` and to the article that was selected with it.
    pub fn restore(&mut self, (query, selected): (&str, Option<ArticleId>), outbox: &mut Outbox) {
        self.chosen = selected.or(self.chosen);
        self.narrow(query, outbox);
        if let Some(id) = selected {
            self.select(id);
        }
    }

    /// Comes back to `query` and an article, with so many rows `above` it.
    pub fn resume(
        &mut self,
        query: &str,
        (selected, above): (Option<ArticleId>, usize),
        outbox: &mut Outbox,
    ) {
        self.chosen = selected;
        self.cursor = Cursor::below(above);
        query.clone_into(&mut self.query);
        match query.trim().is_empty() {
            true => {
                self.found = self.ordered(None);
                let at = selected.and_then(|id| self.nth_of(id));
                let at = at.unwrap_or(self.cursor.at());
                let items = Items::Single(self.len());
                self.cursor.carry(at, items, self.rows.max(above + 1));
            }
            false => self.ask(outbox),
        }
    }

    /// Takes the answer to a query, unless it is old; returns whether it was taken.
    pub fn listed(&mut self, ticket: Ticket, hits: Hits) -> bool {
        let current = self.asked == Some(ticket);
        if current {
            let catalog = self.catalog.len();
            let mut positions = hits.positions;
            positions.retain(|&position| position < catalog);
            self.show(Some(positions), hits.notes);
        }
        current
    }

    /// Drops the question that could not be answered.
    pub fn failed(&mut self, ticket: Ticket) -> bool {
        let current = self.asked == Some(ticket);
        if current {
            self.asked = None;
        }
        current
    }

    /// Lists another catalog. The selected article stays selected, on its row
    /// of the screen; the query is asked again.
    pub fn change(&mut self, catalog: Arc<Catalog>, outbox: &mut Outbox) {
        let selected = self.selected().map(|row| row.id);
        // What was meant may not have been in the list yet.
        let wanted = self.chosen.into_iter().chain(selected);
        let before = std::mem::replace(&mut self.catalog, catalog);
        let mut found = self.found.take();
        found = found.filter(|_| !self.query.trim().is_empty());
        let mut found = found.map(|found| moved(&found, &before, &self.catalog));
        found.iter_mut().for_each(|found| found.sort_unstable());
        self.found = self.ordered(found);
        let at = wanted.filter_map(|id| self.nth_of(id)).next();
        let at = at.unwrap_or(self.cursor.at());
        self.cursor.carry(at, Items::Single(self.len()), self.rows);
        if !self.query.trim().is_empty() {
            self.ask(outbox);
        }
    }

    /// Lists the same articles with other marks on them.
    pub fn remark(&mut self, catalog: Arc<Catalog>, outbox: &mut Outbox) {
        self.catalog = catalog;
        if asks_for_marks(&self.query) {
            self.ask(outbox);
        }
    }

    fn ask(&mut self, outbox: &mut Outbox) {
        let ticket = outbox.ticket();
        self.asked = Some(ticket);
        outbox.ask(Effect::List {
            ticket,
            query: self.query.clone(),
        });
    }

    fn show(&mut self, found: Option<Vec<usize>>, notes: Vec<String>) {
        // What a person did not choose himself stays selected only while the
        // query is the same: another one selects its first article.
        let fresh = std::mem::take(&mut self.fresh);
        let selected = self.selected().filter(|_| !fresh).map(|row| row.id);
        self.found = self.ordered(found);
        self.notes = notes;
        self.asked = None;
        let wanted = self.chosen.into_iter().chain(selected);
        let at = wanted.filter_map(|id| self.nth_of(id)).next();
        let items = Items::Single(self.len());
        self.cursor.carry(at.unwrap_or(0), items, self.rows);
    }

    fn nth_of(&self, id: ArticleId) -> Option<usize> {
        let position = self.catalog.position(id)?;
        match &self.found {
            Some(found) => found.iter().position(|&listed| listed == position),
            None => Some(position),
        }
    }
}

/// Where the articles at `positions` of `before` stand in `after`.
fn moved(positions: &[usize], before: &Catalog, after: &Catalog) -> Vec<usize> {
    let rows = after.rows().iter().enumerate();
    let places: HashMap<ArticleId, usize> = rows.map(|(at, row)| (row.id, at)).collect();
    let ids = positions.iter().filter_map(|&at| before.get(at));
    ids.filter_map(|row| places.get(&row.id).copied()).collect()
}
