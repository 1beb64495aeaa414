//! A press of invented reports: the same files from the same number every time,
//! all different, as long as those of a newsroom.

use std::fmt::Write as _;

const PEOPLE: [&str; 8] = [
    "Ines Falk",
    "Tomas Arden",
    "Mira Solberg",
    "Joost Pell",
    "Anna Reiter",
    "Karim Nasser",
    "Lea Brandt",
    "Owen Castle",
];
const PLACES: [&str; 6] = [
    "Gullhaven",
    "Northmoor",
    "Tannersford",
    "Port Elm",
    "Hallin",
    "Sund",
];
const THINGS: [&str; 8] = [
    "harbour",
    "ferry",
    "dam",
    "tram line",
    "hospital",
    "school",
    "market hall",
    "bridge",
];
const DEEDS: [&str; 6] = [
    "will be repaired before winter",
    "has cost more than was planned",
    "stays closed on Sundays",
    "was never inspected",
    "divides the council",
    "opens to the public",
];
const WORDS: [&str; 8] = [
    "We have waited long enough, and we will not wait another year",
    "Nobody told us about the costs",
    "It is a good day for everyone who lives here",
    "I have read the report twice and I still do not believe it",
    "There was no other way to do it",
    "People want to know who signed the papers",
    "We will talk to both sides before anything is decided",
    "That is not how this town works",
];

/// A row of numbers that is the same every time.
pub struct Numbers(u64);

impl Numbers {
    pub fn new(start: u64) -> Self {
        Self(start)
    }

    /// The next number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }
}

/// A report of about so many bytes.
pub fn report(number: u64, bytes: usize) -> String {
    let mut numbers = Numbers::new(number);
    let (place, thing) = (numbers.one_of(&PLACES), numbers.one_of(&THINGS));
    let headline = format!("{place} {thing} {} ({number})", numbers.one_of(&DEEDS));
    // The lower the number, the newer the report.
    let (day, year) = (28 - number % 28, 2025 - number / 28);
    let mut text = format!(
        "{headline}\n\nBy {} | {day} March {year}\n\n",
        numbers.one_of(&PEOPLE)
    );
    while text.len() < bytes {
        paragraph(&mut text, &mut numbers);
    }
    text
}

fn paragraph(text: &mut String, numbers: &mut Numbers) {
    let (person, words) = (numbers.one_of(&PEOPLE), numbers.one_of(&WORDS));
    let (place, thing) = (numbers.one_of(&PLACES), numbers.one_of(&THINGS));
    let deed = numbers.one_of(&DEEDS);
    let _ = match numbers.below(3) {
        0 => writeln!(
            text,
            "“{words},” said {person} of the {place} {thing} on Tuesday, adding that it {deed}.\n"
        ),
        1 => writeln!(
            text,
            "The {thing} in {place} {deed}, according to {person}. It is the third of its kind since the storm, and the only one that {}.\n",
            numbers.one_of(&DEEDS)
        ),
        _ => writeln!(
            text,
            "In {place} the {thing} {deed}. {person} told reporters: “{words}.” Others in the room did not agree, and the session went on until after midnight.\n"
        ),
    };
}
