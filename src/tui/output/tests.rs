//! Frames are replayed in a terminal emulator and compared cell by cell.

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};

use super::glyph::{Glyph, Look, resolve};
use super::*;

#[path = "../../../tests/spec/wire.rs"]
mod wire;

const ABLE: Abilities = Abilities::ALL;

/// What a terminal would receive.
#[derive(Debug, Default)]
struct Tape {
    bytes: Vec<u8>,
    writes: usize,
    /// Breaks after this many bytes.
    breaks: Option<usize>,
}

impl Write for Tape {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writes += 1;
        let room = self.breaks.map_or(usize::MAX, |at| at - self.bytes.len());
        if room == 0 {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let taken = bytes.len().min(room);
        self.bytes.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An output and two terminals at its other end: one leaves the cursor where it
/// is when a region is set or taken away, the other homes it, as most do.
struct Replay {
    output: Output<Tape>,
    terminal: vt100::Parser,
    homing: vt100::Parser,
}

impl Replay {
    fn new(area: Rect, abilities: Abilities) -> Self {
        let size = |n: u16| NonZeroU16::new(n).unwrap();
        let terminal = || vt100::Parser::new(size(area.height), size(area.width), 0);
        Self {
            output: Output::new(Tape::default(), abilities),
            terminal: terminal(),
            homing: terminal(),
        }
    }

    /// Presents a frame and returns the bytes it took.
    fn present(&mut self, frame: &Buffer, cursor: Cursor) -> Vec<u8> {
        self.output.wire.bytes.clear();
        self.output.wire.writes = 0;
        self.output.present(frame.clone(), cursor).unwrap();
        self.terminal.process(&self.output.wire.bytes);
        for piece in self.output.wire.bytes.split_inclusive(|&byte| byte == b'r') {
            self.homing.process(piece);
            if ends_in_region(piece) {
                self.homing.process(b"\x1b[H");
            }
        }
        assert_eq!(
            wire::forbidden(&self.output.wire.bytes),
            Vec::<String>::new()
        );
        assert_eq!(
            self.output.wire.writes,
            usize::from(!self.output.wire.bytes.is_empty())
        );
        self.output.wire.bytes.clone()
    }

    fn show(&mut self, lines: &[&str]) -> String {
        let frame = Buffer::with_lines(lines.to_vec());
        String::from_utf8(self.present(&frame, Cursor::default())).unwrap()
    }

    /// Where a terminal differs from `frame`.
    fn difference(&self, frame: &Buffer) -> Option<String> {
        let mut both = [&self.terminal, &self.homing].into_iter();
        both.find_map(|terminal| difference(terminal.screen(), frame))
    }
}

/// Whether bytes end in `CSI r` or `CSI top;bottom r`.
fn ends_in_region(bytes: &[u8]) -> bool {
    let numbers = bytes.strip_suffix(b"r").and_then(|rest| {
        let start = rest.windows(2).rposition(|pair| pair == b"\x1b[")?;
        rest.get(start + 2..)
    });
    numbers.is_some_and(|numbers| numbers.iter().all(|b| b.is_ascii_digit() || *b == b';'))
}

/// Where a screen differs from `frame`.
fn difference(screen: &vt100::Screen, frame: &Buffer) -> Option<String> {
    let width = usize::from(frame.area.width);
    for (y, row) in (0..).zip(frame.content.chunks(width)) {
        for (x, glyph) in (0..).zip(resolve(row, ABLE)) {
            let cell = screen.cell(y, x).unwrap();
            if !shows(cell, &glyph) {
                return Some(format!("at {x},{y}: {glyph:?} but {cell:?}"));
            }
        }
    }
    None
}

fn shows(cell: &vt100::Cell, glyph: &Glyph<'_>) -> bool {
    if glyph.symbol.is_empty() {
        return cell.is_wide_continuation();
    }
    let look = Look {
        fg: colour(cell.fgcolor()),
        bg: colour(cell.bgcolor()),
        modifier: [
            (cell.bold(), Modifier::BOLD),
            (cell.dim(), Modifier::DIM),
            (cell.italic(), Modifier::ITALIC),
            (cell.underline(), Modifier::UNDERLINED),
            (cell.inverse(), Modifier::REVERSED),
        ]
        .into_iter()
        .filter_map(|(on, attribute)| on.then_some(attribute))
        .collect(),
        link: None,
    };
    let symbol = if cell.has_contents() {
        cell.contents()
    } else {
        " "
    };
    glyph.looks_like(&Glyph { symbol, look })
}

fn colour(colour: vt100::Color) -> Color {
    match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(1) => Color::Red,
        vt100::Color::Idx(4) => Color::Blue,
        vt100::Color::Idx(12) => Color::LightBlue,
        vt100::Color::Idx(n) => Color::Indexed(n),
        vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
    }
}

/// One change of a frame.
#[derive(Debug, Clone)]
enum Edit {
    Write(u16, u16, String, Style),
    Shift(u16, u16, usize, bool),
    Blank(u16, u16, u16),
    Paint(u16, u16, u16, Style),
    Forget,
}

fn style() -> impl Strategy<Value = Style> {
    let colours = [
        Color::Reset,
        Color::Red,
        Color::Blue,
        Color::LightBlue,
        Color::Indexed(99),
        Color::Rgb(1, 2, 3),
    ];
    let modifiers = [
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::REVERSED,
        Modifier::UNDERLINED.union(Modifier::BOLD),
        Modifier::ITALIC,
    ];
    (
        prop::sample::select(colours.to_vec()),
        prop_oneof![4 => Just(Color::Reset), 1 => prop::sample::select(colours.to_vec())],
        prop::sample::select(modifiers.to_vec()),
    )
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

fn edit() -> impl Strategy<Value = Edit> {
    let words = "[a-d 漢é한“─]{1,30}";
    prop_oneof![
        5 => (0u16..30, 0u16..12, words, style()).prop_map(|(x, y, w, s)| Edit::Write(x, y, w, s)),
        3 => (0u16..12, 0u16..12, 1usize..4, any::<bool>()).prop_map(|(a, b, n, up)| Edit::Shift(a, b, n, up)),
        2 => (0u16..30, 0u16..12, 0u16..30).prop_map(|(x, y, n)| Edit::Blank(x, y, n)),
        1 => (0u16..30, 0u16..12, 0u16..30, style()).prop_map(|(x, y, n, s)| Edit::Paint(x, y, n, s)),
        1 => Just(Edit::Forget),
    ]
}

fn apply(edit: &Edit, frame: &mut Buffer) {
    let area = frame.area;
    let row = |x: u16, y: u16, n: u16| Rect::new(x, y, n, 1).intersection(area);
    match edit {
        Edit::Write(x, y, words, style) if *x < area.width && *y < area.height => {
            frame.set_string(*x, *y, words, *style);
        }
        Edit::Shift(a, b, by, up) => {
            let (top, bottom) = (*a.min(b), (*a.max(b)).min(area.height - 1));
            let width = usize::from(area.width);
            if top < bottom {
                let region =
                    &mut frame.content[usize::from(top) * width..usize::from(bottom + 1) * width];
                let cells = (by * width).min(region.len());
                if *up {
                    region.rotate_left(cells)
                } else {
                    region.rotate_right(cells)
                }
            }
        }
        Edit::Blank(x, y, n) => {
            for position in row(*x, *y, *n).positions() {
                frame[position] = Cell::default();
            }
        }
        Edit::Paint(x, y, n, style) => frame.set_style(row(*x, *y, *n), *style),
        Edit::Write(..) | Edit::Forget => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_terminal_shows_every_frame_as_it_was_drawn(
        width in 1u16..32, height in 1u16..12,
        frames in prop::collection::vec((prop::collection::vec(edit(), 1..5), any::<bool>()), 1..10),
    ) {
        let area = Rect::new(0, 0, width, height);
        let mut replay = Replay::new(area, ABLE);
        let mut frame = Buffer::empty(area);
        for (y, letter) in (0..height).zip('A'..) {
            frame.set_string(0, y, format!("{letter} ").repeat(40), Style::new());
        }
        for (edits, corner) in frames {
            for edit in &edits {
                apply(edit, &mut frame);
                if matches!(edit, Edit::Forget) {
                    replay.output.forget();
                }
            }
            let at = if corner { Position::new(width - 1, height - 1) } else { Position::ORIGIN };
            replay.present(&frame, Cursor { at: Some(at), visible: width % 2 == 0 });
            prop_assert_eq!(replay.difference(&frame), None);
            prop_assert_eq!(replay.terminal.screen().cursor_position(), (at.y, at.x));
            prop_assert_eq!(replay.terminal.screen().hide_cursor(), width % 2 == 1);
            let again = replay.present(&frame, Cursor { at: Some(at), visible: width % 2 == 0 });
            prop_assert!(again.is_empty(), "an unchanged frame sent {again:?}");
        }
    }

    /// Cells may hold anything: the writer is the second lock.
    #[test]
    fn nothing_but_allowed_sequences_reaches_the_wire(
        symbols in prop::collection::vec(any::<String>(), 12),
        payload in prop::sample::select(vec!["\u{1b}]52;c;?\u{7}", "\u{9b}6n", "\u{90}q", "\u{1b}[c", "\u{202e}x", "\u{7f}", "\r\n"]),
        cut in 0usize..8,
    ) {
        let mut frame = Buffer::empty(Rect::new(0, 0, 4, 4));
        for (cell, symbol) in frame.content.iter_mut().zip(&symbols) {
            cell.set_symbol(symbol);
        }
        for cell in frame.content.iter_mut().skip(12) {
            cell.set_symbol(&payload.chars().take(cut).collect::<String>());
        }
        Replay::new(frame.area, ABLE).present(&frame, Cursor::default());
    }
}

#[test]
fn one_moved_sign_takes_few_bytes() {
    let mut replay = Replay::new(Rect::new(0, 0, 9, 4), ABLE);
    replay.show(&["> one    ", "  two    ", "  three  ", "  four   "]);
    let sent = replay.show(&["  one    ", "> two    ", "  three  ", "  four   "]);
    assert_eq!(sent, "\x1b[?2026h\x1b[H \n\x08>\x1b[?2026l");
}

#[test]
fn the_rest_of_a_row_is_erased_at_once() {
    let mut replay = Replay::new(Rect::new(0, 0, 20, 1), ABLE);
    replay.show(&["a long line of words"]);
    assert_eq!(
        replay.show(&["a long              "]),
        "\x1b[?2026h\x1b[1;8H\x1b[K\x1b[?2026l"
    );
}

#[test]
fn rows_that_moved_are_moved_by_the_terminal() {
    let lines: Vec<String> = ('a'..'l')
        .map(|c| format!("{c} {c}{c} ").repeat(6))
        .collect();
    let before: Vec<&str> = lines[..10].iter().map(String::as_str).collect();
    let after: Vec<&str> = lines[1..].iter().map(String::as_str).collect();
    let mut replay = Replay::new(Rect::new(0, 0, 30, 10), ABLE);
    replay.show(&before);
    let sent = replay.show(&after);
    assert!(sent.contains("\x1b[M") && sent.len() < 90, "{sent:?}");
    assert_eq!(replay.difference(&Buffer::with_lines(after)), None);
}

#[test]
fn a_terminal_without_abilities_gets_neither_colours_nor_regions_nor_mode_2026() {
    let plain = Abilities {
        sync: false,
        scroll: false,
        colour: false,
        ..ABLE
    };
    let mut replay = Replay::new(Rect::new(0, 0, 10, 6), plain);
    let mut frame = Buffer::with_lines([
        "aaaaaaaaaa",
        "bbbbbbbbbb",
        "cccccccccc",
        "dddddddddd",
        "e",
        "f",
    ]);
    let mut all = Vec::new();
    for _ in 0..3 {
        frame.content.rotate_left(10);
        frame.set_style(
            Rect::new(0, 0, 4, 1),
            Style::new().fg(Color::Red).bg(Color::Blue).bold(),
        );
        all.extend(replay.present(&frame, Cursor::default()));
    }
    let sent = String::from_utf8(all).unwrap();
    assert!(
        !sent.contains("2026") && !sent.contains('r') && sent.contains("\x1b[1m"),
        "{sent:?}"
    );
    assert!(!sent.contains("31") && !sent.contains("44"), "{sent:?}");
}

#[test]
fn a_writer_that_breaks_at_any_byte_is_an_error_and_not_a_loop() {
    let frame = Buffer::with_lines(["one 漢 two", "three     "]);
    let whole = Replay::new(frame.area, ABLE)
        .present(&frame, Cursor::default())
        .len();
    for at in 0..whole {
        let tape = Tape {
            breaks: Some(at),
            ..Tape::default()
        };
        let mut output = Output::new(tape, ABLE);
        assert!(output.present(frame.clone(), Cursor::default()).is_err());
        assert_eq!(output.wire.bytes.len(), at);
        assert!(output.wire.writes <= 2);
    }
}

#[test]
fn the_right_edge_stays_whatever_columns_an_emoji_takes() {
    let lines = ["│👩\u{200d}🔬 abc│", "│🇰🇷❤\u{fe0f}👍🏽│", "│ 🫠   │"];
    let frame = Buffer::with_lines(lines);
    let mut replay = Replay::new(frame.area, ABLE);
    let (last, bottom) = (frame.area.width - 1, frame.area.height);
    replay.present(&Buffer::empty(frame.area), Cursor::default());
    replay.present(&frame, Cursor::default());
    for y in 0..bottom {
        let edge = replay.terminal.screen().cell(y, last).unwrap();
        assert_eq!(edge.contents(), frame[(last, y)].symbol());
    }
}

#[test]
fn a_cursor_that_is_seen_is_hidden_while_a_frame_is_drawn() {
    let mut replay = Replay::new(Rect::new(0, 0, 5, 1), ABLE);
    let seen = |x| Cursor {
        at: Some(Position::new(x, 0)),
        visible: true,
    };
    replay.present(&Buffer::with_lines(["/    "]), seen(1));
    let sent = replay.present(&Buffer::with_lines(["/a   "]), seen(2));
    assert_eq!(
        String::from_utf8_lossy(&sent),
        "\x1b[?2026h\x1b[?25la\x1b[?25h\x1b[?2026l"
    );
    let moved = replay.present(&Buffer::with_lines(["/a   "]), seen(1));
    assert_eq!(
        String::from_utf8_lossy(&moved),
        "\x1b[?2026h\x08\x1b[?2026l"
    );
    let gone = replay.present(
        &Buffer::with_lines(["/a   "]),
        Cursor {
            visible: false,
            ..seen(1)
        },
    );
    assert_eq!(
        String::from_utf8_lossy(&gone),
        "\x1b[?2026h\x1b[?25l\x1b[?2026l"
    );
}
