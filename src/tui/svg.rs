//! A screen as a picture (SVG), from the same cells that a terminal would show.
//!
//! Every run of cells is set to the width of its cells, so that the grid holds with any
//! font.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::text::width::of_grapheme;

/// Units of a cell, and how large its letters are.
const COLUMN: usize = 9;
const ROW: usize = 18;
const LETTERS: usize = 15;
/// From the upper edge of a cell to the line that letters stand on.
const BASE: usize = 14;
/// Around the cells.
const MARGIN: usize = 9;

const GROUND: &str = "#14171c";
const TEXT: &str = "#d9dce2";

/// The sixteen colours on this ground.
const NAMED: [&str; 16] = [
    "#14171c", "#ef8f83", "#9ccf7e", "#e3c26a", "#86b4f2", "#d7a0e6", "#74cfd6", "#c4c8d0",
    "#6b7280", "#ff9f94", "#b4e39a", "#f5d98a", "#a5c9ff", "#e7b8f4", "#93e4ea", "#ffffff",
];

/// How cells of a run look.
#[derive(PartialEq, Eq, Clone)]
struct Look {
    letters: String,
    ground: String,
    modifier: Modifier,
}

/// Writes the cells as a picture.
pub fn picture(cells: &Buffer) -> String {
    let (columns, rows) = (
        usize::from(cells.area.width),
        usize::from(cells.area.height),
    );
    let (width, height) = (columns * COLUMN + 2 * MARGIN, rows * ROW + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"{LETTERS}\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{GROUND}\"/>\n"
    );
    for (y, row) in cells.content.chunks(columns.max(1)).enumerate() {
        for run in runs(row) {
            draw(&run, y, &mut svg);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Cells that are drawn as one.
struct Run {
    column: usize,
    columns: usize,
    words: String,
    look: Look,
    /// Wider than one cell, or not of this alphabet: it stands alone.
    alone: bool,
}

fn runs(row: &[Cell]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while let Some(cell) = row.get(x) {
        let columns = of_grapheme(cell.symbol()).max(1);
        let alone = columns > 1 || !cell.symbol().chars().all(is_common);
        let look = look(cell);
        match runs.last_mut() {
            Some(last) if !alone && !last.alone && last.look == look => {
                last.words.push_str(cell.symbol());
                last.columns += columns;
            }
            _ => runs.push(Run {
                column: x,
                columns,
                words: cell.symbol().to_owned(),
                look,
                alone,
            }),
        }
        x += columns;
    }
    runs
}

/// Letters, typographic marks and frames that every monospaced font has at one width.
fn is_common(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{2026}'
        | '\u{2500}'..='\u{259f}')
}

fn look(cell: &Cell) -> Look {
    let (letters, ground) = (colour(cell.fg, TEXT), colour(cell.bg, GROUND));
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (letters, ground) = if reversed {
        (ground, letters)
    } else {
        (letters, ground)
    };
    Look {
        letters,
        ground,
        modifier: cell.modifier,
    }
}

fn colour(colour: Color, usual: &str) -> String {
    let of = |at: usize| NAMED.get(at).map_or(usual, |hex| hex).to_owned();
    match colour {
        Color::Reset => usual.to_owned(),
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        Color::Indexed(n @ 0..=15) => of(usize::from(n)),
        Color::Indexed(n @ 16..=231) => {
            let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            let [r, g, b] = [(n - 16) / 36, (n - 16) / 6 % 6, (n - 16) % 6].map(step);
            format!("#{r:02x}{g:02x}{b:02x}")
        }
        Color::Indexed(n @ 232..) => {
            let grey = 8 + 10 * (n - 232);
            format!("#{grey:02x}{grey:02x}{grey:02x}")
        }
        Color::Black => of(0),
        Color::Red => of(1),
        Color::Green => of(2),
        Color::Yellow => of(3),
        Color::Blue => of(4),
        Color::Magenta => of(5),
        Color::Cyan => of(6),
        Color::Gray => of(7),
        Color::DarkGray => of(8),
        Color::LightRed => of(9),
        Color::LightGreen => of(10),
        Color::LightYellow => of(11),
        Color::LightBlue => of(12),
        Color::LightMagenta => of(13),
        Color::LightCyan => of(14),
        Color::White => of(15),
    }
}

fn draw(run: &Run, y: usize, svg: &mut String) {
    let (x, top) = (MARGIN + run.column * COLUMN, MARGIN + y * ROW);
    let width = run.columns * COLUMN;
    // Writing into memory cannot fail.
    if run.look.ground != GROUND {
        let ground = &run.look.ground;
        let _ = writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{ROW}\" fill=\"{ground}\"/>"
        );
    }
    if run.words.trim().is_empty() {
        return;
    }
    let mut style = String::new();
    if run.look.modifier.contains(Modifier::BOLD) {
        style.push_str(" font-weight=\"bold\"");
    }
    if run.look.modifier.contains(Modifier::UNDERLINED) {
        style.push_str(" text-decoration=\"underline\"");
    }
    let (base, letters) = (top + BASE, &run.look.letters);
    let _ = writeln!(
        svg,
        "<text x=\"{x}\" y=\"{base}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\" \
         xml:space=\"preserve\" fill=\"{letters}\"{style}>{}</text>",
        escaped(&run.words)
    );
}

fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn cells_become_runs_of_the_width_of_their_cells() {
        let mut cells = Buffer::with_lines(["ab 漢<&>"]);
        cells.set_style(
            ratatui::layout::Rect::new(0, 0, 2, 1),
            Style::new().fg(Color::Cyan),
        );
        let svg = picture(&cells);
        for part in [
            "textLength=\"18\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" fill=\"#74cfd6\">ab</text>",
            ">漢</text>",
            ">&lt;&amp;&gt;</text>",
        ] {
            assert!(svg.contains(part), "{part} is not in {svg}");
        }
    }

    #[test]
    fn reversed_cells_have_a_ground_of_their_own() {
        let mut cells = Buffer::with_lines(["x"]);
        cells.set_style(cells.area, Style::new().add_modifier(Modifier::REVERSED));
        let svg = picture(&cells);
        assert!(
            svg.contains(&format!("height=\"18\" fill=\"{TEXT}\"/>")),
            "{svg}"
        );
        assert!(
            svg.contains(&format!("fill=\"{GROUND}\">x</text>")),
            "{svg}"
        );
    }
}
