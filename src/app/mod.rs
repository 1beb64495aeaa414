//! What the user sees and does, as values.
//!
//! State changes in [`App::update`] only, which is pure: it does no I/O, asks
//! no clock and starts no thread, but returns [`Effect`]s. Knows nothing of
//! terminals, files, SQL and threads.

mod action;
mod effect;

pub use action::Action;
pub use effect::{Effect, FindScope, Ticket};
