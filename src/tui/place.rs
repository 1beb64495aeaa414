//! Keeping on the disk where a person is and what was searched, for the next start.
//!
//! The loop leaves it here after each frame; a thread of its own writes it, at most once
//! a second. Whoever ends the process writes what is left. Known to the whole process, as
//! it may end in any of its threads.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Session, guard};
use crate::app::{Action, LastPlace, Recalled};
use crate::config::{place_file, write_private};
use crate::store::Location;

/// Between two writings.
const PAUSE: Duration = Duration::from_secs(1);

/// Queries that are kept.
const QUERIES: usize = 500;

/// The name of the file of queries.
const HISTORY: &str = "history";

/// Marks a query of the finder in that file.
const FINDER: char = 'f';
/// Marks a query of an input that narrows a list.
const SEARCH: char = '/';

/// Where the person of this process is.
pub static KEEPER: Keeper = Keeper::new();

/// Holds what is to be written.
pub struct Keeper {
    state: Mutex<State>,
    news: Condvar,
}

struct State {
    /// Nothing where nothing is kept.
    files: Option<Files>,
    place: Option<LastPlace>,
    searched: Recalled,
    is_new: bool,
}

#[derive(Debug, Clone)]
struct Files {
    place: PathBuf,
    /// The folder of the history, if it is kept.
    history: Option<PathBuf>,
}

impl Keeper {
    const fn new() -> Self {
        Self {
            state: Mutex::new(State {
                files: None,
                place: None,
                searched: Recalled {
                    finder: Vec::new(),
                    search: Vec::new(),
                },
                is_new: false,
            }),
            news: Condvar::new(),
        }
    }

    /// Begins to keep where one is in the library of `session`; `tell` hears of what goes
    /// wrong, once.
    pub fn begin(&'static self, session: &Session, tell: impl Fn(Action) + Send + 'static) {
        let Some(state) = &session.state else {
            return;
        };
        let Location::File(library) = &session.location;
        self.lock().files = Some(Files {
            place: place_file(state, library),
            history: session.history.then(|| state.clone()),
        });
        // Without the thread it is written at the end all the same.
        let _ = guard::spawn("place", move || self.write_always(&tell));
    }

    /// Leaves what is to be found at the next start.
    pub fn leave(&self, place: LastPlace, searched: Recalled) {
        let mut state = self.lock();
        if state.files.is_none() {
            return;
        }
        if state.place.as_ref() != Some(&place) || state.searched != searched {
            state.place = Some(place);
            state.searched = searched;
            state.is_new = true;
            self.news.notify_all();
        }
    }

    /// Writes what was left last, unless it is written.
    ///
    /// # Errors
    /// One line for the person when it cannot be written.
    pub fn write(&self) -> Result<(), String> {
        // The lock is held while the disk is written, so that nobody ends the process in
        // between.
        let mut state = self.lock();
        if !std::mem::take(&mut state.is_new) {
            return Ok(());
        }
        let State {
            files: Some(files),
            place: Some(place),
            searched,
            ..
        } = &*state
        else {
            return Ok(());
        };
        write_place(&files.place, place)?;
        match &files.history {
            Some(folder) => write_history(folder, searched),
            None => Ok(()),
        }
    }

    fn write_always(&self, tell: &impl Fn(Action)) {
        let mut told = false;
        loop {
            let state = self.lock();
            let waited = self.news.wait_while(state, |state| !state.is_new);
            drop(waited.unwrap_or_else(PoisonError::into_inner));
            let begun = Instant::now();
            if let Err(message) = self.write()
                && !std::mem::replace(&mut told, true)
            {
                tell(Action::Told(message));
            }
            std::thread::sleep(PAUSE.saturating_sub(begun.elapsed()));
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What was kept for the library of `session`.
pub fn kept(session: &Session) -> (Option<LastPlace>, Recalled) {
    let Some(state) = &session.state else {
        return (None, Recalled::default());
    };
    let Location::File(library) = &session.location;
    // A file that cannot be read is as good as none: one begins at the list.
    let place = fs::read(place_file(state, library)).ok();
    let place = place.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let recalled = match session.history {
        true => read_history(state),
        false => Recalled::default(),
    };
    (place, recalled)
}

fn write_place(file: &Path, place: &LastPlace) -> Result<(), String> {
    let text = serde_json::to_string(place).map_err(|error| error.to_string())?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let folder = file.parent().unwrap_or(Path::new("."));
    write_private(folder, &name, &text)
        .map(drop)
        .map_err(|error| unkept(file, &error))
}

fn unkept(file: &Path, error: &std::io::Error) -> String {
    format!(
        "{}: cannot be written ({error}); where you are is not kept for the next start",
        file.display()
    )
}

fn read_history(folder: &Path) -> Recalled {
    let text = fs::read_to_string(folder.join(HISTORY)).unwrap_or_default();
    let of = |mark: char| {
        let lines = text.lines();
        let queries = lines.filter_map(|line| line.strip_prefix(mark)?.strip_prefix(' '));
        queries.map(str::to_owned).collect()
    };
    Recalled {
        finder: of(FINDER),
        search: of(SEARCH),
    }
}

/// Adds what was searched to what is there: another program may have written meanwhile.
fn write_history(folder: &Path, searched: &Recalled) -> Result<(), String> {
    let fresh = lines(FINDER, &searched.finder).chain(lines(SEARCH, &searched.search));
    let fresh: Vec<String> = fresh.collect();
    if fresh.is_empty() {
        return Ok(());
    }
    let before = fs::read_to_string(folder.join(HISTORY)).unwrap_or_default();
    let all = before
        .lines()
        .filter(|line| !fresh.iter().any(|new| new == line));
    let all: Vec<&str> = all.chain(fresh.iter().map(String::as_str)).collect();
    let last = all.len().saturating_sub(QUERIES);
    let text: String = all[last..].iter().flat_map(|line| [*line, "\n"]).collect();
    write_private(folder, HISTORY, &text)
        .map(drop)
        .map_err(|error| unkept(&folder.join(HISTORY), &error))
}

fn lines(mark: char, queries: &[String]) -> impl Iterator<Item = String> {
    queries.iter().map(move |query| format!("{mark} {query}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_programs_searched_stands_in_one_history() {
        let folder = tempfile::tempdir().unwrap();
        let searched = |finder: &[&str], search: &[&str]| Recalled {
            finder: finder.iter().map(|&query| query.to_owned()).collect(),
            search: search.iter().map(|&query| query.to_owned()).collect(),
        };
        write_history(folder.path(), &searched(&["ferry"], &["border"])).unwrap();
        write_history(folder.path(), &searched(&["dam"], &[])).unwrap();
        write_history(folder.path(), &searched(&["ferry"], &[])).unwrap();
        let read = read_history(folder.path());
        assert_eq!(read, searched(&["dam", "ferry"], &["border"]));
    }

    #[test]
    fn five_hundred_queries_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let search = (0..700).map(|n| format!("query {n}")).collect();
        let finder = Vec::new();
        write_history(folder.path(), &Recalled { finder, search }).unwrap();
        let read = read_history(folder.path()).search;
        assert_eq!((read.len(), &*read[0]), (500, "query 200"));
    }
}
