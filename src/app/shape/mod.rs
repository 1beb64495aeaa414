//! Where the panes of a screen lie, for every size of the terminal.
//!
//! The state needs it to know how many rows and columns a pane has, the views
//! need it to draw: both ask this one function. Cells only, no drawing.

mod halves;
mod lanes;
mod slot;

pub use halves::{Halves, Sides, halves};
pub use lanes::{LaneLayout, lanes};
pub use slot::{Area, Edge, Slot};

use serde::{Deserialize, Serialize};

use super::screen::{Focus, LONGEST_LINE, Tab};

/// How the panes lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// Three columns, quotes above actors.
    Wide,
    /// Three columns, quotes or actors.
    Columns,
    /// List above, text below.
    Stacked,
    /// One pane at a time.
    Single,
    /// Too small to show anything.
    Floor,
}

/// How much of the screen the focused pane takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Share {
    /// What the shape gives it.
    #[default]
    Normal,
    /// Half of the screen.
    Half,
    /// All of it.
    Full,
}

/// What a person changed about the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Splits {
    /// Columns added to the list and to the rail, in three columns with two rails.
    pub wide: (i16, i16),
    /// The same in three columns with one rail.
    pub columns: (i16, i16),
    /// Rows added to the upper pane.
    pub stacked: i16,
}

/// What decides the layout beside the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrangement {
    /// Which pane has the keys.
    pub focus: Focus,
    /// Which half of the rail shows where there is room for one.
    pub tab: Tab,
    /// How large the focused pane is.
    pub share: Share,
    /// What a person changed.
    pub splits: Splits,
}

/// Where everything lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// How the panes lie.
    pub shape: Shape,
    /// The first row, unless given up.
    pub status: Option<Area>,
    /// The last row, for input and notices; part of the panes when hints are given up.
    pub bottom: Area,
    /// Whether the last row is free for hints.
    pub hints: bool,
    /// The list of articles.
    pub list: Option<Slot>,
    /// The text.
    pub reader: Option<Slot>,
    /// The quotes.
    pub quotes: Option<Slot>,
    /// The actors.
    pub actors: Option<Slot>,
}

/// Frames take two rows of each pane; up to this many rows they are given up.
pub const FRAMELESS_ROWS: u16 = 24;
/// Below this many rows the hint line is given up.
pub(super) const HINT_ROWS: u16 = 12;
/// Below this many rows the status line is given up.
const STATUS_ROWS: u16 = 8;
/// Two panes above each other need this many rows.
const STACKED_ROWS: u16 = 9;
/// The least columns of a list or rail beside the text.
const SIDE_COLUMNS: u16 = 20;
/// The columns that a list of date, source and headline needs.
const LIST_COLUMNS: u16 = 48;
/// The columns of the text that no list takes of itself on a wide screen.
const ROOMY_READER: u16 = 60;
/// The least columns of the text beside others, so that a line can be read.
const READER_COLUMNS: u16 = 50;
/// The same while another pane takes half of the screen.
const SQUEEZED_COLUMNS: u16 = 30;

/// What every screen has: the rows around its panes, and how panes may lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// What everything is laid out in.
    pub window: Window,
    /// How the panes lie.
    pub shape: Shape,
    /// The first row, unless given up.
    pub status: Option<Area>,
    /// The last row, for input and notices; part of the body when hints are given up.
    pub bottom: Area,
    /// Whether the last row is free for hints.
    pub hints: bool,
    /// What is left for panes.
    pub body: Area,
}

/// What everything is laid out in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Cells from left to right.
    pub columns: u16,
    /// Cells from top to bottom.
    pub rows: u16,
    /// One pane at a time, whatever the size: what is read aloud stands alone.
    pub plain: bool,
    /// The longest line of text.
    pub line: usize,
}

/// What a text is wrapped for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Page {
    /// Cells from left to right.
    pub columns: usize,
    /// Lines that are seen.
    pub rows: usize,
    /// The longest line of text.
    pub line: usize,
}

impl Window {
    /// A window of so many cells.
    pub const fn new(columns: u16, rows: u16) -> Self {
        Self {
            columns,
            rows,
            plain: false,
            line: LONGEST_LINE,
        }
    }

    /// What a text in `slot` is wrapped for.
    pub fn page(self, slot: Slot) -> Page {
        Page {
            columns: slot.columns(),
            rows: slot.rows(),
            line: self.line,
        }
    }
}

/// Lays out what every screen has.
pub fn room(window: Window) -> Room {
    let Window { columns, rows, .. } = window;
    let screen = Area::new(0, 0, columns, rows);
    let status_rows = u16::from(rows >= STATUS_ROWS);
    let hint_rows = u16::from(rows >= HINT_ROWS);
    let (status, rest) = screen.split_rows(status_rows);
    let (body, _) = rest.split_rows(rest.height.saturating_sub(hint_rows));
    Room {
        window,
        shape: match shape(columns, rows, body.height) {
            Shape::Floor => Shape::Floor,
            _ if window.plain => Shape::Single,
            shape => shape,
        },
        status: (status_rows > 0).then_some(status),
        bottom: Area::new(0, rows.saturating_sub(1), columns, rows.min(1)),
        hints: hint_rows > 0,
        body,
    }
}

/// Lays out the screen of articles.
pub fn layout(window: Window, arrangement: &Arrangement) -> Layout {
    let Room {
        shape,
        status,
        bottom,
        hints,
        body,
        ..
    } = room(window);
    let mut layout = Layout {
        shape,
        status,
        bottom,
        hints,
        list: None,
        reader: None,
        quotes: None,
        actors: None,
    };
    let framed = window.rows > FRAMELESS_ROWS;
    match (layout.shape, arrangement.share) {
        (Shape::Floor, _) => {}
        (Shape::Single, _) => layout.put(arrangement.focus, Slot::new(body, Edge::Bare)),
        (_, Share::Full) => {
            let edge = alone(arrangement.focus, framed);
            layout.put(arrangement.focus, Slot::new(body, edge));
        }
        (Shape::Stacked, _) => stack(&mut layout, body, arrangement, framed),
        (Shape::Wide | Shape::Columns, _) => side_by_side(&mut layout, body, arrangement, framed),
    }
    layout
}

fn shape(columns: u16, rows: u16, body: u16) -> Shape {
    match columns {
        _ if columns < 20 || rows < 4 => Shape::Floor,
        _ if body < STACKED_ROWS => Shape::Single,
        160.. => Shape::Wide,
        120.. => Shape::Columns,
        60.. => Shape::Stacked,
        _ => Shape::Single,
    }
}

fn alone(focus: Focus, framed: bool) -> Edge {
    match focus {
        _ if framed => Edge::Frame,
        // The status line names the list already.
        Focus::List => Edge::Bare,
        Focus::Reader | Focus::Quotes | Focus::Actors => Edge::Rule,
    }
}

fn stack(layout: &mut Layout, body: Area, arrangement: &Arrangement, framed: bool) {
    let third = (body.height / 3).max(5);
    let normal = third.saturating_add_signed(arrangement.splits.stacked);
    let upper = match (arrangement.share, arrangement.focus) {
        (Share::Half, Focus::Reader) => normal.min(body.height / 4),
        (Share::Half, Focus::List | Focus::Quotes | Focus::Actors) => normal.max(body.height / 2),
        (Share::Normal | Share::Full, _) => normal,
    };
    let upper = upper.clamp(3, body.height.saturating_sub(4).max(3));
    let (above, below) = body.split_rows(upper);
    let first = match arrangement.focus {
        Focus::List | Focus::Reader => Focus::List,
        Focus::Quotes => Focus::Quotes,
        Focus::Actors => Focus::Actors,
    };
    layout.put(first, Slot::new(above, alone(first, framed)));
    layout.put(
        Focus::Reader,
        Slot::new(below, alone(Focus::Reader, framed)),
    );
}

fn side_by_side(layout: &mut Layout, body: Area, arrangement: &Arrangement, framed: bool) {
    let (list, rail) = side_columns(layout.shape, body.width, arrangement);
    let (left, rest) = body.split_columns(list);
    let (middle, right) = rest.split_columns(rest.width.saturating_sub(rail));
    let (inner, last) = match framed {
        true => (Edge::Frame, Edge::Frame),
        false => (Edge::RuleAndSide, Edge::Rule),
    };
    layout.put(Focus::List, Slot::new(left, inner));
    layout.put(Focus::Reader, Slot::new(middle, inner));
    if layout.shape == Shape::Wide {
        let (above, below) = right.split_rows(right.height * 3 / 5);
        layout.put(Focus::Quotes, Slot::new(above, last));
        layout.put(Focus::Actors, Slot::new(below, last));
    } else {
        let focus = match (arrangement.focus, arrangement.tab) {
            (Focus::Quotes, _) | (Focus::List | Focus::Reader, Tab::Quotes) => Focus::Quotes,
            (Focus::Actors, _) | (Focus::List | Focus::Reader, Tab::Actors) => Focus::Actors,
        };
        layout.put(focus, Slot::new(right, last));
    }
}

/// The columns of the list and of the rail.
fn side_columns(shape: Shape, width: u16, arrangement: &Arrangement) -> (u16, u16) {
    let (list, rail) = normal_sides(shape, width, &arrangement.splits);
    if arrangement.share != Share::Half {
        return (list, rail);
    }
    // Half of the screen, and never less than before.
    let half = width / 2;
    let squeezed = |larger: u16| width - larger - SQUEEZED_COLUMNS;
    match arrangement.focus {
        Focus::List => {
            let list = list.max(half);
            (list, rail.min(squeezed(list)))
        }
        Focus::Reader => (list.min(half / 2), rail.min(half - half / 2)),
        Focus::Quotes | Focus::Actors => {
            let rail = rail.max(half);
            (list.min(squeezed(rail)), rail)
        }
    }
}

fn normal_sides(shape: Shape, width: u16, splits: &Splits) -> (u16, u16) {
    let ((list, rail), (more_list, more_rail)) = match shape {
        Shape::Wide => ((wide_list(width), width / 4), splits.wide),
        Shape::Columns | Shape::Stacked | Shape::Single | Shape::Floor => {
            ((width / 3, 30), splits.columns)
        }
    };
    let free = width - READER_COLUMNS;
    let rail = rail.saturating_add_signed(more_rail);
    let rail = rail.clamp(SIDE_COLUMNS, free - SIDE_COLUMNS);
    let list = list.saturating_add_signed(more_list);
    (list.clamp(SIDE_COLUMNS, free - rail), rail)
}

/// A quarter for the list, and more where a quarter is little and the text can spare it.
fn wide_list(width: u16) -> u16 {
    let quarter = width / 4;
    let spared = width.saturating_sub(quarter + ROOMY_READER);
    quarter.max(LIST_COLUMNS.min(spared))
}

impl Layout {
    fn put(&mut self, focus: Focus, slot: Slot) {
        let place = match focus {
            Focus::List => &mut self.list,
            Focus::Reader => &mut self.reader,
            Focus::Quotes => &mut self.quotes,
            Focus::Actors => &mut self.actors,
        };
        *place = Some(slot);
    }

    /// Where a pane lies, if it is shown.
    pub fn slot(&self, focus: Focus) -> Option<Slot> {
        match focus {
            Focus::List => self.list,
            Focus::Reader => self.reader,
            Focus::Quotes => self.quotes,
            Focus::Actors => self.actors,
        }
    }
}

#[cfg(test)]
mod tests;
