//! From running a command to the last cell of its first screen, in a
//! pseudo-terminal, beside the programs that a person compares it with.
//!
//! The unit of work is a start. The peers run in turn with ours, so that all of
//! them meet the same machine.
#![allow(clippy::unwrap_used, reason = "a bench that cannot start may end")]

mod made;
#[path = "../spec/pty.rs"]
#[allow(dead_code, reason = "promises need more of it")]
mod pty;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use pty::Pty;

/// Articles in the library that is opened.
const ARTICLES: usize = 2_000;

/// Starts of each program.
const STARTS: usize = 40;

/// What stands near the end of a first screen of the peers; our frames tell their end.
const LAST_ROW: &str = "row 22";

fn main() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("all.jsonl"), made::records(ARTICLES)).unwrap();
    let rows: Vec<String> = (1..=10_000).map(|row| format!("row {row}")).collect();
    std::fs::write(folder.path().join("rows.txt"), rows.join("\n")).unwrap();
    let add = ours(folder.path())
        .args(["add", "all.jsonl"])
        .output()
        .unwrap();
    assert!(add.status.success(), "{add:?}");

    let mut peers = vec![("pullquote", ours(folder.path()), "")];
    let fzf = ["-c", "fzf --no-color <rows.txt"];
    for (name, program, arguments) in [("less", "less", &["rows.txt"][..]), ("fzf", "sh", &fzf)] {
        if is_installed(name) {
            let peer = within(Command::new(program), folder.path(), arguments);
            peers.push((name, peer, LAST_ROW));
        }
    }
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); peers.len()];
    for _ in 0..STARTS {
        for (at, (_, command, end)) in peers.iter().enumerate() {
            times[at].push(start(command, end));
        }
    }
    println!("{:<24}{:>10}{:>10}", "first screen", "p50", "p90");
    for ((name, ..), times) in peers.iter().zip(&mut times) {
        times.sort();
        let at = |percent: usize| times[times.len() * percent / 100].as_secs_f64() * 1e3;
        println!("{name:<24}{:>7.1} ms{:>7.1} ms", at(50), at(90));
    }
}

fn is_installed(name: &str) -> bool {
    let found = Command::new("sh")
        .args(["-c", &format!("command -v {name}")])
        .output();
    found.is_ok_and(|found| found.status.success())
}

/// Runs a command until its first screen is there.
fn start(command: &Command, end: &str) -> Duration {
    let start = Instant::now();
    let mut pty = Pty::run(command, 80, 24);
    match end {
        "" => pty.until("the list", |screen| screen.contents().contains('>')),
        words => pty.until_printed(words),
    }
    start.elapsed()
}

fn ours(folder: &Path) -> Command {
    within(Command::new(env!("CARGO_BIN_EXE_pullquote")), folder, &[])
}

fn within(mut command: Command, folder: &Path, arguments: &[&str]) -> Command {
    command
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("HOME", folder)
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("LANG", "C.UTF-8")
        .env("TERM", "xterm-256color");
    command
}
