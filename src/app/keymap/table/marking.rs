//! What a person decides, saves and copies.

use super::{
    ACTORS, ALL_ACTORS, ALL_QUOTES, BASKET, COMPARE, COPY, FINDER, LIST, MARKED, PEOPLE, PROFILE,
    READER, SAVED, SELECTION, TEXT, WHY, by_name, c, ctrl, hinted, on, row,
};
use crate::app::Command as C;
use crate::app::keymap::{Group, Key, Modes, Row};

#[rustfmt::skip]
pub(super) static MARKING: &[Row] = &[
    row(C::Pick, "pick", "the quote, else the article, into the basket or out of it", Group::Marking, &[
        hinted(TEXT.and(ALL_QUOTES), &[c('a')], 7, "basket"),
        on(LIST.and(COMPARE).and(PROFILE), &[c('a')]),
        hinted(SELECTION, &[c('a')], 6, "basket"),
        hinted(BASKET, &[c('a')], 2, "take out"),
    ]),
    row(C::MarkRow, "mark-row", "marks the row and goes on; what follows is for all marked", Group::Marking, &[
        hinted(ALL_QUOTES.and(BASKET), &[c('x')], 8, "mark row"),
        hinted(FINDER, &[Key::Tab], 4, "mark"),
    ]),
    row(C::Tag, "tag", "tags the quote, else the article; several by commas", Group::Marking, &[
        on(MARKED.and(SELECTION), &[c('t')]),
    ]),
    row(C::Untag, "untag", "takes a tag away", Group::Marking, &[
        on(MARKED, &[c('T')]),
    ]),
    row(C::Note, "note", "writes a note on the quote, else on the article", Group::Marking, &[
        on(Modes::SOURCES.and(PROFILE).and(COMPARE).and(SELECTION), &[c('i')]),
        hinted(BASKET, &[c('i')], 7, "note"),
    ]),
    row(C::Seen, "seen", "the article was read, or was not, after all", Group::Marking, &[
        on(Modes::PANES, &[c('r')]),
    ]),
    row(C::Searches, "searches", "the saved searches, with how much each finds", Group::Finding, &[
        on(Modes::SCREENS, &[c('F')]),
    ]),
    row(C::SaveSearch, "save-search", "saves what the list is narrowed by", Group::Finding, &[
        on(Modes::SCREENS, &[ctrl('s')]),
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
    row(C::Undo, "undo", "takes the last change back: basket, tags, corrections", Group::Marking, &[
        on(Modes::SCREENS.and(WHY), &[c('U')]),
    ]),
    row(C::Redo, "redo", "does again what was taken back last", Group::Marking, &[
        on(Modes::SCREENS.and(WHY), &[ctrl('r')]),
    ]),
    row(C::Speaker, "speaker", "says who said this quote: somebody else, or nobody", Group::Marking, &[
        on(Modes::SOURCES.and(PROFILE).and(COMPARE).and(BASKET), &[c('W')]),
        hinted(WHY, &[c('W')], 3, "another speaker"),
    ]),
    row(C::Merge, "merge", "this is another name of somebody: one name from now on", Group::Marking, &[
        hinted(PEOPLE, &[c('m')], 7, "merge"),
        on(ACTORS, &[c('m')]),
    ]),
    row(C::Split, "split", "this name is somebody else, everywhere or in one article", Group::Marking, &[
        hinted(PROFILE, &[c('M')], 8, "split"),
        on(ALL_ACTORS.and(ACTORS), &[c('M')]),
    ]),
    row(C::Kind, "kind", "says whether this is a person, an organization or a place", Group::Marking, &[
        by_name(PEOPLE.and(ACTORS)),
    ]),
    row(C::Rename, "rename", "says what somebody is called", Group::Marking, &[
        by_name(PEOPLE.and(ACTORS)),
    ]),
    row(C::MarkWords, "mark-words", "marks words to copy or keep; again: from here on", Group::Text, &[
        on(READER, &[c('v')]),
        hinted(SELECTION, &[c('v')], 3, "from here"),
    ]),
    row(C::MarkLines, "mark-lines", "marks whole lines to copy or keep", Group::Text, &[
        on(READER, &[c('V')]),
        hinted(SELECTION, &[c('V')], 5, "lines"),
    ]),
    row(C::WordRight, "word-right", "while marking, one word on", Group::Text, &[
        hinted(SELECTION, &[c('w'), c('e')], 1, "word"),
    ]),
    row(C::WordLeft, "word-left", "while marking, one word back", Group::Text, &[
        hinted(SELECTION, &[c('b')], 2, "back"),
    ]),
    row(C::OtherEnd, "other-end", "while marking, moves the other end", Group::Text, &[
        hinted(SELECTION, &[c('o')], 4, "other end"),
    ]),
    row(C::Copy, "copy", "copies the quote or the article; the next key says how", Group::Copying, &[
        hinted(Modes::SOURCES, &[c('y')], 4, "copy"),
        on(PROFILE, &[c('y')]),
        hinted(SELECTION, &[c('y')], 0, "copy"),
        hinted(BASKET, &[c('y')], 4, "copy"),
        // There one key copies the whole row.
        on(COMPARE, &[c('Y')]),
    ]),
    row(C::Registers, "registers", "the last twenty copies, to be copied again", Group::Copying, &[
        on(Modes::SCREENS, &[c('"')]),
    ]),
    row(C::OpenLink, "open-link", "opens the link of the article; over SSH shows and copies it", Group::Copying, &[
        on(MARKED, &[c('o')]),
    ]),
    row(C::Pipe, "pipe", "hands the article as JSON to a program of [commands]", Group::Copying, &[
        on(MARKED, &[c('|')]),
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
];
