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
        .prints("{\"schema\": 2, \"year\": \"2026\", \"articles\": 2}\n")
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

#[test]
fn a_citation_is_written_as_the_file_of_settings_says() {
    let settings = "[cite]\nshort = \"{speaker} ({source}), {title}\"\nbad = \"{speeker}\"\n";
    let case = stored().file("home/.config/pullquote/config.toml", settings);
    case.run(["export", "hurt", "--format", "text", "--cite", "short"])
        .prints("“Nobody was hurt,”\n    — Oskar Falk, The fleet returns\n\n")
        .complains("config.toml: line 3: bad: there is no field {speeker}; the fields are {quote}")
        .exits(0)
        .then()
        .run(["quotes", "hurt", "--format", "md", "--cite", "press"])
        .prints("> “Nobody was hurt,” — Oskar Falk, harbour master, 2026-08-15\n\n")
        .exits(0)
        .then()
        .run(["export", "hurt", "--format", "md", "--cite", "bad"])
        .complains("--cite bad: is not known (there are footnote, press, short; [cite] in ")
        .exits(2);
}

/// The library with a tag on an article and one on a quote of the other; their ids.
fn tagged() -> (Case, String, String) {
    let ran = stored().run(["quotes", "--format", "jsonl", "hurt"]);
    let quote: serde_json::Value = serde_json::from_str(&ran.out()).unwrap();
    let ran = ran.then().run(["search", "strait", "--format", "jsonl"]);
    let talks: serde_json::Value = serde_json::from_str(&ran.out()).unwrap();
    let id = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let (quote, talks) = (id(&quote["quote_id"]), id(&talks["article_id"]));
    let ran = ran.then().run(["tag", "add", "#relief,", &quote]).exits(0);
    let ran = ran.then().run(["tag", "add", "=strait", &talks]).exits(0);
    (ran.then(), quote, talks)
}

#[test]
fn tags_are_listed_searched_exported_and_taken_away() {
    let (case, quote, talks) = tagged();
    let ran = case
        .run(["tag"])
        .prints("    1  =strait\n    1  relief\n")
        .then()
        .run(["search", "tag:relief"])
        .prints_among("The fleet returns")
        .then()
        .run(["export", "--matrix", "tag", "falk"]);
    let out = ran.out();
    let mut lines = out.lines();
    assert!(
        lines
            .next()
            .unwrap()
            .ends_with(",quote_id,tag:=strait,tag:relief")
    );
    let marks: Vec<&str> = lines.map(|line| &line[line.len() - 4..]).collect();
    assert_eq!(marks, [",0,0", ",0,1"]);
    let ran = ran
        .then()
        .run([
            "export", "--of", "articles", "--matrix", "tag", "--format", "jsonl",
        ])
        .prints_among("\"tags\": \"\", \"note\": \"\", \"tag:=strait\": 0, \"tag:relief\": 1}")
        .then()
        .run(["export", "--by", "tag", "--of", "articles"])
        .prints("tag,articles\r\n'=strait,1\r\nrelief,1\r\n")
        .then()
        .run(["tag", "rm", "relief", &quote])
        .exits(0)
        .then()
        .run(["tag", "rm", "relief"])
        .exits(1)
        .then()
        .run(["tag", "rm", "=strait"])
        .exits(0);
    ran.then()
        .run(["tag", "add", " ", &talks])
        .exits(2)
        .then()
        .run(["tag", "list"])
        .exits(1);
}

#[test]
fn the_basket_keeps_the_order_of_the_person() {
    let (case, quote, talks) = tagged();
    let short = talks[..10].to_owned();
    let span = quote.split('@').nth(1).unwrap();
    let passage = format!("{}:{span}", &quote[3..15]);
    let case = case.run(["basket"]).exits(1).then();
    let case = case
        .run(["basket", "add", &short, &passage])
        .exits(0)
        .then();
    // What is there stays where it is.
    let case = case.run(["basket", "add", &passage]).exits(0).then();
    let expected = format!(
        "Talks resume on the strait (2026-08-14)  {talks}\n\
         Oskar Falk: “Nobody was hurt,” (2026-08-15)  {quote}\n"
    );
    let ran = case
        .run(["basket", "list"])
        .prints(&expected)
        .then()
        .run(["basket", "export"]);
    let out = ran.out();
    let kinds: Vec<serde_json::Value> = out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["kind"].clone())
        .collect();
    assert_eq!(kinds, ["article", "direct"]);
    ran.then()
        .run(["search", "is:picked"])
        .exits(0)
        .then()
        .run(["basket", "rm", &quote])
        .exits(0)
        .then()
        .run(["basket", "rm", &quote])
        .exits(1)
        .then()
        .run(["basket", "add", &format!("{talks}:5-99999")])
        .complains("is no passage")
        .exits(2)
        .then()
        .run(["basket", "add", "b3:ffffffff"])
        .complains("no article has the id b3:ffffffff")
        .exits(1);
}

#[test]
fn searches_of_the_file_of_settings_are_listed_and_run_but_not_forgotten() {
    let settings = "[saved]\n\"The master\" = \"by:falk\"\n";
    let case = stored().file("home/.config/pullquote/config.toml", settings);
    case.run(["saved"])
        .prints("    1  The master = by:falk  (config.toml)\n")
        .exits(0)
        .then()
        .run(["saved", "run", "The master", "--format", "text"])
        .prints_among("The fleet returns")
        .exits(0)
        .then()
        .run(["saved", "rm", "The master"])
        .complains("The master stands in config.toml; take it out there")
        .exits(2)
        .then()
        .run(["--keys", "F Ctrl-X", "--size", "80x24", "--screen"])
        .prints_among("The master  by:falk")
        .prints_among("  config.toml  1")
        .prints_among("this one stands in config.toml; take it out there")
        .exits(0);
}

#[test]
fn a_saved_search_is_run_by_its_name() {
    stored()
        .run(["saved", "add", "Falk, all", "by:falk", "is:quote"])
        .exits(0)
        .then()
        .run(["saved"])
        .prints("    1  Falk, all = by:falk is:quote\n")
        .then()
        .run(["saved", "run", "Falk, all", "--format", "csv"])
        .prints_among("The fleet returns")
        .exits(0)
        .then()
        .run(["saved", "rm", "Falk, all"])
        .exits(0)
        .then()
        .run(["saved", "run", "Falk, all"])
        .complains("no search is saved as Falk, all")
        .exits(1);
}

#[test]
fn a_rebuilding_keeps_articles_marks_and_corrections() {
    let (case, quote, _) = tagged();
    let article = quote.split('@').next().unwrap().to_owned();
    let start = FLEET.find("Nobody").unwrap();
    let correction = format!(
        "{{\"mark\": \"speaker\", \"on\": {{\"article\": \"{article}\", \"span\": \
         {{\"start\": {start}, \"end\": {}}}, \"words\": \"Nobody was hurt,\"}}, \
         \"speaker\": {{\"name\": \"Ida Voss\", \"kind\": \"Person\"}}}}\n",
        start + "Nobody was hurt,".len()
    );
    let case = case.file("corrections.jsonl", correction);
    let case = case
        .run(["corrections", "import", "corrections.jsonl"])
        .prints("1 corrections taken over, 0 known\n")
        .exits(0)
        .then();
    let before = case.run(["export", "--format", "csv"]);
    let quotes = before.out();
    assert!(
        quotes.contains("Ida Voss") && quotes.contains(",user,"),
        "{quotes}"
    );
    let ran = before
        .then()
        .run(["rebuild"])
        .prints("2 analysed anew\n")
        .exits(0)
        .then()
        .run(["export", "--format", "csv"])
        .prints(&quotes)
        .then()
        .run(["search", "tag:relief is:fixed"])
        .prints_among("The fleet returns")
        .exits(0);
    ran.then().run(["search", "falk fleet"]).exits(0);
}

#[test]
fn a_rebuilding_that_is_killed_loses_nothing() {
    use pullquote::store::{Library, Location};
    let records: String = (0..400)
        .map(|n| {
            format!(
                "{{\"title\": \"Pier {n} stays\", \"text\": \"“Pier {n} is ours,” said Ana Ruiz, the mayor.\\n\\n{}\"}}\n",
                "The town was glad. ".repeat(20)
            )
        })
        .collect();
    let case = Case::new().file("piers.jsonl", records);
    let case = case.run(["add", "piers.jsonl"]).exits(0).then();
    let case = case.run(["saved", "add", "piers", "pier"]).exits(0).then();
    let before = case.run(["export"]);
    let quotes = before.out();
    assert_eq!(quotes.lines().count(), 400);
    let case = before.then();
    let path = case.path().join("home/.local/share/pullquote/library.db");
    let library = Library::open(&Location::file(path)).unwrap();
    for _ in 0..3 {
        let revision = library.revision().unwrap();
        let mut child = case
            .command()
            .arg("rebuild")
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        // Until its first batch is there, or it is done.
        while library.revision().unwrap() == revision && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let _ = child.kill();
        child.wait().unwrap();
    }
    drop(library);
    let case = case.run(["export"]).prints(&quotes).then();
    let case = case.run(["saved"]).prints("  400  piers = pier\n").then();
    let case = case.run(["rebuild"]).prints("400 analysed anew\n").then();
    case.run(["export"]).prints(&quotes).exits(0);
}

#[test]
fn a_place_that_is_named_twice_is_marked_once() {
    let case = stored();
    let ran = case.run(["list", "--limit", "1"]);
    let id = ran.out().split_whitespace().nth(1).unwrap().to_owned();
    let case = ran.then();
    let case = case
        .run(["basket", "add", &id, &id])
        .prints("1 picked; 1 in the basket\n")
        .then();
    case.run(["tag", "add", "harbour", &id, &id])
        .prints("tag harbour on 1 place\n");
}

#[test]
fn what_is_saved_goes_into_a_library_that_is_there() {
    let case = Case::new().file("folder/a.txt", TALKS).file("c.jsonl", "");
    let mut case = case;
    for library in ["folder", "mistyped.db"] {
        case = case
            .run(["saved", "add", "boats", "fleet", "--library", library])
            .exits(2)
            .then()
            .run(["corrections", "import", "c.jsonl", "--library", library])
            .exits(2)
            .then();
    }
    assert!(!case.path().join("mistyped.db").exists());
    case.run(["list", "--library", "folder"])
        .complains("this folder has no library yet");
}

#[test]
fn a_lane_that_may_be_a_name_is_told_how_to_ask_for_what_one_says() {
    let case = stored();
    let ran = case.run(["compare", "kell", "falk"]);
    let ran = ran.complains("by:\"kell\"").complains("by:\"falk\"");
    let ran = ran
        .then()
        .run(["compare", "--", "falk", "kell | falk", "-kell"]);
    assert!(!ran.err().contains("lane kell |"), "{}", ran.err());
    assert!(!ran.err().contains("lane -kell"), "{}", ran.err());
}
