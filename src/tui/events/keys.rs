//! What the parser of sequences finds, as keys; what is no key of ours is nothing.

use vte::{Params, Perform};

use super::{Button, Input};
use crate::app::keymap::Key;

/// What the parser found.
#[derive(Default)]
pub(super) struct Keys {
    pub inputs: Vec<Input>,
    /// The parser has finished something with the last byte.
    pub finished: bool,
    /// `ESC O` came: the next letter is a key of the cursor or number block.
    after_letter_o: bool,
    /// Characters to come that belong to a sequence.
    skip: usize,
    /// A paste begins.
    pub pastes: bool,
}

impl Keys {
    /// Gives up what is unfinished.
    pub fn start_anew(&mut self) {
        self.after_letter_o = false;
        self.skip = 0;
    }

    /// A key came.
    pub fn key(&mut self, key: Key) {
        self.inputs.push(Input::Key(key));
    }

    /// A paste came.
    pub fn paste(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            let text = String::from_utf8_lossy(bytes);
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            self.inputs.push(Input::Paste(text));
        }
    }

    /// A report of the mouse: which button, column and row from 1.
    fn mouse(&mut self, params: &Params) {
        let mut numbers = params.iter().filter_map(|part| part.first().copied());
        let (Some(button), Some(column), Some(row)) =
            (numbers.next(), numbers.next(), numbers.next())
        else {
            return;
        };
        let button = match button {
            0 => Button::Press,
            32 => Button::Drag,
            64 => Button::WheelUp,
            65 => Button::WheelDown,
            // Other buttons.
            _ => return,
        };
        let cell = |number: u16| number.saturating_sub(1);
        self.inputs
            .push(Input::Mouse(button, cell(column), cell(row)));
    }

    /// Whether something that the parser thinks is finished goes on.
    pub fn pending(&self) -> bool {
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
        if intermediates == b"<" && action == 'M' && !ignore {
            self.mouse(params);
            return;
        }
        if ignore || !intermediates.is_empty() || released {
            return;
        }
        let key = match action {
            // Three bytes of an old mouse report follow; others carry numbers.
            'M' if params.iter().flatten().all(|&number| number == 0) => {
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
