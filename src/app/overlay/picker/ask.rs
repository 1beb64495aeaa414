//! What is asked of a person, and what can be chosen.

use std::cmp::Reverse;
use std::sync::Arc;

use strsim::osa_distance;

use crate::app::{ActorItem, Who};
use crate::model::{ActorKind, ArticleId, Entry, Mark, Place, Searched, Who as Somebody};
use crate::search::Finding;
use crate::text::fold::fold;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Tags for these passages.
    Tag(Vec<Place>),
    /// Which tag to take from these passages.
    Untag(Vec<Place>),
    /// A note on these passages.
    Note(Vec<Place>),
    /// Who said these quotes.
    Speaker(Vec<Place>),
    /// Whose other name this is.
    Merge(Who),
    /// Which name is somebody else, after all; in this article, if one is shown.
    Split(Who, Option<ArticleId>),
    /// What this is.
    Kind(Who),
    /// What this is called.
    Rename(Who),
    /// Which saved search to run.
    Saved,
    /// What this search is to be called, and what it lists.
    Save(String, Searched),
    /// Whether this search takes the place of the one that is called so already.
    Replace {
        /// What is saved.
        query: String,
        /// What it lists.
        among: Searched,
        /// What it is to be called.
        name: String,
        /// What is called so already.
        former: String,
    },
    /// Which saved search to forget.
    Forget,
    /// To which program this article is handed.
    Program(Arc<Entry>),
    /// Which copy is made again.
    Register,
    /// What becomes of these, which the finder found.
    Found(Vec<Finding>),
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// These words.
    Words(String),
    /// This search, and what it lists.
    Search(String, Searched),
    /// This actor.
    Somebody(Who),
    /// Nobody known.
    Nobody,
    /// What the program had found.
    Program,
    /// This kind.
    Kind(ActorKind),
    /// Takes these marks away.
    Apart(Vec<Mark>),
    /// Into the basket, or out of it.
    Pick,
    /// Asks for tags.
    Tag,
    /// A lane of each.
    Lanes,
    /// Keeps this spelling apart from others of the name.
    Own(Somebody),
    /// A lane with this title, of this query.
    Lane(String, String),
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is called; what is typed narrows by it.
    pub words: String,
    /// What else is to be known about it.
    pub detail: String,
    /// What an actor is.
    pub kind: Option<ActorKind>,
    /// How many articles or quotes it finds.
    pub count: Option<usize>,
    /// Whether it stands in the file of settings, and cannot be forgotten here.
    pub is_set: bool,
    /// Whether it is what is typed, as it is.
    pub is_typed: bool,
    /// What is chosen by it.
    pub taken: Taken,
}

impl Offer {
    /// A choice of these words.
    pub fn new(words: impl Into<String>, detail: impl Into<String>, taken: Taken) -> Self {
        Self {
            words: words.into(),
            detail: detail.into(),
            kind: None,
            count: None,
            is_set: false,
            is_typed: false,
            taken,
        }
    }

    /// A choice of an actor.
    pub fn of_actor(who: &Who, detail: impl Into<String>) -> Self {
        Self {
            kind: who.kind,
            ..Self::new(&*who.name, detail, Taken::Somebody(who.clone()))
        }
    }

    /// Whether both choose the same.
    pub fn is_same(&self, other: &Self) -> bool {
        self.taken == other.taken
    }
}

impl Ask {
    /// What stands above the box.
    pub fn heading(&self) -> String {
        match self {
            Ask::Tag(on) => format!("tag {}", of(on)),
            Ask::Untag(on) => format!("take a tag from {}", of(on)),
            Ask::Note(on) => format!("note on {}; empty takes it away", of(on)),
            Ask::Speaker(on) => format!("who said {}?", of(on)),
            Ask::Merge(who) => format!("whose name is “{}”?", who.name),
            Ask::Split(who, _) => format!("take a name from {}", who.name),
            Ask::Kind(who) => format!("what is {}?", who.name),
            Ask::Rename(who) => format!("what is {} called?", who.name),
            Ask::Saved | Ask::Forget => "saved searches".to_owned(),
            Ask::Save(query, Searched::Articles) => format!("save /{query} as"),
            Ask::Save(query, Searched::Quotes) => format!("save /{query} of quotes as"),
            Ask::Replace { name, former, .. } => {
                format!("{name} is /{former}: Enter replaces it, or another name")
            }
            Ask::Program(entry) => format!("hand “{}” to", entry.article.headline()),
            Ask::Register => "copy again".to_owned(),
            Ask::Found(marked) if marked.len() == 1 => "with what is marked".to_owned(),
            Ask::Found(marked) => format!("with the {} that are marked", marked.len()),
        }
    }

    /// Whether what is typed narrows the choices.
    pub(super) fn narrows(&self) -> bool {
        !matches!(
            self,
            Ask::Note(_) | Ask::Rename(_) | Ask::Save(..) | Ask::Replace { .. }
        )
    }

    /// Whether names of the library are chosen among.
    pub(super) fn wants_names(&self) -> bool {
        matches!(self, Ask::Speaker(_) | Ask::Merge(_))
    }

    /// What names of the library are looked for by. Whose other name it is has often
    /// a word in common, so that these are offered before anything is typed.
    pub(super) fn sought(&self, typed: &str) -> Option<String> {
        match self {
            Ask::Merge(who) if typed.is_empty() => Some(telling(&who.name).join(" | ")),
            Ask::Merge(_) | Ask::Speaker(_) => {
                Some(typed.to_owned()).filter(|typed| !typed.is_empty())
            }
            Ask::Tag(_)
            | Ask::Untag(_)
            | Ask::Note(_)
            | Ask::Split(..)
            | Ask::Kind(_)
            | Ask::Rename(_)
            | Ask::Saved
            | Ask::Save(..)
            | Ask::Replace { .. }
            | Ask::Program(_)
            | Ask::Register
            | Ask::Found(_)
            | Ask::Forget => None,
        }
    }

    /// How likely a name is the one that is asked for: by its last word, by all that it
    /// has in common, then by how few letters differ. Accents do not count.
    pub(super) fn likeness(&self, name: &str) -> (bool, usize, Reverse<usize>) {
        let Ask::Merge(who) = self else {
            return (false, 0, Reverse(0));
        };
        let (own, other) = (fold(&who.name).text, fold(name).text);
        let differ = osa_distance(&own, &other);
        let few = differ * LETTERS_THAT_DIFFER <= own.len();
        let (own, other) = (telling(&own), telling(&other));
        let shared = own.iter().filter(|word| other.contains(word)).count();
        let is_near = shared > 0 || few;
        (
            shared > 0 && own.last() == other.last(),
            shared,
            // Of names that have nothing in common, letters tell nothing.
            Reverse(if is_near { differ } else { usize::MAX }),
        )
    }

    /// What is said before a choice that nobody looked for is taken: two names become one
    /// only when a person has read which.
    pub(super) fn doubt(&self, choice: &Offer) -> Option<String> {
        let Ask::Merge(who) = self else {
            return None;
        };
        let same = fold(&who.name).text == fold(&choice.words).text;
        (!same).then(|| format!("Enter again: {} is {}, one name", who.name, choice.words))
    }

    /// Whether what is typed can be chosen beside choices.
    pub(super) fn takes_words(&self) -> bool {
        matches!(
            self,
            Ask::Tag(_) | Ask::Speaker(_) | Ask::Merge(_) | Ask::Split(..)
        )
    }

    /// Whether there are no choices, and the line is what is taken.
    pub fn takes_line(&self) -> bool {
        matches!(
            self,
            Ask::Note(_) | Ask::Rename(_) | Ask::Save(..) | Ask::Replace { .. }
        )
    }

    /// What is told while nothing can be chosen.
    pub fn nothing(&self) -> &'static str {
        match self {
            Ask::Tag(_) => "type a tag",
            Ask::Saved => "no search of that name is saved",
            Ask::Split(_, Some(_)) => "type who it is in this article",
            Ask::Merge(_) => "type the name that it is",
            Ask::Split(_, None)
            | Ask::Untag(_)
            | Ask::Speaker(_)
            | Ask::Kind(_)
            | Ask::Program(_)
            | Ask::Register
            | Ask::Found(_)
            | Ask::Forget => "nothing fits",
            Ask::Note(_) | Ask::Rename(_) | Ask::Save(..) | Ask::Replace { .. } => "",
        }
    }

    /// A name of the library as a choice, unless it is the one that is asked about.
    pub(super) fn name(&self, item: &ActorItem) -> Option<Offer> {
        let own = match self {
            Ask::Merge(who) => Some(who),
            _ => None,
        };
        let detail = match item.articles {
            1 => "1 article".to_owned(),
            count => format!("{count} articles"),
        };
        (own != Some(&item.who)).then(|| Offer::of_actor(&item.who, detail))
    }

    /// What is typed as a choice of its own, and whether it stands first: a tag that
    /// is typed is meant, while of a name its beginning is typed.
    pub(super) fn typed(&self, words: &str, listed: &[Offer]) -> Option<(Offer, bool)> {
        let known = listed.iter().any(|choice| choice.words == words);
        if words.is_empty() || known {
            return None;
        }
        let somebody = |kind| {
            Taken::Somebody(Who {
                name: words.into(),
                kind: Some(kind),
            })
        };
        let (detail, taken, first) = match self {
            Ask::Tag(_) => ("a new tag", Taken::Words(words.to_owned()), true),
            Ask::Speaker(_) => ("a new name", somebody(ActorKind::Person), false),
            Ask::Merge(who) => {
                let kind = who.kind.unwrap_or(ActorKind::Person);
                ("a new name", somebody(kind), false)
            }
            Ask::Split(_, Some(_)) => (
                "is who it is in this article",
                Taken::Words(words.to_owned()),
                false,
            ),
            Ask::Split(_, None)
            | Ask::Untag(_)
            | Ask::Note(_)
            | Ask::Kind(_)
            | Ask::Rename(_)
            | Ask::Saved
            | Ask::Save(..)
            | Ask::Replace { .. }
            | Ask::Program(_)
            | Ask::Register
            | Ask::Found(_)
            | Ask::Forget => return None,
        };
        let choice = Offer {
            is_typed: true,
            ..Offer::new(words, detail, taken)
        };
        Some((choice, first))
    }
}

/// The words of a name that tell it from others, without their capitals.
fn telling(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let long = |word: &&String| word.chars().count() > SHORT;
    match words.iter().any(|word| long(&word)) {
        true => words.iter().filter(long).cloned().collect(),
        false => words,
    }
}

/// Of so many letters one may be another in a name that is still the same.
const LETTERS_THAT_DIFFER: usize = 4;

/// Letters of words that many names have: of, der, Mr, the.
const SHORT: usize = 3;

/// Words of a quote that a title repeats at most.
const WORDS: usize = 6;

/// Passages in words: the beginning of one, or how many.
pub fn of(places: &[Place]) -> String {
    match places {
        [place] if place.is_whole() => "this article".to_owned(),
        [place] => {
            let mut words = place.words.split_whitespace();
            let first: Vec<&str> = words.by_ref().take(WORDS).collect();
            let more = if words.next().is_some() { "…" } else { "" };
            format!("“{}{more}”", first.join(" "))
        }
        _ if places.iter().any(Place::is_whole) => format!("{} rows", places.len()),
        _ => format!("{} quotes", places.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn place(words: &str) -> Place {
        Place {
            article: ArticleId::of_text("x"),
            span: Span::new(0, words.len()),
            words: words.into(),
        }
    }

    #[track_caller]
    fn check(places: &[Place], expected: &str) {
        assert_eq!(of(places), expected);
    }

    #[test]
    fn passages_are_told_by_their_first_words_or_their_number() {
        let whole = Place::whole(ArticleId::of_text("x"));
        check(&[place("We  go")], "“We go”");
        check(
            &[place("one two three four five six seven")],
            "“one two three four five six…”",
        );
        check(std::slice::from_ref(&whole), "this article");
        check(&[place("a"), place("b")], "2 quotes");
        check(&[place("a"), whole], "2 rows");
    }

    #[test]
    fn names_with_a_word_in_common_are_likely_and_the_same_last_word_more() {
        let who = Who {
            name: "Grace of Calder Okafor".into(),
            kind: None,
        };
        let ask = Ask::Merge(who);
        assert_eq!(ask.sought("").as_deref(), Some("grace | calder | okafor"));
        assert!(ask.likeness("Okafor") > ask.likeness("Grace Hale"));
        assert!(ask.likeness("Grace Hale") > ask.likeness("Ines Falk"));
        assert!(ask.likeness("Gracé Okafór") > ask.likeness("Hugo Okafor"));
        let plain = ask.likeness("Grace Okafor");
        assert_eq!(ask.likeness("Gracé OKAFÓR"), plain);
        assert_eq!(ask.sought("x").as_deref(), Some("x"));
        let korean = Ask::Merge(Who {
            name: "김정은".into(),
            kind: None,
        });
        assert_eq!(korean.sought("").as_deref(), Some("김정은"));
    }

    #[test]
    fn a_tag_that_is_typed_stands_first_and_a_name_last() {
        let ask = Ask::Tag(vec![place("x")]);
        assert!(ask.typed("new", &[]).is_some_and(|(_, first)| first));
        let known = Offer::new("new", "", Taken::Words("new".into()));
        assert_eq!(ask.typed("new", &[known]), None);
        let ask = Ask::Speaker(vec![place("x")]);
        assert!(ask.typed("Jo", &[]).is_some_and(|(_, first)| !first));
        assert_eq!(ask.typed("", &[]), None);
    }
}
