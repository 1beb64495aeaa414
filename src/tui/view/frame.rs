//! Frames and rules around panes, with their titles.

use super::paint::{self, Canvas};
use crate::app::shape::{Area, Edge, Slot};

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

/// The least columns for the left half of a title.
const LEFT: usize = 8;

/// Draws the edge of `slot`.
pub fn edge(slot: &Slot, title: &Title, canvas: &mut Canvas) {
    let area = slot.area;
    let (signs, style) = (canvas.theme().signs, canvas.theme().frame);
    let (top, below) = area.split_rows(1);
    match slot.edge {
        Edge::Bare => {}
        Edge::Frame => {
            border(area, canvas);
            words(top, 1, title, canvas);
        }
        Edge::Rule => {
            canvas.fill(top, signs.horizontal, style);
            words(top, 2, title, canvas);
        }
        Edge::RuleAndSide => {
            canvas.fill(top, signs.horizontal, style);
            let (_, side) = below.split_columns(below.width.saturating_sub(1));
            canvas.fill(side, signs.vertical, style);
            words(top, 2, title, canvas);
        }
    }
}

fn border(area: Area, canvas: &mut Canvas) {
    let signs = canvas.theme().signs;
    let (top, rest) = area.split_rows(1);
    let (middle, bottom) = rest.split_rows(rest.height.saturating_sub(1));
    let (line, side) = (signs.horizontal, signs.vertical);
    across(top, [signs.top_left, line, signs.top_right], canvas);
    across(middle, [side, "", side], canvas);
    across(
        bottom,
        [signs.bottom_left, line, signs.bottom_right],
        canvas,
    );
}

// The first and the last column of `area`, and what lies between them.
fn across(area: Area, signs: [&'static str; 3], canvas: &mut Canvas) {
    let (left, rest) = area.split_columns(1);
    let (middle, right) = rest.split_columns(rest.width.saturating_sub(1));
    let style = canvas.theme().frame;
    for (area, sign) in [left, middle, right].into_iter().zip(signs) {
        if !sign.is_empty() {
            canvas.fill(area, sign, style);
        }
    }
}

// The title, `margin` columns away from the corners.
fn words(top: Area, margin: usize, title: &Title, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let style = if title.focused {
        theme.head
    } else {
        theme.text
    };
    let mut right = match title.right.is_empty() {
        true => 0,
        false => paint::columns(title.right) + 2,
    };
    if usize::from(top.width) < right + 2 * margin + LEFT {
        right = 0;
    }
    let mut pen = canvas.pen(top, 0);
    pen.keep_free(margin + right).skip(margin);
    if !title.left.is_empty() && pen.room() > 4 {
        let room = pen.room() - 2;
        pen.own(" ", theme.text).fit_into(title.left, room, style);
        pen.own(" ", theme.text);
    }
    if right > 0 {
        let mut pen = canvas.pen(top, 0);
        pen.keep_free(margin);
        let gap = pen.room().saturating_sub(right);
        pen.skip(gap).own(" ", theme.text);
        pen.text(title.right, theme.text).own(" ", theme.text);
    }
}
