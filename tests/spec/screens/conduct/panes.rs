//! Orders of lists, panes beside them, and what a text says of letters that deceive.

use pullquote::app::keymap::{Keymap, Rebinding};
use pullquote::app::pointer::{Target, Touch};
use pullquote::app::screen::Screen;
use pullquote::app::{Action, Preferences};
use pullquote::model::{Note, NoteKind, Span};

use super::*;

fn headlines(desk: &Desk) -> Vec<String> {
    let listing = desk.app.articles().listing();
    let rows = (0..listing.len()).filter_map(|nth| listing.row(nth));
    rows.map(|row| row.headline.to_string()).collect()
}

#[test]
fn articles_are_ordered_as_the_command_line_orders_them() {
    let mut desk = desk();
    let newest = headlines(&desk);
    desk.keys("j j");
    let here = selected(&desk.app).to_owned();
    desk.keys("S S");
    assert!(notice(&desk.app).starts_with("by headline; S goes on"));
    let mut sorted = newest.clone();
    sorted.sort_by_key(|line| line.to_lowercase());
    assert_eq!(headlines(&desk), sorted);
    assert_eq!(selected(&desk.app), here);
    assert!(
        shown(&desk.app)
            .lines()
            .next()
            .unwrap()
            .ends_with("by headline")
    );
    // A narrowed list keeps the order, and so does the next start.
    desk.keys("/").typed("ha").keys("Enter");
    assert!(headlines(&desk).is_sorted_by_key(|line| line.to_lowercase()));
    let place = desk.app.place();
    desk.keys("Esc S");
    assert!(notice(&desk.app).starts_with("most quotes first"));
    desk.keys("S");
    assert_eq!(headlines(&desk), newest);
    desk.act(Action::Resume(Box::new(place), Default::default()));
    desk.keys("Esc");
    assert_eq!(headlines(&desk), sorted);
}

#[test]
fn the_basket_has_other_orders_and_rows_move_in_ones_own_alone() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 j a j a j a 6");
    let words = |desk: &Desk| -> Vec<String> {
        let rows = desk.app.basket().list().found().utterances.iter();
        rows.map(|one| one.first.speaker().unwrap_or("").to_owned())
            .collect()
    };
    let own = words(&desk);
    desk.keys("S S");
    assert!(words(&desk).is_sorted());
    assert!(shown(&desk.app).contains("by speaker"));
    desk.keys("}");
    assert!(notice(&desk.app).contains("S leads back"));
    desk.keys("S S S");
    assert_eq!(words(&desk), own);
}

#[test]
fn tab_goes_into_the_article_beside_a_list_and_panes_are_resized() {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("2");
    let list = desk.app.quotes().layout().list.area.width;
    desk.keys("< <");
    assert_eq!(desk.app.quotes().layout().list.area.width, list - 10);
    desk.keys("Tab z");
    assert_eq!(desk.app.quotes().layout().list.area.width, 0);
    let row = desk.app.quotes().list().selected().cloned();
    desk.act(Action::Resized {
        columns: 44,
        rows: 10,
    });
    desk.keys("g");
    let top = |desk: &Desk| {
        desk.app
            .quotes()
            .preview()
            .reader()
            .unwrap()
            .visible()
            .start
    };
    assert_eq!(top(&desk), 0);
    desk.keys("j j");
    assert_eq!(top(&desk), 1);
    assert!(notice(&desk.app).starts_with("end of the article; Tab leads back"));
    assert_eq!(desk.app.quotes().list().selected().cloned(), row);
    desk.act(Action::Resized {
        columns: 120,
        rows: 30,
    });
    // One step back at a time; then from the screen.
    desk.keys("q");
    assert!(desk.app.quotes().layout().list.area.width > 0);
    desk.keys("q");
    assert_eq!(desk.app.screen(), Screen::Quotes);
    desk.keys("q");
    assert_eq!(desk.app.screen(), Screen::Articles);
    desk.keys("3 z");
    assert!(notice(&desk.app).contains("all of the screen"));
}

#[test]
fn one_who_comes_new_sees_the_other_screens_and_the_commands() {
    let screen = shown(&desk().app);
    let first = screen.lines().next().unwrap();
    for other in [
        "2 Quotes",
        "3 Actors",
        "4 Compare",
        "5 Timeline",
        "6 Basket",
    ] {
        assert!(first.contains(other), "{first}");
    }
    assert!(screen.lines().last().unwrap().contains(": commands"));
}

#[test]
fn a_saved_search_becomes_a_lane_and_a_row_of_times() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("/").typed("harbour");
    desk.keys("Enter Ctrl-S").typed("port");
    desk.keys("Enter F Ctrl-T 4");
    let lane = &desk.app.compare().lanes()[0];
    assert_eq!(
        (lane.title.as_str(), lane.query.as_str()),
        ("port", "text:harbour")
    );
    desk.keys("5");
    assert!(desk.app.timeline().is_of_lanes());
}

#[test]
fn letters_that_deceive_are_told_beside_the_text_and_listed_by_w() {
    let mut entries = library();
    for entry in &mut entries {
        let Some(quote) = entry.analysis.quotes.first() else {
            continue;
        };
        let span = Span::new(quote.span.start, quote.span.start + 3);
        entry.analysis.notes.push(Note {
            kind: NoteKind::MixedScripts,
            span,
        });
    }
    let mut desk = Desk::new(entries.clone(), 80, 24);
    desk.keys("Enter ]");
    assert!(
        shown(&desk.app).contains("mixed scripts (w)"),
        "{}",
        shown(&desk.app)
    );
    desk.keys("w");
    assert!(shown(&desk.app).contains("In letters of two scripts:"));
    let mut plain = Desk::plain(entries, 80, 24);
    plain.keys("Enter ]");
    assert!(shown(&plain.app).contains("mixed scripts (w)"));
}

#[test]
fn empty_screens_name_the_keys_that_are_bound() {
    let own = |place: &str, key: &str, command: &str| Rebinding {
        place: place.to_owned(),
        key: key.to_owned(),
        command: command.to_owned(),
        line: 1,
    };
    let (keys, notes) =
        Keymap::with(&[own("compare", "%", "add-lane"), own("basket", "&", "pick")]);
    assert_eq!(notes, []);
    let mut desk = Desk::new(Vec::new(), 80, 24);
    desk.app = desk.app.clone().with(Preferences {
        keys,
        ..Preferences::default()
    });
    desk.keys("4");
    assert!(
        shown(&desk.app).contains("% on a quote"),
        "{}",
        shown(&desk.app)
    );
    desk.keys("6");
    assert!(
        shown(&desk.app).contains("empty: & puts"),
        "{}",
        shown(&desk.app)
    );
}

#[test]
fn a_click_on_a_row_acts_on_that_row_while_the_article_has_the_keys() {
    for screen in ["2", "6"] {
        let mut desk = Desk::new(echoes(), 120, 30);
        desk.keys("2 a j a j a j a").keys(screen).keys("g");
        let at = |desk: &Desk| match screen {
            "2" => desk.app.quotes().list().selected().cloned(),
            _ => desk.app.basket().list().selected().cloned(),
        };
        desk.keys("j j");
        let third = at(&desk);
        desk.keys("k k Tab");
        let row = |down| Target::Row {
            pane: None,
            down,
            right: 0,
        };
        // The wheel leaves the keys where they are.
        desk.act(Action::Touched(row(1), Touch::WheelDown));
        assert!(desk.app.quotes().layout().on_preview);
        desk.keys("Tab g Tab");
        desk.act(Action::Touched(row(2), Touch::Press));
        assert_eq!(at(&desk), third);
        assert!(!desk.app.quotes().layout().on_preview);
        // A click on the article gives it the keys.
        desk.act(Action::Touched(Target::Side, Touch::Press));
        assert!(desk.app.quotes().layout().on_preview);
        desk.act(Action::Touched(row(0), Touch::Press));
        desk.act(Action::Touched(row(0), Touch::Again));
        if desk.app.screen() != Screen::Articles {
            // Other sources print these words: they were unfolded first.
            desk.act(Action::Touched(row(0), Touch::Again));
        }
        assert_eq!(desk.app.screen(), Screen::Articles);
        let article = desk.app.articles().reader().id();
        assert_eq!(article, third.map(|row| row.article));
    }
}

#[test]
fn a_lane_that_comes_while_lanes_are_in_front_is_asked_for_at_once() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 /").typed("kind");
    desk.keys("Enter Ctrl-S").typed("dock");
    desk.keys("Enter Esc c 4 F Ctrl-T");
    let lanes = desk.app.compare().lanes();
    assert_eq!(lanes.len(), 2, "{}", notice(&desk.app));
    assert!(!lanes[1].found.utterances.is_empty());
}

#[test]
fn a_row_that_comes_on_times_leaves_their_filter_to_be_taken_away_first() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 /").typed("kind");
    desk.keys("Enter Ctrl-S").typed("dock");
    desk.keys("Enter Esc 5 /").typed("sea");
    desk.keys("Enter F Ctrl-T");
    assert!(desk.app.timeline().is_of_lanes());
    desk.keys("q");
    assert_eq!(desk.app.screen(), Screen::Timeline);
    assert_eq!(desk.app.timeline().query(), "");
}

#[test]
fn what_is_narrowed_is_seen_and_has_the_keys() {
    let mut desk = Desk::new(echoes(), 44, 12);
    desk.keys("2 Tab");
    assert_eq!(desk.app.quotes().layout().list.area.width, 0);
    desk.keys("/").typed("kind");
    assert!(desk.app.quotes().layout().list.area.width > 0);
    // A list that becomes empty while the article is read is shown as empty.
    let mut desk = Desk::new(echoes(), 44, 12);
    desk.keys("2 j a 6 Tab a");
    assert!(
        desk.app.basket().places().is_empty(),
        "{}",
        notice(&desk.app)
    );
    assert!(shown(&desk.app).contains("empty:"), "{}", shown(&desk.app));
}

#[test]
fn the_order_of_the_basket_is_kept_and_written() {
    let mut desk = Desk::new(echoes(), 80, 24);
    desk.keys("2 j a j a j a 6 S S");
    let rows = |desk: &Desk| -> Vec<Span> {
        let rows = desk.app.basket().list().found().utterances.iter();
        rows.map(|one| one.first.span).collect()
    };
    let listed = rows(&desk);
    let places = desk.app.basket().listed_places();
    let spans: Vec<Span> = places.iter().map(|place| place.span).collect();
    assert_eq!(spans, listed);
    let place = desk.app.place();
    desk.keys("S S S");
    desk.act(Action::Resume(Box::new(place), Default::default()));
    assert!(shown(&desk.app).contains("by speaker"));
    assert_eq!(rows(&desk), listed);
}
