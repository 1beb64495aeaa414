//! A small library made by hand, and a desk that answers what the state asks.

mod answers;
mod draft;
mod library;
mod months;
mod people;

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use pullquote::app::keymap::Key;
use pullquote::app::{Action, App, Effect, Look, Preferences, Ticket};
use pullquote::config::{Frames, Speech};
use pullquote::model::{ArticleId, Entry, Quote, QuoteKind, Span};
use pullquote::search::{Finding, FindingKind, Findings, Hits};
use pullquote::store::{Catalog, Row};
use pullquote::tui::detect::Abilities;
use pullquote::tui::manner::Manner;
use pullquote::tui::theme::{Theme, choose};
use pullquote::tui::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

pub use draft::Draft;
pub use library::{echoes, library, long_library};
pub use months::over_months;
pub use people::People;

/// A state, and whoever performs what it asks for, at once.
pub struct Desk {
    pub app: App,
    pub entries: HashMap<ArticleId, Arc<Entry>>,
    pub catalog: Arc<Catalog>,
    pub people: RefCell<People>,
    /// What was asked for beside searches and articles.
    pub done: Vec<Effect>,
    /// Answers are kept back while this is set.
    pub slow: bool,
    pub outstanding: Vec<Effect>,
}

impl Desk {
    pub fn new(entries: Vec<Entry>, columns: u16, rows: u16) -> Self {
        Self::shown(entries, (columns, rows), Look::default())
    }

    /// The same for a screen reader.
    pub fn plain(entries: Vec<Entry>, columns: u16, rows: u16) -> Self {
        let look = Look {
            plain: true,
            ..Look::default()
        };
        Self::shown(entries, (columns, rows), look)
    }

    /// The same as a person wants to be shown things.
    pub fn shown(entries: Vec<Entry>, (columns, rows): (u16, u16), look: Look) -> Self {
        let entries: HashMap<_, _> = entries
            .into_iter()
            .map(|entry| (entry.article.id, Arc::new(entry)))
            .collect();
        let catalog = Arc::new(catalog(entries.values()));
        let mut desk = Self {
            app: App::new(Arc::clone(&catalog)).with(Preferences {
                look,
                ..Preferences::default()
            }),
            entries,
            catalog,
            people: RefCell::default(),
            done: Vec::new(),
            slow: false,
            outstanding: Vec::new(),
        };
        desk.act(Action::Resized { columns, rows });
        desk
    }

    /// Applies an action and performs what it asks for.
    pub fn act(&mut self, action: Action) -> &mut Self {
        let mut effects = self.app.update(action);
        while !effects.is_empty() {
            let mut next = Vec::new();
            for effect in effects {
                let waits = !matches!(effect, Effect::Quit | Effect::Redraw | Effect::Suspend);
                if self.slow && waits {
                    self.outstanding.push(effect);
                } else if let Some(answer) = self.answer(&effect) {
                    next.extend(self.app.update(answer));
                } else {
                    self.done.push(effect);
                }
            }
            effects = next;
        }
        self
    }

    /// Whoever performs effects gives all answers that were kept back.
    pub fn catch_up(&mut self) -> &mut Self {
        self.slow = false;
        for effect in std::mem::take(&mut self.outstanding) {
            match self.answer(&effect) {
                Some(answer) => _ = self.act(answer),
                None => self.done.push(effect),
            }
        }
        self
    }

    /// Presses keys, written as the table prints them, blanks between.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split(' ') {
            let key: Key = name.parse().expect("a key of the table");
            if let Some(action) = self.app.keymap().lookup(self.app.mode(), key) {
                self.act(action);
            }
        }
        self
    }

    pub fn typed(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.act(Action::Type(letter));
        }
        self
    }

    /// What whoever performs effects would answer.
    pub fn answer(&self, effect: &Effect) -> Option<Action> {
        match effect {
            Effect::Load { ticket, id, .. } => Some(self.load(*ticket, *id)),
            Effect::List { ticket, query } => Some(Action::Listed(*ticket, self.list(query))),
            Effect::Find {
                ticket,
                query,
                scope,
            } => Some(Action::Found(*ticket, self.find(query, *scope))),
            Effect::Study { ticket, question } => {
                Some(Action::Studied(*ticket, answers::answer(self, question)))
            }
            Effect::Change { ticket, deed } => {
                let changed = self.people.borrow_mut().carry_out(deed);
                Some(Action::Changed(*ticket, changed))
            }
            Effect::Save { name, .. } => Some(Action::Told(format!("wrote it to {name}"))),
            Effect::Copy { text } => Some(Action::Copied(format!(
                "sent to the terminal's clipboard, {} bytes",
                text.len()
            ))),
            Effect::OpenLink { address } => Some(Action::Told(address.clone())),
            Effect::Pipe { program, .. } => {
                Some(Action::Told(format!("{} took the article", program.name)))
            }
            Effect::Quit
            | Effect::Suspend
            | Effect::Redraw
            | Effect::ShowCopied
            | Effect::Mouse
            | Effect::Import => None,
        }
    }

    fn load(&self, ticket: Ticket, id: ArticleId) -> Action {
        match self.entries.get(&id) {
            Some(entry) => Action::Loaded(ticket, Arc::clone(entry)),
            None => Action::Failed(ticket, "this article is gone".into()),
        }
    }

    pub fn list(&self, query: &str) -> Hits {
        let query = query.to_lowercase();
        let holds = |row: &Row| row.headline.to_lowercase().contains(&query);
        let rows = self.catalog.rows().iter().enumerate();
        Hits {
            positions: rows
                .filter(|(_, row)| holds(row))
                .map(|(at, _)| at)
                .collect(),
            notes: match query.contains("colour:") {
                true => vec!["no field \"colour\"; searched as text".into()],
                false => Vec::new(),
            },
        }
    }

    fn find(&self, query: &str, scope: Option<FindingKind>) -> Findings {
        let query = query.trim().to_lowercase();
        let mut lines: Vec<&str> = query.split('\n').collect();
        let query = lines.pop().unwrap_or_default();
        let mut found = Findings {
            searched: self.catalog.len(),
            ..Findings::default()
        };
        let asks = !query.is_empty() || !lines.is_empty();
        for row in self.catalog.rows().iter().filter(|_| asks) {
            let entry = &self.entries[&row.id];
            found.items.extend(find_in(entry, row, query));
        }
        found.items.retain(|item| {
            let label = item.label.to_lowercase();
            lines.iter().all(|line| label.contains(line))
        });
        found
            .items
            .retain(|item| scope.is_none_or(|scope| scope == item.kind));
        found.found = found.items.len();
        found
    }
}

fn find_in(entry: &Entry, row: &Row, query: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let place = format!(
        "{} · {}",
        row.source.as_deref().unwrap_or("?"),
        row.published.as_deref().unwrap_or("undated")
    );
    let mut add = |kind, label: &str, span, detail: &str| {
        if let Some(at) = label.to_lowercase().find(query) {
            found.push(Finding {
                kind,
                article: row.id,
                span,
                label: label.to_owned(),
                detail: detail.to_owned(),
                exact: label.to_owned(),
                speaker: Some(detail.to_owned()),
                marks: vec![Span::new(at, at + query.len())],
            });
        }
    };
    add(FindingKind::Article, &row.headline, None, &place);
    for actor in &entry.analysis.actors {
        let span = actor.mentions.first().copied();
        add(FindingKind::Actor, &actor.name, span, "1 article");
    }
    for quote in &entry.analysis.quotes {
        let words = quote.span.of(&entry.article.text);
        let who = quote.speaker.as_ref().map_or("", |speaker| &speaker.name);
        add(FindingKind::Quote, words, Some(quote.span), who);
    }
    found
}

fn catalog<'a>(entries: impl Iterator<Item = &'a Arc<Entry>>) -> Catalog {
    Catalog::new(entries.map(|entry| row(entry)).collect())
}

/// What a list shows of an entry.
pub fn row(entry: &Entry) -> Row {
    let meta = &entry.article.meta;
    let spoken = |quote: &&Quote| quote.kind != QuoteKind::Term;
    Row {
        id: entry.article.id,
        published: meta.published.as_deref().map(Into::into),
        headline: entry.article.headline().into(),
        source: meta.source.as_deref().map(Into::into),
        language: meta.language.as_deref().map(Into::into),
        quotes: entry.analysis.quotes.iter().filter(spoken).count() as u32,
        actors: entry.analysis.actors.len() as u32,
        ..Row::default()
    }
}

/// Draws the state as it would stand in the terminal.
pub fn picture(app: &App) -> Buffer {
    let theme = match app.look().plain {
        true => themed(Speech::Plain, Frames::Auto),
        false => Theme::terminal(),
    };
    picture_with(app, &theme)
}

/// The theme of a person who set this.
pub fn themed(mode: Speech, frames: Frames) -> Theme {
    let mut manner = Manner::default();
    manner.ui.mode = mode;
    manner.ui.frames = frames;
    choose(&manner, Abilities::ALL.wished(&manner))
}

/// Draws the state with a theme.
pub fn picture_with(app: &App, theme: &Theme) -> Buffer {
    let (columns, rows) = app.size();
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal
        .draw(|frame| view::draw(app, theme, frame))
        .unwrap();
    terminal.backend().buffer().clone()
}

/// The cells as lines, without blanks at their ends.
pub fn screen_text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += pullquote::text::width::width(symbol).max(1) as u16;
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A generator of numbers that are the same in every run: xorshift64*.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        (number as usize) % limit.max(1)
    }
}
