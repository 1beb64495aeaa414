//! A thread that hears signals and sees the terminal vanish.
//!
//! It ends the process by itself, because the loop may be stuck: in a write to
//! a terminal that takes nothing, or in whatever it computes.

use std::io;
use std::os::unix::net::UnixStream;
use std::time::Duration;

use crossbeam_channel::Sender;
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::guard;
use super::pending::{PATIENCE, PENDING};
use super::place::KEEPER;
use super::terminal;

/// Signals that end the program; it exits with 128 and their number.
const ENDING: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];

/// What the loop is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The terminal may have another size.
    Resized,
    /// The program shall stop for a while.
    Stop,
    /// The program goes on after it was stopped.
    Continued,
}

/// Starts the thread; `tell` makes what goes into the channel.
///
/// # Errors
/// When there is no terminal to watch, or signals cannot be caught.
pub fn watch<T, F>(sender: Sender<T>, tell: F) -> io::Result<()>
where
    T: Send + 'static,
    F: Fn(Signal) -> T + Send + 'static,
{
    let keyboard = terminal::keyboard()?;
    let (read, write) = UnixStream::pair()?;
    let others = [SIGTSTP, SIGCONT, SIGWINCH];
    let caught = ENDING.iter().chain(&others);
    let mut delivery = SignalDelivery::with_pipe(read, write, SignalOnly, caught)?;
    guard::spawn("signals", move || {
        loop {
            for signal in delivery.pending() {
                if ENDING.contains(&signal) {
                    end(signal);
                }
                // A loop that is gone needs no news.
                let _ = sender.send(tell(told(signal)));
            }
            // Asked for nothing, `poll` still reports that the terminal is gone.
            let mut both = [
                PollFd::new(&keyboard, PollFlags::empty()),
                PollFd::new(delivery.get_read(), PollFlags::IN),
            ];
            let waited = poll(&mut both, None);
            if waited.is_ok() && !both[0].revents().is_empty() {
                end(SIGHUP);
            }
        }
    })
}

fn told(signal: i32) -> Signal {
    match signal {
        SIGTSTP => Signal::Stop,
        SIGCONT => Signal::Continued,
        _ => Signal::Resized,
    }
}

/// Ends the process because the terminal is gone.
pub fn hung_up() -> ! {
    end(SIGHUP)
}

/// A key that was read before the end was asked for may still be on its way to the
/// loop, which makes a promise of it.
const GRACE: Duration = Duration::from_millis(150);

/// Ends the process as after `signal`.
///
/// Nothing is lost: what was decided is in the library, or waited for.
fn end(signal: i32) -> ! {
    terminal::restore();
    std::thread::sleep(GRACE);
    PENDING.wait(PATIENCE);
    let _ = KEEPER.write();
    std::process::exit(128 + signal);
}
