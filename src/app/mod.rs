//! What the user sees and does, as values.
//!
//! State changes in [`App::update`] only, which is pure: it does no I/O, asks
//! no clock and starts no thread, but returns [`Effect`]s. Knows nothing of
//! terminals, files, SQL and threads.

mod action;
mod answer;
pub mod command;
mod copied;
pub mod effect;
pub mod front;
mod handed;
pub mod history;
pub mod keymap;
mod ledger;
pub mod line;
pub mod list;
mod outbox;
pub mod overlay;
pub mod place;
pub mod pointer;
mod preferences;
mod reason;
mod registers;
pub mod screen;
pub mod shape;
mod sought;
mod state;

pub use action::Action;
pub use answer::{ActorItem, Answer, Changed, ProfileSheet, TimeRow, Who};
pub use command::Command;
pub use effect::{Asker, Deed, Effect, FindScope, Question, Ticket, Voices};
pub use history::Recalled;
pub use outbox::{Notice, Weight};
pub use place::LastPlace;
pub use preferences::{Look, Outside, Preferences};
pub use sought::Sought;
pub use state::App;
