//! Promises about what a report of a fault tells, and about taking articles away.

use crate::case::Case;

const ARTICLE: &str = "Pier holds\n\n2 May 2026\n\n“It holds,” said Ina Falk.\n";

#[test]
fn a_report_tells_of_terminal_and_files_and_nothing_of_articles() {
    let ran = Case::new()
        .file("a.txt", ARTICLE)
        .run(["add", "a.txt"])
        .then()
        .run(["doctor"])
        .exits(0);
    let out = ran.out();
    for told in [
        "TERM                      xterm-256color",
        "CSI ? 2026 h/l",
        "~/.local/share/pullquote/library.db (file, 600, ",
        "~/.local/share/pullquote (folder, 700)",
        "articles                  1",
        "quotes                    1",
    ] {
        assert!(out.contains(told), "{told} is not in\n{out}");
    }
    for secret in ["Pier", "holds", "Falk", "a.txt", "answers of the terminal"] {
        assert!(!out.contains(secret), "{secret} is in\n{out}");
    }
}

#[test]
fn without_a_library_none_is_made_by_a_report() {
    let ran = Case::new().run(["doctor"]).exits(0);
    assert!(!ran.then().path().join("home/.local/share").exists());
}

#[test]
fn a_report_leaves_a_damaged_library_as_it_is() {
    let case = Case::new()
        .file("a.txt", ARTICLE)
        .run(["add", "a.txt"])
        .then();
    let file = case.path().join("home/.local/share/pullquote/library.db");
    let broken = vec![0x5a; 20_000];
    std::fs::write(&file, &broken).unwrap();
    let sign = file.with_extension("db.found-damaged");
    std::fs::write(&sign, "").unwrap();
    let ran = case.run(["doctor"]).exits(0);
    let told = ran.out();
    assert!(told.contains("library says"), "{told}");
    assert!(sign.exists());
    assert_eq!(std::fs::read(&file).unwrap(), broken);
}

#[test]
fn articles_are_removed_by_id_and_by_query_and_their_marks_stay() {
    let case = Case::new()
        .file("a.txt", ARTICLE)
        .file("b.txt", "Ferry waits\n\n“We wait,” said Jon Reiss.\n")
        .run(["add", "a.txt", "b.txt"])
        .then();
    let listed = case.run(["list"]);
    let case = listed.then();
    let ran = case.run(["search", "pier", "--format", "csv"]).exits(0);
    let out = ran.out();
    let at = out.find("b3:").expect("an id");
    let id: String = out[at..].chars().take(35).collect();
    ran.then()
        .run(["tag", "add", "water", &id])
        .then()
        .run(["remove", "--dry-run", "pier"])
        .prints_among("Pier holds")
        .complains("1 article would be removed; 1 of them marked by you")
        .exits(0)
        .then()
        .run(["remove", &id])
        .complains("1 article removed")
        .exits(0)
        .then()
        .run(["remove", "ferry"])
        .exits(0)
        .then()
        .run(["remove", "ferry"])
        .exits(1)
        .then()
        .run(["add", "a.txt"])
        .then()
        .run(["search", "tag:water"])
        .prints_among("Pier holds")
        .exits(0);
}

#[test]
fn a_mistyped_command_names_the_nearest_one() {
    Case::new()
        .run(["lst"])
        .complains(
            "lst: cannot be read (there is no such file or folder; is the command list meant?)",
        )
        .exits(2);
}

#[test]
fn shells_and_man_get_what_they_read() {
    for shell in ["bash", "zsh", "fish"] {
        Case::new()
            .run(["completions", shell])
            .prints_among("timeline")
            .exits(0);
    }
    let page = Case::new().run(["manual"]).exits(0).out();
    for part in [
        ".TH pullquote 1",
        ".SH \"PULLQUOTE TIMELINE\"",
        ".SS OPTIONS",
    ] {
        assert!(page.contains(part), "{part}");
    }
}
