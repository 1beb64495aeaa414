//! Performing what the state asks for: searching, loading, importing.
//!
//! The same code serves the threads of the interface and the key player. Each
//! thread has a library of its own, so that none waits for another.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::guard;
use crate::app::{Action, Effect, Ticket};
use crate::error::{Error, Result};
use crate::import::{Gone, Progress, Refused, Report, import, renew};
use crate::model::ArticleId;
use crate::store::{Catalog, Library};

/// New rows are shown at most so often while an import runs.
const BETWEEN_CATALOGS: Duration = Duration::from_millis(300);

/// Making a catalog may take this part of an import's time at most.
const CATALOG_SHARE: u32 = 10;

/// Of articles asked for in one go only the last ones are still wanted: one by
/// the reader, one by the finder.
const WANTED: usize = 2;

/// What an import reads.
#[derive(Debug, Clone)]
pub struct Files {
    /// Files and folders; none when the library stands for itself.
    pub paths: Vec<PathBuf>,
    /// What happens to articles whose file is gone.
    pub gone: Gone,
}

/// Performs effects with a library of its own.
pub struct Worker {
    library: Library,
    files: Files,
    /// The revision of the library that was shown last.
    shown: Option<usize>,
}

impl Worker {
    /// Makes a worker on `library`.
    pub fn new(library: Library, files: Files) -> Self {
        let shown = library.revision().ok();
        Self {
            library,
            files,
            shown,
        }
    }

    /// Answers what is asked of the library; `None` for what is nothing of the kind.
    ///
    /// `catalog` is the one that the state shows, since answers point into it.
    pub fn answer(&mut self, effect: &Effect, catalog: &Arc<Catalog>) -> Option<Action> {
        match effect {
            Effect::List { ticket, query } => Some(self.list(*ticket, query, catalog)),
            Effect::Find { ticket, query, .. } => Some(self.list(*ticket, query, catalog)),
            Effect::Load { ticket, id } => Some(self.load(*ticket, *id)),
            Effect::Quit
            | Effect::Suspend
            | Effect::Redraw
            | Effect::Copy { .. }
            | Effect::Import => None,
        }
    }

    /// Brings the library up to date with its files and its analyses, telling
    /// `say` how far it is; ends early when `say` answers `false`.
    pub fn import(&mut self, say: &mut dyn FnMut(Action) -> bool) {
        let report = self
            .try_import(say)
            .unwrap_or_else(|error| Some(failed(error)));
        let revision = self.library.revision().ok();
        if revision != self.shown
            && let Ok(catalog) = self.library.catalog()
        {
            self.shown = revision;
            say(Action::CatalogChanged(catalog));
        }
        if let Some(report) = report {
            say(Action::Imported(report));
        }
    }

    /// What was done; nothing when there are no files to look at.
    fn try_import(&mut self, say: &mut dyn FnMut(Action) -> bool) -> Result<Option<Report>> {
        if self.library.is_read_only() {
            return Ok(None);
        }
        renew(&mut self.library)?;
        if self.files.paths.is_empty() {
            return Ok(None);
        }
        let mut pace = Pace::new();
        let Files { paths, gone } = &self.files;
        let watch = &mut |library: &Library, progress| tell(library, progress, &mut pace, say);
        import(paths, &mut self.library, *gone, watch).map(Some)
    }

    fn list(&mut self, ticket: Ticket, _query: &str, _catalog: &Arc<Catalog>) -> Action {
        Action::Failed(ticket, "search comes with the next step".to_owned())
    }

    fn load(&mut self, ticket: Ticket, id: ArticleId) -> Action {
        match self.library.entry(id) {
            Ok(Some(entry)) => Action::Loaded(ticket, Arc::new(entry)),
            Ok(None) => Action::Failed(
                ticket,
                "this article is no longer in the library".to_owned(),
            ),
            Err(error) => Action::Failed(ticket, error.to_string()),
        }
    }
}

/// A whole import that failed is told like a file that did.
fn failed(error: Error) -> Report {
    Report {
        refused: vec![Refused::from(error)],
        ..Report::default()
    }
}

/// How often a growing catalog is shown.
struct Pace {
    next: Instant,
}

impl Pace {
    fn new() -> Self {
        Self {
            next: Instant::now(),
        }
    }

    fn is_due(&self) -> bool {
        Instant::now() >= self.next
    }

    fn took(&mut self, start: Instant) {
        let rest = (start.elapsed() * CATALOG_SHARE).max(BETWEEN_CATALOGS);
        self.next = Instant::now() + rest;
    }
}

/// Tells how far an import is, and now and then what is ready to be read.
fn tell(
    library: &Library,
    progress: Progress,
    pace: &mut Pace,
    say: &mut dyn FnMut(Action) -> bool,
) -> bool {
    let mut goes_on = true;
    if progress.added > 0 && pace.is_due() {
        let start = Instant::now();
        if let Ok(catalog) = library.catalog() {
            goes_on = say(Action::CatalogChanged(catalog));
        }
        pace.took(start);
    }
    goes_on && say(Action::Progress(progress))
}

/// The threads that work beside the loop.
pub struct Workers {
    list: Sender<Job>,
    find: Sender<Job>,
    load: Sender<Job>,
    import: Sender<Job>,
}

/// Takes an answer to the loop; says whether the loop is still there.
pub type Answers = Arc<dyn Fn(Action) -> bool + Send + Sync>;

/// What a thread is asked.
enum Job {
    Effect(Effect, Arc<Catalog>),
    /// A panic, for the test that one ends the program cleanly.
    Panic,
}

impl Workers {
    /// Starts the threads.
    ///
    /// # Errors
    /// When the library cannot be opened once more, or threads cannot be had.
    pub fn start(library: &Library, files: &Files, answers: &Answers) -> Result<Self> {
        let thread = |name, wanted| -> Result<Sender<Job>> {
            let worker = Worker::new(library.reader()?, files.clone());
            start(name, worker, wanted, Arc::clone(answers)).map_err(super::terminal_error)
        };
        Ok(Self {
            list: thread("list", 1)?,
            find: thread("find", 1)?,
            load: thread("load", WANTED)?,
            import: thread("import", 1)?,
        })
    }

    /// Hands an effect to its thread.
    pub fn ask(&self, effect: Effect, catalog: &Arc<Catalog>) {
        let thread = match &effect {
            Effect::List { .. } => &self.list,
            Effect::Find { .. } => &self.find,
            Effect::Load { .. } => &self.load,
            Effect::Import => &self.import,
            Effect::Quit | Effect::Suspend | Effect::Redraw | Effect::Copy { .. } => return,
        };
        // A thread is gone only when the whole program ends.
        let _ = thread.send(Job::Effect(effect, Arc::clone(catalog)));
    }

    /// Makes a thread panic.
    pub fn panic(&self) {
        let _ = self.load.send(Job::Panic);
    }
}

/// Starts a thread that performs the newest jobs and passes over older ones.
fn start(
    name: &str,
    mut worker: Worker,
    wanted: usize,
    answers: Answers,
) -> io::Result<Sender<Job>> {
    let (sender, receiver) = unbounded();
    guard::spawn(name, move || {
        while let Ok(first) = receiver.recv() {
            for job in newest(first, &receiver, wanted) {
                match job {
                    Job::Effect(Effect::Import, _) => worker.import(&mut |action| answers(action)),
                    Job::Effect(effect, catalog) => {
                        worker
                            .answer(&effect, &catalog)
                            .map(|action| answers(action));
                    }
                    Job::Panic => panic!("asked for by --panic-in-worker"),
                }
            }
        }
    })?;
    Ok(sender)
}

fn newest(first: Job, receiver: &Receiver<Job>, wanted: usize) -> Vec<Job> {
    let mut jobs: Vec<Job> = std::iter::once(first).chain(receiver.try_iter()).collect();
    jobs.drain(..jobs.len().saturating_sub(wanted));
    jobs
}
