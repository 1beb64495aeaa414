//! Sections whose settings have names of ours.

use std::path::PathBuf;
use std::time::Duration;

use super::choice::{Bidi, Clipboard, Frames, Speech, Start, Use};
use super::section::Section;
use crate::config::folder;

/// How the interface looks and behaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ui {
    /// Where one begins.
    pub start: Start,
    /// How it speaks.
    pub mode: Speech,
    /// The theme, by its name.
    pub theme: String,
    /// The longest line of text, in cells.
    pub width: usize,
    /// What frames are made of.
    pub frames: Frames,
    /// Whether the mouse is heard.
    pub mouse: Use,
    /// Whether the last line names keys.
    pub hints: bool,
}

impl Ui {
    pub(super) fn read(section: &mut Section) -> Self {
        Self {
            start: section.choice(
                "start",
                Start::Last,
                "where one begins: last, articles, quotes, actors or basket",
            ),
            mode: section.choice(
                "mode",
                Speech::Full,
                "full, or plain for screen readers: no frames, no colours",
            ),
            theme: section.words(
                "theme",
                "terminal",
                "terminal, mono, light, dark, contrast, or a name of yours",
            ),
            width: section.number(
                "width",
                (78, 20..=400),
                "the longest line of text, in cells",
            ),
            frames: section.choice("frames", Frames::Auto, "auto, unicode, ascii or none"),
            mouse: section.choice("mouse", Use::Auto, "auto (off over SSH), on or off"),
            hints: section.switch("hints", true, "whether the last line names keys"),
        }
    }
}

/// How the interface searches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Whether what was searched is kept for the next time.
    pub history: bool,
}

impl Search {
    pub(super) fn read(section: &mut Section) -> Self {
        let about = "whether what was searched is kept for the next time";
        Self {
            history: section.switch("history", true, about),
        }
    }
}

/// What is sent to the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terminal {
    /// Whether frames are wrapped in mode 2026.
    pub sync: Use,
    /// Whether the terminal moves rows.
    pub scroll: Use,
    /// Whether addresses are links of the terminal (OSC 8).
    pub links: Use,
    /// The way by which words are copied.
    pub clipboard: Clipboard,
    /// The most that is copied by the terminal, in bytes of text.
    pub clipboard_limit: usize,
    /// Whether the terminal marks what is pasted.
    pub paste: bool,
    /// How long a lone Esc waits for the rest of a key; by the environment if not set.
    pub escape: Option<Duration>,
    /// Who orders text that runs from right to left.
    pub bidi: Bidi,
}

/// What a terminal takes as one copy, before it is written in base64.
const CLIPBOARD_LIMIT: usize = 74_994;

impl Terminal {
    pub(super) fn read(section: &mut Section) -> Self {
        Self {
            sync: section.choice(
                "sync",
                Use::Auto,
                "auto, on or off: whole frames at once (mode 2026)",
            ),
            scroll: section.choice(
                "scroll",
                Use::Auto,
                "auto, on or off: the terminal moves rows, which saves bytes",
            ),
            links: section.choice(
                "links",
                Use::Auto,
                "auto, on or off: addresses can be clicked (OSC 8)",
            ),
            clipboard: section.choice(
                "clipboard",
                Clipboard::Auto,
                "auto, osc52, tools, file or off",
            ),
            clipboard_limit: section.number(
                "clipboard_limit",
                (CLIPBOARD_LIMIT, 0..=100_000_000),
                "the most that is copied by the terminal, in bytes",
            ),
            paste: section.switch("paste", true, "the terminal marks what is pasted"),
            escape: section
                .number_if_set(
                    "escape_ms",
                    (60, 0..=1000),
                    "how long a lone Esc waits for the rest of a key; without it 60 over SSH, else 0",
                )
                .map(|it| Duration::from_millis(it as u64)),
            bidi: section.choice(
                "bidi",
                Bidi::Auto,
                "who orders text from right to left: auto, program or terminal",
            ),
        }
    }
}

/// How files are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Into which folder.
    pub directory: Option<PathBuf>,
}

impl Export {
    pub(super) fn read(section: &mut Section) -> Self {
        let directory = section.words(
            "directory",
            ".",
            "the folder of files that are written; . is the one you start in",
        );
        Self {
            directory: Some(folder(&directory)).filter(|_| directory != "."),
        }
    }
}
