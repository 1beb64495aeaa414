//! Promises about what commands say: that there is nothing, what was done, what is meant.

use crate::case::Case;

const TALKS: &str = "Talks resume on the strait

By Ana Ruiz | 14 August 2026

“We will win, and soon,” said Mara Kell, the envoy. Kell left at noon.
";

fn stored() -> Case {
    let case = Case::new().file("press/a.txt", TALKS);
    case.run(["add", "press/a.txt"]).exits(0).then()
}

/// The id of the first article.
fn id(case: Case) -> (String, Case) {
    let ran = case.run(["list"]);
    let id = ran.out().split_whitespace().nth(1).unwrap().to_owned();
    (id, ran.then())
}

#[test]
fn whatever_finds_nothing_says_so_in_one_line_and_exits_with_1() {
    let mut case = stored();
    for (command, words) in [
        (&["search", "zzz"][..], "nothing found"),
        (&["quotes", "zzz"], "nothing found"),
        (&["actors", "zzz"], "nothing found"),
        (&["timeline", "zzz"], "nothing found"),
        (&["export", "zzz"], "nothing found"),
        (&["export", "zzz", "--by", "source"], "nothing found"),
        (&["search", "zzz", "--format", "csv"], "nothing found"),
        (&["basket"], "the basket is empty"),
        (&["tag"], "there are no tags"),
        (&["saved"], "no search is saved"),
        (&["corrections", "export"], "nothing is corrected"),
    ] {
        let ran = case.run(command.iter().copied()).prints("").exits(1);
        assert!(
            ran.err().starts_with(&format!("pullquote: {words}")),
            "{}",
            ran.err()
        );
        assert_eq!(ran.err().lines().count(), 1, "{}", ran.err());
        case = ran.then();
    }
}

#[test]
fn an_empty_library_is_told_of_once() {
    let ran = Case::new()
        .run(["quotes"])
        .complains("the library is empty")
        .exits(1);
    assert_eq!(ran.err().lines().count(), 1);
}

#[test]
fn what_was_marked_is_told() {
    let (id, case) = id(stored());
    let mut case = case;
    for (command, told) in [
        (&["basket", "add", &*id][..], "1 picked; 1 in the basket\n"),
        (&["basket", "add", &id], "already picked; 1 in the basket\n"),
        (&["basket", "rm", &id], "1 taken out of the basket\n"),
        (
            &["tag", "add", "water, dam", &id],
            "tag water, dam on 1 place\n",
        ),
        (&["tag", "rm", "dam"], "tag dam taken from 1 place\n"),
        (&["saved", "add", "Strait", "strait"], "saved Strait\n"),
        (&["saved", "rm", "Strait"], "forgot Strait\n"),
    ] {
        case = case
            .run(command.iter().copied())
            .prints(told)
            .exits(0)
            .then();
    }
    let case = case
        .run(["basket", "rm", &id])
        .complains("nothing of this is in the basket")
        .exits(1);
    case.then()
        .run(["tag", "rm", "dam"])
        .complains("nothing of this is tagged dam")
        .exits(1);
}

#[test]
fn a_passage_that_is_no_quote_is_not_picked_and_quote_id_is() {
    let (id, case) = id(stored());
    let case = case
        .run(["basket", "add", &format!("{id}:1-5")])
        .complains("is no quote; quote_id of `pullquote quotes --format csv` names them")
        .exits(2)
        .then();
    let ran = case.run(["quotes", "--format", "jsonl"]);
    let record: serde_json::Value = serde_json::from_str(&ran.out()).unwrap();
    let quote = record["quote_id"].as_str().unwrap().to_owned();
    ran.then()
        .run(["basket", "add", &quote])
        .prints("1 picked; 1 in the basket\n")
        .exits(0);
}

#[test]
fn the_library_of_a_folder_is_named_by_the_folder() {
    let case = Case::new().file("press/a.txt", TALKS);
    let case = case
        .run(["list", "--library", "press"])
        .complains("this folder has no library yet")
        .exits(2)
        .then();
    let case = case.run(["press"]).exits(0).then();
    let case = case
        .run(["list"])
        .complains("--library FOLDER names the one of a folder")
        .then();
    let case = case
        .run(["list", "--library", "press"])
        .prints_among("Talks resume")
        .exits(0)
        .then();
    let case = case
        .run(["saved", "add", "Strait", "strait", "--library", "press/"])
        .exits(0)
        .then();
    case.run(["saved", "--library", "press"])
        .prints_among("Strait = strait")
        .then()
        .run(["add", "--library", "press", "press/a.txt"])
        .complains("holds what the folder holds")
        .exits(2);
}

#[test]
fn a_citation_that_is_not_there_is_told_with_those_that_are_and_where_more_are_added() {
    let ran = stored().run(["quotes", "--format", "md", "--cite", "nope"]);
    let ran = ran
        .complains("pullquote: --cite nope: is not known (there are ")
        .exits(2);
    assert!(
        ran.err().contains("footnote, press; [cite] in "),
        "{}",
        ran.err()
    );
    let case = ran.then();
    case.run(["quotes", "--format", "csv", "--cite", "press"])
        .complains("--cite counts with --format md")
        .exits(0)
        .then()
        .run(["export", "--cite", "press"])
        .complains("--cite counts with --format md and text")
        .exits(0);
}

#[test]
fn lanes_of_bare_words_are_told_to_be_no_people() {
    let case = stored()
        .run(["compare", "kell", "by:kell"])
        .complains("by:\"kell\" is what one speaker says")
        .exits(0)
        .then();
    let ran = case.run(["compare", "by:kell", "title:talks"]).exits(0);
    assert_eq!(ran.err(), "");
}

#[test]
fn keys_that_do_something_in_one_place_only_say_where() {
    let ran = Case::new().run(["keys"]);
    let line = |name: &str| {
        let lines = ran.out();
        let found = lines
            .lines()
            .find(|line| line.split_whitespace().any(|word| word == name));
        found.unwrap_or_default().to_owned()
    };
    assert!(line("down").contains("Enter (text)"), "{}", line("down"));
    assert!(
        line("down").trim_start().starts_with("j Down"),
        "{}",
        line("down")
    );
    assert!(
        line("open").trim_start().starts_with("Enter "),
        "{}",
        line("open")
    );
}
