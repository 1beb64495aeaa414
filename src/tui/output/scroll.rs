//! Finding rows that only moved, so that the terminal can move them itself.

use ratatui::buffer::{Buffer, Cell};

/// Rows that must move together before it is worth the bytes.
const WORTH: usize = 2;

/// A region of whole rows that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scroll {
    /// First row of the region.
    pub top: u16,
    /// Last row of the region.
    pub bottom: u16,
    /// Rows that are taken out at the top; negative: put in at the top.
    pub by: i32,
}

/// Finds the move that brings the most changed rows of `new` into place.
///
/// Only whole rows can move: terminals that can scroll between columns are few.
pub(super) fn find(old: &Buffer, new: &Buffer) -> Option<Scroll> {
    let before: Vec<u64> = rows(old).map(hash).collect();
    let after: Vec<u64> = rows(new).map(hash).collect();
    let changed = before.iter().zip(&after).filter(|(a, b)| a != b).count();
    if changed < WORTH {
        return None;
    }
    let height = after.len().min(before.len());
    let mut best: Option<(usize, Scroll)> = None;
    for by in 1..=height / 2 {
        let up = longest(&before, &after, by).map(|(gain, a, b)| (gain, scroll(a, b + by, by, 1)));
        // Moving down is moving up with the frames exchanged.
        let down =
            longest(&after, &before, by).map(|(gain, a, b)| (gain, scroll(a, b + by, by, -1)));
        for found in [up, down].into_iter().flatten() {
            if best.is_none_or(|(gain, _)| found.0 > gain) {
                best = Some(found);
            }
        }
    }
    best.map(|(_, scroll)| scroll)
}

/// Does to `shadow` what the terminal does.
pub(super) fn apply(scroll: Scroll, shadow: &mut Buffer) {
    let width = usize::from(shadow.area.width);
    let (top, bottom) = (usize::from(scroll.top), usize::from(scroll.bottom));
    let by = usize::try_from(scroll.by.unsigned_abs()).unwrap_or(usize::MAX);
    let Some(region) = shadow.content.get_mut(top * width..(bottom + 1) * width) else {
        return;
    };
    let cells = (by * width).min(region.len());
    let kept = region.len() - cells;
    if scroll.by > 0 {
        region.rotate_left(cells);
        region[kept..].fill(Cell::EMPTY);
    } else {
        region.rotate_right(cells);
        region[..cells].fill(Cell::EMPTY);
    }
}

/// The longest run of rows `a..=b` with `after[y] == before[y + by]`, and how
/// many of them are not in place yet.
fn longest(before: &[u64], after: &[u64], by: usize) -> Option<(usize, usize, usize)> {
    let mut best = None;
    let mut run: Option<(usize, usize)> = None;
    for (y, (there, here)) in after.iter().zip(before.iter().skip(by)).enumerate() {
        if there != here {
            run = None;
            continue;
        }
        let (start, gain) = run.unwrap_or((y, 0));
        let gain = gain + usize::from(before.get(y) != Some(there));
        run = Some((start, gain));
        if gain >= WORTH && best.is_none_or(|(most, _, _)| gain > most) {
            best = Some((gain, start, y));
        }
    }
    best
}

fn scroll(top: usize, bottom: usize, by: usize, direction: i32) -> Scroll {
    let row = |y: usize| u16::try_from(y).unwrap_or(u16::MAX);
    Scroll {
        top: row(top),
        bottom: row(bottom),
        by: i32::try_from(by).unwrap_or(i32::MAX) * direction,
    }
}

fn rows(buffer: &Buffer) -> std::slice::Chunks<'_, Cell> {
    buffer.content.chunks(usize::from(buffer.area.width).max(1))
}

/// A number that tells rows apart. Two different rows with one number cost some
/// bytes, never a wrong screen, since what is drawn is compared cell by cell.
fn hash(row: &[Cell]) -> u64 {
    row.iter().fold(0, |hash, cell| {
        let look = u64::from(cell.modifier.bits());
        let mixed = cell
            .symbol()
            .bytes()
            .fold(hash, |hash, byte| mix(hash, byte.into()));
        mix(mixed, look << 8)
    })
}

/// One step of the multiply-and-rotate hash that compilers use for their tables.
fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &[&str], new: &[&str], expected: Option<(u16, u16, i32)>) {
        let (old, new) = (
            Buffer::with_lines(old.to_vec()),
            Buffer::with_lines(new.to_vec()),
        );
        let found = find(&old, &new);
        assert_eq!(found.map(|s| (s.top, s.bottom, s.by)), expected);
        if let Some(scroll) = found {
            let mut moved = old.clone();
            apply(scroll, &mut moved);
            let alike = rows(&moved).zip(rows(&new)).filter(|(a, b)| a == b).count();
            let before = rows(&old).zip(rows(&new)).filter(|(a, b)| a == b).count();
            assert!(alike > before, "nothing was gained");
        }
    }

    #[test]
    fn rows_that_moved_up_are_found_between_rows_that_stay() {
        let old = ["head", "a", "b", "c", "d", "foot"];
        check(&old, &["head", "b", "c", "d", "e", "foot"], Some((1, 4, 1)));
    }

    #[test]
    fn rows_that_moved_down_are_found() {
        let old = ["head", "a", "b", "c", "d", "foot"];
        check(
            &old,
            &["head", "y", "z", "a", "b", "foot"],
            Some((1, 4, -2)),
        );
    }

    #[test]
    fn a_single_row_is_not_worth_it() {
        check(&["a", "b", "c"], &["b", "x", "y"], None);
    }

    #[test]
    fn blank_rows_that_look_moved_are_no_gain() {
        check(&["a", " ", " ", " ", " "], &["b", " ", " ", " ", " "], None);
    }
}
