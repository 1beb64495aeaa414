//! Everybody who is named: listing, narrowing, profiles, and the way back.

use pullquote::app::screen::{ProfileTab, Screen};

use super::*;

fn actors_desk() -> Desk {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("3");
    desk
}

fn name(desk: &Desk) -> &str {
    let who = desk.app.actors().selected();
    who.map_or("", |who| &who.name)
}

#[test]
fn who_speaks_most_stands_first_and_is_counted_over_articles() {
    let mut desk = actors_desk();
    assert_eq!(name(&desk), "Ingrid Vael");
    let item = &desk.app.actors().items()[0];
    assert_eq!((item.quotes, item.articles), (5, 2));
    desk.keys("/").typed("joss");
    assert_eq!(name(&desk), "Joss Penhale");
    desk.keys("Esc G j");
    assert_eq!(notice(&desk.app), "last name");
}

#[test]
fn a_profile_lists_what_was_said_beside_whom_and_where() {
    let mut desk = actors_desk();
    desk.keys("Enter");
    let person = desk.app.actors().person().unwrap();
    assert_eq!(person.tab(), ProfileTab::Said);
    assert_eq!(person.count(ProfileTab::Said), 4);
    assert!(shown(&desk.app).contains("council chair"));
    desk.keys("j Enter");
    assert_eq!(desk.app.screen(), Screen::Articles);
    assert_ne!(quote(&desk.app), "");
    desk.keys("q Tab Tab Enter");
    assert_eq!(name(&desk), "Joss Penhale");
    desk.keys("q");
    assert_eq!(name(&desk), "Ingrid Vael");
    desk.keys("q q");
    assert_eq!(desk.app.screen(), Screen::Articles);
}

#[test]
fn a_source_of_a_profile_leads_to_its_quotes() {
    let mut desk = actors_desk();
    desk.keys("Enter Shift-Tab Enter");
    assert_eq!(desk.app.screen(), Screen::Quotes);
    assert_eq!(
        desk.app.quotes().query(),
        "by:\"Ingrid Vael\" source:\"Calder Post\""
    );
    desk.keys("q");
    assert_eq!(desk.app.screen(), Screen::Actors);
}

#[test]
fn a_name_becomes_a_lane() {
    let mut desk = actors_desk();
    desk.keys("c j c 4");
    assert_eq!(desk.app.compare().lanes().len(), 2);
}

#[test]
fn a_saved_search_among_names_asks_for_articles() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("/").typed("harbour");
    desk.keys("Enter Ctrl-S").typed("port");
    desk.keys("Enter Esc 3 F Enter");
    assert_eq!(desk.app.actors().query(), "text:harbour");
    desk.keys("/").typed("vael");
    desk.keys("Enter Ctrl-S");
    // Saved as it means the same among articles.
    assert!(shown(&desk.app).contains("save /actor:vael as"));
}
