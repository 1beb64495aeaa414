//! Plays keys without a terminal and gives the last screen as text.
//!
//! ```text
//! f by:kim Enter yy C-s Ctrl-s PgDn "Space"
//! ```
//!
//! Words are parted by blanks. A word that names a key is that key: what
//! `pullquote keys` prints (`Enter`, `Esc`, `Tab`, `Shift-Tab`, `Space`,
//! `Backspace`, `Up`, `PgDn`, `Ctrl-S`), in any case, and `BackTab` and `C-s`
//! besides. Every other word is typed, letter by letter, without a blank after
//! it. A word that looks like the name of a key and is none is an error.

use std::collections::VecDeque;

use ratatui::buffer::Buffer;

use super::clipboard::{Copier, Way};
use super::detect::Abilities;
use super::outside;
use super::stage::{Drawn, Stage};
use super::theme::{self, Theme};
use super::worker::Worker;
use super::{Session, view};
use crate::app::keymap::Key;
use crate::app::{Action, App, Effect};
use crate::error::Result;
use crate::store::Library;
use crate::text::width::width;

/// Turns the words of `--keys` into keys.
///
/// # Errors
/// One line about the first word that is no key.
pub fn parse_keys(words: &str) -> std::result::Result<Vec<Key>, String> {
    let mut keys = Vec::new();
    for word in words.split_whitespace() {
        match key_named(word) {
            Some(key) => keys.push(key),
            None if looks_like_a_name(word) => {
                return Err(format!(
                    "no key is called {word}; `pullquote keys` lists them"
                ));
            }
            None => keys.extend(word.chars().map(Key::Char)),
        }
    }
    Ok(keys)
}

fn key_named(word: &str) -> Option<Key> {
    if word.eq_ignore_ascii_case("BackTab") {
        return Some(Key::BackTab);
    }
    if let Some(letter) = word.strip_prefix("C-").filter(|rest| rest.len() == 1) {
        return format!("Ctrl-{letter}").parse().ok();
    }
    // Longer words in lower case are typed: `up` and `end` are words of queries.
    let is_name = word.chars().count() == 1 || word.starts_with(char::is_uppercase);
    word.parse().ok().filter(|_| is_name)
}

/// Whether a word was meant as the name of a key: nobody searches for `Ctrl-`.
fn looks_like_a_name(word: &str) -> bool {
    ["Ctrl-", "C-", "Shift-", "Alt-"]
        .iter()
        .any(|start| word.starts_with(start))
}

/// Plays `keys` in a window of `size` (columns, rows) and gives the last screen,
/// one line a row.
///
/// Whatever the keys ask for is done before the next key.
///
/// # Errors
/// When the library cannot be opened.
pub fn play(session: &Session, keys: &[Key], size: (u16, u16)) -> Result<String> {
    Ok(screen_text(&play_to(session, keys, size)?.buffer))
}

/// The same, as the cells of the last screen.
///
/// # Errors
/// When the library cannot be opened.
pub fn play_to(session: &Session, keys: &[Key], size: (u16, u16)) -> Result<Drawn> {
    let mut player = Player::open(session, size)?;
    for &key in keys {
        player.press(key);
        player.perform();
    }
    Ok(player.draw())
}

/// The interface without a terminal, one step at a time.
pub struct Player {
    app: App,
    worker: Worker,
    stage: Stage,
    theme: Theme,
    copier: Copier,
    /// Asked for and not done yet.
    waiting: VecDeque<Effect>,
    over: bool,
}

impl Player {
    /// Opens the library in a window of `size` (columns, rows) and brings it up to
    /// date with its files.
    ///
    /// # Errors
    /// When the library cannot be opened.
    pub fn open(session: &Session, size: (u16, u16)) -> Result<Self> {
        let library = Library::open(&session.location)?;
        let catalog = library.catalog()?;
        let mut player = Self {
            app: App::new(catalog).with(session.preferences.clone()),
            worker: Worker::new(session),
            stage: Stage::new(size.into()),
            copier: Copier::of_terminal(Way::Plain, session.state.as_deref()),
            theme: theme::choose(&session.manner, Abilities::ALL.wished(&session.manner)),
            waiting: VecDeque::from([Effect::Import]),
            over: false,
        };
        let (columns, rows) = size;
        player.act(Action::Resized { columns, rows });
        for action in session.first_actions(&library) {
            player.act(action);
        }
        player.perform();
        Ok(player)
    }

    /// Presses a key; what it asks for waits for [`Player::perform`].
    pub fn press(&mut self, key: Key) {
        if self.over {
            return;
        }
        if let Some(action) = self.app.keymap().lookup(self.app.mode(), key) {
            self.act(action);
        }
    }

    /// Does everything that was asked for.
    pub fn perform(&mut self) {
        while let Some(effect) = self.waiting.pop_front() {
            self.carry_out(&effect);
        }
    }

    /// Draws what the state shows.
    pub fn draw(&mut self) -> Drawn {
        self.stage
            .draw(|frame| view::draw_all(&self.app, &self.theme, frame))
    }

    /// The state.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Copies by other ways from now on.
    pub fn copy_by(&mut self, copier: Copier) {
        self.copier = copier;
    }

    /// Whether the person has ended it.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// Applies an action; what it asks for waits for [`Player::perform`].
    pub fn act(&mut self, action: Action) {
        self.waiting.extend(self.app.update(action));
    }

    fn carry_out(&mut self, effect: &Effect) {
        match effect {
            Effect::Quit => self.over = true,
            // There is no terminal to give back or to clear.
            Effect::Suspend | Effect::Redraw | Effect::ShowCopied | Effect::Mouse => {}
            Effect::Copy { text } => {
                let copied = self.copier.copy(text);
                self.act(Action::Copied(copied.message));
            }
            // What keys are played for has nobody who could look at a browser.
            Effect::OpenLink { address } => self.act(Action::Told(address.clone())),
            Effect::Pipe { program, id, text } => {
                let told = outside::pipe(program, id, text.clone());
                self.act(Action::Told(told));
            }
            Effect::Import => {
                let mut said = Vec::new();
                self.worker.import(&mut |action| {
                    said.push(action);
                    true
                });
                said.into_iter().for_each(|action| self.act(action));
            }
            Effect::List { .. }
            | Effect::Find { .. }
            | Effect::Study { .. }
            | Effect::Change { .. }
            | Effect::Save { .. }
            | Effect::Load { .. } => {
                let answer = self.worker.answer(effect, self.app.catalog());
                answer.into_iter().for_each(|action| self.act(action));
            }
        }
    }
}

/// The text of a frame, one line a row, without blanks at the ends of rows.
pub fn screen_text(buffer: &Buffer) -> String {
    rows_of(buffer).join("\n")
}

/// The same row by row.
pub fn rows_of(buffer: &Buffer) -> Vec<String> {
    let columns = usize::from(buffer.area.width).max(1);
    let rows = buffer.content.chunks(columns).map(|row| {
        let mut line = String::new();
        let mut x = 0;
        while let Some(cell) = row.get(x) {
            line.push_str(cell.symbol());
            x += width(cell.symbol()).max(1);
        }
        line.truncate(line.trim_end().len());
        line
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let keys = parse_keys(words).unwrap();
        let printed: Vec<_> = keys.iter().map(Key::to_string).collect();
        assert_eq!(printed.join(" "), expected);
    }

    #[test]
    fn names_are_keys_and_other_words_are_typed() {
        check("f by:kim Enter yy", "f b y : k i m Enter y y");
        check(
            "C-s Ctrl-S BackTab Shift-Tab PgDn",
            "Ctrl-S Ctrl-S Shift-Tab Shift-Tab PgDn",
        );
        check(
            "up end Up End space Space",
            "u p e n d Up End s p a c e Space",
        );
        check("é ] ) / ?", "é ] ) / ?");
        check("  ", "");
    }

    #[test]
    fn a_name_that_is_no_key_is_an_error_with_the_word() {
        for word in ["Ctrl-ab", "C-ab", "Alt-x", "Shift-a"] {
            let error = parse_keys(&format!("j {word}")).unwrap_err();
            assert!(error.contains(word), "{error}");
        }
    }

    #[test]
    fn the_text_of_a_frame_has_no_blanks_at_the_ends_and_none_after_wide_letters() {
        let buffer = Buffer::with_lines(["漢字 x  ", "        "]);
        assert_eq!(screen_text(&buffer), "漢字 x\n");
    }
}
