//! What a person set once, for every library.

use crate::export::Templates;

/// What a person set once, for every library.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preferences {
    /// How a quote is cited when it is copied.
    pub cite: Templates,
    /// Searches of the file of settings, as names and queries.
    pub saved: Vec<(String, String)>,
}
