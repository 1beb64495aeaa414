//! The state, and the one place where it changes.

mod answers;
mod overlays;

use std::sync::Arc;

use super::command::{Copy, Part, Program, Step};
use super::copied;
use super::front;
use super::history::History;
use super::keymap::Mode;
use super::outbox::{Notice, Outbox};
use super::overlay::{Finder, Overlay};
use super::screen::{Articles, Focus};
use super::{Action, Command, Effect};
use crate::import::Progress;
use crate::store::Catalog;

/// What the user sees and does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    articles: Articles,
    overlays: Vec<Overlay>,
    /// The finder as it was closed last.
    last_finder: Option<Box<Finder>>,
    find_history: History,
    search_history: History,
    notice: Option<Notice>,
    log: Vec<Notice>,
    progress: Option<Progress>,
    /// What the last import did, until the next key. Not a notice: each start
    /// imports, and would hide the hints when they are needed most.
    imported: Option<String>,
    columns: u16,
    rows: u16,
    outbox: Outbox,
}

/// Messages that are kept.
const LOG: usize = 2000;

impl App {
    /// Shows `catalog`; nothing is drawn before the first [`Action::Resized`].
    pub fn new(catalog: Arc<Catalog>) -> Self {
        Self {
            articles: Articles::new(catalog),
            overlays: Vec::new(),
            last_finder: None,
            find_history: History::default(),
            search_history: History::default(),
            notice: None,
            log: Vec::new(),
            progress: None,
            imported: None,
            columns: 0,
            rows: 0,
            outbox: Outbox::default(),
        }
    }

    /// Applies one action and returns what must happen outside.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Command(command) => self.command(command),
            Action::Type(letter) => self.insert(letter.encode_utf8(&mut [0; 4])),
            Action::Paste(text) => self.insert(&text),
            Action::Resized { columns, rows } => self.resize(columns, rows),
            Action::Narrow(query) => {
                self.search_history.keep(&query);
                self.articles.narrow(&query, &mut self.outbox);
            }
            Action::CatalogChanged(catalog) => self.change(catalog),
            Action::Listed(ticket, hits) => self.articles.listed(ticket, hits, &mut self.outbox),
            Action::Found(ticket, findings) => self.found(ticket, findings),
            Action::Loaded(ticket, entry) => self.loaded(ticket, &entry),
            Action::Failed(ticket, message) => self.failed(ticket, message),
            Action::Copied(message) | Action::Told(message) => self.outbox.say(message),
            Action::Progress(progress) => self.progress = Some(progress),
            Action::Imported(report) => self.imported(report),
        }
        self.lay_out();
        self.publish();
        self.outbox.take_effects()
    }

    /// Who has the keys.
    pub fn mode(&self) -> Mode {
        match (self.overlays.last(), self.articles.focus()) {
            (Some(overlay), _) => overlay.mode(),
            (None, Focus::List) => Mode::List,
            (None, Focus::Reader) => Mode::Reader,
            (None, Focus::Quotes) => Mode::Quotes,
            (None, Focus::Actors) => Mode::Actors,
        }
    }

    /// The screen of articles.
    pub fn articles(&self) -> &Articles {
        &self.articles
    }

    /// What stands in front, the front one last.
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// One line for the person, until the next key.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// How far the import is, while there is one.
    pub fn progress(&self) -> Option<Progress> {
        self.progress
    }

    /// What the last import did, until the next key.
    pub fn imported_summary(&self) -> Option<&str> {
        self.imported.as_deref()
    }

    /// Columns and rows of the terminal.
    pub fn size(&self) -> (u16, u16) {
        (self.columns, self.rows)
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        (self.columns, self.rows) = (columns, rows);
        self.lay_out();
        self.articles.follow(&mut self.outbox);
    }

    fn lay_out(&mut self) {
        let (columns, rows) = (self.columns, self.rows);
        self.articles.resize(columns, rows);
        for overlay in &mut self.overlays {
            match overlay {
                Overlay::Finder(finder) => {
                    let place = front::finder(columns, rows, finder.note().is_some());
                    let preview = place.preview.map(|slot| (slot.columns(), slot.rows()));
                    finder.resize(place.list.rows(), preview.unwrap_or_default());
                }
                Overlay::Commands(commands) => {
                    let place = front::commands(columns, rows, commands.shows_keys());
                    commands.resize(usize::from(place.list.height));
                }
                Overlay::Messages(messages) => {
                    let place = front::messages(columns, rows);
                    messages.resize(place.columns().saturating_sub(2), place.rows());
                }
                Overlay::Why(why) => {
                    let lines = why.wrap(front::why(columns, rows, u16::MAX).columns());
                    let lines = u16::try_from(lines).unwrap_or(u16::MAX);
                    why.resize(front::why(columns, rows, lines).rows());
                }
                Overlay::Search(_) | Overlay::Copy(_) => {}
            }
        }
    }

    fn publish(&mut self) {
        if let Some(notice) = self.outbox.take_notice() {
            self.keep(notice.clone());
            self.notice = Some(notice);
        }
    }

    fn keep(&mut self, notice: Notice) {
        self.log.push(notice);
        if self.log.len() > LOG {
            self.log.remove(0);
        }
    }

    // A key was pressed: what was said until then has been read.
    fn hear(&mut self) {
        self.notice = None;
        self.imported = None;
    }

    fn command(&mut self, command: Command) {
        self.hear();
        let part = command.part();
        match part {
            Part::Program(program) => return self.program(program),
            Part::Step(Step::Interrupt) if self.overlays.is_empty() => {
                return self.outbox.ask(Effect::Quit);
            }
            Part::Step(Step::Close | Step::Interrupt) => return self.close(),
            Part::Move(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Through(_)
            | Part::Show(_)
            | Part::Copy(_)
            | Part::Step(_) => {}
        }
        if self.overlays.is_empty() {
            self.on_screen(part);
        } else {
            self.in_front(part);
        }
    }

    fn program(&mut self, program: Program) {
        match program {
            Program::Refresh => self.articles.refresh(&mut self.outbox),
            Program::Redraw => self.outbox.ask(Effect::Redraw),
            Program::Suspend => self.outbox.ask(Effect::Suspend),
            Program::Quit => self.outbox.ask(Effect::Quit),
        }
    }

    fn on_screen(&mut self, part: Part) {
        match part {
            Part::Move(motion) => self.articles.step(motion, &mut self.outbox),
            Part::Pane(pane) => self.articles.pane(pane, &mut self.outbox),
            Part::Through(through) => self.articles.through(through, &mut self.outbox),
            Part::Show(show) => self.show(show),
            Part::Copy(copy) => self.copy(copy),
            Part::Step(step) => self.step(step),
            Part::Edit(_) => self.outbox.say("only while typing"),
            Part::Program(program) => self.program(program),
        }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Open => self.articles.enter(&mut self.outbox),
            Step::Back => {
                if !self.articles.back() {
                    self.outbox.ask(Effect::Quit);
                }
            }
            Step::Return => self.articles.go_back(&mut self.outbox),
            Step::Article(toward) => self.articles.step_article(toward, &mut self.outbox),
            Step::Articles => self.articles.go_list(&mut self.outbox),
            Step::Complete => self.outbox.say("only in the palette"),
            Step::SwitchKind => self.outbox.say("only in the finder"),
            Step::Close | Step::Interrupt => self.close(),
        }
    }

    fn copy(&mut self, copy: Copy) {
        if copy != Copy::Citation {
            self.articles.choose_quote();
        }
        let entry = self.articles.entry().map(Arc::as_ref);
        match copied::text(copy, entry, self.articles.reader().quote()) {
            Ok(text) => self.outbox.ask(Effect::Copy { text }),
            Err(refusal) => self.outbox.say(refusal),
        }
    }
}
