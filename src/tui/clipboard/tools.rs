//! Tools of the desktop that take text for its clipboard.
//!
//! They are started without a shell and get the text on standard input; one that does not
//! end in time is ended.

use std::io::{self, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use crate::tui::detect::Environment;

/// How long a tool may take; a desktop answers in a few milliseconds.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often it is looked whether one has ended.
const LOOK: Duration = Duration::from_millis(5);

/// A program and its arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tool {
    name: &'static str,
    arguments: &'static [&'static str],
}

/// For desktops by Wayland.
const WAYLAND: [Tool; 1] = [Tool {
    name: "wl-copy",
    arguments: &[],
}];

/// For desktops by X.
const X: [Tool; 2] = [
    Tool {
        name: "xclip",
        arguments: &["-selection", "clipboard", "-in"],
    },
    Tool {
        name: "xsel",
        arguments: &["--clipboard", "--input"],
    },
];

/// For the Mac.
const MAC: [Tool; 1] = [Tool {
    name: "pbcopy",
    arguments: &[],
}];

impl Tool {
    /// The tools for the desktop that the environment tells of.
    pub fn of_desktop(environment: Environment<'_>) -> Vec<Self> {
        let is_set = |name| environment(name).is_some_and(|value| !value.is_empty());
        let mut tools = Vec::new();
        if is_set("WAYLAND_DISPLAY") {
            tools.extend(WAYLAND);
        }
        if is_set("DISPLAY") {
            tools.extend(X);
        }
        if cfg!(target_os = "macos") {
            tools.extend(MAC);
        }
        tools
    }

    /// Hands `text` to the first of `tools` that is installed; gives its name, or why it
    /// failed, and nothing where none is installed.
    pub fn first_that_copies(tools: &[Self], text: &str) -> Option<Result<&'static str, String>> {
        tools.iter().find_map(|tool| match tool.take(text) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => Some(Err(format!("{} failed ({error})", tool.name))),
            Ok(status) if status.success() => Some(Ok(tool.name)),
            Ok(status) => Some(Err(format!("{} failed ({status})", tool.name))),
        })
    }

    fn take(&self, text: &str) -> io::Result<ExitStatus> {
        let mut child = Command::new(self.name)
            .args(self.arguments)
            .stdin(Stdio::piped())
            // What stays behind to hand the text out must hold nothing of ours open.
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let end = Instant::now() + PATIENCE;
        let written = write(&mut child, text.to_owned(), end);
        let status = wait(&mut child, end);
        match (written, status) {
            (Ok(()), Some(status)) => Ok(status),
            (Err(error), Some(_)) => Err(error),
            (_, None) => Err(io::Error::from(io::ErrorKind::TimedOut)),
        }
    }
}

// In a thread of its own, since a tool that reads nothing would hold us.
fn write(child: &mut Child, text: String, end: Instant) -> io::Result<()> {
    let Some(mut stdin) = child.stdin.take() else {
        return Ok(());
    };
    let (sender, written) = channel();
    thread::spawn(move || sender.send(stdin.write_all(text.as_bytes())));
    let patience = end.saturating_duration_since(Instant::now());
    written
        .recv_timeout(patience)
        .unwrap_or_else(|_| Err(io::Error::from(io::ErrorKind::TimedOut)))
}

fn wait(child: &mut Child, end: Instant) -> Option<ExitStatus> {
    loop {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        if Instant::now() >= end {
            // It is ours; whether it has just ended by itself does not matter.
            let _ = child.kill();
            let _ = child.wait();
            return None;
        }
        thread::sleep(LOOK);
    }
}
