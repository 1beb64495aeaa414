//! Promises about the clipboard: what is pasted from it, and who gets what is copied.

use crate::case::Case;
use crate::pty::Pty;

fn case() -> Case {
    Case::new().file(
        "press/quay.txt",
        "Quay repaired\n\n2 March 2026\n\n“It holds,” said Ines Falk.\n",
    )
}

#[test]
fn a_paste_is_ignored_in_a_list_and_text_in_an_input() {
    let case = case();
    let mut command = case.command();
    command.arg("press");
    let mut pty = Pty::run(&command, 80, 24);
    pty.until_printed("It holds");
    pty.until_printed(" added");
    let pasted = "\x1b[200~q\nQ\n:quit\n\x1b[201~";
    pty.send(pasted);
    pty.until_read();
    pty.send("/");
    pty.until("the input", |screen| !screen.hide_cursor());
    pty.send(pasted);
    pty.shows("q Q :quit");
    pty.send("\x1b");
    pty.until_read();
    pty.until("the list", |screen| {
        !screen.contents().contains("q Q :quit")
    });
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    assert_eq!(pty.left_behind(), Vec::<String>::new());
}

/// A tool for the clipboard that keeps what it gets in a file, in a folder of its own.
fn with_tool(name: &str, script: &str) -> Case {
    use std::os::unix::fs::PermissionsExt;
    let case = case().file(&format!("tools/{name}"), script);
    let tool = case.path().join("tools").join(name);
    std::fs::set_permissions(tool, std::fs::Permissions::from_mode(0o755)).unwrap();
    case
}

fn copying(case: &Case, set: &[(&str, &str)]) -> Pty {
    let tools = case.path().join("tools");
    let mut command = case.command();
    command
        .arg("press")
        .env("PATH", format!("{}:/usr/bin:/bin", tools.display()))
        .env("TAKEN", case.path().join("taken"));
    for (name, value) in set {
        command.env(name, value);
    }
    let mut pty = Pty::run(&command, 120, 24);
    pty.until_printed("It holds");
    pty.until_printed(" added");
    pty.send("]yq");
    pty
}

#[test]
fn in_a_local_session_a_tool_of_the_desktop_gets_the_copy() {
    let takes = "#!/bin/sh\ncat > \"$TAKEN\"\n";
    for (tool, set) in [
        ("wl-copy", [("WAYLAND_DISPLAY", "wayland-0")]),
        ("xsel", [("DISPLAY", ":0")]),
    ] {
        let case = with_tool(tool, takes);
        let mut pty = copying(&case, &set);
        pty.shows(&format!("copied by {tool}"));
        let taken = std::fs::read_to_string(case.path().join("taken")).unwrap();
        assert!(taken.contains("It holds"), "{tool}: {taken}");
        pty.send("Q");
        assert_eq!(pty.until_ended(), 0);
    }
}

#[test]
fn over_ssh_no_tool_of_the_wrong_machine_is_asked() {
    let case = with_tool("wl-copy", "#!/bin/sh\ncat > \"$TAKEN\"\n");
    let set = [("WAYLAND_DISPLAY", "wayland-0"), ("SSH_TTY", "/dev/pts/9")];
    let mut pty = copying(&case, &set);
    pty.shows("OSC 52");
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    assert!(!case.path().join("taken").exists());
}

#[test]
fn a_tool_that_fails_is_told_and_the_copy_is_not_lost() {
    let case = with_tool("wl-copy", "#!/bin/sh\nexit 3\n");
    let mut pty = copying(&case, &[("WAYLAND_DISPLAY", "wayland-0")]);
    pty.shows("wl-copy failed");
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    let kept = case.path().join("home/.local/state/pullquote/copied.txt");
    assert!(std::fs::read_to_string(kept).unwrap().contains("It holds"));
}
