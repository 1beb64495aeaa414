//! Promises about text from strangers on the command line: in a terminal every
//! command prints harmless letters only, in a pipe the exact text.

use crate::case::Case;
use crate::pty::Pty;

/// Sets the title, clears the screen, writes the clipboard, turns the line round.
const ATTACK: &str = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{1b}]52;c;aGk=\u{1b}\\\u{202e}\u{2066}\u{200b}\u{90}q\u{9c}";

fn article() -> String {
    format!(
        "Talks {ATTACK} resume\n\nBy Ana {ATTACK} Ruiz | 14 August 2026\n\n\
         “We will {ATTACK} win,” said Mara {ATTACK} Kell, the envoy. Kell left at noon.\n"
    )
}

/// A name that attacks whoever lists the folder.
const NAME: &str = "talks\u{1b}]0;owned\u{7}\u{202e}\u{9b}2J.txt";

fn case() -> Case {
    Case::new()
        .file(NAME, article())
        .file("bad\u{1b}[2J.bin", b"\x00\x01\x02\x00\x03")
}

/// Runs a command in a terminal and gives what it wrote.
fn in_terminal(case: &Case, arguments: &[&str]) -> String {
    let mut command = case.command();
    command.args(arguments);
    let mut pty = Pty::run(&command, 100, 30);
    pty.until_ended();
    String::from_utf8(pty.bytes.clone()).unwrap()
}

/// What a terminal may take for more than a letter.
fn acts(c: char) -> bool {
    let lines = c == '\n' || c == '\r';
    let turns = matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (c.is_control() && !lines) || turns
}

#[track_caller]
fn check_harmless(what: &str, written: &str) {
    let acting: Vec<char> = written.chars().filter(|&c| acts(c)).collect();
    assert!(acting.is_empty(), "{what} wrote {acting:?} in {written:?}");
    assert!(
        !written.contains('\u{200b}') || written.starts_with('{'),
        "{what} hid a letter"
    );
}

#[test]
fn every_command_prints_harmless_letters_into_a_terminal() {
    let case = case();
    check_harmless(
        "add",
        &in_terminal(&case, &["add", "."]).replace("\rpullquote", "pullquote"),
    );
    let listed = case.command().args(["list"]).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let id = listed.split_whitespace().nth(1).unwrap();
    let shown = in_terminal(&case, &["show", id]);
    assert!(shown.contains("Talks"), "{shown:?}");
    check_harmless("show", &shown);
    for arguments in [
        &["parse", "."][..],
        &["parse", "--format", "json", "."],
        &["list"],
        &["list", "--format", "jsonl"],
        &["search", "talks"],
        &["search", "\u{1b}[2Jnothing\u{9b}:x"],
        &["show", "\u{1b}[2J"],
        &["parse", "\u{1b}[2J"],
        &["--\u{1b}[2J"],
        &["--help"],
        &["keys"],
    ] {
        check_harmless(&format!("{arguments:?}"), &in_terminal(&case, arguments));
    }
}

#[test]
fn a_pipe_gets_the_exact_text_and_json_gives_it_back() {
    let case = case();
    let id = case.run(["add", NAME]).exits(0).then().run(["list"]);
    let beginning = id.out().split_whitespace().nth(1).unwrap().to_owned();
    let shown = id.then().run(["show", &beginning]);
    assert!(
        shown.out().starts_with(article().trim_end()),
        "{:?}",
        shown.out()
    );
    let line = shown
        .then()
        .run(["show", "--format", "jsonl", &beginning])
        .out();
    assert!(!line.trim_end().chars().any(acts), "{line:?}");
    let object: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(object["text"], article().as_str());
}
