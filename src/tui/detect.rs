//! What the terminal can do, told from the environment alone.
//!
//! The terminal is never asked: an answer that comes late arrives as typed keys.

use std::time::Duration;

/// Looks up one variable of the environment.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<String>;

/// How long a lone Esc over SSH waits for its tail, since the network may cut
/// between the two.
const ESCAPE_OVER_SSH: Duration = Duration::from_millis(60);

/// What the terminal can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abilities {
    /// Frames are wrapped in mode 2026.
    pub sync: bool,
    /// Whole rows may be moved by the terminal.
    pub scroll: bool,
    /// Colours may be sent.
    pub colour: bool,
    /// The locale has all letters; else ASCII alone is sent.
    pub letters: bool,
    /// The font has frames and typographic marks.
    pub frames: bool,
}

impl Abilities {
    /// What a terminal of today can do.
    pub const ALL: Abilities = Abilities {
        sync: true,
        scroll: true,
        colour: true,
        letters: true,
        frames: true,
    };

    /// Tells what the terminal can do from `TERM`, `NO_COLOR` and the locale.
    pub fn detect(environment: Environment<'_>) -> Self {
        let term = environment("TERM").unwrap_or_default();
        let old = term.is_empty() || term == "dumb" || is_video_terminal(&term);
        let quiet = environment("NO_COLOR").is_some_and(|value| !value.is_empty());
        let letters = is_utf8(environment);
        Self {
            sync: !old && term != "linux",
            scroll: !old,
            colour: !old && !quiet,
            letters,
            frames: letters && !old && term != "linux",
        }
    }
}

/// Whether it is one of the old ones that are called `vt` and a number.
fn is_video_terminal(term: &str) -> bool {
    let number = term.strip_prefix("vt");
    number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the locale says that the terminal takes UTF-8. Where nothing is said at
/// all it does: a login without a locale is common, a terminal without UTF-8 is not.
fn is_utf8(environment: Environment<'_>) -> bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"];
    let mut values = named.iter().filter_map(|name| environment(name));
    let Some(locale) = values.find(|value| !value.is_empty()) else {
        return true;
    };
    let locale = locale.to_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

/// Tells whether this session comes over SSH.
pub fn is_remote(environment: Environment<'_>) -> bool {
    ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"]
        .iter()
        .any(|name| environment(name).is_some_and(|value| !value.is_empty()))
}

/// Tells how long a lone Esc waits for the rest of a key.
pub fn escape_patience(environment: Environment<'_>) -> Duration {
    if is_remote(environment) {
        ESCAPE_OVER_SSH
    } else {
        Duration::ZERO
    }
}

/// Looks into the environment of the process.
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(pairs: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<String> {
        move |name| {
            pairs
                .iter()
                .find(|pair| pair.0 == name)
                .map(|pair| pair.1.to_owned())
        }
    }

    #[track_caller]
    fn check(pairs: &'static [(&str, &str)], expected: (bool, bool, bool)) {
        let able = Abilities::detect(&look(pairs));
        let found = (able.sync, able.scroll, able.colour);
        assert_eq!(found, expected, "{pairs:?}");
    }

    /// Expects whether all letters, and whether frames are sent.
    #[track_caller]
    fn check_letters(pairs: &'static [(&str, &str)], expected: (bool, bool)) {
        let able = Abilities::detect(&look(pairs));
        assert_eq!((able.letters, able.frames), expected, "{pairs:?}");
    }

    #[test]
    fn a_locale_without_utf_8_gets_ascii_and_the_console_plain_frames() {
        check_letters(&[("TERM", "xterm")], (true, true));
        check_letters(&[("TERM", "xterm"), ("LANG", "de_DE.UTF-8")], (true, true));
        check_letters(&[("TERM", "linux"), ("LANG", "C.utf8")], (true, false));
        let all = [("TERM", "xterm"), ("LC_ALL", "C"), ("LANG", "C.UTF-8")];
        let found = Abilities::detect(&|name| {
            let value = all.iter().find(|pair| pair.0 == name);
            value.map(|pair| pair.1.to_owned())
        });
        assert_eq!((found.letters, found.frames), (false, false));
    }

    #[test]
    fn old_terminals_get_no_more_than_they_know() {
        check(&[("TERM", "xterm-256color")], (true, true, true));
        check(&[("TERM", "tmux")], (true, true, true));
        check(&[("TERM", "linux")], (false, true, true));
        check(&[("TERM", "vt100")], (false, false, false));
        check(&[("TERM", "vte-256color")], (true, true, true));
        check(&[("TERM", "dumb")], (false, false, false));
        check(&[], (false, false, false));
    }

    #[test]
    fn no_color_takes_colours_away_unless_it_is_empty() {
        check(&[("TERM", "xterm"), ("NO_COLOR", "1")], (true, true, false));
        check(&[("TERM", "xterm"), ("NO_COLOR", "")], (true, true, true));
    }

    #[test]
    fn a_lone_escape_waits_over_ssh_only() {
        assert_eq!(escape_patience(&look(&[])), Duration::ZERO);
        let remote = look(&[("SSH_CONNECTION", "a b c d")]);
        assert_eq!(escape_patience(&remote), ESCAPE_OVER_SSH);
    }
}
