//! How far apart frames are drawn over a slow line.

use std::time::{Duration, Instant};

/// A write that takes longer shows a slow line.
const SLOW: Duration = Duration::from_millis(100);

/// The moment before which no frame is drawn.
pub struct Frames {
    not_before: Instant,
}

impl Frames {
    /// The first frame is drawn at once.
    pub fn new(now: Instant) -> Self {
        Self { not_before: now }
    }

    pub fn not_before(&self) -> Instant {
        self.not_before
    }

    /// A frame took `took` to be written and was done `now`: over a slow line the next one
    /// keeps as far away, so that keys are taken together meanwhile.
    pub fn written(&mut self, now: Instant, took: Duration) {
        if took > SLOW {
            self.not_before = now + took;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_a_slow_line_frames_are_as_far_apart_as_one_takes() {
        let check = |took: u64, expected: u64| {
            let start = Instant::now();
            let now = start + Duration::from_secs(5);
            let mut frames = Frames::new(start);
            frames.written(now, Duration::from_millis(took));
            let wait = frames.not_before().saturating_duration_since(now);
            assert_eq!(wait, Duration::from_millis(expected), "{took} ms");
        };
        check(0, 0);
        check(100, 0);
        check(101, 101);
        check(900, 900);
    }
}
