//! How the counts of a timeline lie in a pane: a name, cells, what has no date, a total.

use crate::app::shape::Area;

/// What the grid must have room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Rows of counts.
    pub lanes: usize,
    /// Times.
    pub times: usize,
    /// Columns of the longest title.
    pub title: usize,
    /// Digits of the largest count of a time.
    pub digits: usize,
    /// Digits of the largest total.
    pub total: usize,
    /// Whether anything has no date.
    pub undated: bool,
    /// Digits alone: bars cannot be read aloud.
    pub plain: bool,
}

/// How the counts lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Grid {
    /// Columns of a title.
    pub title: usize,
    /// Columns of a cell, with the blank beside it.
    pub cell: usize,
    /// Cells side by side.
    pub shown: usize,
    /// Columns for what has no date; none when there is nothing.
    pub undated: usize,
    /// Columns of the total; none where there is no room.
    pub total: usize,
    /// Rows of a lane.
    pub height: usize,
    /// Rows of its bars; none where digits stand instead.
    pub bars: usize,
    /// Whether digits stand below the bars, or instead of them.
    pub digits: bool,
    /// Lanes above each other.
    pub lanes: usize,
}

/// Below this width digits stand instead of bars.
const BARRED: usize = 40;
/// From this width on there is a total.
const TOTALLED: usize = 60;
/// The widest cell: a month in full, and two blanks.
const CELL: usize = 9;
/// The highest lane: two rows of bars, digits, a blank row.
const HEIGHT: usize = 4;
/// The widest title.
const TITLE: usize = 26;

/// Lays the counts out in `area`, whose first row is their head.
pub fn grid(area: Area, extent: Extent) -> Grid {
    let columns = usize::from(area.width);
    let below = usize::from(area.height).saturating_sub(1);
    let barred = columns >= BARRED && !extent.plain;
    let title = extent.title.clamp(4, TITLE.min(columns / 4).max(6));
    let undated = match (extent.undated, columns >= TOTALLED) {
        (false, _) => 0,
        (true, true) => 9,
        (true, false) => extent.digits.max(4) + 1,
    };
    let total = match columns >= TOTALLED {
        true => extent.total.max(5) + 2,
        false => 0,
    };
    let room = columns.saturating_sub(2 + title + undated + total);
    let fair = room / extent.times.max(1);
    let cell = match barred {
        true => fair.clamp(1, CELL),
        // A count of many digits is wider than any cell else.
        false => fair.clamp(extent.digits + 1, CELL.max(extent.digits + 1)),
    };
    let height = match barred {
        true => (below / extent.lanes.max(1)).clamp(1, HEIGHT),
        false => 1,
    };
    let digits = !barred || (height > 1 && cell > extent.digits);
    let blank = height == HEIGHT || (height > 1 && !digits);
    Grid {
        title,
        cell,
        shown: (room / cell.max(1)).min(extent.times),
        undated,
        total,
        height,
        bars: match barred {
            true => height - usize::from(digits && height > 1) - usize::from(blank),
            false => 0,
        },
        digits,
        lanes: below / height,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTHS: Extent = Extent {
        lanes: 3,
        times: 8,
        title: 14,
        digits: 2,
        total: 3,
        undated: true,
        plain: false,
    };

    /// A grid prints as cell x shown, bars of height, and whether digits stand there.
    #[track_caller]
    fn check((width, height): (u16, u16), extent: Extent, expected: &str) {
        let grid = grid(Area::new(0, 0, width, height), extent);
        let digits = if grid.digits { " digits" } else { "" };
        let found = format!(
            "{}x{}, {} of {}{digits}",
            grid.cell, grid.shown, grid.bars, grid.height
        );
        assert_eq!(found, expected);
    }

    #[test]
    fn few_times_have_wide_cells_with_digits_below_their_bars() {
        check((118, 26), MONTHS, "9x8, 2 of 4 digits");
        check((78, 10), MONTHS, "5x8, 2 of 3 digits");
        check((78, 7), MONTHS, "5x8, 1 of 2 digits");
    }

    #[test]
    fn many_times_are_bars_alone_and_as_many_as_fit() {
        let days = Extent {
            times: 400,
            ..MONTHS
        };
        check((118, 26), days, "1x86, 3 of 4");
        let many = Extent { lanes: 20, ..days };
        check((118, 26), many, "1x86, 1 of 1");
    }

    #[test]
    fn a_narrow_pane_has_digits_alone() {
        check((39, 8), MONTHS, "3x7, 0 of 1 digits");
        check((20, 4), MONTHS, "3x2, 0 of 1 digits");
    }

    #[test]
    fn counts_of_many_digits_have_the_cells_they_need() {
        let many = Extent {
            digits: 12,
            ..MONTHS
        };
        check((39, 8), many, "13x1, 0 of 1 digits");
    }

    #[test]
    fn nothing_is_laid_out_in_no_room() {
        for width in 0..60 {
            for height in 0..6 {
                let grid = grid(Area::new(0, 0, width, height), MONTHS);
                assert!(grid.bars <= grid.height && grid.shown <= MONTHS.times);
            }
        }
    }
}
