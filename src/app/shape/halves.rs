//! Where a list and the article of its selected row lie.

use serde::{Deserialize, Serialize};

use super::{Area, Edge, FRAMELESS_ROWS, Room, Shape, Share, Slot, Window, room};
use crate::app::command::Pane;

/// What a person changed about a list and the article beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Sides {
    /// Whether the article has the keys that move.
    pub on_preview: bool,
    /// How large the pane with the keys is.
    pub share: Share,
    /// Columns added to the list where the panes stand side by side.
    pub wide: i16,
    /// Rows added to it where they stand above each other.
    pub stacked: i16,
}

/// A list, and the article of its selected row where there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Halves {
    /// The rows that all screens share.
    pub room: Room,
    /// The list; without rows while the article has all of the screen.
    pub list: Slot,
    /// The article.
    pub preview: Option<Slot>,
    /// Whether the article has the keys that move.
    pub on_preview: bool,
}

/// The least columns of each of two panes.
const LEAST_COLUMNS: u16 = 30;
/// The least rows of each of two panes.
const LEAST_ROWS: u16 = 4;
/// Cells that a pane is widened by: five columns, or two rows, which are dearer.
const STEP: (i16, i16) = (5, 2);

/// Lays out a list and a preview: side by side, above each other, or one alone.
pub fn halves(window: Window, sides: &Sides) -> Halves {
    let room = room(window);
    let framed = window.rows > FRAMELESS_ROWS;
    let alone = sides.share == Share::Full || room.shape == Shape::Single;
    let beside = matches!(room.shape, Shape::Wide | Shape::Columns);
    let (list, preview) = match (room.shape, sides.on_preview) {
        (Shape::Floor, _) => (Slot::new(room.body, Edge::Bare), None),
        (Shape::Single, true) => (nothing(), Some(Slot::new(room.body, Edge::Bare))),
        (Shape::Single, false) => (Slot::new(room.body, Edge::Bare), None),
        (_, true) if alone => {
            let edge = if framed { Edge::Frame } else { Edge::Rule };
            (nothing(), Some(Slot::new(room.body, edge)))
        }
        (_, false) if alone => {
            let edge = if framed { Edge::Frame } else { Edge::Bare };
            (Slot::new(room.body, edge), None)
        }
        _ if beside => {
            let (list, preview) = room.body.split_columns(list_columns(&room, sides));
            let inner = if framed {
                Edge::Frame
            } else {
                Edge::RuleAndSide
            };
            let last = if framed { Edge::Frame } else { Edge::Rule };
            (Slot::new(list, inner), Some(Slot::new(preview, last)))
        }
        _ => {
            let (list, preview) = room.body.split_rows(list_rows(&room, sides));
            let first = if framed { Edge::Frame } else { Edge::Bare };
            let last = if framed { Edge::Frame } else { Edge::Rule };
            (Slot::new(list, first), Some(Slot::new(preview, last)))
        }
    };
    Halves {
        room,
        list,
        preview,
        on_preview: sides.on_preview,
    }
}

// A pane without any cell.
fn nothing() -> Slot {
    Slot::new(Area::default(), Edge::Bare)
}

/// Columns of a list that nobody has changed.
fn columns(room: &Room) -> u16 {
    room.window.columns * 3 / 5
}

/// Rows of a list that nobody has changed.
fn rows(room: &Room) -> u16 {
    room.body.height / 2
}

fn added(shown: u16, normal: u16) -> i16 {
    let signed = |cells: u16| i16::try_from(cells).unwrap_or(i16::MAX);
    signed(shown) - signed(normal)
}

fn list_columns(room: &Room, sides: &Sides) -> u16 {
    let normal = columns(room).saturating_add_signed(sides.wide);
    let half = room.window.columns / 2;
    larger(normal, half, sides).clamp(LEAST_COLUMNS, room.window.columns - LEAST_COLUMNS)
}

fn list_rows(room: &Room, sides: &Sides) -> u16 {
    let normal = rows(room).saturating_add_signed(sides.stacked);
    let half = room.body.height / 2;
    larger(normal, half, sides).clamp(LEAST_ROWS, room.body.height - LEAST_ROWS)
}

/// The list when the pane with the keys has half of the screen at least.
fn larger(normal: u16, half: u16, sides: &Sides) -> u16 {
    match (sides.share, sides.on_preview) {
        (Share::Half, true) => normal.min(half),
        (Share::Half, false) => normal.max(half),
        (Share::Normal | Share::Full, _) => normal,
    }
}

impl Sides {
    /// Goes to the other pane, or changes how large this one is.
    ///
    /// # Errors
    /// A line for the person that says why nothing happened.
    pub fn change(&mut self, pane: Pane, window: Window) -> Result<(), &'static str> {
        let shape = room(window).shape;
        let single = matches!(shape, Shape::Single | Shape::Floor);
        match pane {
            Pane::Next | Pane::Previous | Pane::Left | Pane::Right => {
                self.on_preview = !self.on_preview;
                Ok(())
            }
            _ if single => Err("there is room for one pane only"),
            Pane::Zoom => {
                self.share = match self.share {
                    Share::Full => Share::Normal,
                    Share::Normal | Share::Half => Share::Full,
                };
                Ok(())
            }
            Pane::Grow => self.step([Share::Half, Share::Full], window),
            Pane::Shrink => self.step([Share::Half, Share::Normal], window),
            Pane::Widen => self.widen(1, window),
            Pane::Narrow => self.widen(-1, window),
        }
    }

    /// One step back to how it was; returns whether anything changed.
    pub fn back(&mut self) -> bool {
        let before = *self;
        self.on_preview &= self.share == Share::Full;
        self.share = Share::Normal;
        *self != before
    }

    // A share that shows nothing else than the one before is passed.
    fn step(&mut self, shares: [Share; 2], window: Window) -> Result<(), &'static str> {
        let before = *self;
        let after = shares.iter().position(|share| *share == self.share);
        for &share in shares.iter().skip(after.map_or(0, |at| at + 1)) {
            self.share = share;
            if halves(window, self) != halves(window, &before) {
                return Ok(());
            }
        }
        Err(match shares[1] {
            Share::Full => "this pane has all of the screen",
            Share::Normal | Share::Half => "this pane has its least share",
        })
    }

    fn widen(&mut self, sign: i16, window: Window) -> Result<(), &'static str> {
        if self.share != Share::Normal {
            return Err("only while all panes have their normal share: {shrink} goes there");
        }
        let before = *self;
        let sign = if self.on_preview { -sign } else { sign };
        // What is added begins at what is seen: more may have been in a larger terminal.
        let room = room(window);
        match room.shape {
            Shape::Wide | Shape::Columns => {
                let shown = added(list_columns(&room, self), columns(&room));
                self.wide = shown.saturating_add(sign * STEP.0);
            }
            Shape::Stacked => {
                let shown = added(list_rows(&room, self), rows(&room));
                self.stacked = shown.saturating_add(sign * STEP.1);
            }
            Shape::Single | Shape::Floor => {}
        }
        if halves(window, self) == halves(window, &before) {
            *self = before;
            return Err("there is no room for that");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expects the columns and rows of list and article after these changes.
    #[track_caller]
    fn check(size: (u16, u16), changes: &[Pane], expected: [(u16, u16); 2]) {
        let window = Window::new(size.0, size.1);
        let mut sides = Sides::default();
        for change in changes {
            sides.change(*change, window).unwrap();
        }
        let found = halves(window, &sides);
        let cells = |slot: Slot| (slot.area.width, slot.area.height);
        let preview = found.preview.map(cells).unwrap_or_default();
        assert_eq!([cells(found.list), preview], expected);
    }

    #[test]
    fn panes_are_widened_where_they_stand_side_by_side_and_heightened_below_each_other() {
        check((120, 30), &[], [(72, 28), (48, 28)]);
        check((120, 30), &[Pane::Widen], [(77, 28), (43, 28)]);
        check((120, 30), &[Pane::Next, Pane::Widen], [(67, 28), (53, 28)]);
        check((80, 24), &[Pane::Narrow], [(80, 9), (80, 13)]);
    }

    #[test]
    fn one_pane_can_have_half_or_all_of_the_screen() {
        check((120, 30), &[Pane::Zoom], [(120, 28), (0, 0)]);
        check((120, 30), &[Pane::Next, Pane::Grow], [(60, 28), (60, 28)]);
        check((120, 30), &[Pane::Next, Pane::Zoom], [(0, 0), (120, 28)]);
        check((80, 24), &[Pane::Grow], [(80, 22), (0, 0)]);
        check((80, 24), &[Pane::Grow, Pane::Shrink], [(80, 11), (80, 11)]);
    }

    #[test]
    fn what_was_widened_in_a_large_terminal_is_narrowed_in_a_small_one_at_once() {
        let mut sides = Sides {
            wide: i16::MAX,
            stacked: i16::MIN,
            ..Sides::default()
        };
        let window = Window::new(120, 30);
        sides.change(Pane::Narrow, window).unwrap();
        assert_eq!(halves(window, &sides).list.area.width, 85);
        let window = Window::new(80, 24);
        sides.change(Pane::Widen, window).unwrap();
        assert_eq!(halves(window, &sides).list.area.height, 6);
    }

    #[test]
    fn where_one_pane_has_room_the_other_one_takes_its_place() {
        check((44, 12), &[], [(44, 10), (0, 0)]);
        check((44, 12), &[Pane::Next], [(0, 0), (44, 10)]);
        let mut sides = Sides::default();
        assert!(sides.change(Pane::Zoom, Window::new(44, 12)).is_err());
    }
}
