//! Settings that are one of several words.

/// A setting that is one of several words.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every value and its word, in the order in which a person is told of them.
    const WORDS: &'static [(&'static str, Self)];

    /// The word of this value.
    fn word(self) -> &'static str {
        let mut words = Self::WORDS.iter();
        words
            .find(|(_, value)| *value == self)
            .map_or("", |(word, _)| word)
    }
}

/// Whether something is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Use {
    /// Where the environment speaks for it.
    #[default]
    Auto,
    /// Always.
    On,
    /// Never.
    Off,
}

impl Use {
    /// Whether it is used, where the environment says `usual`.
    pub fn or(self, usual: bool) -> bool {
        match self {
            Use::Auto => usual,
            Use::On => true,
            Use::Off => false,
        }
    }
}

impl Choice for Use {
    const WORDS: &'static [(&'static str, Self)] =
        &[("auto", Use::Auto), ("on", Use::On), ("off", Use::Off)];
}

/// Where one begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Start {
    /// Where one was.
    #[default]
    Last,
    /// The list of articles.
    Articles,
    /// The quotes of all articles.
    Quotes,
    /// Everybody who is named.
    Actors,
    /// What was picked.
    Basket,
}

impl Choice for Start {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("last", Start::Last),
        ("articles", Start::Articles),
        ("quotes", Start::Quotes),
        ("actors", Start::Actors),
        ("basket", Start::Basket),
    ];
}

/// How the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Speech {
    /// Panes, frames and colours.
    #[default]
    Full,
    /// Lines for a screen reader: no frames, no colours, labels before values.
    Plain,
}

impl Choice for Speech {
    const WORDS: &'static [(&'static str, Self)] =
        &[("full", Speech::Full), ("plain", Speech::Plain)];
}

/// What frames are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Frames {
    /// As the locale and the terminal allow.
    #[default]
    Auto,
    /// Box characters.
    Unicode,
    /// `+`, `-` and `|`.
    Ascii,
    /// Nothing at all.
    None,
}

impl Choice for Frames {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("auto", Frames::Auto),
        ("unicode", Frames::Unicode),
        ("ascii", Frames::Ascii),
        ("none", Frames::None),
    ];
}

/// The way by which words are copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clipboard {
    /// By the terminal, and by a tool of the desktop in a local session.
    #[default]
    Auto,
    /// By the terminal, with OSC 52.
    Osc52,
    /// By a tool of the desktop.
    Tools,
    /// Into the file of copies alone.
    File,
    /// Not at all.
    Off,
}

impl Choice for Clipboard {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("auto", Clipboard::Auto),
        ("osc52", Clipboard::Osc52),
        ("tools", Clipboard::Tools),
        ("file", Clipboard::File),
        ("off", Clipboard::Off),
    ];
}

/// Who orders text that runs from right to left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bidi {
    /// The terminal where it is known to, else the program.
    #[default]
    Auto,
    /// The program.
    Program,
    /// The terminal.
    Terminal,
}

impl Choice for Bidi {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("auto", Bidi::Auto),
        ("program", Bidi::Program),
        ("terminal", Bidi::Terminal),
    ];
}
