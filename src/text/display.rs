//! Text to safe cells.

/// Text that is safe to put into terminal cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown(String);

impl Shown {
    /// The safe text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Columns it takes.
    pub fn width(&self) -> usize {
        super::width::width(&self.0)
    }
}

/// Makes `text` safe to show.
pub fn display(text: &str) -> Shown {
    Shown(
        text.chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect(),
    )
}
