//! The table of commands as a person changed it.
//!
//! A key of one's own does its command in one place and takes the key from whatever it
//! did there. What cannot be is left as it was, and told with the line it stands on.

use super::elsewhere::elsewhere;
use super::{Binding, Hint, Key, Mode, Modes, Row, table};
use crate::app::{Action, Command};
use crate::text::nearest::nearest;

/// The table of commands, as it stands or as a person changed it.
#[derive(Clone, Copy)]
pub struct Keymap(&'static [Row]);

/// A key of a person's own, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebinding {
    /// The word of the place.
    pub place: String,
    /// The name of the key.
    pub key: String,
    /// The name of the command.
    pub command: String,
    /// On which line of the file it stands.
    pub line: usize,
}

/// What is written instead of a command that the key shall do no more.
const NOTHING: &str = "nothing";

/// A change that can be made: what the key does there, if anything.
struct Change {
    mode: Mode,
    key: Key,
    command: Option<Command>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self(table())
    }
}

impl PartialEq for Keymap {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Keymap {}

impl std::fmt::Debug for Keymap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keymap")
    }
}

impl Keymap {
    /// The table with these changes, and of those that cannot be made the line and what
    /// to write.
    ///
    /// The table is never given back to the memory: rows are kept wherever commands are
    /// listed, and a program reads its settings once.
    pub fn with(changes: &[Rebinding]) -> (Self, Vec<(usize, String)>) {
        let mut notes = Vec::new();
        let mut made: Vec<(Change, &Rebinding)> = Vec::new();
        for written in changes {
            let taken = |change: &Change| {
                let mut made = made.iter();
                let same =
                    made.find(|(other, _)| other.mode == change.mode && other.key == change.key);
                same.map(|(_, other)| other.command.clone())
            };
            let change = read(written).and_then(|change| match taken(&change) {
                Some(other) => Err(format!(
                    "{} does {other} in {} already; take another key",
                    change.key, written.place
                )),
                None => Ok(change),
            });
            match change {
                Ok(change) => made.push((change, written)),
                Err(note) => notes.push((written.line, note)),
            }
        }
        if made.is_empty() {
            return (Self::default(), notes);
        }
        let rows = table().iter().map(|row| changed(row, &made)).collect();
        (Self(Vec::leak(rows)), notes)
    }

    /// Every command, in the order of the list of keys.
    pub fn rows(self) -> &'static [Row] {
        self.0
    }

    /// The row of a command.
    pub fn row(self, command: Command) -> Option<&'static Row> {
        self.0.iter().find(|row| row.command == command)
    }

    /// What `key` does in `mode`; where letters are typed, every other letter is typed,
    /// elsewhere a key that does nothing is answered as such.
    pub fn lookup(self, mode: Mode, key: Key) -> Option<Action> {
        let mut rows = self.0.iter();
        let bound = rows.find(|row| row.keys(mode).any(|bound| bound == key));
        match (bound, key) {
            (Some(row), _) => Some(Action::Command(row.command)),
            (None, Key::Char(c)) if mode.is_input() => Some(Action::Type(c)),
            (None, _) if !mode.is_input() => Some(Action::Unbound(key)),
            (None, _) => None,
        }
    }

    /// The hints of a mode: key and words, in table order, with their priority.
    pub fn hints(self, mode: Mode) -> impl Iterator<Item = (Key, Hint)> {
        let bindings = self.0.iter().flat_map(|row| row.bindings);
        bindings
            .filter(move |binding| binding.modes.has(mode))
            .filter_map(|binding| Some((*binding.keys.first()?, binding.hint?)))
    }

    /// One line about a key that does nothing in `mode`.
    pub fn elsewhere(self, mode: Mode, key: Key) -> String {
        elsewhere(self.0, mode, key)
    }

    /// `words` with the key of every command that they name as in `{sort}`.
    pub fn told(self, words: &str, mode: Mode) -> String {
        let mut told = String::with_capacity(words.len());
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('{') {
            told.push_str(before);
            let named = after.split_once('}').and_then(|(name, after)| {
                let row = self.0.iter().find(|row| row.name == name)?;
                Some((self.key(row, mode), after))
            });
            match named {
                Some((key, after)) => {
                    told.push_str(&key);
                    rest = after;
                }
                None => {
                    told.push('{');
                    rest = after;
                }
            }
        }
        told + rest
    }

    // Without a key it has its name, by which the palette knows it.
    fn key(self, row: &Row, mode: Mode) -> String {
        let key = row.key_in(mode).or_else(|| row.all_keys().first().copied());
        key.map_or_else(|| format!(":{}", row.name), |key| key.to_string())
    }
}

fn read(written: &Rebinding) -> Result<Change, String> {
    let mode = place(&written.place)?;
    let key: Key = written.key.parse().map_err(|()| {
        format!(
            "there is no key {}; keys are written as j, Ctrl-G, Enter, Space, PgDn",
            written.key
        )
    })?;
    if matches!(key, Key::Esc | Key::Ctrl('c')) {
        return Err(format!("{key} always leads out; take another key"));
    }
    if mode.is_input() && matches!(key, Key::Char(_)) {
        return Err(format!(
            "{key} is typed in {}; take a key with Ctrl",
            mode.word()
        ));
    }
    if written.command == NOTHING {
        let command = None;
        return Ok(Change { mode, key, command });
    }
    let rows = table();
    let Some(row) = rows.iter().find(|row| row.name == written.command) else {
        let near = nearest(&written.command, rows.iter().map(|row| row.name));
        let near = near.map_or_else(
            || "`pullquote keys` lists them".to_owned(),
            |name| format!("is {name} meant?"),
        );
        return Err(format!("there is no command {}; {near}", written.command));
    };
    if !row.is_for(mode) {
        let places = row.places().join(", ");
        return Err(format!(
            "{} does nothing in {}; it works in {places}",
            row.name,
            mode.word()
        ));
    }
    let command = Some(row.command);
    Ok(Change { mode, key, command })
}

fn place(word: &str) -> Result<Mode, String> {
    let meant = word.replace(['-', '_'], " ").to_lowercase();
    let mut modes = Mode::ALL.into_iter();
    modes.find(|mode| mode.word() == meant).ok_or_else(|| {
        let words: Vec<_> = Mode::ALL.into_iter().map(Mode::word).collect();
        format!(
            "there is no place {word}; the places are {}",
            words.join(", ")
        )
    })
}

/// The row with the keys that a person gave it and without those that were taken.
fn changed(row: &Row, made: &[(Change, &Rebinding)]) -> Row {
    let of = |mode: Mode| {
        made.iter()
            .map(|(change, _)| change)
            .filter(move |it| it.mode == mode)
    };
    let mut bindings: Vec<Binding> = Vec::new();
    let mut touched: Vec<Mode> = Vec::new();
    for mode in Mode::ALL {
        let takes = of(mode).any(|change| row.keys(mode).any(|key| key == change.key));
        if takes || of(mode).any(|change| change.command == Some(row.command)) {
            touched.push(mode);
        }
    }
    for &mode in &touched {
        let own = of(mode).filter(|change| change.command == Some(row.command));
        let mut keys: Vec<Key> = own.map(|change| change.key).collect();
        let left = row
            .keys(mode)
            .filter(|key| of(mode).all(|change| change.key != *key));
        keys.extend(left);
        let hint = row
            .bindings
            .iter()
            .filter(|binding| binding.modes.has(mode));
        bindings.push(Binding {
            modes: Modes::of(mode),
            keys: Vec::leak(keys),
            hint: hint.filter_map(|binding| binding.hint).next(),
        });
    }
    for binding in row.bindings {
        let modes = touched
            .iter()
            .fold(binding.modes, |all, mode| all.without(*mode));
        bindings.push(Binding { modes, ..*binding });
    }
    match touched.is_empty() {
        true => *row,
        false => Row {
            bindings: Vec::leak(bindings),
            ..*row
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rebinding(place: &str, key: &str, command: &str) -> Rebinding {
        Rebinding {
            place: place.into(),
            key: key.into(),
            command: command.into(),
            line: 7,
        }
    }

    #[test]
    fn a_key_does_what_a_person_wants_in_one_place_and_what_it_did_in_the_others() {
        let (keymap, notes) = Keymap::with(&[rebinding("list", "n", "down")]);
        assert_eq!(notes, []);
        let does = |mode, key| keymap.lookup(mode, Key::Char(key));
        assert_eq!(does(Mode::List, 'n'), Some(Action::Command(Command::Down)));
        assert_eq!(does(Mode::List, 'j'), Some(Action::Command(Command::Down)));
        assert_eq!(
            does(Mode::Reader, 'n'),
            Some(Action::Command(Command::NextHit))
        );
        let row = keymap.row(Command::Down).unwrap();
        assert_eq!(row.key_in(Mode::List), Some(Key::Char('n')));
    }

    #[test]
    fn a_key_can_be_taken_away() {
        let (keymap, notes) = Keymap::with(&[rebinding("all-quotes", "q", "nothing")]);
        assert_eq!(notes, []);
        let unbound = Some(Action::Unbound(Key::Char('q')));
        assert_eq!(keymap.lookup(Mode::AllQuotes, Key::Char('q')), unbound);
    }

    #[track_caller]
    fn refuses(changes: &[Rebinding], note: &str) {
        let (_, notes) = Keymap::with(changes);
        assert_eq!(notes, [(7, note.to_owned())]);
    }

    #[test]
    fn what_cannot_be_is_told_with_its_line_and_what_to_do() {
        refuses(
            &[
                rebinding("list", "Ctrl-G", "down"),
                rebinding("list", "ctrl-g", "up"),
            ],
            "Ctrl-G does down in list already; take another key",
        );
        refuses(
            &[rebinding("list", "Hyper-x", "down")],
            "there is no key Hyper-x; keys are written as j, Ctrl-G, Enter, Space, PgDn",
        );
        refuses(
            &[rebinding("list", "x", "next-quot")],
            "there is no command next-quot; is next-quote meant?",
        );
        refuses(
            &[rebinding("list", "Esc", "down")],
            "Esc always leads out; take another key",
        );
        refuses(
            &[rebinding("finder", "x", "down")],
            "x is typed in finder; take a key with Ctrl",
        );
    }

    #[test]
    fn what_is_told_names_the_key_that_a_person_chose() {
        let (keymap, _) = Keymap::with(&[rebinding("list", "Ctrl-G", "messages")]);
        let told = |words| keymap.told(words, Mode::List);
        assert_eq!(told("{messages} shows which"), "Ctrl-G shows which");
        assert_eq!(told("{next-article} is next"), "J is next");
        assert_eq!(told("{no such} {"), "{no such} {");
    }
}
