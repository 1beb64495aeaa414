//! Every key of the table, in every mode it is bound in.

use pullquote::app::keymap::{Key, Keymap, Mode, table};
use pullquote::app::{Action, App, Command, Effect};

use ratatui::style::Modifier;

use super::*;

/// Ways into each mode: at the start, in the middle, at the end.
fn ways(mode: Mode) -> &'static [&'static str] {
    match mode {
        Mode::List => &["j / h a r Enter n", "G", "Esc", "Enter ] q"],
        Mode::Reader => &[
            "Enter d",
            "Enter / v a e l Enter",
            "Enter G ] [ [",
            "G Enter",
        ],
        Mode::Selection => &[
            "Enter v w w j",
            "Enter ] ] v w",
            "Enter G v b",
            "Enter / v a e l Enter v",
            "Enter V j",
        ],
        Mode::Quotes => &["Enter Tab j j )", "/ h a r Enter Enter Tab"],
        Mode::Actors => &["Enter Tab Tab j j", "/ h a r Enter Enter Tab Tab"],
        Mode::Finder => &["f h a r Down Left Left", "f"],
        Mode::Palette => &[": n e x t Down Left Left", ":"],
        Mode::Keys => &["? n e x t Down Left Left", "?"],
        Mode::Search => &["/ h a Left", "/ h a Enter /", "/ h a Enter / Ctrl-U"],
        Mode::Copy => &["] y Down"],
        Mode::Messages => &["K Z K Z K !", "K Z K Z K ! k k"],
        Mode::Why => &["] w", "] ] ] ] w j j", "] ] w"],
        Mode::Line => &["] i a b Left", "] i", "i"],
        Mode::Choice => &[
            "] t x Enter t y Enter t Down Left",
            "] t o n e Enter t o n Left",
            "] t x Enter t y Enter t z Enter t",
            "] t",
        ],
        Mode::Saved => &[
            "/ h Enter : s a v e - Enter Enter F x y Left",
            "/ h Enter : s a v e - Enter Ctrl-U x Enter / a Enter : s a v e - Enter Enter F Down",
            "/ h Enter : s a v e - Enter Ctrl-U x Enter / a Enter : s a v e - Enter Enter F",
        ],
        Mode::Compare => &[
            "2 c j c 4 j",
            "2 c j c 4 l G",
            "2 c 4",
            "2 c j c 4 = [",
            "2 c j c 4 / s e a Enter",
        ],
        Mode::AllActors => &["3 j", "3 G", "3 / v a e l Enter"],
        Mode::Profile => &["3 Enter j", "3 Enter G", "3 Enter Tab Tab j"],
        Mode::Basket => &[
            "] a ] a ] ] a 6 j",
            "] a 6",
            "] a ] a ] ] ] a 6 j x",
            "] a J ] a 6 j",
        ],
        Mode::AllQuotes => &["2 j j", "2 G", "2 / v a e l Enter", "2 j l"],
        Mode::Save => &["s", "s Down", "2 s Left Left", "s G", "s Ctrl-A"],
        Mode::Timeline => &["5", "5 j h", "5 [ [ n N", "2 c 5", "5 / s e a Enter"],
    }
}

#[test]
fn every_key_does_something_or_says_why_not() {
    for mode in Mode::ALL {
        for row in table() {
            for key in row.keys(mode) {
                let answered = ways(mode).iter().any(|way| answers(way, mode, key));
                assert!(answered, "{key} is dead in {}", mode.word());
            }
        }
    }
}

fn answers(way: &str, mode: Mode, key: Key) -> bool {
    // Low enough that everything scrolls.
    let mut desk = Desk::new(echoes(), 120, 14);
    desk.keys(way);
    assert_eq!(desk.app.mode(), mode, "{way} leads elsewhere");
    let action = Keymap::default().lookup(mode, key).unwrap();
    let mut after = desk.app.clone();
    let effects = after.update(action);
    // That a notice went away is no answer.
    !effects.is_empty()
        || after.notice().is_some()
        || after.overlays() != desk.app.overlays()
        || after.articles() != desk.app.articles()
        || after.basket() != desk.app.basket()
        || after.compare() != desk.app.compare()
        || after.actors() != desk.app.actors()
        || after.quotes() != desk.app.quotes()
        || after.screen() != desk.app.screen()
}

#[test]
fn whatever_is_asked_for_by_name_is_answered_in_every_mode() {
    for mode in Mode::ALL {
        for row in table() {
            let mut desk = desk();
            desk.keys(ways(mode)[0]);
            desk.act(Action::Command(row.command));
            assert!(desk.app.overlays().len() <= 8);
        }
    }
}

#[test]
fn q_goes_back_and_quits_on_the_list_only() {
    let mut desk = desk();
    desk.keys("Enter Tab q q");
    assert_eq!(desk.done, []);
    desk.keys("q");
    assert_eq!(desk.done, [Effect::Quit]);
}

#[test]
fn control_c_closes_what_is_in_front_else_it_quits() {
    let mut desk = desk();
    desk.keys("f Ctrl-C");
    assert_eq!((desk.app.overlays().len(), desk.done.len()), (0, 0));
    desk.keys("Enter Ctrl-C");
    assert_eq!(desk.done, [Effect::Quit]);
}

#[test]
fn a_paste_is_text_in_an_input_and_nothing_anywhere_else() {
    let mut desk = desk();
    let before = desk.app.clone();
    desk.act(Action::Paste("q\nQ\n:quit\n".into()));
    assert_eq!(desk.app, before);
    desk.keys("f");
    desk.act(Action::Paste("q\nQ\n".into()));
    let Some(pullquote::app::overlay::Overlay::Finder(finder)) = desk.app.overlays().last() else {
        panic!("the finder is gone");
    };
    assert_eq!(finder.line().text(), "q Q ");
    assert_eq!(desk.done, []);
}

#[test]
fn the_same_action_on_the_same_state_gives_the_same() {
    let mut desk = desk();
    desk.keys("f h a r");
    for command in table().iter().map(|row| row.command) {
        let (mut one, mut other) = (desk.app.clone(), desk.app.clone());
        assert_eq!(
            one.update(Action::Command(command)),
            other.update(Action::Command(command))
        );
        assert_eq!(one, other);
    }
}

#[test]
fn below_the_floor_keys_still_work_and_nothing_is_lost() {
    let mut desk = desk();
    desk.keys("j Enter ]");
    let before = desk.app.clone();
    for (columns, rows) in [(19, 24), (80, 3), (1, 1), (0, 0)] {
        desk.act(Action::Resized { columns, rows });
    }
    desk.act(Action::Resized {
        columns: 80,
        rows: 24,
    });
    assert_eq!(desk.app, before);
    desk.act(Action::Resized {
        columns: 10,
        rows: 2,
    });
    assert!(shown(&desk.app).starts_with("20x4\n"));
    desk.keys("q j");
    assert!(selected(&desk.app).starts_with("Hafenstädte"));
}

#[test]
fn every_command_is_in_the_palette_and_among_the_keys() {
    let count = |app: &App| match app.overlays().last() {
        Some(pullquote::app::overlay::Overlay::Commands(commands)) => commands
            .entries()
            .iter()
            .filter(|entry| matches!(entry, pullquote::app::overlay::Entry::Command(_)))
            .count(),
        other => panic!("{other:?}"),
    };
    let mut desk = desk();
    desk.keys("?");
    assert_eq!(count(&desk.app), Command::COUNT);
    desk.keys("Esc :");
    assert_eq!(count(&desk.app), Command::COUNT);
    desk.typed("merge");
    assert!(shown(&desk.app).contains("only on "));
    desk.keys("Enter");
    assert!(notice(&desk.app).starts_with("merge works only on "));
}

#[test]
fn a_suggested_text_is_seen_as_such_and_replaced_by_the_first_letter() {
    let mut desk = desk();
    desk.keys("/").typed("har");
    desk.keys("Enter /");
    let reversed = |desk: &Desk| {
        let buffer = picture(&desk.app);
        let cells = buffer.content().iter();
        let last = cells.skip(80 * 23);
        let seen = last.filter(|cell| cell.modifier.contains(Modifier::REVERSED));
        seen.map(|cell| cell.symbol().to_owned())
            .collect::<String>()
    };
    assert_eq!(reversed(&desk), "har");
    desk.keys("k");
    assert_eq!(desk.app.articles().listing().query(), "k");
    assert_eq!(reversed(&desk), "");
    desk.keys("Enter / Left e");
    assert_eq!(desk.app.articles().listing().query(), "ek");
}

#[test]
fn a_key_that_does_nothing_says_where_it_does() {
    let mut desk = desk();
    desk.keys("x");
    let told = notice(&desk.app).to_owned();
    assert!(
        told.starts_with("x does nothing here; elsewhere: mark-row on 2"),
        "{told}"
    );
    desk.keys("%");
    assert_eq!(notice(&desk.app), "% does nothing; ? lists the keys");
    desk.keys("j");
    assert_eq!(notice(&desk.app), "");
}

#[test]
fn where_nothing_is_listed_no_key_is_offered_that_needs_a_row() {
    let mut desk = desk();
    for screen in ["4", "6"] {
        desk.keys(screen);
        let text = shown(&desk.app);
        let hints = text.lines().last().unwrap_or_default();
        assert!(
            !hints.contains("Enter") && hints.contains("? keys"),
            "{hints}"
        );
    }
}

#[test]
fn one_step_back_from_a_narrowed_list_is_the_whole_list() {
    let mut desk = desk();
    desk.keys("/").typed("har");
    desk.keys("Enter q");
    assert_eq!(desk.app.articles().listing().query(), "");
    assert!(desk.done.is_empty());
    desk.keys("q");
    assert_eq!(desk.done, [Effect::Quit]);
}
