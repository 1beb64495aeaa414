//! Promises about corrections: shown at once, stronger than the program and than any
//! new import, and taken back.

use crate::case::Case;

const DOCK: &str = "Harbour vote\n\n\
    2026-03-02\n\n\
    “We cannot mend the dock,” Ingrid Vael said on Monday. The ferryman Joss Penhale shook his head.\n\n\
    “Nobody asked us,” Joss Penhale told the council.\n";
const ISLAND: &str = "Islanders wait\n\n\
    2026-03-04\n\n\
    “The sea does not ask,” Inga Vael said on the quay. A dozen people listened to Inga Vael there.\n";

fn case() -> Case {
    Case::new()
        .file("press/dock.txt", DOCK)
        .file("press/island.txt", ISLAND)
}

/// The screen after these keys, and the case for further ones.
fn shown(case: Case, keys: &str) -> (String, Case) {
    let ran = case.run(["--keys", keys, "--size", "100x40", "--screen", "press"]);
    let screen = ran.out();
    assert_eq!(ran.err(), "");
    (screen, ran.then())
}

/// Plays keys and looks for words on the screen.
#[track_caller]
fn check(case: Case, keys: &str, words: &[&str]) -> Case {
    let (screen, case) = shown(case, keys);
    for words in words {
        assert!(
            screen.contains(words),
            "no {words:?} after {keys}:\n{screen}"
        );
    }
    case
}

#[test]
fn another_speaker_is_shown_at_once_with_its_sign_and_told() {
    let case = check(
        case(),
        "2 / mend Enter W Joss Enter",
        &[
            "✓ Joss Penhale",
            "speaker of “We cannot mend the dock,”: Joss Penhale",
        ],
    );
    let case = check(
        case,
        "2 / mend Enter U w W Joss Enter",
        &["Joss Penhale, because a person chose"],
    );
    let case = check(
        case,
        "/ dock Enter Enter ] w W nobody Enter",
        &["Nobody, because a person said so"],
    );
    let case = check(
        case,
        "/ dock Enter Enter ] w U",
        &["Joss Penhale, because a person chose"],
    );
    let case = check(
        case,
        "2 / mend Enter w",
        &["Joss Penhale, because a person chose"],
    );
    check(case, "/ dock Enter Enter Tab", &["✓ Joss Penhale"]);
}

#[test]
fn what_goes_on_from_a_corrected_quote_is_told() {
    let text = "Harbour vote\n\n2026-03-02\n\n\
        “We cannot mend the dock,” Ingrid Vael said on Monday, “and nobody will pay for it.” \
        The ferryman Joss Penhale shook his head.\n";
    check(
        Case::new().file("press/dock.txt", text),
        "2 / mend Enter W Joss Enter",
        &["speaker of “We cannot mend the dock,”: Joss Penhale, and of 1 that goes on from it"],
    );
}

#[test]
fn the_name_that_merely_stands_first_is_asked_back_once() {
    let case = check(
        case(),
        "3 / inga Enter m Enter",
        &["Enter again: Inga Vael is Ingrid Vael, one name"],
    );
    let case = check(case, "3 / vael Enter", &["Inga Vael", "Ingrid Vael"]);
    check(
        case,
        "3 / inga Enter m Enter Enter",
        &["one name: Inga Vael is Ingrid Vael"],
    );
}

#[test]
fn a_correction_wins_over_files_that_are_read_again() {
    let case = check(case(), "2 / mend Enter W Joss Enter", &["✓ Joss Penhale"]);
    // The same words in a file of another name, read anew.
    std::fs::remove_file(case.path().join("press/dock.txt")).unwrap();
    let case = case.file("press/again.txt", DOCK);
    let case = check(case, "2 / mend Enter", &["✓ Joss Penhale"]);
    let case = check(
        case,
        "2 / mend Enter U",
        &["taken back: speaker of", " Ingrid Vael"],
    );
    check(
        case,
        "2 / mend Enter",
        &["Ingrid Vael          “We cannot mend"],
    );
}

#[test]
fn what_was_decided_goes_along_with_a_changed_text() {
    let case = check(
        case(),
        "2 / mend Enter W Joss Enter a i ask Enter",
        &["✓ Joss Penhale", "note on"],
    );
    let changed = DOCK.replace("shook his head", "shook his head and left");
    let changed = changed.replace("Harbour vote", "Harbour vote: what was said");
    let longer = format!("{changed}\nThe vote was nine to four.\n");
    let case = case.file("press/dock.txt", longer);
    let case = check(
        case,
        "6",
        &["Basket 1", "✓ Joss Penhale", "   ask", "what was said"],
    );
    let keys = "2 / mend Enter U U U";
    check(
        case,
        keys,
        &["taken back: speaker of", "Ingrid Vael          “We"],
    );
}

#[test]
fn a_quote_may_be_by_nobody_and_again_by_whom_the_program_had() {
    let case = check(
        case(),
        "2 / mend Enter W nobody Enter",
        &["✓ nobody", ": nobody"],
    );
    let case = check(
        case,
        "2 / is:unattributed Enter w",
        &["Nobody, because a person said so."],
    );
    let case = check(case, "2 / mend Enter W back", &["as the program had it"]);
    check(
        case,
        "2 / mend Enter W back Enter",
        &[" Ingrid Vael ", ": as the program had it"],
    );
}

#[test]
fn a_name_that_no_article_has_is_typed() {
    let case = check(
        case(),
        "2 / mend Enter W Asta Space Brandt",
        &["Asta Brandt  a new name"],
    );
    check(
        case,
        "2 / mend Enter W Asta Space Brandt Enter 3 / Ctrl-U Brandt Enter",
        &["Asta Brandt"],
    );
}

#[test]
fn two_names_become_one_and_two_again() {
    let case = check(
        case(),
        "3 / Inga Enter Enter m Ingrid Enter",
        &[
            "one name: Inga Vael is Ingrid Vael",
            "also Inga Vael",
            "said 2",
        ],
    );
    let case = check(case, "3 / vael Enter", &["Actors 1  /vael"]);
    let case = check(
        case,
        "3 / vael Enter Enter M Enter",
        &["apart again: Inga Vael and Ingrid Vael", "said 1"],
    );
    let case = check(
        case,
        "3 / vael Enter U",
        &["taken back: apart again", "Actors 1"],
    );
    check(
        case,
        "3 / vael Enter U",
        &["taken back: one name", "Actors 2"],
    );
}

#[test]
fn in_one_article_a_name_is_somebody_else() {
    let case = check(
        case(),
        "3 / Inga Enter Enter m Ingrid Enter M sister",
        &["sister  is who it is in this article"],
    );
    check(
        case,
        "3 / vael Enter Enter M sister Enter 3 q / Esc Esc",
        &["sister", "Ingrid Vael"],
    );
}

#[test]
fn kind_and_name_are_corrected_by_name() {
    let case = check(
        case(),
        "3 / Joss Enter Enter : kind Enter org Enter",
        &[
            "Joss Penhale is a kind of its own now: organization",
            "✓ organization",
        ],
    );
    let case = check(
        case,
        "3 / Joss Enter Enter : rename Enter Ctrl-U Jo Space Penhale Enter",
        &["Joss Penhale is called Jo Penhale", "Jo Penhale"],
    );
    // Called as before, which must not lead in a circle.
    check(
        case,
        "3 / Penhale Enter Enter : rename Enter Ctrl-U Joss Space Penhale Enter 3 q",
        &["O Joss Penhale"],
    );
}

#[test]
fn corrections_of_all_marked_quotes_are_one_deed() {
    let case = check(
        case(),
        "2 x x x W nobody Enter",
        &["speaker of 3 quotes: nobody"],
    );
    check(
        case,
        "2 U",
        &["taken back: speaker of 3 quotes", "Joss Penhale"],
    );
}

#[test]
fn what_was_decided_is_written_before_it_is_told() {
    let case = check(case(), "2 a j t dock Enter F", &["no search is saved yet"]);
    let case = check(case, "6", &["Basket 1", "The sea does not ask,"]);
    check(case, "2 T", &["no tag is here"]);
}
