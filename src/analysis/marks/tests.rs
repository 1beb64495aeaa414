use super::*;
use crate::model::{Block, Meta};

/// An article whose every line is a body paragraph.
fn article(text: &str) -> Article {
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        if !span.is_empty() {
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span,
                credit: None,
            });
        }
    }
    Article::new(text.into(), blocks, Meta::default())
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<&str> = passages(&article(text))
        .passages
        .iter()
        .map(|passage| passage.span.of(text))
        .collect();
    assert_eq!(found, expected);
}

#[track_caller]
fn check_notes(text: &str, expected: &[(NoteKind, usize)]) {
    let found: Vec<(NoteKind, usize)> = passages(&article(text))
        .notes
        .iter()
        .map(|note| (note.kind, note.span.start))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn straight_and_curly_marks_enclose_passages() {
    check("\"The weir held,\" she said.", &["The weir held,"]);
    check(
        "“The weir held,” she said. “Barely.”",
        &["The weir held,", "Barely."],
    );
}

#[test]
fn a_straight_mark_closes_what_a_curly_one_opened() {
    check(
        "“The weir held,\" she said. \"Barely.”",
        &["The weir held,", "Barely."],
    );
}

#[test]
fn two_apostrophes_are_one_double_mark() {
    check("''I've paid for it,'' he said.", &["I've paid for it,"]);
}

#[test]
fn marks_of_other_languages_are_closed_by_their_own_partner() {
    check(
        "„Wir fahren“, sagte sie. „Heute.”",
        &["Wir fahren", "Heute."],
    );
    check("»Wir fahren«, sagte sie.", &["Wir fahren"]);
    check("« On part », dit-elle. «Demain.»", &["On part", "Demain."]);
    check("‹Wir fahren›, sagte sie.", &["Wir fahren"]);
    check("‚Wir fahren‘, sagte sie.", &["Wir fahren"]);
    check("「出発する」と述べた。『あす』", &["出発する", "あす"]);
    check("”Vi åker”, sade hon.", &["Vi åker"]);
    check("그는 “떠난다”고 말했다. ‘내일’이라고", &["떠난다", "내일"]);
}

#[test]
fn british_single_marks_are_no_apostrophes() {
    check(
        "‘It’s the workers’ pay,’ he said, ‘and ours.’",
        &["It’s the workers’ pay,", "and ours."],
    );
    check(
        "'It isn't the dogs' food,' he said.",
        &["It isn't the dogs' food,"],
    );
    check("the parties' talks in the '90s, rock 'n' roll", &[]);
    check("Get ’em while the boys’ tent is up", &[]);
    check(
        "from ‘boasters’ and ‘jokers’ alike.",
        &["boasters", "jokers"],
    );
}

#[test]
fn nested_marks_belong_to_the_outer_passage() {
    check(
        "“He called it ‘a mess’ and left,” she said.",
        &["He called it ‘a mess’ and left,"],
    );
    check(
        "‘He said “no” and left,’ she said.",
        &["He said “no” and left,"],
    );
    check("«Il a dit «non» hier», dit-elle.", &["Il a dit «non» hier"]);
    check(
        "„Er sagte ‚nein‘ dazu“, sagte sie.",
        &["Er sagte ‚nein‘ dazu"],
    );
}

#[test]
fn inches_and_markup_open_nothing() {
    check("a 12\" pipe and a 6'2\" guard", &[]);
    check("<a href=\"x\">He said \"no\"</a>", &["no"]);
}

#[test]
fn a_passage_may_run_over_paragraphs() {
    let text = "She said: “We waited.\n\n“Nobody came.\n\n“So we left.”\n\n“All of us.”";
    let found = passages(&article(text)).passages;
    let shape: Vec<(bool, Option<usize>)> = found.iter().map(|p| (p.closed, p.continues)).collect();
    assert_eq!(
        shape,
        [
            (false, None),
            (false, Some(0)),
            (true, Some(1)),
            (true, None)
        ]
    );
    check_notes(text, &[]);
}

#[test]
fn british_passages_run_over_paragraphs_too() {
    let text = "She said: ‘We’d waited for the boys’ bus.\n‘Nobody came,’ she said.";
    let found = passages(&article(text)).passages;
    let shape: Vec<(bool, Option<usize>)> = found.iter().map(|p| (p.closed, p.continues)).collect();
    assert_eq!(shape, [(false, None), (true, Some(0))]);
}

#[test]
fn a_mark_never_closed_quotes_its_paragraph_and_is_noted() {
    check(
        "It has “a plan for all.\nNobody saw it.",
        &["a plan for all."],
    );
    check_notes(
        "It has “a plan for all.\nNobody saw it.",
        &[(NoteKind::UnclosedQuote, 7)],
    );
    check("He said, \"One. And \"two\" more.", &["One. And", "two"]);
}

#[test]
fn a_closing_mark_alone_is_noted() {
    check_notes(
        "It has a plan.” Nobody saw it.",
        &[(NoteKind::StrayQuote, 14)],
    );
    check_notes(
        "Unity against ‘the storm’ and its trials’",
        &[(NoteKind::StrayQuote, 44)],
    );
    check_notes("the workers’ trials’", &[]);
}

#[test]
fn furniture_has_no_passages() {
    let mut article = article("Read more: “Ten tips”\n“Yes,” she said.");
    article.blocks[0].kind = BlockKind::Furniture;
    assert_eq!(passages(&article).passages.len(), 1);
}

#[test]
fn a_megabyte_of_marks_takes_no_longer_than_its_length() {
    for unit in ["\"", "“", "'a ", "‘’", "«»", "„“", "\"a ", "「『", "''"] {
        let text = unit.repeat(1_000_000 / unit.len());
        let start = std::time::Instant::now();
        passages(&article(&text));
        // Quadratic reading would take minutes.
        assert!(start.elapsed().as_secs() < 20, "{unit}");
    }
}
