//! Promises to the terminal: it is asked nothing, left as it was, and never
//! written to without need.

use std::process::Command;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::case::Case;
use crate::pty::Pty;
use crate::wire::forbidden;

/// The promise is a second; a machine under load is given some more.
const SOON: Duration = Duration::from_secs(4);

/// A folder with so many articles.
fn articles(count: usize) -> Case {
    (0..count).fold(Case::new(), |case, n| {
        let text = format!(
            "Harbour report {n:03}\n\n{} March 2026\n\n“The boats are in, number {n},” \
             harbour master Ines Falk said on Monday.\n\nThe quay was repaired last year.\n",
            1 + n % 28,
        );
        case.file(&format!("press/{n:03}.txt"), text)
    })
}

fn command(case: &Case, arguments: &[&str]) -> Command {
    let mut command = case.command();
    command.arg("press").args(arguments);
    command
}

/// The interface on `case`, once the articles are there.
#[track_caller]
fn open(case: &Case, arguments: &[&str]) -> Pty {
    let mut pty = Pty::run(&command(case, arguments), 80, 24);
    pty.until("what the import did", is_ready);
    pty
}

/// Whether the first article is selected and the import has said what it did.
fn is_ready(screen: &vt100::Screen) -> bool {
    let contents = screen.contents();
    selected(screen).is_some()
        && (contents.contains(" added") || contents.contains(" already there"))
}

/// The number in the headline of the selected row.
fn selected(screen: &vt100::Screen) -> Option<String> {
    let rows = screen.contents();
    let row = rows
        .lines()
        .find(|row| row.trim_start_matches('│').starts_with('>'))?;
    let (_, number) = row.split_once("Harbour report ")?;
    Some(number.chars().take(3).collect())
}

/// The rows of a screen; whether a blank was printed or erased does not matter.
fn text(screen: &vt100::Screen) -> Vec<String> {
    let contents = screen.contents();
    contents
        .lines()
        .map(|row| row.trim_end().to_owned())
        .collect()
}

/// The numbers of all articles in list order: newest first, then by name.
fn in_list_order(case: &Case) -> Vec<String> {
    let output = command(case, &[]).output().unwrap();
    let listed = String::from_utf8(output.stdout).unwrap();
    let headlines = listed
        .lines()
        .filter_map(|line| line.split_once("Harbour report "));
    headlines
        .map(|(_, number)| number.chars().take(3).collect())
        .collect()
}

#[test]
fn a_session_with_a_stop_in_it_asks_the_terminal_nothing() {
    let case = articles(30);
    let mut pty = open(&case, &[]);
    for keys in [
        "jjj", "\r", " ", "q", "f", "quay", "\x1b", "?", "\x1b", ":", "\x1b", "yy", "\x0c",
    ] {
        pty.send(keys);
        pty.until_read();
        pty.listen(Duration::from_millis(20));
    }
    pty.send("\x1a");
    pty.until_stopped();
    pty.signal(Signal::CONT);
    pty.until("the list is back", |screen| {
        screen.alternate_screen() && selected(screen).is_some()
    });
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    assert_eq!(forbidden(&pty.bytes), Vec::<String>::new());
}

#[test]
fn a_new_folder_opens_narrowed_by_the_query() {
    let case = articles(12);
    let mut pty = Pty::run(&command(&case, &["--query", "007"]), 80, 24);
    pty.until("one article of all", |screen| {
        screen.contents().contains("Articles 1/12  /007")
    });
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
}

#[test]
fn a_locale_without_utf_8_gets_ascii_alone() {
    let case = articles(3).file(
        "press/b.txt",
        "Café «Été»\n\n1 April 2026\n\n„Ja“, sagte Ina.\n",
    );
    let mut command = command(&case, &[]);
    command.env("LC_ALL", "C");
    let mut pty = Pty::run(&command, 120, 30);
    pty.until("the headline in plain letters", |screen| {
        screen.contents().contains("Cafe \"Ete\"")
    });
    pty.send("\r");
    pty.until_read();
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    assert!(pty.bytes.is_ascii());
    let shown = String::from_utf8_lossy(&pty.bytes);
    assert!(
        shown.contains("+-") && shown.contains("--+"),
        "frames are plain too"
    );
}

#[test]
fn every_way_out_leaves_the_terminal_as_it_was() {
    let case = articles(3);
    let ways: [(&[&str], &str, Option<Signal>, i32); 9] = [
        (&[], "q", None, 0),
        (&[], "Q", None, 0),
        (&[], "\x03", None, 0),
        (&["--panic-after", "2"], "jj", None, 101),
        (&["--panic-after", "1", "--panic-in-worker"], "j", None, 101),
        (&[], "", Some(Signal::TERM), 143),
        (&[], "", Some(Signal::INT), 130),
        (&[], "", Some(Signal::HUP), 129),
        (&[], "", Some(Signal::QUIT), 131),
    ];
    for (arguments, keys, signal, code) in ways {
        let mut pty = open(&case, arguments);
        pty.send(keys);
        if let Some(signal) = signal {
            pty.signal(signal);
        }
        let way = format!("{arguments:?} {keys:?} {signal:?}");
        assert_eq!(pty.until_ended(), code, "{way}");
        assert_eq!(pty.left_behind(), Vec::<String>::new(), "{way}");
        assert_eq!(forbidden(&pty.bytes), Vec::<String>::new(), "{way}");
    }
}

#[test]
fn what_was_decided_right_before_the_end_is_kept() {
    let case = articles(3);
    for (keys, signal, code) in [("aq", None, 0), ("a", Some(Signal::HUP), 129)] {
        let mut pty = open(&case, &[]);
        let libraries = case.path().join("home/.local/share/pullquote/folders");
        let mut files = std::fs::read_dir(libraries).unwrap();
        let is_library = |path: &std::path::PathBuf| path.extension().is_some_and(|e| e == "db");
        let library = files.find_map(|file| Some(file.unwrap().path()).filter(is_library));
        let holder = rusqlite::Connection::open(library.unwrap()).unwrap();
        // Another process holds the library while the person decides and leaves.
        holder.execute_batch("BEGIN IMMEDIATE").unwrap();
        pty.send(keys);
        pty.until_read();
        if let Some(signal) = signal {
            pty.signal(signal);
        }
        pty.until_left();
        holder.execute_batch("ROLLBACK").unwrap();
        assert_eq!(pty.until_ended(), code);
        let picked = "SELECT count(*) FROM mark WHERE what = 'picked'";
        let picked: i64 = holder.query_row(picked, [], |row| row.get(0)).unwrap();
        assert_eq!(picked, 1, "{keys}");
        holder.execute_batch("DELETE FROM mark").unwrap();
    }
}

#[test]
fn a_panic_says_where_its_report_is_after_the_terminal_was_put_back() {
    let case = articles(1);
    let mut pty = open(&case, &["--panic-after", "1"]);
    pty.send("j");
    assert_eq!(pty.until_ended(), 101);
    let report = case.path().join("home/.local/state/pullquote/panic.txt");
    let line = format!("the report is in {}", report.display());
    let screen = pty.screen().contents().replace('\n', "");
    assert!(
        !pty.screen().alternate_screen() && screen.contains(&line),
        "{screen}"
    );
    let report = std::fs::read_to_string(report).unwrap();
    assert!(report.contains("asked for by --panic-after"), "{report}");
}

#[test]
fn an_error_at_the_start_does_not_touch_the_terminal() {
    let case = articles(1);
    let mut pty = Pty::run(&command(&case, &["--library", "press"]), 80, 24);
    assert_eq!(pty.until_ended(), 2);
    assert_eq!(pty.left_behind(), Vec::<String>::new());
    assert!(
        !pty.bytes.contains(&0x1b),
        "{:?}",
        String::from_utf8_lossy(&pty.bytes)
    );
}

#[test]
fn a_vanished_terminal_ends_the_program_at_once() {
    let case = articles(3);
    let ways = [
        ("exec \"$0\" press", 129),
        ("trap '' HUP; exec \"$0\" press", 129),
    ];
    for (script, code) in ways {
        let mut shell = case.command();
        let program = shell.get_program().to_owned();
        shell = in_shell(&case, script, &program);
        let mut pty = Pty::run(&shell, 80, 24);
        pty.until("what the import did", is_ready);
        let before = pty.processor_time();
        let start = Instant::now();
        let orphan = pty.vanish();
        let used = orphan.processor_time() - before;
        let took = start.elapsed();
        assert_eq!(orphan.exit_code(), code, "{script}");
        assert!(used < 10, "{script}: {used}0 ms of processor time");
        assert!(took < SOON, "{script}: {took:?}");
    }
}

#[test]
fn a_vanished_terminal_ends_the_program_under_a_shell_that_traps_the_signal() {
    let case = articles(3);
    let program = case.command().get_program().to_owned();
    let script = "trap : HUP; \"$0\" press; echo $? > status; exit 7";
    let mut pty = Pty::run(&in_shell(&case, script, &program), 80, 24);
    pty.until("what the import did", is_ready);
    let start = Instant::now();
    assert_eq!(pty.vanish().exit_code(), 7);
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert_eq!(
        std::fs::read_to_string(case.path().join("status")).unwrap(),
        "129\n"
    );
}

fn in_shell(case: &Case, script: &str, program: &std::ffi::OsStr) -> Command {
    let ours = case.command();
    let mut shell = Command::new("/bin/sh");
    shell
        .args(["-c", script])
        .arg(program)
        .current_dir(case.path())
        .env_clear();
    for (name, value) in ours.get_envs() {
        shell.envs(value.map(|value| (name, value)));
    }
    shell
}

#[test]
fn a_terminal_that_takes_nothing_does_not_keep_the_program_from_ending() {
    let case = articles(100);
    let mut pty = Pty::run(&command(&case, &[]), 400, 300);
    pty.until("what the import did", is_ready);
    for _ in 0..60 {
        pty.send("\x0c");
        pty.until_read();
    }
    let start = Instant::now();
    pty.signal(Signal::TERM);
    assert_eq!(pty.exit_code(), 143);
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_continuing_draws_the_same_screen() {
    let case = articles(10);
    let mut pty = open(&case, &[]);
    pty.send("jj");
    pty.shows("number 7,");
    for stop in [None, Some(Signal::TSTP)] {
        let before = text(pty.screen());
        match stop {
            Some(signal) => pty.signal(signal),
            None => pty.send("\x1a"),
        }
        pty.until_stopped();
        assert_eq!(pty.left_behind(), Vec::<String>::new());
        pty.signal(Signal::CONT);
        pty.until("the same screen", |screen| text(screen) == before);
        assert!(pty.screen().alternate_screen() && pty.screen().bracketed_paste());
    }
}

#[test]
fn a_start_in_the_background_touches_the_terminal_only_in_the_foreground() {
    let case = articles(3);
    let program = case.command().get_program().to_owned();
    let script = "set -m; \"$0\" press & \
        until grep -q 'State:.*T' /proc/$!/status; do :; done; \
        echo stopped; read go; fg >/dev/null; echo \"ended $?\"";
    let mut pty = Pty::run(&in_shell(&case, script, &program), 80, 24);
    pty.until_printed("stopped");
    assert!(
        !pty.bytes.contains(&0x1b),
        "{:?}",
        String::from_utf8_lossy(&pty.bytes)
    );
    pty.send("\n");
    pty.until("what the import did", is_ready);
    pty.send("Q");
    pty.until_printed("ended 0");
    assert_eq!(pty.until_ended(), 0);
    assert_eq!(pty.left_behind(), Vec::<String>::new());
}

#[test]
fn idle_is_silent_and_what_changes_nothing_writes_nothing() {
    let case = articles(3);
    let mut pty = open(&case, &[]);
    pty.send("\x1b");
    pty.until_read();
    pty.listen(Duration::from_secs(1));
    assert_eq!(pty.listen(Duration::from_secs(3)), b"");
    // A key without effect, and late answers to programs that ran before.
    for keys in [
        "\x1b",
        "\x1b[>0;276;0c",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        "\x1b[1;1R",
    ] {
        pty.send(keys);
        pty.until_read();
        assert_eq!(pty.listen(Duration::from_millis(400)), b"", "{keys:?}");
    }
}

#[test]
fn waiting_keys_are_taken_before_a_frame_is_drawn() {
    let case = articles(120);
    let order = in_list_order(&case);
    let mut pty = open(&case, &[]);
    let before = pty.frames();
    pty.send("jjjj".repeat(25) + &"jk".repeat(50));
    pty.until("row 101", |screen| {
        selected(screen).as_ref() == Some(&order[100])
    });
    let frames = pty.frames() - before;
    assert!(frames < 20, "{frames} frames");
}

#[test]
fn keys_typed_ahead_wait_for_the_rows_they_are_for() {
    let case = articles(60);
    let mut pty = open(&case, &[]);
    pty.send("2jja3");
    pty.until("the third quote is in the basket", |screen| {
        let words = screen.contents();
        words.contains("Actors") && words.contains("into the basket: “The boats")
    });
    pty.send("6");
    pty.shows("Basket 1");
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
}

#[test]
fn a_key_that_the_network_cut_in_two_is_that_key() {
    let case = articles(5);
    let order = in_list_order(&case);
    let mut pty = open(&case, &["--escape-ms", "20000"]);
    pty.send("jj");
    pty.until("the third row", |screen| {
        selected(screen).as_ref() == Some(&order[2])
    });
    pty.send("\x1b");
    pty.until_read();
    pty.send("[A");
    pty.until("the second row", |screen| {
        selected(screen).as_ref() == Some(&order[1])
    });
}

#[test]
fn a_storm_of_sizes_ends_with_the_right_screen() {
    let case = articles(40);
    let order = in_list_order(&case);
    let mut pty = open(&case, &[]);
    pty.send("jjjjj");
    pty.until("the sixth row and its text", |screen| {
        let text = format!("number {},", order[5].trim_start_matches('0'));
        selected(screen).as_ref() == Some(&order[5]) && screen.contents().contains(&text)
    });
    let before = text(pty.screen());
    for (columns, rows) in (1..60).map(|n| (n * 37 % 300 + 1, n * 53 % 120 + 1)) {
        pty.resize(columns, rows);
        if columns % 7 == 0 {
            pty.until_read();
        }
    }
    pty.resize(1, 1);
    pty.resize(1000, 500);
    pty.resize(80, 24);
    pty.until("the same screen", |screen| text(screen) == before);
}
