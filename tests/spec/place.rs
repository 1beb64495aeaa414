//! Promises about coming back: whoever starts again is where he was.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::case::Case;
use crate::pty::Pty;

const SETTINGS: &str = "home/.config/pullquote/config.toml";
const STATE: &str = "home/.local/state/pullquote";

/// No test waits longer for anything.
const DEADLINE: Duration = Duration::from_secs(30);

/// Articles of several people, each longer than a screen.
fn articles() -> Case {
    (0..30).fold(Case::new(), |case, n| {
        let who = ["Ines Falk", "Jon Reiss", "Ada Brook"][n % 3];
        let mut text = format!("Harbour report {n:03}\n\n{} March 2026\n", 1 + n % 28);
        for part in 0..20 {
            text.push_str(&format!(
                "\nThe quay number {n} was looked at in hour {part}, and every plank of it was \
                 counted twice by those who were there.\n\n“Plank {n} of hour {part} holds,” \
                 harbour master {who} said.\n"
            ));
        }
        case.file(&format!("press/{n:03}.txt"), text)
    })
}

fn command(case: &Case) -> Command {
    let mut command = case.command();
    command.arg("press");
    command
}

#[track_caller]
fn open(case: &Case) -> Pty {
    let mut pty = Pty::run(&command(case), 80, 24);
    pty.until("the articles", |screen| screen.contents().contains("30"));
    pty
}

/// The rows of the screen but the last, and of the first only the screen and its count:
/// the others tell what was just done, and other screens where there is room.
fn rows(screen: &vt100::Screen) -> Vec<String> {
    let contents = screen.contents();
    let mut rows: Vec<_> = contents
        .lines()
        .map(|row| row.trim_end().to_owned())
        .collect();
    rows.truncate(23);
    if let Some((left, _)) = rows[0].trim_start().split_once("  ") {
        rows[0] = left.to_owned();
    }
    rows
}

/// The rows above the article that is shown with the selected row: how far one has seen
/// of that is not kept.
fn list(screen: &vt100::Screen) -> Vec<String> {
    let mut rows = rows(screen);
    let rule = rows.iter().position(|row| row.starts_with("──"));
    rows.truncate(rule.unwrap_or(rows.len()));
    rows
}

/// Types one after the other, each when the screen before has come to rest.
fn type_all(pty: &mut Pty, keys: &[&str]) {
    for keys in keys {
        pty.send(keys);
        pty.until_read();
        while !pty.listen(Duration::from_millis(120)).is_empty() {}
    }
}

/// Waits until the file of the place has not been written for longer than the program
/// takes between two writings.
#[track_caller]
fn until_kept(case: &Case) {
    let end = Instant::now() + DEADLINE;
    let age = || {
        fs::metadata(places(case))
            .ok()?
            .modified()
            .ok()?
            .elapsed()
            .ok()
    };
    while age().is_none_or(|age| age < Duration::from_millis(1_300)) {
        assert!(Instant::now() < end, "the place is written on and on");
        std::thread::yield_now();
    }
}

#[test]
fn a_killed_program_comes_back_to_the_same_screen() {
    let case = articles();
    let mut pty = open(&case);
    type_all(&mut pty, &["/report\r", "jjjjjj", "\r", "  ", "]"]);
    let before = rows(pty.screen());
    let quote = before.iter().find(|row| row.contains("▎")).cloned();
    assert!(quote.is_some(), "{before:?}");
    until_kept(&case);
    pty.signal(Signal::KILL);
    let mut again = Pty::run(&command(&case), 80, 24);
    again.until("the same screen", |screen| rows(screen) == before);
}

#[test]
fn every_way_out_keeps_every_screen() {
    let case = articles();
    let scripts: [(&[&str], Option<Signal>); 9] = [
        (&["\x1b\x1b1", "/quay\r", "jjj"], Some(Signal::TERM)),
        (&["2", "/plank\r", "jj", "S"], Some(Signal::HUP)),
        (&["3", "j"], None),
        (&["\r", "jj"], Some(Signal::TERM)),
        (&["1", "c", "jc", "4", "j"], None),
        (&["5", "j"], None),
        (&["1", "ajaja", "6", "j"], Some(Signal::INT)),
        (&["f", "plank", "\x1b[B\x1b[B"], Some(Signal::TERM)),
        (&["\x1b", "1", "z", "/quay"], Some(Signal::TERM)),
    ];
    for (keys, signal) in scripts {
        let mut pty = open(&case);
        while !pty.listen(Duration::from_millis(200)).is_empty() {}
        type_all(&mut pty, keys);
        let before = list(pty.screen());
        match signal {
            Some(signal) => pty.signal(signal),
            None => pty.send("Q"),
        }
        pty.until_ended();
        let mut again = Pty::run(&command(&case), 80, 24);
        again.until(&format!("{keys:?}\n{}\n", before.join("\n")), |screen| {
            list(screen) == before
        });
        again.signal(Signal::TERM);
        again.until_ended();
    }
}

#[test]
fn at_another_width_one_comes_back_to_the_same_words() {
    let case = articles();
    let mut pty = open(&case);
    type_all(&mut pty, &["jj", "\r", "   "]);
    // The first whole paragraph on the screen.
    let contents = pty.screen().contents();
    let hour = contents.split("in hour ").nth(1).unwrap();
    let hour: String = hour.chars().take_while(char::is_ascii_digit).collect();
    pty.send("Q");
    pty.until_ended();
    for (columns, rows) in [(44, 14), (160, 40), (120, 30), (80, 24)] {
        let mut again = Pty::run(&command(&case), columns, rows);
        let words = format!("hour {hour}");
        again.until(&format!("{words} at {columns}"), |screen| {
            let shown = screen.contents();
            let flat: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            flat.contains(&words)
        });
        again.send("Q");
        again.until_ended();
    }
}

#[test]
fn a_query_and_the_settings_say_where_one_begins() {
    let case = articles();
    let mut pty = open(&case);
    type_all(&mut pty, &["3", "j"]);
    pty.send("Q");
    pty.until_ended();
    let mut narrowed = command(&case);
    narrowed.args(["--query", "007"]);
    let mut pty = Pty::run(&narrowed, 80, 24);
    pty.until("one article", |screen| screen.contents().contains("1/30"));
    pty.signal(Signal::TERM);
    pty.until_ended();
    let case = case.file(SETTINGS, "[ui]\nstart = \"quotes\"\n");
    let mut pty = Pty::run(&command(&case), 80, 24);
    pty.until("the quotes", |screen| {
        let shown = screen.contents();
        shown.contains("Plank") && !shown.contains("007")
    });
}

#[test]
fn what_was_searched_is_found_again_after_a_restart() {
    let case = articles();
    let mut pty = open(&case);
    type_all(
        &mut pty,
        &["f", "plank", "\x1b", "/quay\r", "\x1b", "/report\r", "\x1b"],
    );
    pty.send("Q");
    pty.until_ended();
    let file = case.path().join(STATE).join("history");
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        "f plank\n/ quay\n/ report\n"
    );
    for file in [file, places(&case)] {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file:?}");
    }
    let mut pty = open(&case);
    type_all(&mut pty, &["/", "\x1b[A"]);
    pty.until("the last query", |screen| {
        screen.contents().contains("/report")
    });
    type_all(&mut pty, &["\x15", "ua", "\x12"]);
    pty.until("the one that holds it", |screen| {
        screen.contents().contains("/quay")
    });
    type_all(&mut pty, &["\x1b", "\x1b", "'"]);
    pty.until("the finder", |screen| screen.contents().contains("plank"));
}

fn places(case: &Case) -> PathBuf {
    let mut files = fs::read_dir(case.path().join(STATE).join("places")).unwrap();
    files.next().unwrap().unwrap().path()
}

#[test]
fn no_history_is_kept_by_whoever_wants_none() {
    let case = articles().file(SETTINGS, "[search]\nhistory = false\n");
    let mut pty = open(&case);
    type_all(&mut pty, &["/quay\r"]);
    pty.send("Q");
    pty.until_ended();
    assert!(!case.path().join(STATE).join("history").exists());
}
