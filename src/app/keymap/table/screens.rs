//! Panes, screens, lanes and times.

use super::{
    ALL_ACTORS, ALL_QUOTES, BASKET, COMPARE, HALVES, LANES, LIST, PEOPLE, PROFILE, SAVED, TEXT,
    TIMELINE, c, ctrl, hinted, on, row,
};
use crate::app::Command as C;
use crate::app::keymap::{Group, Key, Modes, Row};

#[rustfmt::skip]
pub(super) static SCREENS: &[Row] = &[
    row(C::NextPane, "next-pane", "to the next pane: list, text, quotes, actors", Group::Panes, &[
        hinted(Modes::PANES, &[Key::Tab], 5, "pane"),
        hinted(ALL_QUOTES.and(BASKET), &[Key::Tab], 6, "pane"),
        hinted(PROFILE, &[Key::Tab], 2, "next list"),
    ]),
    row(C::PreviousPane, "previous-pane", "to the pane before", Group::Panes, &[
        on(Modes::PANES.and(PROFILE).and(ALL_QUOTES).and(BASKET), &[Key::BackTab]),
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
        on(LIST.and(HALVES), &[c('z')]),
    ]),
    row(C::Grow, "grow", "a larger share for this pane: normal, half, all", Group::Panes, &[
        on(Modes::PANES.and(HALVES), &[c('+')]),
    ]),
    row(C::Shrink, "shrink", "a smaller share for this pane: all, half, normal", Group::Panes, &[
        on(Modes::PANES.and(HALVES), &[c('_')]),
    ]),
    row(C::Widen, "widen", "some cells more for this pane", Group::Panes, &[
        on(Modes::PANES.and(HALVES), &[c('>')]),
    ]),
    row(C::Narrow, "narrow", "some cells less for this pane", Group::Panes, &[
        on(Modes::PANES.and(HALVES), &[c('<')]),
    ]),
    row(C::NextArticle, "next-article", "the next article, from anywhere", Group::Articles, &[
        hinted(TEXT, &[c('J')], 7, "next article"),
        on(LIST.and(ALL_QUOTES).and(PEOPLE).and(BASKET), &[c('J')]),
    ]),
    row(C::PreviousArticle, "previous-article", "the article before, from anywhere", Group::Articles, &[
        on(Modes::SOURCES.and(PEOPLE).and(BASKET), &[c('K')]),
    ]),
    row(C::Return, "return", "back to where I was before the last jump", Group::Articles, &[
        on(Modes::SCREENS, &[ctrl('o')]),
    ]),
    row(C::Articles, "articles", "the list of articles; what narrows the list goes along", Group::Screens, &[
        on(Modes::SCREENS, &[c('1')]),
    ]),
    row(C::Quotes, "quotes", "the quotes of all articles; what narrows goes along", Group::Screens, &[
        on(Modes::PANES.and(ALL_QUOTES).and(PEOPLE).and(LANES).and(BASKET), &[c('2')]),
    ]),
    row(C::Actors, "actors", "everybody who is named; what narrows goes along", Group::Screens, &[
        on(Modes::SCREENS, &[c('3')]),
    ]),
    row(C::Compare, "compare", "lanes of quotes side by side", Group::Screens, &[
        on(Modes::SCREENS, &[c('4')]),
    ]),
    row(C::Timeline, "timeline", "how often lanes speak over time, or who speaks most", Group::Screens, &[
        on(Modes::SCREENS, &[c('5')]),
    ]),
    row(C::Basket, "basket", "what was picked, in your order", Group::Screens, &[
        on(Modes::SCREENS, &[c('6')]),
    ]),
    row(C::AddLane, "add-lane", "a lane for 4: this speaker, this actor, this source", Group::Comparing, &[
        hinted(TEXT.and(ALL_QUOTES).and(PEOPLE), &[c('c')], 6, "compare"),
        on(LIST.and(LANES).and(BASKET), &[c('c')]),
        hinted(SAVED, &[ctrl('t')], 3, "lane for 4, 5"),
    ]),
    row(C::Align, "align", "side by side by issue, date, same words, or as listed", Group::Comparing, &[
        hinted(COMPARE, &[c('=')], 3, "align"),
    ]),
    row(C::Differences, "differences", "marks words that differ, and marks them no longer", Group::Comparing, &[
        hinted(COMPARE, &[c('D')], 7, "differences"),
    ]),
    row(C::Measure, "measure", "counts quotes, words, articles, or each speaker's share", Group::Comparing, &[
        hinted(TIMELINE, &[c('v')], 2, "measure"),
    ]),
    row(C::OwnScale, "own-scale", "a scale for each row, and one for all again", Group::Comparing, &[
        hinted(TIMELINE, &[c('^')], 7, "own scale"),
    ]),
    row(C::CopyRow, "copy-row", "copies the row as a Markdown table", Group::Comparing, &[
        hinted(LANES, &[c('y')], 4, "copy row"),
    ]),
    row(C::Export, "export", "writes what is listed into a file; asks for form and name", Group::Copying, &[
        hinted(LANES.and(ALL_QUOTES).and(PEOPLE).and(BASKET), &[c('s')], 6, "save"),
        on(Modes::PANES, &[c('s')]),
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
    row(C::Sort, "sort", "another order of the list", Group::Screens, &[
        hinted(ALL_QUOTES.and(ALL_ACTORS), &[c('S')], 6, "sort"),
        on(LIST.and(BASKET), &[c('S')]),
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
];
