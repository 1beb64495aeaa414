//! What a person decides: the basket, and taking everything back.

use pullquote::app::screen::Screen;
use pullquote::model::{Change, Mark, Span};

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
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("2 c 4 a");
    assert!(
        shown(&desk.app).contains("│+ 2026-03-0"),
        "{}",
        shown(&desk.app)
    );
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

#[test]
fn the_basket_keeps_the_order_of_the_person() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 a j a j a 6");
    assert_eq!(desk.app.screen(), Screen::Basket);
    let before = basket(&desk);
    assert_eq!(before.len(), 3);
    desk.keys("} }");
    assert_eq!(notice(&desk.app), "one row down in the basket");
    let moved = [&before[1], &before[2], &before[0]];
    assert_eq!(basket(&desk).iter().collect::<Vec<_>>(), moved);
    assert_eq!(words_here(&desk), before[0]);
    desk.keys("}");
    assert_eq!(notice(&desk.app), "this is the last row");
    desk.keys("{ U U");
    assert_eq!(notice(&desk.app), "taken back: one row down in the basket");
    assert_eq!(basket(&desk), [&*before[1], &*before[0], &*before[2]]);
}

/// Answers everything that was asked for meanwhile.
fn answer_all(desk: &mut Desk) {
    for effect in std::mem::take(&mut desk.outstanding) {
        let answer = desk.answer(&effect).unwrap();
        desk.app.update(answer);
    }
}

#[test]
fn a_row_moves_twice_before_the_first_answer_comes() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 a j a j a 6");
    let before = basket(&desk);
    desk.slow = true;
    desk.keys("} }");
    answer_all(&mut desk);
    let moved = [&before[1], &before[2], &before[0]];
    assert_eq!(basket(&desk).iter().collect::<Vec<_>>(), moved);
}

#[test]
fn rows_of_one_order_change_places_too() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 a j a j a");
    {
        let mut people = desk.people.borrow_mut();
        let picks = people.marks.basket().into_iter().cloned();
        let same = |on| Change::Set(Mark::Picked { on, order: 4 });
        let changes: Vec<Change> = picks.map(same).collect();
        people.marks = people.marks.with(&changes);
    }
    desk.keys("j a a 6 g");
    let before = basket(&desk);
    desk.keys("}");
    let moved = [&before[1], &before[0], &before[2]];
    assert_eq!(basket(&desk)[..3].iter().collect::<Vec<_>>(), moved);
}

#[test]
fn the_basket_keeps_its_order_while_it_is_not_seen() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 a j a j a 6 }");
    let before = basket(&desk);
    desk.keys("2 .");
    assert_eq!(
        notice(&desk.app),
        "only rows of the basket have an order of yours"
    );
    assert_eq!(basket(&desk), before);
}

#[test]
fn a_catalog_that_was_read_before_takes_no_mark_away() {
    let mut desk = Desk::new(echoes(), 80, 24);
    let marks = {
        let people = desk.people.borrow();
        let row = desk.catalog.get(0).unwrap();
        let on = pullquote::model::Place::whole(row.id);
        std::sync::Arc::new(
            people
                .marks
                .with(&[Change::Set(Mark::Picked { on, order: 0 })]),
        )
    };
    let changed = pullquote::app::Changed {
        told: String::new(),
        marks,
        revision: 6,
        catalog: None,
    };
    desk.act(Action::Changed(pullquote::app::Ticket(0), changed));
    let early = desk.catalog.as_ref().clone().read_at(5).marked_at(5);
    desk.act(Action::CatalogChanged(std::sync::Arc::new(early)));
    assert_eq!(desk.app.marks().picked(), 1);
    let late = desk.catalog.as_ref().clone().read_at(7).marked_at(7);
    desk.act(Action::CatalogChanged(std::sync::Arc::new(late)));
    assert_eq!(desk.app.marks().picked(), 0);
}

/// The words of the selected row of the basket.
fn words_here(desk: &Desk) -> String {
    let row = desk.app.basket().list().selected();
    row.map_or(String::new(), |row| row.words.to_string())
}

#[test]
fn a_row_of_the_basket_opens_in_its_article_and_is_taken_out() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 j a j a 6 j Enter");
    assert_eq!(desk.app.screen(), Screen::Articles);
    assert_eq!(quote(&desk.app), "where the water is kind");
    desk.keys("q");
    assert_eq!(desk.app.screen(), Screen::Basket);
    desk.keys("k a");
    assert_eq!(basket(&desk), ["where the water is kind"]);
    assert_eq!(words_here(&desk), "where the water is kind");
    desk.keys("a");
    assert!(shown(&desk.app).contains("empty: a puts a quote"));
}

#[test]
fn what_follows_is_for_all_marked_rows() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 x x j x");
    assert!(notice(&desk.app).starts_with("3 rows are marked"));
    desk.keys("g a");
    assert_eq!(notice(&desk.app), "into the basket: 3 quotes");
    desk.keys("Esc j j a");
    assert_eq!(basket(&desk).len(), 4);
    desk.keys("6 x x a");
    assert_eq!(notice(&desk.app), "out of the basket: 2 quotes");
    desk.keys("U");
    assert_eq!(desk.app.basket().places().len(), 4);
}

#[test]
fn an_article_in_the_basket_stands_there_by_its_headline() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("j a 6");
    assert!(shown(&desk.app).contains("article          Harbour council votes"));
    desk.keys("Enter");
    assert!(read(&desk.app).starts_with("Harbour council"));
}

#[test]
fn after_a_correction_only_what_is_shown_is_fetched_and_the_rest_when_it_is() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 a 3 Enter 6 2");
    let changed = pullquote::app::Changed {
        told: "speaker".into(),
        marks: std::sync::Arc::default(),
        revision: 0,
        catalog: Some(std::sync::Arc::clone(&desk.catalog)),
    };
    desk.slow = true;
    desk.act(Action::Changed(pullquote::app::Ticket(0), changed));
    let rows = |desk: &Desk| {
        let mut loads = 0;
        for effect in &desk.outstanding {
            use pullquote::app::{Asker, Effect};
            loads += usize::from(matches!(
                effect,
                Effect::Load {
                    asker: Asker::Row,
                    ..
                }
            ));
        }
        loads
    };
    assert_eq!(rows(&desk), 1);
    // The list comes first, and the article is still wanted.
    for effect in std::mem::take(&mut desk.outstanding) {
        let answer = desk.answer(&effect).unwrap();
        desk.app.update(answer);
    }
    assert!(!desk.app.quotes().preview().is_waiting());
    desk.keys("3");
    assert_eq!(rows(&desk), 1);
}

#[test]
fn no_article_is_told_as_unread_before_somebody_tells_one_as_read() {
    let mut desk = desk();
    desk.keys("a");
    assert!(!shown(&desk.app).contains('•'));
    desk.keys("r");
    assert!(shown(&desk.app).contains('•'));
}
