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

/// The actor of that name, and the text in which its spans lie.
#[track_caller]
fn actor(text: &str, name: &str) -> (String, Actor) {
    let (text, found) = actors(&format!("Harbour closes early\n\n{text}\n"));
    let names: Vec<&str> = found.iter().map(|actor| actor.name.as_str()).collect();
    let index = names.iter().position(|known| *known == name);
    let index = index.unwrap_or_else(|| panic!("no {name} among {names:?}"));
    (text, found[index].clone())
}

/// Compares the printed mentions of one actor.
#[track_caller]
fn mentions(text: &str, name: &str, expected: &[&str]) {
    let (text, actor) = actor(text, name);
    let found: Vec<&str> = actor.mentions.iter().map(|span| span.of(&text)).collect();
    assert_eq!(found, expected);
}

/// Compares the printed roles of one actor.
#[track_caller]
fn roles(text: &str, name: &str, expected: &[&str]) {
    let (text, actor) = actor(text, name);
    let found: Vec<&str> = actor.roles.iter().map(|span| span.of(&text)).collect();
    assert_eq!(found, expected);
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
fn two_people_of_one_surname_stay_apart_though_a_letter_parts_them() {
    check(
        "Mario Rossi built the pier. Maria Rossi paid for it. Daniel Ortega and Daniela Ortega came.",
        &[
            ("Mario Rossi", ActorKind::Person),
            ("Maria Rossi", ActorKind::Person),
            ("Daniel Ortega", ActorKind::Person),
            ("Daniela Ortega", ActorKind::Person),
        ],
    );
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

#[test]
fn names_in_either_order_are_one_person() {
    mentions(
        "Seo Min-ji won the race on Friday. The crowd cheered Seo. Min-ji Seo is nineteen.",
        "Seo Min-ji",
        &["Seo Min-ji", "Seo", "Min-ji Seo"],
    );
    mentions(
        "Kenji Arakawa won the race on Friday. Arakawa Kenji is nineteen, and Arakawa trains daily.",
        "Kenji Arakawa",
        &["Kenji Arakawa", "Arakawa Kenji", "Arakawa"],
    );
}

#[test]
fn initials_middle_names_and_accents_do_not_part_a_person() {
    mentions(
        "Marta Lindgren signed. M. Lindgren had refused before. Marta Ines Lindgren wrote the letter.",
        "Marta Ines Lindgren",
        &["Marta Lindgren", "M. Lindgren", "Marta Ines Lindgren"],
    );
    mentions(
        "Andrés Peña resigned on Monday. Andres Pena had led the club, and Peña thanked all.",
        "Andrés Peña",
        &["Andrés Peña", "Andres Pena", "Peña"],
    );
}

#[test]
fn a_role_behind_the_name_is_kept_with_what_it_is_of() {
    roles(
        "Greta Moss, chair of the Ilva Valley Farmers' League, spoke first.",
        "Greta Moss",
        &["chair of the Ilva Valley Farmers' League"],
    );
    roles(
        "Pavel Drost, 61, the former harbour master, disagreed with the plan.",
        "Pavel Drost",
        &["former harbour master"],
    );
}

#[test]
fn the_body_of_an_office_and_its_holder_are_two_actors() {
    check(
        "The chief executive of the Dockers Council Anna Torrent left. So did CEO of the Relief Council Emma Holt.",
        &[
            ("Dockers Council", ActorKind::Organization),
            ("Anna Torrent", ActorKind::Person),
            ("Relief Council", ActorKind::Organization),
            ("Emma Holt", ActorKind::Person),
        ],
    );
    roles(
        "The letter came from CEO of the Relief Council Emma Holt on Monday.",
        "Emma Holt",
        &["CEO of the Relief Council"],
    );
}

#[test]
fn a_place_alone_is_no_role() {
    roles(
        "In Portugal, Marta Lindgren was freed. Portugal's Marta Lindgren thanked them.",
        "Marta Lindgren",
        &[],
    );
}

#[test]
fn an_acronym_and_its_long_form_join_in_either_order() {
    mentions(
        "The CSA (Coastal Safety Agency) closed the harbour. Later the Coastal Safety Agency opened it.",
        "Coastal Safety Agency",
        &["CSA", "Coastal Safety Agency", "Coastal Safety Agency"],
    );
    mentions(
        "A note went to the DWU. DWU is the Dock Workers' Union of Ovar. The Dock Workers' Union of Ovar was silent.",
        "Dock Workers' Union of Ovar",
        &[
            "DWU",
            "DWU",
            "Dock Workers' Union of Ovar",
            "Dock Workers' Union of Ovar",
        ],
    );
}

#[test]
fn a_known_acronym_needs_no_gloss() {
    let (_, actor) = actor("The boats were counted by NATO on Monday.", "NATO");
    assert_eq!(actor.kind, ActorKind::Organization);
}

#[test]
fn a_meeting_of_a_body_is_no_actor() {
    check(
        "She spoke at the Congress of the DWU, and the Dock Workers' Union (DWU) cheered.",
        &[("Dock Workers' Union", ActorKind::Organization)],
    );
}

#[test]
fn a_capital_that_acts_is_the_government_of_its_country() {
    mentions(
        "Norway closed its ports on Monday. Oslo said the step was legal, and a rift between Oslo and Lima grew.",
        "Norway",
        &["Norway", "Oslo", "Oslo"],
    );
}

#[test]
fn a_capital_where_something_happens_is_a_city() {
    check(
        "Norway closed its ports on Monday. In Oslo people marched, and shops in Oslo stayed shut.",
        &[("Norway", ActorKind::Place), ("Oslo", ActorKind::Place)],
    );
}

#[test]
fn the_man_the_city_and_the_government_of_one_name_are_three() {
    let text = "Denise Washington has lived in Washington since May. The United States has no plan. \
        Dr. Washington said the work was hard.";
    mentions(
        text,
        "Denise Washington",
        &["Denise Washington", "Washington"],
    );
    mentions(text, "Washington", &["Washington"]);
    mentions(
        "The United States left the talks. Washington said the treaty was dead.",
        "United States",
        &["United States", "Washington"],
    );
}

#[test]
fn a_surname_alone_goes_to_the_one_of_two_named_last() {
    mentions(
        "Marta Lindgren spoke first. Then came Oskar Lindgren. Lindgren left early.",
        "Oskar Lindgren",
        &["Oskar Lindgren", "Lindgren"],
    );
}

#[test]
fn a_title_tells_two_of_one_surname_apart() {
    mentions(
        "Marta Lindgren spoke first. Then came Oskar Lindgren. Ms. Lindgren left early, Mr. Lindgren stayed.",
        "Marta Lindgren",
        &["Marta Lindgren", "Lindgren"],
    );
}

#[test]
fn shouted_names_of_a_transcript_are_its_people() {
    let text = "Harbour master Lena Torvik was heard with council member David Okafor.\n\n\
        TORVIK: We had no power.\n\nD. OKAFOR: Who decided that?\n\nTORVIK: I did.";
    check(
        text,
        &[
            ("Lena Torvik", ActorKind::Person),
            ("David Okafor", ActorKind::Person),
        ],
    );
}

#[test]
fn he_and_she_go_to_the_one_person_who_fits() {
    mentions(
        "Marta Lindgren met Oskar Holm in May. She left early because her train was late. He stayed.",
        "Marta Lindgren",
        &["Marta Lindgren", "She", "her"],
    );
}

#[test]
fn they_it_and_we_are_left_alone() {
    mentions(
        "Marta Lindgren met Oskar Holm in May. They talked, and it was long. We waited.",
        "Marta Lindgren",
        &["Marta Lindgren"],
    );
}

#[test]
fn parks_programs_and_works_are_no_people() {
    check(
        "She walked in Victoria Park and wrote it on Rocky Linux. He read \u{201c}Don't Hug Peter Cactus\u{201d} twice.",
        &[],
    );
}

#[test]
fn the_author_and_the_outlet_of_an_article_are_no_actors() {
    let (_, found) = actors(
        "Harbour closes early\n\nBy Anna Torrent, Calder Post\n\nMay 3, 2024\n\n\
         Marta Lindgren closed the harbour on Monday. The gate stays shut until June, and ships wait outside.\n",
    );
    let names: Vec<&str> = found.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["Marta Lindgren"]);
}

#[test]
fn every_mention_and_role_lies_in_the_text() {
    let (text, found) = actors(
        "Harbour closes early\n\nMinister Marta Lindgren — “Mia” — met Łukasz Żak of the Æther Society (ÆS) in Tromsø. She wept.\n",
    );
    assert!(found.len() > 2);
    for actor in &found {
        assert!(actor.mentions.is_sorted());
        assert!(
            actor
                .mentions
                .iter()
                .any(|span| span.of(&text) == actor.name)
        );
        for alias in &actor.aliases {
            assert!(actor.mentions.iter().any(|span| span.of(&text) == alias));
        }
        assert!(actor.roles.iter().all(|span| !span.of(&text).is_empty()));
    }
}

#[test]
fn the_letter_of_a_caption_is_nobody() {
    let text = "Prime Minister Ana Beltran (L) shakes hands with mayor Jonas Thiel before the talks in Hallin.";
    let (_, found) = actors(&format!("Talks begin in Hallin\n\n{text}\n"));
    let names: Vec<&str> = found.iter().map(|actor| actor.name.as_str()).collect();
    assert!(!names.contains(&"L"), "{names:?}");
    assert!(names.contains(&"Ana Beltran"), "{names:?}");
}
