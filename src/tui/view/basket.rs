//! Screen 6: what was picked, and the article of the selected row.

use super::frame::{self, Title};
use super::paint::Canvas;
use super::{passages, reader};
use crate::app::pointer::Target;
use crate::app::screen::Basket;
use crate::model::Marks;

/// Draws the panes.
pub fn draw(basket: &Basket, marks: &Marks, canvas: &mut Canvas) {
    let layout = basket.layout();
    let list = basket.list();
    let title = Title {
        left: "basket",
        right: &passages::position(list, &canvas.theme().signs),
        focused: !layout.on_preview,
    };
    frame::edge(&layout.list, &title, canvas);
    let words = canvas.told("empty: {pick} puts a quote or an article here");
    let empty = (!basket.is_waiting()).then_some(words.as_str());
    passages::draw(list, marks, (layout.list.inner, empty), canvas);
    if let Some(slot) = layout.preview {
        canvas.target(slot.area, Target::Side);
        reader::preview(
            basket.preview().reader(),
            marks,
            (&slot, layout.on_preview),
            canvas,
        );
    }
}
