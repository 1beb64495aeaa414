//! The names of one story's samples: which words are one name, and what they become.
//!
//! A slot is one word that changes: a given name, a family name, a town. Two people
//! of one family name share its slot, and so does the company named after them, so
//! that what belongs together in a sample belongs together in the article made of
//! it. Names in the Latin script are here, those in Hangul in `names/hangul.rs`.

mod hangul;

pub use hangul::{is_hangul, is_syllable};

use std::collections::{BTreeMap, HashMap};

use pullquote::model::ActorKind;

use crate::lists::{PLACES, groups};
use crate::outlet::Outlet;
use crate::people::{Bearing, Ending, Tail, bearing, capitalised, key};
use crate::piece::{Form, Piece};
use crate::sample::{LabelledActor, Sample};

/// Every name of a story.
#[derive(Debug, Default)]
pub struct Names {
    /// What each slot is filled with.
    pub slots: Vec<Slot>,
    /// Whose names stand in which slots.
    pub people: Vec<Person>,
    /// What is looked for in the texts.
    pub phrases: BTreeMap<String, Phrase>,
    by_key: HashMap<String, usize>,
}

/// What a slot is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// A part of a person's name; see [`Person`].
    OfPerson,
    /// A place or company, and whether it begins with a vowel.
    Place(Tail, bool),
    /// So many capitals.
    Letters(usize),
    /// A foreign or company name in Hangul: syllables, ending.
    Hangul(usize, Ending),
    /// Outlet and form, as in [`Outlet::forms`].
    Outlet(usize, usize),
}

/// A person of the story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// What to call them.
    pub script: Script,
    /// The slot of the given name.
    pub given: Option<usize>,
    /// The slots of the family names.
    pub families: Vec<usize>,
}

/// In which letters a person is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Latin letters.
    Latin(Bearing),
    /// A Korean in Hangul: syllables and ending of the given name.
    Hangul(usize, Ending),
}

/// What a printed name is made of.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// Its parts.
    pub pieces: Vec<Piece>,
    /// Which letters may follow it.
    pub after: After,
}

/// Which letters may follow a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// None, but a German genitive.
    Genitive,
    /// Any small ones: "Karsavia-n", "Ilva-tal".
    Anything,
    /// Nothing but a blank: a family name of one syllable in Hangul.
    Blank,
}

impl Names {
    /// Collects the names of `samples`; `outlets` are those of all stories.
    pub fn collect(samples: &[&Sample], outlets: &[Outlet]) -> Self {
        let mut names = Self::default();
        names.add_outlets(outlets);
        // People and places first: companies are named after them.
        for kind in [ActorKind::Person, ActorKind::Place, ActorKind::Organization] {
            for (actor, language) in actors(samples, kind) {
                names.add(actor, language, outlets);
            }
        }
        for (actor, language) in actors(samples, ActorKind::Organization) {
            names.add_acronyms(actor, language);
        }
        names.add_capitals();
        names
    }

    fn add(&mut self, actor: &LabelledActor, language: &str, outlets: &[Outlet]) {
        if is_hangul(&actor.name) {
            return self.add_hangul(actor);
        }
        match actor.kind {
            ActorKind::Person => self.add_person(actor),
            ActorKind::Place => self.add_named(actor, language),
            ActorKind::Organization => match outlet_of(&actor.name, outlets) {
                Some(outlet) => self.add_paper(actor, outlet, outlets),
                None => self.add_named(actor, language),
            },
        }
    }

    fn add_outlets(&mut self, outlets: &[Outlet]) {
        for (o, outlet) in outlets.iter().enumerate() {
            for (form, name) in outlet.forms().into_iter().enumerate() {
                let slot = self.new_slot(Slot::Outlet(o, form));
                self.phrase(name, vec![plain(slot)], After::Genitive);
            }
        }
    }

    // "the Gazette" for the Northmoor Gazette, where the labels say so.
    fn add_paper(&mut self, actor: &LabelledActor, outlet: usize, outlets: &[Outlet]) {
        let kind = outlets.get(outlet).map_or("", Outlet::kind);
        if actor.aliases.iter().any(|alias| alias == kind) {
            let slot = self.new_slot(Slot::Outlet(outlet, Outlet::KIND));
            self.phrase(kind, vec![plain(slot)], After::Genitive);
        }
    }

    fn add_person(&mut self, actor: &LabelledActor) {
        let tokens: Vec<&str> = actor.name.split_whitespace().collect();
        let bearing = bearing(&tokens);
        let given_at = if bearing.east { tokens.len() - 1 } else { 0 };
        let mut person = Person {
            script: Script::Latin(bearing),
            given: None,
            families: Vec::new(),
        };
        for (at, token) in tokens.iter().enumerate() {
            if !is_name(token) {
                continue;
            }
            let slot = self.slot(token, Slot::OfPerson);
            match at == given_at {
                true => person.given = Some(slot),
                false => person.families.push(slot),
            }
            if token.chars().count() > 2 {
                self.phrase(token, vec![plain(slot)], After::Genitive);
            }
        }
        self.people.push(person);
        for name in std::iter::once(&actor.name).chain(&actor.aliases) {
            self.add_form_of_person(name, &actor.name);
        }
    }

    // A nickname has words that are no part of the name; it stays what it is.
    fn add_form_of_person(&mut self, form: &str, name: &str) {
        let mut pieces = Vec::new();
        for token in form.split_whitespace() {
            if !pieces.is_empty() {
                pieces.push(Piece::Text(" ".to_owned()));
            }
            let initial = token.strip_suffix('.').filter(|t| t.chars().count() == 1);
            let first = name.split_whitespace().next().unwrap_or_default();
            match (initial, self.by_key.get(&key(token))) {
                (Some(initial), _) if first.starts_with(initial) => {
                    let slot = self.slot(first, Slot::OfPerson);
                    let form = Form::Initial;
                    pieces.push(Piece::Slot { slot, form });
                    pieces.push(Piece::Text(".".to_owned()));
                }
                (None, Some(&slot)) => pieces.push(plain(slot)),
                (None, None) if !is_name(token) => pieces.push(Piece::Text(token.to_owned())),
                (_, _) => return,
            }
        }
        self.phrase(form, pieces, After::Genitive);
    }

    fn add_named(&mut self, actor: &LabelledActor, language: &str) {
        for name in std::iter::once(&actor.name).chain(&actor.aliases) {
            let name = settle(name, actor.kind);
            if is_known(&name) || is_acronym(&name) {
                continue;
            }
            let pieces = self
                .named(&name, actor.kind, language)
                .into_iter()
                .flatten();
            let after = match actor.kind {
                ActorKind::Place => After::Anything,
                ActorKind::Person | ActorKind::Organization => After::Genitive,
            };
            self.phrase(&name, pieces.collect(), after);
        }
    }

    // The pieces of each token of a place's or organisation's name, blanks included.
    fn named(&mut self, name: &str, kind: ActorKind, language: &str) -> Vec<Vec<Piece>> {
        let tokens = name.split_inclusive([' ', '-']);
        tokens
            .map(|token| {
                let word = token.trim_end_matches([' ', '-', '.']);
                let word = ["'s", "’s", "'", "’"]
                    .iter()
                    .find_map(|end| word.strip_suffix(end))
                    .unwrap_or(word);
                let rest = Piece::Text(token[word.len()..].to_owned());
                let mut pieces = self.token(word, kind, language);
                pieces.push(rest);
                pieces
            })
            .collect()
    }

    fn token(&mut self, word: &str, kind: ActorKind, language: &str) -> Vec<Piece> {
        if let Some(&slot) = self.by_key.get(&key(word)) {
            return vec![plain(slot)];
        }
        if let Some((slot, rest)) = self.stem(word) {
            return vec![plain(slot), Piece::Text(rest.to_owned())];
        }
        let fixed = vec![Piece::Text(word.to_owned())];
        if !is_name(word) || is_known(word) {
            return fixed;
        }
        let groups = groups(language);
        match groups.find(word) {
            Some(place) if kind == ActorKind::Organization => {
                let form = Form::of(word);
                vec![Piece::Word {
                    groups,
                    place,
                    form,
                }]
            }
            _ if PLACES.get("kind").contains(&word) => fixed,
            _ => {
                let slot = self.slot(word, Slot::Place(tail(word, kind), begins_open(word)));
                if word.chars().count() > 3 {
                    self.phrase(word, vec![plain(slot)], After::Anything);
                }
                vec![plain(slot)]
            }
        }
    }

    // "Karsavian" of the Karsavian Central Wire, when Karsavia is a place of the story.
    fn stem<'a>(&self, word: &'a str) -> Option<(usize, &'a str)> {
        let ends = word.char_indices().map(|(at, _)| at).skip(4);
        ends.collect::<Vec<_>>().into_iter().rev().find_map(|end| {
            let slot = *self.by_key.get(&key(&word[..end]))?;
            let is_place = matches!(self.slots.get(slot), Some(Slot::Place(_, _)));
            is_place.then_some((slot, &word[end..]))
        })
    }

    fn add_acronyms(&mut self, actor: &LabelledActor, language: &str) {
        let acronyms = actor.aliases.iter().filter(|alias| is_acronym(alias));
        for acronym in acronyms {
            if self.phrases.contains_key(acronym) {
                continue;
            }
            let mut capitals = String::new();
            let mut initials = self.named(&actor.name, actor.kind, language);
            initials.retain(|pieces| match pieces.first() {
                Some(Piece::Text(text)) => text.starts_with(char::is_uppercase),
                _ => true,
            });
            let words = actor.name.split([' ', '-']);
            capitals.extend(words.filter_map(|w| w.chars().next().filter(|c| c.is_uppercase())));
            let piece = match capitals == *acronym {
                true => Piece::Initials(initials),
                false => plain(self.slot(acronym, Slot::Letters(acronym.chars().count()))),
            };
            self.phrase(acronym, vec![piece], After::Genitive);
        }
    }

    // Datelines and transcripts print names in capitals.
    fn add_capitals(&mut self) {
        let mut capitals = Vec::new();
        for (name, phrase) in &self.phrases {
            let pieces = phrase.pieces.iter().map(Piece::upper).collect();
            let after = phrase.after;
            capitals.push((name.to_uppercase(), Phrase { pieces, after }));
        }
        for (name, phrase) in capitals {
            self.phrases.entry(name).or_insert(phrase);
        }
    }

    fn phrase(&mut self, name: &str, pieces: Vec<Piece>, after: After) {
        if pieces.iter().any(|piece| !piece.is_fixed()) {
            let phrase = Phrase { pieces, after };
            self.phrases.entry(name.to_owned()).or_insert(phrase);
        }
    }

    fn slot(&mut self, word: &str, kind: Slot) -> usize {
        match self.by_key.get(&key(word)) {
            Some(&slot) => slot,
            None => {
                let slot = self.new_slot(kind);
                self.by_key.insert(key(word), slot);
                slot
            }
        }
    }

    fn new_slot(&mut self, kind: Slot) -> usize {
        self.slots.push(kind);
        self.slots.len() - 1
    }
}

fn actors<'a>(
    samples: &'a [&Sample],
    kind: ActorKind,
) -> impl Iterator<Item = (&'a LabelledActor, &'a str)> {
    samples.iter().flat_map(move |sample| {
        let of_kind = sample.label.actors.iter();
        of_kind
            .filter(move |actor| actor.kind == kind)
            .map(|actor| (actor, sample.label.language.as_str()))
    })
}

/// The outlet that is printed as `name` in one of its forms.
pub fn outlet_of(name: &str, outlets: &[Outlet]) -> Option<usize> {
    let is_it = |outlet: &Outlet| outlet.forms().contains(&name) || outlet.domain() == name;
    outlets.iter().position(is_it)
}

/// Whether everybody knows who or what is meant, so that it keeps its name.
pub fn is_known(name: &str) -> bool {
    let known = PLACES.get("known");
    let mut words = name
        .split(' ')
        .filter(|word| word.starts_with(char::is_uppercase));
    known.contains(&name)
        || words.all(|word| known.contains(&word) || matches!(word, "South" | "North"))
}

// A place that is printed in capitals only is the same place in small letters.
fn settle(name: &str, kind: ActorKind) -> String {
    match kind {
        ActorKind::Place if is_acronym(name) => {
            let words = name
                .split(' ')
                .map(|word| capitalised(&word.to_lowercase()));
            words.collect::<Vec<_>>().join(" ")
        }
        _ => name.to_owned(),
    }
}

fn is_acronym(name: &str) -> bool {
    name.chars().count() > 1 && name.chars().all(|c| c.is_uppercase() || c == ' ')
}

fn is_name(token: &str) -> bool {
    let letters = token.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && token.starts_with(char::is_uppercase)
}

fn tail(word: &str, kind: ActorKind) -> Tail {
    match kind {
        ActorKind::Place if word.ends_with("ia") => Tail::Country,
        ActorKind::Place | ActorKind::Person => Tail::Town,
        ActorKind::Organization => Tail::Company,
    }
}

fn begins_open(word: &str) -> bool {
    key(word).starts_with(['a', 'e', 'i', 'o', 'u'])
}

fn plain(slot: usize) -> Piece {
    let form = Form::Plain;
    Piece::Slot { slot, form }
}
