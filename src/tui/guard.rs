//! Panics: the terminal is put back first, then one line says where the report is.
//!
//! The hook only remembers what happened, because a panic may be caught on
//! purpose further up; who does act is the outermost frame of each thread.

use std::any::Any;
use std::backtrace::Backtrace;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;

use super::terminal;
use crate::config::write_private;
use crate::text::display::safe_line;

/// The exit code of a Rust program that panics.
const PANICKED: i32 = 101;

/// A report may hold words of an article.
const REPORT: &str = "panic.txt";

/// Where reports are written.
static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();

/// The last panic, whichever thread it was in.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// From now on panics are remembered instead of printed, and reports go to
/// `folder`, if there is one.
pub fn install(folder: Option<PathBuf>) {
    if FOLDER.set(folder).is_ok() {
        panic::set_hook(Box::new(remember));
    }
}

/// Runs `body`; a panic in it ends the process.
pub fn run<T>(body: impl FnOnce() -> T) -> T {
    match panic::catch_unwind(AssertUnwindSafe(body)) {
        Ok(value) => value,
        Err(payload) => end(&*payload),
    }
}

/// Starts a thread; a panic in it ends the process.
///
/// # Errors
/// When the system has no more threads.
pub fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(|| run(body))
        .map(drop)
}

fn remember(info: &PanicHookInfo<'_>) {
    let thread = thread::current();
    let report = format!(
        "pullquote {}\nthread {}\n{info}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        thread.name().unwrap_or("without a name"),
        Backtrace::force_capture(),
    );
    *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(report);
}

fn end(payload: &(dyn Any + Send)) -> ! {
    terminal::restore();
    let last = LAST.lock().unwrap_or_else(PoisonError::into_inner).take();
    let report = last.unwrap_or_else(|| format!("a panic: {}", words(payload)));
    let line = match FOLDER
        .get()
        .and_then(Option::as_deref)
        .map(|folder| write_private(folder, REPORT, &report))
    {
        Some(Ok(path)) => format!("the report is in {}", path.display()),
        _ => report.replace('\n', " "),
    };
    // Tried once: when standard error is broken nobody can be told. A report may
    // hold words of an article, and paths are anybody's.
    let line = safe_line(&format!("stopped by a fault of its own; {line}"));
    let _ = writeln!(io::stderr(), "pullquote: {line}");
    std::process::exit(PANICKED);
}

fn words(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without words")
}
