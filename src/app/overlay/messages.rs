//! What the import and the program said, one line each.

use super::Outcome;
use crate::app::command::{Part, Step};
use crate::app::list::{Cursor, Items, Motion};
use crate::app::outbox::Notice;
use crate::model::Span;
use crate::text::wrap::wrap;

/// The list of messages, and where one is in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MessageList {
    notices: Vec<Notice>,
    /// The lines of each, wrapped.
    lines: Vec<Vec<Span>>,
    heights: Vec<u8>,
    cursor: Cursor,
    columns: usize,
    rows: usize,
}

/// Lines that one message takes at most.
const LINES: usize = 24;

impl MessageList {
    /// Lists `notices`, at the last one.
    pub fn new(notices: &[Notice]) -> Self {
        let mut list = Self {
            notices: notices.to_vec(),
            ..Self::default()
        };
        list.wrap();
        list.cursor
            .step(Motion::Last, Items::Tall(&list.heights), 0);
        list
    }

    /// Every message with its lines.
    pub fn messages(&self) -> impl Iterator<Item = (&Notice, &[Span])> {
        let lines = self.lines.iter().map(Vec::as_slice);
        self.notices.iter().zip(lines)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.notices.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.notices.is_empty()
    }

    /// Where one is.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Has other room from now on.
    pub fn resize(&mut self, columns: usize, rows: usize) {
        self.rows = rows;
        if self.columns != columns {
            self.columns = columns;
            self.wrap();
        }
        self.cursor.fit(Items::Tall(&self.heights), rows);
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part) -> Outcome {
        match part {
            Part::Move(motion) => {
                self.cursor
                    .step(motion, Items::Tall(&self.heights), self.rows);
                Outcome::Stay
            }
            Part::Step(Step::Back | Step::Open) => Outcome::Close,
            Part::Step(_)
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Copy(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Through(_)
            | Part::Show(_)
            | Part::Mark(_)
            | Part::Select(_)
            | Part::Program(_) => Outcome::Foreign,
        }
    }

    fn wrap(&mut self) {
        let columns = self.columns.max(1);
        let lines = |notice: &Notice| {
            let whole = Span::new(0, notice.text.len());
            let mut lines = wrap(&notice.text, whole, columns);
            lines.truncate(LINES);
            lines
        };
        self.lines = self.notices.iter().map(lines).collect();
        let height = |lines: &Vec<Span>| u8::try_from(lines.len()).unwrap_or(1);
        self.heights = self.lines.iter().map(height).collect();
    }
}
