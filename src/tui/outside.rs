//! Programs outside: the one that opens a link, and those that take an article.
//!
//! None is run through a shell, and no text of an article is ever an argument: an address
//! is one only after [`page`] has made it safe, an article goes to standard input.
//! Nothing is run that a person did not ask for.
//!
//! [`page`]: crate::text::address::page

use std::io::{Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crossbeam_channel::bounded;

use super::detect::{Environment, is_remote};
use super::guard;
use crate::app::Outside;

/// A program that takes an article has so long: whoever pressed the key waits for it.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is looked whether a program has ended.
const PAUSE: Duration = Duration::from_millis(20);
/// Of what a program complains of, so many bytes are read.
const COMPLAINT: u64 = 4_096;

/// Hands `address` to the program of the desktop that opens links, without waiting for it;
/// gives the program's name.
///
/// Nothing over SSH, where the browser would open on the wrong machine, and nothing where
/// there is no desktop or no such program.
pub fn open(address: &str, environment: Environment<'_>) -> Option<&'static str> {
    let is_set = |name| environment(name).is_some_and(|value| !value.is_empty());
    let desktop = cfg!(target_os = "macos") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    if is_remote(environment) || !desktop {
        return None;
    }
    // `xdg-open` takes no `--`; an address begins with its scheme and is no option.
    let program = match cfg!(target_os = "macos") {
        true => "open",
        false => "xdg-open",
    };
    let mut command = Command::new(program);
    command.arg(address).stdin(Stdio::null());
    let mut child = start(command.stderr(Stdio::null())).ok()?;
    // Somebody must hear of its end, or it stays in the list of processes.
    let _ = guard::spawn("opener", move || drop(child.wait()));
    Some(program)
}

/// Runs `program` with `text` on its standard input and the `id` of the article in
/// `PULLQUOTE_ID`; says in one line what came of it.
pub fn pipe(program: &Outside, id: &str, text: String) -> String {
    pipe_within(program, (id, text), PATIENCE)
}

fn pipe_within(program: &Outside, (id, text): (&str, String), patience: Duration) -> String {
    let name = &program.name;
    let Some((file, arguments)) = program.words.split_first() else {
        return format!("{name}: no program is named");
    };
    let mut command = Command::new(file);
    command.args(arguments).env("PULLQUOTE_ID", id);
    command.stdin(Stdio::piped()).stderr(Stdio::piped());
    let mut child = match start(&mut command) {
        Ok(child) => child,
        Err(error) => return format!("{name}: {file} cannot be started ({error})"),
    };
    if let Some(mut input) = child.stdin.take() {
        // A program need not read all of it, so that a failure here is none.
        let _ = guard::spawn("article", move || drop(input.write_all(text.as_bytes())));
    }
    let (sender, complaint) = bounded(1);
    if let Some(errors) = child.stderr.take() {
        let _ = guard::spawn("complaint", move || {
            let mut said = Vec::new();
            let _ = errors.take(COMPLAINT).read_to_end(&mut said);
            let _ = sender.send(String::from_utf8_lossy(&said).into_owned());
        });
    }
    let Some(status) = wait(&mut child, patience) else {
        return format!(
            "{name} did not end within {} s and was stopped",
            patience.as_secs()
        );
    };
    if status.success() {
        return format!("{name} took the article");
    }
    let said = complaint.recv_timeout(PAUSE).unwrap_or_default();
    match said.lines().find(|line| !line.trim().is_empty()) {
        Some(line) => format!("{name} failed ({status}): {line}"),
        None => format!("{name} failed ({status})"),
    }
}

/// Starts a program with nothing to print to, and out of reach of this terminal's keys.
fn start(command: &mut Command) -> std::io::Result<Child> {
    command.stdout(Stdio::null()).process_group(0).spawn()
}

/// How `child` ended; one that takes longer is stopped.
fn wait(child: &mut Child, patience: Duration) -> Option<std::process::ExitStatus> {
    let end = Instant::now() + patience;
    loop {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        if Instant::now() >= end {
            let _ = child.kill();
            let _ = child.wait();
            return None;
        }
        sleep(PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(words: &[&str]) -> Outside {
        Outside {
            name: "it".to_owned(),
            words: words.iter().map(|&word| word.to_owned()).collect(),
        }
    }

    #[track_caller]
    fn check(words: &[&str], text: &str, expected: &str) {
        assert_eq!(pipe(&program(words), "b3:1", text.to_owned()), expected);
    }

    #[test]
    fn no_text_of_an_article_is_run_or_read_as_an_option() {
        for title in [
            "$(touch x)",
            "`touch x`",
            "a\nb; touch x",
            "-rf",
            "'\"",
            "x | y > z",
        ] {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("got");
            let of = format!("of={}", file.display());
            check(&["dd", &of, "status=none"], title, "it took the article");
            assert_eq!(std::fs::read_to_string(&file).unwrap(), title);
            assert!(!std::path::Path::new("x").exists());
        }
    }

    #[test]
    fn the_id_of_the_article_is_in_the_environment() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("got");
        let script = format!("printenv PULLQUOTE_ID > {}", file.display());
        check(&["sh", "-c", &script], "", "it took the article");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "b3:1\n");
    }

    #[test]
    fn what_goes_wrong_is_said() {
        let script = "echo no such list >&2; exit 3";
        check(
            &["sh", "-c", script],
            "",
            "it failed (exit status: 3): no such list",
        );
        let gone = pipe(&program(&["/no/such/program"]), "b3:1", String::new());
        assert!(gone.starts_with("it: /no/such/program cannot be started ("));
        let slow = program(&["sleep", "5"]);
        let said = pipe_within(&slow, ("b3:1", String::new()), Duration::ZERO);
        assert_eq!(said, "it did not end within 0 s and was stopped");
    }

    #[test]
    fn over_ssh_and_without_a_desktop_nothing_is_opened() {
        let ssh = |name: &str| (name == "SSH_TTY" || name == "DISPLAY").then(|| "x".to_owned());
        assert_eq!(open("https://a.example", &ssh), None);
        assert_eq!(open("https://a.example", &|_: &str| None), None);
    }
}
