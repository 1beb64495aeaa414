//! Marking words of the text by keys and by the mouse, and what is done with them.

use pullquote::app::keymap::Mode;
use pullquote::app::pointer::{Target, Touch};
use pullquote::app::{Action, Effect};
use pullquote::model::Mark;

use super::*;

/// What is copied by `keys` in the text of the first article.
#[track_caller]
fn copied(desk: &mut Desk, keys: &str) -> String {
    desk.slow = true;
    desk.keys(keys);
    desk.slow = false;
    match desk.outstanding.pop() {
        Some(Effect::Copy { text }) => text,
        other => panic!("{other:?}: {}", notice(&desk.app)),
    }
}

fn reading() -> Desk {
    let mut desk = desk();
    desk.keys("Enter");
    desk
}

#[test]
fn words_are_marked_with_v_and_copied_with_y_as_they_were_printed() {
    let mut desk = reading();
    assert_eq!(copied(&mut desk, "v w w y"), "Harbour council votes");
    assert_eq!(desk.app.mode(), Mode::Reader);
    // From the quote one stands at, and from the letter one has gone to.
    desk.keys("]");
    let words = quote(&desk.app).to_owned();
    assert_eq!(copied(&mut desk, "v ] h l y"), words);
    assert_eq!(copied(&mut desk, "g V y").lines().count(), 1);
}

#[test]
fn esc_q_and_ctrl_c_end_the_mark_and_nothing_else() {
    for key in ["Esc", "q", "Ctrl-C"] {
        let mut desk = reading();
        desk.keys("v w");
        assert_eq!(desk.app.mode(), Mode::Selection);
        desk.keys(key);
        assert_eq!(desk.app.mode(), Mode::Reader, "{key}");
        assert_eq!(desk.done, []);
    }
}

#[test]
fn what_is_marked_is_seen_without_colour_and_heard_in_plain_mode() {
    let mut desk = reading();
    desk.keys("v w w");
    assert!(shown(&desk.app).contains("3 words marked"));
    let drawn = picture(&desk.app);
    let reversed =
        |cell: &&ratatui::buffer::Cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED);
    let marked: String = drawn
        .content()
        .iter()
        .filter(reversed)
        .map(|cell| cell.symbol())
        .collect();
    assert!(marked.contains("Harbour council votes"), "{marked}");
    let mut desk = Desk::plain(library(), 80, 24);
    desk.keys("Enter v w w");
    assert_eq!(notice(&desk.app), "3 words marked, to: votes");
}

#[test]
fn a_passage_that_is_no_quote_goes_into_the_basket_and_takes_tags() {
    let mut desk = reading();
    desk.keys("v w a");
    assert_eq!(desk.app.mode(), Mode::Reader);
    let picks = desk.app.marks().picks();
    let words: Vec<&str> = picks.iter().map(|(_, on)| on.words.as_str()).collect();
    assert_eq!(words, ["Harbour council"]);
    desk.keys("v t").typed("port").keys("Enter");
    assert!(
        notice(&desk.app).contains("tagged"),
        "{}",
        notice(&desk.app)
    );
}

#[test]
fn the_mark_is_left_with_its_article_and_its_pane() {
    let mut desk = reading();
    desk.keys("v");
    desk.act(Action::Touched(
        Target::Pane(pullquote::app::screen::Focus::List),
        Touch::Press,
    ));
    assert_eq!(desk.app.mode(), Mode::List);
    desk.keys("Enter");
    assert_eq!(desk.app.mode(), Mode::Reader);
}

#[test]
fn dragging_marks_letters_from_where_the_button_went_down() {
    let mut desk = desk();
    let at = |line, column| Target::Text { line, column };
    desk.act(Action::Touched(at(0, 9), Touch::Press));
    desk.act(Action::Touched(at(0, 12), Touch::Drag));
    desk.act(Action::Touched(at(0, 15), Touch::Drag));
    assert_eq!(copied(&mut desk, "y"), "council");
    // A click alone marks nothing, and takes away what was marked.
    desk.act(Action::Touched(at(0, 1), Touch::Press));
    desk.act(Action::Touched(at(0, 3), Touch::Drag));
    desk.act(Action::Touched(at(0, 1), Touch::Press));
    assert_eq!(desk.app.mode(), Mode::Reader);
}

#[test]
fn v_marks_only_in_the_text_and_says_so() {
    let mut desk = desk();
    desk.keys("v");
    assert!(
        notice(&desk.app).contains("mark-words on a text"),
        "{}",
        notice(&desk.app)
    );
}

#[test]
fn a_mark_of_a_little_more_than_a_quote_is_not_the_quote() {
    let mut desk = reading();
    desk.keys("] a");
    let words = quote(&desk.app).to_owned();
    desk.keys("t").typed("said").keys("Enter");
    desk.keys("i").typed("of the quote").keys("Enter");
    // With one word more.
    desk.keys("v ] w a");
    let picks = desk.app.marks().picks();
    let picks: Vec<String> = picks.iter().map(|(_, on)| on.words.clone()).collect();
    assert_eq!(picks.len(), 2, "{}", notice(&desk.app));
    assert_eq!(picks[0], words);
    assert!(picks[1].starts_with(&words) && picks[1] != words);
    desk.keys("v ] w i").typed("of more").keys("Enter");
    let notes = desk.app.marks().all().iter();
    let notes = notes.filter(|mark| matches!(mark, Mark::Noted { .. }));
    assert_eq!(notes.count(), 2);
    // The same words again take out what was marked, and nothing else.
    desk.keys("v ] w a");
    let left = desk.app.marks().picks();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].1.words, words);
}

#[test]
fn dragging_begins_anew_with_every_press() {
    let mut desk = desk();
    let at = |line, column| Target::Text { line, column };
    let text = Target::Pane(pullquote::app::screen::Focus::Reader);
    desk.act(Action::Touched(at(0, 9), Touch::Press));
    // Below the text there is no letter.
    desk.act(Action::Touched(text, Touch::Press));
    desk.act(Action::Touched(at(0, 15), Touch::Drag));
    assert_eq!(desk.app.mode(), Mode::Reader);
    // Two clicks at one place end a mark as one does.
    desk.act(Action::Touched(at(0, 9), Touch::Press));
    desk.act(Action::Touched(at(0, 15), Touch::Drag));
    desk.act(Action::Touched(at(0, 9), Touch::Again));
    assert_eq!(desk.app.mode(), Mode::Reader);
    // Another article has come between.
    desk.act(Action::Touched(at(0, 9), Touch::Press));
    desk.keys("J");
    desk.act(Action::Touched(at(0, 15), Touch::Drag));
    assert_eq!(desk.app.mode(), Mode::Reader);
}
