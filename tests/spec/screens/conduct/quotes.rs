//! The quotes of all articles: listing, folding, sorting, opening, going back.

use pullquote::app::screen::{Focus, Screen};

use super::super::world::long_library;
use super::*;

fn quotes_desk() -> Desk {
    Desk::new(echoes(), 80, 24)
}

/// The words of the selected quote.
fn words(desk: &Desk) -> String {
    let row = desk.app.quotes().list().selected();
    row.map_or(String::new(), |row| row.words.to_string())
}

#[test]
fn the_quotes_of_all_articles_are_listed_newest_first() {
    let mut desk = quotes_desk();
    desk.keys("2");
    assert_eq!(desk.app.quotes().list().found().found, 11);
    assert_eq!(words(&desk), "Nobody asked us,");
    desk.keys("G");
    assert_eq!(words(&desk), "Wir reden, solange geredet wird");
    desk.keys("j");
    assert_eq!(notice(&desk.app), "last quote");
}

#[test]
fn a_quote_opens_in_its_article_and_q_returns_to_its_row() {
    let mut desk = quotes_desk();
    desk.keys("2 j Enter");
    assert_eq!(desk.app.screen(), Screen::Articles);
    assert_eq!(desk.app.articles().focus(), Focus::Reader);
    assert_eq!(quote(&desk.app), "the sea does not ask either");
    desk.keys("] q");
    assert_eq!(desk.app.screen(), Screen::Quotes);
    assert_eq!(words(&desk), "the sea does not ask either");
    desk.keys("q");
    assert_eq!(desk.app.screen(), Screen::Articles);
    assert!(desk.done.is_empty());
}

#[test]
fn the_way_back_leads_across_screens() {
    let mut desk = quotes_desk();
    desk.keys("j j 2 j Enter Ctrl-O");
    assert_eq!(desk.app.screen(), Screen::Quotes);
    desk.keys("Ctrl-O");
    assert_eq!(desk.app.screen(), Screen::Articles);
    desk.keys("2 G Enter G Ctrl-O Ctrl-O");
    assert_eq!(desk.app.screen(), Screen::Quotes);
}

#[test]
fn the_same_words_in_several_sources_are_one_row_until_unfolded() {
    let mut desk = quotes_desk();
    desk.keys("2");
    let folded = desk.app.quotes().list().lines().len();
    desk.keys("Enter");
    assert_eq!(desk.app.screen(), Screen::Quotes);
    assert_eq!(desk.app.quotes().list().lines().len(), folded + 1);
    desk.keys("j Enter");
    assert_eq!(
        read(&desk.app),
        "Harbour council votes to close the old ferry dock"
    );
    desk.keys("q h");
    assert_eq!(desk.app.quotes().list().lines().len(), folded);
}

#[test]
fn another_order_keeps_the_selected_quote() {
    let mut desk = quotes_desk();
    desk.keys("2 j");
    let before = words(&desk);
    for _ in 0..4 {
        desk.keys("S");
        assert_eq!(words(&desk), before);
    }
    desk.keys("S )");
    let row = desk.app.quotes().list().selected().unwrap();
    assert_eq!(row.speaker(), Some("Ingrid Vael"));
}

#[test]
fn the_query_goes_along_from_screen_to_screen() {
    let mut desk = quotes_desk();
    desk.keys("2 / v a e l Enter");
    assert_eq!(desk.app.quotes().list().found().found, 5);
    desk.keys("1");
    assert_eq!(desk.app.articles().listing().query(), "vael");
    desk.keys("Esc 2");
    assert_eq!(desk.app.quotes().list().found().found, 11);
    desk.keys("/ z z z Esc");
    assert_eq!(desk.app.quotes().list().found().found, 11);
}

#[test]
fn a_word_keeps_its_meaning_from_screen_to_screen() {
    let mut desk = quotes_desk();
    desk.keys("/ v a e l Enter 2");
    assert_eq!(desk.app.quotes().query(), "text:vael");
    desk.keys("3");
    assert_eq!(desk.app.actors().query(), "text:vael");
    desk.keys("1");
    assert_eq!(desk.app.articles().listing().query(), "vael");
    // A name that was looked up is a name everywhere, and no issue.
    desk.keys("Esc 3 / v a e l Enter c 5");
    assert_eq!(desk.app.timeline().query(), "");
    assert_eq!(desk.app.compare().topics(), "");
    // And it is still looked up where it was.
    desk.keys("3");
    assert_eq!(desk.app.actors().query(), "vael");
    desk.keys("2");
    assert_eq!(desk.app.quotes().query(), "by:vael");
    desk.keys("3");
    assert_eq!(desk.app.actors().query(), "vael");
}

#[test]
fn what_was_carried_to_one_screen_is_what_is_typed_on_another() {
    let mut desk = quotes_desk();
    // Words that are the same on 2 and on 3 mean two things.
    desk.keys("2 / v a e l Enter 4 3 / v a e l Enter 2");
    assert_eq!(desk.app.quotes().query(), "by:vael");
}

#[test]
fn the_head_of_a_group_stays_in_sight() {
    // Long after its head.
    let mut desk = Desk::new(long_library(), 120, 30);
    desk.keys("2 S");
    assert!(desk.app.quotes().list().hidden_head().is_none());
    assert!(!shown(&desk.app).contains("quotes · "));
    desk.keys("G");
    assert!(desk.app.quotes().list().hidden_head().is_some());
    let text = shown(&desk.app);
    assert!(text.contains("quotes · speaker unknown"), "{text}");
}

#[test]
fn copying_and_reasons_work_on_the_selected_row() {
    let mut desk = quotes_desk();
    desk.keys("2 j y y");
    let copied = format!("{:?}", desk.app.notice());
    assert!(copied.contains("sent to the terminal"), "{copied}");
    desk.keys("w ]");
    assert_eq!(words(&desk), "where the water is kind");
    assert!(
        shown(&desk.app).contains("Ingrid Vael, because"),
        "{}",
        shown(&desk.app)
    );
    desk.keys("Esc .");
    assert!(shown(&desk.app).contains("Ingrid Vael, because"));
}

#[test]
fn the_last_command_is_repeated_by_a_dot() {
    let mut desk = desk();
    desk.keys("] . .");
    assert_eq!(quote(&desk.app), "Nobody asked us,");
    let mut desk = super::desk();
    desk.keys(".");
    assert!(notice(&desk.app).contains("no command yet"));
}
