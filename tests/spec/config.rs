//! Promises about the file of settings.

use crate::case::Case;

const FILE: &str = "home/.config/pullquote/config.toml";

#[test]
fn what_cannot_be_used_is_said_with_its_line_and_what_to_write() {
    Case::new()
        .file(FILE, "[ui]\nhint = true\nframes = \"round\"\n")
        .run(["config", "check"])
        .complains("config.toml: line 2: nothing is known of ui.hint; is ui.hints meant?")
        .complains("config.toml: line 3: ui.frames must be one of \"auto\"")
        .exits(2);
}

#[test]
fn a_right_file_is_said_to_be_right_and_none_is_needed() {
    Case::new()
        .file(FILE, "[ui]\nhints = false\n")
        .run(["config", "check"])
        .prints_among("config.toml: everything in it can be used")
        .exits(0);
    Case::new()
        .run(["config", "check"])
        .prints_among("none is needed")
        .exits(0);
    Case::new()
        .run(["config", "path"])
        .prints_among("/.config/pullquote/config.toml\n")
        .exits(0);
}

#[test]
fn the_file_to_begin_with_changes_nothing() {
    let usual = Case::new().run(["config", "default"]).out();
    assert!(
        usual.contains("[ui]") && usual.contains("[cite]"),
        "{usual}"
    );
    Case::new()
        .file(FILE, usual)
        .run(["config", "check"])
        .prints_among("everything in it can be used")
        .exits(0);
}

#[test]
fn a_key_of_ones_own_works_and_is_named_everywhere() {
    let keys = "[keys.list]\n\"Ctrl-G\" = \"down\"\n\"n\" = \"find\"\n";
    let ran = Case::new()
        .file(FILE, keys)
        .file("press/a.txt", "One pier\n\n“Yes,” said Ina.\n")
        .file("press/b.txt", "Two piers\n\n“No,” said Ida.\n")
        .run(["press", "--keys", "Ctrl-G", "--screen"]);
    let out = ran.out();
    let rows: Vec<&str> = out.lines().filter(|row| row.contains("pier")).collect();
    assert!(rows[1].starts_with('>'), "{out}");
    assert!(
        out.lines()
            .last()
            .is_some_and(|hints| hints.contains("n find")),
        "{out}"
    );
    ran.then().run(["keys"]).prints_among("Ctrl-G").exits(0);
}

#[test]
fn a_key_that_cannot_be_is_said_with_its_line_and_what_to_write() {
    Case::new()
        .file(
            FILE,
            "[keys.lst]\n\"x\" = \"down\"\n[keys.list]\n\"x\" = \"dwn\"\n",
        )
        .run(["config", "check"])
        .complains("config.toml: line 2: there is no place lst; the places are list, text")
        .complains("config.toml: line 4: there is no command dwn; is down meant?")
        .exits(2);
}
