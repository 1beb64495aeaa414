//! What ratatui draws on: it knows the size and where the cursor goes.
//!
//! Nothing leaves it. ratatui compares frames by the cells that it thinks
//! visible, and forgets what stands under wide characters; [`super::output`]
//! compares whole frames instead.

use std::convert::Infallible;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};
use ratatui::{Frame, Terminal};

use super::view::Extras;

/// Draws frames into memory.
pub struct Stage {
    terminal: Terminal<Board>,
}

/// A frame, and where its cursor goes.
pub struct Drawn {
    /// Every cell.
    pub buffer: Buffer,
    /// The selected row, or the place in an input.
    pub cursor: Option<Position>,
    /// What clicks mean, and which cells are links.
    pub extras: Extras,
}

impl Stage {
    /// Makes a stage of so many cells.
    pub fn new(size: Size) -> Self {
        let Ok(terminal) = Terminal::new(Board { size, cursor: None });
        Self { terminal }
    }

    /// Takes another size.
    pub fn resize(&mut self, size: Size) {
        self.terminal.backend_mut().size = size;
    }

    /// Draws a frame.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>) -> Extras) -> Drawn {
        let mut buffer = Buffer::default();
        let mut extras = Extras::default();
        let Ok(_) = self.terminal.draw(|frame| {
            extras = draw(frame);
            // Taken, not copied: what ratatui would compare is never looked at.
            let blank = Buffer::empty(frame.area());
            buffer = std::mem::replace(frame.buffer_mut(), blank);
        });
        Drawn {
            buffer,
            cursor: self.terminal.backend().cursor,
            extras,
        }
    }
}

/// The terminal as ratatui sees it.
struct Board {
    size: Size,
    cursor: Option<Position>,
}

impl Backend for Board {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, _cells: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    /// Answered from memory: the terminal is never asked.
    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.cursor = Some(position.into());
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn clear_region(&mut self, _region: ClearType) -> Result<(), Infallible> {
        Ok(())
    }

    fn size(&self) -> Result<Size, Infallible> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}
