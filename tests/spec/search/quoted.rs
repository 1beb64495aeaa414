//! What a query finds in the lists of quotes and of actors.

use pullquote::search::{Query, actors, quotes, run};
use pullquote::study::{ActorOrder, actor_rows, profile, rows};

use super::{Case, TODAY};

/// Checks the words of the quotes that a query finds, in list order.
#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let case = Case::new();
    let found = quotes(
        &case.catalog,
        &case.library,
        (&Query::parse(query), 100),
        TODAY,
    )
    .unwrap();
    assert_eq!(found.found, found.quotes.len());
    let said = rows(&case.catalog, &case.library, &found.quotes).unwrap();
    let words: Vec<&str> = said.iter().map(|said| &*said.words).collect();
    assert_eq!(words, expected, "{query}");
}

#[test]
fn an_empty_query_finds_every_quote_newest_article_first() {
    let all = [
        "We shall open the border,",
        "The pier stays,",
        "Ines Falk lies,",
        "Nein,",
        "국경은 열린다",
        "Bon,",
        "Bien,",
    ];
    check("", &all);
    check("is:quote ", &all);
    check("b", &all);
}

#[test]
fn a_word_is_looked_for_in_the_quote_and_its_speaker() {
    check("border ", &["We shall open the border,"]);
    check(
        "falk ",
        &["We shall open the border,", "Ines Falk lies,", "Nein,"],
    );
    check("falk -lies ", &["We shall open the border,", "Nein,"]);
    check("Border ", &[]);
    check(
        "Falk ",
        &["We shall open the border,", "Ines Falk lies,", "Nein,"],
    );
}

#[test]
fn a_word_of_the_article_finds_all_its_quotes() {
    check("text:ships ", &["We shall open the border,"]);
    check("text:bush ", &["Ines Falk lies,"]);
    check("-text:falk ", &["국경은 열린다", "Bon,", "Bien,"]);
    check("text:ships by:falk ", &["We shall open the border,"]);
    check("text:ships said:pier ", &[]);
}

#[test]
fn quotes_of_somebody_without_a_name_are_a_work_list() {
    let mut entries: Vec<_> = super::ARTICLES.iter().map(super::entry).collect();
    let said = &mut entries[1].analysis.quotes[0];
    let speaker = said.speaker.as_mut().unwrap();
    (speaker.actor, speaker.name) = (None, "a harbour spokesman".into());
    let case = Case::holding(&entries);
    let found = |query: &str| {
        let query = Query::parse(query);
        let found = quotes(&case.catalog, &case.library, (&query, 100), TODAY).unwrap();
        let said = rows(&case.catalog, &case.library, &found.quotes).unwrap();
        let words = said.iter().map(|said| said.words.to_string());
        words.collect::<Vec<_>>()
    };
    assert_eq!(found("is:unnamed "), ["The pier stays,"]);
    assert_eq!(found("-is:unnamed ").len(), 6);
    let hits = run(
        &case.catalog,
        &case.library,
        &Query::parse("is:unnamed"),
        TODAY,
    )
    .unwrap();
    assert_eq!(case.headline(hits.positions[0]), "Pier stays open");
}

#[test]
fn fields_of_articles_and_of_quotes_narrow_together() {
    check(
        "source:quay ",
        &[
            "We shall open the border,",
            "Ines Falk lies,",
            "Bon,",
            "Bien,",
        ],
    );
    check("source:quay by:roux ", &["Bon,", "Bien,"]);
    check("date:2026-08 by:falk ", &["We shall open the border,"]);
    check("is:guess ", &["Nein,"]);
    check("is:unattributed ", &["Ines Falk lies,"]);
    check("of:falk ", &["Ines Falk lies,"]);
    check("by:roux | source:nordblatt ", &["Nein,", "Bon,", "Bien,"]);
    check(
        "-source:quay -lang:de",
        &["The pier stays,", "국경은 열린다"],
    );
}

#[test]
fn of_many_quotes_the_first_are_given_and_it_is_said_that_there_are_more() {
    let case = Case::new();
    let found = quotes(&case.catalog, &case.library, (&Query::parse(""), 2), TODAY).unwrap();
    assert_eq!((found.quotes.len(), found.found), (2, 7));
    let found = quotes(
        &case.catalog,
        &case.library,
        (&Query::parse("by:falk "), 1),
        TODAY,
    );
    let found = found.unwrap();
    assert_eq!((found.quotes.len(), found.found), (1, 2));
}

/// The actors that a query finds as lines.
fn listed(query: &str, order: ActorOrder) -> Vec<String> {
    let case = Case::new();
    let named = actors(&case.catalog, &case.library, &Query::parse(query), TODAY).unwrap();
    let rows = actor_rows(&case.catalog, &case.library, &named, order).unwrap();
    let line = |row: &pullquote::study::ActorRow| {
        let name = &case.catalog.name(row.name).unwrap().text;
        let days = [&row.first, &row.last].map(|day| day.as_deref().unwrap_or("-").to_owned());
        format!(
            "{name} {}/{}/{}/{} {}",
            row.quotes,
            row.mentions,
            row.articles,
            row.sources,
            days.join("..")
        )
    };
    rows.iter().map(line).collect()
}

#[test]
fn actors_are_counted_over_all_articles_or_those_asked_for() {
    assert_eq!(
        listed("", ActorOrder::Quotes)[..2],
        [
            "Ines Falk 2/4/4/3 2026-07-20..2026-08-14",
            "Émile Roux 2/2/1/1 2025-01-02..2025-01-02"
        ]
    );
    assert_eq!(
        listed("falk date:2026-08-10..", ActorOrder::Quotes),
        ["Ines Falk 1/2/2/2 2026-08-10..2026-08-14"]
    );
    assert_eq!(listed("roux -falk ", ActorOrder::Name).len(), 1);
    assert_eq!(listed("source:harbour ", ActorOrder::Name).len(), 3);
}

#[test]
fn a_profile_tells_all_about_a_name() {
    let case = Case::new();
    let named = actors(&case.catalog, &case.library, &Query::parse("falk "), TODAY).unwrap();
    let told = profile(&case.catalog, &case.library, named.names[0])
        .unwrap()
        .unwrap();
    assert_eq!((&*told.text, told.articles), ("Ines Falk", 4));
    assert_eq!(told.said.len(), 2);
    assert_eq!(told.said_of.len(), 1);
    let months: Vec<(&str, usize)> = told
        .months
        .iter()
        .map(|(month, count)| (&**month, *count))
        .collect();
    assert_eq!(months, [("2026-07", 1), ("2026-08", 1)]);
    let sources: Vec<(&str, usize)> = told
        .sources
        .iter()
        .map(|(source, count)| (&**source, *count))
        .collect();
    assert_eq!(
        sources,
        [("Nordblatt", 1), ("Quay Post", 1), ("Harbour Times", 0)]
    );
    assert_eq!(told.with.len(), 2);
}
