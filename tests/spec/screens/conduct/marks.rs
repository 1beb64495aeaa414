//! What a person decides: the basket, and taking everything back.

use pullquote::model::Span;

use super::*;

/// The words of everything in the basket; nothing for a whole article.
fn basket(desk: &Desk) -> Vec<String> {
    let people = desk.people.borrow();
    let places = people.marks.basket().into_iter();
    places.map(|place| place.words.clone()).collect()
}

#[test]
fn a_quote_goes_into_the_basket_and_out_of_it_again() {
    let mut desk = desk();
    desk.keys("] ] ] a");
    assert_eq!(notice(&desk.app), "into the basket: “Nobody asked us,”");
    assert_eq!(basket(&desk), ["Nobody asked us,"]);
    assert!(shown(&desk.app).contains("\n+Islanders filled the hall."));
    desk.keys("a");
    assert_eq!(notice(&desk.app), "out of the basket: “Nobody asked us,”");
    assert_eq!(basket(&desk), [""; 0]);
}

#[test]
fn without_a_quote_the_article_goes_into_the_basket() {
    let mut desk = desk();
    desk.keys("j a");
    assert_eq!(notice(&desk.app), "into the basket: this article");
    let people = desk.people.borrow();
    let place = people.marks.basket()[0].clone();
    assert_eq!(place.span, Span::default());
    let row = desk.app.articles().listing().selected().unwrap();
    assert_eq!(place.article, row.id);
}

#[test]
fn the_same_quote_is_picked_on_every_screen_that_lists_it() {
    for keys in ["2 a", "2 c 4 a", "Enter Tab j j a", "3 Enter a"] {
        let mut desk = Desk::new(echoes(), 120, 30);
        desk.keys(keys);
        assert_eq!(basket(&desk).len(), 1, "{keys}");
        assert!(notice(&desk.app).starts_with("into the basket: “"));
    }
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 j a");
    assert!(shown(&desk.app).contains("\n>+"));
    desk.keys("k");
    assert!(shown(&desk.app).contains("\n +"));
}

#[test]
fn what_was_done_is_taken_back_and_done_again_by_name() {
    let mut desk = desk();
    desk.keys("] a ] a U");
    assert!(notice(&desk.app).starts_with("taken back: into the basket: “Every winter"));
    desk.keys("U U");
    assert_eq!(notice(&desk.app), "there is nothing to take back");
    assert_eq!(basket(&desk).len(), 0);
    desk.keys("Ctrl-R");
    assert!(notice(&desk.app).starts_with("done again: into the basket: “We cannot mend"));
    assert_eq!(basket(&desk).len(), 1);
}

#[test]
fn nothing_is_told_and_no_sign_is_shown_before_it_is_written() {
    let mut desk = desk();
    desk.keys("]");
    desk.slow = true;
    desk.keys("a");
    assert_eq!(notice(&desk.app), "");
    assert_eq!(desk.app.marks().picked(), 0);
    // Meant is what the first key made of it.
    desk.keys("a");
    for effect in std::mem::take(&mut desk.outstanding) {
        let answer = desk.answer(&effect).unwrap();
        desk.app.update(answer);
    }
    assert!(notice(&desk.app).starts_with("out of the basket"));
    assert_eq!(desk.app.marks().picked(), 0);
}

#[test]
fn a_change_that_cannot_be_written_is_told_and_nothing_changes() {
    let mut desk = desk();
    desk.keys("]");
    desk.slow = true;
    desk.keys("a");
    let effect = desk.outstanding.pop().unwrap();
    let pullquote::app::Effect::Change { ticket, .. } = effect else {
        panic!("{effect:?}");
    };
    desk.act(Action::Failed(ticket, "the disk is full".into()));
    assert_eq!(notice(&desk.app), "the disk is full");
    assert_eq!(desk.app.marks().picked(), 0);
}
