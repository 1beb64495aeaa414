//! What a list was narrowed by, carried from one screen to another.
//!
//! A word alone means what the screen lists: on the articles an article that holds
//! it, on the quotes one that says it, among names a name. Carried over it keeps its
//! meaning, so that `2` after `/ferry` lists the quotes of the articles found.

use super::screen::Screen;
use crate::search::Query;

/// What was carried to a screen, and from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// As it was typed.
    words: String,
    /// Where it was typed.
    home: Screen,
    /// Where it was carried to.
    to: Screen,
    /// As it stands on the screen it was carried to.
    shown: String,
}

impl Handed {
    /// Carries `query` from one screen to another. What came to the screen as it
    /// stands is carried on as it was typed, so that no way back changes it.
    pub fn on(before: Option<&Self>, query: &str, (from, to): (Screen, Screen)) -> Self {
        let (words, home) = typed(before, query, from);
        Self {
            shown: carried(words, home, to),
            words: words.to_owned(),
            home,
            to,
        }
    }

    /// As it stands on the screen it was carried to.
    pub fn shown(&self) -> &str {
        &self.shown
    }
}

/// What `query` was typed as, and on which screen: `screen`, unless it was carried there.
pub fn typed<'a>(before: Option<&'a Handed>, query: &'a str, screen: Screen) -> (&'a str, Screen) {
    let carried = before.filter(|handed| handed.to == screen && handed.shown == query);
    carried.map_or((query, screen), |handed| (&handed.words, handed.home))
}

/// `query`, typed on the screen `home`, as it means the same on the screen `to`.
pub fn carried(query: &str, home: Screen, to: Screen) -> String {
    match (home, to) {
        (Screen::Articles, Screen::Quotes | Screen::Actors | Screen::Timeline) => {
            Query::with_field(query, "text")
        }
        // A word of a quote is no name, but its article names somebody.
        (Screen::Quotes | Screen::Timeline, Screen::Actors) => Query::with_field(query, "text"),
        (Screen::Actors, Screen::Articles) => Query::with_field(query, "actor"),
        (Screen::Actors, Screen::Quotes) => Query::with_field(query, "by"),
        // By whose name somebody was looked up says nothing of who is counted.
        (Screen::Actors, Screen::Timeline) => String::new(),
        (Screen::Articles, _)
        | (Screen::Quotes | Screen::Timeline, _)
        | (Screen::Actors, _)
        | (Screen::Compare | Screen::Basket, _) => query.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, way: &[Screen], expected: &str) {
        let mut handed: Option<Handed> = None;
        for pair in way.windows(2) {
            let shown = handed.as_ref().map_or(query, Handed::shown).to_owned();
            handed = Some(Handed::on(handed.as_ref(), &shown, (pair[0], pair[1])));
        }
        assert_eq!(handed.as_ref().map(Handed::shown), Some(expected));
    }

    #[test]
    fn a_word_means_on_the_next_screen_what_it_meant_before() {
        use Screen::{Actors, Articles, Quotes, Timeline};
        check("ferry", &[Articles, Quotes], "text:ferry");
        check("ferry by:kim", &[Articles, Timeline], "text:ferry by:kim");
        check("ferry", &[Articles, Actors], "text:ferry");
        check("kim", &[Actors, Quotes], "by:kim");
        check("kim", &[Actors, Articles], "actor:kim");
        check("kim", &[Actors, Timeline], "");
        check("ferry", &[Quotes, Timeline], "ferry");
    }

    #[test]
    fn the_way_back_gives_what_was_typed() {
        use Screen::{Actors, Articles, Quotes, Timeline};
        check("ferry", &[Articles, Quotes, Articles], "ferry");
        check(
            "ferry",
            &[Articles, Quotes, Actors, Timeline, Articles],
            "ferry",
        );
        check("kim", &[Actors, Quotes, Articles, Actors], "kim");
        // Also over a screen to which it says nothing.
        check("kim", &[Actors, Timeline, Actors], "kim");
        check("kim", &[Actors, Timeline, Quotes], "by:kim");
    }

    #[test]
    fn what_is_typed_elsewhere_is_not_what_was_carried() {
        let to_quotes = Handed::on(None, "ferry", (Screen::Articles, Screen::Quotes));
        let carried = Some(&to_quotes);
        let on = |screen| typed(carried, "text:ferry", screen);
        assert_eq!(on(Screen::Quotes), ("ferry", Screen::Articles));
        assert_eq!(on(Screen::Timeline), ("text:ferry", Screen::Timeline));
    }
}
