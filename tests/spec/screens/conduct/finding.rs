//! The finder, and the way back from what it opened.

use pullquote::app::keymap::Mode;
use pullquote::app::overlay::{Finder, Overlay};
use pullquote::app::screen::Focus;
use pullquote::app::{Action, Effect};
use pullquote::search::FindingKind;

use super::*;

fn finder(app: &App) -> &Finder {
    match app.overlays().last() {
        Some(Overlay::Finder(finder)) => finder,
        other => panic!("{other:?}"),
    }
}

#[test]
fn everything_is_found_at_once_and_enter_opens_at_the_hit() {
    let mut desk = desk();
    desk.keys("j f").typed("winter");
    let found = finder(&desk.app).selected().unwrap().clone();
    assert_eq!(found.kind, FindingKind::Quote);
    desk.keys("Enter");
    assert_eq!(desk.app.mode(), Mode::Reader);
    assert_eq!(quote(&desk.app), "Every winter we would pay again.");
    assert!(selected(&desk.app).starts_with("Harbour council"));
    desk.keys("n");
    assert_eq!(notice(&desk.app), "hit 1 of 1, around the end");
}

#[test]
fn the_preview_opens_at_the_hit() {
    let mut desk = Desk::new(library(), 120, 20);
    desk.keys("f").typed("bridge");
    let preview = finder(&desk.app).preview().unwrap();
    let hit = preview.hit().unwrap();
    assert!(preview.is_visible(hit));
    assert!(preview.visible().start > 0);
}

#[test]
fn another_kind_keeps_the_query() {
    let mut desk = desk();
    desk.keys("f").typed("har").keys("Ctrl-S Ctrl-S");
    assert_eq!(finder(&desk.app).scope(), Some(FindingKind::Quote));
    assert_eq!(finder(&desk.app).line().text(), "har");
    desk.keys("Ctrl-S Ctrl-S Ctrl-S");
    assert_eq!(finder(&desk.app).scope(), None);
}

#[test]
fn the_last_finder_comes_back_as_it_was() {
    let mut desk = desk();
    desk.keys("f").typed("har").keys("Down");
    let before = finder(&desk.app).clone();
    desk.keys("Esc j '");
    assert_eq!(finder(&desk.app).cursor(), before.cursor());
    assert_eq!(finder(&desk.app).findings(), before.findings());
    assert_eq!(finder(&desk.app).line(), before.line());
    desk.keys("Enter '");
    assert_eq!(finder(&desk.app).line(), before.line());
}

#[test]
fn old_rows_stay_until_new_ones_come_and_then_the_best_one_is_selected() {
    let mut desk = desk();
    desk.keys("f").typed("ha").keys("Down Down");
    let item = finder(&desk.app).selected().unwrap().clone();
    desk.slow = true;
    desk.typed("r");
    assert!(finder(&desk.app).is_waiting());
    assert_eq!(finder(&desk.app).selected(), Some(&item));
    assert!(shown(&desk.app).contains("articles …"));
    desk.slow = false;
    for effect in std::mem::take(&mut desk.outstanding) {
        let answer = desk.answer(&effect).unwrap();
        desk.act(answer);
    }
    assert_eq!(finder(&desk.app).cursor().at(), 0);
}

#[test]
fn an_older_answer_is_dropped() {
    let mut desk = desk();
    desk.slow = true;
    desk.keys("f").typed("zz");
    let late = std::mem::take(&mut desk.outstanding);
    let finds: Vec<&Effect> = late
        .iter()
        .filter(|effect| matches!(effect, Effect::Find { .. }))
        .collect();
    let newest = desk.answer(finds[2]).unwrap();
    let oldest = desk.answer(finds[0]).unwrap();
    desk.act(newest);
    desk.act(oldest);
    assert!(finder(&desk.app).findings().items.is_empty());
}

#[test]
fn enter_on_nothing_says_why() {
    let mut desk = desk();
    desk.keys("f").typed("zzz").keys("Enter");
    assert_eq!(notice(&desk.app), "nothing is found");
    assert_eq!(desk.app.mode(), Mode::Finder);
}

#[test]
fn where_nothing_is_found_enter_takes_the_nearest_word() {
    let mut desk = desk();
    desk.keys("f").typed("harbuor");
    assert!(shown(&desk.app).contains("nothing is found; Enter takes harbour"));
    desk.keys("Enter");
    assert_eq!(finder(&desk.app).line().text(), "harbour");
    assert!(finder(&desk.app).selected().is_some());
    desk.keys("Esc /").typed("harbuor");
    assert!(shown(&desk.app).contains("nothing is found; Enter takes harbour"));
    desk.keys("Enter");
    assert_eq!(desk.app.mode(), Mode::Search);
    assert_eq!(desk.app.articles().listing().query(), "harbour");
    desk.keys("Enter");
    assert_eq!(desk.app.mode(), Mode::List);
}

#[test]
fn a_nearest_word_is_taken_only_for_what_it_was_offered_for() {
    let mut desk = desk();
    desk.keys("f").typed("harbuor");
    desk.slow = true;
    desk.typed("s").keys("Enter");
    assert_eq!(finder(&desk.app).line().text(), "harbuors");
    assert!(!shown(&desk.app).contains("Enter takes"));
}

#[test]
fn an_article_outside_of_the_filter_is_opened_all_the_same() {
    let mut desk = desk();
    desk.keys("/")
        .typed("kelp")
        .keys("Enter f")
        .typed("storm")
        .keys("Enter");
    assert!(read(&desk.app).starts_with("Storm"));
    assert!(selected(&desk.app).starts_with("Storm"));
    assert_eq!(notice(&desk.app), "the list shows all articles again");
}

#[test]
fn one_goes_back_to_where_one_was() {
    let mut desk = desk();
    desk.keys("Enter j j j");
    let before = desk.app.articles().reader().place();
    desk.keys("f").typed("storm").keys("Enter Ctrl-O");
    assert!(read(&desk.app).starts_with("Harbour council"));
    assert_eq!(desk.app.articles().reader().place(), before);
    desk.keys("Ctrl-O");
    assert_eq!(notice(&desk.app), "nowhere to go back to");
}

#[test]
fn commands_are_found_and_run_by_name() {
    let mut desk = desk();
    desk.keys(":").typed("next-quote").keys("Enter");
    assert!(quote(&desk.app).starts_with("We cannot mend"));
    desk.keys(":").typed("next-ar").keys("Tab Enter");
    assert!(!read(&desk.app).starts_with("Harbour council"));
    desk.keys(":").typed("frobnicate").keys("Enter");
    assert_eq!(notice(&desk.app), "no command of that name");
    assert!(desk.app.overlays().is_empty());
}

#[test]
fn numbers_and_shares_jump() {
    let mut desk = desk();
    desk.keys(":").typed("4").keys("Enter");
    assert!(selected(&desk.app).starts_with("Lighthouse"));
    desk.keys(":").typed("100%").keys("Enter");
    assert!(selected(&desk.app).starts_with("Notes"));
    desk.keys("g Enter :").typed("3").keys("Enter");
    let reader = desk.app.articles().reader();
    let third = reader
        .article()
        .unwrap()
        .text
        .find("Islanders filled")
        .unwrap();
    assert!(reader.visible().contains(&reader.sheet().line_at(third)));
    desk.keys(":").typed("99").keys("Enter");
    assert_eq!(notice(&desk.app), "there is no paragraph 99");
}

#[test]
fn the_list_of_keys_is_searched_and_runs_what_can_run() {
    let mut desk = desk();
    desk.keys("?").typed("zoom").keys("Enter");
    assert_eq!(desk.app.articles().layout().reader, None);
    desk.keys("z ?").typed("delete-word").keys("Enter");
    assert!(notice(&desk.app).starts_with("delete-word works only while typing"));
}

#[test]
fn the_quote_is_copied_with_its_citation_and_what_was_done_is_told() {
    let mut desk = Desk::new(library(), 80, 24);
    desk.slow = true;
    let copied = |desk: &mut Desk, keys: &str| {
        desk.keys(keys);
        match desk.outstanding.pop() {
            Some(Effect::Copy { text }) => text,
            other => panic!("{other:?}"),
        }
    };
    let load = desk.outstanding.pop();
    assert_eq!(load, None);
    assert_eq!(
        copied(&mut desk, "] ] y y"),
        "“Every winter we would pay again.” — Ingrid Vael, council chair, Meridian Wire, 2026-03-02"
    );
    assert_eq!(copied(&mut desk, "y q"), "Every winter we would pay again.");
    assert!(copied(&mut desk, "y i").contains('@'));
    assert_eq!(
        copied(&mut desk, "y a"),
        "Tamsin Orrell, “Harbour council votes to close the old ferry dock”, Meridian Wire, 2026-03-02"
    );
    desk.act(Action::Copied("sent, 34 bytes".into()));
    assert_eq!(notice(&desk.app), "sent, 34 bytes");
}

#[test]
fn the_first_quote_on_the_screen_is_copied_and_without_quotes_it_says_so() {
    let mut desk = desk();
    desk.keys("y y");
    assert!(quote(&desk.app).starts_with("We cannot mend"));
    assert!(notice(&desk.app).starts_with("sent"));
    desk.keys("y Down Enter");
    assert!(notice(&desk.app).starts_with("sent"));
    desk.keys("j j j y y");
    assert_eq!(notice(&desk.app), "this article has no quotes");
}

#[test]
fn opening_the_rail_stands_at_the_quote_on_the_screen() {
    let mut desk = desk();
    desk.keys("Enter G Tab");
    assert_eq!(desk.app.articles().focus(), Focus::Quotes);
    let reader = desk.app.articles().reader();
    assert!(reader.is_visible(reader.quote().unwrap().span));
}

#[test]
fn what_is_found_is_kept_and_searched_inside() {
    let mut desk = desk();
    desk.keys("f").typed("har").keys("Ctrl-Space");
    let all = finder(&desk.app).findings().found;
    assert!(all > 1);
    let screen = shown(&desk.app);
    assert!(screen.contains("find har ›"), "{screen}");
    desk.typed("council");
    assert!(finder(&desk.app).findings().found < all);
    assert_eq!(finder(&desk.app).query(), "har\ncouncil");
    // What one opens is marked by both, and comes back as it was.
    desk.keys("Enter '");
    assert_eq!(finder(&desk.app).frozen(), ["har"]);
    let place = desk.app.place();
    assert_eq!(place.finder.unwrap().query, "har\ncouncil");
    desk.keys("Ctrl-U Backspace");
    assert_eq!(finder(&desk.app).frozen().len(), 0);
    assert_eq!(finder(&desk.app).line().text(), "har");
    assert_eq!(finder(&desk.app).findings().found, all);
    let mut plain = Desk::plain(library(), 80, 24);
    plain.keys("f").typed("har").keys("Ctrl-Space");
    assert!(shown(&plain.app).contains("find inside har:"));
}

#[test]
fn marked_lines_stay_marked_and_go_into_the_basket_together() {
    let mut desk = desk();
    desk.keys("f").typed("winter").keys("Tab Ctrl-U");
    desk.typed("harbour").keys("Tab");
    assert!(shown(&desk.app).contains("2 marked"));
    assert_eq!(finder(&desk.app).marked().len(), 2);
    desk.keys("Enter");
    assert!(shown(&desk.app).contains("with the 2 that are marked"));
    desk.keys("Enter");
    let picks = desk.app.marks().picks();
    let words: Vec<&str> = picks.iter().map(|(_, on)| on.words.as_str()).collect();
    assert_eq!(words, ["Every winter we would pay again.", ""]);
    // What was used is marked no longer.
    desk.keys("'");
    assert_eq!(finder(&desk.app).marked().len(), 0);
}

#[test]
fn marked_lines_become_lanes() {
    let mut desk = desk();
    desk.keys("f").typed("winter").keys("Tab Enter");
    desk.typed("compare").keys("Enter 4");
    assert_eq!(desk.app.compare().lanes().len(), 1);
}

#[test]
fn hits_of_the_preview_are_gone_through_while_the_list_stays() {
    let mut desk = Desk::new(library(), 120, 20);
    desk.keys("f").typed("bridge").keys("Ctrl-G");
    assert!(
        notice(&desk.app).starts_with("hit "),
        "{}",
        notice(&desk.app)
    );
    assert_eq!(desk.app.mode(), Mode::Finder);
}
