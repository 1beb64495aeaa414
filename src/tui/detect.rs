//! What the terminal can do, told from the environment alone.
//!
//! The terminal is never asked: an answer that comes late arrives as typed keys.

use std::time::Duration;

use super::manner::Manner;
use super::theme::Depth;
use crate::config::{Bidi, Clipboard, Frames, Use};

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
    /// How many colours there are.
    pub depth: Depth,
    /// Each attribute can be switched off alone.
    pub attributes: bool,
    /// The locale has all letters; else ASCII alone is sent.
    pub letters: bool,
    /// The font has frames and typographic marks.
    pub frames: bool,
    /// There is a second screen, so that the first one is as it was afterwards.
    pub alternate: bool,
    /// The cursor can be hidden.
    pub hides: bool,
    /// What is pasted is marked as such.
    pub paste: bool,
    /// It takes text for the clipboard (OSC 52).
    pub copies: bool,
    /// Addresses become links (OSC 8).
    pub links: bool,
    /// It tells what is done with the mouse.
    pub mouse: bool,
    /// It orders text that runs from right to left by itself.
    pub bidi: bool,
}

/// What is known of the terminal from its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It cannot move its cursor.
    Dumb,
    /// The terminals called `vt` and a number: cursor, erasing, four attributes.
    Video,
    /// The console of Linux: one screen, sixteen colours, few letters.
    Console,
    /// GNU screen, which passes on what it knows itself.
    Screen,
    /// One of those in use today.
    Known,
    /// A name that says nothing: what every emulator ignores where it is not known, and
    /// no string that would be printed.
    Unknown,
}

/// The beginnings of names of terminals that take OSC strings; `TERM` of most is one of
/// the first four.
const KNOWN: [&str; 22] = [
    "xterm",
    "rxvt",
    "tmux",
    "screen",
    "alacritty",
    "contour",
    "eterm",
    "foot",
    "ghostty",
    "gnome",
    "iterm",
    "kitty",
    "konsole",
    "mintty",
    "mlterm",
    "ms-terminal",
    "nsterm",
    "putty",
    "rio",
    "st-",
    "vte",
    "wezterm",
];

impl Kind {
    fn of(environment: Environment<'_>) -> Self {
        let term = environment("TERM").unwrap_or_default().to_lowercase();
        let in_tmux = is_set(environment, "TMUX");
        match term.as_str() {
            "" | "dumb" => Kind::Dumb,
            "linux" => Kind::Console,
            "st" => Kind::Known,
            term if is_video_terminal(term) => Kind::Video,
            term if term.starts_with("screen") && !in_tmux => Kind::Screen,
            term if KNOWN.iter().any(|known| term.starts_with(known)) => Kind::Known,
            _ => Kind::Unknown,
        }
    }
}

impl Abilities {
    /// What a terminal of today can do.
    pub const ALL: Abilities = Abilities {
        sync: true,
        scroll: true,
        colour: true,
        depth: Depth::Millions,
        attributes: true,
        letters: true,
        frames: true,
        alternate: true,
        hides: true,
        paste: true,
        copies: true,
        links: true,
        mouse: true,
        bidi: false,
    };

    /// Tells what the terminal can do from `TERM`, `NO_COLOR`, the locale and others.
    pub fn detect(environment: Environment<'_>) -> Self {
        let kind = Kind::of(environment);
        let old = matches!(kind, Kind::Dumb | Kind::Video);
        let strings = matches!(kind, Kind::Known | Kind::Screen);
        let today = matches!(kind, Kind::Known | Kind::Screen | Kind::Unknown);
        let letters = is_utf8(environment);
        Self {
            sync: matches!(kind, Kind::Known | Kind::Unknown),
            scroll: !old,
            colour: !old && !is_set(environment, "NO_COLOR"),
            depth: depth(kind, environment),
            attributes: !old,
            letters,
            frames: letters && today,
            alternate: today,
            hides: !old,
            paste: today,
            copies: strings,
            links: kind == Kind::Known,
            mouse: today,
            bidi: orders_text(environment),
        }
    }

    /// The same, as far as a person does not say otherwise.
    pub fn wished(self, manner: &Manner) -> Self {
        let settings = &manner.terminal;
        let frames = match manner.ui.frames {
            Frames::Auto | Frames::None => self.frames,
            Frames::Unicode => self.letters,
            Frames::Ascii => false,
        };
        Self {
            sync: settings.sync.or(self.sync),
            scroll: settings.scroll.or(self.scroll),
            colour: manner.colour.or(self.colour) && !manner.is_plain(),
            paste: self.paste && settings.paste,
            copies: self.copies || settings.clipboard == Clipboard::Osc52,
            links: settings.links.or(self.links),
            mouse: self.mouse || manner.ui.mouse == Use::On,
            bidi: match settings.bidi {
                Bidi::Auto => self.bidi,
                Bidi::Program => false,
                Bidi::Terminal => true,
            },
            frames,
            ..self
        }
    }
}

/// How many colours there are: millions by `COLORTERM`, 256 by the name.
fn depth(kind: Kind, environment: Environment<'_>) -> Depth {
    let term = environment("TERM").unwrap_or_default();
    let colours = environment("COLORTERM").unwrap_or_default();
    match colours.as_str() {
        _ if kind == Kind::Console => Depth::Sixteen,
        "truecolor" | "24bit" => Depth::Millions,
        _ if term.contains("direct") => Depth::Millions,
        _ if term.contains("256") => Depth::Table,
        _ => Depth::Sixteen,
    }
}

/// The version of the library of GNOME's terminal that orders text by itself.
const VTE_WITH_BIDI: u32 = 5800;

/// Whether the terminal orders text that runs from right to left: what names itself VTE
/// 0.58 or later, Konsole or mlterm. Inside of a multiplexer nobody knows.
fn orders_text(environment: Environment<'_>) -> bool {
    if is_set(environment, "TMUX") || is_set(environment, "STY") {
        return false;
    }
    let version = environment("VTE_VERSION").and_then(|version| version.parse().ok());
    version.is_some_and(|version: u32| version >= VTE_WITH_BIDI)
        || is_set(environment, "KONSOLE_VERSION")
        || is_set(environment, "MLTERM")
        || environment("TERM").is_some_and(|term| term.starts_with("mlterm"))
}

/// Whether a variable says anything.
fn is_set(environment: Environment<'_>, name: &str) -> bool {
    environment(name).is_some_and(|value| !value.is_empty())
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
        .any(|name| is_set(environment, name))
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
    fn strings_are_sent_to_terminals_that_are_known_to_take_them() {
        let check = |term: &'static str, expected: [bool; 5]| {
            let able = Abilities::detect(&|name| (name == "TERM").then(|| term.to_owned()));
            let found = [
                able.alternate,
                able.paste,
                able.hides,
                able.copies,
                able.links,
            ];
            assert_eq!(found, expected, "{term}");
        };
        check("xterm-256color", [true; 5]);
        check("tmux-256color", [true; 5]);
        check("foot", [true; 5]);
        check("screen", [true, true, true, true, false]);
        check("ansi-of-tomorrow", [true, true, true, false, false]);
        check("linux", [false, false, true, false, false]);
        check("vt100", [false; 5]);
        check("dumb", [false; 5]);
    }

    #[test]
    fn terminals_that_order_text_by_themselves_are_known_by_what_they_set() {
        let orders = |pairs| Abilities::detect(&look(pairs)).bidi;
        assert!(orders(&[("VTE_VERSION", "7600")]));
        assert!(!orders(&[("VTE_VERSION", "5600")]));
        assert!(orders(&[("KONSOLE_VERSION", "230400")]));
        assert!(orders(&[("TERM", "mlterm")]));
        assert!(!orders(&[("VTE_VERSION", "7600"), ("TMUX", "/tmp/x")]));
        assert!(!orders(&[("TERM", "xterm")]));
    }

    #[test]
    fn a_person_has_the_last_word() {
        let able = |file: &str| {
            let settings = crate::config::Settings::parse(file).0;
            Abilities::ALL.wished(&Manner::of(&settings))
        };
        let off = able(
            "[terminal]\nsync = \"off\"\nscroll = \"off\"\nlinks = \"off\"\npaste = false\nbidi = \"terminal\"\n[ui]\nframes = \"ascii\"",
        );
        assert_eq!(
            [
                off.sync, off.scroll, off.links, off.paste, off.bidi, off.frames
            ],
            [false, false, false, false, true, false]
        );
        assert!(!able("[ui]\nmode = \"plain\"").colour);
        assert_eq!(able(""), Abilities::ALL);
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
