//! Entering the terminal and leaving it as it was, however the program ends.
//!
//! As little as possible is changed, since a lost connection leaves it changed
//! on the user's own machine: the alternate screen, bracketed paste, the hidden
//! cursor, raw mode. The terminal is asked nothing.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::detect::Abilities;

/// How long leaving waits for a terminal that takes no bytes.
const STUCK: Duration = Duration::from_millis(200);

/// The size of a terminal that does not know its own.
const USUAL: Size = Size {
    width: 80,
    height: 24,
};

/// What may have to be put back: nothing while the terminal is not ours. There is one
/// terminal, and threads that may have to put it back in an instant, hence one for the
/// process.
static ENTERED: Mutex<Option<Modes>> = Mutex::new(None);

/// What is changed about the terminal while it is ours, and what a frame may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Modes {
    /// What it can do.
    able: Abilities,
    /// Whether it tells what is done with the mouse.
    mouse: bool,
}

/// The mouse: clicks, dragging, and numbers of any size.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

impl Modes {
    /// What is changed about a terminal that can do this.
    pub fn of(able: Abilities) -> Self {
        Self { able, mouse: false }
    }

    fn enter(self) -> String {
        let mut bytes = String::new();
        for (used, on) in [
            (self.able.alternate, "\x1b[?1049h"),
            (self.able.paste, "\x1b[?2004h"),
            (self.mouse, MOUSE_ON),
        ] {
            bytes.push_str(if used { on } else { "" });
        }
        bytes
    }

    /// Puts back also what a frame that was cut may have left: the screen frozen by
    /// mode 2026, a scrolling region, colours.
    fn leave(self) -> String {
        let mut bytes = String::new();
        for (used, off) in [
            (self.able.sync, "\x1b[?2026l"),
            (self.able.scroll, "\x1b[r"),
            (true, "\x1b[m"),
            (self.mouse, MOUSE_OFF),
            (self.able.paste, "\x1b[?2004l"),
            (self.able.hides, "\x1b[?25h"),
            (self.able.alternate, "\x1b[?1049l"),
        ] {
            bytes.push_str(if used { off } else { "" });
        }
        if !self.able.alternate {
            // The picture stays; the prompt of the shell goes below it.
            bytes.push_str(&format!("\x1b[{};1H\r\n", size().height));
        }
        bytes
    }
}

/// The terminal, entered; dropping it puts everything back.
#[derive(Debug)]
pub struct Terminal {
    modes: Modes,
}

impl Terminal {
    /// Enters the terminal.
    ///
    /// Raw mode comes first: in the background it stops the process before
    /// anything has been changed.
    ///
    /// # Errors
    /// When there is none, or it cannot be changed.
    pub fn enter(modes: Modes) -> io::Result<Self> {
        enable_raw_mode()?;
        keep(Some(modes));
        let entered = Self { modes };
        Wire::open()?.write_all(modes.enter().as_bytes())?;
        Ok(entered)
    }

    /// Has the terminal tell from now on what is done with the mouse, or not any longer.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn hear_mouse(&mut self, mouse: bool) -> io::Result<()> {
        if self.modes.mouse == mouse {
            return Ok(());
        }
        self.modes.mouse = mouse;
        keep(Some(self.modes));
        let bytes = if mouse { MOUSE_ON } else { MOUSE_OFF };
        Wire::open()?.write_all(bytes.as_bytes())
    }

    /// Whether it tells what is done with the mouse.
    pub fn hears_mouse(&self) -> bool {
        self.modes.mouse
    }

    /// Shows `words` on the first screen alone, without frames and without the mouse
    /// being heard, so that they can be selected; [`Terminal::enter_again`] ends it.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn show_bare(&mut self, words: &str) -> io::Result<()> {
        let able = self.modes.able;
        let mut bytes = String::new();
        for (used, sequence) in [
            (able.scroll, "\x1b[r"),
            (true, "\x1b[m"),
            (self.modes.mouse, MOUSE_OFF),
            (able.alternate, "\x1b[?1049l"),
            (!able.alternate, "\x1b[2J\x1b[H"),
            (able.hides, "\x1b[?25h"),
        ] {
            bytes.push_str(if used { sequence } else { "" });
        }
        bytes.push_str(words);
        Wire::open()?.write_all(bytes.as_bytes())
    }

    /// Enters again after the process was stopped, whatever happened meanwhile.
    ///
    /// # Errors
    /// As for [`Terminal::enter`].
    pub fn enter_again(&mut self) -> io::Result<()> {
        // Whoever had the terminal meanwhile may have changed its modes; going
        // through the modes from before makes raw mode be set in any case.
        disable_raw_mode()?;
        let again = Self::enter(self.modes)?;
        std::mem::forget(again);
        Ok(())
    }

    /// Leaves the terminal as it was; it can be entered again.
    pub fn leave(&mut self) {
        restore();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

/// Puts the terminal back, if it is entered; says whether it was.
///
/// Any thread may call it at any time. A terminal that takes no bytes, because
/// it is gone or held, is given up after a moment: the modes of the line are
/// put back in any case.
pub fn restore() -> bool {
    let Some(modes) = keep(None) else {
        return false;
    };
    // Nobody can be told if this fails.
    if let Ok(mut wire) = Wire::open()
        && wire.is_ready(STUCK)
    {
        let _ = wire.write_all(modes.leave().as_bytes());
    }
    let _ = disable_raw_mode();
    true
}

/// Remembers what is to be put back; gives what was until now.
fn keep(modes: Option<Modes>) -> Option<Modes> {
    let mut entered = ENTERED.lock().unwrap_or_else(PoisonError::into_inner);
    std::mem::replace(&mut *entered, modes)
}

/// The size of the terminal, in cells.
pub fn size() -> Size {
    match crossterm::terminal::size() {
        Ok((0, _) | (_, 0)) | Err(_) => USUAL,
        Ok((width, height)) => Size { width, height },
    }
}

/// Where the keys come from: standard input, or the terminal of the process.
///
/// # Errors
/// When the process has no terminal.
pub fn keyboard() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return stdin.as_fd().try_clone_to_owned();
    }
    Ok(File::open("/dev/tty")?.into())
}

/// Standard output without the buffer that would cut frames into pieces.
#[derive(Debug)]
pub struct Wire {
    file: File,
}

impl Wire {
    /// Opens standard output.
    ///
    /// # Errors
    /// When it is closed.
    pub fn open() -> io::Result<Self> {
        let file = io::stdout().as_fd().try_clone_to_owned()?.into();
        Ok(Self { file })
    }

    /// Waits until bytes are taken, at most so long.
    fn is_ready(&self, patience: Duration) -> bool {
        let timeout = Timespec::try_from(patience).ok();
        let mut out = [PollFd::new(&self.file, PollFlags::OUT)];
        let waited = poll(&mut out, timeout.as_ref());
        waited.is_ok_and(|ready| ready > 0) && out[0].revents().contains(PollFlags::OUT)
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match self.file.write(bytes) {
                // Some other program has made the shared terminal non-blocking.
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    poll(&mut [PollFd::new(&self.file, PollFlags::OUT)], None)?;
                }
                answer => return answer,
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
