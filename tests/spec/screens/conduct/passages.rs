//! Reading: pages, quotes, speakers, actors, hits, furniture.

use pullquote::app::Action;
use pullquote::app::overlay::Overlay;
use pullquote::app::screen::Focus;

use super::*;

fn place(desk: &Desk) -> usize {
    desk.app.articles().reader().place()
}

fn text_at(desk: &Desk, at: usize) -> &str {
    &desk.app.articles().reader().article().unwrap().text[at..]
}

#[test]
fn quotes_are_gone_through_in_text_order() {
    let mut desk = desk();
    let mut seen = Vec::new();
    for _ in 0..6 {
        desk.keys("]");
        seen.push(quote(&desk.app).to_owned());
    }
    assert!(seen[0].starts_with("We cannot mend"));
    assert!(seen[5].starts_with("That is what they said"));
    desk.keys("]");
    assert_eq!(notice(&desk.app), "no further quote");
    desk.keys("[");
    assert_eq!(quote(&desk.app), "where the water is kind");
}

#[test]
fn whoever_has_scrolled_away_goes_on_from_what_he_sees() {
    let mut desk = desk();
    desk.keys("Enter ] G");
    desk.act(Action::Resized {
        columns: 80,
        rows: 14,
    });
    desk.keys("G [");
    assert_ne!(quote(&desk.app), "");
    assert!(!quote(&desk.app).starts_with("We cannot mend"));
}

#[test]
fn the_quotes_of_one_speaker_are_gone_through_past_those_of_others() {
    let mut desk = desk();
    desk.keys("] )");
    assert_eq!(quote(&desk.app), "Every winter we would pay again.");
    desk.keys(")");
    assert_eq!(quote(&desk.app), "where the water is kind");
    desk.keys(")");
    assert_eq!(notice(&desk.app), "no further quote of this speaker");
    desk.keys("( (");
    assert!(quote(&desk.app).starts_with("We cannot mend"));
}

#[test]
fn a_quote_of_nobody_says_so() {
    let mut desk = desk();
    desk.keys(")");
    assert!(quote(&desk.app).starts_with("We cannot mend"));
    desk.keys("Enter Tab G )");
    assert_eq!(notice(&desk.app), "nobody is known to have said this");
}

#[test]
fn moving_in_the_rail_moves_the_text_to_the_passage() {
    let mut desk = desk();
    desk.keys("Tab Tab G");
    assert!(quote(&desk.app).starts_with("That is what they said"));
    let reader = desk.app.articles().reader();
    assert!(reader.is_visible(reader.quote().unwrap().span));
    desk.keys("Enter");
    assert_eq!(desk.app.articles().focus(), Focus::Reader);
}

#[test]
fn enter_on_an_actor_goes_through_its_mentions_and_around() {
    let mut desk = desk();
    desk.keys("Tab Tab Tab Enter");
    assert_eq!(notice(&desk.app), "mention 1 of 2");
    desk.keys("Enter");
    assert_eq!(notice(&desk.app), "mention 2 of 2");
    desk.keys("Enter");
    assert_eq!(notice(&desk.app), "mention 1 of 2");
    desk.keys("j j");
    assert_eq!(notice(&desk.app), "mention 1 of 1");
}

#[test]
fn speakers_stand_before_those_who_are_only_named() {
    let desk = desk();
    let articles = desk.app.articles();
    let actors = articles.reader().actors();
    let names: Vec<&str> = articles
        .rail()
        .listed()
        .iter()
        .map(|one| actors[one.actor].name.as_str())
        .collect();
    assert_eq!(names[0], "Ingrid Vael");
    assert_eq!(names[3], "harbour council");
}

#[test]
fn words_are_found_in_the_text_and_gone_through_around_its_end() {
    let mut desk = desk();
    desk.keys("Enter /").typed("vael");
    assert!(shown(&desk.app).contains("2 hits"));
    desk.keys("Enter n");
    assert_eq!(notice(&desk.app), "hit 2 of 2");
    desk.keys("n");
    assert_eq!(notice(&desk.app), "hit 1 of 2, around the end");
    desk.keys("N");
    assert_eq!(notice(&desk.app), "hit 2 of 2, around the start");
    desk.keys("Esc n");
    assert!(notice(&desk.app).starts_with("nothing is searched for"));
}

#[test]
fn giving_up_a_search_in_the_text_goes_back_to_where_it_began() {
    let mut desk = desk();
    desk.keys("Enter j");
    let before = place(&desk);
    desk.keys("/").typed("bridge").keys("Esc");
    assert_eq!(place(&desk), before);
}

#[test]
fn paragraphs_are_gone_through() {
    let mut desk = desk();
    desk.keys("Enter } } }");
    assert!(text_at(&desk, place(&desk)).starts_with("The dock at Saltmere"));
    desk.keys("{");
    assert!(text_at(&desk, place(&desk)).starts_with("Islanders say"));
}

#[test]
fn furniture_is_shown_and_folded_again() {
    let mut desk = desk();
    assert!(shown(&desk.app).contains("2 lines of page furniture"));
    desk.keys("e");
    assert!(shown(&desk.app).contains("Save for later"));
    desk.keys("e");
    assert!(!shown(&desk.app).contains("Save for later"));
    desk.keys("G e");
    assert_eq!(notice(&desk.app), "this article has no page furniture");
}

#[test]
fn the_first_visible_words_stay_first_at_every_width() {
    let mut desk = desk();
    desk.keys("Enter } } } }");
    let before = place(&desk);
    for (columns, rows) in [(120, 30), (60, 20), (160, 12), (20, 4), (80, 24)] {
        desk.act(Action::Resized { columns, rows });
        let reader = desk.app.articles().reader();
        let line = reader.sheet().line_at(before);
        let last = reader.sheet().lines().len() <= reader.visible().end;
        assert!(last || reader.visible().start == line, "{columns}x{rows}");
    }
}

#[test]
fn a_page_is_what_fits_and_the_end_is_told() {
    let mut desk = desk();
    desk.keys("Enter");
    let rows = desk.app.articles().reader().visible().len();
    desk.keys("Space");
    let reader = desk.app.articles().reader();
    let lines = reader.sheet().lines().len();
    assert_eq!(reader.visible().start, rows.min(lines - rows));
    desk.keys("G Space");
    assert!(notice(&desk.app).starts_with("end of the article"));
}

#[test]
fn what_moves_the_text_brings_it_onto_a_screen_of_one_pane() {
    let mut desk = Desk::new(library(), 44, 12);
    desk.keys("]");
    assert_eq!(desk.app.articles().focus(), Focus::Reader);
    assert!(quote(&desk.app).starts_with("We cannot mend"));
}

#[test]
fn panes_are_zoomed_grown_and_widened() {
    let mut desk = Desk::new(library(), 120, 30);
    let columns = |desk: &Desk| {
        let reader = desk.app.articles().layout().reader;
        reader.map_or(0, |slot| slot.columns())
    };
    desk.keys("Enter");
    assert_eq!(columns(&desk), 48);
    desk.keys("z");
    assert_eq!(columns(&desk), 118);
    desk.keys("q +");
    assert_eq!(columns(&desk), 58);
    desk.keys("_ _");
    assert_eq!(notice(&desk.app), "this pane has its least share");
    desk.keys("> >");
    assert_eq!(columns(&desk), 58);
    desk.keys("< < <");
    assert_eq!(columns(&desk), 48);
    assert_eq!(notice(&desk.app), "this pane has its least size");
}

#[test]
fn why_follows_the_quotes_and_tells_rule_cue_and_name() {
    let mut desk = desk();
    desk.keys("w");
    let answer = |desk: &Desk| match desk.app.overlays().last() {
        Some(Overlay::Why(why)) => why.answer().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        answer(&desk),
        "Ingrid Vael, because this name is the subject of “said”. \
         Of 100 such speakers in labelled news 90 are right."
    );
    desk.keys("] ] ]");
    assert!(answer(&desk).contains("The article has it from Meridian Wire. A guess: of 100 such speakers in labelled news 40 are"));
    desk.keys("] ]");
    assert!(answer(&desk).starts_with("Nobody"));
    desk.keys("]");
    assert_eq!(notice(&desk.app), "no further quote");
    desk.keys("q");
    assert!(desk.app.overlays().is_empty());
}

#[test]
fn the_next_article_is_entered_at_a_quote_while_one_goes_through_quotes() {
    let mut desk = desk();
    desk.keys("Enter Tab");
    assert_eq!(desk.app.articles().focus(), Focus::Quotes);
    desk.keys("J");
    let articles = desk.app.articles();
    assert_eq!(
        articles.reader().quotes().len() > 0,
        !quote(&desk.app).is_empty()
    );
    desk.keys("J J J");
    let articles = desk.app.articles();
    assert_eq!(
        articles.reader().quotes().len() > 0,
        !quote(&desk.app).is_empty()
    );
}

#[test]
fn an_article_opened_at_its_start_is_shown_from_its_start() {
    let mut desk = desk();
    desk.keys("Enter G");
    assert!(place(&desk) > 0);
    let title = desk.app.articles().reader().article().unwrap();
    let title = title.headline().to_owned();
    desk.keys("f").typed(&title);
    desk.keys("Ctrl-S Enter");
    assert_eq!(place(&desk), 0);
}
