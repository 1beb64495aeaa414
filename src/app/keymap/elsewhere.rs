//! What is said when a key has no meaning where one is: what it does elsewhere.

use super::{Key, Mode, Modes, Row};

/// One line about a key that does nothing in `mode`, by these rows.
pub(super) fn elsewhere(rows: &[Row], mode: Mode, key: Key) -> String {
    if mode == Mode::Selection {
        return format!("{key} does nothing while words are marked; Esc ends that");
    }
    if !Modes::SCREENS.has(mode) {
        return format!("{key} does nothing here; Esc closes");
    }
    let does: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let places = places(|mode| row.keys(mode).any(|bound| bound == key));
            (!places.is_empty()).then(|| format!("{} on {}", row.name, places.join(", ")))
        })
        .collect();
    match does.is_empty() {
        true => format!("{key} does nothing; {{keys}} lists the keys"),
        false => format!("{key} does nothing here; elsewhere: {}", does.join("; ")),
    }
}

/// Where a command does something, by a key or by its name, in words.
pub fn places_of(row: &Row) -> String {
    let bound = |mode: Mode| row.bindings.iter().any(|binding| binding.modes.has(mode));
    let everywhere = Mode::ALL
        .into_iter()
        .filter_map(|mode| Some((mode, place(mode)?)));
    let everywhere = everywhere.map(|(mode, _)| mode).all(bound);
    let places = places(bound);
    match (everywhere, places.is_empty()) {
        (true, _) => "everywhere".to_owned(),
        (false, true)
            if Mode::ALL
                .into_iter()
                .filter(|mode| mode.is_input())
                .all(bound) =>
        {
            "while typing".to_owned()
        }
        (false, true) => format!("in {}", row.places().join(", ")),
        (false, false) => format!("on {}", places.join(", ")),
    }
}

fn places(bound: impl Fn(Mode) -> bool) -> Vec<&'static str> {
    // As the digits go.
    let order = [
        Mode::List,
        Mode::Reader,
        Mode::Quotes,
        Mode::Actors,
        Mode::AllQuotes,
        Mode::AllActors,
        Mode::Profile,
        Mode::Compare,
        Mode::Timeline,
        Mode::Basket,
    ];
    let mut places: Vec<&str> = order
        .into_iter()
        .filter(|mode| bound(*mode))
        .filter_map(place)
        .collect();
    places.dedup();
    places
}

/// How one says where a mode is; nothing for what stands in front.
fn place(mode: Mode) -> Option<&'static str> {
    Some(match mode {
        Mode::List => "1",
        Mode::Reader => "a text",
        Mode::Quotes | Mode::Actors => "the rail",
        Mode::AllQuotes => "2",
        Mode::AllActors => "3",
        Mode::Profile => "a profile",
        Mode::Compare => "4",
        Mode::Timeline => "5",
        Mode::Basket => "6",
        Mode::Finder
        | Mode::Palette
        | Mode::Keys
        | Mode::Search
        | Mode::Copy
        | Mode::Messages
        | Mode::Why
        | Mode::Line
        | Mode::Choice
        | Mode::Saved
        | Mode::Selection
        | Mode::Save => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::table;
    use super::*;

    #[test]
    fn it_is_told_where_a_command_does_something_also_without_a_key() {
        let words = |name: &str| {
            let row = table().iter().find(|row| row.name == name);
            places_of(row.unwrap())
        };
        assert_eq!(words("kind"), "on the rail, 3, a profile");
        assert_eq!(words("mark-row"), "on 2, 6");
        assert_eq!(words("delete-word"), "while typing");
        assert_eq!(words("forget-search"), "in saved searches");
        assert_eq!(words("quit"), "everywhere");
        for row in table() {
            assert!(!places_of(row).is_empty(), "{}", row.name);
        }
    }

    #[track_caller]
    fn check(mode: Mode, key: char, expected: &str) {
        assert_eq!(elsewhere(table(), mode, Key::Char(key)), expected);
    }

    #[test]
    fn a_key_that_does_nothing_says_where_it_does_something() {
        check(
            Mode::List,
            'x',
            "x does nothing here; elsewhere: mark-row on 2, 6; close-lane on 4",
        );
        check(
            Mode::Compare,
            'S',
            "S does nothing here; elsewhere: sort on 1, 2, 3, 6",
        );
        check(Mode::List, '%', "% does nothing; {keys} lists the keys");
        check(Mode::Why, 'x', "x does nothing here; Esc closes");
        let marking = "x does nothing while words are marked; Esc ends that";
        check(Mode::Selection, 'x', marking);
    }
}
