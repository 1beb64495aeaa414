//! The cheapest way for the terminal's cursor from one place to another.

use std::io::Write as _;

use ratatui::layout::Position;

/// The shortest bytes that move the cursor to `to`.
///
/// Line feeds keep the column, because raw mode takes them as they are, and
/// never scroll, because `to` is on the screen.
pub(super) fn shortest(from: Option<Position>, to: Position) -> Vec<u8> {
    let mut best = absolute(to);
    let Some(from) = from else { return best };
    if from == to {
        return Vec::new();
    }
    let Some(down) = to.y.checked_sub(from.y) else {
        return best;
    };
    let feeds = vec![b'\n'; usize::from(down).min(best.len())];
    let mut consider = |way: Vec<u8>| {
        if way.len() < best.len() {
            best = way;
        }
    };
    if usize::from(down) == feeds.len() {
        consider([feeds.clone(), sideways(from.x, to.x)].concat());
        consider([b"\r".to_vec(), feeds, sideways(0, to.x)].concat());
    }
    best
}

fn absolute(to: Position) -> Vec<u8> {
    match (to.x, to.y) {
        (0, 0) => b"\x1b[H".to_vec(),
        (0, y) => written(format_args!("\x1b[{}H", u32::from(y) + 1)),
        (x, y) => written(format_args!(
            "\x1b[{};{}H",
            u32::from(y) + 1,
            u32::from(x) + 1
        )),
    }
}

fn sideways(from: u16, to: u16) -> Vec<u8> {
    match (i32::from(to) - i32::from(from), from.abs_diff(to)) {
        (0, _) => Vec::new(),
        (1, _) => b"\x1b[C".to_vec(),
        (by, n) if by > 0 => written(format_args!("\x1b[{n}C")),
        (_, n @ 1..=3) => vec![b'\x08'; usize::from(n)],
        (_, n) => written(format_args!("\x1b[{n}D")),
    }
}

fn written(words: std::fmt::Arguments<'_>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(10);
    // Writing into memory cannot fail.
    let _ = bytes.write_fmt(words);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: (u16, u16), to: (u16, u16), expected: &str) {
        let way = shortest(Some(from.into()), to.into());
        assert_eq!(String::from_utf8(way).unwrap(), expected);
    }

    #[test]
    fn the_shortest_way_is_taken() {
        check((5, 5), (5, 5), "");
        check((5, 5), (0, 6), "\r\n");
        check((5, 5), (0, 5), "\r");
        check((5, 5), (6, 5), "\x1b[C");
        check((5, 5), (15, 5), "\x1b[10C");
        check((5, 5), (3, 5), "\x08\x08");
        check((5, 5), (5, 7), "\n\n");
        check((170, 50), (3, 51), "\r\n\x1b[3C");
        check((70, 5), (60, 5), "\x1b[10D");
        check((5, 5), (5, 4), "\x1b[5;6H");
        check((5, 5), (0, 20), "\x1b[21H");
        check((5, 5), (0, 0), "\x1b[H");
    }

    #[test]
    fn from_an_unknown_place_the_way_is_absolute() {
        assert_eq!(shortest(None, Position::new(0, 1)), b"\x1b[2H");
        assert_eq!(shortest(None, Position::new(999, 499)), b"\x1b[500;1000H");
    }
}
