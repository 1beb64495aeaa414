use super::*;

/// Writes a query so that a test can be read: clauses by blanks, alternatives by `|`.
fn shown(query: &Query) -> String {
    let clause = |clause: &Clause| {
        let terms: Vec<String> = clause.terms.iter().map(term).collect();
        terms.join("|")
    };
    query
        .clauses
        .iter()
        .map(clause)
        .collect::<Vec<_>>()
        .join(" ")
}

fn term(term: &Term) -> String {
    let sign = if term.negated { "not " } else { "" };
    let name = format!("{:?}", term.test);
    let name = name.split('(').next().unwrap().to_lowercase();
    match &term.test {
        Test::Source(p) | Test::Language(p) | Test::Tag(p) | Test::Note(p) => {
            format!("{sign}{name}({})", words(p))
        }
        Test::Date(period) => format!("{sign}{period:?}"),
        Test::Is(state) => format!("{sign}{state:?}"),
        Test::Has(count) => format!("{sign}{:?} {}..{}", count.of, count.least, count.most),
        test => format!("{sign}{name}({})", words(test.pattern().unwrap())),
    }
}

fn words(pattern: &Pattern) -> String {
    let mut shown = match pattern.how {
        How::Fuzzy => pattern.words.clone(),
        How::Exact => format!("'{}", pattern.words),
        How::Phrase => format!("\"{}\"", pattern.words),
    };
    for (holds, mark) in [
        (pattern.begins, "^"),
        (pattern.ends, "$"),
        (pattern.cased, "A"),
        (pattern.growing, "…"),
    ] {
        if holds {
            shown.push_str(mark);
        }
    }
    shown
}

#[track_caller]
fn check(input: &str, expected: &str) {
    let query = Query::parse(input);
    assert_eq!(shown(&query), expected);
    assert_eq!(query.notes, [""; 0]);
}

#[track_caller]
fn check_note(input: &str, expected: &str, note: &str) {
    let query = Query::parse(input);
    assert_eq!(shown(&query), expected);
    assert!(
        query.notes.len() == 1 && query.notes[0].contains(note),
        "{:?}",
        query.notes
    );
}

#[test]
fn words_are_clauses_and_the_last_one_may_be_a_beginning() {
    check("border talks", "anywhere(border) anywhere(talks…)");
    check("border talks ", "anywhere(border) anywhere(talks)");
    check("  ", "");
}

#[test]
fn quotation_marks_make_a_phrase_and_an_open_one_is_closed_at_the_end() {
    check(
        "\"border talks\" x",
        "anywhere(\"border talks\") anywhere(x…)",
    );
    check("\"border ta", "anywhere(\"border ta\"…)");
    check("“border talks”", "anywhere(\"border talks\")");
    check("\"", "");
}

#[test]
fn operators_stand_before_and_after_a_word() {
    check(
        "'bord ^seoul talks$ x",
        "anywhere('bord) anywhere(seoul^) anywhere(talks$) anywhere(x…)",
    );
    check("-ships !boats", "not anywhere(ships) not anywhere(boats…)");
    check("!^seoul$ x", "not anywhere(seoul^$) anywhere(x…)");
}

#[test]
fn operators_without_a_word_ask_nothing_yet_and_symbols_are_text() {
    check("' ^ x", "anywhere(x…)");
    check("a - b", "anywhere(a) anywhere(b…)");
    check("5% $ €", "anywhere(5%) anywhere($) anywhere(€…)");
}

#[test]
fn a_stroke_binds_closer_than_the_blank() {
    check(
        "a kim | park b",
        "anywhere(a) anywhere(kim)|anywhere(park) anywhere(b…)",
    );
    check("kim|park ", "anywhere(kim)|anywhere(park)");
    check("| kim | ", "anywhere(kim)");
}

#[test]
fn a_capital_counts_for_its_word_alone() {
    check("Bush fire ", "anywhere(bushA) anywhere(fire)");
}

#[test]
fn fields_take_words_and_phrases() {
    check(
        "by:kim said:\"no deal\" of:'lee ",
        "by(kim) said(\"no deal\") of('lee)",
    );
    check(
        "actor:a title:^b source:c lang:de ",
        "actor(a) title(b^) source(c) language(de)",
    );
    check("-BY:kim by:", "not by(kim)");
    check("by:kim | by:park ", "by(kim)|by(park)");
}

#[test]
fn words_alone_get_a_field_and_all_else_stays() {
    let check = |input: &str, expected: &str| {
        assert_eq!(Query::with_field(input, "text"), expected);
    };
    check("ferry", "text:ferry");
    check(
        " ferry \"old dock\"  -rain by:kim",
        " text:ferry text:\"old dock\"  -text:rain by:kim",
    );
    check(
        "kim|'park is:guess date:7d",
        "text:kim|text:'park is:guess date:7d",
    );
    check("colour:red by: |", "text:colour:red by: |");
    check("", "");
}

#[test]
fn states_and_counts_are_read() {
    check(
        "is:quote is:unattributed is:unnamed is:guess",
        "Quote Unattributed Unnamed Guess",
    );
    check(
        "has:quotes>3 has:actors<=2 has:quotes",
        "Quotes 4..4294967295 Actors 0..2 Quotes 1..4294967295",
    );
    check("has:quotes>", "Quotes 0..4294967295");
}

#[test]
fn an_unknown_field_is_text_with_the_nearest_name_in_a_note() {
    check_note("autor:kim ", "anywhere(autor:kim)", "did you mean actor:?");
    check_note("colour:red ", "anywhere(colour:red)", "there are by: said:");
    check_note("is:guessed ", "anywhere(is:guessed)", "did you mean guess?");
    check_note("date:soon ", "anywhere(date:soon)", "no date");
    check(
        "http://a.example 12:30 ",
        "anywhere(http://a.example) anywhere(12:30)",
    );
}

#[test]
fn letters_that_fold_to_nothing_still_ask_for_something() {
    let query = Query::parse("\u{301}");
    assert!(!query.is_empty());
    assert!(query.wanted().all(|pattern| !pattern.words.is_empty()));
}

#[test]
fn marks_of_a_person_are_fields_and_states() {
    check(
        "tag:water note:\"call back\" x ",
        "tag(water) note(\"call back\") anywhere(x)",
    );
    check(
        "is:picked -is:fixed is:SEEN is:unseen",
        "Picked not Fixed Seen Unseen",
    );
    check_note("tags:water ", "anywhere(tags:water)", "did you mean tag:?");
    check_note("is:pick ", "anywhere(is:pick)", "did you mean picked?");
}
