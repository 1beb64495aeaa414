//! Who stands in for the people, places and outlets of a story in one event.

use std::collections::HashSet;

use crate::names::{Names, Person, Script, Slot};
use crate::outlet::{Outlet, letters};
use crate::people::{self, Name, Tail};
use crate::random::Random;

// Ranges for `Random::rank`: the best known person is in about one article of a
// hundred, as a head of government is; most people are met once or twice.
const PEOPLE: (usize, usize) = (64, 15);
const TOWNS: (usize, usize) = (16, 10);
const COMPANIES: (usize, usize) = (32, 12);
/// Journalists come after everybody who can be in the news.
const FIRST_JOURNALIST: u64 = 2 << 20;
/// How many people write for an outlet.
const STAFF: usize = 30;

/// What is printed for a story's slots, the same in all articles of an event.
#[derive(Debug, Clone)]
pub struct Cast {
    /// One word for each slot of the story.
    pub words: Vec<String>,
    /// What the story's outlets became.
    pub outlets: Vec<Outlet>,
    /// What numbers and common words are changed by.
    pub key: u64,
    /// How far dates are moved; whole weeks, so that a Tuesday stays one.
    pub weeks: i32,
}

impl Cast {
    /// Draws the cast of one event.
    pub fn draw(names: &Names, outlets: &[Outlet], random: &mut Random) -> Self {
        let mut taken = HashSet::new();
        let outlets = outlets.iter().map(|outlet| {
            let new = distinct(&mut taken, || {
                let new = outlet.invented(random);
                (new.full.clone(), new)
            });
            Outlet {
                language: outlet.language.clone(),
                ..new
            }
        });
        let outlets: Vec<Outlet> = outlets.collect();
        let words = names.slots.iter().map(|slot| {
            distinct(&mut taken, || {
                let word = word(*slot, &outlets, random);
                (word.clone(), word)
            })
        });
        let mut cast = Self {
            words: words.collect(),
            outlets,
            key: random.next(),
            weeks: -(random.below(900) as i32),
        };
        for person in &names.people {
            cast.name(person, &mut taken, random);
        }
        cast
    }

    /// Prints another outlet wherever the story's outlet number `outlet` stands.
    pub fn replace_outlet(&mut self, names: &Names, outlet: usize, new: &Outlet) {
        for (slot, word) in names.slots.iter().zip(&mut self.words) {
            if let Slot::Outlet(of, form) = slot
                && *of == outlet
            {
                *word = new.form(*form).to_owned();
            }
        }
    }

    // Whoever shares a family name that is given already keeps it: a sister, or a namesake.
    fn name(&mut self, person: &Person, taken: &mut HashSet<String>, random: &mut Random) {
        let name = distinct(taken, || {
            let name = name(person.script, random);
            (name.given.clone(), name)
        });
        let mut families = vec![name.family];
        for _ in 1..person.families.len() {
            families.push(self::name(person.script, random).family);
        }
        let given = person.given.iter().copied().zip([name.given]);
        for (slot, word) in given.chain(person.families.iter().copied().zip(families)) {
            if let Some(place) = self.words.get_mut(slot)
                && place.is_empty()
            {
                *place = word;
            }
        }
    }
}

/// The names of so many journalists of `outlet`.
pub fn authors(outlet: &Outlet, count: usize, random: &mut Random) -> Vec<String> {
    let desk = crate::random::hash(0, &outlet.full) % (1 << 18);
    let mut authors: Vec<String> = Vec::new();
    while authors.len() < count {
        let id = FIRST_JOURNALIST + desk + random.below(STAFF) as u64;
        let mut of_id = Random::new(id, 2);
        let author = match outlet.language.as_str() {
            "ko" => {
                let end = people::Ending::Closed;
                people::hangul_family(&mut of_id) + &people::hangul(&mut of_id, 2, end, true)
            }
            _ => {
                let (woman, east) = (of_id.chance(50), false);
                let Name { given, family } = people::person(id, people::Bearing { woman, east });
                format!("{given} {family}")
            }
        };
        if !authors.contains(&author) {
            authors.push(author);
        }
    }
    authors
}

fn word(slot: Slot, outlets: &[Outlet], random: &mut Random) -> String {
    match slot {
        Slot::OfPerson => String::new(),
        Slot::Place(tail, vowel) => {
            let (first, octaves) = match tail {
                Tail::Town | Tail::Country => TOWNS,
                Tail::Company => COMPANIES,
            };
            people::place(random.rank(first, octaves), tail, vowel)
        }
        Slot::Letters(count) => letters(random, count),
        Slot::Hangul(syllables, ending) => {
            let id = random.rank(COMPANIES.0, COMPANIES.1);
            let mut of_id = Random::new(id, syllables as u64);
            people::hangul(&mut of_id, syllables, ending, false)
        }
        Slot::Outlet(outlet, form) => outlets.get(outlet).map_or("", |o| o.form(form)).to_owned(),
    }
}

fn name(script: Script, random: &mut Random) -> Name {
    let id = random.rank(PEOPLE.0, PEOPLE.1);
    match script {
        Script::Latin(bearing) => people::person(id, bearing),
        Script::Hangul(syllables, ending) => {
            let mut of_id = Random::new(id, 1);
            Name {
                family: people::hangul_family(&mut of_id),
                given: people::hangul(&mut of_id, syllables, ending, true),
            }
        }
    }
}

// Draws again while the word is another's already. A few draws do: the lists are
// long, and a name that two share after all harms nothing.
fn distinct<T>(taken: &mut HashSet<String>, mut draw: impl FnMut() -> (String, T)) -> T {
    let (mut word, mut drawn) = draw();
    for _ in 0..8 {
        if word.is_empty() || taken.insert(word) {
            break;
        }
        (word, drawn) = draw();
    }
    drawn
}
