//! What screens cost on the wire: bytes of one frame for each action.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use pullquote::tui::detect::Abilities;
use pullquote::tui::output::{Cursor, Output};
use ratatui::buffer::Buffer;

use super::world::{Desk, long_library, over_months, picture};

#[derive(Clone, Default)]
struct Tape(Rc<RefCell<usize>>);

impl Write for Tape {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        *self.0.borrow_mut() += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Line {
    tape: Tape,
    output: Output<Tape>,
}

impl Line {
    fn new() -> Self {
        let tape = Tape::default();
        let output = Output::new(tape.clone(), Abilities::ALL);
        Self { tape, output }
    }

    fn cost(&mut self, frame: &Buffer) -> usize {
        let before = *self.tape.0.borrow();
        self.output
            .present(frame.clone(), Cursor::default())
            .unwrap();
        *self.tape.0.borrow() - before
    }
}

/// An action, and the most bytes its frame may cost at 80x24 and at 120x30.
///
/// Side by side no rows can be moved by the terminal, so that a line costs as
/// much as a page there. The limits may only fall.
const LIMITS: [(&str, [usize; 2]); 9] = [
    ("first screen", [1_700, 4_500]),
    ("one row down", [60, 60]),
    ("the text follows", [1_000, 1_800]),
    ("open", [250, 300]),
    ("one line of text", [150, 1_400]),
    ("one page of text", [900, 1_400]),
    ("next quote", [200, 300]),
    ("list scrolls one row", [250, 1_000]),
    ("nothing", [0, 0]),
];

/// Does each action in turn and measures its frame.
fn costs(columns: u16, rows: u16) -> Vec<usize> {
    let mut desk = Desk::new(long_library(), columns, rows);
    let mut line = Line::new();
    let mut costs = vec![line.cost(&picture(&desk.app))];
    let mut cost = |desk: &Desk| costs.push(line.cost(&picture(&desk.app)));
    desk.slow = true;
    desk.keys("j");
    cost(&desk);
    desk.slow = false;
    for effect in std::mem::take(&mut desk.outstanding) {
        let answer = desk.answer(&effect).unwrap();
        desk.act(answer);
    }
    cost(&desk);
    for keys in ["Enter", "j", "Space", "]"] {
        desk.keys(keys);
        cost(&desk);
    }
    desk.keys("q G");
    desk.slow = true;
    let page = desk.app.articles().layout().list.unwrap().rows();
    for _ in 1..page {
        desk.keys("k");
    }
    line.cost(&picture(&desk.app));
    let mut cost = |desk: &Desk| costs.push(line.cost(&picture(&desk.app)));
    desk.keys("k");
    cost(&desk);
    desk.keys("Esc");
    cost(&desk);
    costs
}

/// The same for the other screens: to come, one row down, a page.
const SCREEN_LIMITS: [(&str, &str, [usize; 2]); 16] = [
    ("quotes", "2", [1_600, 3_800]),
    ("quotes, one row down", "j", [220, 240]),
    ("quotes, a page", "Space", [750, 1_500]),
    ("actors", "3", [900, 3_300]),
    ("actors, one row down", "j", [60, 60]),
    ("actors, a page", "Space", [60, 60]),
    ("profile", "Enter", [900, 1_300]),
    ("profile, one row down", "j", [120, 120]),
    ("timeline", "5", [1_400, 2_300]),
    ("timeline, one row down", "j", [200, 240]),
    ("timeline, one time back", "h", [180, 240]),
    ("timeline, other times", "[", [1_000, 1_300]),
    ("compare", "4", [1_900, 2_500]),
    ("compare, one row down", "j", [120, 140]),
    ("compare, a page", "Space", [260, 420]),
    ("compare, the next lane", "l", [230, 250]),
];

/// Comes to each screen and moves there, and measures every frame.
fn screen_costs(columns: u16, rows: u16) -> Vec<usize> {
    let mut desk = Desk::new(over_months(), columns, rows);
    let mut line = Line::new();
    line.cost(&picture(&desk.app));
    let mut costs = Vec::new();
    for (name, keys, _) in SCREEN_LIMITS {
        if name == "compare" {
            // Lanes do not say what the screen itself costs.
            desk.keys("c j c");
            line.cost(&picture(&desk.app));
        }
        desk.keys(keys);
        costs.push(line.cost(&picture(&desk.app)));
    }
    costs
}

#[test]
fn no_screen_costs_more_bytes_than_its_limit() {
    for (at, (columns, rows)) in [(80, 24), (120, 30)].into_iter().enumerate() {
        let costs = screen_costs(columns, rows).into_iter();
        for (cost, (name, _, limits)) in costs.zip(SCREEN_LIMITS) {
            println!("{columns}x{rows} {name}: {cost} of {}", limits[at]);
            assert!(cost <= limits[at], "{columns}x{rows}: {name} costs {cost}");
        }
    }
}

#[test]
fn no_action_costs_more_bytes_than_its_limit() {
    for (at, (columns, rows)) in [(80, 24), (120, 30)].into_iter().enumerate() {
        for (cost, (action, limits)) in costs(columns, rows).into_iter().zip(LIMITS) {
            println!("{columns}x{rows} {action}: {cost} of {}", limits[at]);
            assert!(
                cost <= limits[at],
                "{columns}x{rows}: {action} costs {cost}"
            );
        }
    }
}
