//! The program ended at any moment, on a full disk, twice on one library, cut off from
//! the network and from whoever reads what it prints.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::case::Case;
use crate::pty::Pty;

const LIBRARY: &str = "home/.local/share/pullquote/library.db";

/// Kills in each of the tests that kill.
const KILLS: u32 = 50;

fn articles(count: usize) -> Case {
    (0..count).fold(Case::new(), |case, n| {
        let text = format!(
            "Quay report {n:03}\n\n{} March 2026\n\n“The boats are in, number {n},” harbour \
             master Ines Falk said.\n\nThe quay was repaired last year.\n",
            1 + n % 28
        );
        case.file(&format!("press/{n:03}.txt"), text)
    })
}

fn ask(library: &Path, sql: &str) -> String {
    let connection = Connection::open(library).unwrap();
    connection
        .query_row(sql, [], |row| row.get::<_, rusqlite::types::Value>(0))
        .map(|value| format!("{value:?}"))
        .unwrap()
}

#[track_caller]
fn is_sound(library: &Path) {
    assert_eq!(ask(library, "PRAGMA integrity_check"), "Text(\"ok\")");
    // Killed before the tables were made: the next start makes them.
    if ask(library, "SELECT count(*) FROM sqlite_schema") == "Integer(0)" {
        return;
    }
    let counted = ask(library, "SELECT value FROM fact WHERE name = 'articles'");
    assert_eq!(counted, ask(library, "SELECT count(*) FROM article"));
}

/// Runs until it ends by itself or `moment` has come.
fn killed_at(command: &mut Command, moment: Duration) {
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let end = Instant::now() + moment;
    while Instant::now() < end && child.try_wait().unwrap().is_none() {
        thread::yield_now();
    }
    let _ = child.kill();
    child.wait().unwrap();
}

#[test]
fn an_import_killed_at_fifty_moments_leaves_a_sound_library_and_is_gone_on_with() {
    let case = articles(60);
    let library = case.path().join(LIBRARY);
    let mut add = case.command();
    add.args(["add", "press"]);
    let begun = Instant::now();
    killed_at(&mut add, Duration::from_secs(20));
    let whole = begun.elapsed();
    for moment in 0..KILLS {
        if moment % 5 == 0 {
            let _ = fs::remove_dir_all(library.parent().unwrap());
        }
        let mut add = case.command();
        add.args(["add", "press"]);
        killed_at(&mut add, whole * moment / KILLS);
        if library.exists() && fs::metadata(&library).unwrap().len() > 0 {
            is_sound(&library);
        }
    }
    let done = case.command().args(["add", "press"]).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    assert_eq!(ask(&library, "SELECT count(*) FROM article"), "Integer(60)");
}

#[test]
fn marks_that_were_told_as_done_outlive_a_kill_at_fifty_moments() {
    let case = articles(1);
    let library = case.path().join(LIBRARY);
    let run = |arguments: &[&str]| case.command().args(arguments).output().unwrap();
    run(&["add", "press"]);
    let listed = run(&["list", "--format", "csv"]);
    let listed = String::from_utf8(listed.stdout).unwrap();
    let at = listed.find("b3:").unwrap();
    let id = &listed[at..at + 35];
    let begun = Instant::now();
    assert!(run(&["tag", "add", "first", id]).status.success());
    let whole = begun.elapsed();
    let mut done = 1;
    for moment in 0..KILLS {
        let tag = format!("tag{moment}");
        let mut command = case.command();
        command
            .args(["tag", "add", &tag, id])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let end = Instant::now() + whole * moment / KILLS;
        let mut ended = None;
        while Instant::now() < end && ended.is_none() {
            ended = child.try_wait().unwrap();
            thread::yield_now();
        }
        let _ = child.kill();
        child.wait().unwrap();
        done += usize::from(ended.is_some_and(|status| status.success()));
    }
    is_sound(&library);
    let marks = ask(&library, "SELECT count(*) FROM mark WHERE what = 'tagged'");
    let marks: usize = marks
        .trim_matches(|c: char| !c.is_ascii_digit())
        .parse()
        .unwrap();
    assert!(marks >= done, "{marks} of {done}");
}

#[test]
fn where_no_file_can_grow_the_program_reads_and_says_what_to_do() {
    let case = articles(5);
    case.command().args(["add", "press"]).output().unwrap();
    let program = case.command().get_program().to_owned();
    for blocks in [0, 1, 8, 64] {
        let mut shell = Command::new("/bin/sh");
        shell
            .args([
                "-c",
                &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" list"),
            ])
            .arg(&program)
            .current_dir(case.path())
            .env_clear();
        for (name, value) in case.command().get_envs() {
            shell.envs(value.map(|value| (name, value)));
        }
        let shown = shell.output().unwrap();
        let out = String::from_utf8_lossy(&shown.stdout).into_owned();
        assert_eq!(out.matches("Quay report").count(), 5, "{blocks}: {shown:?}");
        if blocks < 8 {
            let err = String::from_utf8_lossy(&shown.stderr).into_owned();
            assert!(err.contains("make room on the disk"), "{blocks}: {err}");
        }
    }
    is_sound(&case.path().join(LIBRARY));
}

#[test]
fn two_programs_on_one_library_see_what_the_other_did() {
    let case = articles(3);
    let open = || {
        let mut command = case.command();
        command.arg("press");
        let mut pty = Pty::run(&command, 120, 30);
        pty.until("the articles", |screen| {
            screen.contents().contains("3 already there") || screen.contents().contains("3 added")
        });
        pty
    };
    let mut one = open();
    let mut other = open();
    one.send("a");
    one.shows("Basket (1)");
    other.send("j");
    other.send("a");
    other.shows("Basket (2)");
    one.send("R");
    one.shows("Basket (2)");
    // The one that writes last wins for what it writes, and for nothing else.
    one.send("a");
    one.shows("Basket (1)");
    other.send("R");
    other.shows("Basket (1)");
    fs::write(
        case.path().join("press/new.txt"),
        "Fourth pier\n\n30 March 2026\n\n“Yes,” said Ina Falk.\n",
    )
    .unwrap();
    one.send("R");
    one.shows("Fourth pier");
    other.send("R");
    other.shows("Fourth pier");
    for mut pty in [one, other] {
        pty.send("Q");
        assert_eq!(pty.until_ended(), 0);
    }
    let libraries = case.path().join("home/.local/share/pullquote/folders");
    let databases: Vec<PathBuf> = fs::read_dir(libraries)
        .unwrap()
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .collect();
    assert_eq!(databases.len(), 1);
    is_sound(&databases[0]);
}

#[test]
fn a_decision_that_waits_for_another_program_says_so_and_is_kept() {
    let case = articles(2);
    let mut command = case.command();
    command.arg("press");
    let mut pty = Pty::run(&command, 120, 30);
    pty.shows("2 added");
    let libraries = fs::read_dir(case.path().join("home/.local/share/pullquote/folders"));
    let paths = libraries.unwrap().flatten().map(|file| file.path());
    let library = paths.filter(|path| path.extension().is_some_and(|e| e == "db"));
    let holder = Connection::open(library.last().unwrap()).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.send("a");
    pty.shows("another program writes into the library");
    holder.execute_batch("ROLLBACK").unwrap();
    pty.shows("Basket (1)");
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
}

#[test]
fn whoever_stops_reading_ends_the_program_without_a_word() {
    let case = articles(400);
    case.command().args(["add", "press"]).output().unwrap();
    let mut child = case
        .command()
        .args(["quotes", "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The pipe is full before anybody reads; then the reader goes.
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().starts_with('{'));
    drop(lines);
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(said, "");
}

#[test]
fn nothing_is_fetched() {
    // A namespace without any network, where this machine lets us have one.
    let case = articles(2);
    let program = case.command().get_program().to_owned();
    let mut apart = Command::new("unshare");
    apart
        .args(["-r", "-n"])
        .arg(&program)
        .args(["press"])
        .current_dir(case.path())
        .env_clear();
    for (name, value) in case.command().get_envs() {
        apart.envs(value.map(|value| (name, value)));
    }
    let Ok(shown) = apart.output() else {
        return eprintln!("passed over: there is no unshare");
    };
    let said = String::from_utf8_lossy(&shown.stderr).into_owned();
    if said.contains("unshare") {
        return eprintln!("passed over: {said}");
    }
    let out = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert_eq!(out.matches("Quay report").count(), 2, "{said}");
}
