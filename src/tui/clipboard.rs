//! Copying to the clipboard of the machine in front of the person: through the terminal
//! (OSC 52), in a local session also by a tool of the desktop, and always into a file.
//!
//! The terminal confirms nothing, so the message says what was done, not what came of it.

mod tools;

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::detect::{Abilities, Environment, is_remote};
use crate::config::{Clipboard, Terminal, write_private};
use tools::Tool;

/// Bytes of text that terminals take at once: a hundred thousand after coding,
/// which is the smallest limit of those in wide use.
pub const LIMIT: usize = 74_994;

/// Bytes that GNU screen passes on at once.
const PIECE: usize = 240;

/// How a copy reaches the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// As it is; tmux takes it as well.
    Plain,
    /// In pieces that GNU screen passes on.
    Screen,
}

impl Way {
    /// Tells the way from the environment.
    pub fn detect(environment: Environment<'_>) -> Self {
        let inside = |name| environment(name).is_some_and(|value: String| !value.is_empty());
        if inside("STY") && !inside("TMUX") {
            Self::Screen
        } else {
            Self::Plain
        }
    }
}

/// Every way by which text is copied here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copier {
    /// Through the terminal, where it takes text.
    way: Option<Way>,
    /// Tools of the desktop, the first that is there.
    tools: Vec<Tool>,
    /// The most that goes through the terminal, in bytes.
    limit: usize,
    /// Where the file of copies is; none where nothing is copied.
    folder: Option<PathBuf>,
    off: bool,
}

/// What became of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// What the terminal is to be sent; empty when the text went elsewhere alone.
    pub bytes: Vec<u8>,
    /// One line that says what was done.
    pub message: String,
}

impl Copier {
    /// The ways that a person wants and the environment has.
    pub fn detect(
        settings: &Terminal,
        able: Abilities,
        environment: Environment<'_>,
        folder: Option<&Path>,
    ) -> Self {
        let way = able.copies.then(|| Way::detect(environment));
        let local = || match is_remote(environment) {
            true => Vec::new(),
            false => Tool::of_desktop(environment),
        };
        let (way, tools) = match settings.clipboard {
            Clipboard::Auto => (way, local()),
            Clipboard::Osc52 => (way, Vec::new()),
            Clipboard::Tools => (None, local()),
            Clipboard::File | Clipboard::Off => (None, Vec::new()),
        };
        Self {
            way,
            tools,
            limit: settings.clipboard_limit,
            folder: folder.map(Path::to_owned),
            off: settings.clipboard == Clipboard::Off,
        }
    }

    /// Into the file alone, if there is a folder.
    pub fn of_file(folder: Option<&Path>) -> Self {
        Self {
            way: None,
            tools: Vec::new(),
            limit: LIMIT,
            folder: folder.map(Path::to_owned),
            off: false,
        }
    }

    /// Through the terminal, as the key player tells it.
    pub fn of_terminal(way: Way, folder: Option<&Path>) -> Self {
        Self {
            way: Some(way),
            ..Self::of_file(folder)
        }
    }

    /// Copies `text` by every way there is.
    ///
    /// The text is never cut: what is too long for the terminal goes into the file
    /// alone. Control characters other than tabs and line ends are left out;
    /// everything else is copied exactly.
    pub fn copy(&self, text: &str) -> Copy {
        if self.off {
            return Copy {
                bytes: Vec::new(),
                message: "not copied: terminal.clipboard is off".to_owned(),
            };
        }
        let text: String = text.chars().filter(|&c| !is_left_out(c)).collect();
        let kept = self.folder.as_deref();
        let kept = kept.map(|folder| write_private(folder, FILE, &with_earlier(folder, &text)));
        let size = format!("{} bytes", grouped(text.len()));
        let mut done = Vec::new();
        let mut failed = Vec::new();
        match Tool::first_that_copies(&self.tools, &text) {
            Some(Ok(name)) => done.push(format!("copied by {name}")),
            Some(Err(why)) => failed.push(why),
            None => {}
        }
        let is_short = text.len() <= self.limit;
        let way = self.way.filter(|_| is_short);
        if way.is_some() {
            done.push("sent to the terminal's clipboard (OSC 52)".to_owned());
        } else if self.way.is_some() {
            failed.push(format!("{size} are too many for the terminal's clipboard"));
        }
        match kept {
            Some(Ok(path)) if done.is_empty() => {
                done.push(format!("written to {}", path.display()));
            }
            Some(Err(error)) => failed.push(format!("the file of copies failed ({error})")),
            Some(Ok(_)) | None => {}
        }
        Copy {
            bytes: way.map_or(Vec::new(), |way| sequence(&text, way)),
            message: told(&done, &size, &failed),
        }
    }
}

/// The file of copies, in the folder of state.
pub const FILE: &str = "copied.txt";

/// Stands between two copies in the file; no copy holds it, since control characters are
/// left out.
const BETWEEN: &str = "\n\u{c}\n";

/// Copies that the file keeps.
const KEPT: usize = 20;

/// Bytes of earlier copies that it keeps at most.
const KEPT_BYTES: usize = 1 << 20;

/// The copies in what the file holds, the newest first.
pub fn copies(file: &str) -> impl Iterator<Item = &str> {
    file.split(BETWEEN)
}

/// What the file holds from now on: `text`, then what was copied before, each once.
fn with_earlier(folder: &Path, text: &str) -> String {
    let before = std::fs::read_to_string(folder.join(FILE)).unwrap_or_default();
    let mut room = KEPT_BYTES;
    let earlier = copies(&before).filter(|copy| !copy.is_empty() && *copy != text);
    let earlier = earlier.take(KEPT - 1).take_while(|copy| {
        let fits = copy.len() <= room;
        room = room.saturating_sub(copy.len());
        fits
    });
    let all: Vec<&str> = std::iter::once(text).chain(earlier).collect();
    all.join(BETWEEN)
}

// What was done, then what was not.
fn told(done: &[String], size: &str, failed: &[String]) -> String {
    let failed = failed.join("; ");
    match (done.is_empty(), failed.is_empty()) {
        (true, true) => "not copied: there is no clipboard and no file for it".to_owned(),
        (true, false) => format!("not copied: {failed}"),
        (false, true) => format!("{}, {size}", done.join(" and ")),
        (false, false) => format!("{}, {size}; {failed}", done.join(" and ")),
    }
}

fn is_left_out(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

fn sequence(text: &str, way: Way) -> Vec<u8> {
    let coded = STANDARD.encode(text);
    match way {
        Way::Plain => format!("\x1b]52;c;{coded}\x1b\\").into_bytes(),
        // Here the sequence ends in a bell, because an escape inside a piece
        // would end the piece.
        Way::Screen => format!("\x1b]52;c;{coded}\x07")
            .as_bytes()
            .chunks(PIECE)
            .flat_map(|piece| [b"\x1bP", piece, b"\x1b\\"].concat())
            .collect(),
    }
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests;
