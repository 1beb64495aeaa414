//! The one writer to the terminal: brings it from one frame to the next with
//! one `write`, and writes nothing when nothing changed.
//!
//! It keeps a shadow of what the terminal shows, where its cursor stands and
//! how it prints. It asks the terminal nothing: whatever cannot be known is set
//! anew. It does not decide what is shown.

mod encoder;
mod glyph;
mod moves;
mod pen;
mod scroll;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::detect::Abilities;
use super::links::Links;
use encoder::Encoder;

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
const HIDE: &[u8] = b"\x1b[?25l";
const SHOW: &[u8] = b"\x1b[?25h";

/// Cells, and which of them are links.
#[derive(Debug, Clone)]
struct Picture {
    cells: Buffer,
    links: Links,
}

/// Where the terminal's own cursor stands after a frame.
///
/// It follows the selected row even while it is hidden, because screen readers
/// and magnifiers follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The cell; `None` leaves it wherever drawing ended.
    pub at: Option<Position>,
    /// Whether it is seen; only inputs show it.
    pub visible: bool,
}

/// The one writer to the terminal.
///
/// Frames are gathered in memory and go out in one call of `write`.
#[derive(Debug)]
pub struct Output<W> {
    wire: W,
    abilities: Abilities,
    /// What the terminal shows; `None` when nobody knows.
    shadow: Option<Picture>,
    /// Where the cursor was asked for, and whether it is seen.
    cursor: Cursor,
    encoder: Encoder,
}

impl<W: Write> Output<W> {
    /// Makes the writer for a terminal that has just been entered, cursor hidden.
    pub fn new(wire: W, abilities: Abilities) -> Self {
        Self {
            wire,
            abilities,
            shadow: None,
            cursor: Cursor::default(),
            encoder: Encoder::new(!abilities.attributes),
        }
    }

    /// What frames are written to.
    pub fn wire(&self) -> &W {
        &self.wire
    }

    /// Forgets what the terminal shows, so that the next frame draws everything.
    pub fn forget(&mut self) {
        self.shadow = None;
        self.cursor = Cursor::default();
        self.encoder.forget();
    }

    /// Brings the terminal to `frame` and `cursor`.
    ///
    /// # Errors
    /// When the terminal cannot be written; it is then in an unknown state.
    pub fn present(&mut self, frame: Buffer, cursor: Cursor) -> io::Result<()> {
        self.present_linked(frame, Links::default(), cursor)
    }

    /// The same, with cells that are links where the terminal knows them.
    ///
    /// # Errors
    /// As for [`Output::present`].
    pub fn present_linked(
        &mut self,
        frame: Buffer,
        links: Links,
        cursor: Cursor,
    ) -> io::Result<()> {
        let links = match self.abilities.links {
            true => links,
            false => Links::default(),
        };
        let mut encoder = std::mem::take(&mut self.encoder);
        encoder.bytes.clear();
        let shadow = match self.shadow.take() {
            Some(shadow) if shadow.cells.area == frame.area => shadow,
            _ => Picture {
                cells: self.blank(frame.area, &mut encoder),
                links: Links::default(),
            },
        };
        let frame = Picture {
            cells: frame,
            links,
        };
        self.encoder = self.shortest(encoder, shadow, &frame);
        self.shadow = Some(frame);
        self.place(cursor);
        self.send()
    }

    /// Writes `bytes` that are no part of a frame and move nothing on the screen.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn pass(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.wire.write_all(bytes)?;
        self.wire.flush()
    }

    /// Starts from a blank screen, whatever the terminal showed.
    fn blank(&mut self, area: Rect, encoder: &mut Encoder) -> Buffer {
        encoder.forget();
        if self.abilities.hides {
            encoder.bytes.extend_from_slice(HIDE);
        }
        encoder.clear();
        Buffer::empty(area)
    }

    /// Encodes the way from `shadow` to `frame` with and without moving rows,
    /// and keeps the shorter.
    fn shortest(&self, encoder: Encoder, mut shadow: Picture, frame: &Picture) -> Encoder {
        let able = self.abilities;
        let scroll = self
            .abilities
            .scroll
            .then(|| scroll::find(&shadow.cells, &frame.cells))
            .flatten();
        let mut plain = encoder.clone();
        draw(&mut plain, &shadow, frame, able);
        let Some(scroll) = scroll else { return plain };
        let mut moved = encoder;
        moved.scroll(scroll);
        scroll::apply(scroll, &mut shadow.cells);
        shadow.links.shift((scroll.top, scroll.bottom), scroll.by);
        draw(&mut moved, &shadow, frame, able);
        if moved.bytes.len() < plain.bytes.len() {
            moved
        } else {
            plain
        }
    }

    /// Puts the cursor where it belongs, if it is not there already.
    fn place(&mut self, mut cursor: Cursor) {
        // Always seen where it cannot be hidden: nothing needs to be sent for it.
        cursor.visible &= self.abilities.hides;
        let drawn = !self.encoder.bytes.is_empty();
        let same = cursor == self.cursor;
        if same && !drawn {
            return;
        }
        if self.cursor.visible && (drawn || !cursor.visible) {
            self.encoder.bytes.splice(0..0, HIDE.iter().copied());
        }
        if let Some(at) = cursor.at {
            self.encoder.go(at, &[]);
        }
        if cursor.visible && (drawn || !self.cursor.visible) {
            self.encoder.bytes.extend_from_slice(SHOW);
        }
        self.cursor = cursor;
    }

    fn send(&mut self) -> io::Result<()> {
        let bytes = &mut self.encoder.bytes;
        if bytes.is_empty() {
            return Ok(());
        }
        if self.abilities.sync {
            bytes.splice(0..0, BEGIN.iter().copied());
            bytes.extend_from_slice(END);
        }
        self.wire.write_all(bytes)?;
        self.wire.flush()
    }
}

/// Encodes every row that differs.
fn draw(encoder: &mut Encoder, old: &Picture, new: &Picture, able: Abilities) {
    let width = usize::from(new.cells.area.width).max(1);
    let (before, after) = (&old.cells.content, &new.cells.content);
    let rows = before.chunks(width).zip(after.chunks(width));
    for (y, (was, is)) in (0..).zip(rows) {
        if was != is || old.links.differ(&new.links, y) {
            let was = glyph::linked(glyph::resolve(was, able), y, &old.links);
            let is = glyph::linked(glyph::resolve(is, able), y, &new.links);
            encoder.row(y, &was, &is, &new.links);
        }
    }
    encoder.end_link();
}
