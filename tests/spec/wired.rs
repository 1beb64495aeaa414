//! The interface on a library of its own, with the bytes that each frame sends to
//! the terminal.

use std::io::{self, Write};

use pullquote::app::Preferences;
use pullquote::app::keymap::Key;
use pullquote::config::Start;
use pullquote::import::Files;
use pullquote::import::Gone;
use pullquote::store::Location;
use pullquote::tui::Session;
use pullquote::tui::detect::Abilities;
use pullquote::tui::manner::Manner;
use pullquote::tui::output::{Cursor, Output};
use pullquote::tui::player::{Player, parse_keys};
use pullquote::tui::stage::Drawn;
use tempfile::TempDir;

/// The interface, and the terminal's end of the wire.
pub struct Wired {
    player: Player,
    output: Output<Tape>,
    _folder: TempDir,
}

/// What the terminal has been sent.
#[derive(Debug, Default)]
pub struct Tape {
    pub bytes: Vec<u8>,
    pub writes: usize,
}

impl Write for Tape {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        self.writes += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Wired {
    /// Opens the interface on files with these names and contents in a window of
    /// `size`; the first frame is not drawn yet.
    pub fn open(files: impl Iterator<Item = (String, String)>, size: (u16, u16)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let press = folder.path().join("press");
        std::fs::create_dir(&press).unwrap();
        for (name, content) in files {
            std::fs::write(press.join(name), content).unwrap();
        }
        let session = Session {
            location: Location::file(folder.path().join("library.db")),
            files: Files {
                paths: vec![press],
                gone: Gone::Remove,
            },
            query: None,
            manner: Manner::default(),
            preferences: Preferences::default(),
            folder: None,
            start: Start::Articles,
            history: false,
            complaints: Vec::new(),
            state: None,
            escape: None,
            fault: None,
        };
        Self {
            player: Player::open(&session, size).unwrap(),
            output: Output::new(Tape::default(), Abilities::ALL),
            _folder: folder,
        }
    }

    /// Presses keys, words as for `--keys`, each with all that it asks for.
    pub fn keys(&mut self, words: &str) {
        for key in parse_keys(words).unwrap() {
            self.player.press(key);
            self.player.perform();
        }
    }

    /// Presses a key, and gives the bytes of the frame that is drawn before what
    /// it asked for is answered.
    pub fn press(&mut self, key: Key) -> usize {
        self.player.press(key);
        self.frame()
    }

    /// Answers everything, and gives the bytes of the frame after that.
    pub fn answer(&mut self) -> usize {
        self.player.perform();
        self.frame()
    }

    /// Draws a frame, and gives its bytes.
    pub fn frame(&mut self) -> usize {
        let drawn = self.draw();
        self.present(drawn)
    }

    /// Draws a frame without sending it.
    pub fn draw(&mut self) -> Drawn {
        self.player.draw()
    }

    /// Sends a frame, and gives its bytes.
    pub fn present(&mut self, drawn: Drawn) -> usize {
        let before = self.output.wire().bytes.len();
        let visible = self.player.app().mode().is_input();
        self.output
            .present_linked(
                drawn.buffer,
                drawn.extras.links,
                Cursor {
                    at: drawn.cursor,
                    visible,
                },
            )
            .unwrap();
        self.output.wire().bytes.len() - before
    }

    /// Every byte that was sent.
    pub fn sent(&self) -> &[u8] {
        &self.output.wire().bytes
    }

    /// Writes so far.
    pub fn writes(&self) -> usize {
        self.output.wire().writes
    }
}
