//! The rows of the grammar, each on the list of articles.

use pullquote::search::{Query, run};

use super::{Case, TODAY, Told};

/// Checks which headlines a query finds, in list order; of each its first word.
#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let case = Case::new();
    let hits = run(&case.catalog, &case.library, &Query::parse(query), TODAY).unwrap();
    let headlines: Vec<String> = hits.positions.iter().map(|at| case.headline(*at)).collect();
    let first: Vec<&str> = headlines
        .iter()
        .map(|line| line.split(' ').next().unwrap())
        .collect();
    assert_eq!(first, expected, "{query}");
}

#[test]
fn an_empty_query_holds_for_all_in_list_order() {
    let all = [
        "Border",
        "Pier",
        "Fire",
        "Grenzgespräche",
        "서울에서",
        "Talks",
        "Café",
        "Undated",
    ];
    check("", &all);
    check("  ", &all);
    check("by: '", &all);
}

#[test]
fn all_words_must_hold_in_line_or_body() {
    check("border ", &["Border", "Talks"]);
    check("border ships ", &["Border", "Talks"]);
    check("quay ships ", &["Border"]);
    check("border pier ", &[]);
}

#[test]
fn the_last_word_is_also_a_beginning() {
    check("wai", &["Border"]);
    check("open wai", &["Border"]);
    check("wai ", &[]);
}

#[test]
fn a_phrase_is_words_in_this_order() {
    check("\"border talks\"", &["Border"]);
    check("\"talks border\"", &[]);
    check("\"no ships", &["Talks"]);
}

#[test]
fn an_exact_word_is_never_scattered() {
    check("'bord ", &["Border", "Talks"]);
    check("'brdr ", &[]);
    check("brdr ", &["Border"]);
}

#[test]
fn headline_or_name_begins_or_ends_so() {
    check("^border ", &["Border"]);
    check("resume$ ", &["Border"]);
    check("^falk ", &[]);
    check("falk$ ", &["Border", "Pier", "Fire", "Grenzgespräche"]);
    check("^talks$ ", &[]);
}

#[test]
fn what_must_not_be_is_left_out() {
    check("border -ships", &[]);
    check("talks !guards ", &["Border"]);
    check("talks -\"no ships\"", &["Border"]);
    check(
        "-the -talks",
        &["Grenzgespräche", "서울에서", "Café", "Undated"],
    );
}

#[test]
fn either_of_two_is_enough() {
    check("pier | cafe ", &["Pier", "Café"]);
    check("open pier | border ", &["Border", "Pier"]);
}

#[test]
fn a_capital_makes_one_word_case_sensitive() {
    check("bush ", &["Fire"]);
    check("Bush ", &["Fire"]);
    check("BusH ", &[]);
    // Nothing is written so: the key for capitals was on.
    check("BUSH ", &["Fire"]);
    check("Ships ", &[]);
    check("Border ships ", &["Border", "Talks"]);
}

#[test]
fn capitals_of_one_of_two_words_are_enough() {
    check("said:Bon | said:Nein by:falk ", &["Grenzgespräche"]);
    check("said:bon | said:nein by:falk ", &["Grenzgespräche"]);
    check("said:Bon | said:Nein ", &["Grenzgespräche", "Café"]);
    check("said:Border by:falk ", &[]);
}

#[test]
fn one_letter_of_a_field_is_not_looked_for_elsewhere() {
    check("title:z", &["Grenzgespräche"]);
    check("source:z", &[]);
}

#[test]
fn case_and_accents_are_folded_on_both_sides() {
    check("CAFÉ emile ", &["Café"]);
    check("café emile ", &["Café"]);
    check("cafe émile ", &["Café"]);
    check("grenzgesprache ", &["Grenzgespräche"]);
}

#[test]
fn a_speaker_is_found_by_any_part_of_the_name() {
    check("by:falk ", &["Border", "Grenzgespräche"]);
    check("by:\"ines falk\"", &["Border", "Grenzgespräche"]);
    check("by:김나래", &["서울에서"]);
    check("-by:falk is:quote", &["Pier", "Fire", "서울에서", "Café"]);
}

#[test]
fn words_of_a_quote_are_not_words_of_the_rest() {
    check("said:border ", &["Border"]);
    check("said:\"the pier\"", &["Pier"]);
    check("said:ships ", &[]);
    check("said:국경", &["서울에서"]);
}

#[test]
fn a_quote_that_mentions_a_name_is_found() {
    check("of:falk ", &["Fire"]);
}

#[test]
fn what_is_asked_of_quotes_holds_for_one_quote_together() {
    check("by:falk said:border ", &["Border"]);
    check("by:kimmel said:border ", &[]);
    check("by:roux said:bon said:bien ", &[]);
    check("by:falk is:guess", &["Grenzgespräche"]);
    check("said:the -by:falk", &["Pier"]);
}

#[test]
fn fields_of_an_article_are_asked_apart() {
    check("actor:falk ", &["Border", "Pier", "Fire", "Grenzgespräche"]);
    check("actor:kcna ", &["Talks"]);
    check("title:talks ", &["Border", "Talks"]);
    check("title:border ", &["Border"]);
    check("source:quay ", &["Border", "Fire", "Café"]);
    check("lang:de", &["Grenzgespräche"]);
    check("lang:KO", &["서울에서"]);
}

#[test]
fn times_are_days_months_stretches_and_counts_back_from_today() {
    check("date:2026-08", &["Border", "Pier", "Fire"]);
    check("date:2026-08-01..", &["Border", "Pier", "Fire"]);
    check("date:..2025", &["Talks", "Café"]);
    check(
        "date:2026-07-01..08-09",
        &["Fire", "Grenzgespräche", "서울에서"],
    );
    check("date:7d", &["Border", "Pier"]);
    check("date:1m", &["Border", "Pier", "Fire", "Grenzgespräche"]);
    check("-date:2026", &["Talks", "Café", "Undated"]);
}

#[test]
fn states_and_counts_of_quotes() {
    check(
        "is:quote",
        &[
            "Border",
            "Pier",
            "Fire",
            "Grenzgespräche",
            "서울에서",
            "Café",
        ],
    );
    check("is:unattributed", &["Fire"]);
    check("is:guess", &["Grenzgespräche"]);
    check("has:quotes>1", &["Café"]);
    check("has:actors=2", &["Pier", "Fire"]);
    check("has:quotes<1", &["Talks", "Undated"]);
}

#[test]
fn korean_is_found_inside_its_words() {
    check("서울", &["서울에서"]);
    check("회담", &["서울에서"]);
    check("열렸", &["서울에서"]);
    check("부산", &[]);
}

#[test]
fn signs_are_found_and_never_match_everything() {
    check("€", &["Undated"]);
    check("§", &[]);
    check("日本", &[]);
}

#[test]
fn scattered_letters_are_listed_only_when_nothing_holds_the_word() {
    let told: [Told; 2] = [
        ("", "", "", "Sol rises", "x"),
        ("", "", "", "Seoul waits", "x"),
    ];
    let case = Case::of(&told);
    let list = |query| {
        let query = Query::parse(query);
        let hits = run(&case.catalog, &case.library, &query, TODAY).unwrap();
        let lines = hits.positions.iter().map(|at| case.headline(*at));
        (lines.collect::<Vec<_>>(), hits.notes.len())
    };
    assert_eq!(list("sol "), (vec!["Sol rises".to_owned()], 0));
    assert_eq!(list("seul "), (vec!["Seoul waits".to_owned()], 1));
}

#[test]
fn letters_further_apart_than_twice_the_word_do_not_hold() {
    check("brtalk ", &["Border"]);
    check("btalk ", &[]);
}

#[test]
fn notes_say_what_was_not_understood() {
    let case = Case::new();
    let notes = |query: &str| {
        let query = Query::parse(query);
        run(&case.catalog, &case.library, &query, TODAY)
            .unwrap()
            .notes
    };
    assert!(notes("sorce:quay ")[0].contains("source:"));
    assert!(notes("brdr ")[0].contains("letters in order"));
    assert_eq!(notes("border "), [""; 0]);
}

#[test]
fn any_string_is_a_query() {
    let case = Case::new();
    for query in [
        "\"",
        "''",
        "!",
        "--",
        "-",
        "^",
        "$",
        "|",
        "||",
        "a|",
        "|a",
        "by:",
        "by:\"",
        "by::",
        ":",
        "date:",
        "date:x",
        "has:",
        "has:quotes>99999999999",
        "is:",
        "\0",
        "\u{202e}",
        "-\"",
        "!'^$",
        "\"a\"b\"c",
        "𝕬",
        "a\nb\tc",
        "%%",
        "by:!x",
        "said:'",
        "of:*",
        "title:(",
        "NEAR(a,b)",
        "🙂",
        "date:9999999d",
    ] {
        let parsed = Query::parse(query);
        assert!(
            run(&case.catalog, &case.library, &parsed, TODAY).is_ok(),
            "{query:?}"
        );
    }
}

#[test]
fn a_line_of_its_own_is_searched_inside_of_the_one_before() {
    // Each ends by itself: the last word of both is also a beginning.
    check("bord\nship", &["Border", "Talks"]);
    check("bord\nwai", &["Border"]);
    check("\"border talks\nquay | pier", &["Border"]);
}

#[test]
fn a_story_is_told_by_all_its_articles() {
    let told = |date, headline| (date, "Quay Post", "en", headline, "It was said on the day.");
    let case = Case::of(&[
        told("2026-03-09", "Sluice keeper speaks out at Velmoor"),
        told("2026-03-08", "Velmoor asks who opened its sluice"),
        told("2026-03-07", "Bakery wins a prize"),
        told("2026-01-02", "Sluice keeper speaks out at Velmoor again"),
    ]);
    let found = |query: &str| {
        let hits = run(&case.catalog, &case.library, &Query::parse(query), TODAY).unwrap();
        assert_eq!(hits.notes.len(), 0, "{query}");
        hits.positions
    };
    assert_eq!(found("story:opened"), [0, 1]);
    assert_eq!(found("story:\"speaks out\" "), [0, 1, 3]);
    assert_eq!(found("-story:opened"), [2, 3]);
    assert_eq!(found("story:bakery"), [2]);
    assert_eq!(found("story:nobody "), Vec::<usize>::new());
    let id = case.catalog.get(1).unwrap().id.to_string();
    assert_eq!(found(&format!("story:{id}")), [0, 1]);
    assert_eq!(found(&format!("story:{}", &id.to_string()[3..])), [0, 1]);
}
