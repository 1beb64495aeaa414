//! Every screen and overlay at every size.

use pullquote::app::Action;
use pullquote::app::keymap::Mode;

use super::world::{Desk, library, picture};

/// Keys that lead to every screen and overlay.
const WAYS: [&str; 33] = [
    "Esc",
    "/ h a r",
    "Enter d ]",
    "Enter / v a e l",
    "Enter z",
    "Enter Tab j j",
    "Enter Tab +",
    "Enter Tab Tab j Enter",
    "f d o c k",
    ": 5 0 %",
    "? c o p y",
    "] y",
    "K k K !",
    "Enter ] ] ] w j",
    "G w",
    "2 j j",
    "2 S j",
    "2 / v a e l",
    "2 c j c G c 4 j",
    "2 c j c 4 = = l",
    "4",
    "2 a j a 6 j",
    "] t w a t e r Enter a i a s k Enter 6",
    "] t w Enter t Down",
    "F",
    "6",
    "5 h j v",
    "2 c j c 5 [ ^ / s e",
    "s a b Down",
    "2 s Tab",
    "3 j",
    "3 Enter j",
    "3 Enter Tab Tab j",
];

fn resize(desk: &mut Desk, columns: u16, rows: u16) {
    desk.act(Action::Resized { columns, rows });
    picture(&desk.app);
}

#[test]
fn no_size_makes_it_panic_or_lose_its_place() {
    for (way, plain) in WAYS.into_iter().flat_map(|way| [(way, false), (way, true)]) {
        let mut desk = match plain {
            true => Desk::plain(library(), 80, 24),
            false => Desk::new(library(), 80, 24),
        };
        desk.keys(way);
        let before = state(&desk);
        for rows in 1..=30 {
            for columns in 1..=90 {
                resize(&mut desk, columns, rows);
            }
        }
        for (columns, rows) in [(1000, 500), (1000, 1), (1, 500), (0, 0), (80, 24)] {
            resize(&mut desk, columns, rows);
        }
        assert_eq!(state(&desk), before, "{way}");
    }
}

/// What must survive any size.
fn state(desk: &Desk) -> (Mode, Option<usize>, usize, usize) {
    let articles = desk.app.articles();
    let list = articles.listing().cursor().at();
    let actor = articles.rail().actors().at();
    (desk.app.mode(), articles.reader().quote_at(), list, actor)
}

#[test]
fn frames_stay_whole_beside_wide_letters() {
    for columns in 60..=130 {
        let mut desk = Desk::new(library(), columns, 30);
        desk.keys("j Enter ]");
        let buffer = picture(&desk.app);
        let layout = *desk.app.articles().layout();
        for slot in [layout.list, layout.reader, layout.quotes]
            .into_iter()
            .flatten()
        {
            let area = slot.area;
            for y in area.y + 1..area.y + area.height - 1 {
                for x in [area.x, area.x + area.width - 1] {
                    assert_eq!(buffer[(x, y)].symbol(), "│", "{columns}: {x},{y}");
                }
            }
        }
    }
}
