//! What comes from outside: imports, failures.

use std::sync::Arc;

use pullquote::app::{Action, Effect, Ticket};
use pullquote::import::{Progress, Refused, Report};

use super::*;

#[test]
fn progress_is_counts_and_goes_when_the_import_ends() {
    let mut desk = desk();
    desk.act(Action::Progress(Progress {
        done: 12,
        total: 340,
        added: 9,
    }));
    assert!(shown(&desk.app).contains("12/340 read"));
    desk.act(Action::Imported(Report::default()));
    assert!(!shown(&desk.app).contains("/340"));
    assert!(shown(&desk.app).contains("nothing new"));
}

#[test]
fn a_file_that_was_refused_is_one_line_in_a_list_that_can_be_opened() {
    let mut desk = desk();
    desk.act(Action::Imported(Report {
        known: 10,
        refused: vec![Refused {
            path: "a\u{1b}[2J.bin".into(),
            message: "is not text".into(),
        }],
        ..Report::default()
    }));
    assert!(shown(&desk.app).contains("10 already there, 1 could not be read (! shows which)"));
    desk.keys("!");
    assert!(shown(&desk.app).contains("a␛[2J.bin: is not text"));
    desk.keys("q");
    assert!(desk.app.overlays().is_empty());
    assert_eq!(desk.done, []);
}

#[test]
fn what_an_import_did_stands_above_and_leaves_the_hints_alone() {
    let mut desk = desk();
    desk.act(Action::Imported(Report {
        known: 10,
        ..Report::default()
    }));
    let screen = shown(&desk.app);
    assert!(screen.lines().next().unwrap().ends_with("10 already there"));
    assert!(screen.contains("? keys"));
    desk.keys("j");
    assert!(!shown(&desk.app).contains("10 already there"));
}

#[test]
fn the_first_articles_of_an_import_can_be_read_while_it_goes_on() {
    let full = desk();
    let mut desk = Desk::new(Vec::new(), 80, 24);
    desk.act(Action::Progress(Progress {
        done: 1,
        total: 9,
        added: 1,
    }));
    assert!(shown(&desk.app).contains("The articles are being read: 1 of 9"));
    desk.entries = full.entries;
    desk.catalog = Arc::clone(&full.catalog);
    desk.act(Action::CatalogChanged(full.catalog));
    assert!(read(&desk.app).starts_with("Harbour council"));
    assert!(shown(&desk.app).contains("1/9 read"));
}

#[test]
fn a_failure_is_told_once_and_only_to_who_asked() {
    let mut desk = desk();
    desk.slow = true;
    desk.keys("j");
    let Some(Effect::Load { ticket, .. }) = desk.outstanding.pop() else {
        panic!("nothing was asked for");
    };
    desk.act(Action::Failed(Ticket(0), "old".into()));
    assert_eq!(notice(&desk.app), "");
    desk.act(Action::Failed(ticket, "the article cannot be read".into()));
    assert_eq!(notice(&desk.app), "the article cannot be read");
}

#[test]
fn while_an_article_is_on_its_way_nothing_of_the_old_one_is_copied() {
    let mut desk = desk();
    desk.keys("]");
    desk.slow = true;
    desk.keys("J y y");
    assert!(
        !desk
            .outstanding
            .iter()
            .any(|effect| matches!(effect, Effect::Copy { .. }))
    );
    desk.keys("]");
    assert_eq!(notice(&desk.app), "the article is still being fetched");
}

#[test]
fn the_library_is_asked_for_new_files_on_request() {
    let mut desk = desk();
    desk.keys("R Ctrl-L Ctrl-Z Q");
    let asked = [
        Effect::Import,
        Effect::Redraw,
        Effect::Suspend,
        Effect::Quit,
    ];
    assert_eq!(desk.done, asked);
}
