//! Who acts in an article.

use serde::{Deserialize, Serialize};

use super::Span;

/// The index of an actor in [`super::Analysis::actors`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActorRef(pub usize);

/// A person, organization or place as one entity of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The fullest name in this article.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Descriptions as printed.
    pub roles: Vec<Span>,
    /// Other names printed in this article.
    pub aliases: Vec<String>,
    /// Every mention as bare name (no article, title, possessive), in text order.
    pub mentions: Vec<Span>,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ActorKind {
    /// A person.
    Person,
    /// A ministry, party, company, agency, body of a state.
    Organization,
    /// A country, city or region.
    Place,
}

impl ActorKind {
    /// The stable word used in data.
    pub fn word(self) -> &'static str {
        match self {
            ActorKind::Person => "person",
            ActorKind::Organization => "organization",
            ActorKind::Place => "place",
        }
    }
}
