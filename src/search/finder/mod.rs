//! Finding everything at once: headlines, sources, speakers and actors, quotes and
//! bodies, the best first.
//!
//! Headlines and names are matched fuzzily in memory, bodies and quotes by their
//! words through the index of the library. Scores are computed for a few hundred
//! candidates, marks only for lines that are shown.

mod bodies;
mod describe;
mod narrow;
mod parts;
mod snippet;

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::sync::Arc;

use self::narrow::{Found, Narrowing};
use self::parts::Parts;
use super::asked::{Marked, checked};
use super::capitals::Capitals;
use super::class::{Needle, PART};
use super::hits::{Finding, FindingKind, Findings, Hits, Named, Quoted};
use super::lines::CatalogLines;
use super::matcher::Matcher;
use super::query::{Clause, Query};
use super::rank::{HEADLINE, QUOTES, Rank, SCORED, kind_order, shares};
use super::run::{CHECKED, Search};
use crate::error::Result;
use crate::store::{Catalog, Library, NameRef, Positions, QuotePlace, QuoteTest};

/// Answers queries over one catalog, faster with every letter typed.
#[derive(Debug)]
pub struct Finder {
    catalog: Arc<Catalog>,
    library: Library,
    lines: CatalogLines,
    /// For each name the position of the newest article with it, once it is asked for.
    newest: OnceCell<Vec<Option<usize>>>,
    matcher: Matcher,
    narrowed_rows: Narrowing,
    narrowed_names: Narrowing,
}

/// The hits of one kind, best first.
#[derive(Debug, Default)]
struct Ranked {
    found: usize,
    best: Vec<(Rank, Candidate)>,
}

/// A hit that is not described yet.
#[derive(Debug, Clone, Copy)]
enum Candidate {
    Article(usize),
    Actor(NameRef),
    Quote(QuotePlace),
    Body(usize),
}

impl Finder {
    /// Searches `catalog`. Opens `library` once more for itself; what is searched is
    /// made ready when it is needed first, or by [`Finder::prepare`].
    ///
    /// # Errors
    /// When the library cannot be opened.
    pub fn new(catalog: Arc<Catalog>, library: &Library) -> Result<Self> {
        Ok(Self {
            library: library.reader()?,
            lines: CatalogLines::default(),
            newest: OnceCell::new(),
            catalog,
            matcher: Matcher::default(),
            narrowed_rows: Narrowing::default(),
            narrowed_names: Narrowing::default(),
        })
    }

    /// Makes the lines of articles and names ready; takes about a microsecond for each.
    pub fn prepare(&self) {
        self.lines.rows(&self.catalog);
        self.newest();
    }

    fn newest(&self) -> &[Option<usize>] {
        self.newest.get_or_init(|| {
            let mut newest = vec![None; self.catalog.names().len()];
            for (position, row) in self.catalog.rows().iter().enumerate() {
                for name in &row.names {
                    if let Some(newest) = newest.get_mut(name.index()) {
                        newest.get_or_insert(position);
                    }
                }
            }
            newest
        })
    }

    /// Searches `catalog` from now on when it differs from the one before in marks
    /// alone; says whether it does.
    pub fn take_marks(&mut self, catalog: &Arc<Catalog>) -> bool {
        let same = catalog.has_rows_of(&self.catalog);
        if same {
            self.catalog = Arc::clone(catalog);
        }
        same
    }

    /// The catalog that is searched: positions of [`Hits`] mean its rows.
    pub fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// The library that is searched.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The bytes that the lines take in memory.
    pub fn bytes(&self) -> usize {
        self.lines.rows(&self.catalog).bytes() + self.lines.names(&self.catalog).bytes()
    }

    /// Finds the articles that hold for `query`, in list order; see [`super::run`].
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn list(&self, query: &Query, today: &str) -> Result<Hits> {
        self.search(today).hits(query)
    }

    /// Finds the quotes that hold for `query`; see [`super::quotes`].
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn quotes_of(&self, query: &Query, limit: usize, today: &str) -> Result<Quoted> {
        self.search(today).quotes(query, limit)
    }

    /// Finds the names that hold for `query`; see [`super::actors`].
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn actors_of(&self, query: &Query, today: &str) -> Result<Named> {
        self.search(today).actors(query)
    }

    /// Finds the best `limit` things of every kind, or of the kind in `scope`.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn find(
        &mut self,
        query: &Query,
        scope: Option<FindingKind>,
        limit: usize,
        today: &str,
    ) -> Result<Findings> {
        let mut notes = query.notes.clone();
        if query.is_empty() {
            return Ok(Findings {
                searched: self.catalog.len(),
                notes,
                ..Findings::default()
            });
        }
        let query = &self.search(today).heard(query)?;
        let parts = Parts::new(query);
        let allowed = self.search(today).holding(&parts.fields, &mut notes)?;
        let wants = |kind| scope.is_none_or(|scope| scope == kind);
        let mut kinds = Vec::new();
        if wants(FindingKind::Actor) {
            kinds.push(self.actors(&parts, &allowed, today));
        }
        let mut lines = allowed.clone();
        for clause in parts.cased() {
            lines.keep(&self.search(today).lines_with_case(clause));
        }
        let held = self
            .narrowed_rows
            .find(self.lines.rows(&self.catalog), &parts.needles, &lines);
        let mut bodies = match wants(FindingKind::Body) {
            true => self.in_bodies(&parts, &allowed, today)?,
            false => Positions::default(),
        };
        if scope.is_none() {
            // Found by its line already.
            bodies.keep(&held.written.complement());
        }
        if wants(FindingKind::Article) {
            kinds.push(self.articles(&parts, &held, &bodies));
        }
        if wants(FindingKind::Quote) {
            kinds.push(self.quotes(&parts, today, &mut notes)?);
        }
        kinds.push(self.bodies(&parts, &bodies));
        self.findings(&parts, kinds, limit, notes)
    }

    pub(super) fn search<'a>(&'a self, today: &'a str) -> Search<'a> {
        Search {
            catalog: &self.catalog,
            library: &self.library,
            lines: &self.lines,
            today,
        }
    }

    fn articles(&self, parts: &Parts, held: &Found, bodies: &Positions) -> Ranked {
        let mut again = held.scattered.clone();
        again.keep(bodies);
        let mut ranked = Ranked {
            found: held.count - again.count(),
            best: Vec::new(),
        };
        for (position, class) in held.best().filter(|(at, _)| !again.contains(*at)) {
            let line = self.lines.rows(&self.catalog).text(position);
            let headline = line.split(char::from(PART)).next().unwrap_or_default();
            let in_headline = |needle: &&Needle| needle.literal(headline.as_bytes()).is_some();
            let bonus = parts.needles.wanted().filter(in_headline).count();
            let row = self.catalog.get(position);
            let rank = Rank {
                class,
                score: self.score(parts, line) + HEADLINE * i64::try_from(bonus).unwrap_or(0),
                shorter: Reverse(headline.len()),
                quotes: row.is_some_and(|row| row.quotes > 0),
                earlier: Reverse(position),
            };
            ranked.best.push((rank, Candidate::Article(position)));
        }
        ranked.sort();
        ranked
    }

    fn score(&self, parts: &Parts, line: &str) -> i64 {
        let words = parts.needles.wanted().map(Needle::words);
        words
            .filter_map(|word| self.matcher.score(line, word))
            .sum()
    }

    fn actors(&mut self, parts: &Parts, allowed: &Positions, today: &str) -> Ranked {
        let mut ranked = Ranked::default();
        if parts.of_names.is_empty() {
            return ranked;
        }
        let mut names = match parts.narrows_names {
            true => self.names_of(allowed),
            false => Positions::all(self.catalog.names().len()),
        };
        for clause in parts.cased() {
            names.keep(&self.search(today).names_with_case(clause));
        }
        let held =
            self.narrowed_names
                .find(self.lines.names(&self.catalog), &parts.of_names, &names);
        // A field asks for a name: as in the list, scattered letters are only
        // looked at when no name holds it as it is written.
        let is_strict = parts.names_by_field && !held.written.is_empty();
        ranked.found = match is_strict {
            true => held.written.count(),
            false => held.count,
        };
        let fits = |at: usize| !is_strict || held.written.contains(at);
        for (at, class) in held.best().filter(|(at, _)| fits(*at)) {
            let line = self.lines.names(&self.catalog).text(at);
            let words = parts.of_names.wanted().map(Needle::words);
            let articles = self.catalog.names().get(at).map_or(0, |name| name.articles);
            let rank = Rank {
                class,
                score: words
                    .filter_map(|word| self.matcher.score(line, word))
                    .sum(),
                // A name in many articles is the one that is meant.
                shorter: Reverse(0),
                quotes: false,
                earlier: Reverse(usize::MAX - articles as usize),
            };
            ranked.best.push((rank, Candidate::Actor(NameRef::new(at))));
        }
        ranked.sort();
        ranked
    }

    /// The names that stand in these articles.
    fn names_of(&self, articles: &Positions) -> Positions {
        let mut names = Positions::none(self.catalog.names().len());
        let rows = articles.iter().filter_map(|at| self.catalog.get(at));
        for name in rows.flat_map(|row| &row.names) {
            names.insert(name.index());
        }
        names
    }

    fn quotes(&self, parts: &Parts, today: &str, notes: &mut Vec<String>) -> Result<Ranked> {
        if !parts.ask_quotes {
            return Ok(Ranked::default());
        }
        let search = self.search(today);
        let clauses: Vec<&Clause> = parts.of_quotes.iter().collect();
        let mut question = search.question(&clauses, Marked::Itself)?;
        if !parts.of_article.is_empty() {
            let allowed = search.holding(&parts.of_article, &mut Vec::new())?;
            question.all.push(vec![(false, QuoteTest::Within(allowed))]);
        }
        let mut places = self.library.quoted(&self.catalog, &question, QUOTES + 1)?;
        if places.len() > QUOTES {
            places.truncate(QUOTES);
            notes.push(format!(
                "only the {QUOTES} quotes that came last were looked at"
            ));
        }
        let capitals = Capitals::of(clauses);
        if !capitals.is_empty() {
            places = self.with_case(&capitals, &places, notes)?;
        }
        let class = parts.likely_class();
        let rank = |place: &QuotePlace| Rank {
            class,
            score: 0,
            shorter: Reverse(0),
            quotes: true,
            earlier: Reverse(place.position),
        };
        let best = places.iter().take(SCORED);
        Ok(Ranked {
            found: places.len(),
            best: best
                .map(|place| (rank(place), Candidate::Quote(*place)))
                .collect(),
        })
    }

    /// The quotes that hold the words with their capitals, and those that are kept unread.
    fn with_case(
        &self,
        capitals: &Capitals,
        places: &[QuotePlace],
        notes: &mut Vec<String>,
    ) -> Result<Vec<QuotePlace>> {
        let (read, unread) = places.split_at(places.len().min(CHECKED));
        if !unread.is_empty() {
            notes.push(checked("quotes"));
        }
        let hits = self.library.quotes(&self.catalog, read)?;
        let held = hits.iter().filter(|hit| capitals.stand_in(hit));
        let held = held.map(|hit| hit.place);
        Ok(held.chain(unread.iter().copied()).collect())
    }

    /// Takes a share of each kind, describes it and puts all in one order.
    fn findings(
        &self,
        parts: &Parts,
        kinds: Vec<Ranked>,
        limit: usize,
        notes: Vec<String>,
    ) -> Result<Findings> {
        let there: Vec<usize> = kinds.iter().map(|kind| kind.best.len()).collect();
        let mut found = Findings {
            found: kinds.iter().map(|kind| kind.found).sum(),
            searched: self.catalog.len(),
            notes,
            ..Findings::default()
        };
        let mut described: Vec<(Rank, Finding)> = Vec::new();
        for (kind, share) in kinds.into_iter().zip(shares(&there, limit)) {
            let best = kind.best.into_iter().take(share).collect();
            described.extend(self.describe(parts, best)?);
        }
        described.sort_by_key(|(rank, finding)| {
            (
                Reverse(rank.class),
                kind_order(finding.kind),
                Reverse(*rank),
            )
        });
        found.items = described.into_iter().map(|(_, finding)| finding).collect();
        Ok(found)
    }
}

impl Ranked {
    fn sort(&mut self) {
        self.best.sort_by_key(|(rank, _)| Reverse(*rank));
    }
}
