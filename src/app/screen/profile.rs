//! All about one name: what it said, what was said of it, beside whom, in whose pages.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::passages::{Ends, Passages};
use super::preview::Preview;
use super::{Target, Wish};
use crate::app::command::{Pane, Part, Step, Through};
use crate::app::effect::Question;
use crate::app::list::{Cursor, Items, Motion};
use crate::app::outbox::Outbox;
use crate::app::place::RowPlace;
use crate::app::shape::{Area, Halves};
use crate::app::{Effect, ProfileSheet, Sought, Ticket, Who};
use crate::model::Entry;
use crate::study::{Order, QuoteRow};

/// All about one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    who: Who,
    sheet: Option<ProfileSheet>,
    asked: Option<Ticket>,
    stale: bool,
    tab: ProfileTab,
    /// Whether the tab was chosen by a person.
    is_chosen: bool,
    said: Passages,
    of: Passages,
    with: Cursor,
    sources: Cursor,
    preview: Preview,
    rows: usize,
}

/// What is listed below the head of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ProfileTab {
    /// Its quotes.
    Said,
    /// Quotes of others that mention it.
    Of,
    /// Who is named in the same articles.
    With,
    /// The outlets that quote it.
    Sources,
}

impl ProfileTab {
    /// Every tab, from left to right.
    pub const ALL: [ProfileTab; 4] = [
        ProfileTab::Said,
        ProfileTab::Of,
        ProfileTab::With,
        ProfileTab::Sources,
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            ProfileTab::Said => "said",
            ProfileTab::Of => "said of",
            ProfileTab::With => "with",
            ProfileTab::Sources => "sources",
        }
    }
}

const ENDS: Ends = Ends {
    empty: "nothing is listed here; {next-pane} shows the next list",
    last: "last row",
    first: "first row",
};

/// Rows of the head on a high screen: name and counts, roles, spellings, months, tabs.
const HEAD: u16 = 6;
/// The same where there is less room: name and counts, roles beside months, tabs.
const MIDDLE_HEAD: u16 = 3;
/// The same on a low one: name and counts, tabs.
const LOW_HEAD: u16 = 2;
/// From this height of the list on the head is shown in full.
const HIGH: u16 = 14;
/// From this height on roles and months are shown.
const MIDDLE: u16 = 6;

/// The part of a list's area that the head takes, and what is left for rows.
pub fn head_of(inner: Area) -> (Area, Area) {
    inner.split_rows(match inner.height {
        HIGH.. => HEAD,
        MIDDLE.. => MIDDLE_HEAD,
        _ => LOW_HEAD,
    })
}

impl Person {
    /// Somebody about whom nothing is known yet.
    pub fn new(who: Who) -> Self {
        Self {
            who,
            sheet: None,
            asked: None,
            stale: true,
            tab: ProfileTab::Said,
            is_chosen: false,
            said: Passages::of_one(),
            of: Passages::default(),
            with: Cursor::default(),
            sources: Cursor::default(),
            preview: Preview::default(),
            rows: 0,
        }
    }

    /// Where one is in it.
    pub fn keep(&self) -> (Who, ProfileTab, Option<RowPlace>) {
        let row = self.passages().and_then(Passages::keep);
        (self.who.clone(), self.tab, row)
    }

    /// Somebody whom one comes back to.
    pub fn resumed((who, tab, row): &(Who, ProfileTab, Option<RowPlace>)) -> Self {
        let mut person = Self::new(who.clone());
        person.tab = *tab;
        person.is_chosen = true;
        match tab {
            ProfileTab::Of => person.of.resume(row.as_ref()),
            ProfileTab::Said | ProfileTab::With | ProfileTab::Sources => {
                person.said.resume(row.as_ref());
            }
        }
        person
    }

    /// Who it is.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// What is known, once it has come.
    pub fn sheet(&self) -> Option<&ProfileSheet> {
        self.sheet.as_ref()
    }

    /// What is listed.
    pub fn tab(&self) -> ProfileTab {
        self.tab
    }

    /// The quotes of the tab, if it lists quotes.
    pub fn passages(&self) -> Option<&Passages> {
        match self.tab {
            ProfileTab::Said => Some(&self.said),
            ProfileTab::Of => Some(&self.of),
            ProfileTab::With | ProfileTab::Sources => None,
        }
    }

    /// Cursor and scroll of a tab that lists no quotes.
    pub fn cursor(&self) -> Cursor {
        match self.tab {
            ProfileTab::Sources => self.sources,
            ProfileTab::With | ProfileTab::Said | ProfileTab::Of => self.with,
        }
    }

    /// The article of the selected quote.
    pub fn preview(&self) -> &Preview {
        &self.preview
    }

    /// Has other room from now on.
    pub fn resize(&mut self, layout: &Halves) {
        let (_, list) = head_of(layout.list.inner);
        self.rows = usize::from(list.height);
        self.said.resize(self.rows);
        self.of.resize(self.rows);
        let (with, sources) = (
            self.count(ProfileTab::With),
            self.count(ProfileTab::Sources),
        );
        self.with.fit(Items::Single(with), self.rows);
        self.sources.fit(Items::Single(sources), self.rows);
        let preview = layout.preview.unwrap_or(layout.list);
        self.preview.resize(layout.room.window.page(preview));
    }

    /// How many rows a tab has.
    pub fn count(&self, tab: ProfileTab) -> usize {
        let Some(sheet) = &self.sheet else {
            return 0;
        };
        match tab {
            ProfileTab::Said => sheet.said.utterances.len(),
            ProfileTab::Of => sheet.of.utterances.len(),
            ProfileTab::With => sheet.with.len(),
            ProfileTab::Sources => sheet.sources.len(),
        }
    }

    /// Is shown from now on; asks for what it may have missed.
    pub fn enter(&mut self, outbox: &mut Outbox) {
        // An answer that came while somebody else was looked at was dropped.
        if self.stale || self.asked.is_some() {
            self.stale = false;
            let ticket = outbox.ticket();
            self.asked = Some(ticket);
            let question = Question::Profile(self.who.clone());
            outbox.ask(Effect::Study { ticket, question });
        }
        self.preview.renew(outbox);
    }

    /// The library has changed.
    pub fn change(&mut self) {
        self.stale = true;
    }

    /// Is called otherwise, or is another kind, from now on.
    pub fn follow(&mut self, who: &Who, is: &Who) {
        if self.who == *who {
            self.who = is.clone();
        }
    }

    /// What was made of the article of the selected quote has changed.
    pub fn outdate(&mut self, shown: bool, outbox: &mut Outbox) {
        self.preview.outdate(shown, outbox);
    }

    /// Takes what is known, unless it is old.
    pub fn profiled(&mut self, ticket: Ticket, found: Option<ProfileSheet>, outbox: &mut Outbox) {
        if self.asked.take_if(|asked| *asked == ticket).is_none() {
            return;
        }
        match found {
            Some(sheet) => {
                self.said.show(sheet.said.clone(), Order::Date, false);
                self.of.show(sheet.of.clone(), Order::Date, false);
                let is_new = self.sheet.is_none();
                self.sheet = Some(sheet);
                if is_new && !self.is_chosen {
                    self.open_filled();
                }
                self.look(outbox);
            }
            None => outbox.say("no article names this any more"),
        }
    }

    // Whoever said nothing is named by others, or beside them.
    fn open_filled(&mut self) {
        let mut tabs = ProfileTab::ALL.into_iter();
        let filled = tabs.find(|tab| self.count(*tab) > 0);
        self.tab = filled.unwrap_or(ProfileTab::Said);
    }

    /// Takes an article; returns whether it was waited for here.
    pub fn loaded(&mut self, ticket: Ticket, entry: &Arc<Entry>) -> bool {
        self.preview.loaded(ticket, entry)
    }

    /// Drops a question that could not be answered; returns whether it was asked here.
    pub fn failed(&mut self, ticket: Ticket) -> bool {
        let asked = self.asked.take_if(|asked| *asked == ticket).is_some();
        self.preview.failed(ticket) || asked
    }

    /// Selects the `nth` row of the tab, or the last one.
    pub fn jump(&mut self, nth: usize, outbox: &mut Outbox) {
        let items = Items::Single(self.count(self.tab));
        match self.tab {
            ProfileTab::Said => self.said.go(nth),
            ProfileTab::Of => self.of.go(nth),
            ProfileTab::With => self.with.go(nth, items, self.rows),
            ProfileTab::Sources => self.sources.go(nth, items, self.rows),
        }
        self.look(outbox);
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part, outbox: &mut Outbox) -> Wish {
        let list = match self.tab {
            ProfileTab::Said => Some(&mut self.said),
            ProfileTab::Of => Some(&mut self.of),
            ProfileTab::With | ProfileTab::Sources => None,
        };
        if let Some(gone) = list.and_then(|list| list.travel(part, &ENDS)) {
            match gone {
                Ok(()) => self.look(outbox),
                Err(refusal) => outbox.say(refusal),
            }
            return Wish::Stay;
        }
        match part {
            Part::Move(motion) => self.step(motion, outbox),
            Part::Through(Through::Quotes(toward)) => self.step(toward.motion(), outbox),
            Part::Pane(Pane::Next | Pane::Right) => self.turn(true, outbox),
            Part::Pane(Pane::Previous | Pane::Left) => self.turn(false, outbox),
            Part::Step(Step::Open) => return self.open(outbox),
            Part::Step(Step::Back) => return Wish::Back,
            Part::Step(_)
            | Part::Through(_)
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Show(_)
            | Part::Copy(_)
            | Part::Mark(_)
            | Part::Select(_)
            | Part::Program(_) => return Wish::Foreign,
        }
        Wish::Stay
    }

    fn step(&mut self, motion: Motion, outbox: &mut Outbox) {
        let count = self.count(self.tab);
        let (items, rows) = (Items::Single(count), self.rows);
        let cursor = match self.tab {
            ProfileTab::Sources => &mut self.sources,
            ProfileTab::With | ProfileTab::Said | ProfileTab::Of => &mut self.with,
        };
        let before = cursor.at();
        cursor.step(motion, items, rows);
        if cursor.at() == before {
            outbox.say(match (count, motion.is_down()) {
                (0, _) => ENDS.empty,
                (_, true) => ENDS.last,
                (_, false) => ENDS.first,
            });
        }
    }

    fn turn(&mut self, next: bool, outbox: &mut Outbox) {
        let all = ProfileTab::ALL;
        let at = all.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let by = if next { 1 } else { all.len() - 1 };
        self.tab = all[(at + by) % all.len()];
        self.is_chosen = true;
        self.look(outbox);
    }

    fn open(&self, outbox: &mut Outbox) -> Wish {
        let open = |row: &QuoteRow| Wish::Open(Target::of_quote(row), Sought::Nothing);
        let wish = match self.tab {
            ProfileTab::Said => self.said.selected().map(open),
            ProfileTab::Of => self.of.selected().map(open),
            ProfileTab::With => self.other().map(Wish::Profile),
            ProfileTab::Sources => self.source().map(Wish::Quotes),
        };
        wish.unwrap_or_else(|| {
            outbox.say("nothing is listed here");
            Wish::Stay
        })
    }

    fn other(&self) -> Option<Who> {
        let (who, _) = self.sheet.as_ref()?.with.get(self.with.at())?;
        Some(who.clone())
    }

    // Everything that this outlet prints of its words.
    fn source(&self) -> Option<String> {
        let (source, _) = self.sheet.as_ref()?.sources.get(self.sources.at())?;
        let quoted = |name: &str| name.replace('"', " ");
        let (name, source) = (quoted(&self.who.name), quoted(source));
        Some(format!("by:\"{name}\" source:\"{source}\""))
    }

    fn look(&mut self, outbox: &mut Outbox) {
        let row = self.passages().and_then(Passages::selected);
        let target = row.map(Target::of_quote);
        self.preview.look(target, Sought::Nothing, outbox);
    }
}
