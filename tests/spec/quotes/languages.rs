//! Promises about quotes in other languages than English.

use super::*;

#[test]
fn a_pronoun_of_another_language_means_nobody_of_the_other_sex() {
    check_in(
        "es",
        "María Robles llegó con Juan Prado. «Faltan barcos», dijo ella.",
        &[("Faltan", Some("María Robles"))],
    );
    check_in(
        "es",
        "Juan Prado abrió el puerto. «Faltan barcos», dijo ella.",
        &[("Faltan", Some("ella"))],
    );
    check_in(
        "es",
        "Juan Prado abrió el puerto. Él dijo: «Faltan barcos».",
        &[("Faltan", Some("Juan Prado"))],
    );
}

#[test]
fn other_languages_have_their_verbs() {
    check_in(
        "de",
        "„Wir kommen“, sagte Anna Holt.",
        &[("Wir kommen", Some("Anna Holt"))],
    );
    check_in(
        "fr",
        "« On arrive », a déclaré Anne Holt.",
        &[("On arrive", Some("Anne Holt"))],
    );
    check_in(
        "es",
        "«Ya vamos todos», dijo Ana Holt.",
        &[("Ya vamos todos", Some("Ana Holt"))],
    );
}

#[test]
fn nouns_of_other_languages_do_not_speak_for_people() {
    check_in(
        "de",
        "Der Minister, so Anna Holt, habe „keinen Plan“ gehabt. Sie habe das Heft gelesen, sagte Holt, \
         „und wer es liest, lacht.“",
        &[
            ("keinen Plan", Some("Anna Holt")),
            ("und wer", Some("Anna Holt")),
        ],
    );
    check_in(
        "de",
        "# Hafenpreis: „Eine Reise ins Watt“ gewinnt",
        &[("Eine Reise ins Watt", None)],
    );
    check_in(
        "de",
        "Minister Peter Lund sagte in seinem Haus, das Werk sei „ein Fass ohne Boden“.",
        &[("ein Fass", Some("Peter Lund"))],
    );
    check_in(
        "es",
        "“No habrá nombres”, dijo el portavoz de Puertos Unidos.",
        &[("No habrá nombres", Some("portavoz de Puertos Unidos"))],
    );
}
