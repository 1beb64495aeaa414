//! Entering the terminal and leaving it as it was, however the program ends.
//!
//! As little as possible is changed, since a lost connection leaves it changed
//! on the user's own machine: the alternate screen, bracketed paste, the hidden
//! cursor, raw mode. The terminal is asked nothing.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, queue};
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// Puts back what a frame that was cut may have left: the screen frozen by
/// mode 2026, a scrolling region, colours.
const MEND: &[u8] = b"\x1b[?2026l\x1b[r\x1b[m";

/// How long leaving waits for a terminal that takes no bytes.
const STUCK: Duration = Duration::from_millis(200);

/// The size of a terminal that does not know its own.
const USUAL: Size = Size {
    width: 80,
    height: 24,
};

/// Whether the terminal is ours. There is one terminal, and threads that may
/// have to put it back in an instant, hence one flag for the process.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// The terminal, entered; dropping it puts everything back.
#[derive(Debug)]
pub struct Terminal {
    _private: (),
}

impl Terminal {
    /// Enters the terminal.
    ///
    /// Raw mode comes first: in the background it stops the process before
    /// anything has been changed.
    ///
    /// # Errors
    /// When there is none, or it cannot be changed.
    pub fn enter() -> io::Result<Self> {
        enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let mut bytes = Vec::new();
        queue!(bytes, EnterAlternateScreen, EnableBracketedPaste)?;
        let entered = Self { _private: () };
        Wire::open()?.write_all(&bytes)?;
        Ok(entered)
    }

    /// Enters again after the process was stopped, whatever happened meanwhile.
    ///
    /// # Errors
    /// As for [`Terminal::enter`].
    pub fn enter_again(&mut self) -> io::Result<()> {
        // Whoever had the terminal meanwhile may have changed its modes; going
        // through the modes from before makes raw mode be set in any case.
        disable_raw_mode()?;
        let again = Self::enter()?;
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
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return false;
    }
    let mut bytes = MEND.to_vec();
    // Writing into memory cannot fail.
    let _ = queue!(
        bytes,
        DisableBracketedPaste,
        cursor::Show,
        LeaveAlternateScreen
    );
    // Nobody can be told if this fails.
    if let Ok(mut wire) = Wire::open()
        && wire.is_ready(STUCK)
    {
        let _ = wire.write_all(&bytes);
    }
    let _ = disable_raw_mode();
    true
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
