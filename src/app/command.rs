//! Every action that a person can ask for by name.
//!
//! What a command is called and which keys reach it stands in
//! [`super::keymap`]; what it does is told here only by its [`Part`], so that
//! a list, an input or a pane answers whole families of commands at once.

mod answered;
mod part;

use answered::PARTS;
pub use part::{Copy, Lanes, Marking, Pane, Part, Program, Selecting, Show, Step, Through, Toward};

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
    /// Searches inside of what is found.
    Inside,
    /// Marks words of the text, or begins anew where one stands.
    MarkWords,
    /// Marks lines of the text.
    MarkLines,
    /// To the other end of what is marked.
    OtherEnd,
    /// The mark one word on.
    WordRight,
    /// The mark one word back.
    WordLeft,
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
    /// Opens the address of the article.
    OpenLink,
    /// Hands the article to a program.
    Pipe,
    /// The last copies.
    Registers,
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
    /// The last query that holds what is typed.
    Recall,
    /// Puts the selected name into the input.
    Complete,
    /// Shows what was copied last, bare, to be selected with the mouse.
    ShowCopied,
    /// Hears the mouse, or leaves it to the terminal.
    Mouse,
    /// Draws everything anew.
    Redraw,
    /// Gives the terminal back to the shell for a while.
    Suspend,
    /// Ends the program.
    Quit,
}

impl Command {
    /// How many commands there are; `Quit` is the last one.
    pub const COUNT: usize = Command::Quit as usize + 1;

    /// What answers the command.
    pub fn part(self) -> Part {
        PARTS[self as usize].1
    }
}

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
