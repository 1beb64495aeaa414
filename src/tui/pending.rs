//! What a person asked for and nobody may lose: decisions and files that are under way.
//!
//! Known to the whole process, as it may end in any of its threads.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How long the program stays for it after its end was asked for: longer than a
/// decision waits for a library that another process holds.
pub const PATIENCE: Duration = Duration::from_secs(8);

/// What is under way in this process.
pub static PENDING: Pending = Pending::new();

/// Counts what is under way.
pub struct Pending {
    count: Mutex<usize>,
    ended: Condvar,
}

/// Something that is under way until this is dropped.
pub struct Promise(&'static Pending);

impl Pending {
    const fn new() -> Self {
        Self {
            count: Mutex::new(0),
            ended: Condvar::new(),
        }
    }

    /// One more is under way.
    pub fn promise(&'static self) -> Promise {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        Promise(self)
    }

    /// Waits until nothing is under way, not longer than `time`; says whether it is so.
    pub fn wait(&self, time: Duration) -> bool {
        let count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .ended
            .wait_timeout_while(count, time, |count| *count > 0);
        let (count, _) = waited.unwrap_or_else(PoisonError::into_inner);
        *count == 0
    }
}

impl Drop for Promise {
    fn drop(&mut self) {
        let mut count = self.0.count.lock().unwrap_or_else(PoisonError::into_inner);
        *count = count.saturating_sub(1);
        self.0.ended.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_waits_waits_for_all_that_is_promised_and_not_for_ever() {
        static HERE: Pending = Pending::new();
        assert!(HERE.wait(Duration::ZERO));
        let (one, other) = (HERE.promise(), HERE.promise());
        assert!(!HERE.wait(Duration::ZERO));
        drop(one);
        assert!(!HERE.wait(Duration::ZERO));
        let work = std::thread::spawn(move || drop(other));
        assert!(HERE.wait(PATIENCE));
        work.join().unwrap();
    }
}
