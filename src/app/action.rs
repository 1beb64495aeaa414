//! Everything that can happen to the program, whoever caused it.

use std::sync::Arc;

use super::keymap::Key;
use super::pointer::{Target, Touch};
use super::{Answer, Changed, Command, LastPlace, Recalled, Ticket};
use crate::import::{Progress, Report};
use crate::model::Entry;
use crate::search::{Findings, Hits};
use crate::store::Catalog;

/// Everything that can happen to the program, whoever caused it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// A person asked for it, by key or by name.
    Command(Command),
    /// A key that does nothing where one is.
    Unbound(Key),
    /// A printable character for the input in front.
    Type(char),
    /// A paste for the input in front; ignored without one.
    Paste(String),
    /// Something was done with the mouse where this stands.
    Touched(Target, Touch),
    /// The terminal has another size, in cells.
    Resized {
        /// Columns.
        columns: u16,
        /// Rows.
        rows: u16,
    },
    /// The list is narrowed from the start, as the arguments ask.
    Narrow(String),
    /// One comes back to where one was, and to what was searched before.
    Resume(Box<LastPlace>, Recalled),
    /// The library holds other articles now.
    CatalogChanged(Arc<Catalog>),
    /// A search of the list came back.
    Listed(Ticket, Hits),
    /// A search of the finder came back.
    Found(Ticket, Findings),
    /// A question over many articles was answered.
    Studied(Ticket, Answer),
    /// What a person decided is written, or taken back.
    Changed(Ticket, Changed),
    /// An article came.
    Loaded(Ticket, Arc<Entry>),
    /// What was asked for could not be done; one line for the person.
    Failed(Ticket, String),
    /// A copy was carried out; one line that says what was done.
    Copied(String),
    /// Something outside that a person should know, in one line.
    Told(String),
    /// An import goes on.
    Progress(Progress),
    /// An import has ended.
    Imported(Report),
}
