//! What waits for its article is done where it was asked for, or not at all.

use pullquote::app::Command;
use pullquote::app::overlay::Overlay;
use pullquote::app::screen::{ProfileTab, Screen};

use super::*;

/// Two lanes, and articles that come late.
fn slow_lanes() -> Desk {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("2 c j c 4");
    desk.slow = true;
    desk
}

/// The words of the quote that is explained in front.
fn explained(desk: &Desk) -> String {
    match desk.app.overlays().last() {
        Some(Overlay::Why(why)) => why
            .quote()
            .unwrap()
            .span
            .of(&why.entry().article.text)
            .into(),
        _ => String::new(),
    }
}

#[test]
fn reasons_that_come_late_open_over_no_other_screen_input_or_row() {
    for gone_on in ["2", "/", "l", "F"] {
        let mut desk = slow_lanes();
        desk.keys("w").keys(gone_on).catch_up();
        assert_eq!(explained(&desk), "", "{gone_on}");
        assert!(notice(&desk.app).contains("nothing was done"), "{gone_on}");
    }
    let mut desk = slow_lanes();
    desk.keys("w").catch_up();
    assert_eq!(explained(&desk), "Nobody asked us,");
}

#[test]
fn a_copy_is_not_lost_to_what_is_asked_for_next() {
    let mut desk = slow_lanes();
    desk.act(Action::Command(Command::CopyWords));
    desk.keys("w").catch_up();
    assert!(notice(&desk.app).starts_with("sent to the terminal's clipboard, 16 bytes"));
    assert_eq!(explained(&desk), "Nobody asked us,");
}

#[test]
fn what_is_decided_in_front_of_reasons_is_for_the_quote_they_explain() {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("2 j j w");
    let first = explained(&desk);
    // The next row is selected, its article is still to come.
    desk.slow = true;
    desk.keys("]");
    assert_eq!(explained(&desk), first);
    desk.keys("W");
    let asked = shown(&desk.app);
    assert!(asked.contains(&format!("who said “{first}”")), "{asked}");
}

#[test]
fn reasons_on_the_lanes_go_on_to_the_next_quote_of_the_lane() {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("2 c j c 4 l w");
    assert_eq!(explained(&desk), "the sea does not ask either");
    desk.keys("]");
    assert_eq!(explained(&desk), "where the water is kind");
    desk.keys("[ [");
    assert_eq!(notice(&desk.app), "first quote of this lane");
    assert_eq!(explained(&desk), "the sea does not ask either");
}

#[test]
fn a_tab_of_a_profile_that_was_chosen_under_way_stays() {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("3");
    desk.slow = true;
    desk.keys("Enter Tab Tab").catch_up();
    let person = desk.app.actors().person().unwrap();
    assert_eq!(person.tab(), ProfileTab::With);
}

#[test]
fn a_step_back_from_a_list_that_was_narrowed_there_is_the_whole_list() {
    let mut desk = Desk::new(echoes(), 120, 30);
    for (screen, keys) in [
        (Screen::Quotes, "2"),
        (Screen::Actors, "3"),
        (Screen::Timeline, "5"),
    ] {
        desk.keys(keys).keys("/").typed("sea").keys("Enter q");
        assert_eq!(desk.app.screen(), screen);
        assert_eq!(desk.app.quotes().query(), "");
        desk.keys("q");
        assert_eq!(desk.app.screen(), Screen::Articles);
    }
    // What a list came with is no step of its own.
    desk.keys("/").typed("ferry").keys("Enter 2 q");
    assert_eq!(desk.app.screen(), Screen::Articles);
    // Also after a look into an article.
    desk.keys("2 Esc /").typed("sea").keys("Enter Enter q q");
    assert_eq!(
        (desk.app.screen(), desk.app.quotes().query()),
        (Screen::Quotes, "")
    );
}
