//! The palette and the list of keys: every command, searchable, from the one table.

use super::Outcome;
use crate::app::command::{Part, Step};
use crate::app::keymap::{Group, Keymap, Mode, Row, places_of};
use crate::app::line::Line;
use crate::app::list::{Cursor, Items};
use crate::app::outbox::Outbox;
use crate::search::{Class, Closeness, Typed};

/// The palette or the list of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commands {
    keys: bool,
    /// What has the keys below.
    below: Mode,
    keymap: Keymap,
    line: Line,
    entries: Vec<Entry>,
    cursor: Cursor,
    rows: usize,
}

/// One line of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The head of a group; only in the list of keys, only while nothing is typed.
    Head(Group),
    /// A command.
    Command(Listed),
    /// To a number or share.
    Jump(Jump),
}

/// A row of the table of commands.
#[derive(Debug, Clone, Copy)]
pub struct Listed(pub &'static Row);

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        self.0.command == other.0.command
    }
}

impl Eq for Listed {}

/// Where a number typed into the palette leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jump {
    /// To an article of the list, a paragraph of the text, an item of the rail; from 1.
    Number(usize),
    /// To a share of it.
    Percent(usize),
}

impl Commands {
    /// Every command by name.
    pub fn palette(below: Mode, keymap: Keymap) -> Self {
        Self::new(false, (below, keymap))
    }

    /// Every key.
    pub fn keys(below: Mode, keymap: Keymap) -> Self {
        Self::new(true, (below, keymap))
    }

    fn new(keys: bool, (below, keymap): (Mode, Keymap)) -> Self {
        let mut commands = Self {
            keys,
            below,
            keymap,
            line: Line::default(),
            entries: Vec::new(),
            cursor: Cursor::default(),
            rows: 0,
        };
        commands.search();
        commands
    }

    /// Whether it is the list of keys.
    pub fn shows_keys(&self) -> bool {
        self.keys
    }

    /// The row that is selected.
    pub fn selected(&self) -> Option<&'static Row> {
        match self.entries.get(self.cursor.at())? {
            Entry::Command(Listed(row)) => Some(row),
            Entry::Head(_) | Entry::Jump(_) => None,
        }
    }

    /// What has the keys below.
    pub fn below(&self) -> Mode {
        self.below
    }

    /// What is typed.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// What is listed.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Cursor and scroll.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Has other room from now on.
    pub fn resize(&mut self, rows: usize) {
        self.rows = rows;
        self.cursor.fit(Items::Single(self.entries.len()), rows);
    }

    /// Types or pastes.
    pub fn insert(&mut self, text: &str) -> Outcome {
        self.line.insert(text);
        self.search();
        Outcome::Stay
    }

    /// Answers a command.
    pub fn command(&mut self, part: Part, outbox: &mut Outbox) -> Outcome {
        match part {
            Part::Edit(edit) => {
                if self.line.edit(edit) {
                    self.search();
                }
                Outcome::Stay
            }
            Part::Move(motion) => {
                let items = Items::Single(self.entries.len());
                self.cursor.step(motion, items, self.rows);
                Outcome::Stay
            }
            Part::Step(Step::Open) => self.run(outbox),
            Part::Step(Step::Complete) => self.complete(outbox),
            Part::Step(_)
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Copy(_)
            | Part::Pane(_)
            | Part::Through(_)
            | Part::Show(_)
            | Part::Mark(_)
            | Part::Select(_)
            | Part::Program(_) => Outcome::Foreign,
        }
    }

    fn run(&mut self, outbox: &mut Outbox) -> Outcome {
        match self.entries.get(self.cursor.at()) {
            Some(Entry::Jump(jump)) => Outcome::Jump(*jump),
            Some(Entry::Command(Listed(row))) if row.is_for(self.below) => {
                Outcome::Run(row.command)
            }
            Some(Entry::Command(Listed(row))) => {
                outbox.say(only(row));
                Outcome::Stay
            }
            Some(Entry::Head(_)) => {
                outbox.say("this is the head of a group, not a command");
                Outcome::Stay
            }
            None => {
                let named = self.line.text().trim();
                let row = self.keymap.rows().iter().find(|row| row.name == named);
                outbox.say(row.map_or("no command of that name".to_owned(), only));
                Outcome::Close
            }
        }
    }

    fn complete(&mut self, outbox: &mut Outbox) -> Outcome {
        match self.entries.get(self.cursor.at()) {
            Some(Entry::Command(Listed(row))) => {
                self.line = Line::of(row.name);
                self.search();
            }
            Some(Entry::Jump(_) | Entry::Head(_)) | None => {
                outbox.say("nothing to complete");
            }
        }
        Outcome::Stay
    }

    fn search(&mut self) {
        let query = self.line.text().trim();
        self.entries = match (jump(query), query.is_empty()) {
            (Some(jump), _) if !self.keys => vec![Entry::Jump(jump)],
            (_, true) if self.keys => grouped(self.keymap.rows()),
            (_, true) => self
                .fitting_first()
                .map(|row| Entry::Command(Listed(row)))
                .collect(),
            (_, false) => self.matching(query),
        };
        // A head is never selected first.
        let first = usize::from(matches!(self.entries.first(), Some(Entry::Head(_))));
        self.cursor = Cursor::default();
        self.cursor
            .go(first, Items::Single(self.entries.len()), self.rows);
        if first > 0 {
            self.cursor = Cursor::default();
            self.cursor
                .go(1, Items::Single(self.entries.len()), self.rows.max(2));
        }
    }

    /// Every row: what means something below, then what does elsewhere.
    fn fitting_first(&self) -> impl Iterator<Item = &'static Row> {
        let below = self.below;
        let rows = self.keymap.rows().iter();
        let here = rows.clone().filter(move |row| row.is_for(below));
        here.chain(rows.filter(move |row| !row.is_for(below)))
    }

    /// Whether it goes before others that fit as well: what does something below, and
    /// what is called exactly so. The list of keys makes no difference.
    fn is_meant(&self, row: &Row, query: &str) -> bool {
        self.keys || row.is_for(self.below) || row.name == query
    }

    fn matching(&self, query: &str) -> Vec<Entry> {
        let typed = Typed::new(query);
        let rows = self.keymap.rows().iter();
        let mut found: Vec<_> = rows
            .filter_map(|row| Some(((self.is_meant(row, query), fit(row, query, &typed)?), row)))
            .collect();
        // A stable sort: equals stay in the order of the table.
        found.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        let rows = found.into_iter();
        rows.map(|(_, row)| Entry::Command(Listed(row))).collect()
    }
}

/// Where alone a command does something.
fn only(row: &Row) -> String {
    format!("{} works only {}", row.name, places_of(row))
}

/// Every command below the head of its group.
fn grouped(rows: &'static [Row]) -> Vec<Entry> {
    let mut rows: Vec<&'static Row> = rows.iter().collect();
    rows.sort_by_key(|row| row.group);
    let mut entries = Vec::new();
    let mut group = None;
    for row in rows {
        if group != Some(row.group) {
            group = Some(row.group);
            entries.push(Entry::Head(row.group));
        }
        entries.push(Entry::Command(Listed(row)));
    }
    entries
}

/// `42` and `50%`.
fn jump(query: &str) -> Option<Jump> {
    match query.strip_suffix('%') {
        Some(share) => share.parse().ok().map(Jump::Percent),
        None => query.parse().ok().map(Jump::Number),
    }
}

/// How well a command fits: by class, its name before its help line, then by letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Its key was typed.
    key: bool,
    class: Option<Class>,
    name: bool,
    score: i64,
}

fn fit(row: &Row, query: &str, typed: &Typed) -> Option<Fit> {
    let key = row.all_keys().iter().any(|key| key.to_string() == query);
    let fit = |found: Closeness, name| Fit {
        key,
        class: Some(found.class),
        name,
        score: found.score,
    };
    let name = typed.in_line(row.name).map(|found| fit(found, true));
    let both = typed.in_line(&format!("{} {}", row.name, row.help));
    // What is told of a command holds too many letters to be matched by scattered ones.
    let both = both.filter(|found| found.class >= Class::Inside);
    let both = both.map(|found| fit(found, false));
    let by_key = key.then_some(Fit {
        key,
        class: None,
        name: true,
        score: 0,
    });
    name.max(both).or(by_key)
}
