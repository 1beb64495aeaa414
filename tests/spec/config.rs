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
