//! The interface line by line, for terminals that cannot move their cursor and for those
//! who like it: numbered rows, a prompt, commands by their names.

use std::io::{self, BufRead, Write};

use super::Session;
use super::clipboard::Copier;
use super::player::{Player, rows_of};
use crate::app::Action;
use crate::app::keymap::{Key, Mode, table};
use crate::app::pointer::{Target, Touch};
use crate::config::Speech;
use crate::error::{Error, ErrorKind, Result};

/// Columns and rows of a page: what fits on most terminals and printers.
const PAGE: (u16, u16) = (80, 24);

/// What is printed once at the start.
const WELCOME: &str = "A number opens a row, /words narrows, the name of a command or its key runs it; \
help lists them, quit ends.";

/// Shows the library in lines until the person quits or the input ends.
///
/// # Errors
/// When the library cannot be opened, or a line cannot be read or written.
pub fn run(mut session: Session, input: impl BufRead, output: impl Write) -> Result<()> {
    session.manner.ui.mode = Speech::Plain;
    session.preferences.look.plain = true;
    session.preferences.look.hints = false;
    let mut player = Player::open(&session, PAGE)?;
    player.copy_by(Copier::of_file(session.state.as_deref()));
    Lines { player, output }
        .talk(input)
        .map_err(|error| Error::because(ErrorKind::Terminal, "", error))
}

struct Lines<W> {
    player: Player,
    output: W,
}

impl<W: Write> Lines<W> {
    fn talk(mut self, mut input: impl BufRead) -> io::Result<()> {
        writeln!(self.output, "{WELCOME}")?;
        let mut said = None;
        while !self.player.is_over() {
            let targets = match said.take() {
                Some(words) => {
                    writeln!(self.output, "{words}")?;
                    self.numbered().1
                }
                None => self.page()?,
            };
            write!(self.output, "{}> ", self.player.app().mode().word())?;
            self.output.flush()?;
            let mut line = String::new();
            if input.read_line(&mut line)? == 0 {
                return writeln!(self.output);
            }
            said = self.answer(line.trim(), &targets);
            self.player.perform();
        }
        Ok(())
    }

    /// Prints the rows that are not blank; gives what the numbered ones mean.
    fn page(&mut self) -> io::Result<Vec<Target>> {
        let (lines, targets) = self.numbered();
        for line in lines {
            writeln!(self.output, "{line}")?;
        }
        Ok(targets)
    }

    fn numbered(&mut self) -> (Vec<String>, Vec<Target>) {
        let drawn = self.player.draw();
        let mut lines = Vec::new();
        let mut targets = Vec::new();
        for (y, words) in (0..).zip(rows_of(&drawn.buffer)) {
            let targets_here = drawn.extras.targets.iter();
            let mut rows = targets_here.filter(|(area, target)| {
                (area.top()..area.bottom()).contains(&y) && matches!(target, Target::Row { .. })
            });
            let row = rows.next().map(|(_, target)| *target);
            match row {
                // Of an item of several rows the first has the number.
                Some(target) if targets.last() != Some(&target) => {
                    targets.push(target);
                    lines.push(format!("{:>3} {words}", targets.len()));
                }
                _ if words.is_empty() => {}
                _ => lines.push(format!("    {words}")),
            }
        }
        (lines, targets)
    }

    /// Does what a line asks for; gives what is to be said instead of the next page.
    fn answer(&mut self, line: &str, targets: &[Target]) -> Option<String> {
        let mode = self.player.app().mode();
        if let Ok(number) = line.parse::<usize>() {
            let target = number.checked_sub(1).and_then(|at| targets.get(at));
            return match target {
                Some(target) => {
                    self.player.act(Action::Touched(*target, Touch::Press));
                    self.player.perform();
                    self.player.act(Action::Touched(*target, Touch::Again));
                    None
                }
                None => Some(format!("there is no row {number}")),
            };
        }
        if line == "help" {
            return Some(help(mode));
        }
        if let Some(words) = line.strip_prefix('/').filter(|_| !mode.is_input()) {
            return self.typed(Key::Char('/'), words);
        }
        self.named(line.strip_prefix(':').unwrap_or(line), mode)
    }

    // What is typed after a key that opens an input, and kept.
    fn typed(&mut self, key: Key, words: &str) -> Option<String> {
        for key in [key, Key::Ctrl('u')] {
            self.player.press(key);
        }
        self.player.act(Action::Paste(words.to_owned()));
        self.player.perform();
        self.player.press(Key::Enter);
        None
    }

    fn named(&mut self, line: &str, mode: Mode) -> Option<String> {
        let command = table().iter().find(|row| row.name == line);
        if let Some(row) = command.filter(|row| row.is_for(mode)) {
            self.player.act(Action::Command(row.command));
            return None;
        }
        let key = match line {
            "" => Some(Key::Enter),
            line => line.parse::<Key>().ok(),
        };
        let bound = key.and_then(|key| self.player.app().keymap().lookup(mode, key));
        match (bound, mode.is_input()) {
            (Some(Action::Command(command)), _) => self.player.act(Action::Command(command)),
            (_, true) => {
                self.player.press(Key::Ctrl('u'));
                self.player.act(Action::Paste(line.to_owned()));
            }
            (Some(action), false) => self.player.act(action),
            (None, false) => {
                return Some(format!("no command is called {line}; help lists them"));
            }
        }
        None
    }
}

/// The commands of a mode with what they do.
fn help(mode: Mode) -> String {
    let rows = table().iter().filter(|row| row.is_for(mode));
    let lines = rows.map(|row| format!("{}: {}", row.name, row.help));
    lines.collect::<Vec<_>>().join("\n")
}
