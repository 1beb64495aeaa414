//! What the state wants done outside.

use super::{Outside, Who};
pub use crate::export::Form;
use crate::model::{ArticleId, Change, Place, Searched};
use crate::search::{Among, FindingKind};
use crate::study::{ActorOrder, ArticleOrder, Measure, Order};

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
    /// The row of a list of many articles.
    Row,
    /// What is to be copied of it.
    Copy,
    /// What was asked for at the place where one stands: reasons, corrections, links.
    Here,
}

/// What the finder searches: everything, or one kind.
pub type FindScope = Option<FindingKind>;

/// A question over many articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Everybody whom a query finds.
    Actors {
        /// As typed, in the grammar of the search.
        query: String,
        /// How the answer is ordered.
        order: ActorOrder,
    },
    /// All about a name.
    Profile(Who),
    /// What was picked, in the order of the person.
    Picked(Vec<Place>),
    /// Names that fit what is typed, the most quoted first.
    Names(String),
    /// How many articles or quotes each of these queries finds.
    Counts(Vec<(String, Searched)>),
    /// The words nearest to one that is found nowhere.
    Nearest(String, Among),
    /// The quotes of each lane.
    Lanes {
        /// The queries, from left to right.
        lanes: Vec<String>,
    },
    /// How often these speak on each day.
    Times {
        /// Whose words are counted.
        voices: Voices,
        /// What is counted.
        measure: Measure,
    },
    /// Every quote that a query finds.
    Quotes {
        /// As typed, in the grammar of the search.
        query: String,
        /// How the answer is ordered.
        order: Order,
    },
}

/// What a person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Makes and removes marks; the words tell what it was, now and when it is taken back.
    Change(String, Vec<Change>),
    /// Takes the last deed back.
    Undo,
    /// Does the deed again that was taken back last.
    Redo,
}

/// Whose words are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Voices {
    /// Lanes as titles and queries, and what all of them are narrowed by.
    Lanes(Vec<(String, String)>, String),
    /// Those who say most of what a query finds.
    Most(String),
}

/// What belongs into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// The articles that a query finds.
    Articles(String, ArticleOrder),
    /// The quotes of an article.
    Article(ArticleId),
    /// The quotes that a query finds.
    Quotes(String, Order),
    /// Everybody whom a query finds.
    Actors(String, ActorOrder),
    /// What was picked, in this order.
    Basket(Vec<Place>),
    /// These passages, in this order.
    Places(Vec<Place>),
    /// The quotes of a name.
    Said(Who),
    /// The quotes of others that mention it.
    SaidOf(Who),
    /// This text, and what it is, as in `12 rows`.
    Text(String, String),
}

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
    /// Asks a question over many articles; answered by [`super::Action::Studied`].
    Study {
        /// Goes into the answer.
        ticket: Ticket,
        /// What is asked.
        question: Question,
    },
    /// Writes what a person decided; answered by [`super::Action::Changed`].
    Change {
        /// Goes into the answer.
        ticket: Ticket,
        /// What it is.
        deed: Deed,
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
    /// Writes a file in the folder of the person, never over one; answered by
    /// [`super::Action::Told`].
    Save {
        /// What belongs into it.
        contents: Contents,
        /// In which form.
        form: Form,
        /// The name, as typed.
        name: String,
    },
    /// Copies to the clipboard; answered by [`super::Action::Copied`].
    Copy {
        /// The exact text.
        text: String,
    },
    /// Shows what was copied last without anything else, until a key.
    ShowCopied,
    /// Has the terminal tell of the mouse, or no longer; answered by
    /// [`super::Action::Told`].
    Mouse,
    /// Opens an address of the web, or shows and copies it where none can be opened;
    /// answered by [`super::Action::Copied`] or [`super::Action::Told`].
    OpenLink {
        /// Made safe already.
        address: String,
    },
    /// Hands an article to a program; answered by [`super::Action::Told`].
    Pipe {
        /// Which one.
        program: Outside,
        /// The id of the article.
        id: String,
        /// The article as JSON.
        text: String,
    },
    /// Looks for new, changed and removed files; answered by [`super::Action::Imported`].
    Import,
}
