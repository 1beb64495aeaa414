//! What stands side by side: rows of one label, each as many bands as its fullest
//! lane has quotes.

use crate::app::list::{Cursor, Items, Motion};
use crate::model::Span;
use crate::study::Aligned;
use crate::text::wrap::wrap;

/// Lines of words that a quote takes at most; a sign says how many more there are.
pub const LINES: usize = 6;

/// One quote of each lane side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The index of its row in [`Rows::aligned`].
    pub row: usize,
    /// Whether the label of the row stands above it.
    pub labelled: bool,
    /// What stands in each lane.
    pub cells: Vec<Cell>,
    /// The lines of the words in each lane.
    pub lines: Vec<Vec<Span>>,
}

/// What stands in a lane of a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// The quote with this index in its lane.
    Quote(usize),
    /// The lane has no quote on the whole row, which is a finding.
    Nothing,
    /// The lane has no further quote on the row.
    Blank,
}

/// Every row, and where one stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    aligned: Vec<Aligned>,
    bands: Vec<Band>,
    heights: Vec<u8>,
    cursor: Cursor,
    columns: usize,
    rows: usize,
}

impl Rows {
    /// The rows with their labels.
    pub fn aligned(&self) -> &[Aligned] {
        &self.aligned
    }

    /// The bands from top to bottom.
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    /// Cursor and scroll over the bands.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The band one stands at.
    pub fn band(&self) -> Option<&Band> {
        self.bands.get(self.cursor.at())
    }

    /// The label of a band's row.
    pub fn label(&self, band: &Band) -> &str {
        let row = self.aligned.get(band.row);
        row.map_or("", |row| &row.label)
    }

    /// Rows of the screen that a band takes.
    pub fn height(&self, band: usize) -> usize {
        self.heights
            .get(band)
            .map_or(1, |height| usize::from(*height))
    }

    /// Has other room from now on; returns whether the words must be wrapped anew.
    pub fn resize(&mut self, columns: usize, rows: usize) -> bool {
        let changed = self.columns != columns;
        (self.columns, self.rows) = (columns, rows);
        self.cursor.fit(Items::Tall(&self.heights), rows);
        changed
    }

    /// Moves; returns whether another band is selected.
    pub fn step(&mut self, motion: Motion) -> bool {
        let before = self.cursor.at();
        self.cursor
            .step(motion, Items::Tall(&self.heights), self.rows);
        self.cursor.at() != before
    }

    /// Selects the `nth` band, or the last one.
    pub fn go(&mut self, nth: usize) {
        self.cursor.go(nth, Items::Tall(&self.heights), self.rows);
    }

    /// Shows other rows, from the first one. Whether a lane that has nothing on a row
    /// says something is told by `finds`: as listed, it only has fewer quotes.
    pub fn arrange(&mut self, aligned: Vec<Aligned>, (lanes, finds): (usize, bool)) {
        self.bands.clear();
        for (row, one) in aligned.iter().enumerate() {
            let fullest = one.cells.iter().map(Vec::len).max().unwrap_or(0);
            for nth in 0..fullest.max(1) {
                self.bands.push(Band {
                    row,
                    labelled: nth == 0 && !one.label.is_empty(),
                    cells: (0..lanes)
                        .map(|lane| cell(one, (lane, nth), finds))
                        .collect(),
                    lines: Vec::new(),
                });
            }
        }
        self.aligned = aligned;
        self.cursor = Cursor::default();
    }

    /// Wraps the words that `words` gives for a lane and the index of a quote in it.
    pub fn measure<'a>(&mut self, words: impl Fn(usize, usize) -> Option<&'a str>) {
        let columns = self.columns.saturating_sub(MARKS).max(1);
        for band in &mut self.bands {
            let lines = |(lane, cell): (usize, &Cell)| match cell {
                Cell::Quote(at) => {
                    let words = words(lane, *at).unwrap_or_default();
                    wrap(words, Span::new(0, words.len()), columns)
                }
                Cell::Nothing | Cell::Blank => Vec::new(),
            };
            band.lines = band.cells.iter().enumerate().map(lines).collect();
        }
        self.heights = self.bands.iter().map(height).collect();
        self.cursor.fit(Items::Tall(&self.heights), self.rows);
    }
}

/// Columns that quotation marks and the sign of the selected row take.
const MARKS: usize = 3;

fn cell(row: &Aligned, (lane, nth): (usize, usize), finds: bool) -> Cell {
    let quotes = row.cells.get(lane).map(Vec::as_slice).unwrap_or_default();
    match (quotes.get(nth), finds && quotes.is_empty() && nth == 0) {
        (Some(&at), _) => Cell::Quote(at),
        (None, true) => Cell::Nothing,
        (None, false) => Cell::Blank,
    }
}

// The label, the words, the line that tells where they stand, and a blank one.
fn height(band: &Band) -> u8 {
    let lines = band.cells.iter().zip(&band.lines);
    let tallest = lines.map(|(cell, lines)| match cell {
        Cell::Quote(_) => shown_lines(lines.len()) + 1,
        Cell::Nothing => 1,
        Cell::Blank => 0,
    });
    let all = usize::from(band.labelled) + tallest.max().unwrap_or(0).max(1) + 1;
    u8::try_from(all).unwrap_or(u8::MAX)
}

/// Lines that `lines` lines of words take: with the sign that there are more.
pub fn shown_lines(lines: usize) -> usize {
    match lines {
        0..=LINES => lines,
        _ => LINES + 1,
    }
}
