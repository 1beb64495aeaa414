//! Bytes from the terminal to keys, pastes and nothing else.
//!
//! A library that reads keys decides at once what a cut sequence means, takes
//! the rest of an answer it does not know for typed keys, and spins when the
//! terminal is gone. Here a parser for terminal sequences (vte) keeps them whole
//! however they are cut: what is no key of ours, such as a late answer to a
//! program that ran before, is swallowed as a whole.

mod keys;
#[cfg(test)]
mod tests;

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::time::Duration;

use crossbeam_channel::Sender;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use vte::Parser;

use super::guard;
use crate::app::keymap::Key;
use keys::Keys;

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
    /// Something done with the mouse, in cells from the upper left corner.
    Mouse(Button, u16, u16),
}

/// What is done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// The left button goes down.
    Press,
    /// The pointer moves while it is held.
    Drag,
    /// The wheel turns up.
    WheelUp,
    /// The wheel turns down.
    WheelDown,
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
        self.keys.start_anew();
        self.state = State::Ground;
    }
}
