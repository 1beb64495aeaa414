//! What becomes of an answer: changes of marks, each with a label that tells of it.

use super::App;
use super::correcting::somebody;
use crate::app::Effect;
use crate::app::handed::{Handed, carried};
use crate::app::overlay::{Ask, Taken, passages_in_words as of};
use crate::app::screen::{Focus, Screen};
use crate::model::{Change, Mark, Place, Searched, tags_of};

impl App {
    /// Does what was chosen.
    pub(super) fn decided(&mut self, ask: Ask, taken: Taken) {
        match (ask, taken) {
            (Ask::Tag(on), Taken::Words(tags)) => self.tag(&on, &tags),
            (Ask::Untag(on), Taken::Words(tag)) => self.untag(on, tag),
            (Ask::Note(on), Taken::Words(note)) => self.note(on, &note),
            (Ask::Speaker(on), Taken::Somebody(who)) => {
                self.correct_speaker(on, Some(somebody(&who)));
            }
            (Ask::Speaker(on), Taken::Nobody) => self.correct_speaker(on, None),
            (Ask::Speaker(on), Taken::Program) => self.restore_speaker(&on),
            (Ask::Merge(who), Taken::Somebody(is)) => self.merge(&who, &is),
            (Ask::Split(who, _), Taken::Apart(marks)) => self.take_apart(&who, marks),
            (Ask::Split(who, _), Taken::Own(other)) => self.keep_apart(&who, other),
            (Ask::Split(who, Some(article)), Taken::Words(name)) => {
                self.split(&who, article, &name);
            }
            (Ask::Kind(who), Taken::Kind(kind)) => self.change_kind(&who, kind),
            (Ask::Rename(who), Taken::Words(name)) => self.rename(&who, name),
            (Ask::Saved, Taken::Lane(title, query)) => self.add_search(&title, &query),
            (Ask::Saved, Taken::Search(query, among)) => self.run_search(&query, among),
            (Ask::Save(query, among), Taken::Words(name)) => {
                self.save_search(name, (query, among), None);
            }
            (
                Ask::Replace {
                    query, among, name, ..
                },
                Taken::Words(typed),
            ) => {
                self.save_search(typed, (query, among), Some(&name));
            }
            (Ask::Program(entry), Taken::Words(name)) => self.pipe_to(&entry, &name),
            (Ask::Register, Taken::Words(text)) => self.outbox.ask(Effect::Copy { text }),
            (Ask::Forget, Taken::Words(name)) => self.forget_search(name),
            (Ask::Found(marked), taken) => self.take_found(&marked, &taken),
            // No choice of one question is an answer to another.
            (_, _) => {}
        }
    }

    fn tag(&mut self, on: &[Place], typed: &str) {
        let tags = tags_of(typed);
        if tags.is_empty() {
            self.outbox.say("a tag needs letters");
            return;
        }
        let mark = |on: &Place, tag: &str| {
            let (on, tag) = (on.clone(), tag.to_owned());
            Change::Set(Mark::Tagged { on, tag })
        };
        let all = on
            .iter()
            .flat_map(|on| tags.iter().map(|tag| mark(on, tag)));
        let changes = all.collect();
        let words = tags.iter().map(|tag| format!("#{tag}"));
        let words = words.collect::<Vec<_>>().join(" ");
        self.decide(format!("tagged {words}: {}", of(on)), changes);
    }

    fn untag(&mut self, on: Vec<Place>, tag: String) {
        let label = format!("no longer tagged #{tag}: {}", of(&on));
        let untag = |on: Place| {
            let tag = tag.clone();
            Change::Remove(Mark::Tagged { on, tag })
        };
        let changes = on.into_iter().map(untag).collect();
        self.decide(label, changes);
    }

    fn note(&mut self, on: Vec<Place>, note: &str) {
        let note = note.trim();
        let what = of(&on);
        let mark = |on: Place| {
            let mark = Mark::Noted {
                on,
                note: note.to_owned(),
            };
            match note.is_empty() {
                true => Change::Remove(mark),
                false => Change::Set(mark),
            }
        };
        let changes = on.into_iter().map(mark).collect();
        let label = match note.is_empty() {
            true => format!("no note any more on {what}"),
            false => format!("note on {what}"),
        };
        self.decide(label, changes);
    }

    /// The article was read, or was not, after all.
    pub(super) fn toggle_seen(&mut self) {
        let here = match self.articles.focus() {
            Focus::List => self.articles.listing().selected().map(|row| row.id),
            Focus::Reader | Focus::Quotes | Focus::Actors => self.articles.reader().id(),
        };
        let catalog = self.articles.listing().catalog();
        let row = here.and_then(|id| catalog.get(catalog.position(id)?));
        let Some(row) = row else {
            self.outbox.say("there is no article here");
            return;
        };
        let (article, headline) = (row.id, row.headline.to_string());
        let seen = Mark::Seen { article };
        let (label, change) = match self.ledger.expected(self.marks()).is_seen(article) {
            true => (format!("not seen: {headline}"), Change::Remove(seen)),
            false => (format!("seen: {headline}"), Change::Set(seen)),
        };
        self.decide(label, vec![change]);
    }

    // Quotes are listed among the quotes; articles, or what stands in them, in the list in
    // front, or among the articles where there is none.
    fn run_search(&mut self, query: &str, among: Searched) {
        self.search_history.keep(query);
        self.look_at_side(false);
        let (home, to) = match (among, self.screen) {
            (Searched::Quotes, _) => (Screen::Quotes, Screen::Quotes),
            (Searched::Articles, Screen::Quotes | Screen::Actors | Screen::Timeline) => {
                (Screen::Articles, self.screen)
            }
            (Searched::Articles, Screen::Articles | Screen::Compare | Screen::Basket) => {
                (Screen::Articles, Screen::Articles)
            }
        };
        let carried = Handed::on(None, query, (home, to));
        let query = carried.shown().to_owned();
        self.handed = (home != to).then_some(carried);
        if self.screen != to {
            self.leave_screen();
        }
        match to {
            Screen::Quotes => self.quotes.narrow(&query, &mut self.outbox),
            Screen::Actors => self.actors.narrow(&query, &mut self.outbox),
            Screen::Timeline => self.timeline.narrow(&query, &mut self.outbox),
            Screen::Articles | Screen::Compare | Screen::Basket => {
                self.articles.show_list();
                self.articles.narrow(&query, &mut self.outbox);
            }
        }
        if self.screen != to {
            self.enter(to);
        }
    }

    // Also a row of 5, which is of the lanes.
    fn add_search(&mut self, title: &str, query: &str) {
        // Lanes are of quotes: of a search for articles, those of what it finds.
        let query = match self.ledger.expected(self.marks()).searched(title) {
            Searched::Quotes => query.to_owned(),
            Searched::Articles => carried(query, Screen::Articles, Screen::Quotes),
        };
        self.compare.add((title, &query), "", &mut self.outbox);
        self.lanes_changed();
    }

    /// Saves a search. One that is called so already is replaced where a person has said
    /// so, and asked about otherwise.
    fn save_search(
        &mut self,
        name: String,
        (query, among): (String, Searched),
        replaced: Option<&str>,
    ) {
        if name.is_empty() {
            self.outbox.say("a saved search needs a name");
            return;
        }
        let marks = self.ledger.expected(self.marks());
        let former = marks.another_search(&name, (&query, among));
        if let Some(former) = former.filter(|_| replaced != Some(&*name)) {
            let former = former.to_owned();
            let ask = Ask::Replace {
                query,
                among,
                former,
                name: name.clone(),
            };
            return self.put_picker(ask, Vec::new(), &name);
        }
        let label = format!("search saved as {name}; {{searches}} lists it");
        self.decide(label, vec![Change::Set(Mark::Saved { name, query, among })]);
    }

    fn forget_search(&mut self, name: String) {
        let label = format!("saved search forgotten: {name}");
        let forgotten = Mark::Saved {
            name,
            query: String::new(),
            among: Searched::Articles,
        };
        self.decide(label, vec![Change::Remove(forgotten)]);
    }
}
