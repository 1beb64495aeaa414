//! Families of commands: a list, an input or a pane answers a whole one at once.

use crate::app::line::Edit;
use crate::app::list::Motion;
use crate::app::screen::Screen;

/// Commands by what answers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Moves in a list or a text.
    Move(Motion),
    /// Edits an input.
    Edit(Edit),
    /// Goes to a pane or changes its share.
    Pane(Pane),
    /// Goes through the text of an article.
    Through(Through),
    /// Opens something in front.
    Show(Show),
    /// Copies something.
    Copy(Copy),
    /// Goes to a screen.
    Screen(Screen),
    /// Makes, changes and copies lanes.
    Lanes(Lanes),
    /// Marks words of the text.
    Select(Selecting),
    /// Marks and corrects.
    Mark(Marking),
    /// Opens, closes, goes back.
    Step(Step),
    /// Concerns the program as a whole.
    Program(Program),
}

/// To which pane, or how large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is told at the command of the same name")]
pub enum Pane {
    Left,
    Right,
    Next,
    Previous,
    Zoom,
    Grow,
    Shrink,
    Widen,
    Narrow,
}

/// What to go through in the text, and in which direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is told at the command of the same name")]
pub enum Through {
    Quotes(Toward),
    OfSpeaker(Toward),
    Paragraphs(Toward),
    Hits(Toward),
    Furniture,
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// To the end.
    Next,
    /// To the start.
    Previous,
}

/// What is done with lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is told at the command of the same name")]
pub enum Lanes {
    Add,
    MoveLeft,
    MoveRight,
    Close,
    Differences,
    Align,
    Coarser,
    Finer,
    Measure,
    OwnScale,
    CopyRow,
}

/// How words of the text are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selecting {
    /// By words; once more, from here on.
    Words,
    /// By whole lines of the screen.
    Lines,
    /// To its other end.
    OtherEnd,
    /// By one word.
    Word(Toward),
}

/// What a person decides about passages, articles and names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is told at the command of the same name")]
pub enum Marking {
    Pick,
    Row,
    Tag,
    Untag,
    Note,
    Speaker,
    Merge,
    Split,
    Kind,
    Rename,
    Seen,
    Searches,
    Save,
    Forget,
    RowUp,
    RowDown,
    Undo,
    Redo,
}

/// What opens in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is told at the command of the same name")]
pub enum Show {
    Search,
    Finder,
    FinderAgain,
    Palette,
    Keys,
    Messages,
    Copy,
    Save,
    Why,
    Link,
    Programs,
    Registers,
}

/// What is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copy {
    /// The quote with its citation.
    Quote,
    /// The words alone.
    Words,
    /// The address of the article.
    Link,
    /// The quote with its citation in Markdown.
    Markdown,
    /// The quote as a JSON object.
    Json,
    /// The quote as a line of CSV.
    Csv,
    /// The id of the article and the span of the quote.
    Span,
    /// The citation of the article.
    Citation,
}

/// Steps between places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is told at the command of the same name")]
pub enum Step {
    Open,
    Complete,
    SwitchKind,
    Inside,
    Back,
    Close,
    Interrupt,
    Return,
    Article(Toward),
    Sort,
    Unfold,
    Fold,
    Repeat,
}

/// What concerns the program as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is told at the command of the same name")]
pub enum Program {
    Refresh,
    ShowCopied,
    Mouse,
    Redraw,
    Suspend,
    Quit,
}

impl Toward {
    /// The motion in a list.
    pub fn motion(self) -> Motion {
        match self {
            Toward::Next => Motion::Down,
            Toward::Previous => Motion::Up,
        }
    }
}
