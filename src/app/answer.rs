//! Answers to questions over many articles, as values that the state can keep.
//!
//! Names stand in them as words: a place in a catalog means nothing in the next one.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{ActorKind, Marks};
use crate::search::Nearest;
use crate::store::Catalog;
use crate::study::{Days, Quotations, QuoteRow};

/// The answer to a question over many articles, one kind for each kind of question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Every quote that a query finds.
    Quotes(Quotations),
    /// The quotes of each lane.
    Lanes(Vec<Quotations>),
    /// Whose words are counted by day, and one line each for the person.
    Times(Vec<TimeRow>, Vec<String>),
    /// Everybody whom a query finds, and one line each for the person.
    Actors(Vec<ActorItem>, Vec<String>),
    /// All about a name; nothing when no article has it.
    Profile(Option<Box<ProfileSheet>>),
    /// Names that fit.
    Names(Vec<ActorItem>),
    /// How many articles or quotes each query finds.
    Counts(Vec<usize>),
    /// The words nearest to one that is found nowhere, the nearest first.
    Nearest(Vec<Nearest>),
    /// What was picked, one row for each place that was asked for.
    Picked(Vec<QuoteRow>),
}

/// What has become of a deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What was done, in one line for the person.
    pub told: String,
    /// What people decided, from now on.
    pub marks: Arc<Marks>,
    /// The revision of the library at which these were read.
    pub revision: usize,
    /// The articles as they are now, when they are others by a correction.
    pub catalog: Option<Arc<Catalog>>,
}

/// How often a lane speaks on each day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeRow {
    /// What stands before it.
    pub title: String,
    /// Finds its quotes, in the grammar of the search.
    pub query: String,
    /// The counts.
    pub days: Days,
}

/// Somebody, in every catalog.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Who {
    /// The name.
    #[serde(with = "words")]
    pub name: Arc<str>,
    /// What it is.
    pub kind: Option<ActorKind>,
}

/// Shared words as words.
mod words {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(words: &Arc<str>, to: S) -> Result<S::Ok, S::Error> {
        words.serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
        String::deserialize(from).map(Arc::from)
    }
}

/// A row of the list of actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorItem {
    /// Who.
    pub who: Who,
    /// Quotes of which this is the speaker.
    pub quotes: u32,
    /// Places where an article names it.
    pub mentions: u32,
    /// Articles that name it.
    pub articles: u32,
    /// The day of the first dated article.
    pub first: Option<Arc<str>>,
    /// The day of the last one.
    pub last: Option<Arc<str>>,
}

/// All about a name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProfileSheet {
    /// Articles that name it.
    pub articles: usize,
    /// The day of the first dated article.
    pub first: Option<String>,
    /// The day of the last one.
    pub last: Option<String>,
    /// Roles as printed with the days they were met on, the newest first.
    pub roles: Vec<String>,
    /// Other spellings that were met.
    pub spellings: Vec<String>,
    /// Months with the number of quotes said in each, without gaps.
    pub months: Vec<(String, usize)>,
    /// Its quotes, newest first.
    pub said: Quotations,
    /// Quotes of others that mention it, newest first.
    pub of: Quotations,
    /// Who is named in the same articles, and in how many.
    pub with: Vec<(Who, usize)>,
    /// Outlets, and how often they quote it.
    pub sources: Vec<(Arc<str>, usize)>,
}
