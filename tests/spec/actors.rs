//! Promises about actors: what is joined, what is kept apart, and how they are named.

use pullquote::analysis::analyze;
use pullquote::ingest::{self, Hint};
use pullquote::model::{Actor, ActorKind};

fn actors(text: &str) -> (String, Vec<Actor>) {
    let hint = Hint {
        name: "a.txt".to_owned(),
    };
    let article = ingest::read(text.as_bytes(), &hint)
        .unwrap()
        .remove(0)
        .article;
    let actors = analyze(&article).actors;
    (article.text, actors)
}

/// Compares the names and kinds of all actors, in the order of their first mention.
#[track_caller]
fn check(text: &str, expected: &[(&str, ActorKind)]) {
    let (_, found) = actors(&format!("Harbour closes early\n\n{text}\n"));
    let found: Vec<(&str, ActorKind)> = found
        .iter()
        .map(|actor| (actor.name.as_str(), actor.kind))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_surname_alone_joins_the_full_name() {
    check(
        "Marta Lindgren opened the meeting. Lindgren left early, and Ms. Lindgren did not return.",
        &[("Marta Lindgren", ActorKind::Person)],
    );
}

#[test]
fn an_acronym_joins_its_long_form() {
    check(
        "The Coastal Safety Agency (CSA) closed the harbour. The CSA gave no reason.",
        &[("Coastal Safety Agency", ActorKind::Organization)],
    );
}

#[test]
fn a_country_is_one_place_and_its_adjective_no_mention() {
    let (text, found) = actors(
        "Harbour closes early\n\nNorth Korea sent a note. The North did not wait. A North Korean officer smiled.\n",
    );
    let country = found
        .iter()
        .find(|actor| actor.kind == ActorKind::Place)
        .unwrap();
    assert_eq!(country.name, "North Korea");
    let words: Vec<&str> = country.mentions.iter().map(|span| span.of(&text)).collect();
    assert_eq!(words, ["North Korea", "North"]);
}

#[test]
fn a_role_is_kept_as_printed_and_is_no_part_of_the_name() {
    let (text, found) = actors(
        "Harbour closes early\n\nDeputy Harbour Minister Marta Lindgren signed the order on Monday.\n",
    );
    let person = found
        .iter()
        .find(|actor| actor.kind == ActorKind::Person)
        .unwrap();
    assert_eq!(person.name, "Marta Lindgren");
    let roles: Vec<&str> = person.roles.iter().map(|span| span.of(&text)).collect();
    assert_eq!(roles, ["Deputy Harbour Minister"]);
}
