//! Promises about the commands that ask over many articles.

use crate::case::{Case, Ran};

const FIRST: &str = "Pier to stay open

Quay Post | 14 August 2026

“The pier stays open until the last boat is home,” said Mara Kell, the harbour master.

“=1+1 is what they told us,” Jo Lindqvist said.
";

const SECOND: &str = "Harbour master sees no end

Dock Weekly | 15 August 2026

“The pier stays open until the last boat is home, and nobody sleeps,” Mara Kell said.
";

/// Runs a command on a library of both articles.
fn run(arguments: &[&str]) -> Ran {
    let case = Case::new()
        .file("first.txt", FIRST)
        .file("second.txt", SECOND);
    let added = case
        .command()
        .args(["add", "first.txt", "second.txt"])
        .output()
        .unwrap();
    assert!(added.status.success(), "{added:?}");
    case.run(arguments.iter().copied())
}

#[test]
fn quotes_of_one_utterance_are_one_line_and_each_a_record() {
    let lines = run(&["quotes", "by:kell"]);
    assert_eq!(lines.out().lines().count(), 1, "{}", lines.out());
    lines
        .prints_among("2026-08-15  Mara Kell: “The pier stays open until the last boat")
        .exits(0);
    let records = run(&["quotes", "by:kell", "--format", "jsonl"]);
    assert_eq!(records.out().lines().count(), 2);
    for line in records.out().lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(
            (&record["schema"], &record["speaker"]),
            (&2.into(), &"Mara Kell".into())
        );
        let id = format!(
            "{}@{}",
            record["article_id"].as_str().unwrap(),
            record["span"].as_str().unwrap()
        );
        assert_eq!(record["quote_id"], id.as_str());
    }
}

#[test]
fn a_spreadsheet_gets_no_formula_unless_it_is_asked_for() {
    let csv =
        |raw: &[&str]| run(&[&["quotes", "lindqvist", "--format", "csv"], raw].concat()).out();
    let cell = |text: &str| {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let record = reader.records().next().unwrap().unwrap();
        record.get(0).unwrap().to_owned()
    };
    assert!(csv(&[]).starts_with(
        "quote,speaker,speaker_role,speaker_by,confidence,guess,named,rule,cue,kind,mentions,"
    ));
    assert!(cell(&csv(&[])).starts_with("'=1+1"));
    assert!(cell(&csv(&["--raw"])).starts_with("=1+1"));
}

#[test]
fn actors_are_counted_over_all_articles() {
    run(&["actors", "kell", "--format", "csv"])
        .prints("name,kind,quotes,mentions,articles,sources,first,last\r\nMara Kell,person,2,2,2,0,2026-08-14,2026-08-15\r\n")
        .exits(0);
    run(&["actors", "nobody-of-this-name"]).exits(1);
}

#[test]
fn silence_of_a_lane_is_printed() {
    run(&[
        "compare",
        "Kell = by:kell",
        "Lindqvist = by:lindqvist",
        "--issues",
        "pier, boat",
    ])
    .prints_among("|  | Kell | Lindqvist |")
    .prints_among("| pier | “The pier stays open")
    .prints_among("| (nothing found) |")
    .exits(0);
    run(&["compare", "by:nobodyhere"])
        .complains("none of these lanes finds a quote")
        .exits(1);
}

#[test]
fn a_timeline_has_a_line_for_every_time() {
    run(&[
        "timeline",
        "Kell = by:kell",
        "All = is:quote",
        "--by",
        "day",
    ])
    .prints("time        Kell  All\n2026-08-14     1    2\n2026-08-15     1    1\n")
    .exits(0);
    run(&["timeline", "by:kell", "--by", "year", "--format", "csv"])
        .prints("time,by:kell\r\n2026,2\r\n");
}

#[test]
fn corrections_travel_as_a_file_all_or_none() {
    let correction = r#"{"mark": "same", "article": null, "who": {"name": "Mara Kell", "kind": "Person"}, "is": {"name": "Marit Kell", "kind": "Person"}}"#;
    let case = || {
        Case::new()
            .file("first.txt", FIRST)
            .file("good.jsonl", format!("{correction}\n"))
            .file(
                "bad.jsonl",
                format!("{correction}\n{{\"mark\": \"note\"}}\n"),
            )
    };
    let taken = case();
    let run_in = |case: &Case, arguments: &[&str]| {
        let output = case.command().args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    run_in(&taken, &["add", "first.txt"]);
    assert_eq!(run_in(&taken, &["corrections", "export"]), "");
    run_in(&taken, &["corrections", "import", "bad.jsonl"]);
    assert_eq!(run_in(&taken, &["corrections", "export"]), "");
    let said = run_in(&taken, &["corrections", "import", "good.jsonl"]);
    assert_eq!(said, "1 corrections taken over, 0 known\n");
    assert_eq!(
        run_in(&taken, &["corrections", "export"]),
        format!("{correction}\n")
    );
    assert!(run_in(&taken, &["actors", "kell"]).contains("Marit Kell (person)"));
    assert!(run_in(&taken, &["quotes", "by:marit"]).contains("Marit Kell: “The pier"));
    run_in(&taken, &["add", "first.txt"]);
    taken
        .run(["quotes", "by:marit"])
        .prints_among("Marit Kell")
        .exits(0);
}
