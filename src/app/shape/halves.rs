//! Where a list and the article of its selected row lie.

use super::{Area, Edge, FRAMELESS_ROWS, Room, Shape, Slot, Window, room};

/// A list, and the article of its selected row where there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Halves {
    /// The rows that all screens share.
    pub room: Room,
    /// The list.
    pub list: Slot,
    /// The article.
    pub preview: Option<Slot>,
}

/// Lays out a list and a preview: side by side, above each other, or the list alone.
pub fn halves(window: Window) -> Halves {
    let room = room(window);
    let framed = window.rows > FRAMELESS_ROWS;
    let edges = |below: bool| match (framed, below) {
        (true, _) => (Edge::Frame, Edge::Frame),
        (false, true) => (Edge::Bare, Edge::Rule),
        (false, false) => (Edge::RuleAndSide, Edge::Rule),
    };
    let split = |list: Area, preview: Area, (one, other): (Edge, Edge)| Halves {
        room,
        list: Slot::new(list, one),
        preview: Some(Slot::new(preview, other)),
    };
    match room.shape {
        Shape::Wide | Shape::Columns => {
            let (list, preview) = room.body.split_columns(window.columns * 3 / 5);
            split(list, preview, edges(false))
        }
        Shape::Stacked => {
            let (list, preview) = room.body.split_rows(room.body.height / 2);
            split(list, preview, edges(true))
        }
        Shape::Single | Shape::Floor => Halves {
            room,
            list: Slot::new(room.body, Edge::Bare),
            preview: None,
        },
    }
}
