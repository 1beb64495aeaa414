//! Promises to whoever has the screen read aloud, and to terminals without a cursor.

use crate::case::Case;
use crate::pty::Pty;
use crate::terms::sent;

fn case() -> Case {
    Case::new()
        .file(
            "press/quay.txt",
            "Quay repaired\n\n2 March 2026\n\n“It holds,” said Ines Falk.\n",
        )
        .file(
            "press/gulls.txt",
            "Gulls return\n\n1 March 2026\n\n“They are loud,” said Odo Brand.\n",
        )
}

#[test]
fn plain_is_asked_for_by_argument_environment_and_settings() {
    let asked = |arguments: &[&str], environment: Option<&str>, settings: &str| {
        let case = case().file("home/.config/pullquote/config.toml", settings);
        let mut command = case.command();
        command
            .args(arguments)
            .args(["--keys", "2", "--size", "90x12", "--screen", "press"]);
        if let Some(value) = environment {
            command.env("PULLQUOTE_PLAIN", value);
        }
        let screen = String::from_utf8(command.output().unwrap().stdout).unwrap();
        screen.contains("Speaker: Ines Falk") && screen.contains("1 of 2")
    };
    assert!(!asked(&[], None, ""));
    assert!(!asked(&[], Some("0"), ""));
    assert!(asked(&["--plain"], None, ""));
    assert!(asked(&[], Some("1"), ""));
    assert!(asked(&[], None, "[ui]\nmode = \"plain\"\n"));
}

#[test]
fn the_cursor_stands_on_the_selected_row_and_nothing_is_coloured_or_framed() {
    let case = case();
    let mut command = case.command();
    command.args(["--plain", "press"]);
    let mut pty = Pty::run(&command, 80, 24);
    pty.until_printed(" added");
    pty.send("j");
    pty.until("the cursor is on the second row", |screen| {
        screen.cursor_position() == (2, 0) && screen.contents().contains("2 of 2")
    });
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    let shown = String::from_utf8_lossy(&pty.bytes);
    assert!(!shown.contains(|c| matches!(c, '\u{2500}'..='\u{259f}')));
    let colours = |one: &String| one.len() == 3 && (one.starts_with("m3") || one.starts_with("m4"));
    let found: Vec<String> = sent(&pty.bytes).into_iter().filter(colours).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_terminal_without_a_cursor_is_talked_to_in_lines() {
    let case = case();
    let mut command = case.command();
    command.env("TERM", "dumb").arg("press");
    let mut pty = Pty::run(&command, 100, 40);
    pty.until_printed("list> ");
    assert!(pty.screen().contents().contains("  1 >Quay repaired"));
    pty.send("2\n");
    pty.until_printed("They are loud");
    pty.send("articles\n/quay\n");
    pty.until_printed("1/2");
    pty.send("fly\n");
    pty.until_printed("no command is called fly");
    pty.send("help\n");
    pty.until_printed("keys: every key and command");
    pty.send("quit\n");
    assert_eq!(pty.until_ended(), 0);
    assert!(!pty.bytes.contains(&0x1b), "no sequence at all");
}
