//! Promises about the command line.

use crate::case::Case;

const TALKS: &str = "Talks resume on the strait

By Ana Ruiz | 14 August 2026

“We will win, and soon,” said Mara Kell, the envoy. Kell left at noon.
";

#[test]
fn parse_prints_quotes_with_their_speakers() {
    Case::new()
        .file("talks.txt", TALKS)
        .run(["parse", "talks.txt"])
        .prints_among("Talks resume on the strait\n")
        .prints_among("“We will win, and soon,” — Mara Kell (said)")
        .exits(0);
}

#[test]
fn parse_prints_one_json_object_a_line_with_spans_in_code_points() {
    let ran = Case::new()
        .file("talks.txt", TALKS)
        .run(["parse", "--format", "json", "talks.txt"]);
    let object: serde_json::Value = serde_json::from_str(&ran.out()).unwrap();
    let keys: Vec<&str> = object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert!(
        keys.contains(&"statements") && keys.contains(&"notes"),
        "{keys:?}"
    );
    let text: Vec<char> = object["text"].as_str().unwrap().chars().collect();
    let quote = &object["quotes"][0];
    let at = |i: usize| quote["span"][i].as_u64().unwrap() as usize;
    let words: String = text[at(0)..at(1)].iter().collect();
    assert_eq!(quote["text"], words.as_str());
    ran.exits(0);
}

#[test]
fn the_keys_of_the_contract_stand_in_its_order() {
    let ran = Case::new()
        .file("talks.txt", TALKS)
        .run(["parse", "--format", "json", "talks.txt"]);
    let order = [
        "\"schema\": 1",
        "\"path\"",
        "\"part\"",
        "\"id\": \"b3:",
        "\"format\"",
        "\"headline\"",
        "\"published\"",
        "\"published_text\"",
        "\"byline\"",
        "\"source\"",
        "\"url\"",
        "\"language\"",
        "\"text\"",
        "\"blocks\"",
        "\"quotes\"",
        "\"statements\"",
        "\"actors\"",
        "\"notes\"",
    ];
    let out = ran.out();
    let mut after = 0;
    for key in order {
        let at = out[after..].find(key);
        assert!(
            at.is_some(),
            "{key} is missing, or not after the one before"
        );
        after += at.unwrap_or_default();
    }
}

#[test]
fn parse_reads_standard_input() {
    Case::new()
        .run_with_input(["parse", "-"], TALKS)
        .prints_among("Mara Kell")
        .exits(0);
}

#[test]
fn a_bad_file_is_one_line_and_the_others_go_on() {
    Case::new()
        .file("a.txt", b"\x00\x01\x02\x03\x00\xff\xfe\x00\x00")
        .file("talks.txt", TALKS)
        .run(["parse", "a.txt", "talks.txt"])
        .prints_among("Mara Kell")
        .complains("pullquote: a.txt: ")
        .exits(2);
}

#[test]
fn a_file_that_is_not_there_is_one_line() {
    let ran = Case::new().run(["parse", "gone.txt"]);
    assert_eq!(ran.err().lines().count(), 1, "{}", ran.err());
    ran.complains("pullquote: gone.txt: cannot be read")
        .exits(2);
}

#[test]
fn a_wrong_option_is_said_by_us_and_fails() {
    Case::new()
        .run(["parse", "--colour", "a.txt"])
        .complains("pullquote: unexpected argument '--colour'")
        .exits(2);
}

#[test]
fn the_help_of_each_command_shows_an_example() {
    for command in [
        "parse", "add", "list", "show", "search", "quotes", "actors", "basket", "tag", "saved",
        "rebuild", "keys", "config",
    ] {
        Case::new()
            .run([command, "--help"])
            .prints_among(&format!("Example: pullquote {command}"))
            .exits(0);
    }
    Case::new()
        .run(["--help"])
        .prints_among("Example: pullquote sample-data")
        .exits(0);
}

#[test]
fn what_was_added_is_listed_and_shown() {
    let case = Case::new().file("talks.txt", TALKS);
    let case = case
        .run(["add", "talks.txt"])
        .prints("1 added\n")
        .exits(0)
        .then();
    let case = case
        .run(["add", "talks.txt"])
        .prints("1 already there\n")
        .exits(0)
        .then();
    let listed = case
        .run(["list"])
        .prints_among("Talks resume on the strait")
        .exits(0);
    let id = listed.out().split_whitespace().nth(1).unwrap().to_owned();
    let case = listed
        .then()
        .run(["show", &id])
        .prints_among("Kell left at noon.")
        .prints_among("— Mara Kell (said)")
        .exits(0)
        .then();
    case.run(["show", "b3:ffff"])
        .complains("no article has the id b3:ffff")
        .exits(1);
}

#[test]
fn an_empty_library_lists_nothing() {
    Case::new()
        .run(["list"])
        .prints("")
        .complains("the library is empty")
        .exits(1);
}

#[test]
fn a_mistyped_library_is_said_and_not_made() {
    let case = Case::new()
        .run(["--library", "mine.db", "list"])
        .complains("there is no such library")
        .exits(2)
        .then();
    assert!(!case.path().join("mine.db").exists());
}

#[test]
fn a_query_without_a_terminal_narrows_what_is_listed() {
    let case = Case::new()
        .file("in/a.txt", TALKS)
        .file("in/b.txt", "The fleet returns\n\nAll boats came home.\n");
    let ran = case
        .run(["--query", "fleet", "in"])
        .prints_among("The fleet returns")
        .exits(0);
    assert_eq!(ran.out().lines().count(), 1, "{}", ran.out());
}

#[test]
fn the_words_of_a_search_need_no_quotation_marks() {
    let case = Case::new()
        .file("a.txt", TALKS)
        .file("b.txt", "The fleet returns\n\nAll boats came home.\n");
    let case = case.run(["add", "a.txt", "b.txt"]).exits(0).then();
    let case = case
        .run(["search", "boats", "home"])
        .prints_among("The fleet returns")
        .exits(0)
        .then();
    let ran = case
        .run(["search", "--", "-boats"])
        .prints_among("Talks resume")
        .exits(0);
    assert_eq!(ran.out().lines().count(), 1, "{}", ran.out());
}

#[test]
fn without_a_terminal_the_articles_of_a_folder_are_listed() {
    let case = Case::new()
        .file("in/talks.txt", TALKS)
        .file("in/README.md", "About.");
    let case = case
        .run(["in"])
        .prints_among("Talks resume on the strait")
        .exits(0)
        .then();
    std::fs::remove_file(case.path().join("in/talks.txt")).unwrap();
    let case = case.file(
        "in/fleet.txt",
        "The fleet returns\n\nAll boats came home on Monday, and nobody was hurt.\n",
    );
    let ran = case.run(["in"]).prints_among("The fleet returns").exits(0);
    assert!(!ran.out().contains("Talks resume"), "{}", ran.out());
}

#[test]
fn a_list_is_cut_where_asked_and_may_be_json() {
    let case = Case::new().file("a.txt", TALKS).file(
        "b.txt",
        "The fleet returns\n\nAll boats came home on Monday.\n",
    );
    let ran = case
        .run(["add", "a.txt", "b.txt"])
        .exits(0)
        .then()
        .run(["list", "--format", "jsonl", "--limit", "1"]);
    let object: serde_json::Value = serde_json::from_str(ran.out().trim_end()).unwrap();
    assert_eq!(object["title"], "Talks resume on the strait");
    assert_eq!(object["author"], "Ana Ruiz");
}

#[test]
fn standard_input_is_added_without_taking_the_place_of_an_earlier_one() {
    let case = Case::new()
        .run_with_input(["add", "-"], TALKS)
        .exits(0)
        .then();
    let case = case
        .run_with_input(["add", "-"], "The fleet returns\n\nAll boats came home.\n")
        .exits(0)
        .then();
    let ran = case.run(["list"]);
    assert_eq!(ran.out().lines().count(), 2, "{}", ran.out());
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let case = Case::new().file("a.txt", TALKS.repeat(3000));
    let mut child = case
        .command()
        .args(["parse", "a.txt"])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn keys_prints_every_command_with_its_keys() {
    let ran = Case::new()
        .run(["keys"])
        .prints_among("yy")
        .prints_among("next-quote")
        .exits(0);
    let markdown = ran
        .then()
        .run(["keys", "--markdown"])
        .prints_among("| `]` | next-quote |")
        .exits(0);
    assert_eq!(
        markdown.out().lines().count(),
        pullquote::app::keymap::table().len() + 2
    );
}

#[test]
fn search_lists_what_a_query_finds_and_says_what_it_could_not_use() {
    let case = Case::new().file("a.txt", TALKS).file(
        "b.txt",
        "The fleet returns\n\nAll boats came home on Monday.\n",
    );
    let case = case.run(["add", "a.txt", "b.txt"]).exits(0).then();
    let ran = case
        .run(["search", "by:kell"])
        .prints_among("Talks resume")
        .exits(0);
    assert_eq!(ran.out().lines().count(), 1, "{}", ran.out());
    let case = ran
        .then()
        .run(["search", "boats"])
        .prints_among("The fleet returns")
        .exits(0)
        .then();
    let case = case.run(["search", "zeppelin"]).prints("").exits(1).then();
    case.run(["search", "titel:fleet"])
        .complains("pullquote: ")
        .exits(1);
}

#[test]
fn the_library_may_be_named_before_or_after_the_command() {
    let case = Case::new().file("talks.txt", TALKS);
    let case = case
        .run(["--library", "mine.db", "add", "talks.txt"])
        .prints("1 added\n")
        .exits(0)
        .then();
    let case = case
        .run(["list", "--library", "mine.db"])
        .prints_among("Talks resume")
        .exits(0)
        .then();
    case.run(["list"]).prints("").exits(1);
}

#[test]
fn a_mistyped_folder_is_said_at_once() {
    Case::new()
        .run(["sampel-data"])
        .complains("pullquote: sampel-data: cannot be read")
        .exits(2);
}

#[test]
fn a_full_disk_is_a_failure() {
    let case = Case::new().file("talks.txt", TALKS);
    let mut command = case.command();
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = command
        .args(["parse", "talks.txt"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with("pullquote: standard output cannot be written"),
        "{said}"
    );
}

#[test]
fn a_library_that_is_not_there_is_not_made_by_looking_at_it() {
    let ran = Case::new().run(["--library", "mistyped.db"]);
    let ran = ran
        .complains("pullquote: mistyped.db: cannot be read (there is no such library)")
        .exits(2);
    assert!(!ran.then().path().join("mistyped.db").exists());
}

#[test]
fn a_name_with_a_line_end_makes_no_second_line() {
    let ran = Case::new()
        .file(
            "a\npullquote: all is well.txt",
            b"\x00\x01\x02\x03\x00\xff\xfe",
        )
        .run(["parse", "."]);
    assert_eq!(ran.err().lines().count(), 1, "{}", ran.err());
    ran.exits(2);
}
