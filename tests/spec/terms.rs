//! Promises to each kind of terminal: it gets no sequence that it does not know.

use std::time::Duration;

use vte::{Params, Parser, Perform};

use crate::case::Case;
use crate::pty::Pty;
use crate::wire::forbidden;

/// Every sequence that is sent, as a word each: `?1049`, `8`, `K`, `38`.
#[derive(Default)]
struct Sent(Vec<String>);

impl Perform for Sent {
    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], _: bool, action: char) {
        let numbers = params.iter().flatten();
        match (intermediates, action) {
            (b"?", _) => self.0.extend(numbers.map(|mode| format!("?{mode}"))),
            (_, 'm') => self.0.extend(numbers.map(|number| format!("m{number}"))),
            _ => self.0.push(action.to_string()),
        }
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _: bool) {
        let first = params.first().copied().unwrap_or_default();
        self.0
            .push(format!("OSC{}", String::from_utf8_lossy(first)));
    }

    fn hook(&mut self, _: &Params, _: &[u8], _: bool, _: char) {
        self.0.push("DCS".to_owned());
    }
}

pub fn sent(bytes: &[u8]) -> Vec<String> {
    let mut sent = Sent::default();
    Parser::new().advance(&mut sent, bytes);
    sent.0.sort();
    sent.0.dedup();
    sent.0
}

/// An article with an address and a quote.
fn case() -> Case {
    let article = r#"{"title": "Quay repaired", "source": "Port Echo", "date": "2026-03-02",
        "url": "https://echo.example/quay", "text": "The quay is whole.\n\n“It holds,” said Ines Falk, the harbour master.\n\nRain is expected."}"#;
    let second = "Gulls return\n\n1 March 2026\n\n“They are loud,” said Odo Brand.\n";
    Case::new()
        .file("press/quay.json", article)
        .file("press/gulls.txt", second)
}

/// Plays a session on a terminal of this name and gives it when it has ended.
#[track_caller]
fn play(term: &str, set: &[(&str, &str)]) -> Pty {
    let case = case();
    let mut command = case.command();
    command.arg("press").env("TERM", term);
    for (name, value) in set {
        command.env(name, value);
    }
    let mut pty = Pty::run(&command, 80, 24);
    pty.until_printed(" added");
    for keys in [
        "j", "k", "\r", "]", "yy", "q", "f", "quay", "\x1b", "?", "\x1b",
    ] {
        pty.send(keys);
        pty.until_read();
        // Over SSH a lone Esc waits for the rest of a key.
        pty.listen(Duration::from_millis(if keys == "\x1b" { 100 } else { 30 }));
    }
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0, "{term}");
    assert_eq!(pty.left_behind(), Vec::<String>::new(), "{term}");
    pty
}

#[track_caller]
fn check(term: &str, set: &[(&str, &str)], expected: &[&str], never: &[&str]) {
    let pty = play(term, set);
    assert_eq!(forbidden(&pty.bytes), Vec::<String>::new(), "{term}");
    let sent = sent(&pty.bytes);
    for sequence in expected {
        assert!(
            sent.iter().any(|one| one == sequence),
            "{term}: no {sequence} in {sent:?}"
        );
    }
    for sequence in never {
        assert!(
            sent.iter().all(|one| one != sequence),
            "{term}: {sequence} in {sent:?}"
        );
    }
}

#[test]
fn terminals_of_today_get_all() {
    let all = [
        "?1049", "?2004", "?2026", "?25", "?1000", "?1002", "?1006", "OSC52", "OSC8",
    ];
    check("xterm-256color", &[], &all, &["DCS", "?1003", "?1015"]);
    check(
        "tmux-256color",
        &[("TMUX", "/tmp/none,1,0")],
        &all,
        &["DCS"],
    );
}

#[test]
fn over_ssh_the_mouse_is_the_terminals() {
    let mouse = ["?1000", "?1002", "?1006"];
    check(
        "xterm-256color",
        &[("SSH_TTY", "/dev/pts/9")],
        &["OSC52"],
        &mouse,
    );
}

#[test]
fn gnu_screen_gets_copies_in_pieces_and_no_links() {
    let pty = play("screen", &[("STY", "1.x")]);
    let bytes = String::from_utf8_lossy(&pty.bytes).into_owned();
    assert!(bytes.contains("\x1bP\x1b]52;c;"), "no copy in pieces");
    for never in ["?2026", "OSC8"] {
        assert!(sent(&pty.bytes).iter().all(|one| one != never), "{never}");
    }
}

#[test]
fn a_terminal_of_an_unknown_name_gets_no_strings() {
    check(
        "ansi-of-tomorrow",
        &[],
        &["?1049", "?25"],
        &["OSC52", "OSC8", "DCS"],
    );
}

#[test]
fn the_console_of_linux_gets_what_it_knows() {
    let never = [
        "?1049", "?2004", "?2026", "?1000", "?1002", "?1006", "OSC52", "OSC8", "DCS", "m38", "m48",
    ];
    check("linux", &[], &["?25"], &never);
}

#[test]
fn a_vt100_gets_four_attributes_and_its_prompt_below_the_picture() {
    let never = [
        "?1049", "?2004", "?2026", "?25", "?1000", "OSC52", "OSC8", "DCS", "L", "M", "r", "m22",
        "m24", "m27", "m30", "m32", "m36", "m39",
    ];
    let pty = play("vt100", &[]);
    let sent = sent(&pty.bytes);
    for sequence in never {
        assert!(
            sent.iter().all(|one| one != sequence),
            "{sequence} in {sent:?}"
        );
    }
    assert!(
        pty.screen().contents().contains("Quay repaired"),
        "the picture stays"
    );
    assert_eq!(pty.screen().cursor_position(), (23, 0));
}

#[test]
fn what_is_copied_there_is_in_the_file_and_told_so() {
    let case = case();
    let mut command = case.command();
    command.arg("press").env("TERM", "linux");
    let mut pty = Pty::run(&command, 100, 24);
    pty.until_printed("It holds");
    pty.send("]yq");
    pty.until_printed("written to ");
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    let file = case.path().join("home/.local/state/pullquote/copied.txt");
    let copied = std::fs::read_to_string(file).unwrap();
    assert!(
        copied.contains("It holds") || copied.contains("They are loud"),
        "{copied}"
    );
}

#[test]
fn settings_of_the_terminal_are_followed() {
    let case = case().file(
        "home/.config/pullquote/config.toml",
        "[terminal]\nsync = \"off\"\nscroll = \"off\"\nlinks = \"off\"\npaste = false\nclipboard = \"file\"\n[ui]\nmouse = \"off\"\n",
    );
    let mut command = case.command();
    command.arg("press");
    let mut pty = Pty::run(&command, 80, 24);
    pty.until_printed("It holds");
    pty.send("]yq");
    pty.until_printed("written to ");
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    let sent = sent(&pty.bytes);
    for never in ["?2026", "?2004", "?1000", "OSC8", "OSC52", "L", "M", "r"] {
        assert!(sent.iter().all(|one| one != never), "{never} in {sent:?}");
    }
}

#[test]
fn what_was_copied_is_shown_bare_until_a_key() {
    let case = case();
    let mut command = case.command();
    command.arg("press");
    let mut pty = Pty::run(&command, 80, 24);
    pty.until_printed("It holds");
    pty.send("]yq");
    pty.until("the copy is told", |screen| {
        screen.contents().contains("OSC 52")
    });
    pty.send(":show-cop\r");
    pty.until_printed("(any key leads back)");
    let bare = pty.screen().contents();
    assert!(!pty.screen().alternate_screen());
    assert!(
        bare.contains("They are loud") || bare.contains("It holds"),
        "{bare}"
    );
    assert!(!bare.contains('─') && !bare.contains("Articles"), "{bare}");
    pty.send("x");
    pty.until("the list is back", |screen| {
        screen.alternate_screen() && screen.contents().contains("Articles")
    });
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    assert_eq!(pty.left_behind(), Vec::<String>::new());
}

#[test]
fn a_link_is_the_stored_address_made_safe() {
    let case = case().file(
        "press/odd.json",
        r#"{"title": "Odd address", "source": "Echo", "date": "2026-03-09", "url": "https://echo.example/\u001b]52;c;eA==\u0007é", "text": "One line.\n\n“Two,” said Ada Bo."}"#,
    );
    let mut command = case.command();
    command.arg("press");
    let mut pty = Pty::run(&command, 80, 24);
    pty.until_printed("One line.");
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    assert_eq!(forbidden(&pty.bytes), Vec::<String>::new());
    let bytes = String::from_utf8_lossy(&pty.bytes);
    let safe = ";https://echo.example/%1B]52;c;eA==%07%C3%A9\x1b\\";
    assert!(bytes.contains(safe), "the link is not there");
}
