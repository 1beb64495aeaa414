//! Frames and rules around panes, with their titles.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::paint::{self, Pen};
use crate::app::shape::{Area, Edge, Slot};
use crate::tui::theme::Theme;

/// What the edge of a pane says.
#[derive(Debug, Clone, Default)]
pub struct Title<'a> {
    /// On the left: a name, a headline.
    pub left: &'a str,
    /// On the right: a position.
    pub right: &'a str,
    /// Whether the pane has the keys.
    pub focused: bool,
}

/// Draws the edge of `slot`.
pub fn edge(slot: &Slot, title: &Title, theme: &Theme, buffer: &mut Buffer) {
    let area = slot.area;
    match slot.edge {
        Edge::Bare => {}
        Edge::Frame => {
            border(area, theme, buffer);
            let inside = Area::new(area.x + 1, area.y, area.width.saturating_sub(2), 1);
            words(inside, title, theme, buffer);
        }
        Edge::Rule | Edge::RuleAndSide => {
            let top = area.split_rows(1).0;
            paint::fill(buffer, top, theme.signs.horizontal, theme.frame);
            if slot.edge == Edge::RuleAndSide {
                let side = area.split_columns(area.width.saturating_sub(1)).1;
                let side = side.split_rows(1).1;
                paint::fill(buffer, side, theme.signs.vertical, theme.frame);
            }
            let (_, inside) = top.split_columns(2);
            let inside = inside.split_columns(inside.width.saturating_sub(2)).0;
            words(inside, title, theme, buffer);
        }
    }
}

/// Draws a frame along the edge of `area`.
pub fn border(area: Area, theme: &Theme, buffer: &mut Buffer) {
    let (signs, style) = (theme.signs, theme.frame);
    let (top, rest) = area.split_rows(1);
    let (middle, bottom) = rest.split_rows(rest.height.saturating_sub(1));
    sides(
        top,
        [signs.top_left, signs.horizontal, signs.top_right],
        style,
        buffer,
    );
    sides(middle, [signs.vertical, "", signs.vertical], style, buffer);
    sides(
        bottom,
        [signs.bottom_left, signs.horizontal, signs.bottom_right],
        style,
        buffer,
    );
}

fn sides(area: Area, signs: [&'static str; 3], style: Style, buffer: &mut Buffer) {
    let (left, rest) = area.split_columns(1);
    let (middle, right) = rest.split_columns(rest.width.saturating_sub(1));
    let areas = [left, middle, right].into_iter().zip(signs);
    for (area, sign) in areas.filter(|(_, sign)| !sign.is_empty()) {
        paint::fill(buffer, area, sign, style);
    }
}

fn words(area: Area, title: &Title, theme: &Theme, buffer: &mut Buffer) {
    let room = usize::from(area.width);
    let right = match title.right.is_empty() {
        true => 0,
        false => paint::columns(title.right) + 2,
    };
    let right = if right + 8 > room { 0 } else { right };
    let style = if title.focused {
        theme.head
    } else {
        theme.text
    };
    if !title.left.is_empty() && room > 4 {
        let mut pen = Pen::new(buffer, area, 0);
        pen.own(" ", theme.text);
        pen.fit(title.left, room - right - 2, theme.signs.more, style);
        pen.own(" ", theme.text);
    }
    if right > 0 {
        let mut pen = Pen::new(buffer, area, 0);
        pen.skip(room - right);
        pen.own(" ", theme.text)
            .text(title.right, theme.text)
            .own(" ", theme.text);
    }
}
