//! Moving in lists, and from quote to quote in the text.

use super::{
    ACTORS, ALL_ACTORS, ALL_QUOTES, BASKET, CHOICE, COMPARE, COPY, FINDER, KEYS, LANES, LINE, LIST,
    MESSAGES, PALETTE, PEOPLE, PROFILE, QUOTES, READER, SAVE, SAVED, SCROLLED, SEARCH, SELECTION,
    TEXT, TIMELINE, WHY, c, ctrl, hinted, on, row,
};
use crate::app::Command as C;
use crate::app::keymap::{Group, Key, Modes, Row};

#[rustfmt::skip]
pub(super) static MOVING: &[Row] = &[
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
        on(SCROLLED.and(SELECTION), &[c('j'), Key::Down, ctrl('n')]),
        // Its letters are what is chosen: j is JSON.
        on(COPY, &[Key::Down, ctrl('n')]),
        on(READER, &[Key::Enter]),
        on(Modes::PICKERS, &[Key::Down, ctrl('n'), ctrl('j')]),
        on(SEARCH, &[Key::Down, ctrl('n')]),
        hinted(SAVE, &[Key::Down, ctrl('n')], 2, "form"),
    ]),
    row(C::Up, "up", "one line or item up; in an empty input, the query before", Group::Moving, &[
        on(SCROLLED.and(SELECTION), &[c('k'), Key::Up, ctrl('p')]),
        on(COPY, &[Key::Up, ctrl('p')]),
        on(Modes::PICKERS, &[Key::Up, ctrl('p'), ctrl('k')]),
        on(SEARCH.and(SAVE), &[Key::Up, ctrl('p')]),
    ]),
    row(C::PageDown, "page-down", "one page down", Group::Moving, &[
        hinted(READER, &[c(' '), Key::PageDown, ctrl('f')], 5, "page"),
        on(SELECTION.and(LIST).and(ALL_QUOTES).and(PEOPLE).and(LANES).and(BASKET).and(Modes::RAIL).and(MESSAGES).and(WHY), &[c(' '), Key::PageDown, ctrl('f')]),
        on(Modes::INPUTS, &[Key::PageDown]),
    ]),
    row(C::PageUp, "page-up", "one page up", Group::Moving, &[
        on(SCROLLED, &[c('b'), Key::PageUp, ctrl('b')]),
        on(SELECTION, &[Key::PageUp, ctrl('b')]),
        on(Modes::INPUTS, &[Key::PageUp]),
    ]),
    row(C::HalfPageDown, "half-page-down", "half a page down", Group::Moving, &[
        on(SCROLLED.and(SELECTION), &[c('d'), ctrl('d')]),
    ]),
    row(C::HalfPageUp, "half-page-up", "half a page up", Group::Moving, &[
        on(SCROLLED.and(SELECTION), &[c('u'), ctrl('u')]),
    ]),
    row(C::First, "first", "to the first line or item", Group::Moving, &[
        on(SCROLLED.and(SELECTION), &[c('g'), Key::Home]),
    ]),
    row(C::Last, "last", "to the last line or item", Group::Moving, &[
        on(SCROLLED.and(SELECTION), &[c('G'), Key::End]),
    ]),
    row(C::NextQuote, "next-quote", "the next quote", Group::Text, &[
        hinted(Modes::PANES.and(WHY), &[c(']')], 2, "next quote"),
        on(ALL_QUOTES.and(PROFILE).and(BASKET).and(SELECTION), &[c(']')]),
    ]),
    row(C::PreviousQuote, "previous-quote", "the quote before", Group::Text, &[
        on(Modes::SOURCES.and(PROFILE).and(BASKET).and(WHY).and(SELECTION), &[c('[')]),
    ]),
    row(C::NextOfSpeaker, "next-of-speaker", "the next quote of this speaker", Group::Text, &[
        hinted(QUOTES, &[c(')')], 6, "same speaker"),
        on(LIST.and(READER).and(ACTORS).and(PROFILE).and(BASKET), &[c(')')]),
        hinted(ALL_QUOTES, &[c(')')], 7, "same speaker"),
    ]),
    row(C::PreviousOfSpeaker, "previous-of-speaker", "the quote of this speaker before", Group::Text, &[
        on(Modes::SOURCES.and(PROFILE).and(BASKET), &[c('(')]),
    ]),
    row(C::NextParagraph, "next-paragraph", "the next paragraph", Group::Text, &[
        on(Modes::PANES.and(SELECTION), &[c('}')]),
    ]),
    row(C::PreviousParagraph, "previous-paragraph", "the paragraph before", Group::Text, &[
        on(Modes::PANES.and(SELECTION), &[c('{')]),
    ]),
    row(C::Furniture, "furniture", "shows what was folded as page furniture, or folds it", Group::Text, &[
        on(Modes::PANES, &[c('e')]),
    ]),
    row(C::Why, "why", "why this quote has its speaker, in one sentence", Group::Text, &[
        hinted(TEXT, &[c('w')], 6, "why"),
        on(LIST, &[c('w')]),
        hinted(ALL_QUOTES, &[c('w')], 5, "why"),
        on(PROFILE.and(COMPARE).and(BASKET), &[c('w')]),
    ]),
];
