//! Promises about the commands that print, mark and rebuild what is stored.

use crate::case::{Case, Ran};

const TALKS: &str = "Talks resume on the strait

By Ana Ruiz | 14 August 2026

“We will win, and soon,” said Mara Kell, the envoy. Kell left at noon.
";

const FLEET: &str = "The fleet returns

By Bo Lee | 15 August 2026

“All boats are home,” said Oskar Falk, the harbour master. “Nobody was hurt,” said Falk.
";

/// A library of two articles.
fn stored() -> Case {
    let case = Case::new().file("a.txt", TALKS).file("b.txt", FLEET);
    case.run(["add", "a.txt", "b.txt"]).exits(0).then()
}

#[test]
fn articles_stand_in_the_order_asked_for() {
    let first = |ran: &Ran| ran.out().lines().next().unwrap_or_default().to_owned();
    let case = stored();
    let ran = case.run(["list"]);
    assert!(first(&ran).contains("fleet"), "{}", ran.out());
    let ran = ran.then().run(["list", "--sort", "title"]);
    assert!(first(&ran).contains("Talks"), "{}", ran.out());
    let ran = ran.then().run(["search", "is:quote", "--sort", "quotes"]);
    assert!(first(&ran).contains("fleet"), "{}", ran.out());
}

#[test]
fn an_article_is_a_reference_in_every_list() {
    let case = stored();
    let lists: [&[&str]; 4] = [
        &["list", "--limit", "1"],
        &["search", "fleet"],
        &["quotes", "by:falk"],
        &["show", "@"],
    ];
    let ran = case.run(["list", "--limit", "1"]);
    let id = ran.out().split_whitespace().nth(1).unwrap().to_owned();
    let mut case = ran.then();
    for list in lists {
        let list: Vec<&str> = list
            .iter()
            .map(|word| if *word == "@" { id.as_str() } else { word })
            .collect();
        let ran = case.run([&list[..], &["--format", "bibtex"]].concat());
        assert_eq!(
            ran.out().matches("title = {{The fleet returns}}").count(),
            1
        );
        let ran = ran
            .exits(0)
            .then()
            .run([&list[..], &["--format", "csl"]].concat());
        let items: serde_json::Value = serde_json::from_str(&ran.out()).unwrap();
        assert_eq!(items[0]["author"][0]["family"], "Lee");
        assert_eq!(items.as_array().unwrap().len(), 1);
        case = ran.exits(0).then();
    }
}

#[test]
fn actors_are_no_references() {
    stored()
        .run(["actors", "--format", "bibtex"])
        .complains("pullquote: actors are no references")
        .exits(2);
}

#[test]
fn a_shown_article_is_markdown_with_its_quotes() {
    let ran = stored().run(["list", "--limit", "1"]);
    let id = ran.out().split_whitespace().nth(1).unwrap().to_owned();
    ran.then()
        .run(["show", &id, "--format", "md"])
        .prints_among("# The fleet returns\n")
        .prints_among("> “All boats are home,”\n>\n> — Oskar Falk, harbour master")
        .exits(0);
}

#[test]
fn quotes_are_exported_with_the_same_columns_in_every_form() {
    let ran = stored().run(["export", "by:falk"]);
    assert_eq!(ran.out().lines().count(), 2, "{}", ran.out());
    let ran = ran
        .exits(0)
        .then()
        .run(["export", "by:falk", "--format", "csv"]);
    assert!(
        ran.out()
            .starts_with("quote,speaker,speaker_role,speaker_by,")
    );
    ran.exits(0)
        .then()
        .run(["export", "hurt", "--format", "text"])
        .prints("“Nobody was hurt,”\n    — Oskar Falk, harbour master, “The fleet returns”, 2026-08-15\n\n")
        .exits(0)
        .then()
        .run(["export", "nobody-says-this"])
        .prints("")
        .exits(1);
}

#[test]
fn counts_are_made_by_one_or_two_keys() {
    stored()
        .run(["export", "--by", "speaker"])
        .prints("speaker,quotes,articles\r\nMara Kell,1,1\r\nOskar Falk,2,1\r\n")
        .exits(0)
        .then()
        .run(["export", "--by", "day,kind", "--format", "text"])
        .prints("day         kind    quotes  articles\n2026-08-14  direct       1         1\n2026-08-15  direct       2         1\n")
        .exits(0)
        .then()
        .run(["export", "--of", "articles", "--by", "year", "--format", "jsonl"])
        .prints("{\"schema\": 1, \"year\": \"2026\", \"articles\": 2}\n")
        .exits(0);
}

#[test]
fn what_cannot_be_exported_is_said() {
    let refused: [(&[&str], &str); 5] = [
        (
            &["--by", "speaker", "--of", "articles"],
            "articles have no speaker",
        ),
        (&["--by", "day,kind,tag"], "one or two keys"),
        (
            &["--of", "actors", "--format", "csl"],
            "actors are no references",
        ),
        (
            &["--matrix", "tag", "--format", "bibtex"],
            "a table is no reference",
        ),
        (&["--by", "moon"], "there are source, speaker"),
    ];
    let mut case = stored();
    for (words, expected) in refused {
        let ran = case.run([&["export"], words].concat());
        assert!(ran.err().contains(expected), "{}", ran.err());
        case = ran.exits(2).then();
    }
}
