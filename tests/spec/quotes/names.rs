//! Promises about the names of speakers.

use super::*;

#[test]
fn names_that_are_also_other_words_are_names() {
    check(
        "“It is done,” said Carol From. “In this case,” said Mark May, “it is not.”",
        &[
            ("It is done,", Some("Carol From")),
            ("In this case,", Some("Mark May")),
            ("it is not.", Some("Mark May")),
        ],
    );
}

#[test]
fn party_and_state_in_brackets_are_no_part_of_the_name() {
    check(
        "Gov. Ana Holt (R-OH), said the road was “a promise we kept.”",
        &[("a promise", Some("Ana Holt"))],
    );
    check(
        "Senate Leader Peter M. Lund (D-Nev.) told reporters that the vote was late and that “nobody will wait for it.”",
        &[("nobody will", Some("Peter M. Lund"))],
    );
}

#[test]
fn the_state_a_senator_sits_for_is_not_the_senator() {
    check(
        "Sen. Ana Holt of Ohio called the bill “a bad joke.”",
        &[("a bad joke", Some("Ana Holt"))],
    );
}

#[test]
fn titles_and_roles_before_a_name_are_cut_off() {
    check(
        "“We hold the line,” said Air Force 1st Lt. Tyler Marsh.\n“So do we,” said his campaign manager Jeff Aldous.\n“And we,” said Lund constituent Dora Pell.",
        &[
            ("We hold", Some("Tyler Marsh")),
            ("So do we,", Some("Jeff Aldous")),
            ("And we,", Some("Dora Pell")),
        ],
    );
}

#[test]
fn a_spokesman_in_apposition_is_the_one_named() {
    check(
        "A spokesman for the union, Brian Marsh, said the offer was “an insult to nurses.”",
        &[("an insult", Some("Brian Marsh"))],
    );
    check(
        "The mayor, Ana Holt, told reporters: “The road stays shut.”",
        &[("The road", Some("Ana Holt"))],
    );
}

#[test]
fn a_title_speaks_with_the_name_of_the_person_beside_it() {
    let speaks = [("the quay is ours", Some("Ana Holt"))];
    for who in [
        "President Ana Holt",
        "The Vice President, Ana Holt,",
        "First Minister of Iceland Ana Holt",
        "The ambassador to the United Nations Ana Holt",
        "Ana Holt, Dean of the School of Law",
        "Ana Holt, the dean of the School of Law,",
        "General Ana Holt, in remarks to state television,",
    ] {
        check(
            &format!("{who} said “the quay is ours” on Monday."),
            &speaks,
        );
    }
    check(
        "A spokesman for Ana Holt said “the quay is ours” on Monday.",
        &[("the quay is ours", Some("spokesman for Ana Holt"))],
    );
    check(
        "“The quay is ours,” said a docker using the name Ana Holt.",
        &[("The quay is ours,", Some("docker"))],
    );
}

#[test]
fn a_name_may_begin_with_a_small_article() {
    check(
        "Harbour director General Omar al-Masri, in remarks to the radio, said “the quay is ours.”",
        &[("the quay is ours.", Some("Omar al-Masri"))],
    );
}

#[test]
fn a_body_is_meant_by_the_last_word_of_its_name() {
    check(
        "Fines went up at the Ports Ministry. The ministry said the harbour was “open to all.”",
        &[("open to all", Some("Ports Ministry"))],
    );
}

#[test]
fn names_in_ly_are_no_adverbs() {
    check(
        "After the mayor met the press, “the harbour stays open,” Italy said.",
        &[("the harbour", Some("Italy"))],
    );
    check(
        "Ana Holt was there too. “The eels are back,” Sally said.",
        &[("The eels", Some("Sally"))],
    );
    check(
        "“The eels are back,” Ana Holt quietly said.",
        &[("The eels", Some("Ana Holt"))],
    );
}

#[test]
fn he_is_whoever_spoke_and_nobody_whom_only_the_quoted_words_name() {
    check(
        "Oskar Holm backs the plan.\n\
         “The first thing is to stop Peter Lund at the vote,” said Oskar Holm. \
         “Then I will go home,” he said.\n\
         “Lund cannot win this,” he added.",
        &[
            ("The first", Some("Oskar Holm")),
            ("Then I", Some("Oskar Holm")),
            ("Lund cannot", Some("Oskar Holm")),
        ],
    );
    check(
        "Lund's words may be sharp, said Oskar Holm, who teaches history. \
         “They are for his own people,” he said.",
        &[("They are", Some("Oskar Holm"))],
    );
}

#[test]
fn he_may_speak_long_after_his_name() {
    let rows = "The quay was built in stone. ".repeat(5);
    check(
        &format!("Oskar Holm opened the quay. {rows}\n“It is done,” he said."),
        &[("It is done", Some("Oskar Holm"))],
    );
}

#[test]
fn the_president_is_the_one_who_is_so_now_and_named_most() {
    check(
        "President Marta Lindgren spoke on Monday. Former President Oskar Holm listened. \
         “The quay is ours,” the president said.",
        &[("The quay", Some("Marta Lindgren"))],
    );
    check(
        "Minister Marta Lindgren met Minister Oskar Holm. “The quay is ours,” the minister said.",
        &[("The quay", Some("minister"))],
    );
}

#[test]
fn the_kind_of_a_body_alone_means_the_body() {
    check(
        "The Calder Department of Harbours closed the quay. \
         “It is not safe,” the Department said in a letter.",
        &[("It is not", Some("Calder Department of Harbours"))],
    );
}

#[test]
fn who_hangs_on_a_body_speaks_and_not_the_body() {
    check(
        "A source within the Harbour Ministry said “the quay will close.”",
        &[("the quay", Some("source within the Harbour Ministry"))],
    );
    check(
        "Ana Duarte of victims group Harbour Watch said, “We were not asked about any of it.”",
        &[("We were", Some("Ana Duarte"))],
    );
    check(
        "Lead author Daniel Tolland, a Ph.D. candidate at Ovar, said, “Frogs have very odd heads.”",
        &[("Frogs have", Some("Daniel Tolland"))],
    );
}

#[test]
fn a_title_or_a_common_word_does_not_part_a_name() {
    check(
        "“It is a costly quay,” said Will Tolland, a teacher. “We pay for it,” Tolland said.",
        &[
            ("It is", Some("Will Tolland")),
            ("We pay", Some("Will Tolland")),
        ],
    );
    check(
        "“It is a costly quay,” said Jessie Tolland, 70. “We pay for it,” Mr. Tolland said.",
        &[
            ("It is", Some("Jessie Tolland")),
            ("We pay", Some("Jessie Tolland")),
        ],
    );
}

// A newcomer found the lawyer who had asked under the captain's answer.
#[test]
fn who_answers_is_not_who_asked() {
    check(
        "Captain Boris Lund spoke first. Asked by the board's lawyer, Martin Pell, why he had turned, Lund answered that nobody had told him of the rock. “I steered by the chart,” he said.",
        &[("I steered", Some("Boris Lund"))],
    );
    check(
        "Asked by Martin Pell about Boris Lund, the mayor left. “I know him well,” said Pell.",
        &[("I know him", Some("Martin Pell"))],
    );
}
