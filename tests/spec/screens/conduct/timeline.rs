//! Lanes over time: going through cells, other times and measures, opening a cell.

use pullquote::app::Effect;
use pullquote::app::screen::Screen;

use super::super::world::over_months;
use super::*;

fn times_desk() -> Desk {
    let mut desk = Desk::new(over_months(), 120, 30);
    desk.keys("5");
    desk
}

/// The cell one stands at, in words.
fn here(desk: &Desk) -> String {
    desk.app.timeline().here().unwrap().words()
}

#[test]
fn without_lanes_the_rows_are_who_speaks_and_one_stands_at_the_newest_time() {
    let mut desk = times_desk();
    assert!(shown(&desk.app).contains("4 speakers  quotes by month"));
    assert_eq!(here(&desk), "Joss Penhale, 2026-05: 5 quotes");
    assert!(shown(&desk.app).contains("Joss Penhale, 2026-05: 5 quotes"));
    desk.keys("j h");
    let harbour = "Harbour Authority of Saltmere, 2026-04: 9 quotes";
    assert_eq!(here(&desk), harbour);
    desk.keys("k l l");
    assert_eq!(here(&desk), "Joss Penhale, undated: 2 quotes");
    desk.keys("l");
    assert_eq!(notice(&desk.app), "nothing is newer");
}

#[test]
fn one_begins_at_the_newest_time_at_which_the_row_speaks() {
    let mut desk = Desk::new(over_months(), 120, 30);
    // Of the harbour nothing is said in the newest month.
    desk.keys("5 / h a r b o u r Enter");
    desk.keys("Esc");
    let mut desk = Desk::new(over_months(), 120, 30);
    desk.keys("3 / h a r b o u r Space a u t h Enter c 5");
    assert!(
        desk.app.timeline().here().unwrap().count > 0,
        "{}",
        here(&desk)
    );
}

#[test]
fn with_lanes_the_rows_are_the_lanes() {
    let mut desk = Desk::new(over_months(), 120, 30);
    desk.keys("2 c 5");
    let lanes = desk.app.compare().lanes();
    let rows = desk.app.timeline().rows();
    assert_eq!((rows.len(), &rows[0].title), (1, &lanes[0].title));
    assert!(shown(&desk.app).contains("1 lane "));
    desk.keys("4 x 5");
    assert_eq!(desk.app.timeline().rows().len(), 4);
}

#[test]
fn a_speaker_over_time_becomes_a_lane() {
    let mut desk = times_desk();
    desk.keys("c");
    assert!(notice(&desk.app).starts_with("lane 1: Joss Penhale"));
    // What one looks at stays until one comes again.
    assert_eq!(desk.app.timeline().rows().len(), 4);
    desk.keys("1 5 c");
    assert_eq!(desk.app.timeline().rows().len(), 1);
}

#[test]
fn times_become_finer_and_coarser_and_one_stays_where_one_was() {
    let mut desk = times_desk();
    desk.keys("j j h h h");
    let ingrid = here(&desk);
    assert!(ingrid.starts_with("Ingrid Vael, 2026-02"), "{ingrid}");
    desk.keys("[");
    assert_eq!(notice(&desk.app), "quotes by week");
    // Of the weeks of that month the last one in which she speaks, not an empty one.
    assert!(here(&desk).ends_with("2026-W06 (2026-02-02 to 2026-02-08): 12 quotes"));
    desk.keys("] ]");
    assert!(here(&desk).ends_with("2026: 15 quotes"));
    desk.keys("]");
    assert_eq!(notice(&desk.app), "nothing is coarser than a year");
    desk.keys("[ [ [ [");
    assert_eq!(notice(&desk.app), "nothing is finer than a day");
}

#[test]
fn cells_show_quotes_words_articles_or_the_share_of_a_row() {
    let mut desk = times_desk();
    for words in [
        "Joss Penhale, 2026-05: 45 words",
        "Joss Penhale, 2026-05: 2 articles",
        "Joss Penhale, 2026-05: 50 % of 10 quotes (5)",
        "Joss Penhale, 2026-05: 5 quotes",
    ] {
        desk.keys("v");
        assert_eq!(here(&desk), words);
    }
    let one = desk.app.timeline().scale(0);
    desk.keys("^");
    assert_eq!((one, desk.app.timeline().scale(0)), (12, 5));
}

#[test]
fn a_cell_opens_its_quotes_and_q_returns_to_it() {
    let mut desk = times_desk();
    desk.keys("/").typed("sea");
    desk.keys("Enter Enter");
    assert_eq!(desk.app.screen(), Screen::Quotes);
    let query = "by:\"Joss Penhale\" sea date:2026-05";
    assert_eq!(desk.app.quotes().query(), query);
    desk.keys("q");
    assert_eq!(desk.app.screen(), Screen::Timeline);
    assert_eq!(here(&desk), "Joss Penhale, 2026-05: 5 quotes");
    desk.keys("h Enter");
    assert_eq!(notice(&desk.app), "nothing was said then");
}

#[test]
fn a_row_is_copied_as_a_table() {
    let mut desk = times_desk();
    desk.keys("]");
    let y = Action::Command(pullquote::app::Command::CopyRow);
    let [Effect::Copy { text }] = &desk.app.update(y)[..] else {
        panic!("nothing is copied");
    };
    let expected =
        "| time | Joss Penhale |\n|---|---|\n| 2025 | 1 |\n| 2026 | 7 |\n| undated | 2 |\n";
    assert_eq!(text, expected);
}

#[test]
fn a_copied_row_shows_what_the_screen_shows() {
    let mut desk = times_desk();
    desk.keys("] v v v");
    let y = Action::Command(pullquote::app::Command::CopyRow);
    let [Effect::Copy { text }] = &desk.app.update(y)[..] else {
        panic!("nothing is copied");
    };
    let expected = "| time | Joss Penhale |\n|---|---|\n| 2025 | 10 % |\n| 2026 | 70 % |\n| undated | 20 % |\n";
    assert_eq!(text, expected);
}

#[test]
fn the_rows_are_ordered_by_what_is_counted() {
    let mut desk = times_desk();
    desk.keys("v");
    let timeline = desk.app.timeline();
    let totals: Vec<usize> = (0..timeline.rows().len())
        .map(|row| timeline.total(row))
        .collect();
    assert!(totals.is_sorted_by(|one, next| one >= next), "{totals:?}");
}

#[test]
fn a_narrow_screen_has_digits_and_says_the_cell_in_its_edge() {
    let mut desk = times_desk();
    desk.act(Action::Resized {
        columns: 20,
        rows: 5,
    });
    let screen = shown(&desk.app);
    assert!(screen.contains(" 2026-05: 5…"), "{screen}");
    assert!(screen.contains(">Penha"), "{screen}");
}

#[test]
fn a_timeline_of_marks_follows_them_and_a_failed_one_is_asked_for_again() {
    let mut desk = times_desk();
    desk.keys("/").typed("tag:sea").keys("Enter");
    desk.slow = true;
    let changed = pullquote::app::Changed {
        told: String::new(),
        marks: std::sync::Arc::default(),
        revision: 0,
        catalog: None,
    };
    desk.act(Action::Changed(pullquote::app::Ticket(0), changed));
    assert!(desk.app.timeline().is_waiting());
    let asked = desk.outstanding.iter().find_map(|effect| match effect {
        Effect::Study { ticket, .. } => Some(*ticket),
        _ => None,
    });
    desk.act(Action::Failed(asked.unwrap(), "busy".into()));
    assert!(!desk.app.timeline().is_waiting());
    desk.keys("1 5");
    assert!(desk.app.timeline().is_waiting());
}

#[test]
fn every_screen_asks_again_for_what_could_not_be_answered() {
    for screen in ["2", "3", "4", "6"] {
        let mut desk = Desk::new(over_months(), 120, 30);
        desk.keys("2 a c 1");
        desk.act(Action::CatalogChanged(std::sync::Arc::clone(&desk.catalog)));
        desk.slow = true;
        desk.keys(screen);
        let asked = std::mem::take(&mut desk.outstanding);
        let tickets: Vec<_> = asked.iter().filter_map(study).collect();
        assert!(!tickets.is_empty(), "{screen}");
        for ticket in tickets {
            desk.act(Action::Failed(ticket, "busy".into()));
        }
        desk.keys("1");
        desk.outstanding.clear();
        desk.keys(screen);
        assert!(
            desk.outstanding.iter().any(|it| study(it).is_some()),
            "{screen}"
        );
    }
}

fn study(effect: &Effect) -> Option<pullquote::app::Ticket> {
    match effect {
        Effect::Study { ticket, .. } => Some(*ticket),
        _ => None,
    }
}
