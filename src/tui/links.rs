//! Which cells of a frame are links to pages (OSC 8).
//!
//! Cells of one page share an id, so that a terminal shows them as one link also where
//! only half of it was drawn anew.

use ratatui::layout::Rect;

/// Which cells of a frame are links.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    runs: Vec<Run>,
}

/// Cells of one row that lead to one page.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    row: u16,
    /// From the first cell to the one behind the last.
    cells: (u16, u16),
    page: String,
}

/// Tells one page from another, the same in every frame; none is no link.
pub type LinkId = Option<u32>;

impl Links {
    /// These cells of a row lead to a page, as [`crate::text::address::page`] gives it.
    pub fn put(&mut self, row: u16, cells: (u16, u16), page: &str) {
        let page = page.to_owned();
        self.runs.push(Run { row, cells, page });
    }

    /// Something else is drawn there.
    pub fn clear(&mut self, area: Rect) {
        let over = |run: &Run| {
            (area.top()..area.bottom()).contains(&run.row)
                && run.cells.0 < area.right()
                && area.left() < run.cells.1
        };
        self.runs.retain(|run| !over(run));
    }

    /// Whether a row has links that another frame has not, or has otherwise.
    pub fn differ(&self, other: &Self, row: u16) -> bool {
        !self.of_row(row).eq(other.of_row(row))
    }

    /// The link of a cell.
    pub fn at(&self, column: u16, row: u16) -> LinkId {
        let run = self
            .of_row(row)
            .find(|run| (run.cells.0..run.cells.1).contains(&column));
        run.map(|run| id(&run.page))
    }

    /// The page of a link.
    pub fn page(&self, id_of: u32) -> Option<&str> {
        let run = self.runs.iter().find(|run| id(&run.page) == id_of)?;
        Some(&run.page)
    }

    /// The rows from `top` to `bottom` move up by so many, or down below zero.
    pub fn shift(&mut self, (top, bottom): (u16, u16), by: i32) {
        self.runs.retain_mut(|run| {
            if !(top..=bottom).contains(&run.row) {
                return true;
            }
            let to = i32::from(run.row) - by;
            match u16::try_from(to) {
                Ok(to) if (top..=bottom).contains(&to) => {
                    run.row = to;
                    true
                }
                Ok(_) | Err(_) => false,
            }
        });
    }

    fn of_row(&self, row: u16) -> impl Iterator<Item = &Run> {
        self.runs.iter().filter(move |run| run.row == row)
    }
}

/// FNV: short, and the same in every run of the program.
fn id(page: &str) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    page.bytes().fold(0x811c_9dc5, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_move_with_their_rows_and_go_where_something_is_drawn_over_them() {
        let mut links = Links::default();
        links.put(3, (2, 6), "https://a.example/");
        links.put(5, (2, 6), "https://b.example/");
        let a = links.at(2, 3);
        assert!(a.is_some() && links.at(6, 3).is_none());
        links.shift((2, 9), 1);
        assert_eq!((links.at(5, 2), links.at(5, 3)), (a, None));
        links.shift((2, 9), 1);
        assert_eq!(links.at(5, 1), None, "moved out of the region");
        assert!(links.at(5, 3).is_some());
        links.clear(Rect::new(5, 0, 4, 9));
        assert_eq!(links, Links::default());
    }
}
