//! The table itself, in the order of the list of keys.

use super::{Binding, Group, Hint, Key, Mode, Modes, Row};
use crate::app::Command as C;

const LIST: Modes = Modes::of(Mode::List);
const READER: Modes = Modes::of(Mode::Reader);
const QUOTES: Modes = Modes::of(Mode::Quotes);
const ACTORS: Modes = Modes::of(Mode::Actors);
const FINDER: Modes = Modes::of(Mode::Finder);
const PALETTE: Modes = Modes::of(Mode::Palette);
const KEYS: Modes = Modes::of(Mode::Keys);
const SEARCH: Modes = Modes::of(Mode::Search);
const COPY: Modes = Modes::of(Mode::Copy);
const MESSAGES: Modes = Modes::of(Mode::Messages);
const ALL_QUOTES: Modes = Modes::of(Mode::AllQuotes);
const COMPARE: Modes = Modes::of(Mode::Compare);
const ALL_ACTORS: Modes = Modes::of(Mode::AllActors);
const PROFILE: Modes = Modes::of(Mode::Profile);
const TIMELINE: Modes = Modes::of(Mode::Timeline);
const SAVE: Modes = Modes::of(Mode::Save);
const LANES: Modes = COMPARE.and(TIMELINE);
const PEOPLE: Modes = ALL_ACTORS.and(PROFILE);
const BASKET: Modes = Modes::of(Mode::Basket);
const LINE: Modes = Modes::of(Mode::Line);
const CHOICE: Modes = Modes::of(Mode::Choice);
const SAVED: Modes = Modes::of(Mode::Saved);
/// Where one stands at a quote, or at an article.
const MARKED: Modes = Modes::SOURCES.and(PROFILE).and(COMPARE).and(BASKET);
const WHY: Modes = Modes::of(Mode::Why);
const TEXT: Modes = READER.and(Modes::RAIL);
const SCROLLED: Modes = Modes::SCREENS.and(MESSAGES).and(WHY);

/// Every command, in the order of the list of keys.
pub fn table() -> &'static [Row] {
    &TABLE
}

const fn row(
    command: C,
    name: &'static str,
    help: &'static str,
    group: Group,
    bindings: &'static [Binding],
) -> Row {
    Row {
        command,
        name,
        help,
        group,
        bindings,
    }
}

const fn on(modes: Modes, keys: &'static [Key]) -> Binding {
    Binding {
        modes,
        keys,
        hint: None,
    }
}

/// No key: the palette knows it by its name.
const fn by_name(modes: Modes) -> Binding {
    on(modes, &[])
}

/// A binding that the hint line shows.
const fn hinted(modes: Modes, keys: &'static [Key], priority: u8, text: &'static str) -> Binding {
    Binding {
        modes,
        keys,
        hint: Some(Hint { priority, text }),
    }
}

const fn c(letter: char) -> Key {
    Key::Char(letter)
}

const fn ctrl(letter: char) -> Key {
    Key::Ctrl(letter)
}

#[rustfmt::skip]
static TABLE: [Row; C::COUNT] = [
    // What one does here, first: these lead the hint line.
    row(C::Open, "open", "opens, runs or accepts what is selected", Group::Moving, &[
        hinted(LIST, &[Key::Enter], 1, "read"),
        hinted(QUOTES, &[Key::Enter], 1, "into the text"),
        hinted(ALL_QUOTES.and(COMPARE).and(BASKET), &[Key::Enter], 1, "into the article"),
        hinted(ALL_ACTORS, &[Key::Enter], 1, "all about it"),
        hinted(PROFILE, &[Key::Enter], 1, "open"),
        hinted(TIMELINE, &[Key::Enter], 1, "its quotes"),
        hinted(ACTORS, &[Key::Enter], 1, "next mention"),
        hinted(FINDER, &[Key::Enter], 1, "open"),
        hinted(PALETTE.and(KEYS), &[Key::Enter], 1, "run"),
        hinted(SEARCH.and(LINE), &[Key::Enter], 1, "keep"),
        hinted(CHOICE, &[Key::Enter], 1, "take"),
        hinted(SAVED, &[Key::Enter], 1, "run"),
        hinted(COPY, &[Key::Enter], 2, "copy"),
        hinted(SAVE, &[Key::Enter], 1, "write"),
    ]),
    row(C::Down, "down", "one line or item down", Group::Moving, &[
        on(SCROLLED, &[c('j'), Key::Down, ctrl('n')]),
        // Its letters are what is chosen: j is JSON.
        on(COPY, &[Key::Down, ctrl('n')]),
        on(READER, &[Key::Enter]),
        on(Modes::PICKERS, &[Key::Down, ctrl('n'), ctrl('j')]),
        on(SEARCH, &[Key::Down, ctrl('n')]),
        hinted(SAVE, &[Key::Down, ctrl('n')], 2, "form"),
    ]),
    row(C::Up, "up", "one line or item up; in an empty input, the query before", Group::Moving, &[
        on(SCROLLED, &[c('k'), Key::Up, ctrl('p')]),
        on(COPY, &[Key::Up, ctrl('p')]),
        on(Modes::PICKERS, &[Key::Up, ctrl('p'), ctrl('k')]),
        on(SEARCH.and(SAVE), &[Key::Up, ctrl('p')]),
    ]),
    row(C::PageDown, "page-down", "one page down", Group::Moving, &[
        hinted(READER, &[c(' '), Key::PageDown, ctrl('f')], 5, "page"),
        on(LIST.and(ALL_QUOTES).and(PEOPLE).and(LANES).and(BASKET).and(Modes::RAIL).and(MESSAGES).and(WHY), &[c(' '), Key::PageDown, ctrl('f')]),
        on(Modes::INPUTS, &[Key::PageDown]),
    ]),
    row(C::PageUp, "page-up", "one page up", Group::Moving, &[
        on(SCROLLED, &[c('b'), Key::PageUp, ctrl('b')]),
        on(Modes::INPUTS, &[Key::PageUp]),
    ]),
    row(C::HalfPageDown, "half-page-down", "half a page down", Group::Moving, &[
        on(SCROLLED, &[c('d'), ctrl('d')]),
    ]),
    row(C::HalfPageUp, "half-page-up", "half a page up", Group::Moving, &[
        on(SCROLLED, &[c('u'), ctrl('u')]),
    ]),
    row(C::First, "first", "to the first line or item", Group::Moving, &[
        on(SCROLLED, &[c('g'), Key::Home]),
    ]),
    row(C::Last, "last", "to the last line or item", Group::Moving, &[
        on(SCROLLED, &[c('G'), Key::End]),
    ]),
    row(C::NextQuote, "next-quote", "the next quote", Group::Text, &[
        hinted(Modes::PANES.and(WHY), &[c(']')], 2, "next quote"),
        on(ALL_QUOTES.and(PROFILE).and(BASKET), &[c(']')]),
    ]),
    row(C::PreviousQuote, "previous-quote", "the quote before", Group::Text, &[
        on(Modes::SOURCES.and(PROFILE).and(BASKET).and(WHY), &[c('[')]),
    ]),
    row(C::NextOfSpeaker, "next-of-speaker", "the next quote of this speaker", Group::Text, &[
        hinted(QUOTES, &[c(')')], 6, "same speaker"),
        on(LIST.and(READER).and(ACTORS).and(BASKET), &[c(')')]),
        hinted(ALL_QUOTES, &[c(')')], 7, "same speaker"),
    ]),
    row(C::PreviousOfSpeaker, "previous-of-speaker", "the quote of this speaker before", Group::Text, &[
        on(Modes::SOURCES.and(BASKET), &[c('(')]),
    ]),
    row(C::NextParagraph, "next-paragraph", "the next paragraph", Group::Text, &[
        on(Modes::PANES, &[c('}')]),
    ]),
    row(C::PreviousParagraph, "previous-paragraph", "the paragraph before", Group::Text, &[
        on(Modes::PANES, &[c('{')]),
    ]),
    row(C::Furniture, "furniture", "shows what was folded as page furniture, and folds it again", Group::Text, &[
        on(Modes::PANES, &[c('e')]),
    ]),
    row(C::Why, "why", "why this quote has its speaker, in one sentence", Group::Text, &[
        hinted(TEXT, &[c('w')], 6, "why"),
        on(LIST, &[c('w')]),
        hinted(ALL_QUOTES, &[c('w')], 5, "why"),
        on(PROFILE.and(BASKET), &[c('w')]),
    ]),
    row(C::Pick, "pick", "the quote, else the article, into the basket or out of it", Group::Marking, &[
        hinted(TEXT.and(ALL_QUOTES), &[c('a')], 7, "basket"),
        on(LIST.and(COMPARE).and(PROFILE), &[c('a')]),
        hinted(BASKET, &[c('a')], 2, "take out"),
    ]),
    row(C::MarkRow, "mark-row", "marks the row; what follows is for all marked rows", Group::Marking, &[
        hinted(ALL_QUOTES.and(BASKET), &[c('x')], 8, "mark row"),
    ]),
    row(C::Tag, "tag", "tags the quote, else the article; several tags parted by commas", Group::Marking, &[
        on(MARKED, &[c('t')]),
    ]),
    row(C::Untag, "untag", "takes a tag away", Group::Marking, &[
        on(MARKED, &[c('T')]),
    ]),
    row(C::Note, "note", "writes a note on the quote, else on the article; an empty one goes", Group::Marking, &[
        on(Modes::SOURCES.and(PROFILE).and(COMPARE), &[c('i')]),
        hinted(BASKET, &[c('i')], 7, "note"),
    ]),
    row(C::Seen, "seen", "the article was read, or was not, after all", Group::Marking, &[
        on(Modes::PANES, &[c('r')]),
    ]),
    row(C::Searches, "searches", "the saved searches, with how many articles each finds", Group::Finding, &[
        on(Modes::SCREENS, &[c('F')]),
    ]),
    row(C::SaveSearch, "save-search", "saves what the list is narrowed by", Group::Finding, &[
        by_name(Modes::SCREENS),
        hinted(SAVED, &[ctrl('s')], 2, "save this search"),
    ]),
    row(C::ForgetSearch, "forget-search", "forgets a saved search", Group::Finding, &[
        hinted(SAVED, &[ctrl('x')], 2, "forget"),
    ]),
    row(C::RowUp, "row-up", "this row of the basket one place up", Group::Marking, &[
        on(BASKET, &[c('{')]),
    ]),
    row(C::RowDown, "row-down", "this row of the basket one place down", Group::Marking, &[
        hinted(BASKET, &[c('}')], 6, "row down"),
    ]),
    row(C::Undo, "undo", "takes the last change back: basket, tags, notes, corrections", Group::Marking, &[
        on(Modes::SCREENS.and(WHY), &[c('U')]),
    ]),
    row(C::Redo, "redo", "does again what was taken back last", Group::Marking, &[
        on(Modes::SCREENS.and(WHY), &[ctrl('r')]),
    ]),
    row(C::Speaker, "speaker", "says who said this quote: somebody else, nobody, as the program had it", Group::Marking, &[
        on(Modes::SOURCES.and(PROFILE).and(BASKET), &[c('W')]),
        hinted(WHY, &[c('W')], 3, "another speaker"),
    ]),
    row(C::Merge, "merge", "this is another name of somebody: one name from now on", Group::Marking, &[
        hinted(PEOPLE, &[c('m')], 7, "merge"),
        on(ACTORS, &[c('m')]),
    ]),
    row(C::Split, "split", "this name is somebody else after all, everywhere or in one article", Group::Marking, &[
        hinted(PROFILE, &[c('M')], 8, "split"),
        on(ALL_ACTORS.and(ACTORS), &[c('M')]),
    ]),
    row(C::Kind, "kind", "says whether this is a person, an organization or a place", Group::Marking, &[
        by_name(PEOPLE.and(ACTORS)),
    ]),
    row(C::Rename, "rename", "says what somebody is called", Group::Marking, &[
        by_name(PEOPLE.and(ACTORS)),
    ]),
    row(C::Copy, "copy", "copies the quote or the article; the next key says how", Group::Copying, &[
        hinted(Modes::SOURCES, &[c('y')], 4, "copy"),
        on(PROFILE, &[c('y')]),
        hinted(BASKET, &[c('y')], 4, "copy"),
        // There one key copies the whole row.
        on(COMPARE, &[c('Y')]),
    ]),
    row(C::CopyQuote, "copy-quote", "copies the quote with its citation", Group::Copying, &[
        hinted(COPY, &[c('y')], 1, "with citation"),
    ]),
    row(C::CopyWords, "copy-words", "copies the words of the quote alone", Group::Copying, &[
        on(COPY, &[c('q')]),
    ]),
    row(C::CopyLink, "copy-link", "copies the address of the article", Group::Copying, &[
        on(COPY, &[c('l')]),
    ]),
    row(C::CopyMarkdown, "copy-markdown", "copies the quote with its citation in Markdown", Group::Copying, &[
        on(COPY, &[c('m')]),
    ]),
    row(C::CopyJson, "copy-json", "copies the quote as a JSON object", Group::Copying, &[
        on(COPY, &[c('j')]),
    ]),
    row(C::CopyCsv, "copy-csv", "copies the quote as a line of CSV", Group::Copying, &[
        on(COPY, &[c('c')]),
    ]),
    row(C::CopySpan, "copy-span", "copies the id of the article and the span of the quote", Group::Copying, &[
        on(COPY, &[c('i')]),
    ]),
    row(C::CopyCitation, "copy-citation", "copies the citation of the article", Group::Copying, &[
        on(COPY, &[c('a')]),
    ]),
    row(C::NextPane, "next-pane", "to the next pane: list, text, quotes, actors", Group::Panes, &[
        hinted(Modes::PANES, &[Key::Tab], 5, "pane"),
        hinted(PROFILE, &[Key::Tab], 2, "next list"),
    ]),
    row(C::PreviousPane, "previous-pane", "to the pane before", Group::Panes, &[
        on(Modes::PANES.and(PROFILE), &[Key::BackTab]),
    ]),
    row(C::PaneLeft, "pane-left", "to the pane, lane or time on the left", Group::Panes, &[
        on(Modes::PANES.and(LANES).and(PROFILE), &[c('h'), Key::Left]),
    ]),
    row(C::PaneRight, "pane-right", "to the pane, lane or time on the right", Group::Panes, &[
        on(Modes::PANES.and(PROFILE), &[c('l'), Key::Right]),
        hinted(TIMELINE, &[c('l'), Key::Right], 8, "later"),
        hinted(COMPARE, &[c('l'), Key::Right], 5, "lane"),
    ]),
    row(C::Zoom, "zoom", "this pane alone, and all of them again", Group::Panes, &[
        hinted(TEXT, &[c('z')], 9, "zoom"),
        on(LIST, &[c('z')]),
    ]),
    row(C::Grow, "grow", "a larger share for this pane: normal, half, all", Group::Panes, &[
        on(Modes::PANES, &[c('+')]),
    ]),
    row(C::Shrink, "shrink", "a smaller share for this pane: all, half, normal", Group::Panes, &[
        on(Modes::PANES, &[c('_')]),
    ]),
    row(C::Widen, "widen", "some cells more for this pane", Group::Panes, &[
        on(Modes::PANES, &[c('>')]),
    ]),
    row(C::Narrow, "narrow", "some cells less for this pane", Group::Panes, &[
        on(Modes::PANES, &[c('<')]),
    ]),
    row(C::NextArticle, "next-article", "the next article, from anywhere", Group::Articles, &[
        hinted(TEXT, &[c('J')], 7, "next article"),
        on(LIST.and(ALL_QUOTES).and(ALL_ACTORS).and(BASKET), &[c('J')]),
    ]),
    row(C::PreviousArticle, "previous-article", "the article before, from anywhere", Group::Articles, &[
        on(Modes::SOURCES.and(ALL_ACTORS).and(BASKET), &[c('K')]),
    ]),
    row(C::Return, "return", "back to where I was before the last jump", Group::Articles, &[
        on(Modes::SCREENS, &[ctrl('o')]),
    ]),
    row(C::Articles, "articles", "the list of articles; keeps what the list before was narrowed by", Group::Screens, &[
        on(Modes::SCREENS, &[c('1')]),
    ]),
    row(C::Quotes, "quotes", "the quotes of all articles; keeps what the list was narrowed by", Group::Screens, &[
        hinted(LIST, &[c('2')], 7, "quotes"),
        on(TEXT.and(ALL_QUOTES).and(PEOPLE).and(LANES).and(BASKET), &[c('2')]),
    ]),
    row(C::Actors, "actors", "everybody who is named; keeps what the list was narrowed by", Group::Screens, &[
        on(Modes::SCREENS, &[c('3')]),
    ]),
    row(C::Compare, "compare", "lanes of quotes side by side", Group::Screens, &[
        on(Modes::SCREENS, &[c('4')]),
    ]),
    row(C::Basket, "basket", "what was picked, in your order", Group::Screens, &[
        on(Modes::SCREENS, &[c('6')]),
    ]),
    row(C::Timeline, "timeline", "how often lanes speak over time; without lanes, who speaks most", Group::Screens, &[
        on(Modes::SCREENS, &[c('5')]),
    ]),
    row(C::AddLane, "add-lane", "a lane for Compare: the speaker of this quote, this actor, this article's source", Group::Comparing, &[
        hinted(TEXT.and(ALL_QUOTES).and(PEOPLE), &[c('c')], 6, "compare"),
        on(LIST.and(LANES).and(BASKET), &[c('c')]),
    ]),
    row(C::Align, "align", "puts side by side by issue, by date, the same words, or as listed", Group::Comparing, &[
        hinted(COMPARE, &[c('=')], 3, "align"),
    ]),
    row(C::Differences, "differences", "marks words that differ, and marks them no longer", Group::Comparing, &[
        hinted(COMPARE, &[c('D')], 7, "differences"),
    ]),
    row(C::Measure, "measure", "counts quotes, words, articles, or the share of each time", Group::Comparing, &[
        hinted(TIMELINE, &[c('v')], 2, "measure"),
    ]),
    row(C::OwnScale, "own-scale", "a scale for each row, and one for all again", Group::Comparing, &[
        hinted(TIMELINE, &[c('^')], 7, "own scale"),
    ]),
    row(C::CopyRow, "copy-row", "copies the row as a Markdown table", Group::Comparing, &[
        hinted(LANES, &[c('y')], 4, "copy row"),
    ]),
    row(C::Export, "export", "writes what is listed into a file; asks for form and name", Group::Copying, &[
        hinted(LANES.and(ALL_QUOTES).and(PEOPLE), &[c('s')], 6, "save"),
        on(Modes::PANES.and(BASKET), &[c('s')]),
    ]),
    row(C::CloseLane, "close-lane", "closes this lane", Group::Comparing, &[
        hinted(COMPARE, &[c('x')], 6, "close lane"),
    ]),
    row(C::LaneLeft, "lane-left", "this lane one place to the left", Group::Comparing, &[
        on(COMPARE, &[c('H')]),
    ]),
    row(C::LaneRight, "lane-right", "this lane one place to the right", Group::Comparing, &[
        on(COMPARE, &[c('L')]),
    ]),
    row(C::Coarser, "coarser", "larger spans of time: day, week, month, year", Group::Comparing, &[
        on(COMPARE, &[c(']')]),
        hinted(TIMELINE, &[c(']')], 5, "coarser"),
    ]),
    row(C::Finer, "finer", "smaller spans of time", Group::Comparing, &[
        on(COMPARE, &[c('[')]),
        hinted(TIMELINE, &[c('[')], 5, "finer"),
    ]),
    row(C::Sort, "sort", "another order of quotes or actors", Group::Screens, &[
        hinted(ALL_QUOTES.and(ALL_ACTORS), &[c('S')], 6, "sort"),
    ]),
    row(C::Unfold, "unfold", "shows the same words in other sources", Group::Screens, &[
        on(ALL_QUOTES, &[c('l'), Key::Right]),
    ]),
    row(C::Fold, "fold", "one row for the same words again", Group::Screens, &[
        on(ALL_QUOTES, &[c('h'), Key::Left]),
    ]),
    row(C::Repeat, "repeat", "the last command once more", Group::Program, &[
        on(Modes::SCREENS, &[c('.')]),
    ]),
    row(C::Refresh, "refresh", "looks for new, changed and removed files", Group::Articles, &[
        on(Modes::SCREENS, &[c('R')]),
    ]),
    row(C::Search, "search", "narrows the list; in the text, finds words; beside lanes, sets the issues", Group::Finding, &[
        hinted(LIST.and(ALL_QUOTES).and(ALL_ACTORS).and(TIMELINE), &[c('/')], 3, "narrow"),
        hinted(COMPARE, &[c('/')], 2, "issues"),
        hinted(READER, &[c('/')], 6, "find here"),
        on(Modes::RAIL, &[c('/')]),
    ]),
    row(C::NextHit, "next-hit", "the next hit in the text; the next time that is not empty", Group::Finding, &[
        on(Modes::PANES.and(TIMELINE), &[c('n')]),
    ]),
    row(C::PreviousHit, "previous-hit", "the hit before in the text; the time before that is not empty", Group::Finding, &[
        on(Modes::PANES.and(TIMELINE), &[c('N')]),
    ]),
    row(C::Find, "find", "finds articles, quotes, actors and words in all articles", Group::Finding, &[
        hinted(Modes::SCREENS, &[c('f')], 3, "find"),
    ]),
    row(C::FindAgain, "find-again", "the last finder as it was", Group::Finding, &[
        on(Modes::SCREENS, &[c('\'')]),
    ]),
    row(C::SwitchKind, "switch-kind", "lists all, articles, quotes, actors or texts; the query stays", Group::Finding, &[
        hinted(FINDER, &[ctrl('s')], 2, "kind"),
    ]),
    row(C::Palette, "palette", "every command by name; a number or per cent jumps", Group::Program, &[
        hinted(LIST.and(READER), &[c(':')], 8, "commands"),
        on(Modes::RAIL.and(ALL_QUOTES).and(PEOPLE).and(LANES).and(BASKET), &[c(':')]),
    ]),
    row(C::Complete, "complete", "puts the selected name into the input; the next form of a file", Group::Typing, &[
        hinted(PALETTE.and(CHOICE), &[Key::Tab], 4, "complete"),
        on(SAVE, &[Key::Tab]),
    ]),
    row(C::DeleteLeft, "delete-left", "deletes the letter before the cursor", Group::Typing, &[
        on(Modes::INPUTS, &[Key::Backspace, ctrl('h')]),
    ]),
    row(C::DeleteRight, "delete-right", "deletes the letter under the cursor", Group::Typing, &[
        on(Modes::INPUTS, &[Key::Delete, ctrl('d')]),
    ]),
    row(C::DeleteWord, "delete-word", "deletes the word before the cursor", Group::Typing, &[
        on(Modes::INPUTS, &[ctrl('w')]),
    ]),
    row(C::DeleteToStart, "delete-to-start", "deletes to the start of the input", Group::Typing, &[
        on(Modes::INPUTS, &[ctrl('u')]),
    ]),
    row(C::DeleteToEnd, "delete-to-end", "deletes to the end of the input", Group::Typing, &[
        on(SEARCH.and(LINE).and(SAVE), &[ctrl('k')]),
    ]),
    row(C::ToStart, "to-start", "to the start of the input", Group::Typing, &[
        on(Modes::INPUTS, &[Key::Home, ctrl('a')]),
    ]),
    row(C::ToEnd, "to-end", "to the end of the input", Group::Typing, &[
        on(Modes::INPUTS, &[Key::End, ctrl('e')]),
    ]),
    row(C::LetterLeft, "letter-left", "one letter left", Group::Typing, &[
        on(Modes::INPUTS, &[Key::Left, ctrl('b')]),
    ]),
    row(C::LetterRight, "letter-right", "one letter right", Group::Typing, &[
        on(Modes::INPUTS, &[Key::Right, ctrl('f')]),
    ]),
    row(C::Back, "back", "one step back; on the list, ends the program", Group::Program, &[
        hinted(LIST, &[c('q')], 6, "quit"),
        hinted(TEXT.and(ALL_QUOTES).and(PEOPLE).and(LANES).and(BASKET).and(MESSAGES).and(WHY), &[c('q')], 3, "back"),
    ]),
    row(C::Close, "close", "closes what is in front, then takes the filter away", Group::Program, &[
        hinted(Modes::INPUTS.and(COPY), &[Key::Esc], 3, "close"),
        on(Modes::SCREENS.and(MESSAGES).and(WHY), &[Key::Esc]),
    ]),
    row(C::Interrupt, "interrupt", "closes what is in front, else ends the program", Group::Program, &[
        on(Modes::ALL, &[ctrl('c')]),
    ]),
    row(C::Messages, "messages", "what the import and the program said", Group::Program, &[
        on(Modes::SCREENS, &[c('!')]),
    ]),
    row(C::Redraw, "redraw", "draws everything anew", Group::Program, &[
        on(Modes::ALL, &[ctrl('l')]),
    ]),
    row(C::Suspend, "suspend", "gives the terminal back to the shell; fg returns", Group::Program, &[
        on(Modes::ALL, &[ctrl('z')]),
    ]),
    row(C::Quit, "quit", "ends the program", Group::Program, &[
        on(SCROLLED, &[c('Q')]),
    ]),
    // Last, so that it stands at the right end of the hint line.
    row(C::Keys, "keys", "every key and command", Group::Program, &[
        hinted(Modes::SCREENS, &[c('?')], 2, "keys"),
    ]),
];
