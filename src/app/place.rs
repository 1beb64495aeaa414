//! Where a person is, as a value that outlives the program: screens, what they are
//! narrowed by, what is selected, and the passage on the screen as a byte of its text.
//!
//! Nothing in it depends on the size of the terminal, so that one comes back to the same
//! words at another width. How it is written and read is not known here.

use serde::{Deserialize, Serialize};

use super::Who;
use super::effect::FindScope;
use super::screen::{Align, Focus, ProfileTab, Screen, Shown, Tab};
use super::shape::{Share, Sides, Splits};
use crate::model::{ArticleId, Span};
use crate::search::Unit;
use crate::study::{ActorOrder, ArticleOrder, Order};

/// Where a person is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LastPlace {
    /// Which screen is shown.
    pub screen: Screen,
    /// Screen 1.
    pub articles: ArticlesPlace,
    /// Screen 2.
    pub quotes: QuotesPlace,
    /// Screen 3.
    pub actors: ActorsPlace,
    /// Screen 4.
    pub compare: ComparePlace,
    /// Screen 5.
    pub timeline: TimelinePlace,
    /// The selected row of screen 6.
    pub basket: Option<RowPlace>,
    /// Another order of it than that of the person.
    pub basket_order: Option<Order>,
    /// The panes of screens 2, 3 and 6.
    pub sides: Sides,
    /// What stands in front.
    pub front: Front,
    /// The finder, open or closed.
    pub finder: Option<FinderPlace>,
}

/// The list, the text and the panes of screen 1.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "each is named as in the state")]
pub struct ArticlesPlace {
    pub query: String,
    pub order: ArticleOrder,
    /// The selected article, as a word.
    pub selected: Option<String>,
    /// Rows of the list above it.
    pub above: usize,
    pub focus: Focus,
    pub tab: Tab,
    pub share: Share,
    pub splits: Splits,
    /// What is in the reader.
    pub reading: Option<Reading>,
    /// Letters that were looked for in the text.
    pub letters: String,
    /// What was looked for by the finder.
    pub sought: String,
}

/// An article and where one is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The article, as a word.
    pub article: String,
    /// The byte at the top of the screen.
    pub top: usize,
    /// The quote one stands at.
    pub quote: Option<Span>,
}

/// The list of screen 2.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "each is named as in the state")]
pub struct QuotesPlace {
    pub query: String,
    pub order: Order,
    pub row: Option<RowPlace>,
}

/// A selected row of quotes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPlace {
    /// The article, as a word.
    pub article: String,
    /// The words.
    pub span: Span,
    /// Rows of the list above it.
    pub above: usize,
}

impl RowPlace {
    /// The quote that is meant.
    pub fn key(&self) -> Option<(ArticleId, Span)> {
        Some((self.article.parse().ok()?, self.span))
    }
}

/// The list of screen 3, and whom one looks at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "each is named as in the state")]
pub struct ActorsPlace {
    pub query: String,
    pub order: ActorOrder,
    pub selected: Option<Who>,
    /// Rows of the list above it.
    pub above: usize,
    /// The profiles on top of each other, the last one shown.
    pub people: Vec<(Who, ProfileTab, Option<RowPlace>)>,
}

/// The lanes of screen 4.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "each is named as in the state")]
pub struct ComparePlace {
    /// Titles and queries.
    pub lanes: Vec<(String, String)>,
    pub topics: String,
    pub align: Option<Align>,
    pub unit: Option<Unit>,
    pub without_differences: bool,
    pub here: usize,
    pub row: usize,
}

/// The rows and times of screen 5.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "each is named as in the state")]
pub struct TimelinePlace {
    pub query: String,
    pub shown: Option<Shown>,
    pub unit: Option<Unit>,
    pub own_scale: bool,
    /// The title of the row.
    pub row: Option<String>,
    /// How many times stand after the one that is selected.
    pub after: usize,
}

/// What stands in front.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Front {
    /// Nothing.
    #[default]
    Nothing,
    /// The finder.
    Finder,
    /// The input of the screen, which holds this.
    Search(String),
    /// The list of keys.
    Keys,
    /// The palette.
    Palette,
}

/// The finder, open or closed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FinderPlace {
    /// What is typed.
    pub query: String,
    /// What is listed.
    pub scope: FindScope,
    /// The selected line.
    pub at: usize,
    /// Lines of the screen above it.
    pub above: usize,
}

impl LastPlace {
    /// What is kept for whoever begins at the list of `screen`: how panes lie, how lists
    /// are ordered, what was found last.
    pub fn begun_at(self, screen: Screen) -> Self {
        Self {
            screen,
            articles: ArticlesPlace {
                share: self.articles.share,
                splits: self.articles.splits,
                order: self.articles.order,
                ..ArticlesPlace::default()
            },
            quotes: QuotesPlace {
                order: self.quotes.order,
                ..QuotesPlace::default()
            },
            actors: ActorsPlace {
                order: self.actors.order,
                ..ActorsPlace::default()
            },
            compare: self.compare,
            timeline: TimelinePlace {
                shown: self.timeline.shown,
                unit: self.timeline.unit,
                own_scale: self.timeline.own_scale,
                ..TimelinePlace::default()
            },
            basket: None,
            basket_order: self.basket_order,
            sides: self.sides,
            front: Front::Nothing,
            finder: self.finder,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_older_version_did_not_know_is_left_as_at_first() {
        let place: LastPlace = serde_json::from_str("{}").unwrap();
        assert_eq!(place, LastPlace::default());
        let place: LastPlace = serde_json::from_str(r#"{"screen":"Quotes","new":1}"#).unwrap();
        assert_eq!(place.screen, Screen::Quotes);
    }

    #[test]
    fn whoever_begins_anew_keeps_panes_and_orders_only() {
        let mut place = LastPlace::default();
        place.articles.query = "ferry".into();
        place.articles.splits.stacked = 4;
        place.quotes.order = Order::Speaker;
        place.front = Front::Finder;
        let begun = place.begun_at(Screen::Quotes);
        assert_eq!(begun.articles.query, "");
        assert_eq!(begun.articles.splits.stacked, 4);
        assert_eq!(begun.quotes.order, Order::Speaker);
        assert_eq!(
            (begun.front, begun.screen),
            (Front::Nothing, Screen::Quotes)
        );
    }
}
