//! Promises about the mouse: what stands under it moves, and it is the terminal's again
//! whenever one wants.

use crate::case::Case;
use crate::pty::Pty;

fn open() -> (Case, Pty) {
    let case = (0..9).fold(Case::new(), |case, n| {
        let text = format!(
            "Boat report {n}\n\n{} March 2026\n\n“Number {n} is in,” said Ines Falk.\n{}",
            9 - n,
            "\nThe quay was quiet all day and nobody came.\n".repeat(20)
        );
        case.file(&format!("press/{n}.txt"), text)
    });
    let mut command = case.command();
    command.arg("press");
    let mut pty = Pty::run(&command, 80, 24);
    pty.until_printed("9 added");
    (case, pty)
}

/// A press of the left button, as a terminal reports it; cells from 1.
fn click(column: u16, row: u16) -> String {
    format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
}

fn row(screen: &vt100::Screen, at: usize) -> String {
    let contents = screen.contents();
    contents.lines().nth(at).unwrap_or_default().to_owned()
}

#[test]
fn a_click_selects_a_double_click_opens_and_the_wheel_scrolls_what_is_under_it() {
    let (_case, mut pty) = open();
    pty.send(click(20, 5));
    pty.until("the fourth row is selected", |screen| {
        row(screen, 4).starts_with('>') && row(screen, 4).contains("report 3")
    });
    let list = row(pty.screen(), 4);
    // The list keeps the keys while the text scrolls.
    pty.send("\x1b[<65;20;15M\x1b[<65;20;15M");
    pty.until("the text has moved", |screen| {
        !screen.contents().contains("Number 3 is in") && row(screen, 4) == list
    });
    pty.send(click(20, 3));
    pty.send(click(20, 3));
    pty.until("the second article is read", |screen| {
        screen.contents().contains("Space page") && screen.contents().contains("report 1")
    });
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    assert_eq!(pty.left_behind(), Vec::<String>::new());
}

#[test]
fn a_click_on_a_hint_is_its_key_and_mouse_gives_it_back_to_the_terminal() {
    let (_case, mut pty) = open();
    let hints = row(pty.screen(), 23);
    let at = hints.find("f find").expect("the hint is there");
    pty.send(click(u16::try_from(at).unwrap() + 2, 24));
    pty.shows("type to find");
    pty.send("\x1b");
    pty.shows("Enter read");
    pty.send(":mouse\r");
    pty.until("it is told", |screen| {
        screen.contents().contains("the mouse is your terminal's")
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
    pty.send(":mouse\r");
    pty.shows("hold Shift");
    pty.send("Q");
    assert_eq!(pty.until_ended(), 0);
    assert_eq!(pty.left_behind(), Vec::<String>::new());
}
