//! What is asked of a person before something is decided: boxes with their choices.

use super::App;
use crate::app::overlay::{Ask, Offer, Overlay, Picker, Taken};
use crate::model::{Place, Searched};

impl App {
    pub(super) fn put_picker(&mut self, ask: Ask, choices: Vec<Offer>, typed: &str) {
        let picker = Picker::new(ask, choices, typed, &mut self.outbox);
        self.overlays.push(Overlay::Picker(Box::new(picker)));
    }

    /// The passages that a mark is for, or nothing, with a line that says so.
    pub(super) fn some_targets(&mut self) -> Option<Vec<Place>> {
        let places = self.targets();
        if places.is_empty() {
            self.outbox.say("there is no quote and no article here");
        }
        Some(places).filter(|places| !places.is_empty())
    }

    pub(super) fn ask_tag(&mut self) {
        if let Some(places) = self.some_targets() {
            self.ask_tag_on(places);
        }
    }

    /// Asks for tags for these passages.
    pub(super) fn ask_tag_on(&mut self, places: Vec<Place>) {
        let mut tags = self.marks().tags();
        tags.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let tags = tags.into_iter().map(|(tag, count)| {
            let detail = match count {
                1 => "once".to_owned(),
                count => format!("{count} times"),
            };
            Offer::new(tag, detail, Taken::Words(tag.to_owned()))
        });
        let tags = tags.collect();
        self.put_picker(Ask::Tag(places), tags, "");
    }

    pub(super) fn ask_untag(&mut self) {
        let Some(places) = self.some_targets() else {
            return;
        };
        let marks = self.marks();
        let on = |place: &Place| {
            let tags = marks.tags_on(place.article, place.span);
            tags.map(str::to_owned).collect::<Vec<_>>()
        };
        let mut tags: Vec<String> = places.iter().flat_map(on).collect();
        tags.sort();
        tags.dedup();
        if tags.is_empty() {
            self.outbox.say("no tag is here; {tag} puts one");
            return;
        }
        let tags = tags.into_iter();
        let tags = tags.map(|tag| Offer::new(tag.clone(), "", Taken::Words(tag)));
        let tags = tags.collect();
        self.put_picker(Ask::Untag(places), tags, "");
    }

    pub(super) fn ask_note(&mut self) {
        let Some(places) = self.some_targets() else {
            return;
        };
        let marks = self.marks();
        let on = |place: &Place| marks.note_on(place.article, place.span);
        let note = places.iter().find_map(on).unwrap_or_default().to_owned();
        self.put_picker(Ask::Note(places), Vec::new(), &note);
    }

    pub(super) fn ask_saved(&mut self) {
        let marks = self.marks();
        let choice = |(name, query): (&str, &str), among| {
            let taken = Taken::Search(query.to_owned(), among);
            Offer::new(name, query, taken)
        };
        let searches = marks.searches().into_iter();
        let searches = searches.map(|saved| choice(saved, marks.searched(saved.0)));
        let mut searches: Vec<Offer> = searches.collect();
        for (name, query) in &self.preferences.saved {
            // What a person saved here goes before what is set everywhere.
            if searches.iter().all(|saved| saved.words != *name) {
                searches.push(Offer {
                    is_set: true,
                    ..choice((name, query), Searched::Articles)
                });
            }
        }
        self.put_picker(Ask::Saved, searches, "");
    }

    pub(super) fn ask_save(&mut self) {
        let (query, among) = self.search_here();
        let query = query.trim().to_owned();
        if query.is_empty() {
            self.outbox.say(
                "nothing to save: {search} narrows a list, then {save-search} keeps the search",
            );
            return;
        }
        self.put_picker(Ask::Save(query.clone(), among), Vec::new(), &query);
    }
}
