//! The terminal: the loop that waits, updates, performs and draws.
//!
//! One thread reads keys, one hears signals and sees the terminal vanish, some
//! search and load; all they have to say comes through one channel. The loop
//! takes everything that waits, then draws once. Without news it sleeps.

mod ahead;
pub mod clipboard;
pub mod detect;
mod events;
mod frames;
pub mod guard;
pub mod linear;
pub mod links;
pub mod manner;
mod marking;
pub mod output;
mod outside;
mod pending;
mod perform;
mod place;
pub mod player;
pub mod report;
mod rest;
mod save;
mod signals;
pub mod stage;
pub mod svg;
mod terminal;
pub mod theme;
pub mod view;
mod worker;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};
use ratatui::layout::{Position, Rect};
use rustix::io::Errno;
use rustix::process::{Signal as Stopping, kill_current_process_group};

use crate::app::pointer::Target;
use crate::app::screen::Screen;
use crate::app::{Action, App, Effect, Preferences};
use crate::config::Start;
use crate::error::{Error, ErrorKind, Result};
use crate::import::Files;
use crate::store::{Catalog, Library, Location};
use ahead::Ahead;
use clipboard::{Copier, Copy};
use detect::{Abilities, environment};
use events::Input;
use frames::Frames;
use manner::Manner;
use output::{Cursor, Output};
use pending::{PATIENCE, PENDING};
use place::KEEPER;
use rest::Rest;
use signals::Signal;
use stage::Stage;
use terminal::{Modes, Terminal, Wire};
use theme::Theme;
use worker::{Answers, Workers};

/// Rows of the list that are read before the first frame; the whole list comes
/// right after it.
const FIRST: usize = 500;

/// What is opened, and how.
#[derive(Debug, Clone)]
pub struct Session {
    /// The library.
    pub location: Location,
    /// What it is brought up to date with.
    pub files: Files,
    /// Opens with this search.
    pub query: Option<String>,
    /// How the person wants to be shown things.
    pub manner: Manner,
    /// What the person set, and what of it could not be used, one line each.
    pub preferences: Preferences,
    /// Where files are written, if not in the folder one works in.
    pub folder: Option<PathBuf>,
    /// See [`Session::preferences`].
    pub complaints: Vec<String>,
    /// Where copies, reports of faults, and where one was are kept.
    pub state: Option<PathBuf>,
    /// Where one begins.
    pub start: Start,
    /// Whether what was searched is kept.
    pub history: bool,
    /// How long a lone Esc waits for the rest of a key, when not the usual time.
    pub escape: Option<Duration>,
    /// A fault to be made, for tests.
    pub fault: Option<Fault>,
}

/// A fault that a test asks for: a panic after so many keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Keys before it.
    pub keys: usize,
    /// Whether a thread beside the loop panics instead of the loop.
    pub in_worker: bool,
}

impl Session {
    /// What the arguments ask for, and what opening the `library` has to say.
    fn first_actions(&self, library: &Library) -> Vec<Action> {
        let notices = library.notices().iter().chain(&self.complaints);
        let notices = notices.cloned().map(Action::Told);
        let query = self.query.iter().cloned().map(Action::Narrow);
        notices.chain(query).collect()
    }

    /// Where one was when the library was open last, as far as one wants to be there.
    fn resumed(&self) -> Action {
        let (place, recalled) = place::kept(self);
        let begun = match (self.start, &self.query) {
            (_, Some(_)) | (Start::Articles, None) => Some(Screen::Articles),
            (Start::Quotes, None) => Some(Screen::Quotes),
            (Start::Actors, None) => Some(Screen::Actors),
            (Start::Basket, None) => Some(Screen::Basket),
            (Start::Last, None) => None,
        };
        let place = place.unwrap_or_default();
        let place = match begun {
            Some(screen) => place.begun_at(screen),
            None => place,
        };
        Action::Resume(Box::new(place), recalled)
    }
}

/// Opens the interface and stays until the person quits, and what was asked for is done.
///
/// A signal, a vanished terminal or a fault of the program end the process from
/// within, after the terminal was put back.
///
/// # Errors
/// When the library cannot be opened, or the terminal does not work.
pub fn run(session: Session) -> Result<()> {
    let ended = Interface::open(session)?.run();
    PENDING.wait(PATIENCE);
    // Whoever goes does not hear any more that his place is not kept.
    let _ = KEEPER.write();
    ended
}

/// What the loop hears of.
#[derive(Debug)]
enum Message {
    /// Keys and pastes that came at once; none when the terminal is gone.
    Inputs(Vec<Input>),
    Signal(Signal),
    Answer(Action),
    /// A copy was carried out beside the loop.
    Copied(Copy),
}

/// The loop and all that it holds.
struct Interface {
    app: App,
    theme: Theme,
    stage: Stage,
    output: Output<Wire>,
    terminal: Terminal,
    workers: Workers,
    rest: Rest,
    ahead: Ahead,
    messages: Receiver<Message>,
    session: Session,
    copier: Copier,
    /// What was copied last.
    copied: Option<String>,
    /// What was copied is shown bare, until a key.
    bare: bool,
    /// What clicks on the last frame mean.
    targets: Vec<(Rect, Target)>,
    /// The last press, which another one makes a double click.
    pressed: Option<(Instant, Position)>,
    sender: Sender<Message>,
    /// Held open, since closing the last connection of a library tidies it up,
    /// which takes longer than all else before the first frame.
    library: Library,
    /// Keys so far.
    keys: usize,
    /// The shell has the terminal.
    stopped: bool,
    over: bool,
    frames: Frames,
}

impl Interface {
    fn open(session: Session) -> Result<Self> {
        let (library, catalog) = first_rows(&session.location)?;
        let (sender, messages) = unbounded();
        let answers = sender.clone();
        let answers: Answers =
            Arc::new(move |action| answers.send(Message::Answer(action)).is_ok());
        let workers = Workers::start(&session, &answers);
        let workers = workers.map_err(terminal_error)?;
        signals::watch(sender.clone(), Message::Signal).map_err(terminal_error)?;
        let told = sender.clone();
        KEEPER.begin(&session, move |action| {
            let _ = told.send(Message::Answer(action));
        });
        let abilities = Abilities::detect(&environment).wished(&session.manner);
        let mut terminal = Terminal::enter(Modes::of(abilities)).map_err(terminal_error)?;
        let local = !detect::is_remote(&environment);
        let hears = abilities.mouse && session.manner.ui.mouse.or(local);
        terminal.hear_mouse(hears).map_err(terminal_error)?;
        let keys = sender.clone();
        let escape = session
            .escape
            .or(session.manner.terminal.escape)
            .unwrap_or_else(|| detect::escape_patience(&environment));
        let keyboard = terminal::keyboard().map_err(terminal_error)?;
        events::read(keyboard, escape, sender, Message::Inputs).map_err(terminal_error)?;
        let state = session.state.as_deref();
        let wanted = &session.manner.terminal;
        let copier = Copier::detect(wanted, abilities, &environment, state);
        Ok(Self {
            app: App::new(catalog).with(session.preferences.clone()),
            theme: theme::choose(&session.manner, abilities),
            stage: Stage::new(terminal::size()),
            output: Output::new(Wire::open().map_err(terminal_error)?, abilities),
            terminal,
            workers,
            rest: Rest::default(),
            ahead: Ahead::default(),
            messages,
            session,
            copier,
            copied: None,
            bare: false,
            targets: Vec::new(),
            pressed: None,
            sender: keys,
            library,
            keys: 0,
            stopped: false,
            over: false,
            frames: Frames::new(Instant::now()),
        })
    }

    fn run(mut self) -> Result<()> {
        self.resize()?;
        self.act(self.session.resumed())?;
        for action in self.session.first_actions(&self.library) {
            self.act(action)?;
        }
        self.draw()?;
        self.workers.ask(Effect::Import, self.app.catalog());
        while !self.over {
            self.draw()?;
            KEEPER.leave(self.app.place(), self.app.searched());
            if let Some(message) = self.wait() {
                self.take(message)?;
                self.drain()?;
            }
            self.type_on()?;
        }
        Ok(())
    }

    /// The next message; none when something that was held back is due instead.
    fn wait(&mut self) -> Option<Message> {
        let due = [self.rest.due(), self.ahead.due()];
        let message = match due.into_iter().flatten().min() {
            Some(due) => self.messages.recv_deadline(due).ok(),
            None => {
                let message = self.messages.recv().ok();
                // Without anybody who could say something nothing can come.
                self.over |= message.is_none();
                message
            }
        };
        for effect in self.rest.release(Instant::now()) {
            self.workers.ask(effect, self.app.catalog());
        }
        message
    }

    /// Takes everything that waits, and on a slow line also what comes until the
    /// next frame is due.
    fn drain(&mut self) -> Result<()> {
        while !self.over {
            let message = match self.messages.try_recv() {
                Ok(message) => message,
                Err(_) => match self.messages.recv_deadline(self.frames.not_before()) {
                    Ok(message) => message,
                    Err(_) => break,
                },
            };
            self.take(message)?;
        }
        Ok(())
    }

    fn take(&mut self, message: Message) -> Result<()> {
        match message {
            Message::Inputs(inputs) if inputs.is_empty() => signals::hung_up(),
            Message::Inputs(inputs) => {
                self.ahead.add(inputs);
                self.type_on()
            }
            Message::Signal(Signal::Resized) => self.resize(),
            Message::Signal(Signal::Stop) => self.stop(),
            Message::Signal(Signal::Continued) => self.go_on(),
            Message::Answer(action) => {
                self.act(action)?;
                self.type_on()
            }
            Message::Copied(copy) => self.copied(copy),
        }
    }

    /// Takes what was typed, as far as what it is for is there.
    fn type_on(&mut self) -> Result<()> {
        while let Some(input) = self.ahead.next(self.has_to_wait(), Instant::now()) {
            self.input(input)?;
        }
        Ok(())
    }

    fn has_to_wait(&self) -> bool {
        let action = match self.ahead.first() {
            Some(Input::Key(key)) => self.app.keymap().lookup(self.app.mode(), *key),
            Some(Input::Paste(_) | Input::Mouse(..)) | None => None,
        };
        self.app.waits_for_rows(action.as_ref())
    }

    fn input(&mut self, input: Input) -> Result<()> {
        if self.over {
            return Ok(());
        }
        self.keys += 1;
        match self.session.fault {
            Some(Fault {
                keys,
                in_worker: true,
            }) if keys == self.keys => self.workers.panic(),
            Some(Fault { keys, .. }) if keys == self.keys => panic!("asked for by --panic-after"),
            _ => {}
        }
        if std::mem::take(&mut self.bare) {
            return self.go_on();
        }
        let action = match input {
            Input::Mouse(button, column, row) => self.touch(button, Position::new(column, row)),
            Input::Key(key) => self.app.keymap().lookup(self.app.mode(), key),
            Input::Paste(text) => Some(Action::Paste(text)),
        };
        action.map_or(Ok(()), |action| self.act(action))
    }

    fn act(&mut self, action: Action) -> Result<()> {
        let is_imported = matches!(action, Action::Imported(_));
        let effects = self.app.update(action);
        if is_imported {
            self.workers.prepare(self.app.catalog());
        }
        effects
            .into_iter()
            .try_for_each(|effect| self.perform(effect))
    }

    fn resize(&mut self) -> Result<()> {
        let size = terminal::size();
        self.stage.resize(size);
        self.output.forget();
        self.act(Action::Resized {
            columns: size.width,
            rows: size.height,
        })
    }

    /// Gives the terminal back and stops the whole process group, as the shell's
    /// own Ctrl-Z would; nothing is drawn before the process is continued.
    fn stop(&mut self) -> Result<()> {
        self.terminal.leave();
        self.stopped = true;
        // Not the signal of the key: a group without a shell would drop it.
        match kill_current_process_group(Stopping::STOP) {
            Ok(()) => Ok(()),
            Err(_) => self.go_on(),
        }
    }

    fn go_on(&mut self) -> Result<()> {
        self.terminal.enter_again().map_err(broken)?;
        self.stopped = false;
        self.resize()
    }

    fn draw(&mut self) -> Result<()> {
        if self.stopped || self.over || self.bare {
            return Ok(());
        }
        let drawn = self
            .stage
            .draw(|frame| view::draw_all(&self.app, &self.theme, frame));
        self.targets = drawn.extras.targets;
        let visible = self.app.mode().is_input();
        let start = Instant::now();
        self.output
            .present_linked(
                drawn.buffer,
                drawn.extras.links,
                Cursor {
                    at: drawn.cursor,
                    visible,
                },
            )
            .map_err(broken)?;
        self.frames.written(Instant::now(), start.elapsed());
        Ok(())
    }
}

/// Opens the library with its newest rows. Damage that shows in them is mended by opening
/// the library once more.
fn first_rows(location: &Location) -> Result<(Library, Arc<Catalog>)> {
    let open = || -> Result<_> {
        let library = Library::open(location)?;
        let catalog = library.newest(FIRST)?;
        Ok((library, catalog))
    };
    match open() {
        Err(error) if error.kind() == ErrorKind::Corrupt => open(),
        opened => opened,
    }
}

/// The terminal cannot be written: when it is gone, the program ends as by the
/// signal that says so.
fn broken(error: io::Error) -> Error {
    if error.raw_os_error() == Some(Errno::IO.raw_os_error()) {
        signals::hung_up();
    }
    terminal_error(error)
}

fn terminal_error(error: io::Error) -> Error {
    Error::because(ErrorKind::Terminal, "", error)
}
