//! Where lanes lie: as many side by side as can be read.

use super::{Area, Edge, FRAMELESS_ROWS, Room, Shape, Slot, Window, room};

/// Lanes side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneLayout {
    /// The rows that all screens share.
    pub room: Room,
    /// Where each lane on screen lies.
    pub lanes: Vec<Slot>,
    /// The line that tells about the quote one stands at.
    pub about: Option<Area>,
}

/// The least columns in which sentences can be read side by side.
const LANE: u16 = 34;
/// Below this width there is one lane at a time.
const SEVERAL: u16 = 70;
/// From this height on there is a line about the quote.
const ABOUT_ROWS: u16 = 10;

/// Lays out `count` lanes, or as many of them as fit; at least one.
pub fn lanes(window: Window, count: usize) -> LaneLayout {
    let Window { columns, rows, .. } = window;
    let room = room(window);
    let fit = match room.shape {
        Shape::Floor => 0,
        _ if columns < SEVERAL || window.plain => 1,
        _ => usize::from(columns / LANE),
    };
    let count = count.clamp(1, fit.max(1)).min(fit);
    let (mut rest, about) = match rows >= ABOUT_ROWS {
        true => room.body.split_rows(room.body.height.saturating_sub(1)),
        false => (room.body, Area::default()),
    };
    let edge = match (rows > FRAMELESS_ROWS, count) {
        (true, _) => Edge::Frame,
        (false, 0..=1) => Edge::Rule,
        (false, _) => Edge::RuleAndSide,
    };
    let mut lanes = Vec::new();
    for left in (1..=count).rev() {
        let width = rest.width / u16::try_from(left).unwrap_or(1);
        let (lane, further) = rest.split_columns(width);
        lanes.push(Slot::new(lane, edge));
        rest = further;
    }
    LaneLayout {
        room,
        lanes,
        about: (about.height > 0).then_some(about),
    }
}

impl LaneLayout {
    /// Rows of a lane.
    pub fn rows(&self) -> usize {
        self.lanes.first().map_or(0, Slot::rows)
    }

    /// Columns of the narrowest lane.
    pub fn columns(&self) -> usize {
        self.lanes.iter().map(Slot::columns).min().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(columns: u16, count: usize, expected: &[usize]) {
        let layout = lanes(Window::new(columns, 24), count);
        let found: Vec<usize> = layout.lanes.iter().map(Slot::columns).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn as_many_lanes_stand_side_by_side_as_can_be_read() {
        check(160, 4, &[39, 39, 39, 39]);
        check(120, 4, &[39, 39, 39]);
        check(80, 3, &[39, 39]);
        check(69, 3, &[69]);
        check(44, 2, &[44]);
        check(19, 2, &[]);
        check(120, 2, &[59, 59]);
        check(120, 0, &[120]);
    }
}
