//! What was found out about the terminal, in words, for a report of a fault.
//!
//! All of it comes from the environment; only [`probe`] asks the terminal, and only when
//! a person wants it to.

use std::io::{self, Read, Write};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};

use super::clipboard::Way;
use super::detect::{Abilities, environment, escape_patience, is_remote};
use super::terminal;

/// Variables of the environment from which something is told.
const TOLD_BY: [&str; 11] = [
    "TERM",
    "COLORTERM",
    "TERM_PROGRAM",
    "VTE_VERSION",
    "NO_COLOR",
    "LC_ALL",
    "LC_CTYPE",
    "LANG",
    "TMUX",
    "STY",
    "ZELLIJ",
];

/// Every sequence that changes the terminal, and what it does.
const SEQUENCES: [(&str, &str); 7] = [
    (
        "CSI ? 1049 h/l",
        "the screen of the program, and the one before",
    ),
    ("CSI ? 2004 h/l", "marks around what is pasted"),
    ("CSI ? 25 h/l", "the cursor"),
    (
        "CSI ? 2026 h/l",
        "whole frames at once, where the terminal knows it",
    ),
    ("CSI H, A-G, J, K, X, r, S, T", "moves, erases, scrolls"),
    ("CSI m", "colours, bold, underlined, reversed"),
    ("OSC 52 ; c", "copies, when you copy"),
];

/// How long an answer of the terminal is waited for.
const PATIENCE: Duration = Duration::from_millis(1_000);

/// What was found out about the terminal, a name and a value each.
pub fn report() -> Vec<(String, String)> {
    let mut told = Vec::new();
    let mut tell = |name: &str, value: String| told.push((name.to_owned(), value));
    for name in TOLD_BY {
        // Which session of a multiplexer it is says nothing to others.
        let value = environment(name).map(|value| match name {
            "TMUX" | "STY" | "ZELLIJ" => "set".to_owned(),
            _ => value,
        });
        tell(name, value.unwrap_or_else(|| "not set".to_owned()));
    }
    let size = terminal::size();
    tell("size", format!("{}x{}", size.width, size.height));
    let yes = |is| if is { "yes" } else { "no" }.to_owned();
    tell("over SSH", yes(is_remote(&environment)));
    let abilities = format!("{:#?}", Abilities::detect(&environment));
    for line in abilities.lines().filter_map(|line| line.split_once(": ")) {
        tell(line.0.trim(), line.1.trim_end_matches(',').to_owned());
    }
    tell("copies", format!("{:?}", Way::detect(&environment)));
    let patience = escape_patience(&environment).as_millis();
    tell("a lone Esc waits", format!("{patience} ms"));
    told
}

/// Every sequence that the program may send, and what for.
pub fn sequences() -> &'static [(&'static str, &'static str)] {
    &SEQUENCES
}

/// Asks the terminal who it is and what it knows; gives each question with its answer.
///
/// # Errors
/// When there is no terminal, or it cannot be changed.
pub fn probe() -> io::Result<Vec<(&'static str, String)>> {
    let questions = [
        ("what it is (DA1)", "\x1b[c"),
        ("its name (XTVERSION)", "\x1b[>q\x1b[c"),
        ("whole frames (mode 2026)", "\x1b[?2026$p\x1b[c"),
        ("marked pastes (mode 2004)", "\x1b[?2004$p\x1b[c"),
    ];
    let mut line = std::fs::File::options()
        .read(true)
        .write(true)
        .open("/dev/tty")?;
    let before = tcgetattr(&line)?;
    let mut raw = before.clone();
    raw.local_modes
        .remove(LocalModes::ICANON | LocalModes::ECHO);
    raw.special_codes[SpecialCodeIndex::VMIN] = 0;
    tcsetattr(&line, OptionalActions::Flush, &raw)?;
    let asked = questions.map(|(what, question)| {
        line.write_all(question.as_bytes())?;
        answer(&mut line).map(|answer| (what, answer))
    });
    // Also what comes too late shall not be typed into the shell.
    tcsetattr(&line, OptionalActions::Flush, &before)?;
    asked.into_iter().collect()
}

/// Everything up to the end of the answer to DA1, which every terminal gives; in
/// pictures.
fn answer(line: &mut std::fs::File) -> io::Result<String> {
    let end = Instant::now() + PATIENCE;
    let mut bytes = Vec::new();
    while !is_whole(&bytes) {
        let left = end.saturating_duration_since(Instant::now());
        let timeout = Timespec::try_from(left).ok();
        let mut ready = [PollFd::new(&*line, PollFlags::IN)];
        if left.is_zero() || poll(&mut ready, timeout.as_ref())? == 0 {
            break;
        }
        let mut some = [0; 256];
        let count = line.read(&mut some)?;
        bytes.extend_from_slice(some.get(..count).unwrap_or_default());
    }
    Ok(match bytes.is_empty() {
        true => "no answer".to_owned(),
        false => bytes.escape_ascii().to_string(),
    })
}

fn is_whole(bytes: &[u8]) -> bool {
    let at = bytes.windows(3).rposition(|three| three == b"\x1b[?");
    at.is_some_and(|at| bytes.get(at..).is_some_and(|rest| rest.ends_with(b"c")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_ends_with_what_every_terminal_says() {
        assert!(is_whole(b"\x1bP>|xterm(390)\x1b\\\x1b[?62;22c"));
        assert!(!is_whole(b"\x1b[?2026;2$y"));
        assert!(!is_whole(b""));
    }
}
