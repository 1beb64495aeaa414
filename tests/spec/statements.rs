//! Promises about statements: what is reported without marks, and by whom.

use pullquote::analysis::analyze;
use pullquote::model::{Article, Block, BlockKind, Meta, Relation, Rule, Span, Statement};

use super::case::Case;

/// An article of one paragraph in `language`.
fn article(text: &str, language: &str) -> Article {
    let block = Block {
        kind: BlockKind::Paragraph,
        span: Span::new(0, text.len()),
        credit: None,
    };
    let meta = Meta {
        language: Some(language.into()),
        ..Meta::default()
    };
    Article::new(text.into(), vec![block], meta)
}

fn statements(text: &str) -> Vec<Statement> {
    analyze(&article(text, "en")).statements
}

/// Compares the statements of a paragraph and the names of their speakers.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let found = statements(text);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|one| (one.span.of(text), one.speaker.name.as_str()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn what_somebody_said_without_marks_is_a_statement() {
    check(
        "Ana Ruiz said on Friday that the old pier would close.",
        &[("that the old pier would close", "Ana Ruiz")],
    );
    check(
        "Ana Ruiz, the harbour master, said the pier was too weak.",
        &[("the pier was too weak", "Ana Ruiz")],
    );
    check(
        "The union warned its members that the yard was for sale.",
        &[("that the yard was for sale", "union")],
    );
}

#[test]
fn a_statement_may_stand_before_its_cue_and_around_it() {
    check(
        "The old pier will close in May, Ana Ruiz said.",
        &[("The old pier will close in May", "Ana Ruiz")],
    );
    check(
        "The pier, Ana Ruiz said, would have to be closed before the winter storms.",
        &[(
            "would have to be closed before the winter storms",
            "Ana Ruiz",
        )],
    );
    check(
        "In May, Ana Ruiz said the pier was safe.",
        &[("the pier was safe", "Ana Ruiz")],
    );
}

#[test]
fn a_source_has_what_stands_beside_it() {
    check(
        "The ferry lost its rudder near the shoal, according to the harbour master.",
        &[("The ferry lost its rudder near the shoal", "harbour master")],
    );
}

#[test]
fn a_statement_ends_where_the_reporter_goes_on() {
    check(
        "Ana Ruiz said the pier was safe, adding that it had been tested twice.",
        &[
            ("the pier was safe", "Ana Ruiz"),
            ("that it had been tested twice", "Ana Ruiz"),
        ],
    );
    check(
        "While Ana Ruiz says the pier is safe, the insurers have stopped paying.",
        &[("the pier is safe", "Ana Ruiz")],
    );
}

#[test]
fn pronouns_lead_to_the_one_they_mean() {
    check(
        "Ana Ruiz left the hall at noon. She said she would not return.",
        &[("she would not return", "Ana Ruiz")],
    );
}

#[test]
fn a_statement_tells_through_whom_it_came() {
    let found = statements("Ana Ruiz told the Calder Post that the pier would close.");
    let via = found[0].speaker.via.as_ref().unwrap();
    assert_eq!(
        (via.name.as_str(), via.relation),
        ("Calder Post", Relation::Told)
    );
    assert_eq!(found[0].speaker.rule, Rule::Statement);
}

#[test]
fn what_was_only_done_or_thought_is_no_statement() {
    check("The council added a lane to the bridge.", &[]);
    check("Ana Ruiz believes that the pier is safe.", &[]);
    check("The ferry was declared the winner of the race.", &[]);
    check("A pilot asked not to be named.", &[]);
    check(
        "“The pier is safe,” Ana Ruiz said on the quay in front of the old mill.",
        &[],
    );
}

#[test]
fn a_statement_overlaps_no_passage_and_no_other_statement() {
    let text = "Ana Ruiz said the plan was “a gift” to the port, and Tom Vidal said that \
                she had argued that the pier was “rotten”. Vidal said it was not, \
                adding “never” and warning that the insurers said it would sink.";
    let analysis = analyze(&article(text, "en"));
    let mut spans: Vec<Span> = analysis.quotes.iter().map(|quote| quote.span).collect();
    spans.extend(analysis.statements.iter().map(|one| one.span));
    spans.sort_unstable();
    assert!(!analysis.statements.is_empty());
    for pair in spans.windows(2) {
        assert!(!pair[0].overlaps(pair[1]), "{pair:?}");
    }
}

#[test]
fn other_languages_have_no_statements() {
    let text = "Ana Ruiz sagte, dass der Steg geschlossen wird.";
    assert!(analyze(&article(text, "de")).statements.is_empty());
}

#[test]
fn statements_are_printed_behind_the_quotes() {
    Case::new()
        .file("a.txt", "Pier to close\n\nHALLIN - The old pier stood for years.\n\nAna Ruiz said on Friday that the old pier would close.\n")
        .run(["parse", "a.txt"])
        .prints_among("Statements\n  that the old pier would close — Ana Ruiz (said)\n");
}
