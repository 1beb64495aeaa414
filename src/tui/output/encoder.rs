//! Rows and styles as the fewest bytes.
//!
//! Knows what the terminal will be like after the bytes gathered so far: where
//! its cursor stands and how it prints. Writes nothing itself.

use std::fmt;
use std::io::Write as _;

use ratatui::layout::Position;

use super::glyph::{Glyph, Look};
use super::moves;
use super::pen;
use super::scroll::Scroll;
use crate::tui::links::{LinkId, Links};

/// Cells that `CSI K` must save before it is worth its bytes.
const ERASE_FROM: usize = 3;

/// Bytes gathered for the terminal, and what it will be like after them.
#[derive(Debug, Clone, Default)]
pub(super) struct Encoder {
    pub bytes: Vec<u8>,
    /// Attributes are switched off all at once, as old terminals do.
    resets: bool,
    /// How the terminal prints; `None` when nobody knows.
    look: Option<Look>,
    /// What it prints leads to this page; no frame ends within one.
    link: LinkId,
    /// Where its cursor stands; `None` when nobody knows.
    at: Option<Position>,
}

impl Encoder {
    /// For a terminal that switches attributes off one by one, or only all at once.
    pub fn new(resets: bool) -> Self {
        Self {
            resets,
            ..Self::default()
        }
    }

    /// Forgets what is known of the terminal.
    pub fn forget(&mut self) {
        self.look = None;
        self.at = None;
    }

    /// Makes the whole screen blank.
    pub fn clear(&mut self) {
        self.set_look(Look::default());
        self.bytes.extend_from_slice(b"\x1b[2J");
        self.at = None;
    }

    /// Moves the rows of a region; the rows that come free are blank.
    pub fn scroll(&mut self, scroll: Scroll) {
        self.make_bare();
        let (top, bottom) = (scroll.top + 1, scroll.bottom + 1);
        self.put(format_args!("\x1b[{top};{bottom}r"));
        // Setting a region homes the cursor in most terminals, not in all; so
        // does taking it away.
        self.at = None;
        self.go(Position::new(0, scroll.top), &[]);
        // Inserting and deleting lines is older than scrolling, and more
        // terminals know it.
        let letter = if scroll.by > 0 { 'M' } else { 'L' };
        match scroll.by.unsigned_abs() {
            1 => self.put(format_args!("\x1b[{letter}\x1b[r")),
            n => self.put(format_args!("\x1b[{n}{letter}\x1b[r")),
        }
        self.at = None;
    }

    /// Brings row `y` from `old` to `new`.
    pub fn row(&mut self, y: u16, old: &[Glyph<'_>], new: &[Glyph<'_>], links: &Links) {
        let erase = erase_from(old, new);
        let end = erase.unwrap_or(new.len());
        let mut x = 0;
        let mut force = false;
        while x < end {
            let columns = columns_at(new, x);
            if force || !(x..x + columns).all(|i| is_same(old, new, i)) {
                self.go(Position::new(cut(x), y), new);
                let link = new.get(x).and_then(|glyph| glyph.look.link);
                self.set_link(link, links);
                force = self.print(x, new);
            }
            x += columns;
        }
        if let Some(x) = erase {
            self.end_link();
            self.go(Position::new(cut(x), y), new);
            self.make_bare();
            self.bytes.extend_from_slice(b"\x1b[K");
        }
    }

    /// Puts the terminal's cursor at `to`; `row` is what stands in that row.
    ///
    /// Printing the cells between again may be shorter than moving.
    pub fn go(&mut self, to: Position, row: &[Glyph<'_>]) {
        if self.at == Some(to) {
            return;
        }
        let way = moves::shortest(self.at, to);
        let between = self.at.filter(|at| at.y == to.y).and_then(|at| {
            let cells = row.get(usize::from(at.x)..usize::from(to.x))?;
            let plain = cells
                .iter()
                .all(|glyph| glyph.symbol.len() == 1 && self.prints(glyph));
            (plain && cells.len() <= way.len()).then_some(cells)
        });
        match between {
            Some(cells) => {
                self.bytes
                    .extend(cells.iter().flat_map(|glyph| glyph.symbol.as_bytes()));
            }
            None => self.bytes.extend(way),
        }
        self.at = Some(to);
    }

    /// Prints the glyph at column `x` of `row`, where the cursor stands.
    ///
    /// Answers whether what follows must be printed again, because the terminal
    /// may have taken more columns than we think.
    fn print(&mut self, x: usize, row: &[Glyph<'_>]) -> bool {
        let (Some(glyph), Some(at)) = (row.get(x), self.at) else {
            return false;
        };
        let columns = columns_at(row, x);
        if !self.prints(glyph) {
            self.set_look(Look {
                link: None,
                ..glyph.look
            });
        }
        let doubtful = glyph.is_doubtful();
        if doubtful {
            self.blank(columns, at);
        }
        self.bytes.extend_from_slice(glyph.symbol.as_bytes());
        // At the edge a terminal waits with wrapping, and where it says it
        // stands until then differs.
        let known = !doubtful && x + columns < row.len();
        self.at = known.then(|| Position::new(at.x + cut(columns), at.y));
        doubtful
    }

    /// Blanks `columns` cells at the cursor and comes back: a terminal that
    /// takes fewer columns for what follows would leave old text beside it.
    fn blank(&mut self, columns: usize, at: Position) {
        self.bytes.extend(std::iter::repeat_n(b' ', columns));
        self.at = None;
        self.go(at, &[]);
    }

    /// Whether a glyph can be printed without changing the look.
    fn prints(&self, glyph: &Glyph<'_>) -> bool {
        // Whether it is a link is told apart.
        let wanted = Look {
            link: None,
            ..glyph.look
        };
        let link = self.link == glyph.look.link;
        link && self
            .look
            .is_some_and(|look| look == wanted || (glyph.is_blank() && look.is_bare()))
    }

    /// Makes sure that erased cells come out blank.
    fn make_bare(&mut self) {
        if !self.look.is_some_and(Look::is_bare) {
            self.set_look(Look::default());
        }
    }

    fn set_look(&mut self, look: Look) {
        self.bytes
            .extend_from_slice(pen::change(self.look.filter(|_| !self.resets), look).as_bytes());
        self.look = Some(look);
    }

    /// What is printed from now on leads to a page, or to none.
    fn set_link(&mut self, link: LinkId, links: &Links) {
        if self.link == link {
            return;
        }
        self.end_link();
        if let Some((id, page)) = link.and_then(|id| Some((id, links.page(id)?))) {
            self.put(format_args!("\x1b]8;id={id:x};{page}\x1b\\"));
            self.link = link;
        }
    }

    /// What is printed from now on is no link.
    pub fn end_link(&mut self) {
        if self.link.take().is_some() {
            self.bytes.extend_from_slice(b"\x1b]8;;\x1b\\");
        }
    }

    fn put(&mut self, words: fmt::Arguments<'_>) {
        // Writing into memory cannot fail.
        let _ = self.bytes.write_fmt(words);
    }
}

/// Where the rest of the row is best erased, if it is.
fn erase_from(old: &[Glyph<'_>], new: &[Glyph<'_>]) -> Option<usize> {
    let tail = new
        .iter()
        .rposition(|glyph| !glyph.is_blank())
        .map_or(0, |last| last + 1);
    let first = (tail..new.len()).find(|&x| !is_same(old, new, x))?;
    let last = (first..new.len()).rfind(|&x| !is_same(old, new, x))?;
    (last - first >= ERASE_FROM).then_some(first)
}

fn is_same(old: &[Glyph<'_>], new: &[Glyph<'_>], x: usize) -> bool {
    matches!((old.get(x), new.get(x)), (Some(a), Some(b)) if a.looks_like(b))
}

/// Columns of the glyph that begins at `x`.
fn columns_at(row: &[Glyph<'_>], x: usize) -> usize {
    let covered = row
        .iter()
        .skip(x + 1)
        .take_while(|glyph| glyph.symbol.is_empty());
    1 + covered.count()
}

/// A column as the terminal counts; screens are never wider than that.
fn cut(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}
