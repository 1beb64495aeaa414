//! What the state wants done outside.

use crate::model::ArticleId;
use crate::search::FindingKind;

/// Tells the newest request from older ones; an answer with an old ticket is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Ticket(pub u64);

/// Who asks for an article: of each only the newest request is still wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// The text beside the list.
    Reader,
    /// A preview in front of it.
    Preview,
}

/// What the finder searches: everything, or one kind.
pub type FindScope = Option<FindingKind>;

/// What the state wants done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Ends the program.
    Quit,
    /// Gives the terminal back to the shell until it continues us.
    Suspend,
    /// Draws everything anew.
    Redraw,
    /// Narrows the list; answered by [`super::Action::Listed`].
    List {
        /// Goes into the answer.
        ticket: Ticket,
        /// As typed, in the grammar of the search.
        query: String,
    },
    /// Searches everything; answered by [`super::Action::Found`].
    Find {
        /// Goes into the answer.
        ticket: Ticket,
        /// As typed, in the grammar of the search.
        query: String,
        /// What is listed.
        scope: FindScope,
    },
    /// Fetches an article; answered by [`super::Action::Loaded`].
    Load {
        /// Goes into the answer.
        ticket: Ticket,
        /// Which one.
        id: ArticleId,
        /// For whom.
        asker: Asker,
    },
    /// Copies to the clipboard; answered by [`super::Action::Copied`].
    Copy {
        /// The exact text.
        text: String,
    },
    /// Looks for new, changed and removed files; answered by [`super::Action::Imported`].
    Import,
}
