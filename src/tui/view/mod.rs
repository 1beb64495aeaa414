//! Drawing: takes `&App`, changes cells, and nothing else.
//!
//! Everything is written in [`paint`], which makes words safe; selection is a
//! sign and bold on few cells, because every changed cell crosses the wire.

mod articles;
mod frame;
mod paint;

use ratatui::Frame;

use super::theme::Theme;
use crate::app::App;
use crate::app::shape::Area;

/// Draws everything.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame) {
    let size = frame.area();
    let screen = Area::new(size.x, size.y, size.width, size.height);
    let buffer = frame.buffer_mut();
    let layout = app.articles().layout();
    if let Some(slot) = layout.list {
        let title = frame::Title {
            left: "articles",
            ..frame::Title::default()
        };
        frame::edge(&slot, &title, theme, buffer);
        articles::draw(
            app.articles().listing(),
            layout.shape,
            slot.inner,
            theme,
            buffer,
        );
    }
    if layout.shape == crate::app::shape::Shape::Floor {
        paint::Pen::new(buffer, screen, 0).own("20x4 needed", theme.text);
    }
}
