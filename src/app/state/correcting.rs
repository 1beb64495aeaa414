//! Corrections: who said a quote, which names are one, what somebody is.

use std::sync::Arc;

use super::App;
use super::late::Waits;
use crate::app::Who;
use crate::app::overlay::{Ask, Offer, Taken, Why, passages_in_words as of};
use crate::app::screen::{Focus, Person, Preview, Screen};
use crate::model::{
    Actor, ActorKind, ArticleId, Change, Entry, Mark, Place, Quote, Span, Who as Somebody,
};

impl App {
    /// Asks who said the quote one stands at, or all marked ones.
    pub(super) fn ask_speaker(&mut self) {
        let mut places = self.targets();
        places.retain(|place| !place.is_whole());
        let (entry, quote) = self.here();
        match entry {
            Some(entry) => self.offer_speakers((&entry, quote), places),
            None if self.screen == Screen::Compare => self.fetch_for(Waits::Speaker(places)),
            None => self.outbox.say("the article is still being fetched"),
        }
    }

    /// Asks who said `places`, with those who are named around the quote of an article.
    pub(super) fn offer_speakers(
        &mut self,
        (entry, quote): (&Arc<Entry>, Option<usize>),
        places: Vec<Place>,
    ) {
        let found = quote.and_then(|at| entry.analysis.quotes.get(at));
        let (Some(found), false) = (found, places.is_empty()) else {
            self.outbox.say("there is no quote here");
            return;
        };
        let near = quote.and_then(|at| Why::new(Arc::clone(entry), at, self.marks()));
        let near = near.map(|why| why.others().to_vec()).unwrap_or_default();
        let mut offers = speakers(entry, found, &near);
        offers.push(Offer::new("nobody", "it is not known who", Taken::Nobody));
        if places
            .iter()
            .any(|on| self.marks().speaker_on(on).is_some())
        {
            let detail = "as the program had it";
            offers.push(Offer::new(
                "take the correction back",
                detail,
                Taken::Program,
            ));
        }
        self.put_picker(Ask::Speaker(places), offers, "");
    }

    /// Who is meant by a command on names: the profile, the row, the actor of the rail.
    fn who_here(&mut self) -> Option<Who> {
        let who = match (self.screen, self.articles.focus()) {
            (Screen::Actors, _) => self.actors.selected().cloned(),
            (Screen::Articles, Focus::Actors) => self.articles.actor_here().map(who_of),
            _ => None,
        };
        if who.is_none() {
            self.outbox.say(match self.screen {
                Screen::Actors => "nobody is listed: Esc shows everybody",
                Screen::Articles
                | Screen::Quotes
                | Screen::Compare
                | Screen::Timeline
                | Screen::Basket => {
                    "no name is meant here: 3 lists everybody, and so does the rail"
                }
            });
        }
        who
    }

    pub(super) fn ask_merge(&mut self) {
        if let Some(who) = self.who_here() {
            self.put_picker(Ask::Merge(who), Vec::new(), "");
        }
    }

    pub(super) fn ask_rename(&mut self) {
        if let Some(who) = self.who_here() {
            let name = who.name.to_string();
            self.put_picker(Ask::Rename(who), Vec::new(), &name);
        }
    }

    pub(super) fn ask_kind(&mut self) {
        let Some(who) = self.who_here() else {
            return;
        };
        let kinds = [ActorKind::Person, ActorKind::Organization, ActorKind::Place];
        let others = kinds.into_iter().filter(|kind| who.kind != Some(*kind));
        let offer = |kind: ActorKind| Offer {
            kind: Some(kind),
            ..Offer::new(kind.word(), "", Taken::Kind(kind))
        };
        let offers = others.map(offer).collect();
        self.put_picker(Ask::Kind(who), offers, "");
    }

    pub(super) fn ask_split(&mut self) {
        let Some(who) = self.who_here() else {
            return;
        };
        let article = match self.screen {
            Screen::Articles => self.articles.reader().id(),
            Screen::Actors => {
                let preview = self.actors.person().map(Person::preview);
                preview
                    .and_then(Preview::entry)
                    .map(|entry| entry.article.id)
            }
            Screen::Quotes | Screen::Compare | Screen::Timeline | Screen::Basket => None,
        };
        let counted = self.marks().counted_as(&somebody(&who));
        let offers = counted.into_iter().map(|mark| self.apart(mark));
        let mut offers: Vec<Offer> = offers.collect();
        offers.extend(self.spelled_otherwise(&who));
        if offers.is_empty() && article.is_none() {
            self.outbox.say("no other name is counted as this one");
            return;
        }
        self.put_picker(Ask::Split(who, article), offers, "");
    }

    /// The other spellings of a name that are counted as it, each as a choice.
    fn spelled_otherwise(&self, who: &Who) -> Vec<Offer> {
        let catalog = self.articles.listing().catalog();
        let name = catalog.named(&who.name, who.kind);
        let others = name.map(|name| catalog.spellings(name)).unwrap_or_default();
        let is_marked = |name: &str| {
            let mut marks = self.marks().all().iter();
            marks.any(|mark| match mark {
                Mark::Same { article, who, .. } => article.is_none() && who.name == name,
                _ => false,
            })
        };
        let others = others.into_iter().filter(|other| !is_marked(other));
        let offer = |other: &str| {
            let own = Somebody {
                name: other.to_owned(),
                kind: who.kind,
            };
            Offer {
                kind: who.kind,
                ..Offer::new(
                    other,
                    "spelled otherwise; a name of its own",
                    Taken::Own(own),
                )
            }
        };
        others.map(offer).collect()
    }

    /// Keeps a spelling apart from others of the name.
    pub(super) fn keep_apart(&mut self, who: &Who, other: Somebody) {
        let label = format!("apart: {} and {}", other.name, who.name);
        let mark = Mark::Same {
            article: None,
            who: other.clone(),
            is: other,
        };
        self.decide(label, vec![Change::Set(mark)]);
    }

    /// Taking a correction of a name away, as a choice.
    fn apart(&self, mark: &Mark) -> Offer {
        let taken = Taken::Apart(vec![mark.clone()]);
        let Mark::Same { article, who, is } = mark else {
            return Offer::new("", "", taken);
        };
        let mut detail = match (who.name == is.name, who.kind) {
            (true, _) if who == is => "one with other spellings again".to_owned(),
            (true, Some(kind)) => format!("was {}", kind.word()),
            (true, None) => "was no name".to_owned(),
            (false, _) => "a name of its own again".to_owned(),
        };
        if let Some(id) = article {
            let catalog = self.articles.listing().catalog();
            let row = catalog.position(*id).and_then(|at| catalog.get(at));
            let headline = row.map_or("an article that is gone", |row| &*row.headline);
            detail = format!("in {headline}");
        }
        Offer {
            kind: who.kind,
            ..Offer::new(who.name.as_str(), detail, taken)
        }
    }

    pub(super) fn correct_speaker(&mut self, on: Vec<Place>, speaker: Option<Somebody>) {
        let name = speaker.as_ref().map_or("nobody", |who| &who.name);
        let label = format!("speaker of {}: {name}{}", of(&on), self.going_on(&on));
        let mut changes = self.former_speakers(&on);
        // What stands at the same place is replaced, not removed first.
        changes.retain(|change| match change {
            Change::Remove(Mark::Speaker { on: former, .. }) => {
                let is_it = |on: &Place| on.article == former.article && on.span == former.span;
                !on.iter().any(is_it)
            }
            Change::Remove(_) | Change::Set(_) => true,
        });
        changes.extend(on.into_iter().map(|on| {
            let speaker = speaker.clone();
            Change::Set(Mark::Speaker { on, speaker })
        }));
        self.decide(label, changes);
    }

    /// How many quotes go on from these and have their speaker too, in words.
    fn going_on(&mut self, on: &[Place]) -> String {
        let (entry, _) = self.here();
        let quotes = entry
            .as_ref()
            .map(|entry| (entry.article.id, &entry.analysis.quotes));
        let more = quotes.map_or(0, |(id, quotes)| {
            let on = on.iter().filter(|on| on.article == id);
            let meant: Vec<usize> = on.filter_map(|on| at(quotes, on.span)).collect();
            going_on(quotes, &meant)
        });
        match more {
            0 => String::new(),
            1 => ", and of 1 that goes on from it".to_owned(),
            more => format!(", and of {more} that go on from it"),
        }
    }

    pub(super) fn restore_speaker(&mut self, on: &[Place]) {
        let label = format!("speaker of {}: as the program had it", of(on));
        let changes = self.former_speakers(on);
        self.decide(label, changes);
    }

    // What was said before about these quotes, also by another span: a later analysis
    // may have drawn them a little wider.
    fn former_speakers(&self, on: &[Place]) -> Vec<Change> {
        let former = on.iter().filter_map(|on| self.marks().speaker_on(on));
        former.cloned().map(Change::Remove).collect()
    }

    pub(super) fn merge(&mut self, who: &Who, is: &Who) {
        let label = format!("one name: {} is {}", who.name, is.name);
        self.same(label, who, is);
    }

    pub(super) fn rename(&mut self, who: &Who, name: String) {
        if name.is_empty() || *name == *who.name {
            self.outbox.say("the name is as it was");
            return;
        }
        let label = format!("{} is called {name}", who.name);
        let is = Who {
            name: name.into(),
            kind: who.kind,
        };
        self.same(label, who, &is);
    }

    pub(super) fn change_kind(&mut self, who: &Who, kind: ActorKind) {
        let label = format!("{} is a kind of its own now: {}", who.name, kind.word());
        let is = Who {
            name: Arc::clone(&who.name),
            kind: Some(kind),
        };
        self.same(label, who, &is);
    }

    fn same(&mut self, label: String, who: &Who, is: &Who) {
        let (from, to) = (somebody(who), somebody(is));
        // What leads away from the new name would lead in a circle.
        let back = self.marks().all().iter().filter(|mark| match mark {
            Mark::Same { article, who, .. } => article.is_none() && *who == to,
            _ => false,
        });
        let mut changes: Vec<Change> = back.cloned().map(Change::Remove).collect();
        changes.push(Change::Set(Mark::Same {
            article: None,
            who: from,
            is: to,
        }));
        self.actors.follow(who, is);
        self.decide(label, changes);
    }

    pub(super) fn take_apart(&mut self, who: &Who, marks: Vec<Mark>) {
        let names = marks.iter().filter_map(|mark| match mark {
            Mark::Same { who, .. } => Some(who.name.as_str()),
            _ => None,
        });
        let names = names.collect::<Vec<_>>().join(", ");
        let label = format!("apart again: {names} and {}", who.name);
        self.decide(label, marks.into_iter().map(Change::Remove).collect());
    }

    /// In this article the name is somebody else: every name that counts as it.
    pub(super) fn split(&mut self, who: &Who, article: ArticleId, name: &str) {
        let whole = somebody(who);
        let is = Somebody {
            name: name.to_owned(),
            kind: who.kind,
        };
        let mut from = vec![whole.clone()];
        for mark in self.marks().counted_as(&whole) {
            if let Mark::Same {
                article: None, who, ..
            } = mark
            {
                from.push(who.clone());
            }
        }
        let same = from.into_iter().map(|who| {
            Change::Set(Mark::Same {
                article: Some(article),
                who,
                is: is.clone(),
            })
        });
        let changes = same.collect();
        self.decide(format!("in one article {} is {name}", who.name), changes);
    }
}

/// The quote of this span; a later analysis may have drawn it a little wider.
fn at(quotes: &[Quote], span: Span) -> Option<usize> {
    let same = quotes.iter().position(|quote| quote.span == span);
    same.or_else(|| quotes.iter().position(|quote| quote.span.is_roughly(span)))
}

/// How many of these quotes go on from those `meant`, themselves not counted.
fn going_on(quotes: &[Quote], meant: &[usize]) -> usize {
    let mut pieces = meant.to_vec();
    for (nth, quote) in quotes.iter().enumerate() {
        let from = quote
            .continues
            .is_some_and(|before| pieces.contains(&before.0));
        if from && !pieces.contains(&nth) {
            pieces.push(nth);
        }
    }
    pieces.len() - meant.len()
}

/// Who may have said the quote: who is said to, who is named near it, nearest first,
/// then everybody else of the article, places last.
fn speakers(entry: &Entry, quote: &Quote, near: &[usize]) -> Vec<Offer> {
    let actors = &entry.analysis.actors;
    let mut offers: Vec<Offer> = Vec::new();
    let mut put = |offer: Offer| {
        if !offers.iter().any(|one| one.is_same(&offer)) {
            offers.push(offer);
        }
    };
    if let Some(speaker) = &quote.speaker {
        let actor = speaker.actor.and_then(|at| actors.get(at.0));
        let who = Who {
            name: speaker.name.as_str().into(),
            kind: actor.map(|actor| actor.kind),
        };
        put(Offer::of_actor(&who, "as it is now"));
    }
    // Places speak least of all.
    for places in [false, true] {
        let fits = |actor: &&Actor| (actor.kind == ActorKind::Place) == places;
        let near = near.iter().filter_map(|at| actors.get(*at));
        for actor in near.filter(fits) {
            let detail = role_or(entry, actor, "named near");
            put(Offer::of_actor(&who_of(actor), detail));
        }
        for actor in actors.iter().filter(fits) {
            let mentions = format!("named {}", times(actor.mentions.len()));
            let detail = role_or(entry, actor, &mentions);
            put(Offer::of_actor(&who_of(actor), detail));
        }
    }
    offers
}

fn role_or(entry: &Entry, actor: &Actor, other: &str) -> String {
    let role = actor.roles.first();
    let role = role.map(|role| role.of(&entry.article.text));
    role.unwrap_or(other).to_owned()
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        count => format!("{count} times"),
    }
}

fn who_of(actor: &Actor) -> Who {
    Who {
        name: actor.name.as_str().into(),
        kind: Some(actor.kind),
    }
}

/// The same, as marks hold it.
pub(super) fn somebody(who: &Who) -> Somebody {
    Somebody {
        name: who.name.to_string(),
        kind: who.kind,
    }
}
