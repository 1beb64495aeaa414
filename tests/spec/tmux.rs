//! Promises kept inside tmux, a terminal that others wrote. Passed over, with a
//! word, where there is none.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::case::Case;

const DEADLINE: Duration = Duration::from_secs(30);

/// A server of its own with one window in it.
struct Tmux {
    server: String,
    case: Case,
}

impl Tmux {
    /// Opens the interface on the sample articles in a window of so many cells.
    fn open(columns: u16, rows: u16) -> Option<Self> {
        static SERVERS: AtomicUsize = AtomicUsize::new(0);
        let number = SERVERS.fetch_add(1, Ordering::Relaxed);
        let server = format!("pullquote-{}-{number}", std::process::id());
        let tmux = Self {
            server,
            case: Case::new(),
        };
        if Command::new("tmux").arg("-V").output().is_err() {
            println!("passed over: there is no tmux");
            return None;
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
        std::os::unix::fs::symlink(folder, tmux.case.path().join("sample-data")).unwrap();
        let program = tmux.case.command();
        let (columns, rows) = (columns.to_string(), rows.to_string());
        let mut start = tmux.command(&["new-session", "-d", "-x", &columns, "-y", &rows, "-c"]);
        start.arg(tmux.case.path()).args(["env", "-u", "NO_COLOR"]);
        // The server hands on what whoever runs the test has set.
        for folder in ["CONFIG", "DATA", "STATE", "CACHE"] {
            start.args(["-u", &format!("XDG_{folder}_HOME")]);
        }
        for (name, value) in program.get_envs().filter(|(name, _)| *name != "TERM") {
            let pair = [name, value.unwrap_or_default()].join("=".as_ref());
            start.arg(pair);
        }
        start.arg(program.get_program()).arg("sample-data");
        assert!(start.status().unwrap().success());
        tmux.run(&["set-option", "-s", "set-clipboard", "on"]);
        Some(tmux)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("tmux");
        command
            .args(["-L", &self.server, "-f", "/dev/null"])
            .args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> String {
        let Output { stdout, .. } = self.command(arguments).output().unwrap();
        String::from_utf8(stdout).unwrap()
    }

    /// Waits until the window is as wanted; asking takes a moment each time.
    #[track_caller]
    fn until(&self, wanted: impl Fn(&str) -> bool) {
        let end = Instant::now() + DEADLINE;
        loop {
            let window = self.run(&["capture-pane", "-p"]);
            if wanted(&window) {
                return;
            }
            assert!(Instant::now() < end, "not seen in time:\n{window}");
        }
    }

    /// Presses keys: names, and letters one by one.
    fn press(&self, keys: &str) {
        for word in keys.split(' ') {
            match word {
                "Enter" | "Down" | "Up" | "PgDn" | "Tab" => self.run(&["send-keys", word]),
                "Esc" => self.run(&["send-keys", "Escape"]),
                letters => self.run(&["send-keys", "-l", letters]),
            };
        }
    }

    /// What the key player shows after `keys`.
    fn played(&self, keys: &str) -> String {
        let mut command = self.case.command();
        command.args([
            "sample-data",
            "--screen",
            "--size",
            "100x24",
            "--keys",
            keys,
        ]);
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

fn rows(window: &str) -> Vec<&str> {
    window.trim_end().lines().map(str::trim_end).collect()
}

#[test]
fn tmux_shows_what_was_drawn() {
    let Some(tmux) = Tmux::open(100, 24) else {
        return;
    };
    tmux.until(|window| window.contains(" added"));
    let mut so_far = String::new();
    for keys in [
        "jjj",
        "jjjjj jjjjj",
        "kk",
        "Enter",
        "jjj",
        "PgDn",
        "jjjj",
        "kk",
        "] ]",
        "Tab",
        "f dam",
        "Down Down",
        "Esc",
        "q",
    ] {
        tmux.press(keys);
        so_far = format!("{so_far} {keys}");
        let expected = tmux.played(so_far.trim());
        tmux.until(|window| rows(window) == rows(&expected));
    }
}

#[test]
fn a_copy_reaches_the_buffer_of_tmux() {
    let Some(tmux) = Tmux::open(100, 24) else {
        return;
    };
    tmux.until(|window| window.contains(" added"));
    tmux.press("Enter ] yy");
    tmux.until(|window| window.contains("OSC 52"));
    let copied = tmux
        .case
        .path()
        .join("home/.local/state/pullquote/copied.txt");
    let expected = std::fs::read_to_string(copied).unwrap();
    tmux.until(|_| tmux.run(&["show-buffer"]).trim_end() == expected.trim_end());
}
