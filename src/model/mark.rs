//! What people decide: picks, tags, notes, saved searches, corrections.
//!
//! A mark names its article by what the text is and its place by a span of that text,
//! so that it outlives a new analysis and a new import.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{ActorKind, ArticleId, Span};

/// A passage that somebody marked.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The article.
    #[serde(with = "as_word")]
    pub article: ArticleId,
    /// Where in its text, in bytes; an empty span means the whole article.
    pub span: Span,
    /// The words there when it was marked.
    #[serde(default)]
    pub words: String,
}

/// A name and what it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Who {
    /// The name.
    pub name: String,
    /// What it is; nothing for a noun phrase.
    #[serde(default)]
    pub kind: Option<ActorKind>,
}

/// What a saved search lists: it says what a word alone means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Searched {
    /// Articles that hold the word.
    #[default]
    Articles,
    /// Quotes that say the word.
    Quotes,
}

impl Searched {
    fn is_articles(&self) -> bool {
        *self == Searched::Articles
    }
}

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "mark", rename_all = "kebab-case")]
pub enum Mark {
    /// In the basket.
    Picked {
        /// The passage.
        on: Place,
        /// Its place among the others; gaps do not matter.
        order: i64,
    },
    /// A tag.
    Tagged {
        /// The passage.
        on: Place,
        /// The tag.
        tag: String,
    },
    /// A note; a passage has one.
    Noted {
        /// The passage.
        on: Place,
        /// What it says.
        note: String,
    },
    /// The article was read.
    Seen {
        /// The article.
        #[serde(with = "as_word")]
        article: ArticleId,
    },
    /// A search to come back to.
    Saved {
        /// What it is called.
        name: String,
        /// As typed.
        query: String,
        /// Where it was typed.
        #[serde(default, skip_serializing_if = "Searched::is_articles")]
        among: Searched,
    },
    /// Who said a quote, by a person.
    Speaker {
        /// The words of the quote.
        on: Place,
        /// Who said it; nobody known, if nothing.
        speaker: Option<Who>,
    },
    /// A name that is another one: two spellings of one actor, or the wrong kind, or,
    /// in one article, somebody else of that name.
    Same {
        /// The article in which it is so; everywhere, if nothing.
        #[serde(default, with = "as_some_word")]
        article: Option<ArticleId>,
        /// The name as the program has it.
        who: Who,
        /// Who that is.
        is: Who,
    },
}

/// What a person changes about marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Makes a mark, in place of the one with the same key.
    Set(Mark),
    /// Takes away the mark with this key, whatever it says.
    Remove(Mark),
}

/// What tells one mark from another: of two with one key the later counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MarkKey {
    /// The id of the article; empty for what belongs to none.
    pub article: String,
    /// Where in its text.
    pub span: Span,
    /// What kind of mark.
    pub what: String,
    /// The tag, the name.
    pub name: String,
}

impl Mark {
    /// The article that it is about.
    pub fn article(&self) -> Option<ArticleId> {
        match self {
            Mark::Picked { on, .. }
            | Mark::Tagged { on, .. }
            | Mark::Noted { on, .. }
            | Mark::Speaker { on, .. } => Some(on.article),
            Mark::Seen { article } => Some(*article),
            Mark::Same { article, .. } => *article,
            Mark::Saved { .. } => None,
        }
    }

    /// The passage that it is on.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Mark::Picked { on, .. }
            | Mark::Tagged { on, .. }
            | Mark::Noted { on, .. }
            | Mark::Speaker { on, .. } => Some(on),
            Mark::Seen { .. } | Mark::Saved { .. } | Mark::Same { .. } => None,
        }
    }

    /// The same at another place; what is at none stays as it is.
    pub fn at(self, on: Place) -> Self {
        match self {
            Mark::Picked { order, .. } => Mark::Picked { on, order },
            Mark::Tagged { tag, .. } => Mark::Tagged { on, tag },
            Mark::Noted { note, .. } => Mark::Noted { on, note },
            Mark::Speaker { speaker, .. } => Mark::Speaker { on, speaker },
            Mark::Seen { .. } | Mark::Saved { .. } | Mark::Same { .. } => self,
        }
    }

    /// Whether it corrects what the program found, and so travels as a correction.
    pub fn is_correction(&self) -> bool {
        matches!(self, Mark::Speaker { .. } | Mark::Same { .. })
    }

    /// What tells it from other marks.
    pub fn key(&self) -> MarkKey {
        let article = self.article();
        let name = match self {
            Mark::Tagged { tag, .. } => tag.clone(),
            Mark::Saved { name, .. } => name.clone(),
            Mark::Same { who, .. } => {
                let kind = who.kind.map_or("phrase", ActorKind::word);
                format!("{kind} {}", who.name)
            }
            Mark::Picked { .. } | Mark::Noted { .. } | Mark::Seen { .. } | Mark::Speaker { .. } => {
                String::new()
            }
        };
        MarkKey {
            article: article.map(|id| id.to_string()).unwrap_or_default(),
            span: self.place().map(|place| place.span).unwrap_or_default(),
            what: self.what().to_owned(),
            name,
        }
    }

    /// The stable word for its kind.
    fn what(&self) -> &'static str {
        match self {
            Mark::Picked { .. } => "picked",
            Mark::Tagged { .. } => "tagged",
            Mark::Noted { .. } => "noted",
            Mark::Seen { .. } => "seen",
            Mark::Saved { .. } => "saved",
            Mark::Speaker { .. } => "speaker",
            Mark::Same { .. } => "same",
        }
    }
}

/// Every mark of a library, by article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    all: Vec<Mark>,
    by_article: HashMap<ArticleId, Vec<usize>>,
}

impl Marks {
    /// Keeps `all`.
    pub fn new(all: Vec<Mark>) -> Self {
        let mut by_article: HashMap<ArticleId, Vec<usize>> = HashMap::new();
        for (at, mark) in all.iter().enumerate() {
            if let Some(article) = mark.article() {
                by_article.entry(article).or_default().push(at);
            }
        }
        Self { all, by_article }
    }

    /// Every mark, by article and place.
    pub fn all(&self) -> &[Mark] {
        &self.all
    }

    /// The marks on one article and its passages.
    pub fn of(&self, article: ArticleId) -> impl Iterator<Item = &Mark> {
        let places = self.by_article.get(&article).into_iter().flatten();
        places.filter_map(|&at| self.all.get(at))
    }

    /// The marks on the passage with this span, then those on one that is roughly the
    /// same: a later analysis may have drawn it a little differently.
    pub fn on(&self, article: ArticleId, span: Span) -> impl Iterator<Item = &Mark> {
        let spans = move |fits: fn(Span, Span) -> bool| {
            move |mark: &&Mark| mark.place().is_some_and(|place| fits(place.span, span))
        };
        let same = self.of(article).filter(spans(|one, other| one == other));
        let roughly = |one: Span, other| one != other && one.is_roughly(other);
        same.chain(self.of(article).filter(spans(roughly)))
    }

    /// The basket, in the person's order.
    pub fn basket(&self) -> Vec<&Place> {
        self.picks().into_iter().map(|(_, place)| place).collect()
    }

    /// The same, each place with its order.
    pub fn picks(&self) -> Vec<(i64, &Place)> {
        let picked = self.all.iter().filter_map(|mark| match mark {
            Mark::Picked { on, order } => Some((*order, on)),
            _ => None,
        });
        let mut picked: Vec<(i64, &Place)> = picked.collect();
        picked.sort_by_key(|(order, _)| *order);
        picked
    }

    /// The order that a further pick gets: after all others.
    pub fn next_order(&self) -> i64 {
        let orders = self.all.iter().filter_map(|mark| match mark {
            Mark::Picked { order, .. } => Some(*order),
            _ => None,
        });
        orders.max().map_or(0, |last| last.saturating_add(1))
    }

    /// The saved searches, name and query, by name.
    pub fn searches(&self) -> Vec<(&str, &str)> {
        let saved = self.all.iter().filter_map(|mark| match mark {
            Mark::Saved { name, query, .. } => Some((&**name, &**query)),
            _ => None,
        });
        let mut saved: Vec<(&str, &str)> = saved.collect();
        saved.sort_unstable();
        saved
    }

    /// What the search that is saved as `name` lists.
    pub fn searched(&self, name: &str) -> Searched {
        let mut all = self.all.iter();
        let among = all.find_map(|mark| match mark {
            Mark::Saved {
                name: its, among, ..
            } if its == name => Some(*among),
            _ => None,
        });
        among.unwrap_or_default()
    }

    /// What is saved as `name`, unless it is this very search: a person is asked before it
    /// is replaced.
    pub fn another_search(&self, name: &str, (query, among): (&str, Searched)) -> Option<&str> {
        let mut saved = self.searches().into_iter();
        let (_, former) = saved.find(|(its, _)| *its == name)?;
        (former != query || self.searched(name) != among).then_some(former)
    }

    /// The tags in use, with how often.
    pub fn tags(&self) -> Vec<(&str, usize)> {
        let mut tags: std::collections::BTreeMap<&str, usize> = Default::default();
        for mark in &self.all {
            if let Mark::Tagged { tag, .. } = mark {
                *tags.entry(tag).or_default() += 1;
            }
        }
        tags.into_iter().collect()
    }

    /// Whether the article was read.
    pub fn is_seen(&self, article: ArticleId) -> bool {
        self.of(article)
            .any(|mark| matches!(mark, Mark::Seen { .. }))
    }
}

/// An id as the word that people see.
mod as_word {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::model::ArticleId;

    pub fn serialize<S: Serializer>(id: &ArticleId, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(id)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<ArticleId, D::Error> {
        let word = String::deserialize(from)?;
        let parsed = word.parse();
        parsed.map_err(|()| D::Error::custom(format!("{word} is no id of an article")))
    }
}

/// The same, where there may be none.
mod as_some_word {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::model::ArticleId;

    pub fn serialize<S: Serializer>(id: &Option<ArticleId>, to: S) -> Result<S::Ok, S::Error> {
        match id {
            Some(id) => to.collect_str(id),
            None => to.serialize_none(),
        }
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Option<ArticleId>, D::Error> {
        let word: Option<String> = Option::deserialize(from)?;
        let parsed = word.map(|word| word.parse().map_err(|()| word));
        parsed
            .transpose()
            .map_err(|word| D::Error::custom(format!("{word} is no id of an article")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(start: usize) -> Place {
        Place {
            article: ArticleId::of_text("One."),
            span: Span::new(start, start + 3),
            words: "One".into(),
        }
    }

    #[test]
    fn a_mark_is_read_back_from_its_line() {
        let who = |name: &str| Who {
            name: name.into(),
            kind: Some(ActorKind::Person),
        };
        let marks = [
            Mark::Picked {
                on: place(0),
                order: 3,
            },
            Mark::Seen {
                article: ArticleId::of_text("x"),
            },
            Mark::Speaker {
                on: place(1),
                speaker: None,
            },
            Mark::Speaker {
                on: place(1),
                speaker: Some(who("Ada Brook")),
            },
            Mark::Same {
                article: None,
                who: who("A. Brook"),
                is: who("Ada Brook"),
            },
        ];
        for mark in marks {
            let line = serde_json::to_string(&mark).unwrap();
            assert_eq!(serde_json::from_str::<Mark>(&line).unwrap(), mark, "{line}");
        }
        assert!(serde_json::from_str::<Mark>(r#"{"mark": "seen", "article": "b3:1"}"#).is_err());
    }

    #[test]
    fn two_tags_are_two_marks_and_two_notes_are_one() {
        let tag = |tag: &str| Mark::Tagged {
            on: place(0),
            tag: tag.into(),
        };
        let note = |note: &str| Mark::Noted {
            on: place(0),
            note: note.into(),
        };
        assert_ne!(tag("a").key(), tag("b").key());
        assert_eq!(note("a").key(), note("b").key());
        assert_ne!(note("a").key(), tag("").key());
    }

    #[test]
    fn a_basket_keeps_the_order_of_the_person() {
        let pick = |start, order| Mark::Picked {
            on: place(start),
            order,
        };
        let marks = Marks::new(vec![pick(0, 7), pick(5, -1), pick(2, 3)]);
        let starts: Vec<usize> = marks
            .basket()
            .iter()
            .map(|place| place.span.start)
            .collect();
        assert_eq!(starts, [5, 2, 0]);
        assert_eq!(marks.next_order(), 8);
        assert_eq!(
            marks
                .on(ArticleId::of_text("One."), Span::new(2, 5))
                .count(),
            1
        );
    }
}
