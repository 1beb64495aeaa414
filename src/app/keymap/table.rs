//! The table itself, in the order of the list of keys.
//!
//! Its rows stand in the files beside this one; here is what they are written in.

use std::sync::LazyLock;

use super::{Binding, Group, Hint, Key, Mode, Modes, Row};
use crate::app::Command as C;

mod finding;
mod marking;
mod moving;
mod screens;

/// Every command, in the order of the list of keys.
pub fn table() -> &'static [Row] {
    static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
        [
            moving::MOVING,
            marking::MARKING,
            screens::SCREENS,
            finding::FINDING,
        ]
        .concat()
    });
    &TABLE
}

const LIST: Modes = Modes::of(Mode::List);
const READER: Modes = Modes::of(Mode::Reader);
const QUOTES: Modes = Modes::of(Mode::Quotes);
const ACTORS: Modes = Modes::of(Mode::Actors);
const FINDER: Modes = Modes::of(Mode::Finder);
const PALETTE: Modes = Modes::of(Mode::Palette);
const KEYS: Modes = Modes::of(Mode::Keys);
const SEARCH: Modes = Modes::of(Mode::Search);
const COPY: Modes = Modes::of(Mode::Copy);
const MESSAGES: Modes = Modes::of(Mode::Messages);
const ALL_QUOTES: Modes = Modes::of(Mode::AllQuotes);
const COMPARE: Modes = Modes::of(Mode::Compare);
const ALL_ACTORS: Modes = Modes::of(Mode::AllActors);
const PROFILE: Modes = Modes::of(Mode::Profile);
const TIMELINE: Modes = Modes::of(Mode::Timeline);
const SELECTION: Modes = Modes::of(Mode::Selection);
const SAVE: Modes = Modes::of(Mode::Save);
const LANES: Modes = COMPARE.and(TIMELINE);
const PEOPLE: Modes = ALL_ACTORS.and(PROFILE);
const BASKET: Modes = Modes::of(Mode::Basket);
/// Where a list stands beside the article of its row.
const HALVES: Modes = ALL_QUOTES.and(PEOPLE).and(BASKET);
const LINE: Modes = Modes::of(Mode::Line);
const CHOICE: Modes = Modes::of(Mode::Choice);
const SAVED: Modes = Modes::of(Mode::Saved);
/// Where one stands at a quote, or at an article.
const MARKED: Modes = Modes::SOURCES.and(PROFILE).and(COMPARE).and(BASKET);
const WHY: Modes = Modes::of(Mode::Why);
const TEXT: Modes = READER.and(Modes::RAIL);
const SCROLLED: Modes = Modes::SCREENS.and(MESSAGES).and(WHY);

const fn row(
    command: C,
    name: &'static str,
    help: &'static str,
    group: Group,
    bindings: &'static [Binding],
) -> Row {
    Row {
        command,
        name,
        help,
        group,
        bindings,
    }
}

const fn on(modes: Modes, keys: &'static [Key]) -> Binding {
    Binding {
        modes,
        keys,
        hint: None,
    }
}

/// No key: the palette knows it by its name.
const fn by_name(modes: Modes) -> Binding {
    on(modes, &[])
}

/// A binding that the hint line shows.
const fn hinted(modes: Modes, keys: &'static [Key], priority: u8, text: &'static str) -> Binding {
    Binding {
        modes,
        keys,
        hint: Some(Hint { priority, text }),
    }
}

const fn c(letter: char) -> Key {
    Key::Char(letter)
}

const fn ctrl(letter: char) -> Key {
    Key::Ctrl(letter)
}
