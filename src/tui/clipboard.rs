//! Copying to the clipboard of the machine in front of the person, through the
//! terminal (OSC 52), and nothing else: a tool here might copy on the wrong machine.
//!
//! The terminal confirms nothing, so the message says what was done, not what
//! came of it.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::detect::Environment;
use crate::config::write_private;

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

/// What became of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// What the terminal is to be sent; empty when the text went into the file alone.
    pub bytes: Vec<u8>,
    /// One line that says what was done.
    pub message: String,
}

/// Copies `text`: into `copied.txt` under `folder`, and to the terminal unless
/// it is too long for it.
///
/// The text is never cut. Control characters other than tabs and line ends are
/// left out; everything else is copied exactly.
pub fn copy(text: &str, way: Way, folder: Option<&Path>) -> Copy {
    let text: String = text.chars().filter(|&c| !is_left_out(c)).collect();
    let kept = folder.map(|folder| write_private(folder, "copied.txt", &text));
    let size = format!("{} bytes", grouped(text.len()));
    if text.len() <= LIMIT {
        let failed = match kept {
            Some(Err(error)) => format!("; the file of copies failed ({error})"),
            Some(Ok(_)) | None => String::new(),
        };
        let message = format!("sent to the terminal's clipboard (OSC 52), {size}{failed}");
        return Copy {
            bytes: sequence(&text, way),
            message,
        };
    }
    let message = match kept {
        Some(Ok(path)) => {
            format!(
                "{size} are too many for the terminal's clipboard: written to {}",
                path.display()
            )
        }
        Some(Err(error)) => {
            format!(
                "not copied: {size} are too many for the terminal's clipboard, and the file failed ({error})"
            )
        }
        None => format!("not copied: {size} are too many for the terminal's clipboard"),
    };
    Copy {
        bytes: Vec::new(),
        message,
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
mod tests {
    use super::*;
    use std::fs;

    #[track_caller]
    fn check(text: &str, way: Way, expected: &str) {
        let copied = copy(text, way, None);
        assert_eq!(String::from_utf8_lossy(&copied.bytes), expected);
    }

    #[test]
    fn a_copy_is_sent_plain_and_in_pieces_through_gnu_screen() {
        check("hello", Way::Plain, "\x1b]52;c;aGVsbG8=\x1b\\");
        check("hello", Way::Screen, "\x1bP\x1b]52;c;aGVsbG8=\x07\x1b\\");
        let long = copy(&"a".repeat(600), Way::Screen, None).bytes;
        let pieces: Vec<_> = long.split(|&byte| byte == 0x07).collect();
        assert_eq!(pieces.len(), 2, "one end");
        assert_eq!(String::from_utf8_lossy(&long).matches("\x1bP").count(), 4);
    }

    #[test]
    fn the_way_follows_the_environment() {
        let inside = |names: &'static [&str]| {
            Way::detect(&|name| names.contains(&name).then(|| "1".to_owned()))
        };
        assert_eq!(inside(&[]), Way::Plain);
        assert_eq!(inside(&["TMUX", "SSH_TTY"]), Way::Plain);
        assert_eq!(inside(&["STY"]), Way::Screen);
        assert_eq!(inside(&["STY", "TMUX"]), Way::Plain);
    }

    #[test]
    fn control_characters_are_left_out_and_all_else_is_exact() {
        let text = "“One,”\n\the\u{202e}said\u{200b}. 한결";
        let copied = copy(
            &format!("\u{1b}]52;c;?\u{7}{text}\r\u{9b}"),
            Way::Plain,
            None,
        );
        let expected = copy(&format!("]52;c;?{text}"), Way::Plain, None);
        assert_eq!(copied, expected);
        assert!(
            copied.message.ends_with("(OSC 52), 39 bytes"),
            "{}",
            copied.message
        );
    }

    #[test]
    fn what_is_too_long_for_terminals_is_in_the_file_whole() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("state");
        for (length, is_sent) in [(LIMIT - 1, true), (LIMIT, true), (LIMIT + 1, false)] {
            let text = "x".repeat(length);
            let copied = copy(&text, Way::Plain, Some(&state));
            assert_eq!(!copied.bytes.is_empty(), is_sent, "{length}");
            assert_eq!(
                copied.message.contains("copied.txt"),
                !is_sent,
                "{}",
                copied.message
            );
            assert_eq!(fs::read_to_string(state.join("copied.txt")).unwrap(), text);
        }
        assert!(
            copy(&"x".repeat(LIMIT + 1), Way::Plain, None)
                .message
                .starts_with("not copied")
        );
    }

    #[test]
    fn the_file_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("state");
        copy("one", Way::Plain, Some(&state));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(
            (mode(&state), mode(&state.join("copied.txt"))),
            (0o700, 0o600)
        );
    }
}
