//! Rectangles of cells, and the edges of panes.

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// A rectangle of cells.
    pub const fn new(x: u16, y: u16, width: u16, height: u16) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// The area without `left`, `top`, `right` and `bottom` cells at its edges.
    fn without(self, left: u16, top: u16, right: u16, bottom: u16) -> Self {
        let width = self.width.saturating_sub(left + right);
        let height = self.height.saturating_sub(top + bottom);
        Self::new(self.x + left, self.y + top, width, height)
    }

    /// The first `rows` rows, and the rest.
    pub fn split_rows(self, rows: u16) -> (Self, Self) {
        let rows = rows.min(self.height);
        let above = Self {
            height: rows,
            ..self
        };
        (above, self.without(0, rows, 0, 0))
    }

    /// The first `columns` columns, and the rest.
    pub fn split_columns(self, columns: u16) -> (Self, Self) {
        let columns = columns.min(self.width);
        let left = Self {
            width: columns,
            ..self
        };
        (left, self.without(columns, 0, 0, 0))
    }
}

/// What bounds a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// A frame with a title.
    Frame,
    /// A rule with a title above it.
    Rule,
    /// A rule with a title above it and a line on its right.
    RuleAndSide,
    /// Nothing; the status line tells the title.
    Bare,
}

/// Where a pane lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// With its edge.
    pub area: Area,
    /// Without it.
    pub inner: Area,
    /// What bounds it.
    pub edge: Edge,
}

impl Slot {
    /// Lays an edge into an area.
    pub fn new(area: Area, edge: Edge) -> Self {
        let inner = match edge {
            Edge::Frame => area.without(1, 1, 1, 1),
            Edge::Rule => area.without(0, 1, 0, 0),
            Edge::RuleAndSide => area.without(0, 1, 1, 0),
            Edge::Bare => area,
        };
        Self { area, inner, edge }
    }

    /// Rows inside.
    pub fn rows(&self) -> usize {
        usize::from(self.inner.height)
    }

    /// Columns inside.
    pub fn columns(&self) -> usize {
        usize::from(self.inner.width)
    }
}
