//! How roles look, and the signs that frames and lists are made of.
//!
//! The default draws on the terminal's own foreground and background with
//! bold, underline, reverse and the colours 1 to 6 only, so that light and
//! dark both work without asking. Colour repeats what a sign or word says.

mod chosen;
mod own;
mod palette;
mod signs;

use ratatui::style::{Color, Modifier, Style};

use crate::model::ActorKind;
pub use chosen::{Depth, NAMES, choose, faults};
pub use signs::Signs;

/// How roles look, and the signs that frames and lists are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Every cell before anything is written on it; themes that trust the terminal's own
    /// colours leave it as it is.
    pub ground: Style,
    /// Words of articles and of ours.
    pub text: Style,
    /// What is less important: without colour, never dim.
    pub faint: Style,
    /// Headlines, titles of panes that have the keys.
    pub head: Style,
    /// Letters that a search matched, in lists.
    pub matched: Style,
    /// Words that a search found, in the text.
    pub hit: Style,
    /// The hit one stands at.
    pub hit_here: Style,
    /// The sign of the selected row. One cell: a row that is bold as a whole
    /// costs four times the bytes for each step in a list.
    pub selected: Style,
    /// What a letter that is typed would replace.
    pub suggested: Style,
    /// The bar beside a quote.
    pub quote: Style,
    /// The words of the quote one stands at.
    pub quote_here: Style,
    /// Who speaks.
    pub speaker: Style,
    /// The speech verb.
    pub cue: Style,
    /// A person.
    pub person: Style,
    /// An organization.
    pub organization: Style,
    /// A place.
    pub place: Style,
    /// A speaker that is a guess.
    pub guess: Style,
    /// The sign of what a person marked.
    pub mark: Style,
    /// What could not be done.
    pub error: Style,
    /// Frames and rules.
    pub frame: Style,
    /// Whether text from right to left is put into the order in which it is seen; else
    /// the terminal does that.
    pub orders: bool,
    /// What frames and lists are made of.
    pub signs: Signs,
}

impl Theme {
    /// The terminal's own colours.
    pub const fn terminal() -> Self {
        let plain = Self::mono();
        Self {
            matched: plain.matched.fg(Color::Green),
            quote: plain.quote.fg(Color::Cyan),
            speaker: plain.speaker.fg(Color::Cyan),
            person: plain.person.fg(Color::Cyan),
            organization: plain.organization.fg(Color::Magenta),
            place: plain.place.fg(Color::Green),
            guess: plain.guess.fg(Color::Yellow),
            mark: plain.mark.fg(Color::Yellow),
            error: plain.error.fg(Color::Red),
            ..plain
        }
    }

    /// No colour at all; everything stays tellable by signs and attributes.
    pub const fn mono() -> Self {
        let text = Style::new();
        let bold = text.add_modifier(Modifier::BOLD);
        let underlined = text.add_modifier(Modifier::UNDERLINED);
        let reversed = text.add_modifier(Modifier::REVERSED);
        Self {
            ground: text,
            text,
            faint: text,
            head: bold,
            matched: underlined,
            hit: underlined,
            hit_here: reversed,
            selected: bold.add_modifier(Modifier::REVERSED),
            suggested: reversed,
            quote: text,
            quote_here: bold,
            speaker: bold,
            cue: underlined,
            person: text,
            organization: text,
            place: text,
            guess: text,
            mark: bold,
            error: bold,
            frame: text,
            orders: true,
            signs: Signs::UNICODE,
        }
    }

    /// The look of an actor's sign.
    pub fn actor(&self, kind: ActorKind) -> Style {
        match kind {
            ActorKind::Person => self.person,
            ActorKind::Organization => self.organization,
            ActorKind::Place => self.place,
        }
    }
}

/// Every look of a theme, for tests.
#[cfg(test)]
fn styles(theme: &Theme) -> [Style; 18] {
    [
        theme.text,
        theme.faint,
        theme.head,
        theme.matched,
        theme.hit,
        theme.hit_here,
        theme.selected,
        theme.quote,
        theme.quote_here,
        theme.speaker,
        theme.cue,
        theme.person,
        theme.organization,
        theme.place,
        theme.guess,
        theme.mark,
        theme.error,
        theme.frame,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_there_is_none() {
        for style in styles(&Theme::mono()) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }

    #[test]
    fn only_colours_that_every_theme_shows_are_used() {
        let safe = [
            Color::Red,
            Color::Green,
            Color::Yellow,
            Color::Blue,
            Color::Magenta,
            Color::Cyan,
        ];
        for style in styles(&Theme::terminal()) {
            assert!(style.bg.is_none());
            assert!(style.fg.is_none_or(|colour| safe.contains(&colour)));
            assert!(!style.add_modifier.contains(Modifier::DIM));
        }
    }
}
