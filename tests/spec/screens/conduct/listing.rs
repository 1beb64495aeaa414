//! The list of articles.

use std::sync::Arc;

use pullquote::app::{Action, Effect};
use pullquote::search::Hits;
use pullquote::store::Catalog;

use super::super::world::row;
use super::*;

const FERRY: &str = "Harbour council votes to close the old ferry dock";

#[test]
fn the_text_follows_the_list() {
    let mut desk = desk();
    assert_eq!(read(&desk.app), FERRY);
    desk.keys("j j");
    assert!(read(&desk.app).starts_with("Hafenstädte"));
    assert_eq!(read(&desk.app), selected(&desk.app));
}

#[test]
fn an_article_that_comes_too_late_is_not_shown() {
    let mut desk = desk();
    desk.slow = true;
    desk.keys("j j");
    let late: Vec<Effect> = std::mem::take(&mut desk.outstanding);
    desk.slow = false;
    for effect in [&late[1], &late[0]] {
        let answer = desk.answer(effect).unwrap();
        desk.act(answer);
    }
    assert!(read(&desk.app).starts_with("Hafenstädte"));
}

#[test]
fn an_older_search_never_replaces_a_newer_one() {
    let mut desk = desk();
    desk.slow = true;
    desk.keys("/").typed("ha");
    let late: Vec<Effect> = std::mem::take(&mut desk.outstanding);
    let answer = |positions: &[usize]| Hits {
        positions: positions.to_vec(),
        notes: Vec::new(),
    };
    let ticket = |effect: &Effect| match effect {
        Effect::List { ticket, .. } => *ticket,
        other => panic!("{other:?}"),
    };
    desk.act(Action::Listed(ticket(&late[1]), answer(&[0, 2])));
    desk.act(Action::Listed(ticket(&late[0]), answer(&[1])));
    assert_eq!(desk.app.articles().listing().len(), 2);
}

#[test]
fn narrowing_stays_on_the_article_and_widening_comes_back_to_it() {
    let mut desk = desk();
    desk.keys("j j j /").typed("lighthouse");
    assert!(selected(&desk.app).starts_with("Lighthouse"));
    desk.keys("Ctrl-U").typed("storm");
    assert!(selected(&desk.app).starts_with("Storm"));
    desk.keys("Ctrl-U");
    assert!(selected(&desk.app).starts_with("Lighthouse"));
    assert_eq!(read(&desk.app), selected(&desk.app));
}

#[test]
fn another_letter_selects_the_first_article_unless_one_was_chosen() {
    let mut desk = desk();
    desk.keys("/").typed("kelp");
    assert!(selected(&desk.app).starts_with("Kelp"));
    desk.keys("Ctrl-U").typed("har");
    assert_eq!(selected(&desk.app), FERRY);
}

#[test]
fn escape_takes_back_what_was_typed_and_where_one_was() {
    let mut desk = desk();
    desk.keys("j j /").typed("kelp").keys("Esc");
    assert_eq!(desk.app.articles().listing().query(), "");
    assert!(selected(&desk.app).starts_with("Hafenstädte"));
    assert_eq!(read(&desk.app), selected(&desk.app));
}

#[test]
fn escape_closes_then_clears_then_does_nothing_and_never_quits() {
    let mut desk = desk();
    desk.keys("/")
        .typed("har")
        .keys("Enter /")
        .typed("zz")
        .keys("Esc");
    assert_eq!(desk.app.articles().listing().query(), "har");
    assert!(desk.app.overlays().is_empty());
    desk.keys("Esc");
    assert_eq!(desk.app.articles().listing().query(), "");
    let before = desk.app.clone();
    desk.keys("Esc");
    assert_eq!(desk.app, before);
    assert!(desk.done.is_empty());
}

#[test]
fn while_narrowing_the_arrows_choose_and_in_an_empty_input_they_bring_back_queries() {
    let mut desk = desk();
    desk.keys("/").typed("har").keys("Down");
    assert!(selected(&desk.app).starts_with("Kelp"));
    desk.keys("Enter / Ctrl-U Up");
    assert_eq!(desk.app.articles().listing().query(), "har");
}

#[test]
fn nothing_found_keeps_the_text_and_says_so() {
    let mut desk = desk();
    desk.keys("/").typed("zzz").keys("Enter");
    assert_eq!(read(&desk.app), FERRY);
    assert!(shown(&desk.app).contains("nothing is found"));
    desk.keys("Enter");
    assert_eq!(notice(&desk.app), "no article is listed");
}

#[test]
fn a_note_of_the_search_is_shown_below_the_input() {
    let mut desk = desk();
    desk.keys("/").typed("colour:red");
    assert!(shown(&desk.app).contains("no field \"colour\""));
}

#[test]
fn new_articles_leave_the_selected_one_on_its_row() {
    let mut desk = desk();
    desk.keys("j j j");
    let before = shown(&desk.app);
    let mut rows: Vec<_> = desk.catalog.rows().to_vec();
    let newer = super::super::world::Draft::new("Efna", "2027-01-01", &[]).entry();
    rows.push(row(&newer));
    desk.act(Action::CatalogChanged(Arc::new(Catalog::new(rows))));
    assert!(selected(&desk.app).starts_with("Lighthouse"));
    assert_eq!(read(&desk.app), selected(&desk.app));
    let line = |text: &str| text.lines().position(|line| line.starts_with('>'));
    assert_eq!(line(&shown(&desk.app)), line(&before));
}

#[test]
fn a_changed_library_is_searched_again() {
    let mut desk = desk();
    desk.keys("/").typed("har").keys("Enter j");
    let mut rows: Vec<_> = desk.catalog.rows().to_vec();
    rows.remove(0);
    desk.catalog = Arc::new(Catalog::new(rows));
    let catalog = Arc::clone(&desk.catalog);
    desk.act(Action::CatalogChanged(catalog));
    assert_eq!(desk.app.articles().listing().len(), 1);
    assert!(selected(&desk.app).starts_with("Kelp"));
}

#[test]
fn a_library_that_becomes_empty_greets() {
    let mut desk = desk();
    desk.keys("Enter");
    desk.catalog = Arc::default();
    desk.act(Action::CatalogChanged(Arc::default()));
    assert_eq!(read(&desk.app), "");
    assert!(shown(&desk.app).contains("There is no article"));
}

#[test]
fn the_next_article_is_reached_from_every_pane() {
    let mut desk = desk();
    for reach in ["Tab", "Tab", "Tab"] {
        desk.keys(reach).keys("J");
        assert_eq!(read(&desk.app), selected(&desk.app));
    }
    assert!(selected(&desk.app).starts_with("Lighthouse"));
    desk.keys("K");
    assert!(selected(&desk.app).starts_with("Hafenstädte"));
}

#[test]
fn the_ends_of_the_list_are_told() {
    let mut desk = desk();
    desk.keys("k");
    assert_eq!(notice(&desk.app), "first article");
    desk.keys("G j");
    assert_eq!(notice(&desk.app), "last article");
    desk.keys("k");
    assert_eq!(notice(&desk.app), "");
}
