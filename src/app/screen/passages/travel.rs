//! Moves that every list of passages answers alike.

use super::Passages;
use crate::app::command::{Part, Step, Through};
use crate::app::list::Motion;

/// What a list says where one cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// When it lists nothing.
    pub empty: &'static str,
    /// On its last row.
    pub last: &'static str,
    /// On its first row.
    pub first: &'static str,
}

impl Passages {
    /// Moves as `part` says: by rows, by quotes of one speaker, by articles. Nothing
    /// when it is no move of a list; an error is a line that says why one stays.
    pub fn travel(&mut self, part: Part, ends: &Ends) -> Option<Result<(), &'static str>> {
        Some(match part {
            Part::Move(motion) => self.step_or(motion, ends),
            Part::Through(Through::Quotes(toward)) => self.step_or(toward.motion(), ends),
            Part::Through(Through::OfSpeaker(toward)) => self.seek_speaker(toward),
            Part::Step(Step::Article(toward)) => self.seek_article(toward),
            Part::Step(_)
            | Part::Through(_)
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Show(_)
            | Part::Copy(_)
            | Part::Mark(_)
            | Part::Select(_)
            | Part::Program(_) => return None,
        })
    }

    fn step_or(&mut self, motion: Motion, ends: &Ends) -> Result<(), &'static str> {
        match (self.step(motion), self.lines().is_empty(), motion.is_down()) {
            (true, _, _) => Ok(()),
            (false, true, _) => Err(ends.empty),
            (false, false, true) => Err(ends.last),
            (false, false, false) => Err(ends.first),
        }
    }
}
