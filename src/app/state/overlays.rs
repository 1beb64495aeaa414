//! What stands in front: who has the keys, what it wants, how it goes.

use std::sync::Arc;

use super::App;
use super::late::Waits;
use crate::app::Sought;
use crate::app::command::{Part, Show, Through, Toward};
use crate::app::keymap::Mode;
use crate::app::overlay::{Before, Purpose, SearchLine};
use crate::app::overlay::{Commands, Finder, Jump, MessageList, Outcome, Overlay, Why};
use crate::app::screen::{Focus, Screen, Target};
use crate::app::shape::Shape;
use crate::model::Entry;
use crate::search::INSIDE;

impl App {
    pub(super) fn in_front(&mut self, part: Part) {
        let outcome = match self.overlays.last_mut() {
            Some(Overlay::Finder(finder)) => {
                finder.command(part, &self.find_history, &mut self.outbox)
            }
            Some(Overlay::Commands(commands)) => commands.command(part, &mut self.outbox),
            Some(Overlay::Search(search)) => search.command(part, &self.search_history),
            Some(Overlay::Copy(menu)) => menu.command(part),
            Some(Overlay::Messages(messages)) => messages.command(part),
            Some(Overlay::Save(save)) => save.command(part),
            Some(Overlay::Why(why)) => why.command(part, &mut self.outbox),
            Some(Overlay::Picker(picker)) => picker.command(part, &mut self.outbox),
            None => Outcome::Stay,
        };
        self.conclude(outcome, part);
    }

    pub(super) fn conclude(&mut self, outcome: Outcome, part: Part) {
        match outcome {
            Outcome::Stay => {}
            Outcome::Typed => self.typed(),
            Outcome::Close => self.accept(),
            Outcome::Open(target, found) => self.open(target, found),
            Outcome::Marked(marked) => self.ask_found(marked),
            Outcome::Run(command) => {
                self.overlays.pop();
                self.command(command);
            }
            Outcome::Jump(jump) => {
                self.overlays.pop();
                match jump {
                    Jump::Number(number) => self.jump(number),
                    Jump::Percent(share) => self.jump_percent(share),
                }
            }
            Outcome::Copy(copy) => {
                self.overlays.pop();
                self.copy(copy);
            }
            Outcome::Decide(ask, taken) => {
                self.overlays.pop();
                self.decided(ask, taken);
            }
            Outcome::Save(form, name) => {
                self.overlays.pop();
                self.save(form, name);
            }
            Outcome::Explain(toward) => self.explain_next(toward),
            // While one narrows, the same keys choose among what is left.
            Outcome::Foreign => match (self.overlays.last(), part) {
                (Some(Overlay::Search(_)), Part::Move(_)) => self.on_screen(part),
                (Some(Overlay::Why(_)), Part::Mark(marking)) => self.mark(marking),
                _ => self.outbox.say("not here: Esc closes what is in front"),
            },
        }
    }

    pub(super) fn insert(&mut self, text: &str) {
        self.hear();
        let outcome = match self.overlays.last_mut() {
            Some(Overlay::Finder(finder)) => finder.insert(text, &mut self.outbox),
            Some(Overlay::Commands(commands)) => commands.insert(text),
            Some(Overlay::Search(search)) => search.insert(text),
            Some(Overlay::Picker(picker)) => picker.insert(text, &mut self.outbox),
            Some(Overlay::Save(save)) => save.insert(text),
            // A paste is never taken for keys.
            Some(Overlay::Copy(_) | Overlay::Messages(_) | Overlay::Why(_)) | None => Outcome::Stay,
        };
        if outcome == Outcome::Typed {
            self.typed();
        }
    }

    pub(super) fn typed(&mut self) {
        if let Some(Overlay::Search(search)) = self.overlays.last() {
            let query = search.line().text();
            match search.purpose() {
                Purpose::List => self.articles.narrow(query, &mut self.outbox),
                Purpose::Quotes => self.quotes.narrow(query, &mut self.outbox),
                Purpose::Actors => self.actors.narrow(query, &mut self.outbox),
                Purpose::Times => self.timeline.narrow(query, &mut self.outbox),
                Purpose::Topics => self.compare.set_topics(query),
                Purpose::Text(place) => self.articles.find(query, place),
            }
        }
    }

    // Enter in an input that has worked all the time: keep what it did.
    pub(super) fn accept(&mut self) {
        if let Some(Overlay::Search(search)) = self.overlays.pop() {
            let letters = search.line().text();
            self.search_history.keep(letters);
            let in_text = matches!(search.purpose(), Purpose::Text(_));
            if in_text && !letters.is_empty() && self.articles.reader().hits().is_empty() {
                self.outbox.say("no hit in this article");
            }
        }
    }

    pub(super) fn close(&mut self) {
        match self.overlays.pop() {
            Some(Overlay::Finder(finder)) => self.shelve(finder),
            Some(Overlay::Search(search)) => {
                self.search_history.keep(search.line().text());
                let before = search.before();
                match search.purpose() {
                    Purpose::List => {
                        let before = (before.query.as_str(), before.selected);
                        self.articles.unnarrow(before, &mut self.outbox);
                    }
                    Purpose::Quotes => self.quotes.narrow(&before.query, &mut self.outbox),
                    Purpose::Actors => self.actors.narrow(&before.query, &mut self.outbox),
                    Purpose::Times => self.timeline.narrow(&before.query, &mut self.outbox),
                    Purpose::Topics => self.compare.set_topics(&before.query),
                    Purpose::Text(place) => self.articles.give_up(before.found.clone(), place),
                }
            }
            Some(
                Overlay::Commands(_)
                | Overlay::Copy(_)
                | Overlay::Messages(_)
                | Overlay::Save(_)
                | Overlay::Why(_)
                | Overlay::Picker(_),
            ) => {}
            None => {
                match self.screen {
                    Screen::Articles => self.articles.clear(&mut self.outbox),
                    Screen::Quotes => self.quotes.clear(&mut self.outbox),
                    Screen::Actors => self.actors.clear(&mut self.outbox),
                    Screen::Compare => self.compare.clear(),
                    Screen::Basket => self.basket.clear(),
                    Screen::Timeline => self.timeline.clear(&mut self.outbox),
                };
            }
        }
    }

    pub(super) fn shelve(&mut self, finder: Box<Finder>) {
        self.find_history.keep(&finder.query().replace(INSIDE, " "));
        self.last_finder = Some(finder);
    }

    pub(super) fn open(&mut self, target: Target, found: Sought) {
        if let Some(Overlay::Finder(finder)) = self.overlays.pop() {
            self.shelve(finder);
        }
        if self.screen != Screen::Articles {
            self.leave_screen();
            self.screen = Screen::Articles;
        }
        self.articles.open(target, found, &mut self.outbox);
    }

    pub(super) fn show(&mut self, show: Show) {
        let overlay = match show {
            Show::Copy if self.mode() == Mode::Selection => {
                self.copy_selection();
                None
            }
            Show::Search => self.search_line(),
            Show::Finder => Some(Overlay::Finder(Box::new(Finder::open(&mut self.outbox)))),
            Show::FinderAgain => Some(Overlay::Finder(self.reopened())),
            Show::Palette => Some(Overlay::Commands(Commands::palette(
                self.mode(),
                self.keymap(),
            ))),
            Show::Keys => Some(Overlay::Commands(Commands::keys(
                self.mode(),
                self.keymap(),
            ))),
            Show::Messages if self.log.is_empty() => {
                self.outbox.say("there are no messages");
                None
            }
            Show::Messages => Some(Overlay::Messages(MessageList::new(&self.log))),
            Show::Copy => Some(self.copy_menu()),
            Show::Save => self.save_menu(),
            Show::Why => {
                self.ask_why();
                None
            }
            Show::Link => {
                self.open_link();
                None
            }
            Show::Programs => {
                self.ask_program();
                None
            }
            Show::Registers => {
                self.ask_register();
                None
            }
        };
        self.overlays.extend(overlay);
    }

    /// Tells why the quote one stands at has its speaker.
    fn ask_why(&mut self) {
        match self.screen {
            Screen::Compare => self.fetch_for(Waits::Why),
            Screen::Articles
            | Screen::Quotes
            | Screen::Actors
            | Screen::Timeline
            | Screen::Basket => {
                let here = self.here();
                self.explain(here);
            }
        }
    }

    pub(super) fn explain(&mut self, (entry, quote): (Option<Arc<Entry>>, Option<usize>)) {
        let is_late = entry.is_none();
        let why = entry
            .zip(quote)
            .and_then(|(entry, at)| Why::new(entry, at, self.marks()));
        if why.is_none() {
            let deceit = self.articles.reader().deceit_in_full();
            let deceit = deceit.filter(|_| self.screen == Screen::Articles);
            match (is_late, deceit) {
                (true, _) => self.outbox.say("the article is still being fetched"),
                (false, Some(deceit)) => self.outbox.say(deceit),
                (false, None) => self.outbox.say("there is no quote here"),
            }
        }
        let why = why.map(|why| Overlay::Why(Box::new(why)));
        self.overlays.extend(why);
    }

    // Explains the quote one has gone on to, once its article is here.
    fn explain_here(&mut self) {
        let (entry, quote) = self.selected_here();
        if entry.is_none() && self.screen != Screen::Articles {
            return self.fetch_for(Waits::Why);
        }
        let why = entry
            .zip(quote)
            .and_then(|(entry, at)| Why::new(entry, at, self.marks()));
        if let Some(why) = why {
            self.overlays.pop();
            self.overlays.push(Overlay::Why(Box::new(why)));
        }
    }

    fn explain_next(&mut self, toward: Toward) {
        if self.screen == Screen::Compare {
            return match self.compare.step_quote(toward) {
                true => self.fetch_for(Waits::Why),
                false => self.outbox.say(match toward {
                    Toward::Next => "last quote of this lane",
                    Toward::Previous => "first quote of this lane",
                }),
            };
        }
        self.on_screen(Part::Through(Through::Quotes(toward)));
        self.explain_here();
    }

    fn jump(&mut self, number: usize) {
        match self.screen {
            Screen::Articles => self.articles.jump(number, &mut self.outbox),
            Screen::Quotes => self.quotes.jump(number, &mut self.outbox),
            Screen::Actors => self.actors.jump(number, &mut self.outbox),
            Screen::Compare => self.compare.jump(number),
            Screen::Basket => self.basket.jump(number, &mut self.outbox),
            Screen::Timeline => self.timeline.jump(number),
        }
    }

    fn jump_percent(&mut self, share: usize) {
        let nth = |count: usize| count.saturating_sub(1) * share.min(100) / 100 + 1;
        match self.screen {
            Screen::Articles => self.articles.jump_percent(share, &mut self.outbox),
            Screen::Quotes => self.jump(nth(self.quotes.list().found().utterances.len())),
            Screen::Actors => {
                let count = match self.actors.person() {
                    Some(person) => person.count(person.tab()),
                    None => self.actors.items().len(),
                };
                self.jump(nth(count));
            }
            Screen::Compare => self.jump(nth(self.compare.rows().bands().len())),
            Screen::Basket => self.jump(nth(self.basket.places().len())),
            Screen::Timeline => self.jump(nth(self.timeline.rows().len())),
        }
    }

    pub(super) fn reopened(&mut self) -> Box<Finder> {
        match self.last_finder.take() {
            Some(mut finder) => {
                finder.reopen(&mut self.outbox);
                finder
            }
            None => Box::new(Finder::open(&mut self.outbox)),
        }
    }

    pub(super) fn search_line(&mut self) -> Option<Overlay> {
        let in_list = self.articles.focus() == Focus::List;
        // What is narrowed is seen, and has the keys.
        self.look_at_side(false);
        let other = match self.screen {
            Screen::Articles => None,
            Screen::Basket => {
                self.outbox
                    .say("the basket is not narrowed: {quotes} lists quotes");
                return None;
            }
            Screen::Quotes => Some((Purpose::Quotes, self.quotes.query())),
            Screen::Actors => Some((Purpose::Actors, self.actors.query())),
            Screen::Compare => Some((Purpose::Topics, self.compare.topics())),
            Screen::Timeline => Some((Purpose::Times, self.timeline.query())),
        };
        if let Some((purpose, query)) = other {
            let before = Before {
                query: query.to_owned(),
                ..Before::default()
            };
            return Some(Overlay::Search(SearchLine::new(purpose, before)));
        }
        if self.articles.listing().catalog().is_empty() {
            self.outbox.say("there is no article yet");
            return None;
        }
        let listing = self.articles.listing();
        let before = Before {
            query: listing.query().to_owned(),
            selected: listing.selected().map(|row| row.id),
            found: self.articles.found().clone(),
        };
        Some(Overlay::Search(match in_list {
            true => SearchLine::new(Purpose::List, before),
            false => {
                if self.articles.layout().shape != Shape::Floor {
                    self.articles.show_text();
                }
                SearchLine::new(Purpose::Text(self.articles.reader().place()), before)
            }
        }))
    }
}
