//! Screen 2: the quotes of all articles, and the article of the selected one.

use super::frame::{self, Title};
use super::paint::Canvas;
use super::{passages, reader};
use crate::app::pointer::Target;
use crate::app::screen::Quotes;
use crate::model::Marks;

/// Draws the panes.
pub fn draw(quotes: &Quotes, marks: &Marks, canvas: &mut Canvas) {
    let layout = quotes.layout();
    let list = quotes.list();
    let title = Title {
        left: &passages::heading("quotes", list, canvas),
        right: &passages::position(list, &canvas.theme().signs),
        focused: !layout.on_preview,
    };
    frame::edge(&layout.list, &title, canvas);
    let empty = match (quotes.is_waiting(), quotes.query().is_empty()) {
        (true, _) => None,
        (false, true) => Some("no quote is known"),
        (false, false) => Some("nothing is found; Esc shows all quotes"),
    };
    passages::draw(list, marks, (layout.list.inner, empty), canvas);
    if let Some(slot) = layout.preview {
        canvas.target(slot.area, Target::Side);
        reader::preview(
            quotes.preview().reader(),
            marks,
            (&slot, layout.on_preview),
            canvas,
        );
    }
}
