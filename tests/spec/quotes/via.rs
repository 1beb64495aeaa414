//! Promises about through whom words came, and whose they are then.

use super::*;

#[test]
fn an_outlet_relays_what_the_inner_speaker_said() {
    check_via(
        "The State News Agency said that Ana Holt stressed the road is a “shared treasure” of both towns.",
        "Ana Holt",
        Some(("State News Agency", "reported_by")),
    );
    check_via(
        "Ana Holt called for calm to face “hostile waters” in a note to her party, state media said Tuesday.",
        "Ana Holt",
        Some(("state media", "reported_by")),
    );
    check_via(
        "“We will rebuild,” Ana Holt added, according to the Harbour Gazette.",
        "Ana Holt",
        Some(("Harbour Gazette", "reported_by")),
    );
    check_via(
        "The Harbour Gazette quoted Ana Holt as saying “we will rebuild every pier.”",
        "Ana Holt",
        Some(("Harbour Gazette", "reported_by")),
    );
    check_via(
        "A colleague said Captain Ana Holt described the fog as “a wall of wool.”",
        "Ana Holt",
        Some(("colleague", "reported_by")),
    );
}

#[test]
fn an_outlet_that_speaks_itself_is_the_speaker() {
    check_via(
        "Holt sent the letter “to thank the crews,” the State News Agency said.",
        "State News Agency",
        None,
    );
}

#[test]
fn listeners_and_media_are_kept_as_via() {
    check_via(
        "“We will rebuild,” Ana Holt told the Harbour Gazette.",
        "Ana Holt",
        Some(("Harbour Gazette", "told")),
    );
    check_via(
        "“We will rebuild,” Ana Holt told reporters.",
        "Ana Holt",
        Some(("reporters", "told")),
    );
    check_via(
        "“We will rebuild,” Ana Holt said in a statement.",
        "Ana Holt",
        Some(("statement", "medium")),
    );
    check_via(
        "“We will rebuild,” Ana Holt wrote on Twitter.",
        "Ana Holt",
        Some(("Twitter", "medium")),
    );
    check_via(
        "In an interview with Radio Nord, Ana Holt said: “We will rebuild.”",
        "Ana Holt",
        Some(("Radio Nord", "told")),
    );
    check_via(
        "A statement from Ana Holt said the pier was “gone for good.”",
        "Ana Holt",
        Some(("statement", "medium")),
    );
}

#[test]
fn listeners_and_documents_are_named_beside_any_verb_of_the_speaker() {
    let told = Some(("Reuters", "told"));
    check_via(
        "Calling the plan “a slow flood,” Ana Holt told Reuters she would leave.",
        "Ana Holt",
        told,
    );
    check_via(
        "In remarks to Reuters, Ana Holt called the plan “a slow flood.”",
        "Ana Holt",
        told,
    );
    check_via(
        "Ana Holt issued a statement at noon, calling the plan “a slow flood.”",
        "Ana Holt",
        Some(("statement", "medium")),
    );
}

#[test]
fn a_document_speaks_where_nobody_signs_it() {
    check(
        "The council got an email that read “pay or we leave the town.”",
        &[("pay or we leave", Some("email"))],
    );
    check(
        "“No more night flights!” read one banner.",
        &[("No more", Some("one banner"))],
    );
}
