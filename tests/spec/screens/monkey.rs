//! A hundred thousand random actions, most of them keys of the table.
//!
//! The order of answers is random too: whoever performs effects may be late,
//! early, or never come back.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use pullquote::app::keymap::{Key, Mode, Modes, table};
use pullquote::app::overlay::Overlay;
use pullquote::app::pointer::{Target, Touch};
use pullquote::app::screen::{Focus, ProfileTab};
use pullquote::app::{Action, Answer, App, Asker, Effect, Question, Ticket};
use pullquote::import::{Progress, Refused, Report};
use pullquote::search::{Findings, Hits};
use pullquote::store::Catalog;
use pullquote::study::Quotations;

use super::world::{Desk, Random, echoes, picture};

const ACTIONS: usize = 100_000;
const SEED: u64 = 0x5eed_0001;
/// Draws, and compares a second run of the same action, every so many actions.
const LOOK_EVERY: usize = 40;

#[test]
fn no_keys_and_no_answers_lead_out_of_bounds() {
    play(Monkey::new(SEED, Desk::new(echoes(), 120, 30)), ACTIONS);
}

#[test]
fn nor_do_they_where_all_is_read_aloud() {
    play(
        Monkey::new(SEED + 1, Desk::plain(echoes(), 120, 30)),
        ACTIONS / 2,
    );
}

fn play(mut monkey: Monkey, actions: usize) {
    let mut visits: HashMap<Mode, usize> = HashMap::new();
    for nth in 0..actions {
        let action = monkey.choose();
        monkey.trail(&action);
        let looks = nth % LOOK_EVERY == 0;
        let twin = looks.then(|| (monkey.desk.app.clone(), action.clone()));
        let effects = monkey.desk.app.update(action);
        if let Some((mut twin, action)) = twin {
            assert_eq!(twin.update(action), effects, "update is not pure");
            assert!(twin == monkey.desk.app, "update is not pure");
        }
        monkey.keep(effects);
        check(&monkey.desk.app);
        *visits.entry(monkey.desk.app.mode()).or_default() += 1;
        if looks {
            draw_at_three_sizes(&monkey.desk.app);
        }
    }
    for mode in Mode::ALL {
        let visits = visits.get(&mode).copied().unwrap_or(0);
        assert!(
            visits > actions / 400,
            "{} only {visits} times",
            mode.word()
        );
    }
    assert!(monkey.dropped > actions / 200);
}

fn draw_at_three_sizes(app: &App) {
    picture(app);
    for (columns, rows) in [(160, 48), (80, 24), (24, 5)] {
        let mut other = app.clone();
        other.update(Action::Resized { columns, rows });
        check(&other);
        picture(&other);
    }
}

/// What holds after every action.
fn check(app: &App) {
    let articles = app.articles();
    let (listing, reader, rail) = (articles.listing(), articles.reader(), articles.rail());
    let inside = |at: usize, len: usize| at < len || (at == 0 && len == 0);
    assert!(app.overlays().len() <= 8);
    assert!(inside(listing.cursor().at(), listing.len()));
    assert!(listing.cursor().top() <= listing.cursor().at());
    let lines = reader.sheet().lines().len();
    assert!(reader.visible().end <= lines);
    assert!(
        reader
            .quote_at()
            .is_none_or(|at| at < reader.quotes().len())
    );
    assert!(inside(rail.quotes().at(), reader.quotes().len()));
    assert!(inside(rail.actors().at(), reader.actors().len()));
    assert_eq!(rail.words().len(), reader.quotes().len());
    assert_eq!(rail.listed().len(), reader.actors().len());
    let actors = app.actors();
    assert!(inside(actors.cursor().at(), actors.items().len()));
    if let Some(person) = actors.person() {
        assert!(
            person.tab() == ProfileTab::Said
                || person.passages().is_some()
                || inside(person.cursor().at(), person.count(person.tab()))
        );
    }
    let compare = app.compare();
    assert!(inside(
        compare.rows().cursor().at(),
        compare.rows().bands().len()
    ));
    assert!(inside(compare.here(), compare.lanes().len()));
    assert!(compare.lanes().len() <= 4);
    for list in [app.quotes().list(), app.basket().list()] {
        assert!(inside(list.cursor().at(), list.lines().len()));
        assert!(list.lines().is_empty() || list.selected().is_some());
    }
    let timeline = app.timeline();
    assert!(inside(timeline.cursor().at(), timeline.rows().len()));
    assert!(inside(timeline.left(), timeline.counts().columns.len()));
    assert!(timeline.at() <= timeline.counts().columns.len());
    for overlay in app.overlays() {
        match overlay {
            Overlay::Finder(finder) => {
                assert!(inside(finder.cursor().at(), finder.findings().items.len()));
            }
            Overlay::Commands(commands) => {
                assert!(inside(commands.cursor().at(), commands.entries().len()));
            }
            Overlay::Picker(picker) => {
                assert!(inside(picker.cursor().at(), picker.listed().len()));
            }
            Overlay::Why(why) => assert!(why.visible().len() <= why.height()),
            Overlay::Messages(list) => assert!(inside(list.cursor().at(), list.len())),
            Overlay::Copy(menu) => assert!(inside(menu.cursor().at(), menu.choices().len())),
            Overlay::Save(save) => {
                assert!(save.cursor().at() < save.forms().len());
                assert!(save.line().text().len() <= 4096);
            }
            Overlay::Search(line) => assert!(line.line().text().len() <= 4096),
        }
    }
}

struct Monkey {
    desk: Desk,
    random: Random,
    catalogs: Vec<Arc<Catalog>>,
    outstanding: Vec<Effect>,
    newest_list: Ticket,
    newest_find: Ticket,
    /// The newest question of each kind.
    newest_study: HashMap<Discriminant<Question>, Ticket>,
    trail: Vec<String>,
    /// Old answers that were given.
    dropped: usize,
}

/// Answers that are kept back at most; older ones never come.
const OUTSTANDING: usize = 12;

impl Monkey {
    fn new(seed: u64, desk: Desk) -> Self {
        let mut few: Vec<_> = desk.catalog.rows().to_vec();
        few.retain(|row| row.quotes > 0);
        Self {
            catalogs: vec![
                Arc::clone(&desk.catalog),
                Arc::new(Catalog::new(few)),
                Arc::default(),
                Arc::clone(&desk.catalog),
            ],
            desk,
            random: Random(seed),
            outstanding: Vec::new(),
            newest_list: Ticket(0),
            newest_find: Ticket(0),
            newest_study: HashMap::new(),
            trail: Vec::new(),
            dropped: 0,
        }
    }

    fn choose(&mut self) -> Action {
        match self.random.below(100) {
            0..70 => self.key(),
            70..74 => Action::Command(table()[self.random.below(table().len())].command),
            74..88 if !self.outstanding.is_empty() => self.late_answer(),
            88..92 => Action::Resized {
                columns: self.random.below(200) as u16,
                rows: self.random.below(60) as u16,
            },
            92..97 => self.outside(),
            _ => self.text(),
        }
    }

    /// A key that is bound in this mode.
    fn key(&mut self) -> Action {
        let mode = self.desk.app.mode();
        let bound: Vec<_> = table()
            .iter()
            .filter(|row| row.keys(mode).next().is_some())
            .collect();
        // One types more often than one edits.
        if mode.is_input() && self.random.below(2) == 0 {
            return self.text();
        }
        // What is in front is left sooner than a monkey finds the key for it: otherwise
        // half of all keys are typed there, and panes behind it are hardly reached.
        let in_front = !Modes::SCREENS.has(mode);
        if mode != Mode::List && self.random.below(if in_front { 12 } else { 40 }) == 0 {
            return Action::Command(pullquote::app::Command::Close);
        }
        // The rail lies behind two panes, and most keys of a pane lead away from it.
        if Modes::PANES.has(mode) && self.random.below(8) == 0 {
            return Action::Command(pullquote::app::Command::NextPane);
        }
        // Of the many keys of a text one marks words, and most keys end that again.
        if mode == Mode::Reader && self.random.below(16) == 0 {
            return Action::Command(pullquote::app::Command::MarkWords);
        }
        Action::Command(bound[self.random.below(bound.len())].command)
    }

    fn text(&mut self) -> Action {
        const TEXTS: [&str; 8] = [
            "h", "har", "한", "e\u{301}", " ", "\u{1b}[A", "50%", "7\n:q",
        ];
        let text = TEXTS[self.random.below(TEXTS.len())];
        match text.chars().next() {
            Some(letter) if self.random.below(3) > 0 => Action::Type(letter),
            _ => Action::Paste(text.into()),
        }
    }

    /// Something done with the mouse, at a place that may be gone by now.
    fn touch(&mut self) -> Action {
        let pane = [
            None,
            Some(Focus::List),
            Some(Focus::Reader),
            Some(Focus::Quotes),
        ];
        let pane = pane[self.random.below(4)];
        let target = match self.random.below(4) {
            0 => pane.map_or(Target::Nothing, Target::Pane),
            1 => Target::Press(Key::Char('2'), 1),
            _ => Target::Row {
                pane,
                down: self.random.below(40) as isize - 20,
                right: self.random.below(5) as isize - 2,
            },
        };
        let touches = [Touch::Press, Touch::Again, Touch::WheelUp, Touch::WheelDown];
        Action::Touched(target, touches[self.random.below(4)])
    }

    fn outside(&mut self) -> Action {
        match self.random.below(6) {
            5 => self.touch(),
            0 => {
                let catalog = Arc::clone(&self.catalogs[self.random.below(4)]);
                self.desk.catalog = Arc::clone(&catalog);
                Action::CatalogChanged(catalog)
            }
            1 => Action::Imported(Report {
                added: self.random.below(3),
                refused: vec![Refused {
                    path: "noise.bin".into(),
                    message: "is not text ".repeat(self.random.below(90)),
                }],
                ..Report::default()
            }),
            2 => Action::Progress(Progress {
                done: 1,
                total: 2,
                added: 0,
            }),
            3 => Action::Failed(Ticket(self.random.below(1000) as u64), "gone".into()),
            _ => Action::Copied("sent".into()),
        }
    }

    /// An answer to one of the last questions, sometimes a wrong one to an old one.
    fn late_answer(&mut self) -> Action {
        let effect = self
            .outstanding
            .remove(self.random.below(self.outstanding.len()));
        match &effect {
            Effect::List { ticket, .. } if *ticket != self.newest_list => {
                self.expect_dropped(Action::Listed(*ticket, Hits::default()));
            }
            Effect::Find { ticket, .. } if *ticket != self.newest_find => {
                self.expect_dropped(Action::Found(*ticket, Findings::default()));
            }
            Effect::Study { ticket, question } if self.is_outdated(*ticket, question) => {
                let answer = match question {
                    Question::Quotes { .. } => Answer::Quotes(Quotations::default()),
                    Question::Actors { .. } => Answer::Actors(Vec::new(), Vec::new()),
                    Question::Profile(_) => Answer::Profile(None),
                    Question::Names(_) => Answer::Names(Vec::new()),
                    Question::Counts(_) => Answer::Counts(Vec::new()),
                    Question::Picked(_) => Answer::Picked(Vec::new()),
                    Question::Times { .. } => Answer::Times(Vec::new(), Vec::new()),
                    Question::Lanes { .. } => Answer::Lanes(Vec::new()),
                    Question::Nearest(..) => Answer::Nearest(Vec::new()),
                };
                self.expect_dropped(Action::Studied(*ticket, answer));
            }
            Effect::Load { ticket, asker, .. }
                if !matches!(asker, Asker::Copy | Asker::Here) && self.is_stale(*ticket) =>
            {
                self.expect_dropped(Action::Failed(*ticket, "stale".into()));
            }
            _ => {}
        }
        self.desk.answer(&effect).unwrap()
    }

    fn is_outdated(&self, ticket: Ticket, question: &Question) -> bool {
        self.newest_study.get(&discriminant(question)) != Some(&ticket)
    }

    // An article that nobody waits for any more.
    fn is_stale(&self, _ticket: Ticket) -> bool {
        let app = &self.desk.app;
        let waits = app.quotes().preview().is_waiting();
        let waits = waits || app.actors().is_fetching() || app.basket().preview().is_waiting();
        app.articles().is_settled() && app.overlays().is_empty() && !waits
    }

    fn expect_dropped(&mut self, stale: Action) {
        self.dropped += 1;
        let mut app = self.desk.app.clone();
        let effects = app.update(stale);
        assert!(effects.is_empty());
        assert!(app == self.desk.app, "an old answer was applied");
    }

    fn keep(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match &effect {
                Effect::List { ticket, .. } => self.newest_list = *ticket,
                Effect::Find { ticket, .. } => self.newest_find = *ticket,
                Effect::Study { ticket, question } => {
                    self.newest_study.insert(discriminant(question), *ticket);
                }
                Effect::Load { .. }
                | Effect::Change { .. }
                | Effect::Copy { .. }
                | Effect::OpenLink { .. }
                | Effect::Pipe { .. }
                | Effect::Save { .. } => {}
                Effect::Quit
                | Effect::Suspend
                | Effect::Redraw
                | Effect::ShowCopied
                | Effect::Mouse
                | Effect::Import => continue,
            }
            self.outstanding.push(effect);
        }
        if self.outstanding.len() > OUTSTANDING {
            self.outstanding.remove(0);
        }
    }

    fn trail(&mut self, action: &Action) {
        const LAST: usize = 60;
        if self.trail.len() == LAST {
            self.trail.remove(0);
        }
        let mut step = match action {
            Action::CatalogChanged(catalog) => format!("CatalogChanged({})", catalog.len()),
            Action::Listed(ticket, hits) => format!("Listed({ticket:?}, {:?})", hits.positions),
            Action::Found(ticket, _) => format!("Found({ticket:?})"),
            Action::Loaded(ticket, _) => format!("Loaded({ticket:?})"),
            other => format!("{other:?}"),
        };
        step = step.chars().take(120).collect();
        self.trail.push(step);
    }
}

impl Drop for Monkey {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let mut last = String::new();
            for step in &self.trail {
                writeln!(last, "  {step}").unwrap();
            }
            eprintln!("the last actions were:\n{last}");
        }
    }
}
