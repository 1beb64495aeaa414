//! Lanes side by side: making, aligning, moving, copying, opening.

use pullquote::app::screen::{Cell, Screen};

use super::*;

fn lanes_desk() -> Desk {
    let mut desk = Desk::new(echoes(), 120, 30);
    // The speakers of the newest quotes: Joss Penhale, Ingrid Vael.
    desk.keys("2 c j c 4");
    desk
}

/// The titles from left to right.
fn titles(desk: &Desk) -> Vec<String> {
    let lanes = desk.app.compare().lanes().iter();
    lanes.map(|lane| lane.title.clone()).collect()
}

/// The words that stand in each lane of the band one stands at.
fn band(desk: &Desk) -> Vec<String> {
    let compare = desk.app.compare();
    let band = compare.rows().band().unwrap();
    let words = |lane: usize| match band.cells[lane] {
        Cell::Quote(_) => compare.spoken(band, lane).unwrap().first.words.to_string(),
        Cell::Nothing => "nothing".to_owned(),
        Cell::Blank => String::new(),
    };
    (0..compare.lanes().len()).map(words).collect()
}

#[test]
fn a_lane_is_made_from_a_quote_an_actor_or_an_article() {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("c");
    assert!(notice(&desk.app).starts_with("lane 1: Calder Post"));
    desk.keys("Enter ] c Tab Tab j c c");
    assert!(notice(&desk.app).contains("already"));
    assert_eq!(titles(&desk), ["Calder Post", "Joss Penhale"]);
    desk.keys("2 G c k c c 4");
    assert_eq!(titles(&desk).len(), 4);
    desk.keys("1 j c");
    assert!(notice(&desk.app).contains("four lanes are the most"));
}

#[test]
fn as_listed_a_lane_with_fewer_quotes_ends_without_a_word() {
    let mut desk = lanes_desk();
    desk.keys("G");
    assert_eq!(desk.app.compare().order(), "newest first");
    assert!(!shown(&desk.app).contains("(nothing found)"));
}

#[test]
fn who_said_the_words_of_a_cell_is_told_and_corrected() {
    let mut desk = lanes_desk();
    desk.keys("l w");
    let text = shown(&desk.app);
    assert!(text.contains("Ingrid Vael"), "{text}");
    desk.keys("Esc W");
    assert!(shown(&desk.app).contains("who said “"));
    desk.keys("n o b o d y Enter");
    assert!(
        notice(&desk.app).starts_with("speaker of “"),
        "{}",
        notice(&desk.app)
    );
    assert!(notice(&desk.app).ends_with("nobody"));
}

#[test]
fn what_one_speaks_of_and_the_other_does_not_is_told() {
    let mut desk = lanes_desk();
    desk.keys("/").typed("sea, asked");
    desk.keys("Enter");
    assert_eq!(band(&desk), ["nothing", "the sea does not ask either"]);
    assert!(shown(&desk.app).contains("(nothing found)"));
    desk.keys("j j");
    assert_eq!(band(&desk), ["Nobody asked us,", "nothing"]);
    desk.keys("j");
    assert_eq!(notice(&desk.app), "last row");
}

#[test]
fn the_issue_of_the_list_is_the_issue_of_the_lanes() {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("2 / s e a Enter c 4");
    assert_eq!(desk.app.compare().topics(), "sea");
    assert!(shown(&desk.app).contains("by issue: sea"));
}

#[test]
fn what_the_articles_are_narrowed_by_narrows_every_lane() {
    let mut desk = Desk::new(echoes(), 120, 30);
    desk.keys("/ h a r b o u r Enter c 4");
    let lane = &desk.app.compare().lanes()[0];
    assert!(lane.query.ends_with(" text:harbour"), "{}", lane.query);
    assert!(lane.title.ends_with(" (text:harbour)"), "{}", lane.title);
    assert_eq!(desk.app.compare().topics(), "");
}

#[test]
fn lanes_are_aligned_in_four_ways() {
    let mut desk = lanes_desk();
    assert!(shown(&desk.app).contains("newest first"));
    for word in ["by month", "by same words", "newest first"] {
        desk.keys("=");
        assert!(shown(&desk.app).contains(word), "{word}");
    }
    desk.keys("]");
    assert_eq!(notice(&desk.app), "by year");
    desk.keys("]");
    assert_eq!(notice(&desk.app), "nothing is coarser than a year");
}

#[test]
fn lanes_are_moved_closed_and_gone_through() {
    let mut desk = lanes_desk();
    desk.keys("l");
    assert_eq!(desk.app.compare().here(), 1);
    desk.keys("H");
    assert_eq!(titles(&desk), ["Ingrid Vael", "Joss Penhale"]);
    desk.keys("x");
    assert_eq!(titles(&desk), ["Joss Penhale"]);
    assert_eq!(band(&desk), ["Nobody asked us,"]);
    desk.keys("x x");
    assert_eq!(notice(&desk.app), "there is no lane to close");
}

#[test]
fn a_quote_opens_in_its_article_and_q_returns_to_the_lanes() {
    let mut desk = lanes_desk();
    desk.keys("l Enter");
    assert_eq!(desk.app.screen(), Screen::Articles);
    assert_eq!(quote(&desk.app), "the sea does not ask either");
    desk.keys("q");
    assert_eq!(desk.app.screen(), Screen::Compare);
    assert_eq!(desk.app.compare().here(), 1);
}

#[test]
fn a_row_is_copied_and_all_are_saved_as_a_table() {
    use pullquote::app::Effect;
    use pullquote::app::effect::Contents;
    let mut desk = lanes_desk();
    let y = pullquote::app::Action::Command(pullquote::app::Command::CopyRow);
    let [Effect::Copy { text }] = &desk.app.update(y)[..] else {
        panic!("nothing is copied");
    };
    assert_eq!(
        text,
        "| Joss Penhale | Ingrid Vael |\n| --- | --- |\n\
         | “Nobody asked us,” — Joss Penhale, Calder Post, 2026-03-03, also in Meridian Wire \
         | “the sea does not ask either” — Ingrid Vael, Calder Post, 2026-03-03 |\n"
    );
    desk.keys("s");
    let enter = pullquote::app::Action::Command(pullquote::app::Command::Open);
    let [Effect::Save { name, contents, .. }] = &desk.app.update(enter)[..] else {
        panic!("nothing is written");
    };
    let Contents::Text(text, what) = contents else {
        panic!("lanes are text");
    };
    assert_eq!((name.as_str(), what.as_str()), ("compare.md", "4 rows"));
    assert_eq!(text.lines().count(), 2 + 4);
    assert!(text.ends_with(
        "|  | “Every winter we would pay again.” — Ingrid Vael, Meridian Wire, 2026-03-02 |\n"
    ));
}

#[test]
fn a_narrow_screen_flips_from_lane_to_lane_at_one_spot() {
    let mut desk = lanes_desk();
    desk.act(Action::Resized {
        columns: 44,
        rows: 12,
    });
    assert!(shown(&desk.app).contains("Nobody asked us"));
    desk.keys("l");
    assert!(shown(&desk.app).contains("the sea does not ask"));
    assert!(shown(&desk.app).contains("lane 2 of 2"));
}

#[test]
fn from_a_name_to_a_table_of_two_speakers_in_fifteen_keys() {
    let mut desk = Desk::new(echoes(), 120, 30);
    let keys = "2 c G c 4 / s e a Enter s Enter";
    assert!(keys.split(' ').count() <= 15);
    desk.keys(keys);
    assert_eq!(desk.app.compare().topics(), "sea");
    assert!(notice(&desk.app).contains("wrote"), "{}", notice(&desk.app));
}

#[test]
fn lanes_their_row_and_their_issues_are_there_at_the_next_start() {
    let mut desk = lanes_desk();
    desk.keys("/").typed("sea, asked");
    desk.keys("Enter l j");
    let (before, words) = (titles(&desk), band(&desk));
    let place = serde_json::to_string(&desk.app.place()).unwrap();
    let mut desk = Desk::new(echoes(), 80, 24);
    let place = serde_json::from_str(&place).unwrap();
    desk.act(Action::Resume(Box::new(place), Default::default()));
    assert_eq!(desk.app.screen(), Screen::Compare);
    assert_eq!((titles(&desk), band(&desk)), (before, words));
    assert_eq!(
        (desk.app.compare().here(), desk.app.compare().topics()),
        (1, "sea, asked")
    );
}
