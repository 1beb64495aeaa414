//! What the finder lists, and what ranks before what.

use pullquote::search::{Finder, Finding, FindingKind, Query, find_in_text, marks};

use super::{Case, TODAY, Told};

fn find(case: &Case, query: &str, scope: Option<FindingKind>) -> Vec<Finding> {
    let mut finder = Finder::new(case.catalog.clone(), &case.library).unwrap();
    let found = finder
        .find(&Query::parse(query), scope, 200, TODAY)
        .unwrap();
    assert_eq!(found.found, found.items.len(), "{query}");
    assert_eq!(found.searched, case.catalog.len());
    found.items
}

/// A finding on one line, with brackets around the marked letters.
fn shown(finding: &Finding) -> String {
    let mut label = finding.label.clone();
    for mark in finding.marks.iter().rev() {
        label.insert(mark.end, ']');
        label.insert(mark.start, '[');
    }
    format!("{:?}: {label} · {}", finding.kind, finding.detail)
}

#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let found = find(&Case::new(), query, None);
    assert_eq!(
        found.iter().map(shown).collect::<Vec<_>>(),
        expected,
        "{query}"
    );
}

#[test]
fn everything_is_searched_at_once_and_the_matched_letters_are_marked() {
    check(
        "border ",
        &[
            "Article: [Border] talks resume · Quay Post · 2026-08-14",
            "Quote: We shall open the [border], · Ines Falk · Quay Post · 2026-08-14",
            "Body: No talks, no ships. [Border] guards of the Korean Central News Agency left. \
             · Talks on ships fail · Harbour Times · 2025-12-31",
        ],
    );
}

#[test]
fn a_name_leads_to_its_newest_article_its_quotes_and_headlines() {
    check(
        "kimmel",
        &[
            "Actor: Oskar [Kimmel] · person · 1 article",
            "Article: Pier stays open · Oskar Kimmel · Harbour Times · 2026-08-10",
            "Quote: The pier stays, · Oskar Kimmel · Harbour Times · 2026-08-10",
        ],
    );
}

#[test]
fn an_acronym_leads_to_the_full_name() {
    let found = find(&Case::new(), "kcna", Some(FindingKind::Actor));
    let shown: Vec<String> = found.iter().map(shown).collect();
    assert_eq!(
        shown,
        ["Actor: Korean Central News Agency ([KCNA]) · organization · 1 article"]
    );
}

#[test]
fn guesses_and_unknown_speakers_are_shown_as_such() {
    let quotes = |query| {
        let found = find(&Case::new(), query, Some(FindingKind::Quote));
        found
            .iter()
            .map(|finding| finding.detail.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(quotes("nein"), ["? Ines Falk · Nordblatt · 2026-07-20"]);
    assert_eq!(quotes("lies"), ["unattributed · Quay Post · 2026-08-01"]);
}

#[test]
fn a_finding_opens_at_its_words() {
    let case = Case::new();
    for (query, words) in [
        ("\"shall open\"", "We shall open the border,"),
        ("guards", "guards"),
        ("roux", "Émile Roux"),
    ] {
        let found = find(&case, query, None);
        let opened = found.iter().filter_map(|finding| {
            let text = case
                .library
                .entry(finding.article)
                .unwrap()
                .unwrap()
                .article
                .text;
            finding.span.map(|span| span.of(&text).to_owned())
        });
        assert!(opened.into_iter().any(|opened| opened == words), "{query}");
    }
}

#[test]
fn one_kind_can_be_asked_for() {
    let case = Case::new();
    for scope in [FindingKind::Article, FindingKind::Quote, FindingKind::Body] {
        let found = find(&case, "border ", Some(scope));
        assert!(!found.is_empty() && found.iter().all(|finding| finding.kind == scope));
    }
    let bodies = find(&case, "border ", Some(FindingKind::Body));
    assert_eq!(
        bodies.len(),
        2,
        "bodies count though the headline holds the word too"
    );
}

#[test]
fn fields_narrow_every_kind() {
    let case = Case::new();
    let count = |query| find(&case, query, None).len();
    assert_eq!(count("border source:harbour "), 1);
    assert_eq!(count("border date:2025 "), 1);
    let found = find(&case, "by:falk ", None);
    let kinds = |kind| found.iter().filter(|finding| finding.kind == kind).count();
    assert_eq!(
        [FindingKind::Actor, FindingKind::Article, FindingKind::Quote].map(kinds),
        [1, 2, 2]
    );
}

#[test]
fn nothing_typed_finds_nothing() {
    let case = Case::new();
    assert_eq!(find(&case, "", None), []);
    assert_eq!(find(&case, "by:", None), []);
}

/// Checks the order in which headlines are found.
#[track_caller]
fn check_order(query: &str, headlines: &[&str]) {
    let told: Vec<Told> = headlines
        .iter()
        .rev()
        .map(|line| ("", "", "", *line, "x"))
        .collect();
    let found = find(&Case::of(&told), query, Some(FindingKind::Article));
    let labels: Vec<&str> = found.iter().map(|finding| &*finding.label).collect();
    assert_eq!(labels, headlines, "{query}");
}

#[test]
fn a_whole_word_beats_a_beginning_beats_an_inside_beats_scattered_letters() {
    check_order(
        "port",
        &[
            "A very long line on the port",
            "Ports",
            "Airport",
            "Pro rota",
            "Apron rota",
        ],
    );
}

#[test]
fn scattered_letters_never_beat_a_whole_word_however_close_they_stand() {
    check_order(
        "bord bord",
        &["Somewhere far away there is a Bord", "Bo-rd"],
    );
}

#[test]
fn shorter_lines_come_first_among_equals() {
    check_order(
        "pier",
        &["The pier", "The pier in the rain and in the snow"],
    );
}

#[test]
fn words_in_another_order_are_found() {
    check_order("talks border", &["Border talks"]);
}

#[test]
fn the_newest_comes_first_when_nothing_else_tells() {
    let told: [Told; 3] = [
        ("2025-01-01", "", "", "Pier one", "x"),
        ("2026-01-01", "", "", "Pier two", "x"),
        ("2024-01-01", "", "", "Pier six", "x"),
    ];
    let found = find(&Case::of(&told), "pier", Some(FindingKind::Article));
    let labels: Vec<&str> = found.iter().map(|finding| &*finding.label).collect();
    assert_eq!(labels, ["Pier two", "Pier one", "Pier six"]);
}

#[test]
fn the_count_is_exact_though_only_the_best_are_listed() {
    let headlines: Vec<String> = (0..900).map(|n| format!("Pier number {n}")).collect();
    let told: Vec<Told> = headlines
        .iter()
        .map(|line| ("", "", "", &**line, "The pier."))
        .collect();
    let case = Case::of(&told);
    let mut finder = Finder::new(case.catalog.clone(), &case.library).unwrap();
    for query in ["p", "pi", "pier", "pie", "pier n"] {
        let found = finder.find(&Query::parse(query), None, 200, TODAY).unwrap();
        assert_eq!((found.found, found.items.len()), (900, 200), "{query}");
    }
}

#[test]
fn a_capital_counts_in_the_finder_too() {
    let count = |query| find(&Case::new(), query, None).len();
    assert_eq!(count("Bush "), 2);
    assert_eq!(count("BUSH "), count("bush "));
    assert_eq!(count("Falk "), count("falk "));
}

#[test]
fn quotes_are_found_by_word_state_and_date_together() {
    let words = |query| {
        let found = find(&Case::new(), query, Some(FindingKind::Quote));
        let labels = found.iter().map(|finding| finding.label.clone());
        labels.collect::<Vec<_>>()
    };
    assert_eq!(words("is:quote pier "), ["The pier stays,"]);
    assert_eq!(
        words("falk date:2026-08-14 "),
        ["We shall open the border,"]
    );
    assert_eq!(words("said:Bien | said:nein "), ["Nein,", "Bien,"]);
    assert_eq!(words("said:BieN "), [""; 0]);
}

#[test]
fn a_reader_marks_what_was_looked_for() {
    let text = "The Café’s border: borders, aboard.";
    let marked = |query| {
        let spans = marks(&Query::parse(query), text);
        spans.iter().map(|span| span.of(text)).collect::<Vec<_>>()
    };
    assert_eq!(marked("cafe bord -the"), ["Café", "bord", "bord"]);
    assert_eq!(marked("\"cafe's border\""), ["Café’s border"]);
    let spans = find_in_text("oar", text).spans;
    assert_eq!(
        spans.iter().map(|span| span.of(text)).collect::<Vec<_>>(),
        ["oar"]
    );
}

/// The words of the quotes that are found, newest first.
fn quoted(query: &str) -> Vec<String> {
    let found = find(&Case::new(), query, Some(FindingKind::Quote));
    found.into_iter().map(|finding| finding.label).collect()
}

#[test]
fn a_quote_is_found_by_its_words_and_by_its_speaker() {
    assert_eq!(
        quoted("falk "),
        ["We shall open the border,", "Ines Falk lies,", "Nein,"]
    );
    assert_eq!(
        quoted("falk | pier "),
        [
            "We shall open the border,",
            "The pier stays,",
            "Ines Falk lies,",
            "Nein,"
        ]
    );
}

#[test]
fn a_quote_with_the_word_or_by_the_name_is_left_out() {
    assert_eq!(quoted("by:falk -border "), ["Nein,"]);
    assert_eq!(quoted("stays -kimmel "), Vec::<String>::new());
    assert_eq!(quoted("stays -border "), ["The pier stays,"]);
}
