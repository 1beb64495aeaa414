//! A key as the program knows it, whatever the terminal sent.

use std::fmt;
use std::str::FromStr;

/// A key as the program knows it, whatever the terminal sent.
///
/// Alt, function keys and what only newer terminals report do not exist here:
/// no command needs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A character, as typed.
    Char(char),
    /// Ctrl and a letter in lower case.
    Ctrl(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// Keys with a name, as they are printed and read.
const NAMED: [(Key, &str); 16] = [
    (Key::Char(' '), "Space"),
    (Key::Ctrl(' '), "Ctrl-Space"),
    (Key::Enter, "Enter"),
    (Key::Esc, "Esc"),
    (Key::Tab, "Tab"),
    (Key::BackTab, "Shift-Tab"),
    (Key::Backspace, "Backspace"),
    (Key::Delete, "Delete"),
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Left, "Left"),
    (Key::Right, "Right"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PgUp"),
    (Key::PageDown, "PgDn"),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((_, name)) = NAMED.iter().find(|(key, _)| key == self) {
            return f.write_str(name);
        }
        match self {
            Key::Ctrl(letter) => write!(f, "Ctrl-{}", letter.to_ascii_uppercase()),
            Key::Char(c) => write!(f, "{c}"),
            named => write!(f, "{named:?}"),
        }
    }
}

impl FromStr for Key {
    type Err = ();

    /// Reads what is printed: `j`, `Ctrl-S`, `Enter`, `Space`; names in any case.
    fn from_str(text: &str) -> Result<Self, ()> {
        let named = NAMED
            .iter()
            .find(|(_, name)| name.eq_ignore_ascii_case(text));
        if let Some((key, _)) = named {
            return Ok(*key);
        }
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => return Ok(Key::Char(c)),
            (Some('C' | 'c'), Some(_)) => {}
            _ => return Err(()),
        }
        let letter = text.get(5..).filter(|_| {
            text.get(..5)
                .is_some_and(|start| start.eq_ignore_ascii_case("ctrl-"))
        });
        match letter.map(str::as_bytes) {
            Some([letter]) if letter.is_ascii_graphic() => {
                Ok(Key::Ctrl(char::from(letter.to_ascii_lowercase())))
            }
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_back_from_what_it_prints() {
        let others = [
            Key::Char('j'),
            Key::Char('é'),
            Key::Ctrl('s'),
            Key::Char('-'),
        ];
        for key in NAMED.iter().map(|(key, _)| *key).chain(others) {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        assert_eq!("ctrl-S".parse(), Ok(Key::Ctrl('s')));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "Ctrl-", "Ctrl-éé", "Hyper", "Ctrl-ab", "Ctrlé"] {
            assert_eq!(text.parse::<Key>(), Err(()), "{text}");
        }
    }
}
