//! What the state wants done: each effect by whoever can do it.

use std::time::{Duration, Instant};

use ratatui::layout::Position;

use super::clipboard::{Copy, FILE, copies};
use super::events::Button;
use super::{Interface, Message, broken, environment, guard, outside, terminal_error};
use crate::app::pointer::{Target, Touch};
use crate::app::{Action, Effect};
use crate::error::Result;
use crate::text::display::display;

/// A second press at the same place within this time is a double click.
const DOUBLE: Duration = Duration::from_millis(400);

impl Interface {
    pub(super) fn perform(&mut self, effect: Effect) -> Result<()> {
        match effect {
            Effect::Quit => self.over = true,
            Effect::Suspend => self.stop()?,
            Effect::Redraw => self.output.forget(),
            Effect::Copy { text } => self.copy(text, "")?,
            Effect::OpenLink { address } => match outside::open(&address, &environment) {
                Some(program) => {
                    self.act(Action::Told(format!("handed to {program}: {address}")))?
                }
                None => {
                    let about = format!("{address} ");
                    self.copy(address, &about)?;
                }
            },
            Effect::Pipe { .. } => self.workers.ask(effect, self.app.catalog()),
            Effect::ShowCopied => self.show_copied()?,
            Effect::Mouse => self.switch_mouse()?,
            Effect::Load { .. } => {
                let now = self.rest.take(effect, Instant::now());
                now.into_iter()
                    .for_each(|effect| self.workers.ask(effect, self.app.catalog()));
            }
            Effect::List { .. }
            | Effect::Find { .. }
            | Effect::Study { .. }
            | Effect::Change { .. }
            | Effect::Save { .. }
            | Effect::Import => {
                self.workers.ask(effect, self.app.catalog());
            }
        }
        Ok(())
    }

    // Beside the loop, since a tool of the desktop may take its time.
    // What is said about it begins with `about`.
    fn copy(&mut self, text: String, about: &str) -> Result<()> {
        self.copied = Some(text.clone());
        let about = about.to_owned();
        let (copier, sender) = (self.copier.clone(), self.sender.clone());
        guard::spawn("copy", move || {
            // A loop that is gone needs no news.
            let mut copied = copier.copy(&text);
            copied.message.insert_str(0, &about);
            let _ = sender.send(Message::Copied(copied));
        })
        .map_err(terminal_error)
    }

    pub(super) fn copied(&mut self, copy: Copy) -> Result<()> {
        if !copy.bytes.is_empty() && !self.stopped {
            self.output.pass(&copy.bytes).map_err(broken)?;
        }
        self.act(Action::Copied(copy.message))
    }

    /// Shows what was copied last without frames, so that it can be selected.
    fn show_copied(&mut self) -> Result<()> {
        let file = self.session.state.as_deref();
        let kept = || {
            let file = std::fs::read_to_string(file?.join(FILE)).ok()?;
            copies(&file).next().map(str::to_owned)
        };
        let Some(text) = self.copied.clone().or_else(kept) else {
            return self.act(Action::Told("nothing was copied yet".to_owned()));
        };
        let lines: Vec<String> = text
            .lines()
            .map(|line| display(line).as_str().to_owned())
            .collect();
        let words = format!("{}\r\n\r\n(any key leads back)", lines.join("\r\n"));
        self.terminal.show_bare(&words).map_err(broken)?;
        self.bare = true;
        Ok(())
    }

    fn switch_mouse(&mut self) -> Result<()> {
        let hears = !self.terminal.hears_mouse();
        self.terminal.hear_mouse(hears).map_err(broken)?;
        let words = match hears {
            true => "the mouse is heard; hold Shift (Option on a Mac) to select text",
            false => "the mouse is your terminal's: it selects text; :mouse hears it again",
        };
        self.act(Action::Told(words.to_owned()))
    }

    /// What something done with the mouse means.
    pub(super) fn touch(&mut self, button: Button, at: Position) -> Option<Action> {
        if !self.terminal.hears_mouse() {
            return None;
        }
        let under = self.targets.iter().rev();
        let mut under = under.filter(|(area, _)| area.contains(at));
        let target = under.next().map_or(Target::Nothing, |(area, target)| {
            target.at(usize::from(at.x.saturating_sub(area.x)))
        });
        let touch = match button {
            Button::WheelUp => Touch::WheelUp,
            Button::WheelDown => Touch::WheelDown,
            Button::Press => self.press(at),
            Button::Drag => Touch::Drag,
        };
        Some(Action::Touched(target, touch))
    }

    fn press(&mut self, at: Position) -> Touch {
        let now = Instant::now();
        let before = self.pressed.take();
        let again = |(then, place): (Instant, Position)| place == at && now - then < DOUBLE;
        match before.is_some_and(again) {
            true => Touch::Again,
            false => {
                self.pressed = Some((now, at));
                Touch::Press
            }
        }
    }
}
