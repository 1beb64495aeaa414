//! The state, and the one place where it changes.

use std::sync::Arc;

use super::command::{Copy, Part, Program, Show, Step};
use super::copied;
use super::front;
use super::history::History;
use super::keymap::Mode;
use super::outbox::{Notice, Outbox};
use super::overlay::{Commands, CopyMenu, Finder, Jump, MessageList, Outcome, Overlay};
use super::overlay::{Purpose, SearchLine};
use super::screen::{Articles, Focus, Target};
use super::shape::Shape;
use super::{Action, Command, Effect, Sought, Ticket};
use crate::import::{Progress, Report};
use crate::model::Entry;
use crate::search::Findings;
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
                    let place = front::finder(columns, rows);
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

    fn command(&mut self, command: Command) {
        self.notice = None;
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

    fn in_front(&mut self, part: Part) {
        let outcome = match self.overlays.last_mut() {
            Some(Overlay::Finder(finder)) => {
                finder.command(part, &self.find_history, &mut self.outbox)
            }
            Some(Overlay::Commands(commands)) => commands.command(part, &mut self.outbox),
            Some(Overlay::Search(search)) => search.command(part, &self.search_history),
            Some(Overlay::Copy(menu)) => menu.command(part),
            Some(Overlay::Messages(messages)) => messages.command(part),
            None => Outcome::Stay,
        };
        self.conclude(outcome, part);
    }

    fn conclude(&mut self, outcome: Outcome, part: Part) {
        match outcome {
            Outcome::Stay => {}
            Outcome::Typed => self.typed(),
            Outcome::Close => self.accept(),
            Outcome::Open(target, found) => self.open(target, found),
            Outcome::Run(command) => {
                self.overlays.pop();
                self.command(command);
            }
            Outcome::Jump(jump) => {
                self.overlays.pop();
                match jump {
                    Jump::Number(number) => self.articles.jump(number, &mut self.outbox),
                    Jump::Percent(share) => self.articles.jump_percent(share, &mut self.outbox),
                }
            }
            Outcome::Copy(copy) => {
                self.overlays.pop();
                self.copy(copy);
            }
            // While one narrows, the same keys choose among what is left.
            Outcome::Foreign => match (self.overlays.last(), part) {
                (Some(Overlay::Search(_)), Part::Move(motion)) => {
                    self.articles.step(motion, &mut self.outbox);
                }
                _ => self.outbox.say("not here: Esc closes what is in front"),
            },
        }
    }

    fn insert(&mut self, text: &str) {
        self.notice = None;
        let outcome = match self.overlays.last_mut() {
            Some(Overlay::Finder(finder)) => finder.insert(text, &mut self.outbox),
            Some(Overlay::Commands(commands)) => commands.insert(text),
            Some(Overlay::Search(search)) => search.insert(text),
            // A paste is never taken for keys.
            Some(Overlay::Copy(_) | Overlay::Messages(_)) | None => Outcome::Stay,
        };
        if outcome == Outcome::Typed {
            self.typed();
        }
    }

    fn typed(&mut self) {
        if let Some(Overlay::Search(search)) = self.overlays.last() {
            let query = search.line().text();
            match search.purpose() {
                Purpose::List => self.articles.narrow(query, &mut self.outbox),
                Purpose::Text(place) => self.articles.find(query, place),
            }
        }
    }

    // Enter in an input that has worked all the time: keep what it did.
    fn accept(&mut self) {
        if let Some(Overlay::Search(search)) = self.overlays.pop() {
            self.search_history.keep(search.line().text());
        }
    }

    fn close(&mut self) {
        match self.overlays.pop() {
            Some(Overlay::Finder(finder)) => self.shelve(finder),
            Some(Overlay::Search(search)) => {
                self.search_history.keep(search.line().text());
                if let Purpose::Text(place) = search.purpose() {
                    self.articles.return_to(place);
                }
            }
            Some(Overlay::Commands(_) | Overlay::Copy(_) | Overlay::Messages(_)) => {}
            None => {
                self.articles.clear(&mut self.outbox);
            }
        }
    }

    fn shelve(&mut self, finder: Box<Finder>) {
        self.find_history.keep(finder.line().text());
        self.last_finder = Some(finder);
    }

    fn open(&mut self, target: Target, found: Sought) {
        if let Some(Overlay::Finder(finder)) = self.overlays.pop() {
            self.shelve(finder);
        }
        self.articles.open(target, found, &mut self.outbox);
    }

    fn show(&mut self, show: Show) {
        let overlay = match show {
            Show::Search => self.search_line(),
            Show::Finder => Some(Overlay::Finder(Box::new(Finder::open(&mut self.outbox)))),
            Show::FinderAgain => Some(Overlay::Finder(self.reopened())),
            Show::Palette => Some(Overlay::Commands(Commands::palette())),
            Show::Keys => Some(Overlay::Commands(Commands::keys())),
            Show::Messages if self.log.is_empty() => {
                self.outbox.say("there are no messages");
                None
            }
            Show::Messages => Some(Overlay::Messages(MessageList::new(&self.log))),
            Show::Copy => Some(Overlay::Copy(CopyMenu::default())),
        };
        self.overlays.extend(overlay);
    }

    fn reopened(&mut self) -> Box<Finder> {
        match self.last_finder.take() {
            Some(mut finder) => {
                finder.reopen(&mut self.outbox);
                finder
            }
            None => Box::new(Finder::open(&mut self.outbox)),
        }
    }

    fn search_line(&mut self) -> Option<Overlay> {
        let in_list = self.articles.focus() == Focus::List;
        if self.articles.listing().catalog().is_empty() {
            self.outbox.say("there is no article yet");
            return None;
        }
        Some(Overlay::Search(match in_list {
            true => SearchLine::new(Purpose::List, self.articles.listing().query()),
            false => {
                if self.articles.layout().shape != Shape::Floor {
                    self.articles.show_text();
                }
                SearchLine::new(Purpose::Text(self.articles.reader().place()), "")
            }
        }))
    }

    fn copy(&mut self, copy: Copy) {
        let entry = self.articles.entry().map(Arc::as_ref);
        match copied::text(copy, entry, self.articles.reader().quote()) {
            Ok(text) => self.outbox.ask(Effect::Copy { text }),
            Err(refusal) => self.outbox.say(refusal),
        }
    }

    fn change(&mut self, catalog: Arc<Catalog>) {
        self.articles.change(catalog, &mut self.outbox);
        for overlay in &mut self.overlays {
            if let Overlay::Finder(finder) = overlay {
                finder.ask(&mut self.outbox);
            }
        }
    }

    fn found(&mut self, ticket: Ticket, findings: Findings) {
        if let Some(Overlay::Finder(finder)) = self.overlays.last_mut() {
            finder.found(ticket, findings, &mut self.outbox);
        }
    }

    fn loaded(&mut self, ticket: Ticket, entry: &Arc<Entry>) {
        if self.articles.loaded(ticket, entry) {
            return;
        }
        for overlay in &mut self.overlays {
            if let Overlay::Finder(finder) = overlay {
                finder.loaded(ticket, entry);
            }
        }
    }

    fn failed(&mut self, ticket: Ticket, message: String) {
        let mut asked = self.articles.failed(ticket);
        for overlay in &mut self.overlays {
            if let Overlay::Finder(finder) = overlay {
                asked |= finder.failed(ticket);
            }
        }
        if asked {
            self.outbox.fail(message);
        }
    }

    fn imported(&mut self, report: Report) {
        self.progress = None;
        for refused in &report.refused {
            self.keep(Notice {
                weight: super::Weight::Failed,
                text: format!("{}: {}", refused.path.display(), refused.message),
            });
        }
        self.outbox.say(summary(&report));
    }
}

/// What an import did, in one line; what it did not do is left out.
fn summary(report: &Report) -> String {
    let counts = [
        (report.added, "added"),
        (report.changed, "changed"),
        (report.removed, "removed"),
        (report.known, "known"),
        (report.skipped, "skipped"),
        (report.refused.len(), "refused (! shows them)"),
    ];
    let told = counts.iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> = told
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    match told.is_empty() {
        true => "no articles found".to_owned(),
        false => told.join(", "),
    }
}
