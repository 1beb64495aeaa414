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

#[test]
fn a_german_verb_sends_its_subject_behind_it() {
    check_in(
        "de",
        "In einem Gespräch mit dem Inselfunk nannte Ministerin Petra Kuhn den Plan „einen teuren Irrweg für alle“.\n\
         Von der Universität Ovar hält Armin Kalt die Debatte für „völlig überzogen und sehr schädlich“.\n\
         „Die Mannschaft hat ihn sehr geliebt“, erinnert sich der langjährige Kapitän Torben Ahl.\n\
         Man habe das „mehrfach und deutlich gesagt“, fügte Petra Kuhn hinzu.",
        &[
            ("einen teuren", Some("Petra Kuhn")),
            ("völlig überzogen", Some("Armin Kalt")),
            ("Die Mannschaft", Some("Torben Ahl")),
            ("mehrfach", Some("Petra Kuhn")),
        ],
    );
}

#[test]
fn the_german_mood_of_reported_speech_goes_on_with_who_spoke() {
    check_in(
        "de",
        "„Wir brauchen den Hafen jetzt“, sagte Katrin Bolz. Die Vorwürfe seien „frei erfunden worden“.",
        &[
            ("Wir brauchen", Some("Katrin Bolz")),
            ("frei erfunden", Some("Katrin Bolz")),
        ],
    );
}

#[test]
fn german_sources_stand_behind_a_noun_or_before_zufolge() {
    check_in(
        "de",
        "Nach Angaben der Polizei war der Fahrer „stark betrunken und aggressiv“.\n\
         Nach den Worten von Falk Riemer gibt es „keinen Grund zur großen Sorge“.\n\
         Dem Rechnungshof zufolge ist die Lage „ernst, aber noch beherrschbar“.\n\
         „Wir sind alle sehr enttäuscht“, hieß es am Abend aus Kreisen der Union.",
        &[
            ("stark", Some("Polizei")),
            ("keinen", Some("Falk Riemer")),
            ("ernst", Some("Rechnungshof")),
            ("Wir sind", Some("Kreisen der Union")),
        ],
    );
}

#[test]
fn german_outlets_listen_in_the_dative() {
    let told = |text: &str| {
        let mut article = super::article(text);
        article.meta.language = Some("de".into());
        let quotes = pullquote::analysis::analyze(&article).quotes;
        let speaker = quotes[0].speaker.clone().expect("a speaker");
        speaker
            .via
            .map(|via| (via.name, via.relation.word().to_owned()))
    };
    let expected = |name: &str, relation: &str| Some((name.to_owned(), relation.to_owned()));
    for (text, via) in [
        (
            "„Wir haben keine Wahl“, sagte Petra Kuhn am Montag in Kiel der Nordischen Presse-Agentur.",
            expected("Nordischen Presse-Agentur", "told"),
        ),
        (
            "„Wir haben keine Wahl“, sagte Petra Kuhn dem „Küstenboten“.",
            expected("Küstenboten", "told"),
        ),
        (
            "Im Inselfunk sagte Petra Kuhn: „Wir haben keine Wahl.“",
            expected("Inselfunk", "told"),
        ),
        (
            "„Wir haben keine Wahl“, sagte Petra Kuhn nach Angaben der Agentur Nordpress.",
            expected("Agentur Nordpress", "reported_by"),
        ),
        (
            "„Wir haben keine Wahl“, sagte Petra Kuhn der Ministerin.",
            None,
        ),
    ] {
        assert_eq!(told(text), via, "{text}");
    }
}

#[test]
fn german_they_and_formal_you_are_not_one_woman() {
    check_in(
        "de",
        "Petra Kuhn traf die Fischer. „Wir haben keine Wahl mehr“, sagten sie.",
        &[("Wir haben", Some("sie"))],
    );
    check_in(
        "de",
        "Petra Kuhn traf die Fischer. „Wir haben keine Wahl mehr“, sagte sie.",
        &[("Wir haben", Some("Petra Kuhn"))],
    );
}
