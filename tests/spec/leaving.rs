//! Promises about what leaves the program: doubts stay with it, nobody is called "they",
//! one person has one name, and nothing that was kept is overwritten without a word.

use crate::case::{Case, Ran};

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data");

const COUNCIL: &str = "Bridge closed\n\nQuay Post | 2 March 2026\n\n\
    “The bridge is closed until May,” Rubén Salgado, the mayor, said on Monday. Rubén Salgado walked home.\n\n\
    “Nobody told us,” they said.\n";
const REPLY: &str = "Bridge reopens\n\nDock Weekly | 4 May 2026\n\n\
    “The bridge is open again,” Ruben Salgado said on Friday.\n";

fn stored() -> Case {
    let case = Case::new().file("a.txt", COUNCIL).file("b.txt", REPLY);
    case.run(["add", "a.txt", "b.txt"]).exits(0).then()
}

/// A sample library, read once for the test.
fn samples(arguments: &[&str]) -> Ran {
    let ran = Case::new()
        .run(["--keys", "g", "--screen", SAMPLES])
        .exits(0);
    let library = ["--library", SAMPLES];
    ran.then().run(arguments.iter().copied().chain(library))
}

#[test]
fn a_guess_is_told_as_one_in_every_form() {
    let guesses = samples(&["quotes", "is:guess", "--format", "csv"]);
    let written = guesses.out();
    let mut reader = csv::Reader::from_reader(written.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let column = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let (confidence, guess) = (column("confidence"), column("guess"));
    let mut rows = 0;
    for row in reader.records().map(Result::unwrap) {
        let share: f64 = row[confidence].parse().unwrap();
        assert!(share < 0.6 && row[confidence].len() == 4, "{row:?}");
        assert_eq!(&row[guess], "true");
        rows += 1;
    }
    assert!(rows > 0);
    let library = ["--library", SAMPLES];
    let mut case = guesses.then();
    for (form, sign, every) in [
        ("md", "> — ? ", "\n> — "),
        ("text", ": “", "\n"),
        ("table", "| ? ", "\n| "),
    ] {
        let ran = case.run(
            ["quotes", "is:guess", "--format", form]
                .into_iter()
                .chain(library),
        );
        let out = ran.out();
        assert!(out.contains(sign), "{form}: {out}");
        let cited = out.matches(every).count();
        assert!(cited > 0 && out.contains(sign), "{form}: {out}");
        if form != "text" {
            let guesses = out.matches(&format!("{every}? ")).count();
            let rule = usize::from(form == "table" && out.contains("\n| ---"));
            assert_eq!(guesses, cited - rule, "{form}: {out}");
        }
        case = ran.then();
    }
    let ran = case.run(
        ["quotes", "is:guess", "--format", "jsonl"]
            .into_iter()
            .chain(library),
    );
    for line in ran.out().lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(record["guess"], true);
        assert!(record["confidence"].as_f64().unwrap() < 0.6);
    }
    let ran = ran.then().run(
        ["compare", "is:guess", "is:guess"]
            .into_iter()
            .chain(library),
    );
    assert!(ran.out().contains(" — ? "), "{}", ran.out());
    ran.then()
        .run([
            "--keys",
            "/ is:guess Enter 2 c 4",
            "--size",
            "80x24",
            "--screen",
            SAMPLES,
        ])
        .prints_among("? ");
}

#[test]
fn nobody_is_cited_under_the_name_they() {
    let case = stored();
    let ran = case.run(["quotes", "nobody", "--format", "csv"]);
    let out = ran.out();
    assert!(out.contains("\"Nobody told us,\",they,"), "{out}");
    let mut case = ran.then();
    for form in ["md", "table", "text"] {
        let ran = case.run(["quotes", "nobody", "--format", form]);
        assert!(
            ran.out().contains("unnamed (“they”)"),
            "{form}: {}",
            ran.out()
        );
        case = ran.then();
    }
    case.run(["quotes", "nobody", "--format", "jsonl"])
        .prints_among("\"speaker\": \"they\"")
        .then()
        .run(["quotes", "nobody", "--format", "jsonl"])
        .prints_among("\"named\": false");
}

#[test]
fn ella_is_a_name_in_english_and_a_pronoun_in_spanish() {
    let text = "Pool closed\n\nQuay Post | 2 March 2026\n\n\
        Ella Brook runs the town pool with her sister.\n\n\
        “The water is too cold for the children this week,” said Ella.\n";
    let case = Case::new().file("a.txt", text);
    let mut case = case.run(["add", "a.txt"]).exits(0).then();
    for form in ["md", "table", "text"] {
        let ran = case.run(["quotes", "water", "--format", form]);
        let out = ran.out();
        assert!(out.contains("Ella") && !out.contains("unnamed"), "{out}");
        case = ran.then();
    }
}

#[test]
fn names_that_differ_in_accents_alone_are_one_person_everywhere() {
    let one = "Rubén Salgado,person,2,";
    let ran = stored().run(["actors", "salgado", "--format", "csv"]);
    assert_eq!(ran.out().lines().count(), 2, "{}", ran.out());
    assert!(ran.out().contains(one), "{}", ran.out());
    let ran = ran
        .then()
        .run(["export", "by:salgado", "--by", "speaker"])
        .prints("speaker,quotes,articles\r\nRubén Salgado,2,2\r\n");
    let ran = ran
        .then()
        .run(["quotes", "by:\"Ruben Salgado\"", "--format", "jsonl"]);
    assert_eq!(
        ran.out().matches("\"speaker\": \"Rubén Salgado\"").count(),
        2
    );
    let screen = |case: Case, keys: &str| {
        case.run([
            "--library",
            LIBRARY,
            "--keys",
            keys,
            "--size",
            "100x30",
            "--screen",
        ])
    };
    let ran = screen(ran.then(), "3 / salgado Enter Enter");
    assert!(ran.out().contains("Ruben Salgado"), "{}", ran.out());
    // Kept apart by M, and one again.
    let ran = screen(ran.then(), "3 / salgado Enter M Enter");
    assert!(
        ran.out().contains("apart: Ruben Salgado and Rubén Salgado"),
        "{}",
        ran.out()
    );
    let ran = ran.then().run(["actors", "salgado", "--format", "csv"]);
    assert_eq!(ran.out().lines().count(), 3, "{}", ran.out());
    let ran = screen(ran.then(), "U");
    let ran = ran.then().run(["actors", "salgado", "--format", "csv"]);
    assert_eq!(ran.out().lines().count(), 2, "{}", ran.out());
}

#[test]
fn an_outlet_is_one_source_by_its_name_and_by_its_address() {
    let alone = ",harbourcourier.example,";
    let ran = samples(&["list", "--format", "csv"]);
    assert!(ran.out().contains(",The Harbour Courier,"), "{}", ran.out());
    assert!(!ran.out().contains(alone), "{}", ran.out());
    let quotes = ["quotes", "--format", "csv", "--library", SAMPLES];
    let ran = ran.then().run(quotes).exits(0);
    assert!(!ran.out().contains(alone), "{}", ran.out());
}

#[test]
fn a_source_is_found_by_its_address_and_by_its_name() {
    let all = |case: Case| {
        let ran = case.run(["list", "--format", "csv", "--library", SAMPLES]);
        let courier = ran.out().matches(",The Harbour Courier,").count();
        (ran.then(), courier)
    };
    let (mut case, courier) = all(samples(&["list"]).then());
    assert!(courier > 0);
    for asked in [
        "source:harbourcourier.example",
        "source:\"Harbour Courier\"",
    ] {
        let ran = case.run(["search", asked, "--library", SAMPLES]);
        assert_eq!(ran.out().lines().count(), courier, "{}", ran.out());
        case = ran.then();
    }
}

/// Where a library is that nobody named.
const LIBRARY: &str = "home/.local/share/pullquote/library.db";

#[test]
fn an_article_in_the_basket_is_cited_and_not_quoted() {
    let ran = stored().run(["search", "reopens"]);
    let id = ran.out().split_whitespace().nth(1).unwrap().to_owned();
    let ran = ran.then().run(["basket", "add", &id]).exits(0);
    let ran = ran.then().run(["tag", "add", "desk", &id]).exits(0);
    let md = ran.then().run(["basket", "export", "--format", "md"]);
    let out = md.out();
    assert!(out.starts_with("- Dock Weekly, “Bridge reopens”"), "{out}");
    assert!(
        out.contains("Tags: desk") && !out.contains("unattributed"),
        "{out}"
    );
    let text = md.then().run(["basket", "export", "--format", "text"]);
    assert!(
        text.out().starts_with("Dock Weekly, “Bridge reopens”"),
        "{}",
        text.out()
    );
    text.prints_among("Tags: desk")
        .then()
        .run(["basket", "export", "--format", "bibtex"])
        .prints_among("Bridge reopens")
        .prints_among("desk");
}

#[test]
fn a_saved_search_is_replaced_only_when_that_is_said() {
    let ran = stored()
        .run(["saved", "add", "bridge", "by:salgado"])
        .exits(0);
    let ran = ran
        .then()
        .run(["saved", "add", "bridge", "dock"])
        .complains("--force")
        .exits(2);
    let ran = ran
        .then()
        .run(["saved", "add", "bridge", "by:salgado"])
        .exits(0);
    let ran = ran
        .then()
        .run(["saved"])
        .prints_among("bridge = by:salgado");
    ran.then()
        .run(["saved", "add", "--force", "bridge", "dock"])
        .exits(0)
        .then()
        .run(["saved"])
        .prints_among("bridge = dock");
}

#[test]
fn spans_of_corrections_are_those_of_exported_quotes() {
    let keys = "2 / open Enter W nobody Enter";
    let ran = stored().run(["--library", LIBRARY, "--keys", keys, "--screen"]);
    let ran = ran.then().run(["corrections", "export"]).exits(0);
    let line: serde_json::Value = serde_json::from_str(ran.out().trim()).unwrap();
    let corrections = ran.out();
    let ran = ran.then().run(["quotes", "said:open", "--format", "jsonl"]);
    let quote: serde_json::Value = serde_json::from_str(ran.out().lines().next().unwrap()).unwrap();
    assert_eq!(line["on"]["span"], quote["span"]);
    assert_eq!(line["on"]["article"], quote["article_id"]);
    stored()
        .run_with_input(["corrections", "import", "-"], &corrections)
        .prints("1 corrections taken over, 0 known\n");
    stored()
        .run_with_input(["corrections", "import", "-"], "rubbish\n")
        .complains("line 1: is no JSON, and so no correction")
        .exits(2);
}

#[test]
fn an_unknown_id_is_nothing_found_in_every_command() {
    let mut case = stored();
    for command in [
        ["show", "b3:0000000000", ""],
        ["basket", "add", "b3:0000000000"],
        ["basket", "rm", "b3:0000000000"],
    ] {
        let words = command.into_iter().filter(|word| !word.is_empty());
        case = case
            .run(words)
            .complains("no article has the id")
            .exits(1)
            .then();
    }
}

#[test]
fn quotations_of_a_draft_are_exact_altered_or_not_found() {
    let draft =
        "He said “the bridge is open again” and later “Nobody ever came to this town of ours.”\n";
    let ran = stored().run_with_input(["verify", "-"], draft).exits(1);
    assert!(
        ran.out().contains("exact      “the bridge is open again”"),
        "{}",
        ran.out()
    );
    assert!(
        ran.out().contains("not found  “Nobody ever"),
        "{}",
        ran.out()
    );
    let altered = "“The bridge is closed until late in May,” said the mayor.\n";
    let ran = ran.then().run_with_input(["verify", "-"], altered).exits(1);
    assert!(ran.out().starts_with("altered    "), "{}", ran.out());
    let right = "“The bridge is closed until May,” said the mayor.\n";
    let ran = ran.then().run_with_input(["verify", "-"], right).exits(0);
    ran.then()
        .run(["verify"])
        .complains("2 articles")
        .complains("0 faults")
        .exits(0);
}

/// What `verify` says of a draft, and its exit status.
#[track_caller]
fn verified(case: Case, draft: &str, expected: &str, status: i32) -> Case {
    let ran = case.run_with_input(["verify", "-"], draft).exits(status);
    assert!(ran.out().contains(expected), "{draft}: {}", ran.out());
    ran.then()
}

#[test]
fn a_quotation_over_a_line_end_is_looked_up_whole() {
    let wrong = "“The bridge is closed\nuntil June,” said the mayor.\n";
    let case = verified(
        stored(),
        wrong,
        "altered    “The bridge is closed until June,”",
        1,
    );
    let right = "> * \"The bridge is\n>   closed until May,\" said the mayor.\n";
    let case = verified(
        case,
        right,
        "exact      “The bridge is closed until May,”",
        0,
    );
    let open = "“The bridge is closed until May and nothing follows.\n";
    verified(case, open, "“The bridge", 1);
}

#[test]
fn a_quotation_of_somebody_else_is_told_as_one() {
    let other = "“The bridge is closed until May,” said John Smith.\n";
    let case = verified(stored(), other, "other speaker  “The bridge", 1);
    let own = "“The bridge is closed until May,” said Ruben Salgado.\n";
    verified(case, own, "exact      “The bridge", 0);
}

#[test]
fn a_short_quotation_is_altered_by_one_word() {
    let altered = "The mayor said “river is closed until” and left.\n";
    verified(stored(), altered, "altered    “river is closed until”", 1);
}

#[test]
fn lanes_and_times_have_every_form() {
    let ran = stored().run(["compare", "by:salgado", "nobody", "--format", "csv"]);
    assert!(
        ran.out().starts_with(
            "row,label,lane,quote,speaker,confidence,guess,source,date,title,url,article_id\r\n"
        ),
        "{}",
        ran.out()
    );
    let ran = ran.then().run(["compare", "by:salgado", "said:told"]);
    assert!(!ran.out().contains("(nothing found)"), "{}", ran.out());
    let ran = ran
        .then()
        .run(["compare", "by:salgado", "said:told", "--issues", "bridge"]);
    assert!(ran.out().contains("(nothing found)"), "{}", ran.out());
    ran.then()
        .run(["timeline", "by:salgado", "--by", "year", "--format", "md"])
        .prints("| time | by:salgado |\n|---|---|\n| 2026 | 2 |\n");
}

/// From a name to a checked table of two people's words on one issue, in few keys; the
/// README names them.
const TWO_ON_ONE_ISSUE: &str = "3 c j c 4 / depot Enter y";

#[test]
fn two_peoples_words_on_one_issue_are_a_table_in_fifteen_keys() {
    let readme = include_str!("../../README.md");
    assert!(readme.contains(&format!("`{TWO_ON_ONE_ISSUE}`")));
    let words = TWO_ON_ONE_ISSUE.split(' ');
    let keys: usize = words
        .map(|word| if word == "Enter" { 1 } else { word.len() })
        .sum();
    assert!(keys <= 15, "{keys}");
    let ran = Case::new()
        .run([
            "--keys",
            TWO_ON_ONE_ISSUE,
            "--size",
            "100x30",
            "--screen",
            SAMPLES,
        ])
        .exits(0);
    let case = ran.then();
    let file = case.path().join("home/.local/state/pullquote/copied.txt");
    let table = std::fs::read_to_string(file).unwrap();
    let rows: Vec<&str> = table.lines().collect();
    let [head, rule, row] = rows[..] else {
        panic!("{table}");
    };
    let names: Vec<&str> = head.split('|').map(str::trim).collect();
    assert!(names.len() == 5 && !names[2].is_empty() && !names[3].is_empty());
    assert_eq!(rule, "| --- | --- | --- |");
    assert!(row.starts_with("| depot | "), "{table}");
    // Whoever is quoted is so under the head of the column; silence is told.
    let cells: Vec<&str> = row.split(" | ").collect();
    for (cell, name) in cells[1..].iter().zip(&names[2..]) {
        let said = cell.starts_with('“') && cell.contains(&format!("” — {name}, "));
        assert!(said || cell.contains("(nothing found)"), "{table}");
    }
    assert!(row.contains('“'), "{table}");
}
