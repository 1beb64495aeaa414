//! The state, and the one place where it changes.

mod answers;
mod asking;
mod awaiting;
mod correcting;
mod deciding;
mod found;
mod kept;
mod late;
mod marking;
mod offering;
mod outside;
mod overlays;
mod panes;
mod saving;
mod screens;

use std::sync::Arc;

use self::late::Late;
use self::screens::Stop;
use super::command::{Part, Program, Step};
use super::effect::Form;
use super::front;
use super::handed::Handed;
use super::history::History;
use super::keymap::{Keymap, Mode};
use super::ledger::Ledger;
use super::outbox::{Notice, Outbox, Weight};
use super::overlay::{Finder, Overlay};
use super::preferences::{Look, Preferences};
use super::registers::Registers;
use super::screen::{Actors, Articles, Basket, Compare, Focus, Quotes, Screen, Timeline};
use super::shape::{Sides, Window};
use super::{Action, Command, Effect};
use crate::import::Progress;
use crate::model::{ArticleId, Marks};
use crate::store::Catalog;

/// What the user sees and does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    screen: Screen,
    articles: Articles,
    quotes: Quotes,
    actors: Actors,
    compare: Compare,
    basket: Basket,
    ledger: Ledger,
    timeline: Timeline,
    /// The screens that were left, the last one last.
    trail: Vec<Stop>,
    /// What the screen in front was narrowed by when one came from another.
    handed: Option<Handed>,
    /// What the screen in front was narrowed by when one came to it.
    came_by: String,
    /// The screen from whose list the article was opened; q goes back there.
    opened_from: Option<Screen>,
    /// The last command that is worth repeating.
    last: Option<Command>,
    /// What waits for its article.
    late: Late,
    overlays: Vec<Overlay>,
    /// The finder as it was closed last.
    last_finder: Option<Box<Finder>>,
    /// The form that was written last.
    last_form: Option<Form>,
    find_history: History,
    search_history: History,
    registers: Registers,
    /// The article, and the byte of its text, that the mouse was pressed at.
    held: Option<(ArticleId, usize)>,
    notice: Option<Notice>,
    log: Vec<Notice>,
    progress: Option<Progress>,
    /// What the last import did, until the next key. Not a notice: each start
    /// imports, and would hide the hints when they are needed most.
    imported: Option<String>,
    preferences: Preferences,
    /// The panes of a list and the article of its row.
    sides: Sides,
    window: Window,
    outbox: Outbox,
}

/// Messages that are kept.
const LOG: usize = 2000;

impl App {
    /// Shows `catalog`; nothing is drawn before the first [`Action::Resized`].
    pub fn new(catalog: Arc<Catalog>) -> Self {
        let mut basket = Basket::default();
        basket.change(catalog.marks(), false, &mut Outbox::default());
        Self {
            screen: Screen::Articles,
            articles: Articles::new(catalog),
            quotes: Quotes::default(),
            actors: Actors::default(),
            compare: Compare::default(),
            basket,
            ledger: Ledger::default(),
            timeline: Timeline::default(),
            trail: Vec::new(),
            handed: None,
            came_by: String::new(),
            opened_from: None,
            last: None,
            late: Late::default(),
            overlays: Vec::new(),
            last_finder: None,
            last_form: None,
            find_history: History::default(),
            search_history: History::default(),
            registers: Registers::default(),
            held: None,
            notice: None,
            log: Vec::new(),
            progress: None,
            imported: None,
            preferences: Preferences::default(),
            sides: Sides::default(),
            window: Window::new(0, 0),
            outbox: Outbox::default(),
        }
    }

    /// The same, for a person who set this.
    pub fn with(self, preferences: Preferences) -> Self {
        let window = Window {
            plain: preferences.look.plain,
            line: preferences.look.width,
            ..self.window
        };
        Self {
            preferences,
            window,
            ..self
        }
    }

    /// Applies one action and returns what must happen outside.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Command(command) => self.command(command),
            Action::Unbound(key) => {
                self.hear();
                let told = self.keymap().elsewhere(self.mode(), key);
                self.outbox.say(told);
            }
            Action::Type(letter) => self.insert(letter.encode_utf8(&mut [0; 4])),
            Action::Touched(target, touch) => self.touched(target, touch),
            Action::Paste(text) => self.insert(&text),
            Action::Resized { columns, rows } => self.resize(columns, rows),
            Action::Narrow(query) => {
                self.search_history.keep(&query);
                self.articles.narrow(&query, &mut self.outbox);
            }
            Action::Resume(place, recalled) => self.resume(&place, recalled),
            Action::CatalogChanged(catalog) => self.change(catalog),
            Action::Listed(ticket, hits) => self.articles.listed(ticket, hits, &mut self.outbox),
            Action::Found(ticket, findings) => self.found(ticket, findings),
            Action::Studied(ticket, answer) => self.studied(ticket, answer),
            Action::Changed(ticket, changed) => self.changed(ticket, changed),
            Action::Loaded(ticket, entry) => self.loaded(ticket, &entry),
            Action::Failed(ticket, message) => self.failed(ticket, message),
            Action::Copied(message) | Action::Told(message) => self.outbox.say(message),
            Action::Progress(progress) => self.progress = Some(progress),
            Action::Imported(report) => self.imported(report),
        }
        self.offer_nearest();
        self.lay_out();
        self.publish();
        let effects = self.outbox.take_effects();
        for effect in &effects {
            if let Effect::Copy { text } = effect {
                self.registers.keep(text);
            }
        }
        effects
    }

    /// Which key does what.
    pub fn keymap(&self) -> Keymap {
        self.preferences.keys
    }

    /// Who has the keys.
    pub fn mode(&self) -> Mode {
        if let Some(overlay) = self.overlays.last() {
            return overlay.mode();
        }
        self.screen_mode()
    }

    /// Who has the keys with nothing in front.
    pub fn screen_mode(&self) -> Mode {
        match (self.screen, self.articles.focus()) {
            (Screen::Quotes, _) => Mode::AllQuotes,
            (Screen::Actors, _) => match self.actors.person() {
                Some(_) => Mode::Profile,
                None => Mode::AllActors,
            },
            (Screen::Compare, _) => Mode::Compare,
            (Screen::Basket, _) => Mode::Basket,
            (Screen::Timeline, _) => Mode::Timeline,
            (Screen::Articles, Focus::List) => Mode::List,
            (Screen::Articles, Focus::Reader) if self.articles.is_selecting() => Mode::Selection,
            (Screen::Articles, Focus::Reader) => Mode::Reader,
            (Screen::Articles, Focus::Quotes) => Mode::Quotes,
            (Screen::Articles, Focus::Actors) => Mode::Actors,
        }
    }

    // With nothing in front, not even words that are marked.
    fn mode_is_bare(&self) -> bool {
        self.overlays.is_empty() && self.mode() != Mode::Selection
    }

    /// Gives the keys to a pane of the articles.
    pub(super) fn look_at_pane(&mut self, pane: Focus) {
        self.articles.look_at(pane);
    }

    /// Which screen is shown.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The quotes of all articles.
    pub fn quotes(&self) -> &Quotes {
        &self.quotes
    }

    /// Everybody who is named.
    pub fn actors(&self) -> &Actors {
        &self.actors
    }

    /// The lanes side by side.
    pub fn compare(&self) -> &Compare {
        &self.compare
    }

    /// What was picked.
    pub fn basket(&self) -> &Basket {
        &self.basket
    }

    /// The articles that are shown, and what people decided about them.
    pub fn catalog(&self) -> &Arc<Catalog> {
        self.articles.listing().shared_catalog()
    }

    /// What people decided, as far as it is written.
    pub fn marks(&self) -> &Marks {
        self.catalog().marks()
    }

    /// Lanes over time.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
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
        (self.window.columns, self.window.rows)
    }

    /// What everything is laid out in.
    pub fn window(&self) -> Window {
        self.window
    }

    /// How a person wants to be shown things.
    pub fn look(&self) -> Look {
        self.preferences.look
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.window = Window {
            columns,
            rows,
            ..self.window
        };
        self.lay_out();
        self.articles.follow(&mut self.outbox);
    }

    fn lay_out(&mut self) {
        let window = self.window;
        self.leave_empty_side();
        self.articles.resize(window);
        self.quotes.resize(window, &self.sides);
        self.actors.resize(window, &self.sides);
        self.compare.resize(window);
        self.basket.resize(window, &self.sides);
        self.timeline.resize(window);
        for overlay in &mut self.overlays {
            front::lay_out(overlay, window);
        }
    }

    fn publish(&mut self) {
        if let Some(mut notice) = self.outbox.take_notice() {
            notice.text = self.keymap().told(&notice.text, self.screen_mode());
            self.keep(notice.clone());
            self.notice = Some(notice);
        }
    }

    // What several threads fail at for the same reason is said once.
    fn keep(&mut self, notice: Notice) {
        if notice.weight == Weight::Failed && self.log.last() == Some(&notice) {
            return;
        }
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

    pub(super) fn command(&mut self, command: Command) {
        self.hear();
        self.articles.go_on();
        let part = command.part();
        match part {
            Part::Program(program) => return self.program(program),
            Part::Step(Step::Interrupt) if self.mode_is_bare() => {
                return self.outbox.ask(Effect::Quit);
            }
            Part::Step(Step::Close | Step::Interrupt) => return self.close(),
            Part::Move(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Through(_)
            | Part::Show(_)
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Mark(_)
            | Part::Select(_)
            | Part::Copy(_)
            | Part::Step(_) => {}
        }
        self.remember(command);
        if self.overlays.is_empty() {
            self.on_screen(part);
        } else {
            self.in_front(part);
        }
    }

    fn program(&mut self, program: Program) {
        match program {
            Program::Refresh => self.articles.refresh(&mut self.outbox),
            Program::ShowCopied => self.outbox.ask(Effect::ShowCopied),
            Program::Mouse => self.outbox.ask(Effect::Mouse),
            Program::Redraw => self.outbox.ask(Effect::Redraw),
            Program::Suspend => self.outbox.ask(Effect::Suspend),
            Program::Quit => self.outbox.ask(Effect::Quit),
        }
    }
}
