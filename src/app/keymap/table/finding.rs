//! Searching, typing, and the program as a whole.

use super::{
    ALL_ACTORS, ALL_QUOTES, BASKET, CHOICE, COMPARE, COPY, FINDER, LANES, LINE, LIST, MESSAGES,
    PALETTE, PEOPLE, READER, SAVE, SCROLLED, SEARCH, SELECTION, TEXT, TIMELINE, WHY, by_name, c,
    ctrl, hinted, on, row,
};
use crate::app::Command as C;
use crate::app::keymap::{Group, Key, Modes, Row};

#[rustfmt::skip]
pub(super) static FINDING: &[Row] = &[
    row(C::Search, "search", "narrows the list; finds in the text; sets issues on 4", Group::Finding, &[
        hinted(LIST.and(ALL_QUOTES).and(ALL_ACTORS).and(TIMELINE), &[c('/')], 3, "narrow"),
        hinted(COMPARE, &[c('/')], 2, "issues"),
        hinted(READER, &[c('/')], 6, "find here"),
        on(Modes::RAIL, &[c('/')]),
    ]),
    row(C::NextHit, "next-hit", "the next hit in the text; on 5, a later time", Group::Finding, &[
        on(Modes::PANES.and(TIMELINE).and(SELECTION), &[c('n')]),
        on(FINDER, &[ctrl('g')]),
    ]),
    row(C::PreviousHit, "previous-hit", "the hit before in the text; on 5, an earlier time", Group::Finding, &[
        on(Modes::PANES.and(TIMELINE).and(SELECTION), &[c('N')]),
    ]),
    row(C::Find, "find", "finds articles, quotes, actors and words in all articles", Group::Finding, &[
        hinted(Modes::SCREENS, &[c('f')], 3, "find"),
    ]),
    row(C::FindAgain, "find-again", "the last finder as it was", Group::Finding, &[
        on(Modes::SCREENS, &[c('\'')]),
    ]),
    row(C::SwitchKind, "switch-kind", "lists all, articles, quotes, actors or texts", Group::Finding, &[
        hinted(FINDER, &[ctrl('s')], 2, "kind"),
    ]),
    row(C::Inside, "inside", "searches inside of what is found; Backspace leads back", Group::Finding, &[
        hinted(FINDER, &[ctrl(' ')], 5, "search inside"),
    ]),
    row(C::Palette, "palette", "every command by name; a number or per cent jumps", Group::Program, &[
        hinted(LIST, &[c(':')], 3, "commands"),
        hinted(READER, &[c(':')], 8, "commands"),
        on(Modes::RAIL.and(ALL_QUOTES).and(PEOPLE).and(LANES).and(BASKET), &[c(':')]),
    ]),
    row(C::Recall, "recall", "the last search that holds what is typed, then earlier ones", Group::Typing, &[
        on(FINDER.and(SEARCH), &[ctrl('r')]),
    ]),
    row(C::Complete, "complete", "takes the selected name; goes to the next form of a file", Group::Typing, &[
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
        on(SELECTION, &[c('0'), c('^')]),
    ]),
    row(C::ToEnd, "to-end", "to the end of the input", Group::Typing, &[
        on(Modes::INPUTS, &[Key::End, ctrl('e')]),
        on(SELECTION, &[c('$')]),
    ]),
    row(C::LetterLeft, "letter-left", "one letter left", Group::Typing, &[
        on(Modes::INPUTS, &[Key::Left, ctrl('b')]),
        on(SELECTION, &[c('h'), Key::Left]),
    ]),
    row(C::LetterRight, "letter-right", "one letter right", Group::Typing, &[
        on(Modes::INPUTS, &[Key::Right, ctrl('f')]),
        hinted(SELECTION, &[c('l'), Key::Right], 7, "letter"),
    ]),
    row(C::Back, "back", "one step back; from a narrowed list to all; then quits", Group::Program, &[
        hinted(LIST, &[c('q')], 3, "quit"),
        hinted(TEXT.and(ALL_QUOTES).and(PEOPLE).and(LANES).and(BASKET).and(MESSAGES).and(WHY), &[c('q')], 3, "back"),
        on(SELECTION, &[c('q')]),
    ]),
    row(C::Close, "close", "closes what is in front, then takes the filter away", Group::Program, &[
        hinted(Modes::INPUTS.and(COPY), &[Key::Esc], 3, "close"),
        hinted(SELECTION, &[Key::Esc], 1, "end"),
        on(Modes::SCREENS.and(MESSAGES).and(WHY), &[Key::Esc]),
    ]),
    row(C::Interrupt, "interrupt", "closes what is in front, else ends the program", Group::Program, &[
        on(Modes::ALL, &[ctrl('c')]),
    ]),
    row(C::Messages, "messages", "what the import and the program said", Group::Program, &[
        on(Modes::SCREENS, &[c('!')]),
    ]),
    row(C::ShowCopied, "show-copied", "the copied words without frames, for the mouse to select", Group::Copying, &[
        by_name(Modes::SCREENS),
    ]),
    row(C::Mouse, "mouse", "hears the mouse, or leaves it to the terminal", Group::Program, &[
        by_name(Modes::SCREENS),
    ]),
    row(C::Redraw, "redraw", "draws everything anew", Group::Program, &[
        on(Modes::ALL, &[ctrl('l')]),
    ]),
    row(C::Suspend, "suspend", "gives the terminal back to the shell; fg returns", Group::Program, &[
        on(Modes::ALL, &[ctrl('z')]),
    ]),
    row(C::Quit, "quit", "ends the program", Group::Program, &[
        on(SCROLLED.and(SELECTION), &[c('Q')]),
    ]),
    // Last, so that it stands at the right end of the hint line.
    row(C::Keys, "keys", "every key and command", Group::Program, &[
        hinted(Modes::SCREENS.and(SELECTION), &[c('?')], 2, "keys"),
    ]),
];
