//! Promises about files that screens write: the columns of the command line, and never
//! over what is there.

use std::fs;

use crate::case::{Case, Ran};

const TALKS: &str = "Talks resume\n\n“We will win,” said Ada Brook. “And soon.”\n\n\
    Joan Pell said: “Nobody asked us.”\n";

/// A case with a library of one article.
fn case() -> Case {
    Case::new()
        .file("talks.txt", TALKS)
        .run(["--library", "mine.db", "add", "talks.txt"])
        .exits(0)
        .then()
}

fn keys(case: Case, keys: &str) -> Case {
    shown(case, keys).exits(0).then()
}

fn shown(case: Case, keys: &str) -> Ran {
    case.run([
        "--library",
        "mine.db",
        "--keys",
        keys,
        "--size",
        "80x24",
        "--screen",
    ])
}

/// The file that `keys` write holds what the command line prints.
#[track_caller]
fn check(pressed: &str, name: &str, command: &[&str]) {
    let case = keys(case(), pressed);
    let written = fs::read_to_string(case.path().join(name)).unwrap();
    let printed = case
        .run(["--library", "mine.db"].iter().chain(command).copied())
        .exits(0)
        .out();
    assert_eq!(written, printed, "{pressed}");
    assert!(!written.is_empty());
}

#[test]
fn a_list_in_a_file_is_what_the_command_line_prints() {
    check("2 s Enter", "quotes.csv", &["quotes", "--format", "csv"]);
    check(
        "2 s Tab Enter",
        "quotes.jsonl",
        &["quotes", "--format", "jsonl"],
    );
    check(
        "2 s Tab Tab Enter",
        "quotes.md",
        &["quotes", "--format", "md"],
    );
    check(
        "2 s Tab Tab Tab Enter",
        "quotes.md",
        &["quotes", "--format", "table"],
    );
    check("s Enter", "articles.csv", &["list", "--format", "csv"]);
    check(
        "2 s Tab Tab Tab Tab Tab Enter",
        "quotes.bib",
        &["quotes", "--format", "bibtex"],
    );
    check(
        "s Tab Tab Tab Tab Tab Tab Enter",
        "articles.json",
        &["list", "--format", "csl"],
    );
    check("3 s Enter", "actors.csv", &["actors", "--format", "csv"]);
    check(
        "3 s Tab Tab Enter",
        "actors.md",
        &["actors", "--format", "md"],
    );
    check(
        "2 / pell Enter s Enter",
        "quotes.csv",
        &["quotes", "pell", "--format", "csv"],
    );
    check(
        "5 / pell Enter [ [ s Enter",
        "timeline.csv",
        &[
            "timeline",
            "Joan Pell = by:pell",
            "--by",
            "day",
            "--format",
            "csv",
        ],
    );
}

#[test]
fn what_is_there_is_never_written_over_and_the_person_is_told_what_was_written() {
    let case = keys(case(), "2 s Enter");
    let out = shown(case, "2 s Enter")
        .prints_among("wrote 3 quotes to quotes-2.csv")
        .then();
    let written = |name: &str| fs::read_to_string(out.path().join(name)).unwrap();
    assert_eq!(written("quotes.csv"), written("quotes-2.csv"));
}

#[test]
fn marked_rows_are_written_as_the_list_has_them() {
    let case = keys(case(), "2 j x s Enter");
    let written = fs::read_to_string(case.path().join("quotes.csv")).unwrap();
    let case = keys(case, "2 j a 6 x s Enter");
    let picked = fs::read_to_string(case.path().join("basket.csv")).unwrap();
    assert_eq!(written.lines().count(), 2, "{written}");
    assert_eq!(written, picked);
}

#[test]
fn files_go_where_the_person_set_it() {
    let case = case()
        .file(
            "home/.config/pullquote/config.toml",
            "[export]\ndirectory = \"~/clips\"\n",
        )
        .file("home/clips/other", "");
    let case = shown(case, "2 s Enter")
        .prints_among("home/clips/quotes.csv")
        .then();
    assert!(case.path().join("home/clips/quotes.csv").exists());
    assert!(!case.path().join("quotes.csv").exists());
}

#[test]
fn every_place_that_lists_writes_every_form() {
    for place in [
        "",
        "2",
        "3",
        "3 Enter",
        "3 Enter Tab Tab",
        "5",
        "2 c 4",
        "Enter",
    ] {
        for tabs in ["", " Tab", " Tab Tab", " Tab Tab Tab"] {
            let case = keys(case(), &format!("{place} s Ctrl-U out.x{tabs} Enter"));
            let written = fs::read_to_string(case.path().join("out.x")).unwrap();
            assert!(written.ends_with('\n'), "{place}{tabs}");
            assert!(written.trim().len() > 10, "{place}{tabs}: {written}");
        }
    }
}
