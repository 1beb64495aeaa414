//! Tags, notes, picks, corrections and what was read: in lists of articles and of quotes.

use pullquote::model::{Change, Mark, Place, Span, Who};
use pullquote::search::{Finder, FindingKind, Query, quotes, run};
use pullquote::study::rows;

use super::{Case, TODAY};

/// The articles with marks: the first one is tagged and read, its quote picked; a quote
/// of the third is tagged and noted; of the fourth the speaker is corrected.
fn marked() -> Case {
    let mut case = Case::new();
    let whole = |at: usize| Place {
        article: case.catalog.get(at).unwrap().id,
        span: Span::default(),
        words: String::new(),
    };
    let on = |at: usize, words: &str| {
        let article = case.catalog.get(at).unwrap().id;
        let text = case.library.entry(article).unwrap().unwrap().article.text;
        let start = text.find(words).unwrap();
        Place {
            article,
            span: Span::new(start, start + words.len()),
            words: words.to_owned(),
        }
    };
    let tagged = |on, tag: &str| Mark::Tagged {
        on,
        tag: tag.to_owned(),
    };
    let marks = [
        tagged(whole(0), "Water rights"),
        Mark::Seen {
            article: whole(0).article,
        },
        Mark::Picked {
            on: on(0, "We shall open the border,"),
            order: 0,
        },
        tagged(on(2, "Ines Falk lies,"), "slander"),
        // Another analysis left out the comma.
        Mark::Noted {
            on: on(2, "Ines Falk lies"),
            note: "Call the mayor.\nThen Émile.".to_owned(),
        },
        Mark::Speaker {
            on: on(3, "Nein,"),
            speaker: None,
        },
        Mark::Speaker {
            on: on(6, "Bien,"),
            speaker: Some(Who {
                name: "Émile Roux".to_owned(),
                kind: Some(pullquote::model::ActorKind::Person),
            }),
        },
    ];
    let changes = marks.map(Change::Set);
    case.library.change("marks", &changes).unwrap();
    case.catalog = case.library.catalog().unwrap();
    case
}

/// Checks which articles, by the first words of their headlines, and which quotes a
/// query finds.
#[track_caller]
fn check(query: &str, articles: &[&str], expected: &[&str]) {
    let case = marked();
    let parsed = Query::parse(query);
    assert_eq!(parsed.notes, [""; 0], "{query}");
    let hits = run(&case.catalog, &case.library, &parsed, TODAY).unwrap();
    let headlines: Vec<String> = hits.positions.iter().map(|at| case.headline(*at)).collect();
    let first: Vec<&str> = headlines
        .iter()
        .map(|line| line.split(' ').next().unwrap())
        .collect();
    assert_eq!(first, articles, "articles of {query}");
    let found = quotes(&case.catalog, &case.library, (&parsed, 100), TODAY).unwrap();
    let said = rows(&case.catalog, &case.library, &found.quotes).unwrap();
    let words: Vec<&str> = said.iter().map(|said| &*said.words).collect();
    assert_eq!(words, expected, "quotes of {query}");
}

#[test]
fn an_article_has_its_own_tags_and_those_of_its_quotes_and_a_quote_has_its_own() {
    check("tag:water ", &["Border"], &[]);
    check("tag:slander ", &["Fire"], &["Ines Falk lies,"]);
    check("tag:s", &["Border", "Fire"], &["Ines Falk lies,"]);
    check("tag:\"water rights\"", &["Border"], &[]);
    check("tag:^rights ", &[], &[]);
    check("tag:Slander ", &[], &[]);
    check(
        "tag:water | tag:slander ",
        &["Border", "Fire"],
        &["Ines Falk lies,"],
    );
    check("tag:water tag:slander ", &[], &[]);
    check("tag:water by:falk ", &["Border"], &[]);
    check("tag:water by:kimmel ", &[], &[]);
}

#[test]
fn a_note_is_found_by_its_words() {
    check("note:mayor ", &["Fire"], &["Ines Falk lies,"]);
    check("note:emile tag:slander ", &["Fire"], &["Ines Falk lies,"]);
    check("note:pier ", &[], &[]);
}

#[test]
fn what_was_picked_corrected_and_read_is_found() {
    check("is:picked ", &["Border"], &["We shall open the border,"]);
    check(
        "is:fixed ",
        &["Grenzgespräche", "Café"],
        &["Nein,", "Bien,"],
    );
    check("is:fixed is:unattributed ", &["Grenzgespräche"], &["Nein,"]);
    check("is:seen ", &["Border"], &["We shall open the border,"]);
    check(
        "is:unseen source:quay ",
        &["Fire", "Café"],
        &["Ines Falk lies,", "Bon,", "Bien,"],
    );
}

#[test]
fn what_is_not_marked_so_is_found_too() {
    check(
        "-is:fixed source:quay ",
        &["Border", "Fire"],
        &["We shall open the border,", "Ines Falk lies,", "Bon,"],
    );
    check(
        "-tag:water -is:picked source:quay ",
        &["Fire", "Café"],
        &["Ines Falk lies,", "Bon,", "Bien,"],
    );
}

#[test]
fn the_finder_knows_marks_too() {
    let case = marked();
    let mut finder = Finder::new(case.catalog.clone(), &case.library).unwrap();
    let query = Query::parse("falk tag:slander ");
    let found = finder.find(&query, None, 10, TODAY).unwrap();
    let kinds: Vec<FindingKind> = found.items.iter().map(|item| item.kind).collect();
    assert!(kinds.contains(&FindingKind::Article) && kinds.contains(&FindingKind::Quote));
    let labels: Vec<&str> = found.items.iter().map(|item| item.label.as_str()).collect();
    assert!(
        !labels.iter().any(|label| label.contains("border")),
        "{labels:?}"
    );
}
