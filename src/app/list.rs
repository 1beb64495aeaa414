//! The one cursor and scroll of all lists and texts.

/// A way to move in a list or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One down.
    Down,
    /// One up.
    Up,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// Half a page down.
    HalfPageDown,
    /// Half a page up.
    HalfPageUp,
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl Motion {
    /// Whether it leads to the end.
    pub fn is_down(self) -> bool {
        match self {
            Motion::Down | Motion::PageDown | Motion::HalfPageDown | Motion::Last => true,
            Motion::Up | Motion::PageUp | Motion::HalfPageUp | Motion::First => false,
        }
    }

    /// Where one stands after moving from `at`, in `0..=last`, with `page` items on a page.
    pub fn from(self, at: usize, last: usize, page: usize) -> usize {
        let page = page.max(1);
        let half = (page / 2).max(1);
        let to = match self {
            Motion::Down => at.saturating_add(1),
            Motion::Up => at.saturating_sub(1),
            Motion::PageDown => at.saturating_add(page),
            Motion::PageUp => at.saturating_sub(page),
            Motion::HalfPageDown => at.saturating_add(half),
            Motion::HalfPageUp => at.saturating_sub(half),
            Motion::First => 0,
            Motion::Last => last,
        };
        to.min(last)
    }
}

/// Which item of a list is selected, and which is the first on screen.
///
/// It knows neither the items nor the screen: how many there are and how many
/// rows each takes is handed in, since both change without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    at: usize,
    top: usize,
}

/// The items of a list as far as a cursor must know them.
#[derive(Debug, Clone, Copy)]
pub enum Items<'a> {
    /// So many items of one row each.
    Single(usize),
    /// Items of so many rows each.
    Tall(&'a [u8]),
}

impl Items<'_> {
    fn len(self) -> usize {
        match self {
            Items::Single(len) => len,
            Items::Tall(heights) => heights.len(),
        }
    }

    fn height(self, item: usize) -> usize {
        match self {
            Items::Single(_) => 1,
            Items::Tall(heights) => heights
                .get(item)
                .map_or(1, |&rows| usize::from(rows.max(1))),
        }
    }
}

impl Cursor {
    /// The selected item; 0 also when there is none.
    pub fn at(self) -> usize {
        self.at
    }

    /// The first item on screen.
    pub fn top(self) -> usize {
        self.top
    }

    /// A cursor that will [`Cursor::carry`] to an item with `above` others above it on
    /// the screen.
    pub fn below(above: usize) -> Self {
        Self { at: above, top: 0 }
    }

    /// Items of the screen above the selected one.
    pub fn above(self) -> usize {
        self.at.saturating_sub(self.top)
    }

    /// Moves, with `rows` rows on screen.
    pub fn step(&mut self, motion: Motion, items: Items, rows: usize) {
        let page = self.page(items, rows);
        let to = motion.from(self.at, items.len().saturating_sub(1), page);
        self.go(to, items, rows);
    }

    /// Selects item `to`, or the last one, and scrolls as little as possible.
    pub fn go(&mut self, to: usize, items: Items, rows: usize) {
        self.at = to.min(items.len().saturating_sub(1));
        self.fit(items, rows);
    }

    /// Selects item `to` and scrolls so that it stays on its row of the screen.
    pub fn carry(&mut self, to: usize, items: Items, rows: usize) {
        let above = self.at.saturating_sub(self.top);
        self.at = to.min(items.len().saturating_sub(1));
        self.top = self.at.saturating_sub(above);
        self.fit(items, rows);
    }

    /// Brings the cursor back into the list and the selected item onto the screen.
    pub fn fit(&mut self, items: Items, rows: usize) {
        self.at = self.at.min(items.len().saturating_sub(1));
        self.top = self.top.min(self.at);
        let rows = rows.max(1);
        // The lowest top that still shows the selected item as a whole.
        let mut lowest = self.at;
        let mut used = items.height(self.at);
        while lowest > 0 && used + items.height(lowest - 1) <= rows {
            lowest -= 1;
            used += items.height(lowest);
            if lowest == self.top {
                break;
            }
        }
        self.top = self.top.max(lowest);
        self.pull_down(items, rows);
    }

    // A list that grew shorter, or a screen that grew, leaves no blank rows
    // below the last item while items above it are hidden.
    fn pull_down(&mut self, items: Items, rows: usize) {
        let mut below = 0;
        for item in self.top..items.len() {
            below += items.height(item);
            if below >= rows {
                return;
            }
        }
        while self.top > 0 && below + items.height(self.top - 1) <= rows {
            self.top -= 1;
            below += items.height(self.top);
        }
    }

    fn page(self, items: Items, rows: usize) -> usize {
        match items {
            Items::Single(_) => rows,
            Items::Tall(heights) => {
                let mut used = 0;
                let whole = heights.iter().skip(self.top).take_while(|&&height| {
                    used += usize::from(height.max(1));
                    used <= rows
                });
                whole.count()
            }
        }
    }
}

/// What comes after `here` in `all`, and after the last one the first.
///
/// # Panics
/// When `all` is empty.
pub fn next_of<T: Copy + PartialEq>(all: &[T], here: T) -> T {
    let at = all.iter().position(|one| *one == here);
    all[at.map_or(0, |at| (at + 1) % all.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(motions: &[Motion], len: usize, rows: usize, expected: (usize, usize)) {
        let mut cursor = Cursor::default();
        for &motion in motions {
            cursor.step(motion, Items::Single(len), rows);
        }
        assert_eq!((cursor.at(), cursor.top()), expected);
    }

    #[test]
    fn moving_scrolls_only_at_the_edge() {
        check(&[Motion::Down; 3], 10, 4, (3, 0));
        check(&[Motion::Down; 4], 10, 4, (4, 1));
        check(&[Motion::Last, Motion::Up, Motion::Up], 10, 4, (7, 6));
    }

    #[test]
    fn neither_end_can_be_passed() {
        check(&[Motion::Up], 10, 4, (0, 0));
        check(&[Motion::PageDown; 9], 10, 4, (9, 6));
        check(
            &[Motion::Last, Motion::PageUp, Motion::PageUp, Motion::PageUp],
            10,
            4,
            (0, 0),
        );
    }

    #[test]
    fn an_empty_list_and_an_empty_screen_do_no_harm() {
        for motion in [
            Motion::Down,
            Motion::Last,
            Motion::HalfPageDown,
            Motion::First,
        ] {
            check(&[motion], 0, 0, (0, 0));
        }
        check(&[Motion::Last], 3, 0, (2, 2));
    }

    #[test]
    fn tall_items_are_shown_whole() {
        let heights = [2, 3, 2, 1];
        let mut cursor = Cursor::default();
        cursor.go(2, Items::Tall(&heights), 5);
        assert_eq!((cursor.at(), cursor.top()), (2, 1));
        cursor.step(Motion::PageUp, Items::Tall(&heights), 5);
        assert_eq!((cursor.at(), cursor.top()), (0, 0));
    }

    #[test]
    fn an_item_that_moved_in_the_list_stays_on_its_row_of_the_screen() {
        let mut cursor = Cursor::default();
        cursor.go(5, Items::Single(20), 4);
        let above = cursor.at() - cursor.top();
        cursor.carry(9, Items::Single(24), 4);
        assert_eq!((cursor.at(), cursor.at() - cursor.top()), (9, above));
    }

    #[test]
    fn a_screen_that_grows_is_filled() {
        let mut cursor = Cursor::default();
        cursor.go(9, Items::Single(10), 3);
        cursor.fit(Items::Single(10), 8);
        assert_eq!((cursor.at(), cursor.top()), (9, 2));
    }

    #[test]
    fn after_the_last_comes_the_first() {
        assert_eq!([1, 2, 3].map(|here| next_of(&[1, 2, 3], here)), [2, 3, 1]);
        assert_eq!(next_of(&[1, 2], 7), 1);
    }
}
