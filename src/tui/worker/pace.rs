//! How often a growing library is shown while an import runs.

use std::time::{Duration, Instant};

use crate::app::Action;
use crate::import::Progress;
use crate::store::Library;

/// New rows are shown at most so often while an import runs.
const BETWEEN_CATALOGS: Duration = Duration::from_millis(300);

/// Making a catalog may take this part of an import's time at most.
const CATALOG_SHARE: u32 = 10;

/// How often a growing catalog is shown.
pub(super) struct Pace {
    next: Instant,
}

impl Pace {
    /// Something is shown at once.
    pub fn new() -> Self {
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
pub(super) fn tell(
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
