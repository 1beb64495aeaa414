//! What is copied, by which ways, and what is told of it.

use super::*;
use crate::config::Settings;
use std::fs;

fn of(way: Way, folder: Option<&Path>) -> Copier {
    Copier::of_terminal(way, folder)
}

#[track_caller]
fn check(text: &str, way: Way, expected: &str) {
    let copied = of(way, None).copy(text);
    assert_eq!(String::from_utf8_lossy(&copied.bytes), expected);
}

#[test]
fn a_copy_is_sent_plain_and_in_pieces_through_gnu_screen() {
    check("hello", Way::Plain, "\x1b]52;c;aGVsbG8=\x1b\\");
    check("hello", Way::Screen, "\x1bP\x1b]52;c;aGVsbG8=\x07\x1b\\");
    let long = of(Way::Screen, None).copy(&"a".repeat(600)).bytes;
    let pieces: Vec<_> = long.split(|&byte| byte == 0x07).collect();
    assert_eq!(pieces.len(), 2, "one end");
    assert_eq!(String::from_utf8_lossy(&long).matches("\x1bP").count(), 4);
}

#[test]
fn the_way_follows_the_environment() {
    let inside =
        |names: &'static [&str]| Way::detect(&|name| names.contains(&name).then(|| "1".to_owned()));
    assert_eq!(inside(&[]), Way::Plain);
    assert_eq!(inside(&["TMUX", "SSH_TTY"]), Way::Plain);
    assert_eq!(inside(&["STY"]), Way::Screen);
    assert_eq!(inside(&["STY", "TMUX"]), Way::Plain);
}

#[test]
fn control_characters_are_left_out_and_all_else_is_exact() {
    let text = "“One,”\n\the\u{202e}said\u{200b}. 한결";
    let copied = of(Way::Plain, None).copy(&format!("\u{1b}]52;c;?\u{7}{text}\r\u{9b}"));
    let expected = of(Way::Plain, None).copy(&format!("]52;c;?{text}"));
    assert_eq!(copied, expected);
    assert!(
        copied.message.ends_with("(OSC 52), 39 bytes"),
        "{}",
        copied.message
    );
}

#[test]
fn what_is_too_long_for_terminals_is_in_the_file_whole() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    for (length, is_sent) in [(LIMIT - 1, true), (LIMIT, true), (LIMIT + 1, false)] {
        let text = "x".repeat(length);
        let copied = of(Way::Plain, Some(&state)).copy(&text);
        assert_eq!(!copied.bytes.is_empty(), is_sent, "{length}");
        assert_eq!(
            copied.message.contains("copied.txt"),
            !is_sent,
            "{}",
            copied.message
        );
        let kept = fs::read_to_string(state.join("copied.txt")).unwrap();
        assert_eq!(copies(&kept).next(), Some(text.as_str()));
    }
    assert!(
        of(Way::Plain, None)
            .copy(&"x".repeat(LIMIT + 1))
            .message
            .starts_with("not copied")
    );
}

#[test]
fn the_file_keeps_the_last_copies_each_once_and_the_newest_first() {
    let folder = tempfile::tempdir().unwrap();
    let copier = of(Way::Plain, Some(folder.path()));
    (0..30).for_each(|nth| _ = copier.copy(&format!("copy\n{nth}\n")));
    copier.copy("copy\n25\n");
    let kept = fs::read_to_string(folder.path().join(FILE)).unwrap();
    let kept: Vec<&str> = copies(&kept).collect();
    assert_eq!(kept.len(), KEPT);
    assert_eq!(kept[..3], ["copy\n25\n", "copy\n29\n", "copy\n28\n"]);
    copier.copy(&"x".repeat(KEPT_BYTES + 1));
    copier.copy("last");
    let kept = fs::read_to_string(folder.path().join(FILE)).unwrap();
    assert_eq!(
        kept, "last",
        "what is too long is kept while it is the newest"
    );
}

#[test]
fn the_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    of(Way::Plain, Some(&state)).copy("one");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(
        (mode(&state), mode(&state.join("copied.txt"))),
        (0o700, 0o600)
    );
}

/// The ways on a terminal that can do all, by a setting and an environment.
fn ways(setting: &str, set: &'static [&str]) -> Copier {
    let settings = Settings::parse(&format!("[terminal]\nclipboard = \"{setting}\"")).0;
    let environment = |name: &str| set.contains(&name).then(|| "1".to_owned());
    Copier::detect(&settings.terminal, Abilities::ALL, &environment, None)
}

#[test]
fn tools_are_for_local_sessions_with_a_desktop_alone() {
    let check = |setting, set, terminal, tools: usize| {
        let ways = ways(setting, set);
        let mac = usize::from(cfg!(target_os = "macos") && !set.contains(&"SSH_TTY"));
        let expected = tools + if setting == "osc52" { 0 } else { mac };
        assert_eq!(
            (ways.way.is_some(), ways.tools.len()),
            (terminal, expected),
            "{set:?}"
        );
    };
    check("auto", &[], true, 0);
    check("auto", &["DISPLAY"], true, 2);
    check("auto", &["WAYLAND_DISPLAY", "DISPLAY"], true, 3);
    check("auto", &["DISPLAY", "SSH_TTY"], true, 0);
    check("auto", &["WAYLAND_DISPLAY", "SSH_CONNECTION"], true, 0);
    check("osc52", &["DISPLAY"], true, 0);
    check("tools", &["DISPLAY"], false, 2);
    check("tools", &["DISPLAY", "SSH_CLIENT"], false, 0);
    assert!(ways("off", &[]).copy("x").message.starts_with("not copied"));
}

#[test]
fn the_message_names_what_was_done() {
    let folder = tempfile::tempdir().unwrap();
    let file = Copier::of_file(Some(folder.path())).copy("one");
    assert!(file.message.starts_with("written to "), "{}", file.message);
    assert!(
        file.message.ends_with("copied.txt, 3 bytes"),
        "{}",
        file.message
    );
    assert!(file.bytes.is_empty());
    let missing = Copier::of_file(None).copy("one").message;
    assert_eq!(
        missing,
        "not copied: there is no clipboard and no file for it"
    );
}
