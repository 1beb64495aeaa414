//! Bytes from the terminal to keys, pastes and nothing else.
//!
//! A library that reads keys decides at once what a cut sequence means, takes
//! the rest of an answer it does not know for typed keys, and spins when the
//! terminal is gone. Here a parser for terminal sequences (vte) keeps them whole
//! however they are cut: what is no key of ours, such as a late answer to a
//! program that ran before, is swallowed as a whole.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::time::Duration;

use crossbeam_channel::Sender;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use vte::{Params, Parser, Perform};

use super::guard;
use crate::app::keymap::Key;

/// How long an unfinished sequence waits for its rest.
const UNFINISHED: Duration = Duration::from_millis(250);

/// How long a paste that has not ended waits before it is handed on.
const PASTE_RESTS: Duration = Duration::from_secs(1);

/// Bytes of one paste; more is dropped, as nobody types a book into an input.
const LONGEST_PASTE: usize = 1 << 20;

const PASTE_END: &[u8] = b"\x1b[201~";

const ESCAPE: u8 = 0x1b;
const INTERRUPT: u8 = 0x03;

/// What a person did at the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// Text pasted as a whole.
    Paste(String),
}

/// Starts the thread that reads `keyboard`; what was read at once goes into the
/// channel as one. It ends when the terminal is gone, with an empty message.
///
/// # Errors
/// When the system has no more threads.
pub fn read<T, F>(keyboard: OwnedFd, escape: Duration, sender: Sender<T>, tell: F) -> io::Result<()>
where
    T: Send + 'static,
    F: Fn(Vec<Input>) -> T + Send + 'static,
{
    guard::spawn("keys", move || {
        let mut decoder = Decoder::new(escape);
        loop {
            let inputs = match wait(&keyboard, decoder.patience()) {
                Ok(Some(bytes)) if bytes.is_empty() => break,
                Ok(Some(bytes)) => decoder.read(&bytes),
                Ok(None) => decoder.rest(),
                Err(_) => break,
            };
            if !inputs.is_empty() && sender.send(tell(inputs)).is_err() {
                return;
            }
        }
        let _ = sender.send(tell(Vec::new()));
    })
}

/// The next bytes; `None` when there are none for so long.
fn wait(keyboard: &OwnedFd, patience: Option<Duration>) -> io::Result<Option<Vec<u8>>> {
    let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
    loop {
        let mut ready = [PollFd::from_borrowed_fd(keyboard.as_fd(), PollFlags::IN)];
        match poll(&mut ready, timeout.as_ref()) {
            Ok(0) => return Ok(None),
            Err(Errno::INTR) => continue,
            Ok(_) => {}
            Err(error) => return Err(error.into()),
        }
        let mut bytes = vec![0; 4096];
        match rustix::io::read(keyboard, &mut bytes) {
            Ok(count) => {
                bytes.truncate(count);
                return Ok(Some(bytes));
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Puts bytes together to inputs, wherever they were cut.
pub struct Decoder {
    parser: Parser,
    keys: Keys,
    /// How long a lone Esc waits for its tail.
    escape: Duration,
    state: State,
}

/// What the bytes so far may still become.
#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    /// Nothing is open.
    Ground,
    /// An Esc, which may be a key or the beginning of one.
    Escape,
    /// Something longer.
    Sequence,
    /// A paste, until its end.
    Paste(Vec<u8>),
}

impl Decoder {
    /// Makes a decoder that lets a lone Esc wait for so long.
    pub fn new(escape: Duration) -> Self {
        Self {
            parser: Parser::new(),
            keys: Keys::default(),
            escape,
            state: State::Ground,
        }
    }

    /// How long to wait for more bytes before calling [`Decoder::rest`]; `None`
    /// when nothing is open.
    pub fn patience(&self) -> Option<Duration> {
        match &self.state {
            State::Ground => None,
            State::Paste(bytes) if bytes.is_empty() => None,
            State::Escape => Some(self.escape),
            State::Sequence => Some(UNFINISHED),
            State::Paste(_) => Some(PASTE_RESTS),
        }
    }

    /// Takes bytes as they came.
    pub fn read(&mut self, bytes: &[u8]) -> Vec<Input> {
        // A paste whose end was lost must not swallow every key from then on.
        let resting = matches!(&self.state, State::Paste(held) if held.is_empty());
        if resting && matches!(bytes, [ESCAPE | INTERRUPT]) {
            self.state = State::Ground;
        }
        for &byte in bytes {
            self.take(byte);
        }
        std::mem::take(&mut self.keys.inputs)
    }

    /// Nothing more came: what is open is finished as it is.
    pub fn rest(&mut self) -> Vec<Input> {
        match &mut self.state {
            State::Paste(held) => {
                let held = std::mem::take(held);
                self.keys.paste(&held);
            }
            State::Escape => {
                self.start_anew();
                self.keys.key(Key::Esc);
            }
            State::Sequence | State::Ground => self.start_anew(),
        }
        std::mem::take(&mut self.keys.inputs)
    }

    fn take(&mut self, byte: u8) {
        if let State::Paste(held) = &mut self.state {
            held.push(byte);
            if held.ends_with(PASTE_END) {
                held.truncate(held.len() - PASTE_END.len());
                let held = std::mem::take(held);
                self.keys.paste(&held);
                self.state = State::Ground;
            } else if held.len() > LONGEST_PASTE + PASTE_END.len() {
                held.drain(LONGEST_PASTE..held.len() - PASTE_END.len());
            }
            return;
        }
        if byte == ESCAPE && self.state == State::Escape {
            self.keys.key(Key::Esc);
        }
        self.keys.finished = false;
        self.parser.advance(&mut self.keys, &[byte]);
        self.state = match (self.keys.finished, byte) {
            _ if std::mem::take(&mut self.keys.pastes) => State::Paste(Vec::new()),
            // The end of a string: its last letter belongs to it.
            (true, ESCAPE) => State::Sequence,
            (true, _) if self.keys.pending() => State::Sequence,
            (true, _) => State::Ground,
            (false, ESCAPE) if self.state != State::Sequence => State::Escape,
            (false, _) => State::Sequence,
        };
    }

    fn start_anew(&mut self) {
        self.parser = Parser::new();
        self.keys.after_letter_o = false;
        self.keys.skip = 0;
        self.state = State::Ground;
    }
}

/// What the parser found.
#[derive(Default)]
struct Keys {
    inputs: Vec<Input>,
    /// The parser has finished something with the last byte.
    finished: bool,
    /// `ESC O` came: the next letter is a key of the cursor or number block.
    after_letter_o: bool,
    /// Characters to come that belong to a sequence.
    skip: usize,
    /// A paste begins.
    pastes: bool,
}

impl Keys {
    fn key(&mut self, key: Key) {
        self.inputs.push(Input::Key(key));
    }

    fn paste(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            let text = String::from_utf8_lossy(bytes);
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            self.inputs.push(Input::Paste(text));
        }
    }

    /// Whether something that the parser thinks is finished goes on.
    fn pending(&self) -> bool {
        self.after_letter_o || self.skip > 0
    }

    fn cursor_key(letter: char) -> Option<Key> {
        Some(match letter {
            'A' => Key::Up,
            'B' => Key::Down,
            'C' => Key::Right,
            'D' => Key::Left,
            'F' => Key::End,
            'H' => Key::Home,
            'Z' => Key::BackTab,
            'M' => Key::Enter,
            _ => return None,
        })
    }

    fn numbered_key(number: u16) -> Option<Key> {
        Some(match number {
            1 | 7 => Key::Home,
            3 => Key::Delete,
            4 | 8 => Key::End,
            5 => Key::PageUp,
            6 => Key::PageDown,
            _ => return None,
        })
    }

    /// A key by its code point, as terminals send it when a program that ran
    /// before left them in such a mode.
    fn coded_key(code: u16, modifiers: u16) -> Option<Key> {
        let held = modifiers.saturating_sub(1);
        let letter = char::from_u32(code.into())?;
        match (letter, held) {
            ('\u{1b}', _) => Some(Key::Esc),
            ('\r', 0) => Some(Key::Enter),
            ('\t', 0) => Some(Key::Tab),
            ('\t', 1) => Some(Key::BackTab),
            ('\u{7f}', 0) => Some(Key::Backspace),
            (letter, 4) if letter.is_ascii_lowercase() => Some(Key::Ctrl(letter)),
            (letter, 0 | 1) if !letter.is_control() => Some(Key::Char(letter)),
            _ => None,
        }
    }
}

impl Perform for Keys {
    fn print(&mut self, c: char) {
        self.finished = true;
        if self.skip > 0 {
            self.skip -= 1;
        } else if std::mem::take(&mut self.after_letter_o) {
            let key = Self::cursor_key(c);
            self.inputs.extend(key.map(Input::Key));
        } else if c == '\u{7f}' {
            self.key(Key::Backspace);
        } else if c != char::REPLACEMENT_CHARACTER {
            self.key(Key::Char(c));
        }
    }

    fn execute(&mut self, byte: u8) {
        self.finished = true;
        self.after_letter_o = false;
        match byte {
            b'\r' => self.key(Key::Enter),
            b'\t' => self.key(Key::Tab),
            0x08 => self.key(Key::Backspace),
            0x00 => self.key(Key::Ctrl(' ')),
            0x01..=0x1a => self.key(Key::Ctrl(char::from(byte - 1 + b'a'))),
            _ => {}
        }
    }

    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], ignore: bool, action: char) {
        self.finished = true;
        let mut parts = params.iter();
        let number = parts
            .next()
            .and_then(|part| part.first().copied())
            .unwrap_or(0);
        let second = parts.next().unwrap_or(&[]);
        let modifiers = second.first().copied().unwrap_or(0);
        let released = second.get(1) == Some(&3);
        if ignore || !intermediates.is_empty() || released {
            return;
        }
        let key = match action {
            // Three bytes of an old mouse report follow.
            'M' => {
                self.skip = 3;
                None
            }
            // A function key of the Linux console: one letter follows.
            '[' => {
                self.skip = 1;
                None
            }
            '~' if number == 200 => {
                self.pastes = true;
                None
            }
            '~' if modifiers <= 2 => Self::numbered_key(number),
            'u' => Self::coded_key(number, modifiers),
            letter if modifiers <= 2 && number <= 1 => Self::cursor_key(letter),
            _ => None,
        };
        self.inputs.extend(key.map(Input::Key));
    }

    fn esc_dispatch(&mut self, intermediates: &[u8], _ignore: bool, byte: u8) {
        self.finished = true;
        // Alt and a letter is no key of ours.
        self.after_letter_o = intermediates.is_empty() && byte == b'O';
    }

    fn osc_dispatch(&mut self, _params: &[&[u8]], _bell: bool) {
        self.finished = true;
    }

    fn unhook(&mut self) {
        self.finished = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(inputs: Vec<Input>) -> String {
        let words = inputs.iter().map(|input| match input {
            Input::Key(key) => key.to_string(),
            Input::Paste(text) => format!("{text:?}"),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// Reads `bytes` whole and cut at every byte.
    #[track_caller]
    fn check(bytes: &str, expected: &str) {
        let bytes = bytes.as_bytes();
        for cut in 0..bytes.len() {
            let mut decoder = Decoder::new(Duration::ZERO);
            let mut inputs = decoder.read(&bytes[..cut]);
            inputs.extend(decoder.read(&bytes[cut..]));
            inputs.extend(decoder.rest());
            assert_eq!(words(inputs), expected, "{bytes:?} cut at {cut}");
        }
    }

    #[test]
    fn keys_are_the_same_wherever_they_are_cut() {
        check("aé漢", "a é 漢");
        check(
            "\r\n\t\x7f\x08\x03\x13 ",
            "Enter Ctrl-J Tab Backspace Backspace Ctrl-C Ctrl-S Space",
        );
        check(
            "\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F\x1b[Z",
            "Up Down Right Left Home End Shift-Tab",
        );
        check("\x1bOA\x1bOBx", "Up Down x");
        check(
            "\x1b[5~\x1b[6~\x1b[3~\x1b[1~\x1b[4~",
            "PgUp PgDn Delete Home End",
        );
        check("\x1b[1;2A", "Up");
        check("\x1b[99;5u\x1b[27u\x1b[106u\x1b[106;1:3u", "Ctrl-C Esc j");
    }

    #[test]
    fn an_escape_alone_is_a_key_and_before_another_one_too() {
        check("\x1b", "Esc");
        check("\x1b\x1b", "Esc Esc");
        check("\x1b\x1b[A", "Esc Up");
        check("x\x1b", "x Esc");
    }

    #[test]
    fn what_is_no_key_of_ours_is_swallowed_whole() {
        check("\x1bq\x1b[1;5A\x1b[15~\x1b[[Ax", "x");
        check("\x1b[M !!x\x1b[<0;3;4Mx", "x x");
        check("\x1b[I\x1b[Ox", "x");
    }

    #[test]
    fn late_answers_to_other_programs_are_swallowed_whole() {
        for answer in [
            "\x1b[?61;4c",
            "\x1b[>0;276;0c",
            "\x1b[12;40R",
            "\x1b[0;0R",
            "\x1b[?2026;2$y",
            "\x1b[?1u",
            "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
            "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
            "\x1b]52;c;cTo=\x07",
            "\x1bP>|XTerm(390)\x1b\\",
            "\x1bP1+r544e=787465726d\x1b\\",
            "\x1b_Gi=31;OK\x1b\\",
        ] {
            check(&format!("{answer}j"), "j");
        }
    }

    #[test]
    fn a_paste_is_one_text_whatever_it_holds() {
        check(
            "\x1b[200~q\r\nQ\x1b[A:quit\r\x1b[201~j",
            r#""q\nQ\u{1b}[A:quit\n" j"#,
        );
        check("\x1b[200~\x1b[201~j", "j");
    }

    #[test]
    fn a_paste_without_an_end_is_handed_on_and_left_by_escape() {
        let mut decoder = Decoder::new(Duration::ZERO);
        assert_eq!(decoder.read(b"\x1b[200~abc"), []);
        assert_eq!(decoder.patience(), Some(PASTE_RESTS));
        assert_eq!(words(decoder.rest()), r#""abc""#);
        assert_eq!(decoder.patience(), None);
        assert_eq!(words(decoder.read(b"\x03")), "Ctrl-C");
        assert_eq!(words(decoder.read(b"j")), "j");
    }

    #[test]
    fn an_unfinished_sequence_does_not_swallow_later_keys() {
        for start in [
            "\x1b[",
            "\x1b]11;rgb",
            "\x1bP1",
            "\x1bO",
            "\x1b_G",
            "\x1b[M!",
            "\u{e9}",
        ] {
            let mut decoder = Decoder::new(Duration::ZERO);
            let cut = if start.is_ascii() { start.len() } else { 1 };
            assert_eq!(decoder.read(&start.as_bytes()[..cut]), []);
            assert_eq!(decoder.patience(), Some(UNFINISHED), "{start:?}");
            assert_eq!(decoder.rest(), []);
            assert_eq!(words(decoder.read(b"j")), "j", "{start:?}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig {
            failure_persistence: None, ..Default::default()
        })]

        #[test]
        fn any_bytes_are_read_without_harm(pieces in proptest::collection::vec(
            proptest::collection::vec(proptest::prelude::any::<u8>(), 0..20), 0..20)) {
            let mut decoder = Decoder::new(Duration::ZERO);
            for piece in pieces {
                decoder.read(&piece);
                if piece.len() % 3 == 0 {
                    decoder.rest();
                }
            }
        }
    }
}
