//! Performing what the state asks for: searching, loading, importing.
//!
//! The same code serves the threads of the interface and the key player. Each
//! thread has a library of its own, so that none waits for another.

mod pace;
mod saved;
mod threads;
mod times;
mod wider;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use self::pace::{Pace, tell};
pub use self::threads::{Answers, Workers};
use super::Session;
use super::marking;
use super::save::save;
use crate::app::effect::{Contents, Form};
use crate::app::{
    Action, ActorItem, Answer, Changed, Deed, Effect, FindScope, ProfileSheet, Question, Ticket,
    Voices, Who,
};
use crate::config::today;
use crate::error::{Error, ErrorKind, Result};
use crate::import::{Files, Refused, Report, bring_up_to_date};
use crate::model::{ArticleId, Place, Searched};
use crate::search::{Finder, Query};
use crate::store::{Catalog, Library, Location, NameRef, QuoteSketch};
use crate::study::{self, ActorOrder, ActorRow, Measure, Order, Quotations, RoleSeen, Spoken};

/// Lines that the finder shows at most; the count beside them is exact.
const FOUND: usize = 200;

/// Quotes that are listed at most; all of them are counted.
const LISTED: usize = 2000;

/// Quotes of a lane at most.
const IN_LANE: usize = 500;

/// How long a decision waits for another program before the person is told.
const SOON: Duration = Duration::from_millis(200);

/// What is told then.
const WAITING: &str = "another program writes into the library; waiting for it";

/// Performs effects with a library of its own.
pub struct Worker {
    location: Location,
    /// Opened when it is needed first.
    library: Option<Library>,
    files: Files,
    /// Where files are written.
    folder: PathBuf,
    /// The revision of the library that was shown last.
    shown: Option<usize>,
    /// Searches one catalog; made when the first search comes.
    finder: Option<Finder>,
    /// The actors that were asked for last: another order is no other question.
    counted: Option<Counted>,
}

/// Actors as they were counted for a query.
struct Counted {
    catalog: Arc<Catalog>,
    query: String,
    rows: Vec<ActorRow>,
    notes: Vec<String>,
}

impl Counted {
    fn is_of(&self, query: &str, catalog: &Arc<Catalog>) -> bool {
        self.query == query && Arc::ptr_eq(&self.catalog, catalog)
    }
}

impl Worker {
    /// Makes a worker on the library of `session`.
    pub fn new(session: &Session) -> Self {
        Self {
            location: session.location.clone(),
            library: None,
            files: session.files.clone(),
            folder: session.folder.clone().unwrap_or_else(|| ".".into()),
            shown: None,
            finder: None,
            counted: None,
        }
    }

    fn library(&mut self) -> Result<&mut Library> {
        let library = match self.library.take() {
            Some(library) => library,
            // The loop has it open; a thread that moved it would move it away under the others.
            None => Library::reopen(&self.location)?,
        };
        Ok(self.library.insert(library))
    }

    /// Answers what is asked of the library; `None` for what is nothing of the kind.
    ///
    /// `catalog` is the one that the state shows, since answers point into it.
    pub fn answer(&mut self, effect: &Effect, catalog: &Arc<Catalog>) -> Option<Action> {
        match effect {
            Effect::List { ticket, query } => Some(self.list(*ticket, query, catalog)),
            Effect::Find {
                ticket,
                query,
                scope,
            } => Some(self.find(*ticket, (query, *scope), catalog)),
            Effect::Study { ticket, question } => Some(self.study(*ticket, question, catalog)),
            Effect::Change { ticket, deed } => Some(self.change(*ticket, deed, &mut |_| true)),
            Effect::Load { ticket, id, .. } => Some(self.load(*ticket, *id)),
            Effect::Save {
                contents,
                form,
                name,
            } => Some(self.save(contents, (*form, name), catalog)),
            Effect::Quit
            | Effect::Suspend
            | Effect::Redraw
            | Effect::ShowCopied
            | Effect::Mouse
            | Effect::Copy { .. }
            | Effect::OpenLink { .. }
            | Effect::Pipe { .. }
            | Effect::Import => None,
        }
    }

    /// Shows the whole library, then brings it up to date with its files and its
    /// analyses, telling `say` how far it is; the import ends early when `say`
    /// answers `false` to that.
    pub fn import(&mut self, say: &mut dyn FnMut(Action) -> bool) {
        let report = self
            .show(say)
            .and_then(|()| self.update(say))
            .and_then(|report| self.show(say).map(|()| report))
            .unwrap_or_else(failed);
        say(Action::Imported(report));
    }

    /// Shows the library, unless it has not changed since.
    fn show(&mut self, say: &mut dyn FnMut(Action) -> bool) -> Result<()> {
        let revision = self.library()?.revision()?;
        if self.shown.replace(revision) != Some(revision) {
            say(Action::CatalogChanged(self.library()?.catalog()?));
        }
        Ok(())
    }

    fn update(&mut self, say: &mut dyn FnMut(Action) -> bool) -> Result<Report> {
        let files = self.files.clone();
        let mut pace = Pace::new();
        let watch = &mut |library: &Library, progress| tell(library, progress, &mut pace, say);
        bring_up_to_date(self.library()?, &files, watch)
    }

    /// Makes ready what the first question of a person takes longest for, as long as
    /// nobody asks anything.
    fn prepare(&mut self, catalog: &Arc<Catalog>, is_idle: impl Fn() -> bool) {
        // Whatever fails here fails again, and is told, when it is asked for.
        if let Ok(finder) = self.finder(catalog)
            && is_idle()
        {
            finder.prepare();
            let _ = self.actors("", ActorOrder::default(), catalog);
        }
    }

    /// Carries out what a person decided; tells `say` when another program has to be
    /// waited for.
    fn change(
        &mut self,
        ticket: Ticket,
        deed: &Deed,
        say: &mut dyn FnMut(Action) -> bool,
    ) -> Action {
        let mut done = self.carry_out(deed, Some(SOON));
        if done.as_ref().is_err_and(|e| e.kind() == ErrorKind::Busy) {
            say(Action::Told(WAITING.to_owned()));
            done = self.carry_out(deed, None);
        }
        match done {
            Ok(changed) => Action::Changed(ticket, changed),
            // What became of the decision comes first: a path may take the whole line.
            Err(error) => {
                let told = format!("not kept: the library {}", error.message());
                Action::Failed(ticket, told)
            }
        }
    }

    fn carry_out(&mut self, deed: &Deed, patience: Option<Duration>) -> Result<Changed> {
        let library = self.library()?;
        library.wait_at_most(patience)?;
        marking::carry_out(library, deed)
    }

    fn list(&mut self, ticket: Ticket, query: &str, catalog: &Arc<Catalog>) -> Action {
        let listed = self
            .finder(catalog)
            .and_then(|finder| finder.list(&Query::parse(query), &today()));
        match listed {
            Ok(hits) => Action::Listed(ticket, hits),
            Err(error) => Action::Failed(ticket, error.to_string()),
        }
    }

    fn find(
        &mut self,
        ticket: Ticket,
        (query, scope): (&str, FindScope),
        catalog: &Arc<Catalog>,
    ) -> Action {
        let found = self
            .finder(catalog)
            .and_then(|finder| finder.find(&Query::parse(query), scope, FOUND, &today()));
        match found {
            Ok(findings) => Action::Found(ticket, findings),
            Err(error) => Action::Failed(ticket, error.to_string()),
        }
    }

    fn study(&mut self, ticket: Ticket, question: &Question, catalog: &Arc<Catalog>) -> Action {
        let answered = match question {
            Question::Quotes { query, order } => self.quotes(query, *order, catalog),
            Question::Lanes { lanes } => self.lanes(lanes, catalog),
            Question::Actors { query, order } => self.actors(query, *order, catalog),
            Question::Profile(who) => self.profile(who, catalog),
            Question::Names(words) => self.names(words, catalog),
            Question::Counts(queries) => self.counts(queries, catalog),
            Question::Nearest(query, among) => self
                .finder(catalog)
                .and_then(|finder| finder.nearest(query, *among, &today()))
                .map(Answer::Nearest),
            Question::Picked(places) => self.picked(places, catalog),
            Question::Times { voices, measure } => self.times(voices, *measure, catalog),
        };
        match answered {
            Ok(answer) => Action::Studied(ticket, answer),
            Err(error) => Action::Failed(ticket, error.to_string()),
        }
    }

    fn quotes(&mut self, query: &str, order: Order, catalog: &Arc<Catalog>) -> Result<Answer> {
        let finder = self.finder(catalog)?;
        let asked = Query::parse(query);
        let mut found = study::quotes(finder, &asked, (order, LISTED), &today())?;
        found.notes.extend(wider::note(finder, query, &found)?);
        Ok(Answer::Quotes(found))
    }

    fn actors(&mut self, query: &str, order: ActorOrder, catalog: &Arc<Catalog>) -> Result<Answer> {
        let counted = match self.counted.take() {
            Some(mut counted) if counted.is_of(query, catalog) => {
                study::sort_actors(catalog, &mut counted.rows, order);
                counted
            }
            _ => {
                let finder = self.finder(catalog)?;
                let named = finder.actors_of(&Query::parse(query), &today())?;
                let rows = study::actor_rows(catalog, finder.library(), &named, order)?;
                Counted {
                    catalog: Arc::clone(catalog),
                    query: query.to_owned(),
                    rows,
                    notes: named.notes,
                }
            }
        };
        let item = |row: &ActorRow| {
            Some(ActorItem {
                who: who(catalog, row.name)?,
                quotes: row.quotes,
                mentions: row.mentions,
                articles: row.articles,
                first: row.first.clone(),
                last: row.last.clone(),
            })
        };
        let items = counted.rows.iter().filter_map(item).collect();
        let notes = counted.notes.clone();
        self.counted = Some(counted);
        Ok(Answer::Actors(items, notes))
    }

    fn names(&mut self, words: &str, catalog: &Arc<Catalog>) -> Result<Answer> {
        Ok(match self.actors(words, ActorOrder::Quotes, catalog)? {
            Answer::Actors(mut items, _) => {
                items.truncate(FOUND);
                Answer::Names(items)
            }
            other => other,
        })
    }

    fn profile(&mut self, of: &Who, catalog: &Arc<Catalog>) -> Result<Answer> {
        let library = self.finder(catalog)?.library();
        let Some(name) = catalog.named(&of.name, of.kind) else {
            return Ok(Answer::Profile(None));
        };
        let Some(profile) = study::profile(catalog, library, name)? else {
            return Ok(Answer::Profile(None));
        };
        let with = profile.with.into_iter();
        let with = with.filter_map(|(name, count)| Some((who(catalog, name)?, count)));
        Ok(Answer::Profile(Some(Box::new(ProfileSheet {
            articles: profile.articles,
            first: profile.first,
            last: profile.last,
            roles: profile.roles.into_iter().map(role).collect(),
            spellings: profile.spellings,
            months: profile.months,
            said: listed(catalog, library, &profile.said)?,
            of: listed(catalog, library, &profile.said_of)?,
            with: with.collect(),
            sources: profile.sources,
        }))))
    }

    fn counts(&mut self, of: &[(String, Searched)], catalog: &Arc<Catalog>) -> Result<Answer> {
        let finder = self.finder(catalog)?;
        let counts = of.iter().map(|(query, among)| {
            let (query, today) = (Query::parse(query), today());
            Ok(match among {
                Searched::Articles => finder.list(&query, &today)?.positions.len(),
                Searched::Quotes => finder.quotes_of(&query, 0, &today)?.found,
            })
        });
        counts.collect::<Result<_>>().map(Answer::Counts)
    }

    fn picked(&mut self, places: &[Place], catalog: &Arc<Catalog>) -> Result<Answer> {
        study::picked(catalog, self.library()?, places).map(Answer::Picked)
    }

    fn lanes(&mut self, lanes: &[String], catalog: &Arc<Catalog>) -> Result<Answer> {
        let finder = self.finder(catalog)?;
        let limit = (Order::Date, IN_LANE);
        let found = lanes.iter().map(|lane| {
            let mut found = study::quotes(finder, &Query::parse(lane), limit, &today())?;
            study::link(finder.library(), &mut found.utterances)?;
            Ok(found)
        });
        found.collect::<Result<_>>().map(Answer::Lanes)
    }

    fn times(
        &mut self,
        voices: &Voices,
        measure: Measure,
        catalog: &Arc<Catalog>,
    ) -> Result<Answer> {
        times::times(self.finder(catalog)?, voices, measure)
    }

    fn save(
        &mut self,
        contents: &Contents,
        (form, name): (Form, &str),
        catalog: &Arc<Catalog>,
    ) -> Action {
        let told = save(&self.folder.clone(), name, |sink| {
            saved::write(self.finder(catalog)?, contents, form, sink)
        });
        Action::Told(told)
    }

    /// The finder over `catalog`, made anew for a new one.
    fn finder(&mut self, catalog: &Arc<Catalog>) -> Result<&mut Finder> {
        let usable = self.finder.take();
        let usable = usable.and_then(|mut finder| finder.take_marks(catalog).then_some(finder));
        let finder = match usable {
            Some(finder) => finder,
            None => Finder::new(Arc::clone(catalog), self.library()?)?,
        };
        Ok(self.finder.insert(finder))
    }

    fn load(&mut self, ticket: Ticket, id: ArticleId) -> Action {
        match self.library().and_then(|library| library.entry(id)) {
            Ok(Some(entry)) => Action::Loaded(ticket, Arc::new(entry)),
            Ok(None) => Action::Failed(
                ticket,
                "this article is no longer in the library".to_owned(),
            ),
            Err(error) => Action::Failed(ticket, error.to_string()),
        }
    }
}

fn who(catalog: &Catalog, name: NameRef) -> Option<Who> {
    let name = catalog.name(name)?;
    Some(Who {
        name: Arc::clone(&name.text),
        kind: name.kind,
    })
}

/// A role with the days on which it was met: `mayor, 2021-03-04 to 2022-10-01`.
fn role(seen: RoleSeen) -> String {
    match (seen.first, seen.last) {
        (Some(first), Some(last)) if first != last => {
            format!("{} {first} to {last}", seen.words)
        }
        (Some(day), _) | (None, Some(day)) => format!("{} {day}", seen.words),
        (None, None) => seen.words,
    }
}

/// The newest of these quotes, one row each.
fn listed(catalog: &Catalog, library: &Library, quotes: &[QuoteSketch]) -> Result<Quotations> {
    let shown = quotes.get(..LISTED).unwrap_or(quotes);
    let alone = |first| Spoken {
        first,
        others: Vec::new(),
    };
    let rows = study::rows(catalog, library, shown)?;
    Ok(Quotations {
        utterances: rows.into_iter().map(alone).collect(),
        found: quotes.len(),
        notes: Vec::new(),
    })
}

/// A whole import that failed is told like a file that did.
fn failed(error: Error) -> Report {
    Report {
        refused: vec![Refused::from(error)],
        ..Report::default()
    }
}
