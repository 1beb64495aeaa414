//! What frames and lists are made of.

/// What frames and lists are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each names its use")]
pub struct Signs {
    pub horizontal: &'static str,
    pub vertical: &'static str,
    pub top_left: &'static str,
    pub top_right: &'static str,
    pub bottom_left: &'static str,
    pub bottom_right: &'static str,
    pub quote: &'static str,
    pub quote_here: &'static str,
    pub caption: &'static str,
    pub more: &'static str,
    pub between: &'static str,
    pub deeper: &'static str,
    pub open: &'static str,
    pub close: &'static str,
    pub none: &'static str,
    pub furniture: &'static str,
    pub back: &'static str,
    pub times: &'static str,
    pub picked: &'static str,
    pub tagged: &'static str,
    pub user: &'static str,
    pub unseen: &'static str,
    /// Whether values have their names before them.
    pub labels: bool,
    /// Nothing, then eight heights.
    pub bars: [&'static str; 9],
}

impl Signs {
    /// Box characters and typographic marks.
    pub const UNICODE: Signs = Signs {
        horizontal: "─",
        vertical: "│",
        top_left: "┌",
        top_right: "┐",
        bottom_left: "└",
        bottom_right: "┘",
        quote: "▎",
        quote_here: "█",
        caption: "┆",
        more: "…",
        between: " · ",
        deeper: " › ",
        open: "“",
        close: "”",
        none: "—",
        furniture: "·",
        back: "‹ ",
        times: "×",
        picked: "+",
        tagged: "#",
        user: "✓ ",
        unseen: "•",
        labels: false,
        bars: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    };

    /// ASCII alone.
    pub const ASCII: Signs = Signs {
        horizontal: "-",
        vertical: "|",
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        quote: "|",
        quote_here: "#",
        caption: ":",
        more: "~",
        between: " - ",
        deeper: " > ",
        open: "\"",
        close: "\"",
        none: "-",
        furniture: ".",
        back: "< ",
        times: "x",
        picked: "+",
        tagged: "#",
        user: "! ",
        unseen: "o",
        labels: false,
        bars: [" ", ".", ":", "-", "=", "+", "*", "#", "@"],
    };

    /// The same without frames: only blanks part the panes.
    pub const fn without_frames(self) -> Self {
        Signs {
            horizontal: " ",
            vertical: " ",
            top_left: " ",
            top_right: " ",
            bottom_left: " ",
            bottom_right: " ",
            ..self
        }
    }

    /// What a screen reader speaks: no frames, no bars, names before values.
    pub const PLAIN: Signs = Signs {
        quote: "\"",
        quote_here: ">",
        more: "...",
        between: ", ",
        deeper: ", ",
        labels: true,
        bars: [" ", "1", "2", "3", "4", "5", "6", "7", "8"],
        ..Signs::ASCII.without_frames()
    };

    /// The bar of `count` where the highest one stands for `most`: what is there is
    /// seen, however little it is.
    pub fn bar(&self, count: usize, most: usize) -> &'static str {
        let height = (count * 8).div_ceil(most.max(1)).min(8);
        self.bars.get(height).copied().unwrap_or(" ")
    }
}
