//! Every action that a person can ask for by name.
//!
//! What a command is called and which keys reach it stands in
//! [`super::keymap`]; what it does is told here only by its [`Part`], so that
//! a list, an input or a pane answers whole families of commands at once.

use super::line::Edit;
use super::list::Motion;
use super::screen::Screen;

/// Every action that a person can ask for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    /// One line or item down.
    Down,
    /// One line or item up.
    Up,
    /// One page down.
    PageDown,
    /// One page up.
    PageUp,
    /// Half a page down.
    HalfPageDown,
    /// Half a page up.
    HalfPageUp,
    /// To the first line or item.
    First,
    /// To the last line or item.
    Last,
    /// To the pane on the left.
    PaneLeft,
    /// To the pane on the right.
    PaneRight,
    /// To the next pane, from the last to the first.
    NextPane,
    /// To the pane before, from the first to the last.
    PreviousPane,
    /// Shows one pane alone, and all of them again.
    Zoom,
    /// A larger share of the screen: normal, half, all of it.
    Grow,
    /// A smaller share of the screen.
    Shrink,
    /// Some cells more.
    Widen,
    /// Some cells less.
    Narrow,
    /// Opens, runs or accepts what is selected.
    Open,
    /// One step back; ends the program on the first pane.
    Back,
    /// Closes what is in front, then takes the filter away.
    Close,
    /// Closes what is in front, else ends the program.
    Interrupt,
    /// The next article of the list.
    NextArticle,
    /// The article before in the list.
    PreviousArticle,
    /// To the place before the last jump.
    Return,
    /// The screen of articles.
    Articles,
    /// The screen of quotes.
    Quotes,
    /// The screen of actors.
    Actors,
    /// The screen that compares.
    Compare,
    /// The screen of what was picked.
    Basket,
    /// The screen of times.
    Timeline,
    /// A lane of what one stands at.
    AddLane,
    /// This lane one place to the left.
    LaneLeft,
    /// This lane one place to the right.
    LaneRight,
    /// Closes this lane.
    CloseLane,
    /// Marks words that differ, and marks them no longer.
    Differences,
    /// Other things side by side.
    Align,
    /// Larger spans of time.
    Coarser,
    /// Smaller spans of time.
    Finer,
    /// Other things are counted.
    Measure,
    /// A scale for each row, and one for all again.
    OwnScale,
    /// The row as a table.
    CopyRow,
    /// What is listed, as a file.
    Export,
    /// Another order of the list.
    Sort,
    /// Shows the copies of a quote.
    Unfold,
    /// Hides the copies of a quote.
    Fold,
    /// Into the basket, or out of it.
    Pick,
    /// Marks the row, to do something with all marked ones.
    MarkRow,
    /// Puts a tag.
    Tag,
    /// Takes a tag away.
    Untag,
    /// Writes a note.
    Note,
    /// Somebody else said it, or nobody.
    Speaker,
    /// This is another name of somebody.
    Merge,
    /// This name is somebody else, after all.
    Split,
    /// This is a person, an organization or a place.
    Kind,
    /// This is called otherwise.
    Rename,
    /// The article was read, or was not.
    Seen,
    /// The saved searches.
    Searches,
    /// Saves what the list is narrowed by.
    SaveSearch,
    /// Forgets a saved search.
    ForgetSearch,
    /// One place up in the basket.
    RowUp,
    /// One place down in the basket.
    RowDown,
    /// Takes the last change of marks back.
    Undo,
    /// Does it again.
    Redo,
    /// Does the last command once more.
    Repeat,
    /// Looks for new, changed and removed files.
    Refresh,
    /// The next quote.
    NextQuote,
    /// The quote before.
    PreviousQuote,
    /// The next quote of the same speaker.
    NextOfSpeaker,
    /// The quote of the same speaker before.
    PreviousOfSpeaker,
    /// The next paragraph.
    NextParagraph,
    /// The paragraph before.
    PreviousParagraph,
    /// The next hit of the search.
    NextHit,
    /// The hit before.
    PreviousHit,
    /// Shows and folds page furniture.
    Furniture,
    /// Narrows the list, or finds in the text.
    Search,
    /// Finds everything.
    Find,
    /// The last finder as it was.
    FindAgain,
    /// What the finder lists: all, or one kind.
    SwitchKind,
    /// Every command by name.
    Palette,
    /// Every key.
    Keys,
    /// What the import and the program said.
    Messages,
    /// Why this quote has its speaker.
    Why,
    /// The choices for copying.
    Copy,
    /// The quote with its citation.
    CopyQuote,
    /// The words of the quote alone.
    CopyWords,
    /// The address of the article.
    CopyLink,
    /// The quote with its citation in Markdown.
    CopyMarkdown,
    /// The quote as a JSON object.
    CopyJson,
    /// The quote as a line of CSV.
    CopyCsv,
    /// The id of the article and the span of the quote.
    CopySpan,
    /// The citation of the article.
    CopyCitation,
    /// Deletes the letter before the cursor.
    DeleteLeft,
    /// Deletes the letter under the cursor.
    DeleteRight,
    /// Deletes the word before the cursor.
    DeleteWord,
    /// Deletes to the start of the input.
    DeleteToStart,
    /// Deletes to the end of the input.
    DeleteToEnd,
    /// To the start of the input.
    ToStart,
    /// To the end of the input.
    ToEnd,
    /// One letter left.
    LetterLeft,
    /// One letter right.
    LetterRight,
    /// Puts the selected name into the input.
    Complete,
    /// Draws everything anew.
    Redraw,
    /// Gives the terminal back to the shell for a while.
    Suspend,
    /// Ends the program.
    Quit,
}

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

impl Command {
    /// How many commands there are; `Quit` is the last one.
    pub const COUNT: usize = Command::Quit as usize + 1;

    /// What answers the command.
    pub fn part(self) -> Part {
        PARTS[self as usize].1
    }
}

use Command as C;

/// What answers each command, in the order of the commands.
static PARTS: [(Command, Part); Command::COUNT] = [
    (C::Down, Part::Move(Motion::Down)),
    (C::Up, Part::Move(Motion::Up)),
    (C::PageDown, Part::Move(Motion::PageDown)),
    (C::PageUp, Part::Move(Motion::PageUp)),
    (C::HalfPageDown, Part::Move(Motion::HalfPageDown)),
    (C::HalfPageUp, Part::Move(Motion::HalfPageUp)),
    (C::First, Part::Move(Motion::First)),
    (C::Last, Part::Move(Motion::Last)),
    (C::PaneLeft, Part::Pane(Pane::Left)),
    (C::PaneRight, Part::Pane(Pane::Right)),
    (C::NextPane, Part::Pane(Pane::Next)),
    (C::PreviousPane, Part::Pane(Pane::Previous)),
    (C::Zoom, Part::Pane(Pane::Zoom)),
    (C::Grow, Part::Pane(Pane::Grow)),
    (C::Shrink, Part::Pane(Pane::Shrink)),
    (C::Widen, Part::Pane(Pane::Widen)),
    (C::Narrow, Part::Pane(Pane::Narrow)),
    (C::Open, Part::Step(Step::Open)),
    (C::Back, Part::Step(Step::Back)),
    (C::Close, Part::Step(Step::Close)),
    (C::Interrupt, Part::Step(Step::Interrupt)),
    (C::NextArticle, Part::Step(Step::Article(Toward::Next))),
    (
        C::PreviousArticle,
        Part::Step(Step::Article(Toward::Previous)),
    ),
    (C::Return, Part::Step(Step::Return)),
    (C::Articles, Part::Screen(Screen::Articles)),
    (C::Quotes, Part::Screen(Screen::Quotes)),
    (C::Actors, Part::Screen(Screen::Actors)),
    (C::Compare, Part::Screen(Screen::Compare)),
    (C::Basket, Part::Screen(Screen::Basket)),
    (C::Timeline, Part::Screen(Screen::Timeline)),
    (C::AddLane, Part::Lanes(Lanes::Add)),
    (C::LaneLeft, Part::Lanes(Lanes::MoveLeft)),
    (C::LaneRight, Part::Lanes(Lanes::MoveRight)),
    (C::CloseLane, Part::Lanes(Lanes::Close)),
    (C::Differences, Part::Lanes(Lanes::Differences)),
    (C::Align, Part::Lanes(Lanes::Align)),
    (C::Coarser, Part::Lanes(Lanes::Coarser)),
    (C::Finer, Part::Lanes(Lanes::Finer)),
    (C::Measure, Part::Lanes(Lanes::Measure)),
    (C::OwnScale, Part::Lanes(Lanes::OwnScale)),
    (C::CopyRow, Part::Lanes(Lanes::CopyRow)),
    (C::Export, Part::Show(Show::Save)),
    (C::Sort, Part::Step(Step::Sort)),
    (C::Unfold, Part::Step(Step::Unfold)),
    (C::Fold, Part::Step(Step::Fold)),
    (C::Pick, Part::Mark(Marking::Pick)),
    (C::MarkRow, Part::Mark(Marking::Row)),
    (C::Tag, Part::Mark(Marking::Tag)),
    (C::Untag, Part::Mark(Marking::Untag)),
    (C::Note, Part::Mark(Marking::Note)),
    (C::Speaker, Part::Mark(Marking::Speaker)),
    (C::Merge, Part::Mark(Marking::Merge)),
    (C::Split, Part::Mark(Marking::Split)),
    (C::Kind, Part::Mark(Marking::Kind)),
    (C::Rename, Part::Mark(Marking::Rename)),
    (C::Seen, Part::Mark(Marking::Seen)),
    (C::Searches, Part::Mark(Marking::Searches)),
    (C::SaveSearch, Part::Mark(Marking::Save)),
    (C::ForgetSearch, Part::Mark(Marking::Forget)),
    (C::RowUp, Part::Mark(Marking::RowUp)),
    (C::RowDown, Part::Mark(Marking::RowDown)),
    (C::Undo, Part::Mark(Marking::Undo)),
    (C::Redo, Part::Mark(Marking::Redo)),
    (C::Repeat, Part::Step(Step::Repeat)),
    (C::Refresh, Part::Program(Program::Refresh)),
    (C::NextQuote, Part::Through(Through::Quotes(Toward::Next))),
    (
        C::PreviousQuote,
        Part::Through(Through::Quotes(Toward::Previous)),
    ),
    (
        C::NextOfSpeaker,
        Part::Through(Through::OfSpeaker(Toward::Next)),
    ),
    (
        C::PreviousOfSpeaker,
        Part::Through(Through::OfSpeaker(Toward::Previous)),
    ),
    (
        C::NextParagraph,
        Part::Through(Through::Paragraphs(Toward::Next)),
    ),
    (
        C::PreviousParagraph,
        Part::Through(Through::Paragraphs(Toward::Previous)),
    ),
    (C::NextHit, Part::Through(Through::Hits(Toward::Next))),
    (
        C::PreviousHit,
        Part::Through(Through::Hits(Toward::Previous)),
    ),
    (C::Furniture, Part::Through(Through::Furniture)),
    (C::Search, Part::Show(Show::Search)),
    (C::Find, Part::Show(Show::Finder)),
    (C::FindAgain, Part::Show(Show::FinderAgain)),
    (C::SwitchKind, Part::Step(Step::SwitchKind)),
    (C::Palette, Part::Show(Show::Palette)),
    (C::Keys, Part::Show(Show::Keys)),
    (C::Messages, Part::Show(Show::Messages)),
    (C::Why, Part::Show(Show::Why)),
    (C::Copy, Part::Show(Show::Copy)),
    (C::CopyQuote, Part::Copy(Copy::Quote)),
    (C::CopyWords, Part::Copy(Copy::Words)),
    (C::CopyLink, Part::Copy(Copy::Link)),
    (C::CopyMarkdown, Part::Copy(Copy::Markdown)),
    (C::CopyJson, Part::Copy(Copy::Json)),
    (C::CopyCsv, Part::Copy(Copy::Csv)),
    (C::CopySpan, Part::Copy(Copy::Span)),
    (C::CopyCitation, Part::Copy(Copy::Citation)),
    (C::DeleteLeft, Part::Edit(Edit::DeleteLeft)),
    (C::DeleteRight, Part::Edit(Edit::DeleteRight)),
    (C::DeleteWord, Part::Edit(Edit::DeleteWord)),
    (C::DeleteToStart, Part::Edit(Edit::DeleteToStart)),
    (C::DeleteToEnd, Part::Edit(Edit::DeleteToEnd)),
    (C::ToStart, Part::Edit(Edit::ToStart)),
    (C::ToEnd, Part::Edit(Edit::ToEnd)),
    (C::LetterLeft, Part::Edit(Edit::Left)),
    (C::LetterRight, Part::Edit(Edit::Right)),
    (C::Complete, Part::Step(Step::Complete)),
    (C::Redraw, Part::Program(Program::Redraw)),
    (C::Suspend, Part::Program(Program::Suspend)),
    (C::Quit, Part::Program(Program::Quit)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_its_part_in_the_order_of_the_commands() {
        for (at, (command, _)) in PARTS.iter().enumerate() {
            assert_eq!(*command as usize, at, "{command:?}");
        }
    }
}
