//! Where overlays lie, for every size of the terminal.

use super::overlay::Overlay;
use super::shape::{Area, Edge, FRAMELESS_ROWS, Slot, Window};

/// Where an input above a list lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picker {
    /// All of it, with its edge.
    pub slot: Slot,
    /// The input.
    pub input: Area,
    /// The list.
    pub list: Area,
}

/// Where the finder lies; it takes the whole screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FinderLayout {
    /// Everything but the hint line.
    pub area: Area,
    /// The input.
    pub input: Area,
    /// Counts; on a low screen they stand in the input line.
    pub counts: Option<Area>,
    /// What could not be used of the query, while something is found.
    pub note: Option<Area>,
    /// What is found.
    pub list: Slot,
    /// The article of the selected line.
    pub preview: Option<Slot>,
}

/// The preview stands beside the list from here on.
const BESIDE_COLUMNS: u16 = 120;
/// The preview stands below the list from here on.
const BELOW_COLUMNS: u16 = 60;
/// The preview needs so many rows of screen to stand below the list.
const BELOW_ROWS: u16 = 14;
/// From here on a box floats above the screen, below it takes all of it.
const FLOAT_COLUMNS: u16 = 60;
/// The same for rows.
const FLOAT_ROWS: u16 = 14;
/// The widest box: two columns of words.
const BOX_COLUMNS: u16 = 78;
/// Up to this width of the screen a box takes all of it.
const BOX_NOISE: u16 = BOX_COLUMNS + 41;
/// The widest list of commands: name, a whole help line, keys.
const COMMANDS_COLUMNS: u16 = 100;
/// Up to this width of the screen it takes all of it.
const COMMANDS_NOISE: u16 = COMMANDS_COLUMNS + 21;
/// The highest palette.
const PALETTE_ROWS: u16 = 18;

/// Lays out the finder; `noted` asks for a row of its own for a note.
pub fn finder(window: Window, noted: bool) -> FinderLayout {
    let Window { columns, rows, .. } = window;
    let area = above_hints(columns, rows);
    let (input, rest) = area.split_rows(1);
    let (counts, rest) = rest.split_rows(u16::from(rows >= 8));
    let (note, body) = rest.split_rows(u16::from(noted && rows >= 8));
    let framed = rows > FRAMELESS_ROWS;
    let (list, preview) = if window.plain {
        (Slot::new(body, Edge::Bare), None)
    } else if columns >= BESIDE_COLUMNS {
        let (left, right) = body.split_columns(columns / 2);
        let edges = match framed {
            true => (Edge::Frame, Edge::Frame),
            false => (Edge::RuleAndSide, Edge::Rule),
        };
        (Slot::new(left, edges.0), Some(Slot::new(right, edges.1)))
    } else if columns >= BELOW_COLUMNS && rows >= BELOW_ROWS {
        let (above, below) = body.split_rows(body.height * 2 / 5);
        let edge = if framed { Edge::Frame } else { Edge::Rule };
        (Slot::new(above, Edge::Bare), Some(Slot::new(below, edge)))
    } else {
        (Slot::new(body, Edge::Bare), None)
    };
    FinderLayout {
        area,
        input,
        counts: (counts.height > 0).then_some(counts),
        note: (note.height > 0).then_some(note),
        list,
        preview,
    }
}

/// Lays out the palette, or the list of keys, which takes the whole height.
pub fn commands(columns: u16, rows: u16, keys: bool) -> Picker {
    let area = above_hints(columns, rows);
    let slot = if floats(columns, rows) {
        let height = match keys {
            true => area.height,
            false => area.height.min(PALETTE_ROWS),
        };
        let width = match columns {
            0..=COMMANDS_NOISE => columns,
            _ => COMMANDS_COLUMNS,
        };
        let x = (columns - width) / 2;
        Slot::new(Area::new(x, 0, width, height), Edge::Frame)
    } else {
        Slot::new(area, Edge::Bare)
    };
    let (input, list) = slot.inner.split_rows(1);
    Picker { slot, input, list }
}

/// Lays out the choices for copying: at the lower edge, so that the quote is not hidden.
pub fn copy(columns: u16, rows: u16, choices: u16) -> Slot {
    let area = above_hints(columns, rows);
    let (edge, lines) = match floats(columns, rows) {
        true => (Edge::Frame, 2),
        false => (Edge::Rule, 1),
    };
    let height = choices.saturating_add(lines).min(area.height);
    let width = match edge {
        Edge::Frame => box_columns(columns),
        Edge::Rule | Edge::RuleAndSide | Edge::Bare => columns,
    };
    Slot::new(Area::new(0, area.height - height, width, height), edge)
}

/// Lays out an input above so many choices, at the lower edge.
pub fn picker(columns: u16, rows: u16, choices: u16) -> Picker {
    let slot = copy(columns, rows, choices.max(1).saturating_add(1));
    let (input, list) = slot.inner.split_rows(1);
    Picker { slot, input, list }
}

/// Lays out the reasons for a speaker, of so many lines, at the lower edge.
pub fn why(columns: u16, rows: u16, lines: u16) -> Slot {
    let mut slot = copy(columns, rows, lines);
    // The sign of a selected row is not needed, a margin is.
    slot.inner = Area::new(
        slot.inner.x + 1,
        slot.inner.y,
        slot.inner.width.saturating_sub(2),
        slot.inner.height,
    );
    slot
}

/// Lays out the messages.
pub fn messages(columns: u16, rows: u16) -> Slot {
    let edge = match floats(columns, rows) {
        true => Edge::Frame,
        false => Edge::Rule,
    };
    Slot::new(above_hints(columns, rows), edge)
}

// A box almost as wide as the screen takes all of it: what peeps out on both
// sides is only noise.
fn box_columns(columns: u16) -> u16 {
    match columns {
        0..=BOX_NOISE => columns,
        _ => BOX_COLUMNS,
    }
}

fn floats(columns: u16, rows: u16) -> bool {
    columns >= FLOAT_COLUMNS && rows >= FLOAT_ROWS
}

fn above_hints(columns: u16, rows: u16) -> Area {
    let screen = Area::new(0, 0, columns, rows);
    let hints = u16::from(rows >= super::shape::HINT_ROWS);
    screen.split_rows(rows.saturating_sub(hints)).0
}

/// Lays what stands in front out anew.
pub fn lay_out(overlay: &mut Overlay, window: Window) {
    let Window { columns, rows, .. } = window;
    match overlay {
        Overlay::Finder(finder) => {
            let place = self::finder(window, finder.note().is_some());
            let preview = place.preview.map(|slot| window.page(slot));
            finder.resize(place.list.rows(), preview.unwrap_or_default());
        }
        Overlay::Commands(commands) => {
            let place = self::commands(columns, rows, commands.shows_keys());
            commands.resize(usize::from(place.list.height));
        }
        Overlay::Messages(messages) => {
            let place = self::messages(columns, rows);
            messages.resize(place.columns().saturating_sub(2), place.rows());
        }
        Overlay::Why(why) => {
            let lines = why.wrap(self::why(columns, rows, u16::MAX).columns());
            let lines = u16::try_from(lines).unwrap_or(u16::MAX);
            why.resize(self::why(columns, rows, lines).rows());
        }
        Overlay::Picker(picker) => {
            let height = u16::try_from(picker.height()).unwrap_or(u16::MAX);
            let place = self::picker(columns, rows, height);
            picker.resize(usize::from(place.list.height));
        }
        Overlay::Copy(menu) => {
            let choices = u16::try_from(menu.choices().len()).unwrap_or(u16::MAX);
            menu.resize(copy(columns, rows, choices).rows());
        }
        Overlay::Save(save) => {
            let forms = u16::try_from(save.forms().len()).unwrap_or(u16::MAX);
            let place = self::copy(columns, rows, forms.saturating_add(1));
            save.resize(place.rows().saturating_sub(1));
        }
        Overlay::Search(_) => {}
    }
}
