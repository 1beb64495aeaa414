//! Which screen is shown, how one goes to another, and the way back.

use std::sync::Arc;

use super::App;
use crate::app::command::{Lanes, Marking, Part, Show, Step};
use crate::app::handed::{self, Handed};
use crate::app::overlay::Overlay;
use crate::app::screen::{Focus, Person, Preview, Screen, Target, Wish};
use crate::app::{Command, Effect, Sought};
use crate::model::{Entry, Searched};
use crate::search::Query;
use crate::store::Row;
use crate::study::QuoteRow;

/// A screen that was left, and how many places of the articles were known then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stop {
    screen: Screen,
    places: usize,
    /// What it was narrowed by when one came to it.
    came_by: String,
}

/// Screens that can be gone back to.
const STOPS: usize = 100;

impl App {
    /// Answers a command with nothing in front.
    pub(super) fn on_screen(&mut self, part: Part) {
        match part {
            Part::Screen(to) => return self.go_screen(to),
            Part::Show(show) => return self.show(show),
            Part::Copy(copy) => return self.copy(copy),
            Part::Program(program) => return self.program(program),
            Part::Mark(marking) => return self.mark(marking),
            Part::Step(Step::Return) => return self.go_back(),
            Part::Step(Step::Repeat) => return self.repeat(),
            Part::Step(_)
            | Part::Move(_)
            | Part::Edit(_)
            | Part::Pane(_)
            | Part::Lanes(_)
            | Part::Select(_)
            | Part::Through(_) => {}
        }
        if self.on_halves(part) {
            return;
        }
        let wish = match self.screen {
            Screen::Articles => self.on_articles(part),
            Screen::Quotes | Screen::Actors | Screen::Timeline | Screen::Basket
                if part == Part::Lanes(Lanes::Add) =>
            {
                self.add_lane();
                Wish::Stay
            }
            Screen::Quotes => self.quotes.command(part, &mut self.outbox),
            Screen::Actors => self.actors.command(part, &mut self.outbox),
            Screen::Compare => self.compare.command(part, &mut self.outbox),
            Screen::Basket => self.basket.command(part, &mut self.outbox),
            Screen::Timeline => self.timeline.command(part, &mut self.outbox),
        };
        self.fulfil(wish, part);
        if self.articles.focus() == Focus::List {
            self.opened_from = None;
        }
    }

    fn on_articles(&mut self, part: Part) -> Wish {
        if self.articles.move_selection(part, &mut self.outbox) {
            return Wish::Stay;
        }
        match part {
            Part::Select(how) => self.articles.select(how, &mut self.outbox),
            Part::Move(motion) => self.articles.step(motion, &mut self.outbox),
            Part::Pane(pane) => self.articles.pane(pane, &mut self.outbox),
            Part::Through(through) => self.articles.through(through, &mut self.outbox),
            Part::Step(Step::Open) => self.articles.enter(&mut self.outbox),
            Part::Step(Step::Article(toward)) => {
                self.articles.step_article(toward, &mut self.outbox);
            }
            Part::Lanes(Lanes::Add) => self.add_lane(),
            Part::Step(Step::Sort) if self.articles.focus() == Focus::List => {
                self.articles.sort(&mut self.outbox);
            }
            Part::Step(Step::Back) => return Wish::Back,
            Part::Step(
                Step::Complete
                | Step::SwitchKind
                | Step::Inside
                | Step::Close
                | Step::Interrupt
                | Step::Sort
                | Step::Fold
                | Step::Unfold
                | Step::Return
                | Step::Repeat,
            )
            | Part::Screen(_)
            | Part::Lanes(_)
            | Part::Edit(_)
            | Part::Show(_)
            | Part::Copy(_)
            | Part::Mark(_)
            | Part::Program(_) => return Wish::Foreign,
        }
        Wish::Stay
    }

    fn fulfil(&mut self, wish: Wish, part: Part) {
        match wish {
            Wish::Stay => {}
            Wish::Back => self.step_back(),
            Wish::Profile(who) => self.actors.look_at(who, &mut self.outbox),
            Wish::Quotes(query) => {
                self.leave_screen();
                self.quotes.narrow(&query, &mut self.outbox);
                self.enter(Screen::Quotes);
            }
            Wish::Copy(text) => self.outbox.ask(Effect::Copy { text }),
            Wish::Open(target, found) => self.open_from_list(target, found),
            Wish::Foreign => self.outbox.say(match part {
                Part::Edit(_) => "only while typing",
                Part::Step(Step::Complete) => "only in the palette",
                Part::Step(Step::SwitchKind | Step::Inside) => "only in the finder",
                _ => "not on this screen: {keys} lists what each key does where",
            }),
        }
    }

    /// Goes to a screen, which is narrowed by what the one before was narrowed by.
    fn go_screen(&mut self, to: Screen) {
        if to == self.screen {
            self.outbox.say(match to {
                Screen::Articles if self.articles.focus() != Focus::List => "",
                Screen::Articles => "this is the list of articles",
                Screen::Quotes => "these are the quotes of all articles",
                Screen::Actors => "this is everybody who is named",
                Screen::Compare => "these are the lanes",
                Screen::Basket => "this is the basket",
                Screen::Timeline => "these are the times",
            });
            if to == Screen::Articles {
                self.articles.show_list();
            }
            self.opened_from = None;
            return;
        }
        let query = self.handed_to(to);
        self.leave_screen();
        match (to, query) {
            (Screen::Articles, query) => {
                self.articles.show_list();
                if let Some(query) = query {
                    self.articles.narrow(&query, &mut self.outbox);
                }
            }
            (Screen::Quotes, Some(query)) => self.quotes.narrow(&query, &mut self.outbox),
            (Screen::Actors, Some(query)) => self.actors.narrow(&query, &mut self.outbox),
            (Screen::Timeline, Some(query)) => self.timeline.expect(query),
            (Screen::Quotes | Screen::Actors | Screen::Timeline, None)
            | (Screen::Compare | Screen::Basket, _) => {}
        }
        self.enter(to);
    }

    pub(super) fn enter(&mut self, screen: Screen) {
        self.screen = screen;
        self.opened_from = None;
        self.came_by = self.query().unwrap_or_default().to_owned();
        self.settle_sides();
        match screen {
            Screen::Articles => {}
            Screen::Quotes => self.quotes.enter(&mut self.outbox),
            Screen::Actors => self.actors.enter(&mut self.outbox),
            Screen::Compare => self.compare.enter(&mut self.outbox),
            Screen::Basket => self.basket.enter(&mut self.outbox),
            Screen::Timeline => self.count_lanes(),
        }
    }

    fn count_lanes(&mut self) {
        let lanes = self.compare.lanes().iter();
        let lanes = lanes.map(|lane| (lane.title.clone(), lane.query.clone()));
        self.timeline.enter(lanes.collect(), &mut self.outbox);
    }

    /// A lane has come while lanes may be in front: they are asked for anew.
    pub(super) fn lanes_changed(&mut self) {
        match self.screen {
            Screen::Compare => self.compare.enter(&mut self.outbox),
            Screen::Timeline => self.count_lanes(),
            Screen::Articles | Screen::Quotes | Screen::Actors | Screen::Basket => {}
        }
    }

    /// What the list of the screen is narrowed by, if it has a list.
    pub(super) fn query(&self) -> Option<&str> {
        match self.screen {
            Screen::Articles => Some(self.articles.listing().query()),
            Screen::Quotes => Some(self.quotes.query()),
            Screen::Actors => Some(self.actors.query()),
            Screen::Compare | Screen::Basket => None,
            Screen::Timeline => Some(self.timeline.query()),
        }
    }

    /// What another screen is narrowed by when one goes there.
    fn handed_to(&mut self, to: Screen) -> Option<String> {
        let query = self.query()?;
        let handed = Handed::on(self.handed.as_ref(), query, (self.screen, to));
        let shown = handed.shown().to_owned();
        self.handed = Some(handed);
        Some(shown)
    }

    /// What the list of the screen is narrowed by, as the list of articles would be.
    pub(super) fn query_of_articles(&self) -> Option<String> {
        let (words, home) = self.typed_here()?;
        Some(handed::carried(words, home, Screen::Articles))
    }

    /// What was typed to narrow the list of the screen, and where.
    fn typed_here(&self) -> Option<(&str, Screen)> {
        let query = self.query()?;
        Some(handed::typed(self.handed.as_ref(), query, self.screen))
    }

    /// The search in use as it is saved: a word alone among the quotes is one that is said,
    /// anything else means the same among the articles.
    pub(super) fn search_here(&self) -> (String, Searched) {
        let query = self.query().unwrap_or_default();
        let (words, home) = handed::typed(self.handed.as_ref(), query, self.screen);
        let has_words = Query::with_field(words, "said") != words;
        match home {
            Screen::Quotes | Screen::Timeline if has_words => (words.to_owned(), Searched::Quotes),
            _ if query.is_empty() => Default::default(),
            _ => (
                handed::carried(words, home, Screen::Articles),
                Searched::Articles,
            ),
        }
    }

    /// Makes a lane of what one stands at: a speaker, an actor, a source.
    fn add_lane(&mut self) {
        let lane = match (self.screen, self.articles.focus()) {
            (Screen::Quotes, _) => self.quotes.list().selected().map(lane_of_row),
            (Screen::Basket, _) => self.basket.list().selected().map(lane_of_row),
            (Screen::Timeline, _) => self.timeline.voice().map(lane_of_speaker),
            (Screen::Actors, _) => self.actors.selected().map(|who| lane_of_speaker(&who.name)),
            (_, Focus::List) => self.articles.listing().selected().map(lane_of_article),
            (_, Focus::Actors) => self.articles.actor().map(lane_of_speaker),
            (_, Focus::Reader | Focus::Quotes) => self.lane_here(),
        };
        let Some((title, query)) = lane.flatten() else {
            self.outbox
                .say("nobody is known here whose words could be compared");
            return;
        };
        if let Some(filter) = self.filter_of_articles() {
            let lane = (format!("{title} ({filter})"), format!("{query} {filter}"));
            self.compare.add((&lane.0, &lane.1), "", &mut self.outbox);
            return;
        }
        // Whoever was looked up is no issue.
        let issue = self.query_of_articles().unwrap_or_default();
        self.compare.add((&title, &query), &issue, &mut self.outbox);
    }

    /// What the articles were narrowed by, as a filter of their quotes: it holds for every
    /// screen that one goes on to, lanes too.
    fn filter_of_articles(&self) -> Option<String> {
        let (words, home) = self.typed_here()?;
        let is_filter = home == Screen::Articles && !words.trim().is_empty();
        is_filter.then(|| handed::carried(words.trim(), home, Screen::Quotes))
    }

    fn lane_here(&mut self) -> Option<Option<(String, String)>> {
        let (entry, quote) = self.here();
        let entry = entry?;
        let quote = entry.analysis.quotes.get(quote?)?;
        let speaker = quote.speaker.as_ref()?;
        Some(lane_of_speaker(&speaker.name))
    }

    /// Goes into an article from the list of another screen.
    fn open_from_list(&mut self, target: Target, found: Sought) {
        let from = self.screen;
        self.screen = Screen::Articles;
        self.articles.open(target, found, &mut self.outbox);
        self.opened_from = Some(from);
        // Afterwards: what was left in the articles is further back.
        self.leave(from);
    }

    pub(super) fn leave_screen(&mut self) {
        self.leave(self.screen);
    }

    fn leave(&mut self, screen: Screen) {
        let places = self.articles.places();
        let came_by = std::mem::take(&mut self.came_by);
        self.trail.push(Stop {
            screen,
            places,
            came_by,
        });
        if self.trail.len() > STOPS {
            self.trail.remove(0);
        }
    }

    // One step back; from the first pane of the first screen the program ends.
    fn step_back(&mut self) {
        let in_text = self.articles.focus() == Focus::Reader && !self.articles.is_zoomed();
        match (self.screen, self.opened_from) {
            (Screen::Articles, Some(_)) if in_text => self.go_back_screen(),
            (Screen::Articles, _) => {
                let narrowed = !self.articles.listing().query().is_empty();
                match (self.articles.back(), narrowed) {
                    (true, _) => {}
                    // One step back from a narrowed list is the whole one.
                    (false, true) => _ = self.articles.clear(&mut self.outbox),
                    (false, false) => self.outbox.ask(Effect::Quit),
                }
            }
            (
                Screen::Quotes
                | Screen::Actors
                | Screen::Compare
                | Screen::Timeline
                | Screen::Basket,
                _,
            ) => {
                // What one came with is no step of its own.
                let query = self.query().unwrap_or_default();
                match query.trim().is_empty() || query == self.came_by {
                    true => self.go_back_screen(),
                    false => self.close(),
                }
            }
        }
    }

    fn go_back_screen(&mut self) {
        match self.trail.pop() {
            Some(stop) => {
                self.enter(stop.screen);
                self.came_by = stop.came_by;
            }
            None => self.enter(Screen::Articles),
        }
    }

    // To where one was before the last jump, in an article or across screens.
    fn go_back(&mut self) {
        let places = self.articles.places();
        let is_last = |stop: &Stop| self.screen != Screen::Articles || places <= stop.places;
        match self.trail.last() {
            Some(stop) if is_last(stop) => self.go_back_screen(),
            Some(_) | None if self.screen == Screen::Articles => {
                self.articles.go_back(&mut self.outbox);
            }
            Some(_) | None => self.outbox.say("nowhere to go back to"),
        }
    }

    fn repeat(&mut self) {
        match self.last {
            Some(last) => self.on_screen(last.part()),
            None => self
                .outbox
                .say("there is no command yet that could be repeated"),
        }
    }

    /// Keeps a command that is worth repeating.
    pub(super) fn remember(&mut self, command: Command) {
        let in_front = !self.overlays.is_empty();
        let again = match command.part() {
            part if in_front && !matches!(part, Part::Copy(_)) => false,
            Part::Through(_) | Part::Copy(_) | Part::Pane(_) => true,
            Part::Step(step) => matches!(
                step,
                Step::Article(_) | Step::Sort | Step::Fold | Step::Unfold
            ),
            Part::Show(show) => show == Show::Why,
            Part::Mark(marking) => {
                matches!(marking, Marking::Pick | Marking::RowUp | Marking::RowDown)
            }
            Part::Lanes(_) => true,
            Part::Move(_)
            | Part::Edit(_)
            | Part::Screen(_)
            | Part::Select(_)
            | Part::Program(_) => false,
        };
        if again {
            self.last = Some(command);
        }
    }

    /// The article that commands are about, and the quote that is explained in front, or
    /// the one one stands at.
    pub(super) fn here(&mut self) -> (Option<Arc<Entry>>, Option<usize>) {
        match self.overlays.last() {
            Some(Overlay::Why(why)) => (Some(Arc::clone(why.shared())), Some(why.index())),
            _ => self.selected_here(),
        }
    }

    /// The article of the screen, and the quote one stands at.
    pub(super) fn selected_here(&mut self) -> (Option<Arc<Entry>>, Option<usize>) {
        match self.screen {
            Screen::Articles => {
                self.articles.choose_quote();
                let quote = self.articles.reader().quote_index();
                (self.articles.entry().cloned(), quote)
            }
            Screen::Quotes => {
                let preview = self.quotes.preview();
                let quote = preview.reader().and_then(|reader| reader.quote_index());
                (preview.entry().cloned(), quote)
            }
            Screen::Actors => {
                let person = self.actors.person();
                let quoted = person.filter(|person| person.passages().is_some());
                let preview = quoted.map(Person::preview);
                let reader = preview.and_then(Preview::reader);
                let quote = reader.and_then(|reader| reader.quote_index());
                (preview.and_then(Preview::entry).cloned(), quote)
            }
            Screen::Basket => {
                let preview = self.basket.preview();
                let quote = preview.reader().and_then(|reader| reader.quote_index());
                (preview.entry().cloned(), quote)
            }
            Screen::Compare | Screen::Timeline => (None, None),
        }
    }
}

/// A lane as title and query.
pub(super) type Titled = Option<(String, String)>;

pub(super) fn lane_of_speaker(name: impl AsRef<str>) -> Titled {
    let name = name.as_ref();
    Some((name.to_owned(), format!("by:{}", quoted(name))))
}

fn lane_of_row(row: &QuoteRow) -> Titled {
    match (&row.speaker, &row.source) {
        (Some(speaker), _) => lane_of_speaker(&speaker.name),
        (None, Some(source)) => lane_of_source(source),
        (None, None) => None,
    }
}

pub(super) fn lane_of_article(row: &Row) -> Titled {
    lane_of_source(row.source.as_deref()?)
}

pub(super) fn lane_of_source(source: &str) -> Titled {
    Some((source.to_owned(), format!("source:{}", quoted(source))))
}

// A mark inside of a name would end the phrase.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', " "))
}
