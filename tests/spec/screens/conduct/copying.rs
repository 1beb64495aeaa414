//! Copying in every form, from every place where a quote or an article stands.

use pullquote::app::{App, Effect, Preferences};
use pullquote::config::Settings;
use pullquote::export::Templates;

use super::*;

/// What `keys` copy.
#[track_caller]
fn copied(desk: &mut Desk, keys: &str) -> String {
    desk.slow = true;
    desk.keys(keys);
    desk.slow = false;
    loop {
        match desk.outstanding.pop() {
            Some(Effect::Copy { text }) => return text,
            Some(effect) => {
                let answer = desk.answer(&effect).unwrap();
                desk.slow = true;
                desk.act(answer);
                desk.slow = false;
            }
            None => panic!("nothing is copied: {}", notice(&desk.app)),
        }
    }
}

/// Every form of the quote that `keys` lead to begins so.
#[track_caller]
fn check(keys: &str, opened_by: &str, words: &str) {
    let mut desk = Desk::new(echoes(), 120, 30);
    if !keys.is_empty() {
        desk.keys(keys);
    }
    let mut form = |key: &str| copied(&mut desk, &format!("{opened_by} {key}"));
    assert_eq!(form("q"), words, "{keys}");
    assert!(form("y").starts_with(&format!("“{words}” — ")), "{keys}");
    assert!(form("m").starts_with(&format!("> “{words}”\n>\n> — ")));
    let value: serde_json::Value = serde_json::from_str(&form("j")).unwrap();
    assert_eq!(value["quote"], words);
    let line = form("c");
    let mut cells = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(line.as_bytes());
    let cells = cells.records().next().unwrap().unwrap();
    assert_eq!((&cells[0], cells.len()), (words, 22));
    assert!(form("i").contains('@'));
    assert!(form("a").starts_with("“") || form("a").contains(", “"));
}

#[test]
fn a_quote_is_copied_in_every_form_from_wherever_it_stands() {
    let asked = "Nobody asked us,";
    check("] ]", "y", "the sea does not ask either");
    check("Enter Tab", "y", asked);
    check("2", "y", asked);
    check("2 j", "y", "the sea does not ask either");
    check("2 c j c 4 l", "Y", "the sea does not ask either");
    check("3 Enter", "y", "the sea does not ask either");
}

#[test]
fn a_citation_is_copied_as_the_person_set_it() {
    let written = "[cite]\ndefault = \"mine\"\nmine = \"{speaker}: {quote} ({source})\"\n";
    let (settings, _) = Settings::parse(written);
    let (cite, _) = Templates::new(&settings.cite);
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.app = App::new(desk.catalog.clone()).with(Preferences {
        cite,
        ..Preferences::default()
    });
    let (columns, rows) = (120, 30);
    desk.act(Action::Resized { columns, rows }).keys("2");
    let cited = copied(&mut desk, "y y");
    assert!(cited.contains(": Nobody asked us, ("), "{cited}");
    let cited = copied(&mut desk, "y m");
    assert!(
        cited.starts_with("> ") && cited.contains(": Nobody asked us, ("),
        "{cited}"
    );
}

#[test]
fn the_choices_say_where_there_is_nothing_to_copy() {
    let mut desk = Desk::new(library(), 80, 24);
    desk.keys("y");
    assert!(shown(&desk.app).contains(" l  no address is known"));
    desk.keys("l");
    assert_eq!(notice(&desk.app), "no address is known");
    desk.keys("G y");
    let screen = shown(&desk.app);
    assert!(screen.contains("q  this article has no quotes"), "{screen}");
    desk.keys("Esc");
    let record = copied(&mut desk, "y j");
    let value: serde_json::Value = serde_json::from_str(&record).unwrap();
    assert!(value["title"].is_string() && value.get("quote").is_none());
    assert!(copied(&mut desk, "y m").contains(value["title"].as_str().unwrap()));
}

#[test]
fn a_copy_waits_for_its_article() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2");
    desk.slow = true;
    desk.keys("j y q");
    assert_eq!(notice(&desk.app), "");
    desk.slow = false;
    for effect in std::mem::take(&mut desk.outstanding) {
        let answer = desk.answer(&effect).unwrap();
        desk.act(answer);
    }
    assert!(
        notice(&desk.app).starts_with("sent"),
        "{}",
        notice(&desk.app)
    );
}

#[test]
fn where_no_quote_stands_none_is_copied() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("3 Enter Tab Tab y y");
    let expected = "there is no quote and no article to copy here";
    assert_eq!(notice(&desk.app), expected);
    desk.keys("4 Y m");
    assert_eq!(notice(&desk.app), expected);
}

#[test]
fn a_low_screen_scrolls_through_the_choices() {
    let mut desk = Desk::new(library(), 44, 6);
    desk.keys("Enter y");
    for _ in 0..8 {
        desk.keys("Down");
    }
    assert!(shown(&desk.app).contains(">a  copies the citation"));
}
